"""Records how huggingface_hub lays out its cache (../../hub/caches.json), and which tensors it reads of
the same repositories from the hub (../../hub/tensors.json: {repository: [[name, dtype, shape], ...]}).

  python record_caches.py          (in a virtual environment with requirements.txt)

Small repositories are served by hub_server.py, downloaded by huggingface_hub, and the folders that it leaves (those of
ModelScope's clients are recorded by record_modelscope.py) are written down: {"NAME": {"client": .., "entries": {path: {"text": ..} | {"base64": ..} | {"link": ..}}}}.
Lock files, time stamps and pickles are left out.
"""
import base64, json, os, shutil, socket, struct, subprocess, sys, tempfile, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "hub" / "caches.json"
CONFIG = {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "dtype": "bfloat16", "hidden_size": 8,
          "intermediate_size": 16, "num_attention_heads": 2, "num_hidden_layers": 2, "num_key_value_heads": 2,
          "vocab_size": 32, "tie_word_embeddings": False}


def tensors():
    names = [("model.embed_tokens.weight", [32, 8])]
    for i in range(2):
        p = f"model.layers.{i}."
        names += [(p + "input_layernorm.weight", [8]), (p + "post_attention_layernorm.weight", [8])]
        names += [(p + f"self_attn.{n}_proj.weight", [8, 8]) for n in "qkvo"]
        names += [(p + "mlp.gate_proj.weight", [16, 8]), (p + "mlp.up_proj.weight", [16, 8]), (p + "mlp.down_proj.weight", [8, 16])]
    return names + [("model.norm.weight", [8]), ("lm_head.weight", [32, 8])]


def safetensors(part):
    header, at = {"__metadata__": {"format": "pt"}}, 0
    for name, shape in part:
        size = 2
        for side in shape:
            size *= side
        header[name] = {"dtype": "BF16", "shape": shape, "data_offsets": [at, at + size]}
        at += size
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    return struct.pack("<Q", len(text)) + text + bytes(at)


def repositories(root):
    """Writes the small repositories and returns their names."""
    names = "single", "sharded", "v1.5"
    for name in names:
        folder = root / "acme" / name
        folder.mkdir(parents=True)
        (folder / "config.json").write_text(json.dumps(CONFIG))
        rules = {"revisions": {"refs/pr/1": "1" * 40, "v1": "1" * 40}}
        if name == "sharded":
            rules["bulk"] = True
            files, whole = {}, tensors()
            for i in range(3):
                file = f"model-0000{i + 1}-of-00003.safetensors"
                (folder / file).write_bytes(safetensors(whole[i::3]))
                files |= {n: file for n, _ in whole[i::3]}
            (folder / "model.safetensors.index.json").write_text(json.dumps({"metadata": {}, "weight_map": files}))
            (folder / "half").mkdir()
            (folder / "half" / "config.json").write_text(json.dumps(CONFIG | {"num_hidden_layers": 1}))
            (folder / "half" / "model.safetensors").write_bytes(safetensors([t for t in whole if ".1." not in t[0]]))
        else:
            (folder / "model.safetensors").write_bytes(safetensors(tensors()))
        (folder / ".hub.json").write_text(json.dumps(rules))
    return [f"acme/{name}" for name in names]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def entries(root):
    found = {}
    for path in sorted(root.rglob("*")):
        name = path.relative_to(root).as_posix()
        if path.is_symlink():
            found[name] = {"link": os.readlink(path)}
        elif path.is_file() and not name.endswith((".lock", ".msc", ".mdl", ".metadata")) and "/.locks/" not in "/" + name:
            data = path.read_bytes()
            try:
                found[name] = {"text": data.decode()}
            except UnicodeDecodeError:
                found[name] = {"base64": base64.b64encode(data).decode()}
    return found


def client(code, **environment):
    subprocess.run([sys.executable, "-c", code], check=True, env={**os.environ, **environment}, stdout=subprocess.DEVNULL)


def main():
    scratch = Path(tempfile.mkdtemp())
    repositories(scratch / "root")
    ports = free_port(), free_port()
    server = subprocess.Popen([sys.executable, str(HERE / "hub_server.py"), str(scratch / "root"), "--port", str(ports[0]),
                               "--cdn-port", str(ports[1])])
    url = f"http://127.0.0.1:{ports[0]}"
    time.sleep(1)
    import huggingface_hub
    record, version = {}, f"huggingface_hub {huggingface_hub.__version__}"
    jobs = {
        "snapshot": "import huggingface_hub as h; h.snapshot_download('acme/sharded'); h.snapshot_download('acme/single')",
        "config alone": "import huggingface_hub as h; h.hf_hub_download('acme/sharded', 'config.json')",
        "some shards": "import huggingface_hub as h\n"
                       "for f in ('config.json', 'model.safetensors.index.json', 'model-00002-of-00003.safetensors'):\n"
                       "  h.hf_hub_download('acme/sharded', f)",
        "pull request": "import huggingface_hub as h\n"
                        "for f in ('config.json', 'model.safetensors'): h.hf_hub_download('acme/single', f, revision='refs/pr/1')",
        "subfolder": "import huggingface_hub as h\n"
                     "for f in ('config.json', 'model.safetensors'): h.hf_hub_download('acme/sharded', f, subfolder='half')",
        "known absence": "import huggingface_hub as h\n"
                         "h.hf_hub_download('acme/single', 'config.json')\n"
                         "for f in ('model.safetensors.index.json', 'other.safetensors'):\n"
                         "  try: h.hf_hub_download('acme/single', f)\n"
                         "  except h.errors.EntryNotFoundError: pass",
        "without links": "import huggingface_hub as h; h.snapshot_download('acme/single')",
    }
    try:
        for name, code in jobs.items():
            home = scratch / name.replace(" ", "-")
            more = {"HF_HUB_DISABLE_SYMLINKS": "1"} if name == "without links" else {}
            client(code, HF_HOME=str(home), HF_ENDPOINT=url, HF_HUB_DISABLE_XET="1", **more)
            record[name] = {"client": version, "entries": entries(home / "hub")}
        read = {}
        for name in ("acme/sharded", "acme/single"):
            metadata = huggingface_hub.HfApi(endpoint=url).get_safetensors_metadata(name)
            read[name] = sorted([n, t.dtype.value if hasattr(t.dtype, "value") else t.dtype, list(t.shape)]
                                for f in metadata.files_metadata.values() for n, t in f.tensors.items())
    finally:
        server.terminate()
    shutil.rmtree(scratch)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(json.dumps(record, indent=1) + "\n")
    (OUT.parent / "tensors.json").write_text(
        "{" + ",\n".join(json.dumps(k) + ": [\n" + ",\n".join(map(json.dumps, v)) + "]" for k, v in read.items()) + "}\n")
    print(f"{len(record)} caches, {sum(len(r['entries']) for r in record.values())} entries")


if __name__ == "__main__":
    main()
