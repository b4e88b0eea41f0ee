"""Record the structural facts of model classes: traces of many runs, then the merged catalog text.

usage: record.py run TRACES_FOLDER [--units a,b] [--shard 0/2] [-k RANDOM] [--seconds PER_CLASS]
       record.py write OUT.catalog TRACES_FOLDER...
A unit recorded in a folder that is named later replaces the same unit of the ones before.
"""
import glob

import environment
import transformers

import families
import few_layers
import random_configs
from presets import recordable
from merge_traces import *
from recorder import *
from write_catalog import Printer, child_nodes


# ------------------------------------------------------------------ driver
def unseen(facts):
    return [x[1] for x in facts if x[0] == 'require'] + [e for x in facts if x[0] == 'when' for e in unseen(x[2]) + unseen(x[3])] + \
        [e for x in facts if x[0] == 'each' for e in unseen(x[3])] + [e for x in facts if x[0] == 'child' and x[2][0] == 'inline' for e in unseen(x[2][2])]


def leaves_deep(e, kind):
    """All nodes of a kind, also inside of nodes of that kind."""
    found = [e] if e[0] == kind else []
    for x in e[1:]:
        if isinstance(x, tuple) and x and isinstance(x[0], str): found += leaves_deep(x, kind)
    return found


def candidates(e, field, default):
    """Values for a config field, of the kind that its default has, that may change the outcome of condition e."""
    if any(x[1] in ('==', '!=') and x[3] == ('k', None) and field in leaves(x[2], 'f') for x in leaves(e, 'o') + ([e] if e[0] == 'o' else []) if len(x) > 3) and default is not None: return [None]
    if field[2] == 'rope_parameters':
        labels = sorted({x[2] for x in leaves_deep(e, 'it') if x[1][0] == 'f' and x[2].endswith('_attention')})
        if labels:
            labels = sorted(set(labels) | {'full_attention', 'sliding_attention'})
            rope = lambda t: {'rope_type': t, 'rope_theta': 10000.0, 'factor': 4.0, 'low_freq_factor': 1.0, 'high_freq_factor': 4.0, 'original_max_position_embeddings': 512}
            return [{l: rope(t) for l in labels} for t in ('linear', 'default', 'proportional')] + [{l: rope(t if l == one else 'default') for l in labels} for one in labels for t in ('linear', 'proportional')]
        return [{'rope_type': t, 'rope_theta': 10000.0, 'factor': 4.0, 'low_freq_factor': 1.0, 'high_freq_factor': 4.0, 'original_max_position_embeddings': 512} for t in ('linear', 'yarn', 'llama3', 'default')]
    if any(x[1] == field for x in leaves(e, 'ix')) or field[2].endswith('layer_types'):
        labels = list(dict.fromkeys([c[1] for c in leaves(e, 'k') if isinstance(c[1], str)] + (['full_attention'] if field[2] == 'layer_types' else [])))
        return [None] + [[c] * 64 for c in labels] + [[a, b] * 32 for a in labels for b in labels if a != b]
    if field[2].endswith('_config'): return [None, {}]
    if isinstance(default, bool): return [True, False]
    if isinstance(default, float): return list(dict.fromkeys([0.0, default / 2, default * 2, 0.1]))      # rates that are zero, and that are not
    if isinstance(default, int): values = [0, 1, 2, 3] if default > 1 else [0, 1, 2]
    elif isinstance(default, (list, tuple)): values = [list(default[:1]), []]
    elif default is None: values = [None, 0.25, 0.5] if field[2].endswith(('factor', 'ratio', 'rate')) else [None, 2, 3]
    else: values = []
    for c in leaves(e, 'k'):
        v = c[1]
        more = [v, v + 1, v - 1] if type(v) is int and abs(v) < 9 else [v] if isinstance(v, str) else list(v) if isinstance(v, tuple) else []
        values += [x for x in more if default is None or type(x) is type(default)]
    return [x for i, x in enumerate(values) if not any(x is y or (x == y and type(x) is type(y)) for y in values[:i])]


def assign_everywhere(raw, interp, config_entry, field, value, depth=0, optional=True):
    """A copy of raw with field set in the config and in all of its sub-configs that declare it."""
    out = copy.deepcopy(raw); names = {}
    for b in reversed(interp.resolution_order(config_entry)):
        for n in b.fields: names[interp.alias(config_entry).get(n, n)] = n
    if field == 'num_labels' and depth == 0 and field not in names: names[field] = field       # every config has it
    hit = field in names and (value in (None, {}) or not any(field in b.subs for b in interp.resolution_order(config_entry)))
    if hit: out[names[field]] = value
    for b in interp.resolution_order(config_entry):
        for k, (cn, mt, opt, init) in b.subs.items():
            sub = out.get(k) if isinstance(out.get(k), dict) else None
            q = interp.cat.index['types'].get((sub or {}).get('model_type', mt)) if cn == 'auto' else cn
            e = interp.cat.find(q, b.unit) if q else None
            if e is None or depth > 2 or opt and sub is None and not optional: continue
            new, h = assign_everywhere(sub or {}, interp, e, field, value, depth + 1, optional)
            if h:
                hit = True; out[k] = new
                if cn == 'auto' and 'model_type' not in new: new['model_type'] = mt
    return out, hit


