"""Records how ModelScope's clients lay out their caches (../../hub/modelscope.json, as caches.json of record_caches.py).

  python record_modelscope.py VENVS      (VENVS/1.9.5/bin/python and so on; those that are missing are made, with pip)

modelscope_server.py serves a small model of which the name has a dot. Clients before 1.40 speak https alone: the host of
this machine is asked by http instead. Each downloads it where MODELSCOPE_CACHE says and where it goes without; the newest
also a tag, and the config alone. Locks, pickles and what is no model are left out.
"""
import json, os, shutil, subprocess, sys, tempfile, time
from pathlib import Path

from record_caches import CONFIG, entries, free_port, safetensors, tensors

HERE = Path(__file__).resolve().parent
OUT = HERE.parent.parent / "hub" / "modelscope.json"
VERSIONS = ["1.9.5", "1.18.1", "1.30.0", "1.40.2"]
CLIENT = """
import requests
whole = requests.sessions.Session.request
def plain(self, method, url, *rest, **more):
  return whole(self, method, url.replace("https://127.0.0.1", "http://127.0.0.1"), *rest, **more)
requests.sessions.Session.request = plain
from modelscope.hub.snapshot_download import snapshot_download
from modelscope.hub.file_download import model_file_download
"""
WHOLE = "snapshot_download('acme/v1.5')"


def python(venvs, version):
    path = venvs / version / "bin" / "python"
    if not path.exists():
        subprocess.run([sys.executable, "-m", "venv", str(venvs / version)], check=True)
        subprocess.run([str(path), "-m", "pip", "install", "-q", f"modelscope=={version}", "setuptools"]
                       + (["modelscope_hub==0.5.1"] if version == "1.40.2" else []), check=True)
    return str(path)


def relative(found, root):
    """Links within the cache, which some clients write with their whole path, as they are seen from the link."""
    for path, entry in found.items():
        if entry.get("link", "").startswith(str(root) + "/"):
            entry["link"] = os.path.relpath(entry["link"], (root / path).parent)
    return found


def main():
    venvs = Path(sys.argv[1]).resolve()
    scratch = Path(tempfile.mkdtemp()).resolve()
    folder = scratch / "root" / "acme" / "v1.5"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text(json.dumps(CONFIG))
    (folder / "model.safetensors").write_bytes(safetensors(tensors()))
    port = free_port()
    server = subprocess.Popen([sys.executable, str(HERE / "modelscope_server.py"), str(scratch / "root"), str(port)])
    time.sleep(1)
    jobs = [(f"{v} {how}", v, how, WHOLE) for v in VERSIONS for how in ("variable", "usual")]
    jobs += [("1.40.2 tag", "1.40.2", "variable", "snapshot_download('acme/v1.5', revision='v1')"),
             ("1.40.2 config alone", "1.40.2", "variable", "model_file_download('acme/v1.5', 'config.json')")]
    record = {}
    try:
        for name, version, how, code in jobs:
            home = scratch / name.replace(" ", "-")
            cache = home / "cache" if how == "variable" else home / ".cache" / "modelscope"
            more = {"MODELSCOPE_CACHE": str(cache)} if how == "variable" else {}
            subprocess.run([python(venvs, version), "-c", CLIENT + code], check=True, stdout=subprocess.DEVNULL, env={
                **os.environ, "HOME": str(home), "MODELSCOPE_ENDPOINT": f"http://127.0.0.1:{port}",
                "MODELSCOPE_DOMAIN": f"127.0.0.1:{port}", **more})
            found = {path: entry for path, entry in relative(entries(cache), cache).items()
                     if "acme" in path and ".lock" not in path}
            record[name] = {"client": f"modelscope {version}", "entries": found}
    finally:
        server.terminate()
    shutil.rmtree(scratch)
    OUT.write_text(json.dumps(record, indent=1) + "\n")
    print(f"{len(record)} caches, {sum(len(r['entries']) for r in record.values())} entries")


if __name__ == "__main__":
    main()
