"""Config fields that some model classes need before they can be built (presets.json), as published
checkpoints have them."""

import json
import os

PRESETS = json.load(open(os.path.dirname(os.path.abspath(__file__)) + "/presets.json"))


def preset(name):
    return PRESETS.get(name, {})


RESNET = {"backbone_config": {"model_type": "resnet", "out_features": ["stage4"]}}
RESNET_STAGES = {
    "backbone_config": {"model_type": "resnet", "out_features": ["stage2", "stage3", "stage4"]}
}
# Fields with which the constructors of a unit can be recorded: their defaults build a tower of
# timm, which runs code of that library.
RECORDABLE = {
    "conditional_detr": RESNET,
    "dab_detr": RESNET,
    "deformable_detr": RESNET_STAGES,
    "detr": RESNET,
    "omdet_turbo": RESNET_STAGES,
    "table_transformer": RESNET,
}


def recordable(name, unit):
    """The fields that a class of a unit is recorded with."""
    return {**preset(name), **RECORDABLE.get(unit, {})}
