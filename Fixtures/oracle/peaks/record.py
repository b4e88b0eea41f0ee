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
from chunks import BLOCKS, CHUNKS, over_blocks
from configs import Draw
import parts
from loops import solve_in_chunks
from solve import Forms, Unsolved, decoder_config, measure, numbers_of, solve, source_of

CASES = [Case(), Case(attention="eager"), Case(padded=True), Case(attention="eager", padded=True), Case("decode"), Case("decode", "eager"),
         Case("piece"), Case("piece", "eager"), Case(all_logits=True)]
# The cases that tell whether classes share a body.
MAIN = [CASES[0], CASES[1], CASES[2], CASES[4], CASES[5]]
LENGTH, PAST = {"prefill": 113, "decode": 1, "piece": 31, "encode": 0}, {"prefill": 0, "decode": 112, "piece": 89, "encode": 0}
ENCODER_DECODER = [Case("encode"), Case("encode", "eager"), Case(), Case(attention="eager"), Case("decode"), Case("decode", "eager"), Case(padded=True), Case(attention="eager", padded=True)]
# Other circumstances in which operators differ: the condition, and how to bring it about.
CIRCUMSTANCES = {
    "token": dict(first=True),
    "chunks": dict(chunks=2),
    "window": dict(short=True),
    "one": dict(batches=[1, 1, 1]),
    "unshared": dict(shared="none"),
    "single": dict(shared="all"),
    "aligned": dict(aligned=True),
    "unshared window": dict(shared="none", short=True),
    "single window": dict(shared="all", short=True),
    "single one": dict(shared="all", batches=[1, 1, 1]),
    "unshared one": dict(shared="none", batches=[1, 1, 1]),
}
# What the recording keeps of the numbers that a circumstance is about.
BOUND = {
    "token": {"S": 1, "S16": 16}, "one": {"B": 1}, "unshared": {"num_key_value_heads": "num_attention_heads"}, "single": {"num_key_value_heads": 1},
    "unshared window": {"num_key_value_heads": "num_attention_heads"}, "single window": {"num_key_value_heads": 1},
    "single one": {"num_key_value_heads": 1, "B": 1}, "unshared one": {"num_key_value_heads": "num_attention_heads", "B": 1},
}


def chunk_lengths(models, chunk, counts=(2, 3, 4)):
    """{number of chunks: three lengths}"""
    if chunk == 1: return {5 * count + 1: [5 * count + 1] * 3 for count in counts}
    sizes = [chunk if isinstance(chunk, int) else getattr(model.config.get_text_config(decoder=True), chunk) for model in models]
    return {count: [(count - 1) * size + rest for size, rest in zip(sizes, (3, 37, 19))] for count in counts}


def longer(models, chunk, count=61):
    """(number of chunks, length) of a prompt that is much longer than all of `chunk_lengths`: three numbers of chunks are always
    on a parabola, and one that is none says too much there."""
    if chunk == 1: return 5 * count + 1, 5 * count + 1
    return count, (count - 1) * (chunk if isinstance(chunk, int) else getattr(models[0].config.get_text_config(decoder=True), chunk)) + 5


# Configs of a model type whose operators differ: what holds for them, and fields that bring it about. The first that holds counts.
WIDE = "global_head_dim > 256"
VARIANTS = {
    "gemma4_text": {
        "enable_moe_block and attention_k_eq_v": dict(enable_moe_block=True, attention_k_eq_v=True, hidden_size_per_layer_input=0, is_wide=True),
        "enable_moe_block": dict(enable_moe_block=True, is_wide=True),
        f"attention_k_eq_v and {WIDE}": dict(attention_k_eq_v=True, hidden_size_per_layer_input=0, is_wide=True),
        f"num_kv_shared_layers > 0 and {WIDE}": dict(num_kv_shared_layers=2, is_wide=True),
        WIDE: dict(is_wide=True),
        "": dict(),
    },
    "nemotron_h": {'"moe" in layers_block_type': dict(), "": dict(layers_block_type=["linear_attention", "full_attention", "mlp"])},
    "gemma4_unified_text": {WIDE: dict(is_wide=True), "": dict()},
    # Without a cache keys and values count beside the rest.
    **{kind: {"is_decoder": dict(is_decoder=True), "": dict(is_decoder=False)} for kind in
       ("roberta", "xlm-roberta", "bert", "ernie", "camembert", "data2vec-text", "roc_bert", "bert-generation", "electra")},
}
# Circumstances that are looked for in variants.
OF_VARIANTS = "token", "window", "unshared"


class Slow(Exception): pass


def too_slow(*_): raise Slow("too slow")


# Fields of the model with towers that its class reads and its defaults leave open.
OUTER = {"qwen3_omni_moe_thinker": dict(vision_start_token_id=1)}


