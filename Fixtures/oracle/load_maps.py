"""Maps of the command, loaded by the reference -> LOADED.md.

usage: load_maps.py run WORK --binary device-map [--classes A,B] [--minutes N]
           saves tiny models of many classes in variants of dtype, ties and shards, asks the command for a map by each policy on
           several budgets, loads each map by from_pretrained and compares the logits with those of the model loaded plainly;
           compares the maps with the reference's own, gives those to `check`, and compares sizes with the bytes in memory.
           A GPU is a text that torch reads as cpu and the libraries take for no cpu, so that hooks and offload run for real.
           WORK keeps a line a variant, and a second run goes on there
       load_maps.py table WORK [--table LOADED.md]
Pinned as catalog/requirements.txt; minutes of one core.
"""
import argparse
import collections
import copy
import datetime
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
SECONDS = 40
AS = "as"
POLICIES = ("auto", "balanced_low_0", "sequential")
ENDINGS = ("ForCausalLM", "LMHeadModel", "LMHead", "ForMaskedLM", "ForConditionalGeneration", "ForSequenceClassification")
SMALL = [
    (("hidden_size", "n_embd", "d_model", "dim", "model_dim", "embedding_size", "word_embed_proj_dim", "attention_hidden_size"), 32),
    (("num_attention_heads", "n_head", "n_heads", "num_heads", "encoder_attention_heads", "decoder_attention_heads"), 4),
    (("num_key_value_heads", "num_kv_heads", "multi_query_group_num"), 2),
    (("head_dim", "d_kv", "attention_head_dim", "qk_nope_head_dim", "v_head_dim", "qk_rope_head_dim"), 8),
    (("q_lora_rank", "kv_lora_rank"), 16), (("rotary_dim",), 8),
    (("num_hidden_layers", "n_layer", "n_layers", "num_layers", "encoder_layers", "decoder_layers", "num_decoder_layers"), 4),
    (("intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size", "d_ff", "encoder_ffn_dim", "decoder_ffn_dim", "moe_intermediate_size",
      "shared_expert_intermediate_size", "moe_shared_expert_intermediate_size", "shared_intermediate_size", "mlp_dim", "intermediate_dim"), 48),
    (("num_experts", "num_local_experts", "n_routed_experts", "moe_num_experts", "num_moe_experts"), 4),
    (("num_experts_per_tok", "moe_topk", "moe_k", "num_experts_per_token", "top_k_experts", "moe_top_k"), 2),
    (("n_group", "topk_group", "first_k_dense_replace", "mamba_n_groups", "n_groups"), 1),
    (("vocab_size", "vocab_size_per_layer_input"), 128), (("hidden_size_per_layer_input",), 8),
    (("max_position_embeddings", "n_positions", "max_source_positions", "max_target_positions"), 64),
]
SIZES = {name: value for names, value in SMALL for name in names}
VARIANTS = (("bfloat16", None, "5GB"), ("float32", "flipped", "20KB"))


class TimeLimit(Exception):
    pass


# ------------------------------------------------------------------ tiny models
def shrink(raw):
    """The config with small sizes, in its parts too."""
    out = {}
    # Latent attention has as many heads of keys as of queries.
    sizes = {**SIZES, "num_key_value_heads": SIZES["num_attention_heads"]} if "kv_lora_rank" in raw else SIZES
    for key, value in raw.items():
        if isinstance(value, dict) and "model_type" in value:
            value = shrink(value)
        elif isinstance(value, int) and not isinstance(value, bool) and value > 0 and key in sizes:
            value = min(value, sizes[key])
        elif isinstance(value, list) and key in ("layer_types", "mlp_layer_types", "layers_block_type", "attention_types"):
            value = value[:4]
        elif key.endswith("_token_id") and isinstance(value, int):
            value = min(value, 5)
        out[key] = value
    return out


def tiny(cls, ties):
    config = cls.config_class()
    small = cls.config_class.from_dict(shrink(json.loads(json.dumps(config.to_dict(), default=str))))
    if ties:
        small.tie_word_embeddings = not getattr(small, "tie_word_embeddings", False)
    return small


def build(cls, dtype, ties):
    import torch
    torch.manual_seed(7)
    config = tiny(cls, ties)
    model = cls._from_config(config, dtype=getattr(torch, dtype)).eval()
    if sum(p.numel() for p in model.parameters()) > 20_000_000:
        raise ValueError("not small enough")
    return model


def inputs(model):
    import torch
    torch.manual_seed(3)
    ids = torch.randint(6, 90, (1, 7))
    out = dict(input_ids=ids)
    if getattr(model.config, "is_encoder_decoder", False):
        out["decoder_input_ids"] = ids[:, :4]
    return out


def logits(model):
    import torch
    with torch.no_grad():
        found = model(**inputs(model))
    for name in ("logits", "last_hidden_state", "prediction_logits"):
        if getattr(found, name, None) is not None:
            return getattr(found, name).float()
    return found[0].float()


