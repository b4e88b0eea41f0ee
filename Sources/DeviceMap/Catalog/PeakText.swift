// swift-format-ignore-file
// Peaks of running the classes of transformers 5.23.0: written by Fixtures/oracle/peaks/write_swift.py, not by hand.
// What the lines say is described in Fixtures/oracle/peaks/README.md.

/// The recorded peaks, a block for each group of model types that share them.
package let peakText: StaticString = #"""
transformers 5.23.0
peaks internlm3 iquestcoder llama qwen2 smollm3 seed_oss arcee emu3 emu3_text_model hunyuan_v1_dense ministral3
  prefill
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager when num_key_value_heads == num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
  prefill eager when num_key_value_heads == 1
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager padded when num_key_value_heads == num_attention_heads like prefill eager when num_key_value_heads == num_attention_heads
  prefill eager padded when num_key_value_heads == 1 like prefill eager when num_key_value_heads == 1
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*T + S*(bytes*2*head_dim + 8)
    B*S*T16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*T + S*(bytes*2*head_dim + 8)
  piece eager when num_key_value_heads == 1
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    T*bytes + bytes*(4*head_dim*num_attention_heads + 4*head_dim + 3*hidden_size) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks mistral
  prefill when T < window
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill when num_key_value_heads == num_attention_heads
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill when num_key_value_heads == 1
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
  prefill eager when num_key_value_heads == num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
  prefill eager when num_key_value_heads == 1
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill eager padded when num_key_value_heads == num_attention_heads like prefill eager when num_key_value_heads == num_attention_heads
  prefill eager padded when num_key_value_heads == 1 like prefill eager when num_key_value_heads == 1
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*U + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*U + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*U + S*(bytes*2*head_dim + 8)
    B*S*U16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*U + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*U + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*U*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*U*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode when T < window
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
  decode eager when T < window and num_key_value_heads == num_attention_heads
    B*T*(bytes*(2*head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when T < window and num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when T < window
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks gemma2
  prefill when num_key_value_heads == num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size + 8
  prefill when num_key_value_heads == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill padded when num_key_value_heads == num_attention_heads like prefill when num_key_value_heads == num_attention_heads
  prefill padded when num_key_value_heads == 1 like prefill when num_key_value_heads == 1
  prefill padded like prefill
  prefill all_logits
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill eager when num_key_value_heads == num_attention_heads like prefill when num_key_value_heads == num_attention_heads
  prefill eager when num_key_value_heads == 1 like prefill when num_key_value_heads == 1
  prefill eager like prefill
  prefill eager padded when num_key_value_heads == num_attention_heads like prefill when num_key_value_heads == num_attention_heads
  prefill eager padded when num_key_value_heads == 1 like prefill when num_key_value_heads == 1
  prefill eager padded like prefill
  piece when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
  piece when num_key_value_heads == 1
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  piece
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
  piece eager when T < window like piece when T < window
  piece eager when num_key_value_heads == 1 like piece when num_key_value_heads == 1
  piece eager like piece
  decode when T < window and num_key_value_heads == num_attention_heads
    B*T*(bytes*(2*head_dim*num_attention_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode when T < window and num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode when T < window
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager when T < window and num_key_value_heads == num_attention_heads like decode when T < window and num_key_value_heads == num_attention_heads
  decode eager when T < window and num_key_value_heads == 1 like decode when T < window and num_key_value_heads == 1
  decode eager when T < window like decode when T < window
  decode eager when num_key_value_heads == num_attention_heads like decode when num_key_value_heads == num_attention_heads
  decode eager when num_key_value_heads == 1 like decode when num_key_value_heads == 1
  decode eager like decode
peaks gemma3_text
  prefill when T < window
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*4*head_dim + 8) + 8
    B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*4*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8) + 8
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*4*head_dim + 8) + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads) + S*(bytes*4*head_dim + 8) + 4*head_dim + 8
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*4*head_dim + 8) + bytes
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*S + S*(bytes*4*head_dim + 8) + 8
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*S + S*(bytes*4*head_dim + 8) + 4*hidden_size + 8
    B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*S + S*(bytes*4*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*4*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*S + S*(bytes*4*head_dim + 8) + 8
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*4*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*4*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*2 + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads) + S*(bytes*4*head_dim + 8) + 4*head_dim + 8
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*4*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*4*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads) + S*(bytes*4*head_dim + 8) + 4*head_dim + 8
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*4*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*4*head_dim + 8) + 8
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*4*head_dim + 8) + bytes
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*S + S*(bytes*4*head_dim + 8) + 4*hidden_size + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*S + S*(bytes*4*head_dim + 8) + 8
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*4*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*4*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads) + S*(bytes*4*head_dim + 8) + 4*head_dim + 8
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*4*head_dim + 8) + bytes
    B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*T*2 + S*(bytes*4*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*4*head_dim + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*T*2 + S*(bytes*4*head_dim + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T*2 + S*(bytes*4*head_dim + 8) + 4*hidden_size
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*4*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*U + S*(bytes*4*head_dim + 8) + bytes
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T + S*U + S*(bytes*4*head_dim + 8) + 4*hidden_size
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*4*head_dim + 8)
    B*S*T16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*U + S*(bytes*4*head_dim + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*T + S*U + S*(bytes*4*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*T + S*U + S*(bytes*4*head_dim + 8)
    B*S*U16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*T + S*U + S*(bytes*4*head_dim + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*T + S*U + S*(bytes*4*head_dim + 8)
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*4*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8)
    B*S*T*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*4*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*4*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*4*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*4*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*4*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*4*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*4*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*4*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode when T < window
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*4*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 8*hidden_size) + bytes*4*head_dim + 4*hidden_size + 8
    B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + bytes*4*head_dim + 8
    B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*4*head_dim + 4*head_dim + 8
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*4*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*4*head_dim + sliding_window + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 5*head_dim + 3*hidden_size + sliding_window) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 4*head_dim + 3*hidden_size + sliding_window) + 8
    T*bytes + bytes*(head_dim*num_attention_heads + 2*head_dim*sliding_window + 6*head_dim + 3*hidden_size + sliding_window) + 8
    T*bytes + bytes*(head_dim*num_attention_heads + 6*head_dim + 3*hidden_size + sliding_window) + 8*head_dim*num_attention_heads + 4*head_dim + 8
    T*bytes + bytes*(num_attention_heads*sliding_window + 4*head_dim + 4*hidden_size + sliding_window) + 12*hidden_size + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(4*head_dim + 4*hidden_size + sliding_window) + 12*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when T < window
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*4*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*4*head_dim + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*4*head_dim + 8
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*4*hidden_size + 8*hidden_size) + bytes*4*head_dim + 4*hidden_size + 8
    B*T*bytes*2 + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + bytes*4*head_dim + 8
    B*T*bytes*2 + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*4*head_dim + 4*head_dim + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*4*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*4*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*4*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*4*head_dim + 8
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*sliding_window + 2*head_dim + 3*hidden_size + sliding_window)) + bytes*4*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*4*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*4*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*4*head_dim + 8
peaks phi3 phi4_multimodal
  prefill
    B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 5*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 5*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 4*head_dim + 4*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 4*head_dim + 4*hidden_size) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
peaks mixtral minimax_m2
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*T + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*T + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*T + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*T16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + 16
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(2*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok + 8*num_local_experts + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok + 8*num_local_experts + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(2*hidden_size*num_experts_per_tok + 2*head_dim + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok + 8*num_local_experts + 8
    T*bytes + bytes*(4*head_dim*num_attention_heads + 4*head_dim + 3*hidden_size) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
peaks qwen3_moe mellum
  prefill
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(6*head_dim*num_attention_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*T + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*T + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*T16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*(bytes*2*head_dim + 8)
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok + 8*num_local_experts + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok + 8*num_local_experts + 8
    T*bytes + bytes*(2*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*bytes + B*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks deepseek_v3 axk1 deepseek_v2 glm4_moe_lite
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim)) + S*T + S*(bytes*2*qk_rope_head_dim + 8) + bytes
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*T + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim)) + S*T + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*T + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*T + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*T + S*(bytes*2*qk_rope_head_dim + 8)
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim)) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*qk_rope_head_dim + 4*hidden_size*n_routed_experts + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*qk_rope_head_dim + 8*n_routed_experts + 8
    B*T*bytes*kv_lora_rank + B*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + 2*qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
  decode eager when B == 1
    T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + num_attention_heads + 1) + 8*num_attention_heads) + bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + 3*qk_rope_head_dim) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1)) + bytes*(4*hidden_size + 2*qk_rope_head_dim) + 4*hidden_size*n_routed_experts + 4*hidden_size + 4*n_routed_experts + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + 2*qk_rope_head_dim) + 8*hidden_size*num_experts_per_tok + 12*n_routed_experts + 44*num_experts_per_tok + 8
    T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + num_attention_heads + 1)) + bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + 3*qk_rope_head_dim) + 8
    T*(bytes*(kv_lora_rank + 1)) + bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + 4*qk_rope_head_dim) + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*qk_rope_head_dim) + 12*n_routed_experts + 36*num_experts_per_tok + 8
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + num_attention_heads + 1)) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*qk_rope_head_dim + 4*hidden_size*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*qk_rope_head_dim + 8*n_routed_experts + 8
peaks gpt_oss
  prefill when S == 1
    B*S*S*(bytes*(3*num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 3*num_attention_heads)) + S*(bytes*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*hidden_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*(bytes*(2*num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads)) + S*(bytes*head_dim + 8) + 8
  prefill like prefill when S == 1
  prefill padded like prefill when S == 1
  prefill all_logits
    B*S*S*(bytes*(3*num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 3*num_attention_heads)) + S*(bytes*head_dim + 8) + 8
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*hidden_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts + 8
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill when S == 1
  prefill eager padded like prefill when S == 1
  piece when T < window
    B*S*T*(bytes*(3*num_attention_heads + 2)) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 3*num_attention_heads)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*hidden_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(2*num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*head_dim + 8)
  piece
    B*S*T*(bytes*(3*num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 3*num_attention_heads)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(5*hidden_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_local_experts
    B*S*T*(bytes*(2*num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*head_dim + 8)
    B*S*T*bytes + B*S*U*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*head_dim + 8)
  piece eager when T < window like piece when T < window
  piece eager like piece
  decode when T < window
    B*T*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_attention_heads + 2)) + B*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads*num_local_experts + 3*hidden_size)) + bytes*head_dim + 8
    B*T*bytes*2 + B*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + num_attention_heads*num_local_experts + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*head_dim + 8
    B*T*bytes*2 + B*(bytes*(5*hidden_size*num_experts_per_tok + num_attention_heads*num_local_experts + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
  decode when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*head_dim + 8
    B*T*bytes + B*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts + sliding_window) + 28*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts + sliding_window) + 28*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
  decode when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + 2*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads + sliding_window)) + bytes*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts + sliding_window) + 28*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + 2*num_attention_heads*sliding_window + 3*hidden_size + 2*num_attention_heads + sliding_window)) + bytes*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts + sliding_window) + 28*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(5*hidden_size*num_experts_per_tok + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts + sliding_window) + 36*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
    B*T*bytes + B*(bytes*(5*hidden_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts + sliding_window) + 36*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
  decode
    B*T*(bytes*(2*head_dim*num_attention_heads + 3*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 3*num_attention_heads + sliding_window)) + bytes*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads + sliding_window)) + bytes*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + 2*num_attention_heads*sliding_window + 3*hidden_size + 2*num_attention_heads + sliding_window)) + bytes*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + 3*num_attention_heads*sliding_window + 3*hidden_size + 3*num_attention_heads + sliding_window)) + bytes*head_dim + 8
    B*T*bytes + B*(bytes*(hidden_size*num_experts_per_tok + 9*intermediate_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + num_attention_heads + 2*num_experts_per_tok + num_local_experts + sliding_window) + 28*num_experts_per_tok) + bytes*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*head_dim + 8
  decode eager when T < window like decode when T < window
  decode eager when num_key_value_heads == num_attention_heads like decode when num_key_value_heads == num_attention_heads
  decode eager when num_key_value_heads == 1 like decode when num_key_value_heads == 1
  decode eager like decode
peaks falcon
  prefill when B == 1
    S*S*(8*num_attention_heads + 1) + S*(bytes*(head_dim*num_attention_heads + 4*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*head_dim + 8)
    S*S*(bytes*num_attention_heads + 4*num_attention_heads + 1) + S*(bytes*(2*head_dim*num_attention_heads + 4*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads + 8*head_dim + 8)
    S*S + S*(bytes*(2*ffn_hidden_size + 2*head_dim + 4*hidden_size) + 8)
    S*bytes*hidden_size + bytes*vocab_size
    S*S + S*(bytes*(2*head_dim + 6*hidden_size) + 8)
  prefill
    B*S*S*8*num_attention_heads + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*head_dim) + S*S + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*num_attention_heads + 4*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 16*head_dim*num_attention_heads + 8*head_dim) + S*S + S*(bytes*2*head_dim + 8)
    B*S*S*4*num_attention_heads + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 16*head_dim*num_attention_heads + 12*head_dim) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*ffn_hidden_size + 4*hidden_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*bytes*6*hidden_size + S*S + S*(bytes*2*head_dim + 8)
  prefill padded when B == 1 like prefill when B == 1
  prefill padded
    B*S*S*(8*num_attention_heads + 1) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*head_dim) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*num_attention_heads + 4*num_attention_heads + 1) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 16*head_dim*num_attention_heads + 8*head_dim) + S*(bytes*2*head_dim + 8)
    B*S*S*(4*num_attention_heads + 1) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 16*head_dim*num_attention_heads + 12*head_dim) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*ffn_hidden_size + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*bytes*6*hidden_size + S*(bytes*2*head_dim + 8)
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*8*num_attention_heads + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*head_dim) + S*S + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*num_attention_heads + 4*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 16*head_dim*num_attention_heads + 8*head_dim) + S*S + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*ffn_hidden_size + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 5*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*6*hidden_size + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 4*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager padded like prefill eager
  piece
    B*S*T*8*num_attention_heads + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads) + B*T*8*head_dim + S*T + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*num_attention_heads + 4*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads) + B*T*(4*head_dim*num_attention_heads + 8*head_dim) + S*T + S*(bytes*2*head_dim + 8)
    B*S*T*4*num_attention_heads + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads) + B*T*(4*head_dim*num_attention_heads + 12*head_dim) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*ffn_hidden_size + 4*hidden_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + B*T*bytes*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*ffn_hidden_size + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 5*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*6*hidden_size + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 4*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode when B == 1
    T*(12*head_dim + 4*num_attention_heads + 1) + bytes*(head_dim*num_attention_heads + 4*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*num_attention_heads + 8*head_dim + 4*num_attention_heads + 1) + bytes*(2*head_dim*num_attention_heads + 4*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads + 8
  decode
    B*T*(4*head_dim*num_attention_heads + 12*head_dim + 4*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 8*head_dim*num_attention_heads) + T + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*num_attention_heads + 4*head_dim*num_attention_heads + 8*head_dim + 4*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads) + T + bytes*2*head_dim + 8
  decode eager when B == 1
    T*(bytes*(head_dim + num_attention_heads + 1)) + bytes*(head_dim*num_attention_heads + 5*head_dim + 4*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(4*num_attention_heads + 1)) + bytes*(head_dim*num_attention_heads + 4*head_dim + 4*hidden_size) + 8
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 2*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
peaks bloom
  prefill
    B*S*S*(bytes*(3*num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size + num_attention_heads)) + 4*num_attention_heads
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 5*intermediate_size + num_attention_heads)) + 4*num_attention_heads
    B*S*S*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 8*hidden_size + num_attention_heads)) + 4*num_attention_heads
    B*S*S*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 6*hidden_size + num_attention_heads)) + 4*num_attention_heads
  prefill padded
    B*S*S*(bytes*(3*num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size + num_attention_heads))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 5*intermediate_size + num_attention_heads))
    B*S*S*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 8*hidden_size + num_attention_heads))
    B*S*S*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 6*hidden_size + num_attention_heads))
  prefill all_logits
    B*S*S*(bytes*(3*num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size + num_attention_heads)) + 4*num_attention_heads
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 5*intermediate_size + num_attention_heads)) + 4*num_attention_heads
  prefill eager like prefill
  prefill eager padded like prefill padded
  piece
    B*S*T*(bytes*(3*num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + B*T*bytes*num_attention_heads + 4*num_attention_heads
    B*S*T*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 5*intermediate_size)) + B*T*bytes*num_attention_heads + 4*num_attention_heads
    B*S*T*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 8*hidden_size)) + B*T*bytes*num_attention_heads + 4*num_attention_heads
  piece eager like piece
  decode
    B*T*(bytes*(head_dim*num_attention_heads + 2*num_attention_heads + 1)) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + 4*num_attention_heads
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(3*num_attention_heads + 1)) + B*(bytes*(4*hidden_size + 5*intermediate_size)) + 4*num_attention_heads
  decode eager like decode
peaks gpt-sw3 gpt2
  prefill
    B*S*(bytes*(5*hidden_size + 4*n_inner)) + S*(bytes*hidden_size + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*6*hidden_size + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*S*(bytes*(5*hidden_size + 4*n_inner)) + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*hidden_size + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*hidden_size + 8)
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*6*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 4*n_inner)) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*bytes*6*hidden_size + S*T + S*(bytes*hidden_size + 8) + bytes
    B*S*(bytes*(5*hidden_size + 4*n_inner)) + S*T + S*(bytes*hidden_size + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 7*hidden_size)) + S*T + S*(bytes*hidden_size + 8)
    B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + S*T + S*(bytes*hidden_size + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*6*hidden_size + S*(bytes*hidden_size + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 4*n_inner)) + S*(bytes*hidden_size + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
peaks phi
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 5*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
  prefill
    B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*7*hidden_size + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 5*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*bytes*7*hidden_size + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 5*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size + num_attention_heads + 1)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*T + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*7*hidden_size + S*T + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + head_dim + 4*hidden_size + int(head_dim * rope_parameters.partial_rotary_factor))) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
peaks qwen2_moe
  prefill
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*bytes*hidden_size + S*S*3 + B*8 + S*24 + 8
    B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*S + S*(bytes*2*head_dim + 8)
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S*2 + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S*2 + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*2 + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S*2 + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + T + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + T + bytes*2*head_dim + 8*num_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + T + bytes*2*head_dim + 8*num_experts + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 2)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    T*(bytes*(num_attention_heads + 2)) + bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 2*head_dim + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 8*num_experts + 28*num_experts_per_tok + 8
    T*(bytes*(num_attention_heads + 2)) + bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 8*num_experts + 36*num_experts_per_tok + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
peaks gpt_neox
  prefill
    B*S*(bytes*(2*head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(4*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(4*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads + 7*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 7*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
peaks gptj
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads*rotary_dim + 5*hidden_size + 2*num_attention_heads + 1) + 8*head_dim*num_attention_heads) + bytes*rotary_dim + 8200*rotary_dim + 8
    B*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads*rotary_dim + 6*hidden_size + 2*num_attention_heads + 1)) + bytes*rotary_dim + 8200*rotary_dim + 8
  prefill
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 2*num_attention_heads*rotary_dim + 5*hidden_size) + 8*head_dim*num_attention_heads) + S*(bytes*rotary_dim + 8*rotary_dim + 8) + 8192*rotary_dim
    B*S*S*(bytes*(num_attention_heads + 1) + 4*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 2*num_attention_heads*rotary_dim + 5*hidden_size) + 12*head_dim*num_attention_heads) + S*(bytes*rotary_dim + 8*rotary_dim + 8) + 8192*rotary_dim
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 4*n_inner)) + S*8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*8
  prefill padded like prefill
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill
  decode
    B*T*(bytes*(num_attention_heads + 1) + 4*head_dim*num_attention_heads + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*num_attention_heads*rotary_dim + 5*hidden_size) + 4*head_dim*num_attention_heads) + bytes*rotary_dim + 8200*rotary_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*num_attention_heads + 1) + 4*head_dim*num_attention_heads) + B*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads*rotary_dim + 5*hidden_size) + 4*head_dim*num_attention_heads) + bytes*rotary_dim + 8200*rotary_dim + 8
  decode eager like decode
peaks opt
  prefill
    B*S*(bytes*7*hidden_size + 12)
    B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size) + 12)
    B*S*(bytes*(2*ffn_dim + 4*hidden_size) + 12)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*5*hidden_size + 8) + bytes
    B*S*S + B*S*(bytes*7*hidden_size + 8)
    B*S*S + B*S*(bytes*(2*ffn_dim + 4*hidden_size) + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*5*hidden_size + 12)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*ffn_dim + 4*hidden_size) + 12)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size) + 12)
    B*S*S*bytes + B*S*(bytes*7*hidden_size + 12)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 6*hidden_size) + 12)
  decode
    B*T*(bytes*head_dim*num_attention_heads + 12) + B*(bytes*(7*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1) + 12) + B*(bytes*(7*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(hidden_size + vocab_size))
peaks mpt
  prefill
    B*S*S*(bytes*2*num_attention_heads + 8*num_attention_heads + 1) + B*S*bytes*6*hidden_size + 8192*num_attention_heads
    B*S*S*(bytes*2*num_attention_heads + 1) + B*S*(bytes*(5*hidden_size + 2*intermediate_size)) + 8192*num_attention_heads
    B*S*S*(bytes*2*num_attention_heads + 4*num_attention_heads + 1) + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size)) + 8192*num_attention_heads
    B*S*S*(bytes*2*num_attention_heads + 1) + B*S*(bytes*(7*hidden_size + intermediate_size)) + 8192*num_attention_heads
    B*S*S*(bytes*2*num_attention_heads + 4*num_attention_heads + 1) + B*S*(bytes*(head_dim*num_attention_heads + 7*hidden_size)) + 8192*num_attention_heads
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads) + 1) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + 8192*num_attention_heads
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*2*num_attention_heads + 1) + B*(bytes*(5*hidden_size + 2*intermediate_size)) + 8192*num_attention_heads
    B*T*(bytes*2*num_attention_heads + 1) + B*(bytes*(7*hidden_size + intermediate_size)) + 8192*num_attention_heads
  decode eager like decode
