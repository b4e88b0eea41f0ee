"""Bytes of parameters a rank holds of packed models, as vLLM's own constructors make them
(../../engines/vllm_packed.json).

  python vllm_packed.py [-v] [CASE...]      (in a virtual environment with requirements.txt)

The formats are those whose layers can be made without a GPU; the kernels that would run them are not asked for. What a
kernel packs anew after loading is not counted.
"""
import json, sys
from pathlib import Path

import vllm_shares as shares
from cases import llama

from vllm.model_executor.kernels import linear
from vllm.platforms.interface import PlatformEnum

shares.platforms.current_platform.supported_quantization = []


def kernel_of_gpu(possible):
    """The kernel that a GPU takes: it decides nothing about what is made before it runs."""
    def choose(*arguments, **more):
        table = arguments[1] if len(arguments) > 1 and isinstance(arguments[1], dict) else more.get("possible_kernels") or possible
        found = table[PlatformEnum.CUDA][0]
        found.can_implement = classmethod(lambda cls, config: (True, None))
        found.is_supported = classmethod(lambda cls, *_: (True, None))
        return found
    return choose


for name in ("choose_mp_linear_kernel", "choose_scaled_mm_linear_kernel"):
    old, new = getattr(linear, name), kernel_of_gpu(linear._POSSIBLE_KERNELS)
    for module in list(sys.modules.values()):
        if vars(module).get(name) is old:
            setattr(module, name, new)


def experts_of_gpu():
    """Experts of 4 and 8 bits as Marlin takes them, where it can; the checks of the shapes stay."""
    from vllm.model_executor.layers.fused_moe.oracle import int_wna16 as oracle
    from vllm.model_executor.layers.quantization.utils import marlin_utils
    oracle._get_priority_backends = lambda: [oracle.WNA16MoEBackend.MARLIN, oracle.WNA16MoEBackend.TRITON]
    for backend in oracle._get_priority_backends():
        for kernel in oracle.backend_to_kernel_cls(backend):
            kernel.is_supported_config = staticmethod(lambda *_: (True, None))
    old = marlin_utils.query_marlin_supported_quant_types
    packed = {True: [marlin_utils.scalar_types.uint4],
              False: [marlin_utils.scalar_types.uint4b8, marlin_utils.scalar_types.uint8b128]}
    new = lambda has_zp=None, *_, **__: packed[True] + packed[False] if has_zp is None else packed[has_zp]
    for module in list(sys.modules.values()):
        if vars(module).get("query_marlin_supported_quant_types") is old:
            module.query_marlin_supported_quant_types = new


def experts_in_bytes():
    """Experts whose weights and inputs are int8, as Triton takes them."""
    from vllm.model_executor.layers.fused_moe.oracle import int8 as oracle
    oracle._get_priority_backends = lambda config: [oracle.Int8MoeBackend.TRITON]
    for kernel in oracle.backend_to_kernel_cls(oracle.Int8MoeBackend.TRITON):
        kernel.is_supported_config = staticmethod(lambda *_: (True, None))


experts_of_gpu()
experts_in_bytes()
OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "vllm_packed.json"


def gptq(bits, group):
    return {"quant_method": "gptq", "bits": bits, "group_size": group, "desc_act": False, "sym": True, "lm_head": False}


def awq(group):
    return {"quant_method": "awq", "bits": 4, "group_size": group, "zero_point": True, "version": "gemm"}


def compressed(weights, activations=None, format="pack-quantized", ignore=("lm_head", "re:.*mlp.gate$")):
    return {"quant_method": "compressed-tensors", "format": format, "quantization_status": "compressed",
            "global_compression_ratio": None, "kv_cache_scheme": None, "ignore": list(ignore),
            "config_groups": {"group_0": {"targets": ["Linear"], "weights": weights, "input_activations": activations,
                                          "output_activations": None}}}


def arguments(bits, kind, strategy, group=None, dynamic=False, symmetric=True):
    return {"num_bits": bits, "type": kind, "strategy": strategy, "group_size": group, "dynamic": dynamic,
            "symmetric": symmetric, "observer": "minmax", "observer_kwargs": {}, "actorder": None, "block_structure": None}


# Routers are not packed by anybody.
ROUTERS = [f"model.layers.{layer}.mlp.gate" for layer in range(3)]
FP8_BLOCKS = {"quant_method": "fp8", "fmt": "e4m3", "activation_scheme": "dynamic", "weight_block_size": [128, 128],
              "modules_to_not_convert": ROUTERS}
