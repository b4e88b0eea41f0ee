"""Which parts outside the layers the models of vLLM and SGLang make on every stage, since their constructors do not ask for
the stage, and which they run in one stage alone (../../engines/pipeline_ends.txt).

  python pipeline_ends.py VLLM SGLANG      (folders of the packages `vllm` 0.33.0 and `sglang` 0.5.23; nothing is installed)

The sources are read, not run: whether an assignment stands under a test of `is_first_rank` or `is_last_rank`; whether a
class of vLLM is a `SupportsPP`; whether `forward` of one of SGLang takes `pp_proxy_tensors`, which it asserts.
"""
import ast
import sys
from pathlib import Path

MODELS = Path()
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


WORDS = ("is_first_rank", "is_last_rank", "pp_group")


def answers(body):
    """Variables that a constructor makes of the stage, to ask for them later."""
    return tuple(node.targets[0].id for node in body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
                 and any(word in ast.unparse(node.value) for word in WORDS))


def assignments(body, asked=False, words=None):
    """What a constructor assigns to attributes, and whether it asks for the stage before."""
    words = words or WORDS + answers(body)
    for node in body:
        test = asked or isinstance(node, ast.If) and any(w in ast.unparse(node.test) for w in words)
        if isinstance(node, ast.If):
            yield from assignments(node.body, test, words)
            yield from assignments(node.orelse, test, words)
        elif isinstance(node, (ast.With, ast.For)):
            yield from assignments(node.body, asked, words)
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


def parents(module, node):
    """The base classes, each with the module that has it."""
    for base in node.bases:
        base = base.value if isinstance(base, ast.Subscript) else base
        name = getattr(base, "id", getattr(base, "attr", ""))
        yield (module, name) if name in classes(module) else imports(module).get(name, (module, name))


def has(module, name, test, depth=0):
    """Whether a test holds for a class or one that it is derived from."""
    node = classes(module).get(name)
    if node is None:
        foreign = imports(module).get(name)
        return has(*foreign, test, depth + 1) if foreign and depth < 8 else False
    return test(node) or depth < 8 and any(has(*parent, test, depth + 1) for parent in parents(module, node))


def is_staged(node):
    return any(getattr(base, "id", getattr(base, "attr", "")) == "SupportsPP" for base in node.bases)


def takes_proxies(node):
    return any(isinstance(m, ast.FunctionDef) and m.name == "forward"
               and "pp_proxy_tensors" in [a.arg for a in m.args.args + m.args.kwonlyargs] for m in node.body)


def registered(name):
    """{architecture: (module, class)} of a table of vLLM's registry, those in this folder."""
    for node in ast.walk(tree("registry")):
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
        if getattr(target, "id", "") == name:
            return ast.literal_eval(node.value)


def entries():
    """The classes that SGLang's modules register under their own names."""
    found = {}
    for file in sorted(MODELS.glob("*.py")):
        for node in tree(file.stem).body:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "EntryClass":
                for item in node.value.elts if isinstance(node.value, (ast.List, ast.Tuple)) else [node.value]:
                    found[item.id] = (file.stem, item.id)
    return found


def rows(engine, texts, others, test):
    """The lines of an engine."""
    groups = {}
    for architecture, (module, name) in sorted(texts.items()):
        everywhere = sorted(what for what, all_stages in ends(module, name).items() if all_stages)
        if everywhere:
            groups.setdefault(" ".join(everywhere), []).append(architecture)
    known = {name: place for name, place in (texts | others).items() if (MODELS / f"{place[0]}.py").exists()}
    single = sorted(name for name, place in known.items() if not has(*place, test))
    yield from (f"{engine} {what}: {' '.join(names)}" for what, names in sorted(groups.items()))
    yield f"{engine} single: " + " ".join(single)


def main():
    global MODELS
    MODELS = Path(sys.argv[1]) / "model_executor" / "models"
    texts = registered("_TEXT_GENERATION_MODELS")
    lines = ["# vLLM 0.33.0 and SGLang 0.5.23, written by pipeline_ends.py: what is made on every stage, by which architectures, "
             "which run in one stage alone, and which vLLM has code of its own for"]
    lines += rows("vllm", texts, registered("_MULTIMODAL_MODELS"), is_staged)
    lines.append("vllm native: " + " ".join(sorted(texts)))
    MODELS = Path(sys.argv[2]) / "srt" / "models"
    TREES.clear()
    lines += rows("sglang", entries(), {}, takes_proxies)
    text = "\n".join(lines) + "\n"
    OUT.write_text(text)
    SWIFT.write_text("// swift-format-ignore-file\n// Written by Fixtures/oracle/engines/pipeline_ends.py, not by hand.\n\n"
                     "/// What the models of vLLM and SGLang make on every stage (see ``PipelineEnds``).\n"
                     'let pipelineEndsText = #"""\n' + text + '"""#\n')
    print(OUT.read_text())


if __name__ == "__main__":
    main()