peaks starcoder2
  prefill
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*bytes*hidden_size + S*(18*head_dim + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 2*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks cohere2
  prefill when S == 1
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
  prefill like prefill when S == 1
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size) + 24*head_dim*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim) + S*(bytes*2*head_dim + 8) + 8
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size + sliding_window) + 8
    bytes*(hidden_size + 2*vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size + sliding_window) + 8
    T*bytes + bytes*(head_dim*num_attention_heads + 2*head_dim*sliding_window + 4*head_dim + 3*hidden_size + sliding_window) + 8
    T*bytes + bytes*(head_dim*num_attention_heads + 4*head_dim + 3*hidden_size + sliding_window) + 16*head_dim*num_attention_heads + 4*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*sliding_window + 2*head_dim + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks olmo ernie4_5
  prefill
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(8*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*6*hidden_size + 16*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(8*head_dim + 8)
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim + 4*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim) + S*(8*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + 8*head_dim + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + head_dim + 3*hidden_size) + 8*head_dim + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim + 8
    T*bytes + bytes*(2*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*6*hidden_size + 16*head_dim*num_attention_heads) + 8*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim + 4*hidden_size) + 12*head_dim*num_attention_heads) + 8*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + 8*head_dim + 8
peaks olmo2
  prefill
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*5*hidden_size + 16*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*head_dim + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim) + S*(8*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*5*hidden_size + 8*hidden_size + 4) + 8*head_dim + 8
    B*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + 8*head_dim + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + head_dim + 2*hidden_size) + 8*head_dim + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*hidden_size) + 8*head_dim + 8
    T*bytes + bytes*(2*head_dim + 3*hidden_size) + 12*head_dim*num_attention_heads + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*5*hidden_size + 8*hidden_size + 4) + 8*head_dim + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*5*hidden_size + 16*head_dim*num_attention_heads) + 8*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*5*hidden_size + 8*hidden_size + 4) + 8*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 2*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim + 3*hidden_size) + 12*head_dim*num_attention_heads) + 8*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*5*hidden_size + 8*hidden_size + 4) + 8*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*5*hidden_size + 8*hidden_size + 4) + 8*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + 8*head_dim + 8
peaks olmo3
  prefill when S == 1
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*S + S*(16*head_dim + 8) + bytes
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*S + S*(16*head_dim + 8) + 8
    B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*S + S*(16*head_dim + 8) + 8
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*S + S*(16*head_dim + 8) + 8
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*S + S*(16*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill like prefill when S == 1
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(16*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(16*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(16*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(16*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(16*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(16*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(16*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(16*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(16*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(16*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*hidden_size)) + 16*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*hidden_size)) + 16*head_dim + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*hidden_size + sliding_window)) + 16*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 2*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + 16*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 2*hidden_size + sliding_window)) + 16*head_dim + 8
peaks stablelm
  prefill
    B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(7*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 5*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 5*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(7*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 5*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(4*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + head_dim + 4*hidden_size + int(head_dim * rope_parameters.partial_rotary_factor))) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + head_dim + 5*hidden_size + int(head_dim * rope_parameters.partial_rotary_factor))) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(7*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + head_dim + 4*hidden_size + int(head_dim * rope_parameters.partial_rotary_factor))) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(7*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(7*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 2*head_dim + 4*hidden_size + 3*int(head_dim * rope_parameters.partial_rotary_factor)) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + head_dim + 4*hidden_size + 3*int(head_dim * rope_parameters.partial_rotary_factor)) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + head_dim + 4*hidden_size + int(head_dim * rope_parameters.partial_rotary_factor))) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
peaks granitemoe granitemoeshared
  prefill
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill padded
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + 2*vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 12*num_local_experts + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 12*num_local_experts + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
peaks glm
  prefill
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
peaks glm4_moe
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(4*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
  prefill padded when num_key_value_heads == 1
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 4*hidden_size*n_routed_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + head_dim + 3*hidden_size + 2*int(head_dim * rope_parameters.partial_rotary_factor)) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 3*hidden_size + 2*int(head_dim * rope_parameters.partial_rotary_factor)) + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(4*hidden_size + 2*int(head_dim * rope_parameters.partial_rotary_factor)) + 4*hidden_size*n_routed_experts + 4*hidden_size + 4*n_routed_experts + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*int(head_dim * rope_parameters.partial_rotary_factor)) + 12*n_routed_experts + 36*num_experts_per_tok + 8
    T*(bytes*(num_attention_heads + 1)) + bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + 2*int(head_dim * rope_parameters.partial_rotary_factor)) + 8*hidden_size*num_experts_per_tok + 12*n_routed_experts + 44*num_experts_per_tok + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 4*hidden_size*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 4*hidden_size*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 4*hidden_size*n_routed_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 4*hidden_size*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8*n_routed_experts + 8
peaks llama4 llama4_text
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_local_experts + 3*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + 4*head_dim + 16
    B*(bytes*(hidden_size*num_local_experts + 4*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + 4*head_dim + 16
  prefill
    B*S*S + B*S*(bytes*(2*hidden_size*num_local_experts + 3*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + S*(4*head_dim + 8) + 8
    B*S*S + B*S*(bytes*(hidden_size*num_local_experts + 4*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + S*(4*head_dim + 8) + 8
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(4*head_dim + 8) + bytes
  prefill padded
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_local_experts + 3*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + S*(4*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(hidden_size*num_local_experts + 4*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + S*(4*head_dim + 8) + 8
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(4*head_dim + 8) + bytes + 8
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_local_experts + 3*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + S*(4*head_dim + 8) + 8
    B*S*S*(bytes*(2*num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(4*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_local_experts + 4*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts)) + S*(4*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size) + attention_chunk_size) + 4*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_local_experts + 3*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts) + attention_chunk_size) + 4*head_dim + 8
    B*(bytes*(hidden_size*num_local_experts + 4*intermediate_size*num_local_experts + 5*hidden_size + 2*num_local_experts) + attention_chunk_size) + 4*head_dim + 8
    B*(bytes*(2*attention_chunk_size*head_dim*num_key_value_heads + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + attention_chunk_size) + 4*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + attention_chunk_size + 3*hidden_size)) + 4*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + attention_chunk_size + 3*hidden_size)) + 4*head_dim + 8
    B*T*bytes + B*(bytes*(attention_chunk_size*num_attention_heads + 2*hidden_size*num_local_experts + 3*intermediate_size*num_local_experts + attention_chunk_size + 5*hidden_size + 2*num_local_experts)) + 4*head_dim + 8
    B*T*bytes + B*(bytes*(2*attention_chunk_size*head_dim*num_attention_heads + attention_chunk_size*num_attention_heads + 2*head_dim*num_attention_heads + attention_chunk_size + 3*hidden_size)) + 4*head_dim + 8
    B*T*bytes + B*(bytes*(attention_chunk_size*num_attention_heads + hidden_size*num_local_experts + 4*intermediate_size*num_local_experts + attention_chunk_size + 5*hidden_size + 2*num_local_experts)) + 4*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_local_experts + 3*intermediate_size*num_local_experts + attention_chunk_size + 5*hidden_size + 2*num_local_experts)) + 4*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_local_experts + 4*intermediate_size*num_local_experts + attention_chunk_size + 5*hidden_size + 2*num_local_experts)) + 4*head_dim + 8
    B*T*bytes + B*(bytes*(2*attention_chunk_size*head_dim*num_attention_heads + 2*attention_chunk_size*num_attention_heads + head_dim*num_attention_heads + attention_chunk_size + 3*hidden_size)) + 4*head_dim + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + attention_chunk_size + 3*hidden_size)) + 4*head_dim + 8
    B*T*bytes + B*(bytes*(2*attention_chunk_size*head_dim*num_key_value_heads + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + attention_chunk_size + 3*hidden_size)) + 4*head_dim + 8
peaks exaone4
  prefill when S == 1
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 16
  prefill like prefill when S == 1
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*hidden_size)) + S*(bytes*2*head_dim + 8) + 24
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*hidden_size)) + bytes*2*head_dim + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 2*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 2*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks ernie4_5_moe
  prefill
    B*S*(bytes*(hidden_size*moe_k + 4*moe_intermediate_size*moe_k + 5*hidden_size + 2*moe_k) + 28*moe_k + 4*moe_num_experts) + S*(8*head_dim + 8) + 8*moe_num_experts
    B*S*(bytes*(4*hidden_size*moe_k + 5*hidden_size + 2*moe_k) + 36*moe_k + 4*moe_num_experts) + S*(8*head_dim + 8) + 8*moe_num_experts
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + S*(16*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 6*moe_intermediate_size)) + S*(8*head_dim + 8)
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(16*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(hidden_size*moe_k + 4*moe_intermediate_size*moe_k + 5*hidden_size + 2*moe_k) + 28*moe_k + 4*moe_num_experts) + S*(8*head_dim + 8) + 8*moe_num_experts
    B*S*S + B*S*(bytes*(4*hidden_size*moe_k + 5*hidden_size + 2*moe_k) + 36*moe_k + 4*moe_num_experts) + S*(8*head_dim + 8) + 8*moe_num_experts
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + S*(16*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 6*moe_intermediate_size)) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(16*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*moe_k + 4*moe_intermediate_size*moe_k + 5*hidden_size + 2*moe_k) + 28*moe_k + 4*moe_num_experts) + S*(8*head_dim + 8) + 8*moe_num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*moe_k + 5*hidden_size + 2*moe_k) + 36*moe_k + 4*moe_num_experts) + S*(8*head_dim + 8) + 8*moe_num_experts
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 12*head_dim*num_attention_heads) + S*(16*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 6*moe_intermediate_size)) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(16*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(hidden_size*moe_k + 4*moe_intermediate_size*moe_k + 5*hidden_size + 2*moe_k) + 28*moe_k + 4*moe_num_experts) + 8*head_dim + 8*moe_num_experts + 8
    B*(bytes*(4*hidden_size*moe_k + 5*hidden_size + 2*moe_k) + 36*moe_k + 4*moe_num_experts) + 8*head_dim + 8*moe_num_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*moe_k + 4*moe_intermediate_size*moe_k + 5*hidden_size + 2*moe_k) + 28*moe_k + 4*moe_num_experts) + 8*head_dim + 8*moe_num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*moe_k + 5*hidden_size + 2*moe_k) + 36*moe_k + 4*moe_num_experts) + 8*head_dim + 8*moe_num_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8*head_dim + 8
peaks nemotron
  prefill
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(5*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 4*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*head_dim + 3*hidden_size + int(head_dim * rope_parameters.partial_rotary_factor))) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 2*head_dim + 3*hidden_size + 3*int(head_dim * rope_parameters.partial_rotary_factor))) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + head_dim + 3*hidden_size + 2*int(head_dim * rope_parameters.partial_rotary_factor)) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 3*hidden_size + 2*int(head_dim * rope_parameters.partial_rotary_factor)) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(5*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
peaks gpt_bigcode
  prefill
    B*S*bytes*7*hidden_size + S*(bytes*hidden_size + 8)
    B*S*(bytes*(5*hidden_size + 2*n_inner)) + S*(bytes*hidden_size + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 5*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(2*head_dim + 4*hidden_size)) + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*S*bytes*7*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + 2*n_inner)) + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 5*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*hidden_size + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(2*head_dim + 4*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 2*n_inner)) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim + B*(bytes*(head_dim + 4*hidden_size)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
peaks olmoe
  prefill
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
peaks glm_moe_dsa
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 34*qk_rope_head_dim + 8320) + 17028) + bytes*2*qk_rope_head_dim + 9
  prefill
    B*S*S*644 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 34*qk_rope_head_dim + 8320) + 16896) + S*S + S*(bytes*2*qk_rope_head_dim + 8)
  prefill padded
    B*S*S*645 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 34*qk_rope_head_dim + 8320) + 16896) + S*(bytes*2*qk_rope_head_dim + 8)
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 34*qk_rope_head_dim + 8321) + 17028) + bytes*2*qk_rope_head_dim + 8
  prefill eager
    B*S*S*(bytes + 644) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 34*qk_rope_head_dim + 8320) + 16896) + S*(bytes*2*qk_rope_head_dim + 8)
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim) + 644) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 34*qk_rope_head_dim + 8320) + 16384) + T + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + num_attention_heads + 2) + 9) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + 1) + 644) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 34*qk_rope_head_dim + 8320) + 16384) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
peaks apertus
  prefill
    B*S*(bytes*(4*hidden_size + 5*intermediate_size) + intermediate_size) + S*(bytes*2*head_dim + 8) + bytes*2
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 5*intermediate_size) + intermediate_size) + S*(bytes*2*head_dim + 8) + bytes*2
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 5*intermediate_size) + intermediate_size) + S*(bytes*2*head_dim + 8) + bytes*2
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*2*head_dim + 8
peaks persimmon
  prefill
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 7*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(5*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 4*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 7*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 4*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 7*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(3*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 7*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(3*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 6*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*head_dim*num_attention_heads + 2*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 7*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
peaks biogpt
  prefill
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*4*hidden_size + 4) + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*S*(bytes*6*hidden_size + 4) + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 4) + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size) + 4) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 4*hidden_size) + 4) + S*(bytes*hidden_size + 8) + 16
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*S*bytes*6*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + S*(bytes*hidden_size + 8) + 16
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 4) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size) + 4) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 2*intermediate_size) + 4) + S*(bytes*hidden_size + 8)
    B*S*S*bytes + B*S*(bytes*6*hidden_size + 4) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 4) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*(bytes*head_dim*num_attention_heads + 5) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1) + 4) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
peaks xglm
  prefill
    B*S*S*bytes*33 + B*S*(bytes*(16*head_dim + 3*hidden_size)) + S*8 + 4
    B*S*S*bytes*17 + B*S*(bytes*(2*ffn_dim + 4*hidden_size)) + S*8
    B*S*S*bytes*17 + B*S*(bytes*(48*head_dim + 3*hidden_size)) + S*8
    B*S*S*bytes + B*S*bytes*6*hidden_size + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*17 + B*S*(bytes*(32*head_dim + 4*hidden_size)) + S*8
    B*S*S*bytes*17 + B*S*bytes*5*hidden_size + S*8
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(16*head_dim + 1)) + B*(bytes*(6*hidden_size - 16*head_dim)) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager like decode
peaks afmoe
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 16
    B*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + bytes*2*head_dim + 16
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 16
    B*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 16
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 6*moe_intermediate_size) + 4*num_experts + 12*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
  prefill padded
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*2 + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 6*moe_intermediate_size) + 4*num_experts + 12*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*bytes*2 + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 6*moe_intermediate_size) + 4*num_experts + 12*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(2*head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + 2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + sliding_window + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*hidden_size*num_experts_per_tok + num_attention_heads*sliding_window + 5*hidden_size + sliding_window) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + 2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks aria_text
  prefill
    B*S*(bytes*(4*hidden_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 36*moe_topk) + S*(bytes*2*head_dim + 8) + 8*moe_num_experts
    B*S*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 28*moe_topk) + S*(bytes*2*head_dim + 8) + 8*moe_num_experts
    B*S*(bytes*(5*hidden_size + 6*intermediate_size + moe_num_experts + moe_topk) + 8*moe_topk) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 36*moe_topk) + S*(bytes*2*head_dim + 8) + 8*moe_num_experts
    B*S*S + B*S*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 28*moe_topk) + S*(bytes*2*head_dim + 8) + 8*moe_num_experts
    B*S*S + B*S*(bytes*(5*hidden_size + 6*intermediate_size + moe_num_experts + moe_topk) + 8*moe_topk) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 36*moe_topk) + S*(bytes*2*head_dim + 8) + 8*moe_num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 28*moe_topk) + S*(bytes*2*head_dim + 8) + 8*moe_num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 6*intermediate_size + moe_num_experts + moe_topk) + 8*moe_topk) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*hidden_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 36*moe_topk) + bytes*2*head_dim + 8*moe_num_experts + 8
    B*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 28*moe_topk) + bytes*2*head_dim + 8*moe_num_experts + 8
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 36*moe_topk) + bytes*2*head_dim + 8*moe_num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 4*hidden_size + moe_num_experts + 2*moe_topk) + 28*moe_topk) + bytes*2*head_dim + 8*moe_num_experts + 8
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks axk2
  prefill
    B*S*S*576 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + 18*qk_rope_head_dim + 4224) + 8704) + S*S + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*S + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*S + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
  prefill padded
    B*S*S*577 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + 18*qk_rope_head_dim + 4224) + 8704) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
  prefill eager
    B*S*S*(bytes + 576) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + 18*qk_rope_head_dim + 4224) + 8704) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 2) + 5) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 4*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + qk_rope_head_dim) + 8*num_attention_heads*v_head_dim) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim) + 576) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + 18*qk_rope_head_dim + 4224) + 8192) + T + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + T + bytes*2*qk_rope_head_dim + 4*hidden_size*n_routed_experts + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + T + bytes*2*qk_rope_head_dim + 8*n_routed_experts + 8
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + num_attention_heads + 2) + 5) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + 1) + 576) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + 18*qk_rope_head_dim + 4224) + 8192) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*qk_rope_head_dim + 4*hidden_size*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*qk_rope_head_dim + 8*n_routed_experts + 8
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + num_attention_heads + 2) + 5) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + 2*q_lora_rank + qk_rope_head_dim) + 8*num_attention_heads*v_head_dim) + bytes*2*qk_rope_head_dim + 8
peaks beam
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(8*head_dim + 12) + bytes
    B*S*(bytes*(4*hidden_size + 2*intermediate_size) + 12*intermediate_size) + S*S + S*(8*head_dim + 12) + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*S + S*(8*head_dim + 12) + 8
    B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*S + S*(8*head_dim + 12) + 8
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 8*vocab_size)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*S + S*(8*head_dim + 12) + 8
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 12) + bytes + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 2*intermediate_size) + 12*intermediate_size) + S*(8*head_dim + 12) + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 12) + 8
    B*S*S*2 + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 12) + 8
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 8*vocab_size)
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 12) + 8
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(8*head_dim + 12) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 2*intermediate_size) + 12*intermediate_size) + S*(8*head_dim + 12) + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 12) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 12) + 8
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 8*vocab_size)
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 12) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8*head_dim + sliding_window + 12
    B*(bytes*(hidden_size + vocab_size) + 8*vocab_size)
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + 8*head_dim + sliding_window + 12
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + 8*head_dim + 12
    B*(bytes*(hidden_size + vocab_size) + 8*vocab_size)
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + 8*head_dim + 12
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + 8*head_dim + 12
peaks bitnet
  prefill
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size) + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + intermediate_size) + 8*intermediate_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + intermediate_size) + 8*intermediate_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size) + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + intermediate_size) + 8*intermediate_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size) + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size) + 8*hidden_size + 8) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size) + 8*hidden_size + 8) + bytes*2*head_dim + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks cohere2_moe
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks cpmant
  prefill
    B*S*S*(bytes*3*num_attention_heads + 5) + B*S*(bytes*(4*hidden_size + 320*num_attention_heads) + 340) + B*(bytes*(128*hidden_size + 7168*num_attention_heads) + 5764) + bytes
    B*S*S*(bytes*num_attention_heads + 4) + B*S*(bytes*(5*hidden_size + 64*num_attention_heads + 30720) + 276) + B*(bytes*(160*hidden_size + 1024*num_attention_heads + 983040) + 4740)
    B*S*S*8 + B*S*(bytes*2*hidden_size + 532) + S*S*21 + B*(bytes*64*hidden_size + 8836) + S*1344 + 21504
    B*S*S*(bytes*2*num_attention_heads + 8) + B*S*(bytes*(2*hidden_size + 128*num_attention_heads) + 532) + S*S*4 + B*(bytes*(64*hidden_size + 2048*num_attention_heads) + 8836) + S*256 + 4096
  prefill padded like prefill
  prefill eager like prefill
