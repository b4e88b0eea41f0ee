"""Measures what fresh configs take, for the tests and for the table of errors.

    python measure.py ../../memory/peaks.jsonl [--seed N] [--seconds N] [CLASS ...]

For every class that generates a random config is drawn that no form was recorded from. The reference runs its passes on tensors
without data, with the kernels that CUDA takes. A row has the bytes of all that lives beside weights and inputs, the cache
included, and `beside` without the cache; with an encoder its output counts as well. Goes on where it was stopped. The tests
compare; `REWRITE_GOLDEN=1 swift test --filter PeakErrors` writes the table, Fixtures/memory/peaks.md.
"""
import argparse
import json
import logging
import os
import signal
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import cuda_on_meta
from cases import Case, hidden_of, record
from chunks import CHUNKS
from parts import part
from record import VARIANTS, Model, Slow, every_pair, too_slow
from solve import decoder_config, source_of

SOURCE = 777
LOOPED = 300   # the longest context of a class that loops over its tokens
# (case, [(batch, context)]): each context, each batch and each kernel, not all of their products.
PASSES = [
    (Case(), [(1, 1), (3, 100), (1, 4097), (3, 33000)]),
    (Case(attention="eager"), [(3, 100), (1, 33000)]),
    (Case(padded=True), [(1, 100), (3, 4097)]),
    (Case(attention="eager", padded=True), [(1, 4097)]),
    (Case("decode"), [(3, 33000)]),
    (Case("decode", "eager"), [(1, 100)]),
]


def config_text(model, seed):
    config = json.loads(model.draw(seed).to_json_string())
    config.update(architectures=[model.name], dtype="bfloat16")
    for key in ("transformers_version", "id2label", "label2id"): config.pop(key, None)
    return json.dumps(config)


def total_peak(recording):
    """Bytes of all that lives beside weights and inputs, the cache included."""
    live = most = 0
    for sign, serial in recording.events:
        if sign: live += sign * recording.storages[serial].bytes
        else: most = max(most, live)
    return most


def row_of(model, seed, case, batch, context):
    instance = model.model(seed, case.attention)
    if decoder_config(instance.config).model_type in CHUNKS: context = min(context, LOOPED)
    source = source_of(instance, SOURCE)
    new, past = (1, context - 1) if case.phase == "decode" else (context, 0)
    recording = record(instance, case, batch, new, past, source)
    row = dict(case=str(case), batch=batch, context=context, measured=total_peak(recording), beside=recording.peak()[0])
    if source:
        # What the encoder has made stays; before a prefill it runs itself.
        output = 2 * batch * source * hidden_of(part(instance.config, "encode"))
        row.update(source=source, measured=row["measured"] + output, beside=row["beside"] + output)
        if case.phase == "prefill":
            encoder = total_peak(record(instance, Case("encode", case.attention), batch, 0, 0, source))
            row.update(measured=max(row["measured"], encoder), beside=max(row["beside"], encoder))
    return row


def variants_of(name):
    """{label: fields} of a class: one of each kind of config whose operators differ."""
    try: kind = Model(name).draw(1).get_text_config(decoder=True).model_type
    except Exception: return {name: None}
    return {f"{name}, {variant}".replace('"', "'") if variant else name: overrides for variant, overrides in VARIANTS.get(kind, {"": None}).items()}


def line_of(name, label, overrides, seed):
    model, rows, reasons = Model(name, overrides), [], []
    for case, runs in PASSES:
        for batch, context in runs:
            try: rows.append(row_of(model, seed, case, batch, context))
            except Slow: return dict(model=label, config=config_text(model, seed), rows=rows, reason="took too long")
            except Exception as error: reasons.append(f"{type(error).__name__}: {error}"[:100])
    return dict(model=label, config=config_text(model, seed), rows=rows, **({"reason": reasons[0]} if reasons else {}))


def measured(name, label, overrides, options):
    signal.setitimer(signal.ITIMER_VIRTUAL, options.seconds)
    try: return line_of(name, label, overrides, options.seed)
    except KeyboardInterrupt: raise
    except BaseException as error: return dict(model=label, config="", rows=[], reason=f"{type(error).__name__}: {error}"[:100])
    finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--seed", type=int, default=90210)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("names", nargs="*")
    options = parser.parse_intermixed_args()
    cuda_on_meta.install()
    signal.signal(signal.SIGVTALRM, too_slow)
    done = {json.loads(line)["model"] for line in open(options.output)} if os.path.exists(options.output) else set()
    with open(options.output, "a") as file:
        for name in options.names or dict.fromkeys(name for _, name in every_pair()):
            for label, overrides in variants_of(name).items():
                if label in done: continue
                line = measured(name, label, overrides, options)
                file.write(json.dumps(line) + "\n")
                file.flush()
                print(label, len(line["rows"]), "rows", line.get("reason", ""), flush=True)


if __name__ == "__main__": main()
