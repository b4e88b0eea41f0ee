"""Records what each architecture of transformers keeps between tokens: bytes after a prefill and after one decode step.

    python record_memory_caches.py OUTPUT.json [MODEL_TYPE | CLASS ...]

Of a class that is named the decoder is recorded, under its own model type. The models are built with fake tensors (no memory, no weights) in bfloat16, with the widths of their default config and
few layers. For each context and batch the file holds, per layer and
in runs of equal values, the bytes of the cached tensors ("held") and the bytes
of the storages behind them ("stored": a sliding window is a view that keeps the whole storage of a prefill).
Pinned: see requirements.txt.
"""
import contextlib
import io
import itertools
import json
import logging
import os
import re
import signal
import sys
import time
import warnings

import torch
import transformers
from torch._subclasses.fake_tensor import FakeTensorMode
from torch.utils._python_dispatch import TorchDispatchMode
from peaks.timeline import MASKED, is_mask, picked
from transformers.cache_utils import EncoderDecoderCache, DynamicCache
from transformers.models.auto.configuration_auto import CONFIG_MAPPING
from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING, MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING, MODEL_FOR_SPEECH_SEQ_2_SEQ_MAPPING, MODEL_MAPPING

warnings.filterwarnings("ignore")
transformers.logging.set_verbosity_error()
logging.disable(logging.WARNING)

CONTEXTS = [48, 1500, 5000]
BATCHES = [1, 2]
SOURCE = 20  # tokens of the encoder's input, where there is an encoder
MOST_LAYERS = 6
# Contexts for models whose recurrence is a Python loop over the tokens; their states do not grow.
SHORT_CONTEXTS = [3, 24, 70]
SECONDS = 45

# Widths of released models where the default config does not show a rule, or the default is a toy.
VARIANTS = {
    "falcon-40b": ("falcon", dict(hidden_size=8192, num_attention_heads=128, num_kv_heads=8, new_decoder_architecture=True, parallel_attn=True, bias=False, vocab_size=65024)),
    "falcon-7b": ("falcon", dict(hidden_size=4544, num_attention_heads=71, multi_query=True, parallel_attn=True, new_decoder_architecture=False, bias=False, vocab_size=65024)),
    "falcon-rw-1b": ("falcon", dict(hidden_size=2048, num_attention_heads=32, multi_query=False, alibi=True, parallel_attn=False, new_decoder_architecture=False, bias=True, vocab_size=50304)),
    "mistral-window": ("mistral", dict(sliding_window=4096)),
    "mistral-nemo": ("mistral", dict(hidden_size=5120, num_attention_heads=32, num_key_value_heads=8, head_dim=128, sliding_window=None)),
    "qwen2-window": ("qwen2", dict(use_sliding_window=True, sliding_window=1024, max_window_layers=4)),
    "llama-3-8b": ("llama", dict(hidden_size=4096, intermediate_size=14336, num_attention_heads=32, num_key_value_heads=8, vocab_size=128256)),
    "gpt_bigcode-mha": ("gpt_bigcode", dict(multi_query=False)),
    "gemma3n-e4b": ("gemma3n_text", dict(num_hidden_layers=30, num_kv_shared_layers=10)),
    "gemma4-dense": ("gemma4_text", dict(num_hidden_layers=12, num_kv_shared_layers=0)),
    "gemma4-shared": ("gemma4_text", dict(num_hidden_layers=12, num_kv_shared_layers=4)),
    "deepseek-v2-lite": ("deepseek_v2", dict(hidden_size=2048, num_attention_heads=16, num_key_value_heads=16, q_lora_rank=None, kv_lora_rank=512, num_experts_per_tok=6, n_group=1, topk_group=1, moe_intermediate_size=1408)),
    "deepseek_v2": ("deepseek_v2", dict(num_experts_per_tok=6, n_group=8, topk_group=3, moe_intermediate_size=1536)),
    "bamba": ("bamba", dict(num_hidden_layers=8, attn_layer_indices=[2, 5])),
    "granitemoehybrid": ("granitemoehybrid", dict(num_hidden_layers=6, layer_types=["mamba", "mamba", "attention", "mamba", "mamba", "attention"])),
    "nemotron": ("nemotron", dict(num_key_value_heads=8)),
    "hunyuan_v1_dense": ("hunyuan_v1_dense", dict(head_dim=128)),
    "hunyuan_v1_moe": ("hunyuan_v1_moe", dict(head_dim=128)),
    "ministral": ("ministral", dict(head_dim=128)),
    "lfm2_moe": ("lfm2_moe", dict(num_hidden_layers=6, layer_types=["conv", "conv", "full_attention", "conv", "conv", "full_attention"])),
    "qwen3_next-80b": ("qwen3_next", dict(num_hidden_layers=8)),
    "t5-11b": ("t5", dict(d_model=1024, d_kv=128, d_ff=65536, num_heads=128, num_layers=4)),
    "whisper-large": ("whisper", dict(d_model=1280, encoder_attention_heads=20, decoder_attention_heads=20, encoder_layers=4, decoder_layers=4)),
    "mistral_large4-shared": ("MistralLarge4ForConditionalGeneration", dict(kv_source_layers=[0, 0, 2, 2, 4, 4], no_rope_layers=[1, 1, 0, 0, 1, 1], indexer_types=["full", "shared", "full", "full", "full", "shared"])),
    "zamba2-8": ("zamba2", dict(num_hidden_layers=12)),
}