peaks cwm
  prefill when S == 1
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill like prefill when S == 1
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S*2 + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks deepseek_v32
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 66*qk_rope_head_dim + 16512) + 33536) + bytes*2*qk_rope_head_dim + 9
  prefill
    B*S*S*768 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 66*qk_rope_head_dim + 16512) + 33280) + S*S + S*(bytes*2*qk_rope_head_dim + 8)
  prefill padded
    B*S*S*769 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 66*qk_rope_head_dim + 16512) + 33280) + S*(bytes*2*qk_rope_head_dim + 8)
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 66*qk_rope_head_dim + 16513) + 33536) + bytes*2*qk_rope_head_dim + 8
  prefill eager
    B*S*S*(bytes + 768) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 66*qk_rope_head_dim + 16512) + 33280) + S*(bytes*2*qk_rope_head_dim + 8)
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim) + 768) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 66*qk_rope_head_dim + 16512) + 32768) + T + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + num_attention_heads + 2) + 5) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + 1) + 768) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + 66*qk_rope_head_dim + 16512) + 32768) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
peaks doge
  prefill
    B*S*S*bytes*num_attention_heads + B*S*S16*bytes*num_attention_heads + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size + num_key_value_heads)) + S*S + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + num_key_value_heads)) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + num_key_value_heads)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes*num_attention_heads + 1) + B*S*S16*bytes*num_attention_heads + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size + num_key_value_heads)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + num_key_value_heads) + 1) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + num_key_value_heads)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + num_key_value_heads)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size + num_key_value_heads)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*(bytes*(head_dim*num_key_value_heads + num_key_value_heads)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + T + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + T + bytes*2*head_dim + 8
    B*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + T + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads + num_key_value_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*2*head_dim + 8
peaks exaone_moe
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 16
    B*(bytes*4*hidden_size + 4*hidden_size + 4*num_experts) + bytes*2*head_dim + 4*hidden_size*num_experts + 16
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 16
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*S + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 24
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*4*hidden_size + 4*hidden_size + 4*num_experts) + bytes*2*head_dim + 4*hidden_size*num_experts + sliding_window + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*hidden_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + sliding_window) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size + sliding_window) + 4*hidden_size + 4*num_experts) + bytes*2*head_dim + 4*hidden_size*num_experts + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks flex_olmo
  prefill
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(8*head_dim + 8) + 8*num_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(8*head_dim + 8) + 8*num_experts
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(8*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(8*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(8*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(8*head_dim + 8) + 8*num_experts
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*hidden_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + 8*head_dim + 8*num_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + 8*head_dim + 8*num_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*hidden_size)) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + 8*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + 8*head_dim + 8*num_experts + 8
peaks flint
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 2) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*(bytes*(4*hidden_size + num_attention_heads + 2) + 8*hidden_size + 4) + bytes*2*head_dim + 8
    B*(bytes*(4*hidden_size + 3*intermediate_size + num_attention_heads + 2)) + bytes*2*head_dim + 8
  prefill
    B*S*S*(bytes*2 + 12*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size) + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*2 + 4*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*hidden_size + 3*shared_expert_intermediate_size) + 4*num_experts + 12*num_experts_per_tok) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
  prefill padded like prefill
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill
  decode
    B*T*(bytes*(2*head_dim*num_attention_heads + 1) + 4*head_dim*num_attention_heads + 4*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window) + 4*head_dim*num_attention_heads) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + 3*hidden_size + sliding_window) + 4*head_dim*num_attention_heads*sliding_window + 4*head_dim*num_attention_heads + 4*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size + sliding_window) + 4*hidden_size + 4*num_experts) + bytes*2*head_dim + 4*hidden_size*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + sliding_window) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
  decode eager like decode
peaks lfm2
  prefill
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(3*((2 * intermediate_size // 3 + block_multiple_of - 1) // block_multiple_of * block_multiple_of) + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*((2 * intermediate_size // 3 + block_multiple_of - 1) // block_multiple_of * block_multiple_of) + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*((2 * intermediate_size // 3 + block_multiple_of - 1) // block_multiple_of * block_multiple_of) + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks gpt_neo
  prefill
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1) + 4*num_attention_heads) + B*S*(bytes*4*hidden_size + 12*head_dim*num_attention_heads) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 4*intermediate_size)) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(num_attention_heads + 1) + 4*head_dim*num_attention_heads + 8*num_attention_heads) + B*(bytes*4*hidden_size + 4*head_dim*num_attention_heads) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*num_attention_heads + 1) + 4*head_dim*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size) + 4*head_dim*num_attention_heads) + bytes*hidden_size + 8
    B*T*(bytes*(2*num_attention_heads + 1)) + B*(bytes*(5*hidden_size + 4*intermediate_size)) + bytes*hidden_size + 8
  decode eager like decode
peaks mamba
  prefill when S == 1
    B*(bytes*vocab_size + 4*hidden_size + 4*vocab_size)
    B*(bytes*(intermediate_size*state_size + 2*hidden_size + 8*intermediate_size + 2*state_size + time_step_rank) + 20*intermediate_size*state_size + 4*hidden_size) + 4*intermediate_size*state_size + 8*intermediate_size
  prefill
    B*S*(bytes*(2*hidden_size + 7*intermediate_size + 2*state_size + time_step_rank) + 12*intermediate_size*state_size + 4*hidden_size + 8*intermediate_size) + B*4*intermediate_size*state_size + 4*intermediate_size*state_size + 8*intermediate_size
  prefill padded
    B*S*(bytes*(3*hidden_size + 7*intermediate_size + 2*state_size + time_step_rank) + 12*intermediate_size*state_size + 4*hidden_size + 8*intermediate_size) + B*4*intermediate_size*state_size + 4*intermediate_size*state_size + 8*intermediate_size
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill
  decode
    B*(bytes*vocab_size + 4*hidden_size + 4*vocab_size)
    B*(bytes*(2*hidden_size + 5*intermediate_size + 2*state_size + time_step_rank) + 20*intermediate_size*state_size + 4*hidden_size) + 4*intermediate_size*state_size + 4*intermediate_size
  decode eager like decode
peaks git
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(6*hidden_size + intermediate_size + 1) + 4*hidden_size + 16)
  prefill
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size) + 4*hidden_size + 8)
    B*S*S*bytes + B*S*(bytes*(6*hidden_size + intermediate_size) + 4*hidden_size + 16)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes + B*S*(bytes*(3*hidden_size + 2*intermediate_size) + 4*hidden_size + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 4*hidden_size + 16)
  prefill padded like prefill
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(5*hidden_size - head_dim*num_attention_heads) + 4*hidden_size + 8)
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(6*hidden_size + intermediate_size) + 4*hidden_size + 16)
  decode eager like decode
peaks gpt_neox_japanese
  prefill
    B*S*S*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 2*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 7*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*num_attention_heads + 1)) + B*(bytes*(5*hidden_size + 2*intermediate_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
  decode eager like decode
peaks granite_swa
  prefill when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + num_attention_heads) + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads) + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill like prefill when S == 1
  prefill padded like prefill when S == 1
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill when S == 1
  decode
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + num_attention_heads + sliding_window) + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + 2*num_attention_heads + sliding_window) + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + num_attention_heads + sliding_window) + 8*num_attention_heads*sliding_window + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads + sliding_window) + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager like decode
peaks granitemoe_swa
  prefill when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + num_attention_heads) + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*hidden_size + 4*shared_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads) + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(6*hidden_size + 3*shared_intermediate_size)) + S*(bytes*2*head_dim + 8)
  prefill like prefill when S == 1
  prefill padded like prefill when S == 1
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill when S == 1
  decode
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + num_attention_heads + sliding_window) + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + 2*num_attention_heads + sliding_window) + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + num_attention_heads + sliding_window) + 8*num_attention_heads*sliding_window + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 2*num_attention_heads + sliding_window) + 4*num_attention_heads) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + 2*num_experts_per_tok + sliding_window) + 28*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager like decode
peaks hrm_text
  prefill
    B*S*(bytes*(8*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*6*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(7*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(8*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*6*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(7*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(8*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*6*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(7*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(3*head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(8*head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*6*hidden_size + 8*hidden_size + 4) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(3*head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(8*head_dim*num_attention_heads + 6*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*6*hidden_size + 8*hidden_size + 4) + bytes*2*head_dim + 8
peaks hunyuan_v1_moe
  prefill
    B*S*(bytes*(2*hidden_size*moe_topk + 5*hidden_size) + 8*hidden_size*moe_topk + 44*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 5*hidden_size) + 36*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(2*hidden_size*moe_topk + 6*hidden_size) + 4*hidden_size*moe_topk + 4*hidden_size + 44*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S + B*S*(bytes*(2*hidden_size*moe_topk + 5*hidden_size) + 8*hidden_size*moe_topk + 44*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 5*hidden_size) + 36*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(2*hidden_size*moe_topk + 6*hidden_size) + 4*hidden_size*moe_topk + 4*hidden_size + 44*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*moe_topk + 5*hidden_size) + 8*hidden_size*moe_topk + 44*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 5*hidden_size) + 36*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*moe_topk + 6*hidden_size) + 4*hidden_size*moe_topk + 4*hidden_size + 44*moe_topk + 4*num_experts) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*moe_topk + 5*hidden_size) + 8*hidden_size*moe_topk + 44*moe_topk + 4*num_experts) + bytes*2*head_dim + 8*num_experts + 8
    B*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 5*hidden_size) + 36*moe_topk + 4*num_experts) + bytes*2*head_dim + 8*num_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*moe_topk + 5*hidden_size) + 8*hidden_size*moe_topk + 44*moe_topk + 4*num_experts) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*moe_topk + 4*intermediate_size*moe_topk + 5*hidden_size) + 36*moe_topk + 4*num_experts) + bytes*2*head_dim + 8*num_experts + 8
peaks hy_v3
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(5*hidden_size + 3*moe_intermediate_size) + 4*hidden_size + 4*num_experts + 12*num_experts_per_tok) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + 3*moe_intermediate_size) + 4*hidden_size + 4*num_experts + 12*num_experts_per_tok) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*num_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + 3*moe_intermediate_size) + 4*hidden_size + 4*num_experts + 12*num_experts_per_tok) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*(bytes*4*hidden_size + 4*hidden_size + 4*num_experts) + bytes*2*head_dim + 4*hidden_size*num_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*num_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*num_experts) + bytes*2*head_dim + 4*hidden_size*num_experts + 8
peaks hy_v4
  prefill
    B*S*S*(bytes + 580) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 6*hidden_size + kv_lora_rank + q_lora_rank + 18*qk_rope_head_dim + 4224) + 8720) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1) + 8) + B*S*(bytes*(10*hidden_size + num_attention_heads) + 48*hidden_size + 16) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1) + 8) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 10*hidden_size + num_attention_heads) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok + 16) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1) + 8) + B*S*(bytes*(hidden_size*num_experts_per_tok + 6*moe_intermediate_size*num_experts_per_tok + 10*hidden_size + num_attention_heads) + 4*n_routed_experts + 36*num_experts_per_tok + 16) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + 2*num_attention_heads + 2) + 9) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 6*hidden_size + kv_lora_rank + 2*num_attention_heads + q_lora_rank + qk_rope_head_dim) + 16) + bytes*2*qk_rope_head_dim + 8
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + 1) + 580) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 6*hidden_size + kv_lora_rank + q_lora_rank + 18*qk_rope_head_dim + 4224) + 8208) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1) + 8) + B*(bytes*(9*hidden_size + num_attention_heads) + 16*hidden_size + 48) + bytes*2*qk_rope_head_dim + 128*hidden_size + 8
    B*T*(bytes*(num_attention_heads + 1) + 8) + B*(bytes*(10*hidden_size + num_attention_heads) + 48*hidden_size + 16) + bytes*2*qk_rope_head_dim + 8
    B*T*(bytes*(num_attention_heads + 1) + 8) + B*(bytes*(2*hidden_size*num_experts_per_tok + 10*hidden_size + num_attention_heads) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok + 16) + bytes*2*qk_rope_head_dim + 8*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1) + 8) + B*(bytes*(hidden_size*num_experts_per_tok + 6*moe_intermediate_size*num_experts_per_tok + 10*hidden_size + num_attention_heads) + 4*n_routed_experts + 36*num_experts_per_tok + 16) + bytes*2*qk_rope_head_dim + 8*n_routed_experts + 8
  decode eager like decode
peaks hyperclovax
  prefill
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks inkling_text
  prefill when S == 1
    B*(bytes*(2*hidden_size + vocab_size))
    B*(bytes*(3*hidden_size + 33920) + 164096) + 24
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts + 8) + 4*hidden_size*n_routed_experts + 8*hidden_size + 16
    B*(bytes*11*hidden_size + 36*hidden_size) + 16
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 36*num_experts_per_tok + 8) + 8*n_routed_experts + 16
  prefill
    B*S*S*(bytes*128 + 512) + B*S*(bytes*(3*hidden_size + 25600) + 131072) + S*24
    B*S*S*(bytes*128 + 256) + B*S*(bytes*(3*hidden_size + 25600) + 196608) + S*24
    B*S*S*(bytes*2*num_attention_heads + 4*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size + 16*num_attention_heads) + 24*head_dim*num_attention_heads) + S*24 + 8
  prefill padded
    B*S*S*(bytes*128 + 2) + B*S*S16*bytes*64 + B*S*(bytes*(3*hidden_size + 33792)) + S*24 + 16
    B*S*S*(bytes*128 + 2) + B*S*(bytes*(3*hidden_size + 41984)) + S*S*17 + S*24
    B*S*S*2 + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 36*num_experts_per_tok + 8) + S*8 + 8*n_routed_experts + 8
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 13312) + 66048) + S*8 + 8
    B*S*S*(bytes*2*num_attention_heads + 2) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 1040*num_attention_heads)) + S*S*17 + S*24 + 8
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 28*num_experts_per_tok + 8) + S*8 + 8*n_routed_experts + 8
    B*S*S*2 + B*S*(bytes*(7*hidden_size + 6*moe_intermediate_size + num_experts_per_tok + 2) + 12*hidden_size + 4*n_routed_experts + 8*num_experts_per_tok + 8) + S*8 + 8
  prefill eager when S == 1
    B*(bytes*(2*hidden_size + vocab_size))
    B*(bytes*(3*hidden_size + 26626) + 73728) + 16
    B*(bytes*(11*hidden_size + 66) + 36*hidden_size) + 8
    B*(bytes*(4*hidden_size + 66) + 4*hidden_size + 4*n_routed_experts + 8) + 4*hidden_size*n_routed_experts + 8*hidden_size + 8
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 68) + 4*n_routed_experts + 36*num_experts_per_tok + 8) + 8*n_routed_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 68) + 4*n_routed_experts + 28*num_experts_per_tok + 8) + 8*n_routed_experts + 8
  prefill eager
    B*S*S*(bytes*130 + 512) + B*S*(bytes*(3*hidden_size + 25600)) + S*24
    B*S*S*bytes*2 + B*S*(bytes*(3*hidden_size + 13312) + 66048) + S*8 + 8
    B*S*S*bytes*130 + B*S*(bytes*(3*hidden_size + 41984)) + S*S*17 + S*24
    B*S*S*bytes*66 + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 36*num_experts_per_tok + 8) + S*8 + 8*n_routed_experts
    B*S*S*bytes*66 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 28*num_experts_per_tok + 8) + S*8 + 8*n_routed_experts
    B*S*S*bytes*66 + B*S*(bytes*(7*hidden_size + 6*moe_intermediate_size + num_experts_per_tok + 2) + 12*hidden_size + 4*n_routed_experts + 8*num_experts_per_tok + 8) + S*8
  decode
    B*T*(bytes*16448 + 98560) + B*(bytes*(3*hidden_size + 9216) + 65536) + T*8 + 16
    B*(bytes*(2*hidden_size + vocab_size))
    B*T*(bytes*16512 + 65792) + B*(bytes*(3*hidden_size + 17408) + 98304) + T*8 + 16
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads) + 12*head_dim*num_attention_heads + 4*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 16*num_attention_heads) + 8*head_dim*num_attention_heads) + T*8 + 16
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts + 8) + 4*hidden_size*n_routed_experts + 8*hidden_size + 8
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 36*num_experts_per_tok + 8) + 8*n_routed_experts + 8
  decode eager
    B*T*(bytes*16514 + 512) + B*(bytes*(3*hidden_size + 9216)) + T*8 + 16
    B*(bytes*(2*hidden_size + vocab_size))
    B*T*bytes*2 + B*(bytes*(3*hidden_size + 22528) + 49152) + 8
    B*T*bytes*66 + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts + 8) + 4*hidden_size*n_routed_experts + 8*hidden_size + 8
    B*T*bytes*66 + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 28*num_experts_per_tok + 8) + 8*n_routed_experts + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + 2*num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 16*num_attention_heads)) + T*8 + 16
    B*T*bytes*66 + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok + 2) + 4*n_routed_experts + 36*num_experts_per_tok + 8) + 8*n_routed_experts + 8
    B*T*bytes*66 + B*(bytes*9*hidden_size + 24*hidden_size) + 8
peaks kolibri1
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 16
    B*(bytes*4*hidden_size + 4*hidden_size + 4*num_local_experts) + bytes*2*head_dim + 4*hidden_size*num_local_experts + 16
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 36*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 16
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok + 4*num_local_experts) + S*S + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 36*num_experts_per_tok + 4*num_local_experts) + S*S + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok + 4*num_local_experts) + S*S + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 36*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok + 4*num_local_experts) + S*(bytes*2*head_dim + 8) + 8*num_local_experts + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8) + 8
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 4*hidden_size + 4*num_local_experts) + bytes*2*head_dim + 4*hidden_size*num_local_experts + sliding_window + 8
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(num_attention_heads*sliding_window + 4*hidden_size + sliding_window) + 4*hidden_size + 4*num_local_experts) + bytes*2*head_dim + 4*hidden_size*num_local_experts + 8
    B*T*bytes + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + sliding_window) + 36*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*hidden_size*num_experts_per_tok + num_attention_heads*sliding_window + 4*hidden_size + sliding_window) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok + 4*num_local_experts) + bytes*2*head_dim + 8*num_local_experts + 8
peaks laguna
  prefill
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_experts
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*(bytes*head_dim + 8)
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*(bytes*head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 36*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 28*num_experts_per_tok) + S*(bytes*head_dim + 8) + 8*num_experts
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*shared_expert_intermediate_size)) + S*(bytes*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 36*num_experts_per_tok) + bytes*head_dim + 8*num_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 28*num_experts_per_tok) + bytes*head_dim + 8*num_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 36*num_experts_per_tok) + bytes*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 5*hidden_size + 2*num_experts_per_tok) + 4*num_experts + 28*num_experts_per_tok) + bytes*head_dim + 8*num_experts + 8
peaks lfm3
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*bytes*26*hidden_size + 16*head_dim + 8
    B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + 16*head_dim + 16
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(16*head_dim + 8) + bytes
    B*S*bytes*9*hidden_size + S*S + B*bytes*6*hidden_size + S*(16*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*S + S*(16*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(16*head_dim + 8) + 8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*S + S*(16*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(16*head_dim + 8) + bytes + 8
    B*S*S*2 + B*S*bytes*9*hidden_size + B*bytes*6*hidden_size + S*(16*head_dim + 8)
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(16*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(16*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(16*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(26*hidden_size + 2)) + 16*head_dim + 8
    B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + 2) + 12*head_dim*num_attention_heads) + 16*head_dim + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(16*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*bytes*9*hidden_size + B*bytes*6*hidden_size + S*(16*head_dim + 8)
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(16*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(16*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(16*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(16*head_dim + 8) + 8
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 16*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + 16*head_dim + sliding_window + 8
    B*bytes*17*hidden_size + 16*head_dim + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + 16*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + 16*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + 16*head_dim + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + 16*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + 16*head_dim + 8
peaks minicpm3 youtu
  prefill
    B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*2*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8) + 16
    B*S*bytes*2*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*2*hidden_size + B*bytes*vocab_size
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim)) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(2*hidden_size + vocab_size))
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + num_attention_heads + 1)) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(2*hidden_size + vocab_size))
peaks minimax_m3_vl_text
  prefill
    B*S*(bytes*(hidden_size*num_experts_per_tok + 7*intermediate_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(4*hidden_size + 7*shared_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 7*intermediate_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 7*shared_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 7*intermediate_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 7*shared_intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(hidden_size*num_experts_per_tok + 7*intermediate_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 7*intermediate_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 6*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + bytes*2*head_dim + 8*num_local_experts + 8
peaks ministral
  prefill when S == 1
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*2*head_dim + 8)
    B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*S + S*(bytes*2*head_dim + 8) + 8
  prefill like prefill when S == 1
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S*2 + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*2 + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager like prefill eager when S == 1
  decode
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + sliding_window + 8
  decode eager
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + 2*sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + 2*sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + 2*sliding_window)) + bytes*2*head_dim + 8
peaks modernbert-decoder
  prefill when S == 1
    B*S*(bytes*(4*head_dim + 6*hidden_size) + 18*head_dim*num_attention_heads) + S*S + S*8 + 8
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 4*head_dim + 3*hidden_size)) + S*S + S*8 + bytes
    B*S*(bytes*(4*head_dim + 5*hidden_size + 4*intermediate_size)) + S*S + S*8
    B*S*(bytes*(4*head_dim + 6*hidden_size + 3*intermediate_size)) + S*S + S*8
    B*S*(bytes*(4*head_dim + 7*hidden_size)) + S*S + S*8
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill like prefill when S == 1
  prefill padded
    B*S*S*2 + B*S*(bytes*(4*head_dim + 6*hidden_size) + 18*head_dim*num_attention_heads) + S*8 + 8
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 4*head_dim + 3*hidden_size)) + S*8 + bytes
    B*S*S*2 + B*S*(bytes*(4*head_dim + 5*hidden_size + 4*intermediate_size)) + S*8
    B*S*S*2 + B*S*(bytes*(4*head_dim + 6*hidden_size + 3*intermediate_size)) + S*8
    B*S*S*2 + B*S*(bytes*(4*head_dim + 7*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 4*head_dim + 3*hidden_size)) + S*8
    B*S*S*bytes*2 + B*S*(bytes*(4*head_dim + 6*hidden_size) + 18*head_dim*num_attention_heads) + S*8 + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*head_dim + 5*hidden_size + 4*intermediate_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*head_dim + 6*hidden_size + 3*intermediate_size)) + S*8
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(head_dim*num_attention_heads + 4*head_dim + 4*hidden_size)) + sliding_window + 8
    B*(bytes*(2*hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads + 2*hidden_size*sliding_window + 4*head_dim + 4*hidden_size)) + sliding_window + 8
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 4*head_dim + 4*hidden_size + sliding_window)) + 8
    B*(bytes*(2*hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads + 2*hidden_size*sliding_window + 4*head_dim + 4*hidden_size + sliding_window)) + 8
    B*T*bytes + B*(bytes*(4*head_dim + 6*hidden_size + sliding_window) + 18*head_dim*num_attention_heads) + 8
