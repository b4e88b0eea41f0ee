"""Draws of quantized configs, what from_pretrained's map counts of each and which maps it makes, and whether the command
counts the same and makes the same.

    python record_draws.py SEED COUNT DRAWS.jsonl
    python record_draws.py compare DRAWS.jsonl DEVICE-MAP        without the libraries; says what differs

A line a draw: `name` of models.py, `kind`, `dtype` where weights are packed while they are loaded, `config`, `total` bytes,
`budgets`, `maps` and `cases` as record_quantized.py has them. Some draws stand in Fixtures/quantized/draws.jsonl.
As record_quantized.py, with torchao 0.18.0 and gptqmodel 7.7.0 beside.
"""
import copy
import gc
import json
import os
import random
import subprocess
import sys
import tempfile

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.join(os.path.dirname(os.path.abspath(__file__)), "catalog")]


def ask(binary, row, words):
    """The answer of the command to a question about the config of a draw, and its status."""
    with tempfile.NamedTemporaryFile("w", suffix=".json") as config:
        json.dump(row["config"], config)
        config.flush()
        dtype = ["--dtype", row["dtype"]] if row["dtype"] else []
        run = subprocess.run([binary, words[0], config.name, "--release", "5.23", *dtype, *words[1:]], capture_output=True, text=True)
    return json.loads(run.stdout) if run.stdout.strip() else " ".join(run.stderr.split())[:120], run.returncode


def placements(row):
    """Each placement of a draw: policy, limits, the map, and whether the quantizer refuses it. Limits without a GPU are left
    out where weights are unpacked without one: the draws were made as if there was one."""
    for policy, cases in row["cases"].items():
        for name, index in cases.items():
            if name == "cpu_only" and row["kind"] in ("fp8", "mxfp4"): continue
            refused = isinstance(index, list)
            yield policy, row["budgets"][name], unpack_map(row["maps"][index[0] if refused else index]), refused


def compare(path, binary):
    rows = [json.loads(line) for line in open(path)]
    equal = maps = same = 0
    for row in rows:
        answer, _ = ask(binary, row, ["tree", "--json"])
        counted = answer["total_bytes"] if isinstance(answer, dict) else answer
        equal += counted == row["total"]
        others = []
        for policy, limits, device_map, refused in placements(row):
            answer, status = ask(binary, row, ["plan", "--policy", policy, "--max-memory", json.dumps(limits)])
            maps += 1
            if isinstance(answer, dict) and [*answer.items()] == [*device_map.items()] and (not refused or status == 1): same += 1
            else: others.append((policy, limits))
        if counted != row["total"] or others:
            print(row["name"], row["kind"], row["total"], counted, f"{len(others)} other maps", *others[:1])
    print(f"{equal} of {len(rows)} totals and {same} of {maps} maps as from_pretrained has them")


from compact import unpack_map

if sys.argv[1] == "compare":
    sys.exit(compare(*sys.argv[2:]))

import environment  # before torch
import torch
import transformers
import transformers.integrations.hub_kernels
import transformers.quantizers.quantizer_mxfp4
from transformers import BitsAndBytesConfig, TorchAoConfig
from transformers.integrations import accelerate as engine
from transformers.quantizers.auto import AutoQuantizationConfig

import record_quantized as recorded
from models import MODELS

ENDINGS = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration", "ForMaskedLM", "EncoderModel")
NAMES = [n for n, c in MODELS.items() if c["architectures"][0].endswith(ENDINGS)]
LAYERS = ("num_hidden_layers", "n_layer", "num_layers", "n_layers", "num_decoder_layers", "depth")
SKIPS = (None, ["lm_head"], ["lm_head", "model.layers.0"], ["q_proj"], ["down_proj", "lm_head"], ["embed_tokens", "mlp.gate"])
EXPERTS_ALONE = ["model.layers.*.self_attn", "model.layers.*.mlp.router", "model.embed_tokens", "lm_head"]


def torchao(name):
    import torchao.quantization
    return json.loads(json.dumps(TorchAoConfig(getattr(torchao.quantization, name)()).to_dict()))


