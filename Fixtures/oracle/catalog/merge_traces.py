"""Merge the traces of many runs of one class into facts with conditions, or find that they have no
closed form."""

import re

from symbolic_values import *


# ------------------------------------------------------------------ merging traces
class Conflict(Exception):
    pass


def nodes_of(x, kind):
    """All expression nodes of a kind anywhere in nested facts, inner ones first."""
    if not isinstance(x, tuple):
        return
    for y in x:
        yield from nodes_of(y, kind)
    if x[:1] == (kind,):
        yield x


def replaced(x, table):
    """Nested facts with the nodes of the table replaced, from the inside out."""
    if not isinstance(x, tuple):
        return x
    y = tuple(replaced(z, table) for z in x)
    return table.get(y, y) if y[:1] == ("runs",) else y


def resolve_lists(traces):
    """Replaces lists that were seen element by element by one expression for the element, from all
    runs together."""
    while True:
        found = [n for t in traces for n in nodes_of(t, "runs")]
        inner = list(
            dict.fromkeys(
                n for n in found if not any(True for y in n[1:] for _ in nodes_of(y, "runs"))
            )
        )
        if not inner:
            return traces
        groups = collections.defaultdict(list)
        table = {}
        for n in inner:
            groups[n[1], n[2], n[4:]].append(n)
        for (var, count, _), members in groups.items():
            for n, element in zip(members, elements(members)):
                table[n] = ("k", ()) if element is None else ("each", element, var, count)
        traces = [replaced(t, table) for t in traces]


def stage_order(traces):
    """The places where fields are set, in an order that agrees with every run."""
    before = {}
    for _, stages in traces:
        keys = list(dict.fromkeys(s[:2] for s in stages))
        for i, key in enumerate(keys):
            before.setdefault(key, set()).update(keys[:i])
    order = []
    while before:
        key = next(
            (k for k, earlier in before.items() if not earlier & before.keys() - {k}),
            next(iter(before)),
        )
        order.append(key)
        del before[key]
    return order


def merge_stages(traces):
    """[(field, expression)] to be carried out in order, and {field: why} for fields without a
    closed form."""
    traces = resolve_lists(traces)
    out, failed = [], {}
    for key in stage_order(traces):
        runs = []
        for decisions, stages in traces:
            mine = [s for s in stages if s[:2] == key]
            runs.append(
                (decisions[: mine[-1][3]], mine[-1][2]) if mine else (decisions, ("f", "", key[0]))
            )
        own = ("f", "", key[0])
        absent = ("o", "==", own, ("k", None))
        if {dict(d).get(absent) for d, _ in runs} == {True}:
            runs.append((((absent, False),), own))  # a given value stays
        try:
            e = value_tree(runs)
            if leaves(e, "?"):
                raise Conflict("no closed form")
            if e != ("f", "", key[0]):
                out.append((key[0], e))
        except Conflict as x:
            failed[key[0]] = str(x)
    return [(n, e) for n, e in out if n not in failed], failed


def elements(members):
    """The element expressions of lists made at one place; of all of them together where that is
    consistent."""
    together = list(dict.fromkeys(r for n in members for r in n[3]))
    try:
        return [value_tree(together) if together else None] * len(members)
    except Conflict:
        pass
    out = []
    for n in members:
        try:
            out.append(value_tree(list(n[3])) if n[3] else None)
        except Conflict:
            out.append(("?",))
    return out


def reconcile(xs):
    """One of several nested tuples that mean the same: a declared field with and without a
    stand-in, a config that a child sets itself."""
    first = xs[0]
    if all(x == first for x in xs):
        return first
    if not all(isinstance(x, tuple) and x for x in xs):
        raise Conflict(f"{first} differs")
    fuller = next(
        (x for x in xs if x[:2] in (("o", "??"), ("o", "+"))), None
    )  # a sum whose second part was nothing in the other runs
    if fuller is not None and all(x == fuller or x == fuller[2] for x in xs):
        return fuller
    if first[0] == "class" and all(
        x[:3] == first[:3]
        and [c[:2] for c in x[3]] == [c[:2] for c in first[3]]
        and len(x[4]) == len(first[4])
        for x in xs
    ):
        configs = min((x[3] for x in xs), key=lambda cs: sum(len(c[2]) for c in cs))
        return first[:3] + (configs, reconcile([x[4] for x in xs]))
    if any(len(x) != len(first) for x in xs) or first[0] in ("k", "f", "p", "v"):
        raise Conflict(f"{first} differs")
    return tuple(reconcile(list(g)) for g in zip(*xs))


