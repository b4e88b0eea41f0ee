"""Config fields that some model classes need before they can be built (presets.json), as published checkpoints have them."""
import json
import os

PRESETS = json.load(open(os.path.dirname(os.path.abspath(__file__)) + '/presets.json'))


def preset(name): return PRESETS.get(name, {})
