"""Records placements of models with remote code -> Fixtures/plans/remote/NAME.json, the fields of record_plans.py.

Their code is not run: the module tree comes from the catalog's families as the command reads them (`entries`), is built of
empty torch modules on the meta device, and is placed by both engines. So these files fix the entries and the engines
together; what vouches for an entry itself is stated at the end of this file: published total sizes and published maps.
usage: record_remote.py BINARY [NAME ...]
"""
import json
import os
import subprocess
import sys
import tempfile

import record_plans  # sets the environment; must come first
from record_plans import SAFETENSORS, budgets, dump, engine, module_order, pack_tensors, pack_tree, place_all

import torch
from accelerate import infer_auto_device_map

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "plans", "remote")


def glm(layers, vocab, arch="ChatGLMModel", **more):
    return dict(architectures=[arch], model_type="chatglm", auto_map={"AutoModelForCausalLM": "modeling_chatglm.ChatGLMForConditionalGeneration"},
                add_bias_linear=False, add_qkv_bias=True, ffn_hidden_size=13696, hidden_size=4096, kv_channels=128, multi_query_attention=True,
                multi_query_group_num=2, num_attention_heads=32, num_layers=layers, padded_vocab_size=vocab, post_layer_norm=True, rmsnorm=True,
                tie_word_embeddings=False, **more)


def plain(arch, kind, dtype="bfloat16", **more):
    return dict(architectures=[arch], model_type=kind, hidden_act="silu", tie_word_embeddings=False, torch_dtype=dtype, **more)


def sizes(hidden, inner, layers, heads, vocab, kv=None):
    return dict(hidden_size=hidden, intermediate_size=inner, num_hidden_layers=layers, num_attention_heads=heads, vocab_size=vocab,
                **({"num_key_value_heads": kv} if kv else {}))


