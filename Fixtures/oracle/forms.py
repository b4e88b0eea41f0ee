"""Three forms of each config, compared with the model that the reference builds of each -> FORMS.md.

usage: forms.py reference WORK [-k RANDOM] [--seed WORD] [--classes A,B] [--shard 0/2] [--minutes N]
           of each class the default config and up to RANDOM random valid ones, each written in three forms: the constructor's
           arguments, the whole saved file (use_diff=False) and the diff that save_pretrained writes; each form is read back as
           from_pretrained reads it and built on the meta device; WORK keeps files and trees, and a second run goes on there
       forms.py compare WORK --binary device-map [--processes N] [--table FORMS.md] [--no-headers]
"""
import argparse
import collections
import concurrent.futures
import datetime
import gzip
import json
import os
import random
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
import limits
import sweep
from limits import limited
from verify import stored
from presets import preset

FORMS = ("arguments", "saved", "diff")
SECONDS = 20


# ------------------------------------------------------------------ what the reference says
def forms_of(cls, raw, folder):
    """{form: text of config.json}."""
    config = cls.config_class.from_dict(json.loads(json.dumps(raw)))
    config.architectures, config.dtype = [cls.__name__], "bfloat16"
    texts = {}
    for form, diff in (("saved", False), ("diff", True)):
        path = f"{folder}/{form}.json"
        try:
            config.to_json_file(path, use_diff=diff)
            # A quantization that is a default of the class changes sizes, not structure.
            texts[form] = json.dumps({k: v for k, v in json.load(open(path)).items() if k != "quantization_config"}, indent=2)
        except Exception as x:
            texts[form] = None
            print(cls.__name__, form, "is not written:", str(x)[:100], flush=True)
    arguments = dict(architectures=[cls.__name__], dtype="bfloat16")
    if config.model_type:
        arguments["model_type"] = config.model_type
    texts["arguments"] = json.dumps({**arguments, **raw})
    return texts


def tree_of(cls, text, folder, known):
    """The tree of a config.json as from_pretrained reads it, or the error; known trees are not built again."""
    import torch
    import observe
    os.makedirs(f"{folder}/read", exist_ok=True)
    with open(f"{folder}/read/config.json", "w") as f:
        f.write(text)
    config = cls.config_class.from_pretrained(f"{folder}/read")
    seen = config.to_dict()
    seen.pop("_name_or_path", None)
    seen.pop("transformers_version", None)
    key = json.dumps(seen, sort_keys=True, default=str)
    if key not in known:
        before = torch.get_default_dtype()
        torch.set_default_dtype(torch.bfloat16)
        try:
            with torch.device("meta"):
                known[key] = observe.tree_of(cls(config))
        finally:
            torch.set_default_dtype(before)
    return known[key]


def case_of(cls, raw, folder):
    """{form: dict(text, want, tensors) or dict(text, error)}; raises when the arguments cannot be built."""
    texts, known, result = forms_of(cls, raw, folder), {}, {}
    for form in FORMS:
        if texts[form] is None:
            continue
        try:
            tree = tree_of(cls, texts[form], folder, known)
            result[form] = dict(text=texts[form], tree=list(known.values()).index(tree))
        except limits.TimeLimit:
            raise
        except Exception as x:
            if form == "arguments":
                raise
            result[form] = dict(text=texts[form], error=f"{type(x).__name__}: {str(x).strip()}"[:200])
    return dict(forms=result, trees=[sweep.truth(t, {}) for t in known.values()])


def cases(name, count, seed):
    import observe
    import random_configs
    cls, rng = observe.model_class(name), random.Random(seed + name)
    given, found, reason = preset(name), [], ""
    base = limited(lambda: cls.config_class.from_dict(json.loads(json.dumps(given))), SECONDS)
    with tempfile.TemporaryDirectory() as folder:
        for attempt in range(1 + count * 6):
            if len(found) > count:
                break
            raw = given if attempt == 0 else {**json.loads(json.dumps(random_configs.mutate(base, rng), default=str)), **given}
            try:
                found.append(limited(lambda: case_of(cls, raw, folder), SECONDS))
            except KeyboardInterrupt:
                raise
            except BaseException as x:
                reason = reason or f"{type(x).__name__}: {str(x).strip()}"[:200]
    return found, reason


