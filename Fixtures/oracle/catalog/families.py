"""The families (Sources/DeviceMap/Catalog/Families/*.catalog), which are the catalog: reading them,
and putting a recording into them.

usage: families.py expand OUT                one text for the other scripts: bodies of other classes
  written out, every table at its head
       families.py record RECORDED VERSION [UNIT..]   puts what record.py wrote into the families:
       entries that differ, and new ones.
                                             An entry with a line `by hand` is left alone and named
                                             where the recording now differs from it.
"""

import collections
import glob
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = os.path.normpath(f"{HERE}/../../../Sources/DeviceMap/Catalog/Families")
HEADS = ("activation", "type", "auto", "model", "convert")
ROWS = ("activation", "type", "auto")
FACTS = (
    "no_split ",
    "no_placement ",
    "tie ",
    "param ",
    "base ",
    "remote",
    "keep_fp32 ",
    "keep_fp32_strict ",
    "is ",
    "output ",
    "read_outside ",
    "read_sometimes ",
    "read_as_root ",
)
UNRECORDED = ("  read_outside ", "  read_sometimes ", "  read_as_root ", "  output ")
PROVENANCE = ("recorded ", "by hand: ")
LIKE = re.compile(r" like (\S+)(?: as (\S+))?$")
ORDER = {
    "config": 0,
    "activation": 1,
    "type": 2,
    "auto": 3,
    "class": 4,
    "model": 5,
    "headers": 6,
    "convert": 7,
}


def entries(lines):
    """The entries in lines of a unit: [first line, lines of its body]."""
    found = []
    for line in lines:
        if line.startswith(" "):
            found[-1].append(line)
        elif line.strip() and not line.startswith("#"):
            found.append([line])
    return found


def key_of(entry):
    """What an entry is about; model and class share their names."""
    words = entry[0].split(" ")
    if words[0] in ROWS:
        return (words[0], entry[0].split(" = ")[0])
    return ("class" if words[0] == "model" else words[0], words[1])


def is_fact(line):
    return line.strip().startswith(FACTS)


def is_remark(line):
    return line.strip().startswith(PROVENANCE + ("#",))


def structure(entry):
    return [l for l in entry[1:] if not is_fact(l) and not is_remark(l)]


def in_order(lines):
    """Lines with the defaults of a config first, by name: their order says nothing."""
    defaults = [l for l in lines if re.match(r"  \w+ = ", l)]
    return sorted(defaults) + [l for l in lines if l not in defaults]


def class_prefix(unit, name):
    """The part of a class name that names its model, such as Llama in LlamaAttention."""
    want = unit.replace("_", "")
    for end in range(len(want), len(name) + 1):
        found = name[:end].replace("_", "").lower()
        if found == want:
            return name[:end]
        if not want.startswith(found):
            break
    return ""


class Family:
    """One file: its first line of provenance and its entries in order."""

    def __init__(self, unit, provenance, found, bounds=()):
        self.unit, self.provenance, self.entries, self.bounds = (
            unit,
            provenance,
            found,
            list(bounds),
        )

    def text(self):
        out, before = [f"unit {self.unit}", self.provenance, *self.bounds], None
        for e in sorted(
            self.entries,
            key=lambda e: (
                ORDER[e[0].split(" ")[0]],
                ""
                if e[0].startswith(("config ", "headers ", "convert "))
                else e[0].split(" like ")[0],
            ),
        ):
            word = e[0].split(" ")[0]
            if not (len(e) == 1 and before == word):
                out.append("")
            out += e
            before = word if len(e) == 1 else None
        return "\n".join(out) + "\n"


def read(folder=FOLDER):
    """{unit: Family} of a folder; `bounds` are the lines that say for which releases."""
    found = {}
    for path in sorted(glob.glob(f"{folder}/*.catalog")):
        lines = open(path).read().rstrip("\n").split("\n")
        bounds = [l for l in lines[2:4] if l.startswith(("since ", "until "))]
        found[lines[0].split(" ")[1]] = Family(
            lines[0].split(" ")[1],
            lines[1],
            entries(l for l in lines[2:] if l not in bounds),
            bounds,
        )
    return found


def write(families, folder=FOLDER):
    os.makedirs(folder, exist_ok=True)
    for unit, family in families.items():
        open(f"{folder}/{unit}.catalog", "w").write(family.text())


