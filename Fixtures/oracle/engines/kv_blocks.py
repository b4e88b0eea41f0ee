"""Blocks of the KV cache that vLLM's own planner gives to stages (../../engines/kv_blocks.json).

  python kv_blocks.py      (in a virtual environment with requirements.txt)

Rows: {"layers": kinds of the layers, "f" full, "s" a window of 1024, "m" latent}, "stages", "bytes" for each stage, "blocks"}.
"""
import json, os, tempfile
from pathlib import Path

os.environ |= {"VLLM_TARGET_DEVICE": "cpu", "VLLM_LOGGING_LEVEL": "ERROR", "HF_HUB_OFFLINE": "1", "VLLM_NO_USAGE_STATS": "1"}
import random
import torch
import vllm.platforms as platforms
from vllm.platforms.cpu import CpuPlatform
platforms.current_platform = platforms._current_platform = CpuPlatform()
from vllm.engine.arg_utils import EngineArgs
from vllm.v1.core import kv_cache_planning as planning
from vllm.v1.kv_cache_interface import FullAttentionSpec, MLAAttentionSpec, SlidingWindowSpec
from cases import CASES

OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "kv_blocks.json"
GIB = 1 << 30


def spec(kind):
    if kind == "m":
        return MLAAttentionSpec(block_size=16, num_kv_heads=1, head_size=576, dtype=torch.bfloat16)
    if kind == "s":
        return SlidingWindowSpec(block_size=16, num_kv_heads=8, head_size=128, dtype=torch.bfloat16, sliding_window=1024)
    return FullAttentionSpec(block_size=16, num_kv_heads=8, head_size=128, dtype=torch.bfloat16)


def configuration():
    folder = tempfile.mkdtemp()
    (Path(folder) / "config.json").write_text(json.dumps(CASES["llama"] | {"dtype": "bfloat16"}))
    config = EngineArgs(model=folder, skip_tokenizer_init=True, enforce_eager=True, dtype="bfloat16",
                        max_model_len=64).create_engine_config()
    try:
        from vllm.v1.kv_cache_layout import KVCacheLayout
        config.cache_config.kv_cache_layout = list(KVCacheLayout)[0].name
    except ImportError:
        pass
    return config


def blocks(config, kinds, stages, budgets):
    first, specs = 0, []
    for count in stages:
        specs.append({f"layers.{i}": spec(kinds[i]) for i in range(first, first + count)})
        first += count
    groups = planning.get_global_kv_cache_groups(config, specs)
    found = planning.get_kv_cache_configs(config, specs, budgets, groups)
    assert len({c.num_blocks for c in found}) == 1
    return found[0].num_blocks


def cases():
    yield "f" * 80, [20, 20, 20, 20], [10, 20, 20, 10]
    yield "f" * 80, [18, 22, 22, 18], [10, 20, 20, 10]
    yield "f" * 80, [10, 30, 30, 10], [10, 20, 20, 10]
    hybrid = "".join("f" if i % 6 == 5 else "s" for i in range(30))
    yield hybrid, [30], [10]
    yield hybrid, [12, 18], [10, 10]
    yield "m" * 61, [61], [30]
    yield "m" * 61, [30, 31], [30, 29]
    yield "fs" * 12, [24], [7]
    yield "fs" * 12, [10, 14], [7, 9]
    generator = random.Random(33)
    for _ in range(24):
        layers = generator.randint(2, 48)
        kinds = "".join(generator.choice("fs" if generator.random() < 0.7 else "f") for _ in range(layers))
        cut = generator.randint(1, layers - 1)
        stages = [layers] if generator.random() < 0.4 else [cut, layers - cut]
        yield kinds, stages, [generator.randint(2, 40) for _ in stages]


def main():
    config, rows = configuration(), []
    for kinds, stages, budgets in cases():
        row = {"layers": kinds, "stages": stages, "bytes": [b * GIB for b in budgets]}
        try:
            row["blocks"] = blocks(config, kinds, stages, row["bytes"])
        except Exception as error:
            row["error"] = f"{type(error).__name__}: {str(error).splitlines()[0][:120]}"
        rows.append(row)
        print(row)
    OUT.write_text('{"vllm": "0.33.0", "rows": [\n' + ",\n".join(json.dumps(r, separators=(",", ":")) for r in rows) + "\n]}\n")


if __name__ == "__main__":
    main()
