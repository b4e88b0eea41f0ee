"""What names and attributes mean."""

import math

from .functions import (
    BUILTINS,
    DICT_METHODS,
    LIST_METHODS,
    MATH_CONSTANTS,
    MATH_FUNCTIONS,
    STRING_METHODS,
    TYPES,
)
from .module_methods import MODULE_METHODS
from .shapes import DTYPES
from .tensor_functions import TENSOR_FUNCTIONS, f_pad
from .tensor_methods import TENSOR_METHODS
from .values import (
    ClassReference,
    Config,
    ConfigMapping,
    Distribution,
    DTypeName,
    Function,
    MISSING,
    Module,
    NativeFunction,
    NotInterpreted,
    PythonModule,
    Signature,
    SubConfig,
    Tensor,
    TorchClass,
)


class AttributeLookup:
    """Looks up names and attributes."""

    def glob(self, n, u):
        """The value of a global name in a unit."""
        x = self.cat.find(n, u)
        if x is not None:
            return self.entry_value(x)
        if n in BUILTINS:
            f = NativeFunction(lambda a, k: BUILTINS[n](self, a, k))
            f.name = n
            return f
        if n == "CONFIG_MAPPING":
            return ConfigMapping()
        if n == "signature":
            return NativeFunction(
                lambda a, k: Signature(
                    {f: None for b in self.resolution_order(a[0].entry) for f in b.fields}
                )
            )
        if n in TYPES:
            return TYPES[n]
        if n in ("torch", "math", "np", "nn", "F", "functools", "operator", "itertools"):
            return PythonModule(n)
        if n.startswith("Auto"):
            return PythonModule(n)
        if n == "PreTrainedConfig":
            return PythonModule(n)
        if self.cat.unit(n) is not None and not n[:1].isupper():
            return PythonModule("unit:" + n)
        if n.startswith("distribution_"):
            return NativeFunction(lambda a, k: Distribution(n.count("_"), *a, **k))
        if n.startswith("unsupported") or n.startswith("record_"):
            raise NotInterpreted(n)
        return TorchClass(n)

    def entry_value(self, x):
        """The value that an entry of the sliced sources stands for."""
        if isinstance(x, Function):
            return x
        if x.kind == "const":
            if x.value is None:
                x.value = self.evaluate(x.expr, {"__unit__": x.unit})
            return x.value
        return ClassReference(x)

    def getattr(self, o, n, default=MISSING):
        """An attribute, or the default where it is not known."""
        try:
            return self.attribute(o, n)
        except NotInterpreted:
            if default is MISSING:
                raise
            return default

    def projection(self, distribution, in_features):
        """The module that gives a distribution its parameters."""
        m = self.mark(Module("ParameterProjection", None))
        linear = lambda: self.torch_module("Linear", [in_features, distribution.dim], {})
        m.mods["proj"] = self.torch_module(
            "ModuleList", [[linear() for _ in range(distribution.parameters)]], {}
        )
        m.mods["domain_map"] = self.mark(Module("LambdaLayer", None))
        return m

    def mark(self, m):
        """A module that was just made; a recorder notes in which loops."""
        return m

    def attribute(self, o, n):
        """An attribute of any value."""
        if isinstance(o, Config):
            return self.config_value(o, n)
        if isinstance(o, Module):
            for d in (o.mods, o.params, o.bufs, o.attrs):
                if n in d:
                    return d[n]
            if o.entry:
                for b in self.resolution_order(o.entry):
                    if n in b.getters:
                        return self.call_function(b.getters[n], [], {}, selfv=o)
                    if n in b.methods:
                        f = b.methods[n]
                        return Function(n, f.args, f.body, f.unit, b, selfv=None if f.static else o)
                    if n in b.attrs:
                        return self.evaluate(b.attrs[n], {"__unit__": b.unit})
            if n in MODULE_METHODS:
                return NativeFunction(lambda a, k: MODULE_METHODS[n](self, o, a, k))
            if n == "__class__":
                return ClassReference(o.entry) if o.entry else TorchClass(o.cls)
            if n == "device":
                return "meta"
            if n == "dtype":
                return DTypeName("floating")
            if n == "training":
                return True
            if n == "_modules":
                return o.mods
            if n == "_parameters":
                return o.params
            if n == "_buffers":
                return o.bufs
            if n == "stage_names" and isinstance(o.attrs.get("config"), Config):
                return self.config_value(o.attrs["config"], n)
            if n in ("out_features", "out_indices") and isinstance(o.attrs.get("config"), Config):
                return self.config_value(o.attrs["config"], "_" + n)
            raise NotInterpreted(f"module attr {o.cls}.{n}")
        if isinstance(o, Distribution) and n == "get_parameter_projection":
            return NativeFunction(lambda a, k: self.projection(o, *a, **k))
        if isinstance(o, Tensor):
            if n == "shape":
                return list(o.shape)
            if n == "dtype":
                return DTypeName(o.dtype)
            if n in ("data", "real", "imag"):
                return Tensor(o.shape, o.dtype)
            if n == "T":
                return Tensor(o.shape[::-1], o.dtype)
            if n == "device":
                return "meta"
            if n == "ndim":
                return len(o.shape)
            if n in TENSOR_METHODS:
                return NativeFunction(lambda a, k: TENSOR_METHODS[n](self, o, a, k))
            raise NotInterpreted("tensor method " + n)
        if isinstance(o, PythonModule):
            if o.n == "torch":
                if n in DTYPES:
                    return DTypeName(n)
                if n in ("long", "int", "half", "float", "double", "short"):
                    return DTypeName(
                        {
                            "long": "int64",
                            "int": "int32",
                            "half": "float16",
                            "float": "float32",
                            "double": "float64",
                            "short": "int16",
                        }[n]
                    )
                if n == "pi":
                    return math.pi
                if n in TENSOR_FUNCTIONS:
                    return NativeFunction(lambda a, k: TENSOR_FUNCTIONS[n](self, a, k))
                if n == "Tensor":
                    return NativeFunction(
                        lambda a, k: Tensor(
                            tuple(a) if a and isinstance(a[0], int) else self.shape_of(a[0])
                        )
                    )
                raise NotInterpreted("torch." + n)
            if o.n in ("math", "np"):
                if n in MATH_CONSTANTS:
                    return MATH_CONSTANTS[n]
                f = MATH_FUNCTIONS.get(n)
                if f is None:
                    raise NotInterpreted(f"{o.n}.{n}")
                return NativeFunction(lambda a, k: f(self, a, k))
            if o.n.startswith("Auto") and n in ("from_config", "_from_config"):
                return NativeFunction(lambda a, k: self.auto(o.n, *a, **k))
            if o.n == "AutoConfig" and n == "for_model":
                return NativeFunction(lambda a, k: self.config_for(a[0], k))
            if o.n.startswith("unit:"):
                raise NotInterpreted(f"no {o.n}.{n}")
            if o.n == "PreTrainedConfig":
                if n == "__post_init__":
                    return NativeFunction(lambda a, k: self.base_post_init(a[0], k))
                if n == "__init__":
                    return NativeFunction(lambda a, k: self.base_post_init(a[0], k))
            if o.n == "itertools" and n == "cycle":
                return NativeFunction(lambda a, k: __import__("itertools").cycle(self.iter(a[0])))
            if o.n == "itertools" and n == "product":
                return NativeFunction(
                    lambda a, k: list(
                        __import__("itertools").product(*[self.iter(x) for x in a], **k)
                    )
                )
            if o.n == "itertools" and n in ("chain", "accumulate", "pairwise"):
                return NativeFunction(
                    lambda a, k: list(
                        getattr(__import__("itertools"), n)(*[self.iter(x) for x in a])
                    )
                )
            if o.n == "nn":
                return TorchClass(n)
            if o.n == "F" and n == "pad":
                return NativeFunction(f_pad)
            if o.n == "F":
                return NativeFunction(lambda a, k: Tensor(a[0].shape if a else (), a[0].dtype))
            raise NotInterpreted(f"{o.n}.{n}")
        if isinstance(o, ClassReference):
            e = o.e
            if n in ("_from_config", "from_config"):
                return NativeFunction(lambda a, k: self.construct(e, a, k))
            if n == "__name__":
                return e.disp
            if n == "from_dict":
                return NativeFunction(lambda a, k: self.make_config(e, a[0]))
            if n == "__init__":
                f = NativeFunction(lambda a, k: self.init(a[0], e, a[1:], k))
                f.entry = e
                return f
            if n == "__post_init__":

                def f(a, k):
                    self.run_post_init(a[0], e, k)

                return NativeFunction(f)
            for b in self.resolution_order(e):
                if n in b.methods:
                    f = b.methods[n]
                    if f.static:
                        return Function(n, f.args, f.body, f.unit, b)
                    return NativeFunction(
                        lambda a, k: (
                            self.call_function(f, a[1:], k, selfv=a[0])
                            if a and isinstance(a[0], (Module, Config)) and e.kind != "config"
                            else self.call_function(f, a, k, selfv=o)
                        )
                    )
                if n in b.attrs:
                    return self.evaluate(b.attrs[n], {"__unit__": b.unit})
                if n in b.fields:
                    return self.evaluate(b.fields[n], {"__unit__": b.unit})
            if n == "model_type":
                return e.model_type
            raise NotInterpreted(f"class attr {e.name}.{n}")
        if isinstance(o, TorchClass):
            if n == "__init__":
                return NativeFunction(lambda a, k: self.fill_torch_module(a[0], o.n, a[1:], k))
            if n == "__name__":
                return o.n
            if o.n in ("parametrizations", "utils"):
                return TorchClass(n)
            raise NotInterpreted(f"prim attr {o.n}.{n}")
        if isinstance(o, Signature) and n == "parameters":
            return o.p
        if isinstance(o, SubConfig):
            if n == "create_subconfig":
                return NativeFunction(lambda a, k: self.make_sub_config(o, *a, **k))
            return getattr(o, n)
        if isinstance(o, DTypeName):
            raise NotInterpreted("dtype attr")
        if isinstance(o, str) and n in STRING_METHODS:
            return NativeFunction(lambda a, k: getattr(o, n)(*a, **k))
        if isinstance(o, dict) and n in DICT_METHODS:
            return NativeFunction(
                lambda a, k: list(getattr(o, n)())
                if n in ("keys", "values", "items")
                else getattr(o, n)(*a, **k)
            )
        if isinstance(o, list) and n == "tolist":
            return NativeFunction(lambda a, k: o)
        if isinstance(o, list) and n in LIST_METHODS:
            return NativeFunction(
                lambda a, k: getattr(o, n)(*[self.iter(x) if n == "extend" else x for x in a], **k)
            )
        if isinstance(o, tuple) and n in ("index", "count"):
            return NativeFunction(lambda a, k: getattr(o, n)(*a))
        if isinstance(o, set) and n in (
            "add",
            "update",
            "union",
            "discard",
            "remove",
            "intersection",
            "difference",
            "issubset",
            "isdisjoint",
        ):
            return NativeFunction(lambda a, k: getattr(o, n)(*a))
        if isinstance(o, NativeFunction) and n == "__name__":
            return "?"
        if isinstance(o, type) and n == "__name__":
            return o.__name__
        raise NotInterpreted(f"attr {type(o).__name__}.{n}")

    def auto(self, name, config=None, **k):
        """The module that an auto class builds of a config."""
        mt = self.config_value(config, "model_type")
        tab = self.cat.index["auto"].get(name)
        if tab is None:
            raise NotInterpreted("no auto " + name)
        # model types are keyed by config class: find the type whose config class is this one
        q = f"{config.e.unit}.{config.e.name}"
        cands = [t for t, c in self.cat.index["types"].items() if c == q and t in tab]
        if mt in tab and mt in cands:
            pick = mt
        elif cands:
            pick = cands[0]
        elif mt in tab:
            pick = mt
        else:
            raise NotInterpreted(f"{name} has no {mt}")
        cn = tab[pick]
        if isinstance(cn, list):
            ar = self.config_value(config, "architectures", None) or []
            cn = next((x for x in ar if x in cn), cn[0])
        cq = self.cat.index["classes"].get(cn)
        if cq is None:
            raise NotInterpreted("class missing " + str(cn))
        e = self.cat.find(cq, "lib")
        subs = {}
        for b in reversed(self.resolution_order(config.e)):
            subs.update({kk: (v[0], b.unit) for kk, v in b.subs.items()})
        tc = subs.get("text_config")
        if tc is not None and tc[0] != "auto":
            te = self.cat.find(*tc)
            if e.config and self.cat.find(e.config, e.unit) is te:
                config = self.text_config(config)
        return self.construct(
            e,
            [config],
            {
                kk: v
                for kk, v in k.items()
                if kk not in ("attn_implementation", "dtype", "torch_dtype", "trust_remote_code")
            },
        )