def default_of(interp, entry, field, depth=0):
    """The plain default of a field in a config or in the first of its sub-configs that declares it."""
    for b in interp.resolution_order(entry):
        for n, x in b.fields.items():
            if interp.alias(entry).get(n, n) == field:
                try: return plain(interp.evaluate(x, {'__unit__': b.unit}))
                except Exception: return None
    for b in interp.resolution_order(entry):
        for k, (cn, mt, opt, init) in b.subs.items():
            q = interp.cat.index['types'].get(mt) if cn == 'auto' else cn
            e = interp.cat.find(q, b.unit) if q else None
            if e is not None and depth < 2:
                v = default_of(interp, e, field, depth + 1)
                if v is not None: return v
    return None


class Alarm(Exception): pass


def fewer_layers(rec, config_entry, given):
    """The default config, with the fields that the class needs, with short stacks of layers: the same facts in less time."""
    raw = copy.deepcopy(given)
    for field in few_layers.COUNTS:
        default = default_of(rec, config_entry, field)
        if type(default) is int and default > few_layers.ENOUGH and field not in given: raw, _ = assign_everywhere(raw, rec, config_entry, field, few_layers.ENOUGH, optional=False)
    return raw


def record_class(rec, cls_name, runs, seconds, real=None, whole=True):
    """Run the constructor of one model class on the default, on random configs, and on configs chosen to take unseen decisions."""
    def ring(*_): raise Alarm()
    signal.signal(signal.SIGVTALRM, ring)
    deadline = time.process_time() + seconds; ok = 0
    def attempt(raw, limit=8):
        nonlocal ok
        if real is not None and raw:
            try: real.config_class(**copy.deepcopy(raw))
            except Exception: return              # not a valid config
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, limit); rec.frame = None; rec.mute = rec.in_rope = 0
            rec.build(cls_name, copy.deepcopy(raw)); ok += 1
        except Alarm: rec.notes[cls_name]['time limit'] += 1
        except Exception as x: rec.notes[cls_name][f'{type(x).__name__}: {x}'[:120]] += 1
        finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    before = set(rec.traces)
    q = rec.cat.index['classes'][cls_name]; entry = rec.cat.find(q, 'lib')
    config_entry = rec.cat.find(entry.config, entry.unit); tried = set()
    given = recordable(cls_name, entry.unit)
    start = fewer_layers(rec, config_entry, given); attempt(start)
    if not ok: start = given
    if whole or not ok: attempt(given)
    rng = random.Random(cls_name); small = []
    base_config = None
    if real is not None:
        try: signal.setitimer(signal.ITIMER_VIRTUAL, 10); base_config = real.config_class.from_dict(copy.deepcopy(given))
        except BaseException: pass
        finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    for _ in range(runs):
        if base_config is None or time.process_time() > deadline: break
        try: raw = {**json.loads(json.dumps(random_configs.mutate(base_config, rng), default=str)), **given}
        except Exception: continue
        small.append(raw); attempt(raw, 4)
    for _ in range(3):
        goals = []
        unit = entry.unit
        for c in list(rec.traces):
            if c.split('.')[0] != unit and c in before: continue
            try: facts = decision_tree(list(rec.traces[c].values()))
            except Conflict: continue
            goals += [e for e in unseen(facts)]
        for qd, ds in list(rec.derived.items()):
            if qd.split('.')[0] != unit: continue
            seen = {(e, o) for ds_, _ in ds.values() for e, o in ds_}
            goals += [e for e, o in seen if (e, not o) not in seen]
        progress = False
        for e in dict.fromkeys(goals):
            for f in leaves(e, 'f'):
                for v in candidates(e, f, default_of(rec, config_entry, f[2])):
                    if time.process_time() > deadline: return ok
                    key = (f[2], repr(v))
                    if key in tried: continue
                    tried.add(key); progress = True
                    for basis in [start] + small[:1]:
                        raw, hit = assign_everywhere(basis, rec, config_entry, f[2], v)
                        if hit: attempt(raw, 3)
        if not progress: break
    return ok


