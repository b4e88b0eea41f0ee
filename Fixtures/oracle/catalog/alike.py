"""Whether another text of a unit says the same of every config: both are asked of the command while
the fields that either reads change.

A recording shows what the constructor did in the runs that were made; an entry by hand may read a
field that no run has changed. So each field that the two texts name is changed alone (other values,
absent, none) and together with others, in the config.json of classes that hold the entries, and the
trees that the command prints are compared. Where they differ, the model that the library builds of
that config decides; where it builds none, the config is of no model and says nothing.
"""

import copy
import json
import os
import random
import re
import tempfile

import families
import few_layers
from comparison import difference, lines_each, truth
from limits import TimeLimit

WORD = re.compile(r"[A-Za-z_]\w*")
CONSTANT = re.compile(r'"([^"{}*]+)"')
TOGETHER = 16  # configs in which several fields change
PER_FIELD = 4  # values that a field gets alone
UNREAD = {
    "architectures",
    "model_type",
    "dtype",
    "torch_dtype",
    "transformers_version",
    "_name_or_path",
    "id2label",
    "label2id",
}
KEYWORDS = {"if", "else", "each", "in", "and", "or", "not", "none", "true", "false"}
ROPE = ("linear", "dynamic", "yarn", "llama3", "proportional", "default")
AT_ONCE = 24  # configs that one process of the command is asked for
BUILDS = 12  # models that are built to decide about one class


def words(entries):
    """The words of some entries: names of fields among them."""
    return {
        w for e in entries for line in e if not families.is_remark(line) for w in WORD.findall(line)
    }


def constants(entries):
    """The texts that entries compare fields with."""
    return sorted(
        {
            c
            for e in entries
            for line in e
            if not families.is_remark(line)
            for c in CONSTANT.findall(line)
        }
    )


def around(entries, keys):
    """The entries of a unit that decide what those with the `keys` say: themselves, all configs,
    and the classes that hand them arguments."""
    found, names = [], {key[1] for key in keys}
    while True:
        more = [
            e
            for e in entries
            if e not in found
            and (
                e[0].startswith("config ")
                or families.key_of(e)[1] in names
                or names & words([e[1:]])
            )
        ]
        if not more:
            return found
        found += more
        names |= {families.key_of(e)[1] for e in more if any("$" in l for l in e)}


def older_names(entries):
    """Names that files may have beside the fields of a config: aliases, and what derived fields are
    read from."""
    lines = [l.strip() for e in entries if e[0].startswith("config ") for l in e[1:]]
    derived = {m[1]: m[2] for m in (re.match(r"(\w+) := (.*)", l) for l in lines) if m}
    read = {
        w
        for text in derived.values()
        for w in re.findall(r"(?<![\w.\"])[a-z_]\w+(?![\w(])", CONSTANT.sub("", text))
    } - KEYWORDS
    return {m[1] for m in (re.match(r"(?:alias )?(\w+) = ", l) for l in lines) if m} | read - set(
        derived
    )


