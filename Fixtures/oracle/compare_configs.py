"""Config files as people have them, compared with the models that the reference builds of them -> CONFIGS.md.

usage: compare_configs.py reference RECORD.jsonl FILE..      builds each file on the meta device, one JSON line a file
       compare_configs.py compare RECORD.jsonl --binary device-map [--table CONFIGS.md]     with the release of the record
Compared are parameters and bytes (of quantised ones the parameters); what the reference refuses must be refused here, or
planned with a note that says so. A dtype that only a part names counts, as models are published in it.
"""
import argparse
import collections
import copy
import datetime
import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path[:0] = [os.path.join(os.path.dirname(os.path.abspath(__file__)), "catalog")]
import limits
SECONDS = 90
PARTS = ("text_config", "llm_config", "language_config", "thinker_config", "decoder", "talker_config")


# ------------------------------------------------------------------ what the reference says
def named_dtype(raw, depth=0):
    """The dtype that a config names, itself or in a part, the language model's before others'."""
    for key in ("dtype", "torch_dtype"):
        if isinstance(raw.get(key), str):
            return raw[key]
    if depth > 3:
        return None
    parts = [raw[k] for k in PARTS if isinstance(raw.get(k), dict)]
    parts += [v for k, v in raw.items() if isinstance(v, dict) and k not in PARTS and (k.endswith("_config") or k == "encoder") and "quantization" not in k]
    return next((d for d in (named_dtype(p, depth + 1) for p in parts) if d), None)


def read(path, config_class):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, f"{folder}/config.json")
        return config_class.from_pretrained(folder, trust_remote_code=False)


def build(path):
    import torch
    import transformers
    from transformers import AutoConfig
    from transformers.modeling_utils import local_torch_dtype
    raw = json.load(open(path))
    config = read(path, AutoConfig)
    name = (raw.get("architectures") or [None])[0]
    cls = getattr(transformers, name, None) if name else None
    if cls is None:
        return dict(error="no class of the reference is named", **{"class": name})
    if not isinstance(config, cls.config_class):
        config = read(path, cls.config_class)
    written = named_dtype(raw)
    dtype = getattr(torch, written) if written else torch.float32
    config.dtype = dtype
    for key in getattr(config, "sub_configs", {}):
        part = getattr(config, key, None)
        if part is not None:
            part.dtype = dtype
    with torch.device("meta"), local_torch_dtype(dtype, cls.__name__):
        model = cls(config)
    model.tie_weights()
    parameters = [p for _, p in model.named_parameters()]
    buffers = [b for _, b in model.named_buffers()]
    return {"class": name, "parameters": sum(p.numel() for p in parameters), "bytes": sum(t.numel() * t.element_size() for t in [*parameters, *buffers]),
            "dtype": str(dtype)[6:], "assumed": written is None, "quantised": bool(raw.get("quantization_config") or raw.get("quantization"))}


def run_reference(a):
    import torch
    import transformers
    import warnings
    warnings.filterwarnings("ignore")
    transformers.logging.set_verbosity_error()

    done = {json.loads(line).get("file") for line in open(a.record)} if os.path.exists(a.record) else set()
    with open(a.record, "a") as out:
        if not done:
            out.write(json.dumps(dict(versions=f"torch {torch.__version__}, transformers {transformers.__version__}")) + "\n")

        def keep(path, row):
            out.write(json.dumps(dict(row, file=path)) + "\n")
            out.flush()
        limits.run(a.files, lambda path: path in done, keep, build, SECONDS)


# ------------------------------------------------------------------ comparison
def judged(row, binary, release):
    """(state, what is said of it)"""
    run = subprocess.run([binary, "tree", row["file"], "--json", "--release", release], capture_output=True, text=True, timeout=60)
    said = " ".join(run.stderr.split()).replace("device-map: ", "").replace("|", "/")
    if "error" in row:
        if run.returncode:
            return "refused by both", said
        return ("refused by the reference, planned with a note" if said else "refused by the reference, planned silently"), said
    if run.returncode:
        return "refused here alone", said
    tree = json.loads(run.stdout)
    if tree["parameters"] != row["parameters"]:
        return ("another class, with a warning" if "is assumed" in said else "other parameters"), f"{tree['parameters']} for {row['parameters']}; {said}"
    if row["quantised"]:
        return "parameters exact, packed", said
    if tree["total_bytes"] != row["bytes"]:
        return "other bytes", f"{tree['total_bytes']} for {row['bytes']}; {said}"
    if row["assumed"] and "assumed" not in said:
        return "dtype assumed silently", said
    return "exact", said


def run_compare(a):
    rows = [json.loads(line) for line in open(a.record)]
    versions = rows[0]["versions"]
    release = ".".join(versions.split("transformers ")[1].split(".")[:2])
    rows = [dict(row, state=judged(row, a.binary, release)) for row in rows if "file" in row]
    count = collections.Counter(row["state"][0] for row in rows)
    out = ["# Config files, compared with the reference", "", f"{datetime.date.today()}; {versions}. Written by `compare_configs.py`: {len(rows)} files.", "", "| state | files |", "|-|-:|"]
    out += [f"| {state} | {n} |" for state, n in count.most_common()]
    out += ["", "| file | class | parameters | bytes | state | said |", "|-|-|-:|-:|-|-|"]
    for row in rows:
        name = os.path.join(os.path.basename(os.path.dirname(row["file"])), os.path.basename(row["file"]))
        said = row["state"][1] if row["state"][0] != "exact" else ""
        out.append(f"| {name} | {row.get('class') or ''} | {row.get('parameters', '')} | {row.get('bytes', '')} | {row['state'][0]} | {said[:160]} |")
    text = "\n".join(out) + "\n"
    if a.table:
        open(a.table, "w").write(text)
    print("\n".join(out[:6 + len(count) + 1]))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("stage", choices=("reference", "compare"))
    p.add_argument("record")
    p.add_argument("files", nargs="*")
    p.add_argument("--binary", default="device-map")
    p.add_argument("--table")
    a = p.parse_args()
    (run_reference if a.stage == "reference" else run_compare)(a)


if __name__ == "__main__":
    main()
