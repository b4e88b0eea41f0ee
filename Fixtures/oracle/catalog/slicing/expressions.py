"""Expressions of kept statements, rewritten for the sliced text."""

import ast
import inspect
import types

from transformers import PreTrainedConfig
from transformers import PreTrainedModel

from .entities import NEEDED_FIELDS, NEEDED_NAMES, add_entity, mark
from .library import (
    CLASSES_WITHOUT_ARGUMENTS,
    KEYWORDS_WITHOUT_SHAPES,
    UNRESOLVED,
    is_auto_class,
    is_availability_check,
    is_config_class,
    is_module_class,
    is_torch_class,
    log,
)


class ExpressionRewriting:
    """Rewrites expressions: one method for each kind of node, `x_` and the node's class."""

    def rewritten(self, n):
        """An expression for the sliced text."""
        m = getattr(self, "x_" + type(n).__name__, None)
        if m:
            return m(n)
        for f, v in ast.iter_fields(n):
            if isinstance(v, ast.AST) and not isinstance(
                v, (ast.expr_context, ast.operator, ast.unaryop, ast.cmpop, ast.boolop)
            ):
                setattr(n, f, self.rewritten(v))
            elif isinstance(v, list):
                setattr(
                    n,
                    f,
                    [
                        self.rewritten(x)
                        if isinstance(x, ast.AST) and not isinstance(x, (ast.cmpop,))
                        else x
                        for x in v
                    ],
                )
        return n

    def x_Name(self, n):
        if not isinstance(n.ctx, ast.Load):
            return n
        if n.id in self.e.locals and n.id not in self.e.local_imports:
            self.need.add(n.id)
            return n
        o = self.resolved(n)
        if o is UNRESOLVED:
            log("unresolved name", (self.e, n.id))
            return n
        return self.reference(o, n.id)

    def x_Attribute(self, n):
        if isinstance(n.ctx, ast.Load):
            o = self.resolved(n)
            if o is not UNRESOLVED:
                b = self.resolved(n.value)
                if is_module_class(b) and not is_module_class(o) and callable(o):
                    n.value = self.rewritten(n.value)
                    if not is_torch_class(b) and not is_auto_class(b):
                        self.member_of(b, n.attr)
                    return n
                if is_auto_class(b) or is_config_class(b):
                    n.value = self.rewritten(n.value)
                    return n
                return self.reference(o, n.attr)
            self.need_attribute(n.value, n.attr)
        n.value = self.rewritten(n.value)
        return n

    def x_Call(self, n):
        f = self.resolved(n.func)
        if f is not UNRESOLVED:
            if f is hasattr and isinstance(self.resolved(n.args[0]), types.ModuleType):
                return ast.Constant(hasattr(self.resolved(n.args[0]), n.args[1].value))
            if is_availability_check(f):
                try:
                    return ast.Constant(bool(f(*[ast.literal_eval(a) for a in n.args])))
                except Exception:
                    return ast.Constant(False)
            if inspect.isclass(f) and is_torch_class(f):
                nm = f.__name__
                if nm in CLASSES_WITHOUT_ARGUMENTS:
                    n.args = []
                    n.keywords = []
                else:
                    n.keywords = [
                        k
                        for k in n.keywords
                        if k.arg not in KEYWORDS_WITHOUT_SHAPES
                        or k.arg in NEEDED_NAMES[self.e.unit]
                    ]
            if (
                f in (getattr, hasattr, setattr)
                and len(n.args) > 1
                and isinstance(n.args[1], ast.Constant)
            ):
                self.need_attribute(n.args[0], n.args[1].value)
            elif (
                f in (getattr, hasattr) and len(n.args) > 1 and isinstance(n.args[1], ast.JoinedStr)
            ):
                log("dynamic getattr", (self.e, ast.unparse(n)))
        if (
            isinstance(n.func, ast.Attribute)
            and isinstance(n.func.value, ast.Call)
            and isinstance(n.func.value.func, ast.Name)
            and n.func.value.func.id == "super"
        ):
            nm = n.func.attr
            for b in self.e.owner.__mro__[1:]:
                if nm in b.__dict__:
                    if is_config_class(b) or is_config_class(self.e.owner):
                        if b not in (PreTrainedConfig,):
                            add_entity("cfg", b, b.__dict__[nm], nm)
                        elif nm in ("convert_rope_params_to_dict", "standardize_rope_params"):
                            add_entity("cfg", b, b.__dict__[nm], nm)
                    elif not is_torch_class(b) and b is not PreTrainedModel:
                        add_entity("method", b, b.__dict__[nm], nm)
                    break
            n.args = [self.rewritten(a) for a in n.args]
            n.keywords = [ast.keyword(k.arg, self.rewritten(k.value)) for k in n.keywords]
            return n
        n.func = self.rewritten(n.func)
        n.args = [self.rewritten(a) for a in n.args]
        n.keywords = [ast.keyword(k.arg, self.rewritten(k.value)) for k in n.keywords]
        return n

    def x_Constant(self, n):
        if isinstance(n.value, str) and self.e.kind.startswith("cfg") and n.value.isidentifier():
            mark(NEEDED_FIELDS[self.e.unit], n.value, self.e.unit)
        return n

    def x_arg(self, n):
        n.annotation = None
        return n

    def rewritten_target(self, t):
        """A target of an assignment for the sliced text."""
        if isinstance(t, ast.Name):
            return t
        if isinstance(t, (ast.Tuple, ast.List)):
            t.elts = [self.rewritten_target(x) for x in t.elts]
            return t
        if isinstance(t, ast.Attribute):
            t.value = self.rewritten(t.value)
            return t
        if isinstance(t, ast.Subscript):
            t.value = self.rewritten(t.value)
            t.slice = self.rewritten(t.slice)
            return t
        return self.rewritten(t)
