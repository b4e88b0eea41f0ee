"""What the engines' own parsers make of our command lines and files (../../engines/parsed.json).

  python parse_commands.py vllm                    (in a virtual environment with requirements.txt)
  python parse_commands.py sglang FOLDER           (the same; FOLDER holds the unpacked wheel of SGLang 0.5.23)
  python parse_commands.py mistralrs               (in one with mistralrs 0.9.5 and PyYAML)

The lines are those of the golden files; parsers that need no GPU read them: `vllm serve`'s of 0.33.0, SGLang's
`ServerArgs.add_cli_args` of 0.5.23 (modules that are not installed and that it does not call are replaced), mistral.rs's
own reader of `-n` and of topologies, which reads them whole and then finds that its build has no GPU.
"""
import importlib.abc, importlib.machinery, json, os, re, shlex, sys, tempfile
from pathlib import Path
from unittest.mock import MagicMock

# Lines with options that stand in no golden file; a test makes our exports print them.
OPTIONS = {
    "vllm": {
        "options": "vllm serve acme/llama --dtype float16 --revision v1.0 --trust-remote-code",
        "options with ranks": "vllm serve acme/llama --dtype bfloat16 --revision refs/pr/1 --tensor-parallel-size 2 "
                              "--pipeline-parallel-size 2 --enable-expert-parallel",
        "single precision": "vllm serve acme/llama --dtype float32",
    },
    "sglang": {
        "options": "python -m sglang.launch_server --model-path acme/llama --dtype float16 --revision v1.0 --trust-remote-code",
        "options with ranks": "python -m sglang.launch_server --model-path acme/llama --dtype bfloat16 --revision refs/pr/1 "
                              "--tp-size 2 --pp-size 2 --ep-size 2",
        "single precision": "python -m sglang.launch_server --model-path acme/llama --dtype float32",
    },
}
GOLDEN = Path(__file__).resolve().parent.parent.parent / "golden"
OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "parsed.json"


def output(name):
    text = (GOLDEN / f"{name}.txt").read_text().split("--- stdout\n")[1]
    return text[:text.index("--- ")]


def commands(name):
    """The lines of a golden file that are no comments, each without the variables before it: a command for each machine."""
    lines = [line for line in output(name).splitlines() if line and not line.startswith("#")]
    for machine, line in enumerate(lines):
        words = shlex.split(line)
        while re.match(r"[A-Z_]+=", words[0]):
            words.pop(0)
        yield f"{name}, machine {machine}" if machine else name, words


def command(name):
    """The words of the one command of a golden file."""
    ((_, words),) = commands(name)
    return words


def vllm():
    os.environ |= {"VLLM_TARGET_DEVICE": "cpu", "VLLM_LOGGING_LEVEL": "ERROR", "VLLM_NO_USAGE_STATS": "1"}
    import vllm.platforms as platforms
    from vllm.platforms.cpu import CpuPlatform
    platforms.current_platform = platforms._current_platform = CpuPlatform()
    from vllm.entrypoints.common.cli_args import make_arg_parser
    from vllm.utils.argparse_utils import FlexibleArgumentParser
    parser = make_arg_parser(FlexibleArgumentParser())
    for name in sorted(path.stem for path in GOLDEN.glob("*export*.txt") if "vllm serve" in path.read_text()):
        for row, words in commands(name):
            assert words[:2] == ["vllm", "serve"]
            yield row, vllm_row(parser, words)
    for name, line in OPTIONS["vllm"].items():
        yield name, vllm_row(parser, line.split())


def vllm_row(parser, words):
    found = parser.parse_args(words[2:])
    return {"words": words, "model": found.model_tag if getattr(found, "model_tag", None) else found.model,
            "tensor": found.tensor_parallel_size, "stages": found.pipeline_parallel_size,
            "experts": bool(found.enable_expert_parallel), "dtype": str(found.dtype), "revision": found.revision,
            "code": found.trust_remote_code, "machines": found.nnodes, "machine": found.node_rank}


class Absent(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Modules that are not installed and that no parser calls."""
    def find_spec(self, name, path, target=None):
        known = name.split(".")[0] in ("triton", "IPython")
        return importlib.machinery.ModuleSpec(name, self, is_package=True) if known else None

    def create_module(self, spec):
        module = MagicMock(name=spec.name)
        module.__path__, module.__spec__, module.__name__ = [], spec, spec.name
        return module

    def exec_module(self, module):
        pass


def sglang(folder):
    import argparse
    sys.path.insert(0, folder)
    sys.meta_path.append(Absent())
    from sglang.srt.server_args import ServerArgs
    parser = argparse.ArgumentParser()
    ServerArgs.add_cli_args(parser)
    for name in sorted(path.stem for path in GOLDEN.glob("*export*.txt") if "sglang.launch_server" in path.read_text()):
        for row, words in commands(name):
            assert words[:3] == ["python", "-m", "sglang.launch_server"]
            yield row, sglang_row(parser, words)
    for name, line in OPTIONS["sglang"].items():
        yield name, sglang_row(parser, line.split())


def sglang_row(parser, words):
    found = parser.parse_args(words[3:])
    return {"words": words, "model": found.model_path, "tensor": found.tp_size, "stages": found.pp_size,
            "experts": found.ep_size > 1, "dtype": found.dtype, "revision": found.revision, "code": found.trust_remote_code,
            "machines": found.nnodes, "machine": found.node_rank}


def mistralrs():
    import mistralrs as engine
    import yaml
    folder = Path(tempfile.mkdtemp())
    (folder / "config.json").write_text("{}")

    def verdict(**more):
        layers = more.pop("layers", None)
        try:
            engine.Runner(which=engine.Which.Plain(model_id=str(folder), **more), num_device_layers=layers)
        except BaseException as error:
            return str(error).splitlines()[0].split(" in local model directory")[0]

    for name in sorted(path.stem for path in GOLDEN.glob("*export*.txt") if "mistralrs" in path.stem):
        text = output(name)
        if "cuda[" in text or "device:" in text:
            rows = yaml.safe_load(text)
            (folder / "topology.yml").write_text(text)
            host = re.sub(r"cuda\[\d+\]", "cpu", text)
            (folder / "host.yml").write_text(host)
            yield name, {"devices": [[key, row["device"]] for key, row in rows.items()],
                         "verdict": verdict(topology=str(folder / "topology.yml")),
                         "on_cpu": verdict(topology=str(folder / "host.yml"))}
        elif "mistralrs serve" in text:
            words = command(name)
            layers = words[words.index("-n") + 1]
            yield name, {"words": words, "layers": layers, "verdict": verdict(layers=layers.split(";"))}
    yield "not a device", {"verdict": verdict(topology=write(folder, '0-18: {device: "cuda0"}\n'))}
    yield "not a range", {"verdict": verdict(topology=write(folder, '5-2: {device: "cpu"}\n'))}
    yield "no layers", {"verdict": verdict(layers=["0=1"])}


def write(folder, text):
    (folder / "wrong.yml").write_text(text)
    return str(folder / "wrong.yml")


def main():
    engine, rest = sys.argv[1], sys.argv[2:]
    known = json.loads(OUT.read_text()) if OUT.exists() else {}
    known[engine] = dict({"vllm": vllm, "sglang": sglang, "mistralrs": mistralrs}[engine](*rest))
    OUT.write_text("{" + ",\n".join(f"{json.dumps(key)}: {{\n" + ",\n".join(f"{json.dumps(k)}: {json.dumps(v)}" for k, v in known[key].items()) + "}"
                                    for key in sorted(known)) + "}\n")
    print(engine, known[engine])


if __name__ == "__main__":
    main()
