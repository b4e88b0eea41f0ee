"""Write merged classes and configs as catalog text."""

import collections
import json
import math
import re

import blueprints as base
from blueprints import ClassReference, Interpreter
from merge_traces import expressions
from symbolic_values import PRECEDENCE, leaves, negate, plain

BUILTIN_TENSORS = ("weight", "bias")
FIELDS_ALWAYS_KEPT = {
    "layer_types",
    "mtp_layer_types",
    "hidden_size",
    "num_attention_heads",
    "head_dim",
    "rope_parameters",
    "partial_rotary_factor",
    "tie_word_embeddings",
    "num_hidden_layers",
    "num_labels",
}


# ------------------------------------------------------------------ expressions and literals
def text_of(e, level=0):
    """Expression -> catalog text."""
    kind = e[0]
    if kind == "k":
        return literal(e[1])
    if kind == "f":
        return (e[1] + "." if e[1] else "") + e[2]
    if kind == "p":
        return "$" + e[1]
    if kind == "v":
        return e[1]
    if kind == "?":
        return "?"
    if kind == "it":
        return text_of(e[1], 9) + (
            "." + e[2] if e[2].isidentifier() else "[" + json.dumps(e[2]) + "]"
        )
    if kind == "ix":
        return f"{text_of(e[1], 9)}[{text_of(e[2])}]"
    if kind == "c":
        return f"{e[1]}({', '.join(text_of(x) for x in e[2:])})"
    if kind == "list":
        return f"[{', '.join(text_of(x) for x in e[1:])}]"
    if kind == "record":
        return (
            "{"
            + ", ".join(f"{json.dumps(k)}: {text_of(x)}" for k, x in zip(e[1::2], e[2::2]))
            + "}"
        )
    if kind == "each":
        return f"[{text_of(e[1])} each {e[2]} < {text_of(e[3])}]"
    if kind == "fmt":
        return "".join(str(x[1]) if x[0] == "k" else "{" + text_of(x) + "}" for x in e[1:])
    if kind == "if":
        c, a, b = e[1:]
        if c == ("o", "==", b, ("k", None)):
            return text_of(("o", "??", b, a), level)
        if c == ("o", "!=", a, ("k", None)):
            return text_of(("o", "??", a, b), level)
        s = f"{text_of(a, 1)} if {text_of(c, 1)} else {text_of(b, 0)}"
        own = 0
    elif kind == "u":
        own = 3 if e[1] == "not" else 7
        s = ("not " if e[1] == "not" else "-") + text_of(e[2], own)
    else:
        own = PRECEDENCE[e[1]]
        s = f"{text_of(e[2], own + (own == 4))} {e[1]} {text_of(e[3], own + 1)}"
    return f"({s})" if own < level else s


def literal(v):
    if v is None:
        return "none"
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, (list, tuple)):
        return "[" + ", ".join(literal(x) for x in v) + "]"
    if isinstance(v, dict):
        return "{" + ", ".join(json.dumps(str(k)) + ": " + literal(x) for k, x in v.items()) + "}"
    if isinstance(v, float) and (math.isinf(v) or math.isnan(v)):
        return "1e999"
    if isinstance(v, str):
        return json.dumps(v)
    return repr(v)


def shape_text(shape):
    return f"[{', '.join(text_of(s) for s in shape)}]"


HEADS = ("activation", "type", "auto", "model", "convert")


def child_nodes(facts):
    """All references to other classes in merged facts."""
    for x in facts:
        if x[0] == "when":
            yield from child_nodes(x[2] + x[3])
        elif x[0] == "each":
            yield from child_nodes(x[3])
        elif x[0] == "child" and x[2][0] == "inline":
            yield from child_nodes(x[2][2])
        elif x[0] == "child" and x[2][0] == "class":
            yield x[2]


