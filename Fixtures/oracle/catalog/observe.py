"""Observe the models that the installed release builds on the meta device: the truth that the
catalog is compared with.

usage: observe.py FOLDER [-k RANDOM] [--seed WORD] [--classes A,B | --sample N] [--seconds N]
                  [--with JSON] [--facts FILE]

Each public model class is built at its default config and at up to RANDOM random valid ones, in
bfloat16, so that tensors of a fixed dtype can be told from those that follow the model. FOLDER gets
one file for each class; a class that is there already is passed over, so that a run which was ended
(--seconds ends it) goes on with the same command. --with gives fields that every config gets, such
as {"tie_word_embeddings": false}; classes whose configs do not have them are left out. --sample
takes so many registered classes, drawn by the seed.
"""

import argparse
import contextlib
import functools
import gc
import gzip
import json
import os
import random
import re
import sys
import time

import environment
import torch
import transformers
from transformers.models.auto import modeling_auto

import class_facts
import limits
import random_configs
from limits import TimeLimit, limited
from presets import preset

SECONDS_PER_MODEL = 20
TENSOR_MAKERS = set(
    "empty empty_permuted empty_strided ones arange bartlett_window blackman_window eye full "
    "hamming_window hann_window kaiser_window linspace logspace rand randn randint randperm range "
    "tril_indices triu_indices zeros asarray tensor as_tensor scalar_tensor".split()
)
MOST_PIECES = 3000  # tensors in a file that is made without looking for a smaller one
# the library compiles the patterns of its conversions anew for each model; the standard cache is
# too small for them
re._MAXCACHE = 100_000
transformers.PretrainedConfig.__repr__ = lambda self: type(
    self
).__name__  # the library writes each config out for a log that nobody reads


def architecture_names():
    """Every class name that the library registers for a task, sorted."""
    names = set()
    for table in dir(modeling_auto):
        if table.endswith("_MAPPING_NAMES") and not table.startswith("CONFIG"):
            for entry in getattr(modeling_auto, table).values():
                names.update(entry if isinstance(entry, (tuple, list)) else [entry])
    return sorted(n for n in names if isinstance(n, str) and not n.endswith("Config"))


def model_class(name):
    """The class of a registered name, None where the library has none that can be built from a
    config."""
    try:
        cls = getattr(transformers, name, None)
    except Exception:  # a class that needs a package which is not there
        return None
    return (
        cls
        if isinstance(cls, type)
        and issubclass(cls, transformers.PreTrainedModel)
        and getattr(cls, "config_class", None)
        else None
    )


def public_names(among=None):
    """The registered names, and every other model class that the library exports: parts of
    composites, heads that no task lists. Those
    `among` some names are told without importing the classes of all others."""
    is_asked = lambda name: among is None or name in among
    others = (
        n for n in dir(transformers) if "pretrained" not in n.lower() and is_asked(n)
    )  # those are what others derive from
    return sorted(
        {
            *filter(is_asked, architecture_names()),
            *(n for n in others if model_class(n) is not None),
        }
    )


@contextlib.contextmanager
def without_values():
    """torch's functions that fill tensors do nothing: on the meta device they have nothing to fill,
    and take a third of the time."""
    fills = {
        n: f
        for n, f in vars(torch.nn.init).items()
        if callable(f) and n.endswith("_") and not n.startswith("_")
    }
    for name in fills:
        setattr(torch.nn.init, name, lambda tensor, *_, **__: tensor)
    try:
        yield
    finally:
        for name, function in fills.items():
            setattr(torch.nn.init, name, function)


@contextlib.contextmanager
def on_meta():
    """torch's functions that make tensors make them on the meta device. `torch.device("meta")` does
    the same by looking at every call of torch, which takes a seventh of the time of building."""

    def made(function):
        def make(*args, **kwargs):
            if kwargs.get("device") is None:
                kwargs["device"] = "meta"
            return function(*args, **kwargs)

        return functools.wraps(function)(make)

    makers = {n: f for n, f in vars(torch).items() if n in TENSOR_MAKERS}
    for name, function in makers.items():
        setattr(torch, name, made(function))
    try:
        yield
    finally:
        for name, function in makers.items():
            setattr(torch, name, function)


def built(cls, raw):
    """(config, model) of a class at a raw config, on the meta device in bfloat16."""
    config = cls.config_class.from_dict(json.loads(json.dumps(raw)))
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.bfloat16)
    try:
        with on_meta(), without_values():
            return config, cls(config)
    finally:
        torch.set_default_dtype(before)


def placed(model):
    """[(path, module)] of a model and of all below it in order, at every place where one stands:
    looked through once for all questions."""
    found = []

    def walk(path, module):
        found.append((path, module))
        before = path + "." if path else ""
        for name, child in module._modules.items():
            if child is not None:
                walk(before + name, child)

    walk("", model)
    return found


