"""Python's own functions and those of `math` and `numpy`: (interpreter, arguments, keywords) ->
value."""

import copy
import math

from .values import (
    ClassReference,
    Config,
    DTypeName,
    Function,
    LayerConfigs,
    Module,
    NativeFunction,
    NotInterpreted,
    PythonModule,
    Tensor,
    TorchClass,
    TypeName,
)

TYPES = {n: TypeName(n) for n in ("Iterable", "Sequence", "Mapping", "Tensor", "Callable")}

STRING_METHODS = {
    "startswith",
    "endswith",
    "split",
    "replace",
    "lower",
    "upper",
    "strip",
    "join",
    "format",
    "rsplit",
    "lstrip",
    "rstrip",
    "isdigit",
    "find",
    "partition",
    "removeprefix",
    "removesuffix",
}

DICT_METHODS = {
    "get",
    "items",
    "keys",
    "values",
    "pop",
    "update",
    "setdefault",
    "copy",
    "clear",
    "popitem",
}

LIST_METHODS = {
    "tolist",
    "append",
    "extend",
    "insert",
    "index",
    "pop",
    "copy",
    "reverse",
    "sort",
    "remove",
    "count",
    "clear",
}


def b_isinstance(self, a, k):
    """`isinstance`."""
    v, t = a
    ts = t if isinstance(t, tuple) else (t,)
    for t in ts:
        n = t.n if isinstance(t, (TypeName, TorchClass)) else None
        if isinstance(t, NativeFunction):
            n = getattr(t, "name", None) or next(
                (x for x in BUILTINS if BUILTINS[x] is getattr(t, "impl", None)), None
            )
        if isinstance(t, PythonModule) and t.n == "PreTrainedConfig" and isinstance(v, Config):
            return True
        if isinstance(t, ClassReference):
            if isinstance(v, Config) and t.e in self.resolution_order(v.e):
                return True
            if isinstance(v, Module) and v.entry and t.e in self.resolution_order(v.entry):
                return True
        if isinstance(t, TorchClass):
            if isinstance(v, Module) and (
                v.cls == t.n or self.torch_base(v) == t.n or t.n == "Module"
            ):
                return True
            if t.n == "Parameter" and isinstance(v, Tensor) and v.kind == "param":
                return True
        if isinstance(t, DTypeName) and isinstance(v, Tensor):
            return False
        if n in PYTHON_TYPES and isinstance(v, PYTHON_TYPES[n]):
            return True
        if n in ("Iterable", "Sequence") and isinstance(v, (list, tuple, dict, set, str, range)):
            return True
        if n in ("Mapping",) and isinstance(v, dict):
            return True
        if n == "Tensor" and isinstance(v, Tensor):
            return True
    return False


PYTHON_TYPES = {
    "int": int,
    "float": float,
    "str": str,
    "bool": bool,
    "list": list,
    "tuple": tuple,
    "dict": dict,
    "set": set,
}


def b_getattr(self, a, k):
    """`getattr`."""
    return self.getattr(a[0], a[1], *a[2:3])


def b_hasattr(self, a, k):
    """`hasattr`."""
    o = object()
    return self.getattr(a[0], a[1], o) is not o


def b_type(self, a, k):
    """`type`."""
    v = a[0]
    if isinstance(v, Module):
        return ClassReference(v.entry) if v.entry else TorchClass(v.cls)
    if isinstance(v, Config):
        return ClassReference(v.e)
    return TypeName(type(v).__name__)


def b_setattr(self, a, k):
    """`setattr`."""
    self.setattr(*a)


def b_delattr(self, a, k):
    """`delattr`."""
    o = a[0]
    if isinstance(o, Module):
        for d in (o.mods, o.params, o.bufs, o.attrs):
            d.pop(a[1], None)
    elif isinstance(o, Config):
        o.d.pop(self.alias(o.e).get(a[1], a[1]), None)


def b_len(self, a, k):
    """`len`."""
    v = a[0]
    if isinstance(v, Module):
        return len(v.mods)
    if isinstance(v, Tensor):
        return v.shape[0]
    if isinstance(v, LayerConfigs):
        return self.config_value(v.c, "num_hidden_layers")
    if v is None or isinstance(v, (int, Config)):
        raise NotInterpreted("len")
    return len(v)