class Printer:
    """Writes merged classes and configs as catalog text."""

    def __init__(self, catalog, classes, failed, derived, interp):
        self.catalog, self.classes, self.failed, self.derived, self.interp = (
            catalog,
            classes,
            failed,
            derived,
            interp,
        )
        self.used = collections.defaultdict(set)
        self.fields = set(FIELDS_ALWAYS_KEPT)
        self.find_used()

    def find_used(self):
        """Which parameters of each class, and which config fields, matter."""
        changed = True
        table = {q: list(expressions(f)) for q, f in self.classes.items()}
        while changed:
            changed = False
            for q, rows in table.items():
                for child, param, e in rows:
                    if child is None or param in self.used[child]:
                        new = {x[1] for x in leaves(e, "p")} - self.used[q]
                        if new:
                            self.used[q] |= new
                            changed = True
        self.config_fields = collections.defaultdict(set)
        self.anywhere = set(FIELDS_ALWAYS_KEPT)
        self.seen = set()
        for q in self.classes:
            e = self.interp.cat.find(q.split("@")[0], "lib")
            if e is not None and e.kind == "model" and e.config:
                self.follow(q, {"": self.config_name(e.config, e.unit)}, table)
        for q, d in self.derived.items():
            fields = self.config_fields[q] | self.anywhere
            for n, e in reversed(d):
                if n in fields:
                    for x in leaves(e, "f"):
                        fields.add(x[2])
            self.config_fields[q] = fields
        self.fields = self.anywhere.union(*self.config_fields.values())

    def config_name(self, name, unit):
        e = self.interp.cat.find(name, unit)
        return f"{e.unit}.{e.name}" if e is not None else None

    def follow(self, q, scopes, table):
        """Notes which fields class q and the classes below it use, of which config classes."""
        key = (q, tuple(sorted(scopes.items(), key=str)))
        if key in self.seen or q not in self.classes:
            return
        self.seen.add(key)
        for child, param, e in table[q]:
            if child is None or param in self.used[child]:
                for x in leaves(e, "f"):
                    self.use(x[1], x[2], scopes)
        for node in child_nodes(self.classes[q]):
            below = {}
            for i, (n, path, over) in enumerate(node[3]):
                for _, e in over:
                    for x in leaves(e, "f"):
                        self.use(x[1], x[2], scopes)
                config = self.at(path, scopes)
                if i == 0:
                    below[""] = config
                below["$" + n] = config
            if not node[2]:
                self.follow(node[1], below, table)

    def at(self, path, scopes):
        """The config class at a dotted path, or None if it depends on the config file."""
        parts = path.split(".") if path else []
        config = scopes.get(parts.pop(0)) if parts and parts[0].startswith("$") else scopes.get("")
        for part in parts:
            if config is None:
                self.anywhere.add(part)
                continue
            self.config_fields[config].add(part)
            entry = self.interp.cat.find(config, "lib")
            target = None
            for b in self.interp.resolution_order(entry):
                if part in b.subs and b.subs[part][0] != "auto":
                    target = self.config_name(b.subs[part][0], b.unit)
                    break
            config = target
        return config

    def use(self, path, field, scopes):
        config = self.at(path, scopes)
        if config is None:
            self.anywhere.add(field)
        else:
            self.config_fields[config].add(field)

    # ---- bodies
    def child(self, node, unit):
        """(text after the name, lines of its body)."""
        if node[0] == "act":
            return f"activation({text_of(node[1])})", []
        if node[0] == "class":
            return self.reference(node, unit), []
        _, cls, facts = node
        own = [x for x in facts if x[0] in ("param", "buffer")]
        kids = [x for x in facts if x[0] not in ("param", "buffer")]
        return cls + self.builtin_tensors(own), self.lines(kids, unit)

    def builtin_tensors(self, own):
        """The short form `[a, b] bias if c` where it says everything, else the tensors one by
        one."""
        if not own:
            return ""
        weight, rest = own[0], own[1:]
        plain_weight = (
            weight[:2] == ("param", "weight")
            and weight[3] == ""
            and weight[5] is None
            and weight[2]
        )
        if plain_weight and not rest:
            return shape_text(weight[2])
        if plain_weight and len(rest) == 1 and rest[0][:4] == ("param", "bias", weight[2][:1], ""):
            condition = rest[0][5]
            return (
                shape_text(weight[2])
                + " bias"
                + (f" if {text_of(condition)}" if condition is not None else "")
            )
        return " " + ", ".join(self.tensor(x) for x in own)

    def reference(self, node, unit):
        _, q, auto, configs, args = node
        s = f"auto({auto})" if auto else q[len(unit) + 1 :] if q.startswith(unit + ".") else q
        same = [f"${n}" for n, e in args if n in self.used[q] and e == ("p", n)]
        parts = same + [
            f"{n} = {text_of(e)}" for n, e in args if n in self.used[q] and e != ("p", n)
        ]
        if parts:
            s += "(" + ", ".join(parts) + ")"
        for i, (n, path, over) in enumerate(configs):
            if i == 0 and path:
                s += f" using {path}"
            if i and self.uses_second_config(q, n):
                s += f' ${n} using {path or "self"}'
            over = [(f, e) for f, e in over if f in self.fields]
            if over:
                s += " with " + ", ".join(f"{f} = {text_of(e)}" for f, e in over)
        return s

    def uses_second_config(self, q, n):
        if q not in self.classes:
            return False
        return any(
            x[1].split(".")[0] == "$" + n
            for _, _, e in expressions(self.classes[q])
            for x in leaves(e, "f")
        ) or any(p.startswith("$" + n) for f in self.classes[q] for p in self.paths_in(f))

    def paths_in(self, f):
        if f[0] == "child" and f[2][0] == "class":
            return [p for _, p, _ in f[2][3]]
        if f[0] == "child" and f[2][0] == "inline":
            return [p for x in f[2][2] for p in self.paths_in(x)]
        if f[0] == "each":
            return [p for x in f[3] for p in self.paths_in(x)]
        if f[0] == "when":
            return [p for x in f[2] + f[3] for p in self.paths_in(x)]
        return []

    def tensor(self, x):
        kind, n, shape, dtype, persistent, cond = x
        mark = "" if kind == "param" else "+" if persistent else "~"
        name = n if isinstance(n, str) else text_of(n)
        return (
            mark
            + name
            + shape_text(shape)
            + (f" {dtype}" if dtype else "")
            + (f" if {text_of(cond)}" if cond is not None else "")
        )

    def lines(self, facts, unit):
        out = []
        for x in facts:
            if x[0] == "require":
                out.append(f"require {text_of(x[1])}")
            elif x[0] == "when":
                self.when(x, unit, out, "if")
            elif x[0] == "each":
                out.append(f"each {x[1]} < {text_of(x[2])}")
                out += ["  " + l for l in self.lines(x[3], unit)]
            elif x[0] in ("param", "buffer"):
                out.append(". " + self.tensor(x))
            else:
                s, body = self.child(x[2], unit)
                name = x[1] if isinstance(x[1], str) else text_of(x[1])
                out.append(f"{name}: {s}")
                out += ["  " + l for l in body]
        return out

    def when(self, x, unit, out, word):
        _, e, yes, no = x
        if not yes:
            e, yes, no = negate(e), no, ()
        out.append(f"{word} {text_of(e)}")
        out += ["  " + l for l in self.lines(yes, unit)]
        if len(no) == 1 and no[0][0] == "when":
            self.when(no[0], unit, out, "elif")
        elif no:
            out.append("else")
            out += ["  " + l for l in self.lines(no, unit)]

    # ---- configs
    def config(self, e):
        it = self.interp
        mro = it.resolution_order(e)
        used = set().union(
            self.anywhere, *[self.config_fields.get(f"{b.unit}.{b.name}", ()) for b in mro]
        )
        mt = next((b.model_type for b in mro if b.model_type is not None), "")
        out = [f"config {e.name}" + (f" : {mt}" if mt else "")]
        alias = it.alias(e)
        out += [f"  alias {a} = {b}" for a, b in alias.items()]
        fields, subs = {}, {}
        for b in reversed(mro):
            for n, x in b.fields.items():
                fields[n] = (x, b.unit)
            subs.update({k: (v, b.unit) for k, v in b.subs.items()})
        try:
            whole = plain(Interpreter(it.cat).make_config(e, {}).d)
        except Exception:
            whole = {}
        rope = whole.get("rope_parameters")
        interesting = isinstance(rope, dict) and any(
            k not in ("rope_theta", "rope_type") or v != "default" and k == "rope_type"
            for k, v in rope.items()
        )
        if interesting:
            out.append(f"  rope_parameters = {literal(rope)}")
        if whole.get("id2label") and len(whole["id2label"]) != 2:
            out.append(f"  num_labels = {len(whole['id2label'])}")
        for n, (x, u) in fields.items():
            if n in subs or n == "rope_parameters" and interesting:
                continue
            if n in used or alias.get(n, n) in used:
                try:
                    value = plain(it.evaluate(x, {"__unit__": u}))
                except Exception:
                    continue
                if value is not None or n == "rope_parameters":
                    out.append(f"  {n} = {literal(value)}")  # an absent field is none
        for k, ((cn, mt, opt, init), u) in subs.items():
            target = (
                f'type {mt or "none"}'
                if cn == "auto"
                else (lambda y: f"{y.unit}.{y.name}")(it.cat.find(cn, u))
            )
            try:
                ini = plain(it.evaluate(init, {"__unit__": u}))
            except Exception:
                ini = {}
            out.append(
                f"  sub {k}: {target}"
                + (" optional" if opt else "")
                + (f" default {json.dumps(ini)}" if ini else "")
            )
        for n, x in self.derived.get(f"{e.unit}.{e.name}", ()):
            if n not in used:
                continue
            if n == "head_dim" and n not in fields and ("f", "", n) not in leaves(x, "f"):
                x = ("o", "??", ("f", "", n), x)  # a file's own value stays
            out.append(f"  {n} := {text_of(x)}")
        for n in ("default_theta", "default_rope_type"):
            for b in mro:
                if n in getattr(b, "attrs", {}):
                    out.append(
                        f"  {n} = {literal(plain(it.evaluate(b.attrs[n], {'__unit__': b.unit})))}"
                    )
                    break
        return out

    # ---- the whole text
    def activations(self):
        it = self.interp
        known = it.cat.find("lib.ACT2FN", "lib")
        table = it.entry_value(known) if known else {}  # units of configs alone need none
        for k, v in table.items():
            c = v[0] if isinstance(v, tuple) else v
            if not isinstance(c, ClassReference):
                yield k, c.n
                continue
            q = f"{c.e.unit}.{c.e.name}"
            yield k, q if self.classes.get(q) else c.e.disp

    def heads(self, units, blocks):
        index = self.interp.cat.index
        tables = [
            [(f"activation {k}", v) for k, v in self.activations()],
            [(f"type {mt}", q) for mt, q in index["types"].items() if q.split(".")[0] in units],
        ]
        referenced = {
            m for b in blocks.values() for l in b for m in re.findall(r"auto\((\w+)\)", l)
        }
        tables.append(
            [
                (f"auto {name} {mt}", " ".join(c) if isinstance(c, list) else c)
                for name, tab in index["auto"].items()
                if name in referenced
                for mt, c in tab.items()
                if index["types"].get(mt, ".").split(".")[0] in units
            ]
        )
        tables.append(
            [
                (f"model {c}", q.split(".")[0])
                for c, q in index["classes"].items()
                if q.split(".")[0] in units and (q in self.classes or q in self.failed)
            ]
        )
        return [[f"{k} = {v}" for k, v in t] for t in tables] + [[]]

    def class_block(self, q, body):
        unit, name = q.split(".", 1)
        e = self.interp.cat.find(q.split("@")[0], unit)
        line = f"{'model' if e.kind == 'model' else 'class'} {name}"
        if e.disp != name:
            line += f" named {e.disp}"
        if e.kind == "model" and e.config:
            line += " : " + e.config
        extra = self.model_lines(q, e) if e.kind == "model" else []
        return [line] + ["  " + l for l in [*extra, *body]]

    def inherited_no_split(self, q):
        """The no-split classes that a model has anyway because its direct children have them."""
        found = set()
        for x in self.classes.get(q, ()):
            if x[0] != "child" or x[2][0] != "class" or x[2][2]:
                continue
            child = x[2][1]
            e = self.interp.cat.find(child.split("@")[0], "lib")
            if e is not None and e.kind == "model":
                found |= set(e.no_split or []) | self.inherited_no_split(child)
        return found

    def model_lines(self, q, e):
        out = []
        if getattr(e, "base_prefix", ""):
            out.append(f"base {e.base_prefix}")
        own = [c for c in e.no_split or [] if c not in self.inherited_no_split(q)]
        if own:
            out.append("no_split " + " ".join(own))
        if getattr(e, "no_placement", None):
            out.append("no_placement " + " ".join(e.no_placement))
        out += [f"tie {a} = {b}" for a, b in (e.tied or {}).items()]
        b = next((x for x in self.interp.resolution_order(e) if x.args is not None), None)
        if b:
            names = [x.arg for x in b.args.args]
            for x, dv in zip(names[len(names) - len(b.args.defaults) :], b.args.defaults):
                if x in self.used[q]:
                    out.append(
                        f"param {x} = "
                        + literal(plain(self.interp.evaluate(dv, {"__unit__": b.unit})))
                    )
        return out

    def unit_block(self, unit, blocks):
        out = [f"unit {unit}"]
        entries = [x for x in self.interp.cat.unit(unit).values() if isinstance(x, base.Entry)]
        for e in sorted((e for e in entries if e.kind == "config"), key=lambda e: e.name):
            out += self.config(e)
        mine = [q for q in sorted(blocks) if q.split(".")[0] == unit]
        for q in mine:
            out += self.class_block(q, blocks[q])
        for q in sorted(x for x in self.failed if x.split(".")[0] == unit):
            out.append(f'headers {q.split(".", 1)[1]} # {self.failed[q][:100]}')
        return out

    def text(self, units, conversions=None):
        """What was recorded, and the conversions of checkpoint names, as one text with tables at
        its head."""
        blocks = {q: self.lines(f, q.split(".", 1)[0]) for q, f in self.classes.items()}
        tables = self.heads(units, blocks)
        parts = {u: self.unit_block(u, blocks) for u in units}
        if conversions is not None:
            tables[HEADS.index("convert")] += conversions.head_lines()
            for u, lines in conversions.unit_lines().items():
                parts.setdefault(u, [f"unit {u}"]).extend(lines)
        out = [f"transformers {self.interp.cat.index['transformers']}"]
        for t in tables:
            out += sorted(dict.fromkeys(t), key=lambda line: line.split(" = ", 1)[0].encode())
        for u in sorted(parts, key=str.encode):
            out += parts[u]
        return "\n".join(out) + "\n"
