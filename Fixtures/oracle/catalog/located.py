"""The modules of models with the lines of the catalog that make them, as the command says it
(`device-map entries`).

`Text(families, binary)` numbers the lines of the families, bodies of other classes written out;
  `Text.model(name, config)` is a model
as the command builds it of them: nodes that know their line. `Text.tried(node, texts)` asks what
other lines would be at the place of a node, which is also how the value of an expression is told.
Nothing is evaluated here.
"""

import json
import os
import re
import subprocess
import tempfile

import families

FACTS = families.FACTS
DTYPE = "bfloat16"  # in which the models were observed
MARKS = dict(parameter="", buffer="+", transient_buffer="~")


class Line:
    """A line of an entry with what is nested in it."""

    def __init__(self, text):
        self.text, self.body = text, []

    def walk(self):
        yield self
        for x in self.body:
            yield from x.walk()

    def rendered(self, depth):
        return ["  " * depth + self.text] + [l for x in self.body for l in x.rendered(depth + 1)]


def outline(lines):
    """The nested lines of indented ones, and all of them in order."""
    root, every = Line(""), []
    stack = [(0, root)]
    for line in lines:
        depth = (len(line) - len(line.lstrip())) // 2
        new = Line(line.strip())
        while stack[-1][0] >= depth:
            stack.pop()
        stack[-1][1].body.append(new)
        stack.append((depth, new))
        every.append(new)
    return root.body, every


class Entry:
    """A class or model of the catalog. `own` are its facts and lines, `body` the lines alone."""

    def __init__(self, unit, cls, own, is_model=False, kind=None):
        self.unit, self.cls, self.own, self.model, self.kind = unit, cls, own, is_model, kind
        self.body = [x for x in own if not x.text.startswith(FACTS)]


class Node:
    """A module that the command has built: its entry (None where the entry around describes it),
    tensors and children."""

    def __init__(self, cls, q):
        self.cls, self.q, self.tensors, self.children = cls, q, {}, {}
        self.body, self.model = None, False
        self.items, self.lines = (
            {},
            {},
        )  # the lines of children, and those of tensors that have one of their own
        self.source, self.path = (
            None,
            "",
        )  # (architecture, config, units) of the model, and where the node is in it
        self.values = {}  # expressions and what they give here


class Refused(Exception):
    """The command does not build the model."""


