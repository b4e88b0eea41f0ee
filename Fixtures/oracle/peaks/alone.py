"""Lists the classes of which the command counts weights alone.

    python alone.py DEVICE-MAP [CLASS ...]

For every class that generates (`...ForCausalLM`, `...ForConditionalGeneration` and those of the mappings for it) a config is
made, as the recorder draws them or else the class's own, and `fit` is asked, once for classes whose configs have the same model
types. Printed are the class, the model types of its configs, and the reason that the command gives. With a release build about a
minute of processor time.
"""
import json
import logging
import os
import subprocess
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import transformers
from transformers.models.auto import modeling_auto
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

from record import Model

ENDS = "ForCausalLM", "ForConditionalGeneration"
MAPPINGS = ("SEQ_TO_SEQ_CAUSAL_LM", "SPEECH_SEQ_2_SEQ", "CAUSAL_LM", "IMAGE_TEXT_TO_TEXT", "MULTIMODAL_LM", "TEXT_TO_WAVEFORM")


def generating():
    """The classes that generate, in the order of the mappings, each once."""
    found = {}
    for name, mapping in vars(modeling_auto).items():
        if not name.endswith("_MAPPING_NAMES"): continue
        wanted = any(name == f"MODEL_FOR_{one}_MAPPING_NAMES" for one in MAPPINGS)
        for classes in mapping.values():
            for one in [classes] if isinstance(classes, str) else classes:
                if wanted or one.endswith(ENDS): found.setdefault(one)
    return [name for name in found if hasattr(transformers, name)]


def config_of(name):
    try: return Model(name).draw(1)
    except Exception: return getattr(transformers, name).config_class()


def types_of(config):
    raw = config.to_dict()
    return [raw["model_type"], *(value["model_type"] for value in raw.values() if isinstance(value, dict) and "model_type" in value)]


def reason(binary, name, config, folder):
    """Why the command counts weights alone; None where it counts all."""
    raw = json.loads(config.to_json_string())
    raw.update(architectures=[name], dtype="bfloat16")
    path = os.path.join(folder, "config.json")
    with open(path, "w") as file: json.dump(raw, file)
    done = subprocess.run([binary, "fit", path, "--json", "--gpu", "1TiB", "--context", "100"], capture_output=True, text=True)
    try: answer = json.loads(done.stdout)
    except ValueError: return done.stderr.strip()[:160]
    return next((note["text"] for note in answer["notes"] if note["code"] == "weights-only"), None)


def main():
    binary, *names = sys.argv[1:]
    alone = asked = 0
    answers = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names or generating():
            try: config = config_of(name)
            except Exception as error:
                print(name, "no config:", str(error)[:100])
                continue
            asked += 1
            kinds = tuple(types_of(config))
            if kinds not in answers: answers[kinds] = reason(binary, name, config, folder)
            why = answers[kinds]
            if why is None: continue
            alone += 1
            print(name, *kinds, "|", why, flush=True)
    print(alone, "of", asked, "with weights alone")


if __name__ == "__main__": main()
