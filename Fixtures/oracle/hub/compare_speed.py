"""How long it takes to read the headers of a checkpoint of 163 files from a hub: device-map, huggingface_hub, hf-mem.

  python compare_speed.py PATH/TO/device-map [RUNS]      (in a virtual environment with requirements.txt)

hub_server.py stands in for the hub, on this machine, with 30 ms before each answer and 30 ms for each connection. The
checkpoint is one of DeepSeek-V3's shape (90 000 tensors), of which the files are sparse. The clients take turns; the best
of RUNS (3) is printed, each with a cache of its own that is empty before.

Before that the tensors that device-map reads of every repository (this one and the small ones of record_caches.py) are
compared with those of huggingface_hub's get_safetensors_metadata.
"""
import json, math, os, shutil, socket, struct, subprocess, sys, tempfile, time
from pathlib import Path

os.environ["HF_HUB_DISABLE_PROGRESS_BARS"] = "1"
from record_caches import repositories

HERE = Path(__file__).resolve().parent
LATENCY = CONNECT = 30


def tensors(config):
    h, q, kv = config["hidden_size"], config["q_lora_rank"], config["kv_lora_rank"]
    heads, rope, nope, v = (config[k] for k in ("num_attention_heads", "qk_rope_head_dim", "qk_nope_head_dim", "v_head_dim"))
    vocab, moe, dense = config["vocab_size"], config["moe_intermediate_size"], config["intermediate_size"]

    def packed(name, rows, columns):
        return [(name + ".weight", "F8_E4M3", [rows, columns]),
                (name + ".weight_scale_inv", "F32", [-(-rows // 128), -(-columns // 128)])]

    def mlp(p, size):
        return packed(p + "gate_proj", size, h) + packed(p + "up_proj", size, h) + packed(p + "down_proj", h, size)

    yield from [("model.embed_tokens.weight", "BF16", [vocab, h]), ("lm_head.weight", "BF16", [vocab, h]),
                ("model.norm.weight", "BF16", [h])]
    for i in range(config["num_hidden_layers"]):
        p = f"model.layers.{i}."
        yield from [(p + "input_layernorm.weight", "BF16", [h]), (p + "post_attention_layernorm.weight", "BF16", [h]),
                    (p + "self_attn.q_a_layernorm.weight", "BF16", [q]), (p + "self_attn.kv_a_layernorm.weight", "BF16", [kv])]
        yield from packed(p + "self_attn.q_a_proj", q, h) + packed(p + "self_attn.q_b_proj", heads * (nope + rope), q)
        yield from packed(p + "self_attn.kv_a_proj_with_mqa", kv + rope, h) + packed(p + "self_attn.kv_b_proj", heads * (nope + v), kv)
        yield from packed(p + "self_attn.o_proj", h, heads * v)
        if i < config["first_k_dense_replace"]:
            yield from mlp(p + "mlp.", dense)
            continue
        yield from [(p + "mlp.gate.weight", "BF16", [config["n_routed_experts"], h]),
                    (p + "mlp.gate.e_score_correction_bias", "F32", [config["n_routed_experts"]])]
        for e in range(config["n_routed_experts"]):
            yield from mlp(p + f"mlp.experts.{e}.", moe)
        yield from mlp(p + "mlp.shared_experts.", moe * config["n_shared_experts"])


BYTES = {"F8_E4M3": 1, "BF16": 2, "F32": 4}


def build(root, files=163):
    config = json.loads((HERE.parent.parent / "plans" / "deepseek-v3.json").read_text())["config"]
    config["quantization_config"] = {"quant_method": "fp8", "fmt": "e4m3", "weight_block_size": [128, 128], "activation_scheme": "dynamic"}
    everything = list(tensors(config))
    for repository, bulk in (("big/bulk", True), ("big/ranges", False)):
        folder = root / repository
        folder.mkdir(parents=True)
        (folder / "config.json").write_text(json.dumps(config))
        (folder / ".hub.json").write_text(json.dumps({"bulk": bulk}))
        names = {}
        for i in range(files):
            part, header, at = everything[i * len(everything) // files:(i + 1) * len(everything) // files], {}, 0
            for name, dtype, shape in part:
                size = BYTES[dtype]
                for side in shape:
                    size *= side
                header[name], at = {"dtype": dtype, "shape": shape, "data_offsets": [at, at + size]}, at + size
                names[name] = f"model-{i + 1:05}-of-{files:05}.safetensors"
            text = json.dumps(header, separators=(",", ":")).encode()
            text += b" " * (-len(text) % 8)
            with open(folder / f"model-{i + 1:05}-of-{files:05}.safetensors", "wb") as f:
                f.write(struct.pack("<Q", len(text)) + text)
                f.truncate(8 + len(text) + at)
        (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": names}))
    return len(everything)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def timed(command, environment):
    start = time.perf_counter()
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode > 1:
        raise SystemExit(f"{command[:3]}: {done.stderr[-2000:]}")
    return seconds


def least(files, at_once=32):
    """Milliseconds that no client can do without that asks for each file, so many at a time: for the list of files and the
    config (a connection, the answer, the answer behind its redirect), then for the files one after the other (two answers
    each, a connection to the hub and one to the host of the data)."""
    return CONNECT + 2 * LATENCY + 2 * CONNECT + math.ceil(files / at_once) * 2 * LATENCY


def kept_tensors(cache):
    """{file: {tensor: [dtype, shape]}} of the headers that device-map kept; they are what it planned from."""
    (path,) = cache.rglob("*.headers")
    data = path.read_bytes()
    start = data.index(b"\n", data.index(b"\n") + 1) + 1
    said = json.loads(data[data.index(b"\n") + 1:start])
    start += sum(length for _, length in said["texts"])
    found = {}
    for name, length, _ in said["headers"]:
        header = json.loads(data[start:start + length])
        header.pop("__metadata__", None)
        found[name] = {tensor: [of["dtype"], of["shape"]] for tensor, of in header.items()}
        start += length
    return found


def compare_tensors(program, url, scratch, repositories):
    import huggingface_hub
    for repository in repositories:
        home = scratch / "tensors" / repository.replace("/", "-")
        done = subprocess.run([program, "tree", repository], capture_output=True, text=True, env={
            **os.environ, "HF_ENDPOINT": url, "HOME": str(home), "HF_HOME": str(home / "hf"), "XDG_CACHE_HOME": str(home / "cache")})
        if done.returncode:
            raise SystemExit(done.stderr)
        metadata = huggingface_hub.HfApi(endpoint=url).get_safetensors_metadata(repository)
        expected = {file: {name: [getattr(t.dtype, "value", t.dtype), list(t.shape)] for name, t in part.tensors.items()}
                    for file, part in metadata.files_metadata.items()}
        found = kept_tensors(home / "cache")
        if found != expected:
            raise SystemExit(f"{repository}: other tensors than get_safetensors_metadata")
        print(f"{repository}: the same {sum(map(len, found.values()))} tensors in {len(found)} files as get_safetensors_metadata")


def main():
    program, runs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    scratch = Path(tempfile.mkdtemp())
    count = build(scratch / "root")
    small = repositories(scratch / "root")
    ports = free_port(), free_port()
    server = subprocess.Popen([sys.executable, str(HERE / "hub_server.py"), str(scratch / "root"), "--port", str(ports[0]),
                               "--cdn-port", str(ports[1]), "--latency-ms", str(LATENCY), "--connect-ms", str(CONNECT)])
    url = f"http://127.0.0.1:{ports[0]}"
    # hf-mem knows one hub alone.
    import hf_mem
    copy = scratch / "hf_mem"
    shutil.copytree(Path(hf_mem.__file__).parent, copy)
    for file in copy.rglob("*.py"):
        file.write_text(file.read_text().replace("https://huggingface.co", url))
    plan = ["--max-memory", "0=80GiB,1=80GiB,2=80GiB,3=80GiB,4=80GiB,5=80GiB,6=80GiB,7=80GiB,cpu=500GiB"]
    headers = "import huggingface_hub as h; m = h.HfApi().get_safetensors_metadata('big/ranges'); assert len(m.files_metadata) == 163"
    clients = {
        "device-map plan, one request for all headers": ([program, "plan", "big/bulk", *plan], {}),
        "device-map plan, a request for each file": ([program, "plan", "big/ranges", *plan], {}),
        "device-map plan, headers kept from before": ([program, "plan", "big/ranges", *plan], None),
        "huggingface_hub get_safetensors_metadata": ([sys.executable, "-c", headers], {}),
        "hf-mem": ([sys.executable, "-c", "from hf_mem.cli import main; main()", "--model-id", "big/ranges"], {"PYTHONPATH": str(scratch)}),
    }
    best = {}
    try:
        time.sleep(1)
        compare_tensors(program, url, scratch, ["big/bulk", "big/ranges"] + small)
        for attempt in range(runs):
            kept = scratch / f"kept-{attempt}"
            for name, (command, more) in clients.items():
                home = kept if more is None or "each file" in name else scratch / f"home-{attempt}-{len(name)}"
                seconds = timed(command, {"HF_ENDPOINT": url, "HOME": str(home), "HF_HOME": str(home / "hf"),
                                          "XDG_CACHE_HOME": str(home / "cache"), **(more or {})})
                best[name] = min(seconds, best.get(name, 1e9))
    finally:
        server.terminate()
        shutil.rmtree(scratch)
    print(f"163 files, {count} tensors, {LATENCY} ms an answer, {CONNECT} ms a connection; best of {runs}")
    print(f"{'no client that asks for each file, 32 at a time':48} {least(163):8.0f} ms at least")
    for name, seconds in best.items():
        print(f"{name:48} {seconds * 1000:8.0f} ms")
    names = list(best)
    for ours in names[:2]:
        print(f"{ours:48} " + ", ".join(f"{best[other] / best[ours]:.1f} times as fast as {other}" for other in names[3:]))


if __name__ == "__main__":
    main()
