"""Records quantized models -> Fixtures/quantized: NAME.json, checkpoints that hold packed weights; loading.jsonl, models
that bitsandbytes packs while they are loaded.

NAME.json
  name, config      the config.json that a user would have, with its quantization_config
  tensors           the checkpoint's tensors, folded as compact.py says
  tree              module tree without the root, folded as compact.py says; bytes as `reference` counts them, else as stored
  total, unpacked   bytes as stored, and of the model that it unpacks to
  reference         bytes as transformers counts them for this checkpoint: the quantizer's own modules and element
                    sizes; absent where the quantizer's library cannot be had without a GPU (GPTQ, AWQ)
  factor            what the quantizer makes of each budget
  budgets, maps, cases   as record_plans.py has them, for the transformers engine: its placement of the sizes of `tree`

loading.jsonl, one line a model and width
  name              the model (Fixtures/plans/NAME.json has its config)
  dtype             int8 or int4
  total             bytes as transformers counts them
  kept              modules of the classes Linear and Conv1D that stay as they are, ranges as in compact.py
  budgets, maps, cases   for some models: index into maps, or [index] when the quantizer refuses the map

In addition to requirements.txt: bitsandbytes and compressed-tensors, and no GPU. Checks of the environment are left out,
but for that of the finished map.
usage: record_quantized.py [loading | NAME ...]
"""
import copy
import json
import logging
import os
import sys
import warnings

os.environ["CUDA_VISIBLE_DEVICES"] = ""
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import torch
import transformers
from torch import nn
from transformers import BitsAndBytesConfig
from transformers.integrations import accelerate as engine
from transformers.modeling_utils import ContextManagers
from transformers.pytorch_utils import Conv1D
from transformers.quantizers.auto import AutoHfQuantizer, AutoQuantizationConfig
from transformers.quantizers.base import HfQuantizer
from transformers.quantizers.quantizers_utils import should_convert_module

from compact import dump, pack_map, pack_tensors, pack_tree
from models import MODELS
from record_plans import SAFETENSORS, build, module_order

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "quantized")
POLICIES = ("auto", "balanced_low_0", "sequential")
NAMES = {**SAFETENSORS, "float8_e4m3fn": "F8_E4M3", "float8_e8m0fnu": "F8_E8M0"}


