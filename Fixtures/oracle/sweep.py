"""Compares `device-map` with real models, class by class -> SWEEP.md.

usage: sweep.py reference WORK [--trees FOLDER] [--only A,B] [--seconds N] [--no-maps]
           builds each class on the meta device, at its default config and at the smallest one of its trees; keeps in WORK which
           modules are one object and the names in a saved file (of the default), and the device maps (of the smallest)
       sweep.py compare WORK --binary device-map [--trees FOLDER] [--only A,B] [--processes N] [--no-maps | --only-maps]
                [--results FILE] [--earlier FILE] [--table SWEEP.md]
FOLDER holds the trees that catalog/observe.py keeps: the default config and up to three random valid ones of each class.
Every tree is asked for three times: from config.json alone; with safetensors headers in the model's own names, tied copies left
out; and (default config) with the names of the file that the reference saves. Maps are compared for what WORK has of them.
"""
import argparse
import collections
import concurrent.futures
import datetime
import gzip
import json
import os
import signal
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
from comparison import ask, category, difference, truth, write_header
from presets import preset
POLICIES = ("auto", "balanced_low_0", "sequential")
ENGINES = ("transformers", "accelerate")
SECONDS = 40
CATEGORIES = ("decoder-only ForCausalLM", "ForConditionalGeneration", "text heads", "vision heads", "audio heads", "base models and backbones", "other")


def stored(folder, name):
    path = f"{folder}/{name}.json.gz"
    return json.load(gzip.open(path, "rt")) if os.path.exists(path) else None


class TimeLimit(Exception):
    pass


# ------------------------------------------------------------------ what the reference says
def budgets(total):
    return dict(two=[("0", int(total * 0.6)), ("1", int(total * 0.6)), ("cpu", 2 * total)],
                offload=[("0", int(total * 0.3)), ("1", int(total * 0.25)), ("cpu", 2 * total)],
                disk=[("0", int(total * 0.2)), ("1", int(total * 0.3)), ("2", int(total * 0.1)), ("cpu", int(total * 0.2))])


def maps(model, order):
    from record_plans import place
    from transformers.integrations import accelerate as engine
    from compact import pack_map
    result, total = {}, engine.compute_module_sizes(model)[0][""]
    for which in ENGINES:
        if which == "accelerate":
            model.tie_weights()
        for policy in POLICIES:
            for key, memory in budgets(total).items():
                try:
                    found = place(model, which, policy, dict(memory))
                    answer = pack_map(dict(sorted(found.items(), key=lambda kv: order[kv[0]])))
                except (KeyError, IndexError, ValueError, ZeroDivisionError, AttributeError, TypeError) as x:
                    answer = type(x).__name__
                result[f"{which} {policy} {key}"] = answer
    return dict(total=total, maps=result)


def built(name, raw):
    """The model of a config in bfloat16 as from_pretrained has it when it computes a device map: before tying."""
    import torch
    import observe
    from transformers.modeling_utils import ContextManagers
    cls = observe.model_class(name)
    config = cls.config_class.from_dict(json.loads(json.dumps(raw)))
    with ContextManagers(cls.get_init_context(torch.bfloat16, False, False, None)):
        return cls(config)


def smallest(trees):
    """The number of the case with the fewest modules."""
    return min(range(len(trees["cases"])), key=lambda n: len(trees["cases"][n][1]["modules"]))


def reference(name, trees, with_maps):
    """What the trees do not hold: of the default config the shared objects and the names in a file, of the smallest the maps."""
    import observe
    from record_plans import checkpoint_tensors, module_order
    model = built(name, preset(name))
    result = dict(model_type=observe.model_class(name).config_class.model_type)
    result["same"] = observe.shared_modules(model)
    try:
        result["file"] = [[k, list(v.shape), str(v.dtype)[6:]] for k, v in checkpoint_tensors(model).items()]
    except TimeLimit:
        raise
    except Exception as x:
        result["file"] = f"{type(x).__name__}: {x}"[:200]
    if with_maps and trees and trees["cases"]:
        number = smallest(trees)
        raw = trees["cases"][number][0]
        try:
            model = model if raw == preset(name) else built(name, raw)
            result.update(maps(model, module_order(model)), case=number)
        except TimeLimit as x:
            result["maps"] = str(x)
    return result


def run_reference(work, names, seconds, trees, with_maps):
    def ring(*_):
        raise TimeLimit("time limit")
    signal.signal(signal.SIGALRM, ring)
    os.makedirs(work, exist_ok=True)
    for name in names:
        path = f"{work}/{name}.json.gz"
        if os.path.exists(path):
            continue
        signal.alarm(seconds)
        try:
            result = reference(name, stored(trees, name), with_maps)
        except KeyboardInterrupt:
            raise
        except BaseException as x:
            result = dict(error=f"{type(x).__name__}: {x}"[:200])
        finally:
            signal.alarm(0)
        with gzip.open(path, "wt", compresslevel=3) as f:
            json.dump(result, f)
        print(name, result.get("error", ""), flush=True)


