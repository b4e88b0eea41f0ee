"""Reads the recorded text back into bodies, so that classes can be added to it.

    python texts.py peaks.txt bodies.json
"""
import ast
import json
import re
import sys
from fractions import Fraction

from polynomials import plus, scaled, times

# What stands for one number within a form.
ATOM = re.compile(r"int\([^()]*(?:\([^()]*\))?[^()]*\)|\(\(2 \* intermediate_size // 3 [^*]*\* block_multiple_of\)"
                  r"|\(\(\w+ \+ \d+\) // \d+ \* \d+\)|\(\w+ // [a-z_]+\)|\(qk_nope_head_dim \+ qk_rope_head_dim\)")


def polynomial(form):
    """{sorted names: coefficient} of a line."""
    atoms = []

    def placed(match):
        atoms.append(match.group())
        return f"atom{len(atoms) - 1}"

    def read(node):
        if isinstance(node, ast.Constant): return {(): node.value}
        if isinstance(node, ast.Name):
            name = node.id
            return {(atoms[int(name[4:])] if name.startswith("atom") else name,): 1}
        if isinstance(node, ast.Attribute): return {(ast.unparse(node),): 1}
        if isinstance(node, ast.UnaryOp): return scaled(read(node.operand), -1)
        left, right = read(node.left), read(node.right)
        if isinstance(node.op, ast.Add): return plus(left, right)
        if isinstance(node.op, ast.Sub): return plus(left, right, -1)
        if isinstance(node.op, ast.Mult): return times(left, right)
        return scaled(left, Fraction(1, right[()]))

    return read(ast.parse(ATOM.sub(placed, form), mode="eval").body)


def blocks(path):
    """[(model types, lines)] of a text."""
    found = []
    for line in open(path).read().split("\n")[1:]:
        if line.startswith("peaks "): found.append((line.split()[1:], []))
        elif line: found[-1][1].append(line)
    return found


def passes(lines):
    """{head: polynomials} of a block."""
    found, forms = {}, []
    for line in lines:
        if line.startswith("    "): forms.append(polynomial(line[4:]))
        elif not line.startswith(("  checked", "  chunk", "  variant")):
            head, _, like = line[2:].partition(" like ")
            found[head] = forms = found[like] if like else []
    return found


def case_of(words):
    """`prefill padded` as the recorder calls it."""
    return " ".join([words[0], "eager" if "eager" in words else "default", *(word for word in words[1:] if word != "eager")])


def body_of(kinds, lines, pairs, conditions):
    class_of = {}
    for kind, name in pairs: class_of.setdefault(kind, name)
    kinds = {kind: class_of.get(kind, kind) for kind in kinds}
    names = list(dict.fromkeys(kinds.values()))
    json_of = lambda polys: [[[list(names), str(factor)] for names, factor in poly.items()] for poly in polys]
    forms, circumstances = {}, {}
    for head, polys in passes(lines).items():
        words, _, condition = head.partition(" when ")
        table = circumstances.setdefault(conditions.get(condition, condition), {}) if condition else forms   # one worked out by hand keeps its words
        table[case_of(words.split())] = json_of(polys)
    return dict(name=names[0], classes=names, forms=forms, circumstances=circumstances, failures={}, tried=[name for name in conditions.values() if name in circumstances or "piece default" in forms and name != "token"], square=False, structures={}, kinds=kinds, variant=next((line[10:] for line in lines if line.startswith("  variant ")), ""))


def main():
    from record import every_pair
    from write import CONDITIONS
    conditions = {text: name for name, text in CONDITIONS}
    with open(sys.argv[1]) as file: version = file.readline().split()[1]
    bodies = [body_of(kinds, lines, list(every_pair()), conditions) for kinds, lines in blocks(sys.argv[1])]
    with open(sys.argv[2], "w") as file: json.dump(dict(transformers=version, bodies=bodies, failed={}), file)
    print(len(bodies), "bodies,", sum(len(body["classes"]) for body in bodies), "classes")


if __name__ == "__main__": main()
