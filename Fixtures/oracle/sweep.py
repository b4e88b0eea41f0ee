"""The sweep over all classes: what verify.py found of their trees, and their maps -> SWEEP.md.

usage: sweep.py reference WORK --trees FOLDER [--only A,B] [--seconds N]
           builds each class at the smallest config of its trees and keeps its device maps in WORK
       sweep.py compare WORK --trees FOLDER --binary device-map [--only A,B] [--processes N] [--results FILE]
           compares the maps that WORK has
       sweep.py table --verified FILE [--maps FILE].. --versions TEXT [--table SWEEP.md]
           writes the table of the outcomes that catalog/verify.py (--results) and the stage above have kept
FOLDER holds what catalog/observe.py keeps of each class: the default config and random valid ones.
"""
import argparse
import collections
import concurrent.futures
import datetime
import gzip
import json
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
import limits
from comparison import ask, category, difference, truth, write_header
from verify import stored
POLICIES = ("auto", "balanced_low_0", "sequential")
ENGINES = ("transformers", "accelerate")
SECONDS = 40
CATEGORIES = ("decoder-only ForCausalLM", "ForConditionalGeneration", "text heads", "vision heads", "audio heads", "base models and backbones", "other")


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


def reference(name, trees):
    """The maps of the smallest config of a class."""
    from record_plans import module_order
    number = smallest(trees)
    model = built(name, trees["cases"][number][0])
    return dict(maps(model, module_order(model)), case=number)


def run_reference(work, names, seconds, trees):
    os.makedirs(work, exist_ok=True)

    def keep(name, result):
        with gzip.open(f"{work}/{name}.json.gz", "wt", compresslevel=3) as f:
            json.dump(result, f)
    limits.run(names, lambda name: os.path.exists(f"{work}/{name}.json.gz"), keep, lambda name: reference(name, stored(trees, name)), seconds)


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
    """{name, maps: [[case, kind, text]]} of a class, asked beside headers in the model's own names."""
    name, binary, trees, work = job
    seen, known = stored(trees, name), stored(work, name)
    raw, tree = seen["cases"][known["case"]]
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/config.json", "w") as f:
            json.dump(seen["forms"][known["case"]]["saved"], f)
        write_header(f"{folder}/model.safetensors", truth(tree, {})[1])
        return dict(name=name, maps=compare_maps(binary, folder, known, {b[0] for b in tree["buffers"]}))


# ------------------------------------------------------------------ the table
FORMS = dict(headers="From safetensors headers", arguments="From config.json alone: the arguments that differ from the default",
             saved="From config.json alone: as `save_pretrained` writes it", full="From config.json alone: every field",
             file="From headers in the names of a saved file (default config)")
KINDS = ("needs headers", "unknown", "sizes", "wrong", "error")


def state(outcomes):
    kinds = [o[0] for o in outcomes]
    return next((k for k in reversed(KINDS) if k in kinds), "exact")


def table(rows, form):
    """Lines of a table of one form: classes by category."""
    count, configs = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for name, row in rows.items():
        found = row["forms"].get(form) or []
        for c in (category(name), "all") if found else ():
            count[c][state(found)] += 1
            configs[c].update(o[0] for o in found)
    out = ["| category | classes | " + " | ".join(KINDS) + " | exact | configs exact |", "|-|" + "-:|" * (len(KINDS) + 3)]
    for c in [x for x in CATEGORIES if x in count] + ["all"]:
        n = sum(count[c].values())
        out.append(f"| {c} | {n} | " + " | ".join(str(count[c][s]) for s in KINDS) + f" | {100 * count[c]['exact'] / max(n, 1):.1f} % | "
                   f"{configs[c]['exact']} of {sum(configs[c].values())} |")
    return out


def failures(rows):
    out = []
    for form, title in FORMS.items():
        for s in reversed(KINDS):
            some = [(n, next(o[1] for o in r["forms"][form] if o[0] == s), sum(o[0] != "exact" for o in r["forms"][form]), len(r["forms"][form]))
                    for n, r in rows.items() if r["forms"].get(form) and state(r["forms"][form]) == s]
            if some:
                out += ["", f"### {title}: {s} ({len(some)})", "", *[f"* {n} ({bad} of {k}): {text[:170]}" for n, text, bad, k in some]]
    return out


