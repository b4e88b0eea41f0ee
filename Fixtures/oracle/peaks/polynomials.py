"""Sizes as sums of products of named numbers: {sorted tuple of names: coefficient}."""
import itertools
from fractions import Fraction


def scaled(poly, factor): return {names: value * factor for names, value in poly.items()}


def plus(a, b, sign=1):
    out = dict(a)
    for names, value in b.items():
        total = out.get(names, 0) + sign * value
        if total: out[names] = total
        else: out.pop(names, None)
    return out


def times(a, b):
    out = {}
    for (left, x), (right, y) in itertools.product(a.items(), b.items()):
        names = cancelled(tuple(sorted(left + right)))
        out[names] = out.get(names, 0) + x * y
    return out


def cancelled(names):
    """`(a // b) * b` is `a`: the division is whole where a class divides so."""
    for name in names:
        if name.startswith("(") and " // " in name and name.count(" // ") == 1:
            whole, part = name[1:-1].split(" // ")
            if part in names:
                rest = list(names)
                rest.remove(name)
                rest.remove(part)
                return cancelled(tuple(sorted(rest + [whole])))
    return names


def value(poly, numbers):
    total = 0
    for names, factor in poly.items():
        for name in names: factor = factor * numbers[name]
        total += factor
    return total


WORK = ("B", "S", "T", "N", "U", "C", "S16", "T16", "U16", "N16", "NW")


def term_text(terms):
    """`bytes*(4*h + 3*I) + 8*h`"""
    follows = [(tuple(n for i, n in enumerate(names) if i != names.index("bytes")), factor) for names, factor in terms if "bytes" in names]
    fixed = [(names, factor) for names, factor in terms if "bytes" not in names]
    parts = []
    if follows:
        inner = sum_text(follows)
        if len(follows) == 1: parts.append("bytes" if inner == "1" else f"bytes*{inner}")
        else: parts.append(f"bytes*({inner})")
    if fixed: parts.append(sum_text(fixed))
    return " + ".join(parts).replace("+ -", "- ")


def sum_text(terms):
    out = ""
    for names, factor in sorted(terms, key=lambda t: (t[1] < 0, -len(t[0]), t[0])):
        factor = Fraction(factor)
        if factor.denominator != 1 and not names: factor = Fraction(-(-factor.numerator // factor.denominator))   # a few bytes more, not less
        pieces = ([str(abs(factor.numerator))] if abs(factor.numerator) != 1 or not names else []) + list(names)
        term = "*".join(pieces)
        if factor.denominator != 1: term = f"({term} // {factor.denominator})"
        out += (" - " if factor < 0 else " + " if out else "") + term if out or factor > 0 else "-" + term
    return out


def text(poly):
    """`B*S*(bytes*(4*h + 3*I) + 8) + S*(4*d + 8)`, grouped by batch and lengths."""
    groups = {}
    for names, factor in poly.items():
        work = tuple(n for n in names if n in WORK)
        groups.setdefault(work, []).append((tuple(n for n in names if n not in WORK), factor))
    parts = []
    for work in sorted(groups, key=lambda w: (-len(w), w)):
        terms = groups[work]
        inner = term_text(terms)
        if not work: parts.append(inner)
        elif inner == "1": parts.append("*".join(work))
        elif len(terms) == 1 and not inner.startswith("-"): parts.append("*".join(work) + "*" + inner)
        else: parts.append("*".join(work) + f"*({inner})")
    return " + ".join(parts).replace("+ -", "- ") or "0"
