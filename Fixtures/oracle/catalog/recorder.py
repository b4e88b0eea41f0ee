"""Runs constructors on symbolic config values and notes what they create.

Every value that comes from a config carries the expression that produced it; every decision that
depends on such a value is recorded with its outcome.  Only names, order and expressions are kept.
"""

from merge_traces import Conflict, value_tree
from symbolic_values import *


# ------------------------------------------------------------------ tracing
PLACES = {}


def place(node):
    """A short name for a place in a constructor, the same in every process."""
    known = PLACES.get(id(node))
    if known is None:
        known = PLACES[id(node)] = (node, "%08x" % zlib.crc32(ast.dump(node).encode()))
    return known[1]


class LoopDict(dict):
    """A dictionary made by a comprehension over a loop; entries[k] is (key, value) of iteration k,
    or None."""

    loop = None
    entries = ()


class Frame:
    """One constructor call (or one config's derivation): its decisions so far and the loops it is
    in."""

    def __init__(self, parent, configs):
        self.parent, self.configs, self.decisions, self.loops, self.arguments = (
            parent,
            configs,
            [],
            [],
            {},
        )


class Iteration:
    def __init__(self, loop, k):
        self.loop, self.k, self.decisions = loop, k, []


class Loop:
    def __init__(self, count, var):
        self.count, self.var, self.iterations = count, var, []


