"""Small random configs whose widths differ from each other, so that a size tells which fields it comes from."""
import copy
import random

import torch
import transformers
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

HIDDEN = ("hidden_size", "n_embd", "d_model", "dim", "model_dim", "embed_dim", "emb_dim")
HEADS = ("num_attention_heads", "n_head", "n_heads", "num_heads", "encoder_attention_heads", "decoder_attention_heads", "attention_heads",
         "num_encoder_attention_heads", "num_decoder_attention_heads", "encoder_num_attention_heads", "decoder_num_attention_heads")
SHARED_HEADS = ("num_key_value_heads", "num_kv_heads", "multi_query_group_num", "encoder_num_key_value_heads", "decoder_num_key_value_heads")
HEAD_WIDTH = ("head_dim", "d_kv", "attention_head_dim", "dim_head")
LAYERS = ("num_hidden_layers", "layers", "n_layer", "n_layers", "num_layers", "encoder_layers", "decoder_layers", "num_decoder_layers",
          "num_encoder_layers", "encoder_num_hidden_layers", "decoder_num_hidden_layers")
MLP = ("intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size", "d_ff", "encoder_ffn_dim", "decoder_ffn_dim", "dff", "moe_intermediate_size",
       "shared_expert_intermediate_size", "moe_shared_expert_intermediate_size", "shared_intermediate_size", "mlp_dim", "intermediate_dim", "dim_ff")
EXPERTS = ("num_experts", "num_local_experts", "n_routed_experts", "moe_num_experts", "num_moe_experts")
EXPERTS_PER_TOKEN = ("num_experts_per_tok", "moe_topk", "moe_k", "num_experts_per_token", "top_k_experts", "moe_top_k")
# Classes that loop over their experts, in Python: as many in each config, so that the operators are the same. The number is one
# that nothing else has.
LOOPED_EXPERTS, EXPERTS_IN_LOOP, NO_EXPERTS = ("switch_transformers", "nllb-moe", "longcat_flash", "step3p5"), 23, 6
CODEBOOKS = 23   # of Musicgen, which has a head for each
SECTIONED = "qwen2_vl", "qwen2_5_vl", "glm4v", "glm_ocr", "paddleocr", "qwen3_omni_moe_text"   # positions of three kinds share the width of a head
LOOPED = "mamba", "jamba", "rwkv"


def fields_of(config):
    """The whole numbers of a config by the names that the catalog uses."""
    found = {}
    raw = config.to_dict()
    aliases = getattr(type(config), "attribute_map", {})
    for name in raw:
        if name in aliases: continue
        try: value = getattr(config, name, raw[name])
        except Exception: value = raw[name]   # a field that may differ by layer
        if isinstance(value, bool): continue
        if name == "moe_intermediate_size" and isinstance(value, list): value = value[0]   # the experts of text, and those of images
        if isinstance(value, int) and value > 0: found[name] = value
        elif isinstance(value, (dict,)) or hasattr(value, "to_dict"):
            inner = value if isinstance(value, dict) else {k: getattr(value, k, None) for k in value.to_dict()}
            for key, item in inner.items():
                if isinstance(item, int) and not isinstance(item, bool) and item > 0 and isinstance(key, str): found[f"{name}.{key}"] = item
    return found


COMMON = ("hidden_size", "num_attention_heads", "num_key_value_heads", "intermediate_size", "vocab_size", "num_hidden_layers")


def with_common_names(config, fields):
    """Fields under the names that most configs have, with what classes take where a config has none."""
    out = dict(fields)
    for alias, name in getattr(type(config), "attribute_map", {}).items():
        if alias in COMMON and name in out: out[alias] = out.pop(name)
    hidden, heads = out.get("hidden_size"), out.get("num_attention_heads")
    if hidden and heads and hidden % heads == 0 and not any(name in out for name in HEAD_WIDTH) and "kv_lora_rank" not in out: out["head_dim"] = hidden // heads
    if heads and "num_kv_heads" not in out: out.setdefault("num_key_value_heads", heads)
    if hidden: out.setdefault("intermediate_size", 4 * hidden)
    # Latent attention calls the rotated part the width of a head; where it is the whole key its parts say so.
    if "kv_lora_rank" in out and out.get("head_dim") == out.get("qk_nope_head_dim", 0) + out.get("qk_rope_head_dim", 0): del out["head_dim"]
    return out


