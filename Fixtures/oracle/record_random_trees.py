"""Records how both reference engines place small random module trees -> Fixtures/plans/random_trees.jsonl.

One tree a line:
  root        [name, class, parameters, buffers, children]; the root's name is ""; a parameter is [name, dtype, shape];
              a buffer is [name, dtype, shape, persistent]; children are nodes of the same form, in definition order;
              trailing empty lists are left out; a name that is a range {a-b} stands for siblings with equal content
  ties        {tied parameter path: path of the parameter it is tied to}; the parameters have equal dtype and shape
  no_split    class names (some may not occur in the tree)
  max_memory  {device: bytes}, devices in the order they were given
  total       bytes of the whole tree by each engine (fractional where a bool counts 1/8 byte)
  maps        distinct device maps, spelt as compact.py says; keys in module order
  cases       {"engine", "policy", options..., "map": index into maps} or "error": exception type of the reference
Options: "no_split": false = called without no-split classes; "fallback": true = fallback_allocation; "dtype";
"special_dtypes" {parameter path: dtype}; "offload_buffers": true; "no_placement": parameter names relative to a
no-split module (_no_placement_params; such a map is not cleaned, and leaves those parameters out).

transformers sizes the model with the tied parameters untied (named in the table), accelerate with them shared.
A case whose map depends on the hash seed of the Python process is left out (every case is run under two seeds).
usage: record_random_trees.py [COUNT]
"""
import json
import os
import random
import signal
import subprocess
import sys
import warnings

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.join(HERE, "..", "plans", "random_trees.jsonl")
POLICIES = ("auto", "balanced_low_0", "sequential")
NAMES = ("attn", "mlp", "mlp2", "norm", "proj", "proj_out", "a", "ab", "gate", "tower", "head", "embed", "drop")
BLOCKS = ("Block", "Layer")
INNER = ("Attention", "Mlp", "Tower", "Stack")
LEAVES = ("Linear", "Embedding", "Norm", "Dropout", "Conv")
DTYPES = ("float32",) * 6 + ("bfloat16",) * 4 + ("float16", "int8", "float8_e4m3fn")
BUFFER_DTYPES = ("float32", "float32", "int64", "bool", "bfloat16", "uint8")


