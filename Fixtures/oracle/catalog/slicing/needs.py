"""Which names are needed: of configs, of modules, of local variables."""

import ast
import inspect
import re
import types

from transformers import PreTrainedModel
from torch import nn

from .entities import (
    ALL,
    CLASS_CONSTANTS,
    FIELDS_NEEDED_ANYWHERE,
    NEEDED_ATTRIBUTES,
    NEEDED_FIELDS,
    NEEDED_NAMES,
    STRUCTURAL,
    SUBCLASSES,
    UNIT_MODULES,
    add_config_member,
    add_entity,
    is_config_like,
    mark,
)
from .library import (
    OBSERVED,
    UNRESOLVED,
    canonical_name,
    is_auto_class,
    is_module_class,
    is_torch_class,
    source_of,
)


class Needs:
    """Decides what a slice has to keep."""

    def need_attribute(self, base, name):
        """Notes that an attribute is read."""
        e = self.e
        if isinstance(base, ast.Name) and base.id == e.self_name:
            if e.kind.startswith("cfg"):
                mark(NEEDED_FIELDS[e.unit], name, e.unit if e.unit != "lib" else ALL)
                add_config_member(name)
                return
            mark(NEEDED_ATTRIBUTES[e.unit][e.owner], name, e.unit if e.unit != "lib" else ALL)
            self.self_member(name)
        elif is_config_like(e, base):
            if name == "to_dict":
                mark(NEEDED_FIELDS[e.unit], "*", e.unit)
            mark(NEEDED_FIELDS[e.unit], name, e.unit if e.unit != "lib" else ALL)
            add_config_member(name)
            if not (isinstance(base, ast.Name) and base.id == "config") and not (
                isinstance(base, ast.Attribute)
                and base.attr == "config"
                and isinstance(base.value, ast.Name)
                and base.value.id == e.self_name
            ):
                mark(FIELDS_NEEDED_ANYWHERE, name, ALL)
        else:
            mark(NEEDED_NAMES[e.unit], name, e.unit)
            if name not in ("weight", "bias", "append", "shape"):
                for c in list(UNIT_MODULES[e.unit]):
                    if (
                        isinstance(
                            inspect.getattr_static(c, name, None), (property, types.FunctionType)
                        )
                        and name != "forward"
                        and not hasattr(PreTrainedModel, name)
                    ):
                        self.member_of(c, name)

    def self_member(self, name):
        """Takes in the members of all classes that an attribute of `self` may be."""
        for c in list(SUBCLASSES[self.e.owner]):
            self.member_of(c, name)

    def member_of(self, c, name):
        """Takes in a method, property or constant of a class."""
        for b in c.__mro__:
            if b in (nn.Module, PreTrainedModel) or is_torch_class(b):
                return
            if name in b.__dict__:
                v = b.__dict__[name]
                if isinstance(v, property):
                    add_entity("prop", b, v, name)
                    canonical_name(b)
                elif isinstance(v, staticmethod):
                    add_entity("static", b, v, name)
                    canonical_name(b)
                elif isinstance(v, (types.FunctionType, classmethod)):
                    add_entity("method", b, v, name)
                    canonical_name(b)
                elif name.startswith("__") or isinstance(v, types.MemberDescriptorType):
                    pass
                else:
                    r = ast.unparse(self.reference(v))
                    if CLASS_CONSTANTS[b].get(name) != r:
                        CLASS_CONSTANTS[b][name] = r
                return

    def is_attribute_needed(self, name):
        """Whether an attribute of `self` is read by anything that is kept."""
        if name == "_tied_weights_keys":
            return True
        o = self.e.owner
        for D, ns in NEEDED_ATTRIBUTES[self.e.unit].items():
            if name in ns and (issubclass(D, o) or issubclass(o, D)):
                return True
        for u in ("lib",):
            for D, ns in NEEDED_ATTRIBUTES[u].items():
                if name in ns and (issubclass(D, o) or issubclass(o, D)):
                    return True
        return name in NEEDED_NAMES[self.e.unit]

    def is_field_needed(self, name):
        """Whether a field of a config is read by anything that is kept."""
        return (
            name in NEEDED_FIELDS[self.e.unit]
            or name in NEEDED_FIELDS["lib"]
            or name in FIELDS_NEEDED_ANYWHERE
        )

    def wants_target(self, t, val):
        """Whether an assignment's target matters."""
        e = self.e
        if isinstance(t, ast.Name):
            return t.id in self.need
        if isinstance(t, ast.Starred):
            return self.wants_target(t.value, val)
        if isinstance(t, (ast.Tuple, ast.List)):
            return any(self.wants_target(x, val) for x in t.elts)
        if isinstance(t, ast.Attribute):
            if isinstance(t.value, ast.Name) and t.value.id == e.self_name:
                if e.kind.startswith("cfg"):
                    return (
                        self.is_field_needed(t.attr)
                        or t.attr in ("rope_parameters", "layer_types", "tie_word_embeddings")
                        or t.attr.startswith("_")
                        or any(t.attr in getattr(c, "sub_configs_defaults", {}) for c in [e.owner])
                    )
                if self.is_attribute_needed(t.attr):
                    if (
                        val is not None
                        and not isinstance(val, ast.Constant)
                        and self.is_structural(val, t.attr)
                    ):
                        mark(STRUCTURAL[e.owner], t.attr, e.unit if e.unit != "lib" else ALL)
                    return True
                if val is None or not self.is_structural(val, t.attr):
                    return False
                mark(STRUCTURAL[e.owner], t.attr, e.unit if e.unit != "lib" else ALL)
                return True
            if t.attr in ("data", "requires_grad", "generation_config", "loss_function"):
                return False
            if is_config_like(e, t.value):
                return self.is_field_needed(t.attr)
            return True
        if isinstance(t, ast.Subscript):
            return self.wants_base(t.value)
        return True

    def wants_base(self, b):
        """Whether what is changed in place matters."""
        e = self.e
        while isinstance(b, (ast.Subscript,)):
            b = b.value
        if isinstance(b, ast.Call):
            return True if e.kind.startswith("cfg") else self.wants_base(b.func)
        if isinstance(b, ast.Name):
            return b.id in self.need or b.id == e.self_name or e.kind.startswith("cfg")
        if isinstance(b, ast.Attribute):
            if isinstance(b.value, ast.Name) and b.value.id == e.self_name:
                if e.kind.startswith("cfg"):
                    return self.is_field_needed(b.attr) or b.attr == "rope_parameters"
                return (
                    self.is_attribute_needed(b.attr)
                    or any(
                        b.attr in STRUCTURAL[c]
                        for c in [e.owner]
                        + SUBCLASSES[e.owner]
                        + [k for k in e.owner.__mro__ if k in STRUCTURAL]
                    )
                    or any(
                        b.attr in OBSERVED.get(f"{c.__module__}.{c.__qualname__}", ())
                        for c in [e.owner] + SUBCLASSES[e.owner]
                    )
                )
            if is_config_like(e, b.value):
                return self.is_field_needed(b.attr)
            return self.wants_base(b.value)
        return True

    def is_structural(self, n, attr):
        """Whether a value is a module, parameter or buffer."""
        q = f"{self.e.owner.__module__}.{self.e.owner.__qualname__}" if self.e.owner else ""
        for sub in [self.e.owner] + (SUBCLASSES[self.e.owner] if self.e.owner else []):
            if sub and attr in OBSERVED.get(f"{sub.__module__}.{sub.__qualname__}", ()):
                return True
        for x in ast.walk(n):
            if isinstance(x, ast.Call):
                f = self.resolved(x.func)
                if f is UNRESOLVED:
                    if isinstance(x.func, ast.Name):
                        return True  # local callable: layer_class(...)
                    if isinstance(x.func, ast.Subscript):
                        return True
                    if isinstance(x.func, ast.Attribute):
                        b = self.resolved(x.func.value)
                        if b is not UNRESOLVED and (is_module_class(b) or is_auto_class(b)):
                            return True
                        if (
                            isinstance(x.func.value, ast.Name)
                            and x.func.value.id == self.e.self_name
                            and not self.e.kind.startswith("cfg")
                        ):
                            t = inspect.getattr_static(self.e.owner, x.func.attr, None)
                            if t is None or hasattr(nn.Module, x.func.attr):
                                return True
                            src = (
                                source_of(inspect.unwrap(getattr(t, "__func__", t)))
                                if not isinstance(t, property)
                                else ""
                            )
                            if re.search(
                                r"nn\.|Module|Layer|Block|Parameter|Conv|Norm|self\.", src
                            ):
                                return attr in OBSERVED.get(q, ()) or q not in OBSERVED
                    continue
                if (
                    is_module_class(f)
                    or f in (nn.Parameter,)
                    or getattr(f, "__name__", "") == "Buffer"
                    or is_auto_class(getattr(f, "__self__", None))
                    or is_module_class(getattr(f, "__self__", None))
                ):
                    return True
                if isinstance(f, types.FunctionType) and (f.__module__ or "").startswith(
                    "transformers"
                ):
                    src = source_of(f)
                    if re.search(r"nn\.|Module|Layer|Block|Parameter|ACT2|from_config", src) and (
                        q not in OBSERVED or attr in OBSERVED[q]
                    ):
                        return True
            if (
                isinstance(x, ast.Subscript)
                and isinstance(x.value, ast.Name)
                and x.value.id in ("ACT2FN", "ACT2CLS")
            ):
                return True
        return False
