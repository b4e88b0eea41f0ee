"""Records how both reference engines place real models -> Fixtures/plans/NAME.json, one model a file.

  name, config      the config.json that a user would have (models.py)
  release           of transformers; 5.23.0 where it is absent
  stored            dtype of the floating tensors in the checkpoint
  dtype             dtype of the model as `from_pretrained(dtype="auto")` builds it
  total             bytes of the model as the transformers engine counts them (tied weights once)
  no_split          class names, sorted
  ties              {tied parameter: the parameter it is tied to}
  tree              module tree without the root, folded as compact.py says; bytes as the transformers engine counts them
  tensors           the checkpoint's tensors under their names in the checkpoint, folded as compact.py says
  budgets           {name: {device: bytes}}
  maps              distinct device maps, spelt as compact.py says; keys in module order
  cases             {engine: {policy: {budget: index into maps, or the type of the reference's error}}}

The model is built as `from_pretrained` builds it (on the meta device, before tying) and sized by that; accelerate's
functions get the same model after `tie_weights`, with the model's own no-split classes, as its documentation advises.
usage: record_plans.py [--folder FOLDER] [--seconds N] [--again] [NAME ...]
       record_plans.py --folder FOLDER --files CONFIG.JSON ..      of config files as people have them, for compare_plans.py
       With --again a model that an earlier release has recorded is built anew and compared: module tree, sizes, ties, no-split classes, and
       the maps of three policies and three budgets; where all are the same its recording gets the release, else it is recorded whole.
       With --seconds, models that FOLDER has are passed over, and the run ends after N seconds with status 75 when some are left.
"""
import argparse
import copy
import json
import logging
import os
import sys
import time
import warnings

os.environ["CUDA_VISIBLE_DEVICES"] = ""
sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "catalog"))
import environment

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import torch
import transformers
from accelerate import infer_auto_device_map
from accelerate.utils import get_balanced_memory
from transformers.core_model_loading import revert_weight_conversion
from transformers.integrations import accelerate as engine
from transformers.modeling_utils import ContextManagers

from compact import dump, pack_map, pack_tensors, pack_tree
from models import MODELS

OUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "plans")
POLICIES = ("auto", "balanced_low_0", "sequential")
SAFETENSORS = {"float64": "F64", "float32": "F32", "float16": "F16", "bfloat16": "BF16", "int64": "I64", "int32": "I32",
               "int16": "I16", "int8": "I8", "uint8": "U8", "bool": "BOOL", "float8_e4m3fn": "F8_E4M3"}


def build(config, stored=None):
    """The model of a config.json as from_pretrained has it when it computes the device map."""
    cls = getattr(transformers, config["architectures"][0])
    cfg = cls.config_class.from_dict(copy.deepcopy(config))
    dtype = cfg.dtype if cfg.dtype is not None else getattr(torch, stored or "float32")
    cfg, dtype = transformers.modeling_utils._get_dtype(dtype, None, cfg, None, None, True)
    with ContextManagers(cls.get_init_context(dtype, False, False, None)):
        return cls(copy.deepcopy(cfg)), str(dtype)[6:]


def checkpoint_tensors(model):
    """{name in the checkpoint: tensor}, tied copies left out."""
    tied = set(model.all_tied_weights_keys)
    state = {k: v for k, v in model.state_dict().items() if k not in tied}
    return revert_weight_conversion(model, state)


def describe(tensor, stored):
    dtype = stored if tensor.is_floating_point() else str(tensor.dtype)[6:]
    return f"{SAFETENSORS[dtype]}[{','.join(map(str, tensor.shape))}]"


def budgets(total):
    def of(*shares, cpu=None, ids=None):
        memory = {str(i): int(total * s) for i, s in zip(ids or range(len(shares)), shares)}
        return {**memory, **({"cpu": int(total * cpu)} if cpu is not None else {})}
    return {
        "two_equal": of(0.6, 0.6, cpu=2),
        "three_unequal": of(0.5, 0.4, 0.3, cpu=2),
        "offload_to_cpu": of(0.3, 0.25, cpu=2),
        "offload_to_disk": of(0.25, 0.15, cpu=0.2),
        "one": of(0.75, cpu=2),
        "roomy_four": of(0.7, 0.7, 0.7, 0.7),
        "gap_in_ids": of(0.5, 0.6, cpu=2, ids=(0, 2)),
        "zero_budget": of(0, 0.7, 0.7, cpu=2),
        "tight": of(0.35, 0.35, 0.35, cpu=2),
        "mixed_eight": of(0.2, 0.2, 0.1, 0.1, 0.15, 0.15, 0.2, 0.1, cpu=1),
        "cpu_then_disk": of(0.4, 0.3, cpu=0.35),
        "no_cpu": of(0.5, 0.3),
        "cpu_only": of(cpu=2),
    }


def place(model, which, policy, budget):
    memory = {(int(k) if k.isdigit() else k): v for k, v in budget.items()}
    if which == "transformers":
        return engine._get_device_map(model, policy, memory, None)
    no_split = sorted(model._no_split_modules or [])
    if policy != "sequential":
        memory = get_balanced_memory(model, memory, no_split_module_classes=no_split, low_zero=policy == "balanced_low_0")
    return infer_auto_device_map(model, memory, no_split_module_classes=no_split)


