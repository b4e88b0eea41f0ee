"""A stand-in for ModelScope that its clients from 1.9 to 1.40 accept: folders ROOT/ORG/NAME are served as models.

  python modelscope_server.py ROOT PORT
"""
import hashlib, http.server, json, sys, urllib.parse
from pathlib import Path


def files(folder):
    rows = []
    for path in sorted(p for p in folder.rglob("*") if not p.name.startswith(".")):
        row = {"Path": path.relative_to(folder).as_posix(), "Name": path.name, "Revision": "1" * 40,
               "CommittedDate": 1700000000, "Mode": "33188", "InCheck": False}
        if path.is_dir():
            rows.append(row | {"Type": "tree", "Size": 0, "Sha256": "", "IsLFS": False})
        else:
            data = path.read_bytes()
            rows.append(row | {"Type": "blob", "Size": len(data), "Sha256": hashlib.sha256(data).hexdigest(),
                               "IsLFS": path.suffix == ".safetensors"})
    return rows


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    root = Path()

    def log_message(self, *_):
        pass

    def answer(self, status, body, headers={}):
        if isinstance(body, dict):
            body = json.dumps(body).encode()
        self.send_response(status)
        for key, value in ({"Content-Length": str(len(body)), "ETag": '"x"'} | headers).items():
            self.send_header(key, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def data(self, data):
        self.answer(200, {"Code": 200, "Success": True, "Data": data})

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(url.query))
        parts = url.path.strip("/").split("/")
        folder = self.root.joinpath(*parts[3:5])
        if parts[:3] != ["api", "v1", "models"] or len(parts) < 5 or not folder.is_dir():
            return self.answer(404, {"Code": 404, "Success": False, "Message": "not found"})
        match parts[5:]:
            case []: self.data({"Name": parts[4], "Path": parts[3]})
            case ["revisions"]:
                revisions = [{"Revision": "v1", "CreatedAt": 1700000000}]
                self.data({"RevisionMap": {"Branches": [{"Revision": "master", "CreatedAt": 1700000000}], "Tags": revisions}})
            case ["repo", "files"]: self.data({"Files": files(folder), "LatestCommitter": {}})
            case ["repo"]:
                body, wanted = (folder / query["FilePath"]).read_bytes(), self.headers.get("Range")
                if not wanted:
                    return self.answer(200, body)
                first, last = wanted.removeprefix("bytes=").split("-")
                part = body[int(first):int(last or len(body) - 1) + 1]
                self.answer(206, part, {"Content-Range": f"bytes {first}-{int(first) + len(part) - 1}/{len(body)}"})
            case _: self.answer(404, {"Code": 404, "Success": False, "Message": "not found"})

    do_HEAD = do_GET

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.answer(404, {"Code": 404, "Success": False, "Message": "not found"})


if __name__ == "__main__":
    Handler.root = Path(sys.argv[1])
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()