MODELS = {
    "chatglm-6b": dict(architectures=["ChatGLMModel"], model_type="chatglm", auto_map={"AutoModel": "modeling_chatglm.ChatGLMForConditionalGeneration"}, hidden_size=4096, inner_hidden_size=16384, layernorm_epsilon=1e-05, max_sequence_length=2048, num_attention_heads=32, num_layers=28, position_encoding_2d=True, torch_dtype="float16", vocab_size=130528),
    "chatglm2-6b-32k": glm(28, 65024, torch_dtype="float16", seq_length=32768, rope_ratio=50),
    "glm-4-9b-chat": glm(40, 151552, torch_dtype="bfloat16", seq_length=131072, rope_ratio=500, num_hidden_layers=40),
    "glm-4v-9b": glm(40, 151552, torch_dtype="bfloat16", vision_config=dict(hidden_act="gelu", hidden_size=1792, image_size=1120, in_channels=3, intermediate_size=15360, num_heads=16, num_hidden_layers=63, num_positions=6401, patch_size=14, scaling_factor=8)),
    "baichuan-7b": plain("BaiChuanForCausalLM", "baichuan", "float16", max_position_embeddings=4096, **sizes(4096, 11008, 32, 32, 64000)),
    "baichuan2-7b": plain("BaichuanForCausalLM", "baichuan", max_position_embeddings=4096, **sizes(4096, 11008, 32, 32, 125696)),
    "baichuan2-13b": plain("BaichuanForCausalLM", "baichuan", model_max_length=4096, **sizes(5120, 13696, 40, 40, 125696)),
    "qwen-7b": plain("QWenLMHeadModel", "qwen", kv_channels=128, no_bias=True, rotary_pct=1.0, seq_length=8192, **sizes(4096, 22016, 32, 32, 151936)),
    "qwen-72b": plain("QWenLMHeadModel", "qwen", kv_channels=128, no_bias=True, rotary_pct=1.0, seq_length=32768, **sizes(8192, 49152, 80, 64, 152064)),
    "internlm-7b": plain("InternLMForCausalLM", "internlm", "float16", bias=True, max_position_embeddings=2048, **sizes(4096, 11008, 32, 32, 103168)),
    "internlm2-20b": plain("InternLM2ForCausalLM", "internlm2", bias=False, max_position_embeddings=32768, **sizes(6144, 16384, 48, 48, 92544, 8)),
    "deepseek-moe-16b": plain("DeepseekForCausalLM", "deepseek", first_k_dense_replace=1, moe_intermediate_size=1408, moe_layer_freq=1, n_routed_experts=64, n_shared_experts=2, num_experts_per_tok=6, max_position_embeddings=4096, **sizes(2048, 10944, 28, 16, 102400, 16)),
    "minicpm-2b": plain("MiniCPMForCausalLM", "minicpm", max_position_embeddings=4096, **{**sizes(2304, 5760, 40, 36, 122753, 36)}) | dict(tie_word_embeddings=True),
    "minicpm-v-2.6": plain("MiniCPMV", "minicpmv", version=2.6, query_num=64, drop_vision_last_layer=False, vision_config=dict(hidden_size=1152, image_size=980, intermediate_size=4304, num_attention_heads=16, num_hidden_layers=27, patch_size=14), **sizes(3584, 18944, 28, 28, 151666, 4)),
    "internvl2-2b": dict(architectures=["InternVLChatModel"], model_type="internvl_chat", torch_dtype="bfloat16", downsample_ratio=0.5, force_image_size=448, llm_config=plain("InternLM2ForCausalLM", "internlm2", bias=False, **sizes(2048, 8192, 24, 16, 92553, 8)), vision_config=dict(model_type="intern_vit_6b", hidden_size=1024, intermediate_size=4096, num_hidden_layers=24, num_attention_heads=16, image_size=448, patch_size=14, norm_type="layer_norm", qk_normalization=False, qkv_bias=True, hidden_act="gelu")),
    "kimi-vl-a3b": dict(architectures=["KimiVLForConditionalGeneration"], model_type="kimi_vl", torch_dtype="bfloat16", text_config=dict(hidden_size=2048, intermediate_size=11264, moe_intermediate_size=1408, num_hidden_layers=27, num_attention_heads=16, n_shared_experts=2, n_routed_experts=64, kv_lora_rank=512, q_lora_rank=None, qk_rope_head_dim=64, v_head_dim=128, qk_nope_head_dim=128, topk_method="noaux_tc", moe_layer_freq=1, first_k_dense_replace=1, vocab_size=163840), vision_config=dict(model_type="moonvit", hidden_size=1152, init_pos_emb_height=64, init_pos_emb_width=64, intermediate_size=4304, merge_kernel_size=[2, 2], num_attention_heads=16, num_hidden_layers=27, patch_size=14)),
    "mimo-7b": plain("MiMoForCausalLM", "mimo", head_dim=128, attention_bias=True, num_nextn_predict_layers=1, **sizes(4096, 11008, 36, 32, 151680, 8)),
    "yi-6b": plain("YiForCausalLM", "Yi", max_position_embeddings=4096, **sizes(4096, 11008, 32, 32, 64000, 4)),
    "falcon-40b-rw": dict(architectures=["RWForCausalLM"], model_type="RefinedWeb", torch_dtype="bfloat16", alibi=False, bias=False, hidden_size=8192, n_head=128, n_head_kv=8, n_layer=60, parallel_attn=True, vocab_size=65024),
    "grok-1": dict(architectures=["Grok1ModelForCausalLM"], model_type="grok-1", torch_dtype="bfloat16", num_experts=8, max_position_embeddings=8192, **sizes(6144, 32768, 64, 48, 131072, 8)),
}


