"""Facts that are observed on built models, put into entries of the catalog: what stands in the
tree, in which order and dtype.

An entry describes a class; observe.py has built models in which it stands. Where the two differ,
the entry's lines are edited: a child that no model has goes, one that all have comes, lines take
the order and names that the models have, tensors the dtype. A dimension that is new is found among
the expressions that the family already has, as the one that gives the right number in every model.

`Adapter(families, binary).adapt({name: observed}) -> ({unit.Class: lines}, [remarks])`: the entries
  that changed. The command says which
line made what, and what another line would make (located.py). The result is a proposal: it also
decides whether it is right (verify.py).
"""

import collections
import copy
import itertools
import re

import families
from located import FACTS, Entry, Line, Refused, Text

MOST_SAMPLES = 12


class Wanted:
    """A module of a built model: its class, its own tensors and its children in order."""

    def __init__(self, cls):
        self.cls, self.tensors, self.children = cls, {}, {}

    def is_bare(self):
        return not self.tensors and all(c.is_bare() for c in self.children.values())


def wanted_tree(tree):
    """The modules of an observed tree as nested objects; what stands at a second place is left out
    there."""
    root, places = None, {}
    same = tree.get("same", {})
    for path, cls in tree["modules"]:
        if path in same or any(path.startswith(p + ".") for p in same):
            continue
        node = places[path] = Wanted(cls)
        if path == "":
            root = node
        else:
            parent, _, name = path.rpartition(".")
            places[parent].children[name] = node
    for name, shape, dtype, *saved in tree["parameters"] + tree["buffers"]:
        path, _, short = name.rpartition(".")
        if path in places:
            mark = "" if not saved else "+" if saved[0] else "~"
            places[path].tensors[short] = (mark, tuple(shape), dtype)
    return root


class Unfit(Exception):
    """The observations of one place cannot be one description."""


class Place:
    """The lines that hold the children of a module, with what was seen there: (wanted, node)
    pairs."""

    def __init__(self, q, owner, body):
        self.q, self.owner, self.body, self.seen = q, owner, body, []