def budgets(total):
    total = int(total)
    gpu = lambda *shares: {str(i): int(total * s) for i, s in enumerate(shares)}
    return {
        "two_equal": {**gpu(0.8, 0.8), "cpu": 3 * total},
        "three_unequal": {**gpu(0.5, 0.6, 0.4), "cpu": 3 * total},
        "offload": {**gpu(0.4, 0.3), "cpu": 3 * total},
        "disk": {**gpu(0.3, 0.3), "cpu": total // 5},
        "cpu_only": {"cpu": 3 * total},
    }


def place(model, quantizer, policy, budget, order):
    memory = {(int(k) if k.isdigit() else k): v for k, v in budget.items()}
    device_map = engine._get_device_map(model, policy, memory, quantizer)
    return dict(sorted(device_map.items(), key=lambda kv: order[kv[0]]))


def cases(model, quantizer, total, refuses=None):
    order = module_order(model)
    out = dict(budgets=budgets(total), maps=[], cases={})
    for policy in POLICIES:
        for key, budget in out["budgets"].items():
            device_map = place(model, quantizer, policy, budget, order)
            packed = pack_map(device_map)
            if packed not in out["maps"]:
                out["maps"].append(packed)
            index = out["maps"].index(packed)
            out["cases"].setdefault(policy, {})[key] = [index] if refuses and refuses(device_map) else index
    return out


def refuses(quantizer, device_map):
    """Whether the check of the finished map raises; its other checks are those of the machine."""
    try:
        type(quantizer).validate_environment(quantizer, device_map=device_map)
    except ValueError:
        return True
    return False


# --- packed while loading

PLACED = {"llama-3.1-405b", "llama-3-8b", "qwen2-0.5b", "gpt2", "t5-11b", "mixtral-8x7b", "qwen2.5-vl-7b"}


def quantized(config, quantization, pre_quantized):
    config = {k: v for k, v in config.items() if k != "quantization_config"}
    quantizer = AutoHfQuantizer.from_config(quantization, pre_quantized=pre_quantized)
    dtype_name = config.get("torch_dtype") or config.get("dtype") or (config.get("text_config") or {}).get("dtype") or "float32"
    cls = getattr(transformers, config["architectures"][0])
    cfg = cls.config_class.from_dict(copy.deepcopy(config))
    dtype = cfg.dtype if cfg.dtype is not None else getattr(torch, dtype_name)
    cfg, dtype = transformers.modeling_utils._get_dtype(dtype, None, cfg, None, None, True, quantizer)
    quantizer.use_fp8_kernel = False
    with ContextManagers(cls.get_init_context(dtype, True, False, None)):
        model = cls(copy.deepcopy(cfg))
        quantizer.preprocess_model(model=model, dtype=dtype, device_map="auto", checkpoint_files=None, use_kernels=False)
    return model, quantizer


def linear(model):
    return [n for n, m in model.named_modules() if type(m) is nn.Linear or isinstance(m, Conv1D)]


def record_loading():
    transformers.integrations.bitsandbytes.validate_bnb_backend_availability = lambda raise_exception=False: True
    transformers.integrations.validate_bnb_backend_availability = lambda raise_exception=False: True
    with open(os.path.join(OUT, "loading.jsonl"), "w") as f:
        for name, config in MODELS.items():
            for dtype in ("int8", "int4"):
                quantization = BitsAndBytesConfig(load_in_8bit=dtype == "int8", load_in_4bit=dtype == "int4")
                try:
                    model, quantizer = quantized(config, quantization, False)
                except Exception as e:
                    print(f"FAILED {name} {dtype}: {type(e).__name__}: {str(e)[:200]}", flush=True)
                    continue
                sizes, _ = engine.compute_module_sizes(model, quantizer)
                line = dict(name=name, dtype=dtype, total=sizes[""], kept=list(pack_map({n: 0 for n in linear(model)})))
                if name in PLACED:
                    line |= cases(model, Checked(quantizer, model), sizes[""], lambda m: refuses(quantizer, m))
                f.write(dump(line) + "\n")
            print(name, sizes[""], len(line["kept"]), flush=True)


class Checked:
    """The quantizer without its check, so that refused maps are recorded, too."""
    def __init__(self, quantizer, model):
        self.adjust_max_memory = quantizer.adjust_max_memory
        self.param_element_size = quantizer.param_element_size
        self.validate_environment = lambda **_: None


# --- packed in the checkpoint

def ceil(a, b):
    return -(-a // b)


def gptq(k, n, bits, group):
    groups = ceil(k, group)
    return {"qweight": ("int32", [k * bits // 32, n]), "qzeros": ("int32", [groups, n * bits // 32]),
            "scales": ("float16", [groups, n]), "g_idx": ("int32", [k])}


def awq(k, n, group):
    return {"qweight": ("int32", [k, n // 8]), "qzeros": ("int32", [k // group, n // 8]), "scales": ("float16", [k // group, n])}


def nf4(k, n):
    absmax = ceil(k * n, 64)
    return {"weight": ("uint8", [ceil(k * n, 2), 1]), "weight.absmax": ("uint8", [absmax]),
            "weight.quant_map": ("float32", [16]), "weight.nested_absmax": ("float32", [ceil(absmax, 256)]),
            "weight.nested_quant_map": ("float32", [256]), "weight.quant_state.bitsandbytes__nf4": ("uint8", [87])}


def int8(k, n):
    return {"weight": ("int8", [n, k]), "SCB": ("float32", [n]), "weight_format": ("uint8", [])}


def fp8(k, n):
    return {"weight": ("float8_e4m3fn", [n, k]), "weight_scale_inv": ("float32", [ceil(n, 128), ceil(k, 128)])}


def pack_quantized(k, n, group):
    return {"weight_packed": ("int32", [n, k // 8]), "weight_scale": ("bfloat16", [n, k // group]), "weight_shape": ("int64", [2])}


def float_quantized(k, n):
    return {"weight": ("float8_e4m3fn", [n, k]), "weight_scale": ("bfloat16", [n, 1])}


def ct_config(format, bits, kind, strategy, group=None):
    weights = dict(num_bits=bits, type=kind, symmetric=True, strategy=strategy, group_size=group, dynamic=False)
    return dict(quant_method="compressed-tensors", format=format, quantization_status="compressed", ignore=["lm_head"],
                config_groups=dict(group_0=dict(targets=["Linear"], weights=weights, input_activations=None,
                                                output_activations=None)))


BNB4 = dict(quant_method="bitsandbytes", load_in_4bit=True, load_in_8bit=False, bnb_4bit_quant_type="nf4",
            bnb_4bit_use_double_quant=True, bnb_4bit_compute_dtype="bfloat16", bnb_4bit_quant_storage="uint8",
            llm_int8_skip_modules=None, llm_int8_enable_fp32_cpu_offload=False, llm_int8_threshold=6.0,
            llm_int8_has_fp16_weight=False)
BNB8 = {**BNB4, "load_in_4bit": False, "load_in_8bit": True}
FP8 = dict(quant_method="fp8", fmt="e4m3", activation_scheme="dynamic", weight_block_size=[128, 128])

CASES = {
    "llama-3-8b-nf4": ("llama-3-8b", BNB4, nf4),
    "qwen2-7b-int8": ("qwen2-7b", BNB8, int8),
    "qwen3-8b-fp8": ("qwen3-8b", {**FP8, "modules_to_not_convert": ["lm_head"]}, fp8),
    "qwen3-30b-a3b-fp8": ("qwen3-30b-a3b", {**FP8, "modules_to_not_convert": ["lm_head"] + [
        f"model.layers.{i}.mlp.gate" for i in range(48)]}, fp8),
    "llama-2-13b-gptq": ("llama-2-13b", dict(quant_method="gptq", bits=4, group_size=128, desc_act=True, sym=True),
                         lambda k, n: gptq(k, n, 4, 128)),
    "qwen2-7b-awq": ("qwen2-7b", dict(quant_method="awq", bits=4, group_size=128, version="gemm", zero_point=True,
                                      modules_to_not_convert=None), lambda k, n: awq(k, n, 128)),
    "llama-3-8b-w4a16": ("llama-3-8b", ct_config("pack-quantized", 4, "int", "group", 128),
                         lambda k, n: pack_quantized(k, n, 128)),
    "llama-3-70b-fp8-dynamic": ("llama-3-70b", ct_config("float-quantized", 8, "float", "channel"), float_quantized),
    "gpt-oss-20b-mxfp4": ("gpt-oss-20b", dict(quant_method="mxfp4", modules_to_not_convert=[
        "model.layers.*.self_attn", "model.layers.*.mlp.router", "model.embed_tokens", "lm_head"]), None),
}


def skipped(model, quantization):
    skip = quantization.get("modules_to_not_convert") or quantization.get("llm_int8_skip_modules") or quantization.get("ignore")
    return skip or ["lm_head"]


def attach(module, name, dtype, shape, checkpoint, path):
    tensor = torch.empty(shape, dtype=getattr(torch, dtype), device="meta")
    checkpoint[f"{path}.{name}"] = f"{NAMES[dtype]}[{','.join(map(str, shape))}]"
    return tensor


def stored_model(config, quantization, rule):
    """The model with its tensors as they are stored, and {name in the checkpoint: what it is}."""
    model, dtype = build({k: v for k, v in config.items() if k != "quantization_config"})
    packed, plain = {}, {}
    skip = skipped(model, quantization)
    for path, module in list(model.named_modules()):
        if rule and type(module) is nn.Linear and should_convert_module(path, skip):
            n, k = module.weight.shape
            del module.weight
            for name, (kind, shape) in rule(k, n).items():
                module.register_buffer(name.replace(".", "_"), attach(module, name, kind, shape, packed, path))
        elif path.endswith(".experts") and hasattr(module, "gate_up_proj") and should_convert_module(path, skip):
            if rule:
                count, double, hidden = module.gate_up_proj.shape
                inner = double // 2
                del module.gate_up_proj, module.down_proj
                for expert in range(count):
                    for part, (n, k) in {"gate_proj": (inner, hidden), "up_proj": (inner, hidden), "down_proj": (hidden, inner)}.items():
                        for name, (kind, shape) in rule(k, n).items():
                            own = f"{expert}.{part}.{name}"
                            module.register_buffer(own.replace(".", "_"), attach(module, own, kind, shape, packed, path))
            else:
                for part in ("gate_up_proj", "down_proj"):
                    count, k, n = getattr(module, part).shape
                    delattr(module, part)
                    for name, shape in {f"{part}_blocks": [count, n, k // 32, 16], f"{part}_scales": [count, n, k // 32]}.items():
                        module.register_buffer(name, attach(module, name, "uint8", shape, packed, path))
    tied = set(model.all_tied_weights_keys)
    own = {k.replace(".", "_") for k in packed}
    for path, tensor in model.state_dict().items():
        if path not in tied and path.replace(".", "_") not in own:
            plain[path] = f"{NAMES[str(tensor.dtype)[6:]]}[{','.join(map(str, tensor.shape))}]"
    return model, {**plain, **packed}


def quantizers_model(config, quantization):
    """The model with the quantizer's own modules, and the quantizer; None where its library is not had without a GPU."""
    if quantization["quant_method"] in ("gptq", "awq"):
        return None
    transformers.integrations.bitsandbytes.validate_bnb_backend_availability = lambda raise_exception=False: True
    transformers.integrations.validate_bnb_backend_availability = lambda raise_exception=False: True
    if quantization["quant_method"] == "mxfp4":
        import transformers.integrations.hub_kernels as hub
        hub.get_kernel = lambda *a, **k: None
        import transformers.quantizers.quantizer_mxfp4 as mx
        mx.get_current_accelerator = lambda: torch.device("cuda")
    quantization = AutoQuantizationConfig.from_dict(copy.deepcopy(quantization))
    return quantized(config, quantization, True)


def record(name):
    base, quantization, rule = CASES[name]
    config = {**MODELS[base], "quantization_config": quantization}
    if "torch_dtype" not in config and "dtype" not in config:
        config["torch_dtype"] = "bfloat16"
    model, tensors = stored_model(config, quantization, rule)
    sizes, _ = engine.compute_module_sizes(model)
    plain, _ = build({k: v for k, v in config.items() if k != "quantization_config"})
    unpacked, _ = engine.compute_module_sizes(plain)
    method = quantization["quant_method"]
    factor = 0.9 if method == "bitsandbytes" else 1.0
    for cls in HfQuantizer.__subclasses__():
        if cls.__name__ in {"bitsandbytes": "Bnb4BitHfQuantizer", "fp8": "FineGrainedFP8HfQuantizer", "gptq": "GptqHfQuantizer",
                            "awq": "AwqQuantizer", "compressed-tensors": "CompressedTensorsHfQuantizer",
                            "mxfp4": "Mxfp4HfQuantizer"}[method]:
            assert cls.adjust_max_memory(None, {0: 1000.0}) == {0: 1000.0 * factor}, name
    class Stored:
        adjust_max_memory = staticmethod(lambda memory: {k: v * factor for k, v in memory.items()} if factor != 1 else memory)
        param_element_size = staticmethod(lambda model, name, tensor: tensor.element_size())
        validate_environment = staticmethod(lambda **_: None)
    line = dict(name=name, config=config, total=sizes[""], unpacked=unpacked[""], factor=factor)
    own, counted, placed = quantizers_model(config, quantization), sizes, (model, Stored)
    if own:
        counted, _ = engine.compute_module_sizes(*own)
        line["reference"] = int(counted[""])
        placed = own[0], Checked(own[1], own[0])
    line["tree"] = pack_tree([(n, type(m).__name__, int(counted[n])) for n, m in model.named_modules() if n])
    line["tensors"] = pack_tensors(tensors)
    line |= cases(*placed, counted[""])
    with open(os.path.join(OUT, name + ".json"), "w") as f:
        f.write(dump(line) + "\n")
    print(name, line["total"], line.get("reference"), line["unpacked"], os.path.getsize(os.path.join(OUT, name + ".json")), flush=True)


if __name__ == "__main__":
    os.makedirs(OUT, exist_ok=True)
    wanted = sys.argv[1:]
    for name in CASES:
        if not wanted or name in wanted:
            record(name)
    if not wanted or "loading" in wanted:
        record_loading()
