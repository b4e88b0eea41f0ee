"""Parameters that others than the forward of their own module read -> lines for `read_outside` of the catalog.

usage: record_outside.py scan FOLDER
           lists what the modelling files of an installed release (.../site-packages/transformers) read of their children's
           tensors, without running them: each line is for a person to look at
       record_outside.py run WORK [--classes A,B] [--each N] [--minutes N]
           builds tiny models, N classes of a family, puts the hooks of accelerate on them as for a model that is wholly
           offloaded, and runs them: a prefill, and where the class generates three tokens. A tensor that is looked at while it
           is not there is noted, with the value or device that it would have had, so that one run finds all of them.
       record_outside.py show WORK
WORK keeps a line a class; a second run goes on there. Pinned as catalog/requirements.txt, with accelerate 1.15.0.
"""
import argparse
import ast
import collections
import gc
import glob
import json
import os
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "catalog")]
SECONDS = 40
ENDINGS = ("ForCausalLM", "LMHeadModel", "ForConditionalGeneration", "ForPreTraining", "ForMaskedLM", "ForObjectDetection", "ForImageClassification", "ForCTC",
           "ForSemanticSegmentation", "ForUniversalSegmentation", "ForQuestionAnswering", "Model")
# Methods that a run does not call, and what reads nothing of a tensor but what it has wherever it is.
IDLE = ("__init__", "_init_weights", "init_weights", "post_init", "tie_weights", "_tie_weights", "reset_parameters", "resize_token_embeddings", "prune_heads")
ATTRIBUTES = ("dtype", "shape", "ndim", "size", "numel", "requires_grad", "dim", "data_ptr")
FUNCTIONS = ("size", "dim", "numel", "data_ptr", "is_floating_point", "is_complex", "__hash__", "__repr__", "element_size", "stride", "is_contiguous", "__len__")


# ------------------------------------------------------------------ as it is written
def chain(node):
    """The names of an attribute of attributes, from the outermost."""
    names = []
    while isinstance(node, (ast.Attribute, ast.Subscript)):
        names.insert(0, node.attr if isinstance(node, ast.Attribute) else "[]")
        node = node.value
    return [node.id if isinstance(node, ast.Name) else "", *names]


def own_tensors(owner):
    """Parameters and buffers that a class makes itself."""
    made = set()
    for node in ast.walk(owner):
        if isinstance(node, ast.Assign) and "Parameter(" in ast.unparse(node.value):
            made |= {chain(t)[1] for t in node.targets if len(chain(t)) == 2}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("register_parameter", "register_buffer"):
            made |= {a.value for a in node.args[:1] if isinstance(a, ast.Constant)}
    return made


def written_reads(path):
    """(class, method, what, line) of tensors of children that a file reads, but for those that transformers brings first."""
    tree = ast.parse(open(path).read())
    above = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    owners = [c for c in tree.body if isinstance(c, ast.ClassDef)]
    tensors = {"weight", "bias"}.union(*map(own_tensors, owners))
    for owner in owners:
        for method in (f for f in owner.body if isinstance(f, ast.FunctionDef) and f.name not in IDLE):
            brought = {c.value for d in method.decorator_list if "force_accelerate_hooks" in ast.unparse(d) for c in ast.walk(d) if isinstance(c, ast.Constant)}
            for node in ast.walk(method):
                names = chain(node) if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load) and node.attr in tensors else []
                around = above.get(node)
                if len(names) < 3 or names[0] != "self" or brought & set(names) or getattr(around, "attr", "") in ATTRIBUTES or isinstance(around, ast.Compare):
                    continue
                yield owner.name, method.name, ".".join(names[1:]), node.lineno


def scan(a):
    for path in sorted(glob.glob(f"{a.work}/models/*/modeling_*.py")):
        lines = open(path).read().splitlines()
        for owner, method, what, line in written_reads(path):
            print(f"{owner}.{method}\t{what}\t{lines[line - 1].strip()[:110]}")


