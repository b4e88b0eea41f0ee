"""Slicing of constructors: which statements of the library decide what is built."""