peaks moshi
  prefill when S == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size) + S*8 + 4*hidden_size
    B*S*S + B*S*(bytes*(2*ffn_dim + 4*hidden_size)) + S*8
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*8
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill like prefill when S == 1
  prefill padded like prefill when S == 1
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size) + S*8 + 4*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*ffn_dim + 4*hidden_size)) + S*8
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager like prefill eager when S == 1
  decode
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*3*hidden_size + 8*hidden_size) + 4*hidden_size + 8
  decode eager
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
peaks openai-gpt
  prefill
    B*S*S*bytes*3*num_attention_heads + B*S*bytes*5*hidden_size + S*S*bytes + S*bytes*hidden_size
    B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*bytes*hidden_size
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size)) + S*bytes*hidden_size
  prefill padded
    B*S*S*bytes*3*num_attention_heads + B*S*(bytes*(5*hidden_size + 1)) + S*S*bytes + S*bytes*hidden_size
    B*S*(bytes*(4*hidden_size + 4*intermediate_size + 1)) + S*bytes*hidden_size
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size + 1)) + S*bytes*hidden_size
  prefill eager like prefill
peaks phimoe
  prefill
    B*S*(bytes*(6*hidden_size + 8*intermediate_size + num_local_experts + 4) + 56) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(12*hidden_size + num_local_experts + 4) + 72) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + 8*intermediate_size + num_local_experts + 4) + 56) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(12*hidden_size + num_local_experts + 4) + 72) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + 8*intermediate_size + num_local_experts + 4) + 56) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(12*hidden_size + num_local_experts + 4) + 72) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(12*hidden_size + num_local_experts + 4) + 72) + bytes*2*head_dim + 8*num_local_experts + 8
    B*(bytes*(6*hidden_size + 8*intermediate_size + num_local_experts + 4) + 56) + bytes*2*head_dim + 8*num_local_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(12*hidden_size + num_local_experts + 4) + 72) + bytes*2*head_dim + 8*num_local_experts + 8
peaks solar_open dots1
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 5*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*n_routed_experts
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*head_dim + 4*hidden_size*n_routed_experts + 8
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*n_routed_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + bytes*2*head_dim + 8*n_routed_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*2*head_dim + 8*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*2*head_dim + 4*hidden_size*n_routed_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + bytes*2*head_dim + 8*n_routed_experts + 8
peaks trocr
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size))
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(hidden_size + vocab_size))
  decode eager like decode
peaks vaultgemma
  prefill when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*3*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 8
  prefill like prefill when S == 1
  prefill padded like prefill when S == 1
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill when S == 1
  decode
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*2*head_dim + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*2*head_dim + 8
  decode eager like decode
peaks jamba
  prefill when S == 1
    B*(bytes*(2*hidden_size*mamba_d_state + 19*hidden_size + 2*mamba_d_state) + 40*hidden_size*mamba_d_state) + 8*hidden_size*mamba_d_state + 16*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
  prefill
    B*S*(bytes*(17*hidden_size + 2*mamba_d_state) + 24*hidden_size*mamba_d_state + 16*hidden_size) + B*8*hidden_size*mamba_d_state + S*8 + 8*hidden_size*mamba_d_state + 16*hidden_size
    B*S*(bytes*(15*hidden_size + 2*mamba_d_state) + 24*hidden_size*mamba_d_state) + B*(bytes*-2*hidden_size + 24*hidden_size*mamba_d_state) + S*8 + 8*hidden_size*mamba_d_state + 16*hidden_size
  prefill padded
    B*S*S + B*S*(bytes*(18*hidden_size + 2*mamba_d_state) + 24*hidden_size*mamba_d_state + 16*hidden_size) + B*8*hidden_size*mamba_d_state + S*8 + 8*hidden_size*mamba_d_state + 16*hidden_size
    B*S*S + B*S*(bytes*(16*hidden_size + 2*mamba_d_state) + 24*hidden_size*mamba_d_state) + B*(bytes*-2*hidden_size + 24*hidden_size*mamba_d_state) + S*8 + 8*hidden_size*mamba_d_state + 16*hidden_size
  prefill eager when S == 1
    B*(bytes*(2*hidden_size*mamba_d_state + 19*hidden_size + 2*mamba_d_state + 1) + 40*hidden_size*mamba_d_state) + 8*hidden_size*mamba_d_state + 16*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
  prefill eager
    B*S*S*bytes + B*S*(bytes*(17*hidden_size + 2*mamba_d_state) + 24*hidden_size*mamba_d_state + 16*hidden_size) + B*8*hidden_size*mamba_d_state + S*8 + 8*hidden_size*mamba_d_state + 16*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size)) + S*8
    B*S*S*bytes + B*S*(bytes*(15*hidden_size + 2*mamba_d_state) + 24*hidden_size*mamba_d_state) + B*(bytes*-2*hidden_size + 24*hidden_size*mamba_d_state) + S*8 + 8*hidden_size*mamba_d_state + 16*hidden_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_key_value_heads + 4*hidden_size)) + 8
    B*(bytes*(13*hidden_size + 2*mamba_d_state) + 40*hidden_size*mamba_d_state) + 8*hidden_size*mamba_d_state + 8*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*bytes*4*hidden_size + 8
    B*T*bytes + B*(bytes*(13*hidden_size + 2*mamba_d_state) + 40*hidden_size*mamba_d_state) + 8*hidden_size*mamba_d_state + 8*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_key_value_heads + 4*hidden_size)) + 8
peaks falcon_h1
  chunk mamba_chunk_size
  prefill
    B*C*C*4*mamba_n_heads + B*C*(12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 464*mamba_chunk_size*mamba_n_heads + 64*mamba_d_state*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 2*mamba_n_heads)) + B*(128*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*head_dim + 8) + 4*mamba_n_heads
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*5*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*C*(8*mamba_chunk_size*mamba_d_state*mamba_n_heads + 132*mamba_chunk_size*mamba_n_heads) + B*S*(bytes*(3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 2*mamba_n_heads) + 8*mamba_d_state*mamba_n_heads + 68*mamba_n_heads) + S*(bytes*2*head_dim + 8) + 4*mamba_n_heads
    B*C*C*12*mamba_n_heads + B*C*(12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 204*mamba_chunk_size*mamba_n_heads + 64*mamba_d_state*mamba_n_heads + 24*mamba_n_heads) + B*S*(bytes*(3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 2*mamba_n_heads)) + C*C*2 + B*(128*mamba_d_state*mamba_n_heads + 12*mamba_n_heads) + C*4 + S*(bytes*2*head_dim + 8) + 4*mamba_n_heads + 2
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 5*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*C*C*4*mamba_n_heads + B*S*S + B*C*(12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 464*mamba_chunk_size*mamba_n_heads + 64*mamba_d_state*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 2*mamba_n_heads)) + B*(128*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*head_dim + 8) + 4*mamba_n_heads
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 5*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*5*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*C*(8*mamba_chunk_size*mamba_d_state*mamba_n_heads + 132*mamba_chunk_size*mamba_n_heads) + B*S*(bytes*(3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 2*mamba_n_heads) + 8*mamba_d_state*mamba_n_heads + 68*mamba_n_heads) + S*(bytes*2*head_dim + 8) + 4*mamba_n_heads
  prefill eager
    B*C*C*S*S*bytes*(num_attention_heads // 2) + B*C*C*S*bytes*-head_dim*num_attention_heads + B*C*S*S*bytes*-(5*num_attention_heads // 2) + B*C*S*bytes*5*head_dim*num_attention_heads + B*S*S*(bytes*(4*num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size - head_dim*num_attention_heads)) + S*(bytes*2*head_dim + 8)
    B*C*C*4*mamba_n_heads + B*S*S*bytes + B*C*(12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 464*mamba_chunk_size*mamba_n_heads + 64*mamba_d_state*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 2*mamba_n_heads)) + B*(128*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*head_dim + 8) + 4*mamba_n_heads
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 5*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 5*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*C*(8*mamba_chunk_size*mamba_d_state*mamba_n_heads + 132*mamba_chunk_size*mamba_n_heads) + B*S*(bytes*(3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 2*mamba_n_heads) + 8*mamba_d_state*mamba_n_heads + 68*mamba_n_heads) + S*(bytes*2*head_dim + 8) + 4*mamba_n_heads
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 5*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(33*mamba_d_state*mamba_n_heads + 3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 17*mamba_n_heads) + 192*mamba_d_state*mamba_n_heads) + bytes*2*head_dim + 4*mamba_n_heads + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(33*mamba_d_state*mamba_n_heads + 3*hidden_size + 3*mamba_d_ssm + 4*mamba_d_state + 17*mamba_n_heads) + 192*mamba_d_state*mamba_n_heads) + bytes*2*head_dim + 4*mamba_n_heads + 8
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 5*hidden_size)) + bytes*2*head_dim + 8
peaks minimax
  chunk block_size
  prefill
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 3*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*C*C*(bytes*((head_dim*head_dim*num_attention_heads // 2) - (3*block_size*head_dim*num_attention_heads // 2))) + B*C*(bytes*((23*block_size*head_dim*num_attention_heads // 2) - (7*head_dim*head_dim*num_attention_heads // 2))) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*(bytes*(block_size*block_size*num_attention_heads + 9*head_dim*head_dim*num_attention_heads - 14*block_size*head_dim*num_attention_heads)) + S*(bytes*2*head_dim + 8) + bytes*num_attention_heads
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*(bytes*(6*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*(bytes*(2*block_size*block_size*num_attention_heads + head_dim*head_dim*num_attention_heads)) + S*(bytes*2*head_dim + 8) + bytes*num_attention_heads
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 3*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*C*C*(bytes*((head_dim*head_dim*num_attention_heads // 2) - (3*block_size*head_dim*num_attention_heads // 2))) + B*S*S + B*C*(bytes*((23*block_size*head_dim*num_attention_heads // 2) - (7*head_dim*head_dim*num_attention_heads // 2))) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*(bytes*(block_size*block_size*num_attention_heads + 9*head_dim*head_dim*num_attention_heads - 14*block_size*head_dim*num_attention_heads)) + S*(bytes*2*head_dim + 8) + bytes*num_attention_heads
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(6*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*(bytes*(2*block_size*block_size*num_attention_heads + head_dim*head_dim*num_attention_heads)) + S*(bytes*2*head_dim + 8) + bytes*num_attention_heads
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 3*hidden_size + num_local_experts) + 8*hidden_size*num_experts_per_tok + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*C*C*(bytes*((head_dim*head_dim*num_attention_heads // 2) - (3*block_size*head_dim*num_attention_heads // 2))) + B*S*S*bytes + B*C*(bytes*((23*block_size*head_dim*num_attention_heads // 2) - (7*head_dim*head_dim*num_attention_heads // 2))) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*(bytes*(block_size*block_size*num_attention_heads + 9*head_dim*head_dim*num_attention_heads - 14*block_size*head_dim*num_attention_heads)) + S*(bytes*2*head_dim + 8) + bytes*num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 3*hidden_size + num_local_experts) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size + num_local_experts) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 44*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_local_experts
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*(bytes*(2*block_size*block_size*num_attention_heads + head_dim*head_dim*num_attention_heads)) + S*(bytes*2*head_dim + 8) + bytes*num_attention_heads
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(3*head_dim*head_dim*num_attention_heads + 3*head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*head_dim + num_attention_heads) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(3*head_dim*head_dim*num_attention_heads + 3*head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*head_dim + num_attention_heads) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks qwen3
  prefill
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    T*bytes + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks gemma
  prefill
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size) + S*(bytes*2*head_dim + 8) + 4*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    T*bytes + bytes*(4*head_dim*num_attention_heads + 4*head_dim + 3*hidden_size) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(7*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks bart plbart
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*3*hidden_size + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8)
  prefill padded like prefill
  prefill eager
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*3*hidden_size + S*(bytes*hidden_size + 8)
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8)
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*6*hidden_size + S*(bytes*hidden_size + 8)
  prefill eager padded like prefill eager
  decode
    B*T*(bytes*hidden_size + 1) + B*bytes*4*hidden_size + bytes*hidden_size + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1)) + B*bytes*4*hidden_size + bytes*hidden_size + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1)) + B*bytes*4*hidden_size + bytes*hidden_size + 8
  encode
    B*N*bytes*8*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size))
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*6*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*8*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size))
peaks bigbird_pegasus
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8)
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*5*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size + S*(bytes*hidden_size + 8)
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*(bytes*hidden_size + 8)
  prefill eager like prefill
  decode
    B*T*(bytes*(hidden_size + 1)) + B*bytes*5*hidden_size + bytes*hidden_size + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1)) + B*bytes*5*hidden_size + bytes*hidden_size + 8
  decode eager like decode
  encode
    B*N*N*bytes*num_attention_heads + B*N*(104*block_size*num_attention_heads + 16*hidden_size) + B*(104*block_size*block_size*num_attention_heads + 16*block_size*hidden_size)
    B*N*N*(bytes*(2*num_attention_heads + 1)) + B*N*bytes*8*hidden_size + N*bytes*hidden_size
    B*N*(bytes*2*hidden_size + 8) + N*bytes*hidden_size + 12*hidden_size*hidden_size
    B*N*N*(bytes*(num_attention_heads + 1)) + B*N*(bytes*(4*encoder_ffn_dim + 4*hidden_size)) + N*bytes*hidden_size
  encode eager like encode
peaks blenderbot
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
  prefill padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*4*hidden_size + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size + S*bytes*hidden_size
  prefill eager
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*7*hidden_size + 4) + S*bytes*hidden_size
  prefill eager padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*5*hidden_size + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*bytes*hidden_size
  decode
    B*T*(bytes*hidden_size + 5) + B*bytes*5*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size
  encode
    B*N*bytes*8*hidden_size + N*bytes*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size)) + N*bytes*hidden_size
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*6*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*8*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size)) + N*bytes*hidden_size
peaks blenderbot-small
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*3*hidden_size + 4) + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
  prefill padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*3*hidden_size + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size + S*bytes*hidden_size
  prefill eager
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*6*hidden_size + 4) + S*bytes*hidden_size
  prefill eager padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*3*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*6*hidden_size + S*bytes*hidden_size
  decode
    B*T*(bytes*hidden_size + 5) + B*bytes*4*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1) + 4) + B*bytes*4*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1) + 4) + B*bytes*4*hidden_size + bytes*hidden_size
  encode
    B*N*bytes*7*hidden_size + N*bytes*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 3*hidden_size)) + N*bytes*hidden_size
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*5*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*7*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 3*hidden_size)) + N*bytes*hidden_size
peaks encoder-decoder
  prefill
    B*S*bytes*32058
    B*N*bytes*1536 + B*S*bytes*3072
  prefill eager
    B*S*S*bytes*25 + B*S*bytes*2304
    B*S*bytes*32058
    B*N*S*bytes*24 + B*S*S*bytes*13 + B*S*bytes*3072
    B*S*S*bytes*13 + B*N*bytes*1536 + B*S*bytes*3072
  decode
    B*T*bytes*768 + B*bytes*3072
    B*bytes*32058
  decode eager
    B*T*bytes*769 + B*bytes*3072
    B*N*bytes*24 + B*T*bytes*13 + B*bytes*3072
    B*bytes*32058
  encode
    B*N*bytes*8448
  encode eager
    B*N*N*bytes*24 + B*N*bytes*3840
    B*N*N*bytes*12 + B*N*bytes*8448
peaks fsmt
  prefill when B == 1
    S*(bytes*(2*hidden_size + 42024))
    S*S*bytes*2*decoder_attention_heads + S*bytes*3*hidden_size
    N*bytes*2*hidden_size + S*bytes*3*hidden_size
    N*S*bytes*2*decoder_attention_heads + S*bytes*4*hidden_size
  prefill
    B*S*(bytes*(3*hidden_size + 42024))
    B*S*S*bytes*2*decoder_attention_heads + B*S*bytes*3*hidden_size
    B*N*bytes*3*hidden_size + B*S*bytes*3*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*bytes*4*hidden_size
  prefill padded when B == 1 like prefill when B == 1
  prefill padded like prefill
  prefill eager like prefill
  prefill eager padded like prefill
  decode
    B*T*bytes*hidden_size + B*bytes*3*hidden_size
    B*(bytes*(2*hidden_size + 42024))
    B*N*bytes*2*decoder_attention_heads + B*bytes*4*hidden_size
  decode eager like decode
  encode
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*6*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*8*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size))
  encode eager like encode
peaks led
  prefill when S == 1
    B*N*bytes*2*hidden_size + B*bytes*4*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*3*hidden_size + S*bytes*hidden_size
    B*S*S*bytes + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*bytes + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*bytes + B*S*bytes*6*hidden_size + S*bytes*hidden_size
  prefill padded like prefill
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill
  prefill eager padded like prefill
  decode
    B*T*bytes*hidden_size + B*bytes*4*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*bytes*4*hidden_size + bytes*hidden_size
  decode eager like decode
  encode
    B*N*N*bytes + B*N*(bytes*(5*hidden_size + 513*num_attention_heads + 2050) + 4104*num_attention_heads + 11) + B*(bytes*(2560*hidden_size + 262656*num_attention_heads + 787456) + 2101248*num_attention_heads + 5632) + N*bytes*hidden_size + bytes*512*hidden_size
    B*N*N*bytes + B*N*(bytes*(11*hidden_size + 1283*num_attention_heads + 2050) + 11) + B*(bytes*(5632*hidden_size + 656896*num_attention_heads + 787456) + 5632) + N*(bytes*hidden_size + 1) + bytes*512*hidden_size + 16
  encode eager like encode
peaks longt5
  prefill
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(3*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*3*num_attention_heads + B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(2*num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size) + 4) + S*S*41 + S*16
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
  prefill padded
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(3*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*3*num_attention_heads + B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(2*num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
  prefill eager like prefill
  prefill eager padded like prefill padded
  decode
    B*N*bytes*num_attention_heads + B*T*(bytes*(d_kv*num_attention_heads + num_attention_heads + 1) + 4) + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(2*hidden_size + vocab_size))
    B*N*bytes*3*num_attention_heads + B*T*(bytes*(2*num_attention_heads + 1) + 4) + B*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
  decode eager like decode
  encode
    B*N*(bytes*3*hidden_size + 8*hidden_size + 1536*num_attention_heads + 388) + B*(196608*num_attention_heads + 49152)
    B*N*(bytes*(7*d_kv*num_attention_heads + 3*hidden_size + 384*num_attention_heads) + 4608*num_attention_heads + 388) + B*(bytes*(896*d_kv*num_attention_heads + 49152*num_attention_heads) + 589824*num_attention_heads + 49152)
    B*N*(bytes*(7*d_kv*num_attention_heads + 2*hidden_size + 384*num_attention_heads) + 4608*num_attention_heads + 1924) + B*(bytes*(896*d_kv*num_attention_heads + 49152*num_attention_heads) + 589824*num_attention_heads + 245760)
    B*N*(bytes*(2*d_ff + 4*hidden_size) + 1536*num_attention_heads + 388) + B*(196608*num_attention_heads + 49152)
    B*N*(bytes*(4*d_kv*num_attention_heads + 3*hidden_size) + 1536*num_attention_heads + 388) + B*(bytes*128*d_kv*num_attention_heads + 196608*num_attention_heads + 49152)
    B*N*(bytes*(9*d_kv*num_attention_heads + 4*hidden_size + 768*num_attention_heads) + 1536*num_attention_heads + 388) + B*(bytes*(1024*d_kv*num_attention_heads + 98304*num_attention_heads) + 196608*num_attention_heads + 49152)
    B*N*(bytes*(7*d_kv*num_attention_heads + 2*hidden_size + 384*num_attention_heads) + 388) + B*(bytes*(896*d_kv*num_attention_heads + 49152*num_attention_heads) + 49152) + N*18840 + 2411520
  encode eager like encode
peaks m2m_100
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*5*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*6*hidden_size
    B*S*S + B*S*bytes*8*hidden_size
  prefill padded like prefill
  prefill eager
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*5*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*6*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*6*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*8*hidden_size
  prefill eager padded like prefill eager
  decode
    B*T*(bytes*hidden_size + 1) + B*bytes*6*hidden_size
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1)) + B*bytes*6*hidden_size
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1)) + B*bytes*6*hidden_size
    B*N*bytes*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1)) + B*bytes*8*hidden_size
  encode
    B*N*bytes*9*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 5*hidden_size))
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*7*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*9*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 5*hidden_size))
peaks marian
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*3*hidden_size + 4) + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
  prefill padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*3*hidden_size + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size + S*bytes*hidden_size
  prefill eager
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*6*hidden_size + 4) + S*bytes*hidden_size
  prefill eager padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*3*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*6*hidden_size + S*bytes*hidden_size
  decode
    B*T*(bytes*hidden_size + 5) + B*bytes*4*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1) + 4) + B*bytes*4*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1) + 4) + B*bytes*4*hidden_size + bytes*hidden_size
  encode
    B*N*bytes*7*hidden_size + N*bytes*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 3*hidden_size)) + N*bytes*hidden_size
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*5*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*7*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 3*hidden_size)) + N*bytes*hidden_size
peaks mbart
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
  prefill padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*4*hidden_size + S*bytes*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size + S*bytes*hidden_size
  prefill eager
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*7*hidden_size + 4) + S*bytes*hidden_size
  prefill eager padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*5*hidden_size + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*bytes*hidden_size
  decode
    B*T*(bytes*hidden_size + 5) + B*bytes*5*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size
  encode
    B*N*bytes*9*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 5*hidden_size))
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*7*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*9*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 5*hidden_size))
peaks mt5
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*(bytes*3*num_attention_heads + 1)
    B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
    B*S*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*2*num_attention_heads + S*S16*bytes*num_attention_heads + 16
    B*S*(bytes*3*hidden_size + 8*hidden_size) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*(bytes*(4*d_ff + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
  prefill padded
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*num_attention_heads + 1) + B*S*S16*bytes*num_attention_heads + B*S*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads + 16
    B*S*S + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
    B*S*S + B*S*(bytes*(4*d_ff + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
  prefill eager
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*num_attention_heads + B*S*S*bytes + B*S*(bytes*(4*d_ff + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
  prefill eager padded like prefill eager
  decode
    B*T*bytes*d_kv*num_attention_heads + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + N16*bytes*num_attention_heads + T*bytes*num_attention_heads + 16
  decode eager
    B*T*(bytes*(d_kv*num_attention_heads + 1)) + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*num_attention_heads + B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
  encode
    B*N*(bytes*(4*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*2*num_attention_heads + N*N16*bytes*num_attention_heads + 16
    B*N*(bytes*(3*d_kv*num_attention_heads + 2*hidden_size)) + N*N*49 + N*16
    B*N*(bytes*(4*d_ff + 4*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*(bytes*3*hidden_size + 8*hidden_size) + N*N*bytes*num_attention_heads
    B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*(bytes*(3*d_ff + 5*hidden_size)) + N*N*bytes*num_attention_heads
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*(bytes*(3*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*3*hidden_size + 8*hidden_size) + N*N*bytes*num_attention_heads
    B*N*(bytes*(3*d_kv*num_attention_heads + 2*hidden_size)) + N*N*49 + N*16
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(4*d_ff + 4*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(5*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(3*d_ff + 5*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size)) + N*N*bytes*num_attention_heads
peaks mvp
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size
    B*S*S*bytes + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*bytes + B*S*bytes*5*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*bytes + B*S*bytes*7*hidden_size
  prefill padded like prefill
  prefill eager like prefill
  prefill eager padded like prefill
  decode
    B*T*(bytes*(hidden_size + 1)) + B*bytes*5*hidden_size
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*bytes + B*bytes*5*hidden_size
  decode eager like decode
  encode
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*6*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*8*hidden_size
    B*N*bytes*7*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size))
  encode eager like encode
peaks pegasus
  prefill
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*4*hidden_size + 4) + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*(bytes*5*hidden_size + 4) + S*(bytes*hidden_size + 8)
  prefill padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size + S*(bytes*hidden_size + 8)
  prefill eager
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 4) + S*(bytes*hidden_size + 8)
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 4) + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*(bytes*5*hidden_size + 4) + S*(bytes*hidden_size + 8)
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*7*hidden_size + 4) + S*(bytes*hidden_size + 8)
  prefill eager padded
    B*S*(bytes*(hidden_size + 2*vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8)
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*5*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*5*hidden_size + S*(bytes*hidden_size + 8)
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*7*hidden_size + S*(bytes*hidden_size + 8)
  decode
    B*T*(bytes*hidden_size + 5) + B*bytes*5*hidden_size + bytes*hidden_size + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size + 8
  encode
    B*N*bytes*8*hidden_size + N*bytes*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size)) + N*bytes*hidden_size
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*6*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*8*hidden_size + N*bytes*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size)) + N*bytes*hidden_size
peaks pegasus_x
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 4) + S*bytes*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 4) + S*bytes*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*(bytes*7*hidden_size + 4) + S*bytes*hidden_size
  prefill eager like prefill
  decode
    B*T*(bytes*(hidden_size + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1) + 4) + B*bytes*5*hidden_size + bytes*hidden_size
  decode eager like decode
  encode
    B*N*(bytes*(block_size*num_attention_heads + 2*num_attention_heads*num_global_tokens + 2*encoder_ffn_dim + 5*hidden_size) + 2) + B*(bytes*(block_size*block_size*num_attention_heads + 2*block_size*num_attention_heads*num_global_tokens + num_attention_heads*num_global_tokens*num_global_tokens + 2*block_size*encoder_ffn_dim + 3*block_size*hidden_size + 2*hidden_size*num_global_tokens))
    B*N*(bytes*(3*block_size*num_attention_heads + 6*num_attention_heads*num_global_tokens + 12*hidden_size)) + B*(bytes*(3*block_size*block_size*num_attention_heads + 6*block_size*num_attention_heads*num_global_tokens + 3*num_attention_heads*num_global_tokens*num_global_tokens + 12*block_size*hidden_size + 6*hidden_size*num_global_tokens))
  encode eager like encode