class Recorder(Interpreter):
    def __init__(self, catalog):
        super().__init__(catalog)
        self.frame = None
        self.mute = 0
        self.in_rope = 0
        self.next_uid = 0
        self.traces = collections.defaultdict(dict)  # class id -> {trace key: trace}
        self.derived = collections.defaultdict(dict)  # config id -> {trace key: trace}
        self.notes = collections.defaultdict(collections.Counter)
        self.carried_variables = {}  # loop -> its variable
        self.where = ""  # the statement that is being executed
        self.withdrawn = set()  # descriptions of modules that a parent changed later
        self.solutions = {}  # (loop, variable) -> closed form
        self.raw, self.origins = (
            None,
            {},
        )  # the config of the run, and (class id, trace key) -> that in which it was first met

    # ---- decisions
    def decide(self, e, outcome):
        if self.mute or self.frame is None or e[0] == "k":
            return
        while e[0] == "u" and e[1] == "not":
            e, outcome = e[2], not outcome
        if (
            e[0] == "o"
            and e[2][0] == "f"
            and e[2][2] in ("rope_parameters", "rope_scaling")
            and self.frame.parent is None
            and not hasattr(self.frame, "mod")
        ):
            return
        if e[0] == "o" and e[1] in ("!=", "not in", ">=", ">"):
            e, outcome = negate(e), not outcome
        f = self.frame
        for known in [f.decisions] + [it.decisions for it in f.loops]:
            if any(x == e for x, _ in known):
                return
        # a decision that does not use the loop variable belongs outside of the loop
        depth = 0
        for i, it in enumerate(f.loops):
            if ("v", it.loop.var) in leaves(e, "v") or any(
                self.carried_variables.get(q[1]) == it.loop.var for q in leaves(e, "cv")
            ):
                depth = i + 1
        (f.loops[depth - 1].decisions if depth else f.decisions).append((e, bool(outcome)))

    def truth(self, v):
        if isinstance(v, SList):
            if v.count is not None:
                self.decide(
                    ("o", "==", v.count, ("k", 0)) if v.e is None else v.e,
                    len(v) > 0 if v.e is not None else len(v) == 0,
                )
            return len(v) > 0
        if isinstance(v, Sym):
            r = bool(plain(v))
            self.decide(v.e, r)
            return r
        if isinstance(v, Config) and self.optional(v):
            self.decide(self.optional(v), True)
        return super().truth(v)

    def optional(self, v):
        """The expression of a sub-config that need not be there."""
        home = getattr(v, "home", None) if isinstance(v, Config) else None
        return ("f", home[0], home[1]) if home and home[2] else None

    def pure(self, node):
        """True if evaluating node cannot construct modules or change anything."""
        for x in ast.walk(node):
            if isinstance(x, (ast.NamedExpr, ast.Lambda)):
                return False
            if isinstance(x, ast.Call):
                n = (
                    x.func.id
                    if isinstance(x.func, ast.Name)
                    else x.func.attr
                    if isinstance(x.func, ast.Attribute)
                    else ""
                )
                if n not in SAFE_CALLS and n != "get":
                    return False
        return True

    def speculate(self, node, env):
        """The value of a branch that is not taken, if it is a plain scalar; raises otherwise."""
        if not self.pure(node):
            raise NotInterpreted("impure")
        self.mute += 1
        try:
            v = self.evaluate(node, dict(env))
            if not scalar(v) and not (isinstance(v, list) and listlike(v)):
                raise NotInterpreted("not scalar")
            return v
        except NotInterpreted:
            raise
        except Exception as x:
            raise NotInterpreted(str(x))
        finally:
            self.mute -= 1

    def e_IfExp(self, n, env):
        test = self.evaluate(n.test, env)
        if not isinstance(test, Sym):
            return (
                super().e_IfExp(n, env)
                if not isinstance(n.test, ast.BoolOp)
                else self.evaluate(n.body if self.truth(test) else n.orelse, env)
            )
        outcome = bool(plain(test))
        taken, other = (n.body, n.orelse) if outcome else (n.orelse, n.body)
        if test.e is not None and self.pure(taken):
            try:
                o = self.speculate(other, env)
                v = self.evaluate(taken, env)
                a, b = expr(v), expr(o)
                if a is not None and b is not None:
                    if a == b:
                        return v
                    return wrap(v, ("if", test.e, a, b) if outcome else ("if", test.e, b, a))
            except NotInterpreted:
                pass
        self.truth(test)
        return self.evaluate(taken, env)

    def e_BoolOp(self, n, env):
        is_and = isinstance(n.op, ast.And)
        for i, x in enumerate(n.values):
            v = self.evaluate(x, env)
            last = i == len(n.values) - 1
            if last:
                return v
            if isinstance(v, Sym) and v.e is not None:
                rest = (
                    ast.BoolOp(op=n.op, values=n.values[i + 1 :])
                    if len(n.values) > i + 2
                    else n.values[i + 1]
                )
                stop = bool(plain(v)) != is_and
                try:
                    if not self.pure(rest):
                        raise NotInterpreted("impure")
                    r = self.speculate(rest, env) if stop else self.evaluate(rest, env)
                    e = expr(r)
                    if e is not None:
                        if e[0] == "k" and isinstance(e[1], bool) and isinstance(v, SBool):
                            return v if e[1] == is_and else wrap(e[1], e)
                        return wrap(
                            plain(v) if stop else plain(r), op("and" if is_and else "or", v.e, e)
                        )
                except NotInterpreted:
                    if not stop:
                        self.truth(v)
                        continue
                self.truth(v)
                if stop:
                    return v
            elif self.truth(v) != is_and:
                return v

    def binop(self, sign, a, b):
        if (
            (isinstance(a, SList) or isinstance(b, SList))
            and sign == "Add"
            and isinstance(a, (list, tuple))
            and isinstance(b, (list, tuple))
        ):
            ea, eb = expr(a), expr(b)
            r = list(a) + list(b)
            return (
                wrap(r, ("o", "+", ea, eb))
                if ea is not None and eb is not None and all(scalar(x) or listlike(x) for x in r)
                else r
            )
        if (
            sign == "Mult"
            and isinstance(a, (list, tuple))
            and isinstance(b, SInt)
            and expr(a) is not None
            and all(scalar(x) for x in a)
        ):
            return wrap(list(a) * int(b), ("o", "*", expr(a), b.e))
        return super().binop(sign, a, b)

    def e_UnaryOp(self, n, env):
        if isinstance(n.op, ast.Not):
            v = self.evaluate(n.operand, env)
            if isinstance(v, Sym) and v.e is not None:
                return wrap(not plain(v), negate(v.e))
            return not self.truth(v)
        return super().e_UnaryOp(n, env)

    def e_Compare(self, n, env):
        signs = {
            "Eq": "==",
            "NotEq": "!=",
            "Is": "==",
            "IsNot": "!=",
            "Lt": "<",
            "LtE": "<=",
            "Gt": ">",
            "GtE": ">=",
            "In": "in",
            "NotIn": "not in",
        }
        values = [self.evaluate(x, env) for x in [n.left] + n.comparators]
        if len(values) == 2 and self.optional(values[0]) and values[1] is None:
            same = isinstance(n.ops[0], (ast.Is, ast.Eq))
            return wrap(
                not same, ("o", "==" if same else "!=", self.optional(values[0]), ("k", None))
            )
        kwargs_test = any(
            isinstance(x, ast.Name) and x.id == "kwargs" for x in n.comparators
        ) and self.derived_config(env)
        if not kwargs_test and not any(
            symbolic(v) or (isinstance(v, list) and any(symbolic(x) for x in v)) for v in values
        ):
            tmp = {f"#{i}": plain(v) if isinstance(v, Sym) else v for i, v in enumerate(values)}
            node = ast.Compare(
                left=ast.Name("#0"),
                ops=n.ops,
                comparators=[ast.Name(f"#{i+1}") for i in range(len(n.ops))],
            )
            return super().e_Compare(node, {**env, **tmp})
        tmp = {f"#{i}": plain(v) for i, v in enumerate(values)}
        node = ast.Compare(
            left=ast.Name("#0"),
            ops=n.ops,
            comparators=[ast.Name(f"#{i+1}") for i in range(len(n.ops))],
        )
        r = super().e_Compare(node, {**env, **tmp})
        total = None
        for i, o in enumerate(n.ops):
            a, b = expr(values[i]), expr(values[i + 1])
            right = n.comparators[i]
            if (
                isinstance(right, ast.Name)
                and right.id == "kwargs"
                and self.derived_config(env)
                and isinstance(values[i], str)
                and isinstance(o, (ast.In, ast.NotIn))
            ):
                return self.given(
                    self.derived_config(env), str(values[i]), r, isinstance(o, ast.In)
                )
            if isinstance(values[i + 1], set):
                b = ("k", tuple(sorted(values[i + 1], key=str)))
            if isinstance(values[i + 1], dict):
                b = ("k", tuple(values[i + 1]))
            if a is None or b is None:
                return r
            e = ("o", signs[type(o).__name__], a, b)
            total = e if total is None else ("o", "and", total, e)
        return wrap(r, total) if isinstance(r, bool) else r

    def given(self, c, name, r, positive):
        """Whether a config file names a field that its class does not declare."""
        return wrap(
            r,
            (
                "o",
                "!=" if positive else "==",
                ("f", c.uid, self.alias(c.e).get(name, name)),
                ("k", None),
            ),
        )

    def e_JoinedStr(self, n, env):
        parts = [
            x.value if isinstance(x, ast.Constant) else self.evaluate(x.value, env)
            for x in n.values
        ]
        text = "".join(str(plain(x)) for x in parts)
        if any(isinstance(p, (SInt, SStr)) and leaves(p.e, "v") for p in parts):
            return wrap(text, ("fmt", *[expr(p) or ("k", str(p)) for p in parts]))
        return text

    # ---- loops
    def loop_items(self, v):
        if isinstance(v, Tensor) and isinstance(v.val, SList) and v.val.element is not None:
            r = SList(Tensor((), v.dtype, val=x) for x in v.val)
            r.count = v.val.count
            values, dtype = v.val, v.dtype
            r.element = lambda k, x: Tensor((), dtype, val=values.element(k, x))
            v = r
        if isinstance(v, SStr):
            text = v
            r = SList(str(v))
            r.count = ("c", "len", v.e)
            r.element = lambda k, x: wrap(str(text)[k], ("ix", text.e, x))
            v = r
        if isinstance(v, base.LayerConfigs):
            view = v
            r = SList(self.iter(view))
            r.count = expr(self.config_value(view.c, "num_hidden_layers"))
            r.element = lambda k, x: self.layer_config(view.c, wrap(k, x))
            v = r
        return v if isinstance(v, SList) and v.element is not None and v.count[0] != "k" else None

    def iterate(self, v, step, seen=None):
        """Run step(value) for every element of a list with symbolic length; decisions are kept per
        iteration."""
        var = "ijklm"[len(self.frame.loops)] if self.frame else "z"
        loop = Loop(v.count, var)
        if seen is not None:
            seen.append(loop)
        results = []
        for k in range(len(v)):
            it = Iteration(loop, k)
            loop.iterations.append(it)
            if self.frame:
                self.frame.loops.append(it)
            try:
                results.append(step(v.element(k, ("v", var)), k))
            finally:
                if self.frame:
                    self.frame.loops.pop()
        return loop, results

    def comprehend(self, gens, env, f):
        if gens:
            g = gens[0]
            items = self.loop_items(self.evaluate(g.iter, env))
            if items is not None:

                def step(value, k):
                    e = dict(env)
                    self.assign(g.target, value, e)
                    if all(self.truth(self.evaluate(c, e)) for c in g.ifs):
                        self.comprehend(gens[1:], e, f)

                self.iterate(items, step)
                return
        super().comprehend(gens, env, f)

    def e_ListComp(self, n, env):
        if len(n.generators) == 1 and not n.generators[0].ifs:
            items = self.loop_items(self.evaluate(n.generators[0].iter, env))
            if items is not None:

                def value_at(k, x):
                    e = dict(env)
                    self.assign(n.generators[0].target, items.element(k, x), e)
                    return self.evaluate(n.elt, e)

                loop, values = self.iterate(items, lambda v, k: self.element_value(n, env, v))
                r = SList(values)
                r.count = items.count
                if all(scalar(v) or listlike(v) for v in values):
                    r.element = value_at
                    r.e = self.list_expression(loop, values, place(n))
                else:
                    r.element = lambda k, x: values[k]
                return r
        return super().e_ListComp(n, env)

    e_GeneratorExp = e_ListComp

    def list_expression(self, loop, values, where):
        """The list whose element at iteration k was values[k]."""
        es = [expr(v) for v in values]
        if any(e is None for e in es):
            return None
        runs = tuple(dict.fromkeys((tuple(it.decisions), e) for it, e in zip(loop.iterations, es)))
        return ("runs", loop.var, loop.count, runs, where)

    def e_DictComp(self, n, env):
        """A dictionary over a loop remembers under which condition it has an entry for an
        iteration."""
        items = (
            self.loop_items(self.evaluate(n.generators[0].iter, env))
            if len(n.generators) == 1 and self.frame
            else None
        )
        if items is None:
            return super().e_DictComp(n, env)
        g = n.generators[0]
        r = LoopDict()

        def step(value, k):
            e = dict(env)
            self.assign(g.target, value, e)
            if not all(self.truth(self.evaluate(c, e)) for c in g.ifs):
                return None
            key, v = self.evaluate(n.key, e), self.evaluate(n.value, e)
            r[plain(key)] = v
            return (key, v)

        r.loop, r.entries = self.iterate(items, step)
        r.place = place(n)
        return r

    # ---- layers with a config of their own
    def set_layer_overrides(self, c, overrides):
        super().set_layer_overrides(
            c,
            plain(overrides)
            if not isinstance(overrides, LoopDict)
            else {k: plain(v) for k, v in overrides.items()},
        )
        fields = list(
            dict.fromkeys(
                self.alias(c.e).get(f, f) for o in overrides.values() for f in o if f != "skip"
            )
        )
        c.layered = {}
        for f in fields:
            own = ("f", c.uid, f)
            given = ("f", c.uid, "per_layer_config")
            at = lambda o: next((v for k, v in o.items() if self.alias(c.e).get(k, k) == f), None)
            if isinstance(overrides, LoopDict):
                es = [
                    own
                    if entry is None or expr(at(entry[1])) in (None, ("k", None))
                    else expr(at(entry[1]))
                    for entry in overrides.entries
                ]
                runs = tuple(
                    dict.fromkeys(
                        (tuple(it.decisions), e) for it, e in zip(overrides.loop.iterations, es)
                    )
                )
                derived = (
                    "runs",
                    overrides.loop.var,
                    overrides.loop.count,
                    runs,
                    overrides.place + f,
                )
                count = overrides.loop.count
                c.layered[f] = (
                    "if",
                    ("o", "!=", given, ("k", None)),
                    ("each", ("o", "??", ("it", ("ix", given, ("v", "n")), f), own), "n", count),
                    derived,
                )

    def layer_config(self, c, i):
        if c.override is None:
            return c
        index = (
            wrap(i, ("c", "index", ("f", c.uid, "layer_types"), expr(i)))
            if isinstance(i, str)
            else i
        )
        r = super().layer_config(c, plain(i))
        r.uid = c.uid
        r.layered = {}
        for f in getattr(c, "layered", {}):
            if f in r.d:
                r.d[f] = wrap(plain(r.d[f]), ("ix", ("f", c.uid, f + "_of_layer"), expr(index)))
        return r

    def assign(self, t, v, env):
        if isinstance(t, ast.Subscript):
            o = self.evaluate(t.value, env)
            if isinstance(o, SList):
                i = plain(self.evaluate(t.slice, env))
                o[i] = v
                o.changed(self.with_item(o, i, v))
                if isinstance(t.value, ast.Attribute):
                    owner = self.evaluate(t.value.value, env)
                    if isinstance(owner, Config):
                        self.stage(
                            owner,
                            self.alias(owner.e).get(t.value.attr, t.value.attr),
                            o,
                            self.where,
                        )
                return
        super().assign(t, v, env)

    def with_item(self, o, i, v):
        """The expression of list o after item i was set to v, if there is one."""
        if o.e is None or expr(v) is None or not isinstance(i, int):
            return None
        item = ("list", expr(v))
        if i == -1:
            return ("o", "+", ("c", "slice", o.e, ("k", 0), ("k", -1)), item)
        count = o.count or ("c", "len", o.e)
        if i == 0:
            return ("o", "+", item, ("c", "slice", o.e, ("k", 1), count))
        return (
            (
                "o",
                "+",
                ("o", "+", ("c", "slice", o.e, ("k", 0), ("k", i)), item),
                ("c", "slice", o.e, ("k", i + 1), count),
            )
            if i > 0
            else None
        )

    def element_value(self, n, env, value):
        e = dict(env)
        self.assign(n.generators[0].target, value, e)
        return self.evaluate(n.elt, e)

    def run(self, body, env):
        for st in body:
            if self.derived_config(env):
                self.where = place(st)
            if isinstance(st, ast.For):
                items = self.loop_items(self.evaluate(st.iter, env))
                if items is not None:
                    self.run_loop(st, items, env)
                    continue
            super().run([st], env)

    def run_loop(self, st, items, env):
        """A loop; what an iteration takes over from the one before becomes a closed form in the
        loop variable where there is one."""
        stored = [
            x.id
            for b in st.body
            for x in ast.walk(b)
            if isinstance(x, ast.Name) and isinstance(x.ctx, ast.Store)
        ]
        read = {
            x.id
            for b in st.body
            for x in ast.walk(b)
            if isinstance(x, ast.Name) and isinstance(x.ctx, ast.Load)
        } | {
            x.target.id
            for b in st.body
            for x in ast.walk(b)
            if isinstance(x, ast.AugAssign) and isinstance(x.target, ast.Name)
        }
        carried = [
            x
            for x in dict.fromkeys(stored)
            if x in env and scalar(env[x]) and x in read and expr(env[x]) is not None
        ]
        start = {x: expr(env[x]) for x in carried}
        updates = {x: [] for x in carried}
        uid = self.new_uid()
        var = "ijklm"[len(self.frame.loops)] if self.frame else "z"
        lists = self.plain_lists(env)
        lengths = [len(v) for v, _ in lists]

        class Stop(Exception):
            pass

        def step(value, k):
            for x in carried:
                env[x] = wrap(plain(env[x]), ("cv", uid, x))
            self.carried_variables[uid] = var
            self.assign(st.target, value, env)
            stopped = False
            try:
                self.run(st.body, env)
            except base.Continued:
                pass
            except base.Broken:
                stopped = True
            for x in carried:
                updates[x].append(expr(env[x]))
            if stopped:
                raise Stop()

        loops = []
        try:
            self.iterate(items, step, seen=loops)
        except Stop:
            pass
        decisions = [tuple(it.decisions) for it in loops[0].iterations]
        self.solve(uid, var, start, {x: list(zip(decisions, u)) for x, u in updates.items()})
        for x in carried:
            e = self.solutions[uid, x]
            if e is not None:
                env[x] = wrap(
                    plain(env[x]), rewrite(e, lambda q: items.count if q == ("v", var) else None)
                )
            else:
                env[x] = wrap(plain(env[x]), ("?",))
        self.appended_lists(env, lists, lengths, loops[0], decisions, place(st))

    def plain_lists(self, env):
        """Lists of scalars that a loop may extend, with where they are kept."""
        places = [(env, n) for n in env]
        if isinstance(env.get("self"), Module):
            places += [(env["self"].attrs, n) for n in env["self"].attrs]
        elif self.derived_config(env):
            places += [(env["self"].d, n) for n in env["self"].d]
        return [(t[n], (t, n)) for t, n in places if isinstance(t[n], list) and listlike(t[n])]

    def appended_lists(self, env, lists, lengths, loop, decisions, where):
        """A list that got one scalar in each iteration is the list before it and one expression for
        the new elements."""
        count = len(loop.iterations)
        for (v, (table, name)), n in zip(lists, lengths):
            if (
                table.get(name) is not v
                or count == 0
                or len(v) != n + count
                or not all(scalar(x) for x in v[n:])
            ):
                continue
            es = [expr(x) for x in v[n:]]
            before = expr(list(v[:n]))
            if any(e is None for e in es) or before is None:
                continue
            runs = (
                "runs",
                loop.var,
                loop.count,
                tuple(dict.fromkeys(zip(decisions, es))),
                where + name,
            )
            r = SList(v)
            r.e = runs if n == 0 else ("o", "+", before, runs)
            r.count = op("+", ("k", n), loop.count)
            r.element = lambda k, x, e=r.e, v=v: wrap(v[k], ("ix", e, x))
            table[name] = r
            if self.derived_config(env) and table is env["self"].d:
                self.stage(env["self"], name, r, where)

    def solve(self, uid, var, start, updates):
        """Closed forms in var of the variables a loop carries from one iteration to the next; None
        where there is none."""
        merged = {}
        for x, runs in updates.items():
            self.solutions[uid, x] = None
            try:
                merged[x] = (
                    value_tree(
                        [(tuple(c for c in d if not leaves(c[0], "cv")), u) for d, u in runs]
                    )
                    if runs
                    else ("cv", uid, x)
                )
            except Conflict:
                pass
        for _ in merged:
            for x, u in list(merged.items()):
                if self.solutions[uid, x] is not None:
                    continue
                known = (
                    lambda q: self.solutions.get((q[1], q[2]))
                    if q[0] == "cv" and q != ("cv", uid, x) and q[1] == uid
                    else None
                )
                u = rewrite(u, known)
                if any(q != ("cv", uid, x) for q in leaves(u, "cv") if q[1] == uid):
                    continue
                self.solutions[uid, x] = self.recurrence(("cv", uid, x), start[x], u, var)

    def recurrence(self, me, start, u, var):
        if u == me:
            return start
        if me not in leaves(u, "cv"):
            before = rewrite(u, lambda q: op("-", q, ("k", 1)) if q == ("v", var) else None)
            return (
                start
                if before == start
                else ("if", ("o", "==", ("v", var), ("k", 0)), start, before)
            )
        inner = "n" if "n" not in [v[1] for v in leaves(u, "v")] else "o"
        at = lambda e: rewrite(e, lambda q: ("v", inner) if q == ("v", var) else None)
        varies = lambda e: ("v", var) in leaves(e, "v")
        amount = self.change(me, u, "+")
        if amount is not None:
            return op(
                "+",
                start,
                op("*", amount, ("v", var))
                if not varies(amount)
                else ("c", "sum", ("each", at(amount), inner, ("v", var))),
            )
        factor = self.change(me, u, "*")
        if factor is not None:
            return op(
                "*",
                start,
                op("**", factor, ("v", var))
                if not varies(factor)
                else ("c", "prod", ("each", at(factor), inner, ("v", var))),
            )
        if u[0] == "o" and u[1] == "//" and u[2] == me and not leaves(u[3], "cv"):
            return op(
                "//",
                start,
                op("**", u[3], ("v", var))
                if not varies(u[3])
                else ("c", "prod", ("each", at(u[3]), inner, ("v", var))),
            )
        return None

    def change(self, me, u, sign):
        """By what an iteration increases (+) or multiplies (*) the variable, or None."""
        if u == me:
            return ("k", 0 if sign == "+" else 1)
        if u[0] == "if" and me not in leaves(u[1], "cv"):
            a, b = self.change(me, u[2], sign), self.change(me, u[3], sign)
            return None if a is None or b is None else a if a == b else ("if", u[1], a, b)
        if u[0] != "o" or (me in leaves(u[2], "cv")) == (me in leaves(u[3], "cv")):
            return None
        if u[1] == "-" and sign == "+" and me in leaves(u[2], "cv"):
            a = self.change(me, u[2], sign)
            return None if a is None else op("-", a, u[3])
        if u[1] != sign:
            return None
        left = me in leaves(u[2], "cv")
        a = self.change(me, u[2] if left else u[3], sign)
        return None if a is None else op(sign, a, u[3] if left else u[2])

    def e_Subscript(self, n, env):
        o = self.evaluate(n.value, env)
        i = self.evaluate(n.slice, env)
        if isinstance(o, base.LayerConfigs):
            return self.layer_config(o.c, i)
        if isinstance(o, dict) and isinstance(i, Sym):
            name = n.value.id if isinstance(n.value, ast.Name) else getattr(n.value, "attr", "")
            key = plain(i)
            if name in ("ACT2FN", "ACT2CLS"):
                frame = self.frame
                self.mute += 1
                try:
                    v = super().e_Subscript(
                        ast.Subscript(value=n.value, slice=ast.Constant(key)), env
                    )
                finally:
                    self.mute -= 1
                if isinstance(v, Module):
                    v.activation = i.e
                if isinstance(v, ClassReference):
                    v = ClassReference(v.e)
                    v.activation = i.e
                return v
            if key not in o:
                raise NotInterpreted(f"key {key!r}")
            if name == "ROPE_INIT_FUNCTIONS":
                if "proportional" in o:
                    self.decide(("o", "==", i.e, ("k", "proportional")), key == "proportional")
            elif (
                not isinstance(o, SDict)
                and all(
                    isinstance(k, str) and scalar(v) and not isinstance(v, Sym)
                    for k, v in o.items()
                )
                and isinstance(i, SStr)
            ):
                return wrap(
                    o[key],
                    ("ix", ("record", *[y for k, v in o.items() for y in (k, ("k", v))]), i.e),
                )
            else:
                for k in list(o)[:-1]:
                    if k == key:
                        self.decide(("o", "==", i.e, ("k", k)), True)
                        break
                    self.decide(("o", "==", i.e, ("k", k)), False)
            return o[key]
        if isinstance(o, dict):
            return super().e_Subscript(n, env)
        if (
            isinstance(o, SList)
            and o.element is not None
            and not isinstance(i, slice)
            and isinstance(i, Sym)
            and plain(i) >= 0
        ):
            k = plain(i)
            if k >= len(o):
                raise NotInterpreted("index")
            return o.element(k, i.e)
        if isinstance(o, SList) and o.element is not None and isinstance(i, slice):
            lo, hi, st = (plain(x) for x in (i.start, i.stop, i.step))
            if o.e is not None and st in (None, 1) and o.e[0] in "fo":
                return wrap(
                    list(o)[lo:hi],
                    (
                        "c",
                        "slice",
                        o.e,
                        ("k", 0) if i.start is None else expr(i.start),
                        expr(i.stop),
                    ),
                )
            whole = list(range(len(o)))[lo:hi:st]
            r = SList(list(o)[lo:hi:st])
            if st == -1 and lo is None and hi is None:
                return reverse_list(self, [o], {})
            if st in (None, 1):
                first = lo or 0
                if first >= 0:
                    r.count = (
                        op("-", o.count, ("k", first))
                        if hi is None
                        else op(
                            "-", expr(i.stop), expr(i.start) if i.start is not None else ("k", 0)
                        )
                        if hi >= 0
                        else op("-", op("-", o.count, ("k", -hi)), ("k", first))
                    )
                    r.element = lambda k, x: o.element(
                        whole[k], op("+", x, expr(i.start) if i.start is not None else ("k", 0))
                    )
            return r
        if isinstance(o, SList) and o.e is not None and isinstance(i, int) and i < 0:
            if -i > len(o):
                raise NotInterpreted("index")
            return wrap(o[i], ("ix", o.e, expr(i)))
        if (
            isinstance(o, SList)
            and o.element is not None
            and isinstance(i, int)
            and o.e is None
            and not isinstance(o[i], Module)
        ):
            k = plain(i)
            n_ = len(o)
            if -n_ <= k < n_:
                return o.element(k % n_, ("k", k) if k >= 0 else op("-", o.count, ("k", -k)))
        if isinstance(o, Tensor) and any(symbolic(x) for x in o.shape):
            return self.slice_tensor(o, i, env)
        if isinstance(i, Sym):
            i = plain(i)
        return super().e_Subscript(
            ast.Subscript(value=ast.Name("#o"), slice=ast.Name("#i")), {**env, "#o": o, "#i": i}
        )

    def slice_tensor(self, t, i, env):
        index = i if isinstance(i, tuple) else (i,)
        p = 0
        out = []
        r = super().e_Subscript(
            ast.Subscript(value=ast.Name("#o"), slice=ast.Name("#i")),
            {
                **env,
                "#o": Tensor([plain(x) for x in t.shape], t.dtype, val=t.val),
                "#i": i if not isinstance(i, Sym) else plain(i),
            },
        )
        for x in index:
            if x is None:
                out.append(1)
            elif x is Ellipsis:
                n = len(t.shape) - sum(1 for y in index if y is not None and y is not Ellipsis)
                out += t.shape[p : p + n]
                p += n
            elif isinstance(x, slice):
                d = t.shape[p]
                p += 1
                e = expr(d)
                start, stop, step = x.start or 0, x.stop, x.step or 1
                if stop is not None:
                    e = (
                        expr(stop)
                        if plain(stop) >= 0 and plain(stop) <= plain(d)
                        else e
                        if plain(stop) >= 0
                        else op("-", e, ("k", -plain(stop)))
                    )
                e = ("k", -plain(start)) if plain(start) < 0 else op("-", e, expr(start))
                if plain(step) != 1:
                    e = op("//", op("+", e, ("k", plain(step) - 1)), ("k", plain(step)))
                out.append((e,))
            elif isinstance(x, Tensor):
                out += x.shape
                p += 1
            else:
                p += 1
        out += t.shape[p:]
        r.shape = tuple(
            wrap(int(n), x[0]) if isinstance(x, tuple) else x for n, x in zip(r.shape, out)
        )
        return r

    # ---- modules
    def fill_torch_module(self, m, n, a, k):
        """Built-in modules.  A switch (bias...) whose value is symbolic makes the parameters it
        controls conditional."""
        a = [None if isinstance(x, SNone) else x for x in a]
        k = {x: None if isinstance(v, SNone) else v for x, v in k.items()}
        if n in ("LSTM", "GRU", "RNN"):
            layers = a[2] if len(a) > 2 else k.get("num_layers", 1)
            if isinstance(layers, Sym):
                self.decide_value(layers)
                if len(a) > 2:
                    a[2] = plain(layers)
                else:
                    k["num_layers"] = plain(layers)
        names = {"Linear": {2: 1}, "LayerNorm": {2: 1}, "MultiheadAttention": {3: 1}}.get(n, {})
        switches = [("k", x) for x, v in k.items() if isinstance(v, SBool)] + [
            ("a", i) for i, v in enumerate(a) if isinstance(v, SBool)
        ]
        odd = [
            ("k", x)
            for x, v in k.items()
            if x == "bias" and isinstance(v, Sym) and not isinstance(v, SBool)
        ]
        m.conditions = getattr(m, "conditions", {})
        if len(switches) + len(odd) == 1 and not n.startswith(("Parameter", "Buffer")):
            kind, where = (switches + odd)[0]
            v = (k if kind == "k" else a)[where]
            seen = {}
            for value in (True, False):
                t = Module(n, None)
                a2, k2 = list(a), dict(k)
                (k2 if kind == "k" else a2)[where] = value
                super().fill_torch_module(t, n, a2, k2)
                seen[value] = t
            super().fill_torch_module(
                m,
                n,
                [plain(x) if isinstance(x, SBool) else x for x in a],
                {x: plain(y) if x == where else y for x, y in k.items()},
            )
            if any(c for c in seen[True].mods.values()):
                self.truth(v)
                return
            for d in ("params", "bufs"):
                for name, t in getattr(seen[True], d).items():
                    o = getattr(seen[False], d).get(name)
                    if (t is None) != (o is None):
                        m.conditions[name] = (v.e, t if t is not None else o, t is not None)
            return
        for kind, where in switches + odd:
            self.truth((k if kind == "k" else a)[where])
        super().fill_torch_module(
            m, n, a, {x: plain(v) if isinstance(v, SBool) else v for x, v in k.items()}
        )

    def decide_value(self, v, candidates=(1, 2, 3, 4)):
        """Decisions that fix a small number."""
        for c in candidates:
            self.decide(("o", "==", expr(v), ("k", c)), plain(v) == c)
            if plain(v) == c:
                return
        raise NotInterpreted("a number that is not covered")

    def mark(self, m):
        if not hasattr(m, "iterations"):
            m.iterations = tuple(self.frame.loops) if self.frame else ()
        return m

    def torch_module(self, n, a, k, cls=None):
        return self.mark(super().torch_module(n, a, k))

    def register(self, m, name, v):
        slot = any(name in d for d in (m.mods, m.params, m.bufs))
        super().register(m, name, None if isinstance(v, SNone) and slot else v)

    def construct(self, e, a, k):
        """A module class: a frame of its own, with its arguments replaced by parameters."""
        caller = self.frame
        b = next((x for x in self.resolution_order(e) if x.args is not None), None)
        names = [x.arg for x in b.args.args] if b else ["config"]
        values = dict(zip(names, a))
        rest = list(a[len(names) :])
        values.update({n: v for n, v in k.items()})
        if b:
            for x, dv in zip(names[len(names) - len(b.args.defaults) :], b.args.defaults):
                if x not in values:
                    v = self.evaluate(dv, {"__unit__": b.unit})
                    if scalar(v):
                        values[x] = v
        frame = Frame(caller, {})
        call = {"args": {}, "configs": {}, "fixed": []}
        passed = {}
        for n, v in values.items():
            if isinstance(v, Config):
                over = {
                    f: expr(x)
                    for f, x in v.d.items()
                    if expr(x) not in (("f", v.uid, f), None)
                    and not f.startswith("_")
                    and not isinstance(x, (list, dict))
                    or isinstance(x, SList)
                    and x.e not in (None, ("f", v.uid, f))
                }
                if over:
                    view = Config(v.e)
                    view.uid = self.new_uid()
                    view.override = v.override
                    view.layered = getattr(v, "layered", {})
                    view.home = getattr(v, "home", None)
                    view.d = {
                        f: wrap(x, ("f", view.uid, f)) if scalar(x) or listlike(x) else x
                        for f, x in v.d.items()
                    }
                else:
                    view = v
                call["configs"][n] = (v.uid, over)
                frame.configs[n] = view
                passed[n] = view
            elif scalar(v) or listlike(v) and n in names:
                x = expr(v)
                if not scalar(v):
                    call["fixed"].append((n, "list"))
                call["args"][n] = x
                passed[n] = wrap(v, ("p", n))
                frame.arguments[n] = x
            else:
                call["fixed"].append((n, self.fixed_name(v)))
                passed[n] = v
        for i, v in enumerate(rest):
            if scalar(v):
                x = f"extra{i}"
                call["args"][x] = frame.arguments[x] = expr(v)
                rest[i] = wrap(v, ("p", x))
        variant = tuple(sorted(x for x in call["fixed"] if x[1] is not None))
        qname = f"{e.unit}.{e.name}"
        if variant:
            qname += "@%04x" % (
                zlib.crc32(repr(variant).encode()) & 0xFFFF
            )  # one description per constant argument
        m = Module(e.disp, e)
        m.frame = frame
        self.mark(m)
        frame.mod = m
        m.call = (qname, call)
        if e.kind == "model":
            c = next(iter(frame.configs.values()), None)
            if c is not None:
                c.d.setdefault("_attn_impl", "sdpa" if e.sdpa else "eager")
        self.frame = frame
        mute, self.mute = self.mute, 0
        try:
            self.init(
                m,
                e,
                [passed[n] for n in names[: len(a)] if n in passed] + rest,
                {n: passed[n] for n in values if n not in names[: len(a)]},
            )
            if not mute:
                self.finish(qname, m, frame)
        finally:
            self.frame = caller
            self.mute = mute
        return m

    def fixed_name(self, v):
        if isinstance(v, ClassReference):
            return f"{v.e.unit}.{v.e.name}"
        if isinstance(v, TorchClass):
            return v.n
        if isinstance(v, (dict, list, tuple)):
            return (
                str(plain(v))[:200]
                if listlike(list(v.values()) if isinstance(v, dict) else v)
                else type(v).__name__
            )
        return type(v).__name__

    def attribute(self, o, n):
        v = super().attribute(o, n)
        if (
            isinstance(o, Module)
            and isinstance(getattr(o, "frame", None), Frame)
            and o.frame is not self.frame
        ):
            chain = []
            f = o.frame
            while f is not None and f is not self.frame:
                chain.append(f)
                f = f.parent
            if f is None:
                return v

            def up(x):
                if isinstance(x, Tensor):
                    t = Tensor([up(d) for d in x.shape], x.dtype, x.kind, x.persistent, x.val)
                    return t
                if not symbolic(x):
                    return x
                e = expr(x)
                for c in chain:
                    e = rewrite(
                        e,
                        lambda q, c=c: c.arguments.get(q[1], ("k", None)) if q[0] == "p" else None,
                    )
                return wrap(x, e)

            if isinstance(v, Sym):
                return up(v)
            if isinstance(v, Tensor) and v.kind != "param":
                return up(v)
            if isinstance(v, Tensor):
                w = up(v)
                return w
        return v

    def call_function(self, f, a, k, selfv=None):
        rope = f.name.startswith("_compute_") and f.unit == "lib"  # only their shapes matter
        self.mute += rope
        self.in_rope += rope
        try:
            return super().call_function(f, a, k, selfv)
        finally:
            self.mute -= rope
            self.in_rope -= rope

    def call(self, f, a, k):
        r = super().call(f, a, k)
        if isinstance(f, ClassReference) and hasattr(f, "activation") and isinstance(r, Module):
            r.activation = f.activation
        return r

    def auto(self, name, config=None, **k):
        m = super().auto(name, config, **k)
        m.auto = name
        return m

    def post_init(self, m):
        pass

    # ---- description of a finished frame
    def finish(self, qname, m, frame):
        canon = self.canonical(frame)
        m.size = self.size(m)
        try:
            facts = self.own(m, canon)
            key = lambda ds: tuple((canon(e), o) for e, o in ds)
            trace = (key(frame.decisions), facts)
            m.trace = repr(trace)
            self.traces[qname].setdefault(m.trace, trace)
            self.origins.setdefault((qname, m.trace), self.raw)
            return True
        except NotInterpreted as x:
            m.trace = None
            self.notes[qname][str(x)] += 1
            return False

    def size(self, m):
        return (
            len(m.params),
            len(m.bufs),
            [(n, c.cls, self.size(c)) for n, c in m.mods.items() if c is not None],
        )

    def canonical(self, frame):
        """Rewrites config references as dotted paths from the frame's config parameters."""
        paths = {}

        def visit(c, path, depth=0):
            if c.uid in paths or depth > 4:
                return
            paths[c.uid] = path
            for k, x in c.d.items():
                if isinstance(x, Config):
                    visit(x, path + (k,), depth + 1)

        for i, (n, c) in enumerate(frame.configs.items()):
            visit(c, () if i == 0 else ("$" + n,))
        self.paths = paths

        def leaf(q):
            if q[0] == "cv":
                e = self.solutions.get((q[1], q[2]))
                return ("?",) if e is None else canon(e)
            if q[0] != "f":
                return None
            if q[1] not in paths:
                raise NotInterpreted(f"config not in scope for {q[2]}")
            return ("f", ".".join(paths[q[1]]), q[2])

        def canon(e):
            return rewrite(e, leaf)

        canon.paths = paths
        return canon

    def own(self, m, canon):
        facts = []
        cond = getattr(m, "conditions", {})
        for kind, table in (("param", m.params), ("buffer", m.bufs)):
            for n, t in table.items():
                c = None
                if n in cond:
                    e, t2, positive = cond[n]
                    c = canon(e if positive else negate(e))
                    t = t2
                if t is None:
                    continue
                dtype = "" if t.dtype == "floating" else t.dtype
                facts.append(
                    (
                        kind,
                        self.name(n, canon),
                        tuple(canon(expr(x)) for x in t.shape),
                        dtype,
                        bool(t.persistent) if kind == "buffer" else True,
                        c,
                    )
                )
        facts += self.children(
            list(m.mods.items()),
            self.loops_around(m),
            canon,
            m.entry is None
            and m.cls in ("ModuleList", "Sequential")
            and all(str(n).isdigit() for n in m.mods),
        )
        return tuple(facts)

    def loops_around(self, m):
        """How many of the loops that its children were made in are around a list of modules: it was
        made in them itself."""
        around = getattr(m, "iterations", ())
        inside = [getattr(c, "iterations", ()) for c in m.mods.values() if c is not None]
        return (
            len(around)
            if inside
            and all(
                len(x) >= len(around) and all(a is b for a, b in zip(around, x)) for x in inside
            )
            else 0
        )

    def name(self, n, canon):
        return (
            ("fmt", *[canon(x) for x in n.e[1:]])
            if isinstance(n, SStr) and n.e[0] == "fmt"
            else str(n)
        )

    def children(self, items, level, canon, numbered):
        out = []
        i = 0
        while i < len(items):
            n, c = items[i]
            its = getattr(c, "iterations", ())
            mine = [x for x in its if isinstance(x, Iteration)]
            if c is not None and len(mine) > level and (numbered or isinstance(n, SStr)):
                loop = mine[level].loop
                group = collections.defaultdict(list)
                while (
                    i < len(items)
                    and len(getattr(items[i][1], "iterations", ())) > level
                    and items[i][1].iterations[level].loop is loop
                ):
                    group[items[i][1].iterations[level].k].append(items[i])
                    i += 1
                runs = []
                for it in loop.iterations:
                    runs.append(
                        (
                            tuple((canon(e), o) for e, o in it.decisions),
                            tuple(self.children(group[it.k], level + 1, canon, numbered)),
                        )
                    )
                out.append(("each", loop.var, canon(loop.count), tuple(dict.fromkeys(runs))))
                continue
            if c is not None:
                out.append(("child", "-" if numbered else self.name(n, canon), self.node(c, canon)))
            i += 1
        return out

    def node(self, c, canon):
        if getattr(c, "activation", None) is not None:
            return ("act", canon(c.activation))
        if c.entry is not None and hasattr(c, "call"):
            qname, call = c.call
            if self.size(c) != getattr(c, "size", None):
                self.refresh(c)
            args = tuple((n, canon(e)) for n, e in call["args"].items())
            cfgs = []
            for n, (uid, over) in call["configs"].items():
                if uid not in canon.paths:
                    raise NotInterpreted("config argument not in scope")
                cfgs.append(
                    (n, ".".join(canon.paths[uid]), tuple((f, canon(e)) for f, e in over.items()))
                )
            return ("class", qname, getattr(c, "auto", ""), tuple(cfgs), args)
        return ("inline", c.cls, self.own(c, canon))

    def refresh(self, c):
        """Describes modules again that a parent changed after their construction; the description
        made before is withdrawn."""
        for x in c.mods.values():
            if x is not None:
                self.refresh(x)
        if c.entry is None or not hasattr(c, "size") or self.size(c) == c.size:
            return
        self.withdrawn.add((c.call[0], c.trace))
        old = c.trace
        self.traces[c.call[0]].pop(old, None)
        if not self.finish(c.call[0], c, c.frame):
            raise NotInterpreted(f"{c.cls} is changed after its construction")

    # ---- configs
    def new_uid(self):
        self.next_uid += 1
        return self.next_uid

    def make_config(self, e, d):
        caller, self.frame = self.frame, None
        mute, self.mute = self.mute, 0
        try:
            holder = {}
            self.pending = (e, holder)
            self.frame = Frame(None, {})
            c = self.build_config(e, plain(d))
        finally:
            self.frame = caller
            self.mute = mute
        return c

    def build_config(self, e, d):
        frame = self.frame
        fields = {}
        subs = {k for b in self.resolution_order(e) for k in b.subs}
        d = d or {}
        for b in reversed(self.resolution_order(e)):
            for n, x in b.fields.items():
                fields[n] = (x, b.unit)
        c = Config(e)
        c.uid = self.new_uid()
        c.layered = {}
        c.stages = None
        frame.configs["config"] = c
        init = next(
            (b.methods["__init__"] for b in self.resolution_order(e) if "__init__" in b.methods),
            None,
        )
        kw = copy.deepcopy(d)
        alias = self.alias(e)
        if init is not None:
            self.mute += 1
            c.stages = []
            self.call_function(init, [], kw, selfv=c)
        else:
            for n, (x, u) in fields.items():
                v = kw.pop(n) if n in kw else self.evaluate(x, {"__unit__": u})
                n = alias.get(n, n)
                Interpreter.set_config_value(
                    self,
                    c,
                    n,
                    v
                    if isinstance(v, dict) or v is None and n in subs
                    else wrap(v, ("f", c.uid, n)),
                )
            for n in list(kw):
                if (scalar(kw[n]) or listlike(kw[n])) and n not in (
                    "num_labels",
                    "per_layer_config",
                ):
                    kw[n] = wrap(kw[n], ("f", c.uid, alias.get(n, n)))
            c.stages = []
            self.run_post_init(c, e, kw)
        for n, v in list(c.d.items()):
            if n not in subs:
                self.stage(c, n, v, "end")
            if isinstance(v, Config) and n in subs:
                v.home = (
                    c.uid,
                    n,
                    any(n in b.subs and b.subs[n][2] for b in self.resolution_order(e)),
                )
        for f, x in c.layered.items():
            c.stages.append((f + "_of_layer", "layers", x, len(frame.decisions)))
        canon = self.canonical(frame)
        stages = []
        for n, where, x, known in c.stages:
            try:
                stages.append((n, where, canon(x), known))
            except NotInterpreted:
                continue
        c.stages = None
        trace = (tuple((canon(x), o) for x, o in frame.decisions), tuple(stages))
        self.derived[f"{e.unit}.{e.name}"].setdefault(repr(trace), trace)
        for n, v in list(c.d.items()):
            if not isinstance(v, (Config, dict)) and not (
                isinstance(v, list) and any(isinstance(x, (Config, dict)) for x in v)
            ):
                c.d[n] = wrap(v, ("f", c.uid, n))
            elif isinstance(v, dict) and n not in ("id2label", "label2id"):
                c.d[n] = wrap(v, ("f", c.uid, n))
        return c

    def stage(self, c, n, v, where):
        """Notes a field that was set while the config is derived from its file; from then on the
        field stands for its new value."""
        if (
            getattr(c, "stages", None) is None
            or n.startswith("_")
            or n in ("id2label", "label2id", "rope_parameters")
            or not (scalar(v) or listlike(v) or isinstance(v, dict) and expr(v) is not None)
        ):
            return False
        x = expr(v)
        own = ("f", c.uid, n)
        if x is None:
            x = ("?",)
        if x != own:
            c.stages.append((n, where, x, len(self.frame.decisions)))
        c.d[n] = wrap(v, own)
        return True

    def derived_config(self, env):
        """The config whose derivation is under way, if env belongs to it."""
        c = env.get("self")
        return c if isinstance(c, Config) and getattr(c, "stages", None) is not None else None

    def e_Call(self, n, env):
        f = n.func
        if (
            isinstance(f, ast.Attribute)
            and isinstance(f.value, ast.Name)
            and f.value.id == "kwargs"
            and f.attr in ("pop", "get")
            and self.derived_config(env)
            and not n.keywords
        ):
            c = self.derived_config(env)
            key = plain(self.evaluate(n.args[0], env))
            table = env["kwargs"]
            default = self.evaluate(n.args[1], env) if len(n.args) > 1 else None
            if (
                isinstance(key, str)
                and scalar(default)
                and (key not in table or scalar(table[key]))
                and key not in ("num_labels", "per_layer_config", "id2label", "label2id")
            ):
                own = ("f", c.uid, self.alias(c.e).get(key, key))
                e = own if expr(default) == ("k", None) else ("o", "??", own, expr(default))
                given = table.get(key)
                value = default if key not in table or plain(given) is None else given
                if f.attr == "pop":
                    table.pop(key, None)
                return wrap(plain(value), e)
        if (
            isinstance(f, ast.Attribute)
            and f.attr == "get"
            and isinstance(f.value, (ast.Name, ast.Attribute))
            and not n.keywords
        ):
            table, key = self.evaluate(f.value, env), self.evaluate(n.args[0], env)
            if isinstance(table, dict) and not isinstance(table, SDict) and isinstance(key, SStr):
                return self.looked_up(table, key, n.args[1:], env)
        return super().e_Call(n, env)

    def looked_up(self, table, key, default, env):
        """What a table of words has for a word of the config: which word it is, is decided, and
        first whether it is one of them."""
        words = [k for k in table if isinstance(k, str)]
        self.decide(("o", "in", key.e, ("k", tuple(words))), plain(key) in words)
        for k in words if plain(key) in words else ():
            self.decide(("o", "==", key.e, ("k", k)), k == plain(key))
            if k == plain(key):
                return table[k]
        return self.evaluate(default[0], env) if default else None

    def base_post_init(self, c, kw):
        absent = {
            n: c.d[n] for n in ("layer_types", "mtp_layer_types") if isinstance(c.d.get(n), SNone)
        }
        for n in absent:
            c.d[n] = None
        v = kw.get("partial_rotary_factor")
        if v is not None and scalar(v) and plain(v) is not None:
            c.d["partial_rotary_factor"] = v
        self.mute += 1
        try:
            return super().base_post_init(c, kw)
        finally:
            self.mute -= 1
            for n, v in absent.items():
                if c.d.get(n) is None:
                    c.d[n] = v

    def config_value(self, c, n, default=Interpreter.MISSING):
        n = self.alias(c.e).get(n, n)
        if (
            n == "num_labels"
            and "num_labels" not in c.d
            and not any(n in b.getters for b in self.resolution_order(c.e))
        ):
            return wrap(
                len(c.d["id2label"]) if c.d.get("id2label") is not None else None,
                ("f", c.uid, "num_labels"),
            )
        return super().config_value(c, n, default)

    def set_config_value(self, c, n, v):
        super().set_config_value(c, n, v)
        name = self.alias(c.e).get(n, n)
        if name in c.d:
            self.stage(c, name, c.d[name], self.where)
        if n == "num_labels" and hasattr(self.frame, "mod"):
            c.d["num_labels"] = v

    def getattr(self, o, n, default=Interpreter.MISSING):
        if isinstance(o, Config) and default is not Interpreter.MISSING:
            missing = object()
            v = Interpreter.getattr(self, o, n, missing)
            n = plain(n)
            e = expr(default)
            if n == "head_dim" and self.in_rope:
                whole = self.config_value(o, "hidden_size") // self.config_value(
                    o, "num_attention_heads"
                )
                own = None if v is missing else plain(v)
                return wrap(
                    own or plain(whole),
                    (
                        "o",
                        "or",
                        expr(v) if v is not missing and symbolic(v) else ("f", o.uid, n),
                        expr(whole),
                    ),
                )
            if v is not missing:
                f = ("f", o.uid, n)
                declared = any(
                    self.alias(o.e).get(x, x) == self.alias(o.e).get(n, n)
                    for b in self.resolution_order(o.e)
                    for x in b.fields
                )
                return (
                    v
                    if declared or expr(v) != f or e is None or default is None
                    else wrap(v, ("o", "??", f, e))
                )
            if e is None:
                return default
            return wrap(
                default, ("f", o.uid, n) if default is None else ("o", "??", ("f", o.uid, n), e)
            )
        return Interpreter.getattr(self, o, n, default)
