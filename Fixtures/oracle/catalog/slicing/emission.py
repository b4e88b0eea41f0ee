"""The sliced text: build/blueprints/UNIT.bp and index.json."""

import ast
import collections
import dataclasses
import enum
import inspect
import json
import math
import os
import sys
import types

from transformers.models.auto.configuration_auto import CONFIG_MAPPING
from transformers import PreTrainedConfig
from transformers import PreTrainedModel
from torch import nn
import transformers

from random_configs import HANDLING
from .entities import (
    CLASS_CONSTANTS,
    CONFIGS,
    CONSTANTS,
    ENTITIES,
    FIELDS_NEEDED_ANYWHERE,
    MODULES,
    NEEDED_FIELDS,
    OTHER_UNITS,
)
from .library import canonical_name, is_auto_class, is_config_class, is_torch_class, unit_of


def literal(v):
    """A constant as Python writes it."""
    if isinstance(v, (list, tuple)):
        return (
            "[" + ", ".join(literal(x) for x in v) + "]"
            if isinstance(v, list)
            else "(" + "".join(literal(x) + ", " for x in v) + ")"
        )
    if isinstance(v, dict):
        return "{" + ", ".join(f"{literal(k)}: {literal(x)}" for k, x in v.items()) + "}"
    if isinstance(v, set):
        return "set([" + ", ".join(literal(x) for x in v) + "])"
    if isinstance(v, enum.Enum):
        return literal(v.value)
    if v is None or isinstance(v, (bool, int, str)):
        return repr(v)
    if isinstance(v, float):
        return repr(v) if math.isfinite(v) else f"float('{v}')"
    if is_config_class(type(v)):
        return f"{unit_of(type(v))}.{type(v).__name__}()"
    return "None"


def is_constructor_call(e, v):
    """Whether a value is made by a class."""
    if not isinstance(v, ast.Call):
        return isinstance(v, ast.Subscript) and "ACT2FN" in ast.unparse(v.value)
    t = ast.unparse(v.func)
    nm = t.split(".")[-1]
    return nm[:1].isupper() or t.endswith("from_config")


def body_lines(e, ind):
    """The lines of a body."""
    lines = []
    sp = "  "

    def go(stmts, d):
        for st in stmts:
            if (
                isinstance(st, ast.Assign)
                and len(st.targets) == 1
                and isinstance(st.targets[0], ast.Attribute)
                and isinstance(st.targets[0].value, ast.Name)
                and st.targets[0].value.id == e.self_name
                and is_constructor_call(e, st.value)
                and not e.kind.startswith("cfg")
            ):
                lines.append(sp * d + f"{st.targets[0].attr}: {ast.unparse(st.value)}")
            elif isinstance(st, ast.If):
                lines.append(sp * d + f"if {ast.unparse(st.test)}:")
                go(st.body, d + 1)
                els = st.orelse
                while len(els) == 1 and isinstance(els[0], ast.If):
                    lines.append(sp * d + f"elif {ast.unparse(els[0].test)}:")
                    go(els[0].body, d + 1)
                    els = els[0].orelse
                if els:
                    lines.append(sp * d + "else:")
                    go(els, d + 1)
            elif isinstance(st, ast.For):
                lines.append(sp * d + f"for {ast.unparse(st.target)} in {ast.unparse(st.iter)}:")
                go(st.body, d + 1)
            elif isinstance(st, ast.FunctionDef):
                lines.append(sp * d + f"def {st.name}({ast.unparse(st.args)}):")
                go(st.body, d + 1)
            else:
                for l in ast.unparse(st).split("\n"):
                    lines.append(sp * d + l)

    go(e.out, ind)
    return lines


def parameters(e):
    """The parameters of a function without `self`."""
    a = e.args
    s = ast.unparse(a)
    if e.self_name:
        p = s.split(", ", 1)
        s = p[1] if len(p) > 1 else ""
    return s


