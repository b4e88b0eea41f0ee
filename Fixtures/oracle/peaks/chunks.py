"""Classes that loop over chunks of the prompt: tokens of a chunk, or the field that says so; 1: token by token."""

CHUNKS = {"qwen3_next": 64, "qwen3_5_text": 64, "qwen3_5_moe_text": 64, "kimi_linear": 64, "olmo_hybrid": 64,
          "mamba": 1, "falcon_mamba": 1, "jamba": 1, "zamba": 1, "recurrent_gemma": 1, "rwkv": 1,
          "mamba2": "chunk_size", "bamba": "mamba_chunk_size", "granitemoehybrid": "mamba_chunk_size", "falcon_h1": "mamba_chunk_size",
          "nemotron_h": "chunk_size", "zamba2": "chunk_size", "minimax": "block_size", "xlstm": "chunk_size"}
