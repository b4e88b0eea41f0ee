"""Whether `fit`, `plan --policy optimal` and `check` give one answer whatever options are asked with, and whether the longest
context that `fit` prints is the longest that fits.

    python agreement_options.py DEVICE-MAP FOLDER [--every N] [--offset K] [--draws N] [--seed N]

For each N-th config of a folder machines and options are drawn. Prints each contradiction, and how many questions were asked. Exit
status 1 when one was found.
"""
import argparse
import os
import random
import sys
import tempfile

from agreement import burdens, contradictions, run

MACHINES = [
    lambda w, rng: f"0={int(w * rng.uniform(0.9, 2)) + (4 << 30)}",
    lambda w, rng: ",".join(f"{i}={int(w * rng.uniform(0.25, 0.9)) + (1 << 30)}" for i in range(rng.choice([2, 3, 4]))),
    lambda w, rng: f"0={int(w * rng.uniform(0.3, 0.9)) + (2 << 30)},1={int(w * rng.uniform(0.3, 0.9)) + (1 << 30)}",
]
OPTIONS = [["--prefill", "512"], ["--prefill", "1"], ["--all-logits"], ["--sampling", "top-p"], ["--sampling", "sample"], ["--padded"], ["--images", "2"],
           ["--images", "1", "--image-size", "1344x1344"], ["--kv-dtype", "fp8"], ["--kv-dtype", "q4_0"], ["--attention", "eager"], ["--attention", "flash"],
           ["--batch", "3"], ["--reserve", "0"], ["--reserve", "2GiB"], ["--source", "300"], ["--dtype", "float32"], ["--dtype", "int8"]]


def verdicts(command, config, words):
    """Whether fit says yes, and whether there is a plan without errors and without a disk."""
    status, _ = run(command, ["fit", config, *words])
    _, plan = run(command, ["plan", config, "--policy", "optimal", *words])
    if plan is None: return status == 0, False
    errors, disk = burdens(plan)
    return status == 0, not errors and not disk


def wrong_contexts(command, config, words):
    _, answer = run(command, ["fit", config, "--json", *words])
    longest = answer and answer.get("longest_context")
    if not longest: return
    ends = [(longest, True)] + ([] if longest == answer.get("max_positions") else [(longest + 1, False)])
    for context, yes in ends:
        found = verdicts(command, config, ["--json", *words, "--context", str(context)])
        if found != (yes, yes): yield f"longest context {longest}: at {context} fit and plan say {found}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("folder")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--offset", type=int, default=0)
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    asked = found = 0
    print("seed", options.seed)
    with tempfile.TemporaryDirectory() as directory:
        for name in sorted(os.listdir(options.folder))[options.offset::options.every]:
            config = os.path.join(options.folder, name)
            rng = random.Random(f"{options.seed} {name}")
            _, whole = run(options.command, ["fit", config, "--json", "--gpu", "24GiB"])
            if whole is None: continue
            for _ in range(options.draws):
                limits = rng.choice(MACHINES)(whole["weights_bytes"], rng)
                drawn = [word for words in rng.sample(OPTIONS, rng.choice([1, 2, 3])) for word in words]
                words = drawn + ["--context", rng.choice(["1", "100", "2048", "4097", "33000"])]
                texts = [*contradictions(options.command, config, limits, words, directory),
                         *wrong_contexts(options.command, config, ["--max-memory", limits, *drawn])]
                asked += 1
                for text in texts:
                    found += 1
                    print(f"{name}, {limits} {' '.join(words)}: {text}"[:700], flush=True)
    print(f"{asked} questions, {found} contradictions")
    sys.exit(1 if found else 0)


if __name__ == "__main__": main()