def used(families):
    """(unit, class) of everything that the models of the families consist of, and of what these are
    like."""
    known = {
        (u, key_of(e)[1]): e
        for u, f in families.items()
        for e in f.entries
        if key_of(e)[0] == "class"
    }
    full, word = bodies(families), re.compile(r"(?:([a-z]\w*)\.)?([A-Za-z_]\w*(?:@\w+)?)")

    def named(unit, lines):
        for l in lines:
            for m in word.finditer(l):
                yield from ((u, m[2]) for u in (m[1], unit) if (u, m[2]) in known)

    todo = [key for key, e in known.items() if e[0].startswith("model ")]
    for u, f in families.items():
        todo += named(u, [e[0].split("=", 1)[1] for e in f.entries if e[0].split(" ")[0] in ROWS])
    found = set()
    while todo:
        key = todo.pop()
        if key in found:
            continue
        found.add(key)
        todo += named(key[0], full[key])
        m = LIKE.search(known[key][0])
        if m:
            todo.append(tuple(m[1].split(".", 1)) if "." in m[1] else (key[0], m[1]))
    return found


def without_unused(families, units):
    """Leaves out classes of some units that no model of any release consists of; how many."""
    over = [f for _, f in overlays("0.0")]
    kept = set().union(*(used(layered(families, *over[:n])) for n in range(len(over) + 1)))
    count = 0
    for u in units:
        rest = [
            e
            for e in families[u].entries
            if not e[0].startswith("class ") or (u, key_of(e)[1]) in kept
        ]
        count += len(families[u].entries) - len(rest)
        families[u].entries = rest
    return count


def default_fields(families):
    """{(unit, config): the fields that its entry gives a default}."""
    found = {}
    for unit, family in families.items():
        for e in family.entries:
            if e[0].startswith("config "):
                found[unit, key_of(e)[1]] = {
                    m[1] for m in (re.match(r"  (\w+) = ", l) for l in e[1:]) if m
                }
    return found


def handed_fields(families):
    """The fields that models set in the configs of their parts."""
    lines = (l for f in families.values() for e in f.entries for l in e if " with " in l)
    return {name for l in lines for name in re.findall(r"(\w+) = ", l.split(" with ", 1)[1])}


def newest():
    """The release that the families describe."""
    return open(f"{FOLDER}/RELEASE").read().split()[1]


def bodies(families):
    """{(unit, class): its structure}, the bodies of other classes written out."""
    known = {
        (u, key_of(e)[1]): e
        for u, f in families.items()
        for e in f.entries
        if key_of(e)[0] == "class"
    }
    out = {}

    def body(key):
        if key in out:
            return out[key]
        entry, own = known[key], structure(known[key])
        m = LIKE.search(entry[0])
        if m:
            other = tuple(m[1].split(".", 1)) if "." in m[1] else (key[0], m[1])
            theirs, mine = class_prefix(*other), m[2] or class_prefix(*key)
            lines = body(other)
            own = own + (
                [re.sub(r"(?<![\w.])" + re.escape(theirs), lambda _: mine, l) for l in lines]
                if theirs
                else lines
            )
        out[key] = own
        return own

    for key in known:
        body(key)
    return out


def expanded(families):
    """(tables at the head, {unit: lines}) without likes and provenance."""
    tables, units, full = {h: {} for h in HEADS}, {}, bodies(families)
    first = {}
    for u, f in sorted(families.items(), key=lambda x: x[0].encode()):
        units[u] = [f"unit {u}"]
        for e in f.entries:
            word, name = key_of(e)
            if word in ROWS:
                key, value = e[0].split(" = ", 1)
                tables[word][key.split(" ", 1)[1]] = value
                continue
            if word == "class":
                units[u] += [LIKE.sub("", e[0])] + [l for l in e[1:] if is_fact(l)] + full[u, name]
            else:
                units[u] += [e[0]] + [l for l in e[1:] if not is_remark(l)]
            words = e[0].split(" ")
            if words[0] == "model" and "@" not in name:
                tables["model"].setdefault(name, u)
            if word == "convert":
                tables["convert"][name] = u
            if (
                word == "config"
                and len(words) > 3
                and (words[3] not in first or words[3].replace("-", "_") == u)
            ):
                first[words[3]] = f"{u}.{name}"
    for kind, config in first.items():
        tables["type"].setdefault(kind, config)
    return tables, units


def text():
    """The whole catalog as one text for the other scripts."""
    return joined(*expanded(read()))


def joined(tables, units):
    out = [f"transformers {newest()}"]
    for h in HEADS:
        out += [
            f"{h} {k} = {v}"
            for k, v in sorted(tables[h].items(), key=lambda x: f"{h} {x[0]}".encode())
        ]
    for u in sorted(units, key=str.encode):
        out += units[u]
    return "\n".join(out) + "\n"


