"""Records placements that people have published or asked about, with limits as they typed them
-> Fixtures/plans/known.jsonl, one question a line: id, source (where it was published, if anywhere), model (a file of
Fixtures/plans) or config, engine, policy, max_memory (text), no_split (absent: the model's own), dtype (accelerate only),
map (spelt as compact.py says). The published maps that current versions reproduce are checked here as well.
usage: record_known.py
"""
import os

from record_plans import build, dump, engine, module_order, pack_map  # sets the environment; must come first

from accelerate import infer_auto_device_map
from accelerate.utils import get_balanced_memory

import record_remote
from models import MODELS

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "plans", "known.jsonl")
OPT_13B = dict(architectures=["OPTForCausalLM"], model_type="opt", torch_dtype="float32", hidden_size=5120, ffn_dim=20480, num_attention_heads=40, num_hidden_layers=40, vocab_size=50272, word_embed_proj_dim=5120, max_position_embeddings=2048)
EIGHT_A100 = {str(i): "30GIB" if i == 0 else "46GIB" for i in range(8)}
CASES = [
    dict(id="mixtral on eight GPUs", source="huggingface/transformers#44565", model="mixtral-8x7b", policy="auto", max_memory={str(i): "78.92GiB" for i in range(8)}),
    dict(id="mixtral on three GPUs", source="huggingface/accelerate#2692", model="mixtral-8x7b", policy="auto", max_memory={"0": "44GiB", "1": "44GiB", "2": "44GiB"}),
    dict(id="llama 3 70b on four GPUs of 42 GiB", source="huggingface/accelerate#2692", model="llama-3-70b", policy="sequential", max_memory={str(i): "42GiB" for i in range(4)}),
    dict(id="gpt2 on two GPUs of 400 MiB", source="huggingface/accelerate#661", model="gpt2", policy="sequential", max_memory={"0": "400MiB", "1": "400MiB", "cpu": "30GiB"}),
    dict(id="gpt2 on two GPUs of 400 MiB, blocks may be cut", source="huggingface/accelerate#661", model="gpt2", policy="sequential", max_memory={"0": "400MiB", "1": "400MiB", "cpu": "30GiB"}, no_split=[], engines=["accelerate"]),
    dict(id="opt 13b on one GPU, cpu and disk", source="huggingface.co/blog/accelerate-large-models", config=OPT_13B, policy="sequential", max_memory={"0": "14.3GiB", "cpu": "9.5GiB"}),
    dict(id="opt 13b on one GPU, cpu and disk, blocks may be cut", source="huggingface.co/blog/accelerate-large-models", config=OPT_13B, policy="sequential", max_memory={"0": "14.3GiB", "cpu": "9.5GiB"}, no_split=[], engines=["accelerate"]),
    dict(id="opt 13b in float16 on one GPU, cpu and disk", source="huggingface.co/blog/accelerate-large-models", config=OPT_13B, policy="sequential", max_memory={"0": "14.3GiB", "cpu": "9.5GiB"}, dtype="float16", engines=["accelerate"]),
    dict(id="bloom on eight GPUs", source="accelerate, concept guide on big model inference", model="bloom-176b", policy="sequential", max_memory=EIGHT_A100),
    *[dict(id=f"llama 3 8b on {a} and {b} GiB", model="llama-3-8b", policy="auto", max_memory={"0": f"{a}GiB", "1": f"{b}GiB", "cpu": "64GiB"}) for a, b in ((24, 8), (24, 6), (24, 4), (8, 8))],
    dict(id="llama 3.1 405b on nine GPUs", model="llama-3.1-405b", policy="balanced_low_0", max_memory={**{str(i): "94GiB" for i in range(9)}, "cpu": "1024GiB"}),
    dict(id="deepseek v3 on ten GPUs", model="deepseek-v3", policy="auto", max_memory={**{str(i): "141GiB" for i in range(10)}, "cpu": "2000GB"}),
    dict(id="qwen2.5 vl 72b on two GPUs and cpu", model="qwen2.5-vl-72b", policy="auto", max_memory={"0": "79.1GiB", "1": "79.1GiB", "cpu": "120GiB"}),
    dict(id="gemma 3 27b on eight GPUs", source="huggingface/accelerate#2586", model="gemma-3-27b", policy="balanced", max_memory={str(i): "24GB" for i in range(8)}),
    dict(id="mllama 90b on four GPUs of 22 GB", model="llama-3.2-90b-vision", policy="auto", max_memory={**{str(i): "22GB" for i in range(4)}, "cpu": "200GB"}),
    dict(id="chatglm2 on 5 and 10 GB", source="published by users", remote="chatglm2-6b-32k", policy="sequential", max_memory={"0": "5GB", "1": "10GB"}),
    dict(id="chatglm2 on 5 and 10 GB, blocks may be cut", source="published by users", remote="chatglm2-6b-32k", policy="sequential", max_memory={"0": "5GB", "1": "10GB"}, no_split=[], engines=["accelerate"]),
]


def place(models, which, case):
    model = models[which]
    memory = {(int(k) if k.isdigit() else k): v for k, v in case["max_memory"].items()}
    if which == "transformers":
        return engine._get_device_map(model, case["policy"], memory, None)
    no_split, dtype = case.get("no_split", sorted(model._no_split_modules or [])), case.get("dtype")
    if case["policy"] != "sequential":
        memory = get_balanced_memory(model, memory, no_split_module_classes=no_split, dtype=dtype, low_zero=case["policy"] == "balanced_low_0")
    return infer_auto_device_map(model, memory, no_split_module_classes=no_split, dtype=dtype)


def main():
    text = record_remote.catalog()
    record_remote.check_published(text)
    built = {}
    with open(OUT, "w") as f:
        for case in CASES:
            key = case.get("model") or case.get("remote") or "config"
            if key not in built:
                if "remote" in case:
                    config = record_remote.MODELS[key]
                    node = text.build(record_remote.class_of(text, config), config)
                    built[key] = {"transformers": record_remote.prepared(node, config["torch_dtype"], False), "accelerate": record_remote.prepared(node, config["torch_dtype"], True)}
                else:
                    config = case.get("config") or MODELS[key]
                    built[key] = {"transformers": build(config)[0], "accelerate": build(config)[0]}
                    built[key]["accelerate"].tie_weights()
            for which in case.get("engines", ("transformers", "accelerate")):
                order = module_order(built[key][which])
                device_map = dict(sorted(place(built[key], which, case).items(), key=lambda kv: order[kv[0]]))
                line = {k: v for k, v in case.items() if k not in ("engines", "remote")}
                if "remote" in case:
                    line["model"] = "remote/" + key
                f.write(dump({**line, "engine": which, "map": pack_map(device_map)}) + "\n")
                if case["id"] == "mixtral on eight GPUs" and which == "transformers":
                    cuts = [sum(device_map.get(f"model.layers.{i}") == d for i in range(32)) for d in range(8)]
                    assert cuts == [4, 5, 5, 5, 5, 5, 3, 0], cuts
    print(sum(1 for _ in open(OUT)), "answers,", os.path.getsize(OUT), "bytes")


if __name__ == "__main__":
    main()
