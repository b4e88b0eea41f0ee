"""The compact, lossless spelling of recorded placements, module trees and tensor lists.

Ranges. A path component `{a-b}` stands for the numbers a, a+1, ..., b, each a component of its own.

Device maps. An object from module path to device; a path holds at most one range, and the entry stands for one entry a
number, in ascending order: `{"model.layers.{0-2}": 0}` is `{"model.layers.0": 0, "model.layers.1": 0, "model.layers.2": 0}`.

Trees. A node is `[name, class, bytes]` or `[name, class, bytes, [child, ...]]`, in definition order; `bytes` counts the
node with all its descendants. A node whose name is a range stands for that many siblings that differ in nothing but
their name; expanding it gives each its own copy of the children.

Tensors. Nested objects keyed by path component; a leaf is `"DTYPE[d0,d1]"` with the safetensors name of the dtype.
A key that is a range stands for equal entries under each number. A tensor whose path is also a prefix of another
tensor's path has the leaf under the empty key.
"""
import json
import re

RANGE = re.compile(r"\{(\d+)-(\d+)\}")


def expand_key(key):
    """All keys that one key with at most one range stands for."""
    m = RANGE.search(key)
    if not m:
        return [key]
    return [key[:m.start()] + str(i) + key[m.end():] for i in range(int(m[1]), int(m[2]) + 1)]


def pack_map(device_map):
    """Joins consecutive entries that differ in one number by one and share their device."""
    out = []
    for key, device in device_map.items():
        parts = key.split(".")
        if out and out[-1]["device"] == device and len(out[-1]["parts"]) == len(parts):
            last = out[-1]
            at = [i for i, (a, b) in enumerate(zip(last["parts"], parts)) if a != b]
            if len(at) == 1 and parts[at[0]].isdigit() and str(int(parts[at[0]])) == parts[at[0]]:
                i, n = at[0], int(parts[at[0]])
                if last["at"] in (None, i) and last["parts"][i].isdigit() and last["end"](i) == n - 1:
                    last["at"], last["to"] = i, n
                    continue
        entry = {"parts": parts, "device": device, "at": None, "to": None}
        entry["end"] = lambda i, e=entry: e["to"] if e["at"] is not None else int(e["parts"][i])
        out.append(entry)
    packed = {}
    for e in out:
        parts = list(e["parts"])
        if e["at"] is not None:
            parts[e["at"]] = "{%s-%d}" % (parts[e["at"]], e["to"])
        packed[".".join(parts)] = e["device"]
    assert unpack_map(packed) == device_map and list(unpack_map(packed)) == list(device_map), device_map
    return packed


def unpack_map(packed):
    return {k: d for key, d in packed.items() for k in expand_key(key)}


def pack_tree(nodes):
    """nodes: [(path, class, bytes)] in pre-order, without the root. Returns the list of top-level nodes."""
    top, stack = [], []
    for path, cls, size in nodes:
        name = path.rsplit(".", 1)[-1]
        node = [name, cls, size, []]
        while stack and not path.startswith(stack[-1][0] + "."):
            stack.pop()
        (stack[-1][1][3] if stack else top).append(node)
        stack.append((path, node))

    def fold(children):
        folded = []
        for name, cls, size, below in children:
            rest = [cls, size] + ([fold(below)] if below else [])
            if folded and name.isdigit() and folded[-1][1:] == rest:
                m = RANGE.fullmatch(folded[-1][0])
                first, last = (int(m[1]), int(m[2])) if m else (folded[-1][0], folded[-1][0])
                if str(last).isdigit() and int(name) == int(last) + 1 and str(int(name)) == name:
                    folded[-1][0] = "{%s-%s}" % (first, name)
                    continue
            folded.append([name] + rest)
        return folded

    packed = fold(top)
    assert list(unpack_tree(packed)) == [tuple(n) for n in nodes]
    return packed


def unpack_tree(packed, prefix=""):
    for name, cls, size, *below in packed:
        for one in expand_key(name):
            path = prefix + one
            yield (path, cls, size)
            yield from unpack_tree(below[0] if below else [], path + ".")


def pack_tensors(tensors):
    """tensors: {path: text}. Returns nested objects with ranges; the order of siblings is that of their first tensor."""
    root = {}
    for path, text in tensors.items():
        at = root
        *lead, last = path.split(".")
        for part in lead:
            nxt = at.setdefault(part, {})
            if not isinstance(nxt, dict):
                nxt = at[part] = {"": nxt}
            at = nxt
        if isinstance(at.get(last), dict):
            at[last][""] = text
        else:
            at[last] = text

    def fold(node):
        if not isinstance(node, dict):
            return node
        numbered = all(k.isdigit() and str(int(k)) == k for k in node)
        keys = sorted(node, key=int) if numbered else list(node)
        out = []
        for key in keys:
            value = fold(node[key])
            if numbered and out and out[-1][2] == value and out[-1][1] == int(key) - 1:
                out[-1][1] = int(key)
                continue
            out.append([key, int(key) if numbered else None, value])
        return {(k if not numbered or int(k) == last else "{%s-%d}" % (k, last)): v for k, last, v in out}

    packed = fold(root)
    assert unpack_tensors(packed) == tensors
    return packed


def unpack_tensors(packed, prefix=""):
    out = {}
    for key, value in packed.items():
        for one in expand_key(key):
            path = prefix + one if one else prefix[:-1]
            if isinstance(value, dict):
                out.update(unpack_tensors(value, path + "."))
            else:
                out[path] = value
    return out


def dump(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
