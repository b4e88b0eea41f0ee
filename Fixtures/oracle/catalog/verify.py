"""Verify the classes that observe.py has built, with the command itself: the only reader of the
catalog.

usage: verify.py FOLDER --binary device-map [--classes A,B] [--results FILE] [--catalog FILE]..
  [--release R]

Each config is asked for as people have it: its arguments, config.json as `save_pretrained` writes
it, config.json with every field, the second of these beside safetensors headers in the model's own
names, and beside those that the library saves.
"""

import argparse
import collections
import concurrent.futures
import json
import os
import sys
import tempfile

from comparison import ask_each, difference, truth, write_header

FORMS = ("arguments", "saved", "full", "headers", "file")
ORDER = ("error", "wrong", "sizes", "needs headers", "unknown", "exact")


def stored(folder, name):
    """What observe.py has kept of a class."""
    import gzip

    path = f"{folder}/{name}.json.gz"
    return json.load(gzip.open(path, "rt")) if os.path.exists(path) else None


def outcome(answer, want):
    """[kind, text] of one answer of the command."""
    got, message = answer
    if got is None:
        kind = (
            "needs headers"
            if "safetensors headers" in message
            else "unknown"
            if "is not known" in message
            else "error"
        )
        return [kind, message[:220]]
    return list(difference(want, got) or ["exact", ""])


def verified(name, seen, options):
    """{form: [[kind, text] of each config]} of one class."""
    result, asked = {form: [] for form in FORMS}, []
    with tempfile.TemporaryDirectory() as folder:
        for number, ((raw, tree), forms) in enumerate(zip(seen["cases"], seen["forms"])):
            want, tensors = truth(tree, {})
            given = dict(
                architectures=[name],
                dtype="bfloat16",
                model_type=seen["model_type"],
                **{k: v for k, v in raw.items() if k != "model_type"},
            )
            texts = dict(
                arguments=json.dumps(given),
                saved=json.dumps(forms["saved"]),
                full=json.dumps(forms["full"]),
            )
            for form in FORMS:
                if (
                    form not in options.get("forms", FORMS)
                    or form == "file"
                    and (
                        number != seen.get("file_case", 0) or not isinstance(seen.get("file"), list)
                    )
                ):
                    continue
                path = f"{folder}/{number}{form}"
                os.makedirs(path)
                with open(f"{path}/config.json", "w") as f:
                    f.write(texts.get(form, texts["saved"]))
                if form in ("headers", "file"):
                    named = (
                        tensors if form == "headers" else {k: (s, d) for k, s, d in seen["file"]}
                    )
                    write_header(f"{path}/model.safetensors", named)
                asked.append(
                    (form, path if form in ("headers", "file") else f"{path}/config.json", want)
                )
        answers = ask_each(
            options["binary"],
            ["tree", "--json", "--headers-only", *options["words"]],
            [path for _, path, _ in asked],
        )
    judged = {}
    for (form, _, want), answer in zip(asked, answers):
        same = (id(want), id(answer[0]), answer[1])  # the forms of a config mostly have one answer
        if same not in judged:
            judged[same] = outcome(answer, want)
        result[form].append(judged[same])
    return result


def state(result):
    """(kind, text) of the worst that a class has over all forms and configs."""
    found = [o for form in FORMS for o in result[form]]
    worst = min((ORDER.index(o[0]) for o in found), default=len(ORDER) - 1)
    return ORDER[worst], next((o[1] for o in found if o[0] == ORDER[worst]), "")


def job(work):
    folder, name, options = work
    seen = stored(folder, name)
    uses = sorted(
        {q.split(".")[2] for q in seen.get("names") or () if q.startswith("transformers.models.")}
        | {seen["unit"]}
    )
    return (
        name,
        seen["unit"],
        verified(name, seen, options) if seen["cases"] else None,
        seen["reason"],
        uses,
        seen.get("output"),
    )


def verify(folder, names, options, processes=2):
    """{name: dict(unit, forms, kind, text, uses, output)} of the classes; kind is `not built` where
    the library builds none, `uses` are the units whose classes stand in the models, `output` is
    where the output embedding stands."""
    rows = {}
    with concurrent.futures.ProcessPoolExecutor(processes) as pool:
        for name, unit, forms, reason, uses, output in pool.map(
            job, [(folder, n, options) for n in names], chunksize=2
        ):
            kind, text = state(forms) if forms else ("not built", reason)
            rows[name] = dict(
                unit=unit, kind=kind, text=text, forms=forms, uses=uses, output=output
            )
    return rows


def table(rows):
    """Lines of a table: how many classes and configs are exact in each form."""
    out = [
        "| form | classes | " + " | ".join(k for k in ORDER) + " | classes exact | configs exact |",
        "|-|" + "-:|" * (len(ORDER) + 3),
    ]
    for form in FORMS:
        classes, configs = collections.Counter(), collections.Counter()
        for row in rows.values():
            found = [o[0] for o in (row["forms"] or {}).get(form, [])]
            if found:
                classes[min(found, key=ORDER.index)] += 1
                configs.update(found)
        total = sum(classes.values())
        out.append(
            f"| {form} | {total} | "
            + " | ".join(str(classes[k]) for k in ORDER)
            + f" | {100 * classes['exact'] / max(total, 1):.1f} % | "
            f"{configs['exact']} of {sum(configs.values())} |"
        )
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("folder")
    p.add_argument("--binary", default="device-map")
    p.add_argument("--classes", default="")
    p.add_argument("--results", default="")
    p.add_argument("--catalog", action="append", default=[])
    p.add_argument("--release", default="")
    p.add_argument("--forms", default=",".join(FORMS))
    p.add_argument("--processes", type=int, default=2)
    a = p.parse_args()
    names = (
        a.classes.split(",")
        if a.classes
        else sorted(f[:-8] for f in os.listdir(a.folder) if f.endswith(".json.gz"))
    )
    names = [n for n in names if (stored(a.folder, n) or {}).get("cases")]
    words = [x for path in a.catalog for x in ("--catalog", path)] + (
        ["--release", a.release] if a.release else []
    )
    if a.release.startswith("4."):
        words += [
            "--dtype",
            "bfloat16",
        ]  # as observe.py builds; transformers 4 loads as float32 what no dtype is asked for
    rows = verify(
        a.folder, names, dict(binary=a.binary, words=words, forms=a.forms.split(",")), a.processes
    )
    if a.results:
        with open(a.results, "w") as f:
            json.dump(rows, f)
    print("\n".join(table(rows)))
    for name, row in rows.items():
        if row["kind"] not in ("exact", "not built"):
            print(f"{row['kind']}: {name} ({row['unit']}): {row['text']}")


if __name__ == "__main__":
    sys.exit(main())
