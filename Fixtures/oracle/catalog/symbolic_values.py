"""Expressions, and Python values that carry the expression that produced them."""

import argparse, ast, collections, copy, itertools, json, math
import os, pickle, random, signal, sys, time, zlib

sys.path.insert(0, __import__("os").path.dirname(__import__("os").path.abspath(__file__)))
os.environ.setdefault("HF_HUB_OFFLINE", "1")
import blueprints as base
from blueprints import (
    Interpreter,
    Blueprints,
    Module,
    Config,
    ClassReference,
    TorchClass,
    NativeFunction,
    Tensor,
    NotInterpreted,
    Function,
)


# ------------------------------------------------------------------ expressions (nested tuples)
# ('k', constant) ('f', config, field) ('p', parameter) ('v', loop variable) ('o', op, a, b) ('u',
# op, a)
# ('cv', loop, name) a variable that a loop changes, at the start of an iteration   ('?',) unknown
# ('runs', var, count, ((decisions, element), ...), place) a list whose elements were seen one by
# one
# ('c', function, *args) ('if', c, a, b) ('ix', list, index) ('it', record, key) ('list', *items)
# ('record', key, value, ...) ('each', elem, var, count) ('fmt', *parts)
PRECEDENCE = {
    "if": 0,
    "or": 1,
    "??": 1,
    "and": 2,
    "not": 3,
    "==": 4,
    "!=": 4,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "in": 4,
    "not in": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "/": 6,
    "//": 6,
    "%": 6,
    "**": 8,
}
SAFE_CALLS = {
    "int",
    "float",
    "min",
    "max",
    "len",
    "getattr",
    "round",
    "sum",
    "ceil",
    "floor",
    "sqrt",
    "bool",
    "abs",
    "range",
    "any",
    "all",
    "log2",
    "log",
    "enumerate",
    "str",
}
NEGATED = {
    "==": "!=",
    "!=": "==",
    "<": ">=",
    ">=": "<",
    ">": "<=",
    "<=": ">",
    "in": "not in",
    "not in": "in",
}


def constant(value):
    return ("k", value)


def op(name, a, b):
    """Binary expression with the trivial simplifications."""
    if name == "*" and b == ("k", 1) or name in ("+", "-") and b == ("k", 0):
        return a
    if name == "*" and a == ("k", 1) or name == "+" and a == ("k", 0):
        return b
    if name == "//" and b == ("k", 1):
        return a
    if name == "or" and a[0] == "o" and a[1] == "or" and a[3] == b:
        return a
    if name == "//" and a[0] == "o" and a[1] == "*" and b in a[2:]:
        return a[3] if a[2] == b else a[2]
    return ("o", name, a, b)


def negate(e):
    if e[0] == "u" and e[1] == "not":
        return e[2]
    if e[0] == "o" and e[1] in NEGATED:
        return ("o", NEGATED[e[1]], e[2], e[3])
    return ("u", "not", e)


def rewrite(e, leaf):
    """Rebuild expression e; leaf(node) may return a replacement for any node, or None to
    descend."""
    r = leaf(e)
    if r is not None:
        return r
    if e[0] in ("k", "f", "p", "v", "cv", "?"):
        return e
    if e[0] == "runs":
        return (
            "runs",
            e[1],
            rewrite(e[2], leaf),
            tuple(
                dict.fromkeys(
                    (tuple((rewrite(c, leaf), o) for c, o in d), rewrite(x, leaf)) for d, x in e[3]
                )
            ),
        ) + e[4:]
    if e[0] == "o":
        return op(e[1], rewrite(e[2], leaf), rewrite(e[3], leaf))
    return tuple(
        rewrite(x, leaf) if isinstance(x, tuple) and x and isinstance(x[0], str) else x for x in e
    )


def leaves(e, kind):
    found = []
    rewrite(e, lambda n: found.append(n) if n[0] == kind else None)
    return found


# ------------------------------------------------------------------ symbolic values
class Sym:
    pass