# ------------------------------------------------------------------ devices that are none
class FakeGPU(str):
    """The cpu to torch, another device to the libraries."""

    def __new__(cls, number):
        self = super().__new__(cls, "cpu")
        self.number = number
        return self

    def __eq__(self, other):
        return isinstance(other, FakeGPU) and other.number == self.number

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(("gpu", self.number))


def on_fakes(device_map):
    return {k: FakeGPU(int(v)) if str(v).isdigit() else v for k, v in device_map.items()}


def load(cls, folder, device_map, work):
    offload = tempfile.mkdtemp(dir=work)
    try:
        model = cls.from_pretrained(folder, dtype="auto", device_map=on_fakes(device_map), offload_folder=offload).eval()
        return logits(model), getattr(model, "hf_device_map", None)
    finally:
        shutil.rmtree(offload, ignore_errors=True)


def bytes_in_memory(model):
    seen, total = set(), 0
    for tensor in [*model.parameters(), *model.buffers()]:
        key = (tensor.data_ptr(), tensor.numel())
        if tensor.numel() and key in seen:
            continue
        seen.add(key)
        total += tensor.numel() * tensor.element_size()
    return total


# ------------------------------------------------------------------ a variant
def budgets(total):
    return dict(two=f"0={int(total * .6)}B,1={int(total * .6)}B,cpu={2 * total}B", offload=f"0={int(total * .35)}B,1={int(total * .3)}B,cpu={2 * total}B",
                disk=f"0={int(total * .3)}B,1={int(total * .3)}B,cpu={int(total * .2)}B")


def ask(binary, *words):
    run = subprocess.run([binary, *words], capture_output=True, text=True, timeout=30)
    return run.returncode, run.stdout, " ".join(run.stderr.split())


def parsed(text):
    memory = dict(part.split("=") for part in text.split(","))
    return {k: int(v.removesuffix("B")) for k, v in memory.items()}


def same(a, b):
    import torch
    return a.shape == b.shape and torch.allclose(a, b, rtol=1e-3, atol=1e-4, equal_nan=True)


def tried(cls, folder, device_map, want, work):
    try:
        got, kept = load(cls, folder, device_map, work)
    except TimeLimit:
        raise
    except Exception as x:
        return f"raises {type(x).__name__}: {' '.join(str(x).split())[:160]}"
    return "equal" if same(got, want) else "other logits"


def variant(cls, binary, work, dtype, ties, shard):
    import torch
    from record_plans import place
    from transformers.modeling_utils import ContextManagers
    row = dict(maps=[], check=[], sizes=None)
    with tempfile.TemporaryDirectory(dir=work) as folder:
        build(cls, dtype, ties).save_pretrained(folder, max_shard_size=shard)
        plain = cls.from_pretrained(folder, dtype="auto").eval()
        want = logits(plain)
        in_memory = bytes_in_memory(plain)
        code, out, message = ask(binary, "tree", folder, "--json")
        if code:
            return dict(error=message[:200])
        tree = json.loads(out)
        row["sizes"] = [in_memory, tree["loaded_bytes"]]
        with ContextManagers(cls.get_init_context(getattr(torch, dtype), False, False, None)):
            meta = cls(copy.deepcopy(plain.config))
        done = {}
        for key, memory in budgets(tree["total_bytes"]).items():
            for policy in (*POLICIES, "optimal"):
                code, out, message = ask(binary, "plan", folder, "--policy", policy, "--max-memory", memory)
                if code:
                    row["maps"].append([policy, key, "no plan", message[:200]])
                    continue
                ours, theirs = json.loads(out), None
                if policy != "optimal":
                    try:
                        theirs = place(meta, "transformers", policy, parsed(memory))
                    except Exception as x:
                        theirs = None
                    row["maps"].append([policy, key, "map", "as the reference's" if theirs == ours else "other" if theirs is not None else "reference raises"])
                text = json.dumps(ours)
                if text not in done:
                    done[text] = tried(cls, folder, ours, want, work)
                result = done[text]
                if theirs is not None and result != "equal" and theirs != ours:
                    own = json.dumps(theirs)
                    done[own] = done.get(own) or tried(cls, folder, theirs, want, work)
                    result += f"; with the reference's own map: {done[own]}"
                elif theirs is not None and result != "equal":
                    result += "; it is the reference's own map"
                row["maps"].append([policy, key, "load", result])
        for text, result in done.items():
            with open(f"{folder}/map.json", "w") as f:
                f.write(text)
            code, _, message = ask(binary, "check", folder, f"{folder}/map.json")
            row["check"].append([code, result, message[:200] if (code == 0) != (result == "equal") else ""])
    return row


