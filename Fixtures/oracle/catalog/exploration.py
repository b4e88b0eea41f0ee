"""Which configs to record next: conditions that had one outcome only, and values of config fields
that may give them the other.

A condition of a class may read its parameters; what callers give these is put in their place, down
to config fields.
"""

import collections
import itertools
from typing import Literal

from symbolic_values import leaves, rewrite


def unseen(facts):
    return (
        [x[1] for x in facts if x[0] == "require"]
        + [e for x in facts if x[0] == "when" for e in unseen(x[2]) + unseen(x[3])]
        + [e for x in facts if x[0] == "each" for e in unseen(x[3])]
        + [e for x in facts if x[0] == "child" and x[2][0] == "inline" for e in unseen(x[2][2])]
    )


def leaves_deep(e, kind):
    """All nodes of a kind, also inside of nodes of that kind."""
    found = [e] if e[0] == kind else []
    for x in e[1:]:
        if isinstance(x, tuple) and x and isinstance(x[0], str):
            found += leaves_deep(x, kind)
    return found


def alternatives(config_class):
    """{word: the words of a list of a config class that has it}: kinds of layers and the like."""
    found = {}
    for b in reversed(getattr(config_class, "__mro__", ())):
        for v in vars(b).values():
            words = (
                list(v)
                if isinstance(v, (list, tuple))
                else list(v.__args__)
                if getattr(v, "__origin__", None) is Literal
                else []
            )
            if words and all(isinstance(x, str) for x in words):
                found.update({x: words for x in words})
        for v in getattr(b, "__annotations__", {}).values():
            words = [
                x
                for part in (v, *getattr(v, "__args__", ()))
                if getattr(part, "__origin__", None) is Literal
                for x in part.__args__
                if isinstance(x, str)
            ]
            found.update({x: words for x in words})
    return found


def candidates(e, field, default, words={}):
    """Values for a config field, of the kind that its default has, that may change the outcome of
    condition e."""
    if (
        any(
            x[1] in ("==", "!=") and x[3] == ("k", None) and field in leaves(x[2], "f")
            for x in leaves(e, "o") + ([e] if e[0] == "o" else [])
            if len(x) > 3
        )
        and default is not None
    ):
        return [None]
    if field[2] == "rope_parameters":
        rope = lambda t: {
            "rope_type": t,
            "rope_theta": 10000.0,
            "factor": 4.0,
            "low_freq_factor": 1.0,
            "high_freq_factor": 4.0,
            "original_max_position_embeddings": 512,
        }
        labels = sorted(
            {x[2] for x in leaves_deep(e, "it") if x[1][0] == "f" and x[2].endswith("_attention")}
        )
        if labels:
            labels = sorted(set(labels) | {"full_attention", "sliding_attention"})
            return [{l: rope(t) for l in labels} for t in ("linear", "default", "proportional")] + [
                {l: rope(t if l == one else "default") for l in labels}
                for one in labels
                for t in ("linear", "proportional")
            ]
        return [rope(t) for t in ("linear", "yarn", "llama3", "default")]
    if any(x[1] == field for x in leaves(e, "ix")) or field[2].endswith("layer_types"):
        labels = list(
            dict.fromkeys(
                [c[1] for c in leaves(e, "k") if isinstance(c[1], str)]
                + (["full_attention"] if field[2] == "layer_types" else [])
            )
        )
        return (
            [None]
            + [[c] * 64 for c in labels]
            + [[a, b] * 32 for a in labels for b in labels if a != b]
        )
    if field[2].endswith("_config"):
        return [None, {}]
    if isinstance(default, bool):
        return [True, False]
    if isinstance(default, float):
        return list(
            dict.fromkeys([0.0, default / 2, default * 2, 0.1])
        )  # rates that are zero, and that are not
    if isinstance(default, int):
        values = [0, 1, 2, 3] if default > 1 else [0, 1, 2]
    elif isinstance(default, (list, tuple)):
        values = lists_like(default)
    elif isinstance(default, str):
        values = [*words.get(default, ()), "other"]  # where the conditions on a word end
    elif default is None:
        values = (
            [None, 0.25, 0.5] if field[2].endswith(("factor", "ratio", "rate")) else [None, 2, 3]
        )
    else:
        values = []
    for c in leaves(e, "k"):
        v = c[1]
        more = (
            [v, v + 1, v - 1]
            if type(v) is int and abs(v) < 9
            else [v]
            if isinstance(v, str)
            else list(v)
            if isinstance(v, tuple)
            else []
        )
        values += [x for x in more if default is None or type(x) is type(default)]
    return [
        x
        for i, x in enumerate(values)
        if not any(x is y or (x == y and type(x) is type(y)) for y in values[:i])
    ]