def merge_facts(many):
    """Facts of several runs that took the same decisions: equal, except that loops may have seen
    different iterations."""
    first = many[0]
    if any(len(x) != len(first) for x in many):
        first = max(many, key=len)
        many = [with_empty_loops(x, first) for x in many]
    out = []
    for group in zip(*many):
        a = group[0]
        if all(g == a for g in group) and not has_each(a):
            out.append(a)
            continue
        if any(g[:2] != a[:2] for g in group):
            raise Conflict(f"{a[:2]} differs")
        if not has_each(a):
            try:
                out.append(reconcile(list(group)))
                continue
            except Conflict:
                pass
        if a[0] == "each":
            if any(g[2] != a[2] for g in group):
                raise Conflict(f"count of {a[2]} differs")
            runs = list(dict.fromkeys(r for g in group for r in g[3]))
            out.append(("each", a[1], a[2], decision_tree(runs)))
        elif a[0] == "child" and all(g[2][:2] == a[2][:2] for g in group) and a[2][0] == "inline":
            out.append(("child", a[1], ("inline", a[2][1], merge_facts([g[2][2] for g in group]))))
        else:
            raise Conflict(f"{a[:2]} differs: {[x for x in group if x != a][:1]} {a}"[:300])
    return tuple(out)


def with_empty_loops(facts, pattern):
    """Facts of a run in which some loops had no iteration, with these loops put in."""
    out, rest = [], list(facts)
    for x in pattern:
        if rest and rest[0][:2] == x[:2]:
            out.append(rest.pop(0))
        elif x[0] == "each":
            out.append(x[:3] + ((),))
        else:
            raise Conflict("different number of facts")
    if rest:
        raise Conflict("different number of facts")
    return tuple(out)


def has_each(fact):
    return (
        fact[0] == "each"
        or fact[0] == "child"
        and fact[2][0] == "inline"
        and any(has_each(x) for x in fact[2][2])
    )


def decision_tree(runs, merge=merge_facts):
    """Runs [(decisions, facts)] -> facts with ('when', condition, yes, no) and ('require',
    condition) entries."""
    open_runs = [r for r in runs if r[0]]
    if not runs:
        return ()
    if not open_runs:
        return merge([r[1] for r in runs])
    if len(open_runs) < len(runs):
        # a run that ended earlier can only be merged if the decisions make no difference
        raise Conflict(f"undecided {open_runs[0][0][0][0]}")
    e = open_runs[0][0][0][0]
    if any(r[0][0][0] != e for r in runs):
        raise Conflict(f"decisions differ {e} / {[r[0][0][0] for r in runs if r[0][0][0] != e][0]}")
    yes = [(r[0][1:], r[1]) for r in runs if r[0][0][1]]
    no = [(r[0][1:], r[1]) for r in runs if not r[0][0][1]]
    if not no:
        return (("require", e),) + decision_tree(yes, merge)
    if not yes:
        return (("require", negate(e)),) + decision_tree(no, merge)
    a, b = decision_tree(yes, merge), decision_tree(no, merge)
    if a == b:
        return a
    if drop_requires(a) == drop_requires(b):
        return drop_requires(a)
    return join(e, a, b)


