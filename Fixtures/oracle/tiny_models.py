"""Tiny models of any class, with random weights, and devices that are none; for load_maps.py."""
import copy
import json

import environment  # before torch: without a GPU and without the network
import torch
import transformers

from limits import TimeLimit
from presets import preset

MOST_PARAMETERS = 20_000_000
CPU_SECONDS = 30
SMALL = [
    (("hidden_size", "n_embd", "d_model", "dim", "model_dim", "embedding_size", "word_embed_proj_dim", "attention_hidden_size", "embed_dim"), 32),
    (("num_attention_heads", "n_head", "n_heads", "num_heads", "encoder_attention_heads", "decoder_attention_heads"), 4),
    (("num_key_value_heads", "num_kv_heads", "multi_query_group_num"), 2),
    (("head_dim", "d_kv", "attention_head_dim", "qk_nope_head_dim", "v_head_dim", "qk_rope_head_dim", "index_head_dim"), 8),
    (("q_lora_rank", "kv_lora_rank"), 16), (("rotary_dim",), 8),
    (("num_hidden_layers", "n_layer", "n_layers", "num_layers", "encoder_layers", "decoder_layers", "num_decoder_layers", "depth"), 4),
    (("intermediate_size", "n_inner", "ffn_dim", "ffn_hidden_size", "d_ff", "encoder_ffn_dim", "decoder_ffn_dim", "moe_intermediate_size",
      "shared_expert_intermediate_size", "moe_shared_expert_intermediate_size", "shared_intermediate_size", "mlp_dim", "intermediate_dim"), 48),
    (("num_experts", "num_local_experts", "n_routed_experts", "moe_num_experts", "num_moe_experts"), 4),
    (("num_experts_per_tok", "moe_topk", "moe_k", "num_experts_per_token", "top_k_experts", "moe_top_k"), 2),
    (("n_group", "topk_group", "first_k_dense_replace", "mamba_n_groups", "n_groups"), 1),
    (("vocab_size", "vocab_size_per_layer_input"), 128), (("hidden_size_per_layer_input",), 8),
    (("max_position_embeddings", "n_positions", "max_source_positions", "max_target_positions"), 64), (("image_size",), 32),
]
SIZES = {name: value for names, value in SMALL for name in names}
LISTS = ("layer_types", "mlp_layer_types", "layers_block_type", "attention_types")


# ------------------------------------------------------------------ configs
def small(raw, whole):
    """Small sizes for a config and its parts: all of its fields, or those alone that change, so that the others are derived."""
    # Latent attention has as many heads of keys as of queries.
    sizes = {**SIZES, "num_key_value_heads": SIZES["num_attention_heads"]} if "kv_lora_rank" in raw else SIZES
    out = {}
    for key, value in raw.items():
        new = value
        if isinstance(value, dict) and "model_type" in value:
            new = {"model_type": value["model_type"], **small(value, whole)}
        elif key == "head_dim" and value is None:
            new = sizes[key]
        elif isinstance(value, int) and not isinstance(value, bool) and value > 0 and key in sizes:
            new = min(value, sizes[key])
        elif isinstance(value, list) and key in LISTS:
            new = value[:4]
        elif key.endswith("_token_id") and isinstance(value, int):
            new = min(value, 5)
        if whole or new != value:
            out[key] = new
    return out


def tiny(cls, ties, whole):
    given = preset(cls.__name__)
    config = cls.config_class.from_dict(json.loads(json.dumps(given)))
    raw = {**json.loads(json.dumps(config.to_dict(), default=str)), **given}
    found = cls.config_class.from_dict({**({} if whole else given), **small(raw, whole)})
    if ties:
        found.tie_word_embeddings = not getattr(found, "tie_word_embeddings", False)
    return found


def build(cls, dtype, ties):
    """A model that runs, with its logits; the config in the first of the ways that give one."""
    first = None
    for whole in (False, True):
        try:
            config = tiny(cls, ties, whole)
            with torch.device("meta"):
                count = sum(p.numel() for p in cls(copy.deepcopy(config)).parameters())
            if count > MOST_PARAMETERS:
                raise ValueError("not small enough")
            torch.manual_seed(7)
            model = cls._from_config(config, dtype=getattr(torch, dtype)).eval()
            logits(model)
            return model
        except TimeLimit:
            raise
        except Exception as x:
            first = first or x
    raise first


# ------------------------------------------------------------------ running
def inputs(model):
    torch.manual_seed(3)
    if model.main_input_name == "pixel_values":
        size, channels = getattr(model.config, "image_size", 32), getattr(model.config, "num_channels", 3)
        height, width = size if isinstance(size, (list, tuple)) else (size, size)
        return dict(pixel_values=torch.randn(1, channels, height, width, dtype=model.dtype))
    ids = torch.randint(6, 90, (1, 7))
    out = dict(input_ids=ids)
    if getattr(model.config, "is_encoder_decoder", False):
        out["decoder_input_ids"] = ids[:, :4]
    return out


def outputs(model, **more):
    with torch.no_grad():
        return model(**inputs(model), **more)


def logits(model):
    found = outputs(model)
    for name in ("logits", "last_hidden_state", "prediction_logits"):
        if getattr(found, name, None) is not None:
            return getattr(found, name).float()
    return found[0].float()


def same(a, b):
    return a.shape == b.shape and torch.allclose(a, b, rtol=1e-3, atol=1e-4, equal_nan=True)


def bytes_in_memory(model):
    seen, total = set(), 0
    for tensor in [*model.parameters(), *model.buffers()]:
        key = (tensor.data_ptr(), tensor.numel())
        if tensor.numel() and key in seen:
            continue
        seen.add(key)
        total += tensor.numel() * tensor.element_size()
    return total


# ------------------------------------------------------------------ devices that are none
class FakeGPU(str):
    """The cpu to torch, another device to the libraries."""

    def __new__(cls, number):
        self = super().__new__(cls, "cpu")
        self.number = number
        return self

    def __eq__(self, other):
        return isinstance(other, FakeGPU) and other.number == self.number

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(("gpu", self.number))


def on_fakes(device_map):
    """The map with a device of its own for each number; a number that is a text stays what it is."""
    return {k: FakeGPU(v) if isinstance(v, int) else v for k, v in device_map.items()}