class Adapter:
    """Edits the entries of a catalog's text by what was observed."""

    def __init__(self, known, binary, casts=False):
        self.catalog = Text(known, binary)
        # Where a child is float32 in a model and its class is not elsewhere: the line of the child
        # says so, not the class.
        self.cast_lines = {} if casts else None
        self.places, self.renames, self.remarks, self.changed = (
            {},
            collections.defaultdict(set),
            [],
            set(),
        )
        self.keeps, self.dimensions, self.words = [], {}, set()

    # ---- gathering
    def observe(self, name, seen):
        """Takes the models of one class."""
        for number, (raw, tree) in enumerate(seen["cases"]):
            try:
                node = self.catalog.model(
                    name, seen["forms"][number]["saved"] if seen.get("forms") else raw
                )
            except Refused as x:
                self.remarks.append(f"{name}: not built: {x}"[:150])
                continue
            self.keeps.append(node)
            self.compare(wanted_tree(tree), node, self.catalog.by_name[name], None)
            self.facts(tree, node)

    def compare(self, wanted, node, q, item):
        """Notes what stands at a node and below it."""
        if node.q:
            q = node.q
            if wanted.cls != node.cls:
                self.renames[q].add(wanted.cls)
            else:
                self.renames[q].add(None)
        key = id(node.body)
        place = self.places.setdefault(key, Place(q, item if not node.q else None, node.body))
        if len(place.seen) < MOST_SAMPLES or self.differs(wanted, node):
            if len(place.seen) < 4 * MOST_SAMPLES:
                place.seen.append((wanted, node))
        for old, name in renamed(wanted, node).items():
            self.compare(wanted.children[name], node.children[old], q, node.items.get(old))
        for name, child in node.children.items():
            if (
                name in wanted.children
                and child.body is not None
                and not is_other(wanted.children[name], child)
            ):
                b = node.items.get(name)
                if b is not None and b.text.split(": ", 1)[-1].startswith("same "):
                    continue
                if self.cast_lines is not None and b is not None and child.q:
                    seen = self.cast_lines.setdefault(id(b), [b, q, 0, 0])
                    is_cast = is_same_in_float32(wanted.children[name], child)
                    seen[2 if is_cast else 3] += 1
                    if is_cast:
                        continue
                self.compare(wanted.children[name], child, q, b)

    def differs(self, wanted, node):
        if list(wanted.children) != list(node.children) or set(wanted.tensors) != set(node.tensors):
            return True
        return any(node.tensors[n][1:] != t[1:] for n, t in wanted.tensors.items()) or any(
            wanted.children[n].cls != c.cls for n, c in node.children.items()
        )

    def facts(self, tree, node):
        """Notes what the classes of the models in a tree state, where the whole does not have the
        classes that are not cut."""
        models = [n for n in nodes(node) if n.model]
        stated = {
            x
            for n in models
            for b in self.catalog.classes[n.q].own
            if b.text.startswith("no_split ")
            for x in b.text.split(" ")[1:]
        }
        differs = tree["no_split"] is not None and sorted(stated) != tree["no_split"]
        for n in models:
            found = tree.get("facts", {}).get(n.cls)
            if found and differs:
                self.model_facts[n.q] = found

    # ---- editing
    def adapt(self, seen, facts=False):
        """({q: lines of the entry}, remarks) for {class name: what observe.py kept}."""
        self.model_facts = {}
        for name, value in seen.items():
            if self.catalog.knows(name):
                self.observe(name, value)
        for b, q, cast, kept in (self.cast_lines or {}).values():
            if cast and not kept:
                b.text += " to float32"
                self.changed.add(q)
        for place in list(self.places.values()):
            try:
                if any(self.differs(w, n) for w, n in place.seen):
                    self.edit(place)
            except Unfit as x:
                self.remarks.append(f"{place.q}: {x}")
        for q, names in self.renames.items():
            if len(names) == 1 and None not in names:
                self.catalog.classes[q].cls = next(iter(names))
                self.changed.add(q)
        if facts:
            self.set_facts()
        return {q: self.entry(q) for q in sorted(self.changed)}, self.remarks

    def set_facts(self):
        """Gives models the no-split classes that their classes state."""
        for q, found in self.model_facts.items():
            c = self.catalog.classes[q]
            lines = [x for x in c.own if x.text.startswith(FACTS)]
            new = [x for x in lines if not x.text.startswith("no_split ")]
            if found["no_split"]:
                new.insert(
                    sum(x.text.startswith("base ") for x in new),
                    Line("no_split " + " ".join(found["no_split"])),
                )
            if [x.text for x in new] != [x.text for x in lines]:
                c.facts = new
                self.changed.add(q)

    def entry(self, q):
        """The lines of an entry as it is now."""
        c, name = self.catalog.classes[q], q.split(".", 1)[1]
        head = (
            f"{'model' if c.model else 'class'} {name}"
            + (f" named {c.cls}" if c.cls != name.split("@")[0] or "@" in name else "")
            + (f" : {c.kind}" if c.kind else "")
        )
        facts = c.facts if hasattr(c, "facts") else [x for x in c.own if x.text.startswith(FACTS)]
        return [head] + [l for b in facts + c.body for l in b.rendered(1)]

    def edit(self, place):
        """Edits the lines of one place."""
        self.edit_tensors(place)
        order = [(list(w.children), n) for w, n in place.seen]
        if all(ws == list(n.children) for ws, n in order) and all(
            w.children[c].cls == k.cls for w, n in place.seen for c, k in n.children.items()
        ):
            return
        self.rename(place)
        items = {}  # line -> how often its children are wanted and not
        for w, n in place.seen:
            for name, b in n.items.items():
                hit = items.setdefault(id(b), [b, 0, 0])
                hit[
                    1
                    if name in w.children and not is_other(w.children[name], n.children[name])
                    else 2
                ] += 1
        gone = [b for b, yes, no in items.values() if no and not yes]
        mixed = [b.text for b, yes, no in items.values() if no and yes]
        if mixed:
            raise Unfit(f"not always there: {mixed[0]}")
        new = {}
        for w, n in place.seen:
            for name in w.children:
                if name not in n.children or is_other(w.children[name], n.children[name]):
                    new.setdefault(name, []).append((w.children[name], n))
        if any(name.isdigit() and name not in n.children for name in new for _, n in place.seen):
            raise Unfit(f"a list of other length: {place.owner.text if place.owner else place.q}")
        if any(len(v) != len(place.seen) for v in new.values()):
            raise Unfit(
                "only sometimes there: "
                + next(k for k, v in new.items() if len(v) != len(place.seen))
            )
        added = {
            name: self.wrapped(place, name, samples, gone) or self.described(name, samples, gone)
            for name, samples in new.items()
        }
        for w, n in place.seen:  # classes of torch modules and of what is described in place
            for name, b in n.items.items():
                child = n.children[name]
                if (
                    name in w.children
                    and name not in added
                    and w.children[name].cls != child.cls
                    and not child.q
                ):
                    b.text = re.sub(
                        rf"^([^:]+): {re.escape(child.cls)}\b",
                        lambda m: f"{m[1]}: {w.children[name].cls}",
                        b.text,
                    )
        top = {}  # line -> the outermost line of this place that holds it
        for b in place.body:
            for inner in b.walk():
                top[id(inner)] = b
        for b in gone:
            remove(place.body, b)
        sequence = None
        for w, n in place.seen:
            mine = []
            for name in w.children:
                b = (
                    added[name]
                    if name in added
                    else top.get(id(n.items[name]))
                    if name in n.items
                    else None
                )
                if b is not None and (not mine or mine[-1] is not b):
                    mine.append(b)
            if len({id(b) for b in mine}) != len(mine):
                raise Unfit("an order that lines under a condition do not have")
            sequence = merged(sequence, mine)
        body = [b for b in place.body if not any(b is s for s in sequence)]
        heads = [b for b in body if b.text.startswith((". ", "require "))]
        rest = [b for b in body if not b.text.startswith((". ", "require "))]
        if any(b.text.startswith(("elif ", "else")) for b in body + sequence):
            sequence, rest = self.with_branches(place.body, sequence), []
        place.body[:] = heads + sequence + [b for b in rest if b.body or ":" in b.text]
        self.changed.add(place.q)

    def rename(self, place):
        """Gives children the names that they have in all models, in the lines and in what was
        seen."""
        pairs = [renamed(w, n) for w, n in place.seen]
        for old, name in pairs[0].items():
            if any(p.get(old) != name for p in pairs):
                continue
            for _, n in place.seen:
                b = n.items[old]
                b.text = re.sub(rf"^{re.escape(old)}: ", f"{name}: ", b.text)
                n.items = {name if k == old else k: v for k, v in n.items.items()}
                n.children = {name if k == old else k: v for k, v in n.children.items()}
            self.changed.add(place.q)
            c = self.catalog.classes[place.q]
            if c.model and place.owner is None:
                facts = (
                    c.facts
                    if hasattr(c, "facts")
                    else [x for x in c.own if x.text.startswith(FACTS)]
                )
                c.facts = [
                    Line(re.sub(rf"(^tie |= ){re.escape(old)}\.", rf"\g<1>{name}.", b.text))
                    if b.text.startswith("tie ")
                    else b
                    for b in facts
                ]

    def with_branches(self, body, sequence):
        """A sequence in which else follows its if."""
        groups, out = [], []
        for b in body:
            if b.text.startswith("elif ") or b.text == "else":
                groups[-1].append(b)
            else:
                groups.append([b])
        lead = {id(b): g for g in groups for b in g}
        done = set()
        for b in sequence:
            g = lead.get(id(b), [b])
            if id(g[0]) not in done:
                done.add(id(g[0]))
                out += g
        out += [
            b
            for g in groups
            if id(g[0]) not in done
            and not g[0].text.startswith((". ", "require "))
            and (g[0].body or ":" in g[0].text)
            for b in g
        ]
        return out

    def edit_tensors(self, place):
        """Edits the tensors that the modules of a place own."""
        names = {name for w, n in place.seen for name in set(w.tensors) | set(n.tensors)}
        for name in sorted(names):
            pairs = [(w.tensors.get(name), n.tensors.get(name), n) for w, n in place.seen]
            if all(a == b for a, b, _ in pairs):
                continue
            if all(a is None for a, _, _ in pairs):
                self.drop_tensor(place, name, pairs)
            elif (
                all(a and b and a[1] == b[1] for a, b, _ in pairs if a != b)
                and len({a[2] for a, b, _ in pairs if a != b}) == 1
            ):
                self.set_dtype(place, name, next(a[2] for a, b, _ in pairs if a != b), pairs)
            elif all(a is not None and b is None for a, b, _ in pairs):
                shape = self.fitted([a[1] for a, _, _ in pairs], [n for _, _, n in pairs], None)
                mark, _, dtype = pairs[0][0]
                line = Line(
                    f". {mark}{name}[{', '.join(shape)}]"
                    + ("" if dtype == "bfloat16" else f" {dtype}")
                )
                if place.owner is not None:
                    place.owner.body.insert(0, line)
                    self.changed.add(place.q)
                else:
                    at = next(
                        (
                            i
                            for i, b in enumerate(place.body)
                            if not b.text.startswith((". ", "require "))
                        ),
                        len(place.body),
                    )
                    place.body.insert(at, line)
                    self.changed.add(place.q)
            else:
                raise Unfit(f"tensor {name}: {pairs[0][0]} in the model, {pairs[0][1]} here")

    def drop_tensor(self, place, name, pairs):
        lines = {id(b): b for _, _, n in pairs for k, b in n.lines.items() if k == name}
        for b in lines.values():
            if "," in re.sub(r"\[.*?\]", "", b.text.split(" if ")[0]):
                raise Unfit(f"tensor {name} shares a line")
            remove(place.body, b)
            self.changed.add(place.q)
        if not lines:
            raise Unfit(
                f"tensor {name} of {place.owner.text if place.owner else place.q} is in no model"
            )

    def set_dtype(self, place, name, dtype, pairs):
        """Gives a tensor the dtype that it has in all models."""
        suffix = "" if dtype == "bfloat16" else f" {dtype}"
        lines = {id(b): b for _, _, n in pairs for k, b in n.lines.items() if k == name}
        for b in lines.values():
            b.text = re.sub(
                rf"(\. [~+]?{re.escape(name)}{BRACKETS})( (?:float\d+|bfloat16|int\d+|bool))?",
                lambda m: m[1] + suffix,
                b.text,
            )
            self.changed.add(place.q)
        if lines:
            return
        if place.owner is None:
            raise Unfit(f"dtype of {name}")
        head, _, rest = place.owner.text.partition(": ")
        place.owner.text = head + ": " + typed(rest, name, suffix)
        self.changed.add(place.q)

    def wrapped(self, place, name, samples, gone):
        """The line of a child that holds what the module itself has here, or None."""
        if any(
            len(w.children) != 1 or list(c.children) != list(n.children) or not n.children
            for (w, n), (c, _) in zip(place.seen, samples)
        ):
            return None
        block = Line(f"{name}: {samples[0][0].cls}")
        block.body = copy.deepcopy([b for b in place.body if not b.text.startswith(". ")])
        return block

    # ---- describing what is new
    def described(self, name, samples, near):
        """The line of a child that the entry does not have, from (wanted, node around it) pairs."""
        first = samples[0][0]
        self.words = {
            w
            for part in re.findall(r"[A-Z]?[a-z]+", f"{name} {first.cls}")
            for w in (part.lower(), part.lower() + "s")
        }
        known = self.known_activation(samples)
        if known:
            return Line(f"{name}: {known}")
        if len({w.cls for w, _ in samples}) != 1:
            raise Unfit(f"{name} is of several classes")
        known = self.known_class(first.cls, samples)
        if known:
            return Line(f"{name}: {known}")
        block = Line(f"{name}: {first.cls}")
        self.fill_described(block, samples, near)
        unit = self.place_unit(samples)
        if any(
            c.cls == first.cls for q, c in self.catalog.classes.items() if q.split(".")[0] == unit
        ):
            return Line(f"{name}: {self.variant(unit, first.cls, block)}")
        return block

    def variant(self, unit, cls, block):
        """A class of its own for a description under a name that the family has for another one."""
        tail = block.text.split(": ", 1)[1][len(cls) :]
        tensors = []
        m = re.match(rf"({BRACKETS})( bias)?$", tail)
        if m:
            tensors = [Line(f". weight{m[1]}")] + (
                [Line(f". bias[{first_dimension(m[1])}]")] if m[2] else []
            )
        elif tail:
            tensors = [Line(f".{tail}")]
        body = tensors + block.body
        lines = [l for b in body for l in b.rendered(0)]
        number = 1
        while True:
            name = f"{cls}@earlier{number}"
            known = self.catalog.classes.get(f"{unit}.{name}")
            if known is None:
                self.catalog.classes[f"{unit}.{name}"] = Entry(unit, cls, body)
                self.changed.add(f"{unit}.{name}")
                return name
            if [l for b in known.body for l in b.rendered(0)] == lines:
                return name
            number += 1

    def known_class(self, cls, samples):
        """A class of the family, with its arguments, that gives the very same modules and tensors,
        or None."""
        own, texts = self.place_unit(samples), []
        for q in [
            q for q, c in self.catalog.classes.items() if q.split(".")[0] == own and c.cls == cls
        ]:
            for path in ("", " using text_config", " using vision_config"):
                texts += [
                    q.split(".", 1)[1] + arguments + path for arguments in self.arguments(q, own)
                ]
        return self.first(texts, samples)

    def arguments(self, q, unit):
        """Arguments to try for a class: none, and each expression of the family for the only one
        that it takes."""
        names = {
            m[1]
            for b in self.catalog.classes[q].body
            for x in b.walk()
            for m in re.finditer(r"\$(\w+)", x.text)
        }
        return [""] + (
            [f"({next(iter(names))} = {text})" for text in self.expressions_of(unit)]
            if len(names) == 1
            else []
        )

    def known_activation(self, samples):
        """`activation(EXPRESSION)` of the family that gives the class in every model, or None."""
        if samples[0][0].tensors or samples[0][0].children:
            return None
        unit = self.place_unit(samples)
        return self.first(
            sorted(
                {
                    m[0]
                    for q, c in self.catalog.classes.items()
                    if q.split(".")[0] == unit
                    for b in c.body
                    for x in b.walk()
                    for m in re.finditer(r"activation\([\w.]+\)", x.text)
                }
            ),
            samples,
        )

    def first(self, texts, samples):
        """The first of some descriptions of a child that gives what each sample has, or None."""
        unit = self.place_unit(samples)
        for wanted, node in samples:
            if not texts:
                return None
            found = self.catalog.tried(node, unit, [f"x: {t}" for t in texts])
            texts = [
                t
                for t, x in zip(texts, found)
                if x is not None and "x" in x.children and same_tree(wanted, x.children["x"])
            ]
        return texts[0] if texts else None

    def place_unit(self, samples):
        node = samples[0][1]
        return (node.q or self.q_around(node)).split(".")[0]

    def q_around(self, node):
        place = self.places.get(id(node.body))
        return place.q if place else "."

    def fill_described(self, block, samples, near):
        """Tensors and children of a described module."""
        names = list(samples[0][0].tensors)
        if any(list(w.tensors) != names for w, _ in samples):
            raise Unfit(f"{block.text}: other tensors in other models")
        shapes = {
            n: self.fitted([w.tensors[n][1] for w, _ in samples], [k for _, k in samples], near)
            for n in names
        }
        dtypes = {n: samples[0][0].tensors[n] for n in names}
        text = lambda n: f"{dtypes[n][0]}{n}[{', '.join(shapes[n])}]" + (
            "" if dtypes[n][2] == "bfloat16" else f" {dtypes[n][2]}"
        )
        if (
            names in (["weight"], ["weight", "bias"])
            and all(d[2] == "bfloat16" and not d[0] for d in dtypes.values())
            and (len(names) == 1 or shapes["bias"] == shapes["weight"][:1])
        ):
            block.text += f"[{', '.join(shapes['weight'])}]" + (" bias" if len(names) == 2 else "")
        elif names:
            block.text += " " + ", ".join(text(n) for n in names)
        children = [list(w.children) for w, _ in samples]
        if (
            all(c and all(x.isdigit() for x in c) for c in children)
            and all(len({c.cls for c in w.children.values()}) == 1 for w, _ in samples)
            and len(children[0]) > 1
        ):
            count = self.fitted([(len(c),) for c in children], [k for _, k in samples], near)[0]
            loop = Line(f"each e < {count}")
            inner = [(c, k) for w, k in samples for c in list(w.children.values())[:2]]
            loop.body.append(self.described("-", inner, near))
            block.body.append(loop)
            return
        if any(c != children[0] for c in children):
            raise Unfit(f"{block.text}: other children in other models")
        for name in children[0]:
            block.body.append(
                self.described(name, [(w.children[name], k) for w, k in samples], near)
            )

    def fitted(self, values, nodes, near):
        """An expression for each dimension: what gives its number in every model."""
        if len({len(v) for v in values}) != 1:
            raise Unfit("shapes of several ranks")
        return [self.dimension([v[i] for v in values], nodes, near) for i in range(len(values[0]))]

    def dimension(self, numbers, nodes, near):
        unit = self.q_around(nodes[0]).split(".")[0]
        candidates = list(
            dict.fromkeys(
                [e for b in near or () for e in expressions([b])] + self.expressions_of(unit)
            )
        )
        right = candidates
        for x, n in zip(numbers, nodes):
            self.catalog.learn(n, unit, right)
            right = [text for text in right if n.values[text] == x]
        fields = [text for text in right if text.isidentifier()]
        alike = [text for text in fields if set(text.lower().split("_")) & self.words]
        if right:
            # Numbers that happen to be equal in all models: a field with a word of the module's
            # name is the likelier one.
            if len(fields) > 1 and len(alike) != 1:
                self.remarks.append(
                    f"{unit}: {numbers[:3]} is {' or '.join(fields[:4])}; "
                    f"taken: {(alike or right)[0]}"
                )
            return (alike or right)[0]
        small = [t for t in candidates if t.isidentifier()]
        for n in nodes:
            self.catalog.learn(n, unit, small)
        for a, b in itertools.product(small, small):
            for op in ("*", "//", "+"):
                if all(combined(op, n.values[a], n.values[b]) == x for x, n in zip(numbers, nodes)):
                    return f"{a} {op} {b}"
        for a in small:
            for k in (2, 3, 4):
                if all(
                    n.values[a] is not None and k * n.values[a] == x for x, n in zip(numbers, nodes)
                ):
                    return f"{k} * {a}"
        if len(set(numbers)) == 1:
            return str(numbers[0])
        raise Unfit(f"no expression gives {numbers[:4]}")

    def expressions_of(self, unit):
        """Dimensions and fields of a family, the short before the long."""
        if unit not in self.dimensions:
            found = {
                e
                for q, c in self.catalog.classes.items()
                if q.split(".")[0] == unit
                for e in expressions(c.body)
            }
            found |= set(self.catalog.fields.get(unit, ()))
            self.dimensions[unit] = sorted(found, key=lambda e: (not e.isidentifier(), len(e), e))
        return self.dimensions[unit]


BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"


def expressions(body):
    """The texts of the dimensions and counts in lines."""
    found = []
    for top in body:
        for b in top.walk():
            if b.text.startswith("each "):
                found.append(b.text.split(" < ", 1)[1])
            for m in re.finditer(BRACKETS, b.text):
                depth, start = 0, 1
                inner = m[0][1:-1]
                start = 0
                for i, c in enumerate(inner + ","):
                    depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(c, 0)
                    if c == "," and depth == 0:
                        found.append(inner[start:i].strip())
                        start = i + 1
    return [e for e in dict.fromkeys(found) if e and not e.isdigit() and "$" not in e]


def combined(op, a, b):
    if a is None or b is None or op == "//" and not b:
        return None
    return a * b if op == "*" else a + b if op == "+" else a // b if a % b == 0 else None


def typed(rest, name, suffix):
    """The text behind `NAME: ` of a torch module with another dtype of one tensor."""
    m = re.match(rf"(\w+)({BRACKETS})( bias(?: if (.*))?)?$", rest)
    if m:
        shape = m[2]
        first = first_dimension(shape)
        weight = f"weight{shape}" + (suffix if name == "weight" else "")
        bias = (
            f", bias[{first}]"
            + (suffix if name == "bias" else "")
            + (f" if {m[4]}" if m[4] else "")
            if m[3]
            else ""
        )
        return f"{m[1]} {weight}{bias}"
    found = re.sub(
        rf"((?:^|[ ,~+]){re.escape(name)}{BRACKETS})( (?:float\d+|bfloat16|int\d+|bool))?",
        lambda m: m[1] + suffix,
        rest,
        count=1,
    )
    if found == rest:
        raise Unfit(f"dtype of {name} in {rest}")
    return found