def lists_like(default):
    """Lists in the place of one: shorter, empty, with equal numbers, with numbers where it has
    none."""
    values = [list(default[:1]), []]
    if not default:
        values += [[0, 1], [1], [0]]
    elif all(type(x) is int for x in default) and len(set(default)) > 1:
        values.append([default[0]] * len(default))
    return values


def class_references(facts):
    """The references to classes in recorded, not yet merged, facts: ('class', name, auto, configs,
    arguments)."""
    for x in facts:
        if x[0] == "each":
            for _, sub in x[3]:
                yield from class_references(sub)
        elif x[0] == "child" and x[2][0] == "inline":
            yield from class_references(x[2][2])
        elif x[0] == "child" and x[2][0] == "class":
            yield x[2]


def given_arguments(traces):
    """{(class, parameter): the expressions that callers give it, each with the caller}."""
    found = collections.defaultdict(dict)
    for caller, ts in traces.items():
        for _, facts in ts.values():
            for node in class_references(facts):
                for name, e in node[4]:
                    found[node[1], name][e, caller] = None
    return found


def over_fields(e, q, arguments, depth=4):
    """A condition of class q with expressions over config fields in the place of its parameters, in
    the ways that callers give them."""
    if not leaves(e, "p") or depth == 0:
        return [e]
    out, given = [], [arguments.get((q, x[1]), {}) for x in leaves(e, "p")]
    for caller in dict.fromkeys(caller for g in given for _, caller in g):
        rows = {
            x: next((a for (a, c) in arguments.get((q, x[1]), {}) if c == caller), None)
            for x in leaves(e, "p")
        }
        for x in rows:
            for a, c in list(arguments.get((q, x[1]), {}))[:6]:
                if c == caller:
                    out += over_fields(
                        rewrite(e, lambda y: a if y == x else rows.get(y)),
                        caller,
                        arguments,
                        depth - 1,
                    )
    return list(dict.fromkeys(out))[:12]


def together(choices, most=9):
    """Changes of two fields at once, of a condition on few."""
    if len(choices) not in (2, 3):
        return []
    pairs = [
        ((f[2], v), (g[2], w))
        for (f, vs), (g, ws) in itertools.combinations(choices.items(), 2)
        for v in vs[-3:]
        for w in ws[-3:]
    ]
    return pairs[:most]


def one_sided(decisions):
    """The conditions that had one outcome only."""
    seen = {(e, o) for ds in decisions for e, o in ds}
    return [
        e for e, o in dict.fromkeys(x for ds in decisions for x in ds) if (e, not o) not in seen
    ]


def one_sided_branches(runs):
    """(condition, keys of the runs) wherever the runs [(decisions, key)] that took the same way so
    far all have the same outcome."""
    if not runs or not all(ds for ds, _ in runs):
        return
    e = runs[0][0][0][0]
    if any(ds[0][0] != e for ds, _ in runs):
        return
    sides = [[(ds[1:], k) for ds, k in runs if ds[0][1] is o] for o in (True, False)]
    if not all(sides):
        yield e, [k for _, k in runs]
    for side in sides:
        yield from one_sided_branches(side)