def outcome(binary, source, want, config_only):
    got, message = ask(binary, ["tree", source, "--json", "--headers-only"])
    if got is None:
        return ["needs headers" if config_only and "safetensors headers" in message else "error", message[:220]]
    return difference(want, got) or ["exact", ""]


def compare_maps(binary, source, known, buffers):
    from compact import unpack_map
    rows = []
    for case, want in known["maps"].items():
        if isinstance(want, str):
            continue
        engine, policy, key = case.split(" ")
        memory = ",".join(f"{d}={n}" for d, n in budgets(known["total"])[key])
        got, message = ask(binary, ["plan", source, "--headers-only", "--engine", engine, "--policy", policy, "--max-memory", memory])
        want = unpack_map(want)
        if got is None:
            rows.append([case, "error", message[:160]])
            continue
        got = {k: v for k, v in got.items() if k in want or k not in buffers}
        if list(got.items()) == list(want.items()):
            rows.append([case, "exact", ""])
            continue
        rest = [(k, want.get(k), got.get(k)) for k in list(want) + list(got) if want.get(k) != got.get(k)]
        rows.append([case, "wrong", f"{rest[0][0]}: {rest[0][1]} by the reference, {rest[0][2]} here" if rest else "order"])
    return rows


def compare(job):
    name, model_type, binary, trees, work, maps_too = job
    real, known = stored(trees, name), stored(work, name) or {}
    row = dict(name=name, config=[], headers=[], file=[], maps=[], reason="" if real["cases"] else real["reason"])
    with tempfile.TemporaryDirectory() as folder:
        for n, (raw, tree) in enumerate(real["cases"]):
            config = dict(architectures=[name], dtype="bfloat16")
            if known.get("model_type") or model_type:
                config["model_type"] = known.get("model_type") or model_type
            config.update(raw)
            is_default = n == 0 and raw == preset(name)
            has_maps = maps_too != "none" and isinstance(known.get("maps"), dict) and known.get("case", 0) == n
            if maps_too == "only" and not has_maps:
                continue
            want, tensors = truth(tree, known.get("same", {}))
            alone, own, file = (f"{folder}/{n}{x}" for x in ("a", "b", "c"))
            for path in (alone, own, file):
                os.makedirs(path)
                json.dump(config, open(f"{path}/config.json", "w"))
            write_header(f"{own}/model.safetensors", tensors)
            if maps_too != "only":
                row["config"].append(outcome(binary, f"{alone}/config.json", want, True))
                row["headers"].append(outcome(binary, own, want, False))
            if is_default:
                if maps_too != "only" and isinstance(known.get("file"), list):
                    write_header(f"{file}/model.safetensors", {k: (s, d) for k, s, d in known["file"]})
                    row["file"].append(outcome(binary, file, want, False))
            if has_maps:
                row["maps"] = compare_maps(binary, own, known, {b[0] for b in tree["buffers"]})
    return row


# ------------------------------------------------------------------ the table
def state(outcomes):
    kinds = [o[0] for o in outcomes]
    return next((k for k in ("error", "wrong", "sizes", "needs headers") if k in kinds), "exact" if kinds else "none")


def table(rows, category, key, states):
    count = collections.defaultdict(collections.Counter)
    configs = collections.defaultdict(collections.Counter)
    for r in rows:
        if not r[key]:
            continue
        for c in (category(r["name"]), "all"):
            count[c][state(r[key])] += 1
            for o in r[key]:
                configs[c][o[0]] += 1
    titles = dict(sizes="structure exact, sizes differ")
    out = ["| category | classes | " + " | ".join(titles.get(s, s) for s in states) + " | exact | configs exact |", "|-|" + "-:|" * (len(states) + 3)]
    for c in [x for x in CATEGORIES if x in count] + ["all"]:
        n = sum(count[c].values())
        out.append(f"| {c} | {n} | " + " | ".join(str(count[c][s]) for s in states) + f" | {100 * count[c]['exact'] / max(n, 1):.1f} % | "
                   f"{configs[c]['exact']} of {sum(configs[c].values())} |")
    return out


def failures(rows, key, title, states):
    out = []
    for s in states:
        chosen = [(r["name"], next(o[1] for o in r[key] if o[0] == s), sum(o[0] != "exact" for o in r[key]), len(r[key])) for r in rows if r[key] and state(r[key]) == s]
        if chosen:
            out += ["", f"### {title}: {s} ({len(chosen)})", ""]
            out += [f"* {name} ({bad} of {n}): {text[:170]}" for name, text, bad, n in chosen]
    return out


