"""Trees and maps of transformers 4.57.6, as its own `from_pretrained` makes them, compared with `--release 4.57` -> RELEASE4.md.

usage: release4.py reference WORK --observed FOLDER [--seconds N]      (run by the Python of that release)
       release4.py compare WORK --binary device-map [--table RELEASE4.md]
FOLDER is what catalog/observe.py keeps of the release: its classes are taken, at their default config cut to six layers. The config.json
is what `save_pretrained` writes; the map is that of `_get_device_map` after `tie_weights`, in bfloat16, for three policies and three
budgets. A run that was ended by --seconds goes on with the same command; its status is 75 until all is done.
"""
import argparse
import collections
import json
import os
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
from comparison import ask, category
from sweep import CATEGORIES, POLICIES, budgets
from verify import stored
import few_layers
import limits
LAYERS = 6
SECONDS = 300


# ------------------------------------------------------------------ what the release says
def loaded(cls, config):
    """(model, pattern of what stays float32) as from_pretrained has them when it computes the map."""
    import re
    import torch
    from accelerate import init_empty_weights
    from transformers.modeling_utils import no_init_weights
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)
    try:
        with no_init_weights(), init_empty_weights():
            model = cls(config)
    finally:
        torch.set_default_dtype(before)
    model.tie_weights()
    kept = model._keep_in_fp32_modules_strict or []
    return model, re.compile("|".join(rf"((^|\.){k}($|\.))" for k in kept)) if kept else None


def reference(name, seen):
    import copy
    import torch
    from accelerate.utils import compute_module_sizes
    from transformers import modeling_utils
    import observe
    from compact import pack_map
    cls = observe.model_class(name)
    fields = few_layers.cut({k: v for k, v in seen["forms"][0]["full"].items() if k not in ("architectures", "dtype", "torch_dtype")}, LAYERS)
    config = cls.config_class.from_dict(copy.deepcopy(fields))
    saved = cls.config_class.from_dict(copy.deepcopy(fields))
    saved.architectures = [name]
    model, kept = loaded(cls, config)
    no_split = model._get_no_split_modules("auto")
    special = {n: torch.float32 for n, _ in model.named_parameters() if kept and kept.search(n)}
    total = compute_module_sizes(model, dtype=torch.bfloat16, special_dtypes=special)[""]
    result = dict(config=json.loads(saved.to_json_string(use_diff=True)), total=total, no_split=sorted(no_split),
                  modules=[[n, type(m).__name__] for n, m in model.named_modules() if n], maps={})
    for policy in POLICIES:
        for key, memory in budgets(total).items():
            limits = {int(d) if d.isdigit() else d: n for d, n in memory}
            try:
                found = modeling_utils._get_device_map(model, policy, limits, None, torch.bfloat16, kept)
                result["maps"][f"{policy} {key}"] = pack_map(dict(found))
            except (KeyError, IndexError, ValueError, ZeroDivisionError, AttributeError, TypeError) as x:
                result["maps"][f"{policy} {key}"] = type(x).__name__
    return result


def run_reference(a):
    import environment
    os.makedirs(a.work, exist_ok=True)

    def step(name):
        seen = stored(a.observed, name)
        return reference(name, seen) if seen["cases"] else dict(error=seen["reason"])

    def keep(name, result):
        with open(f"{a.work}/{name}.json", "w") as f:
            json.dump(result, f)
    names = sorted(f[:-8] for f in os.listdir(a.observed) if f.endswith(".json.gz"))
    return limits.run(names, lambda name: os.path.exists(f"{a.work}/{name}.json"), keep, step, SECONDS, time.monotonic() + a.seconds)


# ------------------------------------------------------------------ comparison
def device_of(name, device_map):
    """The device of a module by a map: that of the longest entry that holds it; None where it is split."""
    while True:
        if name in device_map:
            return device_map[name]
        if "." not in name:
            return device_map.get("")
        name = name.rpartition(".")[0]