def tensors_of(modules, table):
    """[(name, tensor)] of one kind (`_parameters`, `_buffers`) of placed modules, in order."""
    return [
        ((path + "." if path else "") + name, t)
        for path, m in modules
        for name, t in getattr(m, table).items()
        if t is not None
    ]


def shared_modules(modules):
    """{path: the first path of the same module object}."""
    first, same = {}, {}
    for path, module in modules:
        if first.setdefault(id(module), path) != path:
            same[path] = first[id(module)]
    return same


def tied_tensors(model):
    """{tensor: the one whose storage it gets}; of transformers 4, which has no such table, by the
    objects that are the same."""
    if hasattr(model, "all_tied_weights_keys"):
        return dict(model.all_tied_weights_keys)
    first, tied = {}, {}
    for name, parameter in model.named_parameters(remove_duplicate=False):
        if first.setdefault(id(parameter), name) != name:
            tied[name] = first[id(parameter)]
    return tied


def blocks(model):
    """The classes that `from_pretrained` does not cut; None where it refuses to place the model."""
    if not hasattr(model, "_get_no_split_modules"):
        return sorted(model._no_split_modules or [])
    try:
        return sorted(model._get_no_split_modules("auto"))
    except ValueError:
        return None


def output_of(model):
    """The path of a model's output embedding; None where it has none or cannot tell."""
    try:
        found = model.get_output_embeddings()
    except (AttributeError, NotImplementedError, TypeError):
        return None
    if found is None:
        return None
    return next((path for path, m in placed(model) if m is found), None)


def facts_of(modules):
    """{class: its own facts} of each pretrained model in the tree, as its class states them."""
    kept = lambda value: [] if not value else [value] if isinstance(value, str) else sorted(value)
    return {
        c.__name__: dict(
            no_split=kept(c._no_split_modules),
            keep_fp32=kept(c._keep_in_fp32_modules),
            keep_fp32_strict=kept(getattr(c, "_keep_in_fp32_modules_strict", None)),
            base=c.base_model_prefix,
        )
        for c in dict.fromkeys(type(m) for _, m in modules)
        if issubclass(c, transformers.PreTrainedModel)
    }


def tree_of(model):
    """Modules, tensors, ties and no-split classes of a built model."""
    modules = placed(model)
    unsaved = {
        (path + "." if path else "") + name
        for path, m in modules
        for name in m._non_persistent_buffers_set
    }
    dtype = lambda t: str(t.dtype)[6:]
    return dict(
        same=shared_modules(modules),
        modules=[[path, type(m).__name__] for path, m in modules],
        parameters=[[n, list(p.shape), dtype(p)] for n, p in tensors_of(modules, "_parameters")],
        buffers=[
            [n, list(b.shape), dtype(b), n not in unsaved]
            for n, b in tensors_of(modules, "_buffers")
        ],
        tied=tied_tensors(model),
        no_split=blocks(model),
        facts=facts_of(modules),
        no_placement=sorted(getattr(model, "_no_placement_params", None) or []),
        base=model.base_model_prefix,
    )


def saved_forms(config, name):
    """What a folder's config.json says: as `save_pretrained` writes it, and with every field."""
    config = config.__class__.from_dict(config.to_dict())
    config.architectures, config.dtype = [name], "bfloat16"
    return dict(
        saved=json.loads(config.to_json_string(use_diff=True)),
        full=json.loads(config.to_json_string(use_diff=False)),
    )


def file_tensors(model):
    """[name, shape, dtype] of the tensors in the file that the library saves, or why it saves
    none."""
    try:
        from transformers.core_model_loading import revert_weight_conversion

        state = {
            k: v for k, v in model.state_dict().items() if k not in set(model.all_tied_weights_keys)
        }
        return [
            [k, list(v.shape), str(v.dtype)[6:]]
            for k, v in revert_weight_conversion(model, state).items()
        ]
    except TimeLimit:
        raise
    except Exception as x:
        return f"{type(x).__name__}: {x}"[:200]


def names_in(model):
    """{qualified class: names of its modules, parameters and buffers}, for the slicer."""
    found = {}
    for m in model.modules():
        found.setdefault(f"{type(m).__module__}.{type(m).__qualname__}", set()).update(
            [*m._modules, *m._parameters, *m._buffers]
        )
    return {k: sorted(v) for k, v in found.items()}


def has_fields(config, fields):
    """Whether a config has all fields of a dictionary, and its parts those of the dictionaries in
    it."""
    return all(
        hasattr(config, k) and (not isinstance(v, dict) or has_fields(getattr(config, k), v))
        for k, v in fields.items()
    )


