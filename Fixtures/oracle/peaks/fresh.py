"""Compares the command with what configs take that nobody recorded from: every kernel, length, batch and padding with each other.

    python fresh.py DEVICE-MAP ../../memory/fresh.jsonl [--seed N] [--configs N] [--short] [CLASS ...]

Configs are drawn as they are published (heads of 64, 80, 96, 128, 256; a few, one or all of them with keys of their own; windows
that are shorter or longer than the prompt or none; switches of the class turned over), not as the recorder draws them. A line of
the output is a config with what the reference takes on tensors without data, with the kernels that CUDA takes; printed are the
errors of what the command says (`peak_bytes` or `decode_peak_bytes` of `fit`, less its inputs). Goes on where it was stopped; ends
with status 1 when a row is under by more than 3 percent.
"""
import argparse
import copy
import itertools
import json
import logging
import os
import random
import signal
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import cuda_on_meta
from cases import Case, build
from configs import EXPERTS, EXPERTS_PER_TOKEN, HEAD_WIDTH, HEADS, HIDDEN, MLP, SHARED_HEADS
from measure import SOURCE, row_of, variants_of
from record import Model, Slow, every_pair, too_slow, within

CONTEXTS, BATCHES = (1, 100, 4097, 33000), (1, 3)
PASSES = [(Case(phase, attention, padded), batch, context)
          for phase, attention, padded in itertools.product(("prefill", "decode"), ("default", "eager"), (False, True))
          for batch, context in itertools.product(BATCHES, CONTEXTS)
          if phase == "prefill" or (not padded and context > 1)]
# Each kernel with and without padding at the ends of both axes; what lies between them follows the same forms.
CORNERS = {"prefill": [(1, 1), (3, 100), (1, 4097), (3, 33000)], "decode": [(1, 100), (1, 4097), (3, 33000)]}
SHORT = [(case, batch, context) for case, batch, context in PASSES
         if (batch, context) in CORNERS[case.phase] or (case == Case() and context > 100)]
LONGEST = {"prophetnet": 200}   # of classes that take no more tokens than they have positions
SHARING = "some", "none", "all"   # heads that share keys, by the seed: a few, none, all of them
# What turns a class into another one, or asks for data.
KEPT = ("is_encoder_decoder", "is_decoder", "use_cache", "add_cross_attention", "output_attentions", "output_hidden_states", "return_dict",
        "torchscript", "use_mamba_kernels", "tie_encoder_decoder", "is_moe", "use_return_dict", "scale_embedding", "output_router_logits")


def turned(rng, raw):
    """A few of the switches of a config turned over."""
    names = [name for name, value in raw.items() if isinstance(value, bool) and name not in KEPT]
    return {name: not raw[name] for name in names if rng.random() < 0.15}


