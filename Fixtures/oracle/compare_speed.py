"""Compares the speed of device-map with that of the reference on this machine and prints ratios.

1. Headers: `safe_open` + `keys()` of safetensors on every shard of a checkpoint, against the rate that
   `device-map benchmark headers` prints for the same shards, which it writes itself. Aim: 8 times the rate.
2. Whole process: `import transformers`, model on the meta device, `device_map="auto"`, against `device-map plan`,
   from the start of the process to its end. Aim: 40 times faster.
3. Instructions: what valgrind counts for `device-map plan` on a checkpoint of 480 shards and 69 975 tensors. Aim: 240
   million. Counts do not depend on what else the machine does.
4. With --before, another build of the command, such as one of an earlier commit: both in turns, from start to end.

The checkpoints are made up. The first one has 234 shards, 133 823 tensors, 10^12 parameters, one tensor and one scale for
each matrix of each expert; that of 3 has as many parameters in bfloat16. Only headers are written, the data are a hole in the file. Times are medians; user + system time is
printed beside the wall time, since only that means something on a machine that does other work too.

usage: compare_speed.py DEVICE_MAP [--directory DIR] [--runs N] [--only headers|process|instructions] [--before OTHER]
       DEVICE_MAP is the release build, e.g. .build/release/device-map; DIR keeps the checkpoint for another run.
"""
import argparse
import json
import math
import os
import re
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import typing

HIDDEN, LAYERS, EXPERT_WIDTH = 7168, 61, 2048


class Shape(typing.NamedTuple):
    """How large a made-up checkpoint is, and whether its matrices are fp8 with scales."""

    experts: int
    shards: int
    scaled: bool


TRILLION, MANY_SHARDS = Shape(368, 234, True), Shape(384, 480, False)
BYTES = {"F8_E4M3": 1, "BF16": 2, "F32": 4}
BUDGETS = {**{i: "140GiB" for i in range(8)}, "cpu": "2048GiB"}
CONFIG = dict(
    architectures=["DeepseekV3ForCausalLM"], model_type="deepseek_v3", torch_dtype="bfloat16", vocab_size=163840,
    hidden_size=HIDDEN, intermediate_size=18432, moe_intermediate_size=EXPERT_WIDTH, num_hidden_layers=LAYERS,
    num_attention_heads=64, num_key_value_heads=64, n_shared_experts=1, n_routed_experts=TRILLION.experts,
    first_k_dense_replace=1, q_lora_rank=1536, kv_lora_rank=512, qk_nope_head_dim=128, qk_rope_head_dim=64,
    v_head_dim=128)
FP8 = dict(quant_method="fp8", fmt="e4m3", weight_block_size=[128, 128], activation_scheme="dynamic")
REFERENCE = """
import json, sys, torch, transformers
from transformers import AutoConfig, AutoModelForCausalLM
from transformers.integrations.accelerate import _get_device_map
config = AutoConfig.from_pretrained(sys.argv[1])
if hasattr(config, "quantization_config"): del config.quantization_config
with torch.device("meta"):
    model = AutoModelForCausalLM.from_config(config, dtype=torch.bfloat16)
limits = {int(k) if k.isdigit() else k: v for k, v in json.loads(sys.argv[2]).items()}
print(json.dumps(_get_device_map(model, "auto", limits, None)))
"""


