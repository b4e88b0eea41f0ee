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
from exploration import (
    alternatives,
    candidates,
    given_arguments,
    one_sided,
    one_sided_branches,
    over_fields,
    together,
    unseen,
)
from presets import recordable
from merge_traces import *
from recorder import *
from write_catalog import Printer, child_nodes


# ------------------------------------------------------------------ driver
def with_plain_names(classes, known):
    """The classes with the name of the library for the one variant of a class that has only one,
    where the families call it so."""
    variants = collections.defaultdict(list)
    for q in classes:
        variants[q.split("@")[0]].append(q)
    names = {
        q: plain_name
        for plain_name, (q, *others) in variants.items()
        if not others and q != plain_name and plain_name in known and q not in known
    }

    def renamed(x):
        if not isinstance(x, tuple):
            return x
        y = tuple(renamed(z) for z in x)
        return (
            ("class", names[y[1]], *y[2:])
            if y[:1] == ("class",) and len(y) == 5 and y[1] in names
            else y
        )

    return {names.get(q, q): renamed(facts) for q, facts in classes.items()} if names else classes


def assign_everywhere(raw, interp, config_entry, field, value, depth=0, optional=True):
    """A copy of raw with field set in the config and in all of its sub-configs that declare it."""
    out = copy.deepcopy(raw)
    names = {}
    for b in reversed(interp.resolution_order(config_entry)):
        for n in b.fields:
            names[interp.alias(config_entry).get(n, n)] = n
    if field == "num_labels" and depth == 0 and field not in names:
        names[field] = field  # every config has it
    hit = field in names and (
        value in (None, {})
        or not any(field in b.subs for b in interp.resolution_order(config_entry))
    )
    if hit:
        out[names[field]] = value
    for b in interp.resolution_order(config_entry):
        for k, (cn, mt, opt, init) in b.subs.items():
            sub = out.get(k) if isinstance(out.get(k), dict) else None
            q = (
                interp.cat.index["types"].get((sub or {}).get("model_type", mt))
                if cn == "auto"
                else cn
            )
            e = interp.cat.find(q, b.unit) if q else None
            if e is None or depth > 2 or opt and sub is None and not optional:
                continue
            new, h = assign_everywhere(sub or {}, interp, e, field, value, depth + 1, optional)
            if h:
                hit = True
                out[k] = new
                if cn == "auto" and "model_type" not in new:
                    new["model_type"] = mt
    return out, hit


def default_of(interp, entry, field, depth=0):
    """The plain default of a field in a config or in the first of its sub-configs that declares
    it."""
    for b in interp.resolution_order(entry):
        for n, x in b.fields.items():
            if interp.alias(entry).get(n, n) == field:
                try:
                    return plain(interp.evaluate(x, {"__unit__": b.unit}))
                except Exception:
                    return None
    for b in interp.resolution_order(entry):
        for k, (cn, mt, opt, init) in b.subs.items():
            q = interp.cat.index["types"].get(mt) if cn == "auto" else cn
            e = interp.cat.find(q, b.unit) if q else None
            if e is not None and depth < 2:
                v = default_of(interp, e, field, depth + 1)
                if v is not None:
                    return v
    return None


class Alarm(Exception):
    pass


def fewer_layers(rec, config_entry, given):
    """The default config, with the fields that the class needs, with short stacks of layers: the
    same facts in less time."""
    raw = copy.deepcopy(given)
    for field in few_layers.COUNTS:
        default = default_of(rec, config_entry, field)
        if type(default) is int and default > few_layers.ENOUGH and field not in given:
            raw, _ = assign_everywhere(
                raw, rec, config_entry, field, few_layers.ENOUGH, optional=False
            )
    return raw


def open_questions(rec, unit, before):
    """{condition with one outcome only so far: configs under which it was asked} of the classes and
    configs of a unit."""
    arguments, goals = given_arguments(rec.traces), {}
    for q in list(rec.traces):
        if q.split(".")[0] != unit and q in before:
            continue
        runs = list(rec.traces[q].values())
        try:
            found = unseen(decision_tree(runs))
        except Conflict:
            found = []
        asked = collections.defaultdict(list)
        for e, keys in one_sided_branches([(ds, k) for k, (ds, _) in rec.traces[q].items()]):
            asked[e] += keys[-2:]
        for e in dict.fromkeys([*asked, *found, *one_sided(ds for ds, _ in runs)]):
            keys = (
                asked[e]
                or [
                    k
                    for k, (ds, _) in rec.traces[q].items()
                    if any(x in (e, negate(e)) for x, _ in ds)
                ][-2:]
            )
            bases = [raw for raw in (rec.origins.get((q, k)) for k in keys[-4:]) if raw is not None]
            for full in over_fields(e, q, arguments):
                goals.setdefault(full, []).extend(bases)
    for q, runs in list(rec.derived.items()):
        if q.split(".")[0] == unit:
            goals.update(
                {e: [] for e in one_sided(ds for ds, _ in runs.values()) if e not in goals}
            )
    return goals