def ask(binary, config, *words):
    """What the command prints about a config.json."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/config.json", "w") as f:
            json.dump(config, f)
        return json.loads(subprocess.run([binary, words[0], f"{folder}/config.json", *words[1:]], capture_output=True, check=True).stdout)


def described(binary, config, *words):
    """(modules with their tensors, {tied tensor: the one it is tied to}, no-split classes) as the catalog has them."""
    tree = ask(binary, config, "tree", "--json", *words)
    ties = {target: source for source, *targets in tree["tied"] for target in targets}
    return ask(binary, config, "entries", *words)["modules"], ties, tree["no_split"]


def built(modules):
    """Empty torch modules under the names and classes of what is described."""
    made = {}
    for m in modules:
        module = made[m["name"]] = type(m["class"], (torch.nn.Module,), {})()
        for t in m.get("tensors", ()):
            tensor = torch.empty(t["shape"], dtype=getattr(torch, t["dtype"]), device="meta")
            if t["kind"] == "parameter":
                module.register_parameter(t["name"], torch.nn.Parameter(tensor, requires_grad=False))
            else:
                module.register_buffer(t["name"], tensor, persistent=t["kind"] == "buffer")
        if m["name"]:
            parent, _, name = m["name"].rpartition(".")
            made[parent].add_module(name, module)
    return made[""]


def prepared(modules, ties, no_split, tied):
    model = built(modules)
    model.all_tied_weights_keys, model._no_split_modules = dict(ties), sorted(no_split)
    if tied:
        for target, source in ties.items():
            parent, _, name = target.rpartition(".")
            model.get_submodule(parent)._parameters[name] = model.get_parameter(source)
    return model


def record(name, config, binary):
    dtype = config["torch_dtype"]
    modules, ties, no_split = described(binary, config)
    models = {"transformers": prepared(modules, ties, no_split, False), "accelerate": prepared(modules, ties, no_split, True)}
    model = models["transformers"]
    total, _ = engine.compute_module_sizes(model)
    order = module_order(model)
    plan = dict(name=name, config=config, stored=dtype, dtype=dtype, total=total[""], no_split=model._no_split_modules, ties=ties)
    plan["tree"] = pack_tree([(n, type(m).__name__, total[n]) for n, m in model.named_modules() if n])
    plan["tensors"] = pack_tensors({k: f"{SAFETENSORS[str(v.dtype)[6:]]}[{','.join(map(str, v.shape))}]" for k, v in model.state_dict().items() if k not in ties})
    plan["budgets"], plan["maps"], plan["cases"] = budgets(total[""]), [], {}
    for which, placed in models.items():
        place_all(plan, placed, which, order)
    return plan


def check_published(binary):
    """What vouches for the entries: totals of published files and two published maps."""
    parameters = lambda config: [t for m in ask(binary, config, "entries")["modules"] for t in m.get("tensors", ()) if t["kind"] == "parameter"]
    stored = lambda config: sum(torch.Size(t["shape"]).numel() * 2 for t in parameters(config))
    assert stored(MODELS["chatglm2-6b-32k"]) + 64 == 12_487_168_064
    assert stored(MODELS["qwen-72b"]) == 144_575_840_256
    assert stored(MODELS["minicpm-v-2.6"]) == 16_198_350_304
    model = prepared(*described(binary, MODELS["chatglm2-6b-32k"], "--architecture", "ChatGLMForConditionalGeneration"), True)
    lead, layer = {"transformer.embedding": 0, "transformer.rotary_pos_emb": 0}, "transformer.encoder.layers."
    tail = {"transformer.encoder.final_layernorm": 1, "transformer.output_layer": 1}
    whole = {**lead, **{layer + str(i): int(i > 8) for i in range(28)}, **tail}
    cut = {**lead, **{layer + str(i): int(i > 9) for i in range(28) if i != 9}, **tail,
           **{layer + "9." + part: int(part == "mlp") for part in ("input_layernorm", "self_attention", "post_attention_layernorm", "mlp")}}
    for no_split, expected in ((["GLMBlock"], whole), ([], cut)):
        assert infer_auto_device_map(model, {0: "5GB", 1: "10GB"}, no_split_module_classes=no_split) == expected, no_split


def main(binary, *names):
    os.makedirs(OUT, exist_ok=True)
    check_published(binary)
    for name, config in MODELS.items():
        if names and name not in names:
            continue
        plan = record(name, config, binary)
        with open(os.path.join(OUT, name + ".json"), "w") as f:
            f.write(dump(plan) + "\n")
        print(f"{name}: {plan['total'] / 1e9:.2f} GB, {len(plan['maps'])} maps", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
