"""Writes the defaults of config classes that running asks for, and no shape does, into the catalog.

    python defaults.py ../../../Sources/DeviceMap/Catalog/Families

A config.json that leaves a field open means what its class takes. Catalog entries have what the recorder of trees saw being
read; windows, heads and experts of a token matter only while a model runs. Lines that are there stay as they are.
"""
import logging
import pathlib
import re
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

from transformers.models.auto.configuration_auto import CONFIG_MAPPING

# What caches and states are counted from (`Memory/StateFamily*.swift`, `LayerShape.swift`).
STATES = """sliding_window attention_chunk_size attention_window_size local_attention num_attention_heads n_head n_heads num_heads
decoder_attention_heads encoder_attention_heads num_key_value_heads num_kv_heads head_dim d_kv index_head_dim num_experts_per_tok
num_experts_per_token moe_topk moe_k moe_top_k top_k_experts num_local_experts n_routed_experts num_experts moe_num_experts
moe_intermediate_size shared_expert_intermediate_size n_shared_experts num_shared_experts moe_num_shared_experts conv_L_cache
n_inner ffn_dim decoder_ffn_dim encoder_ffn_dim global_head_dim num_global_key_value_heads num_kv_shared_layers
mamba_chunk_size chunk_size block_size mamba_n_groups n_groups block_multiple_of attention_window num_global_tokens""".split()


def fields_of_forms(path):
    names = set()
    for line in path.read_text().splitlines():
        if line.startswith("    "): names.update(re.findall(r"\b[a-z][a-z_0-9]{3,}\b", line))
    return names - {"bytes"}


def wanted(config, names):
    raw = config.to_dict()
    for name in names:
        value = raw.get(name)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0: yield name, value


def main():
    names = sorted(set(STATES) | fields_of_forms(pathlib.Path(__file__).parent / "peaks.txt"))
    added = 0
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.catalog")):
        lines, out = path.read_text().split("\n"), []
        blocks = [index for index, line in enumerate(lines) if re.match(r"config \w+ : \S+", line)]
        insertions = {}
        for start in blocks:
            kind = lines[start].split(" : ")[1].split()[0]
            if kind not in CONFIG_MAPPING: continue
            end = next((index for index in range(start + 1, len(lines)) if not lines[index].startswith("  ")), len(lines))
            body = lines[start + 1:end]
            # A block that takes over another has its lines.
            if " like " in lines[start]: continue
            known = {word for line in body for word in re.findall(r"^  (\w+) :?=", line)}
            aliases = {word for line in body for word in re.findall(r"^  alias (\w+) =", line)}
            try: config = CONFIG_MAPPING[kind]()
            except Exception: continue
            # A field that the entry has under its other name stands there once.
            pairs = getattr(type(config), "attribute_map", {}).items()
            twins = {one for alias, name in pairs for one, other in ((alias, name), (name, alias)) if other in known}
            more = [f"  {name} = {value}" for name, value in wanted(config, names) if name not in known and name not in twins]
            added_names = {line.split()[0] for line in more}
            more += [f"  alias {alias} = {name}" for alias, name in pairs if name in added_names and alias not in known | aliases]
            if more: insertions[start] = more
        for index, line in enumerate(lines):
            out.append(line)
            out.extend(insertions.get(index, []))
        if insertions:
            path.write_text("\n".join(out))
            added += sum(map(len, insertions.values()))
    print(added, "defaults added")


if __name__ == "__main__": main()