# ------------------------------------------------------------------ as it is run
class Reads:
    """A mode under which tensors that are offloaded are found and filled in."""

    def __new__(cls, values):
        import torch
        from torch.overrides import TorchFunctionMode, resolve_name

        class Mode(TorchFunctionMode):
            def __init__(self):
                super().__init__()
                self.values, self.seen, self.isOn = values, {}, True

            def __torch_function__(self, function, types, args=(), kwargs=None):
                kwargs = kwargs or {}
                name = getattr(function, "__name__", "")
                if not self.isOn:
                    return function(*args, **kwargs)
                if name == "__get__":
                    owner = getattr(getattr(function, "__self__", None), "__name__", "")
                    tensor = args[0]
                    if owner == "device" and self.key(tensor):
                        self.note(tensor, "device")
                        return torch.device("cpu")
                    return function(*args, **kwargs)
                if name in FUNCTIONS:
                    return function(*args, **kwargs)
                fill = lambda t: self.filled(t, name) if isinstance(t, torch.Tensor) else type(t)(fill(x) for x in t) if type(t) in (list, tuple) else t
                return function(*fill(tuple(args)), **{k: fill(v) for k, v in kwargs.items()})

            def key(self, tensor):
                return self.values.get(getattr(tensor, "_path", None)) is not None and tensor.is_meta

            def note(self, tensor, how):
                self.seen.setdefault(tensor._path, how)

            def filled(self, tensor, how):
                if getattr(tensor, "_path", None) in self.values and tensor.is_meta:
                    self.note(tensor, how)
                    return self.values[tensor._path]
                return tensor

        return Mode()


def mark(model):
    """Each tensor that is not there knows its path."""
    for path, tensor in [*model.named_parameters(remove_duplicate=False), *model.named_buffers(remove_duplicate=False)]:
        if tensor.is_meta:
            tensor._path = path


def marking(mode):
    """accelerate's hooks with the paths on the tensors that they put back, and without the mode while they work."""
    import accelerate.hooks as hooks
    import torch
    before, after, place = hooks.AlignDevicesHook.pre_forward, hooks.AlignDevicesHook.post_forward, hooks.set_module_tensor_to_device

    def quiet(function):
        def call(*args, **kwargs):
            mode.isOn, was = False, mode.isOn
            try:
                return function(*args, **kwargs)
            finally:
                mode.isOn = was
        return call

    def put(module, name, device, value=None, *args, **kwargs):
        own = module
        for part in name.split(".")[:-1]:
            own = getattr(own, part)
        leaf = name.split(".")[-1]
        path = getattr(own, "_own_path", "") + leaf
        out = place(module, name, device, value, *args, **kwargs)
        tensor = getattr(own, leaf, None)
        if isinstance(tensor, torch.Tensor) and tensor.is_meta:
            tensor._path = path
        return out

    hooks.AlignDevicesHook.pre_forward, hooks.AlignDevicesHook.post_forward = quiet(before), quiet(after)
    hooks.set_module_tensor_to_device = put
    return lambda: (setattr(hooks.AlignDevicesHook, "pre_forward", before), setattr(hooks.AlignDevicesHook, "post_forward", after),
                    setattr(hooks, "set_module_tensor_to_device", place))


def owners(model):
    """{path of a module: its class}"""
    return {path: type(module).__name__ for path, module in model.named_modules()}


def inputs(model):
    import torch
    import tiny_models
    name = model.main_input_name
    if name == "input_values":
        return dict(input_values=torch.randn(1, 2000, dtype=model.dtype))
    if name == "input_features":
        config = model.config
        bins = next((getattr(config, k) for k in ("num_mel_bins", "input_feat_per_channel", "feature_projection_input_dim") if getattr(config, k, None)), 80)
        long = 2 * getattr(config, "max_source_positions", 100) if hasattr(config, "max_source_positions") else 200
        shape = (1, bins, long) if "whisper" in config.model_type else (1, 100, bins)
        out = dict(input_features=torch.randn(*shape, dtype=model.dtype))
        if getattr(config, "is_encoder_decoder", False):
            out["decoder_input_ids"] = torch.randint(6, 90, (1, 4))
        return out
    return tiny_models.inputs(model)


