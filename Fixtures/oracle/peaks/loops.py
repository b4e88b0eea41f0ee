"""Peaks of classes that loop over chunks of the prompt in Python: recurrences on the torch path.

The number of operators depends on the length, so that runs of different lengths cannot be laid side by side. Runs with the
same number of chunks can; the coefficients of each form are then fitted over the number of chunks, C.
"""
from fractions import Fraction

from polynomials import plus, value
from solve import Forms, Unsolved, aligned, distinct, forms, likely, measure, storages_in_names


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
    for names in dict.fromkeys(names for _, poly in groups for names in poly):
        parts = fitted([(count, Fraction(poly.get(names, 0))) for count, poly in groups])
        for power, factor in enumerate(parts):
            # Of lengths that are filled up a part may be one token in sixteen.
            if factor.denominator > (16 if "S16" in names else 2): return None
            if factor: out = plus(out, {tuple(sorted(names + (name,) * power)): factor})
    return out


def chosen(polys, numbers):
    """Of the polynomials with the same set of products, in the order of time: the first, the last, and the largest few."""
    table = {}
    for poly in polys: table.setdefault(frozenset(poly), []).append(poly)
    out = {}
    for key, found in table.items():
        ranked = sorted(found, key=lambda poly: -value(poly, numbers))
        out.update({(key, "first"): found[0], (key, "last"): found[-1]})
        out.update({(key, rank): poly for rank, poly in enumerate(ranked[:16])})
    return out


def possible(polys, model, case, beyond, batch, name):
    """Those that say no more than is measured for a longer prompt: what is alive at a step is never more than the peak."""
    count, length = beyond
    measured, numbers = measure(model, case, batch, length)
    numbers = {"S": 1, **numbers, name: count, "bytes": 2}
    found = [poly for poly in polys if value(poly, numbers) <= measured]
    most = max((value(poly, numbers) for poly in found), default=0)
    if most < 0.98 * measured: raise Unsolved(f"{most} said, {measured} measured with {count} chunks")
    return found


def solve_in_chunks(models, case, lengths, batches, name, beyond):
    """`lengths`: {number of chunks: three lengths}. `name`: what stands for the number of chunks. `beyond`: a number of chunks
    that none of them has, and its length."""
    found, last = [], None
    for count, triple in lengths.items():
        runs = aligned(models, case, [(length, 0) for length in triple], batches)
        sizes = storages_in_names(runs)
        steps = [step for step in forms(runs[0][0], sizes) if not step[1]]
        numbers = {**runs[0][1], "bytes": 2}
        all_steps = distinct(steps)
        found.append((count, chosen(all_steps, {"S": 1, **numbers})))
        # The highest step of each run, whatever products it has.
        for index, (_, other) in enumerate(runs):
            other = {"S": 1, **other, "bytes": 2}
            found[-1][1][("peak", index)] = max(all_steps, key=lambda poly: value(poly, other))
        last = runs, count
    shared = set(found[0][1]) & set(found[1][1]) & set(found[2][1])
    polys = [merged([(count, table[key]) for count, table in found], name) for key in shared]
    # What grows with the chunks times the length is a fit over three numbers of chunks by chance.
    polys = [poly for poly in polys if poly and not any(name == "C" and name in names and {"S", "S16"} & set(names) for names in poly)]
    if not polys: raise Unsolved("no form in all numbers of chunks")
    polys = possible(polys, models[0], case, beyond, batches[0], name)
    runs, count = last
    for _, numbers in runs: numbers[name] = count
    result = Forms(likely(polys, runs))
    for recording, numbers in runs:
        said, measured = result.bytes(numbers), recording.peak()[0]
        if not 0.995 * measured <= said <= 1.03 * measured: raise Unsolved(f"{said} said, {measured} measured")
    return result
