"""Closed forms given by hand for config properties that are computed in ways the recorder cannot follow.

Each is checked like everything else by verify.py.  Key: unit, config class and property.
"""
from evaluate_catalog import Parser

SHARED_TAIL = '["reuse" if num_kv_shared_layers > 0 and i >= num_hidden_layers - num_kv_shared_layers else none each i < num_hidden_layers]'

CLOSED_FORMS = {
    'gemma4.Gemma4TextConfig.kv_sharing_modes': SHARED_TAIL,
    'gemma4_unified.Gemma4UnifiedTextConfig.kv_sharing_modes': SHARED_TAIL,
    'gemma3n.Gemma3nTextConfig.kv_sharing_modes': SHARED_TAIL,
}


_NESTED = '{"full_attention": %s, "sliding_attention": %s}'
_FULL = 'rope_scaling ?? rope_parameters.full_attention ?? {"rope_type": "default"}'
_SLIDING = 'rope_parameters.sliding_attention ?? {"rope_type": "default"}'
_ONE_SCALED = [('rope_parameters', _NESTED % (_FULL, _SLIDING))]
_BOTH_SCALED = [('rope_parameters', _NESTED % (_FULL, 'rope_scaling ?? ' + _SLIDING))]

# What older files call the rotary embedding's parameters, where it is more than rope_scaling, rope_theta and partial_rotary_factor.
# Lines that are carried out after the derived fields that were recorded.
DERIVED = {
    'gemma3.Gemma3TextConfig': _ONE_SCALED,
    'gemma3n.Gemma3nTextConfig': _ONE_SCALED,
    't5gemma2.T5Gemma2TextConfig': _ONE_SCALED,
    't5gemma2.T5Gemma2DecoderConfig': _ONE_SCALED,
    'olmo3.Olmo3Config': _ONE_SCALED,
    'modernbert.ModernBertConfig': _BOTH_SCALED,
    'modernbert_decoder.ModernBertDecoderConfig': _BOTH_SCALED,
    'gpt_neox.GPTNeoXConfig': [('partial_rotary_factor', 'rotary_pct ?? 0.25')],
    'gpt_neox_japanese.GPTNeoXJapaneseConfig': [('partial_rotary_factor', 'rotary_pct ?? 1.0')],
    'minimax_m2.MiniMaxM2Config': [('partial_rotary_factor', 'partial_rotary_factor ?? (rotary_dim / head_dim if rotary_dim != none else none)')],
    'deepseek_v4.DeepseekV4Config': [
        ('partial_rotary_factor', 'qk_rope_head_dim / head_dim'),
        ('rope_parameters', 'rope_parameters if rope_parameters.main != none and rope_parameters.compress != none else {"main": {"rope_type": "default", "partial_rotary_factor": '
                            'partial_rotary_factor}, "compress": {"rope_type": rope_scaling.rope_type ?? rope_scaling.type ?? rope_parameters.rope_type ?? "default", "partial_rotary_factor": partial_rotary_factor}}')],
}


