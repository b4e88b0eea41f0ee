"""What the engines' own code makes of our texts (../../engines/accepted.json).

  python accept_texts.py VLLM_WHEEL SGLANG_WHEEL MLX_LM_WHEEL      (numpy alone; wheels of the versions below, or
                                                                          folders in which they are installed)

vLLM 0.33.0, SGLang 0.5.23: `get_pp_indices` with the variable that the golden files set, and without for many numbers of
layers and stages. mlx-lm 0.32.2: `PipelineMixin.pipeline` with the list of the golden file, on every rank. llama.cpp
0c1e57098: its rule for `-ts`, in 32-bit floats (numpy), for random shares that need not add up.
The functions are taken out of the sources of the wheels and run with what they need of their modules.
"""
import ast, json, logging, random, re, sys, types, zipfile
from pathlib import Path

import numpy

HERE = Path(__file__).resolve().parent
GOLDEN = HERE.parent.parent / "golden"
OUT = HERE.parent.parent / "engines" / "accepted.json"


def source(wheel, end):
    if Path(wheel).is_dir():
        return (Path(wheel) / end).read_text()
    with zipfile.ZipFile(wheel) as archive:
        name = next(n for n in archive.namelist() if n.endswith(end))
        return archive.read(name).decode()


def function(wheel, end, name, variable):
    """A function of a module, and the object that holds the variables it reads."""
    node = next(n for n in ast.walk(ast.parse(source(wheel, end))) if isinstance(n, ast.FunctionDef) and n.name == name)
    import os
    variables = types.SimpleNamespace(**{variable: None})
    names = {"envs": variables, "logger": logging.getLogger("x"), "os": os, "List": list, "Tuple": tuple, "Optional": object,
             "get_bool_env_var": lambda *_: False, "get_int_env_var": lambda *_: 0}
    exec(compile(ast.Module([node], []), end, "exec"), names)

    def call(layers, stages, partition=None):
        setattr(variables, variable, partition)
        os.environ.pop(variable, None)
        if partition:
            os.environ[variable] = partition
        return [names[name](layers, stage, stages) for stage in range(stages)]
    return call


def partition(engine, name):
    text = (GOLDEN / f"{name}.txt").read_text()
    return re.search(engine + r"_PP_LAYER_PARTITION=([0-9,]+)", text)[1]


def mlx(wheel, counts):
    names = {}
    text = source(wheel, "mlx_lm/models/pipeline.py")
    body = "\n".join(line for line in text.splitlines() if not line.startswith(("import", "from")))
    exec("from typing import *\nfrom functools import *\n" + body, names)
    found = []
    for rank in range(len(counts)):
        model = names["PipelineMixin"]()
        model.layers = list(range(sum(counts)))
        group = types.SimpleNamespace(rank=lambda rank=rank: rank, size=lambda: len(counts))
        model.pipeline(group, split=counts)
        found.append([model.start_idx, model.end_idx])
    return found


def llama_cpp(shares, items):
    """The device of each item: the first whose part of the sum of 32-bit floats is above item / items."""
    ends, total = [], numpy.float32(0)
    for share in shares:
        total = numpy.float32(total + numpy.float32(share))
        ends.append(total)
    ends = [numpy.float32(end / total) for end in ends]
    counts = [0] * len(shares)
    for item in range(items):
        place = numpy.float32(numpy.float32(item) / numpy.float32(items))
        counts[next((d for d, end in enumerate(ends) if end > place), len(shares) - 1)] += 1
    return counts


def main():
    vllm_wheel, sglang_wheel, mlx_wheel = sys.argv[1:]
    vllm = function(vllm_wheel, "vllm/distributed/utils.py", "get_pp_indices", "VLLM_PP_LAYER_PARTITION")
    sglang = function(sglang_wheel, "sglang/srt/distributed/utils.py", "get_pp_indices", "SGLANG_PP_LAYER_PARTITION")
    result = {"partitions": [], "defaults": [], "mlx": [], "llama.cpp": []}
    for engine, call, names in (("vllm", vllm, ["export-vllm", "export-max-tokens-vllm"]),
                                ("sglang", sglang, ["export-sglang", "export-ranks-sglang"])):
        for name in names:
            text = partition(engine.upper(), name)
            result["partitions"].append([engine, name, text, call(80, text.count(",") + 1, text)])
        for layers, stages in sorted({(n, p) for n in range(1, 130, 7) for p in (2, 3, 4, 5, 8, 16) if n >= p} | {(81, 4), (82, 4), (83, 4), (61, 8), (94, 8)}):
            result["defaults"].append([engine, layers, stages, [end - start for start, end in call(layers, stages)]])
    for counts in ([18, 22, 22, 18], [3, 2, 1], [1, 5]):
        result["mlx"].append([counts, mlx(mlx_wheel, counts)])
    generator = random.Random(27)
    for _ in range(400):
        shares = [generator.choice([generator.randint(0, 60), round(generator.random() * 50, 2)]) for _ in range(generator.randint(1, 8))]
        if sum(shares) > 0:
            items = generator.randint(1, 200)
            result["llama.cpp"].append([shares, items, llama_cpp(shares, items)])
    lines = ",\n".join(f"{json.dumps(key)}: [\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "]"
                       for key, rows in result.items())
    OUT.write_text("{" + lines + "}\n")
    print({key: len(rows) for key, rows in result.items()})


if __name__ == "__main__":
    main()
