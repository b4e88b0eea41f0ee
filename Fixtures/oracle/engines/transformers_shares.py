"""Bytes of parameters a rank holds, as transformers' own tensor, expert and pipeline parallelism make them
(../../engines/transformers.json), and the plans that it follows (../../engines/tensor_plans.txt).

  python transformers_shares.py [CASE...]      (in a virtual environment with requirements.txt)

The model is made without storage, and distributed as `from_pretrained(distributed_config=...)` does before it reads weights,
by a process group that answers who it is and sends nothing: one process makes the ranks one after the other.
"""
import importlib, inspect, json, os, pkgutil, sys, warnings
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
warnings.filterwarnings("ignore")
import torch
import torch.distributed as dist
import transformers
from torch.distributed.tensor import DTensor
from torch.testing._internal.distributed.fake_pg import FakeStore
from transformers import AutoConfig, AutoModelForCausalLM, PreTrainedConfig
from transformers.distributed import DistributedConfig
from transformers.distributed.utils import initialize_distributed_mesh
from cases import CASES

torch.set_num_threads(1)
HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "engines" / "transformers.json"
PLANS = HERE.parent.parent / "engines" / "tensor_plans.txt"
SWIFT = HERE.parent.parent.parent / "Sources" / "DeviceMap" / "Engines" / "TensorPlanText.swift"


def local_bytes(model):
    seen, total, shapes = set(), 0, {}
    for name, parameter in model.named_parameters():
        local = parameter.to_local() if isinstance(parameter, DTensor) else parameter
        if id(parameter) in seen:
            continue
        seen.add(id(parameter))
        total += local.numel() * local.element_size()
        shapes[name] = list(local.shape)
    return total, shapes


def measure(fields, rank, **sizes):
    world = sizes.get("tp_size", 1) * sizes.get("pp_size", 1)
    dist.init_process_group("fake", store=FakeStore(), rank=rank, world_size=world)
    try:
        config = AutoConfig.for_model(**{k: v for k, v in fields.items()})
        distributed = DistributedConfig(**sizes)
        _, manager = initialize_distributed_mesh(distributed)
        with torch.device("meta"):
            model = AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16)
            # from_pretrained ties after the weights are read.
            for path in getattr(model, "all_tied_weights_keys", None) or {}:
                owner, _, last = path.rpartition(".")
                model.get_submodule(owner)._parameters[last] = torch.nn.Parameter(torch.empty_like(model.get_parameter(path)))
        model = type(model).maybe_distribute_model(model, distributed, manager)
        if model.all_tied_weights_keys:
            model.tie_weights()
        return local_bytes(model)
    finally:
        dist.destroy_process_group()


def layout(tp, pp, ep):
    sizes = {}
    if tp > 1:
        sizes["tp_size"] = tp
    if pp > 1:
        sizes["pp_size"] = pp
    if ep:
        sizes["ep_size"] = tp
    return sizes


def record(fields, verbose):
    rows = []
    experts = any("experts" in key for key in fields)
    for tp, pp, ep in [(1, 1, False), (2, 1, False), (4, 1, False), (8, 1, False), (1, 2, False), (1, 3, False)] + (
            [(2, 1, True), (4, 1, True), (8, 1, True)] if experts else []):
        row = {"tp": tp, "pp": pp, "ep": ep}
        try:
            if tp * pp == 1:
                with torch.device("meta"):
                    model = AutoModelForCausalLM.from_config(AutoConfig.for_model(**fields), dtype=torch.bfloat16)
                row["bytes"] = [local_bytes(model)[0]]
            else:
                found = [measure(fields, rank, **layout(tp, pp, ep)) for rank in range(tp * pp)]
                row["bytes"] = [total for total, _ in found]
                if verbose:
                    for name, shape in found[0][1].items():
                        print("  ", row["tp"], row["pp"], row["ep"], name, shape)
        except Exception as error:
            if verbose:
                import traceback
                traceback.print_exc()
            row["error"] = f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else ''}"
        rows.append(row)
    return {"config": fields, "rows": rows}


def plans():
    """The plans of all config classes, and the head classes that cut their head."""
    found = {}
    for module in pkgutil.iter_modules(transformers.models.__path__):
        try:
            configs = importlib.import_module(f"transformers.models.{module.name}.configuration_{module.name}")
        except Exception:
            continue
        for name, value in vars(configs).items():
            if inspect.isclass(value) and issubclass(value, PreTrainedConfig) and value.__module__ == configs.__name__:
                tp = getattr(value, "base_model_tp_plan", None) or {}
                ep = getattr(value, "base_model_ep_plan", None) or {}
                if tp or ep:
                    found.setdefault((tuple(tp.items()), tuple(ep.items())), set()).add(value.model_type)
    heads = {}
    for module in pkgutil.iter_modules(transformers.models.__path__):
        try:
            models = importlib.import_module(f"transformers.models.{module.name}.modeling_{module.name}")
        except Exception:
            continue
        for name, value in vars(models).items():
            if inspect.isclass(value) and value.__module__ == models.__name__ and vars(value).get("_tp_plan"):
                heads.setdefault(tuple(value._tp_plan.items()), set()).add(name)
    lines = [f"# transformers {transformers.__version__}, written by transformers_shares.py; do not edit"]
    for (tp, ep), types in sorted(found.items(), key=lambda item: sorted(item[1])):
        lines.append("types " + " ".join(sorted(types)))
        lines += [f"tp {path} {style}" for path, style in tp] + [f"ep {path} {style}" for path, style in ep]
    for plan, names in sorted(heads.items(), key=lambda item: sorted(item[1])):
        lines.append("classes " + " ".join(sorted(names)))
        lines += [f"tp {path} {style}" for path, style in plan]
    text = "\n".join(lines) + "\n"
    PLANS.write_text(text)
    SWIFT.write_text("// swift-format-ignore-file\n// Written by Fixtures/oracle/engines/transformers_shares.py, not by hand.\n\n"
                     "/// The recorded plans (see ``TensorPlan``).\n"
                     'let tensorPlanText = #"""\n' + text + '"""#\n')


if __name__ == "__main__":
    wanted = [a for a in sys.argv[1:] if a not in ("-v", "plans")] or list(CASES)
    OUT.parent.mkdir(exist_ok=True)
    if "plans" in sys.argv:
        plans()
        sys.exit()
    known = json.loads(OUT.read_text())["models"] if OUT.exists() else {}
    for name in wanted:
        known[name] = record(CASES[name], "-v" in sys.argv)
        print(name, [(r["tp"], r["pp"], r["ep"], r.get("bytes") or r.get("error")) for r in known[name]["rows"]], flush=True)
        lines = ",\n".join(json.dumps(k) + ": " + json.dumps(known[k], separators=(",", ":")) for k in CASES if k in known)
        OUT.write_text('{"transformers": "%s", "models": {\n%s\n}}\n' % (transformers.__version__, lines))