# Derived fields that replace what was recorded.
REPLACED = {
    **{q: [('use_decoder_only_language_model', 'not ((text_config.model_type ?? "opt") in ["t5", "mt5", "bart"])')]
       for q in ('blip_2.Blip2Config', 'instructblip.InstructBlipConfig', 'instructblipvideo.InstructBlipVideoConfig')},
    'nemotron_h.NemotronHConfig': [(
        'layers_block_type', 'layers_block_type ?? ([{"M": "linear_attention", "E": "moe", "*": "full_attention", "-": "mlp"}[hybrid_override_pattern[i]] each i < len(hybrid_override_pattern)] '
                             'if hybrid_override_pattern != none else ["linear_attention", "moe", "full_attention", "mlp"])')],
    'deepseek_v4.DeepseekV4Config': [(
        'layer_types', 'slice(layer_types ?? ([{"0": "sliding_attention", "4": "compressed_sparse_attention", "128": "heavily_compressed_attention"}[compress_ratios[i]] each i < len(compress_ratios)] '
                       'if compress_ratios != none else ["heavily_compressed_attention"] * min(num_hidden_layers, 2) + '
                       '["compressed_sparse_attention" if i % 2 else "heavily_compressed_attention" each i < max(num_hidden_layers - 2, 0)]), 0, num_hidden_layers)')],
    'gpt_neo.GPTNeoConfig': [('attention_layers', 'attention_types[0][0] * attention_types[0][1]')],
    'olmo_hybrid.OlmoHybridConfig': [
        ('layer_types', 'layer_types ?? ["full_attention" if (i % 4 == 3 if num_hidden_layers >= 4 else i == num_hidden_layers - 1) else "linear_attention" each i < num_hidden_layers]'),
        ('linear_key_head_dim', 'linear_key_head_dim ?? int(0.75 * hidden_size / (linear_num_key_heads ?? num_attention_heads))')],
    'qwen2_vl.Qwen2VLTextConfig': [('layer_types', 'layer_types ?? ["sliding_attention" if sliding_window != none and i >= max_window_layers else "full_attention" each i < num_hidden_layers]')],
    'qwen2_5_vl.Qwen2_5_VLTextConfig': [('layer_types', 'layer_types ?? ["sliding_attention" if sliding_window != none and i >= max_window_layers else "full_attention" each i < num_hidden_layers]')],
    'modernbert_decoder.ModernBertDecoderConfig': [(
        'layer_types', 'layer_types ?? ["sliding_attention" if i % (global_attn_every_n_layers ?? 3) else "full_attention" each i < num_hidden_layers]')],
}

# What was not recorded of a class and must not be guessed: other configs need the headers.
REQUIRED = {q: 'not (attention_k_eq_v and num_global_key_value_heads != none)' for q in ('gemma4.Gemma4TextAttention', 'gemma4_unified.Gemma4UnifiedTextAttention')}

# Configs whose older files have the fields of a sub-config at the top.
FLAT = {'qwen2_vl.Qwen2VLConfig', 'qwen2_5_vl.Qwen2_5_VLConfig', 'paddleocr_vl.PaddleOCRVLConfig', 'hunyuan_vl.HunYuanVLConfig', 'glm5_next.Glm5NextConfig',
        'dots3_note.Dots3NoteConfig', 'fuyu.FuyuConfig'}


def closed_form(key, uid):
    """The expression for a property of the config with the given identity, or None."""
    return symbolic(Parser(CLOSED_FORMS[key]).expression(), uid, ()) if key in CLOSED_FORMS else None


def requirement(text):
    """A requirement on a class's config as a fact."""
    return ('require', symbolic(Parser(text).expression(), '', ()))


def symbolic(e, uid, loops):
    """A parsed catalog expression in the recorder's form."""
    go = lambda x: symbolic(x, uid, loops)
    kind = e[0]
    if kind == 'const': return ('k', e[1])
    if kind == 'name': return ('v', e[1][0]) if e[1][0] in loops else ('f', uid, e[1][0])
    if kind == 'op': return ('o', e[1], go(e[2]), go(e[3]))
    if kind == 'if': return ('if', go(e[1]), go(e[2]), go(e[3]))
    if kind == 'not': return ('u', 'not', go(e[1]))
    if kind == 'neg': return ('u', '-', go(e[1]))
    if kind == 'call': return ('c', e[1], *[go(x) for x in e[2]])
    if kind == 'index': return ('ix', go(e[1]), go(e[2]))
    if kind == 'list': return ('list', *[go(x) for x in e[1]])
    if kind == 'record': return ('record', *[y for k, x in e[1].items() for y in (k, go(x))])
    if kind == 'each': return ('each', symbolic(e[1], uid, loops + (e[2],)), e[2], go(e[3]))
    raise ValueError(kind)