def widths(rng, raw, known, sharing):
    """Sides as published models have them."""
    out = {}
    heads = rng.choice([4, 8, 12, 16, 24, 32, 40] if sharing == "some" else [1, 2, 4, 8, 12, 16, 24, 32, 40])
    width = rng.choice([32, 64, 64, 80, 96, 112, 128, 128, 256])
    shared = {"none": heads, "all": 1, "some": rng.choice([count for count in range(2, heads) if heads % count == 0] or [1])}[sharing]
    own = any(name in known for name in HEAD_WIDTH)
    hidden = heads * width if not own or rng.random() < 0.5 else 128 * rng.randint(2, 40)
    for names, value in ((HIDDEN, hidden), (HEADS, heads), (SHARED_HEADS, shared), (HEAD_WIDTH, width)):
        out.update({name: value for name in names if name in known})
    for name in MLP:
        if name in known and isinstance(raw.get(name), int): out[name] = rng.choice([hidden // 2, 768, 1408, 2 * hidden, hidden * 8 // 3, 4 * hidden, 11008])
    experts = rng.choice([4, 8, 16, 64])
    out.update({name: experts for name in EXPERTS if name in known})
    out.update({name: rng.choice([count for count in (1, 2, 4, 6, 8) if count <= experts]) for name in EXPERTS_PER_TOKEN if name in known and raw.get(name)})
    if "vocab_size" in known: out["vocab_size"] = rng.choice([1000, 32000, 50257, 128256, 151936, 262144])
    for name in ("sliding_window", "attention_chunk_size", "attention_window_size"):
        if raw.get(name): out[name] = rng.choice([16, 127, 512, 1024, 4096, 40000])
    return out


# Classes whose sides depend on each other in ways of their own: the recorder's sides with switches turned over.
DEPENDENT = ("kv_lora_rank", "mamba_n_heads", "mamba_num_heads", "linear_num_key_heads", "attn_config", "lru_width", "per_layer_config",
             "mamba_d_state", "time_step_rank", "num_heads", "hidden_size_per_layer_input", "alibi", "mrope_section")


def attempts(model, seed):
    """Configs that may be drawn for a seed, the most changed first."""
    rng = random.Random(f"{model.name} {seed}")
    sharing = SHARING[seed % 3]
    drawn = model.draw(rng.randrange(10**6), sharing)
    # Of an encoder and a decoder both are drawn, with as many heads: a view of the decoder alone has other defaults.
    inner = drawn if getattr(drawn, "is_encoder_decoder", False) and model.whole is None else drawn.get_text_config(decoder=True)
    raw, known = inner.to_dict(), set(inner.to_dict()) - set(getattr(type(inner), "attribute_map", {}))
    for _ in range(4):
        changes = turned(rng, raw)
        if not any(name in raw for name in DEPENDENT) and "mrope_section" not in (raw.get("rope_parameters") or {}): changes = {**widths(rng, raw, known, sharing), **changes}
        yield drawn, inner, {**raw, **changes}
    yield drawn, inner, raw


def fresh(model, seed):
    """A model of a config that nothing was recorded from, with the config."""
    for drawn, inner, raw in attempts(model, seed):
        try:
            config = type(inner)(**{name: value for name, value in raw.items() if name != "model_type"})
            if model.whole is not None: config = within(model.whole, model.key, config)
            model.built = {(seed, attention, "some", 0): build(model.model_class, copy.deepcopy(config), attention) for attention in ("default", "eager")}
            # The longest first beside an encoder: tables of positions that grow with the prompt are there then.
            row_of(model, seed, Case(), *((1, LONGEST.get(config.model_type, 33000)) if getattr(config, "is_encoder_decoder", False) else (2, 7)))
            return config
        except Slow: raise
        except Exception: continue
    raise ValueError("no config of it runs")


def text_of(config, name):
    raw = json.loads(config.to_json_string())
    raw.update(architectures=[name], dtype="bfloat16")
    for key in ("transformers_version", "id2label", "label2id"): raw.pop(key, None)
    return json.dumps(raw)


def said(binary, path, row):
    words = [binary, "fit", path, "--json", "--gpu", "1TiB", "--context", str(row["context"]), "--batch", str(row["batch"])]
    if "eager" in row["case"]: words += ["--attention", "eager"]
    if "padded" in row["case"]: words.append("--padded")
    if "source" in row: words += ["--source", str(row["source"])]
    done = subprocess.run(words, capture_output=True, text=True)
    try: answer = json.loads(done.stdout)
    except ValueError: return None
    inputs = next((figure["bytes"] for figure in answer["figures"] if figure["name"] == "ids and mask"), 0)
    whole = answer["decode_peak_bytes" if row["case"].startswith("decode") else "peak_bytes"]
    return None if whole is None else whole - inputs


def line_of(options, name, label, overrides, seed):
    model, rows, reasons, answers = Model(name, overrides), [], [], []
    config = fresh(model, seed)
    text = text_of(config, name)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "config.json")
        with open(path, "w") as file: file.write(text)
        for case, batch, context in SHORT if options.short else PASSES:
            try: row = row_of(model, seed, case, batch, context)
            except Slow: raise
            except Exception as error:
                reasons.append(f"{case}: {type(error).__name__}: {error}"[:160])
                continue
            rows.append(row)
            answers.append(said(options.binary, path, row))
    return dict(model=label, seed=seed, config=text, rows=rows, **({"reason": reasons[0]} if reasons else {})), answers


def errors_of(rows, answers): return [100 * (answer - row["measured"]) / max(1, row["measured"]) for row, answer in zip(rows, answers) if answer is not None]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("binary")
    parser.add_argument("output")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--configs", type=int, default=1, help="seeds that follow each other: their heads share keys in three ways")
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--short", action="store_true", help="the corners alone")
    parser.add_argument("names", nargs="*")
    options = parser.parse_intermixed_args()
    cuda_on_meta.install()
    signal.signal(signal.SIGVTALRM, too_slow)
    lines = [json.loads(line) for line in open(options.output)] if os.path.exists(options.output) else []
    done, low = {(line["model"], line["seed"]) for line in lines}, False
    with open(options.output, "a") as file:
        for seed, name in itertools.product(range(options.seed, options.seed + options.configs), options.names or dict.fromkeys(name for _, name in every_pair())):
            for label, overrides in variants_of(name).items():
                if (label, seed) in done: continue
                signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
                try: line, answers = line_of(options, name, label, overrides, seed)
                except KeyboardInterrupt: raise
                except BaseException as error: line, answers = dict(model=label, seed=seed, config="", rows=[], reason=f"{type(error).__name__}: {error}"[:160]), []
                finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)
                file.write(json.dumps(line) + "\n")
                file.flush()
                found = errors_of(line["rows"], answers)
                low = low or any(error < -3 for error in found)
                print(label, seed, len(found), f"{min(found):+.2f} to {max(found):+.2f}" if found else "", line.get("reason", ""), flush=True)
    sys.exit(1 if low else 0)


if __name__ == "__main__": main()