def within(whole, key, drawn):
    """The config of a model with towers whose decoder has the drawn one."""
    towers = {}
    for name, value in vars(whole()).items():
        if name != key and hasattr(value, "to_dict"):
            raw = value.to_dict()
            towers[name] = {**raw, **{width: drawn.hidden_size for width in ("out_hidden_size", "text_hidden_size") if width in raw}}
    return whole(**{key: drawn.to_dict()}, **towers, **OUTER.get(whole.model_type, {}))


def every_pair():
    """(model type, class) of the classes that generate, with an encoder before those without."""
    for name in ("SEQ_TO_SEQ_CAUSAL_LM", "SPEECH_SEQ_2_SEQ", "CAUSAL_LM", "IMAGE_TEXT_TO_TEXT"):
        for kind, found in getattr(modeling_auto, f"MODEL_FOR_{name}_MAPPING_NAMES").items():
            for one in [found] if isinstance(found, str) else found: yield kind, one


class Model:
    """A class and how configs for it are drawn."""

    def __init__(self, name, overrides=None):
        self.name = name
        self.model_class = getattr(transformers, name)
        self.config_class = self.model_class.config_class
        self.overrides = overrides
        self.whole, self.key = None, None
        default = self.config_class()
        inner = default.get_text_config(decoder=True)
        if inner is not default and not default.is_encoder_decoder:
            # A decoder within a model that has towers as well: the decoder's config is drawn.
            self.whole, self.config_class = self.config_class, type(inner)
            self.key = next(name for name, value in vars(default).items() if value is inner)
        self.built, self.square, self.structures_seen = {}, False, {}

    def draw(self, seed, shared="some", index=0):
        if self.config_class.model_type in parts.PARTS: return parts.drawn(self.config_class, seed, index, shared)
        drawn = Draw(seed, self.config_class, self.overrides, index=index, square=self.square).config(shared)
        return drawn if self.whole is None else within(self.whole, self.key, drawn)

    def kinds(self):
        """The model types of the configs that its decoder may have."""
        own = self.config_class.model_type
        if self.whole is not None: return [own]
        return list(dict.fromkeys([*(kind for kind, name in every_pair() if name == self.name), own]))

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
    if how.get("first"): return [(1, 0)] * 3
    if how.get("short"): return {"prefill": [(13, 0), (17, 0), (19, 0)], "decode": [(1, 12), (1, 16), (1, 18)], "piece": [(7, 11), (5, 13), (9, 12)]}[case.phase]
    if how.get("aligned"): return {"prefill": [(64, 0), (96, 0), (80, 0)], "decode": [(1, 63), (1, 95), (1, 79)], "piece": [(16, 64), (32, 96), (48, 80)]}[case.phase]
    return None


def applies(name, case, model):
    if name == "token": return case.phase == "prefill" and not case.all_logits and not case.padded
    if name == "chunks": return case.phase == "prefill" and not case.all_logits and chunk_of(model) not in (None, 1)
    if case.all_logits or (name != "window" and case.phase == "piece"): return False
    if name == "one": return case.phase in ("prefill", "decode")
    if name == "aligned": return case.padded and case.attention == "default"
    if name == "window": return model.has_window()
    if name.endswith(" window") and not model.has_window(): return False
    if name in ("single one", "unshared one") and (case.attention == "default" or case.padded): return False
    if name.startswith(("unshared", "single")):
        config = model.draw(1).get_text_config(decoder=True)
        fields = config.to_dict()
        return any(fields.get(n) for n in ("num_key_value_heads", "num_kv_heads")) and not fields.get("kv_lora_rank")
    return True


class Body:
    def __init__(self, name, forms=None, classes=None, circumstances=None, failures=None):
        self.name, self.forms, self.classes = name, forms or {}, classes or []
        self.circumstances, self.failures = circumstances or {}, failures or {}
        self.square, self.tried = False, []
        self.structures, self.kinds, self.checked = {}, {}, []
        self.variant, self.overrides = "", None

    def json(self):
        return dict(name=self.name, classes=self.classes, forms={case: forms.json() for case, forms in self.forms.items()},
                    circumstances={key: {case: forms.json() for case, forms in found.items()} for key, found in self.circumstances.items()},
                    failures=self.failures, tried=self.tried, square=self.square, structures=self.structures, kinds=self.kinds, checked=self.checked,
                    variant=self.variant, overrides=self.overrides)

    @staticmethod
    def of(data):
        read = lambda table: {case: Forms.of(forms) for case, forms in table.items()}
        body = Body(data["name"], read(data["forms"]), data["classes"], {key: read(table) for key, table in data["circumstances"].items()}, data["failures"])
        body.tried, body.square = data["tried"], data["square"]
        body.structures, body.kinds, body.checked = data["structures"], data["kinds"], data.get("checked", [])
        body.variant, body.overrides = data.get("variant", ""), data.get("overrides")
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
    return (not body.structures or structures_of(found) == body.structures) and \
        all(case in body.forms and body.forms[case].bytes(value[1]) == value[0] for case, value in found.items() if isinstance(value, tuple))


