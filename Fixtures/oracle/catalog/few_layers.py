"""Configs with short stacks of layers: the same facts in less time."""

COUNTS = (
    "num_hidden_layers",
    "num_layers",
    "n_layer",
    "n_layers",
    "num_decoder_layers",
    "num_encoder_layers",
    "encoder_layers",
    "decoder_layers",
    "depth",
)
ENOUGH = 8  # for every pattern over layers that occurs


def cut(fields, most=ENOUGH):
    """A config with at most so many layers in each stack; lists with an entry a layer are cut,
    too."""
    out = {k: cut(v, most) if isinstance(v, dict) else v for k, v in fields.items()}
    long = {out[k] for k in COUNTS if type(out.get(k)) is int and out[k] > most}
    for k, v in out.items():
        if k in COUNTS and v in long:
            out[k] = most
        elif isinstance(v, list) and len(v) in long:
            out[k] = v[:most]
    return out