def emit(outdir, roots):
    """Writes all units."""
    os.makedirs(outdir, exist_ok=True)
    units = collections.defaultdict(lambda: dict(cfg=[], mod=[], fn=[]))
    for c in CONFIGS:
        units[unit_of(c)]["cfg"].append(c)
    owners = (
        set(MODULES)
        | {
            e.owner
            for e in ENTITIES.values()
            if e and e.owner is not None and not is_config_class(e.owner)
        }
        | set(CLASS_CONSTANTS)
    )
    owners = {
        o
        for o in owners
        if not is_config_class(o)
        and o not in (PreTrainedModel, nn.Module)
        and not any(e.owner is o and e.kind.startswith("cfg") for e in ENTITIES.values() if e)
    }
    for c in owners:
        units[unit_of(c)]["mod"].append(c)
    for e in ENTITIES.values():
        if e and e.owner is None:
            units[e.unit]["fn"].append(e)
    byowner = collections.defaultdict(list)
    for e in ENTITIES.values():
        if e and e.owner is not None:
            byowner[e.owner].append(e)

    def q(c, u):
        cu, cn = canonical_name(c)
        return cn if cu == u else f"{cu}.{cn}"

    tot = 0
    for u, d in units.items():
        L = []
        for n, v in CONSTANTS.get(u, {}).items():
            L.append(f"const {n} = {v}")
        for e in sorted(d["fn"], key=lambda e: e.line):
            _, nm = canonical_name(e.fn)
            L += ["", f"def {nm}({ast.unparse(e.args)})"] + (body_lines(e, 1) or ["  pass"])
        cfgs = list(d["cfg"])
        if u == "lib":
            cfgs.append(PreTrainedConfig)
        for c in cfgs:
            bases = [
                q(b, u)
                for b in c.__mro__[1:]
                if is_config_class(b) and b is not PreTrainedConfig and b in CONFIGS
            ]
            mix = [
                b
                for b in c.__mro__[1:]
                if not is_config_class(b)
                and b in byowner
                and b.__name__ != "RotaryEmbeddingConfigMixin"
            ]
            h = f"config {canonical_name(c)[1]}"
            if bases:
                h += " < " + ", ".join(bases)
            L += ["", h]
            if c is not PreTrainedConfig:
                L.append(f"  model_type: {c.model_type!r}")
                if isinstance(c.attribute_map, dict) and c.attribute_map:
                    L.append(f"  alias: {literal(dict(c.attribute_map))}")
                for k, sc in c.sub_configs_defaults.items():
                    t = q(sc.config_class, u) if is_config_class(sc.config_class) else "auto"
                    L.append(
                        f"  sub {k}: {t} type={sc.model_type!r}"
                        + (" optional" if sc.optional else "")
                        + (f" init={literal(sc.init_kwargs)}" if sc.init_kwargs else "")
                    )
                am = c.attribute_map if isinstance(c.attribute_map, dict) else {}
                am_t = {
                    v
                    for k, v in am.items()
                    if k
                    in set(NEEDED_FIELDS[u]).union(*[NEEDED_FIELDS[y] for y in OTHER_UNITS[u]])
                    | NEEDED_FIELDS["lib"]
                    | FIELDS_NEEDED_ANYWHERE
                }
                xu = set(OTHER_UNITS[u])
                for _ in range(3):
                    for y in list(xu):
                        xu |= OTHER_UNITS[y]
                NC = set(NEEDED_FIELDS[u]).union(*[NEEDED_FIELDS[y] for y in xu])
                need = (
                    NC
                    | NEEDED_FIELDS["lib"]
                    | FIELDS_NEEDED_ANYWHERE
                    | am_t
                    | set(c.sub_configs_defaults)
                    | {"tie_word_embeddings", "rope_parameters", "layer_types"}
                )
                for f in dataclasses.fields(c):
                    if f.name in HANDLING or (f.name not in need and "*" not in NC):
                        continue
                    if f.name in (
                        "chunk_size_feed_forward",
                        "id2label",
                    ) and f.name not in c.__dict__.get("__annotations__", {}):
                        continue
                    if f.name == "is_encoder_decoder" and f.default is False:
                        continue
                    v = (
                        f.default
                        if f.default is not dataclasses.MISSING
                        else (
                            f.default_factory()
                            if f.default_factory is not dataclasses.MISSING
                            else None
                        )
                    )
                    L.append(f"  {f.name} = {literal(v)}")
                for nm in sorted(
                    need | {"default_theta", "default_rope_type", "_rope_type_labels"}
                ):
                    if (
                        nm.startswith("__")
                        or nm in ("sub_configs_defaults", "*")
                        or nm
                        in {f.name for f in dataclasses.fields(c)}
                        | {"model_type", "attribute_map", "sub_configs", "per_layer_config"}
                    ):
                        continue
                    v = inspect.getattr_static(c, nm, None)
                    b = inspect.getattr_static(PreTrainedConfig, nm, None)
                    if (
                        v is not None
                        and v is not b
                        and not callable(v)
                        and not isinstance(
                            v, (property, staticmethod, classmethod, types.MemberDescriptorType)
                        )
                    ):
                        L.append(f"  {nm} = {literal(v)}")
            for e in (
                byowner.get(c, [])
                + [e for m in mix for e in byowner[m]]
                + (
                    [
                        e
                        for o in byowner
                        if o is not None and o.__name__ == "RotaryEmbeddingConfigMixin"
                        for e in byowner[o]
                    ]
                    if c is PreTrainedConfig
                    else []
                )
            ):
                k = {"cfg": "def", "cfgprop": "get", "cfgset": "set", "cfgstatic": "static"}.get(
                    e.kind, "def"
                )
                L.append(f"  {k} {e.name}({parameters(e)})")
                L += body_lines(e, 2) or ["    pass"]
        for c in sorted(
            d["mod"],
            key=lambda c: (
                min([e.line for e in byowner.get(c, [])] or [10**9]) if c in byowner else 10**9,
                canonical_name(c)[1],
            ),
        ):
            mro = [q(b, u) for b in c.__mro__[1:] if b in owners]
            tb = [b.__name__ for b in c.__mro__[1:] if is_torch_class(b) and b is not nn.Module]
            ini = next((e for e in byowner.get(c, []) if e.kind == "init"), None)
            h = f"{'model' if issubclass(c,PreTrainedModel) else 'module'} {canonical_name(c)[1]}"
            if ini:
                h += f"({parameters(ini)})"
            if mro or tb:
                h += " < " + ", ".join(mro + tb)
            L += ["", h]
            if canonical_name(c)[1] != c.__name__:
                L.append(f"  class {c.__name__}")
            if issubclass(c, PreTrainedModel):
                cc = getattr(c, "config_class", None)
                if is_config_class(cc) and (ini or c in MODULES):
                    L.append(f"  config {q(cc,u)}")
                if c._supports_sdpa and c in MODULES:
                    L.append("  sdpa")
                if c.base_model_prefix and c in MODULES:
                    L.append(f"  base_prefix {c.base_model_prefix}")
                if getattr(c, "_no_placement_params", None) and c in MODULES:
                    L.append(f"  no_placement {json.dumps(sorted(c._no_placement_params))}")
                ns = c._no_split_modules
                if ns and c in MODULES:
                    L.append(f"  no_split {json.dumps(sorted(ns))}")
                if (
                    c._tied_weights_keys
                    and c in MODULES
                    and not isinstance(c._tied_weights_keys, property)
                ):
                    tied = c._tied_weights_keys
                    tied = tied if isinstance(tied, dict) else {k: None for k in tied}
                    L.append(f"  tied {json.dumps(tied)}")
            for n, v in CLASS_CONSTANTS.get(c, {}).items():
                L.append(f"  attr {n} = {v}")
            if ini:
                L += body_lines(ini, 1)
            for e in byowner.get(c, []):
                if e is ini:
                    continue
                k = {"method": "def", "static": "static", "prop": "get"}.get(e.kind, "def")
                L.append(f"  {k} {e.name}({parameters(e)})")
                L += body_lines(e, 2) or ["    pass"]
        open(f"{outdir}/{u}.bp", "w").write("\n".join(L).strip() + "\n")
        tot += len(L)
    # entry points
    from transformers.models.auto import modeling_auto as ma

    auto = {}
    for n in dir(transformers):
        if n.startswith("AutoModel") or n == "AutoBackbone":
            a = getattr(transformers, n)
            if is_auto_class(a) and a._model_mapping is not None:
                auto[n] = {
                    mt: (cl if isinstance(cl, str) else list(cl))
                    for mt, cl in a._model_mapping._model_mapping.items()
                }
    types_ = {}
    for mt in CONFIG_MAPPING.keys():
        try:
            cc = CONFIG_MAPPING[mt]
        except Exception:
            continue
        if cc in CONFIGS:
            types_[mt] = ".".join(canonical_name(cc))
    classes = {}
    for c in MODULES:
        if issubclass(c, PreTrainedModel):
            classes.setdefault(c.__name__, ".".join(canonical_name(c)))
    json.dump(
        dict(transformers=transformers.__version__, types=types_, classes=classes, auto=auto),
        open(f"{outdir}/index.json", "w"),
        indent=0,
    )
    print("emitted", len(units), "units", tot, "lines", file=sys.stderr)
