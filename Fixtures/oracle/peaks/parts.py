"""Classes whose encoder and decoder have configs of their own: which fields hold them, and how they are drawn.

    python parts.py bodies.json [CLASS ..]      records them: the decoder under its model type, the encoder under its own
"""
import operator
import sys

import transformers

from configs import Draw

# The fields of the outer config that hold the encoder's and the decoder's; no second where the outer one is the decoder's.
PARTS = {"canary": ("encoder_config", "decoder_config"), "cohere_asr": ("encoder_config", None), "dia": ("encoder_config", "decoder_config"),
         "pix2struct": ("vision_config", "text_config"), "t5gemma2": ("encoder.text_config", "decoder"), "musicgen": ("text_encoder", "decoder")}
# Those whose decoder takes what the encoder hands on as it is.
SAME_WIDTH = "canary", "pix2struct", "t5gemma2"
# Those whose heads together need not be as wide as the hidden state.
WIDE_HEADS = "t5gemma2",
CHANNELS = 9   # codebooks of Dia, a constant in its forms


def part(config, phase):
    """The config of the encoder or of the decoder, where they are two."""
    keys = PARTS.get(config.model_type)
    key = keys and keys[0 if phase == "encode" else 1]
    return operator.attrgetter(key)(config) if key else config


def wrapped(whole, key, raw):
    """The fields of a config with `raw` at the place of the part."""
    first, _, rest = key.partition(".")
    inner = getattr(whole, first)
    return {first: {**inner.to_dict(), **wrapped(inner, rest, raw)} if rest else raw}


def drawn(config_class, seed, index=0, shared="some"):
    kind, whole = config_class.model_type, config_class()
    encoder_key, decoder_key = PARTS[kind]
    decoder = Draw(seed, type(getattr(whole, decoder_key)) if decoder_key else config_class, index=index, square=kind not in WIDE_HEADS).config(shared)
    raw = decoder.to_dict()
    if hasattr(decoder, "d_kv"): raw["hidden_size"] = decoder.num_heads * decoder.d_kv
    own = operator.attrgetter(encoder_key)(whole)
    draw = Draw(seed + 3, type(own), index=index, square=True)
    draw.default = own
    encoder = draw.config("none").to_dict()
    if kind in SAME_WIDTH:
        encoder.update(hidden_size=raw["hidden_size"], num_attention_heads=decoder.num_attention_heads, num_key_value_heads=decoder.num_attention_heads)
        if hasattr(decoder, "d_kv"): encoder["d_kv"] = decoder.d_kv
    if kind == "t5gemma2": encoder = {**raw, "model_type": own.model_type, "intermediate_size": encoder["intermediate_size"]}
    if "num_mel_bins" in encoder:
        encoder.update(num_mel_bins=[80, 128, 96][index], subsampling_conv_channels=[24, 40, 56][index], subsampling_factor=8, conv_kernel_size=9)
    if kind == "dia":
        # Not as many heads as there are sequences.
        encoder.update({key: [7, 4, 6][index] for key in ("num_attention_heads", "num_key_value_heads")})
        raw.update(num_channels=CHANNELS, cross_hidden_size=encoder["hidden_size"], cross_head_dim=decoder.head_dim,
                   cross_num_attention_heads=decoder.num_attention_heads, cross_num_key_value_heads=decoder.num_attention_heads)
    if decoder_key is None: return config_class(**{key: value for key, value in raw.items() if key not in (encoder_key, "model_type")}, **{encoder_key: encoder})
    outer = dict(vocab_size=raw["vocab_size"]) if "vocab_size" in whole.to_dict() else {}
    return config_class(**{**wrapped(whole, encoder_key, encoder), **wrapped(whole, decoder_key, raw)}, **outer)


def main():
    import cuda_on_meta
    from record import ENCODER_DECODER, Body, Model, read, reason, record_circumstances, save
    from solve import measure, solve
    path, *names = sys.argv[1:]
    cuda_on_meta.install()
    bodies, failed = read(path)
    taken = {kind for body in bodies for kind in body.kinds}
    for name in names:
        model, found = Model(name), {}
        for case in ENCODER_DECODER:
            kind = part(model.draw(1), case.phase).model_type
            if kind in taken: continue
            body = found.setdefault(kind, Body(name))
            body.kinds, body.classes = {kind: name}, [name]
            try:
                forms = solve(model.models(1, case.attention), case)
                new, past = {"encode": (0, 0), "prefill": (700, 0), "decode": (1, 900)}[case.phase]
                for seed in (5, 7, 8):
                    measured, numbers = measure(model.model(seed, case.attention), case, 2, new, past, 333)
                    if forms.bytes(numbers) != measured: raise ValueError(f"{forms.bytes(numbers)} said, {measured} measured of a fresh config")
                body.forms[str(case)] = forms
            except Exception as error: body.failures[str(case)] = reason(error)
            print(name, kind, case, body.failures.get(str(case), "as measured"), flush=True)
        for body in found.values():
            if body.forms: record_circumstances(model, body)
            print(name, *body.kinds, {name: list(table) for name, table in body.circumstances.items()}, flush=True)
        bodies += [body for body in found.values() if body.forms]
        taken.update(found)
        save(path, bodies, failed)


if __name__ == "__main__": main()