def make_tree(rng):
    """The recorded description of a random tree."""
    modules = []
    main = rng.choice(("float32", "bfloat16", "float16"))

    def shape(big):
        if big:
            return [rng.choice((7, 16, 24, 32, 33)) for _ in range(2)]
        return [rng.choice((1, 2, 3, 5, 8, 16, 33)) for _ in range(rng.choice((1, 1, 2, 2, 3)))]

    def own(kind):
        params, buffers = [], []
        odds = {"leaf": 0.9, "inner": 0.12, "block": 0.15, "root": 0.15}[kind]
        if rng.random() < odds:
            dtype = main if rng.random() < 0.85 else rng.choice(DTYPES)
            params.append(["weight", dtype, shape(kind == "leaf" and rng.random() < 0.85)])
            if rng.random() < 0.35:
                params.append(["bias", dtype, params[0][2][:1]])
        if rng.random() < (0.15 if kind == "leaf" else 0.1):
            buffers.append(["table", rng.choice(BUFFER_DTYPES), shape(False), rng.random() < 0.5])
        return params, buffers

    def leaf(path, cls):
        params, buffers = ([], []) if cls == "Dropout" else own("leaf")
        modules.append([path, cls, params, buffers])

    def inner(path, cls, depth, kind):
        params, buffers = own(kind)
        modules.append([path, cls, params, buffers])
        prefix = path + "." if path else ""
        names = rng.sample(NAMES, rng.choice((1, 2, 2, 3, 4)))
        for name in names:
            roll = rng.random()
            if depth > 0 and roll < 0.25:
                inner(prefix + name, rng.choice(INNER), depth - 1, "inner")
            elif depth > 0 and roll < 0.45 and kind != "block":
                layers(prefix + name, depth - 1)
            else:
                leaf(prefix + name, rng.choice(LEAVES))

    def layers(path, depth):
        modules.append([path, "ModuleList", [], []])
        cls, count, at = rng.choice(BLOCKS), rng.choice((1, 2, 3, 4, 6, 11, 12)), len(modules)
        inner(f"{path}.0", cls, min(depth, 1), "block")
        first = modules[at:]
        for i in range(1, count):
            if rng.random() < 0.12:
                inner(f"{path}.{i}", rng.choice(BLOCKS), min(depth, 1), "block")
            else:
                for p, c, a, b in first:
                    modules.append([f"{path}.{i}" + p[len(path) + 2:], c, json.loads(json.dumps(a)), json.loads(json.dumps(b))])

    depth = rng.choice((1, 2, 2, 3))
    inner("", "Model", depth, "root")
    if rng.random() < 0.7 and not any(m[0] == "layers" for m in modules):
        layers("layers", depth - 1)
    if rng.random() < 0.4 and not any(m[0] == "lm_head" for m in modules):
        leaf("lm_head", "Linear")
    named = [(f"{p}.{t[0]}" if p else t[0], t) for p, _, params, _ in modules for t in params]
    ties, used = {}, set()
    if len(named) > 1 and rng.random() < 0.5:
        for _ in range(rng.choice((1, 1, 2))):
            leaves = {m[0] for m in modules if m[1] in LEAVES}
            plain = rng.random() < 0.8
            free = [n for n in named if n[0] not in used and (not plain or n[0].rpartition(".")[0] in leaves)]
            if len(free) < 2:
                break
            group = rng.sample(free, min(len(free), rng.choice((2, 2, 2, 3))))
            source = group[0]
            for path, tensor in group[1:]:
                tensor[1], tensor[2] = source[1][1], list(source[1][2])
                ties[path] = source[0]
            used.update(n for n, _ in group)
    present = {m[1] for m in modules[1:]}
    pool = sorted(present & set(BLOCKS)) * 3 + sorted(present & set(INNER)) + (["Absent"] if rng.random() < 0.1 else [])
    no_split = sorted(set(rng.sample(pool, min(len(pool), rng.choice((0, 1, 1, 2))))))
    for m in modules:
        while m and m[-1] == []:
            m.pop()
    return dict(modules=modules, ties=ties, no_split=no_split)


def pack_root(modules):
    """The nested form of the flat module list, equal numbered siblings joined."""
    from compact import expand_key
    stack, root = [], None
    for path, cls, *rest in modules:
        node = [path.rpartition(".")[2], cls, rest[0] if rest else [], rest[1] if len(rest) > 1 else [], []]
        while stack and stack[-1][0] and not path.startswith(stack[-1][0] + "."):
            stack.pop()
        if stack:
            stack[-1][1][4].append(node)
        else:
            root = node
        stack.append((path, node))

    def fold(node):
        children = []
        for child in map(fold, node[4]):
            if children and child[0].isdigit() and children[-1][1:] == child[1:]:
                before = expand_key(children[-1][0])
                if before[-1].isdigit() and int(before[-1]) + 1 == int(child[0]):
                    children[-1][0] = "{%s-%s}" % (before[0], child[0])
                    continue
            children.append(child)
        node = node[:4] + [children]
        while node[-1] == []:
            node.pop()
        return node

    return fold(root)


def build(tree, tied, torch):
    """The torch module of a description; with `tied` the tied parameters are one object."""
    root = None
    for path, cls, *rest in tree["modules"]:
        module = type(cls, (torch.nn.Module,), {})()
        for name, dtype, shape in (rest[0] if rest else []):
            tensor = torch.empty(shape, dtype=getattr(torch, dtype), device="meta")
            module.register_parameter(name, torch.nn.Parameter(tensor, requires_grad=False))
        for name, dtype, shape, persistent in (rest[1] if len(rest) > 1 else []):
            module.register_buffer(name, torch.empty(shape, dtype=getattr(torch, dtype), device="meta"), persistent=persistent)
        if root is None:
            root = module
        else:
            parent, _, name = path.rpartition(".")
            root.get_submodule(parent).add_module(name, module)
    if tied:
        for target, source in tree["ties"].items():
            parent, _, name = target.rpartition(".")
            root.get_submodule(parent)._parameters[name] = root.get_parameter(source)
    return root


