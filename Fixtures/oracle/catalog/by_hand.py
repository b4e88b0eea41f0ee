"""The entries by hand, counted by the reason that each gives -> BY_HAND.md.

usage: by_hand.py [--table BY_HAND.md]
An entry says in its line `by hand: WHY` why it is not recorded; `update VERSION --by-hand` tries
each again, and what it finds becomes the reason. A part of a model that was written by hand whole
has the reason of that model.
"""

import argparse
import collections
import re
import sys

import families
from grounds import is_by_hand

PART = re.compile(r"a part of (?:\w+\.)?(\w+)")
# (kind, what is read in the line, tried by `update --by-hand`: its recording was compared on
# changed configs)
KINDS = (
    (
        "its recording has no answer for configs that the entry has",
        r"its recording has no answer",
        True,
    ),
    ("its recording has another tree for some config", r"its recording has another tree", True),
    (
        "fields of files from before the release, which no config of the release has",
        r"older files",
        False,
    ),
    (
        "published checkpoints have configs or names that no observed config has",
        r"published checkpoints",
        False,
    ),
    (
        "a config that the auto classes build as classes of another family",
        r"auto classes build",
        False,
    ),
    ("the library does not build it at its default config", r"not built at its default", False),
    (
        "its config computes fields in ways that the recorder does not follow",
        r"computed in ways",
        False,
    ),
    ("no closed form of a size or a condition", r"no closed form", False),
    ("cases that the recorder did not meet", r"did not meet|was not given", False),
    ("children depend on more of the config than was recorded", r"which children exist", False),
    ("sizes depend on more of the config than was recorded", r"sizes depend", False),
    ("its recorded tree was wrong at some config", r"found wrong|description was refused", False),
    ("the library exports it and lists it for no task", r"exports it", False),
)


def reason_of(entry):
    return next(l for l in entry if l.startswith("  by hand"))[len("  by hand: ") :]


def kind_of(entry, reasons, seen=()):
    """The kind of an entry's reason; that of the whole where it is a part."""
    why = reason_of(entry) if isinstance(entry, list) else entry
    found = next((kind for kind, pattern, _ in KINDS if re.search(pattern, why)), None)
    part = PART.match(why)
    if found is None and part and part[1] in reasons and part[1] not in seen:
        return kind_of(reasons[part[1]], reasons, (*seen, part[1]))
    return found or (
        "a part of a model that was written by hand whole"
        if part
        else "other: " + re.sub(r"\s+", " ", why)
    )


def counted(known):
    """{kind: [(unit, key)]} of all entries by hand."""
    all_entries = [
        (unit, e) for unit, f in sorted(known.items()) for e in f.entries if is_by_hand(e)
    ]
    reasons, found = (
        {families.key_of(e)[1]: reason_of(e) for _, e in all_entries},
        collections.defaultdict(list),
    )
    for unit, e in all_entries:
        found[kind_of(e, reasons)].append((unit, e[0].split(" ")[0]))
    return found


def table(found):
    count = lambda entries, word: sum(w == word for _, w in entries)
    tried = {kind for kind, _, is_tried in KINDS if is_tried}
    everything = [x for entries in found.values() for x in entries]
    out = [
        "# Entries by hand",
        "",
        f"Written by `by_hand.py`: {len(everything)} entries of {len({u for u, _ in everything})} "
        "families, which have no recording that says the same. `tried`: its recording was compared "
        "with it on configs in which every field changes that either reads, and differs.",
        "",
        "| why | tried | entries | models | other classes | configs | families |",
        "|-|-|-:|-:|-:|-:|-:|",
    ]
    rows = sorted(found.items(), key=lambda x: (-len(x[1]), x[0]))
    for kind, entries in [*rows, ("all", everything)]:
        counts = [
            len(entries),
            *(count(entries, w) for w in ("model", "class", "config")),
            len({u for u, _ in entries}),
        ]
        out.append(
            f"| {kind} | {'yes' if kind in tried else ''} | " + " | ".join(map(str, counts)) + " |"
        )
    out += ["", "## Families", ""]
    for kind, entries in rows:
        out += [
            f"* {kind}: "
            + ", ".join(
                f"{u} {n}" for u, n in sorted(collections.Counter(u for u, _ in entries).items())
            ),
            "",
        ]
    return "\n".join(out[:-1]) + "\n"


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--table")
    a = p.parse_args()
    text = table(counted(families.read()))
    if a.table:
        with open(a.table, "w") as f:
            f.write(text)
    print(text.split("\n## ")[0])


if __name__ == "__main__":
    sys.exit(main())
