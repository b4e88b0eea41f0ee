"""Writes what was recorded as text: one block a body, one line a form.

    python write.py bodies.json peaks.txt

The model types of `exact.txt` are marked, each for a way to share heads: the tests write that list of those that are equal to
the byte to all that `measure.py` and `fresh.py` measured. Those of `low.txt`
are left out: they say less than was measured by more than 3 percent for some config.
"""
import json
import pathlib
import sys
from fractions import Fraction

from chunks import CHUNKS
from polynomials import text

CONDITIONS = [("token", "S == 1"), ("chunks", "C < 3"), ("unshared window", "T < window and num_key_value_heads == num_attention_heads"),
              ("single window", "T < window and num_key_value_heads == 1"), ("single one", "B == 1 and num_key_value_heads == 1"), ("unshared one", "B == 1 and num_key_value_heads == num_attention_heads"), ("window", "T < window"), ("unshared", "num_key_value_heads == num_attention_heads"), ("single", "num_key_value_heads == 1"),
              ("aligned", "T % 16 == 0"), ("one", "B == 1")]
ORDER = ["prefill default", "prefill default padded", "prefill default all_logits", "prefill eager", "prefill eager padded", "piece default", "piece eager",
         "decode default", "decode eager", "encode default", "encode eager"]


# Attributes that classes compute, by the fields that a config has. In latent attention head_dim is the rotated part.
LATENT = {"head_dim": "qk_rope_head_dim", "qk_head_dim": "(qk_nope_head_dim + qk_rope_head_dim)"}


def is_latent(body): return any("kv_lora_rank" in names for forms in body["forms"].values() for poly in forms for names, _ in poly)


# Encoders and decoders with heads and widths of their own: recorded with equal ones, so that a form names those of the encoder.
OF_DECODER = {"num_attention_heads": "decoder_attention_heads", "encoder_attention_heads": "decoder_attention_heads", "encoder_ffn_dim": "decoder_ffn_dim"}
# Those that call them otherwise.
DECODER_HEADS = {"prophetnet": "num_decoder_attention_heads"}
HEADS = "num_attention_heads", "encoder_attention_heads", "decoder_attention_heads"


def has_own_heads(body):
    """Whether the config says the sizes of encoder and decoder each."""
    return "led" in body["kinds"] or any("encoder_ffn_dim" in names for poly in body["forms"].get("encode default", []) for names, _ in poly)


def of_pass(forms, case, decoder_heads="decoder_attention_heads"):
    """The forms of one pass of such a body: all heads together are as wide as the hidden state."""
    for poly in forms:
        out = []
        for names, factor in poly:
            names = list(names)
            for heads in HEADS:
                while heads in names and "head_dim" in names:
                    names.remove(heads)
                    names.remove("head_dim")
                    names.append("hidden_size")
            if not case.startswith("encode"): names = [{**OF_DECODER, "num_attention_heads": decoder_heads, "encoder_attention_heads": decoder_heads}.get(name, name) for name in names]
            out.append((sorted(names), factor))
        yield out


def texts(forms, latent):
    named = lambda name: LATENT.get(name, name) if latent else name
    found = []
    for poly in forms:
        terms = {}
        for names, factor in poly:
            key = tuple(sorted(map(named, names)))
            terms[key] = terms.get(key, 0) + Fraction(factor)
        found.append(text(terms))
    return list(dict.fromkeys(found))


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


def at_one_token(forms, is_step):
    """What a pass of one token takes outside attention, from the forms of a prompt: there the logits were always more, so that
    none of its own was recorded. Where two lengths are multiplied the second is that of the keys."""
    for poly in beside_attention(forms, {}):
        used = {name for names, _ in poly for name in names}
        if used & {"S16", "C", "N", "T", "U", "vocab_size", "n_positions"}: continue
        terms = {}
        for names, factor in poly:
            key = tuple(sorted([name for name in names if name != "S"] + ["T"] * (is_step and names.count("S") > 1)))
            terms[key] = terms.get(key, 0) + Fraction(factor)
        yield [[list(names), str(factor)] for names, factor in terms.items()]


