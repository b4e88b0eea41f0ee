"""Measures what models with a tower take while they read a prompt with images.

    python images.py ../../memory/images.jsonl [CLASS ...]

As `measure.py`: fresh configs on tensors without data, with the kernels that CUDA takes; a row has the bytes of all that lives
beside weights and inputs. Towers have two layers, since those run one after the other. Goes on where it was stopped.
"""
import json
import logging
import os
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

import torch

import cuda_on_meta
import record
from measure import config_text, total_peak
from timeline import Recording, Timeline

SEED, SIDE = 4711, 448   # pixels of an image, where a tower takes any
# Fields of the towers; how images are handed over; fields of the outer config.
SIGLIP = dict(hidden_size=160, intermediate_size=448, num_hidden_layers=2, num_attention_heads=4, patch_size=14)
QWEN = dict(depth=2, num_heads=4, patch_size=14, spatial_merge_size=2, temporal_patch_size=2)
CLASSES = {
    "LlavaForConditionalGeneration": (dict(SIGLIP, image_size=336), "square", {}),
    "Gemma3ForConditionalGeneration": (dict(SIGLIP, image_size=448), "square", dict(mm_tokens_per_image=64)),
    "PaliGemmaForConditionalGeneration": (dict(SIGLIP, image_size=224), "square", {}),
    "Qwen2VLForConditionalGeneration": (dict(QWEN, embed_dim=160, mlp_ratio=3), "patches", {}),
    "Qwen2_5_VLForConditionalGeneration": (dict(QWEN, hidden_size=160, intermediate_size=448, fullatt_block_indexes=[1], window_size=112), "patches", {}),
    "InternVLForConditionalGeneration": (dict(SIGLIP, image_size=[448, 448], patch_size=[14, 14]), "square", {}),
    "AyaVisionForConditionalGeneration": (dict(SIGLIP, image_size=364), "square", {}),
    "DeepseekVLForConditionalGeneration": (dict(SIGLIP, image_size=384, patch_size=16), "square", {}),
    "JanusForConditionalGeneration": (dict(SIGLIP, image_size=384, patch_size=16, mlp_ratio=3), "square", {}),
    "Cohere2VisionForConditionalGeneration": (dict(SIGLIP, image_size=448), "square", {}),
    "GotOcr2ForConditionalGeneration": (dict(hidden_size=160, mlp_dim=448, num_hidden_layers=2, num_attention_heads=4, global_attn_indexes=[1]), "square", {}),
}
PASSES = [(1, 1, 1024), (3, 1, 4097), (1, 4, 4097)]   # sequences, images of each, tokens of the prompt


def build(name, vision, outer):
    model = record.Model(name)
    config = model.draw(SEED).to_dict()
    config["vision_config"] = {**config["vision_config"], **vision}
    hidden = model.draw(SEED).get_text_config(decoder=True).hidden_size
    for key in ("out_hidden_size", "projection_dim"):
        if key in config["vision_config"]: config["vision_config"][key] = hidden
    if "hidden_size" in vision and "embed_dim" not in vision and name.startswith("Qwen2VL"): config["vision_config"]["hidden_size"] = hidden
    if name.startswith("Qwen2VL"): config["vision_config"]["hidden_size"] = hidden
    if "projection_dim" in config: config["projection_dim"] = hidden
    config.update(outer)
    config = model.whole(**config)
    with torch.device("meta"):
        built = model.model_class._from_config(config, dtype=torch.bfloat16).eval()
    module = sys.modules[type(built).__module__]
    # The number of placeholders cannot be compared without data.
    if hasattr(module, "torch_compilable_check"): module.torch_compilable_check = lambda *args, **kwargs: None
    # Where the patches of an image lie follows from its size, which has data: made on the CPU, used with what has none.
    for helper in ("get_vision_position_ids", "get_vision_interpolation_indices_and_weights", "get_vision_bilinear_indices_and_weights", "get_vision_window_index"):
        if hasattr(module, helper): setattr(module, helper, without_data(getattr(module, helper), helper))
    return built


def without_data(function, name):
    def call(*args, **kwargs):
        out = function(*args, **kwargs)
        if name == "get_vision_window_index": return (out[0].to("meta"), *out[1:])
        return out.to("meta") if isinstance(out, torch.Tensor) else tuple(one.to("meta") if isinstance(one, torch.Tensor) else one for one in out)
    return call


def side_of(vision, key):
    value = getattr(vision, key, None)
    return value[0] if isinstance(value, (list, tuple)) else value


def inputs(model, way, batch, images, tokens):
    meta = lambda *shape, dtype=torch.bfloat16: torch.empty(*shape, dtype=dtype, device="meta")
    vision = model.config.vision_config
    patch, side = side_of(vision, "patch_size"), side_of(vision, "image_size") or SIDE
    count = batch * images
    options = dict(input_ids=torch.zeros(batch, tokens, dtype=torch.long, device="meta"), use_cache=True, logits_to_keep=1)
    accepted = model.forward.__code__.co_varnames
    if way == "patches":
        grid = side // patch // 2 * 2
        options["pixel_values"] = meta(count * grid * grid, 3 * getattr(vision, "temporal_patch_size", 1) * patch * patch)
        options["image_grid_thw"] = torch.tensor([[1, grid, grid]] * count)
        options["position_ids"] = torch.zeros(3, batch, tokens, dtype=torch.long, device="meta")
    else: options["pixel_values"] = meta(count, 3, side, side)
    if "token_type_ids" in accepted and "Gemma3" in type(model).__name__: options["token_type_ids"] = torch.zeros(batch, tokens, dtype=torch.long, device="meta")
    return options


def row_of(model, way, batch, images, tokens):
    options = inputs(model, way, batch, images, tokens)
    known = [*model.parameters(), *model.buffers(), *(value for value in options.values() if isinstance(value, torch.Tensor))]
    with Timeline(known, torch.bfloat16) as line, torch.no_grad():
        out = model(**options)
        recording = Recording(line, None)
    del out
    side = side_of(model.config.vision_config, "image_size") or SIDE
    return dict(case="prefill default", batch=batch, context=tokens, images=images, size=[side, side], measured=total_peak(recording))


def line_of(name):
    vision, way, outer = CLASSES[name]
    model = build(name, vision, outer)
    config = json.loads(model.config.to_json_string())
    config.update(architectures=[name], dtype="bfloat16")
    for key in ("transformers_version", "id2label", "label2id"): config.pop(key, None)
    return dict(model=name, config=json.dumps(config), rows=[row_of(model, way, *work) for work in PASSES])


def main():
    cuda_on_meta.install()
    done = {json.loads(line)["model"] for line in open(sys.argv[1])} if os.path.exists(sys.argv[1]) else set()
    with open(sys.argv[1], "a") as file:
        for name in sys.argv[2:] or CLASSES:
            if name in done: continue
            try: line = line_of(name)
            except Exception as error:
                print(name, f"{type(error).__name__}: {error}"[:200], flush=True)
                continue
            file.write(json.dumps(line) + "\n")
            file.flush()
            print(name, [row["measured"] for row in line["rows"]], flush=True)


if __name__ == "__main__": main()
