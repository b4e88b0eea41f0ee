"""Counts of the models that the library exports and lists for no task -> Fixtures/catalog/exported.jsonl, one model a line:
config (as saved, with `architectures`, of two layers where a class takes so few), modules (one that stands
in several places as often), parameters (tied ones once), held (tied ones as often as modules hold
them), no_split. Takes the classes whose entries say `exports it` in the families.
usage: record_exported.py        (transformers 5.24.0)
"""
import glob
import json
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "catalog"))
import environment
import torch
import transformers

from few_layers import cut
from presets import preset

FAMILIES = os.path.join(HERE, "..", "..", "Sources", "DeviceMap", "Catalog", "Families", "*.catalog")
# Fields with which a class is recorded once more: the encoder is a stack that nobody tells not to be a decoder.
VARIANTS = {"LongT5EncoderModel": {"is_decoder": True}}
OUT = os.path.join(HERE, "..", "catalog", "exported.jsonl")


def names():
    for path in sorted(glob.glob(FAMILIES)):
        yield from re.findall(r"^model (\w+).*\n  by hand: the library exports it", open(path).read(), re.M)


def line(name, fields):
    cls = getattr(transformers, name)
    config = cls.config_class.from_dict({**preset(name), **fields})
    try:
        config = cls.config_class.from_dict(cut(config.to_dict(), 2))
    except ValueError:                 # a pattern over layers that has to be whole
        pass
    with torch.device("meta"):
        model = cls(config)
    config.architectures = [name]
    every = [p for m in model.modules() for p in m._parameters.values() if p is not None]
    return dict(config=json.loads(config.to_json_string(use_diff=True)), modules=sum(1 for _ in model.named_modules(remove_duplicate=False)),
                parameters=model.num_parameters(), held=sum(p.numel() for p in every), no_split=sorted(model._no_split_modules or []))


if __name__ == "__main__":
    with open(OUT, "w") as file:
        for name in names():
            if hasattr(transformers, name):
                for fields in [{}] + ([VARIANTS[name]] if name in VARIANTS else []):
                    file.write(json.dumps(line(name, fields), separators=(",", ":")) + "\n")