def of_numbers(f):
    """A function of numbers; other values are not interpreted."""

    def g(self, a, k):
        try:
            return f(*[x.val if isinstance(x, Tensor) and x.val is not None else x for x in a])
        except (TypeError, ValueError) as e:
            raise NotInterpreted(str(e))

    return g


def b_sorted(self, a, k):
    """`sorted`."""
    xs = self.iter(a[0])
    key = k.get("key")
    return sorted(
        xs,
        key=(lambda x: self.call(key, [x], {})) if key else None,
        reverse=k.get("reverse", False),
    )


def b_minmax(f):
    """`min` and `max`."""

    def g(self, a, k):
        xs = self.iter(a[0]) if len(a) == 1 else a
        if not xs and "default" in k:
            return k["default"]
        try:
            return f(xs)
        except (TypeError, ValueError) as e:
            raise NotInterpreted(str(e))

    return g


def deepcopy(self, v, memo=None):
    """`copy.deepcopy`; shared objects stay shared."""
    memo = {} if memo is None else memo
    if id(v) in memo:
        return memo[id(v)]
    if isinstance(v, Module):
        m = Module(v.cls, v.entry)
        memo[id(v)] = m
        for d in ("mods", "params", "bufs", "attrs"):
            setattr(m, d, {k: deepcopy(self, x, memo) for k, x in getattr(v, d).items()})
        for x in ("tied", "no_split"):
            if hasattr(v, x):
                setattr(m, x, copy.copy(getattr(v, x)))
        return m
    if isinstance(v, Tensor):
        t = Tensor(v.shape, v.dtype, v.kind, v.persistent)
        memo[id(v)] = t
        return t
    if isinstance(v, Config):
        c = Config(v.e)
        memo[id(v)] = c
        c.d = {k: deepcopy(self, x, memo) for k, x in v.d.items()}
        c.override = copy.deepcopy(v.override)
        return c
    if isinstance(v, list):
        return [deepcopy(self, x, memo) for x in v]
    if isinstance(v, dict):
        return {k: deepcopy(self, x, memo) for k, x in v.items()}
    return v


def b_copy(self, a, k):
    """`copy.copy`."""
    v = a[0]
    if isinstance(v, Config):
        c = Config(v.e)
        c.d = dict(v.d)
        c.override = v.override
        return c
    if isinstance(v, Module):
        return deepcopy(self, v)
    return copy.copy(v)


def b_partial(self, a, k):
    """`functools.partial`."""
    f = a[0]
    return NativeFunction(lambda a2, k2: self.call(f, a[1:] + a2, {**k, **k2}))


def b_weight_norm(self, a, k):
    """`weight_norm`, old and new: a tensor becomes two."""
    m = a[0]
    n = k.get("name", a[1] if len(a) > 1 else "weight")
    w = m.params.pop(n)
    dim = k.get("dim", a[2] if len(a) > 2 else 0)
    sh = [1] * len(w.shape)
    if dim is not None:
        sh[dim] = w.shape[dim]
    g = Tensor(sh, "floating", "param")
    v = Tensor(w.shape, "floating", "param")
    if k.get("__old__"):
        m.params[n + "_g"] = g
        m.params[n + "_v"] = v
        return m
    if "parametrizations" not in m.mods:
        m.cls = "Parametrized" + m.cls
        m.mods["parametrizations"] = Module("ModuleDict", None)
    pl = Module("ParametrizationList", None)
    pl.mods["0"] = Module("_WeightNorm", None)
    pl.params["original0"] = g
    pl.params["original1"] = v
    m.mods["parametrizations"].mods[n] = pl
    return m


def b_range(self, a, k):
    """`range`."""
    try:
        return list(range(*[int(x) if isinstance(x, bool) else x for x in a]))
    except TypeError as e:
        raise NotInterpreted(f"range {e}")