def join(e, a, b):
    """Facts a if e else b, with the condition around the part that differs only."""
    lead = 0
    while lead < min(len(a), len(b)) and a[lead] == b[lead]:
        lead += 1
    tail = 0
    while tail < min(len(a), len(b)) - lead and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    x, y = a[lead : len(a) - tail], b[lead : len(b) - tail]
    if (
        len(x) == len(y) == 1
        and x[0][:2] == y[0][:2]
        and x[0][0] == "child"
        and x[0][2][0] == y[0][2][0] == "inline"
        and x[0][2][1] == y[0][2][1]
    ):
        return (
            a[:lead]
            + (("child", x[0][1], ("inline", x[0][2][1], join(e, x[0][2][2], y[0][2][2]))),)
            + a[len(a) - tail :]
        )
    return (
        a[:lead]
        + (("when", e, a[lead : len(a) - tail], b[lead : len(b) - tail]),)
        + a[len(a) - tail :]
    )


UNKNOWN = ("?",)


def loosen(many):
    """Facts of runs that have no closed form together: what they share, with unknown sizes, counts
    and conditions."""
    many = list(dict.fromkeys(many))
    first = max(many, key=len)
    if len(many) == 1:
        return strip_runs(first)
    keys = [x[:2] for x in first]
    for facts in many:
        for x in facts:
            if x[:2] not in keys or [y[:2] for y in facts].count(x[:2]) > keys.count(x[:2]):
                at = max(
                    (keys.index(y[:2]) + 1 for y in facts[: facts.index(x)] if y[:2] in keys),
                    default=0,
                )
                keys.insert(at, x[:2])
    out = []
    rest = [list(x) for x in many]
    for key in keys:
        group = []
        for facts in rest:
            at = next((i for i, x in enumerate(facts) if x[:2] == key), None)
            group.append(None if at is None else facts.pop(at))
        present = [x for x in group if x is not None]
        merged = loosen_fact(present)
        if merged is None:
            continue
        out.append(
            merged
            if len(present) == len(group) or merged[0] == "each"
            else ("when", UNKNOWN, (merged,), ())
        )
    return tuple(out)


def loosen_fact(group):
    a = group[0]
    if not group:
        return None
    if a[0] in ("param", "buffer"):
        same_rank = all(len(x[2]) == len(a[2]) for x in group)
        shape = (
            tuple(
                dims[0] if all(d == dims[0] for d in dims) else UNKNOWN
                for dims in zip(*[x[2] for x in group])
            )
            if same_rank
            else (UNKNOWN,)
        )
        cond = a[5] if all(x[5] == a[5] for x in group) else UNKNOWN
        return a[:2] + (shape, a[3] if all(x[3] == a[3] for x in group) else "", a[4], cond)
    if a[0] == "each":
        count = a[2] if all(x[2] == a[2] for x in group) else UNKNOWN
        runs = [r for x in group for r in x[3]]
        try:
            body = decision_tree(list(dict.fromkeys(runs)))
        except Conflict:
            body = loosen([f for _, f in runs])
        return ("each", a[1], count, body)
    nodes = [x[2] for x in group]
    n = nodes[0]
    if all(x == n for x in nodes) and not has_each(a):
        return a
    if all(x[:2] == n[:2] and x[0] == "inline" for x in nodes):
        return a[:2] + (("inline", n[1], loosen([x[2] for x in nodes])),)
    if all(x[0] == "class" and x[1] == n[1] for x in nodes):
        args = tuple(
            (name, e if all((name, e) in x[4] for x in nodes) else UNKNOWN) for name, e in n[4]
        )
        return a[:2] + (n[:4] + (args,),)
    kinds = {}
    for x in group:
        kinds.setdefault(x[2][:2] if x[2][0] != "act" else ("act",), []).append(x)
    if len(kinds) == 1:
        return a
    choices = [loosen_fact(g) for g in kinds.values()]
    out = choices[-1]
    facts = (out,)
    for c in reversed(choices[:-1]):
        facts = (("when", UNKNOWN, (c,), facts),)
    return facts[0]


def strip_runs(facts):
    """Facts of one run with its loops merged."""
    out = []
    for x in facts:
        if x[0] == "each":
            x = loosen_fact([x])
        elif x[0] == "child" and x[2][0] == "inline":
            x = x[:2] + (("inline", x[2][1], strip_runs(x[2][2])),)
        out.append(x)
    return tuple(out)


