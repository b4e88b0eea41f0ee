"""The cache that vLLM's own planner gives to models whose layers keep states that do not grow, and to some whose layers
differ (../../engines/vllm_caches.json).

  python vllm_caches.py [CASE...]      (in a virtual environment with requirements.txt)

Rows: {"tp", "block": tokens of a block, "page": bytes of a block in a layer, "groups": layers of each group, "blocks": of a
budget of 1 GiB, "sequence": blocks of one sequence of 4096 tokens}. The block of an attention that runs beside recurrences
is made as large as a state of theirs, with the sizes that FlashAttention takes (a multiple of 16).
"""
import json, sys, tempfile
from pathlib import Path
from unittest.mock import MagicMock

import vllm_shares as shares
from cases import CASES, llama
from vllm.v1.core import kv_cache_planning as planning

import torch
from vllm.model_executor.models.config import MODELS_CONFIG_MAP
from vllm.triton_utils import triton
from vllm.v1.attention.backend import MultipleOf
from vllm.v1.attention.backends.cpu_attn import CPUAttentionBackend

# What readers of images import, and what kernels ask for when their layers are made.
for absent in ("", ".transforms", ".transforms.v2", ".transforms.v2.functional", ".io"):
    sys.modules["torchvision" + absent] = MagicMock()
triton.set_allocator = lambda _: None
CPUAttentionBackend.get_supported_kernel_block_sizes = staticmethod(lambda spec=None: [MultipleOf(16)])
OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "vllm_caches.json"
TOKENS, BUDGET = 4096, 1 << 30
MAMBA = dict(hidden_size=64, num_hidden_layers=4, vocab_size=250, state_size=16, conv_kernel=4, expand=2)
KINDS = ["linear_attention", "linear_attention", "linear_attention", "full_attention"]
DELTA = dict(head_dim=16, linear_num_key_heads=8, linear_num_value_heads=16, linear_key_head_dim=32, linear_value_head_dim=32,
             linear_conv_kernel_dim=4, num_hidden_layers=8, layer_types=KINDS * 2)
MODELS = {
    "llama": CASES["llama"] | {"max_position_embeddings": 8192}, "mistral": CASES["mistral"], "gemma2": CASES["gemma2"], "gemma3": CASES["gemma3"] | {"num_hidden_layers": 13},
    "deepseek_v3": CASES["deepseek_v3"], "gpt_oss": CASES["gpt_oss"],
    "cohere2": CASES["cohere2"] | {"num_hidden_layers": 8},
    "qwen3_next": llama("qwen3_next", "Qwen3NextForCausalLM", moe_intermediate_size=48, num_experts=8,
                        shared_expert_intermediate_size=48, num_experts_per_tok=2, **DELTA),
    "qwen3_5": llama("qwen3_5_text", "Qwen3_5ForCausalLM", **DELTA),
    "qwen3_5-float32": llama("qwen3_5_text", "Qwen3_5ForCausalLM", mamba_ssm_dtype="float32", **DELTA),
    "qwen3_5_moe": llama("qwen3_5_moe_text", "Qwen3_5MoeForCausalLM", moe_intermediate_size=48, num_experts=8,
                         shared_expert_intermediate_size=48, num_experts_per_tok=2, mamba_ssm_dtype="float32", **DELTA),
    "olmo_hybrid": llama("olmo_hybrid", "OlmoHybridForCausalLM", linear_num_key_heads=8, linear_num_value_heads=8,
                         linear_key_head_dim=24, linear_value_head_dim=48, linear_conv_kernel_dim=4, num_hidden_layers=8,
                         num_attention_heads=8, num_key_value_heads=8, layer_types=KINDS * 2, pad_token_id=1),
    "jamba": llama("jamba", "JambaForCausalLM", num_hidden_layers=8, attn_layer_period=4, attn_layer_offset=2,
                   expert_layer_period=2, expert_layer_offset=1, num_experts=4, num_experts_per_tok=2, mamba_d_state=16,
                   mamba_d_conv=4, mamba_expand=2, mamba_dt_rank=8, pad_token_id=0),
    "falcon_h1": llama("falcon_h1", "FalconH1ForCausalLM", num_hidden_layers=4, mamba_d_ssm=128, mamba_n_heads=16, mamba_d_head=8,
                       mamba_n_groups=1, mamba_d_state=32, mamba_d_conv=4, mamba_expand=2, head_dim=8),
    "granitemoehybrid": llama("granitemoehybrid", "GraniteMoeHybridForCausalLM", num_hidden_layers=6,
                              layer_types=["mamba", "mamba", "attention"] * 2, mamba_n_heads=16, mamba_d_head=8, mamba_n_groups=1,
                              mamba_d_state=32, mamba_d_conv=4, mamba_expand=2, num_local_experts=8, num_experts_per_tok=2,
                              shared_intermediate_size=96, position_embedding_type="nope", max_position_embeddings=8192),
    "lfm2": llama("lfm2", "Lfm2ForCausalLM", num_hidden_layers=6, layer_types=["conv", "conv", "full_attention"] * 2, conv_L_cache=3,
                  conv_dim=64, conv_dim_out=64, block_dim=64, block_ff_dim=96, block_auto_adjust_ff_dim=False, block_multiple_of=1,
                 block_ffn_dim_multiplier=1.0, block_norm_eps=1e-5),
    "nemotron_h": llama("nemotron_h", "NemotronHForCausalLM", num_hidden_layers=6, hybrid_override_pattern="M-M*M-", mamba_num_heads=16,
                        mamba_head_dim=8, n_groups=2, ssm_state_size=32, conv_kernel=4, expand=2, head_dim=16,
                        attention_head_dim=16),
    "zamba2": llama("zamba2", "Zamba2ForCausalLM", num_hidden_layers=6, layers_block_type=["mamba", "mamba", "hybrid"] * 2,
                    num_key_value_heads=8, mamba_d_state=32, mamba_d_conv=4, mamba_expand=2, mamba_ngroups=1, n_mamba_heads=16,
                    mamba_headdim=8, num_mem_blocks=1, attention_head_dim=16, attention_hidden_size=128, adapter_rank=8,
                    use_shared_attention_adapter=False),
    "mamba": dict(model_type="mamba", architectures=["MambaForCausalLM"], intermediate_size=128, time_step_rank=4, **MAMBA),
    "mamba2": dict(model_type="mamba2", architectures=["Mamba2ForCausalLM"], num_heads=16, head_dim=8, n_groups=1, **(MAMBA | {"state_size": 32})),
}


