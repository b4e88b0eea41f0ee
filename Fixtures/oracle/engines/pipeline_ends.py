"""Which parts outside the layers the models of vLLM make on every stage, since their constructors do not ask for the stage
(../../engines/pipeline_ends.txt).

  python pipeline_ends.py      (where vllm is installed)

The sources are read, not run: whether an assignment stands under a test of `is_first_rank` or `is_last_rank`.
"""
import ast
import importlib.util
from pathlib import Path

MODELS = Path(importlib.util.find_spec("vllm").submodule_search_locations[0]) / "model_executor" / "models"
OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "pipeline_ends.txt"
SWIFT = OUT.parent.parent.parent / "Sources" / "DeviceMap" / "Engines" / "PipelineEndsText.swift"
TREES = {}


def tree(module):
    if module not in TREES:
        file = MODELS / f"{module}.py"
        TREES[module] = ast.parse(file.read_text()) if file.exists() else ast.parse("")
    return TREES[module]


def classes(module):
    return {node.name: node for node in ast.walk(tree(module)) if isinstance(node, ast.ClassDef)}


def imports(module):
    """Names that come from other models."""
    found = {}
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and node.module and (node.level == 1 or "models." in node.module):
            for name in node.names:
                found[name.asname or name.name] = (node.module.rsplit(".", 1)[-1], name.name)
    return found


def called(node):
    function = node.func if isinstance(node, ast.Call) else None
    return getattr(function, "id", getattr(function, "attr", "")) or ""


def assignments(body, asked=False):
    """What a constructor assigns to attributes, and whether it asks for the stage before."""
    for node in body:
        test = asked or isinstance(node, ast.If) and any(w in ast.unparse(node.test) for w in ("is_first_rank", "is_last_rank"))
        if isinstance(node, ast.If):
            yield from assignments(node.body, test)
            yield from assignments(node.orelse, test)
        elif isinstance(node, (ast.With, ast.For)):
            yield from assignments(node.body, asked)
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Attribute):
            value = node.value
            if isinstance(value, ast.IfExp):
                asked_here = asked or "rank" in ast.unparse(value.test)
                yield node.targets[0].attr, called(value.body) or called(value.orelse), asked_here
            else:
                yield node.targets[0].attr, called(value), asked


def kind(attribute, function):
    if function == "VocabParallelEmbedding":
        return "embedding"
    if function == "ParallelLMHead":
        return "head"
    if "norm" in function.lower() and attribute in ("norm", "final_layernorm", "final_layer_norm", "ln_f", "norm_f", "final_norm"):
        return "norm"
    return None


def ends(module, name, depth=0):
    """{kind: whether it is made on every stage} of a class and of the models that it makes."""
    found, known, foreign = {}, classes(module), imports(module)
    node = known.get(name)
    if depth > 6:
        return found
    if node is None:
        return ends(*foreign[name], depth + 1) if name in foreign else found
    for base in node.bases:
        base = getattr(base, "id", "")
        if base in known or base in foreign:
            found |= ends(module, base, depth + 1)
    for method in node.body:
        if isinstance(method, ast.FunctionDef) and method.name == "__init__":
            for attribute, function, asked in assignments(method.body):
                if what := kind(attribute, function):
                    found[what] = not asked
                elif attribute in ("model", "transformer", "gpt_neox", "backbone", "decoder") and (function in known or function in foreign):
                    found |= ends(module, function, depth + 1)
        elif isinstance(method, ast.FunctionDef) and method.name == "_init_model":
            for inner in ast.walk(method):
                if isinstance(inner, ast.Call) and (called(inner) in known or called(inner) in foreign):
                    found |= ends(module, called(inner), depth + 1)
    return found


def main():
    registry = {}
    for node in ast.walk(tree("registry")):
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if getattr(target, "id", "") == "_TEXT_GENERATION_MODELS":
            registry = ast.literal_eval(node.value)
    groups = {}
    for architecture, (module, name) in sorted(registry.items()):
        everywhere = sorted(what for what, all_stages in ends(module, name).items() if all_stages)
        if everywhere:
            groups.setdefault(" ".join(everywhere), []).append(architecture)
    lines = ["# vLLM 0.33.0, written by pipeline_ends.py: what is made on every stage, by which architectures, and which have code of their own"]
    lines += [f"{what}: {' '.join(names)}" for what, names in sorted(groups.items())]
    lines.append("native: " + " ".join(sorted(registry)))
    text = "\n".join(lines) + "\n"
    OUT.write_text(text)
    SWIFT.write_text("// swift-format-ignore-file\n// Written by Fixtures/oracle/engines/pipeline_ends.py, not by hand.\n\n"
                     "/// What vLLM's models make on every stage (see ``PipelineEnds``).\n"
                     'let pipelineEndsText = #"""\n' + text + '"""#\n')
    print(OUT.read_text())


if __name__ == "__main__":
    main()
