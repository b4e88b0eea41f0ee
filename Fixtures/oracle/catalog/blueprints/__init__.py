"""Sliced constructors of the library, and their interpreter; the tables of functions may be
extended."""

from .values import *
from .reading import *
from .functions import *
from .tensor_functions import *
from .tensor_methods import *
from .module_methods import *
from .interpreter import *