peaks prophetnet
  prefill
    B*S*(bytes*2*hidden_size + 8) + 121594240068
    B*S*S*(bytes*112 + 780) + B*S*(bytes*(304*head_dim + 11*hidden_size + 1024) + 8) + S*S*bytes*5
  prefill padded
    B*S*(bytes*2*hidden_size + 8) + 121594240068
    B*S*S*(bytes*192 + 780) + B*S*(bytes*(304*head_dim + 11*hidden_size + 1024) + 8)
  prefill eager like prefill
  prefill eager padded like prefill padded
  encode
    B*N*N*bytes*32 + B*N*(bytes*6*hidden_size + 8)
    B*N*N*bytes*16 + B*N*(bytes*(32*head_dim + 6*hidden_size) + 8)
    B*N*N*bytes*16 + B*N*(bytes*(16*head_dim + 7*hidden_size) + 8)
    B*N*(bytes*(2*encoder_ffn_dim + 5*hidden_size) + 8)
    B*N*(bytes*8*hidden_size + 16)
  encode eager like encode
peaks seamless_m4t seamless_m4t_v2
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*hidden_size + B*S*bytes*6*hidden_size
    B*S*bytes*8*hidden_size
  prefill padded
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*5*hidden_size + bytes
    B*S*S + B*N*bytes*2*hidden_size + B*S*bytes*6*hidden_size
    B*S*S + B*S*bytes*8*hidden_size
  prefill eager
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*5*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*6*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*6*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*8*hidden_size
  prefill eager padded like prefill eager
  decode
    B*T*bytes*hidden_size + B*bytes*6*hidden_size
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(hidden_size + 1)) + B*bytes*6*hidden_size
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1)) + B*bytes*6*hidden_size
    B*N*bytes*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1)) + B*bytes*8*hidden_size
  encode
    B*N*bytes*9*hidden_size
    B*N*(bytes*(2*encoder_ffn_dim + 5*hidden_size))
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*7*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*bytes*9*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 5*hidden_size))
peaks t5
  prefill
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*(bytes*3*num_attention_heads + 1)
    B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
    B*S*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*2*num_attention_heads + S*S16*bytes*num_attention_heads + 16
  prefill padded
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*S*(bytes*num_attention_heads + 1) + B*S*S16*bytes*num_attention_heads + B*S*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads + 16
    B*S*S + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
  prefill eager
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
  prefill eager padded like prefill eager
  decode
    B*T*bytes*d_kv*num_attention_heads + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(2*hidden_size + vocab_size))
    B*(bytes*(2*d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + N16*bytes*num_attention_heads + T*bytes*num_attention_heads + 16
  decode eager
    B*T*(bytes*(d_kv*num_attention_heads + 1)) + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(2*hidden_size + vocab_size))
    B*N*bytes*2*num_attention_heads + B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
  encode
    B*N*(bytes*(4*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*2*num_attention_heads + N*N16*bytes*num_attention_heads + 16
    B*N*(bytes*3*hidden_size + 8*hidden_size) + N*N*bytes*num_attention_heads
    B*N*(bytes*(3*d_kv*num_attention_heads + 2*hidden_size)) + N*N*49 + N*16
    B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*(bytes*(2*d_ff + 4*hidden_size)) + N*N*bytes*num_attention_heads
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*(bytes*(3*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*3*hidden_size + 8*hidden_size) + N*N*bytes*num_attention_heads
    B*N*(bytes*(3*d_kv*num_attention_heads + 2*hidden_size)) + N*N*49 + N*16
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(5*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*d_ff + 4*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size)) + N*N*bytes*num_attention_heads
peaks t5gemma
  prefill
    B*S*S*(bytes*10 + 64) + B*S*bytes*13056 + S*(bytes*512 + 8) + bytes + 96
    B*N*S*(bytes*8 + 64) + B*S*S*bytes*10 + B*N*bytes*4096 + B*S*bytes*11264 + S*(bytes*512 + 8) + bytes + 96
    B*N*S*bytes*8 + B*S*S*bytes*2 + B*S*bytes*36864 + S*(bytes*512 + 8) + bytes + 96
  prefill eager like prefill
  decode
    B*T*(bytes*4106 + 64) + B*bytes*8960 + bytes*513 + 8
    B*N*(bytes*4104 + 64) + B*T*bytes*10 + B*bytes*11264 + bytes*513 + 8
    B*bytes*514304
  decode eager like decode
  encode
    B*N*N*bytes*10 + B*N*(bytes*36864 + 8) + N*(bytes*512 + 8) + bytes
    B*N*N*(bytes*10 + 64) + B*N*(bytes*15104 + 8) + N*(bytes*512 + 8) + bytes
  encode eager like encode
peaks umt5
  prefill
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + S*S*45 + S*16
    B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + S*S*(bytes*3*num_attention_heads + 1)
    B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size))
    B*S*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + S*S*bytes*2*num_attention_heads + S*S16*bytes*num_attention_heads + 16
    B*S*(bytes*(2*d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + N16*S*bytes*num_attention_heads + 16
    B*S*(bytes*(2*d_kv*num_attention_heads + 5*hidden_size)) + N*S*bytes*num_attention_heads
  prefill padded
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*S*(bytes*num_attention_heads + 1) + B*S*S16*bytes*num_attention_heads + B*S*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + S*S*bytes*num_attention_heads + 16
    B*S*S + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size))
    B*S*S + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + S*S*45 + S*16
    B*S*S + B*S*(bytes*(2*d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + N16*S*bytes*num_attention_heads + 16
    B*S*S + B*S*(bytes*(2*d_kv*num_attention_heads + 5*hidden_size)) + N*S*bytes*num_attention_heads
  prefill eager
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + S*S*bytes*num_attention_heads
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + S*S*45 + S*16
    B*S*S*(bytes*(num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size))
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads
  prefill eager padded like prefill eager
  decode
    B*T*bytes*d_kv*num_attention_heads + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size))
    B*(bytes*(2*hidden_size + vocab_size))
    B*(bytes*(2*d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + N16*bytes*num_attention_heads + 16
  decode eager
    B*T*(bytes*(d_kv*num_attention_heads + 1)) + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size))
    B*(bytes*(2*hidden_size + vocab_size))
    B*N*bytes*2*num_attention_heads + B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads
  encode
    B*N*(bytes*(4*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*2*num_attention_heads + N*N16*bytes*num_attention_heads + 16
    B*N*(bytes*(3*d_kv*num_attention_heads + 3*hidden_size)) + N*N*53 + N*16
    B*N*(bytes*(4*d_ff + 4*hidden_size))
    B*N*(bytes*3*hidden_size + 8*hidden_size)
    B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*(bytes*(3*d_ff + 5*hidden_size))
  encode eager
    B*N*N*bytes*2*num_attention_heads + B*N*(bytes*(3*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*(bytes*(3*d_kv*num_attention_heads + 3*hidden_size)) + N*N*53 + N*16
    B*N*N*bytes*num_attention_heads + B*N*(bytes*3*hidden_size + 8*hidden_size)
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(4*d_ff + 4*hidden_size))
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(5*d_kv*num_attention_heads + 3*hidden_size)) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(3*d_ff + 5*hidden_size))
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size)) + N*N*bytes*num_attention_heads
peaks dia
  encode
    B*N*bytes*20480 + N*(bytes*256 + 8)
  encode eager
    B*N*N*(bytes*16 + 128) + B*N*bytes*8192 + N*(bytes*256 + 8)
    B*N*N*bytes*16 + B*N*bytes*20480 + N*(bytes*256 + 8)
peaks pop2piano
  prefill
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*S*(bytes*num_attention_heads + 1) + B*S*S16*bytes*num_attention_heads + B*S*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads + 16
    B*S*S + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size) + 4) + S*S*41 + S*16
  prefill eager
    B*S*(bytes*(2*hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size) + 4) + S*S*41 + S*16
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
  decode
    B*T*(bytes*d_kv*num_attention_heads + 5) + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(2*hidden_size + vocab_size))
    B*T*5 + B*(bytes*(2*d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + N16*bytes*num_attention_heads + T*bytes*num_attention_heads + 16
  decode eager
    B*T*(bytes*(d_kv*num_attention_heads + 1) + 4) + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(2*hidden_size + vocab_size))
    B*N*bytes*2*num_attention_heads + B*T*(bytes*(num_attention_heads + 1) + 4) + B*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
  encode
    B*N*N*(bytes*num_attention_heads + 1) + B*N*N16*bytes*num_attention_heads + B*N*(bytes*(4*d_kv*num_attention_heads + 3*hidden_size) + 4) + N*N*bytes*num_attention_heads + 16
    B*N*N + B*N*(bytes*(3*d_ff + 5*hidden_size) + 4) + N*N*bytes*num_attention_heads
    B*N*N + B*N*(bytes*(3*d_kv*num_attention_heads + 2*hidden_size) + 4) + N*N*49 + N*16
    B*N*N + B*N*(bytes*3*hidden_size + 8*hidden_size + 4) + N*N*bytes*num_attention_heads
    B*N*N + B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size) + 4) + N*N*bytes*num_attention_heads
  encode eager
    B*N*N*(bytes*(2*num_attention_heads + 1)) + B*N*(bytes*(3*d_kv*num_attention_heads + 3*hidden_size) + 4) + N*N*bytes*num_attention_heads
    B*N*N*(bytes*(num_attention_heads + 1)) + B*N*(bytes*(3*d_ff + 5*hidden_size) + 4) + N*N*bytes*num_attention_heads
    B*N*N*(bytes*(num_attention_heads + 1)) + B*N*(bytes*3*hidden_size + 8*hidden_size + 4) + N*N*bytes*num_attention_heads
    B*N*N*bytes + B*N*(bytes*(3*d_kv*num_attention_heads + 2*hidden_size) + 4) + N*N*49 + N*16
    B*N*N*(bytes*(num_attention_heads + 1)) + B*N*(bytes*(5*d_kv*num_attention_heads + 3*hidden_size) + 4) + N*N*bytes*num_attention_heads
    B*N*N*(bytes*(num_attention_heads + 1)) + B*N*(bytes*(4*d_kv*num_attention_heads + 4*hidden_size) + 4) + N*N*bytes*num_attention_heads
peaks speech-encoder-decoder
  prefill
    B*S*bytes*32058
    B*N*bytes*1536 + B*S*bytes*3072
  prefill eager
    B*S*S*bytes*25 + B*S*bytes*2304
    B*S*bytes*32058
    B*N*S*bytes*24 + B*S*S*bytes*13 + B*S*bytes*3072
    B*S*S*bytes*13 + B*N*bytes*1536 + B*S*bytes*3072
  decode
    B*T*bytes*768 + B*bytes*3072
    B*bytes*32058
  decode eager
    B*T*bytes*769 + B*bytes*3072
    B*N*bytes*24 + B*T*bytes*13 + B*bytes*3072
    B*bytes*32058
peaks speech_to_text
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*5*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*6*hidden_size
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*bytes*6*hidden_size
    B*N*S*bytes*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 6*hidden_size))
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(7*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*num_attention_heads + B*T*(bytes*(num_attention_heads + 1)) + B*bytes*6*hidden_size
    B*N*bytes*num_attention_heads + B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 7*hidden_size))
  decode eager like decode
peaks speecht5
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 2*hidden_size))
    B*S*S*bytes + B*N*bytes*2*hidden_size + B*S*bytes*4*hidden_size
    B*N*S*bytes*2*num_attention_heads + B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size))
    B*N*S*bytes*num_attention_heads + B*S*S*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size))
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(5*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*num_attention_heads + B*T*bytes + B*bytes*4*hidden_size
  decode eager like decode
peaks whisper
  prefill
    B*S*(bytes*(hidden_size + vocab_size))
    B*N*(bytes*(2*(hidden_size // decoder_attention_heads)*num_key_value_heads + hidden_size)) + B*S*(bytes*((hidden_size // decoder_attention_heads)*num_key_value_heads + 5*hidden_size) + 8)
    B*S*(bytes*(3*(hidden_size // decoder_attention_heads)*num_key_value_heads + 5*hidden_size) + 8)
  prefill padded
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*((hidden_size // decoder_attention_heads)*num_key_value_heads + 4*hidden_size) + 8) + bytes
    B*S*S + B*N*(bytes*(2*(hidden_size // decoder_attention_heads)*num_key_value_heads + hidden_size)) + B*S*(bytes*((hidden_size // decoder_attention_heads)*num_key_value_heads + 5*hidden_size) + 8)
  prefill eager
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(2*num_key_value_heads + 1)) + B*S*(bytes*((hidden_size // decoder_attention_heads)*num_key_value_heads + 4*hidden_size) + 8)
    B*S*S*(bytes*(num_key_value_heads + 1)) + B*N*(bytes*(2*(hidden_size // decoder_attention_heads)*num_key_value_heads + hidden_size)) + B*S*(bytes*((hidden_size // decoder_attention_heads)*num_key_value_heads + 5*hidden_size) + 8)
    B*N*S*bytes*2*num_key_value_heads + B*S*S*(bytes*(num_key_value_heads + 1)) + B*S*(bytes*((hidden_size // decoder_attention_heads)*num_key_value_heads + 5*hidden_size) + 8)
    B*N*S*bytes*num_key_value_heads + B*S*S*(bytes*(num_key_value_heads + 1)) + B*S*(bytes*(3*(hidden_size // decoder_attention_heads)*num_key_value_heads + 5*hidden_size) + 8)
  prefill eager padded like prefill eager
  decode
    B*T*bytes*(hidden_size // decoder_attention_heads)*num_key_value_heads + B*(bytes*(7*hidden_size - (hidden_size // decoder_attention_heads)*num_key_value_heads) + 8)
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*((hidden_size // decoder_attention_heads)*num_key_value_heads + 1)) + B*(bytes*(7*hidden_size - (hidden_size // decoder_attention_heads)*num_key_value_heads) + 8)
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*num_key_value_heads + B*T*(bytes*(num_key_value_heads + 1)) + B*(bytes*6*hidden_size + 8)
  encode
    B*N*(bytes*(5*(hidden_size // decoder_attention_heads)*num_key_value_heads + 3*hidden_size)) + N*8
    B*N*(bytes*(4*(hidden_size // decoder_attention_heads)*num_key_value_heads + 4*hidden_size)) + N*8
    B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size)) + N*8
    B*N*bytes*5*hidden_size + N*8
  encode eager
    B*N*N*bytes*2*num_key_value_heads + B*N*(bytes*(3*(hidden_size // decoder_attention_heads)*num_key_value_heads + 3*hidden_size)) + N*8
    B*N*N*bytes*num_key_value_heads + B*N*(bytes*(2*encoder_ffn_dim + 4*hidden_size)) + N*8
    B*N*N*bytes*num_key_value_heads + B*N*(bytes*(5*(hidden_size // decoder_attention_heads)*num_key_value_heads + 3*hidden_size)) + N*8
    B*N*N*bytes*num_key_value_heads + B*N*(bytes*(4*(hidden_size // decoder_attention_heads)*num_key_value_heads + 4*hidden_size)) + N*8
    B*N*N*bytes*num_key_value_heads + B*N*bytes*5*hidden_size + N*8
peaks bamba
  chunk mamba_chunk_size
  prefill
    B*C*C*4*mamba_n_heads + B*C*(28*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads + 12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 16*mamba_chunk_size*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads)) + B*(8*head_dim*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*C*4*head_dim*mamba_chunk_size*mamba_n_heads + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 8*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*C*(4*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads) + B*S*(bytes*(4*head_dim*mamba_n_heads + 4*hidden_size + 4*mamba_d_state + mamba_n_heads) + 4*head_dim*mamba_n_heads) + B*4*head_dim*mamba_d_state*mamba_n_heads + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*C*(4*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + mamba_n_heads) + 8*head_dim*mamba_n_heads + 8) + B*4*head_dim*mamba_d_state*mamba_n_heads + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
  prefill padded
    B*C*C*4*mamba_n_heads + B*S*S + B*C*(28*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads + 12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 16*mamba_chunk_size*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads)) + B*(8*head_dim*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*C*4*head_dim*mamba_chunk_size*mamba_n_heads + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 8*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*C*(4*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + mamba_n_heads) + 8*head_dim*mamba_n_heads + 8) + B*4*head_dim*mamba_d_state*mamba_n_heads + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 4*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*C*(4*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads) + B*S*(bytes*(4*head_dim*mamba_n_heads + 4*hidden_size + 4*mamba_d_state + mamba_n_heads) + 4*head_dim*mamba_n_heads) + B*4*head_dim*mamba_d_state*mamba_n_heads + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*C*C*4*mamba_n_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*C*(28*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads + 12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 16*mamba_chunk_size*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads)) + B*(8*head_dim*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*C*4*head_dim*mamba_chunk_size*mamba_n_heads + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 8*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 4*mamba_n_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(2*head_dim*mamba_d_state*mamba_n_heads + 4*head_dim*mamba_n_heads + mamba_d_state*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + mamba_n_heads) + 12*head_dim*mamba_d_state*mamba_n_heads) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 4*mamba_n_heads + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*head_dim*mamba_d_state*mamba_n_heads + 4*head_dim*mamba_n_heads + mamba_d_state*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + mamba_n_heads) + 12*head_dim*mamba_d_state*mamba_n_heads) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 4*mamba_n_heads + 8
    B*(bytes*(hidden_size + vocab_size))
peaks bert ernie
  prefill
    B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 4*num_attention_heads) + 24
    B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*5*hidden_size + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + 16
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill eager
    B*S*S*bytes*2*num_attention_heads + B*S*bytes*5*hidden_size
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
peaks bert-generation
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(6*hidden_size + intermediate_size) + 8)
  prefill
    B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 4*num_attention_heads) + 24
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*(bytes*(3*hidden_size + 2*intermediate_size))
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*5*hidden_size + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + 16
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(6*hidden_size + intermediate_size + num_attention_heads + 1) + 8)
  prefill eager
    B*S*S*bytes*2*num_attention_heads + B*S*bytes*5*hidden_size
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size))
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
peaks big_bird
  prefill
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size))
    B*S*4 + 12*hidden_size*hidden_size + 12*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 4*intermediate_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*bytes*hidden_size + B*(bytes*(2*hidden_size + vocab_size))
  prefill padded
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 4*intermediate_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*bytes*hidden_size + B*(bytes*(2*hidden_size + vocab_size))
  prefill eager like prefill
peaks camembert data2vec-text
  prefill
    B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 4*num_attention_heads) + 24
    B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*5*hidden_size + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + 16
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill eager
    B*S*S*bytes*2*num_attention_heads + B*S*bytes*5*hidden_size
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
peaks dbrx
  prefill
    B*S*(bytes*(3*ffn_config.ffn_hidden_size + ffn_config.moe_top_k + 8*hidden_size + 12) + 112*ffn_config.moe_top_k + 16) + S*(bytes*2*head_dim + 8) + 104
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(3*ffn_config.ffn_hidden_size + ffn_config.moe_top_k + 8*hidden_size + 12) + 112*ffn_config.moe_top_k + 16) + S*(bytes*2*head_dim + 8) + 104
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(3*ffn_config.ffn_hidden_size + ffn_config.moe_top_k + 8*hidden_size + 12) + 112*ffn_config.moe_top_k + 16) + S*(bytes*2*head_dim + 8) + 104
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(3*ffn_config.ffn_hidden_size + ffn_config.moe_top_k + 8*hidden_size + 12) + 112*ffn_config.moe_top_k + 16) + bytes*2*head_dim + 112
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(3*ffn_config.ffn_hidden_size + ffn_config.moe_top_k + 8*hidden_size + 12) + 112*ffn_config.moe_top_k + 16) + bytes*2*head_dim + 112
peaks dots3_note dots3_note_text
  prefill when S == 1
    B*(bytes*(3*hidden_size + 92352)) + bytes*128 + 8*qk_rope_head_dim + 9
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts) + bytes*128 + 4*hidden_size*n_routed_experts + 8*qk_rope_head_dim + 9
    B*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + bytes*128 + 8*n_routed_experts + 8*qk_rope_head_dim + 9
  prefill
    B*S*S*768 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim + 8320) + 260*qk_rope_head_dim + 32768) + S*S*2 + S*(bytes*128 + 8*qk_rope_head_dim + 8)
    B*S*(bytes*(3*hidden_size + 92352)) + S*S*2 + S*(bytes*128 + 8*qk_rope_head_dim + 8)
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*S*2 + S*(bytes*128 + 8*qk_rope_head_dim + 8) + 8*n_routed_experts
  prefill padded
    B*S*S*770 + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim + 8320) + 260*qk_rope_head_dim + 32768) + S*(bytes*128 + 8*qk_rope_head_dim + 8)
    B*S*S*2 + B*S*(bytes*(3*hidden_size + 92352)) + S*(bytes*128 + 8*qk_rope_head_dim + 8)
    B*S*S*2 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*128 + 8*qk_rope_head_dim + 8) + 8*n_routed_experts
  prefill eager when S == 1
    B*S*S*(bytes*2 + 768) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim + 8320) + 260*qk_rope_head_dim + 32768) + S*(bytes*128 + 8*qk_rope_head_dim + 8)
    B*S*S*(bytes*66 + 512) + B*S*(bytes*(3*hidden_size + 75840)) + S*(bytes*128 + 8*qk_rope_head_dim + 8)
    B*S*S*bytes*66 + B*S*(bytes*(3*hidden_size + 92352)) + S*(bytes*128 + 8*qk_rope_head_dim + 8)
    B*S*S*bytes*66 + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*(bytes*128 + 8*qk_rope_head_dim + 8) + 8*n_routed_experts
  prefill eager like prefill eager when S == 1
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim) + 512) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim + 8320) + 260*qk_rope_head_dim + 32768) + T + bytes*128 + 8*qk_rope_head_dim + sliding_window + 8
    B*(bytes*(3*hidden_size + 36864*sliding_window + 55488)) + T + bytes*128 + 8*qk_rope_head_dim + sliding_window + 8
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + num_attention_heads + 2) + 5) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim + sliding_window)) + bytes*128 + 8*qk_rope_head_dim + 8
    B*T*bytes + B*(bytes*(3*hidden_size + 45121*sliding_window + 47168)) + bytes*128 + 8*qk_rope_head_dim + 8
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + 1) + 512) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_rope_head_dim + 3*hidden_size + kv_lora_rank + q_lora_rank + qk_rope_head_dim + sliding_window + 8320) + 260*qk_rope_head_dim + 32768) + bytes*128 + 8*qk_rope_head_dim + 8
peaks electra
  prefill
    B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 4*num_attention_heads) + 24
    B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(vocab_size + 128))
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*5*hidden_size + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + 16
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(vocab_size + 128))
  prefill eager
    B*S*S*bytes*2*num_attention_heads + B*S*bytes*5*hidden_size
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(2*head_dim*num_attention_heads + 5*hidden_size))
    B*S*bytes*hidden_size + B*(bytes*(vocab_size + 128))
    B*S*S*bytes*num_attention_heads + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
