"""Merge the traces of many runs of one class into facts with conditions, or find that they have no closed form."""
from symbolic_values import *


# ------------------------------------------------------------------ merging traces
class Conflict(Exception): pass


def unify(xs):
    """One nested tuple for several that differ only in how much of their element-wise lists they have seen."""
    first = xs[0]
    if all(x == first for x in xs): return first
    if not all(isinstance(x, tuple) and len(x) == len(first) for x in xs) if isinstance(first, tuple) else True: raise Conflict(f'{xs[:2]} differ')
    if first[:1] == ('runs',):
        if any(x[:3] != first[:3] for x in xs): raise Conflict('lists differ')
        return first[:3] + (tuple(dict.fromkeys(r for x in xs for r in x[3])),)
    return tuple(unify(list(g)) for g in zip(*xs))


def resolve_lists(e):
    """Replaces lists that were seen element by element by one expression for the element."""
    def leaf(q):
        if q[0] != 'runs': return None
        element = value_tree([(d, resolve_lists(x)) for d, x in q[3]])
        return ('each', element, q[1], resolve_lists(q[2]))
    return rewrite(e, leaf)


def deep(x, change):
    """Applies change to every expression-like tuple in nested facts."""
    if not isinstance(x, tuple): return x
    if x[:1] == ('runs',): return change(x)
    return tuple(deep(y, change) for y in x)


def merge_facts(many):
    """Facts of several runs that took the same decisions: equal, except that loops may have seen different iterations."""
    first = many[0]
    if any(len(x) != len(first) for x in many): raise Conflict('different number of facts')
    out = []
    for group in zip(*many):
        a = group[0]
        if all(g == a for g in group) and not has_each(a): out.append(a); continue
        if any(g[:2] != a[:2] for g in group): raise Conflict(f'{a[:2]} differs')
        if not has_each(a):
            try: out.append(unify(list(group))); continue
            except Conflict: pass
        if a[0] == 'each':
            if any(g[2] != a[2] for g in group): raise Conflict(f'count of {a[2]} differs')
            runs = list(dict.fromkeys(r for g in group for r in g[3]))
            out.append(('each', a[1], a[2], decision_tree(runs)))
        elif a[0] == 'child' and all(g[2][:2] == a[2][:2] for g in group) and a[2][0] == 'inline':
            out.append(('child', a[1], ('inline', a[2][1], merge_facts([g[2][2] for g in group]))))
        else: raise Conflict(f'{a[:2]} differs: {[x for x in group if x != a][:1]} {a}'[:300])
    return tuple(out)


def has_each(fact):
    return fact[0] == 'each' or fact[0] == 'child' and fact[2][0] == 'inline' and any(has_each(x) for x in fact[2][2])


def decision_tree(runs, merge=merge_facts):
    """Runs [(decisions, facts)] -> facts with ('when', condition, yes, no) and ('require', condition) entries."""
    open_runs = [r for r in runs if r[0]]
    if not runs: return ()
    if not open_runs: return merge([r[1] for r in runs])
    if len(open_runs) < len(runs):
        # a run that ended earlier can only be merged if the decisions make no difference
        raise Conflict(f'undecided {open_runs[0][0][0][0]}')
    e = open_runs[0][0][0][0]
    if any(r[0][0][0] != e for r in runs): raise Conflict(f'decisions differ {e} / {[r[0][0][0] for r in runs if r[0][0][0] != e][0]}')
    yes = [(r[0][1:], r[1]) for r in runs if r[0][0][1]]; no = [(r[0][1:], r[1]) for r in runs if not r[0][0][1]]
    if not no: return (('require', e),) + decision_tree(yes, merge)
    if not yes: return (('require', negate(e)),) + decision_tree(no, merge)
    a, b = decision_tree(yes, merge), decision_tree(no, merge)
    if a == b: return a
    if drop_requires(a) == drop_requires(b): return drop_requires(a)
    return join(e, a, b)


def join(e, a, b):
    """Facts a if e else b, with the condition around the part that differs only."""
    lead = 0
    while lead < min(len(a), len(b)) and a[lead] == b[lead]: lead += 1
    tail = 0
    while tail < min(len(a), len(b)) - lead and a[-1 - tail] == b[-1 - tail]: tail += 1
    x, y = a[lead:len(a) - tail], b[lead:len(b) - tail]
    if len(x) == len(y) == 1 and x[0][:2] == y[0][:2] and x[0][0] == 'child' and x[0][2][0] == y[0][2][0] == 'inline' and x[0][2][1] == y[0][2][1]:
        return a[:lead] + (('child', x[0][1], ('inline', x[0][2][1], join(e, x[0][2][2], y[0][2][2]))),) + a[len(a) - tail:]
    return a[:lead] + (('when', e, a[lead:len(a) - tail], b[lead:len(b) - tail]),) + a[len(a) - tail:]


def drop_requires(facts): return tuple(x for x in facts if x[0] != 'require')


def prune_decisions(runs):
    """Drops decisions that do not matter: without them, runs that can occur together still have the same result."""
    def consistent(rs):
        by = collections.defaultdict(set)
        for d, v in rs: by[frozenset(d)].add(v)
        if any(len(v) > 1 for v in by.values()): return False
        keys = [(dict(k), next(iter(v))) for k, v in by.items()]
        return all(v == w or any(x.get(e, o) != o for e, o in y.items()) for i, (x, v) in enumerate(keys) for y, w in keys[:i])
    runs = list(dict.fromkeys((tuple(d), v) for d, v in runs))
    if len(runs) > 400: raise Conflict('too many runs')
    for e in sorted({e for d, _ in runs for e, _ in d}, key=lambda e: -len(repr(e))):
        fewer = list(dict.fromkeys((tuple(x for x in d if x[0] != e), v) for d, v in runs))
        if consistent(fewer): runs = fewer
    return runs


