"""Records what generate() needs between two forward passes: bytes alive while the next token is chosen.

    python sampling.py OUTPUT.json

A tiny model with a large vocabulary runs for real on the CPU; what is alive beside weights, cache and inputs, divided by
sequences and vocabulary, is the same for every class, since generate() sees nothing but the logits.
"""
import json
import logging
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import torch
from transformers import LlamaConfig, LlamaForCausalLM

from timeline import Recording, Timeline, cached

WAYS = {
    "greedy": dict(do_sample=False),
    "sample": dict(do_sample=True, temperature=0.7, top_k=0, top_p=1.0),
    "top-k": dict(do_sample=True, temperature=0.7, top_k=50, top_p=1.0),
    "top-p": dict(do_sample=True, temperature=0.7, top_k=0, top_p=0.9),
    "default": dict(do_sample=True, temperature=0.7, top_k=50, top_p=0.9),
}


def peak(way, batch, vocabulary, dtype):
    config = LlamaConfig(hidden_size=16, intermediate_size=16, num_attention_heads=2, num_key_value_heads=2, num_hidden_layers=1, vocab_size=vocabulary, eos_token_id=None, pad_token_id=0, bos_token_id=1)
    torch.manual_seed(0)
    model = LlamaForCausalLM(config).to(dtype).eval()
    ids = torch.ones(batch, 4, dtype=torch.long)
    line = Timeline([*model.parameters(), *model.buffers(), ids], dtype)
    with line, torch.no_grad(): model.generate(ids, attention_mask=torch.ones_like(ids), max_new_tokens=3, **WAYS[way])
    live = most = 0
    for sign, serial in line.events:
        live += sign * line.storages[serial].bytes if sign else 0
        most = max(most, live)
    return most


def main():
    rows = []
    for dtype in (torch.bfloat16, torch.float32):
        for way in WAYS:
            a, b = peak(way, 1, 40000, dtype), peak(way, 1, 80000, dtype)
            c, d = peak(way, 3, 40000, dtype), peak(way, 3, 80000, dtype)
            rows.append(dict(sampling=way, dtype=str(dtype)[6:], bytes_per_row=(b - a) / 40000, bytes_per_three_rows=(d - c) / 40000))
            print(rows[-1], flush=True)
    with open(sys.argv[1], "w") as file:
        file.write("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


if __name__ == "__main__": main()
