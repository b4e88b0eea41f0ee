"""Records what models keep for the backward pass: bytes alive beside weights and inputs at the peak of a forward pass in
training mode, the loss included.

    python record_training.py ../memory/training.json
"""
import gc
import json
import logging
import os
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import torch
import transformers
from transformers import (BertConfig, BertForMaskedLM, GPT2Config, GPT2LMHeadModel, LlamaConfig, LlamaForCausalLM, ResNetConfig,
                          ResNetForImageClassification, T5Config, T5ForConditionalGeneration, ViTConfig, ViTForImageClassification)

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "peaks"))
import cuda_on_meta
from timeline import Timeline

DTYPE = torch.bfloat16


def cases():
    """(class, config, batch, tokens or None for images)"""
    for layers, hidden, wide, heads, batch, tokens in ((4, 1024, 2816, 16, 2, 512), (6, 768, 3072, 12, 4, 256)):
        yield LlamaForCausalLM, LlamaConfig(num_hidden_layers=layers, hidden_size=hidden, intermediate_size=wide, num_attention_heads=heads, num_key_value_heads=heads // 4, vocab_size=32000), batch, tokens
        yield GPT2LMHeadModel, GPT2Config(n_layer=layers, n_embd=hidden, n_head=heads, n_positions=2048), batch, tokens
        yield BertForMaskedLM, BertConfig(num_hidden_layers=layers, hidden_size=hidden, intermediate_size=wide, num_attention_heads=heads), batch, tokens
        yield T5ForConditionalGeneration, T5Config(num_layers=layers, d_model=hidden, d_ff=wide, num_heads=heads, d_kv=64, decoder_start_token_id=0, feed_forward_proj="relu" if batch == 2 else "gated-gelu"), batch, tokens
        yield ViTForImageClassification, ViTConfig(num_hidden_layers=layers, hidden_size=hidden, intermediate_size=wide, num_attention_heads=heads, num_labels=1000), batch * 8, None
    yield ResNetForImageClassification, ResNetConfig(num_labels=1000), 16, None
    yield ResNetForImageClassification, ResNetConfig(num_labels=1000, layer_type="basic", hidden_sizes=[64, 128, 256, 512], depths=[2, 2, 2, 2]), 32, None


def inputs_of(config, batch, tokens):
    if tokens is None:
        side = getattr(config, "image_size", 224)
        return dict(pixel_values=torch.empty(batch, 3, side, side, dtype=DTYPE, device="meta"), labels=torch.zeros(batch, dtype=torch.long, device="meta"))
    ids = torch.zeros(batch, tokens, dtype=torch.long, device="meta")
    return dict(input_ids=ids, labels=ids)


def peak(model_class, config, batch, tokens):
    with torch.device("meta"): model = model_class._from_config(config, dtype=DTYPE).train()
    inputs = inputs_of(config, batch, tokens)
    gc.collect(0)
    with Timeline([*model.parameters(), *model.buffers(), *inputs.values()], DTYPE) as line: out = model(**inputs)
    del out
    live = most = 0
    for sign, serial in line.events:
        live += sign * line.storages[serial].bytes if sign else 0
        most = max(most, live)
    return most


def main():
    cuda_on_meta.install()
    rows = []
    for model_class, config, batch, tokens in cases():
        text = json.loads(config.to_json_string())
        text.update(architectures=[model_class.__name__], dtype="bfloat16")
        for key in ("transformers_version", "id2label", "label2id"): text.pop(key, None)
        rows.append(dict(model=model_class.__name__, config=json.dumps(text), batch=batch, tokens=tokens, measured=peak(model_class, config, batch, tokens)))
        print(rows[-1]["model"], batch, tokens, rows[-1]["measured"], flush=True)
    with open(sys.argv[1], "w") as file: json.dump(dict(transformers=transformers.__version__, torch=torch.__version__, rows=rows), file, indent=1)


if __name__ == "__main__": main()