def first_dimension(shape):
    depth = 0
    for i, c in enumerate(shape[1:-1] + ","):
        depth += {"(": 1, "[": 1, ")": -1, "]": -1}.get(c, 0)
        if c == "," and depth == 0:
            return shape[1 : 1 + i].strip()
    return shape[1:-1]


def renamed(wanted, node):
    """{name of a node's child: its name in the built model}: the only ones of their class that have
    no namesake."""
    old = {
        k: c.cls
        for k, c in node.children.items()
        if k not in wanted.children and not k.isdigit() and k in node.items
    }
    new = {
        k: c.cls for k, c in wanted.children.items() if k not in node.children and not k.isdigit()
    }
    found = {}
    for k, cls in old.items():
        names = [n for n, c in new.items() if c == cls]
        child = node.children[k]
        is_same = child.q or names and set(child.tensors) == set(wanted.children[names[0]].tensors)
        if len(names) == 1 and list(old.values()).count(cls) == 1 and is_same:
            found[k] = names[0]
    return found


def is_other(wanted, node):
    """Whether a module of another class is another thing, not the same one under another name."""
    if wanted.cls == node.cls or not (wanted.children or node.children):
        return False
    return not set(wanted.children) & set(node.children) and set(wanted.tensors) != set(
        node.tensors
    )