def reads(cls):
    """{"prefill": {tensor: how}, "steps": {..}} of a class, or what it fails with."""
    import torch
    import tiny_models
    from accelerate import cpu_offload
    tiny_models.logits = lambda model: None          # `build` only makes the model
    model = tiny_models.build(cls, "float32", None)
    given = inputs(model)
    with torch.no_grad():
        model(**given)
    values = {n: t.detach().clone() for n, t in [*model.named_parameters(remove_duplicate=False), *model.named_buffers(remove_duplicate=False)]}
    classes = owners(model)
    out = {}
    for path, module in model.named_modules():
        module._own_path = path + "." if path else ""
    cpu_offload(model, execution_device=torch.device("cpu"), offload_buffers=False)
    mode = Reads(values)
    mark(model)
    undo = marking(mode)
    try:
        with mode, torch.no_grad():
            model(**given)
        out["prefill"] = dict(mode.seen)
        if model.can_generate() and "input_ids" in given:
            mode.seen = {}
            try:
                with mode, torch.no_grad():
                    model.generate(input_ids=given["input_ids"], max_new_tokens=3, do_sample=False, pad_token_id=0, eos_token_id=None)
            except Exception as x:
                out["steps_error"] = f"{type(x).__name__}: {' '.join(str(x).split())}"[:160]
            out["steps"] = {k: v for k, v in mode.seen.items() if k not in out["prefill"]}
    finally:
        undo()
    for key in ("prefill", "steps"):
        out[key] = {path: [how, *[f"{classes[p] if p in classes else ''}" for p in ancestors(path)]] for path, how in out.get(key, {}).items()}
    return out


def ancestors(path):
    parts = path.split(".")[:-1]
    return [".".join(parts[:i]) for i in range(len(parts), max(len(parts) - 3, -1), -1)]


def wanted(a):
    import observe
    if a.classes:
        return a.classes.split(",")
    import transformers
    by_family = collections.defaultdict(list)
    for name in observe.architecture_names():
        end = next((i for i, e in enumerate(ENDINGS) if name.endswith(e)), None)
        if end is not None:
            module = transformers._class_to_module.get(name, name)
            by_family[module].append((end, name))
    return [name for family in sorted(by_family) for _, name in sorted(by_family[family])[:a.each]]


def run(a):
    import observe
    from limits import result_of
    os.makedirs(a.work, exist_ok=True)
    path = f"{a.work}/outside.jsonl"
    done = {json.loads(line)["class"] for line in open(path)} if os.path.exists(path) else set()
    end = time.time() + 60 * a.minutes
    for name in wanted(a):
        if name in done or time.time() > end:
            continue
        cls = observe.model_class(name)
        if cls is None:
            continue
        gc.collect()
        gc.freeze()
        row = result_of(lambda: reads(cls), SECONDS)
        with open(path, "a") as f:
            f.write(json.dumps({"class": name, **row}) + "\n")


def show(a):
    rows = [json.loads(line) for line in open(f"{a.work}/outside.jsonl")]
    for row in rows:
        for key in ("prefill", "steps"):
            found = collections.defaultdict(set)
            for path, (how, *classes) in row.get(key, {}).items():
                found[" < ".join(classes[:2]) + " " + path.rsplit(".", 1)[-1]].add(how)
            for what, hows in sorted(found.items()):
                print(f"{row['class']}\t{key}\t{what}\t{','.join(sorted(hows))}")
    print(f"{len(rows)} classes, {sum('error' in r for r in rows)} not run, {sum(bool(r.get('prefill')) for r in rows)} read outside in a prefill, {sum(bool(r.get('steps')) for r in rows)} in later steps")


def main():
    p = argparse.ArgumentParser()
    p.add_argument("stage", choices=("scan", "run", "show"))
    p.add_argument("work")
    p.add_argument("--classes", default="")
    p.add_argument("--each", type=int, default=2)
    p.add_argument("--minutes", type=float, default=1e9)
    a = p.parse_args()
    dict(scan=scan, run=run, show=show)[a.stage](a)


if __name__ == "__main__":
    main()
