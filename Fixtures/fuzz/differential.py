"""differential.py PROGRAM COUNT SEED: the verdicts of PROGRAM (see HeaderVerdicts.swift) and of safetensors on COUNT files.

Files are those of Fixtures/safetensors, changed by a generator of the SEED. Where both accept, names, dtypes, shapes and
places must be equal. Where only safetensors accepts, the reason must be one of those in which this project is stricter on
purpose. Where only PROGRAM accepts, or a reason is another, the file is kept beside the message and the status is 1.
"""

import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import safetensors

# The reasons of SafetensorsError that say "stricter than the reference".
STRICTER = ("duplicateTensor", "integerTooLarge")
PIECES = [
    b'"', b"{", b"}", b"[", b"]", b":", b",", b"\\", b"\\u0000", b"\\ud800", b"\\udc00", b"\x00", b"\xff", b"\xc3\xa9",
    b"0", b"-0", b"1e3", b"1.0", b"18446744073709551615", b"18446744073709551616", b"9223372036854775807", b"null",
    b"true", b'"dtype"', b'"shape"', b'"data_offsets"', b'"F32"', b'"BF16"', b'"F4"', b'"__metadata__"', b"{}", b"[]",
    b" ", b"\n",
]


def change(bytes_, other, rng):
    at = rng.randrange(len(bytes_) + 1)
    end = min(len(bytes_), at + rng.randrange(17))
    kind = rng.randrange(7)
    if kind == 0 and at < len(bytes_):
        return bytes_[:at] + bytes([bytes_[at] ^ 1 << rng.randrange(8)]) + bytes_[at + 1 :]
    if kind == 1:
        return bytes_[:at] + bytes_[end:]
    if kind == 2:
        return bytes_[:at] + bytes_[at:end] + bytes_[at:]
    if kind == 3 and other:
        begin = rng.randrange(len(other))
        return bytes_[:at] + other[begin : begin + rng.randrange(48)] + bytes_[at:]
    if kind == 4:
        digit = [i for i, byte in enumerate(bytes_) if 48 <= byte <= 57]
        if digit:
            at = rng.choice(digit)
            return bytes_[:at] + str(rng.choice([0, 1, 2, 4, 8, 16, 32, rng.randrange(100)])).encode() + bytes_[at + 1 :]
    return bytes_[:at] + rng.choice(PIECES) + bytes_[at:]


def file_of(header, data, rng):
    """A file of this header; its length is right in most cases."""
    length = len(header) if rng.random() < 0.97 else max(0, len(header) + rng.randrange(-3, 4))
    return length.to_bytes(8, "little") + header + data


def reference(content):
    try:
        tensors = safetensors.deserialize(content)
    except safetensors.SafetensorError as error:
        return None, str(error)
    return sorted((name, info["dtype"], list(info["shape"]), len(info["data"])) for name, info in tensors), ""


def ours(line):
    parts = line.rstrip("\n").split("\t")
    if parts[0] == "-":
        return None, parts[1]
    tensors = []
    for part in parts[1:]:
        name, dtype, shape, begin, end = part.split(" ")
        dims = [int(d) for d in shape[1:-1].split(",") if d]
        tensors.append((bytes.fromhex(name).decode(), dtype, dims, int(end) - int(begin)))
    return sorted(tensors), ""


def repeats_name(content):
    """Whether a name occurs twice: safetensors keeps the last, and looks at no fault of the first."""
    found = []

    def pairs(items):
        found.append(len({key for key, _ in items}) < len(items))
        return dict(items)

    try:
        json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")], object_pairs_hook=pairs)
    except ValueError:
        return False
    return any(found)


def main():
    program, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    folder = pathlib.Path(__file__).parent.parent / "safetensors"
    seeds = []
    for path in sorted(folder.glob("*.safetensors")):
        content = path.read_bytes()
        length = int.from_bytes(content[:8], "little")
        if 0 < length <= len(content) - 8:
            seeds.append((content[8 : 8 + length], content[8 + length :]))
    # Most changes of a good file make a bad one, and hardly any of a bad one a good one.
    good = [pair for pair in seeds if reference(len(pair[0]).to_bytes(8, "little") + pair[0] + pair[1])[0] is not None]
    rng = random.Random(seed)
    counts, faults = collections.Counter(), 0
    child = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, errors="replace")
    with tempfile.TemporaryDirectory() as directory:
        path = os.path.join(directory, "x.safetensors")
        for number in range(count):
            (header, data), (other, _) = rng.choice(good if rng.random() < 0.8 else seeds), rng.choice(seeds)
            for _ in range(rng.choice((0, 1, 1, 1, 1, 2, 3))):
                header = change(header, other, rng)
            content = file_of(header, data, rng)
            with open(path, "wb") as file:
                file.write(content)
            child.stdin.write(path + "\n")
            child.stdin.flush()
            (theirs, why), (mine, reason) = reference(content), ours(child.stdout.readline())
            if theirs is not None and mine is not None:
                verdict = "both accept" if theirs == mine else "other tensors"
            elif theirs is None and mine is None:
                verdict = "both refuse"
            elif mine is None:
                verdict = "stricter on purpose" if reason in STRICTER or repeats_name(content) else "stricter"
            else:
                verdict = "more lenient"
            counts[verdict] += 1
            if verdict in ("other tensors", "stricter", "more lenient"):
                faults += 1
                kept = os.path.join(tempfile.gettempdir(), f"differential-{seed}-{number}.safetensors")
                pathlib.Path(kept).write_bytes(content)
                print(f"{verdict}: {kept}: {reason or why}")
    child.stdin.close()
    child.wait()
    print(f"safetensors {safetensors.__version__}, seed {seed}, {count} files: " + ", ".join(
        f"{counts[key]} {key}" for key in sorted(counts)))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
