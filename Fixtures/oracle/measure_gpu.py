"""What models with random weights take on a GPU, beside what the command says of them.

    python measure_gpu.py DEVICE-MAP OUTPUT.json [--device cuda:0|cpu] [--contexts 512,4096,16384] [MODEL_TYPE ..]

For each of ten architectures a config of a few layers is written, a plan for the device is asked of the command, and the model
is made with that map and run at each context. Written are weights, the peak of live bytes beside them, the bytes that the
allocator reserved, and what the process holds besides (context and libraries), each beside the prediction, with the names of
device, driver and library. On the cpu the peak is followed tensor by tensor, so that the script can be tried without a GPU.
"""
import argparse
import gc
import json
import logging
import os
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import torch
import transformers
from transformers import AutoConfig, AutoModelForCausalLM

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peaks"))
from timeline import Timeline

WIDE = dict(hidden_size=4096, intermediate_size=11008, num_attention_heads=32, num_key_value_heads=8, num_hidden_layers=4, vocab_size=128256)
EXPERTS = dict(hidden_size=2048, num_attention_heads=16, num_key_value_heads=4, num_hidden_layers=4, vocab_size=100000)
MODELS = {
    "llama": WIDE, "qwen2": WIDE, "qwen3": {**WIDE, "head_dim": 128}, "mistral": {**WIDE, "sliding_window": None},
    "gemma2": dict(hidden_size=3584, intermediate_size=14336, num_attention_heads=16, num_key_value_heads=8, head_dim=256, num_hidden_layers=4),
    "gemma3_text": dict(hidden_size=2560, intermediate_size=10240, num_attention_heads=8, num_key_value_heads=4, head_dim=256, num_hidden_layers=6),
    "mixtral": {**EXPERTS, "intermediate_size": 4096, "num_local_experts": 8},
    "qwen3_moe": {**EXPERTS, "intermediate_size": 4096, "moe_intermediate_size": 768, "num_experts": 64, "num_experts_per_tok": 8, "head_dim": 128},
    "gpt2": dict(n_embd=1600, n_layer=4, n_head=25, n_positions=16385),
    "falcon": dict(hidden_size=4544, num_attention_heads=71, num_hidden_layers=4, multi_query=True),
}


def shrunk(fields):
    """The same shape, small enough for a processor."""
    return {name: max(2, value // 16) if name in ("hidden_size", "n_embd", "intermediate_size", "moe_intermediate_size", "vocab_size") and isinstance(value, int) else value for name, value in fields.items()}


def config_of(kind, is_small):
    fields = dict(MODELS[kind])
    if is_small:
        fields = shrunk(fields)
        heads = fields.get("num_attention_heads", fields.get("n_head"))
        for name in ("hidden_size", "n_embd"):
            if name in fields: fields[name] = heads * 8 * max(1, fields[name] // (heads * 8))
    config = AutoConfig.for_model(kind, **fields)
    config.architectures = [AutoModelForCausalLM._model_mapping[type(config)].__name__]
    config.dtype = torch.bfloat16
    return config


def ask(command, *words):
    return json.loads(subprocess.run([command, *words, "--json"], capture_output=True, text=True).stdout)


def live_peak(model, context, device):
    """Bytes beside weights and inputs at the peak of a prefill."""
    ids = torch.zeros(1, context, dtype=torch.long, device=device)
    with torch.no_grad():
        if device.type == "cuda":
            torch.cuda.synchronize()
            torch.cuda.reset_peak_memory_stats()
            before = torch.cuda.memory_allocated()
            out = model(input_ids=ids, use_cache=True, logits_to_keep=1)
            torch.cuda.synchronize()
            peak = torch.cuda.max_memory_allocated() - before
            del out
            return peak
        with Timeline([*model.parameters(), *model.buffers(), ids], torch.bfloat16) as line:
            out = model(input_ids=ids, use_cache=True, logits_to_keep=1)
        del out
    live = most = 0
    for sign, serial in line.events:
        live += sign * line.storages[serial].bytes if sign else 0
        most = max(most, live)
    return most


def overhead(device):
    """(bytes that the allocator holds, bytes of the process beside them), None where there is no GPU."""
    if device.type != "cuda": return None, None
    free, total = torch.cuda.mem_get_info(device)
    reserved = torch.cuda.memory_reserved(device)
    return torch.cuda.max_memory_reserved(device), total - free - reserved


def measure(command, kind, contexts, device, limit):
    config = config_of(kind, device.type != "cuda")
    rows = []
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "config.json")
        config.to_json_file(path, use_diff=False)
        plan = ask(command, "plan", path, "--policy", "optimal", "--max-memory", f"0={limit}", "--context", str(max(contexts)))
        devices = set(plan["device_map"].values())
        if devices != {0}: return [dict(model=kind, note=f"the plan uses {sorted(map(str, devices))}: not measured")]
        with torch.device(device): model = AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16).eval()
        weights = sum(t.untyped_storage().nbytes() for t in {t.untyped_storage()._cdata: t for t in [*model.parameters(), *model.buffers()]}.values())
        for context in contexts:
            said = ask(command, "fit", path, "--max-memory", f"0={limit}", "--context", str(context))
            live = live_peak(model, context, device)
            held, beside = overhead(device)
            inputs = next(one["bytes"] for one in said["figures"] if one["name"].startswith("ids"))
            rows.append(dict(model=kind, context=context, weights=weights, said_weights=said["weights_bytes"], peak=live, said_peak=said["peak_bytes"] - inputs,
                             reserved=held, beside_allocator=beside, said_reserve=said["reserve_bytes"]))
            print(rows[-1], flush=True)
        del model
        gc.collect()
        if device.type == "cuda": torch.cuda.empty_cache()
    return rows


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("command")
    parser.add_argument("output")
    parser.add_argument("--device", default="cuda:0" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--contexts")
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_intermixed_args()
    device = torch.device(options.device)
    contexts = [int(x) for x in (options.contexts or ("512,4096,16384" if device.type == "cuda" else "64,256,512")).split(",")]
    limit = torch.cuda.mem_get_info(device)[1] if device.type == "cuda" else 1 << 40
    rows = []
    for kind in options.kinds or MODELS:
        try: rows += measure(options.command, kind, contexts, device, limit)
        except Exception as error: rows.append(dict(model=kind, error=f"{type(error).__name__}: {error}"[:200]))
    name = torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu"
    with open(options.output, "w") as file:
        json.dump(dict(device=name, torch=torch.__version__, cuda=torch.version.cuda, transformers=transformers.__version__, rows=rows), file, indent=1)
        file.write("\n")


if __name__ == "__main__": main()