def split(text):
    """(head lines, {unit: entries}) of a text with the tables at its head."""
    heads, units, unit = [], {}, None
    for line in text.split("\n"):
        if line.startswith("unit "):
            unit = line.split(" ")[1]
            units[unit] = []
        elif unit:
            units[unit].append(line)
        elif " = " in line:
            heads.append(line)
    return heads, {u: entries(l) for u, l in units.items()}


# ------------------------------------------------------------------ recordings
def recorded(families, text, version, only, hand=None, mended=None):
    """Puts a recording into the families; remarks for people. `hand` gets (unit, key, recorded
    entry) of those that stay by hand, and of recorded ones of units that are not to be `mended`:
    what is right is not replaced by what was recorded from other configs."""
    remarks, full = [], bodies(families)
    heads, units = split(text)
    units = {u: without_fields(es) for u, es in units.items()}
    rows = [l for l in heads if l.split(" ")[0] in ROWS]
    kinds = {
        e[0].split(" ")[3]: u
        for u, es in units.items()
        for e in es
        if e[0].startswith("config ") and len(e[0].split(" ")) > 3
    }
    for row in rows:
        word, name = row.split(" = ")[0].split(" ", 1)
        unit = "lib" if word == "activation" else kinds.get(name.split(" ")[-1])
        if word != "type" and unit:
            units.setdefault(unit, []).append([row])
    for unit, found in sorted(units.items()):
        if only and unit not in only:
            continue
        family = families.setdefault(unit, Family(unit, f"recorded {version}", []))
        place = {key_of(e): i for i, e in enumerate(family.entries)}
        for new in found:
            key = key_of(new)
            i = place.get(key)
            if i is None:
                family.entries.append(stamped(new, family, version))
                place[key] = len(family.entries) - 1
                continue
            old = family.entries[i]
            new = with_what_is_not_recorded(old, new)
            lines = full[unit, key[1]] if key[0] == "class" else structure(old)
            same = (
                LIKE.sub("", old[0]) == new[0]
                and [l for l in old if is_fact(l)] == [l for l in new if is_fact(l)]
                and in_order(lines) == in_order(structure(new))
            )
            if same:
                if any(l.startswith("  by hand") for l in old):
                    family.entries[i] = stamped(
                        [l for l in old if not l.startswith(("  by hand", "  # ground "))],
                        family,
                        version,
                    )
                    remarks.append(f'{unit}: {" ".join(key)} is recorded as it was written by hand')
                continue
            if any(l.strip().startswith("by hand") for l in old) or family.provenance.startswith(
                "by hand"
            ):
                family.entries[i] = old = with_defaults_of(new, old)
                if hand is not None:
                    hand.append((unit, key, new))
                remarks.append(
                    f'{unit}: {" ".join(key)} is by hand; a recording says something else'
                )
            elif mended is not None and unit not in mended:
                hand.append((unit, key, new))
            else:
                family.entries[i] = stamped(new, family, version)
                remarks.append(f'{unit}: {" ".join(key)}')
    share(families, full)
    return remarks


def with_defaults_of(new, old):
    """A config by hand with the recorded defaults of fields that it says nothing of: classes that
    are recorded beside it may read them."""
    if not old[0].startswith("config "):
        return old
    said = {m[1] for m in (re.match(r"  (?:alias |sub )?(\w+)(?: :?=|:)", l) for l in old[1:]) if m}
    at = 1 + max(
        (
            i
            for i, l in enumerate(old)
            if re.match(r"  (\w+ = |alias |base_config_key |# )", l) or is_remark(l)
        ),
        default=0,
    )
    return (
        old[:at]
        + [l for l in new[1:] if (m := re.match(r"  (\w+) = ", l)) and m[1] not in said]
        + old[at:]
    )


def with_what_is_not_recorded(old, new):
    """A recorded entry with what no constructor tells and the entry before it has: what is read
    outside of its module, its output embedding, parts of a config whose fields are laid over
    others, and derived fields that a file sets all the same."""
    overlaid = {
        l.removesuffix(" overlaid"): l
        for l in old
        if l.startswith("  sub ") and l.endswith(" overlaid")
    }
    outside = [l for l in old if l.startswith(UNRECORDED) and l not in new]
    facts = next((i for i, l in enumerate(new) if i and not is_fact(l)), len(new))
    derived = {m[1] for m in (re.match(r"  (\w+) := ", l) for l in new) if m}
    given = [
        l
        for l in old
        if re.match(r"  given [\w ]+$", l) and derived.issuperset(l.split()[1:]) and l not in new
    ]
    return [overlaid.get(l, l) for l in [*new[:facts], *outside, *new[facts:], *given]]


