"""Entries of an earlier release, from models that were built with it: Families/until-RELEASE.

usage: earlier.py VERSION FOLDER --binary device-map [--report FILE]      (run by the Python of that
  release; FOLDER from observe.py)
       earlier.py VERSION FOLDER --binary device-map --some        only what was observed; the other
       entries of the release stay earlier.py VERSION FOLDER --ties      FOLDER from observe.py
       --with '{"tie_word_embeddings": false}': ties that constructors make,
                                             modules that they hand to others, and what configs make
                                             of tie_word_embeddings

The families of the releases after it are edited by what was observed (adapt.py); what differs is
written, units that the release does not have get `since`, and the names that its classes read in
files (`_checkpoint_conversion_mapping`) become conversions.
"""

import argparse
import importlib
import os
import re
import sys

import adapt
import families
from verify import stored


def tie_lines(seen, adapter, changed):
    """Gives models the ties that were observed, where those of the catalog lead to nothing."""
    catalog = adapter.catalog
    for name, value in seen.items():
        if not catalog.knows(name):
            continue
        q = catalog.by_name[name]
        for raw, tree in value["cases"]:
            names = {p[0] for p in tree["parameters"]}
            own = [b for b in catalog.classes[q].own if b.text.startswith("tie ")]
            missing = [
                b
                for b in own
                if not any(re.search("^" + b.text[4:].split(" = ")[0], n) for n in names)
            ]
            if not missing or not tree["tied"]:
                continue
            found = [f"tie {a} = {b}" for a, b in sorted(tree["tied"].items())]
            if len(found) > 4:
                continue
            facts = [
                b
                for b in (
                    getattr(catalog.classes[q], "facts", None)
                    or [x for x in catalog.classes[q].own if x.text.startswith(adapt.FACTS)]
                )
                if not b.text.startswith("tie ")
            ]
            catalog.classes[q].facts = facts + [adapt.Line(t) for t in found]
            changed[q] = adapter.entry(q)


def is_held(tie, trees):
    """Whether the tensors of a tie are one object in each of some trees."""
    target, source = tie[4:].split(" = ")
    source = source.split(" ")[0]

    def holds(tied):
        first = lambda name: tied.get(name, name)
        pairs = lambda pattern: {
            first(n) for n in {*tied, *tied.values()} if re.fullmatch(pattern, n)
        }
        return bool(pairs(target) & pairs(source))

    return all(holds(tree["tied"]) for tree in trees)


class Overlay:
    """The entries of a release that are changed one by one: those of the families as the release
    has them, and its folder."""

    def __init__(self, version):
        self.version, self.release = version, ".".join(version.split(".")[:2])
        self.folder = f"{families.FOLDER}/until-{self.release}"
        self.over = families.read(self.folder)
        self.known = families.layered(
            families.read(), *[f for _, f in families.overlays(self.release)], self.over
        )
        self.full = families.bodies(self.known)

    def entries(self, kind):
        """(unit, name, entry) of all entries of a kind."""
        return [
            (unit, families.key_of(e)[1], e)
            for unit, f in sorted(self.known.items())
            for e in f.entries
            if families.key_of(e)[0] == kind
        ]

    def put(self, unit, entry):
        """Writes an entry in the place of the one that the release has had."""
        mine = self.known[unit]
        mine.entries = [e for e in mine.entries if families.key_of(e) != families.key_of(entry)] + [
            entry
        ]
        family = self.over.setdefault(
            unit, families.Family(unit, f"recorded {self.version}", [], [f"until {self.release}"])
        )
        family.entries = [
            e for e in family.entries if families.key_of(e) != families.key_of(entry)
        ] + [entry]
        families.write({unit: family}, self.folder)


def unconditional_ties(overlay, seen):
    """Marks the ties that models have without tied word embeddings; returns how many entries got
    another text."""
    count = 0
    for unit, name, entry in overlay.entries("class"):
        trees = (
            [tree for _, tree in seen[name]["cases"]]
            if name in seen and seen[name]["unit"] == unit
            else []
        )
        is_mark = (
            lambda line: line.startswith("  tie ")
            and not line.endswith(" always")
            and is_held(line.strip(), trees)
        )
        if trees and any(map(is_mark, entry[1:])):
            facts = [
                line + " always" if is_mark(line) else line
                for line in entry[1:]
                if families.is_fact(line)
            ]
            overlay.put(unit, [families.LIKE.sub("", entry[0]), *facts, *overlay.full[unit, name]])
            count += 1
    return count


def tie_default(unit, name):
    """What a config has as tie_word_embeddings without a word, if it keeps what it is given; None
    of one that does not, or is not built."""
    import environment  # noqa: sets up the libraries

    try:
        cls = getattr(
            importlib.import_module(f"transformers.models.{unit}.configuration_{unit}"), name
        )
        if [cls(tie_word_embeddings=given).tie_word_embeddings for given in (False, True)] == [
            False,
            True,
        ]:
            return cls().tie_word_embeddings
    except Exception:
        return None


