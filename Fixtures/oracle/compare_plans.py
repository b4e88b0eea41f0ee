"""Recorded placements of real models, compared with the command's.

usage: compare_plans.py --binary device-map [--folder FOLDER].. [--table FILE] [--processes N]
FOLDER is what record_plans.py writes; without one, those of Fixtures/plans. Each case, an engine, a policy and limits, is asked from
config.json alone; the keys of the map, their order and devices must be the recorded ones. What the reference answers with an error is
counted apart.
"""
import argparse
import collections
import concurrent.futures
import datetime
import glob
import json
import os
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
from comparison import ask
from compact import unpack_map


def outcome(binary, words, want):
    """(kind, text) of one case."""
    got, message = ask(binary, words)
    if got is None:
        return "refused", message[:160]
    if list(got.items()) == list(want.items()):
        return "identical", ""
    key = next((k for k in [*want, *got] if want.get(k) != got.get(k)), None)
    return "different", f"{key}: {want.get(key)} by the reference, {got.get(key)} here" if key else "another order of keys"


def compared(work):
    """(name, release, class, {case: (kind, text)}, errors of the reference) of one recording."""
    path, binary = work
    with open(path) as f:
        known = json.load(f)
    maps, rows, errors = [unpack_map(m) for m in known["maps"]], {}, 0
    release = known.get("release", "5.23.0")
    with tempfile.TemporaryDirectory() as folder:
        config = f"{folder}/config.json"
        with open(config, "w") as f:
            json.dump(known["config"], f)
        words = ["plan", config, "--headers-only", "--release", ".".join(release.split(".")[:2])]
        if not known["config"].get("torch_dtype") and not known["config"].get("dtype"):
            words += ["--dtype", known["dtype"]]
        for engine, policies in known["cases"].items():
            for policy, cases in policies.items():
                for key, case in cases.items():
                    if isinstance(case, str):
                        errors += 1
                        continue
                    limits = ",".join(f"{d}={n}" for d, n in known["budgets"][key].items())
                    rows[f"{engine} {policy} {key}"] = outcome(binary, [*words, "--engine", engine, "--policy", policy, "--max-memory", limits], maps[case])
    return known["name"], release, known["config"]["architectures"][0], rows, errors


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--binary", required=True)
    p.add_argument("--folder", action="append", default=[])
    p.add_argument("--table")
    p.add_argument("--processes", type=int, default=1)
    a = p.parse_args()
    paths = sorted(path for folder in a.folder or [f"{HERE}/../plans"] for path in glob.glob(f"{folder}/*.json"))
    with concurrent.futures.ProcessPoolExecutor(a.processes) as pool:
        found = list(pool.map(compared, [(path, a.binary) for path in paths]))
    total = collections.Counter(kind for row in found for kind, _ in row[3].values())
    releases = ", ".join(sorted({row[1] for row in found}))
    whole = sum(all(kind == "identical" for kind, _ in row[3].values()) for row in found)
    out = ["# Maps of real models", "", f"{datetime.date.today()}; recorded with transformers {releases}. Written by `compare_plans.py`: {len(found)} models, {whole} with every map identical; "
           f"{total['identical']} of {sum(total.values())} maps identical (two engines, three policies, thirteen limits, from config.json alone), "
           f"{sum(row[4] for row in found)} cases in which the reference raises.", "", "| model | class | release | maps | identical | the reference raises |", "|-|-|-|-:|-:|-:|"]
    out += [f"| {name} | {cls} | {release} | {len(rows)} | {sum(k == 'identical' for k, _ in rows.values())} | {errors} |" for name, release, cls, rows, errors in found]
    out += ["", "## Other maps", ""]
    out += [f"* {name}: {case}: {text}" for name, _, _, rows, _ in found for case, (kind, text) in rows.items() if kind != "identical"]
    text = "\n".join(out) + "\n"
    if a.table:
        with open(a.table, "w") as f:
            f.write(text)
    print("\n".join(line for line in out if not line.startswith("| ")))


if __name__ == "__main__":
    sys.exit(main())
