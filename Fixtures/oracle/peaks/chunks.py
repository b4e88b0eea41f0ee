"""Classes that loop over chunks of the prompt: tokens of a chunk, or the field that says so; 1: token by token."""

CHUNKS = {"qwen3_next": 64, "qwen3_5_text": 64, "qwen3_5_moe_text": 64, "kimi_linear": 64, "olmo_hybrid": 64, "lara_mini": 64, "glm5_next_text": 64,
          "mamba": 1, "falcon_mamba": 1, "jamba": 1, "zamba": 1, "recurrent_gemma": 1, "rwkv": 1,
          "mamba2": "chunk_size", "bamba": "mamba_chunk_size", "granitemoehybrid": "mamba_chunk_size", "falcon_h1": "mamba_chunk_size",
          "nemotron_h": "chunk_size", "zamba2": "chunk_size", "minimax": "block_size", "xlstm": "chunk_size"}

# Encoders that attend within blocks of so many tokens: recorded within one. Each takes as much, and the last is filled up.
BLOCKS = {"led": 512, "longt5": 128}


def over_blocks(poly, block):
    """A form over any number of blocks: what does not grow with the tokens of the encoder grows with the blocks."""
    out = dict(poly)
    for names, factor in poly.items():
        if "N" not in names: out[tuple(sorted((*names, "N")))] = out.get(tuple(sorted((*names, "N"))), 0) + -(-factor // block)
    return out
