"""Runs a small Llama in the stages of golden/export-torch.txt's kind by torch.distributed.pipelining, on gloo ranks of this
machine, and compares its output with that of the whole model (../../engines/pipeline_run.json).

  python pipeline_run.py      (in a virtual environment with torch and transformers of requirements.txt)

{"layers", "stages": layers of each, "split": names of the split, "parameters": names that the module of each stage holds, "difference": the largest of all logits}
"""
import json, os, socket, sys
from pathlib import Path

os.environ["TRANSFORMERS_VERBOSITY"] = "error"
import torch
import torch.distributed as dist
import torch.multiprocessing as multiprocessing
from torch.distributed.pipelining import ScheduleGPipe, SplitPoint, pipeline
from transformers import AutoModelForCausalLM, LlamaConfig

OUT = Path(__file__).resolve().parent.parent.parent / "engines" / "pipeline_run.json"
STAGES = [1, 3, 3, 1]
# The names that the export of these stages has.
SPLIT = [f"model.layers.{sum(STAGES[:stage])}" for stage in range(1, len(STAGES))]


class Whole(torch.nn.Module):
    """What the exported lines make of a model: ids in, logits out."""
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids):
        return self.model(input_ids=input_ids, use_cache=False).logits


def model():
    torch.manual_seed(0)
    config = LlamaConfig(hidden_size=64, intermediate_size=96, num_hidden_layers=sum(STAGES), num_attention_heads=8,
                         num_key_value_heads=4, vocab_size=250, tie_word_embeddings=False)
    return Whole(AutoModelForCausalLM.from_config(config, dtype=torch.float32).eval())


def run(rank, port, queue):
    torch.set_num_threads(1)
    dist.init_process_group("gloo", init_method=f"tcp://127.0.0.1:{port}", rank=rank, world_size=len(STAGES))
    whole, ids = model(), torch.randint(0, 250, (4, 8), generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        pipe = pipeline(whole, mb_args=(ids[:1],), split_spec={"model." + name: SplitPoint.BEGINNING for name in SPLIT})
        stage = pipe.build_stage(rank, torch.device("cpu"))
        schedule = ScheduleGPipe(stage, n_microbatches=4)
        result = schedule.step(ids) if rank == 0 else schedule.step()
        names = sorted(name for name, _ in pipe.get_stage_module(rank).named_parameters())
        difference = (result - whole(ids)).abs().max().item() if rank == len(STAGES) - 1 else None
    queue.put((rank, names, difference))
    dist.barrier()
    dist.destroy_process_group()


def main():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    context = multiprocessing.get_context("spawn")
    queue = context.Queue()
    ranks = [context.Process(target=run, args=(rank, port, queue)) for rank in range(len(STAGES))]
    for rank in ranks:
        rank.start()
    found = sorted(queue.get(timeout=300) for _ in ranks)
    for rank in ranks:
        rank.join()
    record = {"torch": torch.__version__, "layers": sum(STAGES), "stages": STAGES, "split": SPLIT,
              "parameters": [names for _, names, _ in found], "difference": found[-1][2]}
    OUT.write_text(json.dumps(record, indent=1) + "\n")
    print(record["difference"], [len(names) for names in record["parameters"]])


if __name__ == "__main__":
    main()
