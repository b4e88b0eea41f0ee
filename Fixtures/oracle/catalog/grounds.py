"""Fingerprints of what entries by hand stand for: the classes of the installed release, as their
source says them.

An entry by hand is right as long as the class that it describes stays what it was. Its line `#
ground HASH` holds a hash of that class: of its constructor and its attributes, and of those of the
classes of the library that it derives from. The next release is compared with it, so that an entry
which may have become wrong is named, and no other.

`stale(families) -> [(unit, key)]` names the entries whose ground is another one, and gives every
  entry by hand its line.
"""

import ast
import functools
import hashlib
import os

import families as text

CONSTRUCTORS = ("__init__", "__post_init__", "post_init", "attribute_map")
MARK = "  # ground "


@functools.cache
def classes_of(unit):
    """{class: (names of its bases, its syntax)} of all modelling and configuration files of a unit;
    empty without the unit."""
    import transformers.models

    folder, found = os.path.join(os.path.dirname(transformers.models.__file__), unit), {}
    for file in sorted(os.listdir(folder)) if os.path.isdir(folder) else ():
        if not file.endswith(".py") or not file.startswith(("modeling_", "configuration_")):
            continue
        with open(os.path.join(folder, file)) as f:
            tree = ast.parse(f.read())
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                found[node.name] = ([ast.unparse(b).split(".")[-1] for b in node.bases], node)
    return found


@functools.cache
def said_by(node):
    """The statements of a class that decide what is built, without documentation."""
    said = []
    for x in node.body:
        if isinstance(x, (ast.Assign, ast.AnnAssign)):
            said.append(ast.unparse(x))
        elif isinstance(x, ast.FunctionDef) and x.name in CONSTRUCTORS:
            body = [
                s
                for s in x.body
                if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))
            ]
            said.append(ast.unparse(x.args) + "\n".join(map(ast.unparse, body)))
    return "\n".join(said)


def ground(unit, entry):
    """The hash of what an entry describes; None where the library has no such class (a list, a
    class of torch, code elsewhere)."""
    words = entry[0].split(" ")
    if words[0] not in ("class", "model", "config"):
        return None
    known = classes_of(unit)
    names = [words[words.index("named") + 1] if "named" in words else words[1], words[1]]
    name = next((n.split("@")[0] for n in names if n.split("@")[0] in known), None)
    if name is None:
        return None
    said, todo, seen = [], [name], set()
    while todo:
        name = todo.pop()
        if name in known and name not in seen:
            seen.add(name)
            said.append(name + "\n" + said_by(known[name][1]))
            todo += known[name][0]
    return hashlib.sha256("\n".join(said).encode()).hexdigest()[:8]


def is_by_hand(entry):
    return any(l.startswith("  by hand") for l in entry)


def marked(entry, found):
    """An entry with the line of its ground behind the line that says why it is by hand."""
    lines = [l for l in entry if not l.startswith(MARK)]
    at = 1 + next(i for i, l in enumerate(lines) if l.startswith("  by hand"))
    return lines[:at] + [MARK + found] + lines[at:]


def with_reason(entry, why):
    """An entry by hand with another reason."""
    return [f"  by hand: {why}" if l.startswith("  by hand") else l for l in entry]


def stale(families):
    """(unit, key) of the entries by hand whose ground changed; all get the ground of the installed
    release."""
    changed = []
    for unit, family in sorted(families.items()):
        for i, entry in enumerate(family.entries):
            found = ground(unit, entry) if is_by_hand(entry) else None
            if found is None:
                continue
            known = next((l[len(MARK) :] for l in entry if l.startswith(MARK)), found)
            if known != found:
                changed.append((unit, text.key_of(entry)))
            family.entries[i] = marked(entry, found)
    return changed


def main():
    """Brings the lines of all families up to date with the installed release, and prints the
    entries whose ground changed."""
    known = text.read()
    for unit, key in stale(known):
        print(f"{unit}: {' '.join(key)}")
    text.write(known)


if __name__ == "__main__":
    main()