def handed_modules(overlay, seen):
    """Leaves out of an encoder or decoder the embedding that the model around it hands to it: it is
    a module of the model. Returns how many entries got another text."""
    before, wanted, count = overlay.full, {}, 0
    for name, value in sorted(seen.items()):
        for same in (tree["same"] for _, tree in value["cases"]):
            for place, first in same.items():
                part, _, child = place.partition(".")
                if "." not in first and child and "." not in child:
                    wanted.setdefault((value["unit"], name), {})[part] = (child, first)
    for (unit, name), parts in wanted.items():
        lines, entries = (
            before.get((unit, name), []),
            {n: e for u, n, e in overlay.entries("class") if u == unit},
        )
        changed = list(lines)
        for part, (child, first) in parts.items():
            at = next((i for i, line in enumerate(changed) if re.match(rf"  {part}: ", line)), None)
            made = (
                re.match(rf"  {part}: (\w+)(\(.*?\))?( .*)?$", changed[at])
                if at is not None
                else None
            )
            if (
                made is None
                or made[1] not in entries
                or "  if not $is_handed" in before[unit, made[1]]
            ):
                is_there = made and made[1] in entries
            else:
                body = before[unit, made[1]]
                own = next((line for line in body if line.startswith(f"  {child}: ")), None)
                is_there = own is not None
                if is_there:
                    at_own = body.index(own)
                    body = [*body[:at_own], "  if not $is_handed", "  " + own, *body[at_own + 1 :]]
                    facts = [line for line in entries[made[1]][1:] if families.is_fact(line)]
                    overlay.put(
                        unit,
                        [
                            families.LIKE.sub("", entries[made[1]][0]),
                            *facts,
                            "  param is_handed = false",
                            *body,
                        ],
                    )
                    before[unit, made[1]] = body
                    count += 1
            if (
                is_there
                and "  if not $is_handed" in before[unit, made[1]]
                and "is_handed" not in changed[at]
            ):
                around = next(
                    (line for line in changed if line.strip().startswith(f"{first}: ")), ""
                )
                held = (
                    changed[changed.index(around) - 1].strip() if around.startswith("    ") else ""
                )
                value = held[3:] if held.startswith("if ") else "true"
                arguments = f"{made[2][:-1]}, " if made[2] else "("
                changed[at] = f"  {part}: {made[1]}{arguments}is_handed = {value}){made[3] or ''}"
        if changed != lines:
            entry = entries[name]
            overlay.put(
                unit,
                [
                    families.LIKE.sub("", entry[0]),
                    *[line for line in entry[1:] if families.is_fact(line)],
                    *changed,
                ],
            )
            count += 1
    return count


def pinned(overlay, before):
    """Gives classes whose bodies are like one that was changed the text that they had; returns how
    many."""
    after, count = families.bodies(overlay.known), 0
    for unit, name, entry in overlay.entries("class"):
        if families.LIKE.search(entry[0]) and before.get((unit, name)) != after[unit, name]:
            overlay.put(
                unit,
                [
                    families.LIKE.sub("", entry[0]),
                    *[line for line in entry[1:] if families.is_fact(line)],
                    *before[unit, name],
                ],
            )
            count += 1
    return count


TEXT_PARTS = (
    "  sub text_config:",
    "  sub decoder:",
    "  sub generator:",
)  # which decide in the place of the whole


def ties_of_configs(overlay):
    """Gives configs the default of the release, and what they are given; returns how many entries
    got another text."""
    count = 0
    for unit, name, entry in overlay.entries("config"):
        if not overlay.known[unit].provenance.startswith("recorded") or any(
            line.startswith(TEXT_PARTS) for line in entry
        ):
            continue
        found = tie_default(unit, name)
        if found is None:
            continue
        said = next(
            (line.split(" = ")[1] for line in entry if line.startswith("  tie_word_embeddings = ")),
            "none",
        )
        derived = [
            line
            for line in entry
            if line in ("  tie_word_embeddings := true", "  tie_word_embeddings := false")
        ]
        if derived or (said == "true" or said == "none") != found:
            lines = [
                line
                for line in entry[1:]
                if not line.startswith("  tie_word_embeddings = ")
                and line not in derived
                and not families.is_remark(line)
            ]
            at = next(
                (
                    i
                    for i, line in enumerate(lines)
                    if ":=" in line or line.startswith(("  sub ", "  given "))
                ),
                len(lines),
            )
            overlay.put(
                unit,
                [
                    entry[0],
                    *lines[:at],
                    f"  tie_word_embeddings = {str(found).lower()}",
                    *lines[at:],
                ],
            )
            count += 1
    return count