def run(a):
    rec = Recorder(Blueprints('build/blueprints'))
    i, n = map(int, a.shard.split('/'))
    units = sorted({q.split('.')[0] for q in rec.cat.index['classes'].values()})
    by_unit = collections.defaultdict(list)
    for c, q in rec.cat.index['classes'].items(): by_unit[q.split('.')[0]].append((c, q))
    generates = {u for u, cs in by_unit.items() if any(c.endswith(('ForCausalLM', 'LMHeadModel', 'ForConditionalGeneration')) for c, _ in cs)}
    units = sorted((u for u in units if not a.units or u in a.units.split(',')), key=lambda u: (u not in generates, u))[i::n]
    os.makedirs(a.out, exist_ok=True)
    for u in units:
        before = [{q: set(x) for q, x in table.items()} for table in (rec.traces, rec.derived)]
        for number, (c, q) in enumerate(sorted(by_unit[u], key=lambda x: not x[0].endswith(('ForCausalLM', 'ForConditionalGeneration', 'LMHeadModel')))):
            e = rec.cat.find(q, 'lib')
            if e.config is None or c.endswith('PreTrainedModel'): continue
            try: real = getattr(transformers, c)
            except Exception: real = None
            t = time.time()
            try: ok = record_class(rec, c, *((a.k, a.seconds) if number < 2 else (1, a.seconds / 3)), real, number == 0)
            except Exception as x: ok = f'FAILED {type(x).__name__} {x} after'
            print(f'{u} {c} {ok} runs {time.time() - t:.1f}s {dict(rec.notes[c])}', flush=True)
        new = [{q: {k: v for k, v in x.items() if k not in old.get(q, ()) and (q, k) not in rec.withdrawn} for q, x in table.items()} for table, old in zip((rec.traces, rec.derived), before)]
        pickle.dump([{q: x for q, x in table.items() if x} for table in new], open(f'{a.out}/{u}.pickle', 'wb'))


def refuse(rec, classes):
    """Models whose trees were found wrong at some config (refused.txt, where verify.py --refused wrote one) are not built from a config alone."""
    path = os.path.dirname(os.path.abspath(__file__)) + '/refused.txt'
    for name in open(path).read().split() if os.path.exists(path) else ():
        q = rec.cat.index['classes'].get(name)
        if q in classes: classes[q] = (('require', ('k', False)),) + classes[q]


def drop_unreachable(rec, classes):
    """Keeps what the public model classes of the library consist of."""
    index = rec.cat.index; units = collections.defaultdict(list)
    from observe import public_names
    public = set(public_names()) & set(index['classes'])
    todo = [index['classes'][c] for c in sorted(public)] + [q for q in classes if q.startswith('lib.')]
    seen = set()
    while todo:
        q = todo.pop()
        if q in seen or q not in classes: continue
        seen.add(q)
        todo += [node[1] for node in child_nodes(classes[q])]
    for q in list(classes):
        if q not in seen: del classes[q]
    print(len(seen), 'reachable')


def write(a):
    rec = Recorder(Blueprints('build/blueprints'))
    traces, derived = collections.defaultdict(dict), collections.defaultdict(dict)
    again = set()                                 # units that a folder named later has recorded anew
    for folder in reversed(a.traces):
        paths = sorted(glob.glob(folder + '/*.pickle'))
        for path in paths:
            for table, seen in zip(pickle.load(open(path, 'rb')), (traces, derived)):
                for q, x in table.items():
                    if q.split('.')[0] not in again: seen[q].update(x)
        again |= {os.path.basename(p)[:-7] for p in paths}
    classes, failed, configs, loose = merge_all(traces, derived)
    for q in list(classes):
        e = rec.cat.find(q.split('@')[0], 'lib')
        if e is not None and any('_tied_weights_keys' in b.getters for b in rec.resolution_order(e)): failed[q] = 'ties are computed'; del classes[q]
    drop_unreachable(rec, classes)
    refuse(rec, classes)
    units = {q.split('.')[0] for q in list(classes) + list(configs)} | {'lib'}
    import conversions
    import class_facts
    text = class_facts.add(Printer(rec.cat, classes, failed, configs, rec).text(units, conversions), families.default_fields(families.read()))
    open(a.out, 'w').write(text)
    open(a.out + '.loose', 'w').writelines(f'{q} {why[:150]}\n' for q, why in sorted(loose.items()))
    print(f'{len(classes)} classes, {len(loose)} only with unknown sizes, {len(failed)} unrecorded facts, {len(text)} bytes')


def main():
    p = argparse.ArgumentParser()
    p.add_argument('what', choices=('run', 'write')); p.add_argument('out'); p.add_argument('traces', nargs='*')
    p.add_argument('--units', default=''); p.add_argument('-k', type=int, default=4)
    p.add_argument('--seconds', type=float, default=10); p.add_argument('--shard', default='0/1')
    a = p.parse_args(); sys.setrecursionlimit(20000)
    (run if a.what == 'run' else write)(a)


if __name__ == '__main__': main()