def report(rows, category, binary):
    import importlib.metadata as m
    versions = ", ".join(f"{p} {m.version(p)}" for p in ("torch", "transformers", "accelerate"))
    built = [r for r in rows if r["headers"]]
    out = ["# The sweep over all classes", "",
           f"{datetime.date.today()}; {versions}. Written by `sweep.py`: {len(built)} model classes, {sum(len(r['headers']) for r in built)} configs (the default one and up to "
           "three random valid ones that neither the recording nor the corrections used), each compared with the model that the library builds on the meta device: names and classes of all modules in order, "
           "bytes of each, no-split classes, tied tensors. A class counts as exact when all its configs are.", ""]
    out += ["## From safetensors headers", "", *table(rows, category, "headers", ("sizes", "wrong", "error")), ""]
    out += ["## From config.json alone", "", *table(rows, category, "config", ("needs headers", "sizes", "wrong", "error")), ""]
    out += ["## From headers in the names of a saved file (default config)", "", *table(rows, category, "file", ("sizes", "wrong", "error")), ""]
    cases = [(r, case) for r in rows for case in r["maps"]]
    if cases:
        out += ["## Maps (the smallest config; two engines, three policies, three budgets)", "", "| category | classes | all maps identical | maps | identical |", "|-|-:|-:|-:|-:|"]
        for c in CATEGORIES:
            some = [r for r in rows if r["maps"] and category(r["name"]) == c]
            if some:
                every = [x for r in some for x in r["maps"]]
                out.append(f"| {c} | {len(some)} | {sum(all(x[1] == 'exact' for x in r['maps']) for r in some)} | {len(every)} | {sum(x[1] == 'exact' for x in every)} |")
        out += ["", "Cases in which the reference raises an error are left out, and so are own buffers of a split module, which the reference gives no device and "
                "`device-map` does.", ""]
    out += ["## What fails", *failures(rows, "headers", "From headers", ("error", "wrong", "sizes")),
            *failures([r for r in rows if not r["file"] or state(r["headers"]) == "exact"], "file", "From a saved file's names only", ("error", "wrong", "sizes")),
            *failures(rows, "config", "From config.json alone", ("error", "wrong", "sizes", "needs headers"))]
    bad = [(r["name"], *next((c for c in r["maps"] if c[1] != "exact"), ("",) * 3), sum(c[1] != "exact" for c in r["maps"])) for r in rows if any(c[1] != "exact" for c in r["maps"])]
    if bad:
        out += ["", f"### Maps ({len(bad)} classes)", "", *[f"* {n} ({k}): {case}: {text}" for n, case, _, text, k in bad]]
    missing = [r for r in rows if not r["headers"]]
    if missing:
        out += ["", f"### Not built by the reference ({len(missing)})", "", *[f"* {r['name']}: {' '.join(r['reason'].split())[:130]}" for r in missing]]
    return "\n".join(out) + "\n"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("stage", choices=("reference", "compare"))
    p.add_argument("work")
    p.add_argument("--trees", default=os.path.join(HERE, "catalog", "build", "observed"))
    p.add_argument("--only", default="")
    p.add_argument("--seconds", type=int, default=SECONDS)
    p.add_argument("--binary", default="device-map")
    p.add_argument("--processes", type=int, default=2)
    p.add_argument("--no-maps", action="store_true")
    p.add_argument("--table")
    p.add_argument("--results", help="keep the outcome of each class in this file, a line each")
    p.add_argument("--earlier", action="append", default=[], help="results of other runs: classes and maps that this run does not compare")
    p.add_argument("--only-maps", action="store_true", help="the configs whose maps are known, of the classes that have any")
    a = p.parse_args()
    names = a.only.split(",") if a.only else sorted(f[:-8] for f in os.listdir(a.trees) if f.endswith(".json.gz"))
    main_kinds = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")
    if a.stage == "reference":
        sized = sorted(names, key=lambda n: (not n.endswith(main_kinds), os.path.getsize(f"{a.trees}/{n}.json.gz")))
        return run_reference(a.work, sized, a.seconds, a.trees, not a.no_maps)

    def model_type(name):
        return (stored(a.trees, name) or {}).get("model_type", "")
    if a.only_maps:
        names = [n for n in names if isinstance((stored(a.work, n) or {}).get("maps"), dict)]
    jobs = [(n, model_type(n), a.binary, a.trees, a.work, "none" if a.no_maps else "only" if a.only_maps else "too") for n in names]
    rows, results = [], open(a.results, "w") if a.results else None
    before = [json.loads(line) for path in a.earlier for line in open(path)]
    with concurrent.futures.ProcessPoolExecutor(a.processes) as pool:
        for row in pool.map(compare, jobs, chunksize=4):
            rows.append(row)
            if results:
                results.write(json.dumps(row) + "\n")
                results.flush()
    known = {r["name"]: r for r in rows}
    for row in before:
        mine = known.setdefault(row["name"], row)
        for key in ("config", "headers", "file", "maps"):
            mine[key] = mine[key] or row[key]
    rows = [known[name] for name in sorted(known)]
    text = report(rows, category, a.binary)
    if a.table:
        open(a.table, "w").write(text)
    print(text.split("## What fails")[0] if a.table else text)


if __name__ == "__main__":
    main()
