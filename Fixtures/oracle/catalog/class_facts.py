"""Facts of the library's classes that no run of a constructor shows, put into a recorded text.

* `keep_fp32 "PATTERN"..`, `keep_fp32_strict ..` of a model: `_keep_in_fp32_modules` and
  `_keep_in_fp32_modules_strict`
* `base_config_key KEY..` of a config: the fields of a config around it that may hold it
* `is Linear` of a class that is a linear layer by inheritance
* `output PATH` of a model: its output embedding, as built models have it (`with_outputs`)
* `FIELD = CONSTANT` of a config: defaults that no constructor reads, of fields that the catalog
  names for other facts (caches, peaks)

usage: class_facts.py families     brings the families up to date with the installed release
  (entries by hand included)
"""

import dataclasses
import importlib
import json
import os
import re
import sys

import families
from write_catalog import literal

KEPT = (
    ("keep_fp32", "_keep_in_fp32_modules"),
    ("keep_fp32_strict", "_keep_in_fp32_modules_strict"),
)


def classes_of_library(units=None):
    """{unit.Name: class} of all models and configs in the library, or of some units."""
    import torch
    import transformers.models
    from transformers import PreTrainedConfig, PreTrainedModel

    root, found = os.path.dirname(transformers.models.__file__), {}
    for unit in sorted(os.listdir(root)):
        if not os.path.isdir(f"{root}/{unit}") or units is not None and unit not in units:
            continue
        for file in sorted(os.listdir(f"{root}/{unit}")):
            if not file.endswith(".py") or not file.startswith(("modeling_", "configuration_")):
                continue
            try:
                module = importlib.import_module(f"transformers.models.{unit}.{file[:-3]}")
            except ImportError as x:
                print(f"{unit}/{file}: {x}", file=sys.stderr)
                continue
            for name, value in vars(module).items():
                if (
                    isinstance(value, type)
                    and value.__module__ == module.__name__
                    and issubclass(value, (PreTrainedModel, PreTrainedConfig, torch.nn.Linear))
                ):
                    found[f"{unit}.{name}"] = value
    return found


def as_list(value):
    return (
        []
        if not value
        else [value]
        if isinstance(value, str)
        else sorted(value)
        if isinstance(value, (set, frozenset))
        else list(value)
    )


def stated(classes):
    """{unit.Name: {attribute: what the class states}} of some classes."""
    import torch

    attributes = ("base_config_key", *(a for _, a in KEPT))
    return {
        q: {
            **{a: as_list(getattr(c, a, None)) for a in attributes},
            "is_linear": issubclass(c, torch.nn.Linear),
        }
        for q, c in classes.items()
    }


def with_outputs(said, rows):
    """What is stated, with the output embeddings of the models that were built (`verify`)."""
    for name, row in rows.items():
        if row["forms"] and f"{row['unit']}.{name}" in said:
            said[f"{row['unit']}.{name}"]["output"] = row.get("output")
    return said


def facts(entry, said):
    """The lines about a class that belong into its entry."""
    if entry[0].startswith("config "):
        return (
            ["  base_config_key " + " ".join(said["base_config_key"])]
            if said["base_config_key"]
            else []
        )
    if entry[0].startswith("class "):
        return ["  is Linear"] if said["is_linear"] else []
    output = said.get("output")
    kept = [f"  {word} " + " ".join(json.dumps(p) for p in said[a]) for word, a in KEPT if said[a]]
    return kept + ([f"  output {output}"] if output not in (None, "lm_head") else [])


def with_facts(entry, unit, library):
    """An entry with its lines replaced by what the classes of the library have `stated`; behind the
    other facts of a model, at the head of a config."""
    words = entry[0].split(" ")
    if words[0] not in ("config", "class", "model"):
        return entry
    name = words[3] if words[2:3] == ["named"] else words[1].split("@")[0]
    if f"{unit}.{name}" not in library:
        return entry
    said = library[f"{unit}.{name}"]
    lines = facts(entry, said)
    replaced = ("base_config_key ", "keep_fp32 ", "keep_fp32_strict ", "is ")
    if "output" in said:
        replaced += ("output ",)
    rest = [l for l in entry if not l.strip().startswith(replaced)]
    at = 1
    while at < len(rest) and (
        families.is_remark(rest[at]) or words[0] != "config" and families.is_fact(rest[at])
    ):
        at += 1
    return rest[:at] + lines + rest[at:]


def with_defaults(entry, cls, names):
    """A config's entry with the library's defaults of those `names` that it says nothing of, behind
    its other defaults."""
    said = {
        m[1] for m in (re.match(r"  (?:alias |sub )?(\w+)(?: :?=|:)", l) for l in entry[1:]) if m
    }
    given = (
        {f.name: f.default for f in dataclasses.fields(cls)}
        if dataclasses.is_dataclass(cls)
        else {}
    )
    lines = [
        f"  {n} = {literal(given[n])}"
        for n in sorted(names - said)
        if isinstance(given.get(n), (bool, int, float, str))
    ]
    at = 1 + max(
        (
            i
            for i, l in enumerate(entry)
            if re.match(r"  (\w+ = |alias |base_config_key )", l) or families.is_remark(l)
        ),
        default=0,
    )
    return entry[:at] + lines + entry[at:]


def add(text, named=None):
    """A recorded text with the facts of its classes; `named` are the fields of configs that the
    catalog gives defaults."""
    heads, units = families.split(text)
    library = classes_of_library(units)
    said = stated(library)
    out = [text.split("\n", 1)[0]] + heads
    for unit in sorted(units, key=str.encode):
        out.append(f"unit {unit}")
        for entry in units[unit]:
            key = entry[0].split(" ")
            if key[0] == "config" and f"{unit}.{key[1]}" in library:
                entry = with_defaults(
                    entry, library[f"{unit}.{key[1]}"], (named or {}).get((unit, key[1]), set())
                )
            out += with_facts(entry, unit, said)
    return "\n".join(out) + "\n"


def main():
    library, found = stated(classes_of_library()), families.read()
    for unit, family in found.items():
        family.entries = [with_facts(e, unit, library) for e in family.entries]
    families.write(found)


if __name__ == "__main__":
    main()
