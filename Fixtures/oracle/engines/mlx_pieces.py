"""What mlx-lm takes while it reads a prompt in pieces (../../engines/mlx_pieces.json).

  python mlx_pieces.py      (mlx[cpu] 0.32.4, mlx-lm 0.32.2)

Small models of random weights read prompts by generate_step of mlx-lm itself, in pieces of 128 tokens instead of 2048; the
peak of mlx's allocator is written down, the weights and what the cache holds at the end. On a processor attention is
always a matrix of scores, as on a GPU where heads have not 64, 80 or 128 elements.
"""
import importlib, json
from pathlib import Path
import mlx.core as mx
from mlx.utils import tree_flatten
from mlx_lm.generate import generate_step
from mlx_lm.models.cache import make_prompt_cache

OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "mlx_pieces.json"
PIECE = 128
COMMON = {"hidden_size": 64, "intermediate_size": 64, "num_hidden_layers": 2, "vocab_size": 64, "rms_norm_eps": 1e-5,
          "rope_theta": 10000.0, "tie_word_embeddings": False, "max_position_embeddings": 65536}
MODELS = {
    "llama": COMMON | {"model_type": "llama", "num_attention_heads": 8, "num_key_value_heads": 2, "head_dim": 48},
    "llama of one head": COMMON | {"model_type": "llama", "num_attention_heads": 2, "num_key_value_heads": 1, "head_dim": 256},
    "deepseek_v3": COMMON | {
        "model_type": "deepseek_v3", "num_attention_heads": 8, "num_key_value_heads": 8, "q_lora_rank": 16, "kv_lora_rank": 16,
        "qk_rope_head_dim": 8, "qk_nope_head_dim": 24, "v_head_dim": 24, "moe_intermediate_size": 32, "n_routed_experts": 4,
        "num_experts_per_tok": 2, "n_shared_experts": 1, "n_group": 1, "topk_group": 1, "first_k_dense_replace": 2,
        "moe_layer_freq": 1, "routed_scaling_factor": 1.0, "norm_topk_prob": True, "scoring_func": "sigmoid",
        "topk_method": "noaux_tc", "rope_scaling": None, "attention_bias": False},
}


def main():
    rows = []
    for name, fields in MODELS.items():
        module = importlib.import_module("mlx_lm.models." + fields["model_type"])
        model = module.Model(module.ModelArgs.from_dict(fields))
        model.set_dtype(mx.bfloat16)
        mx.eval(model.parameters())
        weights = sum(v.nbytes for _, v in tree_flatten(model.parameters()))
        for tokens in (513, 1025, 2049):
            cache = make_prompt_cache(model)
            mx.clear_cache()
            mx.reset_peak_memory()
            base = mx.get_active_memory()
            for _ in generate_step(mx.zeros((tokens,), dtype=mx.int32), model, max_tokens=1, prompt_cache=cache,
                                   prefill_step_size=PIECE):
                pass
            rows.append({"model": name, "config": fields | {"architectures": [
                {"llama": "LlamaForCausalLM", "deepseek_v3": "DeepseekV3ForCausalLM"}[fields["model_type"]]], "dtype": "bfloat16"},
                "tokens": tokens, "piece": PIECE, "weights": weights, "cache": sum(c.nbytes for c in cache),
                "peak": mx.get_peak_memory() - base})
            print(rows[-1]["model"], tokens, rows[-1]["peak"], rows[-1]["cache"], flush=True)
    OUT.write_text("[\n" + ",\n".join(map(json.dumps, rows)) + "\n]\n")


if __name__ == "__main__":
    main()