def skeleton(e):
    return rewrite(e, lambda q: ('runs', q[1], q[2], ()) if q[0] == 'runs' else None)


def unify_lists(runs):
    """Gives runs whose values differ only in what was seen of element-wise lists the union of it."""
    if not any(leaves(v, 'runs') for _, v in runs): return runs
    groups = collections.defaultdict(list)
    for _, v in runs: groups[skeleton(v)].append(v)
    merged = {k: unify(list(dict.fromkeys(vs))) for k, vs in groups.items()}
    return [(d, merged[skeleton(v)]) for d, v in runs]


def value_tree(runs, pruned=False):
    """Runs [(decisions, expression)] -> one expression; a side that was never seen takes the value of the other one."""
    runs = unify_lists(runs)
    if not pruned: runs = prune_decisions(runs)
    if len({r[1] for r in runs}) == 1: return runs[0][1]
    common = [e for e, _ in runs[0][0] if all(any(x == e for x, _ in d) for d, _ in runs)]
    if not common: raise Conflict('value differs')
    e = common[0]
    side = lambda o: [(tuple(x for x in d if x[0] != e), v) for d, v in runs if dict(d)[e] is o]
    yes, no = side(True), side(False)
    if not yes or not no: return value_tree(yes or no, True)
    a, b = value_tree(yes, True), value_tree(no, True)
    return a if a == b else ('if', e, a, b)


def expressions(facts):
    """Every expression of a fact list (arguments of children excluded: they are yielded as (child, parameter, expression))."""
    for x in facts:
        if x[0] == 'require': yield None, None, x[1]
        elif x[0] == 'when':
            yield None, None, x[1]
            yield from expressions(x[2]); yield from expressions(x[3])
        elif x[0] == 'each': yield None, None, x[2]; yield from expressions(x[3])
        elif x[0] in ('param', 'buffer'):
            for s in x[2]: yield None, None, s
            if x[5] is not None: yield None, None, x[5]
            if isinstance(x[1], tuple): yield None, None, x[1]
        else:
            node = x[2]
            if isinstance(x[1], tuple): yield None, None, x[1]
            if node[0] == 'act': yield None, None, node[1]
            elif node[0] == 'inline': yield from expressions(node[2])
            else:
                for n, path, over in node[3]:
                    for _, e in over: yield None, None, e
                for n, e in node[4]: yield node[1], n, e


def facts_expressions(facts):
    """Like expressions(), for recorded (not yet merged) facts."""
    for x in facts:
        if x[0] == 'each':
            yield None, None, x[2]
            for decisions, sub in x[3]:
                for e, _ in decisions: yield None, None, e
                yield from facts_expressions(sub)
        elif x[0] == 'child' and x[2][0] == 'inline':
            if isinstance(x[1], tuple): yield None, None, x[1]
            yield from facts_expressions(x[2][2])
        else: yield from expressions((x,))


def strip_unused(traces):
    """Drops arguments that no class on the way uses (they may have no closed form, and do not matter)."""
    rows = {q: {r for d, f in ts.values() for r in [(None, None, e) for e, _ in d] + list(facts_expressions(f))} for q, ts in traces.items()}
    used = collections.defaultdict(set); changed = True
    while changed:
        changed = False
        for q, rs in rows.items():
            for child, param, e in rs:
                if child is None or param in used[child]:
                    new = {x[1] for x in leaves(e, 'p')} - used[q]
                    if new: used[q] |= new; changed = True
    fields = {x[2] for rs in rows.values() for child, param, e in rs if child is None or param in used[child] for x in leaves(e, 'f')} | {'tie_word_embeddings'}
    def clean(facts):
        out = []
        for x in facts:
            if x[0] == 'each': x = x[:3] + (tuple(dict.fromkeys((d, clean(f)) for d, f in x[3])),)
            elif x[0] == 'child' and x[2][0] == 'inline': x = x[:2] + (('inline', x[2][1], clean(x[2][2])),)
            elif x[0] == 'child' and x[2][0] == 'class': x = x[:2] + (x[2][:3] + (tuple((n, p, tuple(o for o in over if o[0] in fields)) for n, p, over in x[2][3]),
                                                                                                  tuple(a for a in x[2][4] if a[0] in used[x[2][1]])),)
            out.append(x)
        return tuple(out)
    return {q: {i: (d, clean(f)) for i, (d, f) in enumerate(ts.values())} for q, ts in traces.items()}


def merge_all(traces, derived):
    classes, failed, configs = {}, {}, {}
    traces = strip_unused(traces)
    for q, ts in traces.items():
        try: classes[q] = deep(decision_tree(list(ts.values())), resolve_lists)
        except Conflict as x:
            try:          # the same with the decisions in any order, and without those that do not matter
                runs = prune_decisions(list(ts.values()))
                order = collections.Counter(e for d, _ in runs for e, _ in d)
                rank = {e: i for i, (e, _) in enumerate(order.most_common())}
                classes[q] = deep(decision_tree([(tuple(sorted(d, key=lambda x: rank[x[0]])), f) for d, f in runs]), resolve_lists)
            except Conflict: failed[q] = str(x)
    for q, ts in derived.items():
        names = {n for _, changed in ts.values() for n in changed}; configs[q] = {}
        for n in sorted(names):
            try:
                e = value_tree([(d, c.get(n, ('f', '', n))) for d, c in ts.values()])
                e = resolve_lists(e)
                if e != ('f', '', n): configs[q][n] = e
            except Conflict as x: failed[f'{q} field {n}'] = str(x)
    return classes, failed, configs
