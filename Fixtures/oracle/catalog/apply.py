"""Applies `convert` entries of the catalog to names: the meaning of conversions.py's text, independent of the reference.

Order: all renaming entries of all keys in the order of `keys_of`, then the first `merge` that matches, then the base
prefix of the model. An entry's sources are alternatives, the longest text first; the leftmost match counts; the matched
text is replaced where it occurs first in the name. A source's `*.` stands for anything up to a dot; a source that ends
in a letter or digit must end at a name boundary.
"""
import re

QUOTED = re.compile(r'"([^"]*)"')


class Entry:
    """One line of a convert block."""

    def __init__(self, line, scope=None, base=""):
        self.kind, _, rest = line.partition(" ")
        self.scope, self.base, self.active, self.offset = scope, base, False, 0
        if self.kind == "prefix":
            verb, _, rest = rest.partition(" ")
            texts = QUOTED.findall(rest)
            after = texts[1] + r"\." if len(texts) > 1 else ""
            plain = after.replace("\\", "")
            if verb == "add":
                self.sources, self.targets = [rf"^{after}(?:(?!{texts[0]}\.))(.+)"], [rf"{plain}{texts[0]}.\1"]
            else:
                self.sources, self.targets = [rf"^{after}{texts[0]}\.(.+)"], [rf"{plain}\1"]
        else:
            left, _, right = rest.partition(" -> ")
            if self.kind == "offset":
                self.offset = int(left.split(" ", 1)[0])
            right, _, self.operations = right.partition(" : ")
            self.sources, self.targets = QUOTED.findall(left), QUOTED.findall(right)
        order = sorted(range(len(self.sources)), key=lambda i: -len(self.sources[i]))
        self.patterns = [(i, re.compile(self.regex(self.sources[i]))) for i in order]

    @staticmethod
    def regex(source):
        pattern = source.replace("*.", r".*\.")
        return pattern + r"(?!\w)" if re.search(r"[a-zA-Z0-9]$", pattern) else pattern

    def rename(self, name):
        """(new name, whether a source matched)."""
        lead = ""
        if self.scope is not None:
            scope, base = (self.scope and self.scope + "."), (self.base and self.base + ".")
            lead = base + scope if name.startswith(base + scope) else scope if name.startswith(scope) else None
            if lead is None:
                return name, False
        key = name[len(lead):]
        found = [(m.start(), rank, i, m) for rank, (i, p) in enumerate(self.patterns) if (m := p.search(key))]
        if not found:
            return name, False
        _, _, which, match = min(found, key=lambda f: f[:2])
        target = self.targets[0]
        if self.kind == "group":
            self.active |= which == 0
            if not self.active:
                return name, False
            target = self.targets[which]
        if r"\1" in target:
            group = match.group(1) if self.kind != "offset" else str(int(match.group(1)) + self.offset)
            target = target.replace(r"\1", group)
        return lead + key.replace(match.group(0), target, 1), True


def parse(text):
    """{key: lines} of a text with convert blocks, `as` followed."""
    blocks, aliases, key = {}, {}, None
    for line in text.splitlines():
        if line.startswith("convert ") and " = " not in line:
            _, key, *other = line.split()
            if other:
                aliases[key] = other[1]
            blocks[key] = []
        elif line.startswith("  ") and key is not None:
            blocks[key].append(line.strip())
        else:
            key = None
    for key, other in aliases.items():
        blocks[key] = blocks[other]
    return blocks


def keys_of(models, blocks):
    """models: [(path, class, model type)] of the pretrained sub-modules in pre-order. Returns [(key, path)]."""
    claimed, out = {}, []

    def is_claimed(name, path):
        return any(p == "" or path.startswith(p + ".") for p in claimed.get(name, []))

    for path, cls, kind in models:
        if is_claimed(cls, path):
            continue
        key = cls if cls in blocks else None
        if key is None:
            if not kind or is_claimed(kind, path) or kind not in blocks:
                continue
            key = kind
            claimed.setdefault(kind, []).append(path)
        claimed.setdefault(cls, []).append(path)
        out.append((key, path))
    return out + [("legacy", "")]


def entries(models, base, blocks):
    out = []
    for key, path in keys_of(models, blocks):
        scope = None
        if path:
            scope = path.removeprefix(base).removeprefix(".")
        out += [Entry(line, scope, base) for line in blocks[key]]
    return out


def convert(names, models, base, existing, blocks):
    """{name: [names in the model]} for the names of a checkpoint; a name that does not exist in the model maps to []."""
    rules = entries(models, base, blocks)
    renames, merges = [r for r in rules if r.kind != "merge"], [r for r in rules if r.kind == "merge"]

    def with_base(name):
        if base and name.startswith(base) and name[len(base) + 1:] in existing:
            return name[len(base) + 1:]
        return f"{base}.{name}" if base and f"{base}.{name}" in existing else name

    out = {}
    for name in names:
        new, used = name, None
        for rule in renames:
            new, _ = rule.rename(new)
        for rule in merges:
            new, hit = rule.rename(new)
            if hit:
                used = rule
                break
        new = with_base(new)
        if new not in existing and name in existing:
            new, used = with_base(name), None
        targets = [new] if used is None else [new.replace(used.targets[0], t, 1) for t in used.targets]
        out[name] = [t for t in targets if t in existing]
    return out