ROUNDS = 6  # of looking for configs that answer open conditions: each may open others


def record_class(rec, cls_name, runs, seconds, real=None, whole=True):
    """Run the constructor of one model class on the default, on random configs, and on configs
    chosen to take unseen decisions."""

    def ring(*_):
        raise Alarm()

    signal.signal(signal.SIGVTALRM, ring)
    deadline = time.process_time() + seconds
    ok = 0

    def attempt(raw, limit=8):
        nonlocal ok
        if real is not None and raw:
            try:
                real.config_class(**copy.deepcopy(raw))
            except Exception:
                return  # not a valid config
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, limit)
            rec.frame = None
            rec.mute = rec.in_rope = 0
            rec.raw = raw
            rec.build(cls_name, copy.deepcopy(raw))
            ok += 1
        except Alarm:
            rec.notes[cls_name]["time limit"] += 1
        except Exception as x:
            rec.notes[cls_name][f"{type(x).__name__}: {x}"[:120]] += 1
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    before = set(rec.traces)
    q = rec.cat.index["classes"][cls_name]
    entry = rec.cat.find(q, "lib")
    config_entry = rec.cat.find(entry.config, entry.unit)
    tried = set()
    given = recordable(cls_name, entry.unit)
    start = fewer_layers(rec, config_entry, given)
    attempt(start)
    if not ok:
        start = given
    if whole or not ok:
        attempt(given)
    rng = random.Random(cls_name)
    small = []
    base_config = None
    if real is not None:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, 10)
            base_config = real.config_class.from_dict(copy.deepcopy(given))
        except BaseException:
            pass
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    for _ in range(runs):
        if base_config is None or time.process_time() > deadline:
            break
        try:
            raw = {
                **json.loads(json.dumps(random_configs.mutate(base_config, rng), default=str)),
                **given,
            }
        except Exception:
            continue
        small.append(raw)
        attempt(raw, 4)
    words = alternatives(getattr(real, "config_class", None))
    for _ in range(ROUNDS):
        progress = False
        for e, bases in open_questions(rec, entry.unit, before).items():
            choices = {
                f: candidates(e, f, default_of(rec, config_entry, f[2]), words)
                for f in leaves(e, "f")
            }
            for change in [((f[2], v),) for f, vs in choices.items() for v in vs] + together(
                choices
            ):
                for basis in [start] + small[:1] + bases if len(change) == 1 else [start]:
                    if time.process_time() > deadline:
                        return ok
                    key = repr((change, basis))
                    if key in tried:
                        continue
                    tried.add(key)
                    raw, hits = basis, []
                    for name, v in change:
                        raw, hit = assign_everywhere(raw, rec, config_entry, name, v)
                        hits.append(hit)
                    if all(hits) and raw != basis:
                        progress = True
                        attempt(raw, 3)
        if not progress:
            break
    return ok