class SInt(int, Sym):
    pass


class SFloat(float, Sym):
    pass


class SStr(str, Sym):
    def split(self, sep=None, *a):
        return wrap(str(self).split(sep, *a), ("c", "split", self.e, ("k", sep)))

    def startswith(self, x):
        return wrap(str(self).startswith(x), ("c", "startswith", self.e, ("k", frozen(x))))

    def endswith(self, x):
        return wrap(str(self).endswith(x), ("c", "endswith", self.e, ("k", frozen(x))))

    def replace(self, x, y):
        return wrap(str(self).replace(x, y), ("c", "replace", self.e, ("k", x), ("k", y)))

    def lower(self):
        return wrap(str(self).lower(), ("c", "lower", self.e))


class SBool(int, Sym):
    pass


class SNone(Sym):
    def __bool__(self):
        return False

    def __eq__(self, o):
        return o is None or isinstance(o, SNone)

    def __hash__(self):
        return hash(None)


class SDict(dict, Sym):
    """A config field that is a record: a key that is absent still has an expression."""

    def get(self, key, default=None):
        key = plain(key)
        if not scalar(default):
            return dict.get(self, key, default)
        v = dict.get(self, key)
        if v is not None and not scalar(v):
            return v
        e = ("it", self.e, key)
        return wrap(
            default if v is None or isinstance(v, SNone) else v,
            e if default is None else ("o", "??", e, expr(default)),
        )


class SList(list, Sym):
    """A list whose length is the expression `count` and whose element at symbolic index x is
    element(concrete index, x)."""

    count = None
    element = None
    e = None

    def changed(self, e=None):
        """After an item was assigned or added."""
        self.e = e
        self.count = self.element = None
        if e is not None:
            w = wrap(list(self), e)
            self.count, self.element = w.count, w.element

    def append(self, x):
        list.append(self, x)
        self.changed()

    def extend(self, x):
        list.extend(self, x)
        self.changed()

    def insert(self, i, x):
        list.insert(self, i, x)
        self.changed()

    def pop(self, *i):
        r = list.pop(self, *i)
        self.changed()
        return r


def wrap(v, e):
    if isinstance(
        v, (Tensor, Module, Config, ClassReference, Function, NativeFunction, TorchClass)
    ):
        return v
    v = plain(v)
    if e[0] == "k":
        return v
    if isinstance(v, bool):
        r = SBool(v)
    elif isinstance(v, int):
        r = SInt(v)
    elif isinstance(v, float):
        r = SFloat(v)
    elif isinstance(v, str):
        r = SStr(v)
    elif v is None:
        r = SNone()
    elif isinstance(v, (list, tuple)):
        r = SList(wrap(x, ("ix", e, ("k", i))) for i, x in enumerate(v))
        r.count = ("c", "len", e)
        r.element = lambda k, x: wrap(v[k], ("ix", e, x))
    elif isinstance(v, dict):
        r = SDict({k: wrap(x, ("it", e, k)) if isinstance(k, str) else x for k, x in v.items()})
    else:
        return v
    r.e = e
    return r


def plain(v):
    if isinstance(v, SBool):
        return bool(int(v))
    if isinstance(v, SInt):
        return int(v)
    if isinstance(v, SFloat):
        return float(v)
    if isinstance(v, SStr):
        return str(v)
    if isinstance(v, SNone):
        return None
    if isinstance(v, list):
        return [plain(x) for x in v]
    if isinstance(v, tuple):
        return tuple(plain(x) for x in v)
    if isinstance(v, dict):
        return {plain(k): plain(x) for k, x in v.items()}
    return v


def scalar(v):
    return v is None or isinstance(v, (Sym, int, float, str, bool))


def listlike(v):
    return isinstance(v, (list, tuple)) and all(scalar(x) or listlike(x) for x in v)


