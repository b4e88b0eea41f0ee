"""random-but-valid config.json dicts: mutate the dataclass fields of the default config (and of its
sub-configs)."""

import dataclasses, copy, random, re, inspect


class Field:
    """An argument of a config class that is not a dataclass (transformers 4)."""

    default_factory = dataclasses.MISSING

    def __init__(self, name, default):
        self.name, self.default = name, default


def fields(c):
    if dataclasses.is_dataclass(c):
        return list(dataclasses.fields(c))
    found = {}
    for b in reversed(c.__mro__):
        if "__init__" in b.__dict__ and b.__module__.startswith("transformers.models"):
            for n, p in inspect.signature(b.__init__).parameters.items():
                if p.default is not inspect.Parameter.empty:
                    found[n] = Field(n, p.default)
    return list(found.values())


# Fields of every config that say nothing of a model's modules.
HANDLING = {
    "transformers_version",
    "architectures",
    "output_hidden_states",
    "return_dict",
    "dtype",
    "problem_type",
    "label2id",
}
UNTOUCHED = HANDLING | {"id2label", "is_encoder_decoder", "chunk_size_feed_forward"}
ACTIVATION_FIELDS = ("hidden_act", "activation_function", "hidden_activation", "activation")
ACTIVATIONS = ["gelu", "relu", "silu", "gelu_new", "gelu_pytorch_tanh", "quick_gelu"]
GIVEN = {
    ("head_dim", "d_head", "attention_head_size"): [32, 64, 128],
    ("num_key_value_heads", "num_kv_heads"): [1, 2, 4],
    ("n_inner", "intermediate_size", "ffn_dim", "q_lora_rank"): [64, 256, 1024],
}
ROPES = [
    {"rope_type": "linear", "factor": 2.0},
    {"rope_type": "yarn", "factor": 4.0},
    {"rope_type": "dynamic", "factor": 2.0},
    {
        "rope_type": "llama3",
        "factor": 8.0,
        "low_freq_factor": 1.0,
        "high_freq_factor": 4.0,
        "original_max_position_embeddings": 512,
    },
    {"rope_type": "default"},
]
SAME = object()
INTLIKE = re.compile(
    r"token_id|_token_index|_idx$|seed|max_length|min_length|num_beams|initializer"
    r"|_start_|^bos|^eos|^pad"
)


def js(v):
    return (
        v is None
        or isinstance(v, (bool, int, float, str))
        or (isinstance(v, (list, tuple)) and all(js(x) for x in v))
        or (isinstance(v, dict) and all(js(x) for x in v.values()))
    )


def default_of(field):
    if field.default is not dataclasses.MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not dataclasses.MISSING else None


def another_number(name, v, rng):
    """Another whole number for a field, by what its name says that it counts."""
    if v <= 0:
        return rng.choice([0, 1, 2]) if rng.random() < 0.5 else v
    if re.search(r"layers|depth|num_blocks|n_layer|layer_num", name):
        return rng.choice([1, 2, 3, 4, 5, 6, 8])
    if re.search(r"num_labels|num_experts_per|top_k", name):
        return SAME
    if re.search(r"expert", name):
        return rng.choice([2, 4, 8, 16, v])
    if re.search(r"freq|step|interval|every|period|offset|replace", name):
        return rng.choice([1, 2, 3])
    if re.search(r"head", name):
        return rng.choice([v * 2, max(1, v // 2), v])
    if v >= 8:
        return rng.choice([v * 2, max(1, v // 2), v * 3 if rng.random() < 0.3 else v])
    return rng.choice([v, v + 1, max(1, v - 1)])


def given(name, rng):
    """A value for a field that has none by default."""
    if name == "mlp_only_layers":
        return [rng.choice([0, 1, 2])]
    return next((rng.choice(values) for names, values in GIVEN.items() if name in names), SAME)


def another_list(v, rng):
    if all(type(x) is int for x in v) and rng.random() < 0.5:
        return [x * 2 if x >= 16 else x for x in v]
    if all(type(x) is bool for x in v):
        return [rng.random() < 0.5 for _ in v]
    return SAME


def another(name, v, rng):
    """Another value for a field with the default `v`; SAME where it is left."""
    if isinstance(v, bool):
        return not v
    if isinstance(v, int):
        return another_number(name, v, rng)
    if isinstance(v, str):
        return rng.choice(ACTIVATIONS) if name in ACTIVATION_FIELDS else SAME
    if v is None:
        return given(name, rng)
    if isinstance(v, (list, tuple)) and v and js(v) and name != "layer_types":
        return another_list(v, rng)
    return SAME


def follow_layers(cfg, defaults, out, rng):
    """Fewer layers, and lists by layer that are as long."""
    name = next(
        (k for k in ("num_hidden_layers", "n_layer", "num_layers", "n_layers") if k in defaults),
        None,
    )
    count = out.get(name, defaults[name]) if name else None
    if not isinstance(count, int):
        return
    if count > 12:
        out[name] = count = rng.choice([2, 3, 4, 5, 6])
    for types in ("layer_types", "mlp_layer_types"):
        base = getattr(cfg, types, None) if types in defaults else None
        if base and rng.random() < 0.7:
            out[types] = [rng.choice(sorted(set(base))) for _ in range(count)]


def turn(cfg, defaults, out, rng):
    """Other rotary embeddings."""
    known = getattr(cfg, "rope_parameters", None) if "rope_parameters" in defaults else None
    if not isinstance(known, dict) or "rope_theta" not in known or rng.random() >= 0.35:
        return
    out["rope_parameters"] = r = dict(rng.choice(ROPES))
    r["rope_theta"] = rng.choice([10000.0, 500000.0])
    if "partial_rotary_factor" in known:
        r["partial_rotary_factor"] = rng.choice([0.25, 0.5, known["partial_rotary_factor"]])


def mutate_parts(cfg, subs, out, rng, depth):
    """The configs within a config."""
    for name in subs:
        part = getattr(cfg, name, None)
        if not hasattr(part, "to_dict"):
            continue
        changed = mutate(part, rng, depth + 1)
        if rng.random() >= 0.8:
            continue
        out[name] = changed
        if getattr(part, "model_type", ""):
            changed["model_type"] = part.model_type
        for key, value in (getattr(subs[name], "init_kwargs", None) or {}).items():
            changed.setdefault(key, copy.deepcopy(value))


def mutate(cfg, rng, depth=0):
    """A raw config that differs from `cfg` in some fields."""
    out = {}
    subs = getattr(cfg, "sub_configs_defaults", None) or getattr(cfg, "sub_configs", {}) or {}
    defaults = {f.name: default_of(f) for f in fields(type(cfg))}
    share = rng.choice([0.15, 0.3, 0.5])
    for name in (n for n in defaults if n not in UNTOUCHED and n not in subs):
        if rng.random() > share or INTLIKE.search(name):
            continue
        value = another(name, defaults[name], rng)
        if value is not SAME:
            out[name] = value
    follow_layers(cfg, defaults, out, rng)
    turn(cfg, defaults, out, rng)
    if rng.random() < 0.3:
        out["tie_word_embeddings"] = rng.random() < 0.5
    if rng.random() < 0.3 and "num_labels" not in defaults:
        out["num_labels"] = rng.choice([1, 3, 7]) if depth == 0 else 2
    if out.get("num_labels") == 2:
        out.pop("num_labels")
    mutate_parts(cfg, subs, out, rng, depth)
    return out
