"""Records how the reference renames checkpoint tensors on loading -> Fixtures/plans/names.jsonl, one model class a line.

  class, config   the model and its config.json, or the name of a recorded plan that holds it (a config without
                  hyperparameters means the defaults of the type)
  base            base_model_prefix
  models          [path, class, model type] of the pretrained sub-modules in pre-order, the root first
  own             the model's own tensor names (parameters and persistent buffers), as templates; as names in a file
                  they stay what they are
  files           one list a way of naming the file's tensors, as [source template, target template..]; no target: the
                  tensor does not belong to the model; names that are the model's own and stay are left out. The ways:
                  as the reference saves it; with every reversible renaming reversed; with the base prefix taken off or
                  put on; with old suffixes and tensors that the model does not know. Empty and equal lists are left out
In a source template `{a-b}` stands for every number from a to b, and all combinations of several such; `#k` in a target
stands for the k-th number that is a whole component of the source.
The tests compare every mapping with what the package makes of the names by the catalog's `convert` entries.
usage: record_names.py [CLASS ...]
"""
import copy
import itertools
import logging
import os
import re
import sys
import warnings

os.environ["CUDA_VISIBLE_DEVICES"] = ""
warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]

import torch
import transformers
from transformers.conversion_mapping import _build_checkpoint_conversion_mapping, get_model_conversion_mapping
from transformers.core_model_loading import WeightConverter, WeightRenaming, dot_natural_key, rename_source_key, revert_weight_conversion
from transformers.models.auto import configuration_auto, modeling_auto

from compact import dump, expand_key
from models import MODELS
from record_plans import build

LONGEST = 11_000  # bytes of a line for a class beyond MODELS; longer ones are not recorded
OUT = os.path.join(HERE, "..", "plans", "names.jsonl")
HEADS = ("MODEL_FOR_CAUSAL_LM_MAPPING_NAMES", "MODEL_FOR_IMAGE_TEXT_TO_TEXT_MAPPING_NAMES", "MODEL_FOR_MULTIMODAL_LM_MAPPING_NAMES",
         "MODEL_FOR_SPEECH_SEQ_2_SEQ_MAPPING_NAMES", "MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING_NAMES", "MODEL_FOR_MASKED_LM_MAPPING_NAMES",
         "MODEL_FOR_IMAGE_CLASSIFICATION_MAPPING_NAMES", "MODEL_FOR_OBJECT_DETECTION_MAPPING_NAMES",
         "MODEL_FOR_SEMANTIC_SEGMENTATION_MAPPING_NAMES", "MODEL_FOR_SEQUENCE_CLASSIFICATION_MAPPING_NAMES", "MODEL_MAPPING_NAMES")


def classes():
    """{class: model type} of what is recorded beyond MODELS: classes with an entry, and heads of types with one."""
    keys, out = set(_build_checkpoint_conversion_mapping()) - {"legacy"}, {}
    for table in HEADS:
        for kind, names in getattr(modeling_auto, table, {}).items():
            for name in names if isinstance(names, (tuple, list)) else (names,):
                if (name in keys or kind in keys) and kind not in out.values():
                    out.setdefault(name, kind)
    return out


def reference(model, names):
    """{checkpoint name: [names in the model]} by the reference's own loading code."""
    existing = model.state_dict()
    mapping = get_model_conversion_mapping(model)
    renamings = [t for t in mapping if isinstance(t, WeightRenaming)]
    converters = [t for t in mapping if isinstance(t, WeightConverter)]
    by_pattern = {k: c for c in converters for k in c.source_patterns}
    out = {}
    for name in sorted(names, key=dot_natural_key):
        new, pattern = rename_source_key(name, renamings, converters, model.base_model_prefix, existing)
        if new not in existing and name in existing:
            new, pattern = rename_source_key(name, [], [], base_model_prefix=model.base_model_prefix, meta_state_dict=existing)
        targets = [new]
        if pattern is not None:
            patterns = by_pattern[pattern].target_patterns
            before, found, after = new.partition(patterns[0])
            if found:
                targets = [before + p + after for p in patterns]
        out[name] = [t for t in targets if t in existing]
    return out


def ranges(tuples):
    """Covers a set of equally long number tuples by tuples of (first, last) ranges."""
    if not tuples or not tuples[0]:
        return [()]
    below = {}
    for first, *rest in tuples:
        below.setdefault(first, []).append(tuple(rest))
    out = []
    for first in sorted(below):
        rest = ranges(below[first])
        if out and out[-1][1] == first - 1 and out[-1][2] == rest:
            out[-1][1] = first
        else:
            out.append([first, first, rest])
    return [((a, b),) + r for a, b, rest in out for r in rest]