def expr(v):
    """The expression of a value, or None if it has none (a module, a tensor...)."""
    if isinstance(v, Sym) and v.e is not None:
        return v.e
    if v is None or isinstance(v, (bool, int, float, str)):
        return ("k", v)
    if isinstance(v, (list, tuple)):
        items = [expr(x) for x in v]
        if any(x is None for x in items):
            return None
        return ("k", frozen(v)) if all(x[0] == "k" for x in items) else ("list", *items)
    if isinstance(v, dict) and v and all(isinstance(k, str) for k in v):
        items = [expr(x) for x in v.values()]
        if all(x is not None for x in items):
            return ("record", *[y for k, x in zip(v, items) for y in (k, x)])
    return None


def frozen(v):
    return tuple(frozen(x) for x in v) if isinstance(v, (list, tuple)) else plain(v)


def symbolic(v):
    e = expr(v)
    return e is not None and e[0] != "k"


def arithmetic(cls, kind):
    names = {
        "add": "+",
        "sub": "-",
        "mul": "*",
        "floordiv": "//",
        "mod": "%",
        "truediv": "/",
        "pow": "**",
    }
    for n, sign in names.items():

        def forward(a, b, n=n, sign=sign):
            if isinstance(b, float) and b == 1.0 and n == "mul" and not isinstance(b, Sym):
                return a
            r = (
                getattr(kind, f"__{n}__")(kind(a), plain(b))
                if not isinstance(b, float) or kind is float
                else getattr(float, f"__{n}__")(float(a), float(b))
            )
            return r if r is NotImplemented or expr(b) is None else wrap(r, op(sign, a.e, expr(b)))

        def backward(a, b, n=n, sign=sign):
            r = (
                getattr(kind, f"__r{n}__")(kind(a), plain(b))
                if not isinstance(b, float) or kind is float
                else getattr(float, f"__r{n}__")(float(a), float(b))
            )
            return r if r is NotImplemented or expr(b) is None else wrap(r, op(sign, expr(b), a.e))

        setattr(cls, f"__{n}__", forward)
        setattr(cls, f"__r{n}__", backward)
    cls.__neg__ = lambda a: wrap(-kind(a), ("u", "-", a.e))
    cls.__round__ = lambda a, *n: wrap(round(kind(a), *n), ("c", "round", a.e))
    cls.__ceil__ = lambda a: wrap(math.ceil(kind(a)), ("c", "ceil", a.e))
    cls.__floor__ = lambda a: wrap(math.floor(kind(a)), ("c", "floor", a.e))


arithmetic(SInt, int)
arithmetic(SBool, int)
arithmetic(SFloat, float)


def tensor_init(self, shape, dtype="floating", kind="t", persistent=True, val=None):
    self.shape = tuple(x if isinstance(x, (SInt, SBool)) else int(x) for x in shape)
    self.dtype, self.kind, self.persistent, self.val = dtype, kind, persistent, val


Tensor.__init__ = tensor_init


# ------------------------------------------------------------------ builtins on symbolic values
def is_whole(e):
    """Whether an expression of whole fields stays whole in files that have fractions in their
    place: a product does not."""
    return e[0] != "o" or e[1] not in ("*", "/", "**") and all(map(is_whole, e[2:]))


def lift(names, table):
    """Let a numeric function keep the expression of its arguments."""
    for n in names:
        original = table[n]

        def f(s, a, k, n=n, original=original):
            args = (
                list(a[0])
                if len(a) == 1 and isinstance(a[0], (list, tuple)) and n in ("min", "max", "sum")
                else a
            )
            r = original(s, [plain(x) for x in a], plain(k))
            if len(a) == 1 and isinstance(a[0], SList) and a[0].e is not None:
                return wrap(r, ("c", n, a[0].e))
            es = [expr(x) for x in args]
            if k or any(x is None for x in es) or not any(symbolic(x) for x in args):
                return r
            if n == "sum":
                total = ("k", 0)
                for x in es:
                    total = op("+", total, x)
                return wrap(r, total)
            if n == "int" and isinstance(args[0], SInt) and is_whole(es[0]):
                return args[0]
            if n == "bool" and isinstance(args[0], SBool):
                return args[0]
            return wrap(r, ("c", n, *es))

        table[n] = f