def compared(name, known, binary):
    """dict(tree=text of the first difference, maps=[(case, kind, text)]) of one class."""
    from compact import unpack_map
    words = ["--headers-only", "--release", "4.57", "--dtype", "bfloat16"]
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/config.json"
        with open(path, "w") as f:
            json.dump(known["config"], f)
        got, message = ask(binary, ["tree", path, "--json", *words])
        if got is None:
            return dict(tree=message[:160], maps=[])
        ours, theirs = [[m["name"], m["class"]] for m in got["modules"]], known["modules"]
        different = next((f"{x} in the model, {y} here" for x, y in zip(theirs, ours) if x != y), "" if len(ours) == len(theirs) else "another count of modules")
        if not different and sorted(got["no_split"]) != known["no_split"]:
            different = f"no-split {known['no_split']} in the model, {got['no_split']} here"
        common, rows = {m[0] for m in ours} & {m[0] for m in theirs}, []
        for case, want in known["maps"].items():
            if isinstance(want, str):
                continue
            policy, key = case.split(" ")
            memory = ",".join(f"{d}={n}" for d, n in budgets(known["total"])[key])
            found, message = ask(binary, ["plan", path, *words, "--engine", "transformers-4", "--policy", policy, "--max-memory", memory])
            want = unpack_map(want)
            if found is None:
                rows.append((case, "error", message[:120]))
            elif found == want:
                rows.append((case, "identical", ""))
            else:
                both = [(m, device_of(m, want), device_of(m, found)) for m in sorted(common)]
                other = next((x for x in both if x[1] != x[2] and x[1] is not None and x[2] is not None), None)
                rows.append((case, "another device", f"{other[0]}: {other[1]} by the release, {other[2]} here") if other else (case, "same devices", ""))
    return dict(tree=different, maps=rows)


def run_compare(a):
    names, rows, missing = sorted(f[:-5] for f in os.listdir(a.work) if f.endswith(".json")), {}, []
    for name in names:
        known = json.load(open(f"{a.work}/{name}.json"))
        if "error" in known:
            missing.append(f"* {name}: {known['error'][:120]}")
        else:
            rows[name] = compared(name, known, a.binary)
    out = ["# transformers 4.57.6", "", f"Written by `release4.py`: {len(rows)} classes at six layers, config.json as `save_pretrained` of that release writes it, model and map by its own "
           "`from_pretrained` path in bfloat16; three policies, three budgets. Asked with `--release 4.57 --engine transformers-4 --dtype bfloat16`.", "",
           "| category | classes | names, classes and no-split equal | maps | identical | same device for every common module |", "|-|-:|-:|-:|-:|-:|"]
    for c in (*CATEGORIES, "all"):
        some = [r for n, r in rows.items() if c in ("all", category(n))]
        kinds = collections.Counter(m[1] for r in some for m in r["maps"])
        total = max(sum(kinds.values()), 1)
        same = kinds["identical"] + kinds["same devices"]
        if some:
            out.append(f"| {c} | {len(some)} | {sum(not r['tree'] for r in some)} | {sum(kinds.values())} | {kinds['identical']} ({100 * kinds['identical'] / total:.1f} %) | {same} ({100 * same / total:.1f} %) |")
    out += ["", "## Trees that differ", "", *[f"* {n}: {r['tree'][:170]}" for n, r in rows.items() if r["tree"]]]
    bad = [(n, [m for m in r["maps"] if m[1] in ("error", "another device")]) for n, r in rows.items()]
    out += ["", "## Maps with another device", "", *[f"* {n} ({len(m)}): {m[0][0]}: {m[0][2]}" for n, m in bad if m], "", "## Not built", "", *missing]
    text = "\n".join(out) + "\n"
    if a.table:
        open(a.table, "w").write(text)
    print(text)
    return 0


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("stage", choices=("reference", "compare"))
    p.add_argument("work")
    p.add_argument("--observed", default="")
    p.add_argument("--seconds", type=float, default=1e9)
    p.add_argument("--binary", default="device-map")
    p.add_argument("--table")
    a = p.parse_args()
    return (run_reference if a.stage == "reference" else run_compare)(a)


if __name__ == "__main__":
    sys.exit(main())