def in_canonical_order(entry):
    """What an entry says, whatever the order of facts and of defaults."""
    lines = [l for l in entry[1:] if not is_remark(l)]
    said = lambda l: is_fact(l) or l.startswith("  base_config_key ")
    return [
        entry[0],
        *sorted(l for l in lines if said(l)),
        *in_order([l for l in lines if not said(l)]),
    ]


def replaced(families, changed, version):
    """Puts entries {unit.Class: lines} into the families; what was like one of them keeps its own
    body. By hand stays by hand."""
    full = bodies(families)
    for q, lines in changed.items():
        unit, name = q.split(".", 1)
        family = families[unit]
        place = next(
            (i for i, e in enumerate(family.entries) if key_of(e) == ("class", name)), None
        )
        if place is None:
            family.entries.append(stamped(lines, family, version))
            continue
        why = [l for l in family.entries[place][1:] if l.strip().startswith("by hand: ")]
        family.entries[place] = (
            [lines[0], *why, *lines[1:]]
            if why or family.provenance.startswith("by hand")
            else stamped(lines, family, version)
        )
    share(families, full)


def overlay(families, wanted, version, hidden=()):
    """{unit: Family} of the entries that make the families those of an earlier release: `wanted`
    has the entries of it that differ, `hidden` the units that it does not have, so that nothing can
    be like a class of theirs."""
    release = ".".join(version.split(".")[:2])
    full = bodies(families)
    target = {tuple(q.split(".", 1)): lines for q, lines in wanted.items()}
    out = {}

    def put(unit, entry):
        out.setdefault(
            unit, Family(unit, f"recorded {version}", [], [f"until {release}"])
        ).entries.append(entry)

    for (unit, _), lines in sorted(target.items()):
        put(unit, lines)
    derived = {}

    def body(key):
        """What a class has where the entries of `target` are in their place."""
        if key in target:
            return [l for l in target[key][1:] if not is_fact(l) and not is_remark(l)]
        if key not in derived:
            entry = known[key]
            m = LIKE.search(entry[0])
            derived[key] = own = structure(entry)
            if m:
                other = tuple(m[1].split(".", 1)) if "." in m[1] else (key[0], m[1])
                theirs, mine = class_prefix(*other), m[2] or class_prefix(*key)
                lines = body(other)
                derived[key] = own + (
                    [re.sub(r"(?<![\w.])" + re.escape(theirs), lambda _: mine, l) for l in lines]
                    if theirs
                    else lines
                )
        return derived[key]

    def is_cut(key):
        """Whether what a class is like leads to a unit that is not there."""
        m = LIKE.search(known[key][0])
        if key in target or not m:
            return False
        other = tuple(m[1].split(".", 1)) if "." in m[1] else (key[0], m[1])
        return other[0] in hidden or is_cut(other)

    known = {
        (u, key_of(e)[1]): e
        for u, f in families.items()
        for e in f.entries
        if key_of(e)[0] == "class"
    }
    for key, entry in sorted(known.items()):
        if key[0] in hidden:
            continue
        if key not in target and (is_cut(key) or body(key) != full[key]):
            put(key[0], [LIKE.sub("", entry[0])] + [l for l in entry[1:] if is_fact(l)] + full[key])
    return out


def earlier(before, now, version):
    """The overlay that makes `now` what `before` was: entries that differ as they were, and what
    was not there as unknown."""
    old, new = bodies(before), bodies(now)
    wanted, rest, names = {}, [], collections.defaultdict(set)
    for unit, family in before.items():
        there = {key_of(e): e for e in now[unit].entries} if unit in now else {}
        for e in family.entries:
            key = key_of(e)
            names[unit].add(key)
            other = there.get(key)
            if key[0] == "class":
                facts = lambda x: [LIKE.sub("", x[0])] + [l for l in x[1:] if is_fact(l)]
                if (
                    other is None
                    or in_canonical_order(facts(e)) != in_canonical_order(facts(other))
                    or old[unit, key[1]] != new[unit, key[1]]
                ):
                    wanted[f"{unit}.{key[1]}"] = facts(e) + old[unit, key[1]]
            elif other is None or in_canonical_order(e) != in_canonical_order(other):
                rest.append((unit, [l for l in e if not is_remark(l)]))
    release = ".".join(version.split(".")[:2])
    later = {
        u
        for u, f in now.items()
        if any(
            b.startswith("since ") and numbers(b.split(" ")[1]) > numbers(release) for b in f.bounds
        )
    }
    out = overlay(
        now,
        wanted,
        version,
        later
        | {u for u, f in now.items() if u not in before and f.provenance.startswith("recorded")},
    )
    family = lambda unit: out.setdefault(
        unit, Family(unit, f"recorded {version}", [], [f"until {release}"])
    )
    for unit, e in rest:
        family(unit).entries.append(e)
    for unit, f in now.items():
        for e in f.entries:
            if unit in before and e[0].startswith("model ") and key_of(e) not in names[unit]:
                family(unit).entries.append([f"headers {key_of(e)[1]}"])
    return out


