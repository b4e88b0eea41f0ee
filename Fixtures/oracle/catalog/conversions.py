"""From names in checkpoints to names in the model: the `convert` entries of the catalog.

    unit_lines()  -> {unit: lines of its `convert` blocks}      (for the end of a `unit` block)
    head_lines()  -> ["convert KEY = UNIT", ...], sorted        (for the head tables)
    convert KEY                                                 (KEY is a model type or a class
    name, or `legacy`)
      rename "SOURCE".. -> "TARGET"
      merge "SOURCE".. -> "TARGET".. : Operation numbers, ...   (tensors are converted too)
      group "SOURCE".. -> "TARGET"..                            (pairs; active once the first source
      was seen) offset N "SOURCE" -> "TARGET"                             (the captured number grows
      by N) halve "SOURCE" -> "TARGET"                                (the captured number is
      halved: two layers of the file are one) prefix add "x" [after "y"]  |  prefix remove "x"
      [after "y"]
    convert KEY as OTHER                                        (the same entries as OTHER's, which
    stands in the same or another unit)

Texts in quotes are raw. How the command applies them: first all renaming entries of all keys, those
of the pretrained models of the tree in pre-order and `legacy` last, then the first `merge` that
matches, then the base prefix of the model. An entry's sources are alternatives, the longest text
first; the leftmost match counts; the matched text is replaced where it occurs first in the name. A
source's `*.` stands for anything up to a dot; a source that ends in a letter or digit must end at a
name boundary.
"""

import functools
import inspect
import os

import environment
import transformers
from transformers import conversion_mapping
from transformers.models.auto.configuration_auto import (
    CONFIG_MAPPING_NAMES,
    SPECIAL_MODEL_TYPE_TO_MODULE_NAME,
)

MODELS = os.path.join(os.path.dirname(transformers.__file__), "models")


def quoted(patterns):
    assert not any('"' in p or "\n" in p for p in patterns), patterns
    return " ".join(f'"{p}"' for p in patterns)


def operation(op):
    """The operation's class name and its arguments in constructor order; defaults are written too,
    none is left out."""
    words = [type(op).__name__]
    for name in inspect.signature(type(op).__init__).parameters:
        value = getattr(op, name, None)
        if name == "self" or value is None or value is False:
            continue
        words += (
            [f'"{v}"' for v in value]
            if isinstance(value, (list, tuple))
            else [
                "check"
                if value is True and name == "check_dims"
                else name
                if value is True
                else f'"{value}"'
                if isinstance(value, str)
                else str(value)
            ]
        )
    return " ".join(words)


def entry(transform):
    """One transform as a line of a convert block."""
    kind = type(transform).__name__
    if kind == "PrefixChange":
        verb, prefix = (
            ("add", transform.prefix_to_add)
            if transform.prefix_to_add is not None
            else ("remove", transform.prefix_to_remove)
        )
        after = f' after "{transform.model_prefix}"' if transform.model_prefix else ""
        return f'prefix {verb} "{prefix}"{after}'
    arrow = f"{quoted(transform.source_patterns)} -> {quoted(transform.target_patterns)}"
    if kind == "WeightRenaming":
        return f"rename {arrow}"
    if kind == "GroupWeightRename":
        return f"group {arrow}"
    if kind == "Inkling2IndexOffsetWeightRename":
        return f"offset {transform.offset} {arrow}"
    if kind != "WeightConverter":
        return f"# {kind}: not expressed"
    return f"merge {arrow} : " + ", ".join(map(operation, transform.operations))


def pair_entries(transform, key):
    """The lines of an operation that makes one layer of two of the file: what it does with the
    names that its pattern has, asked of it. A name whose meaning depends on which of the two it
    stands in is told by the parameters that follow, as the model has them."""
    import torch

    lines = []
    for name in transform.pattern.pattern.split("(")[2].split(")")[0].split("|"):
        even, odd = (transform.rename_source_key(f"layers.{n}.{name}.")[0] for n in (0, 1))
        if even != odd:
            with torch.device("meta"):
                model = transformers.AutoModel.from_config(
                    transformers.AutoConfig.for_model(key, num_hidden_layers=1)
                )
            start = odd.removeprefix("layers.0.").removesuffix(".")
            inside = sorted(
                {
                    n.split(f".{start}.")[1].split(".")[0]
                    for n, _ in model.named_parameters()
                    if f".{start}." in n
                }
            )
            lines.append(
                f'halve "layers\\.(\\d+)\\.{name}\\.(?=(?:{"|".join(inside)})(?:\\.|$))" -> '
                f'"{odd.replace("0", chr(92) + "1", 1)}"'
            )
        lines.append(
            f'halve "layers\\.(\\d+)\\.{name}" -> '
            f'"{even.replace("0", chr(92) + "1", 1).removesuffix(".")}"'
        )
    return lines


def class_units():
    """{class name: unit} of every class defined in a model directory, by the first definition in
    directory order."""
    units = {}
    for unit in sorted(os.listdir(MODELS)):
        folder = os.path.join(MODELS, unit)
        if not os.path.isdir(folder):
            continue
        for file in sorted(os.listdir(folder)):
            if file.startswith("modeling_") and file.endswith(".py"):
                with open(os.path.join(folder, file)) as f:
                    for line in f:
                        if line.startswith("class "):
                            units.setdefault(line[6:].split("(")[0].split(":")[0].strip(), unit)
    return units


def unit_of(key, classes):
    """The unit of a conversion key."""
    if key == "legacy":
        return "lib"
    if key in classes:
        return classes[key]
    if key in SPECIAL_MODEL_TYPE_TO_MODULE_NAME:
        return SPECIAL_MODEL_TYPE_TO_MODULE_NAME[key]
    if os.path.isdir(os.path.join(MODELS, key)):
        return key
    if key in CONFIG_MAPPING_NAMES:
        config = getattr(transformers, CONFIG_MAPPING_NAMES[key], None)
        if config is not None:
            return config.__module__.split(".")[2]
    longest = [u for u in os.listdir(MODELS) if key.startswith(u + "_")]
    return max(longest, key=len) if longest else "lib"


@functools.cache
def blocks():
    """{key: (unit, lines without the heading)} in bytewise order of the keys."""
    classes = class_units()
    mapping = conversion_mapping._build_checkpoint_conversion_mapping()
    lines = (
        lambda key, t: pair_entries(t, key)
        if type(t).__name__ == "LayerPairCollapse"
        else [entry(t)]
    )
    return {
        k: (unit_of(k, classes), [line for t in mapping[k] for line in lines(k, t)])
        for k in sorted(mapping, key=str.encode)
    }


def unit_lines():
    out = {}
    for key, (unit, lines) in blocks().items():
        other = conversion_mapping._MODEL_TO_CONVERSION_PATTERN.get(key)
        if other in blocks() and blocks()[other][1] == lines:
            out.setdefault(unit, []).append(f"convert {key} as {other}")
        else:
            out.setdefault(unit, []).extend([f"convert {key}"] + ["  " + line for line in lines])
    return out


def head_lines():
    return [f"convert {key} = {unit}" for key, (unit, _) in blocks().items()]


if __name__ == "__main__":
    print("\n".join(head_lines()))
    for unit, lines in sorted(unit_lines().items()):
        print(f"unit {unit}\n" + "\n".join(lines))
