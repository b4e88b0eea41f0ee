"""Writes what was recorded as text: one block a body, one line a form.

    python write.py bodies.json peaks.txt peaks.jsonl

A class that the measurements of `table.py` show below what it takes by more than 3 percent is left out; those that they show
equal to the byte are marked.
"""
import ast
import importlib.util
import json
import pathlib
import sys
from fractions import Fraction

from chunks import CHUNKS
from polynomials import text

CONDITIONS = [("window", "T < window"), ("unshared", "num_key_value_heads == num_attention_heads"), ("single", "num_key_value_heads == 1"),
              ("aligned", "T % 16 == 0"), ("one", "B == 1")]
ORDER = ["prefill default", "prefill default padded", "prefill default all_logits", "prefill eager", "prefill eager padded", "piece default", "piece eager",
         "decode default", "decode eager", "encode default", "encode eager"]


def tables():
    """The pairs of the auto classes, read without importing the library."""
    source = pathlib.Path(importlib.util.find_spec("transformers").origin).parent / "models/auto/modeling_auto.py"
    wanted = "MODEL_FOR_CAUSAL_LM_MAPPING_NAMES", "MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING_NAMES"
    for node in ast.parse(source.read_text()).body:
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) in wanted: yield from ast.literal_eval(node.value.args[0])


PAIRS = list(tables())


def model_types(name):
    """The model types whose decoders are of a class."""
    return [kind for kind, found in PAIRS if found == name]


# Attributes that classes compute, by the fields that a config has. In latent attention head_dim is the rotated part.
LATENT = {"head_dim": "qk_rope_head_dim", "qk_head_dim": "(qk_nope_head_dim + qk_rope_head_dim)"}


def is_latent(body): return any("kv_lora_rank" in names for forms in body["forms"].values() for poly in forms for names, _ in poly)


def texts(forms, latent):
    named = lambda name: LATENT.get(name, name) if latent else name
    return [text({tuple(map(named, names)): Fraction(factor) for names, factor in poly}) for poly in forms]


def lines_of(body, chunk):
    out, written, latent = [], {}, is_latent(body)

    def write(head, forms):
        found = texts(forms, latent)
        key = tuple(sorted(found))
        if key in written:
            out.append(f"  {head} like {written[key]}")
            return
        written[key] = head
        out.append(f"  {head}")
        out.extend(f"    {form}" for form in found)

    if chunk not in (None, 1): out.append(f"  chunk {chunk}")
    for case in ORDER:
        head = case.replace(" default", "")
        for name, condition in CONDITIONS:
            found = body["circumstances"].get(name, {}).get(case)
            if found is not None: write(f"{head} when {condition}", found)
        if case in body["forms"]: write(head, body["forms"][case])
    return out


def verdicts(path):
    """{class: True (equal to the byte), None (near), False (too low)} by the rows of more than one token."""
    found = {}
    for line in map(json.loads, open(path)):
        rows = [row for row in line["rows"] if row.get("context", 0) > 1 and row.get("said") is not None and "measured" in row]
        if not rows: continue
        found[line["model"]] = False if any(row["said"] < 0.97 * row["measured"] for row in rows) else \
            True if all(row["said"] == row["measured"] for row in rows) else None
    return found


def main():
    with open(sys.argv[1]) as file: recorded = json.load(file)
    shown = verdicts(sys.argv[3])
    out, taken, checked, low = [f"transformers {recorded['transformers']}"], set(), 0, []
    for body in recorded["bodies"]:
        kinds, exact = [], []
        for name in body["classes"]:
            if shown.get(name, name == body["name"] or False) is False and (name in shown or name != body["name"]):
                low.append(name)
                continue
            for kind in model_types(name):
                if kind in taken: continue
                taken.add(kind)
                kinds.append(kind)
                if shown.get(name): exact.append(kind)
        if not kinds or not any("prefill" in case or "encode" in case for case in body["forms"]): continue
        out.append(f"peaks {' '.join(kinds)}")
        if exact: out.append(f"  checked {' '.join(exact)}")
        checked += len(exact)
        out += lines_of(body, next((CHUNKS[kind] for kind in kinds if kind in CHUNKS), None))
    with open(sys.argv[2], "w") as file: file.write("\n".join(out) + "\n")
    print(len(taken), "model types,", checked, "equal to the byte;", len(recorded["bodies"]), "bodies; left out:", " ".join(low))


if __name__ == "__main__": main()
