"""Adds the model types that were recorded anew to the text, and leaves what stands there as it is.

    python append.py bodies.json peaks.txt [MODEL_TYPE ..]

`write.py` writes the whole text anew, with all that is known of how to write it; what was worked out by hand since would be
lost. A type that shares a body which the text has joins the head of its block, others get a block at the end.
"""
import json
import pathlib
import sys

from chunks import CHUNKS
from write import lines_of


def kinds_of(lines): return {kind for line in lines if line.startswith("peaks ") for kind in line.split()[1:]}


def marked(lines):
    """The lines with those of `exact.txt` named, as `write.py` names them."""
    exact, out = {tuple(line.split()) for line in pathlib.Path("exact.txt").read_text().splitlines()}, []
    decoding = {kind for head, line in zip(lines, lines[1:]) if head.startswith("peaks ") and line == "  variant is_decoder" for kind in head.split()[1:]}
    for index, line in enumerate(lines):
        if line.startswith("  checked "): continue
        out.append(line)
        start = index - 1 if line.startswith("  variant ") else index
        is_head = line.startswith("  variant ") or line.startswith("peaks ") and not lines[index + 1].startswith("  variant ")
        if not is_head: continue
        for way in ("grouped", "unshared", "single"):
            # Of those that decode or not the ones that do were measured.
            kinds = [kind for kind in lines[start].split()[1:] if (kind, way) in exact and (line.startswith("  variant ") or kind not in decoding)]
            if kinds: out.append(f"  checked {way} {' '.join(kinds)}")
    return out


def main():
    path, text, *wanted = sys.argv[1:]
    with open(path) as file: bodies = json.load(file)["bodies"]
    with open(text) as file: lines = file.read().rstrip("\n").split("\n")
    known = kinds_of(lines)
    for body in bodies:
        new = [kind for kind in body["kinds"] if kind not in known and (not wanted or kind in wanted)]
        if not new or not body["forms"]: continue
        other = next((kind for kind in body["kinds"] if kind in known), None)
        if other:
            at = next(index for index, line in enumerate(lines) if line.startswith("peaks ") and other in line.split()[1:])
            lines[at] += " " + " ".join(new)
        else:
            lines += [f"peaks {' '.join(new)}", *([f"  variant {body['variant']}"] if body.get("variant") else [])]
            lines += lines_of(body, next((CHUNKS[kind] for kind in new if kind in CHUNKS), None))
        print(*new, f"as {other}" if other else "of their own")
    with open(text, "w") as file: file.write("\n".join(marked(lines)) + "\n")


if __name__ == "__main__": main()