def layered(families, *overlays):
    """The families with the entries of earlier releases in their place."""
    found = {
        u: Family(u, f.provenance, [list(e) for e in f.entries], f.bounds)
        for u, f in families.items()
    }
    for over in overlays:
        for unit, f in over.items():
            mine = found.setdefault(unit, Family(unit, f.provenance, []))
            place = {key_of(e): i for i, e in enumerate(mine.entries)}
            for e in f.entries:
                if key_of(e) in place:
                    mine.entries[place[key_of(e)]] = list(e)
                else:
                    mine.entries.append(list(e))
    return found


def overlays(after):
    """[(release, {unit: Family})] of the folders of earlier releases, the newest first, down to
    those that are later than `after`."""
    names = sorted(
        (p.rsplit("-", 1)[1] for p in glob.glob(f"{FOLDER}/until-*")), key=numbers, reverse=True
    )
    return [(n, read(f"{FOLDER}/until-{n}")) for n in names if numbers(n) > numbers(after)]


def numbers(release):
    """The numbers of a release, which order releases."""
    return tuple(int(n) for n in release.split("."))


def without_fields(found):
    """A unit's entries with `headers CONFIG field NAME` as a field of the config that has no closed
    form."""
    out, unknown = [], {}
    for e in found:
        m = re.match(r"headers (\S+) field (\S+)", e[0])
        if m:
            unknown.setdefault(m[1], []).append(f"  {m[2]} := ?")
        else:
            out.append(e[:1] if e[0].startswith("headers ") else e)
    return [
        e + unknown.get(e[0].split(" ")[1], [])
        if e[0].startswith("config ")
        else [e[0].split(" # ")[0]] + e[1:]
        if e[0].startswith("headers ")
        else e
        for e in out
    ]


def stamped(entry, family, version):
    """An entry with its release, where the family's own is another."""
    if (
        len(entry) == 1
        and entry[0].split(" ")[0] in ROWS
        or family.provenance == f"recorded {version}"
    ):
        return entry
    return [entry[0], f"  recorded {version}"] + entry[1:]


def share(families, before):
    """Gives entries that are written out, and have the body of a class that others are like, that
    class; and writes out what followed one that changed."""
    known = bodies({u: f for u, f in families.items()})
    neutral = lambda key, lines: "\n".join(
        re.sub(r"(?<![\w.])" + re.escape(class_prefix(*key)), "@", l) if class_prefix(*key) else l
        for l in lines
    )
    sources = {}
    for unit, family in families.items():
        for e in family.entries:
            m = LIKE.search(e[0])
            if not m:
                continue
            key = (unit, key_of(e)[1])
            if (
                key in before and known[key] != before[key]
            ):  # the body that it had was changed under it
                e[0] = LIKE.sub("", e[0])
                e += before[key]
            else:
                sources[
                    neutral(
                        tuple(m[1].split(".", 1)) if "." in m[1] else (unit, m[1]),
                        known[key[0], m[1]]
                        if "." not in m[1]
                        else known[tuple(m[1].split(".", 1))],
                    )
                ] = m[1] if "." in m[1] else f"{unit}.{m[1]}"
    for unit, family in families.items():
        for i, e in enumerate(family.entries):
            if key_of(e)[0] != "class" or LIKE.search(e[0]):
                continue
            key, lines = (unit, key_of(e)[1]), structure(e)
            source = sources.get(neutral(key, lines))
            if lines and source and source != ".".join(key):
                name = source.split(".", 1)[1] if source.startswith(unit + ".") else source
                family.entries[i] = [f"{e[0]} like {name}"] + [
                    l for l in e[1:] if is_fact(l) or is_remark(l)
                ]


def main():
    families = read()
    if sys.argv[1] == "expand":
        return open(sys.argv[2], "w").write(text())
    for remark in recorded(families, open(sys.argv[2]).read(), sys.argv[3], sys.argv[4:]):
        print(remark)
    write(families)


if __name__ == "__main__":
    main()
