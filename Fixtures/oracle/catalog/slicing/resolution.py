"""What names in a function mean, and how they are written in the sliced text."""

import ast
import builtins
import collections
import copy
import dataclasses
import enum
import functools
import inspect
import math
import re
import types

from transformers.models.auto.configuration_auto import AutoConfig
from transformers.models.auto.configuration_auto import CONFIG_MAPPING
from transformers.time_series_utils import DistributionOutput
from transformers import PreTrainedConfig
from torch import nn
import torch

from .entities import CONSTANTS, OTHER_UNITS, add_config, add_entity, add_module
from .library import (
    UNRESOLVED,
    canonical_name,
    is_auto_class,
    is_config_class,
    is_module_class,
    is_torch_class,
    log,
)


class Resolution:
    """Resolves names statically."""

    def resolved(self, n):
        """The object that an expression stands for, UNRESOLVED where that is not known before it
        runs."""
        if isinstance(n, ast.Name):
            if n.id in self.e.local_imports:
                return self.e.local_imports[n.id]
            if n.id in self.e.locals:
                return UNRESOLVED
            if n.id in self.e.closure:
                return self.e.closure[n.id]
            if n.id in self.e.globals:
                return self.e.globals[n.id]
            return getattr(builtins, n.id, UNRESOLVED)
        if isinstance(n, ast.Attribute):
            b = self.resolved(n.value)
            if b is UNRESOLVED:
                return UNRESOLVED
            if isinstance(b, (types.ModuleType, type)) or isinstance(b, enum.Enum):
                try:
                    return getattr(b, n.attr)
                except Exception:
                    return UNRESOLVED
        return UNRESOLVED

    def reference(self, o, nm=None, depth=0):
        """The syntax tree by which the sliced text names an object."""
        C = lambda v: ast.Constant(v)
        N = lambda v: ast.parse(v, mode="eval").body
        if o is CONFIG_MAPPING:
            return N("CONFIG_MAPPING")
        if o is inspect.signature:
            return N("signature")
        if o is None or isinstance(o, (bool, int, str)) and not isinstance(o, enum.Enum):
            return C(o)
        if isinstance(o, float):
            return C(o) if math.isfinite(o) else N(f"float('{o}')")
        if isinstance(o, enum.Enum):
            return self.reference(o.value, nm, depth)
        if isinstance(o, torch.dtype):
            return N(str(o))
        if isinstance(o, (list, tuple, set, frozenset)):
            xs = [self.reference(x, nm, depth + 1) for x in o]
            r = (
                ast.List(xs, ast.Load())
                if isinstance(o, list)
                else ast.Tuple(xs, ast.Load())
                if isinstance(o, tuple)
                else (ast.Set(xs) if xs else N("set()"))
            )
            return self.constant(o, nm, r, depth)
        if isinstance(o, dict):
            r = ast.Dict(
                [self.reference(k, nm, depth + 1) for k in o],
                (
                    [self.reference(v, nm, depth + 1) for v in dict.values(o)]
                    if type(o).__name__ != "ClassInstantier"
                    else [
                        self.reference(
                            (
                                dict.__getitem__(o, k)
                                if False
                                else (
                                    collections.OrderedDict.__getitem__(o, k)
                                    if type(o).__name__ != "ClassInstantier"
                                    else dict.__getitem__(o, k)
                                )
                            ),
                            nm,
                            depth + 1,
                        )
                        for k in o
                    ]
                ),
            )
            if type(o).__name__ == "ClassInstantier":
                nm = "ACT2FN" if nm is None else nm
                return self.constant(o, nm, r, depth, force=True, unit="lib")
            return self.constant(o, nm, r, depth)
        if isinstance(o, type):
            if o in (nn.Parameter,):
                return N("Parameter")
            if o.__name__ == "Buffer" and o.__module__.startswith("torch"):
                return N("Buffer")
            if o.__module__ == "itertools":
                return N("itertools." + o.__name__)
            if is_torch_class(o):
                return N(o.__name__)
            if is_module_class(o):
                add_module(o)
                return self.qualified(o)
            if is_auto_class(o) or o is AutoConfig:
                return N(o.__name__)
            if o is PreTrainedConfig:
                return N("PreTrainedConfig")
            if is_config_class(o):
                add_config(o)
                return self.qualified(o)
            if o.__module__ in ("builtins", "collections", "collections.abc", "typing"):
                return N(o.__name__)
            if o is torch.Tensor:
                return N("torch.Tensor")
            if o.__module__.startswith("torch"):
                return N("torch." + o.__name__)
            if issubclass(o, DistributionOutput):
                return N("distribution_" + "_".join(o.args_dim))
            if dataclasses.is_dataclass(o) or issubclass(o, tuple):
                log("dataclass/namedtuple ref", (self.e, o))
                return N("record_" + o.__name__)
            log("unsupported class ref", (self.e, o))
            return N("unsupported_" + o.__name__)
        if isinstance(o, functools.partial):
            return ast.Call(
                N("partial"),
                [self.reference(o.func)] + [self.reference(a) for a in o.args],
                [ast.keyword(k, self.reference(v)) for k, v in o.keywords.items()],
            )
        if isinstance(o, types.ModuleType):
            return N(o.__name__.split(".")[-1] if o.__name__ != "torch.nn" else "nn")
        mod = getattr(o, "__module__", "") or ""
        name = getattr(o, "__name__", None)
        if o is copy.deepcopy or o is copy.copy:
            return N(name)
        if (
            isinstance(o, types.BuiltinFunctionType)
            or mod.startswith("torch")
            or mod in ("math", "builtins", "numpy", "functools", "operator", "itertools", "re")
            or mod.startswith("numpy")
        ):
            if mod == "math":
                return N("math." + name)
            if mod == "builtins" and getattr(builtins, name, None) is o:
                return N(name)
            if mod.startswith("numpy"):
                return N("np." + name)
            if mod in ("functools", "operator", "itertools", "re"):
                return N(mod + "." + name)
            if mod == "torch.nn.utils.weight_norm" and name == "weight_norm":
                return N("torch.weight_norm_old")
            if name and getattr(nn.functional, name, None) is o:
                return N("F." + name)
            if name:
                return N("torch." + name)
        if isinstance(o, (types.FunctionType, functools._lru_cache_wrapper)) and mod.startswith(
            "transformers"
        ):
            o2 = inspect.unwrap(o)
            add_entity("func", None, o2, o2.__name__)
            return self.qualified(o2)
        if isinstance(o, types.MethodType):
            cl = o.__self__
            return ast.Attribute(self.reference(cl), o.__func__.__name__, ast.Load())
        if isinstance(o, torch.Tensor):
            return N(f"torch.empty({list(o.shape)}, dtype={o.dtype})")
        if isinstance(o, nn.Module) and not list(o.parameters()) and not list(o.children()):
            return ast.Call(self.reference(type(o)), [], [])
        if isinstance(o, nn.Module):
            log("module instance const", (self.e, o))
            return N("unsupported_instance")
        if isinstance(o, torch.Size):
            return self.reference(tuple(o))
        log("unsupported ref " + type(o).__name__, (self.e, nm))
        return N("unsupported_" + re.sub(r"\W", "_", type(o).__name__))

    def constant(self, o, nm, r, depth, force=False, unit=None):
        """A long constant gets a name of its own."""
        if depth or nm is None or (not force and len(ast.unparse(r)) < 60):
            return r
        u = unit or self.e.unit
        d = CONSTANTS.setdefault(u, {})
        if nm not in d:
            d[nm] = ast.unparse(r)
        return (
            ast.Name(nm if u == self.e.unit else f"{u}.{nm}", ast.Load())
            if u == self.e.unit
            else ast.Attribute(ast.Name(u, ast.Load()), nm, ast.Load())
        )

    def qualified(self, o):
        """The name of a class or function as the unit reads it."""
        u, n = canonical_name(o)
        if u != self.e.unit and u != "lib":
            OTHER_UNITS[self.e.unit].add(u)
        return (
            ast.Name(n, ast.Load())
            if u == self.e.unit
            else ast.Attribute(ast.Name(u, ast.Load()), n, ast.Load())
        )
