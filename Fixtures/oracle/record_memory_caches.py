"""Records what each architecture of transformers keeps between tokens: bytes after a prefill and after one decode step.

    python record_memory_caches.py OUTPUT.json [MODEL_TYPE ...]

The models are built with fake tensors (no memory, no weights) in bfloat16, with the widths of their default config and
few layers. For each context and batch the file holds, per layer, the bytes of the cached tensors ("held") and the bytes
of the storages behind them ("stored": a sliding window is a view that keeps the whole storage of a prefill).
Pinned: see requirements.txt.
"""
import contextlib, io, json, logging, signal, sys, time, warnings

import torch
import transformers
from torch._subclasses.fake_tensor import FakeTensorMode
from transformers.cache_utils import EncoderDecoderCache, DynamicCache
from transformers.models.auto.configuration_auto import CONFIG_MAPPING
from transformers.models.auto.modeling_auto import MODEL_FOR_CAUSAL_LM_MAPPING, MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING

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
    "deepseek-v2-lite": ("deepseek_v2", dict(hidden_size=2048, num_attention_heads=16, num_key_value_heads=16, q_lora_rank=None, kv_lora_rank=512)),
}
# Extra sizes that only make the recording quicker; none of them enters a cache.
FEW = dict(num_experts=4, num_local_experts=4, n_routed_experts=8, moe_num_experts=4, vocab_size=None)


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


def plain(value):
    if isinstance(value, (bool, int, float, str)) or value is None:
        return True
    return isinstance(value, (list, tuple)) and len(value) <= 128 and all(isinstance(v, (bool, int, float, str, type(None))) for v in value)


BASE = set(transformers.PreTrainedConfig().to_dict()) - {"is_encoder_decoder"}
BORING = ("dropout", "token", "eps", "init", "theta", "loss", "coef", "use_cache", "torch_dtype", "dtype", "transformers_version",
          "_attn", "hidden_act", "activation", "problem", "pdrop", "max_position", "scale", "scaling", "summary", "norm_epsilon", "time_step", "aux", "softcap", "rope", "router", "expert", "moe")


def fields(config):
    out = {}
    for key, value in config.to_dict().items():
        if key in BASE and key not in ("model_type", "num_hidden_layers"): continue
        if not plain(value) or key.startswith("_"): continue
        if key not in ("qk_rope_head_dim", "use_mamba_kernels", "layer_types") and any(b in key for b in BORING): continue
        out[key] = list(value) if isinstance(value, tuple) else value
    out["model_type"] = config.model_type
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
    return [tensors_of(layer) for layer in cache.layers]


def sizes(cache):
    held, stored = [], []
    for tensors in cache_layers(cache):
        held.append(sum(t.numel() * t.element_size() for t in tensors))
        stored.append(sum({t.untyped_storage()._cdata: t.untyped_storage().nbytes() for t in tensors}.values()))
    return held, stored


def shapes(cache):
    return [[[str(t.dtype)[6:], *t.shape] for t in tensors] for tensors in cache_layers(cache)]


def record(model_type, overrides, contexts, verbose=False):
    config = build_config(model_type, overrides)
    seq2seq = False
    try:
        cls = MODEL_FOR_CAUSAL_LM_MAPPING[type(config)]
    except KeyError:
        cls = MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING[type(config)]
    if isinstance(cls, (list, tuple)): cls = cls[0]
    if type(config) in MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING.keys() and getattr(config, "is_encoder_decoder", False):
        cls = MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING[type(config)]
        seq2seq = True
    elif hasattr(config, "is_decoder") and not seq2seq:
        config.is_decoder = True
    cases, detail = [], None
    with FakeTensorMode(allow_non_fake_inputs=True):
        torch.set_default_dtype(torch.bfloat16)
        try:
            model = cls(config).eval()
        finally:
            torch.set_default_dtype(torch.float32)
        for batch in BATCHES:
            for context in contexts:
                ids = torch.zeros(batch, context, dtype=torch.long)
                one = torch.zeros(batch, 1, dtype=torch.long)
                with torch.no_grad():
                    if seq2seq:
                        source = torch.zeros(batch, SOURCE, dtype=torch.long)
                        out = model(input_ids=source, decoder_input_ids=ids, use_cache=True)
                        cache = out.past_key_values
                        held, stored = sizes(cache)
                        detail = shapes(cache)
                        encoder = transformers.modeling_outputs.BaseModelOutput(last_hidden_state=out.encoder_last_hidden_state)
                        model(encoder_outputs=encoder, decoder_input_ids=one, past_key_values=cache, use_cache=True)
                    else:
                        out = model(input_ids=ids, use_cache=True)
                        cache = out.past_key_values if getattr(out, "past_key_values", None) is not None else out.cache_params
                        held, stored = sizes(cache)
                        detail = shapes(cache)
                        if hasattr(out, "cache_params") and getattr(out, "past_key_values", None) is None:
                            model(input_ids=one, cache_params=cache, use_cache=True)
                        else:
                            model(input_ids=one, past_key_values=cache, use_cache=True)
                after, after_stored = sizes(cache)
                cases.append(dict(batch=batch, context=context, prefill_held=held, prefill_stored=stored, decode_held=after, decode_stored=after_stored))
    entry = dict(model_type=model_type, class_name=cls.__name__, source=SOURCE if seq2seq else 0, config=fields(text_config(config) if not seq2seq else config), cases=cases)
    if verbose: entry["shapes"] = detail
    return entry


class TooSlow(Exception): pass


def too_slow(*_): raise TooSlow("too slow")


def record_in_time(model_type, overrides):
    signal.signal(signal.SIGALRM, too_slow)
    for contexts in (CONTEXTS, SHORT_CONTEXTS):
        signal.alarm(SECONDS)
        try:
            return record(model_type, overrides, contexts, verbose=True)
        except TooSlow:
            if contexts is SHORT_CONTEXTS: raise
        finally:
            signal.alarm(0)


def main():
    output, wanted = sys.argv[1], sys.argv[2:]
    names = wanted or sorted({*VARIANTS, *(c.model_type for c in MODEL_FOR_CAUSAL_LM_MAPPING.keys()), *(c.model_type for c in MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING.keys())})
    entries, failed = {}, {}
    for name in names:
        model_type, overrides = VARIANTS.get(name, (name, {}))
        try:
            started = time.time()
            with contextlib.redirect_stdout(io.StringIO()):
                entries[name] = record_in_time(model_type, overrides)
            print("ok", name, f"{time.time() - started:.1f} s", file=sys.stderr, flush=True)
        except Exception as error:
            failed[name] = f"{type(error).__name__}: {error}"[:300]
            print("FAILED", name, failed[name].replace("\n", " ")[:160], file=sys.stderr, flush=True)
        json.dump(dict(transformers=transformers.__version__, torch=torch.__version__, entries=entries, failed=failed), open(output, "w"), indent=1)


main()