def drop_requires(facts):
    return tuple(x for x in facts if x[0] != "require")


def prune_decisions(runs):
    """Drops decisions that do not matter: without them, runs that can occur together still have the
    same result."""

    def consistent(rs):
        by = collections.defaultdict(set)
        for d, v in rs:
            by[frozenset(d)].add(v)
        if any(len(v) > 1 for v in by.values()):
            return False
        keys = [(dict(k), next(iter(v))) for k, v in by.items()]
        return all(
            v == w or any(x.get(e, o) != o for e, o in y.items())
            for i, (x, v) in enumerate(keys)
            for y, w in keys[:i]
        )

    runs = list(dict.fromkeys((tuple(d), v) for d, v in runs))
    if len(runs) > 400:
        raise Conflict("too many runs")
    for e in sorted({e for d, _ in runs for e, _ in d}, key=lambda e: -len(repr(e))):
        fewer = list(dict.fromkeys((tuple(x for x in d if x[0] != e), v) for d, v in runs))
        if consistent(fewer):
            runs = fewer
    return runs


def value_tree(runs, pruned=False):
    """Runs [(decisions, expression)] -> one expression; a side that was never seen takes the value
    of the other one."""
    if not pruned:
        runs = prune_decisions(runs)
    if len({r[1] for r in runs}) == 1:
        return runs[0][1]
    common = [e for e, _ in runs[0][0] if all(any(x == e for x, _ in d) for d, _ in runs)]
    if not common:
        raise Conflict("value differs")
    e = common[0]
    side = lambda o: [(tuple(x for x in d if x[0] != e), v) for d, v in runs if dict(d)[e] is o]
    yes, no = side(True), side(False)
    if not yes or not no:
        return value_tree(yes or no, True)
    a, b = value_tree(yes, True), value_tree(no, True)
    return a if a == b else ("if", e, a, b)


def expressions(facts):
    """Every expression of a fact list (arguments of children excluded: they are yielded as (child,
    parameter, expression))."""
    for x in facts:
        if x[0] == "require":
            yield None, None, x[1]
        elif x[0] == "when":
            yield None, None, x[1]
            yield from expressions(x[2])
            yield from expressions(x[3])
        elif x[0] == "each":
            yield None, None, x[2]
            yield from expressions(x[3])
        elif x[0] in ("param", "buffer"):
            for s in x[2]:
                yield None, None, s
            if x[5] is not None:
                yield None, None, x[5]
            if isinstance(x[1], tuple):
                yield None, None, x[1]
        else:
            node = x[2]
            if isinstance(x[1], tuple):
                yield None, None, x[1]
            if node[0] == "act":
                yield None, None, node[1]
            elif node[0] == "inline":
                yield from expressions(node[2])
            else:
                for n, path, over in node[3]:
                    for _, e in over:
                        yield None, None, e
                for n, e in node[4]:
                    yield node[1], n, e


def facts_expressions(facts):
    """Like expressions(), for recorded (not yet merged) facts."""
    for x in facts:
        if x[0] == "each":
            yield None, None, x[2]
            for decisions, sub in x[3]:
                for e, _ in decisions:
                    yield None, None, e
                yield from facts_expressions(sub)
        elif x[0] == "child" and x[2][0] == "inline":
            if isinstance(x[1], tuple):
                yield None, None, x[1]
            yield from facts_expressions(x[2][2])
        else:
            yield from expressions((x,))