def same_tree(wanted, node):
    """Whether a node has the classes, order and tensors of a built module."""
    if wanted.cls != node.cls or list(wanted.children) != list(node.children):
        return False
    return wanted.tensors == node.tensors and all(
        same_tree(wanted.children[n], c) for n, c in node.children.items()
    )


def is_same_in_float32(wanted, node):
    """Whether a built module differs from a node in nothing but that all of its parameters are
    float32."""
    pairs = []

    def walk(w, n):
        if (
            w.cls != n.cls
            or list(w.children) != list(n.children)
            or set(w.tensors) != set(n.tensors)
        ):
            return False
        pairs.extend((t, n.tensors[name]) for name, t in w.tensors.items())
        return all(walk(w.children[k], n.children[k]) for k in w.children)

    if not walk(wanted, node):
        return False
    return (
        any(a != b for a, b in pairs)
        and all(a == b or a[:2] == b[:2] and a[2] == "float32" for a, b in pairs)
        and not any(a[2] == "bfloat16" for a, _ in pairs)
    )


def nodes(node):
    yield node
    for child in node.children.values():
        yield from nodes(child)


def remove(body, b):
    """Takes a line out of a body, and lines that hold nothing any more; what is left of a choice
    keeps its conditions."""
    for x in list(body):
        if x is b:
            body.remove(x)
        elif x.body:
            remove(x.body, b)
            if not x.body and x.text.startswith(("if ", "elif ", "each ", "else")):
                at = next(i for i, y in enumerate(body) if y is x)
                word, _, condition = x.text.partition(" ")
                after = body[at + 1] if at + 1 < len(body) else None
                if word in ("if", "elif") and after is not None and after.text.startswith("elif "):
                    after.text = f"{word} not ({condition}) and ({after.text[5:]})"
                elif word in ("if", "elif") and after is not None and after.text == "else":
                    after.text = f"{word} not ({condition})"
                del body[at]


def merged(one, two):
    """One order in which both sequences of lines stand."""
    if one is None:
        return two
    out, rest = [], list(two)
    for b in one:
        if any(b is x for x in rest):
            while rest and rest[0] is not b:
                if any(rest[0] is x for x in one):
                    raise Unfit("two orders of the same lines")
                out.append(rest.pop(0))
            rest.pop(0)
        out.append(b)
    return out + rest


def adapted(known, seen, version, binary, facts=False, rounds=3, casts=False):
    """({unit.Class: lines}, remarks) of all that differs; the families are edited. An edit can make
    another one possible."""
    every, remarks = {}, []
    for _ in range(rounds):
        adapter = Adapter(known, binary, casts)
        changed, remarks = adapter.adapt(seen, facts)
        changed = {q: lines for q, lines in changed.items() if every.get(q) != lines}
        if not changed:
            break
        every.update(changed)
        families.replaced(known, changed, version)
    return every, remarks