def some(overlay, seen, before, options):
    """Edits the entries of the classes that were observed."""
    changed, remarks = adapt.adapted(
        overlay.known, seen, overlay.version, options.binary, facts=True
    )
    for q, lines in changed.items():
        overlay.put(q.split(".", 1)[0], lines)
    print(len(changed), "entries are edited")
    print(
        pinned(
            overlay,
            {
                **before,
                **{
                    tuple(q.split(".", 1)): families.structure(lines)
                    for q, lines in changed.items()
                },
            },
        ),
        "entries are like one of them, and keep their text",
    )
    print("\n".join(remarks))


def ties(overlay, seen, before, options):
    """What the release makes of embeddings that are shared."""
    print(handed_modules(overlay, seen), "entries hand a module on, or get one")
    print(pinned(overlay, before), "entries are like one of them, and keep their text")
    overlay.full = families.bodies(overlay.known)
    print(unconditional_ties(overlay, seen), "entries have ties that constructors make")
    print(ties_of_configs(overlay), "configs read tie_word_embeddings otherwise")


def conversions(seen):
    """{unit: entries} of the names that classes of the release read in files."""
    found = {}
    for name, value in seen.items():
        if value.get("conversion"):
            lines = [
                f'  rename "{a}" -> "{b.lstrip("^")}"'
                for a, b in value["conversion"].items()
                if '"' not in a + b and "(" not in b
            ]
            found.setdefault(value["unit"], []).append([f"convert {name}"] + lines)
    return found


def hidden_units(known, version):
    """Units of the library that the release does not have, unless one that it has needs them."""
    import transformers

    root = os.path.join(os.path.dirname(transformers.__file__), "models")
    absent = {
        u
        for u, f in known.items()
        if not os.path.isdir(f"{root}/{u}")
        and not f.provenance.startswith("by hand")
        and u not in ("lib", "timm")
    }
    while True:
        needed = set()
        for unit, family in known.items():
            if unit not in absent:
                text = "\n".join(
                    "\n".join([families.LIKE.sub("", e[0]), *e[1:]]) for e in family.entries
                )
                needed |= absent & set(re.findall(r"(?<![\w.])(\w+)\.[A-Z]\w+", text))
        if not needed:
            return absent
        absent -= needed


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("version")
    p.add_argument("folder")
    p.add_argument("--binary")
    p.add_argument("--ties", action="store_true")
    p.add_argument("--some", action="store_true")
    p.add_argument("--report", default="")
    a = p.parse_args()
    sys.setrecursionlimit(20000)
    if a.ties or a.some:
        overlay, files = (
            Overlay(a.version),
            sorted(f[:-8] for f in os.listdir(a.folder) if f.endswith(".json.gz")),
        )
        seen, before = (
            {name: stored(a.folder, name) for name in files},
            {key: list(lines) for key, lines in overlay.full.items()},
        )
        (ties if a.ties else some)(
            overlay, {n: s for n, s in seen.items() if s["cases"]}, before, a
        )
        return
    release = ".".join(a.version.split(".")[:2])
    newest = families.read()
    known = families.layered(newest, *[f for _, f in families.overlays(release)])
    folder = f"{families.FOLDER}/until-{release}"
    before = families.read(folder) if os.path.isdir(folder) else {}
    seen = {
        f[:-8]: stored(a.folder, f[:-8])
        for f in sorted(os.listdir(a.folder))
        if f.endswith(".json.gz")
    }
    changed, remarks = adapt.adapted(
        known, {n: s for n, s in seen.items() if s["cases"]}, a.version, a.binary, facts=True
    )
    tie_lines(seen, adapt.Adapter(known, a.binary), changed)
    hidden = hidden_units(newest, a.version)
    for unit in hidden:
        newest[unit].bounds = newest[unit].bounds or ["since 5.0"]
    known = families.layered(newest, *[f for _, f in families.overlays(release)])
    out = families.overlay(known, changed, a.version, hidden)
    for unit, entries in conversions(seen).items():
        family = out.setdefault(
            unit, families.Family(unit, f"recorded {a.version}", [], [f"until {release}"])
        )
        family.entries += entries
    for (
        unit,
        family,
    ) in before.items():  # what an earlier run wrote of classes that this one has not seen
        mine = {families.key_of(e) for e in out[unit].entries} if unit in out else set()
        for e in family.entries:
            if families.key_of(e) not in mine and any("by hand" in l for l in e):
                out.setdefault(
                    unit, families.Family(unit, family.provenance, [], family.bounds)
                ).entries.append(e)
    for path in os.listdir(folder) if os.path.isdir(folder) else ():
        if path.endswith(".catalog"):
            os.remove(f"{folder}/{path}")
    families.write(out, folder)
    families.write(newest)
    open(f"{folder}/RELEASE", "w").write(f"transformers {a.version}\n")
    text = (
        "\n".join(
            [f"{len(changed)} entries of {len(seen)} classes; {len(hidden)} units are later"]
            + remarks
        )
        + "\n"
    )
    if a.report:
        open(a.report, "w").write(text)
    print(text[:3000])


if __name__ == "__main__":
    main()
