"""What the config classes of transformers take: types of fields, bounds, and conditions on several fields.

Config classes since transformers 5 are strict dataclasses: a value of another type than the field declares, or one that
a `validate_*` method refuses, raises before a model is built. This script reads the classes of an installed release
(without torch, in seconds) and writes them as text; it runs no model.

  record_fields.py record OUT.json         with the Python of the release (transformers 5.24.0, 5.23.0)
  record_fields.py write A.json [B.json]   the Swift text on stdout: the first release whole, of others what differs
  record_fields.py cases SEED COUNT        configs with one field changed on stdout, and whether their classes raise

Lines of the text: `transformers RELEASE` opens a release, `config NAME ...` a block for the classes that share it,
`TYPE FIELD ...` fields of a type, `refuse EXPRESSION` a condition on which the class raises, `own layer_types` that it
has another check of its layers. `config *` has the kinds of layers that all others take.
Types: int float bool str null list<T> dict<T> 'literal' any, joined by |; bounds behind them (int>0, float>=0<=1).
"""
import ast
import collections
import collections.abc
import copy
import dataclasses
import importlib.metadata
import importlib.util
import inspect
import json
import logging
import random
import sys
import textwrap
import types
import typing
import warnings

# Modules that a config class does not need to be read.
HEAVY = {"torch", "torchvision", "accelerate", "torchaudio", "timm", "PIL"}


class Unreadable(Exception):
    """A condition that has no closed form over fields."""


# MARK: - Types


def type_text(hint):
    """A type as JSON sees it; parts that no JSON value can have are left out."""
    parts = []
    for part in union(hint):
        text = part_text(part)
        if text == "any":
            return "any"
        if text is not None and text not in parts:
            parts.append(text)
    return "|".join(parts) if parts else "never"


def union(hint):
    origin = typing.get_origin(hint)
    if origin is typing.Union or origin is types.UnionType:
        return [inner for arg in typing.get_args(hint) for inner in union(arg)]
    return [hint]


def part_text(hint):
    plain = {int: "int", float: "float", bool: "bool", str: "str", type(None): "null", list: "list<any>", dict: "dict<any>"}
    if hint is typing.Any or isinstance(hint, (str, typing.ForwardRef)):
        return "any"
    if hint is None:
        return "null"
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Literal:
        return "|".join(f"'{arg}'" if isinstance(arg, str) else str(arg) for arg in args)
    if origin is list or origin is collections.abc.Sequence:
        return f"list<{type_text(args[0])}>"
    if origin is dict:
        return f"dict<{type_text(args[1])}>" if args else "dict<any>"
    return plain.get(hint) if origin is None and isinstance(hint, type) else None


def bounds(field):
    """The bounds that a field's own validator sets."""
    validators = field.metadata.get("validator") or []
    text = ""
    for validator in validators if isinstance(validators, list) else [validators]:
        name = getattr(validator, "__qualname__", "")
        held = inspect.getclosurevars(validator).nonlocals if inspect.isfunction(validator) else {}
        if name == "positive_int_field":
            text += ">0"
        elif name.startswith("interval."):
            if held["min"] != float("-inf"):
                text += (">" if held["exclude_min"] else ">=") + f"{held['min']:g}"
            if held["max"] != float("inf"):
                text += ("<" if held["exclude_max"] else "<=") + f"{held['max']:g}"
        elif name == "probability":
            text += ">=0<=1"
        elif name.startswith("is_divisible_by."):
            text += f"%{held['divisor']:g}"
    return text


# MARK: - Conditions


def refusals(config_class):
    """Conditions of the class's `validate_*` methods, as expressions of the catalog."""
    found = []
    for name in sorted(dir(config_class)):
        if name.startswith("validate_") and name not in ("validate_token_ids", "validate_rope"):
            found += of_method(config_class, name, config_class.__mro__)
    return found


def of_method(config_class, name, order):
    for place, owner in enumerate(order):
        if name in owner.__dict__:
            break
    else:
        return []
    if owner.__name__ == "PreTrainedConfig":
        return []
    body = ast.parse(textwrap.dedent(inspect.getsource(owner.__dict__[name]))).body[0].body
    found = []
    for statement in body:
        if "super()" in ast.unparse(statement):
            found += of_method(config_class, name, order[place + 1:])
    return found + raised(body, [], {}, config_class)