# Fields of a composite's decoder without which its default config does not run.
DECODERS = {
    "Qwen3OmniMoeThinkerForConditionalGeneration": dict(num_attention_heads=32),
    "DeepseekOcr2ForConditionalGeneration": dict(moe_intermediate_size=1408, num_experts_per_tok=6, n_group=1, topk_group=1, mlp_layer_types=["dense"] + ["sparse"] * (MOST_LAYERS - 1)),
    "ChameleonForConditionalGeneration": dict(vocabulary_map={"<image>": 5}),
    "Step3p7ForConditionalGeneration": dict(sliding_window=512),
    "HunYuanVLForConditionalGeneration": dict(head_dim=128, num_key_value_heads=8, rope_parameters={"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [16, 16, 16, 16]}),
    "CohereCompassForConditionalGeneration": dict(num_key_value_heads=8, layer_types=["sliding_attention", "sliding_attention", "full_attention"] * (MOST_LAYERS // 3),
                                                  rope_parameters={kind: {"rope_type": "default", "rope_theta": 10000.0} for kind in ("sliding_attention", "full_attention")}),
}


class OnMeta(TorchDispatchMode):
    """Tensors without data, for classes that fake tensors refuse: what is read back is 0, or that not everything is unmasked."""

    def __enter__(self):
        self.device = torch.device("meta")
        self.device.__enter__()
        return super().__enter__()

    def __exit__(self, *error):
        super().__exit__(*error)
        self.device.__exit__(*error)

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        if function is torch.ops.aten._local_scalar_dense.default and args[0].device.type == "meta":
            return {torch.bool: False}.get(args[0].dtype, 0.0 if args[0].dtype.is_floating_point else 0)
        if function is torch.ops.aten.nonzero.default and args[0].device.type == "meta":
            return torch.empty(args[0].shape[-1], args[0].dim(), dtype=torch.long, device="meta")
        if function in MASKED and any(is_mask(one) for one in args[1]): args = (args[0], picked(args[1]), *args[2:])
        return function(*args, **(kwargs or {}))


def text_config(config):
    return config.get_text_config(decoder=True)


def build_config(model_type, overrides):
    cls = CONFIG_MAPPING[model_type]
    config = cls(**overrides)
    text = text_config(config)
    layers = getattr(text, "num_hidden_layers", None)
    if layers is not None and layers > MOST_LAYERS and "num_hidden_layers" not in overrides:
        for key in ("num_hidden_layers", "n_layer", "n_layers", "num_layers", "decoder_layers"):
            try:
                smaller = cls(**{**overrides, key: MOST_LAYERS})
            except Exception:
                continue
            if text_config(smaller).num_hidden_layers == MOST_LAYERS:
                return smaller
    return config


def decoder_config(config, seq2seq):
    if isinstance(getattr(config, "decoder", None), transformers.PreTrainedConfig): return config.decoder
    return config if seq2seq else text_config(config)


def with_special_tokens(config):
    for c in (config, text_config(config)):
        for key in ("pad_token_id", "bos_token_id", "eos_token_id"):
            if not hasattr(c, key): setattr(c, key, None)
    return config


WITHOUT_IDS = ("Speech2TextForConditionalGeneration", "SpeechT5ForSpeechToText", "Pop2PianoForConditionalGeneration", "MoonshineForConditionalGeneration")


def width_of(config): return next(getattr(config, name) for name in ("hidden_size", "d_model") if isinstance(getattr(config, name, None), int))


def plain(value):
    if isinstance(value, (bool, int, float, str)) or value is None:
        return True
    if isinstance(value, dict): return bool(value) and all(isinstance(v, int) for v in value.values()) and not any(b in str(value) for b in ("LABEL",))
    return isinstance(value, (list, tuple)) and len(value) <= 128 and all(isinstance(v, (bool, int, float, str, type(None))) for v in value)


BASE = set(transformers.PreTrainedConfig().to_dict()) - {"is_encoder_decoder"}
BORING = ("dropout", "token", "eps", "init", "theta", "loss", "coef", "vocoder", "speech", "t2u", "unit_", "upsample", "resblock", "embed_dim_", "multiplier", "use_cache", "torch_dtype", "dtype", "transformers_version",
          "_attn", "hidden_act", "activation", "problem", "pdrop", "max_position", "scale", "scaling", "summary", "norm_epsilon", "time_step", "aux", "softcap", "rope", "router", "expert", "moe")


INDEX_KEYS = {"dots3_note_text": "float32"}


def fields(config):
    out = {}
    for key, value in config.to_dict().items():
        if key in BASE and key not in ("model_type", "num_hidden_layers"): continue
        if not plain(value) or key.startswith("_"): continue
        if key not in ("qk_rope_head_dim", "no_rope_layers", "use_mamba_kernels", "layer_types") and any(b in key for b in BORING): continue
        out[key] = list(value) if isinstance(value, tuple) else value
    out["model_type"] = config.model_type
    # Derived by the config class, or folded by it into per-layer values.
    if getattr(config, "layer_types", None): out["layer_types"] = list(config.layer_types)
    if not hasattr(config, "num_hidden_layers"): return out
    out["num_hidden_layers"] = config.num_hidden_layers
    layers = [config.per_layer_config[i] for i in range(config.num_hidden_layers)]
    for layer, kind in zip(layers, out.get("layer_types", [])):
        if kind == "full_attention" and "head_dim" in out and getattr(layer, "head_dim", None) != out["head_dim"]:
            out["global_head_dim"] = layer.head_dim
        if kind == "full_attention" and "num_key_value_heads" in out and layer.num_key_value_heads != out["num_key_value_heads"]:
            out["num_global_key_value_heads"] = layer.num_key_value_heads
    for name in ("kv_lora_rank", "qk_rope_head_dim"):
        sizes = [getattr(layer, name, None) for layer in layers]
        if len(set(sizes)) > 1: out[name + "_of_layer"] = sizes
    # What the class computes its index in, as the catalog says it.
    if config.model_type in INDEX_KEYS: out["index_key_dtype"] = INDEX_KEYS[config.model_type]
    return out


def tensors_of(layer):
    found = []

    def visit(value):
        if torch.is_tensor(value): found.append(value)
        elif isinstance(value, dict): [visit(v) for v in value.values()]
        elif isinstance(value, (list, tuple)): [visit(v) for v in value]

    visit({k: v for k, v in layer.__dict__.items() if k not in ("_sliding_window_tensor", "cumulative_length", "config")})
    return found


def cache_layers(cache):
    if isinstance(cache, EncoderDecoderCache):
        pairs = zip(cache.self_attention_cache.layers, cache.cross_attention_cache.layers)
        return [tensors_of(a) + tensors_of(b) for a, b in pairs]
    layers = [tensors_of(layer) for layer in cache.layers]
    for index, state in enumerate(getattr(cache, "linear_cache", [])):
        while len(layers) <= index: layers.append([])
        if torch.is_tensor(state): layers[index].append(state)
    return layers


def sizes(cache):
    held, stored = [], []
    for tensors in cache_layers(cache):
        held.append(sum(t.numel() * t.element_size() for t in tensors))
        stored.append(sum({t.untyped_storage()._cdata: t.untyped_storage().nbytes() for t in tensors}.values()))
    return held, stored


def runs(values):
    """[a, a, b] as [a, 2, b, 1]."""
    out = []
    for value in values:
        if out and out[-2] == value: out[-1] += 1
        else: out += [value, 1]
    return out


def shapes(cache):
    return [[[str(t.dtype)[6:], *t.shape] for t in tensors] for tensors in cache_layers(cache)]


def as_loaded(model):
    """The model with the dtypes that from_pretrained gives it: what a class lists stays in single precision."""
    kept = [re.compile(name.replace("*", ".*")) for name in model._keep_in_fp32_modules_strict or ()]
    for name, parameter in model.named_parameters():
        if any(pattern.search(name) for pattern in kept): parameter.data = parameter.data.float()
    return model


def decoder_of(class_name, overrides):
    """The decoder of a composite, which has no class with a head of its own, with its config."""
    cls = getattr(transformers, class_name)
    config = cls.config_class()
    text = text_config(config)
    names = [key for key in ("num_hidden_layers", "n_layer", "num_layers", "decoder_layers") if isinstance(getattr(text, key, None), int)]
    needed = {**DECODERS.get(class_name, {}), **overrides}
    if names and (needed or getattr(text, names[0]) > MOST_LAYERS):
        part = next((key for key, value in vars(config).items() if value is text), None)
        if part is None: config = cls.config_class(**{names[0]: MOST_LAYERS, **needed})
        else:
            # What is said for each layer follows from the number of layers again.
            raw = {key: value for key, value in text.to_dict().items() if key not in ("model_type", "per_layer_config") and not (isinstance(value, list) and len(value) == getattr(text, names[0]))}
            config = cls.config_class(**{part: {**raw, names[0]: MOST_LAYERS, **needed}})
    model = as_loaded(cls(with_special_tokens(config)).eval())
    decoder = model.get_decoder()
    return decoder, decoder.config


def measured(contexts, run):
    """A case for each batch and context, and the shapes in the last cache.

    `run` takes the ids of a prompt and those of one token more; it returns the cache behind the prompt, and what runs the token.
    """
    cases, detail = [], None
    for batch in BATCHES:
        for context in contexts:
            with torch.no_grad():
                cache, step = run(torch.zeros(batch, context, dtype=torch.long), torch.zeros(batch, 1, dtype=torch.long))
                held, stored = sizes(cache)
                detail = shapes(cache)
                step()
            after, after_stored = sizes(cache)
            cases.append(dict(batch=batch, context=context, prefill_held=runs(held), prefill_stored=runs(stored), decode_held=runs(after), decode_stored=runs(after_stored)))
    return cases, detail


def record(model_type, overrides, contexts, mode):
    if hasattr(transformers, model_type): return record_decoder(model_type, overrides, contexts, mode)
    config = with_special_tokens(build_config(model_type, overrides))
    seq2seq = False
    known = [mapping for mapping in (MODEL_FOR_CAUSAL_LM_MAPPING, MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING, MODEL_MAPPING) if type(config) in mapping.keys()]
    cls = known[0][type(config)]
    if isinstance(cls, (list, tuple)): cls = cls[0]
    whole = next((mapping for mapping in (MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING, MODEL_FOR_SPEECH_SEQ_2_SEQ_MAPPING) if type(config) in mapping.keys()), None)
    if whole is not None and getattr(config, "is_encoder_decoder", False):
        cls = whole[type(config)]
        seq2seq = True
    elif hasattr(config, "is_decoder") and not seq2seq:
        config.is_decoder = True

    def run(ids, one):
        if seq2seq and cls.main_input_name != "input_ids" or cls.__name__ in WITHOUT_IDS:
            # Sounds and images: what the encoder would make of them.
            encoder = transformers.modeling_outputs.BaseModelOutput(last_hidden_state=torch.zeros(len(ids), SOURCE, width_of(config), dtype=torch.bfloat16))
            out = model(encoder_outputs=encoder, decoder_input_ids=ids, use_cache=True)
            cache = out.past_key_values
            return cache, lambda: model(encoder_outputs=encoder, decoder_input_ids=one, past_key_values=cache, use_cache=True)
        if seq2seq:
            out = model(input_ids=torch.zeros(len(ids), SOURCE, dtype=torch.long), decoder_input_ids=ids, use_cache=True)
            encoder = transformers.modeling_outputs.BaseModelOutput(last_hidden_state=out.encoder_last_hidden_state)
            cache = out.past_key_values
            return cache, lambda: model(encoder_outputs=encoder, decoder_input_ids=one, past_key_values=cache, use_cache=True)
        out = model(input_ids=ids, use_cache=True)
        key = "cache_params" if getattr(out, "past_key_values", None) is None else "past_key_values"
        cache = getattr(out, key)
        return cache, lambda: model(input_ids=one, use_cache=True, **{key: cache})

    with mode:
        torch.set_default_dtype(torch.bfloat16)
        try:
            model = as_loaded(cls(config).eval())
        finally:
            torch.set_default_dtype(torch.float32)
        cases, detail = measured(contexts, run)
    return dict(model_type=model_type, class_name=cls.__name__, source=SOURCE if seq2seq else 0, config=fields(decoder_config(config, seq2seq)), last_shapes=detail, cases=cases)


def record_decoder(class_name, overrides, contexts, mode):
    def run(ids, one):
        cache = decoder(input_ids=ids, use_cache=True).past_key_values
        return cache, lambda: decoder(input_ids=one, past_key_values=cache, use_cache=True)

    with mode:
        torch.set_default_dtype(torch.bfloat16)
        try: decoder, config = decoder_of(class_name, overrides)
        finally: torch.set_default_dtype(torch.float32)
        cases, detail = measured(contexts, run)
    return dict(model_type=config.model_type, class_name=type(decoder).__name__, source=0, config=fields(config), last_shapes=detail, cases=cases)


class TooSlow(Exception): pass


def too_slow(*_): raise TooSlow("too slow")


def record_in_time(model_type, overrides):
    signal.signal(signal.SIGALRM, too_slow)
    failure = None
    for contexts, mode in itertools.product((CONTEXTS, SHORT_CONTEXTS), (FakeTensorMode(allow_non_fake_inputs=True), OnMeta())):
        signal.alarm(SECONDS)
        try:
            return record(model_type, overrides, contexts, mode)
        except Exception as error:  # also a learned position table that ends before the longest context
            failure = failure or error
        finally:
            signal.alarm(0)
    raise failure


def save(path, entries):
    head = dict(transformers=transformers.__version__, torch=torch.__version__, dtype="bfloat16")
    with open(path, "w") as file:
        file.write("{" + json.dumps(head)[1:-1] + ', "entries": {\n')
        lines = [json.dumps(name) + ": " + json.dumps(entries[name], separators=(",", ":")) for name in sorted(entries)]
        file.write(",\n".join(lines) + "\n}}\n")


def main():
    output, wanted = sys.argv[1], sys.argv[2:]
    known = {c.model_type for c in MODEL_FOR_CAUSAL_LM_MAPPING.keys()} | {c.model_type for c in MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING.keys()}
    entries = json.load(open(output))["entries"] if wanted and os.path.exists(output) else {}
    for name in wanted or sorted((known | set(VARIANTS)) - {"encoder-decoder"}):
        model_type, overrides = VARIANTS.get(name, (name, {}))
        try:
            started = time.time()
            with contextlib.redirect_stdout(io.StringIO()):
                entry = record_in_time(model_type, overrides)
                entries[entry["model_type"] if hasattr(transformers, name) else name] = entry
            print("ok", name, f"{time.time() - started:.1f} s", file=sys.stderr, flush=True)
        except Exception as error:
            print("FAILED", name, f"{type(error).__name__}: {error}".replace("\n", " ")[:200], file=sys.stderr, flush=True)
        save(output, entries)


if __name__ == "__main__": main()