def run_reference(a):
    import environment
    import observe
    os.makedirs(a.work, exist_ok=True)
    import torch
    import transformers
    with open(f"{a.work}/versions.txt", "w") as f:
        f.write(f"torch {torch.__version__}, transformers {transformers.__version__}")
    i, n = map(int, a.shard.split("/"))
    names = a.classes.split(",") if a.classes else observe.architecture_names()
    random.Random(a.seed).shuffle(names)
    path = lambda name: f"{a.work}/{name}.json.gz"

    def keep(name, result):
        with gzip.open(path(name), "wt", compresslevel=3) as f:
            json.dump(dict(cases=result.get("cases", []), reason=result.get("error") or result["reason"]), f)
    return limits.run(names[i::n], lambda name: os.path.exists(path(name)) or observe.model_class(name) is None, keep,
                      lambda name: dict(zip(("cases", "reason"), cases(name, a.k, a.seed))), 1000, time.monotonic() + a.minutes * 60)


# ------------------------------------------------------------------ comparison
def judged(binary, source, form, case, alone):
    if "error" in form:
        got, message = sweep.ask(binary, ["tree", source, "--json", "--headers-only"])
        return ["reference refuses", form["error"]] if got is None else ["reference refuses, planned", form["error"]]
    return sweep.outcome(binary, source, case["trees"][form["tree"]][0], alone)


def compare(job):
    name, work, binary, headers = job
    row, known = {}, stored(work, name)
    with tempfile.TemporaryDirectory() as folder:
        for n, case in enumerate(known["cases"]):
            for form, said in case["forms"].items():
                for way in ("config", "headers") if headers else ("config",):
                    path = f"{folder}/{n}{form}{way}"
                    os.makedirs(path)
                    with open(f"{path}/config.json", "w") as f:
                        f.write(said["text"])
                    if way == "headers":
                        if "error" in said:
                            continue
                        sweep.write_header(f"{path}/model.safetensors", case["trees"][said["tree"]][1])
                    source = path if way == "headers" else f"{path}/config.json"
                    row.setdefault(f"{form} {way}", []).append(judged(binary, source, said, case, way == "config"))
    return name, row, known["reason"] if not known["cases"] else ""


STATES = ("exact", "needs headers", "sizes", "wrong", "error", "reference refuses", "reference refuses, planned")


def table(rows, versions):
    built = [r for r in rows if r[1]]
    out = ["# Three forms of each config", "",
           f"{datetime.date.today()}; {versions}. Written by `forms.py`: {len(built)} classes, the default config and random valid ones, each as constructor arguments, as the whole "
           "saved file and as the saved diff, each read back by the reference and built on the meta device. Compared: names and classes of all modules in order, bytes of each, no-split "
           "classes, ties.", "", "| form | from | configs | " + " | ".join(STATES) + " |", "|-|-|-:|" + "-:|" * len(STATES)]
    for form in FORMS:
        for way in ("config", "headers"):
            count = collections.Counter(o[0] for r in built for o in r[1].get(f"{form} {way}", []))
            if count:
                source = "config.json alone" if way == "config" else "headers"
                out.append(f"| {form} | {source} | {sum(count.values())} | " + " | ".join(str(count[s]) for s in STATES) + " |")
    whole = sum(all(o[0] in ("exact", "reference refuses") for v in r[1].values() for o in v) for r in built)
    out += ["", f"Classes with every config exact in every form: {whole} of {len(built)}.", ""]
    for s in STATES[1:]:
        some = [(r[0], key, o[1]) for r in built for key, v in sorted(r[1].items()) for o in v if o[0] == s]
        if some:
            out += ["", f"## {s} ({len(some)})", "", *[f"* {n} ({key}): {text[:170]}" for n, key, text in some]]
    missing = [r for r in rows if not r[1]]
    if missing:
        out += ["", f"## Not built by the reference ({len(missing)})", "", *[f"* {r[0]}: {' '.join(r[2].split())[:130]}" for r in missing]]
    return "\n".join(out) + "\n"


def run_compare(a):
    names = a.classes.split(",") if a.classes else sorted(f[:-8] for f in os.listdir(a.work) if f.endswith(".json.gz"))
    with concurrent.futures.ProcessPoolExecutor(a.processes) as pool:
        rows = list(pool.map(compare, [(n, a.work, a.binary, not a.no_headers) for n in names], chunksize=4))
    text = table(rows, open(f"{a.work}/versions.txt").read())
    if a.table:
        open(a.table, "w").write(text)
    print(text)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("stage", choices=("reference", "compare"))
    p.add_argument("work")
    p.add_argument("-k", type=int, default=1)
    p.add_argument("--seed", default="forms")
    p.add_argument("--classes", default="")
    p.add_argument("--shard", default="0/1")
    p.add_argument("--minutes", type=float, default=1e9)
    p.add_argument("--binary", default="device-map")
    p.add_argument("--processes", type=int, default=2)
    p.add_argument("--no-headers", action="store_true")
    p.add_argument("--table")
    a = p.parse_args()
    return (run_reference if a.stage == "reference" else run_compare)(a)


if __name__ == "__main__":
    sys.exit(main())
