"""What a built model says that `device-map tree --json` has to print, and asking it."""

import collections
import functools
import json
import re
import struct
import subprocess

SAFETENSORS = {
    "float64": "F64",
    "float32": "F32",
    "float16": "F16",
    "bfloat16": "BF16",
    "int64": "I64",
    "int32": "I32",
    "int16": "I16",
    "int8": "I8",
    "uint8": "U8",
    "bool": "BOOL",
    "float8_e4m3fn": "F8_E4M3",
    "complex64": "C64",
}
BITS = {
    "F64": 64,
    "F32": 32,
    "F16": 16,
    "BF16": 16,
    "I64": 64,
    "I32": 32,
    "I16": 16,
    "I8": 8,
    "U8": 8,
    "BOOL": 8,
    "F8_E4M3": 8,
    "C64": 64,
}
CATEGORIES = (
    ("decoder-only ForCausalLM", ("ForCausalLM", "LMHeadModel", "LMHead")),
    ("ForConditionalGeneration", ("ForConditionalGeneration",)),
    (
        "text heads",
        (
            "ForSequenceClassification",
            "ForTokenClassification",
            "ForQuestionAnswering",
            "ForMaskedLM",
            "ForMultipleChoice",
            "ForNextSentencePrediction",
            "ForPreTraining",
            "QuestionAnsweringSimple",
            "ForMultipleChoice",
        ),
    ),
    (
        "vision heads",
        (
            "ImageClassification",
            "ObjectDetection",
            "Segmentation",
            "DepthEstimation",
            "MaskedImageModeling",
            "VideoClassification",
            "ImageMatting",
            "PoseEstimation",
            "KeypointDetection",
            "KeypointMatching",
            "ForImageSuperResolution",
            "ForImageToImage",
            "ForTextRecognition",
            "ForTableRecognition",
            "ConvProcessing",
            "Fourier",
            "Learned",
            "WithTeacher",
            "NormalEstimation",
            "PointmapEstimation",
            "ImageMatching",
        ),
    ),
    (
        "audio heads",
        (
            "AudioClassification",
            "AudioFrameClassification",
            "XVector",
            "CTC",
            "SpeechSeq2Seq",
            "ToSpeech",
            "TextToSpectrogram",
            "TextToWaveform",
            "RNNT",
            "TDT",
        ),
    ),
    ("base models and backbones", ("Model", "Backbone", "Encoder", "Decoder")),
)


def category(name):
    for label, ends in CATEGORIES:
        if name.endswith(ends):
            return label
    return "other"


# ------------------------------------------------------------------ the true answer
def template(path):
    return re.sub(r"(^|(?<=\.))\d+(?=\.|$)", "#", path)


def dropping(same, exactly):
    """Whether a path lies in a module that is an earlier module's object; of another config's
    objects the numbers do not count."""
    if exactly:
        return (
            lambda path: any(
                path[:n] in same for n in [*(i for i, c in enumerate(path) if c == "."), len(path)]
            )
            if same
            else False
        )
    patterns, firsts = {template(p) for p in same}, set(same.values())

    def drop(path):
        parts = template(path).split(".")
        own = path.split(".")
        return any(
            ".".join(parts[:n]) in patterns and ".".join(own[:n]) not in firsts
            for n in range(1, len(parts) + 1)
        )

    return drop if patterns else lambda path: False


def truth(tree, same):
    """What `tree --json` has to print, and the tensors of a file in the model's own names."""
    drop, tied = dropping(tree.get("same", same), "same" in tree), tree["tied"]
    own, tensors, names = collections.Counter(), {}, set()
    for name, shape, dtype, *kept in [(*p, True) for p in tree["parameters"]] + tree["buffers"]:
        names.add(name)
        path = name.rpartition(".")[0]
        if name in tied or drop(path):
            continue
        bits = BITS[SAFETENSORS[dtype]]
        for n in shape:
            bits *= n
        if kept[0]:
            tensors[name] = (shape, dtype)
        own[path] += bits // 8
    sizes = own.copy()
    for path, _ in reversed(tree["modules"]):  # what is below a module comes after it
        if path and path in sizes:
            sizes[path.rpartition(".")[0]] += sizes[path]
    groups = {}
    for a, b in tied.items():
        if a in names and b in names and a != b and not drop(a.rpartition(".")[0]):
            groups.setdefault(b, {b}).add(a)
    return dict(
        total=sizes[""],
        no_split=sorted(tree["no_split"]),
        tied=sorted(sorted(g) for g in groups.values()),
        modules=[[p, c, sizes[p]] for p, c in tree["modules"] if p and not drop(p)],
    ), tensors