def with_mlp(forms, body, head):
    """Forms of a decoder beside an encoder with its MLP, which the logits of all positions hid: as wide as the encoder's is."""
    mlp = next((poly for poly in body["forms"]["encode default"] if any("encoder_ffn_dim" in names for names, _ in poly)), None)
    if mlp is None: mlp = [[["B", "N", "bytes", "encoder_ffn_dim"], "2"], [["B", "N", "bytes", "hidden_size"], "4"]]
    terms = [[sorted({"N": "S", "encoder_ffn_dim": "decoder_ffn_dim"}.get(name, name) for name in names), factor] for names, factor in mlp if names.count("N") == 1]
    terms.append([["B", "S", "bytes", "hidden_size"], "1"])
    if "eager" in head: terms += [[["B", "S", "S", "bytes", "decoder_attention_heads"], "1"], [["B", "S", "S", "bytes"], "1"]]
    elif "padded" in head: terms += [[["B", "S", "S"], "1"]]
    return [*forms, terms]


def with_head(forms, is_one_token):
    """Forms of a pass with its logits, where other steps of the recorded configs were always higher."""
    if any("vocab_size" in names for poly in forms for names, _ in poly): return forms
    width = ["B", "bytes", "hidden_size"] if is_one_token else ["B", "S", "bytes", "hidden_size"]
    return [*forms, [[width, "1"], [["B", "bytes", "vocab_size"], "1"]]]


def lines_of(body, chunk):
    out, written, latent = [], {}, is_latent(body)
    has_window = "window" in body["circumstances"] and body["forms"].get("prefill default") != body["forms"].get("prefill eager")
    has_vocabulary = any("vocab_size" in names for forms in body["forms"].values() for poly in forms for names, _ in poly)
    is_plain = chunk is None and not any(case.startswith("encode") for case in body["forms"])

    has_own = has_own_heads(body)

    def write(head, forms):
        if has_own and head.startswith("prefill"): forms = with_mlp(forms, body, head)
        if has_own: forms = of_pass(forms, head, *(DECODER_HEADS[kind] for kind in body["kinds"] if kind in DECODER_HEADS))
        prompt = body["forms"].get("prefill eager" if "eager" in head else "prefill default", [])
        if is_plain and (head.startswith("decode") or head.endswith("S == 1")):
            more = at_one_token(prompt, head.startswith("decode"))
            # A window sees fewer keys than there are.
            if has_window: more = [poly for poly in more if not any("T" in names for names, _ in poly)]
            forms = [*forms, *more]
        if is_plain and "all_logits" not in head and has_vocabulary: forms = with_head(forms, head.startswith("decode") or head.endswith("S == 1"))
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
    low = pathlib.Path("low.txt").read_text().split()
    checked_ones = {tuple(line.split()) for line in pathlib.Path("exact.txt").read_text().splitlines()}
    out, taken, checked = [f"transformers {recorded['transformers']}"], set(), 0
    for body in recorded["bodies"]:
        variant = body.get("variant", "")
        kinds = [kind for kind, name in body["kinds"].items() if name not in low and (kind, variant) not in taken and (kind, "") not in taken]
        taken.update((kind, variant) for kind in kinds)
        if not kinds or not body["forms"]: continue
        out.append(f"peaks {' '.join(kinds)}")
        if variant: out.append(f"  variant {variant}")
        for way in ("grouped", "unshared", "single"):
            # Of those that decode or not the ones that do were measured.
            equal = [kind for kind in kinds if (kind, way) in checked_ones and (variant or (kind, "is_decoder") not in taken)]
            if equal: out.append(f"  checked {way} {' '.join(equal)}")
            checked += len(equal)
        out += lines_of(body, next((CHUNKS[kind] for kind in kinds if kind in CHUNKS), None))
    with open(sys.argv[2], "w") as file: file.write("\n".join(out) + "\n")
    print(len({kind for kind, _ in taken}), "model types,", checked, "model types and ways to share heads equal to the byte;", len(recorded["bodies"]), "bodies")


if __name__ == "__main__": main()