def raised(statements, around, names, config_class):
    """The conditions on which statements raise, where the conditions `around` them hold and `names` are values of local
    variables. What stands in loops is left out."""
    found, around = [], list(around)
    for statement in statements:
        if isinstance(statement, ast.Assign) and len(statement.targets) == 1 and isinstance(statement.targets[0], ast.Name):
            names = {**names, statement.targets[0].id: statement.value}
        elif isinstance(statement, (ast.Assign, ast.AugAssign, ast.AnnAssign)):
            changed = {n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            names = {**names, **{name: None for name in changed}}
        elif isinstance(statement, ast.Raise):
            try:
                found.append(" and ".join(f"({part})" if len(around) > 1 else part for part in (condition(test, config_class, names) for test, names in around)))
            except Unreadable:
                pass
            return found
        elif isinstance(statement, ast.If):
            found += raised(statement.body, [*around, (statement.test, names)], names, config_class)
            otherwise = (ast.UnaryOp(ast.Not(), statement.test), names)
            found += raised(statement.orelse, [*around, otherwise], names, config_class)
            if any(isinstance(inner, ast.Return) for inner in statement.body):
                around.append(otherwise)
            # What a branch sets has one value or another.
            set_there = {n.id for part in (*statement.body, *statement.orelse) for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
            names = {**names, **{name: None for name in set_there}}
        elif isinstance(statement, ast.Return):
            return found
    return found


def set_after_reading(cls):
    """Fields, and fields of parts (`part.field`), that a class sets itself after it has read them: what config.json says of
    them is not held. A value for a field that the file leaves out does not count."""
    found = set()
    for owner in cls.__mro__:
        after = owner.__dict__.get("__post_init__")
        if after is not None and owner.__name__ != "PreTrainedConfig":
            found |= changes(ast.parse(textwrap.dedent(inspect.getsource(after))).body[0].body, frozenset())
    return found


def changes(statements, absent):
    """What statements set of `self`, without the fields that are `absent` there."""
    found = set()
    for statement in statements:
        if isinstance(statement, ast.If):
            test = ast.unparse(statement.test)
            more = {test[len("self."):-len(" is None")]} if test.startswith("self.") and test.endswith(" is None") else set()
            found |= changes(statement.body, absent | more) | changes(statement.orelse, absent)
            continue
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store) and ast.unparse(node).startswith("self."):
                name = ast.unparse(node)[len("self."):]
                if name not in absent and not is_default(statement, name):
                    found.add(name)
    return found


def is_default(statement, name):
    """Whether a statement keeps the value that a field has: `self.x = y if self.x is None else self.x` and the like."""
    value = ast.unparse(statement.value) if isinstance(statement, ast.Assign) else ""
    return f"if self.{name} is None else self.{name}" in value or value.startswith((f"self.{name} if self.{name} is not None", f"self.{name} or "))


class Fields(ast.NodeTransformer):
    """A condition of a class with its fields as plain names, in words of the catalog."""

    allowed = (ast.IfExp, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.BinOp, ast.Add, ast.Sub, ast.Mult,
               ast.Div, ast.FloorDiv, ast.Mod, ast.Pow, ast.Compare, ast.cmpop, ast.List, ast.Tuple, ast.Subscript,
               ast.Load)

    def __init__(self, cls, names):
        self.names = names
        # What a class computes the command knows by other names: only fields are read.
        self.fields = {field.name for field in dataclasses.fields(cls)} | set(cls.attribute_map)
        self.set_after_reading = set_after_reading(cls)

    def generic_visit(self, node):
        if not isinstance(node, self.allowed):
            raise Unreadable
        return super().generic_visit(node)

    def visit_Constant(self, node):
        value = node.value
        if value is None:
            return ast.Name("none")
        if isinstance(value, bool):
            return ast.Name("true" if value else "false")
        if isinstance(value, str) and value.isprintable() and not set(value) & set('"\\'):
            return ast.Name(f'"{value}"')
        if isinstance(value, (int, float)):
            return node
        raise Unreadable

    def visit_Tuple(self, node):
        return ast.List([self.visit(element) for element in node.elts], ast.Load())

    def visit_Name(self, node):
        if self.names.get(node.id) is None:
            raise Unreadable
        return self.visit(copy.deepcopy(self.names[node.id]))

    def visit_Attribute(self, node):
        names = []
        while isinstance(node, ast.Attribute):
            names.insert(0, node.attr)
            node = node.value
        known = isinstance(node, ast.Name) and node.id == "self" and names[0] in self.fields
        if not known or names[-1] == "model_type" or ".".join(names) in self.set_after_reading:
            raise Unreadable
        return ast.Name(".".join(names))

    def visit_Call(self, node):
        if not isinstance(node.func, ast.Name) or node.func.id not in ("len", "min", "max", "sum") or node.keywords:
            raise Unreadable
        return ast.Call(node.func, [self.visit(argument) for argument in node.args], [])

    def visit_Compare(self, node):
        terms = [self.visit(term) for term in (node.left, *node.comparators)]
        plain = {ast.Is: ast.Eq, ast.IsNot: ast.NotEq}
        parts = [ast.Compare(left, [plain.get(type(op), type(op))()], [right])
                 for left, op, right in zip(terms, node.ops, terms[1:])]
        return parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), parts)


def condition(node, cls, names):
    return ast.unparse(ast.fix_missing_locations(Fields(cls, names).visit(copy.deepcopy(node)))).replace("(none)", "none")


# MARK: - Writing

# What every config class declares, with types that are not held.
COMMON = {"transformers_version", "architectures", "output_hidden_states", "return_dict", "dtype", "is_encoder_decoder",
          "chunk_size_feed_forward", "id2label", "label2id", "problem_type"}