class Text:
    """The lines of the families that the command is given."""

    def __init__(self, known, binary):
        self.known, self.binary = known, binary
        self.classes, self.fields, self.by_name = {}, {}, {}
        self.lines, self.places = {}, {}  # unit: its lines; (unit, number from 1): the nested line
        self.full = families.bodies(known)
        self.heads = {
            families.key_of(e)[1]: u
            for u, f in known.items()
            for e in f.entries
            if e[0].startswith("model ")
        }

    def add(self, unit):
        """Numbers the lines of a unit, which the command can then be given."""
        if unit in self.lines:
            return
        family = self.known[unit]
        lines = self.lines[unit] = [f"unit {unit}", family.provenance]
        for e in sorted(family.entries, key=lambda e: families.ORDER[e[0].split(" ")[0]]):
            word, name = families.key_of(e)
            if word != "class":
                lines += [e[0], *(l for l in e[1:] if not families.is_remark(l))]
                if word == "config":
                    self.fields.setdefault(unit, []).extend(x for x in map(field_of, e[1:]) if x)
                continue
            head, own = (
                families.LIKE.sub("", e[0]),
                [l for l in e[1:] if families.is_fact(l)] + self.full[unit, name],
            )
            lines.append(head)
            nested, every = outline(own)
            self.places.update({(unit, len(lines) + n): line for n, line in enumerate(every, 1)})
            lines += own
            m = re.match(r"(class|model) (\S+)(?: named (\S+))?(?: : (\S+))?$", head)
            q = f"{unit}.{m[2]}"
            self.classes[q] = Entry(unit, m[3] or m[2].split("@")[0], nested, m[1] == "model", m[4])
            if m[1] == "model":
                self.by_name.setdefault(m[2], q)

    def knows(self, name):
        """Whether there is a model of that name; its unit is read."""
        unit = self.heads.get(name)
        if unit is not None:
            self.add(unit)
        return name in self.by_name

    # ---- asking
    def ask(self, source, attempts=(), extra=""):
        """What `device-map entries` prints for (architecture, config, units that it is built of);
        attempts are (UNIT.CLASS, path)."""
        name, config, units = source
        with tempfile.TemporaryDirectory() as folder:
            files = {
                "config.json": json.dumps(config),
                **{f"{u}.catalog": "\n".join(self.lines[u]) + "\n" for u in units},
            }
            words = [
                self.binary,
                "entries",
                "config.json",
                "--architecture",
                name,
                "--dtype",
                DTYPE,
            ]
            words += [x for u in units for x in ("--catalog", f"{u}.catalog")]
            if attempts:
                files.update(
                    {
                        "tried": extra,
                        "attempts": "\n".join(f"{q} {path}".rstrip() for q, path in attempts),
                    }
                )
                words += ["--catalog", "tried", "--try", "attempts"]
            for file, text in files.items():
                with open(f"{folder}/{file}", "w") as f:
                    f.write(text)
            run = subprocess.run(words, capture_output=True, cwd=folder, timeout=600)
        if run.returncode:
            raise Refused(
                " ".join(run.stderr.decode(errors="replace").split("error:")[-1].split())[:200]
            )
        return json.loads(run.stdout)

    def model(self, name, config):
        """The model that the command builds of a config, by the lines as they were read."""
        if not self.knows(name):
            raise Refused(f"{name} is not known")
        units = {self.heads[name]}
        while True:
            source = (name, config, sorted(units))
            found = self.ask(source)["modules"]
            used = {m["entry"].split(".")[0] for m in found if "entry" in m} | units
            if used == units:
                return self.tree(found, source)
            for unit in used:
                self.add(unit)
            units = used

    def tree(self, modules, source):
        """The nodes of what was printed."""
        nodes = {}
        for m in modules:
            node = nodes[m["name"]] = Node(m["class"], m.get("entry"))
            node.source, node.path = source, m["name"]
            line = self.line(m)
            entry = self.classes.get(node.q)
            node.body = entry.body if entry else line.body if line else None
            node.model = bool(entry and entry.model)
            for t in m.get("tensors", ()):
                node.tensors[t["name"]] = (MARKS[t["kind"]], tuple(t["shape"]), t["dtype"])
                own = self.line(t)
                if own is not None and own.text.startswith(". "):
                    node.lines[t["name"]] = own
            if m["name"]:
                parent, _, name = m["name"].rpartition(".")
                nodes[parent].children[name] = node
                if line is not None:
                    nodes[parent].items[name] = line
        return nodes[""]

    def line(self, printed):
        """The line that is printed of a module or tensor; None for one of a unit that the command
        was not given."""
        return self.places.get(
            (
                os.path.basename(printed.get("file", "")).removesuffix(".catalog"),
                printed.get("line"),
            )
        )

    def tried(self, node, unit, texts):
        """What lines of an entry of `unit` would be at the place of a node: a node with their
        children and tensors for each, or None."""
        head = [f"unit {unit}", "by hand: tried"]
        extra = (
            "\n".join(
                head
                + [l for i, text in enumerate(texts) for l in (f"class Tried@{i}", f"  {text}")]
            )
            + "\n"
        )
        try:
            found = self.ask(
                node.source, [(f"{unit}.Tried@{i}", node.path) for i in range(len(texts))], extra
            )["tried"]
        except Refused:
            return [self.tried(node, unit, [t])[0] for t in texts] if len(texts) > 1 else [None]
        return [self.tree(t["modules"], node.source) if "modules" in t else None for t in found]

    def learn(self, node, unit, expressions):
        """Fills `values` of a node: the integer that each expression gives there, None for one that
        gives none."""
        new = [e for e in expressions if e not in node.values]
        if new:
            for text, found in zip(new, self.tried(node, unit, [f". v[{e}]" for e in new])):
                node.values[text] = found.tensors["v"][1][0] if found else None


def field_of(line):
    """The field of a config that a line gives a value."""
    m = re.match(r"  (?:alias )?(\w+) :?= ", line)
    return m and m[1]