def derived(config, fields):
    """Numbers that classes compute from several fields."""
    def get(names): return next(((n, fields[n]) for n in names if n in fields), (None, None))
    out = {}
    h, hidden = get(HIDDEN)
    n, heads = get(HEADS)
    d, width = get(HEAD_WIDTH)
    if hidden and heads and not width and hidden % heads == 0:
        d, width = f"{h} // {n}", hidden // heads
        out[f"({d})"] = width
        d = f"({d})"
    k, shared = get(SHARED_HEADS)
    if heads and shared and heads % shared == 0 and heads > shared: out[f"({n} // {k})"] = heads // shared
    if getattr(config, "pad_head_dim_to_multiple_of", None) == 8: out["((head_dim + 7) // 8 * 8)"] = -(-width // 8) * 8
    if "qk_nope_head_dim" in fields and "qk_rope_head_dim" in fields:
        out["(qk_nope_head_dim + qk_rope_head_dim)"] = fields["qk_nope_head_dim"] + fields["qk_rope_head_dim"]
    for name in ("sliding_window", "attention_window_size", "attention_chunk_size", "local_attention"):
        if name in fields: out[f"(({name} + 15) // 16 * 16)"] = -(-fields[name] // 16) * 16
    if "block_multiple_of" in fields and getattr(config, "block_auto_adjust_ff_dim", False):
        step = fields["block_multiple_of"]
        out["((2 * intermediate_size // 3 + block_multiple_of - 1) // block_multiple_of * block_multiple_of)"] = -(-(2 * fields["intermediate_size"] // 3) // step) * step
    if width:
        rope = getattr(config, "rope_parameters", None)
        sources = {name: getattr(config, name, None) for name in ("partial_rotary_factor", "rotary_pct", "rotary_dim")}
        if isinstance(rope, dict) and isinstance(rope.get("partial_rotary_factor"), float):
            sources["rope_parameters.partial_rotary_factor"] = rope["partial_rotary_factor"]
        for name, factor in sources.items():
            if isinstance(factor, float) and 0 < factor < 1: out[f"int({d} * {name})"] = int(width * factor)
    if config.model_type in ("gemma4_text", "gemma4_unified_text"):
        full = config.per_layer_config[list(config.layer_types).index("full_attention")]
        out["global_head_dim"] = full.head_dim
        if getattr(config, "attention_k_eq_v", False): out["num_global_key_value_heads"] = full.num_key_value_heads
    for name, factor in vars(config).items():
        if name == "routed_scaling_factor": continue
        if isinstance(factor, float) and factor > 1 and hidden and ("expand" in name or "ratio" in name or "factor" in name):
            out[f"int({h} * {name})"] = int(hidden * factor)
    return out


class Draw:
    """One random config of a class."""

    def __init__(self, seed, config_class, overrides=None, layers=2, index=0, square=False):
        self.square = square
        overrides = dict(overrides or {})
        # Heads that are wider than the kernels of CUDA take.
        self.is_wide = overrides.pop("is_wide", False)
        self.common, self.rng = random.Random(seed), random.Random(1000 * seed + index)
        self.config_class, self.layers, self.index = config_class, layers, index
        self.default = config_class()
        self.overrides = dict(overrides or {})

    def one_of(self, values):
        """Another value for each of three configs that are drawn together."""
        return values[(self.common.randrange(1000) + self.index) % len(values)]

    def has(self, name): return name in self.known and name not in getattr(self.config_class, "attribute_map", {})

    def config(self, shared="some"):
        """`shared`: how many heads share keys and values: some, all (one key head), or none."""
        rng = self.rng
        raw = self.default.to_dict()
        self.known = set(raw)
        pick = {}
        groups = {"some": self.one_of([2, 4, 3]), "none": 1, "all": self.one_of([5, 6, 7])}[shared]
        kv = 1 if shared == "all" else self.one_of([2, 3, 5])
        heads = kv * groups
        width = 8 * self.one_of([5, 6, 7, 9, 10, 11, 13, 14])
        if self.config_class.model_type in ("bloom", "mpt"): kv, groups = self.one_of([4, 8, 16]), 1
        if self.config_class.model_type == "diffllama": kv = self.one_of([2, 4, 6])
        heads = kv * groups
        has_width = any(self.has(n) for n in HEAD_WIDTH) or "head_dim" in self.known
        if self.config_class.model_type in ("codegen",): heads = 4 * self.one_of([1, 2, 3])
        hidden = heads * width if not has_width or self.square else 16 * heads * rng.randint(3, 9)
        for name in HIDDEN:
            if self.has(name): pick[name] = hidden
        for name in HEADS:
            if self.has(name): pick[name] = heads
        for name in SHARED_HEADS:
            if self.has(name): pick[name] = kv
        for name in HEAD_WIDTH:
            if self.has(name): pick[name] = width
        for name in LAYERS:
            if self.has(name): pick[name] = self.layers
        for name in MLP:
            if self.has(name): pick[name] = 16 * rng.randint(21, 97)
        for name in EXPERTS:
            if self.has(name): pick[name] = self.one_of([10, 12, 14, 18, 20, 22])
        for name in EXPERTS_PER_TOKEN:
            if self.has(name): pick[name] = self.one_of([2, 3, 4, 5])
        if self.has("vocab_size"): pick["vocab_size"] = rng.randint(2000, 9000)
        if self.has("kv_lora_rank"):
            pick["kv_lora_rank"] = 16 * rng.randint(5, 15)
            if self.has("q_lora_rank") and raw.get("q_lora_rank"): pick["q_lora_rank"] = 16 * rng.randint(5, 15) + 8
            nope, rope = 8 * self.one_of([8, 10, 11, 13]), 8 * self.one_of([3, 4, 5, 7])
            for name, value in (("qk_nope_head_dim", nope), ("qk_rope_head_dim", rope), ("v_head_dim", 8 * self.one_of([6, 9, 12, 15])), ("qk_head_dim", nope + rope)):
                if self.has(name): pick[name] = value
            if self.has("head_dim"): pick["head_dim"] = rope
            for name in SHARED_HEADS:
                if self.has(name): pick[name] = heads
            for name in ("n_group", "topk_group"):
                if self.has(name) and raw.get(name): pick[name] = 2 if name == "n_group" else 1
            for name in EXPERTS_PER_TOKEN:
                if name in pick: pick[name] = self.one_of([2, 3, 4])
        for name in ("first_k_dense_replace", "moe_layer_start_index", "num_dense_layers"):
            if self.has(name) and isinstance(raw.get(name), int) and raw[name] >= 0: pick[name] = min(raw[name], 1 if self.layers < 3 else 2)
        if self.has("sliding_window") and raw.get("sliding_window"): pick["sliding_window"] = self.one_of([23, 37, 53])
        kinds = getattr(self.default, "layer_types", None)
        if self.has("layer_types") and kinds:
            order = list(dict.fromkeys(kinds))
            chosen = order if len(order) == 1 else order + order[:1]
            if len(order) == 1: chosen = order * self.layers
            pick["layer_types"] = chosen
            for name in LAYERS:
                if name in pick: pick[name] = len(chosen)
        for name in ("pad_token_id", "bos_token_id", "eos_token_id", "decoder_start_token_id", "image_token_id", "audio_token_id", "video_token_id", "image_token_index"):
            if isinstance(raw.get(name), int) and raw[name] >= 2000 and self.has("vocab_size"): pick[name] = {"pad_token_id": 0}.get(name, 1)
        count = next((pick[n] for n in LAYERS if n in pick), None)
        for name, value in raw.items():
            if isinstance(value, list) and count and name != "layer_types" and name.endswith(("_layer_types", "_types", "_pattern")) and len(value) > count: pick[name] = value[:count]
        self.special(pick, raw, hidden, heads, width, kv)
        pick.update(self.overrides)
        return self.config_class(**pick)

    def special(self, pick, raw, hidden, heads, width, kv):
        rng, kind = self.rng, self.config_class.model_type
        for name, value in (("n_group", 2), ("topk_group", 1)):
            if name in self.known and raw.get(name): pick[name] = value
        if kind == "dots1": pick.update(n_shared_experts=1, n_routed_experts=self.one_of([10, 12, 14]), first_k_dense_replace=1)
        self.needed(pick, kind, heads, width)
        if kind == "lfm2_moe": pick.update(layer_types=["conv", "full_attention", "conv"], num_hidden_layers=3, num_dense_layers=1)
        if "is_decoder" in raw and "add_cross_attention" in raw and not raw.get("is_encoder_decoder"): pick["is_decoder"] = True
        if kind in ("mamba2",):
            pick.update(head_dim=width, num_heads=2 * heads, hidden_size=heads * width, expand=2)
        if kind in ("falcon_h1",): pick.update(mamba_d_ssm=heads * 2 * 16, mamba_n_heads=2 * heads, mamba_d_head=16)
        if kind in ("bamba", "granitemoehybrid", "zamba2"):
            pick.update(hidden_size=heads * width)
            pick.update({"bamba": dict(mamba_n_heads=2 * heads, mamba_d_head=width), "granitemoehybrid": dict(mamba_n_heads=2 * heads, mamba_d_head=width), "zamba2": {}}[kind])
        for name in ("linear_num_key_heads",):
            keys = self.one_of([4, 7, 6])
            if name in raw: pick.update(linear_num_key_heads=keys, linear_num_value_heads=keys * self.one_of([2, 3]), linear_key_head_dim=8 * self.one_of([6, 7, 11]), linear_value_head_dim=8 * self.one_of([5, 9, 10]))
        if "time_step_rank" in raw and raw["time_step_rank"] != "auto": pick["time_step_rank"] = 16 * rng.randint(2, 5) + 8
        if "mamba_dt_rank" in raw: pick["mamba_dt_rank"] = 16 * rng.randint(2, 5) + 8
        if "state_size" in raw and "mamba" in kind: pick["state_size"] = self.one_of([13, 17, 19])
        if "mamba_d_state" in raw: pick["mamba_d_state"] = self.one_of([13, 17, 19])
        if "rotary_dim" in raw and raw["rotary_dim"]: pick["rotary_dim"] = 4 * self.one_of([4, 5, 7, 8])
        if "lru_width" in raw: pick["lru_width"] = hidden
        if "attention_window_size" in raw: pick["attention_window_size"] = self.one_of([23, 37, 53])
        if "attention_chunk_size" in raw and raw["attention_chunk_size"]: pick["attention_chunk_size"] = self.one_of([23, 37, 53])
        if "word_embed_proj_dim" in raw: pick["word_embed_proj_dim"] = hidden
        for name in ("max_position_embeddings", "n_positions", "n_ctx"):
            if name in raw and isinstance(raw[name], int) and raw[name] < 2000 and name in self.known: pick[name] = 40000
        if kind == "prophetnet": pick.update(max_position_embeddings=self.one_of([310, 415, 365]), hidden_size=heads * width)   # all pairs of positions are made
        if kind == "ctrl": pick["n_positions"] = self.one_of([40000, 36000, 44000])   # its table of positions is copied whole
        if "hidden_size_per_layer_input" in raw: pick.update(hidden_size_per_layer_input=8 * self.one_of([5, 6, 7]))
        for name in ("chunk_size", "mamba_chunk_size", "block_size"):
            if isinstance(raw.get(name), int): pick[name] = self.one_of([48, 64, 56])
        if kind == "dbrx": pick.update(attn_config=dict(kv_n_heads=kv, rope_theta=10000.0, clip_qkv=8.0), ffn_config=dict(ffn_hidden_size=16 * rng.randint(21, 97), moe_num_experts=12, moe_top_k=self.one_of([2, 3, 4])))
        if kind in LOOPED_EXPERTS:
            pick.update({name: EXPERTS_IN_LOOP for name in EXPERTS if name in raw})
            if "zero_expert_num" in raw: pick.update(zero_expert_num=NO_EXPERTS, expert_ffn_hidden_size=16 * rng.randint(21, 97))
        rope = raw.get("rope_parameters") or {}
        if "mrope_section" in rope or kind.startswith(SECTIONED):
            half = int((pick.get("qk_rope_head_dim") or width) * rope.get("partial_rotary_factor", 1)) // 2
            pick["rope_parameters"] = {"rope_type": "default", "rope_theta": 10000.0, **rope, "mrope_section": [half - 2 * (half // 4), half // 4, half // 4]}
        for name in ("encoder_sparse_step", "decoder_sparse_step"):
            if name in raw: pick[name] = 2   # one of two layers has experts
        if "index_n_heads" in raw and "index_head_dim" in raw: pick.update(index_n_heads=self.one_of([11, 17, 13]), index_head_dim=8 * self.one_of([17, 21, 19]))
        if kind == "gpt_neo": pick.update(attention_types=[[["global", "local"], 1]], num_layers=2, window_size=self.one_of([23, 37, 53]))
        if kind in ("gemma3n_text",): pick.update(num_hidden_layers=7, layer_types=(["sliding_attention", "full_attention"] * 4)[:7], num_kv_shared_layers=2, intermediate_size=pick["intermediate_size"], laurel_rank=8 * self.one_of([4, 5, 6]), vocab_size_per_layer_input=pick["vocab_size"], activation_sparsity_pattern=[0.0] * 7)
        if kind.startswith("lfm2"): pick.update(block_multiple_of=8 * self.one_of([3, 5, 7]))
        if kind in ("gemma4_text", "gemma4_unified_text"):
            pick.update(num_hidden_layers=7, layer_types=["sliding_attention", "full_attention", "sliding_attention", "full_attention", "sliding_attention", "full_attention", "full_attention"])
            pick["global_head_dim"] = 8 * self.one_of([35, 38, 41] if self.is_wide else [15, 17, 19])
            if self.overrides.get("attention_k_eq_v"): pick["num_global_key_value_heads"] = heads // kv
        if kind == "nemotron_h":
            pick.update(mamba_num_heads=12 * self.one_of([1, 2, 3]), mamba_head_dim=8 * self.one_of([5, 7, 9]), ssm_state_size=self.one_of([26, 34, 38]), n_groups=self.one_of([2, 4, 3]))
            pick.update(layers_block_type=["linear_attention", "moe", "full_attention", "mlp"])
        if kind == "mamba2": pick.update(n_groups=self.one_of([1, 2]))
        if kind == "bamba": pick.update(attn_layer_indices=[1], num_hidden_layers=3)
        if kind == "granitemoehybrid": pick.update(layer_types=["mamba", "attention", "mamba"], num_hidden_layers=3)
        if kind == "recurrent_gemma":
            # The width of a head follows from both, and the convolution keeps what is as wide as the hidden state.
            pick.pop("head_dim", None)
            pick.update(attention_window_size=self.one_of([7, 9, 8]))   # shorter than all that is looped over
            pick.update(num_hidden_layers=4, block_types=["recurrent", "recurrent", "attention"], hidden_size=heads * width, lru_width=heads * width)
        if "max_source_positions" in raw: pick["max_source_positions"] = self.one_of([71, 43, 97])
        if "attn_layer_period" in raw: pick.update(num_hidden_layers=4, attn_layer_period=2, attn_layer_offset=1, expert_layer_period=4, expert_layer_offset=2)

    def needed(self, pick, kind, heads, width):
        """Fields without which a class does not run, and its own defaults leave open."""
        rng = self.rng
        if kind in ("xlm", "flaubert"): pick.update(emb_dim=heads * width)
        # Heads that are filled up, as the published ones are.
        if kind == "moonshine": pick.update(decoder_num_key_value_heads=heads, encoder_num_key_value_heads=heads, hidden_size=heads * self.one_of([52, 60, 76, 92, 100, 36]), pad_head_dim_to_multiple_of=8)
        if kind.startswith("kosmos_2"): pick["max_position_embeddings"] = 40000   # beyond them its table is made anew
        if kind == "cpmant": pick.update(prompt_length=self.one_of([29, 38, 25]))
        if kind == "musicgen_decoder": pick.update(num_codebooks=CODEBOOKS)
        if kind == "glm5_next_text":
            # Keys that are not rotated, delta rules of their own widths, an index over pooled keys.
            pick.update(qk_rope_head_dim=0, head_dim=0, n_group=1, topk_group=1, mlp_layer_types=["dense", "sparse", "sparse"], indexer_types=["full"] * 3, linear_head_dim=8 * self.one_of([5, 7, 9]),
                        linear_num_heads=self.one_of([4, 7, 3]), index_topk=16 * self.one_of([2, 3, 4]))
            pick["qk_head_dim"] = pick["qk_nope_head_dim"]
        if kind == "mistral4": pick.pop("head_dim", None)   # it follows from both parts of a key
        if kind == "unlimited_ocr_text": pick.update(num_key_value_heads=heads)   # its eager attention shares no heads
        if kind == "muse_spark_text": pick.update(moe_hidden_size=16 * rng.randint(21, 97) + 8)
        if kind == "deepseek_ocr2_text": pick.update(mlp_layer_types=["dense", "sparse", "sparse"], num_hidden_layers=3, n_group=1, topk_group=1)
        if kind == "ernie4_5_vl_moe_text":
            third = width // 6
            pick.update(moe_intermediate_size=[16 * rng.randint(21, 97), 16 * rng.randint(11, 20)],
                        rope_parameters={"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [third, third, width // 2 - 2 * third]})
        if kind == "kyutai_speech_to_text": pick["vocab_size"] += 5000   # the padding of its sounds has a number behind all of them
        if kind == "zaya": pick.update(num_experts_per_tok=1)
        if kind == "xmod": pick.update(default_language="en_XX")
        if kind == "chameleon": pick.update(vocabulary_map={"<image>": 5})
        if kind == "step3p5": pick.update(share_expert_dim=16 * rng.randint(21, 97), sliding_window=self.one_of([23, 37, 53]), num_hidden_layers=3, layer_types=["sliding_attention", "full_attention", "sliding_attention"], mlp_layer_types=["dense", "sparse", "sparse"])
        if kind in ("inkling_text", "inkling2_text"):
            # Layers with a window have heads of their own, and all a table of relative positions.
            shared = self.one_of([2, 3, 5])
            pick.update(swa_num_attention_heads=shared * self.one_of([3, 4, 7]), swa_num_key_value_heads=shared, swa_head_dim=8 * self.one_of([6, 7, 13]), sliding_window_size=self.one_of([23, 37, 53]),
                        d_rel=self.one_of([9, 14, 15]), rel_extent=self.one_of([172, 188, 156]))
        if kind == "apertus1p5_text": pick.update(vocab_size=266500 + rng.randint(0, 9000))   # tokens of images and sounds are in it
        if kind == "hunyuan_vl_text":
            pick["rope_parameters"] = {"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [width // 2 - 3 * (width // 8), *[width // 8] * 3]}
        if kind == "cohere_compass_text":
            kinds = ["sliding_attention", "full_attention", "sliding_attention"]
            pick.update(layer_types=kinds, num_hidden_layers=3, rope_parameters={name: {"rope_type": "default", "rope_theta": 10000.0} for name in kinds})