def run(a):
    rec = Recorder(Blueprints("build/blueprints"))
    i, n = map(int, a.shard.split("/"))
    units = sorted({q.split(".")[0] for q in rec.cat.index["classes"].values()})
    by_unit = collections.defaultdict(list)
    for c, q in rec.cat.index["classes"].items():
        by_unit[q.split(".")[0]].append((c, q))
    generates = {
        u
        for u, cs in by_unit.items()
        if any(
            c.endswith(("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")) for c, _ in cs
        )
    }
    units = sorted(
        (u for u in units if not a.units or u in a.units.split(",")),
        key=lambda u: (u not in generates, u),
    )[i::n]
    os.makedirs(a.out, exist_ok=True)
    for u in units:
        before = [{q: set(x) for q, x in table.items()} for table in (rec.traces, rec.derived)]
        for number, (c, q) in enumerate(
            sorted(
                by_unit[u],
                key=lambda x: not x[0].endswith(
                    ("ForCausalLM", "ForConditionalGeneration", "LMHeadModel")
                ),
            )
        ):
            e = rec.cat.find(q, "lib")
            if e.config is None or c.endswith("PreTrainedModel"):
                continue
            try:
                real = getattr(transformers, c)
            except Exception:
                real = None
            t = time.time()
            try:
                ok = record_class(
                    rec,
                    c,
                    *((a.k, a.seconds) if number < 2 else (1, a.seconds / 3)),
                    real,
                    number == 0,
                )
            except Exception as x:
                ok = f"FAILED {type(x).__name__} {x} after"
            print(f"{u} {c} {ok} runs {time.time() - t:.1f}s {dict(rec.notes[c])}", flush=True)
        new = [
            {
                q: {
                    k: v
                    for k, v in x.items()
                    if k not in old.get(q, ()) and (q, k) not in rec.withdrawn
                }
                for q, x in table.items()
            }
            for table, old in zip((rec.traces, rec.derived), before)
        ]
        pickle.dump(
            [{q: x for q, x in table.items() if x} for table in new],
            open(f"{a.out}/{u}.pickle", "wb"),
        )


def refuse(rec, classes):
    """Models whose trees were found wrong at some config (refused.txt, where verify.py --refused
    wrote one) are not built from a config alone."""
    path = os.path.dirname(os.path.abspath(__file__)) + "/refused.txt"
    for name in open(path).read().split() if os.path.exists(path) else ():
        q = rec.cat.index["classes"].get(name)
        if q in classes:
            classes[q] = (("require", ("k", False)),) + classes[q]


def drop_unreachable(rec, classes):
    """Keeps what the public model classes of the library consist of."""
    index = rec.cat.index
    units = collections.defaultdict(list)
    from observe import public_names

    public = public_names(set(index["classes"]))
    todo = [index["classes"][c] for c in public] + [q for q in classes if q.startswith("lib.")]
    seen = set()
    while todo:
        q = todo.pop()
        if q in seen or q not in classes:
            continue
        seen.add(q)
        todo += [node[1] for node in child_nodes(classes[q])]
    for q in list(classes):
        if q not in seen:
            del classes[q]
    print(len(seen), "reachable")


def write(a):
    rec = Recorder(Blueprints("build/blueprints"))
    traces, derived = collections.defaultdict(dict), collections.defaultdict(dict)
    again = set()  # units that a folder named later has recorded anew
    for folder in reversed(a.traces):
        paths = sorted(glob.glob(folder + "/*.pickle"))
        for path in paths:
            for table, seen in zip(pickle.load(open(path, "rb")), (traces, derived)):
                for q, x in table.items():
                    if q.split(".")[0] not in again:
                        seen[q].update(x)
        again |= {os.path.basename(p)[:-7] for p in paths}
    classes, failed, configs, loose = merge_all(traces, derived)
    for q in list(classes):
        e = rec.cat.find(q.split("@")[0], "lib")
        if e is not None and any(
            "_tied_weights_keys" in b.getters for b in rec.resolution_order(e)
        ):
            failed[q] = "ties are computed"
            del classes[q]
    drop_unreachable(rec, classes)
    refuse(rec, classes)
    known = {
        f"{unit}.{families.key_of(e)[1]}"
        for unit, f in families.read().items()
        for e in f.entries
        if families.key_of(e)[0] == "class"
    }
    classes = with_plain_names(classes, known)
    units = {q.split(".")[0] for q in list(classes) + list(configs)} | {"lib"}
    import conversions
    import class_facts

    text = class_facts.add(
        Printer(rec.cat, classes, failed, configs, rec).text(units, conversions),
        families.default_fields(families.read()),
    )
    open(a.out, "w").write(text)
    open(a.out + ".loose", "w").writelines(f"{q} {why[:150]}\n" for q, why in sorted(loose.items()))
    print(
        f"{len(classes)} classes, {len(loose)} only with unknown sizes, {len(failed)} unrecorded "
        f"facts, {len(text)} bytes"
    )


def main():
    p = argparse.ArgumentParser()
    p.add_argument("what", choices=("run", "write"))
    p.add_argument("out")
    p.add_argument("traces", nargs="*")
    p.add_argument("--units", default="")
    p.add_argument("-k", type=int, default=4)
    p.add_argument("--seconds", type=float, default=10)
    p.add_argument("--shard", default="0/1")
    a = p.parse_args()
    sys.setrecursionlimit(20000)
    (run if a.what == "run" else write)(a)


if __name__ == "__main__":
    main()