def budget(rng, total):
    ids = list(range(rng.choice((0, 1, 1, 2, 2, 2, 3, 3, 4))))
    if ids and rng.random() < 0.15:
        ids = sorted(rng.sample(range(9), len(ids)))
    scale = rng.choice((0.5, 0.8, 1.1, 1.1, 1.3, 1.3, 1.6, 2, 3, 5)) / max(1, len(ids))
    spread = rng.choice(((1,), (0.4, 0.7, 1, 1, 1.3)))
    memory = {i: int(total * scale * rng.choice(spread)) for i in ids}
    if ids and rng.random() < 0.12:
        memory[rng.choice(ids)] = 0
    if rng.random() < 0.03:
        memory = {"mps": int(total * rng.random() * 2)}
    if rng.random() < 0.85:
        memory["cpu"] = int(total * rng.choice((0.1, 0.4, 0.8, 3, 3, 3)))
    if rng.random() < 0.04:
        memory["disk"] = int(total * rng.choice((0.1, 10)))
    order = list(memory)
    if rng.random() < 0.1:
        rng.shuffle(order)
    return {str(k): memory[k] for k in order}


def options(rng, tree, total):
    """The cases of a tree: every policy by both engines, then variations."""
    cases = [dict(engine=e, policy=p) for e in ("transformers", "accelerate") for p in POLICIES]
    cases += [dict(engine="accelerate", policy=p, fallback=True) for p in rng.sample(POLICIES, 2)]
    if tree["no_split"]:
        cases += [dict(engine=e, policy=rng.choice(POLICIES), no_split=False) for e in ("transformers", "accelerate")]
    cases.append(dict(engine="accelerate", policy=rng.choice(POLICIES), dtype=rng.choice(("float16", "float8_e4m3fn", "int8", "float32"))))
    names = [(f"{p}.{t[0]}" if p else t[0]) for p, _, *rest in tree["modules"] for t in (rest[0] if rest else [])]
    if names:
        special = {n: rng.choice(("float32", "int8", "float16", "bool")) for n in sorted(rng.sample(names, min(2, len(names))))}
        case = dict(engine="accelerate", policy=rng.choice(POLICIES), special_dtypes=special)
        if rng.random() < 0.5:
            case["dtype"] = "float16"
        cases.append(case)
    cases.append(dict(engine="accelerate", policy=rng.choice(POLICIES), offload_buffers=True))
    inside = sorted({n.split(f"{p}.", 1)[1] for p, c, *_ in tree["modules"] if p and c in tree["no_split"] for n in names if n.startswith(p + ".")})
    if inside:
        cases += [dict(engine="transformers", policy=p, no_placement=sorted(rng.sample(inside, min(len(inside), 1 + (rng.random() < 0.3))))) for p in POLICIES]
    return cases


def in_module_order(device_map, tree):
    order = {}
    for path, _, *rest in tree["modules"]:
        order.setdefault(path, len(order))
        for t in (rest[0] if rest else []) + (rest[1] if len(rest) > 1 else []):
            order.setdefault(f"{path}.{t[0]}" if path else t[0], len(order))
    return dict(sorted(device_map.items(), key=lambda kv: order[kv[0]]))