def run(a):
    import environment
    import real_trees
    import random
    os.makedirs(a.work, exist_ok=True)
    path = f"{a.work}/variants.jsonl"
    done = {(r["class"], r["variant"]) for r in map(json.loads, open(path))} if os.path.exists(path) else set()
    names = a.classes.split(",") if a.classes else [n for n in real_trees.architecture_names() if n.endswith(ENDINGS)]
    random.Random(5).shuffle(names)
    names.sort(key=lambda n: min(i for i, e in enumerate(ENDINGS) if n.endswith(e)) if n.endswith(ENDINGS) else 9)
    end = time.time() + a.minutes * 60

    def ring(*_):
        raise TimeLimit("time limit")
    signal.signal(signal.SIGALRM, ring)
    import torch
    import transformers
    import accelerate
    open(f"{a.work}/versions.txt", "w").write(f"torch {torch.__version__}, transformers {transformers.__version__}, accelerate {accelerate.__version__}")
    for name in names:
        for dtype, ties, shard in VARIANTS:
            key = f"{dtype} {ties or ''} {shard}"
            if (name, key) in done or real_trees.model_class(name) is None:
                continue
            if time.time() > end:
                print("the time is up: run again to go on", flush=True)
                return
            signal.alarm(SECONDS)
            try:
                row = variant(real_trees.model_class(name), a.binary, a.work, dtype, ties, shard)
            except KeyboardInterrupt:
                raise
            except BaseException as x:
                row = dict(error=f"{type(x).__name__}: {' '.join(str(x).split())}"[:200])
            finally:
                signal.alarm(0)
            with open(path, "a") as f:
                f.write(json.dumps({"class": name, "variant": key, **row}) + "\n")
    print("all variants are done", flush=True)


# ------------------------------------------------------------------ the table
def table(a):
    rows = [json.loads(line) for line in open(f"{a.work}/variants.jsonl")]
    good = [r for r in rows if "error" not in r]
    out = ["# Maps of the command, loaded by the reference", "",
           f"{datetime.date.today()}; {open(f'{a.work}/versions.txt').read()}. Written by `load_maps.py`: {len({r['class'] for r in good})} classes, {len(good)} variants of dtype, ties and "
           f"shards that the reference builds, saves and runs; three budgets each.", "",
           "| policy | maps | as the reference's | loads | equal logits | fails with the reference's own map too | fails otherwise |", "|-|-:|-:|-:|-:|-:|-:|"]
    bad = []
    for policy in (*POLICIES, "optimal"):
        maps = [m for r in good for m in r["maps"] if m[0] == policy and m[2] == "map" and m[3] != "reference raises"]
        loads = [(r, m) for r in good for m in r["maps"] if m[0] == policy and m[2] == "load"]
        equal = [m for _, m in loads if m[3] == "equal"]
        own = [m for _, m in loads if "the reference's own map" in m[3] and "own map: equal" not in m[3]]
        out.append(f"| {policy} | {len(maps)} | {sum(m[3][:2] == AS for m in maps)} | {len(loads)} | {len(equal)} | {len(own)} | {len(loads) - len(equal) - len(own)} |")
        bad += [(r, m) for r, m in loads if m[3] != "equal" and m not in own]
        bad += [(r, m) for r in good for m in r["maps"] if m[0] == policy and (m[2] == "no plan" or m[2] == "map" and m[3] == "other")]
    sizes = [r for r in good if r["sizes"]]
    out += ["", f"Bytes in memory of the model loaded plainly: {sum(r['sizes'][0] == r['sizes'][1] for r in sizes)} of {len(sizes)} as `tree --json` says (`loaded_bytes`).", ""]
    checks = [(r, c) for r in good for c in r["check"]]
    out += [f"`check`: of {sum(c[1] == 'equal' for _, c in checks)} maps that load with equal logits it accepts {sum(c[1] == 'equal' and c[0] == 0 for _, c in checks)}; of {sum(c[1] != 'equal' for _, c in checks)} "
            f"others it rejects {sum(c[1] != 'equal' and c[0] != 0 for _, c in checks)}.", "", "## What differs", ""]
    out += [f"* {r['class']} ({r['variant'].strip()}): {m[0]}, {m[1]}: {m[2]}: {m[3]}" for r, m in bad]
    out += [f"* {r['class']} ({r['variant'].strip()}): {r['sizes'][0]} bytes in memory, {r['sizes'][1]} told" for r in sizes if r["sizes"][0] != r["sizes"][1]]
    out += [f"* {r['class']} ({r['variant'].strip()}): check {c[0]}: {c[1]}: {c[2]}" for r, c in checks if (c[0] == 0) != (c[1] == "equal")]
    failed = [r for r in rows if "error" in r]
    out += ["", f"## Not run ({len(failed)} variants)", "", *[f"* {r['class']} ({r['variant'].strip()}): {r['error'][:150]}" for r in failed]]
    text = "\n".join(out) + "\n"
    if a.table:
        open(a.table, "w").write(text)
    print(text)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("stage", choices=("run", "table"))
    p.add_argument("work")
    p.add_argument("--binary", default="device-map")
    p.add_argument("--classes", default="")
    p.add_argument("--minutes", type=float, default=1e9)
    p.add_argument("--table")
    a = p.parse_args()
    (run if a.stage == "run" else table)(a)


if __name__ == "__main__":
    main()
