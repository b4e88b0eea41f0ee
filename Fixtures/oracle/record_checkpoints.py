"""Saves tiny checkpoints with random weights as the reference saves them -> Fixtures/checkpoints/NAME/: config.json,
safetensors files, their index where there are several, and plans.json (the fields of record_plans.py, without name and
config; budgets are shares of the tiny total).
usage: record_checkpoints.py
"""
import json
import os
import shutil

from record_plans import describe, dump, record  # sets the environment; must come first

import torch
import transformers
from safetensors import safe_open

from compact import unpack_tensors

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "checkpoints")
TINY = {
    # two shards and an index
    "tiny-llama": ("50KB", dict(architectures=["LlamaForCausalLM"], model_type="llama", dtype="bfloat16", hidden_size=32, intermediate_size=64, num_hidden_layers=4, num_attention_heads=4, num_key_value_heads=2, vocab_size=128, max_position_embeddings=64, tie_word_embeddings=False)),
    # one tensor an expert in the file, packed experts in the model; three shards
    "tiny-mixtral": ("60KB", dict(architectures=["MixtralForCausalLM"], model_type="mixtral", dtype="bfloat16", hidden_size=32, intermediate_size=48, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2, num_local_experts=4, num_experts_per_tok=2, vocab_size=96, max_position_embeddings=64, tie_word_embeddings=False)),
    # the head is the embedding
    "tiny-gemma2": ("10MB", dict(architectures=["Gemma2ForCausalLM"], model_type="gemma2", dtype="bfloat16", hidden_size=32, intermediate_size=64, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2, head_dim=8, vocab_size=256, query_pre_attn_scalar=8, sliding_window=16)),
    # an image tower, a projector and a language model; names in the file differ from names in the model
    "tiny-llava": ("10MB", dict(architectures=["LlavaForConditionalGeneration"], model_type="llava", dtype="float16", image_token_index=90, image_seq_length=4, vision_feature_layer=-2, text_config=dict(model_type="llama", hidden_size=32, intermediate_size=64, num_hidden_layers=3, num_attention_heads=4, num_key_value_heads=2, vocab_size=96, max_position_embeddings=64), vision_config=dict(model_type="clip_vision_model", hidden_size=16, intermediate_size=32, num_hidden_layers=2, num_attention_heads=2, image_size=28, patch_size=14, projection_dim=16))),
}


def main():
    for name, (shard, config) in TINY.items():
        folder = os.path.join(OUT, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        cls = getattr(transformers, config["architectures"][0])
        torch.manual_seed(20)
        model = cls._from_config(cls.config_class.from_dict(json.loads(json.dumps(config))), dtype=getattr(torch, config["dtype"]))
        model.save_pretrained(folder, max_shard_size=shard)
        for extra in ("generation_config.json",):
            if os.path.exists(os.path.join(folder, extra)):
                os.remove(os.path.join(folder, extra))
        with open(os.path.join(folder, "config.json")) as f:
            saved = json.load(f)
        plan = record(name, saved, config["dtype"])
        del plan["name"], plan["config"]
        with open(os.path.join(folder, "plans.json"), "w") as f:
            f.write(dump(plan) + "\n")
        loaded = cls.from_pretrained(folder, dtype="auto")
        assert all(torch.equal(a, b) for a, b in zip(model.state_dict().values(), loaded.state_dict().values()))
        stored = {}
        for file in sorted(f for f in os.listdir(folder) if f.endswith(".safetensors")):
            with safe_open(os.path.join(folder, file), "pt") as f:
                stored.update({k: describe(f.get_tensor(k), config["dtype"]) for k in f.keys()})
            os.chmod(os.path.join(folder, file), 0o644)
        assert stored == unpack_tensors(plan["tensors"])
        print(name, plan["total"], {f: os.path.getsize(os.path.join(folder, f)) for f in sorted(os.listdir(folder))})


if __name__ == "__main__":
    main()
