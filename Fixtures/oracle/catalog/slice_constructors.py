"""Cut the structural part out of the constructors and configs of the installed library ->
build/blueprints/UNIT.bp.

usage: slice_constructors.py [--only UNIT,UNIT] [--out FOLDER] [--classes A,B] [--debug]

Of each constructor stay the statements that make modules and tensors, and what their arguments and
conditions need (slicing/).
"""

import environment
import argparse
import sys

from transformers.models.auto.configuration_auto import CONFIG_MAPPING

import observe
from slicing.emission import emit
from slicing.entities import add_config, add_entity, add_module
from slicing.library import PROBLEMS, PROBLEM_COUNTS, unit_of
from slicing.slicer import process


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--only", default="")
    ap.add_argument("--out", default="build/blueprints")
    ap.add_argument("--classes", default="")
    ap.add_argument("--debug", action="store_true")
    a = ap.parse_args()
    only = set(a.only.split(",")) if a.only else None
    roots = []
    for n in a.classes.split(",") if a.classes else observe.public_names():
        c = observe.model_class(n)
        if c is None or only and unit_of(c) not in only:
            continue
        roots.append(c)
        add_module(c)
    for mt in CONFIG_MAPPING.keys():
        try:
            c = CONFIG_MAPPING[mt]
        except Exception:
            continue
        if not only or unit_of(c) in only:
            add_config(c)
    from transformers.modeling_rope_utils import RotaryEmbeddingConfigMixin as RM

    for nm in (
        "convert_rope_params_to_dict",
        "standardize_rope_params",
        "nested_rope_parameter_keys",
    ):
        add_entity("cfg", RM, RM.__dict__[nm], nm)
    process(a.debug)
    emit(a.out, roots)
    for k, v in PROBLEM_COUNTS.most_common():
        print(v, k, list(dict.fromkeys(PROBLEMS[k]))[:6], file=sys.stderr)


if __name__ == "__main__":
    main()
