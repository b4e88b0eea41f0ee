"""Which expression over the fields of a config (and batch and lengths) a number is, from its values in several runs."""
import itertools
from fractions import Fraction

from polynomials import plus, scaled, times


class Names:
    """The named numbers of several runs. `atoms`: name -> tuple of its values, one a run."""

    def __init__(self, atoms, preferred=()):
        self.runs = len(next(iter(atoms.values())))
        self.single, self.table, self.known, self.pairs = {}, {}, {}, None
        rank = {name: index for index, name in enumerate(preferred)}
        self.atoms = dict(sorted(atoms.items(), key=lambda item: (rank.get(item[0], 1000), len(item[0]), item[0])))
        for name, values in self.atoms.items():
            if len(set(values)) == 1: continue   # the same in all runs: a number
            self.single.setdefault(values, {(name,): 1})
        one = tuple([1] * self.runs)
        self.add(one, {(): 1})
        singles = list(self.single.items())
        for values, poly in singles: self.add(values, poly)
        for delta in (-1, 1):
            for values, poly in singles:
                self.add(tuple(v + delta for v in values), plus(poly, {(): delta}))
        for (a, x), (b, y) in itertools.combinations_with_replacement(singles, 2):
            self.add(tuple(p * q for p, q in zip(a, b)), times(x, y))
        self.short = list(self.table.items())
        lengths = [(v, p) for v, p in singles if next(iter(p))[0] in ("B", "S", "T", "N", "U")]
        for a, x in lengths:
            for b, y in self.short:
                self.add(tuple(p * q for p, q in zip(a, b)), times(x, y))

    def add(self, values, poly):
        if values not in self.table: self.table[values] = poly

    def multiple(self, values):
        """c times something known, with c a whole number or a half."""
        found = self.table.get(values)
        if found is not None: return found
        for factor in (2, 3, 4, 6, 8, 5, 7, 16, 32, 64, 128, 256, 9, 10, 12):
            if all(v % factor == 0 for v in values):
                found = self.table.get(tuple(v // factor for v in values))
                if found is not None: return scaled(found, factor)
        for factor in (2, 4, 16):   # 16: tokens that are pooled
            found = self.table.get(tuple(v * factor for v in values))
            if found is not None: return scaled(found, Fraction(1, factor))
        return None

    def expression(self, values):
        """A polynomial, or None. A number that is the same in all runs is that number."""
        values = tuple(values)
        if values not in self.known: self.known[values] = self.search(values)
        return self.known[values]

    def search(self, values):
        if len(set(values)) == 1:
            found = self.single.get(values)
            return found if found is not None else {(): values[0]}
        found = self.multiple(values)
        if found is not None: return found
        for other, poly in self.short:
            if min(other) > 0 and max(other) > 1 and all(v % o == 0 for v, o in zip(values, other)):
                found = self.table.get(tuple(v // o for v, o in zip(values, other)))
                if found is not None: return times(found, poly)
        for factor in (1, 2, 3, 4, Fraction(1, 2)):
            for other, poly in self.short:
                rest = tuple(v - factor * o for v, o in zip(values, other))
                if min(rest) <= 0 or any(r != int(r) for r in rest): continue
                found = self.multiple(tuple(int(r) for r in rest))
                if found is not None: return plus(found, scaled(poly, factor))
        # All tokens of a batch, where the runs have as many each.
        batch = self.atoms.get("B")
        if batch and len({Fraction(v, b) for v, b in zip(values, batch)}) == 1 and values[0] % batch[0] == 0: return {("B",): values[0] // batch[0]}
        return self.search_pairs(values)

    def search_pairs(self, values):
        """Sums of three."""
        singles = self.short if len(self.short) < 250 else self.short[:250]
        if self.pairs is None:
            self.pairs = {}
            for (a, x), (b, y) in itertools.combinations_with_replacement(singles, 2):
                for f, g in ((1, 1), (1, 2), (2, 1), (2, 2)):
                    key = tuple(f * p + g * q for p, q in zip(a, b))
                    if key not in self.pairs: self.pairs[key] = plus(scaled(x, f), scaled(y, g))
        for factor in (1, 2, 3, 4):
            for other, poly in singles:
                rest = tuple(v - factor * o for v, o in zip(values, other))
                found = self.pairs.get(rest)
                if found is not None: return plus(found, scaled(poly, factor))
        return None
