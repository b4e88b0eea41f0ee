"""Peaks of classes that loop over chunks of the prompt in Python: recurrences on the torch path.

The number of operators depends on the length, so that runs of different lengths cannot be laid side by side. Runs with the
same number of chunks can; the coefficients of each form are then fitted over the number of chunks, C.
"""
from fractions import Fraction

from polynomials import plus, value
from solve import Forms, Unsolved, aligned, distinct, forms, likely, storages_in_names


def fitted(points):
    """Coefficients of 1, C, C*C that give the values at three numbers of chunks."""
    (x0, y0), (x1, y1), (x2, y2) = points
    d01, d12 = Fraction(y1 - y0, x1 - x0), Fraction(y2 - y1, x2 - x1)
    second = (d12 - d01) / (x2 - x0)
    first = d01 - second * (x0 + x1)
    return y0 - first * x0 - second * x0 * x0, first, second


def merged(groups, name):
    """One polynomial from those of three groups that have the same products; None where the fit is no whole number."""
    out = {}
    for names in groups[0][1]:
        parts = fitted([(count, Fraction(poly[names])) for count, poly in groups])
        for power, factor in enumerate(parts):
            if factor.denominator > 2: return None
            if factor: out = plus(out, {tuple(sorted(names + (name,) * power)): factor})
    return out


def largest(polys, numbers):
    """For each set of products the polynomial that is the largest."""
    best = {}
    for poly in polys:
        key = frozenset(poly)
        if key not in best or value(poly, numbers) > value(best[key], numbers): best[key] = poly
    return best


def solve_in_chunks(models, case, lengths, batches, name):
    """`lengths`: {number of chunks: three lengths}. `name`: what stands for the number of chunks."""
    found, last = [], None
    for count, triple in lengths.items():
        runs = aligned(models, case, [(length, 0) for length in triple], batches)
        sizes = storages_in_names(runs)
        steps = [step for step in forms(runs[0][0], sizes) if not step[1]]
        numbers = {**runs[0][1], "bytes": 2}
        found.append((count, largest(distinct(steps), {"S": 1, **numbers})))
        last = runs, count
    shared = set(found[0][1]) & set(found[1][1]) & set(found[2][1])
    polys = [merged([(count, table[key]) for count, table in found], name) for key in shared]
    polys = [poly for poly in polys if poly]
    if not polys: raise Unsolved("no form in all numbers of chunks")
    runs, count = last
    for _, numbers in runs: numbers[name] = count
    result = Forms(likely(polys, runs))
    for recording, numbers in runs:
        said, measured = result.bytes(numbers), recording.peak()[0]
        if not 0.995 * measured <= said <= 1.03 * measured: raise Unsolved(f"{said} said, {measured} measured")
    return result
