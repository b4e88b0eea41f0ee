"""Whether the longest context that the command prints is the longest: what the reference takes there and one token beyond.

    python longest.py DEVICE-MAP ../../memory/longest.jsonl [CLASS ...]

For fresh configs on one GPU of 2 GiB without a reserve. A row has the context, and the bytes of weights, buffers, inputs and all
that lives beside them at the peak of a prefill of that many tokens and of one more, or of the step after it where that takes more.
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

import cuda_on_meta
from cases import Case, record
from measure import config_text, total_peak
from record import Model

SEED, LIMIT = 1234, 2 << 30
CLASSES = ["LlamaForCausalLM", "Qwen3ForCausalLM", "MistralForCausalLM", "Gemma2ForCausalLM", "Gemma3ForCausalLM", "MixtralForCausalLM",
           "Qwen3MoeForCausalLM", "DeepseekV3ForCausalLM", "GptOssForCausalLM", "FalconForCausalLM", "GPT2LMHeadModel", "Phi3ForCausalLM",
           "Olmo2ForCausalLM", "GraniteForCausalLM", "SmolLM3ForCausalLM"]
DENSE = ["LlamaForCausalLM", "Qwen3ForCausalLM", "GraniteForCausalLM", "SmolLM3ForCausalLM", "Olmo2ForCausalLM"]


def longest(command, text, directory):
    path = os.path.join(directory, "config.json")
    with open(path, "w") as file: file.write(text)
    done = subprocess.run([command, "fit", path, "--json", "--max-memory", f"0={LIMIT}", "--reserve", "0"], capture_output=True, text=True)
    return json.loads(done.stdout)["longest_context"]


def need(model, context):
    """Bytes that the reference takes on the device."""
    weights = sum(storage.nbytes() for storage in {t.untyped_storage()._cdata: t.untyped_storage() for t in [*model.parameters(), *model.buffers()]}.values())
    inputs = 16 * context   # token ids and mask
    return weights + inputs + max(total_peak(record(model, Case(), 1, context)), total_peak(record(model, Case("decode"), 1, 1, context - 1)))


def main():
    cuda_on_meta.install()
    command, output, *names = sys.argv[1:]
    done = {json.loads(line)["model"] for line in open(output)} if os.path.exists(output) else set()
    with open(output, "a") as file, tempfile.TemporaryDirectory() as directory:
        for name in names or CLASSES:
            if name in done: continue
            # So many positions that memory ends the context.
            limits = vars(Model(name).draw(SEED))
            fields = {field: 1 << 20 for field in ("max_position_embeddings", "n_positions") if field in limits}
            # The peak lies in the MLP, as in models with many layers: in the attention of the last one its cache is not there yet.
            if name in DENSE: fields["intermediate_size"] = 4 * limits["hidden_size"]
            model = Model(name, fields)
            text = config_text(model, SEED)
            context = longest(command, text, directory)
            instance = model.model(SEED)
            row = dict(model=name, config=text, limit=LIMIT, context=context, need=need(instance, context), beyond=need(instance, context + 1))
            file.write(json.dumps(row) + "\n")
            file.flush()
            print(name, context, row["need"] - LIMIT, row["beyond"] - LIMIT, flush=True)


if __name__ == "__main__": main()