def strip_unused(traces):
    """Drops arguments that no class on the way uses (they may have no closed form, and do not
    matter)."""
    rows = {
        q: {
            r
            for d, f in ts.values()
            for r in [(None, None, e) for e, _ in d] + list(facts_expressions(f))
        }
        for q, ts in traces.items()
    }
    used = collections.defaultdict(set)
    changed = True
    while changed:
        changed = False
        for q, rs in rows.items():
            for child, param, e in rs:
                if child is None or param in used[child]:
                    new = {x[1] for x in leaves(e, "p")} - used[q]
                    if new:
                        used[q] |= new
                        changed = True
    fields = {
        x[2]
        for rs in rows.values()
        for child, param, e in rs
        if child is None or param in used[child]
        for x in leaves(e, "f")
    } | {"tie_word_embeddings"}

    def clean(facts):
        out = []
        for x in facts:
            if x[0] == "each":
                x = x[:3] + (tuple(dict.fromkeys((d, clean(f)) for d, f in x[3])),)
            elif x[0] == "child" and x[2][0] == "inline":
                x = x[:2] + (("inline", x[2][1], clean(x[2][2])),)
            elif x[0] == "child" and x[2][0] == "class":
                x = x[:2] + (
                    x[2][:3]
                    + (
                        tuple(
                            (n, p, tuple(o for o in over if o[0] in fields))
                            for n, p, over in x[2][3]
                        ),
                        tuple(a for a in x[2][4] if a[0] in used[x[2][1]]),
                    ),
                )
            out.append(x)
        return tuple(out)

    return {
        q: {i: (d, clean(f)) for i, (d, f) in enumerate(ts.values())} for q, ts in traces.items()
    }


def mentions(e, label):
    return any(c == ("k", label) for c in leaves(e, "k")) or any(
        label in n[2:] for n in nodes_of(e, "it")
    )


def by_label(runs):
    """Facts of a class with a pair of buffers for each kind of layer that occurs: each kind on its
    own, or None if it is not such a class."""
    ending = re.compile(r"(\w+?)(_original)?_inv_freq$")
    buffers = [x for _, facts in runs for x in facts]
    if not buffers or not all(
        x[0] == "buffer" and isinstance(x[1], str) and ending.match(x[1]) for x in buffers
    ):
        return None
    labels = sorted({ending.match(x[1])[1] for x in buffers})
    layers = ("f", "", "layer_types")
    out = ()
    for label in labels:
        occurs = ("o", "in", ("k", label), layers)
        given = ("o", "==", ("it", ("f", "", "rope_parameters"), label), ("k", None))
        mine = []
        for decisions, facts in runs:
            if any(
                not (mentions(e, l) and sum(mentions(e, m) for m in labels) == 1)
                for e, _ in decisions
                for l in labels
                if mentions(e, l)
            ):
                return None
            part = tuple((e, o) for e, o in decisions if mentions(e, label))
            if part:
                mine.append((part, tuple(x for x in facts if ending.match(x[1])[1] == label)))
        if not mine or any(d[0][0] != occurs for d, _ in mine):
            return None
        mine = [(d, f) for d, f in mine if d[0][1]] + [(((occurs, False),), ())]
        if any(given == e for d, _ in mine for e, _ in d):
            mine.append((((occurs, True), (given, True)), ()))
        out += decision_tree(list(dict.fromkeys(mine)))
    return out


def merge_all(traces, derived):
    classes, failed, configs, loose = {}, {}, {}, {}
    traces = {q: dict(enumerate(resolve_lists(list(ts.values())))) for q, ts in traces.items()}
    traces = strip_unused(traces)
    for q, ts in traces.items():
        try:
            classes[q] = by_label(list(ts.values())) or decision_tree(list(ts.values()))
        except Conflict as x:
            try:  # the same with the decisions in any order, and without those that do not matter
                runs = prune_decisions(list(ts.values()))
                order = collections.Counter(e for d, _ in runs for e, _ in d)
                rank = {e: i for i, (e, _) in enumerate(order.most_common())}
                classes[q] = decision_tree(
                    [(tuple(sorted(d, key=lambda x: rank[x[0]])), f) for d, f in runs]
                )
            except Conflict:
                loose[q] = str(x)
                classes[q] = loosen([f for _, f in ts.values()])
    for q, ts in derived.items():
        configs[q], without = merge_stages(list(ts.values()))
        for n, why in without.items():
            failed[f"{q} field {n}"] = why
    return classes, failed, configs, loose
