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


def mutate(cfg, rng, depth=0):
    out = {}
    subs = getattr(cfg, "sub_configs_defaults", None) or getattr(cfg, "sub_configs", {}) or {}
    c = type(cfg)
    fs = fields(c)
    skip = {
        "transformers_version",
        "architectures",
        "output_hidden_states",
        "return_dict",
        "dtype",
        "id2label",
        "label2id",
        "problem_type",
        "is_encoder_decoder",
        "chunk_size_feed_forward",
    }
    # 1) layer counts
    n = None
    d0 = {}
    for f in fs:
        v = (
            f.default
            if f.default is not dataclasses.MISSING
            else (f.default_factory() if f.default_factory is not dataclasses.MISSING else None)
        )
        d0[f.name] = v
    names = [f.name for f in fs if f.name not in skip and f.name not in subs]
    p = rng.choice([0.15, 0.3, 0.5])
    for k in names:
        v = d0[k]
        if rng.random() > p:
            continue
        if INTLIKE.search(k):
            continue
        if isinstance(v, bool):
            out[k] = not v
        elif isinstance(v, int):
            if v <= 0:
                out[k] = rng.choice([0, 1, 2]) if rng.random() < 0.5 else v
            elif re.search(r"layers|depth|num_blocks|n_layer|layer_num", k):
                out[k] = rng.choice([1, 2, 3, 4, 5, 6, 8])
            elif re.search(r"num_labels|num_experts_per|top_k", k):
                continue
            elif re.search(r"expert", k):
                out[k] = rng.choice([2, 4, 8, 16, v])
            elif re.search(r"freq|step|interval|every|period|offset|replace", k):
                out[k] = rng.choice([1, 2, 3])
            elif re.search(r"head", k) and v > 0:
                out[k] = rng.choice([v * 2, max(1, v // 2), v])
            elif v >= 8:
                out[k] = rng.choice([v * 2, max(1, v // 2), v * 3 if rng.random() < 0.3 else v])
            else:
                out[k] = rng.choice([v, v + 1, max(1, v - 1)])
        elif isinstance(v, float):
            continue
        elif isinstance(v, str):
            if k in (
                "hidden_act",
                "activation_function",
                "hidden_activation",
                "hidden_act",
                "activation",
            ):
                out[k] = rng.choice(
                    ["gelu", "relu", "silu", "gelu_new", "gelu_pytorch_tanh", "quick_gelu"]
                )
            else:
                continue
        elif v is None:
            if k in ("head_dim", "d_head", "attention_head_size"):
                out[k] = rng.choice([32, 64, 128])
            elif k in ("num_key_value_heads", "num_kv_heads"):
                out[k] = rng.choice([1, 2, 4])
            elif k == "layer_types":
                pass
            elif k in ("n_inner", "intermediate_size", "ffn_dim", "q_lora_rank"):
                out[k] = rng.choice([64, 256, 1024])
            elif k == "mlp_only_layers":
                out[k] = [rng.choice([0, 1, 2])]
        elif isinstance(v, (list, tuple)) and v and js(v) and k != "layer_types":
            if all(type(x) is int for x in v) and rng.random() < 0.5:
                out[k] = [x * 2 if x >= 16 else x for x in v]
            elif all(type(x) is bool for x in v):
                out[k] = [rng.random() < 0.5 for _ in v]
    # 2) per-layer lists follow the layer count
    am = getattr(c, "attribute_map", {})
    nl = None
    for key in ("num_hidden_layers", "n_layer", "num_layers", "n_layers"):
        if key in d0:
            nl = out.get(key, d0[key])
            nlk = key
            break
    if nl is not None and isinstance(nl, int) and nl > 12 and nlk in d0:
        nl = rng.choice([2, 3, 4, 5, 6])
        out[nlk] = nl
    if nl is not None and isinstance(nl, int):
        base = getattr(cfg, "layer_types", None) if "layer_types" in d0 else None
        if base and rng.random() < 0.7:
            out["layer_types"] = [rng.choice(sorted(set(base))) for _ in range(nl)]
        base = getattr(cfg, "mlp_layer_types", None) if "mlp_layer_types" in d0 else None
        if base and rng.random() < 0.7:
            out["mlp_layer_types"] = [rng.choice(sorted(set(base))) for _ in range(nl)]
    if (
        "rope_parameters" in d0
        and isinstance(getattr(cfg, "rope_parameters", None), dict)
        and "rope_theta" in cfg.rope_parameters
        and rng.random() < 0.35
    ):
        r = rng.choice(
            [
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
        )
        r = dict(r)
        r["rope_theta"] = rng.choice([10000.0, 500000.0])
        out["rope_parameters"] = r
        if "partial_rotary_factor" in cfg.rope_parameters:
            r["partial_rotary_factor"] = rng.choice(
                [0.25, 0.5, cfg.rope_parameters["partial_rotary_factor"]]
            )
    if rng.random() < 0.3:
        out["tie_word_embeddings"] = rng.random() < 0.5
    if rng.random() < 0.3 and "num_labels" not in d0:
        out["num_labels"] = rng.choice([1, 3, 7]) if depth == 0 else 2
    if out.get("num_labels") == 2:
        out.pop("num_labels")
    for k in subs:
        sc = getattr(cfg, k, None)
        if sc is None:
            continue
        if hasattr(sc, "to_dict"):
            m = mutate(sc, rng, depth + 1)
            if rng.random() < 0.8:
                out[k] = m
                if getattr(sc, "model_type", ""):
                    m["model_type"] = sc.model_type
                if getattr(subs[k], "init_kwargs", None):
                    for kk, vv in subs[k].init_kwargs.items():
                        m.setdefault(kk, copy.deepcopy(vv))
    return out
