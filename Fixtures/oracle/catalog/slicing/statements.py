"""Which statements are kept: one method for each kind, `s_` and the node's class; None where it
goes."""

import ast
import copy
import inspect
import re
import types

from transformers import PreTrainedConfig
from transformers import PreTrainedModel
from torch import nn

from .entities import (
    ENTITIES,
    NEEDED_ATTRIBUTES,
    NEEDED_NAMES,
    add_config,
    add_module,
    is_config_like,
)
from .library import (
    CLASSES_WITHOUT_ARGUMENTS,
    KEYWORDS_WITHOUT_SHAPES,
    METHODS_WITHOUT_STRUCTURE,
    MUTATORS,
    PROBLEMS,
    UNRESOLVED,
    is_config_class,
    is_module_class,
    is_torch_class,
    log,
)


class StatementSlicing:
    """Slices statements."""

    def block(self, stmts):
        """What is kept of some statements."""
        out = []
        for st in stmts:
            r = self.statement(copy.deepcopy(st))
            if r is None:
                continue
            out.extend(r if isinstance(r, list) else [r])
        return out

    def statement(self, st):
        """What is kept of a statement."""
        m = getattr(self, "s_" + type(st).__name__, None)
        if m is None:
            log("stmt " + type(st).__name__, self.e)
            return None
        return m(st)

    def s_Assign(self, st):
        v = st.value
        ts = [
            t
            for t in st.targets
            if self.wants_target(t, v)
            or (
                self.e.kind == "cfg"
                and any(
                    isinstance(x, ast.Call)
                    and isinstance(x.func, ast.Attribute)
                    and x.func.attr == "pop"
                    and isinstance(x.func.value, ast.Name)
                    and x.func.value.id == "kwargs"
                    for x in ast.walk(v)
                )
            )
        ]
        if not ts:
            return None
        st.value = self.rewritten(v)
        st.targets = [self.rewritten_target(t) for t in ts]
        return st

    def s_AnnAssign(self, st):
        if st.value is None:
            return None
        return self.s_Assign(ast.Assign([st.target], st.value, lineno=0))

    def s_AugAssign(self, st):
        if not self.wants_target(st.target, None):
            return None
        st.value = self.rewritten(st.value)
        if isinstance(st.target, ast.Name):
            self.need.add(st.target.id)
        st.target = self.rewritten_target(st.target)
        return st

    def s_If(self, st):
        a = self.block(st.body)
        b = self.block(st.orelse)
        if not a and not b:
            return None
        test = self.rewritten(st.test)
        if isinstance(test, ast.Constant):
            return a if test.value else b
        if (
            isinstance(test, ast.UnaryOp)
            and isinstance(test.op, ast.Not)
            and isinstance(test.operand, ast.Constant)
        ):
            return b if test.operand.value else a
        if (
            isinstance(test, ast.BoolOp)
            and isinstance(test.op, ast.And)
            and any(isinstance(v, ast.Constant) and not v.value for v in test.values)
        ):
            return b
        if not a:
            test = ast.UnaryOp(ast.Not(), test)
            a, b = b, []
        st.test = test
        st.body = a
        st.orelse = b
        return st

    def is_trivial(self, b):
        """Whether a loop's body has nothing but jumps."""
        return all(
            isinstance(x, (ast.Continue, ast.Break, ast.Pass))
            or (isinstance(x, ast.If) and self.is_trivial(x.body) and self.is_trivial(x.orelse))
            for x in b
        )

    def s_For(self, st):
        b = self.block(st.body)
        if self.is_trivial(b):
            return None
        st.body = b
        st.orelse = []
        st.iter = self.rewritten(st.iter)
        st.target = self.rewritten_target(st.target)
        return st

    def s_While(self, st):
        b = self.block(st.body)
        if self.is_trivial(b):
            return None
        st.body = b
        st.orelse = []
        st.test = self.rewritten(st.test)
        return st

    def s_With(self, st):
        return self.block(st.body) or None

    def s_Try(self, st):
        return self.block(st.body) or None

    def s_Return(self, st):
        if st.value is not None:
            st.value = self.rewritten(st.value)
        return st

    def s_Continue(self, st):
        return st

    def s_Break(self, st):
        return st

    def s_Pass(self, st):
        return None

    def s_Raise(self, st):
        return None

    def s_Assert(self, st):
        return None

    def s_Import(self, st):
        return None

    def s_ImportFrom(self, st):
        return None

    def s_Global(self, st):
        return None

    def s_Delete(self, st):
        if all(self.wants_base(t) if not isinstance(t, ast.Name) else False for t in st.targets):
            st.targets = [self.rewritten_target(t) for t in st.targets]
            return st

    def s_FunctionDef(self, st):
        if st.name not in self.need:
            return None
        st.decorator_list = []
        st.returns = None
        st.body = self.block(st.body) or [ast.Pass()]
        for a in st.args.args + st.args.kwonlyargs:
            a.annotation = None
        return st

    def s_Expr(self, st):
        """Calls that change something: constructors of base classes, methods that add modules,
        mutations of what is needed."""
        v = st.value
        if not isinstance(v, ast.Call):
            return None
        f = v.func
        e = self.e
        if isinstance(f, ast.Attribute):
            # super().__init__ / super().method
            if (
                isinstance(f.value, ast.Call)
                and isinstance(f.value.func, ast.Name)
                and f.value.func.id == "super"
            ):
                if f.attr in ("__init__", "__post_init__") and (e.name == f.attr):
                    return self.super_init(v, f.attr, e.owner)
                if f.attr in METHODS_WITHOUT_STRUCTURE or f.attr.startswith("validate"):
                    return None
                st.value = self.rewritten(v)
                return st
            o = self.resolved(f)
            if o is not UNRESOLVED:
                b = self.resolved(f.value)
                if f.attr in ("__init__", "__post_init__") and inspect.isclass(
                    b
                ):  # explicit Base.__init__(self,...)
                    v.args = v.args[1:]
                    return self.super_init(v, f.attr, None, b)
                if isinstance(o, types.FunctionType) and is_module_class(b):
                    st.value = self.rewritten(v)
                    return st
                return None  # nn.init.*, torch.*, logger...
            if isinstance(f.value, ast.Name) and f.value.id == e.self_name:
                if f.attr in METHODS_WITHOUT_STRUCTURE or (
                    f.attr.startswith("validate") or f.attr.startswith("_validate")
                ):
                    return None
                if f.attr in (
                    "register_buffer",
                    "register_parameter",
                    "add_module",
                    "register_module",
                    "append",
                    "extend",
                    "insert",
                ):
                    st.value = self.rewritten(v)
                    return st
                if e.kind.startswith("cfg"):
                    if f.attr in ("standardize_rope_params", "convert_rope_params_to_dict"):
                        st.value = self.rewritten(v)
                        return st
                    t = inspect.getattr_static(e.owner, f.attr, None)
                    if t is not None:
                        st.value = self.rewritten(v)
                        return st
                    return None
                t = inspect.getattr_static(e.owner, f.attr, None)
                if t is None or hasattr(nn.Module, f.attr) or f.attr in PreTrainedModel.__dict__:
                    return None
                self.need_attribute(f.value, f.attr)
                k = [
                    x
                    for x in ENTITIES.values()
                    if x is not None
                    and x.name == f.attr
                    and x.owner is not None
                    and issubclass(e.owner, x.owner)
                ]
                if k and k[0].out is not None and not k[0].out and len(k) == 1:
                    return None
                st.value = self.rewritten(v)
                return st
            if f.attr == "__setattr__":
                st.value = self.rewritten(v)
                return st
            if f.attr in MUTATORS:
                if (
                    f.attr in ("pop", "update")
                    and is_config_like(e, f.value)
                    and not isinstance(f.value, ast.Name)
                ):
                    pass
                if not f.attr.startswith(("register", "add_module")) and not self.wants_base(
                    f.value
                ):
                    return None
                st.value = self.rewritten(v)
                return st
            if isinstance(f.value, ast.Attribute) or isinstance(f.value, ast.Name):
                return None if f.attr in METHODS_WITHOUT_STRUCTURE or True else st
            return None
        o = self.resolved(f)
        if o is setattr:
            st.value = self.rewritten(v)
            return st
        if o is delattr:
            st.value = self.rewritten(v)
            return st
        if isinstance(o, types.FunctionType) and (o.__module__ or "").startswith("transformers"):
            if re.match(
                r"requires_backends|is_|deprecate|warn|init_|_init|lecun|variance|trunc|logger",
                o.__name__,
            ):
                return None
            if not is_module_class(o):
                log("function call stmt kept", (e, o.__name__))
                st.value = self.rewritten(v)
                return st
        if o is UNRESOLVED and isinstance(f, ast.Name) and f.id in self.e.locals:
            st.value = self.rewritten(v)
            self.need.add(f.id)
            return st
        return None

    def super_init(self, v, attr, owner, base=None):
        """The call of the constructor or `__post_init__` of a base class."""
        e = self.e
        if e.kind.startswith("cfg"):
            if e.name != attr:
                pass
            b = base
            if b is None:
                for k in e.owner.__mro__[1:]:
                    if attr in k.__dict__ and is_config_class(k):
                        b = k
                        break
            if b is None:
                return None
            if b is PreTrainedConfig or not is_config_class(b):
                nm = "PreTrainedConfig"
                r = ast.Name(nm, ast.Load())
            else:
                add_config(b)
                r = self.qualified(b)
            args = [self.rewritten(a) for a in v.args]
            kws = [ast.keyword(k.arg, self.rewritten(k.value)) for k in v.keywords]
            return ast.Expr(
                ast.Call(
                    ast.Attribute(r, attr, ast.Load()), [ast.Name("self", ast.Load())] + args, kws
                )
            )
        if base is None:
            base = None
            for k in e.owner.__mro__[1:]:
                if "__init__" in k.__dict__:
                    base = k
                    break
        # skip mixins whose init just forwards
        while base is not None and base.__name__ in (
            "BackboneMixin",
            "GradientCheckpointingLayer",
            "GenerationMixin",
            "PushToHubMixin",
            "ModuleUtilsMixin",
        ):
            nx = None
            for k in e.owner.__mro__[e.owner.__mro__.index(base) + 1 :]:
                if "__init__" in k.__dict__:
                    nx = k
                    break
            base = nx
        args = v.args
        kws = v.keywords
        if e.owner is not None and not is_module_class(e.owner):
            base = PreTrainedModel
        if base in (nn.Module, object, None):
            return None
        if base is PreTrainedModel:
            a = args[0] if args else kws[0].value if kws else None
            if a is None:
                return None
            if isinstance(a, ast.Starred):
                return None
            return ast.Assign(
                [ast.Attribute(ast.Name("self", ast.Load()), "config", ast.Store())],
                self.rewritten(a),
                lineno=0,
            )
        if is_torch_class(base):
            kws = [
                k
                for k in kws
                if k.arg not in KEYWORDS_WITHOUT_SHAPES
                or any(k.arg in ns for ns in NEEDED_ATTRIBUTES[e.unit].values())
                or k.arg in NEEDED_NAMES[e.unit]
            ]
            if base.__name__ in CLASSES_WITHOUT_ARGUMENTS:
                args = []
                kws = []
            r = ast.Name(base.__name__, ast.Load())
            if base.__module__.startswith("torch") and base in (nn.Module,):
                return None
        elif is_module_class(base):
            add_module(base)
            r = self.qualified(base)
        else:
            PROBLEMS.setdefault("nonmodule super init", []).append(str((e, base)))
            return None
        return ast.Expr(
            ast.Call(
                ast.Attribute(r, "__init__", ast.Load()),
                [ast.Name("self", ast.Load())] + [self.rewritten(a) for a in args],
                [ast.keyword(k.arg, self.rewritten(k.value)) for k in kws],
            )
        )