def tensors(of):
    def weight(path, shape, scaled):
        scaled = scaled and of.scaled
        yield path + ".weight", "F8_E4M3" if scaled else "BF16", shape
        if scaled:
            yield path + ".weight_scale_inv", "F32", [(n + 127) // 128 for n in shape]

    def mlp(path, width):
        for name in ("gate_proj", "up_proj"):
            yield from weight(f"{path}.{name}", [width, HIDDEN], True)
        yield from weight(f"{path}.down_proj", [HIDDEN, width], True)

    attention = [("q_a_proj", [1536, HIDDEN]), ("q_b_proj", [64 * 192, 1536]), ("kv_a_proj_with_mqa", [576, HIDDEN]),
                 ("kv_b_proj", [64 * 256, 512]), ("o_proj", [HIDDEN, 64 * 128])]
    yield from weight("model.embed_tokens", [163840, HIDDEN], False)
    for layer in range(LAYERS):
        path = f"model.layers.{layer}"
        for name, shape in attention:
            yield from weight(f"{path}.self_attn.{name}", shape, True)
        for name, size in [("self_attn.q_a_layernorm", 1536), ("self_attn.kv_a_layernorm", 512),
                           ("input_layernorm", HIDDEN), ("post_attention_layernorm", HIDDEN)]:
            yield from weight(f"{path}.{name}", [size], False)
        if layer == 0:
            yield from mlp(path + ".mlp", 18432)
            continue
        yield from weight(path + ".mlp.gate", [of.experts, HIDDEN], False)
        yield path + ".mlp.gate.e_score_correction_bias", "F32", [of.experts]
        for expert in range(of.experts):
            yield from mlp(f"{path}.mlp.experts.{expert}", EXPERT_WIDTH)
        yield from mlp(path + ".mlp.shared_experts", EXPERT_WIDTH)
    yield from weight("model.norm", [HIDDEN], False)
    yield from weight("lm_head", [163840, HIDDEN], False)


def write(directory, of=TRILLION):
    """Writes the checkpoint unless it is there."""
    index = os.path.join(directory, "model.safetensors.index.json")
    if os.path.exists(index):
        return
    os.makedirs(directory, exist_ok=True)
    every, weight_map = list(tensors(of)), {}
    per_shard = -(-len(every) // of.shards)
    for shard in range(of.shards):
        name = f"model-{shard + 1:05d}-of-{of.shards:05d}.safetensors"
        header, offset = {"__metadata__": {"format": "pt"}}, 0
        for path, dtype, shape in every[shard * per_shard:(shard + 1) * per_shard]:
            end = offset + BYTES[dtype] * math.prod(shape)
            header[path] = dict(dtype=dtype, shape=shape, data_offsets=[offset, end])
            offset, weight_map[path] = end, name
        text = json.dumps(header, separators=(",", ":")).encode()
        text += b" " * (-len(text) % 8)
        with open(os.path.join(directory, name), "wb") as file:
            file.write(struct.pack("<Q", len(text)) + text)
            file.truncate(8 + len(text) + offset)
    with open(os.path.join(directory, "config.json"), "w") as file:
        json.dump(dict(CONFIG, n_routed_experts=of.experts, **(dict(quantization_config=FP8) if of.scaled else {})), file)
    with open(index, "w") as file:
        json.dump(dict(metadata={}, weight_map=weight_map), file)


def compare_headers(program, directory, runs):
    from safetensors import safe_open
    shards = sorted(os.path.join(directory, n) for n in os.listdir(directory) if n.endswith(".safetensors"))
    size = sum(8 + struct.unpack("<Q", open(path, "rb").read(8))[0] for path in shards)
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        for path in shards:
            with safe_open(path, "pt") as file:
                file.keys()
        times.append(time.perf_counter() - start)
    reference = statistics.median(times[1:])
    line = subprocess.run([program, "benchmark", "headers"], capture_output=True, text=True,
                          check=True).stdout
    own = float(re.search(r" in ([0-9.]+) ms", line).group(1)) / 1000
    print(f"headers, {len(shards)} files, {size / 1e6:.1f} MB")
    print(f"  safe_open + keys()  {reference * 1000:8.1f} ms  {size / reference / 1e6:7.0f} MB/s")
    print(f"  device-map          {own * 1000:8.1f} ms  {size / own / 1e6:7.0f} MB/s  (names checked across all shards, too)")
    print(f"  ratio               {reference / own:8.1f}  (aim: 8)")


def timed(command):
    """Wall and CPU seconds of a process, and how it ended."""
    before, start = os.times(), time.perf_counter()
    ended = subprocess.run(command, capture_output=True)
    wall, after = time.perf_counter() - start, os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return wall, used, ended


def process(command, runs):
    """Median wall and CPU seconds of a process, and its output."""
    walls, used, ended = zip(*(timed(command) for _ in range(runs)))
    for each in ended:
        each.check_returncode()
    return statistics.median(walls), statistics.median(used), ended[-1].stdout


def compare_processes(program, directory, runs):
    limits = ",".join(f"{device}={size}" for device, size in BUDGETS.items())
    wall, used, own = process([program, "plan", directory, "--max-memory", limits], max(runs, 11))
    with tempfile.TemporaryDirectory() as plain:
        with open(os.path.join(plain, "config.json"), "w") as file:
            json.dump(CONFIG, file)
        command = [sys.executable, "-c", REFERENCE, plain, json.dumps({str(k): v for k, v in BUDGETS.items()})]
        wall_reference, used_reference, found = process(command, max(1, runs // 2))
    print(f"whole process, {len(json.loads(own))} and {len(json.loads(found))} keys in the maps")
    print(f"  reference           {wall_reference * 1000:8.0f} ms  {used_reference * 1000:8.0f} ms of CPU")
    print(f"  device-map          {wall * 1000:8.0f} ms  {used * 1000:8.0f} ms of CPU")
    print(f"  ratio               {wall_reference / wall:8.0f}     {used_reference / used:8.0f}  (aim: 40)")


def count_instructions(program):
    with tempfile.TemporaryDirectory() as directory:
        write(directory, MANY_SHARDS)
        command = [program, "plan", directory, "--max-memory", "0=1000GiB,1=1000GiB,2=1000GiB"]
        counter = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        text = subprocess.run(counter + command, capture_output=True, text=True, check=True).stderr
        count = int(re.search(r"Collected : (\d+)", text).group(1))
        print(f"instructions of a plan, {MANY_SHARDS.shards} files: {count / 1e6:.1f} million  (aim: 240)")


def compare_builds(program, other, directory, runs):
    limits = ",".join(f"{device}={size}" for device, size in BUDGETS.items())
    cases = dict(plan=["plan", directory, "--max-memory", limits], tree=["tree", directory],
                 fit=["fit", directory, "--gpu", "H100x24"], start=["--version"], modules=["benchmark", "modules"])
    print(f"{'':10} {'before':>16} {'now':>16}   ms, least and median of {runs}, and ratios")
    for name, words in cases.items():
        pairs = [[1000 * timed([each, *words])[0] for each in (other, program)] for _ in range(runs)]
        before, now = ((min(times), statistics.median(times)) for times in zip(*pairs))
        print(f"{name:10} {before[0]:8.1f}{before[1]:8.1f} {now[0]:8.1f}{now[1]:8.1f}"
              f"   {now[0] / before[0]:.2f} {now[1] / before[1]:.2f}", flush=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--directory")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--before")
    parser.add_argument("--only", choices=["headers", "process", "instructions"])
    arguments = parser.parse_args()
    every = [] if arguments.before else ["headers", "process", "instructions"]
    parts = [arguments.only] if arguments.only else every
    with tempfile.TemporaryDirectory() as temporary:
        directory = arguments.directory or temporary
        write(directory)
        if "headers" in parts:
            compare_headers(arguments.program, directory, arguments.runs)
        if "process" in parts:
            compare_processes(arguments.program, directory, arguments.runs)
        if arguments.before:
            compare_builds(arguments.program, arguments.before, directory, max(arguments.runs, 11))
    if "instructions" in parts:
        count_instructions(arguments.program)


if __name__ == "__main__":
    main()