peaks granitemoehybrid
  chunk mamba_chunk_size
  prefill
    B*C*C*S*bytes*(hidden_size // 2) + B*C*C*(-4*mamba_chunk_size*mamba_d_state*mamba_n_heads) + B*C*S*bytes*-(7*hidden_size // 2) + B*C*(8*head_dim*mamba_chunk_size*mamba_n_heads + 36*mamba_chunk_size*mamba_d_state*mamba_n_heads + 4*mamba_chunk_size*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 8*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 4*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + B*(-48*mamba_chunk_size*mamba_d_state*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*C*C*4*mamba_n_heads + B*C*(28*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads + 12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 16*mamba_chunk_size*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads)) + B*(8*head_dim*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*8 + 8*num_local_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*8 + 8*num_local_experts
    B*C*4*head_dim*mamba_chunk_size*mamba_n_heads + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 8*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill padded
    B*C*C*S*bytes*(hidden_size // 2) + B*C*C*(-4*mamba_chunk_size*mamba_d_state*mamba_n_heads) + B*C*S*bytes*-(7*hidden_size // 2) + B*S*S + B*C*(8*head_dim*mamba_chunk_size*mamba_n_heads + 36*mamba_chunk_size*mamba_d_state*mamba_n_heads + 4*mamba_chunk_size*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 8*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 4*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + B*(-48*mamba_chunk_size*mamba_d_state*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*C*C*4*mamba_n_heads + B*S*S + B*C*(28*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads + 12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 16*mamba_chunk_size*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads)) + B*(8*head_dim*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*8 + 8*num_local_experts
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*8 + 8*num_local_experts
    B*S*S + B*C*(4*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + mamba_n_heads) + 8*head_dim*mamba_n_heads + 8) + B*4*head_dim*mamba_d_state*mamba_n_heads + S*8 + 4*mamba_n_heads
    B*S*S + B*S*(bytes*(6*hidden_size + 3*shared_intermediate_size)) + S*8
    B*S*S + B*C*4*head_dim*mamba_chunk_size*mamba_n_heads + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 8*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*C*C*S*bytes*-(hidden_size // 2) + B*C*C*4*mamba_chunk_size*mamba_d_state*mamba_n_heads + B*C*S*bytes*(7*hidden_size // 2) + B*S*S + B*C*(16*head_dim*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_n_heads - 16*mamba_chunk_size*mamba_d_state*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 4*mamba_d_state + 2*mamba_n_heads - 3*hidden_size)) + B*48*mamba_chunk_size*mamba_d_state*mamba_n_heads + S*8 + 4*mamba_n_heads
    B*S*S + B*S*(bytes*(5*hidden_size + 4*shared_intermediate_size)) + S*8
  prefill eager
    B*C*C*S*bytes*(hidden_size // 2) + B*C*C*(-4*mamba_chunk_size*mamba_d_state*mamba_n_heads) + B*C*S*bytes*-(7*hidden_size // 2) + B*S*S*bytes + B*C*(8*head_dim*mamba_chunk_size*mamba_n_heads + 36*mamba_chunk_size*mamba_d_state*mamba_n_heads + 4*mamba_chunk_size*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 8*hidden_size + 4*mamba_d_state + 2*mamba_n_heads) + 4*head_dim*mamba_n_heads + 8*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + B*(-48*mamba_chunk_size*mamba_d_state*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*C*C*4*mamba_n_heads + B*S*S*bytes + B*C*(28*head_dim*mamba_chunk_size*mamba_n_heads + 4*head_dim*mamba_d_state*mamba_n_heads + 12*mamba_chunk_size*mamba_chunk_size*mamba_n_heads + 12*mamba_chunk_size*mamba_d_state*mamba_n_heads + 16*mamba_chunk_size*mamba_n_heads + 8*mamba_n_heads) + B*S*(bytes*(3*head_dim*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + 2*mamba_n_heads)) + B*(8*head_dim*mamba_d_state*mamba_n_heads + 4*mamba_n_heads) + S*8 + 4*mamba_n_heads
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*intermediate_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 28*num_experts_per_tok + 4*num_local_experts) + S*8 + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + 2*num_experts_per_tok) + 36*num_experts_per_tok + 4*num_local_experts) + S*8 + 8*num_local_experts
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_key_value_heads + 4*hidden_size)) + 8
    B*(bytes*(2*head_dim*mamba_d_state*mamba_n_heads + 4*head_dim*mamba_n_heads + mamba_d_state*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + mamba_n_heads) + 12*head_dim*mamba_d_state*mamba_n_heads) + 4*mamba_n_heads + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*bytes*4*hidden_size + 8
    B*T*bytes + B*(bytes*(2*head_dim*mamba_d_state*mamba_n_heads + 4*head_dim*mamba_n_heads + mamba_d_state*mamba_n_heads + 3*hidden_size + 4*mamba_d_state + mamba_n_heads) + 12*head_dim*mamba_d_state*mamba_n_heads) + 4*mamba_n_heads + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_key_value_heads + 4*hidden_size)) + 8
peaks kimi_linear
  chunk 64
  prefill
    B*C*207626240 + B*S*(bytes*(3*hidden_size + 12320) + 16384) + S*8 + 8192
    B*C*C*5496832 + B*C*102563840 + B*S*(bytes*(3*hidden_size + 12320) + 16384) + B*65961984 + S*8 + 8192
  prefill padded
    B*S*S + B*C*207626240 + B*S*(bytes*(4*hidden_size + 12320) + 16384) + S*8 + 8192
    B*C*C*5496832 + B*S*S + B*C*102563840 + B*S*(bytes*(4*hidden_size + 12320) + 16384) + B*65961984 + S*8 + 8192
  prefill eager
    B*S*S*bytes + B*C*207626240 + B*S*(bytes*(3*hidden_size + 12320) + 16384) + S*8 + 8192
    B*C*C*5496832 + B*S*S*bytes + B*C*102563840 + B*S*(bytes*(3*hidden_size + 12320) + 16384) + B*65961984 + S*8 + 8192
    B*C*C*S*(bytes*(((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads // 2) - (num_attention_heads*v_head_dim // 2))) + B*C*S*(bytes*((7*num_attention_heads*v_head_dim // 2) - (7*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads // 2))) + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(8*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim - 4*num_attention_heads*v_head_dim)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*8
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim)) + B*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*v_head_dim + 4*hidden_size + kv_lora_rank + qk_rope_head_dim)) + 8
    B*(bytes*(3*hidden_size + 12320) + 6422656) + 8
    B*T*bytes*kv_lora_rank + B*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + 8
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + num_attention_heads + 1)) + B*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*v_head_dim + 3*hidden_size + kv_lora_rank + qk_rope_head_dim)) + 8
    B*T*bytes + B*(bytes*(3*hidden_size + 12320) + 6422656) + 8
peaks mamba2
  chunk chunk_size
  prefill
    B*C*C*4*num_heads + B*C*(12*chunk_size*chunk_size*num_heads + 28*chunk_size*head_dim*num_heads + 12*chunk_size*num_heads*state_size + 4*head_dim*num_heads*state_size + 16*chunk_size*num_heads + 8*num_heads) + B*S*(bytes*(head_dim*num_heads + 4*n_groups*state_size + 2*hidden_size + intermediate_size + 2*num_heads) + 4*hidden_size) + B*(8*head_dim*num_heads*state_size + 4*num_heads) + 4*num_heads
    B*C*4*chunk_size*head_dim*num_heads + B*S*(bytes*(head_dim*num_heads + 4*n_groups*state_size + 2*hidden_size + intermediate_size + 2*num_heads) + 8*head_dim*num_heads + 8*num_heads*state_size + 4*hidden_size + 4*num_heads) + 4*num_heads
    B*C*(4*chunk_size*head_dim*num_heads + 4*head_dim*num_heads*state_size) + B*S*(bytes*(head_dim*num_heads + 4*n_groups*state_size + 2*hidden_size + intermediate_size + num_heads) + 4*head_dim*num_heads + 12*hidden_size + 8*n_groups) + B*4*head_dim*num_heads*state_size + 4*num_heads
    B*S*4*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*C*(4*chunk_size*head_dim*num_heads + 4*head_dim*num_heads*state_size) + B*S*(bytes*(head_dim*num_heads + 4*n_groups*state_size + 2*hidden_size + intermediate_size + num_heads) + 8*head_dim*num_heads + 4*hidden_size) + B*4*head_dim*num_heads*state_size + 4*num_heads
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*(bytes*vocab_size + 4*hidden_size + 4*vocab_size)
    B*(bytes*(2*head_dim*num_heads*state_size + 2*head_dim*num_heads + 4*n_groups*state_size + num_heads*state_size + 2*hidden_size + intermediate_size + num_heads) + 12*head_dim*num_heads*state_size + 4*hidden_size) + 4*num_heads
  decode eager like decode
peaks megatron-bert
  prefill
    B*S*S*(bytes*(3*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size) + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 2*intermediate_size) + 8)
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads) + 8)
    B*(bytes*(2*hidden_size + vocab_size))
  decode eager like decode
peaks mllama mllama_text_model
  prefill
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks olmo_hybrid
  chunk 64
  prefill
    B*C*(1280*linear_key_head_dim*linear_num_value_heads + 1280*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 512*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 12*linear_key_head_dim*linear_num_value_heads + 4*linear_num_value_heads*linear_value_head_dim + 12*linear_num_value_heads) + S*(8*head_dim + 8)
    B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + 4*linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 8*linear_num_value_heads*linear_value_head_dim + 8*linear_num_value_heads) + B*4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + S*(8*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*C*(1280*linear_key_head_dim*linear_num_value_heads + 1024*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + 2*linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 512*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*S*(bytes*(6*linear_key_head_dim*linear_num_key_heads + 3*linear_num_value_heads*linear_value_head_dim + 3*hidden_size)) + B*(bytes*(6*linear_key_head_dim*linear_num_key_heads + 3*linear_num_value_heads*linear_value_head_dim)) + S*(8*head_dim + 8)
  prefill padded
    B*S*S + B*C*(1280*linear_key_head_dim*linear_num_value_heads + 1280*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 4*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 512*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 4*hidden_size + linear_num_value_heads) + 12*linear_key_head_dim*linear_num_value_heads + 4*linear_num_value_heads*linear_value_head_dim + 12*linear_num_value_heads) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + 4*linear_num_value_heads*linear_value_head_dim + 4*hidden_size + linear_num_value_heads) + 8*linear_num_value_heads*linear_value_head_dim + 8*linear_num_value_heads) + B*4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(8*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*S + B*C*(1280*linear_key_head_dim*linear_num_value_heads + 1024*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + 2*linear_num_value_heads*linear_value_head_dim + 4*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 512*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8)
    B*C*C*(6*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim - 256*linear_num_value_heads*linear_value_head_dim) + B*S*S*bytes + B*C*(1280*linear_key_head_dim*linear_num_value_heads + 3072*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads - 42*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(76*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim - 2560*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*C*C*S*bytes*-hidden_size + B*C*C*6*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + B*C*S*bytes*6*hidden_size + B*S*S*bytes + B*C*(1280*linear_key_head_dim*linear_num_value_heads + 1536*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads - 42*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + linear_num_value_heads - 6*hidden_size) + 4*linear_num_value_heads) + B*(76*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim - 512*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*C*C*(512*linear_key_head_dim*linear_num_value_heads + 504*linear_num_value_heads - 12*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim) + B*S*S*bytes + B*C*(72*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 512*linear_num_value_heads*linear_value_head_dim + 47404*linear_num_value_heads - 1280*linear_key_head_dim*linear_num_value_heads) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(3072*linear_key_head_dim*linear_num_value_heads + 2048*linear_num_value_heads*linear_value_head_dim + 3024*linear_num_value_heads - 92*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*S*S*bytes + B*C*(1280*linear_key_head_dim*linear_num_value_heads + 1024*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(16*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 512*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*5*hidden_size + 8*hidden_size + 4) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 12*head_dim*num_attention_heads) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 12*linear_key_head_dim*linear_num_value_heads + 4*linear_num_value_heads*linear_value_head_dim + 12*linear_num_value_heads) + S*(8*head_dim + 8)
    B*C*C*S*S*bytes*-num_attention_heads + B*C*C*S*bytes*(3*head_dim*num_attention_heads // 2) + B*C*S*S*bytes*6*num_attention_heads + B*C*S*bytes*-(17*head_dim*num_attention_heads // 2) + B*S*S*(bytes*(1 - 7*num_attention_heads)) + B*S*(bytes*(15*head_dim*num_attention_heads + 2*hidden_size)) + S*(8*head_dim + 8)
    B*S*S*bytes + B*C*(1280*linear_key_head_dim*linear_num_value_heads + 1024*linear_num_value_heads*linear_value_head_dim + 49924*linear_num_value_heads) + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + 2*linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 4*linear_num_value_heads) + B*(4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 512*linear_num_value_heads*linear_value_head_dim) + S*(8*head_dim + 8) + 4096
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 3*hidden_size) + 4*head_dim*num_attention_heads + 12*head_dim*num_key_value_heads) + S*(8*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*linear_key_head_dim*linear_num_key_heads + 4*linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 8*linear_num_value_heads*linear_value_head_dim + 8*linear_num_value_heads) + B*4*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + S*(8*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*hidden_size)) + 8*head_dim + 8
    B*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 12*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 8*linear_key_head_dim*linear_num_value_heads + 16*linear_num_value_heads*linear_value_head_dim + 12*linear_num_value_heads) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*hidden_size)) + 8*head_dim + 8
    B*T*bytes + B*(bytes*(2*linear_key_head_dim*linear_num_key_heads + linear_num_value_heads*linear_value_head_dim + 3*hidden_size + linear_num_value_heads) + 12*linear_key_head_dim*linear_num_value_heads*linear_value_head_dim + 8*linear_key_head_dim*linear_num_value_heads + 16*linear_num_value_heads*linear_value_head_dim + 12*linear_num_value_heads) + 8*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*hidden_size)) + 8*head_dim + 8
peaks rembert
  prefill
    B*S*S*(bytes*(3*num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 2*hidden_size + 256) + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + intermediate_size + 256) + 16)
    B*S*bytes*hidden_size + B*(bytes*(vocab_size + 1664))
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(2*hidden_size + 2*intermediate_size + 256) + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 4*hidden_size + 256) + 16)
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(4*hidden_size + 256 - head_dim*num_attention_heads) + 8)
    B*(bytes*(hidden_size + vocab_size + 1664))
  decode eager like decode
peaks roberta xlm-roberta
  prefill
    B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 8)
    B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*3*hidden_size + bytes
    B*S*S + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + 16
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*3*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + intermediate_size) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size) + 8)
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(5*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(2*hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(5*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(2*hidden_size + vocab_size))
peaks roberta-prelayernorm
  prefill
    B*S*bytes*6*hidden_size
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size))
    B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*(bytes*(5*hidden_size + intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*4*hidden_size + bytes
    B*S*S + B*S*bytes*6*hidden_size
    B*S*S + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size))
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + 16
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*4*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + intermediate_size))
    B*S*S*bytes + B*S*bytes*6*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 2*intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size))
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(6*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(2*hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(2*hidden_size + vocab_size))
peaks roformer
  prefill
    B*S*S*(bytes*(3*num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*hidden_size) + 8) + S*bytes*head_dim
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(6*head_dim*num_attention_heads + 5*hidden_size) + 8) + S*bytes*3*head_dim
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(6*hidden_size + intermediate_size) + 16) + S*bytes*head_dim
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(3*hidden_size + 2*intermediate_size) + 8) + S*bytes*head_dim
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill padded like prefill
  prefill eager like prefill
  decode
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8) + bytes*head_dim
    B*(bytes*(2*hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(6*head_dim*num_attention_heads + 5*hidden_size) + 8) + bytes*3*head_dim
  decode eager like decode
peaks xlm-roberta-xl
  prefill
    B*S*(bytes*(4*hidden_size + 2*intermediate_size))
    B*S*bytes*6*hidden_size
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*4*hidden_size + bytes
    B*S*S + B*S*bytes*6*hidden_size
    B*S*S + B*S*(bytes*(4*hidden_size + 2*intermediate_size))
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + 16
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*4*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 2*intermediate_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size))
    B*S*S*bytes + B*S*bytes*6*hidden_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + intermediate_size))
    B*S*bytes*hidden_size + B*(bytes*(hidden_size + vocab_size))
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size))
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(6*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(2*hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads))
    B*(bytes*(2*hidden_size + vocab_size))
