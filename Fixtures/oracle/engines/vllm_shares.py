"""Bytes of parameters a rank holds and pages of its KV cache, as vLLM's own constructors make them
(../../engines/vllm.json).

  python vllm_shares.py [-v] [CASE...]      (in a virtual environment with requirements.txt)

Constructors ask a group for its rank and its size and create parameters of the share; they do not talk to the others. So
one process makes the ranks one after the other, with groups that only answer these questions.
"""
import json, os, sys, tempfile, traceback, warnings
from pathlib import Path

os.environ |= {"VLLM_TARGET_DEVICE": "cpu", "VLLM_LOGGING_LEVEL": "ERROR", "HF_HUB_OFFLINE": "1",
               "VLLM_NO_USAGE_STATS": "1", "TRANSFORMERS_VERBOSITY": "error"}
warnings.filterwarnings("ignore")
import torch
torch.set_num_threads(1)
import vllm.platforms as platforms
from vllm.platforms.cpu import CpuPlatform
platforms.current_platform = platforms._current_platform = CpuPlatform()
import vllm
from vllm.config import set_current_vllm_config
from vllm.distributed import parallel_state
from vllm.engine.arg_utils import EngineArgs
from vllm.model_executor.model_loader.utils import initialize_model
from vllm.model_executor.models import registry
from cases import CASES

# Classes are looked at here, not in a process for each.
registry._run_in_subprocess = lambda look: look()
# Their constructors need a GPU's kernels or real numbers, or are none of vLLM's.
LEFT_OUT = {"apertus", "minimax", "gpt_oss", "gpt2", "bloom", "gptj", "gpt_bigcode", "mpt"}
OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "vllm.json"


class Members:
    """What is asked of torch's own group."""
    def __init__(self, rank, size):
        self.counts = rank, size
    def rank(self):
        return self.counts[0]
    def size(self):
        return self.counts[1]


class Group:
    """What constructors ask of a group of ranks."""
    def __init__(self, rank, size):
        self.rank_in_group = self.rank = self.local_rank = rank
        self.world_size = size
        self.ranks = list(range(size))
        self.device = torch.device("cpu")
        self.unique_name = "g"
        self.cpu_group = self.device_group = Members(rank, size)
        self.device_communicator = self.mq_broadcaster = None
        self.use_custom_op_call = False
    is_first_rank = property(lambda self: self.rank_in_group == 0)
    is_last_rank = property(lambda self: self.rank_in_group == self.world_size - 1)
    first_rank = property(lambda self: 0)
    last_rank = property(lambda self: self.world_size - 1)
    next_rank = property(lambda self: (self.rank + 1) % self.world_size)
    prev_rank = property(lambda self: (self.rank - 1) % self.world_size)


def place(tp, pp, stage, rank, experts):
    state = parallel_state
    state._WORLD = Group(stage * tp + rank, tp * pp)
    state._TP, state._PP = Group(rank, tp), Group(stage, pp)
    state._EP = Group(rank, tp)
    for name in ("_DP", "_DCP", "_PCP", "_EPLB", "_INNER_DP_WORLD", "_NODE_COUNT"):
        if hasattr(state, name) and name != "_NODE_COUNT":
            setattr(state, name, Group(0, 1))


def measure(config, tp, pp, ep, stage, rank, partition=None):
    config.parallel_config.rank = stage * tp + rank
    config.compilation_config.static_forward_context.clear()
    if hasattr(config.compilation_config, "static_all_moe_layers"):
        config.compilation_config.static_all_moe_layers.clear()
    with set_current_vllm_config(config):
        place(tp, pp, stage, rank, ep)
        torch.set_default_dtype(torch.bfloat16)
        with torch.device("meta"):
            model = initialize_model(vllm_config=config)
        torch.set_default_dtype(torch.float32)
        seen, total, shapes = set(), 0, {}
        for name, parameter in model.named_parameters(remove_duplicate=True):
            if id(parameter) in seen:
                continue
            seen.add(id(parameter))
            total += parameter.numel() * parameter.element_size()
            shapes[name] = [str(parameter.dtype).removeprefix("torch."), list(parameter.shape)]
        pages = []
        for layer in config.compilation_config.static_forward_context.values():
            spec = getattr(layer, "get_kv_cache_spec", lambda _: None)(config)
            if spec is not None:
                pages.append([type(spec).__name__, spec.block_size, spec.page_size_bytes])
        return total, pages, shapes


def layouts(isMoE):
    return [(tp, pp, ep) for pp in (1, 2) for tp in (1, 2, 4, 8) for ep in ((False, True) if isMoE and tp > 1 else (False,))]


def record(name, fields, verbose=False, layouts=layouts):
    folder = tempfile.mkdtemp()
    (Path(folder) / "config.json").write_text(json.dumps(fields | {"torch_dtype": "bfloat16", "dtype": "bfloat16"}))
    isMoE = any("experts" in key for key in fields)
    rows = []
    for tp, pp, ep in layouts(isMoE):
        row = {"tp": tp, "pp": pp, "ep": ep}
        try:
            config = EngineArgs(
                model=folder, tensor_parallel_size=tp, pipeline_parallel_size=pp, skip_tokenizer_init=True,
                enforce_eager=True, dtype="bfloat16", distributed_executor_backend="mp", max_model_len=64,
                enable_expert_parallel=ep).create_engine_config()
            ranks, pages = [], []
            for stage in range(pp):
                each = [measure(config, tp, pp, ep, stage, rank) for rank in sorted({0, tp - 1})]
                ranks.append([each[0][0], each[-1][0]])
                pages.append(each[0][1])
                if verbose and stage == 0:
                    for key, shape in each[0][2].items():
                        print("  ", tp, key, *shape)
            row |= {"bytes": ranks, "pages": pages}
        except Exception as error:
            torch.set_default_dtype(torch.float32)
            if verbose:
                traceback.print_exc()
            row["error"] = f"{type(error).__name__}: {str(error).splitlines()[0][:200] if str(error) else ''}"
        rows.append(row)
    return {"config": fields, "rows": rows}


if __name__ == "__main__":
    wanted = [a for a in sys.argv[1:] if a != "-v"] or [name for name in CASES if name not in LEFT_OUT]
    for name in wanted:
        row = record(name, CASES[name], "-v" in sys.argv)
        known = json.loads(OUT.read_text())["models"] if OUT.exists() else {}
        known[name] = row
        print(name, [(r["tp"], r["pp"], r["ep"], r.get("bytes") or r.get("error")) for r in known[name]["rows"]][:3], flush=True)
        OUT.parent.mkdir(exist_ok=True)
        lines = ",\n".join(json.dumps(k) + ": " + json.dumps(known[k], separators=(",", ":")) for k in CASES if k in known)
        OUT.write_text('{"vllm": "%s", "models": {\n%s\n}}\n' % ("0.33.0", lines))