def observed(name, count, seed, fields):
    """All that is kept of a class; `cases` are [raw config, tree], the default first if it builds,
    `forms` the files of each."""
    cls, rng = model_class(name), random.Random(seed + name)
    result = dict(
        cases=[],
        forms=[],
        reason="",
        model_type=cls.config_class.model_type,
        unit=cls.__module__.split(".")[2],
        conversion=getattr(cls, "_checkpoint_conversion_mapping", None),
    )
    given, models = {**preset(name), **fields}, []
    try:
        if not has_fields(
            limited(
                lambda: cls.config_class.from_dict(json.loads(json.dumps(preset(name)))),
                SECONDS_PER_MODEL,
            ),
            fields,
        ):
            return dict(result, reason="its config has no such field")
        base = limited(
            lambda: cls.config_class.from_dict(json.loads(json.dumps(given))), SECONDS_PER_MODEL
        )
    except Exception as x:
        return dict(result, reason=f"config: {type(x).__name__}: {x}"[:200])
    for attempt in range(1 + count * 6):
        try:
            raw = (
                given
                if attempt == 0
                else {
                    **json.loads(json.dumps(random_configs.mutate(base, rng), default=str)),
                    **given,
                }
            )
            config, model = limited(lambda: built(cls, raw), SECONDS_PER_MODEL)
            tree, forms = limited(
                lambda: (tree_of(model), saved_forms(config, name)), SECONDS_PER_MODEL
            )
            result.setdefault("names", names_in(model))
            if "output" not in result:
                result["output"] = output_of(model)
            models.append((pieces(tree), len(result["cases"]), model))
            result["cases"].append((raw, tree))
            result["forms"].append(forms)
        except Exception as x:
            result["reason"] = result["reason"] or f"{type(x).__name__}: {str(x).strip()}"[:200]
            if isinstance(x, TimeLimit):  # other configs of the class take as long
                break
        if len(result["cases"]) >= 1 + count:
            break
    return {**result, **saved_file(for_the_file(models))}


def pieces(tree):
    """About as many tensors as the file of a model has: parameters of all experts are one for each
    in the file."""
    return sum(shape[0] if len(shape) == 3 else 1 for _, shape, _ in tree["parameters"])


def for_the_file(models):
    """The models whose file is looked at, in order, of a class's (pieces, number of the case,
    model): the first, which is the default one; before it the smallest where the first is large."""
    if not models:
        return []
    first = models[0]
    return [first] if first[0] <= MOST_PIECES else [min(models, key=lambda m: m[:2]), first]


def saved_file(models):
    """The file of the first of some models that has one."""
    found = {}
    for _, number, model in models:
        try:
            found = dict(
                file_case=number, file=limited(lambda: file_tensors(model), SECONDS_PER_MODEL)
            )
        except TimeLimit:
            continue
        if isinstance(found["file"], list):
            break
    return found


def keep(folder, name, value):
    """Writes a class's file whole or not at all; what is written is dropped from the value."""
    path = f"{folder}/{name}.json.gz"
    # At once: json.dump writes it in small pieces, which takes most of the time.
    text = json.dumps(value).encode()
    for part in ("cases", "forms", "names", "file"):
        value.pop(part, None)
    with gzip.open(path + ".part", "wb", compresslevel=3) as f:
        f.write(text)
    os.replace(path + ".part", path)
    gc.collect()
    # Modules that were imported and tables that the library keeps are not looked through again.
    gc.freeze()


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("folder")
    p.add_argument("-k", type=int, default=2)
    p.add_argument("--seed", default="update")
    p.add_argument("--classes", default="")
    p.add_argument("--seconds", type=float, default=1e9)
    p.add_argument("--sample", type=int, default=0)
    p.add_argument("--with", type=json.loads, default={}, dest="fields")
    p.add_argument(
        "--facts", help="a file for what all classes of the library state (class_facts.py)"
    )
    a = p.parse_args()
    gc.disable()
    os.makedirs(a.folder, exist_ok=True)
    names = a.classes.split(",") if a.classes else public_names()
    if a.sample:
        names = random.Random(a.seed).sample(architecture_names(), a.sample)
    if a.facts:
        with open(a.facts, "w") as f:
            json.dump(class_facts.stated(class_facts.classes_of_library()), f)
    has = lambda name: os.path.exists(f"{a.folder}/{name}.json.gz") or model_class(name) is None
    return limits.run(
        names,
        has,
        lambda name, found: keep(a.folder, name, found),
        lambda name: observed(name, a.k, a.seed, a.fields),
        1000,
        time.monotonic() + a.seconds,
    )


if __name__ == "__main__":
    sys.exit(main())