def map_table(rows):
    out = ["", "## Maps (the smallest config; two engines, three policies, three budgets)", "", "| category | classes | all maps identical | maps | identical |", "|-|-:|-:|-:|-:|"]
    for c in (*CATEGORIES, "all"):
        some = [r["maps"] for r in rows if r["maps"] and c in ("all", category(r["name"]))]
        if some:
            out.append(f"| {c} | {len(some)} | {sum(all(x[1] == 'exact' for x in m) for m in some)} | {sum(map(len, some))} | {sum(x[1] == 'exact' for m in some for x in m)} |")
    out += ["", "Cases in which the reference raises an error are left out, and so are own buffers of a split module, which the reference gives no device and `device-map` does."]
    bad = [(r["name"], [x for x in r["maps"] if x[1] != "exact"]) for r in rows]
    return out + ["", *[f"* {n} ({len(m)}): {m[0][0]}: {m[0][2]}" for n, m in bad if m]]


def report(rows, map_rows, versions):
    built = {n: r for n, r in rows.items() if r["forms"]}
    whole = sum(r["kind"] == "exact" for r in built.values())
    out = ["# The sweep over all classes", "",
           f"{datetime.date.today()}; {versions}. {len(built)} model classes, {sum(len(r['forms']['saved']) for r in built.values())} configs (the default one and random valid ones), each compared with "
           "the model that the library builds on the meta device: names and classes of all modules in order, bytes of each, no-split classes, tied tensors. A class counts as exact when all its "
           f"configs are. In every form: {whole} of {len(built)}, wrong (another tree, size, tie or an error) {sum(r['kind'] in ('wrong', 'sizes', 'error') for r in built.values())}.", ""]
    for form, title in FORMS.items():
        out += [f"## {title}", "", *table(built, form), ""]
    if map_rows:
        out += map_table(map_rows)
    out += ["", "## What fails", *failures(built)]
    missing = [(n, r["text"]) for n, r in rows.items() if not r["forms"]]
    if missing:
        out += ["", f"### Not built by the reference ({len(missing)})", "", *[f"* {n}: {' '.join(text.split())[:130]}" for n, text in missing]]
    return "\n".join(out) + "\n"


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("stage", choices=("reference", "compare", "table"))
    p.add_argument("work", nargs="?")
    p.add_argument("--trees", default="")
    p.add_argument("--only", default="")
    p.add_argument("--seconds", type=int, default=SECONDS)
    p.add_argument("--binary", default="device-map")
    p.add_argument("--processes", type=int, default=2)
    p.add_argument("--verified")
    p.add_argument("--maps", action="append", default=[])
    p.add_argument("--versions", default="")
    p.add_argument("--results", help="keep the outcome of each class in this file, a line each")
    p.add_argument("--table")
    a = p.parse_args()
    if a.stage == "table":
        text = report(json.load(open(a.verified)), [json.loads(line) for path in a.maps for line in open(path)], a.versions)
        if a.table:
            open(a.table, "w").write(text)
        return print(text.split("## What fails")[0])
    names = a.only.split(",") if a.only else sorted(f[:-8] for f in os.listdir(a.trees) if f.endswith(".json.gz"))
    main_kinds = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration")
    if a.stage == "reference":
        return run_reference(a.work, sorted(names, key=lambda n: not n.endswith(main_kinds)), a.seconds, a.trees)
    names = [n for n in names if isinstance((stored(a.work, n) or {}).get("maps"), dict)]
    with concurrent.futures.ProcessPoolExecutor(a.processes) as pool, open(a.results or os.devnull, "w") as results:
        for row in pool.map(compare, [(n, a.binary, a.trees, a.work) for n in names], chunksize=4):
            results.write(json.dumps(row) + "\n")
            print(row["name"], collections.Counter(x[1] for x in row["maps"]), flush=True)


if __name__ == "__main__":
    main()