class Flash:
    """What the planner asks of an attention's backend, as FlashAttention of a GPU answers."""
    is_ssm = staticmethod(lambda: False)
    get_name = staticmethod(lambda: "FLASH_ATTN")
    get_supported_kernel_block_sizes = staticmethod(lambda spec=None: [MultipleOf(16)])
    get_preferred_block_size = staticmethod(lambda default: default)
    supports_block_size = staticmethod(lambda size: size % 16 == 0)
    customize_spec = staticmethod(lambda spec: spec)


def config_of(fields, tp):
    folder = tempfile.mkdtemp()
    (Path(folder) / "config.json").write_text(json.dumps(fields | {"torch_dtype": "bfloat16", "dtype": "bfloat16"}))
    config = shares.EngineArgs(model=folder, tensor_parallel_size=tp, skip_tokenizer_init=True, enforce_eager=True,
                               dtype="bfloat16", distributed_executor_backend="mp", max_model_len=TOKENS, max_num_batched_tokens=TOKENS,
                               async_scheduling=False).create_engine_config()
    try:
        from vllm.v1.kv_cache_layout import KVCacheLayout
        config.cache_config.kv_cache_layout = list(KVCacheLayout)[0].name
    except ImportError:
        pass
    return config


def row(fields, tp):
    config = config_of(fields, tp)
    config.cache_config.block_size = 16
    # The platform of the cpu makes it float32; on a GPU the model says it.
    config.cache_config.mamba_ssm_cache_dtype = "auto"
    if own := MODELS_CONFIG_MAP.get(config.model_config.architecture):
        own.verify_and_update_config(config)
    shares.measure(config, tp, 1, False, 0, 0)
    platform = type(shares.platforms.current_platform)
    with shares.set_current_vllm_config(config):
        hasAttention = bool(platform._find_non_ssm_backends(config))
        if config.model_config.is_hybrid and hasAttention:
            platform._find_non_ssm_backends = classmethod(lambda cls, config: [Flash])
            try:
                platform._align_hybrid_block_size(config, Flash)
            finally:
                del platform._find_non_ssm_backends
        specs = {}
        for name, layer in config.compilation_config.static_forward_context.items():
            spec = getattr(layer, "get_kv_cache_spec", lambda _: None)(config)
            if spec is not None:
                specs[name] = spec
        groups = planning.get_global_kv_cache_groups(config, [specs])
        found = planning.get_kv_cache_configs(config, [specs], [BUDGET], groups)[0]
        sequence = sum(-(-g.kv_cache_spec.max_memory_usage_bytes(config) // g.kv_cache_spec.page_size_bytes) for g in groups)
    return {"tp": tp, "block": config.cache_config.block_size, "mode": config.cache_config.mamba_cache_mode,
            "groups": [len(g.layer_names) for g in groups],
            "page": sorted({g.kv_cache_spec.page_size_bytes for g in groups}), "blocks": found.num_blocks, "sequence": sequence}


def main():
    wanted = [name for name in sys.argv[1:] if name != "-v"] or list(MODELS)
    known = json.loads(OUT.read_text())["models"] if OUT.exists() else {}
    for name in wanted:
        rows = []
        for tp in (1, 2, 4):
            try:
                rows.append(row(MODELS[name], tp))
            except Exception as error:
                torch.set_default_dtype(torch.float32)
                if "-v" in sys.argv:
                    raise
                import traceback
                rows.append({"tp": tp, "error": f"{type(error).__name__}: {(str(error).splitlines() or [''])[0][:160]}",
                             "at": traceback.format_exc().splitlines()[-3].strip()})
        known[name] = {"config": MODELS[name], "rows": rows}
        print(name, rows, flush=True)
        lines = ",\n".join(json.dumps(k) + ": " + json.dumps(known[k], separators=(",", ":")) for k in MODELS if k in known)
        OUT.write_text('{"vllm": "0.33.0", "models": {\n%s\n}}\n' % lines)


if __name__ == "__main__":
    main()