peaks falcon_mamba
  prefill when S == 1
    B*(bytes*vocab_size + 4*hidden_size + 4*vocab_size)
    B*(bytes*(intermediate_size*state_size + 2*hidden_size + 8*intermediate_size + 2*state_size) + 20*intermediate_size*state_size + 4*hidden_size) + 4*intermediate_size*state_size + 8*intermediate_size
  prefill
    B*S*(bytes*(2*hidden_size + 7*intermediate_size + 2*state_size + time_step_rank) + 12*intermediate_size*state_size + 4*hidden_size + 8*intermediate_size) + B*4*intermediate_size*state_size + 4*intermediate_size*state_size + 8*intermediate_size
  prefill padded
    B*S*(bytes*(3*hidden_size + 7*intermediate_size + 2*state_size + time_step_rank) + 12*intermediate_size*state_size + 4*hidden_size + 8*intermediate_size) + B*4*intermediate_size*state_size + 4*intermediate_size*state_size + 8*intermediate_size
  prefill eager when S == 1 like prefill when S == 1
  prefill eager like prefill
  decode
    B*(bytes*vocab_size + 4*hidden_size + 4*vocab_size)
    B*(bytes*(2*hidden_size + 5*intermediate_size + 2*state_size) + 20*intermediate_size*state_size + 4*hidden_size) + 4*intermediate_size*state_size + 4*intermediate_size
  decode eager like decode
peaks gemma3n_text
  prefill when S == 1
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size) + bytes*4*head_dim + 4*hidden_size + 24
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2) + 8*head_dim*num_attention_heads) + bytes*4*head_dim + 4*head_dim + 32
  prefill
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size + 8) + S*S + S*(bytes*4*head_dim + 8) + 16
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2)) + S*S + S*(bytes*4*head_dim + 8) + bytes + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size) + S*S + S*(bytes*4*head_dim + 8) + 4*hidden_size + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*4*head_dim + 8) + 24
  prefill padded
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size + 8) + S*(bytes*4*head_dim + 8) + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2)) + S*(bytes*4*head_dim + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*4*head_dim + 8) + 24
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2)) + S*(bytes*4*head_dim + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size) + S*(bytes*4*head_dim + 8) + 4*hidden_size + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size + 8) + S*(bytes*4*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2)) + S*(bytes*4*head_dim + 8) + 16
  prefill eager like prefill eager when S == 1
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2)) + bytes*4*head_dim + sliding_window + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + 2)) + bytes*4*head_dim + sliding_window + 8
    B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 27*hidden_size + 2) + 8*hidden_size) + bytes*4*head_dim + 4*hidden_size + sliding_window + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 15*hidden_size + sliding_window + 2)) + bytes*4*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 15*hidden_size + sliding_window + 2) + 8*num_attention_heads*sliding_window) + bytes*4*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 15*hidden_size + sliding_window + 2)) + bytes*4*head_dim + 8
    B*T*bytes + B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 27*hidden_size + sliding_window + 2) + 8*hidden_size) + bytes*4*head_dim + 4*hidden_size + 8
peaks qwen3_vl_moe_text
  prefill
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*8 + 8*num_local_experts
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*8 + 8*num_local_experts
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*8
    B*S*(bytes*(2*head_dim + 3*hidden_size + 3*intermediate_size)) + S*8
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8 + bytes
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*8 + 8*num_local_experts
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*8 + 8*num_local_experts
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*8
    B*S*S + B*S*(bytes*(2*head_dim + 3*hidden_size + 3*intermediate_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + S*8 + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + S*8 + 8*num_local_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim + 3*hidden_size + 3*intermediate_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + 8*num_local_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + 8*num_local_experts + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 36*num_experts_per_tok) + 8*num_local_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 2*head_dim + 4*hidden_size + 2*num_experts_per_tok + num_local_experts) + 28*num_experts_per_tok) + 8*num_local_experts + 8
peaks lfm2_moe
  prefill
    B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*9*hidden_size + B*bytes*2*hidden_size + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S + B*S*bytes*9*hidden_size + B*bytes*2*hidden_size + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*4*hidden_size + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + S*(bytes*2*head_dim + 8) + 8*num_experts
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*bytes*9*hidden_size + B*bytes*2*hidden_size + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*bytes*13*hidden_size + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(hidden_size*num_experts_per_tok + 4*moe_intermediate_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 28*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(4*hidden_size*num_experts_per_tok + 4*hidden_size + num_experts + 2*num_experts_per_tok) + 36*num_experts_per_tok) + bytes*2*head_dim + 8*num_experts + 8
    B*T*bytes + B*bytes*13*hidden_size + bytes*2*head_dim + 8
peaks switch_transformers
  prefill when B == 1
    S*(bytes*(2*hidden_size + vocab_size))
    N*S*bytes*num_attention_heads + S*S*(bytes*(3*num_attention_heads + 1)) + S*(bytes*(d_kv*num_attention_heads + 3*hidden_size) + 4)
    S*S*(bytes + 41) + S*(bytes*(d_kv*num_attention_heads + 2*hidden_size) + 20)
    N*S*bytes*3*num_attention_heads + S*S*(bytes*(2*num_attention_heads + 1)) + S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4)
    N*S*bytes*num_attention_heads + S*S*(bytes*(2*num_attention_heads + 1)) + N*bytes*2*d_kv*num_attention_heads + S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4)
    N*S*bytes*2*num_attention_heads + S*S*(bytes*(num_attention_heads + 1)) + S*(bytes*(9*hidden_size + 2) + 12*num_experts + 20) + 8*num_experts
    N*S*bytes*2*num_attention_heads + S*S*(bytes*(num_attention_heads + 1)) + S*(bytes*(2*d_ff + 7*hidden_size + 1) + 12*num_experts + 20) + 8*num_experts
  prefill
    B*S*(bytes*(2*hidden_size + vocab_size)) + 4*hidden_size*num_experts
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size) + 4) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size) + 4) + S*S*41 + S*16
    B*N*S*bytes*num_attention_heads + B*S*S*bytes + B*S*(bytes*(9*hidden_size + 2) + 12*num_experts + 20) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads + 4*hidden_size*num_experts + 8*num_experts
    B*N*S*bytes*num_attention_heads + B*S*S*bytes + B*S*(bytes*(2*d_ff + 7*hidden_size + 1) + 12*num_experts + 20) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads + 4*hidden_size*num_experts + 8*num_experts
  prefill padded when B == 1
    S*(bytes*(2*hidden_size + vocab_size))
    N*S*bytes*num_attention_heads + S*S*(bytes*(3*num_attention_heads + 1)) + S*(bytes*(d_kv*num_attention_heads + 3*hidden_size))
    S*S*(bytes + 41) + S*(bytes*(d_kv*num_attention_heads + 2*hidden_size) + 16)
    N*S*bytes*3*num_attention_heads + S*S*(bytes*(2*num_attention_heads + 1)) + S*(bytes*(d_kv*num_attention_heads + 4*hidden_size))
    N*S*bytes*num_attention_heads + S*S*(bytes*(2*num_attention_heads + 1)) + N*bytes*2*d_kv*num_attention_heads + S*(bytes*(d_kv*num_attention_heads + 4*hidden_size))
    N*S*bytes*2*num_attention_heads + S*S*(bytes*(num_attention_heads + 1)) + S*(bytes*(9*hidden_size + 2) + 12*num_experts + 16) + 8*num_experts
    N*S*bytes*2*num_attention_heads + S*S*(bytes*(num_attention_heads + 1)) + S*(bytes*(2*d_ff + 7*hidden_size + 1) + 12*num_experts + 16) + 8*num_experts
  prefill padded
    B*S*(bytes*(2*hidden_size + vocab_size)) + 4*hidden_size*num_experts
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 3*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*N*S*bytes*2*num_attention_heads + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*(bytes*(num_attention_heads + 1)) + B*N*bytes*2*d_kv*num_attention_heads + B*S*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads
    B*S*S*bytes + B*S*(bytes*(d_kv*num_attention_heads + 2*hidden_size)) + S*S*41 + S*16
    B*N*S*bytes*num_attention_heads + B*S*S*bytes + B*S*(bytes*(9*hidden_size + 2) + 12*num_experts + 16) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads + 4*hidden_size*num_experts + 8*num_experts
    B*N*S*bytes*num_attention_heads + B*S*S*bytes + B*S*(bytes*(2*d_ff + 7*hidden_size + 1) + 12*num_experts + 16) + N*S*bytes*num_attention_heads + S*S*bytes*num_attention_heads + 4*hidden_size*num_experts + 8*num_experts
  prefill eager like prefill
  prefill eager padded like prefill padded
  decode
    B*T*(bytes*(d_kv*num_attention_heads + 1) + 4) + B*(bytes*(2*d_kv*num_attention_heads + 3*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
    B*(bytes*(2*hidden_size + vocab_size))
    B*N*bytes*2*num_attention_heads + B*T*(bytes*(num_attention_heads + 1) + 4) + B*(bytes*(d_kv*num_attention_heads + 4*hidden_size)) + N*bytes*num_attention_heads + T*bytes*num_attention_heads
  decode eager like decode
  encode
    B*N*N*bytes*2*num_attention_heads + B*N*(bytes*(3*d_kv*num_attention_heads + 3*hidden_size + 1) + 4) + N*N*bytes*num_attention_heads
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(9*hidden_size + 3) + 12*num_experts + 20) + N*N*bytes*num_attention_heads + 4*hidden_size*num_experts + 8*num_experts
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*d_ff + 7*hidden_size + 2) + 12*num_experts + 20) + N*N*bytes*num_attention_heads + 4*hidden_size*num_experts + 8*num_experts
    B*N*(bytes*(3*d_kv*num_attention_heads + 2*hidden_size + 1) + 4) + N*N*49 + N*16
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(5*d_kv*num_attention_heads + 3*hidden_size + 1) + 4) + N*N*bytes*num_attention_heads
  encode eager like encode
peaks nllb-moe
  prefill when B == 1
    S*(bytes*(hidden_size + vocab_size))
    S*S*(bytes*(2*decoder_attention_heads + 1)) + S*bytes*5*hidden_size
    N*S*bytes*2*decoder_attention_heads + S*S*(bytes*(decoder_attention_heads + 1)) + S*bytes*6*hidden_size
    S*S*(bytes*(decoder_attention_heads + 1)) + N*bytes*2*hidden_size + S*bytes*6*hidden_size
    N*S*bytes*decoder_attention_heads + S*S*bytes + S*(bytes*(10*hidden_size + num_experts + 1) + 8*num_experts*num_experts + 12*num_experts + 16) + 8*num_experts
    N*S*bytes*decoder_attention_heads + S*S*bytes + S*(bytes*(2*decoder_ffn_dim + 8*hidden_size + num_experts) + 8*num_experts*num_experts + 12*num_experts + 16) + 8*num_experts
  prefill
    B*S*(bytes*(hidden_size + vocab_size)) + 4*hidden_size*num_experts
    B*S*S*(bytes*(2*decoder_attention_heads + 1)) + B*S*bytes*5*hidden_size
    B*N*S*bytes*2*decoder_attention_heads + B*S*S*(bytes*(decoder_attention_heads + 1)) + B*S*bytes*6*hidden_size
    B*S*S*(bytes*(decoder_attention_heads + 1)) + B*N*bytes*2*hidden_size + B*S*bytes*6*hidden_size
    B*N*S*bytes*decoder_attention_heads + B*S*S*bytes + B*S*(bytes*(10*hidden_size + num_experts + 1) + 8*num_experts*num_experts + 12*num_experts + 16) + 4*hidden_size*num_experts + 8*num_experts
    B*N*S*bytes*decoder_attention_heads + B*S*S*bytes + B*S*(bytes*(2*decoder_ffn_dim + 8*hidden_size + num_experts) + 8*num_experts*num_experts + 12*num_experts + 16) + 4*hidden_size*num_experts + 8*num_experts
  prefill padded when B == 1 like prefill when B == 1
  prefill padded like prefill
  prefill eager like prefill
  prefill eager padded like prefill
  decode
    B*T*(bytes*(hidden_size + 1)) + B*bytes*6*hidden_size
    B*(bytes*(hidden_size + vocab_size))
    B*N*bytes*2*decoder_attention_heads + B*T*(bytes*(decoder_attention_heads + 1)) + B*bytes*6*hidden_size
    B*N*bytes*decoder_attention_heads + B*T*bytes + B*(bytes*(10*hidden_size + num_experts + 1) + 8*num_experts*num_experts + 12*num_experts + 16) + 8*num_experts
  decode eager like decode
  encode
    B*N*N*bytes*2*num_attention_heads + B*N*bytes*7*hidden_size
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(10*hidden_size + num_experts + 1) + 8*num_experts*num_experts + 12*num_experts + 16) + 4*hidden_size*num_experts + 8*num_experts
    B*N*N*bytes*num_attention_heads + B*N*(bytes*(2*encoder_ffn_dim + 8*hidden_size + num_experts) + 8*num_experts*num_experts + 12*num_experts + 16) + 4*hidden_size*num_experts + 8*num_experts
    B*N*N*bytes*num_attention_heads + B*N*bytes*9*hidden_size
  encode eager like encode
peaks glm4v_text
  prefill
    B*S*(bytes*(2*head_dim + 4*hidden_size + 4*intermediate_size)) + S*8
    B*S*(bytes*(2*head_dim + 4*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8 + bytes
    B*S*S + B*S*(bytes*(2*head_dim + 4*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*S + B*S*(bytes*(2*head_dim + 4*hidden_size + 4*intermediate_size)) + S*8
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8 + 16
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim + 4*hidden_size + 4*intermediate_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim + 4*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim + 4*hidden_size) + 8*hidden_size + 8) + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*head_dim + 4*hidden_size) + 8*hidden_size + 8) + 8
peaks longcat_flash
  prefill
    B*S*(bytes*(4*expert_ffn_hidden_size + 6*hidden_size) + 8*moe_topk*n_routed_experts + 8*moe_topk*zero_expert_num + 4*hidden_size + 12*moe_topk + 4*n_routed_experts + 4*zero_expert_num + 16) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts + 8*zero_expert_num
    B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 2*num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 6*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*(bytes*(2*expert_ffn_hidden_size + 7*hidden_size) + 8*moe_topk*n_routed_experts + 8*moe_topk*zero_expert_num + 4*hidden_size + 12*moe_topk + 4*n_routed_experts + 4*zero_expert_num + 20) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts + 8*zero_expert_num
    B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 2*num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 5*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*expert_ffn_hidden_size + 6*hidden_size) + 8*moe_topk*n_routed_experts + 8*moe_topk*zero_expert_num + 4*hidden_size + 12*moe_topk + 4*n_routed_experts + 4*zero_expert_num + 16) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts + 8*zero_expert_num
    B*S*S + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 2*num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 6*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S + B*S*(bytes*(2*expert_ffn_hidden_size + 7*hidden_size) + 8*moe_topk*n_routed_experts + 8*moe_topk*zero_expert_num + 4*hidden_size + 12*moe_topk + 4*n_routed_experts + 4*zero_expert_num + 20) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts + 8*zero_expert_num
    B*S*S + B*S*S16*bytes + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 2*num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 5*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8) + 16
    B*S*S + B*S*(bytes*(5*hidden_size + 3*intermediate_size)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 2*num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 5*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*expert_ffn_hidden_size + 6*hidden_size) + 8*moe_topk*n_routed_experts + 8*moe_topk*zero_expert_num + 4*hidden_size + 12*moe_topk + 4*n_routed_experts + 4*zero_expert_num + 16) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts + 8*zero_expert_num
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*expert_ffn_hidden_size + 7*hidden_size) + 8*moe_topk*n_routed_experts + 8*moe_topk*zero_expert_num + 4*hidden_size + 12*moe_topk + 4*n_routed_experts + 4*zero_expert_num + 20) + S*(bytes*2*qk_rope_head_dim + 8) + 8*n_routed_experts + 8*zero_expert_num
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 2*num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 2*num_attention_heads*v_head_dim + 6*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*(bytes*(3*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + 2*num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + 3*num_attention_heads*v_head_dim + 5*hidden_size + kv_lora_rank + qk_rope_head_dim)) + S*(bytes*2*qk_rope_head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*v_head_dim)) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 6*hidden_size + kv_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts + 4*zero_expert_num) + bytes*2*qk_rope_head_dim + 4*hidden_size*n_routed_experts + 4*hidden_size*zero_expert_num + 8
  decode eager
    B*T*(bytes*((qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + 2*num_attention_heads*v_head_dim + 2*num_attention_heads + 1)) + B*(bytes*(2*(qk_nope_head_dim + qk_rope_head_dim)*num_attention_heads + num_attention_heads*qk_nope_head_dim + num_attention_heads*qk_rope_head_dim + num_attention_heads*v_head_dim + 5*hidden_size + kv_lora_rank + qk_rope_head_dim)) + bytes*2*qk_rope_head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 4*hidden_size + 4*n_routed_experts + 4*zero_expert_num) + bytes*2*qk_rope_head_dim + 4*hidden_size*n_routed_experts + 4*hidden_size*zero_expert_num + 8
