"""Records what training a Llama-type model takes besides weights.

    python record_memory_running.py OUTPUT.json

Fake tensors, bfloat16. "saved" is what a training forward pass leaves alive for the backward pass, per layer (difference
of two layer counts) and besides the layers. Pinned: see requirements.txt. Inference is recorded in `peaks/`.
"""
import gc
import json
import sys

import torch
import transformers
from torch._subclasses.fake_tensor import FakeTensorMode
from transformers import AutoModelForCausalLM
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

from memory_mode import LiveBytes

MODELS = {
    "llama-3-8b": ("llama", dict(hidden_size=4096, intermediate_size=14336, num_attention_heads=32, num_key_value_heads=8, head_dim=128, vocab_size=128256)),
    "llama-2-7b": ("llama", dict(hidden_size=4096, intermediate_size=11008, num_attention_heads=32, num_key_value_heads=32, head_dim=128, vocab_size=32000)),
    "llama-3.2-1b": ("llama", dict(hidden_size=2048, intermediate_size=8192, num_attention_heads=32, num_key_value_heads=8, head_dim=64, vocab_size=128256)),
    "llama-3-70b": ("llama", dict(hidden_size=8192, intermediate_size=28672, num_attention_heads=64, num_key_value_heads=8, head_dim=128, vocab_size=128256)),
    "mistral-7b": ("mistral", dict(hidden_size=4096, intermediate_size=14336, num_attention_heads=32, num_key_value_heads=8, head_dim=128, vocab_size=32000, sliding_window=None)),
    "qwen2-7b": ("qwen2", dict(hidden_size=3584, intermediate_size=18944, num_attention_heads=28, num_key_value_heads=4, vocab_size=152064)),
}


def make(name, layers, attention, train=False, checkpointing=False):
    model_type, fields = MODELS[name]
    config = CONFIG_MAPPING[model_type](num_hidden_layers=layers, max_position_embeddings=131072, attn_implementation=attention, **fields)
    torch.set_default_dtype(torch.bfloat16)
    try:
        model = AutoModelForCausalLM.from_config(config)
    finally:
        torch.set_default_dtype(torch.float32)
    model.train(train)
    if checkpointing: model.gradient_checkpointing_enable()
    return config, model


def owned(model):
    return [t.untyped_storage() for t in (*model.parameters(), *model.buffers())]


def training(name, attention, checkpointing, batch, tokens):
    found = []
    for layers in (2, 4):
        with FakeTensorMode(allow_non_fake_inputs=True):
            config, model = make(name, layers, attention, train=True, checkpointing=checkpointing)
            ids = torch.zeros(batch, tokens, dtype=torch.long)
            gc.collect()
            with LiveBytes(owned(model)) as live:
                out = model(input_ids=ids, labels=ids)
                found.append((live.live, live.peak))
                del out
    per_layer = (found[1][0] - found[0][0]) // 2
    return dict(model=name, attention=attention, checkpointing=checkpointing, batch=batch, tokens=tokens, saved_per_layer=per_layer,
                saved_besides=found[0][0] - 2 * per_layer, peak_besides=found[0][1] - 2 * per_layer)


SHAPES = [(300, 200), (200,), (7, 30, 20), (1, 64)]


def optimizers():
    kinds = dict(
        sgd=lambda p: torch.optim.SGD(p, lr=0.1), momentum=lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
        rmsprop=lambda p: torch.optim.RMSprop(p), adagrad=lambda p: torch.optim.Adagrad(p), adam=lambda p: torch.optim.Adam(p),
        adamw=lambda p: torch.optim.AdamW(p), nadam=lambda p: torch.optim.NAdam(p), adamax=lambda p: torch.optim.Adamax(p),
        amsgrad=lambda p: torch.optim.Adam(p, amsgrad=True), radam=lambda p: torch.optim.RAdam(p), adadelta=lambda p: torch.optim.Adadelta(p),
        adafactor=lambda p: torch.optim.Adafactor(p), transformers_adafactor=lambda p: transformers.Adafactor(p), lion=None)
    rows = []
    for name, make_optimizer in kinds.items():
        if make_optimizer is None: continue
        for dtype in (torch.float32, torch.bfloat16):
            row = dict(optimizer=name, dtype=str(dtype)[6:], states=[])
            for shape in SHAPES:
                parameter = torch.nn.Parameter(torch.zeros(shape, dtype=dtype))
                optimizer = make_optimizer([parameter])
                parameter.grad = torch.ones_like(parameter)
                optimizer.step()
                tensors = [v for v in optimizer.state[parameter].values() if torch.is_tensor(v)]
                row["states"].append(sum(t.numel() * t.element_size() for t in tensors))
            rows.append(row)
    return rows


def rows(name, values):
    return json.dumps(name) + ": [\n" + ",\n".join(json.dumps(v) for v in values) + "\n]"


def main():
    train = [training(m, a, c, b, s) for m in MODELS for a in ("sdpa", "eager") for c in (False, True) for b, s in ((1, 1024), (2, 2048))]
    head = dict(transformers=transformers.__version__, torch=torch.__version__, dtype="bfloat16", shapes=SHAPES, models={k: dict(model_type=t, **f) for k, (t, f) in MODELS.items()})
    with open(sys.argv[1], "w") as file:
        parts = [rows("training", train), rows("optimizers", optimizers())]
        file.write("{" + json.dumps(head)[1:-1] + ",\n" + ",\n".join(parts) + "\n}\n")


if __name__ == "__main__": main()
