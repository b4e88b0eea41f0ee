"""Wrap a catalog as the Swift source that embeds it.

usage: write_swift.py CATALOG CatalogText.swift
"""
import sys

HEADER = '''// swift-format-ignore-file
// Facts about the architectures of {version}: written by Fixtures/oracle/catalog/make_catalog.sh, not by hand.
// The grammar is described in Fixtures/oracle/catalog/README.md.

/// The catalog's text. Units are sorted by name, so that one can be found without reading the others.
package let catalogText: StaticString = #"""
'''


def wrap(text):
    text = text.rstrip('\n')
    if '"""#' in text or '\\#' in text: raise SystemExit('the text does not fit a raw literal')
    return HEADER.format(version=text.split('\n', 1)[0]) + text + '\n"""#\n'


def unwrap(source):
    return source.split('#"""\n', 1)[1].rsplit('\n"""#', 1)[0] + '\n'


def main():
    import layout
    open(sys.argv[2], 'w').write(wrap(layout.pack(open(sys.argv[1]).read())))


if __name__ == '__main__': main()