peaks nemotron_h
  variant 'moe' in layers_block_type
  chunk chunk_size
  prefill
    B*C*C*4*mamba_num_heads + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 3*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*C*4*chunk_size*mamba_head_dim*mamba_num_heads + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 8*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*S*(bytes*(hidden_size*num_experts_per_tok + 3*moe_intermediate_size*num_experts_per_tok + 3*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*8
    B*C*(4*chunk_size*mamba_head_dim*mamba_num_heads + 4*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 8*mamba_head_dim*mamba_num_heads + 8*n_groups) + B*4*mamba_head_dim*mamba_num_heads*ssm_state_size + S*8 + 4*mamba_num_heads
    B*S*(bytes*(4*hidden_size + 3*moe_shared_expert_intermediate_size) + 4*n_routed_experts + 12*num_experts_per_tok) + S*8
    B*C*C*4*mamba_num_heads + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 16*chunk_size*mamba_head_dim*mamba_num_heads + 16*chunk_size*mamba_num_heads*ssm_state_size + 8*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads - 28*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*C*(8*chunk_size*mamba_head_dim*mamba_num_heads + 8*chunk_size*mamba_num_heads*ssm_state_size + 4*chunk_size*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
  prefill padded
    B*C*C*4*mamba_num_heads + B*S*S + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*S*S + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 3*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*8 + bytes
    B*S*S + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*S + B*C*4*chunk_size*mamba_head_dim*mamba_num_heads + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 8*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*C*C*4*mamba_num_heads + B*S*S + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 16*chunk_size*mamba_head_dim*mamba_num_heads + 16*chunk_size*mamba_num_heads*ssm_state_size + 8*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*S*S + B*S*(bytes*(hidden_size*num_experts_per_tok + 3*moe_intermediate_size*num_experts_per_tok + 3*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*S + B*C*(4*chunk_size*mamba_head_dim*mamba_num_heads + 4*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 8*mamba_head_dim*mamba_num_heads + 8*n_groups) + B*4*mamba_head_dim*mamba_num_heads*ssm_state_size + S*8 + 4*mamba_num_heads
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*8
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*8 + 16
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*4*mamba_num_heads + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*(bytes*(2*hidden_size*num_experts_per_tok + 3*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*8 + 8*n_routed_experts
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*8
    B*C*C*4*mamba_num_heads + B*S*S*bytes + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*S*(bytes*((hidden_size // 2) - head_dim*num_attention_heads)) + B*C*S*(bytes*(7*head_dim*num_attention_heads - (7*hidden_size // 2))) + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(9*hidden_size - 8*head_dim*num_attention_heads)) + S*8
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*S*S*bytes + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*S*bytes + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 3*hidden_size) + 8*hidden_size*num_experts_per_tok + 4*n_routed_experts + 44*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*S*bytes + B*S*(bytes*(hidden_size*num_experts_per_tok + 3*moe_intermediate_size*num_experts_per_tok + 3*hidden_size) + 4*n_routed_experts + 36*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*S*bytes + B*S*(bytes*(2*hidden_size*num_experts_per_tok + 4*hidden_size) + 4*hidden_size*num_experts_per_tok + 4*hidden_size + 4*n_routed_experts + 44*num_experts_per_tok) + S*8 + 8*n_routed_experts
    B*S*S*bytes + B*C*4*chunk_size*mamba_head_dim*mamba_num_heads + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 8*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*C*C*4*mamba_num_heads + B*S*S*bytes + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 16*chunk_size*mamba_head_dim*mamba_num_heads + 16*chunk_size*mamba_num_heads*ssm_state_size + 8*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*S*S*bytes + B*C*(4*chunk_size*mamba_head_dim*mamba_num_heads + 4*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 8*mamba_head_dim*mamba_num_heads + 8*n_groups) + B*4*mamba_head_dim*mamba_num_heads*ssm_state_size + S*8 + 4*mamba_num_heads
    B*S*S*bytes + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*8
  prefill eager padded like prefill eager
  decode when num_key_value_heads == num_attention_heads
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + 8
    B*(bytes*(2*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + mamba_num_heads*ssm_state_size + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8
    B*(bytes*(2*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 2*mamba_head_dim*mamba_num_heads*ssm_state_size + 2*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + 8
    B*T*bytes + B*(bytes*(2*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + mamba_num_heads*ssm_state_size + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + 8
    B*T*bytes + B*(bytes*(2*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 2*mamba_head_dim*mamba_num_heads*ssm_state_size + 2*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8
peaks nemotron_h
  chunk chunk_size
  prefill
    B*C*C*4*mamba_num_heads + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*4*chunk_size*mamba_head_dim*mamba_num_heads + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 8*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*8
    B*C*(8*chunk_size*mamba_head_dim*mamba_num_heads + 8*chunk_size*mamba_num_heads*ssm_state_size + 4*chunk_size*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*8
    B*C*(4*chunk_size*mamba_head_dim*mamba_num_heads + 4*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 8*mamba_head_dim*mamba_num_heads + 8*n_groups) + B*4*mamba_head_dim*mamba_num_heads*ssm_state_size + S*8 + 4*mamba_num_heads
    B*C*C*4*mamba_num_heads + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 16*chunk_size*mamba_head_dim*mamba_num_heads + 16*chunk_size*mamba_num_heads*ssm_state_size + 8*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*C*(4*chunk_size*mamba_head_dim*mamba_num_heads + 4*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(4*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 3*hidden_size + mamba_num_heads) + 4*mamba_head_dim*mamba_num_heads) + B*4*mamba_head_dim*mamba_num_heads*ssm_state_size + S*8 + 4*mamba_num_heads
    B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size)) + S*8
  prefill padded
    B*C*C*4*mamba_num_heads + B*S*S + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*S*S + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*8 + bytes
    B*S*S + B*C*4*chunk_size*mamba_head_dim*mamba_num_heads + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 8*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*8
    B*S*S + B*C*(8*chunk_size*mamba_head_dim*mamba_num_heads + 8*chunk_size*mamba_num_heads*ssm_state_size + 4*chunk_size*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*8 + 16
    B*C*C*4*mamba_num_heads + B*S*S + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 16*chunk_size*mamba_head_dim*mamba_num_heads + 16*chunk_size*mamba_num_heads*ssm_state_size + 8*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*S*S + B*S*(bytes*(3*hidden_size + 3*intermediate_size)) + S*8
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*4*mamba_num_heads + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*8
    B*C*C*4*mamba_num_heads + B*S*S*bytes + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 28*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*S*(bytes*((hidden_size // 2) - head_dim*num_attention_heads)) + B*C*S*(bytes*(7*head_dim*num_attention_heads - (7*hidden_size // 2))) + B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(9*hidden_size - 8*head_dim*num_attention_heads)) + S*8
    B*C*C*(12*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 8*chunk_size*mamba_head_dim*mamba_num_heads - 4*chunk_size*mamba_num_heads) + B*S*S*bytes + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 76*chunk_size*mamba_head_dim*mamba_num_heads + 12*chunk_size*mamba_num_heads*ssm_state_size + 44*chunk_size*mamba_num_heads + 8*mamba_num_heads - 80*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(152*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads - 96*chunk_size*mamba_head_dim*mamba_num_heads - 48*chunk_size*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*C*C*4*mamba_num_heads + B*S*S*bytes + B*C*(12*chunk_size*chunk_size*mamba_num_heads + 16*chunk_size*mamba_head_dim*mamba_num_heads + 16*chunk_size*mamba_num_heads*ssm_state_size + 8*mamba_head_dim*mamba_num_heads*ssm_state_size + 16*chunk_size*mamba_num_heads + 8*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads)) + B*(8*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_num_heads) + S*8 + 4*mamba_num_heads
    B*S*S*bytes + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*8
    B*S*S*bytes + B*C*(8*chunk_size*mamba_head_dim*mamba_num_heads + 8*chunk_size*mamba_num_heads*ssm_state_size + 4*chunk_size*mamba_num_heads) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*C*C*S*S*bytes*-(num_attention_heads // 2) + B*C*C*S*bytes*(head_dim*num_attention_heads // 2) + B*C*S*S*bytes*(7*num_attention_heads // 2) + B*C*S*bytes*-(7*head_dim*num_attention_heads // 2) + B*S*S*(bytes*(1 - 4*num_attention_heads)) + B*S*(bytes*(9*head_dim*num_attention_heads + 3*hidden_size)) + S*8
    B*S*S*bytes + B*C*4*chunk_size*mamba_head_dim*mamba_num_heads + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + 2*mamba_num_heads) + 16*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 16*n_groups*num_experts_per_tok*ssm_state_size + 8*mamba_head_dim*mamba_num_heads + 4*mamba_num_heads - 32*n_groups*ssm_state_size) + S*8 + 4*mamba_num_heads
    B*S*bytes*hidden_size + B*(bytes*vocab_size + 4*vocab_size)
    B*S*S*bytes + B*C*(4*chunk_size*mamba_head_dim*mamba_num_heads + 4*mamba_head_dim*mamba_num_heads*ssm_state_size) + B*S*(bytes*(3*mamba_head_dim*mamba_num_heads + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 8*mamba_head_dim*mamba_num_heads + 8*n_groups) + B*4*mamba_head_dim*mamba_num_heads*ssm_state_size + S*8 + 4*mamba_num_heads
  prefill eager padded like prefill eager
  decode when num_key_value_heads == num_attention_heads
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + 8
    B*(bytes*(2*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + mamba_num_heads*ssm_state_size + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8
    B*(bytes*(2*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 2*mamba_head_dim*mamba_num_heads*ssm_state_size + 2*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + 8
    B*T*bytes + B*(bytes*(2*mamba_head_dim*mamba_num_heads*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + mamba_num_heads*ssm_state_size + 4*n_groups*ssm_state_size + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + 8
    B*T*bytes + B*(bytes*(2*(num_attention_heads // num_key_value_heads)*n_groups*ssm_state_size + 2*mamba_head_dim*mamba_num_heads*ssm_state_size + 2*n_groups*num_experts_per_tok*ssm_state_size + 4*mamba_head_dim*mamba_num_heads + 2*hidden_size + mamba_num_heads) + 12*mamba_head_dim*mamba_num_heads*ssm_state_size) + 4*mamba_num_heads + 8
    B*(bytes*(hidden_size + vocab_size) + 4*vocab_size)
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + 8
peaks t5gemma2
  prefill eager
    B*N*S*(bytes*11 + 64) + B*S*S*(bytes*12 + 64) + B*N*bytes*6144 + B*S*bytes*15104 + S*(bytes*1024 + 8) + 160
    B*N*S*bytes*11 + B*S*S*bytes*12 + B*S*bytes*36864 + S*(bytes*1024 + 8) + 160
  decode eager
    B*N*(bytes*6155 + 64) + B*T*(bytes*6156 + 64) + B*bytes*8960 + bytes*1024 + 8
  encode
    B*N*bytes*36864 + N*N + N*(bytes*1024 + 8)
    B*N*bytes*2304 + N*N*19 + B*8 + N*25 + 8
  encode eager
    B*N*N*bytes*9 + B*N*bytes*36864 + N*(bytes*1024 + 8)
    B*N*N*(bytes*9 + 64) + B*N*bytes*15104 + N*(bytes*1024 + 8)
peaks gemma4_text
  variant enable_moe_block and attention_k_eq_v
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 24
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 24
    B*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 24
  prefill when T < window
    B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
  prefill
    B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill padded
    B*S*S*2 + B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*2 + B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*2 + B*S*S16*bytes + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 3*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*bytes*2 + B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*U16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes*2 + B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(2*hidden_size*top_k_experts + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  decode when T < window
    B*T*bytes*global_head_dim*num_global_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_global_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
  decode
    B*T*bytes*global_head_dim*num_global_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_global_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(hidden_size*top_k_experts + 4*moe_intermediate_size*top_k_experts + 6*hidden_size + sliding_window) + 4*num_experts + 36*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
    B*T*bytes + B*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size + sliding_window) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*hidden_size*top_k_experts + 6*hidden_size + sliding_window) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + sliding_window) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
peaks gemma4_text
  variant enable_moe_block
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 24
  prefill when T < window
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill padded
    B*S*S*2 + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*2 + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes*2 + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 7*hidden_size) + 4*hidden_size*top_k_experts + 4*hidden_size + 4*num_experts + 44*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8*num_experts
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  decode when T < window
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
  decode
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + sliding_window + 8
    B*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 4*moe_intermediate_size*top_k_experts + 6*hidden_size) + 4*num_experts + 36*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size + sliding_window) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 1)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*bytes + B*(bytes*(2*hidden_size*top_k_experts + hidden_size_per_layer_input*num_hidden_layers + 6*hidden_size + sliding_window) + 8*hidden_size*top_k_experts + 4*num_experts + 44*top_k_experts) + bytes*(2*global_head_dim + 2*head_dim) + 8*num_experts + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
peaks gemma4_text
  variant attention_k_eq_v and global_head_dim > 256
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*4*hidden_size + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
  prefill when T < window
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*S16*bytes + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 2*global_head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 32
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + 3*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + 3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*U16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_global_key_value_heads*num_key_value_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode when T < window
    B*T*bytes*global_head_dim*num_global_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_global_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*4*hidden_size + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 8
  decode
    B*T*bytes*global_head_dim*num_global_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_global_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_global_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_global_key_value_heads + 8*num_global_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*4*hidden_size + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*(bytes*(num_attention_heads + 2)) + B*(bytes*4*hidden_size + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_global_key_value_heads*num_key_value_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_global_key_value_heads*num_key_value_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + sliding_window) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
peaks gemma4_text
  variant num_kv_shared_layers > 0 and global_head_dim > 256
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 24
  prefill when T < window
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*hidden_size_per_layer_input*num_hidden_layers + hidden_size) + 8*hidden_size_per_layer_input*num_hidden_layers + 56)
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*(bytes*(hidden_size + vocab_size))
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*(bytes*(hidden_size + vocab_size))
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + num_attention_heads + 2) + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 24
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*(bytes*(hidden_size + vocab_size))
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*(bytes*(hidden_size + vocab_size))
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*(bytes*(hidden_size + vocab_size))
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
  decode when T < window
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 8
  decode
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 2)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 8
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 1)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
peaks gemma4_text
  variant global_head_dim > 256
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 24
  prefill when T < window
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*hidden_size_per_layer_input*num_hidden_layers + hidden_size) + 8*hidden_size_per_layer_input*num_hidden_layers + 56)
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + num_attention_heads + 2) + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 2) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 24
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
  decode when T < window
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 8
  decode
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 2)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 8
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 1)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
peaks gemma4_text
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 24
  prefill when T < window
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(2*hidden_size_per_layer_input*num_hidden_layers + hidden_size) + 8*hidden_size_per_layer_input*num_hidden_layers + 56)
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*2 + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*hidden_size_per_layer_input*num_hidden_layers + hidden_size) + 8*hidden_size_per_layer_input*num_hidden_layers + 56)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*U16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*hidden_size_per_layer_input*num_hidden_layers + hidden_size) + 8*hidden_size_per_layer_input*num_hidden_layers + 56)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*hidden_size_per_layer_input*num_hidden_layers + hidden_size) + 8*hidden_size_per_layer_input*num_hidden_layers + 56)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(hidden_size_per_layer_input*num_hidden_layers + 4*hidden_size) + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode when T < window
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 8
  decode
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 2)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*bytes*2 + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size) + 8*head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*head_dim + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + hidden_size_per_layer_input*num_hidden_layers + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 1)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + hidden_size_per_layer_input*num_hidden_layers + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
peaks gemma4_unified_text
  variant global_head_dim > 256
  prefill when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*4*hidden_size + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
  prefill when T < window
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill padded
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager when S == 1
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + 2) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + 2) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 24
    B*(bytes*(4*hidden_size + num_attention_heads + 2) + 8*hidden_size) + bytes*(2*global_head_dim + 2*head_dim) + 4*hidden_size + 24
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size + 2) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 24
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*U16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*global_head_dim
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  decode when T < window
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
  decode
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*bytes*2 + B*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 2)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 1)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
peaks gemma4_unified_text
  prefill when T < window
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill padded
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes + 2) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*2 + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*S*bytes + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes + 8
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*S + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*global_head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*S*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 8
    B*S*S*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes*2 + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
  prefill eager padded like prefill eager
  piece when T < window
    B*S*T*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size + 32)) + B*T*bytes*2*head_dim*num_attention_heads + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T*2 + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + bytes
    B*S*T16*bytes + B*S*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*U16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 16
    B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*4*hidden_size + 8*hidden_size) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*T + S*U + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece eager when T < window
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes*2 + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 2)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(3*global_head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*global_head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*U*bytes*2*head_dim*num_attention_heads + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*U*bytes + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8) + 4*hidden_size
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(global_head_dim*num_attention_heads + 2*global_head_dim*num_key_value_heads + 3*hidden_size) + 8*global_head_dim*num_key_value_heads + 8*num_key_value_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
    B*S*T*bytes + B*S*U*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*(bytes*(2*global_head_dim + 2*head_dim) + 8)
  decode when T < window
    B*T*bytes*2*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode
    B*T*bytes*global_head_dim*num_key_value_heads + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim*num_key_value_heads*sliding_window + head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + sliding_window + 8
    B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size) + 8*global_head_dim*num_attention_heads) + bytes*(2*global_head_dim + 2*head_dim) + 4*global_head_dim + sliding_window + 8
  decode eager when T < window
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 2) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(2*head_dim*num_key_value_heads + 2)) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 2)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 2)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(global_head_dim*num_attention_heads + 1)) + B*(bytes*(2*global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 3*head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
  decode eager
    B*T*(bytes*(2*global_head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(global_head_dim*num_attention_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window) + 8*num_attention_heads*sliding_window) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads*sliding_window + 2*head_dim*num_attention_heads + num_attention_heads*sliding_window + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
    B*T*(bytes*(global_head_dim*num_key_value_heads + 1)) + B*(bytes*(global_head_dim*num_attention_heads + global_head_dim*num_key_value_heads + 3*hidden_size + sliding_window)) + bytes*(2*global_head_dim + 2*head_dim) + 8
peaks cohere
  prefill
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 16*head_dim*num_attention_heads + 4*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*2*hidden_size + 12*hidden_size + 12) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_key_value_heads + 4*hidden_size) + 8*head_dim*num_attention_heads + 16*head_dim*num_key_value_heads) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks glm4
  prefill
    B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*(2*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + bytes
    B*S*S + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8) + 16
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 3*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 8) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 4*intermediate_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + int(head_dim * rope_parameters.partial_rotary_factor)*num_attention_heads + 3*int(head_dim * rope_parameters.partial_rotary_factor)*num_key_value_heads + 3*hidden_size)) + S*(bytes*4*int(head_dim * rope_parameters.partial_rotary_factor) + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*int(head_dim * rope_parameters.partial_rotary_factor) + 8
peaks nanochat
  prefill
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*2*head_dim + 8)
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_attention_heads + 4*num_attention_heads) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size) + 8*head_dim*num_key_value_heads + 4*num_key_value_heads) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks granite
  prefill when S == 1
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == num_attention_heads
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 6*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded when num_key_value_heads == 1
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill all_logits
    B*S*(bytes*(hidden_size + vocab_size))
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager when S == 1
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  prefill eager padded like prefill eager
  piece
    B*S*T*bytes + B*S*T16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + bytes
    B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*T + S*(bytes*2*head_dim + 8)
    B*S*T16*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*T + S*(bytes*2*head_dim + 8) + 16
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*T + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*T + S*(bytes*2*head_dim + 8)
  piece eager when num_key_value_heads == 1
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  piece eager
    B*S*T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*3*hidden_size + 8*hidden_size + 8) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*T*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + B*T*bytes*2*head_dim*num_attention_heads + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
  decode eager when B == 1 and num_key_value_heads == 1
    T*(bytes*(head_dim + 1)) + bytes*(head_dim*num_attention_heads + 3*head_dim + 3*hidden_size) + 8
    bytes*(hidden_size + 2*vocab_size)
    T*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == num_attention_heads
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(hidden_size + vocab_size))
  decode eager when num_key_value_heads == 1
    B*T*(bytes*(head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + 2*vocab_size))
    B*(bytes*(hidden_size + vocab_size))
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
peaks helium
  prefill
    B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*4*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*4*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*4*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*4*head_dim + 8)
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*4*hidden_size + 8*hidden_size + 4) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 4*hidden_size)) + S*(bytes*4*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*4*hidden_size + 8*hidden_size + 4) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*4*hidden_size + 8*hidden_size + 4) + bytes*2*head_dim + 8
peaks qwen2_vl_text qwen2_5_vl_text
  prefill
    B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*(bytes*(2*head_dim + 4*hidden_size + 3*intermediate_size)) + S*8
    B*S*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*hidden_size + 24*head_dim) + S*8
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8 + bytes
    B*S*S + B*S*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8 + 16
    B*S*S + B*S*(bytes*(2*head_dim + 4*hidden_size + 3*intermediate_size)) + S*8
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*S + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*hidden_size + 24*head_dim) + S*8
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim + 4*hidden_size + 3*intermediate_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*hidden_size + 24*head_dim) + S*8
    B*S*S*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + S*8
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + 8
    B*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + 8
    B*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + 8
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + 8
    B*T*bytes + B*(bytes*(3*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 4*hidden_size)) + 8
peaks qwen3_vl_text
  prefill
    B*S*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*8
    B*S*(bytes*(2*head_dim + 4*hidden_size + 3*intermediate_size)) + S*8
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*(bytes*hidden_size + 24*head_dim) + S*8
    B*S*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*8
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8 + bytes
    B*S*S + B*S*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + S*8
    B*S*S + B*S*(bytes*(2*head_dim + 4*hidden_size + 3*intermediate_size)) + S*8
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim + 4*hidden_size + 3*intermediate_size)) + S*8
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*hidden_size + 24*head_dim) + S*8
    B*S*S*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + S*8
    B*S*S*bytes + B*S*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_key_value_heads + 8*num_key_value_heads) + S*8
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + 8
    B*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + 8
    B*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 2*head_dim + 3*hidden_size)) + 8
    B*T*bytes + B*(bytes*(head_dim*num_attention_heads + 2*head_dim + 3*hidden_size) + 8*head_dim*num_attention_heads + 8*num_attention_heads) + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(2*head_dim + 3*hidden_size) + 8*hidden_size + 8) + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 2*head_dim + 3*hidden_size)) + 8
peaks jais2
  prefill
    B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + bytes
    B*S*S + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8) + 16
    B*S*bytes*hidden_size + B*bytes*vocab_size
  prefill eager
    B*S*S*(bytes*(num_attention_heads + 1) + 8*num_attention_heads) + B*S*(bytes*(3*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(4*hidden_size + 3*intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*head_dim*num_attention_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(5*hidden_size + intermediate_size)) + S*(bytes*2*head_dim + 8)
    B*S*S*bytes + B*S*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
    B*S*bytes*hidden_size + B*bytes*vocab_size
    B*S*S*bytes + B*S*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + S*(bytes*2*head_dim + 8)
  decode
    B*T*bytes*head_dim*num_key_value_heads + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(5*hidden_size + intermediate_size)) + bytes*2*head_dim + 8
  decode eager
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1) + 8*num_attention_heads) + B*(bytes*(head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(head_dim*num_key_value_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(2*head_dim*num_attention_heads + num_attention_heads + 1)) + B*(bytes*(2*head_dim*num_attention_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(4*head_dim*num_attention_heads + 2*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*bytes + B*(bytes*(2*head_dim*num_attention_heads + 5*head_dim*num_key_value_heads + 3*hidden_size)) + bytes*2*head_dim + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(5*hidden_size + intermediate_size)) + bytes*2*head_dim + 8
peaks ctrl
  prefill
    B*S*bytes*8*hidden_size + S*(bytes*hidden_size + 8) + bytes*hidden_size*n_positions
    B*S*(bytes*(2*dff + 6*hidden_size)) + S*(bytes*hidden_size + 8) + bytes*hidden_size*n_positions
    B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + S*(bytes*hidden_size + 8) + bytes*hidden_size*n_positions
    B*S*bytes*hidden_size + B*bytes*2*vocab_size + bytes*hidden_size*n_positions
  prefill padded
    B*S*S*(bytes + 1) + B*S*S16*bytes + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8) + bytes
    B*S*S + B*S*bytes*8*hidden_size + S*(bytes*hidden_size + 8)
    B*S*S + B*S*(bytes*(2*dff + 6*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*bytes*hidden_size + B*bytes*2*vocab_size
    B*S*S + B*S*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + S*(bytes*hidden_size + 8)
    B*S*S + B*S*S16*bytes + B*S*(bytes*(head_dim*num_attention_heads + 4*hidden_size)) + S*(bytes*hidden_size + 8) + 16
  prefill eager
    B*S*S*(bytes*(2*num_attention_heads + 1)) + B*S*bytes*4*hidden_size + S*(bytes*hidden_size + 8) + bytes*hidden_size*n_positions
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*bytes*8*hidden_size + S*(bytes*hidden_size + 8) + bytes*hidden_size*n_positions
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*dff + 6*hidden_size)) + S*(bytes*hidden_size + 8) + bytes*hidden_size*n_positions
    B*S*S*(bytes*(num_attention_heads + 1)) + B*S*(bytes*(2*head_dim*num_attention_heads + 4*hidden_size)) + S*(bytes*hidden_size + 8) + bytes*hidden_size*n_positions
    B*S*bytes*hidden_size + B*bytes*2*vocab_size + bytes*hidden_size*n_positions
  decode
    B*T*bytes*head_dim*num_attention_heads + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
    B*bytes*8*hidden_size + bytes*hidden_size + 8
    B*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + bytes*hidden_size + 8
  decode eager
    B*T*(bytes*(head_dim*num_attention_heads + 1)) + B*(bytes*(6*hidden_size - head_dim*num_attention_heads)) + bytes*hidden_size + 8
    B*(bytes*(hidden_size + vocab_size))
    B*T*(bytes*(num_attention_heads + 1)) + B*bytes*8*hidden_size + bytes*hidden_size + 8
    B*T*(bytes*(num_attention_heads + 1)) + B*(bytes*(head_dim*num_attention_heads + 5*hidden_size)) + bytes*hidden_size + 8
"""#