def module_order(model):
    order = {}
    for name, module in model.named_modules():
        order.setdefault(name, len(order))
        for own, _ in list(module.named_parameters(recurse=False)) + list(module.named_buffers(recurse=False)):
            order.setdefault(f"{name}.{own}" if name else own, len(order))
    return order


def record(name, config, stored=None):
    stored = stored or config.get("torch_dtype") or config.get("dtype") or (config.get("text_config") or {}).get("dtype") or "float32"
    model, dtype = build(config, stored)
    sizes, _ = engine.compute_module_sizes(model)
    order = module_order(model)
    plan = dict(name=name, config=config, release=transformers.__version__, stored=stored, dtype=dtype, total=sizes[""], no_split=sorted(model._no_split_modules or []),
                ties=dict(sorted(model.all_tied_weights_keys.items())))
    plan["tree"] = pack_tree([(n, type(m).__name__, sizes[n]) for n, m in model.named_modules() if n])
    plan["tensors"] = pack_tensors({k: describe(v, stored) for k, v in checkpoint_tensors(model).items()})
    plan["budgets"] = budgets(sizes[""])
    plan["maps"], plan["cases"] = [], {}
    for which in ("transformers", "accelerate"):
        if which == "accelerate":
            model.tie_weights()
        place_all(plan, model, which, order)
    return plan


def place_all(plan, model, which, order):
    """Adds the maps of an engine, for all policies and budgets, to a plan."""
    for policy in POLICIES:
        for key, budget in plan["budgets"].items():
            try:
                packed = pack_map(dict(sorted(place(model, which, policy, budget).items(), key=lambda kv: order[kv[0]])))
                if packed not in plan["maps"]:
                    plan["maps"].append(packed)
                result = plan["maps"].index(packed)
            except Exception as e:
                result = type(e).__name__
            plan["cases"].setdefault(which, {}).setdefault(policy, {})[key] = result


AGAIN = ("two_equal", "offload_to_disk", "mixed_eight")


def is_same(known):
    """Whether the installed release builds and places a recorded model in the same way. The functions that make the maps are those of the
    accelerate library and of a file of transformers that 5.23.0 and 5.24.0 share byte for byte, so that a sample of the budgets tells."""
    model, dtype = build(known["config"], known["stored"])
    sizes, _ = engine.compute_module_sizes(model)
    tree = pack_tree([(n, type(m).__name__, sizes[n]) for n, m in model.named_modules() if n])
    found = (dtype, sizes[""], sorted(model._no_split_modules or []), dict(sorted(model.all_tied_weights_keys.items())), json.loads(dump(tree)))
    if found != (known["dtype"], known["total"], known["no_split"], known["ties"], known["tree"]):
        return False
    order = module_order(model)
    for policy in POLICIES:
        for key in AGAIN:
            case = known["cases"]["transformers"][policy][key]
            try:
                packed = pack_map(dict(sorted(place(model, "transformers", policy, known["budgets"][key]).items(), key=lambda kv: order[kv[0]])))
            except Exception as e:
                packed = type(e).__name__
            if packed != (case if isinstance(case, str) else known["maps"][case]):
                return False
    return True


def again(name, path):
    """The recording of an earlier release with the mark of this one, or None where the model is another one now."""
    old = os.path.join(OUT, name + ".json")
    known = json.load(open(old)) if os.path.exists(old) else None
    if known is None or not is_same(known):
        return None
    return dict(name=name, config=known["config"], release=transformers.__version__, **{k: v for k, v in known.items() if k not in ("name", "config", "release")})


def of_files(paths):
    """{name: config} of config files that name a class of the library and are not packed."""
    found = {}
    for path in paths:
        with open(path) as f:
            config = json.load(f)
        cls = getattr(transformers, (config.get("architectures") or [""])[0], None)
        if isinstance(cls, type) and not config.get("quantization_config"):
            found[os.path.basename(path).replace(".config.json", "")] = config
    return found


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("names", nargs="*")
    p.add_argument("--files", nargs="+")
    p.add_argument("--folder", default=OUT)
    p.add_argument("--seconds", type=float)
    p.add_argument("--again", action="store_true")
    a = p.parse_args()
    os.makedirs(a.folder, exist_ok=True)
    end = time.monotonic() + (a.seconds or 1e9)
    for name, config in (of_files(a.files) if a.files else MODELS).items():
        path = os.path.join(a.folder, name + ".json")
        if a.names and name not in a.names or a.seconds and os.path.exists(path):
            continue
        if time.monotonic() > end:
            return 75
        try:
            plan = again(name, path) if a.again else None
            plan = plan or record(name, config)
        except Exception as e:
            print(f"FAILED {name}: {type(e).__name__}: {str(e)[:300]}", flush=True)
            continue
        with open(path, "w") as f:
            f.write(dump(plan) + "\n")
        errors = sum(isinstance(x, str) for e in plan["cases"].values() for p in e.values() for x in p.values())
        print(f"{name}: {plan['total'] / 1e9:.2f} GB {plan['dtype']}, {len(plan['maps'])} maps, {errors} errors, {os.path.getsize(path)} bytes", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
