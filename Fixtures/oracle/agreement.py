"""Whether `fit`, `plan --policy optimal` and `check` of that plan give one answer, for every config of a folder and five machines.

    python agreement.py DEVICE-MAP FOLDER [--every N] [--offset K] [--count N]

Asks of each N-th config from the K-th on, of so many at most. Prints each contradiction, and how many questions were asked. Exit status 1 when one was found.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

MACHINES = {
    "one GPU that is too small": (lambda w: f"0={w // 2}", []),
    "four GPUs of a third each": (lambda w: ",".join(f"{i}={w // 3}" for i in range(4)), []),
    "half on a GPU, the rest on the cpu": (lambda w: f"0={w // 2 + (2 << 30)},cpu={w}", ["--context", "1000", "--reserve", "1GiB"]),
    "eight GPUs with a context": (lambda w: ",".join(f"{i}={w // 6 + (3 << 30)}" for i in range(8)), ["--context", "2048", "--batch", "2"]),
    "packed while loading": (lambda w: f"0={w // 8},cpu={w}", ["--dtype", "int4"]),
}
FIGURES = ("limit_bytes", "reserve_bytes", "budget_bytes", "used_bytes", "weights_bytes", "state_bytes", "transient_bytes", "free_bytes")


def run(command, words):
    done = subprocess.run([command, *words], capture_output=True, text=True)
    try: return done.returncode, json.loads(done.stdout)
    except json.JSONDecodeError: return done.returncode, None


def figures(answer):
    return {str(d["device"]): {name: d.get(name) for name in FIGURES} for d in answer.get("devices", []) if d.get("weights_bytes") or str(d["device"]) != "disk"}


def burdens(plan):
    """The findings of a plan that are errors, and its bytes of weights on disk."""
    errors = [one for one in plan.get("findings", []) if one["severity"] == "error"]
    return errors, next((d["weights_bytes"] for d in plan["devices"] if d["device"] == "disk"), 0)


def contradictions(command, config, limits, options, directory):
    words = ["--json", "--max-memory", limits, *options]
    status, fit = run(command, ["fit", config, *words])
    planned, plan = run(command, ["plan", config, "--policy", "optimal", *words])
    if fit is None or plan is None:
        if not (fit is None and plan is None) and status == 0: yield f"fit answers {status}, plan {planned}"
        return
    errors, disk = burdens(plan)
    if (not errors and not disk) != (status == 0): yield f"fit says {status}, the plan has {len(errors)} errors and {disk} bytes on disk"
    if fit["fits"] != (status == 0): yield f"fits is {fit['fits']}, the status {status}"
    if figures(fit) != figures(plan): yield f"fit and plan differ: {figures(fit)} {figures(plan)}"
    path = os.path.join(directory, "plan.json")
    with open(path, "w") as file: json.dump(plan, file)
    checked, check = run(command, ["check", config, path, *words])
    if check is None: yield f"check answers {checked}"
    else:
        if (checked == 0) != (not errors): yield f"check says {checked}, the plan has {len(errors)} errors"
        if figures(check) != figures(plan): yield f"check and plan differ: {figures(check)} {figures(plan)}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("folder")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--offset", type=int, default=0)
    parser.add_argument("--count", type=int)
    options = parser.parse_args()
    asked = found = refused = 0
    with tempfile.TemporaryDirectory() as directory:
        for name in sorted(os.listdir(options.folder))[options.offset::options.every][:options.count]:
            config = os.path.join(options.folder, name)
            _, whole = run(options.command, ["fit", config, "--json", "--gpu", "24GiB"])
            if whole is None:
                refused += 1
                continue
            for machine, (limits, words) in MACHINES.items():
                asked += 1
                for text in contradictions(options.command, config, limits(whole["weights_bytes"]), words, directory):
                    found += 1
                    print(f"{name}, {machine}: {text}"[:600], flush=True)
    print(f"{asked} questions, {found} contradictions, {refused} configs refused")
    sys.exit(1 if found else 0)


if __name__ == "__main__": main()
