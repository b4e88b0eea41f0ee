"""Slicing until nothing more is needed."""

import ast
import copy
import sys


from .entities import ALL, CONFIGS, DIRTY, ENTITIES, MODULES
from .expressions import ExpressionRewriting
from .library import log
from .needs import Needs
from .resolution import Resolution
from .statements import StatementSlicing


class Slicer(Resolution, Needs, ExpressionRewriting, StatementSlicing):
    """Slices one function."""

    def __init__(self, ent):
        self.e = ent
        self.need = set()
        if ent.kind in ("cfg", "cfgprop", "cfgset"):
            self.need |= {"kwargs"}

    def run(self):
        """The statements that are kept."""
        while True:
            n0 = len(self.need)
            out = self.block(self.e.tree.body)
            if len(self.need) == n0:
                break
        # default args of kept params
        a = copy.deepcopy(self.e.tree.args)
        for x in (
            a.posonlyargs
            + a.args
            + a.kwonlyargs
            + ([a.vararg] if a.vararg else [])
            + ([a.kwarg] if a.kwarg else [])
        ):
            x.annotation = None
        a.defaults = [self.rewritten(x) for x in a.defaults]
        a.kw_defaults = [self.rewritten(x) if x is not None else None for x in a.kw_defaults]
        self.e.args = a
        self.e.used = self.need
        for x in out:
            ast.fix_missing_locations(x)
        return out


def process(debug=False):
    """Slices all entities until no set of needed names grows."""
    it = 0
    DIRTY.add(ALL)
    while True:
        d = set(DIRTY)
        DIRTY.clear()
        it += 1
        n = 0
        for k, e in list(ENTITIES.items()):
            if e is None or not (ALL in d or e.out is None or e.unit in d):
                continue
            n += 1
            try:
                new = Slicer(e).run()
            except Exception as ex:
                import traceback

                log("slicer crash " + type(ex).__name__, (e, str(ex)[:100]))
                if debug:
                    traceback.print_exc()
                new = []
                e.args = ast.arguments([], [], None, [], [], None, [])
                e.used = set()
            e.out = new
        print(
            "pass",
            it,
            n,
            "of",
            len(ENTITIES),
            "entities",
            len(MODULES),
            "modules",
            len(CONFIGS),
            "configs",
            len(DIRTY),
            file=sys.stderr,
            flush=True,
        )
        if not DIRTY or it > 25:
            break