def difference(want, got):
    """(kind, text) of the first difference, or None; kind is wrong or sizes."""
    ours = [[m["name"], m["class"], m["bytes"]] for m in got["modules"]]
    if [m[:2] for m in ours] != [m[:2] for m in want["modules"]]:
        for x, y in zip(want["modules"], ours):
            if x[:2] != y[:2]:
                return "wrong", f"{x[0]} {x[1]} in the model, {y[0]} {y[1]} in the tree"
        n = min(len(ours), len(want["modules"]))
        return "wrong", f"only in the tree: {ours[n][:2]}" if len(
            ours
        ) > n else f"only in the model: {want['modules'][n][:2]}"
    if sorted(got["no_split"]) != want["no_split"]:
        return "wrong", f"no-split: {want['no_split']} in the model, {got['no_split']} in the tree"
    tied = sorted(sorted(g) for g in got["tied"])
    if tied != want["tied"]:
        return "wrong", f"tied: {str(want['tied'])[:70]} in the model, {str(tied)[:70]} in the tree"
    for x, y in zip(want["modules"], ours):
        if x[2] != y[2] and not any(
            z[0].startswith(x[0] + ".") and z[2] != w[2] for z, w in zip(want["modules"], ours)
        ):
            return "sizes", f"{x[0]} ({x[1]}): {x[2]} bytes in the model, {y[2]} in the tree"
    if got["total_bytes"] != want["total"]:
        return "sizes", f"the model's own: {want['total']} bytes, {got['total_bytes']} in the tree"
    return None


# ------------------------------------------------------------------ asking device-map
def write_header(path, tensors):
    header, end = {}, 0
    for name, (shape, dtype) in tensors.items():
        code = SAFETENSORS[dtype]
        size = BITS[code] // 8
        for n in shape:
            size *= n
        header[name] = dict(dtype=code, shape=shape, data_offsets=[end, end + size])
        end += size
    text = json.dumps(header).encode()
    with open(path, "wb") as f:
        f.write(struct.pack("<Q", len(text)) + text)


def ask(binary, arguments):
    try:
        run = subprocess.run([binary, *arguments], capture_output=True, timeout=60)
    except subprocess.TimeoutExpired:
        return None, "time limit"
    if run.returncode < 0:
        return None, f"signal {-run.returncode}: {run.stderr[-100:].decode(errors='replace')}"
    if not run.stdout:
        return None, " ".join(run.stderr.decode(errors="replace").split("error:")[-1].split())
    return json.loads(run.stdout), ""


def lines_each(binary, arguments, checkpoints, seconds=60):
    """The line that `tree --json` prints of each checkpoint, from one process; one that ends it or
    takes too long is found by halves and has None, as has one alone that cannot be read."""
    try:
        lines = subprocess.run(
            [binary, *arguments, *checkpoints], capture_output=True, timeout=seconds
        ).stdout.splitlines()
    except subprocess.TimeoutExpired:
        lines = []
    if len(lines) == len(checkpoints):
        return lines
    if len(checkpoints) == 1:
        return [None]
    half = len(checkpoints) // 2
    return lines_each(binary, arguments, checkpoints[:half], seconds) + lines_each(
        binary, arguments, checkpoints[half:], seconds
    )


def ask_each(binary, arguments, checkpoints):
    """What `tree --json` says of each checkpoint: (the object, ""), or (None, why there is none).
    Equal answers are one object."""
    read = functools.cache(json.loads)

    def answer(path, line):
        if line is None:  # why, is on stderr
            return ask(binary, [*arguments, path])
        found = read(line)
        return (None, " ".join(found["error"].split())) if "error" in found else (found, "")

    return [answer(*x) for x in zip(checkpoints, lines_each(binary, arguments, checkpoints))]
