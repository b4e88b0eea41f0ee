"""Expressions: one method for each kind of node, `e_` and the node's class."""

import ast

from .shapes import broadcast, dtype_of, promoted
from .values import (
    ClassReference,
    Config,
    ConfigMapping,
    DTypeName,
    Function,
    LayerConfigs,
    Module,
    NativeFunction,
    NotInterpreted,
    Tensor,
    TorchClass,
)


class ExpressionEvaluation:
    """Evaluates expressions."""

    def evaluate(self, n, env):
        """The value of an expression."""
        return getattr(self, "e_" + type(n).__name__, self.e_bad)(n, env)

    def e_bad(self, n, env):
        raise NotInterpreted("expr " + type(n).__name__)

    def e_Constant(self, n, env):
        return n.value

    def e_Name(self, n, env):
        if n.id in env:
            return env[n.id]
        return self.glob(n.id, env.get("__unit__", "lib"))

    def e_Attribute(self, n, env):
        if isinstance(n.value, ast.Name) and n.value.id not in env:
            un = self.cat.unit(n.value.id)
            if un and n.attr in un and n.value.id not in self.cat.unit(env.get("__unit__", "lib")):
                return self.entry_value(un[n.attr])
        return self.getattr(self.evaluate(n.value, env), n.attr)

    def e_Call(self, n, env):
        """Calls, `super()` among them."""
        f = n.func
        if (
            isinstance(f, ast.Name)
            and f.id == "super"
            or (
                isinstance(f, ast.Attribute)
                and isinstance(f.value, ast.Call)
                and isinstance(f.value.func, ast.Name)
                and f.value.func.id == "super"
            )
        ):
            a, k = self.args(n, env)
            o = env["self"]
            own = env.get("__owner__")
            e = o.e if isinstance(o, Config) else o.entry
            m = self.resolution_order(e)
            i = m.index(own) if own in m else 0
            for b in m[i + 1 :]:
                if f.attr in b.methods:
                    return self.call_function(b.methods[f.attr], a, k, selfv=o)
            if isinstance(o, Config):
                if f.attr in ("__post_init__", "__init__"):
                    return self.base_post_init(o, k)
                pc = self.cat.find("lib.PreTrainedConfig", "lib")
                if pc and f.attr in pc.methods:
                    return self.call_function(pc.methods[f.attr], a, k, selfv=o)
                if f.attr == "to_dict":
                    return dict(o.d)
            raise NotInterpreted("super." + f.attr)
        if isinstance(f, ast.Name) and f.id == "getattr" and len(n.args) == 3:
            o = self.evaluate(n.args[0], env)
            nm = self.evaluate(n.args[1], env)
            d = self.evaluate(n.args[2], env)
            return self.getattr(o, nm, d)
        fv = self.evaluate(f, env)
        a, k = self.args(n, env)
        return self.call(fv, a, k)

    def args(self, n, env):
        """(arguments, keywords) of a call."""
        a = []
        for x in n.args:
            if isinstance(x, ast.Starred):
                a.extend(self.iter(self.evaluate(x.value, env)))
            else:
                a.append(self.evaluate(x, env))
        k = {}
        for x in n.keywords:
            v = self.evaluate(x.value, env)
            if x.arg is None:
                k.update(v if isinstance(v, dict) else v.d)
            else:
                k[x.arg] = v
        return a, k

    def e_BinOp(self, n, env):
        return self.binop(
            type(n.op).__name__, self.evaluate(n.left, env), self.evaluate(n.right, env)
        )

    def binop(self, op, a, b):
        """A binary operation on values."""
        if isinstance(a, Tensor) or isinstance(b, Tensor):
            sa = a.shape if isinstance(a, Tensor) else ()
            sb = b.shape if isinstance(b, Tensor) else ()
            if op == "MatMult":
                return Tensor(sa[:-1] + sb[-1:], a.dtype)

            def dtype_of(x):
                return (
                    x.dtype if isinstance(x, Tensor) else "int" if isinstance(x, int) else "float"
                )

            da, db = dtype_of(a), dtype_of(b)
            if isinstance(a, Tensor) and isinstance(b, Tensor):
                d = promoted(da, db)
            else:
                d = da if isinstance(a, Tensor) else db
                o = db if isinstance(a, Tensor) else da
                if o == "float" and not d.startswith(("float", "bfloat", "complex")):
                    d = "floating"
            if op == "Div" and not d.startswith(("float", "bfloat", "complex")):
                d = "floating"
            return Tensor(broadcast(sa, sb), d)
        try:
            if op == "Add":
                if isinstance(a, Module) or isinstance(b, Module):
                    return self.torch_module("ModuleList", [self.iter(a) + self.iter(b)], {})
                return a + b
            if op == "Sub":
                return a - b
            if op == "Mult":
                return a * b
            if op == "Div":
                return a / b
            if op == "FloorDiv":
                return a // b
            if op == "Mod":
                return a % b
            if op == "Pow":
                return a**b
            if op == "BitOr":
                return a | b
            if op == "BitAnd":
                return a & b
            if op == "LShift":
                return a << b
            if op == "RShift":
                return a >> b
        except TypeError as e:
            raise NotInterpreted(f"binop {op}: {e}")
        raise NotInterpreted("binop " + op)

    def e_UnaryOp(self, n, env):
        v = self.evaluate(n.operand, env)
        t = type(n.op)
        if t is ast.Not:
            return not self.truth(v)
        if isinstance(v, Tensor):
            return Tensor(v.shape, v.dtype)
        return -v if t is ast.USub else +v if t is ast.UAdd else ~v

    def e_BoolOp(self, n, env):
        v = None
        for x in n.values:
            v = self.evaluate(x, env)
            if self.truth(v) != isinstance(n.op, ast.And):
                return v
        return v

    def e_Compare(self, n, env):
        l = self.evaluate(n.left, env)
        for op, r in zip(n.ops, n.comparators):
            r = self.evaluate(r, env)
            t = type(op).__name__
            if isinstance(l, Tensor) or isinstance(r, Tensor):
                if isinstance(l, Tensor) and isinstance(l.val, (int, float)):
                    l = l.val
                if isinstance(r, Tensor) and isinstance(r.val, (int, float)):
                    r = r.val
                if t not in ("Is", "IsNot") and (isinstance(l, Tensor) or isinstance(r, Tensor)):
                    return Tensor(
                        broadcast(
                            l.shape if isinstance(l, Tensor) else (),
                            r.shape if isinstance(r, Tensor) else (),
                        ),
                        "bool",
                    )
            if isinstance(l, ClassReference) and isinstance(r, ClassReference):
                eq = l.e is r.e
            elif isinstance(l, TorchClass) and isinstance(r, TorchClass):
                eq = l.n == r.n
            elif isinstance(l, DTypeName) and isinstance(r, DTypeName):
                eq = l.n == r.n
            elif t in ("Is", "IsNot"):
                eq = (l is r) or (isinstance(l, (int, str, bool)) and l == r)
            else:
                eq = None
            try:
                ok = {
                    "Eq": lambda: eq if eq is not None else l == r,
                    "NotEq": lambda: not (eq if eq is not None else l == r),
                    "Is": lambda: eq,
                    "IsNot": lambda: not eq,
                    "Lt": lambda: l < r,
                    "LtE": lambda: l <= r,
                    "Gt": lambda: l > r,
                    "GtE": lambda: l >= r,
                    "In": lambda: self.contains(l, r),
                    "NotIn": lambda: not self.contains(l, r),
                }[t]()
            except TypeError as e:
                raise NotInterpreted(f"compare {e}")
            if not ok:
                return False
            l = r
        return True

    def contains(self, x, c):
        """Membership."""
        if isinstance(c, Module):
            return str(x) in c.mods if isinstance(x, str) else any(v is x for v in c.mods.values())
        if isinstance(c, Config):
            return x in c.d
        return x in c

    def e_IfExp(self, n, env):
        return self.evaluate(n.body if self.truth(self.evaluate(n.test, env)) else n.orelse, env)

    def elements(self, n, env):
        """The values of a display, starred ones spread."""
        r = []
        for x in n.elts:
            if isinstance(x, ast.Starred):
                r.extend(self.iter(self.evaluate(x.value, env)))
            else:
                r.append(self.evaluate(x, env))
        return r

    def e_List(self, n, env):
        return self.elements(n, env)

    def e_Tuple(self, n, env):
        return tuple(self.elements(n, env))

    def e_Set(self, n, env):
        return set(self.elements(n, env))

    def e_Dict(self, n, env):
        r = {}
        for k, v in zip(n.keys, n.values):
            if k is None:
                r.update(self.evaluate(v, env))
            else:
                r[self.evaluate(k, env)] = self.evaluate(v, env)
        return r

    def comprehend(self, gens, env, f):
        """Runs `f` for each round of a comprehension."""
        if not gens:
            f(env)
            return
        g = gens[0]
        for v in self.iter(self.evaluate(g.iter, env)):
            e = dict(env)
            self.assign(g.target, v, e)
            if all(self.truth(self.evaluate(c, e)) for c in g.ifs):
                self.comprehend(gens[1:], e, f)

    def e_ListComp(self, n, env):
        r = []
        self.comprehend(n.generators, env, lambda e: r.append(self.evaluate(n.elt, e)))
        return r

    e_GeneratorExp = e_ListComp

    def e_SetComp(self, n, env):
        return set(self.e_ListComp(n, env))

    def e_DictComp(self, n, env):
        r = {}
        self.comprehend(
            n.generators,
            env,
            lambda e: r.__setitem__(self.evaluate(n.key, e), self.evaluate(n.value, e)),
        )
        return r

    def e_Lambda(self, n, env):
        return Function("lambda", n.args, n.body, env["__unit__"], env=dict(env))

    def e_NamedExpr(self, n, env):
        v = self.evaluate(n.value, env)
        env[n.target.id] = v
        return v

    def e_JoinedStr(self, n, env):
        return "".join(
            (
                x.value
                if isinstance(x, ast.Constant)
                else format(
                    self.evaluate(x.value, env),
                    self.evaluate(x.format_spec, env) if x.format_spec else "",
                )
            )
            for x in n.values
        )

    def e_Slice(self, n, env):
        return slice(
            *(None if x is None else self.evaluate(x, env) for x in (n.lower, n.upper, n.step))
        )

    def e_Subscript(self, n, env):
        """Indexing and slicing."""
        o = self.evaluate(n.value, env)
        i = self.evaluate(n.slice, env)
        if isinstance(o, dict):
            if (isinstance(n.value, ast.Name) and n.value.id == "ACT2FN") or (
                isinstance(n.value, ast.Attribute)
                and n.value.attr in ("ACT2FN", "ACT2CLS")
                and n.value.attr == "ACT2FN"
            ):
                if i not in o:
                    raise NotInterpreted(f"activation {i}")
                v = o[i]
                return self.call(v[0], [], v[1]) if isinstance(v, tuple) else self.call(v, [], {})
            if i not in o:
                raise NotInterpreted(f"key {i!r}")
            return o[i]
        if isinstance(o, Module):
            if isinstance(i, slice):
                return self.torch_module("ModuleList", [list(o.mods.values())[i]], {})
            if isinstance(i, str):
                return o.mods[i]
            return list(o.mods.values())[i]
        if isinstance(o, Tensor):
            if isinstance(o.val, list) and isinstance(i, int):
                return Tensor((), o.dtype, val=o.val[i])
            if isinstance(o.val, list) and isinstance(i, slice):
                return Tensor((len(o.val[i]),), o.dtype, val=o.val[i])
            ii = i if isinstance(i, tuple) else (i,)
            sh = []
            p = 0
            ne = sum(1 for x in ii if x is not None and x is not Ellipsis)
            for x in ii:
                if x is None:
                    sh.append(1)
                elif x is Ellipsis:
                    k = len(o.shape) - ne
                    sh += o.shape[p : p + k]
                    p += k
                elif isinstance(x, slice):
                    sh.append(len(range(*x.indices(o.shape[p]))))
                    p += 1
                elif isinstance(x, int):
                    p += 1
                elif isinstance(x, Tensor):
                    sh += list(x.shape)
                    p += 1
                else:
                    raise NotInterpreted("tensor index")
            return Tensor(tuple(sh) + tuple(o.shape[p:]), o.dtype)
        if isinstance(o, LayerConfigs):
            return self.layer_config(o.c, i)
        if isinstance(o, ConfigMapping):
            q = self.cat.index["types"].get(i)
            e = self.cat.find(q, "lib") if q else None
            if e is None:
                raise NotInterpreted("type " + str(i))
            return ClassReference(e)
        if isinstance(o, (list, tuple, str)):
            if isinstance(i, slice):
                i = slice(
                    *(int(x) if isinstance(x, float) else x for x in (i.start, i.stop, i.step))
                )
            try:
                return o[i]
            except (IndexError, TypeError) as e:
                raise NotInterpreted(f"index {e}")
        if isinstance(o, (NativeFunction, TorchClass)):
            return o  # typing generics
        raise NotInterpreted(f"subscript {type(o).__name__}")

    def shape_of(self, v):
        """The shape of nested lists."""
        if isinstance(v, Tensor):
            return v.shape
        if isinstance(v, (list, tuple)):
            if not v:
                return (0,)
            return (len(v),) + tuple(
                self.shape_of(v[0]) if isinstance(v[0], (list, tuple, Tensor)) else ()
            )
        return ()