# ------------------------------------------------------------------ configs
def numbers_near(v):
    """Other counts or sizes in the place of one."""
    return [2 * v, max(1, v // 2), v + 8] if v >= 8 else [v + 1, max(0, v - 1), 2 * v + 2, 0]


def values(name, value, texts):
    """Other values for a field, of the kind that it has."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int):
        return numbers_near(value)
    if isinstance(value, float):
        return (
            [value / 2, value * 2, 0.0] if value else [0.1, 0.5]
        )  # a rate that is zero, and one that is not
    if isinstance(value, str):
        return [t for t in texts if t != value] or ["relu", "gelu"]
    if name.startswith("rope_"):
        given = value if isinstance(value, dict) else {}
        return [
            {
                **given,
                "rope_type": t,
                "factor": 4.0,
                "low_freq_factor": 1.0,
                "high_freq_factor": 4.0,
                "original_max_position_embeddings": 512,
                "rope_theta": 10000.0,
            }
            for t in ROPE
        ] + [{**given, "partial_rotary_factor": 0.5}]
    if isinstance(value, list) and value and all(type(x) is int for x in value):
        return [[2 * x for x in value], value[::-1], value[:-1], [*value, value[-1]]]
    if isinstance(value, list) and value and all(isinstance(x, str) for x in value):
        labels = list(dict.fromkeys([*value, *texts]))
        return (
            [[a] * len(value) for a in labels]
            + [value[::-1]]
            + [[a, b] * (len(value) // 2) for a in labels for b in labels if a != b][:4]
        )
    if isinstance(value, list) and all(isinstance(x, bool) for x in value):
        return [[not x for x in value]]
    return [2, 64, True, 0.5] if value is None else []


def fields(config, known, path=()):
    """(path, value) of the fields of a config and of its parts that `known` names."""
    for name, value in config.items():
        if name in UNREAD:
            continue
        part = isinstance(value, dict) and (name.endswith("_config") or "model_type" in value)
        if name in known and not part:
            yield (*path, name), value
        if part:
            yield from fields(value, known, (*path, name))


def differing(one, other, path=()):
    """The paths at which two configs differ."""
    for name in sorted({*one, *other}):
        a, b = one.get(name), other.get(name)
        if isinstance(a, dict) and isinstance(b, dict):
            yield from differing(a, b, (*path, name))
        elif a != b or (name in one) != (name in other):
            yield (*path, name)


def changed(config, path, value, absent=False):
    """A copy of a config with one field set, or absent."""
    out = copy.deepcopy(config)
    inner = out
    for name in path[:-1]:
        inner = inner[name]
    if absent:
        inner.pop(path[-1], None)
    else:
        inner[path[-1]] = value
    return out


def probes(config, known, texts, older, rng):
    """Configs in which fields change, one alone and several together; the config itself is the
    first. `older` are names that no field of the config has now: files may have them."""
    start = few_layers.cut(config)
    found, choices = [start], []
    found += [
        {**start, name: v}
        for name in sorted(older - set(start) - UNREAD)
        for v in values(name, None, texts)[:PER_FIELD]
    ]
    for path, value in fields(start, known):
        others = values(path[-1], value, texts)
        alone = others if path[-1].startswith("rope_") else others[:PER_FIELD]
        found += [changed(start, path, v) for v in alone] + [
            changed(start, path, None),
            changed(start, path, None, absent=True),
        ]
        choices += [(path, others)] if others else []
    for _ in range(TOGETHER):
        one = start
        for path, others in choices:
            if rng.random() < 0.3:
                one = changed(one, path, rng.choice(others))
        found.append(one)
    return list({json.dumps(c, sort_keys=True): c for c in found}.values())


# ------------------------------------------------------------------ answers
class Asker:
    """Answers of the command for configs of some classes; those of the built-in catalog are
    kept."""

    def __init__(self, binary, folder):
        self.binary, self.folder, self.count = binary, folder, 0

    def ask(self, config, catalog=None):
        """The tree that the command prints, as bytes; empty where it has none."""
        return self.ask_each([config], catalog)[0]

    def ask_each(self, configs, catalog=None):
        """The trees of some configs, from one process."""
        paths = [f"{self.folder}/{i}/config.json" for i in range(len(configs))]
        for path, config in zip(paths, configs):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w") as f:
                f.write(json.dumps(config))
        self.count += len(configs)
        words = ["tree", "--json", "--headers-only", *(["--catalog", catalog] if catalog else [])]
        lines = lines_each(self.binary, words, paths, seconds=20)
        return [
            b"" if line is None or line.startswith(b'{"error"') else line + b"\n" for line in lines
        ]


def built_truth(name, config):
    """What the library builds of a config.json, or None where it builds nothing."""
    import observe
    from limits import limited

    cls = observe.model_class(name)
    raw = {k: v for k, v in config.items() if k not in ("architectures", "dtype", "torch_dtype")}
    try:
        return truth(
            limited(lambda: observe.tree_of(observe.built(cls, raw)[1]), observe.SECONDS_PER_MODEL),
            {},
        )[0]
    except (KeyboardInterrupt, TimeLimit):
        raise
    except BaseException:
        return None


class Trial:
    """The question of one unit: its classes, their configs, and what the catalog says of each
    now."""

    def __init__(self, binary, names, seen, entries, seed="alike", unbuilt=()):
        """`seen` gives what observe.py kept of a class; `entries` are all texts, old and recorded,
        that are in question. `unbuilt` are (class that the library does not build here, one with
        the same config that it builds): no difference of theirs can be judged."""
        self.folder = tempfile.TemporaryDirectory()
        self.asker = Asker(binary, self.folder.name)
        known, texts, self.cases = words(entries), constants(entries), []
        for name in names:
            full = seen(name)["forms"][0]["full"]
            for config in probes(
                full, known, texts, older_names(entries), random.Random(seed + name)
            ):
                self.cases.append([name, config, None])
        for name, other in unbuilt:
            full = {**seen(other)["forms"][0]["full"], "architectures": [name]}
            self.cases += [
                [name, config, None]
                for config in probes(
                    full, known, texts, older_names(entries), random.Random(seed + name)
                )
            ]
        self.unbuilt = {name for name, _ in unbuilt}
        self.truths, self.builds, self.first, self.wrong = {}, {}, [], []

    def says_the_same(self, text):
        """Whether the unit's text gives every config the tree that it has now, or one that the
        library's model proves right."""
        catalog = f"{self.folder.name}/new.catalog"
        with open(catalog, "w") as f:
            f.write(text)
        order = self.first + [c for c in self.cases if not any(c is f for f in self.first)]
        while order:
            some, order = order[:AT_ONCE], order[AT_ONCE:]
            if any(c[2] is None for c in some):
                for case, old in zip(some, self.asker.ask_each([c[1] for c in some])):
                    case[2] = old
            for case, new in zip(some, self.asker.ask_each([c[1] for c in some], catalog)):
                if new != case[2] and not self.is_right(case, new):
                    self.first = [case] + [c for c in self.first if c is not case][
                        :5
                    ]  # the next text is asked for it first
                    return False
        return True

    def reason(self, text):
        """Which fields a text reads otherwise; None where it says the same, or differs without a
        change of any."""
        if self.says_the_same(text):
            return None
        name, config, _ = self.first[0]
        start = next(c for n, c, _ in self.cases if n == name)
        fields = sorted({path[-1] for path in differing(start, config)})
        said = self.asker.ask(config, f"{self.folder.name}/new.catalog")
        return (
            f"its recording has {'another tree' if said else 'no answer'} where "
            f"{', '.join(fields[:3])} {'change' if len(fields) > 1 else 'changes'}"
            if fields
            else None
        )

    def is_right(self, case, new):
        """Whether the library decides for the new answer; a config of which it builds nothing
        decides for neither."""
        if case[0] in self.unbuilt:
            return False
        key = json.dumps(case[:2], sort_keys=True)
        if key not in self.truths:
            self.builds[case[0]] = self.builds.get(case[0], 0) + 1
            if self.builds[case[0]] > BUILDS:
                return False
            try:
                self.truths[key] = built_truth(case[0], case[1])
            except TimeLimit:
                return False
            if case[2] and self.truths[key] and difference(self.truths[key], json.loads(case[2])):
                self.wrong.append((case[0], case[1]))
        want = self.truths[key]
        return want is None or bool(new) and difference(want, json.loads(new)) is None


def is_held(entry, names, seen):
    """Whether some class that was observed has what an entry describes in it: without one, every
    text of it says the same."""
    kind, name = families.key_of(entry)
    if kind == "config":
        model_type = entry[0].split(" : ")[1] if " : " in entry[0] else ""
        return bool(model_type) and any(
            f'"model_type": "{model_type}"' in json.dumps(seen(n)["forms"][0]["full"])
            for n in names
        )
    cls = (
        entry[0].split(" named ")[1].split(" ")[0] if " named " in entry[0] else name.split("@")[0]
    )
    return name in names or any(
        q.split(".")[-1] == cls for n in names for q in seen(n).get("names") or ()
    )


def unbuilt(entries, names):
    """(class, class) of models among the entries that are not built here, each with a built one of
    the same config; None where one has no such other: what it is cannot be looked at."""
    config = {
        e[0].split(" ")[1]: e[0].split(" : ")[1].split(" ")[0]
        for e in entries
        if e[0].startswith("model ") and " : " in e[0]
    }
    found = [
        (name, next((n for n in sorted(names) if config.get(n) == kind), None))
        for name, kind in sorted(config.items())
        if name not in names and "@" not in name
    ]
    return None if any(other is None for _, other in found) else found


def holders(names, seen, wanted, models):
    """Classes that between them hold all wanted classes of the unit: those that are wanted
    themselves, or hand a wanted class something (`models`, the entries of the unit's models, say
    so), and few others."""
    own = {families.key_of(e)[1]: wanted & words([e[1:]]) for e in models}
    found = [n for n in sorted(names) if n in wanted or own.get(n)]
    held = {n: {q.split(".")[-1] for q in seen(n).get("names") or ()} for n in names}
    rest = set(wanted) - {w for n in found for w in held[n]}
    while rest:
        best = max(sorted(names), key=lambda n: len(held[n] & rest), default=None)
        if best is None or not held[best] & rest:
            break
        found.append(best)
        rest -= held[best]
    return found or sorted(names)[:1]


def grown(base, items, is_good):
    """`base` and as many of `items` as are good with it, found by halves."""
    if not items or is_good(base + items):
        return base + items
    if len(items) == 1:
        return base
    half = len(items) // 2
    return grown(grown(base, items[:half], is_good), items[half:], is_good)


def largest(items, is_good, related, others=()):
    """As many of `items` as are good together; what is not good alone is tried once more with what
    it is `related` to, among `others`, too."""
    kept = grown([], items, is_good)
    for x in items:
        with_x = [y for y in [*items, *others] if y not in kept and (y is x or related(x, y))]
        group = with_x if x not in kept else []
        if len(group) > 1 and is_good(kept + group):
            kept = kept + group
    return kept