lift(["int", "float", "bool", "min", "max", "sum", "abs", "round", "str"], base.BUILTINS)
lift(["ceil", "floor", "sqrt", "log2", "log", "isqrt", "pow", "log10"], base.MATH_FUNCTIONS)
original_len = base.BUILTINS["len"]


def length(s, a, k):
    v = a[0]
    if isinstance(v, SList) and v.count is not None:
        return wrap(len(v), v.count)
    return original_len(s, a, k)


def ranged(s, a, k):
    p = [int(plain(x)) for x in a]
    values = range(*p)
    start, stop, step = (0, a[0], 1) if len(a) == 1 else (a[0], a[1], a[2] if len(a) > 2 else 1)
    if not symbolic(start) and not symbolic(stop) and not symbolic(step):
        return list(values)
    r = SList(values)
    count = op("-", expr(stop), expr(start))
    if plain(step) == -1:
        count = op("-", expr(start), expr(stop))
    elif expr(step) != ("k", 1):
        count = op("//", op("-", op("+", count, expr(step)), ("k", 1)), expr(step))
    r.count = count
    r.element = lambda i, x: wrap(values[i], op("+", expr(start), op("*", x, expr(step))))
    r.e = ("each", op("+", expr(start), op("*", ("v", "n"), expr(step))), "n", count)
    return r


def enumerated(s, a, k):
    v = a[0]
    start = k.get("start", a[1] if len(a) > 1 else 0)
    items = s.iter(v)
    if not (isinstance(v, SList) and v.element):
        return [(i + start, x) for i, x in enumerate(items)]
    r = SList((i + start, x) for i, x in enumerate(items))
    r.count = v.count
    r.element = lambda i, x: (wrap(i + plain(start), op("+", x, expr(start))), v.element(i, x))
    return r


def zipped(s, a, k):
    lists = [v if isinstance(v, SList) else s.iter(v) for v in a]
    values = list(zip(*lists))
    lead = [v for v in lists if isinstance(v, SList) and v.element]
    if not lead or len(lead) < len(lists):
        return values
    r = SList(values)
    r.count = lead[0].count
    r.element = lambda i, x: tuple(v.element(i, x) for v in lists)
    return r


def listed(s, a, k):
    return a[0] if a and isinstance(a[0], SList) else list(s.iter(a[0])) if a else []


def reverse_list(s, a, k):
    v = a[0]
    if not (isinstance(v, SList) and v.element):
        return s.iter(v)[::-1]
    r = SList(list(v)[::-1])
    r.count = v.count
    n = len(v)
    r.element = lambda i, x: v.element(n - 1 - i, op("-", op("-", v.count, ("k", 1)), x))
    return r


def distinct(s, a, k):
    """set(list of labels): which labels occur are decisions."""
    v = a[0] if a else []
    if isinstance(v, SList) and all(isinstance(x, str) for x in v) and v.e is not None:
        found = {str(x) for x in v}
        for label in sorted(found | {"full_attention", "sliding_attention"}):
            s.decide(("o", "in", ("k", label), v.e), label in found)
        return found
    return set(s.iter(v))


base.BUILTINS["set"] = distinct
base.BUILTINS.update(
    len=length,
    range=ranged,
    enumerate=enumerated,
    zip=zipped,
    list=listed,
    tuple=listed,
    reversed=reverse_list,
)
original_isinstance = base.BUILTINS["isinstance"]
base.BUILTINS["isinstance"] = lambda s, a, k: original_isinstance(
    s, [plain(a[0]) if isinstance(a[0], Sym) else a[0], a[1]], k
)
original_arange = base.TENSOR_FUNCTIONS["arange"]