def body_for(model, bodies):
    found = measured_all(model, 77)
    if not any(isinstance(value, tuple) for value in found.values()):
        model.square, model.built = True, {}   # a class whose heads make up the hidden size
        found = measured_all(model, 77)
    if not any(isinstance(value, tuple) for value in found.values()): raise next(iter(found.values()))
    model.structures = structures_of(found)
    # Other widths may have another step on top.
    return next((body for body in bodies if shares(body, found) and all(shares(body, measured_all(model, seed)) for seed in (78, 79, 80))), None)


def chunk_of(model): return CHUNKS.get(model.draw(1).get_text_config(decoder=True).model_type)


def solve_loop(models, case, chunk):
    """The forms of a class that loops; where another step is the highest in longer prompts, from longer ones."""
    name = "S" if chunk == 1 else "C"
    try: return solve_in_chunks(models, case, chunk_lengths(models, chunk), [3, 5, 2], name, longer(models, chunk))
    except Unsolved: return solve_in_chunks(models, case, chunk_lengths(models, chunk, (5, 7, 10)), [3, 5, 2], name, longer(models, chunk, 67))


def record_cases(model, body, cases):
    chunk = chunk_of(model)
    for case in cases:
        if str(case) in body.forms or str(case) in body.failures: continue
        try:
            models = model.models(1, case.attention)
            if chunk and case.phase == "piece": continue
            if chunk and case.phase == "prefill": body.forms[str(case)] = solve_loop(models, case, chunk)
            else: body.forms[str(case)] = solve(models, case)
            block = BLOCKS.get(models[0].config.model_type)
            if block and case.phase == "encode": body.forms[str(case)] = Forms([over_blocks(poly, block) for poly in body.forms[str(case)].polys])
        except Slow: raise
        except Exception as error: body.failures[str(case)] = reason(error)


def first_step(body, case, numbers):
    """What the forms of a decode step say of a prompt of one token: where it has none of its own, the larger counts."""
    step = "decode eager" if case.attention == "eager" else "decode default"
    forms = body.circumstances.get("window", {}).get(step) or body.forms.get(step)
    return forms and forms.bytes({**numbers, "T": 1, "T16": 16})


def known_without(body, name, case):
    """The forms that count where those of a circumstance are missing."""
    others = name.split()[::-1]
    return next((body.circumstances[other][str(case)] for other in others if str(case) in body.circumstances.get(other, {})), body.forms[str(case)])


def runs_alike(model, models, case, name, batch, new, past):
    """Whether the operators are those of other head counts, so that the forms hold as they stand."""
    if not name.startswith(("unshared", "single")) or name.endswith(" one"): return False
    key = case, new, past
    if key not in model.structures_seen: model.structures_seen[key] = measure(model.model(1, case.attention), case, batch, new, past).structure
    return measure(models[0], case, batch, new, past).structure == model.structures_seen[key]


def record_circumstances(model, body, names=tuple(CIRCUMSTANCES), cases=None):
    """`cases`: those that are looked at; None for all."""
    chunk = chunk_of(model)
    for name, how in CIRCUMSTANCES.items():
        if name in body.tried or name not in names: continue
        for case in all_cases(model):
            if (case.phase == "encode" and name not in ("unshared", "single")) or (cases and str(case) not in cases) or (chunk and case.phase == "prefill" and name not in ("token", "chunks")): continue
            if str(case) not in body.forms or not applies(name, case, model): continue
            lengths, batches = lengths_of(case, how), how.get("batches", [3, 5, 2])
            models = model.models(1, case.attention, how.get("shared", "some"))
            if "chunks" in how: lengths = [(length, 0) for length in chunk_lengths(models, chunk, [how["chunks"]])[how["chunks"]]]
            new, past = (lengths or [(LENGTH[case.phase], PAST[case.phase])])[0]
            try:
                if runs_alike(model, models, case, name, batches[0], new, past): continue
                known = known_without(body, name, case)
                if name in BOUND and name != "token":
                    found = solve(models, case, lengths, batches)
                    if not known.says_the_same(found, numbers_of(decoder_config(models[0].config), batches[0], new, past, source_of(models[0], 59)), BOUND[name]):
                        body.circumstances.setdefault(name, {})[str(case)] = found
                    continue
                measured, numbers = measure(models[0], case, batches[0], new, past)
                said = known.bytes({"C": how.get("chunks", 1), **numbers}) or 0
                if name == "token" and said == measured and (first_step(body, case, numbers) or 0) > measured:
                    body.circumstances.setdefault(name, {})[str(case)] = known
                if name == "token": said = max(said, first_step(body, case, numbers) or 0)
                if said == measured or str(case) in body.circumstances.get(name, {}): continue
                body.circumstances.setdefault(name, {})[str(case)] = solve(models, case, lengths, batches)
            except Slow: raise
            except Exception as error: body.failures[f"{name} {case}"] = reason(error)
    body.tried = list(dict.fromkeys([*body.tried, *names]))


