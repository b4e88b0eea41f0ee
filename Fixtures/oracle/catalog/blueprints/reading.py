"""The sliced sources (build/blueprints/UNIT.bp) as entries: constructors as syntax trees, fields,
sub-configs, facts of classes."""

import ast
import json
import os
import re

from .values import Function


class Entry:
    """A class or constant of a unit."""

    pass


def parse_args(src):
    """The syntax tree of a parameter list."""
    return ast.parse(f"def f({src}): pass").body[0].args


class Blueprints:
    """All units of a folder, read when they are first asked for."""

    def __init__(self, root):
        self.root = root
        self.units = {}
        with open(f"{root}/index.json") as f:
            self.index = json.load(f)

    def unit(self, u):
        """The entries of a unit by name, None without such a unit."""
        if u not in self.units:
            p = f"{self.root}/{u}.bp"
            if not os.path.exists(p):
                return None
            with open(p) as f:
                self.units[u] = self.parse(u, f.read())
        return self.units[u]

    def parse(self, u, text):
        """The entries in a unit's text."""
        out = {}
        cur = None
        lines = text.split("\n")
        i = 0

        def block(i, ind):
            b = []
            while i < len(lines) and (
                not lines[i].strip() or len(lines[i]) - len(lines[i].lstrip()) >= ind
            ):
                b.append(lines[i][ind:])
                i += 1
            return "\n".join(b), i

        def body(src):
            return ast.parse(src).body

        while i < len(lines):
            l = lines[i]
            if not l.strip():
                i += 1
                continue
            kw, rest = l.split(" ", 1)
            e = Entry()
            e.unit = u
            e.kind = kw
            if kw == "const":
                n, v = rest.split(" = ", 1)
                e.name = n
                e.expr = ast.parse(v, mode="eval").body
                e.value = None
                out[n] = e
                i += 1
                continue
            if kw == "def":
                n = rest.split("(", 1)[0]
                e.name = n
                a = rest[len(n) + 1 : -1]
                b, i = block(i + 1, 2)
                out[n] = Function(n, parse_args(a), body(b), u)
                continue
            # config / module / model
            head, _, bases = rest.partition(" < ")
            e.name = e.disp = head.split("(")[0]
            e.args = parse_args(head[len(e.name) + 1 : -1]) if "(" in head else None
            e.bases = [x.strip() for x in bases.split(",")] if bases else []
            e.sdpa = False
            e.attrs = {}
            e.methods = {}
            e.getters = {}
            e.setters = {}
            e.fields = {}
            e.subs = {}
            e.alias = {}
            e.config = None
            e.no_split = None
            e.base_prefix = ""
            e.no_placement = None
            e.tied = None
            e.model_type = None
            b, i = block(i + 1, 2)
            bl = b.split("\n")
            j = 0
            init = []
            while j < len(bl):
                x = bl[j]
                m = re.match(r"(def|get|set|static) (\w+)\((.*)\)$", x)
                if m:
                    k = j + 1
                    mb = []
                    while k < len(bl) and (not bl[k].strip() or bl[k].startswith("  ")):
                        mb.append(bl[k][2:])
                        k += 1
                    f = Function(m[2], parse_args(m[3]), body("\n".join(mb)), u, owner=e)
                    f.static = m[1] == "static"
                    {"def": e.methods, "static": e.methods, "get": e.getters, "set": e.setters}[
                        m[1]
                    ][m[2]] = f
                    j = k
                    continue
                if x.startswith("attr "):
                    n, v = x[5:].split(" = ", 1)
                    e.attrs[n] = ast.parse(v, mode="eval").body
                elif x == "sdpa":
                    e.sdpa = True
                elif x.startswith("class "):
                    e.disp = x[6:]
                elif kw == "model" and re.match(r"config [\w.]+$", x):
                    e.config = x[7:]
                elif kw == "model" and x.startswith("no_split "):
                    e.no_split = json.loads(x[9:])
                elif kw == "model" and x.startswith("base_prefix "):
                    e.base_prefix = x[12:]
                elif kw == "model" and x.startswith("no_placement "):
                    e.no_placement = json.loads(x[13:])
                elif kw == "model" and x.startswith("tied "):
                    e.tied = json.loads(x[5:])
                elif kw == "config" and x.startswith("model_type: "):
                    e.model_type = ast.literal_eval(x[12:])
                elif kw == "config" and x.startswith("alias: "):
                    e.alias = ast.literal_eval(x[7:])
                elif kw == "config" and x.startswith("sub "):
                    m = re.match(
                        r"sub (\w+): (\S+) type=('[^']*'|None|\"\")( optional)?(?: init=(.*))?$", x
                    )
                    e.subs[m[1]] = (
                        m[2],
                        ast.literal_eval(m[3]),
                        bool(m[4]),
                        ast.parse(m[5] or "{}", mode="eval").body,
                    )
                elif kw == "config" and x.strip():
                    n, v = x.split(" = ", 1)
                    e.fields[n] = ast.parse(v, mode="eval").body
                else:
                    init.append(x)
                j += 1
            e.init = body("\n".join(init)) if kw != "config" else []
            out[e.name] = e
        return out

    def find(self, q, u):
        """The entry of a name as it reads in a unit; `other.Name` leads to another unit."""
        if "." in q:
            u, q = q.split(".", 1)
        un = self.unit(u)
        return un.get(q) if un else None