KINDS = {
    "int4 while loading": lambda draw: None, "int8 while loading": lambda draw: None,
    "gptq": lambda draw: dict(quant_method="gptq", bits=draw.choice([4, 8]), group_size=draw.choice([32, 64, 128]), desc_act=False, sym=True),
    "awq": lambda draw: dict(quant_method="awq", bits=4, group_size=draw.choice([64, 128]), version="gemm", zero_point=True, modules_to_not_convert=draw.choice(SKIPS)),
    "bitsandbytes 4": lambda draw: {**recorded.BNB4, "llm_int8_skip_modules": draw.choice(SKIPS)},
    "bitsandbytes 8": lambda draw: {**recorded.BNB8, "llm_int8_skip_modules": draw.choice(SKIPS)},
    "fp8": lambda draw: {**recorded.FP8, "modules_to_not_convert": draw.choice(SKIPS)},
    "compressed 4": lambda draw: recorded.ct_config("pack-quantized", 4, "int", "group", draw.choice([32, 64, 128])),
    "compressed fp8": lambda draw: recorded.ct_config("float-quantized", 8, "float", "channel"),
    "compressed int8": lambda draw: recorded.ct_config("int-quantized", 8, "int", "channel"),
    "mxfp4": lambda draw: dict(quant_method="mxfp4", modules_to_not_convert=draw.choice([EXPERTS_ALONE, ["lm_head"], None])),
    "torchao 8": lambda draw: torchao("Int8WeightOnlyConfig"), "torchao 4": lambda draw: torchao("Int4WeightOnlyConfig"),
}


def smaller(config, draw):
    """A config with fewer layers, another vocabulary and other ties."""
    for key, value in list(config.items()):
        if isinstance(value, dict):
            smaller(value, draw)
        elif key in LAYERS and isinstance(value, int):
            config[key] = draw.randint(2, max(2, min(value, 14)))
        elif key == "vocab_size" and draw.random() < 0.5:
            config[key] = max(1024, value // draw.choice([2, 3, 5]))
        elif key == "tie_word_embeddings" and draw.random() < 0.3:
            config[key] = not value
    if isinstance(config.get("layer_types"), list):
        config["layer_types"] = (config["layer_types"] * 8)[:config["num_hidden_layers"]]
    return config


def drawn(draw):
    kind = draw.choice(sorted(KINDS))
    name = "gpt-oss-20b" if kind == "mxfp4" else draw.choice(NAMES)
    config = smaller({k: v for k, v in copy.deepcopy(MODELS[name]).items() if k != "quantization_config"}, draw)
    if not (config.get("torch_dtype") or config.get("dtype") or (config.get("text_config") or {}).get("dtype")):
        config["torch_dtype"] = draw.choice(["bfloat16", "float16"])
    quantization = KINDS[kind](draw)
    return dict(name=name, kind=kind, dtype=None if quantization else kind.split()[0], config={**config, **({"quantization_config": quantization} if quantization else {})})


def built(row):
    quantization = row["config"].get("quantization_config")
    if quantization is None:
        return recorded.quantized(row["config"], BitsAndBytesConfig(load_in_8bit=row["dtype"] == "int8", load_in_4bit=row["dtype"] == "int4"), False)
    return recorded.quantized(row["config"], AutoQuantizationConfig.from_dict(copy.deepcopy(quantization)), True)


def record():
    transformers.integrations.bitsandbytes.validate_bnb_backend_availability = lambda raise_exception=False: True
    transformers.integrations.validate_bnb_backend_availability = lambda raise_exception=False: True
    transformers.integrations.hub_kernels.get_kernel = lambda *a, **k: None
    transformers.quantizers.quantizer_mxfp4.get_current_accelerator = lambda: torch.device("cuda")
    draw, count = random.Random(sys.argv[1]), int(sys.argv[2])
    with open(sys.argv[3], "w") as f:
        while count:
            row = drawn(draw)
            try:
                model, quantizer = built(row)
                sizes, _ = engine.compute_module_sizes(model, quantizer)
                placed = recorded.cases(model, recorded.Checked(quantizer, model), sizes[""], lambda m: recorded.refuses(quantizer, m))
            except Exception as x:
                print(row["name"], row["kind"], f"{type(x).__name__}: {' '.join(str(x).split())}"[:160], flush=True)
                continue
            f.write(json.dumps({**row, "total": int(sizes[""]), **placed}) + "\n")
            f.flush()
            count -= 1
            gc.collect()


if __name__ == "__main__":
    record()
