"""What the recorded forms say against what is measured, for configs that were not used to record them.

    python table.py bodies.json ERRORS.md [--contexts 1,100,4097,33000] [--batches 1,3] [--rows FILE.jsonl] [CLASS ...]
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
from cases import Case
from record import ENCODER_DECODER, Model, chunk_of, read
from solve import decoder_config, measure

KERNELS = [Case(), Case(attention="eager"), Case(padded=True), Case(attention="eager", padded=True), Case("decode"), Case("decode", "eager")]
SEED = 4242
SOURCE = 777
LOOPED = 300   # the longest context of a class that loops over its tokens


class Slow(Exception): pass


def too_slow(*_): raise Slow("too slow")


def cases_of(model): return ENCODER_DECODER if getattr(model.draw(1), "is_encoder_decoder", False) else KERNELS


def window_of(config):
    return next((getattr(config, name) for name in ("sliding_window", "attention_window_size", "attention_chunk_size") if getattr(config, name, None)), None)


def said(body, case, config, numbers, batch, new, total):
    """The peak that the forms say, and under which condition; None where there is none."""
    heads, shared = numbers.get("num_attention_heads"), numbers.get("num_key_value_heads")
    window = window_of(config)
    holds = {"window": window is None or total < window, "unshared": heads == shared, "single": shared == 1, "aligned": total % 16 == 0, "one": batch == 1}
    for name, applies in holds.items():
        found = body.circumstances.get(name, {}).get(str(case))
        if applies and found is not None: return found.bytes(numbers), name
    found = body.forms.get(str(case)) or body.forms.get(str(case).replace("eager padded", "eager"))
    return (found.bytes(numbers), "") if found is not None else (None, "")


def rows_of(model, body, contexts, batches):
    chunk = chunk_of(model)
    for case in cases_of(model):
        instance = model.model(SEED, case.attention)
        config = decoder_config(instance.config)
        for batch in batches:
            for context in contexts:
                if chunk == 1: context = min(context, LOOPED)
                if case.phase == "encode" and context != contexts[-1]: continue
                new, past = (1, context - 1) if case.phase == "decode" else (0, 0) if case.phase == "encode" else (context, 0)
                if case.phase == "decode" and past < 2: continue
                signal.setitimer(signal.ITIMER_VIRTUAL, 20)
                try:
                    measured, numbers = measure(instance, case, batch, new, past, SOURCE)
                    if chunk: numbers["C"] = -(-context // (chunk if isinstance(chunk, int) else getattr(config, chunk)))
                    numbers.setdefault("B", batch)
                    if new <= 1: numbers.update(S=1, S16=16)
                    bytes, condition = said(body, case, config, numbers, batch, new, context)
                    yield dict(case=str(case), batch=batch, context=context, **({"source": numbers["N"]} if "N" in numbers else {}), measured=measured, said=bytes, condition=condition)
                except Exception as error:
                    yield dict(case=str(case), batch=batch, context=context, error=f"{type(error).__name__}: {error}"[:120])
                finally: signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def measured_line(body, name, contexts, batches):
    model = Model(name)
    model.square = body.square
    config = json.loads(model.draw(SEED).to_json_string())
    config["architectures"] = [name]
    for key in ("transformers_version", "id2label", "label2id"): config.pop(key, None)
    return dict(model=name, body=body.name, config=json.dumps(config), rows=list(rows_of(model, body, contexts, batches)))


def percent(row): return 100 * (row["said"] - row["measured"]) / row["measured"]


def report(rows, path, versions):
    every = list(dict.fromkeys([*KERNELS, *ENCODER_DECODER]))
    out = ["# Recorded peaks against measured ones", "", "Configs that were not used to record. Written by `table.py`; " + versions, "",
           "| kernel | runs | equal to the byte | within 3 % | over by more than 10 % | under by more than 3 % | not recorded |", "|---|---:|---:|---:|---:|---:|---:|"]
    for case in every:
        mine = [row for row in rows if row["case"] == str(case)]
        good = [row for row in mine if row.get("said") is not None and "measured" in row]
        errors = [percent(row) for row in good]
        out.append(f"| {case} | {len(mine)} | {sum(e == 0 for e in errors)} | {sum(abs(e) <= 3 for e in errors)} | {sum(e > 10 for e in errors)} | {sum(e < -3 for e in errors)} | {len(mine) - len(good)} |")
    out += ["", "## By class", "", "The lowest and the highest error in percent of all contexts and batches.", "", "| class | forms of | " + " | ".join(str(case) for case in every) + " |", "|---|---|" + "---|" * len(every)]
    for name in dict.fromkeys(row["model"] for row in rows):
        cells = []
        for case in every:
            mine = [row for row in rows if row["model"] == name and row["case"] == str(case)]
            errors = [percent(row) for row in mine if row.get("said") is not None and "measured" in row]
            if not errors: cells.append("none")
            elif all(e == 0 for e in errors): cells.append("exact")
            else: cells.append(f"{min(errors):.2f} to {max(errors):+.2f}")
        body = next(row["body"] for row in rows if row["model"] == name)
        out.append(f"| {name} | {body} | " + " | ".join(cells) + " |")
    with open(path, "w") as file: file.write("\n".join(out) + "\n")


def main():
    import torch
    import transformers
    parser = argparse.ArgumentParser()
    parser.add_argument("bodies")
    parser.add_argument("output")
    parser.add_argument("--contexts", default="1,100,4097,33000")
    parser.add_argument("--batches", default="1,3")
    parser.add_argument("--rows", default="rows.jsonl")
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    cuda_on_meta.install()
    signal.signal(signal.SIGVTALRM, too_slow)
    bodies, _ = read(options.bodies)
    lines = [json.loads(line) for line in open(options.rows)] if os.path.exists(options.rows) else []
    done = {line["model"] for line in lines}
    contexts, batches = ([int(x) for x in text.split(",")] for text in (options.contexts, options.batches))
    with open(options.rows, "a") as file:
        for body in bodies:
            for name in body.classes:
                if name in done or (options.names and name not in options.names): continue
                try: line = measured_line(body, name, contexts, batches)
                except Exception as error: line = dict(model=name, body=body.name, rows=[dict(case=str(KERNELS[0]), error=str(error)[:100])])
                lines.append(line)
                file.write(json.dumps(line) + "\n")
                file.flush()
    rows = [dict(row, model=line["model"], body=line["body"]) for line in lines for row in line["rows"]]
    report(rows, options.output, f"transformers {transformers.__version__}, torch {torch.__version__}.")


if __name__ == "__main__": main()
