"""Records the peaks of generative classes in closed form.

    python record.py bodies.json [--seconds N] [MODEL_TYPE ...]

Classes whose peaks are equal share a body: a class is first tried against the bodies that are there, with a config of its
own. What is found is kept after each class, so that the work can be stopped and taken up again.
"""
import argparse
import itertools
import json
import logging
import os
import random
import signal
import sys
import time
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import torch
import transformers
from transformers.models.auto import modeling_auto
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

import cuda_on_meta
from cases import Case, build
from chunks import CHUNKS
from configs import Draw
from loops import solve_in_chunks
from solve import Forms, Unsolved, measure, solve

CASES = [Case(), Case(attention="eager"), Case(padded=True), Case(attention="eager", padded=True), Case("decode"), Case("decode", "eager"),
         Case("piece"), Case("piece", "eager"), Case(all_logits=True)]
# The cases that tell whether classes share a body.
MAIN = [CASES[0], CASES[1], CASES[2], CASES[4], CASES[5]]
LENGTH, PAST = {"prefill": 113, "decode": 1, "piece": 31, "encode": 0}, {"prefill": 0, "decode": 112, "piece": 89, "encode": 0}
ENCODER_DECODER = [Case("encode"), Case("encode", "eager"), Case(), Case(attention="eager"), Case("decode"), Case("decode", "eager")]
# Other circumstances in which operators differ: the condition, and how to bring it about.
CIRCUMSTANCES = {
    "window": dict(short=True),
    "one": dict(batches=[1, 1, 1]),
    "unshared": dict(shared="none"),
    "single": dict(shared="all"),
    "aligned": dict(aligned=True),
}


def chunk_lengths(models, chunk):
    """{number of chunks: three lengths}"""
    if chunk == 1: return {11: [11] * 3, 14: [14] * 3, 18: [18] * 3}
    sizes = [chunk if isinstance(chunk, int) else getattr(model.config.get_text_config(decoder=True), chunk) for model in models]
    return {count: [(count - 1) * size + rest for size, rest in zip(sizes, (3, 37, 19))] for count in (2, 3, 4)}


class Slow(Exception): pass


def too_slow(*_): raise Slow("too slow")


class Model:
    """A class and how configs for it are drawn."""

    def __init__(self, name, overrides=None):
        self.name = name
        self.model_class = getattr(transformers, name)
        self.config_class = self.model_class.config_class
        self.overrides = overrides
        default = self.config_class()
        if default.get_text_config(decoder=True) is not default and not default.is_encoder_decoder: raise Unsolved("composite: its decoder has a class of its own")
        self.built, self.square = {}, False

    def draw(self, seed, shared="some", index=0): return Draw(seed, self.config_class, self.overrides, index=index, square=self.square).config(shared)

    def model(self, seed, attention="default", shared="some", index=0):
        key = seed, attention, shared, index
        if key not in self.built: self.built[key] = build(self.model_class, self.draw(seed, shared, index), attention)
        return self.built[key]

    def models(self, seed, attention, shared="some"): return [self.model(seed, attention, shared, index) for index in range(3)]

    def has_window(self):
        config = self.draw(1).get_text_config(decoder=True)
        return any(getattr(config, name, None) for name in ("sliding_window", "attention_window_size", "attention_chunk_size", "local_attention"))


def lengths_of(case, how):
    """[(new, past)] for three runs."""
    if how.get("short"): return {"prefill": [(13, 0), (17, 0), (19, 0)], "decode": [(1, 12), (1, 16), (1, 18)], "piece": [(7, 11), (5, 13), (9, 12)]}[case.phase]
    if how.get("aligned"): return {"prefill": [(64, 0), (96, 0), (80, 0)], "decode": [(1, 63), (1, 95), (1, 79)], "piece": [(16, 64), (32, 96), (48, 80)]}[case.phase]
    return None


def applies(name, case, model):
    if name != "window" and (case.phase == "piece" or case.all_logits): return False
    if name == "one": return case in (CASES[0], CASES[4])
    if name == "aligned": return case.padded and case.attention == "default"
    if name == "window": return model.has_window()
    if name in ("unshared", "single"):
        config = model.draw(1).get_text_config(decoder=True)
        fields = config.to_dict()
        return any(fields.get(n) for n in ("num_key_value_heads", "num_kv_heads")) and not fields.get("kv_lora_rank")
    return True


class Body:
    def __init__(self, name, forms=None, classes=None, circumstances=None, failures=None):
        self.name, self.forms, self.classes = name, forms or {}, classes or []
        self.circumstances, self.failures = circumstances or {}, failures or {}
        self.complete = self.square = False
        self.structures = {}

    def json(self):
        return dict(name=self.name, classes=self.classes, forms={case: forms.json() for case, forms in self.forms.items()},
                    circumstances={key: {case: forms.json() for case, forms in found.items()} for key, found in self.circumstances.items()},
                    failures=self.failures, complete=self.complete, square=self.square, structures=self.structures)

    @staticmethod
    def of(data):
        read = lambda table: {case: Forms.of(forms) for case, forms in table.items()}
        body = Body(data["name"], read(data["forms"]), data["classes"], {key: read(table) for key, table in data["circumstances"].items()}, data["failures"])
        body.complete, body.square = data.get("complete", False), data.get("square", False)
        body.structures = data.get("structures", {})
        return body


def reason(error): return f"{type(error).__name__}: {error}".replace("\n", " ")[:300]


