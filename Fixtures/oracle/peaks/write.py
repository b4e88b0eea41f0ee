"""Writes what was recorded as text: one block a body, one line a form.

    python write.py bodies.json peaks.txt

The classes of `exact.txt` are marked: the tests compare them to the byte with what `measure.py` measured. Those of `low.txt`
are left out: they say less than was measured by more than 3 percent for some config.
"""
import json
import pathlib
import sys
from fractions import Fraction

from chunks import CHUNKS
from polynomials import text

CONDITIONS = [("token", "S == 1"), ("chunks", "C < 3"), ("unshared window", "T < window and num_key_value_heads == num_attention_heads"),
              ("single window", "T < window and num_key_value_heads == 1"), ("single one", "B == 1 and num_key_value_heads == 1"), ("window", "T < window"), ("unshared", "num_key_value_heads == num_attention_heads"), ("single", "num_key_value_heads == 1"),
              ("aligned", "T % 16 == 0"), ("one", "B == 1")]
ORDER = ["prefill default", "prefill default padded", "prefill default all_logits", "prefill eager", "prefill eager padded", "piece default", "piece eager",
         "decode default", "decode eager", "encode default", "encode eager"]


# Attributes that classes compute, by the fields that a config has. In latent attention head_dim is the rotated part.
LATENT = {"head_dim": "qk_rope_head_dim", "qk_head_dim": "(qk_nope_head_dim + qk_rope_head_dim)"}


def is_latent(body): return any("kv_lora_rank" in names for forms in body["forms"].values() for poly in forms for names, _ in poly)


def texts(forms, latent):
    named = lambda name: LATENT.get(name, name) if latent else name
    return [text({tuple(map(named, names)): Fraction(factor) for names, factor in poly}) for poly in forms]


# What heads stand for where they share nothing, or one key head is shared by all.
SHARED = {"unshared": {"num_key_value_heads": "num_attention_heads"}, "single": {"num_key_value_heads": None}}


def beside_attention(forms, bound):
    """Forms of the steps outside attention, which do not depend on how heads share: `bound` says what names stand for."""
    for poly in forms:
        if any("num_attention_heads" in names and any("head" in name and name != "num_attention_heads" for name in names) or "num_key_value_heads" in "*".join(names) for names, _ in poly): continue
        yield [[sorted(bound.get(name, name) for name in names if bound.get(name, name)), factor] for names, factor in poly]


def with_those_beside(body, name, case):
    """The forms of a circumstance; where it is about heads, with all of the steps outside attention: their configs had other widths."""
    found = body["circumstances"].get(name, {}).get(case)
    if found is None or name.split()[0] not in SHARED: return found
    general = body["circumstances"].get("window", {}).get(case) if name.endswith(" window") else None
    known = {json.dumps(sorted(poly)) for poly in found}
    more = beside_attention(general or body["forms"].get(case, []), SHARED[name.split()[0]])
    return found + [poly for poly in more if json.dumps(sorted(poly)) not in known]


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
            found = with_those_beside(body, name, case)
            if found is not None: write(f"{head} when {condition}", found)
        if case in body["forms"]: write(head, body["forms"][case])
    return out


def main():
    with open(sys.argv[1]) as file: recorded = json.load(file)
    low, exact_ones = (path.read_text().split() for path in map(pathlib.Path, ("low.txt", "exact.txt")))
    out, taken, checked = [f"transformers {recorded['transformers']}"], set(), 0
    for body in recorded["bodies"]:
        variant = body.get("variant", "")
        kinds = [kind for kind, name in body["kinds"].items() if name not in low and (kind, variant) not in taken and (kind, "") not in taken]
        exact = [kind for kind in kinds if body["kinds"][kind] in exact_ones]
        taken.update((kind, variant) for kind in kinds)
        if not kinds or not body["forms"]: continue
        out.append(f"peaks {' '.join(kinds)}")
        if variant: out.append(f"  variant {variant}")
        if exact: out.append(f"  checked {' '.join(exact)}")
        checked += len(exact)
        out += lines_of(body, next((CHUNKS[kind] for kind in kinds if kind in CHUNKS), None))
    with open(sys.argv[2], "w") as file: file.write("\n".join(out) + "\n")
    print(len({kind for kind, _ in taken}), "model types,", checked, "equal to the byte;", len(recorded["bodies"]), "bodies")


if __name__ == "__main__": main()
