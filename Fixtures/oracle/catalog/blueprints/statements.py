"""Statements, calls and assignments."""

import ast
import copy

from .values import (
    Broken,
    ClassReference,
    Config,
    Continued,
    DTypeName,
    Function,
    LayerConfigs,
    Module,
    NativeFunction,
    NotInterpreted,
    Returned,
    Tensor,
    TorchClass,
)


class StatementRunning:
    """Runs bodies of functions."""

    def bind(self, args, a, k, unit, env0):
        """The variables of a call: parameters with their arguments or defaults."""
        env = dict(env0)
        names = [x.arg for x in args.posonlyargs + args.args]
        k = dict(k)
        d0 = len(names) - len(args.defaults)
        for i, n in enumerate(names):
            if i < len(a):
                env[n] = a[i]
            elif n in k:
                env[n] = k.pop(n)
            elif i >= d0:
                env[n] = self.evaluate(args.defaults[i - d0], {"__unit__": unit})
            else:
                raise NotInterpreted(f"missing arg {n}")
        for x, dv in zip(args.kwonlyargs, args.kw_defaults):
            if x.arg in k:
                env[x.arg] = k.pop(x.arg)
            elif dv is not None:
                env[x.arg] = self.evaluate(dv, {"__unit__": unit})
        if args.vararg:
            env[args.vararg.arg] = tuple(a[len(names) :])
        if args.kwarg:
            env[args.kwarg.arg] = k
        return env

    def call_function(self, f, a, k, selfv=None):
        """Calls a function of the sliced sources."""
        env = self.bind(f.args, a, k, f.unit, f.env or {})
        if selfv is not None:
            env["self"] = selfv
        elif f.selfv is not None:
            env["self"] = f.selfv
        env["__unit__"] = f.unit
        env["__owner__"] = f.owner
        if isinstance(f.body, ast.AST):
            return self.evaluate(f.body, env)
        try:
            self.run(f.body, env)
        except Returned as r:
            return r.v

    def call(self, f, a, k):
        """Calls anything that can be called."""
        if isinstance(f, Function):
            return self.call_function(f, a, k)
        if isinstance(f, NativeFunction):
            return f.f(a, k)
        if isinstance(f, ClassReference):
            if f.e.kind == "config":
                return self.make_config(f.e, k)
            return self.construct(f.e, a, k)
        if isinstance(f, TorchClass):
            if f.n in ("Parameter", "Buffer"):
                t = a[0] if a else k.get("data")
                if t is None:
                    return Tensor((0,), "floating", "param")
                return Tensor(
                    t.shape,
                    t.dtype,
                    "param" if f.n == "Parameter" else "buffer",
                    (a[1] if len(a) > 1 else k.get("persistent", True)),
                )
            return self.torch_module(f.n, a, k)
        if isinstance(f, DTypeName):
            return f
        if isinstance(f, Module):  # calling a module: not structural
            raise NotInterpreted("module call " + f.cls)
        raise NotInterpreted(f"not callable {f!r}")

    def run(self, body, env):
        """Runs statements."""
        for st in body:
            t = type(st)
            if t is ast.Assign:
                v = self.evaluate(st.value, env)
                for x in st.targets:
                    self.assign(x, v, env)
            elif t is ast.AnnAssign:
                self.register(env["self"], st.target.id, self.evaluate(st.annotation, env))
            elif t is ast.AugAssign:
                v = self.binop(
                    type(st.op).__name__,
                    self.evaluate(self.load(st.target), env),
                    self.evaluate(st.value, env),
                )
                self.assign(st.target, v, env)
            elif t is ast.Expr:
                self.evaluate(st.value, env)
            elif t is ast.If:
                self.run(st.body if self.truth(self.evaluate(st.test, env)) else st.orelse, env)
            elif t is ast.For:
                for v in self.iter(self.evaluate(st.iter, env)):
                    self.assign(st.target, v, env)
                    if self.is_left(st.body, env):
                        break
            elif t is ast.While:
                n = 0
                while self.truth(self.evaluate(st.test, env)):
                    n += 1
                    if n > 100000:
                        raise NotInterpreted("while")
                    if self.is_left(st.body, env):
                        break
            elif t is ast.Return:
                raise Returned(self.evaluate(st.value, env) if st.value is not None else None)
            elif t is ast.Continue:
                raise Continued()
            elif t is ast.Break:
                raise Broken()
            elif t is ast.Pass:
                pass
            elif t is ast.FunctionDef:
                env[st.name] = Function(st.name, st.args, st.body, env["__unit__"], env=env)
            elif t is ast.Delete:
                for x in st.targets:
                    if isinstance(x, ast.Attribute):
                        o = self.evaluate(x.value, env)
                        if isinstance(o, Module):
                            for d in (o.mods, o.params, o.bufs, o.attrs):
                                d.pop(x.attr, None)
                        elif isinstance(o, Config):
                            o.d.pop(x.attr, None)
                    elif isinstance(x, ast.Subscript):
                        o = self.evaluate(x.value, env)
                        i = self.evaluate(x.slice, env)
                        if isinstance(o, Module):
                            o.mods.pop(str(i), None)
                        else:
                            del o[i]
            else:
                raise NotInterpreted("stmt " + t.__name__)

    def is_left(self, body, env):
        """Runs the body of a loop once; whether it has left the loop."""
        try:
            self.run(body, env)
        except Continued:
            pass
        except Broken:
            return True
        return False

    def load(self, t):
        """A target as an expression that is read."""
        t = copy.copy(t)
        t.ctx = ast.Load()
        return t

    def assign(self, t, v, env):
        """Assigns to a target."""
        if isinstance(t, ast.Name):
            env[t.id] = v
        elif isinstance(t, ast.Attribute):
            o = self.evaluate(t.value, env)
            self.setattr(o, t.attr, v)
        elif isinstance(t, (ast.Tuple, ast.List)):
            vs = list(self.iter(v))
            st = [i for i, x in enumerate(t.elts) if isinstance(x, ast.Starred)]
            if st:
                i = st[0]
                after = len(t.elts) - i - 1
                for x, y in zip(t.elts[:i], vs):
                    self.assign(x, y, env)
                self.assign(t.elts[i].value, vs[i : len(vs) - after], env)
                for x, y in zip(t.elts[i + 1 :], vs[len(vs) - after :]):
                    self.assign(x, y, env)
            else:
                if len(vs) != len(t.elts):
                    raise NotInterpreted("unpack")
                for x, y in zip(t.elts, vs):
                    self.assign(x, y, env)
        elif isinstance(t, ast.Subscript):
            o = self.evaluate(t.value, env)
            if isinstance(o, Tensor):
                return
            i = self.evaluate(t.slice, env)
            if isinstance(o, Module):
                o.mods[str(i)] = v
            elif isinstance(o, (dict, list)):
                o[i] = v
            else:
                raise NotInterpreted("setitem")

    def setattr(self, o, n, v):
        """Sets an attribute."""
        if isinstance(o, Module):
            for b in self.resolution_order(o.entry) if o.entry else []:
                if n in b.setters:
                    return self.call_function(b.setters[n], [v], {}, selfv=o)
            self.register(o, n, v)
        elif isinstance(o, Config):
            self.set_config_value(o, n, v)
        elif isinstance(o, Tensor):
            pass
        else:
            raise NotInterpreted(f"setattr {type(o).__name__}.{n}")

    def truth(self, v):
        """The truth of a value."""
        if isinstance(v, (Module, Tensor, Config, ClassReference, Function, TorchClass)):
            if isinstance(v, Module) and v.cls in ("ModuleList", "Sequential", "ModuleDict"):
                return len(v.mods) > 0
            if isinstance(v, Tensor):
                return bool(v.val) if v.val is not None and not isinstance(v.val, list) else True
            return True
        return bool(v)

    def iter(self, v):
        """The elements of a value, as a list."""
        if isinstance(v, dict):
            return list(v)
        if isinstance(v, Module):
            if self.torch_base(v) == "ModuleDict":
                return list(v.mods)
            return list(v.mods.values())
        if isinstance(v, Tensor):
            if not v.shape:
                raise NotInterpreted("iter 0d")
            if isinstance(v.val, list):
                return [Tensor((), v.dtype, val=x) for x in v.val]
            return [Tensor(v.shape[1:], v.dtype) for _ in range(v.shape[0])]
        if isinstance(v, LayerConfigs):
            return [
                self.layer_config(v.c, i)
                for i in range(self.config_value(v.c, "num_hidden_layers"))
            ]
        if isinstance(v, Config):
            return list(v.d)
        if v is None or isinstance(v, (int, float, Function)):
            raise NotInterpreted(f"iter {v!r}")
        return list(v)

    def torch_base(self, m):
        """The torch class that a module's class derives from."""
        if m.entry is None:
            return m.cls
        for b in self.resolution_order(m.entry):
            for x in b.bases:
                if self.cat.find(x, b.unit) is None:
                    return x
        return "Module"