def read(path):
    if not os.path.exists(path): return [], {}
    data = json.load(open(path))
    return [Body.of(body) for body in data["bodies"]], data["failed"]


def save(path, bodies, failed):
    with open(path + ".new", "w") as file:
        json.dump(dict(transformers=transformers.__version__, torch=torch.__version__, bodies=[body.json() for body in bodies], failed=failed), file)
    os.replace(path + ".new", path)


def names_of(kinds):
    """The class of each model type: with its encoder, where it has one; a name of a class is taken as it is."""
    first = {}
    for kind, name in every_pair(): first.setdefault(kind, name)
    for kind in kinds or first:
        yield first.get(kind, kind)


def complete(options, bodies, failed):
    for body in bodies:
        if options.kinds and not set(options.kinds) & set(body.kinds): continue
        if set(options.only or CIRCUMSTANCES) <= set(body.tried): continue
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
        try:
            model = Model(body.name, body.overrides)
            model.square = body.square
            if not options.only: record_cases(model, body, all_cases(model))
            record_circumstances(model, body, options.only or tuple(CIRCUMSTANCES), options.case)
        except Slow: body.tried = list(dict.fromkeys([*body.tried, *(options.only or CIRCUMSTANCES)]))
        except Exception as error: body.failures["circumstances"] = reason(error)
        finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        print(body.name, len(body.forms), "cases", len(body.failures), "failures", f"{time.process_time() - started:.1f} s", flush=True)
        save(options.output, bodies, failed)


def record_variants(options, bodies, failed):
    """All cases of the configs of a model type whose operators differ."""
    for kind in options.kinds or VARIANTS:
        name = kind if hasattr(transformers, kind) else next(iter(names_of([kind])))
        model = Model(name)
        kind = model.draw(1).get_text_config(decoder=True).model_type
        for variant, overrides in VARIANTS[kind].items():
            if any(kind in body.kinds and body.variant == variant and body.overrides is not None for body in bodies): continue
            body = Body(name, classes=[name])
            body.kinds, body.variant, body.overrides = {kind: name}, variant, overrides
            model = Model(name, overrides)
            signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
            try:
                record_cases(model, body, all_cases(model))
                record_circumstances(model, body, OF_VARIANTS)
            except Slow: body.tried = list(CIRCUMSTANCES)
            finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            # What was recorded before without variants is replaced.
            bodies[:] = [other for other in bodies if not (kind in other.kinds and other.overrides is None)] + [body]
            print(kind, variant, len(body.forms), "cases", body.failures, flush=True)
            save(options.output, bodies, failed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--again", action="store_true", help="try those that failed before")
    parser.add_argument("--complete", action="store_true", help="record the other cases and circumstances of the bodies that are there")
    parser.add_argument("--only", choices=CIRCUMSTANCES, action="append", help="with --complete: this circumstance alone (repeatable)")
    parser.add_argument("--case", action="append", help="with --only: this pass alone, as `decode eager` (repeatable)")
    parser.add_argument("--variants", action="store_true", help="record the model types whose configs differ in their operators")
    parser.add_argument("kinds", nargs="*")
    options = parser.parse_intermixed_args()
    cuda_on_meta.install()
    bodies, failed = read(options.output)
    known = {name for body in bodies for name in body.classes}
    taken = {kind for body in bodies for kind in body.kinds}
    signal.signal(signal.SIGVTALRM, too_slow)
    if options.variants: return record_variants(options, bodies, failed)
    if options.complete: return complete(options, bodies, failed)
    for name in dict.fromkeys(names_of(options.kinds)):
        if name in known or (name in failed and not options.again): continue
        started = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
        try:
            model = Model(name)
            kinds = [kind for kind in model.kinds() if kind not in taken]
            if not kinds:
                failed[name] = "its decoder is recorded"
                continue
            body = body_for(model, bodies)
            if body is None:
                body = Body(model.name)
                body.square, body.structures = model.square, model.structures
                record_cases(model, body, main_cases(model))
                bodies.append(body)
            body.classes.append(name)
            body.kinds.update({kind: name for kind in kinds})
            taken.update(kinds)
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