def arange(s, a, k):
    args = a if a else [k["end"]]
    start, stop, step = (
        (0, args[0], 1)
        if len(args) == 1
        else (args[0], args[1], args[2] if len(args) > 2 else k.get("step", 1))
    )
    t = original_arange(s, [plain(x) for x in a], {n: plain(v) for n, v in k.items()})
    if any(symbolic(x) for x in (start, stop, step)):
        span = op("-", expr(stop), expr(start))
        count = span if expr(step) == ("k", 1) else ("c", "ceil", op("/", span, expr(step)))
        t.shape = (wrap(t.shape[0], count),)
    return t


base.TENSOR_FUNCTIONS["arange"] = arange
original_linspace = base.TENSOR_FUNCTIONS["linspace"]


def linspace(s, a, k):
    args = list(a) + [k[n] for n in ("steps", "num") if n in k]
    t = original_linspace(
        s, [plain(x) for x in args], {n: v for n, v in k.items() if n not in ("steps", "num")}
    )
    if any(symbolic(x) for x in args[:3]) and isinstance(t.val, list):
        x, y, n = (expr(v) for v in args[:3])
        t.val = wrap(
            t.val,
            (
                "each",
                op(
                    "+",
                    x,
                    op(
                        "/",
                        op("*", op("-", y, x), ("v", "n")),
                        ("c", "max", op("-", n, ("k", 1)), ("k", 1)),
                    ),
                ),
                "n",
                n,
            ),
        )
        t.shape = (wrap(int(t.shape[0]), n),)
    return t


base.TENSOR_FUNCTIONS["linspace"] = linspace
base.MATH_FUNCTIONS["linspace"] = lambda s, a, k: linspace(s, a, k).val
original_tensor = base.TENSOR_FUNCTIONS["tensor"]


def made_tensor(s, a, k):
    """A tensor of a list of the config keeps the list."""
    t = original_tensor(s, a, k)
    if isinstance(a[0], SList) and all(type(plain(x)) in (int, float) for x in a[0]):
        t.val = a[0]
    return t


base.TENSOR_FUNCTIONS["tensor"] = made_tensor
original_cumsum = base.TENSOR_METHODS["cumsum"]


def cumulated(s, t, a, k):
    """The running sums of a list."""
    e = expr(t.val) if isinstance(t.val, list) else None
    if e is None or e[0] == "k":
        return original_cumsum(s, t, a, k)
    sums = list(itertools.accumulate(plain(t.val)))
    count, upto = (
        ("c", "len", e),
        lambda x: ("c", "sum", ("c", "slice", e, ("k", 0), op("+", x, ("k", 1)))),
    )
    r = wrap(sums, ("each", upto(("v", "n")), "n", count))
    r.count = count
    r.element = lambda i, x: wrap(sums[i], upto(x))
    return Tensor(t.shape, t.dtype, val=r)


base.TENSOR_METHODS["cumsum"] = cumulated
original_copy = base.deepcopy


def copied(s, v, memo=None):
    """Copies keep expressions; a copied config remembers what it was copied from."""
    if isinstance(v, Config):
        c = Config(v.e)
        c.uid = v.uid
        c.override = v.override
        c.layered = getattr(v, "layered", {})
        c.home = getattr(v, "home", None)
        c.d = {k: copied(s, x) for k, x in v.d.items()}
        return c
    if isinstance(v, Sym):
        return v
    r = original_copy(s, v, memo)

    def keep(a, b):
        for n in ("activation", "call", "frame", "size", "auto", "conditions", "iterations"):
            if hasattr(a, n):
                setattr(b, n, getattr(a, n))
        for n, c in a.mods.items():
            if c is not None:
                keep(c, b.mods[n])

    if isinstance(v, Module):
        keep(v, r)
    return r


base.functions.deepcopy = copied  # what it calls itself for, too
base.BUILTINS["deepcopy"] = lambda s, a, k: copied(s, a[0])
base.BUILTINS["copy"] = (
    lambda s, a, k: copied(s, a[0]) if isinstance(a[0], (Config, Module)) else copy.copy(a[0])
)
