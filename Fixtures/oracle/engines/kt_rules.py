"""What the rules of ktransformers make of a DeepSeek model (../../engines/ktransformers.json).

  python kt_rules.py      (PyYAML alone)

Its own engine (37ced98) reads a list of rules with `yaml.FullLoader`; of these the first counts whose `name` is found in
the name of a module by `re.search`, and whose `class`, if it has one, is that of the module; `recursive: False` ends the
way down. The names and classes of the modules are those of its `modeling_deepseek_v3`. The rules are those of the golden
file; what is recorded is the device, the class and the operator of each kind of module in the first and the last layer of
each stage.
"""
import json, re
from pathlib import Path

import yaml

FIXTURES = Path(__file__).resolve().parent.parent.parent
OUT = FIXTURES / "engines" / "ktransformers.json"
ATTENTION = ["q_a_proj", "q_b_proj", "kv_a_proj_with_mqa", "kv_b_proj", "o_proj"]
LAYERS, DENSE = 61, 3


def modules():
    """Names and classes, in the order of the way down."""
    own = "ktransformers.models.modeling_deepseek_v3."
    linear = "torch.nn.Linear"
    yield "model", own + "DeepseekV3Model"
    yield "model.embed_tokens", "torch.nn.Embedding"
    for number in range(LAYERS):
        layer = f"model.layers.{number}"
        yield layer, own + "DeepseekV3DecoderLayer"
        yield layer + ".self_attn", own + "DeepseekV3Attention"
        for name in ATTENTION:
            yield f"{layer}.self_attn.{name}", linear
        yield layer + ".self_attn.rotary_emb", own + "DeepseekV3RotaryEmbedding"
        if number < DENSE:
            yield layer + ".mlp", own + "DeepseekV3MLP"
            inner = layer + ".mlp"
        else:
            yield layer + ".mlp", own + "DeepseekV3MoE"
            yield layer + ".mlp.experts", "torch.nn.ModuleList"
            yield layer + ".mlp.experts.7.up_proj", linear
            yield layer + ".mlp.gate", own + "MoEGate"
            inner = layer + ".mlp.shared_experts"
        for name in ("gate_proj", "up_proj", "down_proj"):
            yield f"{inner}.{name}", linear
        yield layer + ".input_layernorm", own + "DeepseekV3RMSNorm"
        yield layer + ".post_attention_layernorm", own + "DeepseekV3RMSNorm"
    yield "model.norm", own + "DeepseekV3RMSNorm"
    yield "lm_head", linear


def main():
    text = (FIXTURES / "golden" / "export-ktransformers.txt").read_text()
    text = text[text.index("--- stdout\n") + 11:text.index("\n--- ", text.index("--- stdout\n"))] + "\n"
    rules = yaml.load(text, Loader=yaml.FullLoader)
    stages = [[int(first), int(last)] for first, last in re.findall(r"^# stage \d+: GPU \d+, layers (\d+)-(\d+)", text, re.M)]
    wanted = {n for stage in stages for n in stage} | {DENSE}
    rows, closed = [], ()
    for name, kind in modules():
        if closed and name.startswith(closed):
            continue
        rule = next((r for r in rules if re.search(r["match"]["name"], name) and r["match"].get("class", kind) == kind), None)
        if rule and rule.get("recursive") is False:
            closed = (name + ".",)
        number = re.match(r"model\.layers\.(\d+)", name)
        if number and int(number[1]) not in wanted:
            assert rule or name.count(".") == 2, name
            continue
        replace = rule["replace"] if rule else {}
        kwargs = replace.get("kwargs", {})
        rows.append([name, replace.get("class"), kwargs.get("generate_device"), kwargs.get("prefill_device"), kwargs.get("generate_op")])
    transfer = next(r["replace"]["kwargs"]["transfer_map"] for r in rules if r["match"]["name"] == "^model$")
    result = {"ktransformers": "37ced98", "stages": stages, "rules": len(rules),
              "transfer_map": [[first, device] for first, device in transfer.items()],
              "names": [r["match"]["name"] for r in rules], "modules": rows}
    OUT.write_text("{" + ",\n".join(json.dumps(key) + ": " + (
        "[\n" + ",\n".join(json.dumps(row) for row in value) + "]" if key in ("names", "modules") else json.dumps(value))
        for key, value in result.items()) + "}\n")
    print(len(rules), "rules,", len(rows), "modules")


if __name__ == "__main__":
    main()