def main_cases(model): return ENCODER_DECODER if getattr(model.draw(1), "is_encoder_decoder", False) else MAIN


def all_cases(model): return ENCODER_DECODER if getattr(model.draw(1), "is_encoder_decoder", False) else CASES


def measured_all(model, seed):
    """{case: (bytes, numbers)} of one config."""
    out = {}
    for case in main_cases(model):
        try: out[str(case)] = measure(model.model(seed, case.attention), case, 2, LENGTH[case.phase], PAST[case.phase])
        except Slow: raise
        except Exception as error: out[str(case)] = error
    return out


def structures_of(found): return {case: value.structure for case, value in found.items() if isinstance(value, tuple)}


def shares(body, found):
    """Whether a class has the passes of a body: the same births and deaths, and the same peaks."""
    return structures_of(found) == body.structures and \
        all(case in body.forms and body.forms[case].bytes(value[1]) == value[0] for case, value in found.items() if isinstance(value, tuple))


def body_for(model, bodies):
    found = measured_all(model, 77)
    if not any(isinstance(value, tuple) for value in found.values()):
        model.square, model.built = True, {}   # a class whose heads make up the hidden size
        found = measured_all(model, 77)
    if not any(isinstance(value, tuple) for value in found.values()): raise next(iter(found.values()))
    model.structures = structures_of(found)
    return next((body for body in bodies if shares(body, found)), None)


def chunk_of(model): return CHUNKS.get(model.draw(1).get_text_config(decoder=True).model_type)


def record_cases(model, body, cases):
    chunk = chunk_of(model)
    for case in cases:
        if str(case) in body.forms or str(case) in body.failures: continue
        try:
            models = model.models(1, case.attention)
            if chunk and case.phase == "piece": continue
            if chunk and case.phase == "prefill": body.forms[str(case)] = solve_in_chunks(models, case, chunk_lengths(models, chunk), [3, 5, 2], "S" if chunk == 1 else "C")
            else: body.forms[str(case)] = solve(models, case)
        except Slow: raise
        except Exception as error: body.failures[str(case)] = reason(error)


def record_circumstances(model, body):
    chunk = chunk_of(model)
    for name, how in CIRCUMSTANCES.items():
        for case in all_cases(model):
            if case.phase == "encode" or (chunk and case.phase == "prefill"): continue
            if str(case) not in body.forms or not applies(name, case, model): continue
            lengths, batches = lengths_of(case, how), how.get("batches", [3, 5, 2])
            models = model.models(1, case.attention, how.get("shared", "some"))
            new, past = (lengths or [(LENGTH[case.phase], PAST[case.phase])])[0]
            try:
                measured, numbers = measure(models[0], case, batches[0], new, past)
                if body.forms[str(case)].bytes(numbers) == measured: continue
                body.circumstances.setdefault(name, {})[str(case)] = solve(models, case, lengths, batches)
            except Slow: raise
            except Exception as error: body.failures[f"{name} {case}"] = reason(error)
    body.complete = True


def read(path):
    if not os.path.exists(path): return [], {}
    data = json.load(open(path))
    return [Body.of(body) for body in data["bodies"]], data["failed"]


def save(path, bodies, failed):
    with open(path + ".new", "w") as file:
        json.dump(dict(transformers=transformers.__version__, torch=torch.__version__, bodies=[body.json() for body in bodies], failed=failed), file)
    os.replace(path + ".new", path)


def names_of(model_types):
    for kind in model_types:
        found = modeling_auto.MODEL_FOR_CAUSAL_LM_MAPPING_NAMES.get(kind) or modeling_auto.MODEL_FOR_SEQ_TO_SEQ_CAUSAL_LM_MAPPING_NAMES.get(kind) or kind
        yield found if isinstance(found, str) else found[0]


def complete(options, bodies, failed):
    for body in sorted(bodies, key=lambda body: -len(body.classes)):
        if body.complete: continue
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
        try:
            model = Model(body.name)
            model.square = body.square
            record_cases(model, body, all_cases(model))
            record_circumstances(model, body)
        except Slow: body.complete = True
        finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        print(body.name, len(body.forms), "cases", len(body.failures), "failures", f"{time.process_time() - started:.1f} s", flush=True)
        save(options.output, bodies, failed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--again", action="store_true", help="try those that failed before")
    parser.add_argument("--complete", action="store_true", help="record the other cases and circumstances of the bodies that are there")
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_args()
    cuda_on_meta.install()
    bodies, failed = read(options.output)
    known = {name for body in bodies for name in body.classes}
    kinds = options.kinds or sorted(modeling_auto.MODEL_FOR_CAUSAL_LM_MAPPING_NAMES)
    signal.signal(signal.SIGVTALRM, too_slow)
    if options.complete: return complete(options, bodies, failed)
    for name in names_of(kinds):
        if name in known or (name in failed and not options.again): continue
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
        try:
            model = Model(name)
            body = body_for(model, bodies)
            if body is None:
                body = Body(model.name)
                body.square, body.structures = model.square, model.structures
                record_cases(model, body, main_cases(model))
                bodies.append(body)
            body.classes.append(name)
            failed.pop(name, None)
            word = f"{body.name} {len(body.forms)} cases, {len(body.failures)} failures"
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt): raise
            failed[name] = word = reason(error)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        print(name, word, f"{time.process_time() - started:.1f} s", flush=True)
        save(options.output, bodies, failed)


if __name__ == "__main__": main()