def without_torch():
    find = importlib.util.find_spec
    importlib.util.find_spec = lambda name, *rest: None if name.split(".")[0] in HEAVY else find(name, *rest)
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING

    return CONFIG_MAPPING


def record():
    mapping = without_torch()
    import transformers
    from transformers.models.auto.configuration_auto import CONFIG_MAPPING_NAMES

    for kind in CONFIG_MAPPING_NAMES:
        mapping[kind]
    classes, rest = {}, [transformers.PreTrainedConfig]
    while rest:
        for found in rest.pop().__subclasses__():
            rest.append(found)
            if "__validators__" in found.__dict__ and found.__module__.startswith("transformers.models."):
                # Families of one class name keep their folder with it.
                classes.setdefault(found.__name__, []).append(found)
    blocks = {}
    for name, found in sorted(classes.items()):
        for config_class in found:
            family = config_class.__module__.split(".")[2]
            blocks[name if len(found) == 1 else f"{family}.{name}"] = block(config_class)
    from transformers import configuration_utils

    layers = {"layer_types": configuration_utils.ALLOWED_ATTN_LAYER_TYPES,
              "mlp_layer_types": configuration_utils.ALLOWED_MLP_LAYER_TYPES}
    blocks["*"] = ["|".join(f"'{kind}'" for kind in kinds) + " " + field for field, kinds in layers.items()]
    return {"release": transformers.__version__, "classes": blocks}


def cases(seed, count):
    """Configs of drawn classes by their defaults, with one field changed, a line each."""
    mapping = without_torch()
    draw, kinds = random.Random(seed), sorted(mapping.keys())
    print(json.dumps({"release": importlib.metadata.version("transformers"), "seed": seed}))
    while count > 0:
        kind = draw.choice(kinds)
        config = changed(kind, mapping[kind], draw)
        if config is None:
            continue
        try:
            mapping[kind].from_dict(copy.deepcopy(config))
            raises = False
        except Exception:
            raises = True
        print(json.dumps({"raises": raises, **config}))
        count -= 1


def changed(kind, config_class, draw):
    fields = [field for field in dataclasses.fields(config_class) if field.name not in COMMON]
    config, names = {"model_type": kind}, {field.name for field in fields}
    if not fields:
        return None
    if draw.random() < 0.25 and "num_hidden_layers" in names:
        layers = config["num_hidden_layers"] = draw.choice([2, 3])
        one = draw.choice(["layer_types", "per_layer_config", "mlp_layer_types"])
        kinds = draw.choice([["full_attention"], ["full_attention", "sliding_attention"], ["mamba"], ["nothing"]])
        config[one] = {
            "layer_types": (kinds * 4)[:layers + draw.choice([0, 0, 1, -1])], "mlp_layer_types": ["dense"] * layers,
            "per_layer_config": draw.choice([
                [{}], {"1": {"hidden_size": 64}}, {"01": {}}, {"9": {"hidden_size": 64}}, {"x": {}}, {"0": 3},
                {"0": {"no_such_field": 1}}, {"0": {"no_such_field": 1}, "1": {"no_such_field": 2}}]),
        }[one]
        return config
    field = draw.choice(fields)
    config[field.name] = draw.choice([None, 1.0, True, "x", [1], ["x"], [1, 1.0], {}, {"a": 1}, 0, 8, -1, 0.5])
    return config


def block(config_class):
    by_type = collections.defaultdict(list)
    for field in dataclasses.fields(config_class):
        if field.name in COMMON:
            continue
        text = type_text(field.type)
        text = text if text == "any" else text + bounds(field)
        by_type[text].append(field.name)
    lines = [f"{text} {' '.join(names)}" for text, names in sorted(by_type.items())]
    if config_class.validate_layer_type.__qualname__.split(".")[0] != "PreTrainedConfig":
        lines.append("own layer_types")
    return lines + [f"refuse {expression}" for expression in dict.fromkeys(refusals(config_class))]


def write(paths):
    releases = [json.load(open(path)) for path in paths]
    print("// swift-format-ignore-file")
    print("// What config classes take: written by Fixtures/oracle/record_fields.py, not by hand, which says how it is read.")
    print()
    print("/// Types, bounds and conditions of the fields of config classes, a block for classes that share them.")
    print('package let fieldText: StaticString = #"""')
    newest = releases[0]["classes"]
    for place, release in enumerate(releases):
        print(f"transformers {release['release']}")
        shared = collections.defaultdict(list)
        for name, lines in release["classes"].items():
            if place == 0 or newest.get(name) != lines:
                shared["\n".join("  " + line for line in lines)].append(name)
        for lines, names in shared.items():
            print(f"config {' '.join(names)}\n{lines}")
    print('"""#')


if __name__ == "__main__":
    if sys.argv[1] == "cases":
        sys.exit(cases(int(sys.argv[2]), int(sys.argv[3])))
    if sys.argv[1] == "record":
        json.dump(record(), open(sys.argv[2], "w"), indent=0)
    else:
        write(sys.argv[2:])
