"""Forward passes that are recorded: a prefill, a piece of one, a decode step."""
import gc
import inspect
import re
from dataclasses import dataclass

import torch

from torch.utils._pytree import tree_leaves
from transformers import DynamicCache
from transformers.modeling_outputs import BaseModelOutput

from parts import CHANNELS, part
from timeline import Recording, Timeline


@dataclass(frozen=True)
class Case:
    """`phase`: prefill, piece (new tokens behind cached ones), decode. `attention`: default or eager."""
    phase: str = "prefill"
    attention: str = "default"
    padded: bool = False
    all_logits: bool = False
    experts: str = "default"

    def __str__(self):
        words = [self.phase, self.attention]
        if self.padded: words.append("padded")
        if self.all_logits: words.append("all_logits")
        if self.experts != "default": words.append(self.experts + "_experts")
        return " ".join(words)


def build(model_class, config, attention="default", dtype=torch.bfloat16):
    options = {} if attention == "default" else dict(attn_implementation=attention)
    with torch.device("meta"):
        return as_loaded(model_class._from_config(config, dtype=dtype, **options).eval(), dtype)


def as_loaded(model, dtype=torch.bfloat16):
    """The model with the dtypes that from_pretrained gives it: what a class lists stays in single precision in any of 16 bits."""
    kept = [re.compile(name.replace("*", ".*")) for name in getattr(model, "_keep_in_fp32_modules_strict", None) or ()]
    if dtype in (torch.float16, torch.bfloat16):
        for name, parameter in model.named_parameters():
            if any(pattern.search(name) for pattern in kept): parameter.data = parameter.data.float()
    return model


# Classes that give no cache back: they fill the one that they get.
FILLING = "recurrent_gemma", "xlm", "flaubert"


def cache_of(out, options=None):
    """The name and the value of what a pass hands to the next; `options` are those of the pass."""
    for name in ("past_key_values", "cache", "cache_params", "state"):
        if getattr(out, name, None) is not None: return name, getattr(out, name)
    return next(((name, options[name]) for name in ("past_key_values", "cache") if options and name in options), (None, None))


# What modules of a class keep themselves between tokens.
STATES = "conv1d_state", "recurrent_states"


def states_of(model):
    return [states for module in model.modules() if (states := {name: getattr(module, name) for name in STATES if hasattr(module, name)})]


def forget(model):
    for module in model.modules():
        for name in STATES:
            if hasattr(module, name): setattr(module, name, None)


def held(model, cache): return {"cache": cache, "states": states} if (states := states_of(model)) else cache


def hidden_of(config):
    for name in ("hidden_size", "d_model"):
        if isinstance(getattr(config, name, None), int): return getattr(config, name)
    return hidden_of(next(getattr(config, name) for name in ("encoder", "encoder_config", "text_config") if hasattr(config, name)))


def encoded(model, batch, source):
    """What an encoder has made of its input."""
    dtype = next(model.parameters()).dtype
    out = BaseModelOutput(last_hidden_state=torch.empty(batch, source, hidden_of(part(model.config, "encode")), dtype=dtype, device="meta"))
    out.router_logits = out.attention_mask = None   # Some classes ask for it.
    return out


def encoder_input(model, batch, source):
    """The input of an encoder that has `source` tokens inside."""
    name, kind, config = model.main_input_name, model.config.model_type, part(model.config, "encode")
    floats = lambda *sides: torch.empty(*sides, dtype=next(model.parameters()).dtype, device="meta")
    if kind in ("canary", "cohere_asr"): return {name: floats(batch, 8 * source, config.num_mel_bins)}
    if kind == "speech_to_text": return {name: floats(batch, 4 * source, config.input_feat_per_channel * config.input_channels)}
    if kind == "udop": return {name: tokens(batch, source), "bbox": floats(batch, source, 4)}
    if kind == "moonshine": return {name: floats(batch, samples(source))}
    if kind == "pix2struct": return {name: floats(batch, source, 2 + config.patch_embed_hidden_size), "attention_mask": torch.ones(batch, source, device="meta")}
    if name == "input_features":
        bins = getattr(config, "num_mel_bins", None) or getattr(config, "input_feat_per_channel", 80)
        return {name: floats(batch, bins, 2 * source)}
    return {name: tokens(batch, source)}