FORMATS = {
    "gptq-4-32": gptq(4, 32), "gptq-4-all": gptq(4, -1), "gptq-8-128": gptq(8, 128),
    "awq-32": awq(32), "awq-128": awq(128),
    "fp8-blocks": FP8_BLOCKS,
    "fp8-dynamic": {"quant_method": "fp8", "activation_scheme": "dynamic", "modules_to_not_convert": ROUTERS},
    "fp8-static": {"quant_method": "fp8", "activation_scheme": "static", "modules_to_not_convert": ROUTERS},
    "ct-w4a16-128": compressed(arguments(4, "int", "group", 128)),
    "ct-w4a16-32-zeros": compressed(arguments(4, "int", "group", 32, symmetric=False)),
    "ct-w4a16-channel": compressed(arguments(4, "int", "channel")),
    "ct-w8a16": compressed(arguments(8, "int", "channel")),
    "ct-w8a8": compressed(arguments(8, "int", "channel"), arguments(8, "int", "token", dynamic=True), "int-quantized"),
    "ct-fp8": compressed(arguments(8, "float", "channel"), arguments(8, "float", "token", dynamic=True), "float-quantized"),
    "ct-fp8-tensor": compressed(arguments(8, "float", "tensor"), arguments(8, "float", "tensor"), "float-quantized"),
}
WIDE = dict(hidden_size=1024, intermediate_size=2048, num_attention_heads=16, num_key_value_heads=4, head_dim=128,
            num_hidden_layers=3)
MODELS = {
    "llama": llama("llama", "LlamaForCausalLM", **WIDE),
    # Its class takes no head_dim.
    "qwen2": llama("qwen2", "Qwen2ForCausalLM", **(WIDE | dict(head_dim=64))),
    "qwen3_moe": llama("qwen3_moe", "Qwen3MoeForCausalLM", moe_intermediate_size=1024, num_experts=8, num_experts_per_tok=2, **WIDE),
    "qwen2_moe": llama("qwen2_moe", "Qwen2MoeForCausalLM", **(WIDE | dict(
        head_dim=64, moe_intermediate_size=1024, shared_expert_intermediate_size=2048, num_experts=8,
        num_experts_per_tok=2))),
    "deepseek_v3": llama("deepseek_v3", "DeepseekV3ForCausalLM", **(WIDE | dict(
        num_key_value_heads=16, moe_intermediate_size=1024, first_k_dense_replace=1, q_lora_rank=256, kv_lora_rank=128,
        qk_rope_head_dim=64, qk_nope_head_dim=64, v_head_dim=64, n_routed_experts=8, n_group=2, topk_group=1,
        num_experts_per_tok=2, head_dim=64))),
}


def written(fields, quantization):
    """The config as those who pack a model write it: routers stay as they are, and the gates of shared experts."""
    method = quantization["quant_method"]
    routers = ROUTERS[fields.get("first_k_dense_replace", 0):] if any("experts" in key for key in fields) else []
    if "shared_expert_intermediate_size" in fields:
        gates = [router.replace("gate", "shared_expert_gate") for router in routers]
        routers = routers + gates
        if method == "fp8":
            return quantization | {"modules_to_not_convert": routers}
        if method == "compressed-tensors":
            return quantization | {"ignore": quantization["ignore"] + gates}
    if routers and method == "gptq":
        return quantization | {"dynamic": {f"-:.*{router}$".replace(".mlp", r"\.mlp"): {} for router in routers}}
    return quantization | {"modules_to_not_convert": routers} if routers and method == "awq" else quantization


CASES = {f"{model} {name}": fields | {"quantization_config": written(fields, quantization)}
         for model, fields in MODELS.items() for name, quantization in FORMATS.items()}


def layouts(isMoE):
    return [(1, 1, False), (2, 1, False), (4, 1, False), (8, 1, False), (2, 2, False)] + [(2, 1, True)] * isMoE


def main():
    verbose = "-v" in sys.argv
    wanted = [name for name in CASES if not (given := [a for a in sys.argv[1:] if a != "-v"]) or any(a in name for a in given)]
    known = json.loads(OUT.read_text())["models"] if OUT.exists() else {}
    for name in wanted:
        known[name] = shares.record(name, CASES[name], verbose, layouts)
        print(name, [(r["tp"], r["pp"], r["ep"], r.get("bytes") or r.get("error")) for r in known[name]["rows"]][:3], flush=True)
        for row in known[name]["rows"]:
            row.pop("pages", None)
        lines = ",\n".join(json.dumps(k) + ": " + json.dumps(known[k], separators=(",", ":")) for k in CASES if k in known)
        OUT.write_text('{"vllm": "0.33.0", "models": {\n%s\n}}\n' % lines)


if __name__ == "__main__":
    main()