BUILTINS = {
    "int": of_numbers(int),
    "float": of_numbers(float),
    "str": lambda self, a, k: str(a[0]),
    "bool": lambda self, a, k: self.truth(a[0]),
    "len": b_len,
    "range": b_range,
    "enumerate": lambda self, a, k: [
        (i + k.get("start", a[1] if len(a) > 1 else 0), x) for i, x in enumerate(self.iter(a[0]))
    ],
    "zip": lambda self, a, k: [tuple(x) for x in zip(*[self.iter(y) for y in a])],
    "list": lambda self, a, k: list(self.iter(a[0])) if a else [],
    "tuple": lambda self, a, k: tuple(self.iter(a[0])) if a else (),
    "set": lambda self, a, k: set(self.iter(a[0])) if a else set(),
    "dict": lambda self, a, k: {**(dict(a[0]) if a else {}), **k},
    "OrderedDict": lambda self, a, k: {**(dict(a[0]) if a else {}), **k},
    "min": b_minmax(min),
    "max": b_minmax(max),
    "sum": lambda self, a, k: sum(self.iter(a[0]), *a[1:]),
    "abs": of_numbers(abs),
    "round": of_numbers(round),
    "any": lambda self, a, k: any(self.truth(x) for x in self.iter(a[0])),
    "all": lambda self, a, k: all(self.truth(x) for x in self.iter(a[0])),
    "sorted": b_sorted,
    "reversed": lambda self, a, k: self.iter(a[0])[::-1],
    "isinstance": b_isinstance,
    "getattr": b_getattr,
    "hasattr": b_hasattr,
    "setattr": b_setattr,
    "delattr": b_delattr,
    "type": b_type,
    "deepcopy": lambda self, a, k: deepcopy(self, a[0]),
    "copy": b_copy,
    "partial": b_partial,
    "map": lambda self, a, k: [self.call(a[0], [x], {}) for x in self.iter(a[1])],
    "filter": lambda self, a, k: [
        x for x in self.iter(a[1]) if self.truth(self.call(a[0], [x], {}))
    ],
    "callable": lambda self, a, k: isinstance(
        a[0], (Function, NativeFunction, ClassReference, TorchClass)
    ),
    "next": lambda self, a, k: next(a[0])
    if hasattr(a[0], "__next__")
    else (self.iter(a[0]) + list(a[1:]))[0],
    "iter": lambda self, a, k: self.iter(a[0]),
    "divmod": lambda self, a, k: divmod(*a),
    "pow": lambda self, a, k: pow(*a),
    "repr": lambda self, a, k: repr(a[0]),
    "issubclass": lambda self, a, k: isinstance(a[0], ClassReference)
    and isinstance(a[1], ClassReference)
    and a[1].e in self.resolution_order(a[0].e),
    "weight_norm": b_weight_norm,
    "print": lambda self, a, k: None,
    "defaultdict": lambda self, a, k: {},
    "slice": lambda self, a, k: slice(*a),
    "vars": lambda self, a, k: a[0].d,
}

for _n in list(PYTHON_TYPES):
    TYPES.setdefault(_n, None)

TYPES = {k: v for k, v in TYPES.items() if v is not None}

MATH_CONSTANTS = {"pi": math.pi, "inf": math.inf, "e": math.e}

MATH_FUNCTIONS = {
    n: of_numbers(getattr(math, n))
    for n in (
        "sqrt",
        "log",
        "log2",
        "log10",
        "isqrt",
        "ceil",
        "floor",
        "exp",
        "cos",
        "sin",
        "pow",
        "gcd",
        "prod",
        "tan",
        "fabs",
    )
}

MATH_FUNCTIONS["prod"] = lambda self, a, k: (
    math.prod(self.iter(a[0])) if isinstance(a[0], (list, tuple, Tensor)) else a[0]
)
MATH_FUNCTIONS["argsort"] = lambda self, a, k: sorted(range(len(a[0])), key=lambda i: a[0][i])
MATH_FUNCTIONS["linspace"] = lambda self, a, k: [
    a[0] + (a[1] - a[0]) * i / max(1, (a[2] if len(a) > 2 else k["num"]) - 1)
    for i in range(a[2] if len(a) > 2 else k["num"])
]
MATH_FUNCTIONS["arange"] = lambda self, a, k: list(range(*a))
MATH_FUNCTIONS["array"] = lambda self, a, k: a[0]
MATH_FUNCTIONS["round"] = of_numbers(round)
MATH_FUNCTIONS["log2"] = of_numbers(math.log2)
MATH_FUNCTIONS["power"] = of_numbers(pow)
MATH_FUNCTIONS["cumsum"] = lambda self, a, k: [sum(a[0][: i + 1]) for i in range(len(a[0]))]
MATH_FUNCTIONS["abs"] = of_numbers(abs)
MATH_FUNCTIONS["minimum"] = of_numbers(min)
MATH_FUNCTIONS["maximum"] = of_numbers(max)
MATH_FUNCTIONS["int32"] = of_numbers(int)
MATH_FUNCTIONS["float32"] = of_numbers(float)