def samples(source):
    """Samples of a sound that become so many tokens within Moonshine: its convolutions see 127, 7 and 3 and go on by 64, 3 and 2."""
    return 64 * (3 * (2 * source + 1) + 4 - 1) + 127


def runner(model):
    """The model that generate() of a class calls: of some the decoder alone, with what a tower made of its image beside it."""
    return model.text_model if model.config.model_type == "kosmos-2" else model


def arguments(model, case, ids, total, source=0):
    accepted = inspect.signature(model.forward).parameters
    if source:
        options = dict(encoder_outputs=encoded(model, ids.shape[0], source), decoder_input_ids=ids)
        mask = "decoder_attention_mask"
    else: options, mask = dict(input_ids=ids), "attention_mask"
    if model.config.model_type == "kyutai_speech_to_text": options["input_ids"] = ids[..., None].repeat(1, 1, model.config.num_codebooks + 1)
    if model.config.model_type == "dia": options["decoder_input_ids"] = ids[..., None].repeat(1, 1, CHANNELS)
    if model.config.model_type == "musicgen": options["decoder_input_ids"] = ids.repeat(model.config.decoder.num_codebooks, 1)
    if model.config.model_type == "musicgen_decoder": options["input_ids"] = ids.repeat(model.config.num_codebooks, 1)
    # It leaves away itself what is cached.
    if model.config.model_type in ("cpmant", "xlm", "flaubert"): options["input_ids"] = tokens(ids.shape[0], total)
    if model.config.model_type in FILLING: options["past_key_values" if "past_key_values" in accepted else "cache"] = DynamicCache(config=model.config)
    if "use_cache" in accepted: options["use_cache"] = True
    if "logits_to_keep" in accepted and not case.all_logits: options["logits_to_keep"] = 1
    if case.padded: options[mask] = torch.ones(ids.shape[0], total, dtype=torch.long, device=ids.device)
    return options


def tokens(batch, length): return torch.zeros(batch, length, dtype=torch.long, device="meta")


def record(model, case, batch, new, past=0, source=0, dtype=torch.bfloat16):
    """The recording of one forward pass of `new` tokens behind `past` cached ones; of the encoder alone for `encode`."""
    if case.phase == "encode": return record_encoder(model, batch, source, dtype)
    weights = [*model.parameters(), *model.buffers()]
    model = runner(model)
    from timeline import cached
    forget(model)
    with torch.no_grad():
        extra, old = {}, []
        if past:
            with Timeline(weights, dtype):
                begun = past - 1 if new == 1 and past > 1 else past
                options = arguments(model, case, tokens(batch, begun), begun, source)
                first = model(**options)
            name, cache = cache_of(first, options)
            extra = {name: cache}
            del first
            if new == 1 and past > 1:
                # The step after the first: a window has left behind what lay before it.
                with Timeline(weights, dtype):
                    first = model(**{**arguments(model, case, tokens(batch, 1), past, source), **extra})
                extra = {name: cache_of(first, extra)[1]}
                cache = extra[name]
                del first
            old = cached(held(model, cache))
        ids = tokens(batch, new)
        options = {**arguments(model, case, ids, past + new, source), **extra}
        inputs = [value for value in tree_leaves(list(options.values())) if isinstance(value, torch.Tensor)] if not past else [value for value in options.values() if isinstance(value, torch.Tensor)] + ([options["encoder_outputs"].last_hidden_state] if source else [])
        gc.collect(0)
        with Timeline([*weights, *inputs], dtype, old) as line:
            del old
            out = model(**options)
            recording = Recording(line, held(model, cache_of(out, options)[1]))
        del out, extra, options
    return recording


def record_encoder(model, batch, source, dtype=torch.bfloat16):
    """The encoder alone; what it hands to the decoder counts as long as it runs."""
    options = encoder_input(model, batch, source)
    gc.collect(0)
    with Timeline([*model.parameters(), *model.buffers(), *options.values()], dtype) as line, torch.no_grad():
        out = model.get_encoder()(**options)
        recording = Recording(line, None)
    del out
    return recording