def run_case(case, tree, untied, tied):
    from accelerate import infer_auto_device_map
    from accelerate.utils import get_balanced_memory
    from transformers.integrations import accelerate as tf
    memory = {(int(k) if k.isdigit() else k): v for k, v in tree["max_memory"].items()}
    no_split = tree["no_split"] if case.get("no_split", True) else []
    policy = case["policy"]
    if case["engine"] == "transformers":
        untied._no_split_modules = no_split
        untied.all_tied_weights_keys = tree["ties"]
        untied._no_placement_params = set(case["no_placement"]) if "no_placement" in case else None
        return tf._get_device_map(untied, policy, memory, None)
    kw = {k: case[k] for k in ("dtype", "special_dtypes") if k in case}
    if policy != "sequential":
        memory = get_balanced_memory(tied, memory, no_split_module_classes=no_split, low_zero=policy == "balanced_low_0", **kw)
    return infer_auto_device_map(tied, memory, no_split_module_classes=no_split, offload_buffers=case.get("offload_buffers", False),
                                 fallback_allocation=case.get("fallback", False), **kw)


def child():
    """Answers every tree on stdin with the results of its cases."""
    import logging
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    import torch
    from accelerate.utils.modeling import compute_module_sizes
    from transformers.integrations import accelerate as tf
    for line in sys.stdin:
        tree = json.loads(line)
        untied, tied = build(tree, False, torch), build(tree, True, torch)
        untied.all_tied_weights_keys = tree["ties"]
        total = [tf.compute_module_sizes(untied)[0][""], compute_module_sizes(tied)[""]]
        results = []
        for case in tree["cases"]:
            signal.alarm(20)
            try:
                results.append({"map": in_module_order(run_case(case, tree, untied, tied), tree)})
            except Exception as e:
                results.append({"error": type(e).__name__})
            signal.alarm(0)
        print(json.dumps({"total": total, "results": results}), flush=True)


def main(count):
    from compact import dump, pack_map
    rng, trees = random.Random(20_260), []
    while len(trees) < count:
        tree = make_tree(rng)
        if len(tree["modules"]) > 90:
            continue
        total = 0
        for _, _, *rest in tree["modules"]:
            for t in (rest[0] if rest else []) + (rest[1] if len(rest) > 1 else []):
                n = 1
                for d in t[2]:
                    n *= d
                total += n * {"float32": 4, "int64": 8, "bfloat16": 2, "float16": 2}.get(t[1], 1)
        tree["max_memory"] = budget(rng, total)
        tree["cases"] = options(rng, tree, total)
        trees.append(tree)
    text = "".join(json.dumps(t) + "\n" for t in trees)
    answers = []
    for seed in ("0", "1"):
        run = subprocess.run([sys.executable, __file__, "--child"], input=text, text=True, stdout=subprocess.PIPE, check=True,
                             env={**os.environ, "PYTHONHASHSEED": seed, "CUDA_VISIBLE_DEVICES": ""})
        answers.append([json.loads(x) for x in run.stdout.splitlines()])
    unstable = errors = cases = 0
    with open(OUT, "w") as f:
        for n, (tree, a, b) in enumerate(zip(trees, *answers)):
            maps, kept = [], []
            for case, x, y in zip(tree.pop("cases"), a["results"], b["results"]):
                if x != y:
                    unstable += 1
                    continue
                if "error" in x:
                    case["error"] = x["error"]
                    errors += 1
                else:
                    packed = pack_map(x["map"])
                    if packed not in maps:
                        maps.append(packed)
                    case["map"] = maps.index(packed)
                kept.append(case)
            cases += len(kept)
            f.write(dump(dict(name=f"tree{n}", root=pack_root(tree.pop("modules")), **tree, total=dict(transformers=a["total"][0], accelerate=a["total"][1]), maps=maps, cases=kept)) + "\n")
    print(f"{count} trees, {cases} cases, {errors} of them errors, {unstable} left out as unstable, {os.path.getsize(OUT)} bytes")


if __name__ == "__main__":
    child() if sys.argv[1:] == ["--child"] else main(int(sys.argv[1]) if len(sys.argv) > 1 else 300)