def fold(mapping):
    """The template form of {name: [targets]}."""
    groups = {}
    for name, targets in mapping.items():
        parts = name.split(".")
        at = [i for i, p in enumerate(parts) if p.isdigit() and str(int(p)) == p]
        numbers = [int(parts[i]) for i in at]
        spelt = []
        for target in targets:
            used, words = 0, []
            for word in target.split("."):
                where = next((k for k in range(used, len(numbers)) if word == str(numbers[k])), None)
                if where is None:
                    words.append(word)
                else:
                    used = where + 1
                    words.append(f"#{used}")
            spelt.append(".".join(words))
        frame = tuple("#" if i in at else p for i, p in enumerate(parts))
        groups.setdefault((frame, tuple(spelt)), []).append(tuple(numbers))
    out = []
    for (frame, targets), numbers in groups.items():
        for spans in ranges(numbers):
            rest = iter(spans)
            words = [p if p != "#" else (lambda s: str(s[0]) if s[0] == s[1] else "{%d-%d}" % s)(next(rest)) for p in frame]
            out.append([".".join(words), *targets])
    assert unfold(out) == mapping
    return out


def unfold(templates):
    out = {}
    for source, *targets in templates:
        words = [expand_key(w) for w in source.split(".")]
        for combination in itertools.product(*words):
            numbers = [w for w in combination if w.isdigit()]
            out[".".join(combination)] = [".".join(numbers[int(w[1:]) - 1] if re.fullmatch(r"#\d+", w) else w for w in t.split(".")) for t in targets]
    return out


def files(model):
    """The ways of naming the tensors of a file; the first is the model's own."""
    yield list(model.state_dict())
    tied = set(model.all_tied_weights_keys)
    own = {k: v for k, v in model.state_dict().items() if k not in tied}
    base = model.base_model_prefix
    saved = list(revert_weight_conversion(model, dict(own)))
    yield saved
    model._weight_conversions = get_model_conversion_mapping(model, add_legacy=False) or None
    try:
        reversed_all = list(revert_weight_conversion(model, dict(own)))
    except Exception:
        reversed_all = saved
    del model._weight_conversions
    yield reversed_all
    if base:
        yield [n[len(base) + 1:] if n.startswith(base + ".") else n if hasattr(model, base) else f"{base}.{n}" for n in saved]
    old = [n.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta") for n in saved]
    yield old[:12] + ["model.layers.0.self_attn.rotary_emb.inv_freq", "not.in.the.model.weight"]


def record(model, name, config):
    models = [[path, type(m).__name__, m.config.model_type] for path, m in model.named_modules() if isinstance(m, transformers.PreTrainedModel)]
    line = {"class": name, "config": config, "base": model.base_model_prefix, "models": models,
            "own": [t[0] for t in fold({n: [] for n in model.state_dict()})], "files": []}
    total = 0
    for which, names in enumerate(files(model)):
        expected = reference(model, names)
        total += len(expected)
        assert which or all(t == [n] for n, t in expected.items()), "own names change"
        folded = fold({n: t for n, t in expected.items() if t != [n]})
        if folded and folded not in line["files"]:
            line["files"].append(folded)
    return line, total


def candidates(names):
    done = set()
    for config in MODELS.values():
        if config["architectures"][0] not in done:
            yield config["architectures"][0], config, lambda c=config: build(c)[0]
        done.add(config["architectures"][0])
    for name, kind in sorted(classes().items()):
        if name in done:
            continue

        def make(name=name):
            cls = getattr(transformers, name)
            with torch.device("meta"):
                return cls(cls.config_class())
        yield name, {"architectures": [name], "model_type": kind}, make


def main(only):
    done = totals = 0
    failed = []
    with open(OUT if not only else os.devnull, "w") as f:
        for name, config, make in candidates(only):
            if only and name not in only:
                continue
            try:
                line, total = record(make(), name, config)
            except Exception as e:
                failed.append(f"{name} ({type(e).__name__}: {str(e)[:80]})")
                continue
            totals, done = totals + total, done + 1
            known = next((k for k, v in MODELS.items() if v is config), None)
            if known is None and len(dump(line)) > LONGEST:
                continue
            line["config"] = known or config
            f.write(dump(line) + "\n")
            f.flush()
    print(f"{done} models, {totals} names, {len(failed)} could not be built")
    for x in failed:
        print("  not built:", x)


if __name__ == "__main__":
    main(sys.argv[1:])
