// Facts about the architectures of transformers 5.23.0: written by Fixtures/oracle/catalog/make_catalog.sh, not by hand.
// The grammar is described in Fixtures/oracle/catalog/README.md.

/// The catalog's text. Units are sorted by name, so that one can be found without reading the others.
package let catalogText: StaticString = #"""
transformers 5.23.0
activation gelu = GELUActivation
activation gelu_10 = ClippedGELUActivation
activation gelu_accurate = AccurateGELUActivation
activation gelu_fast = FastGELUActivation
activation gelu_new = NewGELUActivation
activation gelu_python = GELUActivation
activation gelu_python_tanh = GELUTanh
activation gelu_pytorch_tanh = GELUTanh
activation hardswish = Hardswish
activation laplace = LaplaceActivation
activation leaky_relu = LeakyReLU
activation linear = LinearActivation
activation mish = MishActivation
activation prelu = PReLU
activation quick_gelu = QuickGELUActivation
activation relu = ReLU
activation relu2 = ReLUSquaredActivation
activation relu6 = ReLU6
activation sigmoid = Sigmoid
activation silu = SiLUActivation
activation sqrtsoftplus = SqrtSoftplusActivation
activation swish = SiLU
activation tanh = Tanh
activation xielu = XIELUActivation
type bert = bert.BertConfig
type clip = clip.CLIPConfig
type clip_text_model = clip.CLIPTextConfig
type clip_vision_model = clip.CLIPVisionConfig
type deepseek_v3 = deepseek_v3.DeepseekV3Config
type deepseek_v4 = deepseek_v4.DeepseekV4Config
type efficientnet = efficientnet.EfficientNetConfig
type encodec = encodec.EncodecConfig
type gemma = gemma.GemmaConfig
type gemma2 = gemma2.Gemma2Config
type gemma3 = gemma3.Gemma3Config
type gemma3_text = gemma3.Gemma3TextConfig
type gemma3n = gemma3n.Gemma3nConfig
type gemma3n_audio = gemma3n.Gemma3nAudioConfig
type gemma3n_text = gemma3n.Gemma3nTextConfig
type gemma3n_vision = gemma3n.Gemma3nVisionConfig
type gemma4 = gemma4.Gemma4Config
type gemma4_audio = gemma4.Gemma4AudioConfig
type gemma4_text = gemma4.Gemma4TextConfig
type gemma4_vision = gemma4.Gemma4VisionConfig
type gpt-sw3 = gpt2.GPT2Config
type gpt2 = gpt2.GPT2Config
type gpt_neox = gpt_neox.GPTNeoXConfig
type llama = llama.LlamaConfig
type mistral = mistral.MistralConfig
type mixtral = mixtral.MixtralConfig
type opt = opt.OPTConfig
type qwen2 = qwen2.Qwen2Config
type qwen2_moe = qwen2_moe.Qwen2MoeConfig
type qwen3 = qwen3.Qwen3Config
type qwen3_moe = qwen3_moe.Qwen3MoeConfig
type roberta = roberta.RobertaConfig
type siglip = siglip.SiglipConfig
type siglip_text_model = siglip.SiglipTextConfig
type siglip_vision_model = siglip.SiglipVisionConfig
type t5 = t5.T5Config
type timm_wrapper = timm_wrapper.TimmWrapperConfig
type vit = vit.ViTConfig
auto AutoModel bert = BertModel
auto AutoModel clip = CLIPModel
auto AutoModel clip_text_model = CLIPTextModel
auto AutoModel clip_vision_model = CLIPVisionModel
auto AutoModel deepseek_v3 = DeepseekV3Model
auto AutoModel deepseek_v4 = DeepseekV4Model
auto AutoModel efficientnet = EfficientNetModel
auto AutoModel encodec = EncodecModel
auto AutoModel gemma = GemmaModel
auto AutoModel gemma2 = Gemma2Model
auto AutoModel gemma3 = Gemma3Model
auto AutoModel gemma3_text = Gemma3TextModel
auto AutoModel gemma3n = Gemma3nModel
auto AutoModel gemma3n_audio = Gemma3nAudioEncoder
auto AutoModel gemma3n_text = Gemma3nTextModel
auto AutoModel gemma3n_vision = TimmWrapperModel
auto AutoModel gemma4 = Gemma4Model
auto AutoModel gemma4_audio = Gemma4AudioModel
auto AutoModel gemma4_text = Gemma4TextModel
auto AutoModel gemma4_vision = Gemma4VisionModel
auto AutoModel gpt-sw3 = GPT2Model
auto AutoModel gpt2 = GPT2Model
auto AutoModel gpt_neox = GPTNeoXModel
auto AutoModel llama = LlamaModel
auto AutoModel mistral = MistralModel
auto AutoModel mixtral = MixtralModel
auto AutoModel opt = OPTModel
auto AutoModel qwen2 = Qwen2Model
auto AutoModel qwen2_moe = Qwen2MoeModel
auto AutoModel qwen3 = Qwen3Model
auto AutoModel qwen3_moe = Qwen3MoeModel
auto AutoModel roberta = RobertaModel
auto AutoModel siglip = SiglipModel
auto AutoModel siglip_vision_model = SiglipVisionModel
auto AutoModel t5 = T5Model
auto AutoModel timm_wrapper = TimmWrapperModel
auto AutoModel vit = ViTModel
model BertForMaskedLM = bert
model BertForMultipleChoice = bert
model BertForNextSentencePrediction = bert
model BertForPreTraining = bert
model BertForQuestionAnswering = bert
model BertForSequenceClassification = bert
model BertForTokenClassification = bert
model BertLMHeadModel = bert
model BertModel = bert
model CLIPForImageClassification = clip
model CLIPModel = clip
model CLIPTextModel = clip
model CLIPTextModelWithProjection = clip
model CLIPVisionModel = clip
model DeepseekV3ForCausalLM = deepseek_v3
model DeepseekV3ForSequenceClassification = deepseek_v3
model DeepseekV3ForTokenClassification = deepseek_v3
model DeepseekV3Model = deepseek_v3
model DeepseekV4ForCausalLM = deepseek_v4
model DeepseekV4Model = deepseek_v4
model EfficientNetForImageClassification = efficientnet
model EfficientNetModel = efficientnet
model EncodecModel = encodec
model GPT2ForQuestionAnswering = gpt2
model GPT2ForSequenceClassification = gpt2
model GPT2ForTokenClassification = gpt2
model GPT2LMHeadModel = gpt2
model GPT2Model = gpt2
model GPTNeoXForCausalLM = gpt_neox
model GPTNeoXForQuestionAnswering = gpt_neox
model GPTNeoXForSequenceClassification = gpt_neox
model GPTNeoXForTokenClassification = gpt_neox
model GPTNeoXModel = gpt_neox
model Gemma2ForCausalLM = gemma2
model Gemma2ForSequenceClassification = gemma2
model Gemma2ForTokenClassification = gemma2
model Gemma2Model = gemma2
model Gemma3ForCausalLM = gemma3
model Gemma3ForConditionalGeneration = gemma3
model Gemma3ForSequenceClassification = gemma3
model Gemma3Model = gemma3
model Gemma3TextForSequenceClassification = gemma3
model Gemma3TextModel = gemma3
model Gemma3nAudioEncoder = gemma3n
model Gemma3nForCausalLM = gemma3n
model Gemma3nForConditionalGeneration = gemma3n
model Gemma3nModel = gemma3n
model Gemma3nTextModel = gemma3n
model Gemma4AudioModel = gemma4
model Gemma4ForCausalLM = gemma4
model Gemma4ForConditionalGeneration = gemma4
model Gemma4Model = gemma4
model Gemma4TextModel = gemma4
model Gemma4VisionModel = gemma4
model GemmaForCausalLM = gemma
model GemmaForSequenceClassification = gemma
model GemmaForTokenClassification = gemma
model GemmaModel = gemma
model LlamaForCausalLM = llama
model LlamaForQuestionAnswering = llama
model LlamaForSequenceClassification = llama
model LlamaForTokenClassification = llama
model LlamaModel = llama
model MistralForCausalLM = mistral
model MistralForQuestionAnswering = mistral
model MistralForSequenceClassification = mistral
model MistralForTokenClassification = mistral
model MistralModel = mistral
model MixtralForCausalLM = mixtral
model MixtralForQuestionAnswering = mixtral
model MixtralForSequenceClassification = mixtral
model MixtralForTokenClassification = mixtral
model MixtralModel = mixtral
model OPTDecoder = opt
model OPTForCausalLM = opt
model OPTForQuestionAnswering = opt
model OPTForSequenceClassification = opt
model OPTModel = opt
model Qwen2ForCausalLM = qwen2
model Qwen2ForQuestionAnswering = qwen2
model Qwen2ForSequenceClassification = qwen2
model Qwen2ForTokenClassification = qwen2
model Qwen2Model = qwen2
model Qwen2MoeForCausalLM = qwen2_moe
model Qwen2MoeForQuestionAnswering = qwen2_moe
model Qwen2MoeForSequenceClassification = qwen2_moe
model Qwen2MoeForTokenClassification = qwen2_moe
model Qwen2MoeModel = qwen2_moe
model Qwen3ForCausalLM = qwen3
model Qwen3ForQuestionAnswering = qwen3
model Qwen3ForSequenceClassification = qwen3
model Qwen3ForTokenClassification = qwen3
model Qwen3Model = qwen3
model Qwen3MoeForCausalLM = qwen3_moe
model Qwen3MoeForQuestionAnswering = qwen3_moe
model Qwen3MoeForSequenceClassification = qwen3_moe
model Qwen3MoeForTokenClassification = qwen3_moe
model Qwen3MoeModel = qwen3_moe
model RobertaForCausalLM = roberta
model RobertaForMaskedLM = roberta
model RobertaForMultipleChoice = roberta
model RobertaForQuestionAnswering = roberta
model RobertaForSequenceClassification = roberta
model RobertaForTokenClassification = roberta
model RobertaModel = roberta
model SiglipForImageClassification = siglip
model SiglipModel = siglip
model SiglipTextModel = siglip
model SiglipVisionModel = siglip
model T5EncoderModel = t5
model T5ForConditionalGeneration = t5
model T5ForQuestionAnswering = t5
model T5ForSequenceClassification = t5
model T5ForTokenClassification = t5
model T5Model = t5
model T5Stack = t5
model TimmWrapperModel = timm_wrapper
model ViTForImageClassification = vit
model ViTForMaskedImageModeling = vit
model ViTModel = vit
shared 0
  if $is_cross_attention
    self: @CrossAttention
  else
    self: @SelfAttention
  output: @SelfOutput
shared 1
  query: Linear[num_attention_heads * int(hidden_size / num_attention_heads), hidden_size] bias
  key: Linear[num_attention_heads * int(hidden_size / num_attention_heads), hidden_size] bias
  value: Linear[num_attention_heads * int(hidden_size / num_attention_heads), hidden_size] bias
  dropout: Dropout
shared 2
  layer: ModuleList
    each i < num_hidden_layers
      -: @Layer
shared 3
  bert: @Model(add_pooling_layer = false)
  cls: @OnlyMLMHead
shared 4
  dense: Linear[intermediate_size, hidden_size] bias
  intermediate_act_fn: activation(hidden_act)
shared 5
  attention: @Attention(is_cross_attention = false)
  if add_cross_attention
    crossattention: @Attention(is_cross_attention = true)
  intermediate: @Intermediate
  output: @Output
shared 6
  embeddings: @Embeddings
  encoder: @Encoder
  if $add_pooling_layer
    pooler: @Pooler
shared 7
  dense: Linear[hidden_size, intermediate_size] bias
  LayerNorm: LayerNorm[hidden_size] bias
  dropout: Dropout
shared 8
  dense: Linear[hidden_size, hidden_size] bias
  activation: Tanh
shared 9
  dense: Linear[hidden_size, hidden_size] bias
  LayerNorm: LayerNorm[hidden_size] bias
  dropout: Dropout
shared 10
  k_proj: Linear[hidden_size, hidden_size] bias
  v_proj: Linear[hidden_size, hidden_size] bias
  q_proj: Linear[hidden_size, hidden_size] bias
  out_proj: Linear[hidden_size, hidden_size] bias
shared 11
  layers: ModuleList
    each i < num_hidden_layers
      -: @EncoderLayer
shared 12
  require num_labels > 0
  vision_model: @VisionModel using vision_config
  classifier: Linear[num_labels, vision_config.hidden_size] bias
shared 13
  activation_fn: activation(hidden_act)
  fc1: Linear[intermediate_size, hidden_size] bias
  fc2: Linear[hidden_size, intermediate_size] bias
shared 14
  . ~position_ids[1, max_position_embeddings] int64
  token_embedding: Embedding[vocab_size, hidden_size]
  position_embedding: Embedding[max_position_embeddings, hidden_size]
shared 15
  . gate_up_proj[n_routed_experts, 2 * moe_intermediate_size, hidden_size]
  . down_proj[n_routed_experts, hidden_size, moe_intermediate_size]
  act_fn: activation(hidden_act)
shared 16
  model: @Model
  lm_head: Linear[vocab_size, hidden_size]
shared 17
  model: auto(AutoModel)
  score: Linear[num_labels, hidden_size]
shared 18
  model: auto(AutoModel)
  dropout: Dropout
  score: Linear[num_labels, hidden_size] bias if token_classification_bias ?? true
shared 19
  gate_proj: Linear[$intermediate_size ?? intermediate_size, hidden_size]
  up_proj: Linear[$intermediate_size ?? intermediate_size, hidden_size]
  down_proj: Linear[hidden_size, $intermediate_size ?? intermediate_size]
  act_fn: activation(hidden_act)
shared 20
  embed_tokens: Embedding[vocab_size, hidden_size]
  layers: ModuleList
    each i < num_hidden_layers
      -: @DecoderLayer(layer_idx = i)
  norm: @RMSNorm(hidden_size = hidden_size)
  rotary_emb: @RotaryEmbedding
shared 21
  if rope_parameters.rope_type == "default"
    . ~inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
    . ~original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
  else
    require rope_parameters.rope_type != "proportional"
    . ~inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.partial_rotary_factor ?? 1.0)) / 2)] float32
    . ~original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.partial_rotary_factor ?? 1.0)) / 2)] float32
shared 22
  q_proj: Linear[num_attention_heads * head_dim, hidden_size] bias if attention_bias
  k_proj: Linear[num_key_value_heads * head_dim, hidden_size] bias if attention_bias
  v_proj: Linear[num_key_value_heads * head_dim, hidden_size] bias if attention_bias
  o_proj: Linear[hidden_size, num_attention_heads * head_dim] bias if attention_bias
shared 23
  gate_proj: Linear[intermediate_size, hidden_size]
  up_proj: Linear[intermediate_size, hidden_size]
  down_proj: Linear[hidden_size, intermediate_size]
  act_fn: activation(hidden_act)
shared 24
  embed_tokens: @TextScaledWordEmbedding(num_embeddings = vocab_size, embedding_dim = hidden_size)
  layers: ModuleList
    each i < num_hidden_layers
      -: @DecoderLayer
  norm: @RMSNorm(dim = hidden_size)
  rotary_emb: @RotaryEmbedding
shared 25
  . weight[$num_embeddings, $embedding_dim]
  . ~embed_scale[]
shared 26
  self_attn: @Attention
  mlp: @MLP
  input_layernorm: @RMSNorm(dim = hidden_size)
  post_attention_layernorm: @RMSNorm(dim = hidden_size)
  pre_feedforward_layernorm: @RMSNorm(dim = hidden_size)
  post_feedforward_layernorm: @RMSNorm(dim = hidden_size)
shared 27
  gate_proj: Linear[intermediate_size, hidden_size]
  up_proj: Linear[intermediate_size, hidden_size]
  down_proj: Linear[hidden_size, intermediate_size]
  act_fn: activation(hidden_activation)
shared 28
  model: @TextModel
  lm_head: Linear[vocab_size, hidden_size]
shared 29
  model: @Model
  lm_head: Linear[text_config.vocab_size, text_config.hidden_size]
shared 30
  if $with_scale
    . weight[$dim]
shared 31
  self_attn: @Attention
  mlp: @MLP
  input_layernorm: @RMSNorm(hidden_size = hidden_size)
  post_attention_layernorm: @RMSNorm(hidden_size = hidden_size)
shared 32
  transformer: auto(AutoModel)
  qa_outputs: Linear[2, hidden_size] bias
shared 33
  embed_tokens: Embedding[vocab_size, hidden_size]
  layers: ModuleList
    each i < num_hidden_layers
      -: @DecoderLayer
  norm: @RMSNorm(hidden_size = hidden_size)
  rotary_emb: @RotaryEmbedding
shared 34
  q_proj: Linear[num_attention_heads * (head_dim or hidden_size // num_attention_heads), hidden_size]
  k_proj: Linear[num_key_value_heads * (head_dim or hidden_size // num_attention_heads), hidden_size]
  v_proj: Linear[num_key_value_heads * (head_dim or hidden_size // num_attention_heads), hidden_size]
  o_proj: Linear[hidden_size, num_attention_heads * (head_dim or hidden_size // num_attention_heads)]
shared 35
  model: auto(AutoModel)
  qa_outputs: Linear[2, hidden_size] bias
shared 36
  . weight[num_local_experts, hidden_size]
shared 37
  roberta: @Model(add_pooling_layer = false)
  lm_head: @LMHead
unit bert
config BertConfig : bert
  vocab_size = 30522
  hidden_size = 768
  num_hidden_layers = 12
  num_attention_heads = 12
  intermediate_size = 3072
  hidden_act = "gelu"
  max_position_embeddings = 512
  type_vocab_size = 2
  is_decoder = false
  add_cross_attention = false
  tie_word_embeddings = true
class BertAttention = 0 Bert
class BertCrossAttention = 1 Bert
class BertEmbeddings
  . ~position_ids[1, max_position_embeddings] int64
  . ~token_type_ids[1, max_position_embeddings] int64
  word_embeddings: Embedding[vocab_size, hidden_size]
  position_embeddings: Embedding[max_position_embeddings, hidden_size]
  token_type_embeddings: Embedding[type_vocab_size, hidden_size]
  LayerNorm: LayerNorm[hidden_size] bias
  dropout: Dropout
class BertEncoder = 2 Bert
model BertForMaskedLM : BertConfig = 3 Bert
  base bert
  tie cls.predictions.decoder.weight = bert.embeddings.word_embeddings.weight
  tie cls.predictions.decoder.bias = cls.predictions.bias
model BertForMultipleChoice : BertConfig
  base bert
  bert: BertModel(add_pooling_layer = true)
  dropout: Dropout
  classifier: Linear[1, hidden_size] bias
model BertForNextSentencePrediction : BertConfig
  base bert
  bert: BertModel(add_pooling_layer = true)
  cls: BertOnlyNSPHead
model BertForPreTraining : BertConfig
  base bert
  tie cls.predictions.decoder.weight = bert.embeddings.word_embeddings.weight
  tie cls.predictions.decoder.bias = cls.predictions.bias
  bert: BertModel(add_pooling_layer = true)
  cls: BertPreTrainingHeads
model BertForQuestionAnswering : BertConfig
  base bert
  bert: BertModel(add_pooling_layer = false)
  qa_outputs: Linear[num_labels, hidden_size] bias
model BertForSequenceClassification : BertConfig
  base bert
  bert: BertModel(add_pooling_layer = true)
  dropout: Dropout
  classifier: Linear[num_labels, hidden_size] bias
model BertForTokenClassification : BertConfig
  base bert
  bert: BertModel(add_pooling_layer = false)
  dropout: Dropout
  classifier: Linear[num_labels, hidden_size] bias
class BertIntermediate = 4 Bert
model BertLMHeadModel : BertConfig = 3 Bert
  base bert
  tie cls.predictions.decoder.weight = bert.embeddings.word_embeddings.weight
  tie cls.predictions.decoder.bias = cls.predictions.bias
class BertLMPredictionHead
  . bias[vocab_size]
  transform: BertPredictionHeadTransform
  decoder: Linear[vocab_size, hidden_size] bias
class BertLayer = 5 Bert
model BertModel : BertConfig = 6 Bert
  base bert
  no_split BertEmbeddings BertLayer
  param add_pooling_layer = true
class BertOnlyMLMHead
  predictions: BertLMPredictionHead
class BertOnlyNSPHead
  seq_relationship: Linear[2, hidden_size] bias
class BertOutput = 7 Bert
class BertPooler = 8 Bert
class BertPreTrainingHeads
  predictions: BertLMPredictionHead
  seq_relationship: Linear[2, hidden_size] bias
class BertPredictionHeadTransform
  dense: Linear[hidden_size, hidden_size] bias
  transform_act_fn: activation(hidden_act)
  LayerNorm: LayerNorm[hidden_size] bias
class BertSelfAttention = 1 Bert
class BertSelfOutput = 9 Bert
unit clip
config CLIPConfig : clip
  projection_dim = 512
  sub vision_config: clip.CLIPVisionConfig
  sub text_config: clip.CLIPTextConfig
config CLIPTextConfig : clip_text_model
  vocab_size = 49408
  hidden_size = 512
  intermediate_size = 2048
  projection_dim = 512
  num_hidden_layers = 12
  num_attention_heads = 8
  max_position_embeddings = 77
  hidden_act = "quick_gelu"
config CLIPVisionConfig : clip_vision_model
  hidden_size = 768
  intermediate_size = 3072
  projection_dim = 512
  num_hidden_layers = 12
  num_attention_heads = 12
  num_channels = 3
  image_size = 224
  patch_size = 32
  hidden_act = "quick_gelu"
class CLIPAttention = 10 CLIP
class CLIPEncoder = 11 CLIP
class CLIPEncoderLayer
  self_attn: CLIPAttention
  layer_norm1: LayerNorm[hidden_size] bias
  mlp: CLIPMLP
  layer_norm2: LayerNorm[hidden_size] bias
model CLIPForImageClassification : CLIPConfig = 12 CLIP
  base clip
  no_split CLIPEncoderLayer CLIPTextEmbeddings CLIPVisionEmbeddings
class CLIPMLP = 13 CLIP
model CLIPModel : CLIPConfig
  base clip
  no_split CLIPEncoderLayer CLIPTextEmbeddings CLIPVisionEmbeddings
  . logit_scale[]
  text_model: CLIPTextModel using text_config
  vision_model: CLIPVisionModel using vision_config
  visual_projection: Linear[projection_dim, vision_config.hidden_size]
  text_projection: Linear[projection_dim, text_config.hidden_size]
class CLIPTextEmbeddings = 14 CLIP
model CLIPTextModel : CLIPTextConfig
  base clip
  no_split CLIPEncoderLayer CLIPTextEmbeddings CLIPVisionEmbeddings
  embeddings: CLIPTextEmbeddings
  encoder: CLIPEncoder
  final_layer_norm: LayerNorm[hidden_size] bias
model CLIPTextModelWithProjection : CLIPTextConfig
  base text_model
  no_split CLIPEncoderLayer CLIPTextEmbeddings CLIPVisionEmbeddings
  text_model: CLIPTextModel
  text_projection: Linear[projection_dim, hidden_size]
class CLIPVisionEmbeddings
  . class_embedding[hidden_size]
  . ~position_ids[1, (image_size // patch_size) ** 2 + 1] int64
  patch_embedding: Conv2d[hidden_size, num_channels, patch_size, patch_size]
  position_embedding: Embedding[(image_size // patch_size) ** 2 + 1, hidden_size]
model CLIPVisionModel : CLIPVisionConfig
  base clip
  no_split CLIPEncoderLayer CLIPTextEmbeddings CLIPVisionEmbeddings
  embeddings: CLIPVisionEmbeddings
  pre_layrnorm: LayerNorm[hidden_size] bias
  encoder: CLIPEncoder
  post_layernorm: LayerNorm[hidden_size] bias
unit deepseek_v3
config DeepseekV3Config : deepseek_v3
  alias num_local_experts = n_routed_experts
  alias num_mtp_layers = num_nextn_predict_layers
  vocab_size = 129280
  hidden_size = 7168
  intermediate_size = 18432
  moe_intermediate_size = 2048
  num_hidden_layers = 61
  num_attention_heads = 128
  num_key_value_heads = 128
  n_shared_experts = 1
  n_routed_experts = 256
  kv_lora_rank = 512
  q_lora_rank = 1536
  qk_rope_head_dim = 64
  v_head_dim = 128
  qk_nope_head_dim = 128
  first_k_dense_replace = 3
  hidden_act = "silu"
  max_position_embeddings = 4096
  tie_word_embeddings = false
  rope_parameters = none
  attention_bias = false
  head_dim := qk_rope_head_dim
  num_key_value_heads := num_key_value_heads ?? num_attention_heads
class DeepseekV3Attention
  if q_lora_rank == none
    q_proj: Linear[num_attention_heads * (qk_nope_head_dim + qk_rope_head_dim), hidden_size]
  else
    q_a_proj: Linear[q_lora_rank, hidden_size] bias if attention_bias
    q_a_layernorm: DeepseekV3RMSNorm(hidden_size = q_lora_rank)
    q_b_proj: Linear[num_attention_heads * (qk_nope_head_dim + qk_rope_head_dim), q_lora_rank]
  kv_a_proj_with_mqa: Linear[kv_lora_rank + qk_rope_head_dim, hidden_size] bias if attention_bias
  kv_a_layernorm: DeepseekV3RMSNorm(hidden_size = kv_lora_rank)
  kv_b_proj: Linear[num_attention_heads * (qk_nope_head_dim + v_head_dim), kv_lora_rank]
  o_proj: Linear[hidden_size, num_attention_heads * v_head_dim] bias if attention_bias
class DeepseekV3DecoderLayer
  self_attn: DeepseekV3Attention
  if $layer_idx < first_k_dense_replace
    mlp: DeepseekV3MLP(intermediate_size = none)
  else
    mlp: DeepseekV3MoE
  input_layernorm: DeepseekV3RMSNorm(hidden_size = hidden_size)
  post_attention_layernorm: DeepseekV3RMSNorm(hidden_size = hidden_size)
class DeepseekV3Experts = 15 DeepseekV3
model DeepseekV3ForCausalLM : DeepseekV3Config = 16 DeepseekV3
  base model
  no_split DeepseekV3DecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model DeepseekV3ForSequenceClassification : DeepseekV3Config = 17 DeepseekV3
  base model
  no_split DeepseekV3DecoderLayer
model DeepseekV3ForTokenClassification : DeepseekV3Config = 18 DeepseekV3
  base model
  no_split DeepseekV3DecoderLayer
class DeepseekV3MLP = 19 DeepseekV3
class DeepseekV3MoE
  experts: DeepseekV3Experts
  gate: DeepseekV3TopkRouter
  shared_experts: DeepseekV3MLP(intermediate_size = moe_intermediate_size * n_shared_experts)
model DeepseekV3Model : DeepseekV3Config = 20 DeepseekV3
  base model
  no_split DeepseekV3DecoderLayer
class DeepseekV3RMSNorm
  . weight[$hidden_size]
class DeepseekV3RotaryEmbedding = 21 DeepseekV3
class DeepseekV3TopkRouter
  . weight[n_routed_experts, hidden_size]
  . +e_score_correction_bias[n_routed_experts]
unit deepseek_v4
config DeepseekV4Config : deepseek_v4
  alias num_local_experts = n_routed_experts
  alias intermediate_size = moe_intermediate_size
  rope_parameters = {"main": {"rope_type": "default", "rope_theta": 10000.0, "partial_rotary_factor": 0.125}, "compress": {"rope_theta": 160000.0, "rope_type": "default", "partial_rotary_factor": 0.125}}
  vocab_size = 129280
  hidden_size = 4096
  moe_intermediate_size = 2048
  num_hidden_layers = 43
  num_attention_heads = 64
  num_key_value_heads = 1
  head_dim = 512
  q_lora_rank = 1024
  num_experts_per_tok = 6
  n_routed_experts = 256
  scoring_func = "sqrtsoftplus"
  max_position_embeddings = 1048576
  rope_theta = 10000.0
  layer_types = none
  compress_rates = none
  hc_mult = 4
  mlp_layer_types = none
  o_groups = 8
  o_lora_rank = 1024
  index_n_heads = 64
  index_head_dim = 128
  hidden_act = "silu"
  tie_word_embeddings = false
  partial_rotary_factor = none
  mlp_bias = false
  default_num_hash_layers = 3
  default_partial_rotary_factor = 0.125
  mlp_layer_types := slice(["hash_moe"] * min(num_hidden_layers, default_num_hash_layers) + ["moe"] * max(0, num_hidden_layers - default_num_hash_layers), none, num_hidden_layers) if mlp_layer_types == none else slice(mlp_layer_types, none, num_hidden_layers)
  partial_rotary_factor := default_partial_rotary_factor
  qk_rope_head_dim := int(head_dim * default_partial_rotary_factor)
class DeepseekV4Attention
  require layer_types[$layer_idx] != "sliding_attention"
  . sinks[num_attention_heads]
  q_a_proj: Linear[q_lora_rank, hidden_size]
  q_a_norm: DeepseekV4RMSNorm(hidden_size = q_lora_rank)
  q_b_proj: Linear[num_attention_heads * head_dim, q_lora_rank]
  q_b_norm: DeepseekV4UnweightedRMSNorm
  kv_proj: Linear[head_dim, hidden_size]
  kv_norm: DeepseekV4RMSNorm(hidden_size = head_dim)
  o_a_proj: DeepseekV4GroupedLinear(in_features_per_group = num_attention_heads * head_dim // o_groups, out_features = o_groups * o_lora_rank, bias = false)
  o_b_proj: Linear[hidden_size, o_groups * o_lora_rank]
  if layer_types[$layer_idx] == "compressed_sparse_attention"
    compressor: DeepseekV4CSACompressor
  else
    compressor: DeepseekV4HCACompressor
class DeepseekV4CSACompressor
  . position_bias[compress_rates.compressed_sparse_attention, 2 * head_dim]
  kv_proj: Linear[2 * head_dim, hidden_size]
  gate_proj: Linear[2 * head_dim, hidden_size]
  kv_norm: DeepseekV4RMSNorm(hidden_size = head_dim)
  rotary_emb: DeepseekV4RotaryEmbedding
  indexer: DeepseekV4Indexer
class DeepseekV4DecoderLayer
  self_attn: DeepseekV4Attention($layer_idx)
  mlp: DeepseekV4SparseMoeBlock($layer_idx)
  input_layernorm: DeepseekV4RMSNorm(hidden_size = hidden_size)
  post_attention_layernorm: DeepseekV4RMSNorm(hidden_size = hidden_size)
  attn_hc: DeepseekV4HyperConnection
  ffn_hc: DeepseekV4HyperConnection
class DeepseekV4Experts = 15 DeepseekV4
model DeepseekV4ForCausalLM : DeepseekV4Config = 16 DeepseekV4
  base model
  no_split DeepseekV4DecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
class DeepseekV4GroupedLinear
  . weight[$out_features, $in_features_per_group]
  . bias[$out_features] if $bias
class DeepseekV4HCACompressor
  . position_bias[compress_rates.heavily_compressed_attention, head_dim]
  kv_proj: Linear[head_dim, hidden_size]
  gate_proj: Linear[head_dim, hidden_size]
  kv_norm: DeepseekV4RMSNorm(hidden_size = head_dim)
  rotary_emb: DeepseekV4RotaryEmbedding
class DeepseekV4HashRouter
  . weight[n_routed_experts, hidden_size]
  . +tid2eid[vocab_size, num_experts_per_tok] int64
  score_fn: activation(scoring_func)
class DeepseekV4HyperConnection
  . fn[(2 + hc_mult) * hc_mult, hc_mult * hidden_size]
  . base[(2 + hc_mult) * hc_mult]
  . scale[3]
  input_norm: DeepseekV4UnweightedRMSNorm
class DeepseekV4HyperHead
  . hc_fn[hc_mult, hc_mult * hidden_size]
  . hc_base[hc_mult]
  . hc_scale[1]
  input_norm: DeepseekV4UnweightedRMSNorm
class DeepseekV4Indexer
  . position_bias[compress_rates.compressed_sparse_attention, 2 * index_head_dim]
  kv_proj: Linear[2 * index_head_dim, hidden_size]
  gate_proj: Linear[2 * index_head_dim, hidden_size]
  kv_norm: DeepseekV4RMSNorm(hidden_size = index_head_dim)
  q_b_proj: Linear[index_n_heads * index_head_dim, q_lora_rank]
  rotary_emb: DeepseekV4RotaryEmbedding
  scorer: DeepseekV4IndexerScorer
class DeepseekV4IndexerScorer
  weights_proj: Linear[index_n_heads, hidden_size]
class DeepseekV4MLP
  gate_proj: Linear[moe_intermediate_size, hidden_size] bias if mlp_bias
  up_proj: Linear[moe_intermediate_size, hidden_size] bias if mlp_bias
  down_proj: Linear[hidden_size, moe_intermediate_size] bias if mlp_bias
  act_fn: activation(hidden_act)
model DeepseekV4Model : DeepseekV4Config
  base model
  no_split DeepseekV4DecoderLayer
  embed_tokens: Embedding[vocab_size, hidden_size]
  layers: ModuleList
    each i < num_hidden_layers
      -: DeepseekV4DecoderLayer(layer_idx = i)
  norm: DeepseekV4RMSNorm(hidden_size = hidden_size)
  rotary_emb: DeepseekV4RotaryEmbedding
  hc_head: DeepseekV4HyperHead
class DeepseekV4RMSNorm
  . weight[$hidden_size]
class DeepseekV4RotaryEmbedding
  require rope_parameters.main.rope_type == "default"
  . ~main_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.main.partial_rotary_factor ?? 1.0)) / 2)] float32
  . ~main_original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.main.partial_rotary_factor ?? 1.0)) / 2)] float32
  . ~compress_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.compress.partial_rotary_factor ?? 1.0)) / 2)] float32
  . ~compress_original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.compress.partial_rotary_factor ?? 1.0)) / 2)] float32
class DeepseekV4SparseMoeBlock
  if mlp_layer_types[$layer_idx] == "hash_moe"
    gate: DeepseekV4HashRouter
  else
    gate: DeepseekV4TopKRouter
  experts: DeepseekV4Experts
  shared_experts: DeepseekV4MLP
class DeepseekV4TopKRouter
  . weight[n_routed_experts, hidden_size]
  . +e_score_correction_bias[n_routed_experts]
  score_fn: activation(scoring_func)
class DeepseekV4UnweightedRMSNorm
headers DeepseekV4Config field layer_types # value differs
unit efficientnet
config EfficientNetConfig : efficientnet
  num_channels = 3
  image_size = 600
  width_coefficient = 2.0
  depth_coefficient = 3.1
  depth_divisor = 8
  kernel_sizes = [3, 3, 5, 3, 5, 5, 3]
  in_channels = [32, 16, 24, 40, 80, 112, 192]
  out_channels = [16, 24, 40, 80, 112, 192, 320]
  num_block_repeats = [1, 2, 2, 3, 3, 4, 1]
  expand_ratios = [1, 6, 6, 6, 6, 6, 6]
  squeeze_expansion_ratio = 0.25
  hidden_act = "swish"
  hidden_dim = 2560
  pooling_type = "mean"
  num_hidden_layers := sum(num_block_repeats) * 4
class EfficientNetBlock
  if $expand_ratio != 1
    expansion: EfficientNetExpansionLayer($in_dim, out_dim = $in_dim * $expand_ratio)
  depthwise_conv: EfficientNetDepthwiseLayer($kernel_size, in_dim = $in_dim * $expand_ratio if $expand_ratio != 1 else $in_dim)
  squeeze_excite: EfficientNetSqueezeExciteLayer($in_dim, expand_dim = $in_dim * $expand_ratio, expand = $expand_ratio != 1)
  projection: EfficientNetFinalBlockLayer($out_dim, in_dim = $in_dim * $expand_ratio if $expand_ratio != 1 else $in_dim)
class EfficientNetDepthwiseConv2d
  . weight[$in_channels * $depth_multiplier, $in_channels // $in_channels, $kernel_size, $kernel_size]
  . bias[$in_channels * $depth_multiplier] if $bias
class EfficientNetDepthwiseLayer
  depthwise_conv_pad: ZeroPad2d
  depthwise_conv: EfficientNetDepthwiseConv2d($kernel_size, in_channels = $in_dim, bias = false, depth_multiplier = 1)
  depthwise_norm: BatchNorm2d weight[$in_dim], bias[$in_dim], +running_mean[$in_dim], +running_var[$in_dim], +num_batches_tracked[] int64
  depthwise_act: activation(hidden_act)
class EfficientNetEmbeddings
  require max(depth_divisor, int(32 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor) >= 0.9 * (32 * width_coefficient)
  padding: ZeroPad2d
  convolution: Conv2d[max(depth_divisor, int(32 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor), num_channels, 3, 3]
  batchnorm: BatchNorm2d weight[max(depth_divisor, int(32 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor)], bias[max(depth_divisor, int(32 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor)], +running_mean[max(depth_divisor, int(32 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor)], +running_var[max(depth_divisor, int(32 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor)], +num_batches_tracked[] int64
  activation: activation(hidden_act)
class EfficientNetEncoder
  require max(depth_divisor, int(1280 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor) >= 0.9 * (1280 * width_coefficient)
  blocks: ModuleList
    each i < len(in_channels)
      require max(depth_divisor, int(in_channels[i] * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor) >= 0.9 * (in_channels[i] * width_coefficient)
      require max(depth_divisor, int(out_channels[i] * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor) >= 0.9 * (out_channels[i] * width_coefficient)
      each j < ceil(depth_coefficient * num_block_repeats[i])
        -: EfficientNetBlock(in_dim = max(depth_divisor, int(out_channels[i] * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor) if j > 0 else ?, out_dim = max(depth_divisor, int(out_channels[i] * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor), kernel_size = kernel_sizes[i], expand_ratio = expand_ratios[i])
  top_conv: Conv2d[max(depth_divisor, int(1280 * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor), max(depth_divisor, int(out_channels[i] * width_coefficient + depth_divisor / 2) // depth_divisor * depth_divisor), 1, 1]
  top_bn: BatchNorm2d weight[hidden_dim], bias[hidden_dim], +running_mean[hidden_dim], +running_var[hidden_dim], +num_batches_tracked[] int64
  top_activation: activation(hidden_act)
class EfficientNetExpansionLayer
  expand_conv: Conv2d[$out_dim, $in_dim, 1, 1]
  expand_bn: BatchNorm2d weight[$out_dim], bias[$out_dim], +running_mean[$out_dim], +running_var[$out_dim], +num_batches_tracked[] int64
  expand_act: activation(hidden_act)
class EfficientNetFinalBlockLayer
  project_conv: Conv2d[$out_dim, $in_dim, 1, 1]
  project_bn: BatchNorm2d weight[$out_dim], bias[$out_dim], +running_mean[$out_dim], +running_var[$out_dim], +num_batches_tracked[] int64
  dropout: Dropout
model EfficientNetForImageClassification : EfficientNetConfig
  base efficientnet
  no_split EfficientNetBlock
  require num_labels > 0
  efficientnet: EfficientNetModel
  dropout: Dropout
  classifier: Linear[num_labels, hidden_dim] bias
model EfficientNetModel : EfficientNetConfig
  base efficientnet
  no_split EfficientNetBlock
  require pooling_type == "mean"
  embeddings: EfficientNetEmbeddings
  encoder: EfficientNetEncoder
  pooler: AvgPool2d
class EfficientNetSqueezeExciteLayer
  squeeze: AdaptiveAvgPool2d
  reduce: Conv2d[max(1, int($in_dim * squeeze_expansion_ratio)), $expand_dim if $expand else $in_dim, 1, 1] bias
  expand: Conv2d[$expand_dim if $expand else $in_dim, max(1, int($in_dim * squeeze_expansion_ratio)), 1, 1] bias
  act_reduce: activation(hidden_act)
  act_expand: Sigmoid
unit encodec
config EncodecConfig : encodec
  target_bandwidths = [1.5, 3.0, 6.0, 12.0, 24.0]
  sampling_rate = 24000
  audio_channels = 1
  hidden_size = 128
  num_filters = 32
  num_residual_layers = 1
  upsampling_ratios = [8, 5, 4, 2]
  norm_type = "weight_norm"
  kernel_size = 7
  last_kernel_size = 7
  residual_kernel_size = 3
  compress = 2
  codebook_size = 1024
  codebook_dim = none
  use_conv_shortcut = true
  codebook_dim := codebook_dim ?? hidden_size
class EncodecConv1d
  require norm_type == "weight_norm"
  . ~stride[] int64
  . ~kernel_size[] int64
  . ~padding_total[] int64
  conv: ParametrizedConv1d bias[$out_channels]
    parametrizations: ModuleDict
      weight: ParametrizationList original0[$out_channels, 1, 1], original1[$out_channels, $in_channels, $kernel_size]
        0: _WeightNorm
class EncodecConvTranspose1d
  require norm_type == "weight_norm"
  conv: ParametrizedConvTranspose1d bias[$out_channels]
    parametrizations: ModuleDict
      weight: ParametrizationList original0[$in_channels, 1, 1], original1[$in_channels, $out_channels, $kernel_size]
        0: _WeightNorm
class EncodecDecoder
  layers: ModuleList
    -: EncodecConv1d(in_channels = hidden_size, out_channels = 2 ** len(upsampling_ratios) * num_filters, kernel_size = kernel_size)
    -: EncodecLSTM(dimension = 2 ** len(upsampling_ratios) * num_filters)
    each i < len(upsampling_ratios)
      -: ELU
      -: EncodecConvTranspose1d(in_channels = 2 ** len(upsampling_ratios) // 2 ** i * num_filters, out_channels = 2 ** len(upsampling_ratios) // 2 ** i * num_filters // 2, kernel_size = upsampling_ratios[i] * 2)
      each j < num_residual_layers
        -: EncodecResnetBlock@1765(dim = 2 ** len(upsampling_ratios) // 2 ** i * num_filters // 2)
    -: ELU
    -: EncodecConv1d(in_channels = num_filters, out_channels = audio_channels, kernel_size = last_kernel_size)
class EncodecEncoder
  layers: ModuleList
    -: EncodecConv1d(in_channels = audio_channels, out_channels = num_filters, kernel_size = kernel_size)
    each i < len(upsampling_ratios)
      each j < num_residual_layers
        -: EncodecResnetBlock@1765(dim = 2 ** i * num_filters)
      -: ELU
      -: EncodecConv1d(in_channels = 2 ** i * num_filters, out_channels = 2 ** i * num_filters * 2, kernel_size = upsampling_ratios[len(upsampling_ratios) - 1 - i] * 2)
    -: EncodecLSTM(dimension = 2 ** len(upsampling_ratios) * num_filters)
    -: ELU
    -: EncodecConv1d(in_channels = 2 ** len(upsampling_ratios) * num_filters, out_channels = hidden_size, kernel_size = last_kernel_size)
class EncodecEuclideanCodebook
  . +inited[1]
  . +cluster_size[codebook_size]
  . +embed[codebook_size, codebook_dim]
  . +embed_avg[codebook_size, codebook_dim]
class EncodecLSTM
  lstm: LSTM weight_ih_l0[4 * $dimension, $dimension], weight_hh_l0[4 * $dimension, $dimension], bias_ih_l0[4 * $dimension], bias_hh_l0[4 * $dimension], weight_ih_l1[4 * $dimension, $dimension], weight_hh_l1[4 * $dimension, $dimension], bias_ih_l1[4 * $dimension], bias_hh_l1[4 * $dimension]
model EncodecModel : EncodecConfig
  base encodec
  encoder: EncodecEncoder
  decoder: EncodecDecoder
  quantizer: EncodecResidualVectorQuantizer
class EncodecResidualVectorQuantizer
  layers: ModuleList
    each i < int(1000 * target_bandwidths[-1] // (ceil(sampling_rate / (upsampling_ratios[0] * upsampling_ratios[1] * upsampling_ratios[2] * upsampling_ratios[3])) * ceil(log2(codebook_size))))
      -: EncodecVectorQuantization
class EncodecResnetBlock@1765 named EncodecResnetBlock
  block: ModuleList
    -: ELU
    -: EncodecConv1d(in_channels = $dim, out_channels = $dim // compress, kernel_size = residual_kernel_size)
    -: ELU
    -: EncodecConv1d(in_channels = $dim // compress, out_channels = $dim, kernel_size = 1)
  if use_conv_shortcut
    shortcut: EncodecConv1d(in_channels = $dim, out_channels = $dim, kernel_size = 1)
  else
    shortcut: Identity
class EncodecVectorQuantization
  codebook: EncodecEuclideanCodebook
unit gemma
config GemmaConfig : gemma
  vocab_size = 256000
  hidden_size = 3072
  intermediate_size = 24576
  num_hidden_layers = 28
  num_attention_heads = 16
  num_key_value_heads = 16
  head_dim = 256
  hidden_act = "gelu_pytorch_tanh"
  max_position_embeddings = 8192
  tie_word_embeddings = true
  rope_parameters = none
  attention_bias = false
  hidden_act := "gelu_pytorch_tanh" if hidden_act == "gelu" else hidden_act
class GemmaAttention = 22 Gemma
class GemmaDecoderLayer
  self_attn: GemmaAttention
  mlp: GemmaMLP
  input_layernorm: GemmaRMSNorm(dim = hidden_size)
  post_attention_layernorm: GemmaRMSNorm(dim = hidden_size)
model GemmaForCausalLM : GemmaConfig = 16 Gemma
  base model
  no_split GemmaDecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model GemmaForSequenceClassification : GemmaConfig = 17 Gemma
  base model
  no_split GemmaDecoderLayer
model GemmaForTokenClassification : GemmaConfig = 18 Gemma
  base model
  no_split GemmaDecoderLayer
class GemmaMLP = 23 Gemma
model GemmaModel : GemmaConfig = 24 Gemma
  base model
  no_split GemmaDecoderLayer
class GemmaRMSNorm
  . weight[$dim]
class GemmaRotaryEmbedding = 21 Gemma
class GemmaTextScaledWordEmbedding = 25 Gemma
unit gemma2
config Gemma2Config : gemma2
  vocab_size = 256000
  hidden_size = 2304
  intermediate_size = 9216
  num_hidden_layers = 26
  num_attention_heads = 8
  num_key_value_heads = 4
  head_dim = 256
  hidden_activation = "gelu_pytorch_tanh"
  max_position_embeddings = 8192
  tie_word_embeddings = true
  rope_parameters = none
  attention_bias = false
  layer_types = none
  layer_types := layer_types ?? ["sliding_attention" if bool((i + 1) % 2) else "full_attention" each i < num_hidden_layers]
class Gemma2Attention = 22 Gemma2
class Gemma2DecoderLayer = 26 Gemma2
model Gemma2ForCausalLM : Gemma2Config = 16 Gemma2
  base model
  no_split Gemma2DecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model Gemma2ForSequenceClassification : Gemma2Config = 17 Gemma2
  base model
  no_split Gemma2DecoderLayer
model Gemma2ForTokenClassification : Gemma2Config = 18 Gemma2
  base model
  no_split Gemma2DecoderLayer
class Gemma2MLP = 27 Gemma2
model Gemma2Model : Gemma2Config = 24 Gemma2
  base model
  no_split Gemma2DecoderLayer
class Gemma2RMSNorm
  . weight[$dim]
class Gemma2RotaryEmbedding = 21 Gemma2
class Gemma2TextScaledWordEmbedding = 25 Gemma2
unit gemma3
config Gemma3Config : gemma3
  alias image_token_id = image_token_index
  alias boi_token_id = boi_token_index
  alias eoi_token_id = eoi_token_index
  tie_word_embeddings = true
  sub text_config: gemma3.Gemma3TextConfig
  sub vision_config: type siglip_vision_model
config Gemma3TextConfig : gemma3_text
  rope_parameters = {"sliding_attention": {"rope_type": "default", "rope_theta": 10000.0}, "full_attention": {"rope_type": "default", "rope_theta": 1000000.0}}
  vocab_size = 262208
  hidden_size = 2304
  intermediate_size = 9216
  num_hidden_layers = 26
  num_attention_heads = 8
  num_key_value_heads = 4
  head_dim = 256
  hidden_activation = "gelu_pytorch_tanh"
  max_position_embeddings = 131072
  tie_word_embeddings = true
  attention_bias = false
  layer_types = none
  layer_types := layer_types ?? ["sliding_attention" if bool((i + 1) % 6) else "full_attention" each i < num_hidden_layers]
class Gemma3Attention
  q_proj: Linear[num_attention_heads * head_dim, hidden_size] bias if attention_bias
  k_proj: Linear[num_key_value_heads * head_dim, hidden_size] bias if attention_bias
  v_proj: Linear[num_key_value_heads * head_dim, hidden_size] bias if attention_bias
  o_proj: Linear[hidden_size, num_attention_heads * head_dim] bias if attention_bias
  q_norm: Gemma3RMSNorm(dim = head_dim)
  k_norm: Gemma3RMSNorm(dim = head_dim)
class Gemma3DecoderLayer = 26 Gemma3
model Gemma3ForCausalLM : Gemma3TextConfig = 28 Gemma3
  base model
  no_split Gemma3DecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model Gemma3ForConditionalGeneration : Gemma3Config = 29 Gemma3
  base model
  no_split Gemma3DecoderLayer
  tie lm_head.weight = model.language_model.embed_tokens.weight
model Gemma3ForSequenceClassification : Gemma3Config
  base model
  no_split Gemma3DecoderLayer
  model: auto(AutoModel)
  score: Linear[num_labels, text_config.hidden_size]
class Gemma3MLP = 27 Gemma3
model Gemma3Model : Gemma3Config
  base model
  no_split Gemma3DecoderLayer
  vision_tower: auto(AutoModel) using vision_config
  multi_modal_projector: Gemma3MultiModalProjector
  language_model: auto(AutoModel) using text_config
class Gemma3MultiModalProjector
  . mm_input_projection_weight[vision_config.hidden_size, text_config.hidden_size]
  mm_soft_emb_norm: Gemma3RMSNorm(dim = vision_config.hidden_size)
  avg_pool: AvgPool2d
class Gemma3RMSNorm
  . weight[$dim]
class Gemma3RotaryEmbedding
  if "full_attention" in layer_types
    require rope_parameters.full_attention != none
    if "sliding_attention" in layer_types
      require rope_parameters.sliding_attention != none
      if rope_parameters.full_attention.rope_type == "default"
        require rope_parameters.sliding_attention.rope_type == "default"
        . ~full_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
        . ~full_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
        . ~sliding_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
        . ~sliding_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
      else
        require rope_parameters.sliding_attention.rope_type != "default"
        if rope_parameters.full_attention.rope_type == "proportional"
          require rope_parameters.sliding_attention.rope_type == "proportional"
          . ~full_attention_inv_freq[ceil(2 * int((rope_parameters.full_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
          . ~full_attention_original_inv_freq[ceil(2 * int((rope_parameters.full_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
          . ~sliding_attention_inv_freq[ceil(2 * int((rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
          . ~sliding_attention_original_inv_freq[ceil(2 * int((rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
        else
          require rope_parameters.sliding_attention.rope_type != "proportional"
          . ~full_attention_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.full_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
          . ~full_attention_original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.full_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
          . ~sliding_attention_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
          . ~sliding_attention_original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
    else
      require rope_parameters.full_attention.rope_type == "default"
      . ~full_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
      . ~full_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
  else
    require "sliding_attention" in layer_types
    require rope_parameters.sliding_attention != none
    require rope_parameters.sliding_attention.rope_type == "default"
    . ~sliding_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
    . ~sliding_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
model Gemma3TextForSequenceClassification : Gemma3TextConfig = 17 Gemma3
  base model
  no_split Gemma3DecoderLayer
model Gemma3TextModel : Gemma3TextConfig = 24 Gemma3
  base model
  no_split Gemma3DecoderLayer
class Gemma3TextScaledWordEmbedding = 25 Gemma3
unit gemma3n
config Gemma3nAudioConfig : gemma3n_audio
  vocab_size = 128
  input_feat_size = 128
  hidden_size = 1536
  conf_attention_chunk_size = 12
  conf_attention_context_left = 13
  conf_attention_context_right = 0
  conf_num_attention_heads = 8
  conf_num_hidden_layers = 12
  conf_conv_kernel_size = 5
  sscp_conv_channel_size = [128, 32]
  sscp_conv_kernel_size = [[3, 3], [3, 3]]
  sscp_conv_stride_size = [[2, 2], [2, 2]]
config Gemma3nConfig : gemma3n
  tie_word_embeddings = true
  sub text_config: gemma3n.Gemma3nTextConfig
  sub vision_config: gemma3n.Gemma3nVisionConfig
  sub audio_config: gemma3n.Gemma3nAudioConfig
config Gemma3nTextConfig : gemma3n_text
  rope_parameters = {"sliding_attention": {"rope_type": "default", "rope_theta": 10000.0}, "full_attention": {"rope_type": "default", "rope_theta": 1000000.0}}
  vocab_size = 262400
  hidden_size = 2048
  intermediate_size = 16384
  num_hidden_layers = 35
  num_attention_heads = 8
  num_key_value_heads = 2
  head_dim = 256
  hidden_activation = "gelu_pytorch_tanh"
  max_position_embeddings = 32768
  tie_word_embeddings = true
  attention_bias = false
  layer_types = none
  vocab_size_per_layer_input = 262144
  hidden_size_per_layer_input = 256
  altup_num_inputs = 4
  laurel_rank = 64
  intermediate_size := [intermediate_size] * num_hidden_layers
  layer_types := layer_types ?? ["full_attention" if (i + 1) % 5 == 0 else "sliding_attention" each i < num_hidden_layers]
config Gemma3nVisionConfig : gemma3n_vision
  hidden_size = 2048
  vocab_size = 128
class Gemma3nAudioAttention
  . per_dim_scale[hidden_size // conf_num_attention_heads]
  . ~q_scale[]
  . ~local_causal_valid_mask[conf_attention_chunk_size, conf_attention_chunk_size + max(0, conf_attention_context_left - 1) + conf_attention_context_right] bool
  . ~softcap[] float32
  relative_position_embedding: Gemma3nAudioRelativePositionEmbedding
  q_proj: Linear[conf_num_attention_heads * (hidden_size // conf_num_attention_heads), hidden_size]
  k_proj: Linear[conf_num_attention_heads * (hidden_size // conf_num_attention_heads), hidden_size]
  v_proj: Linear[conf_num_attention_heads * (hidden_size // conf_num_attention_heads), hidden_size]
class Gemma3nAudioConformerAttention
  . ~gradient_clipping[]
  pre_attn_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  attn: Gemma3nAudioAttention
  post: Linear[hidden_size, hidden_size]
  post_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
class Gemma3nAudioConformerBlock
  . ~gradient_clipping[]
  ffw_layer_start: Gemma3nAudioConformerFeedForward
  attention: Gemma3nAudioConformerAttention
  lconv1d: Gemma3nAudioConformerLightConv1d
  ffw_layer_end: Gemma3nAudioConformerFeedForward
  norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
class Gemma3nAudioConformerFeedForward
  . ~gradient_clipping[]
  pre_layer_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  ffw_layer_1: Linear[hidden_size * 4, hidden_size]
  ffw_layer_2: Linear[hidden_size, hidden_size * 4]
  post_layer_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
class Gemma3nAudioConformerLightConv1d
  . ~gradient_clipping[]
  pre_layer_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  linear_start: Linear[hidden_size * 2, hidden_size]
  depthwise_conv1d: Conv1d[hidden_size, hidden_size // hidden_size, conf_conv_kernel_size]
  conv_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  linear_end: Linear[hidden_size, hidden_size]
class Gemma3nAudioCumulativeGroupNorm@37ca named Gemma3nAudioCumulativeGroupNorm
  . weight[$num_channels]
model Gemma3nAudioEncoder : Gemma3nAudioConfig
  base model
  no_split Gemma3nTextDecoderLayer
  subsample_conv_projection: Gemma3nAudioSubSampleConvProjection
  conformer: ModuleList
    each i < conf_num_hidden_layers
      -: Gemma3nAudioConformerBlock
class Gemma3nAudioRelativePositionEmbedding
  . ~inv_timescales[1, 1, hidden_size // 2] float32
  pos_proj: Linear[conf_num_attention_heads * (hidden_size // conf_num_attention_heads), hidden_size]
class Gemma3nAudioSSCPConvBlock@d467 named Gemma3nAudioSSCPConvBlock
  conv: Conv2d[sscp_conv_channel_size[$idx], 1 if $idx == 0 else sscp_conv_channel_size[$idx - 1], sscp_conv_kernel_size[$idx][0], sscp_conv_kernel_size[$idx][1]]
  norm: Gemma3nAudioCumulativeGroupNorm@37ca(num_channels = sscp_conv_channel_size[$idx])
  activation: ReLU
class Gemma3nAudioSubSampleConvProjection
  conv_0: Gemma3nAudioSSCPConvBlock@d467(idx = 0)
  conv_1: Gemma3nAudioSSCPConvBlock@d467(idx = 1)
  input_proj_linear: Linear[hidden_size, sscp_conv_channel_size[-1] * (((input_feat_size + 1 + 1 - sscp_conv_kernel_size[0][1]) // sscp_conv_stride_size[0][1] + 1 + 1 + 1 - sscp_conv_kernel_size[1][1]) // sscp_conv_stride_size[1][1] + 1)]
model Gemma3nForCausalLM : Gemma3nTextConfig = 28 Gemma3n
  base model
  no_split Gemma3nTextDecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model Gemma3nForConditionalGeneration : Gemma3nConfig = 29 Gemma3n
  base model
  no_split Gemma3nTextDecoderLayer
  tie lm_head.weight = model.language_model.embed_tokens.weight
model Gemma3nModel : Gemma3nConfig
  base model
  no_split Gemma3nTextDecoderLayer
  vision_tower: auto(AutoModel) using vision_config
  language_model: auto(AutoModel) using text_config
  audio_tower: auto(AutoModel) using audio_config
  embed_vision: Gemma3nMultimodalEmbedder using vision_config $text_config using text_config
  embed_audio: Gemma3nMultimodalEmbedder using audio_config $text_config using text_config
class Gemma3nMultimodalEmbedder
  embedding: Embedding[vocab_size, hidden_size]
  hard_embedding_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  soft_embedding_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  embedding_projection: Linear[$text_config.hidden_size, hidden_size]
  embedding_post_projection_norm: Gemma3nRMSNorm(dim = $text_config.hidden_size, with_scale = false)
class Gemma3nRMSNorm = 30 Gemma3n
class Gemma3nRotaryEmbedding
  if "full_attention" in layer_types
    require rope_parameters.full_attention != none
    if "sliding_attention" in layer_types
      require rope_parameters.sliding_attention != none
      if rope_parameters.full_attention.rope_type == "default"
        require rope_parameters.sliding_attention.rope_type == "default"
        . ~full_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
        . ~full_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
        . ~sliding_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
        . ~sliding_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
      else
        require rope_parameters.sliding_attention.rope_type != "default"
        if rope_parameters.full_attention.rope_type == "proportional"
          require rope_parameters.sliding_attention.rope_type == "proportional"
          . ~full_attention_inv_freq[ceil(2 * int((rope_parameters.full_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
          . ~full_attention_original_inv_freq[ceil(2 * int((rope_parameters.full_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
          . ~sliding_attention_inv_freq[ceil(2 * int((rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
          . ~sliding_attention_original_inv_freq[ceil(2 * int((rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
        else
          require rope_parameters.sliding_attention.rope_type != "proportional"
          . ~full_attention_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.full_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
          . ~full_attention_original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.full_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
          . ~sliding_attention_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
          . ~sliding_attention_original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
    else
      require rope_parameters.full_attention.rope_type == "default"
      . ~full_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
      . ~full_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
  else
    require "sliding_attention" in layer_types
    require rope_parameters.sliding_attention != none
    if rope_parameters.sliding_attention.rope_type == "default"
      . ~sliding_attention_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
      . ~sliding_attention_original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) / 2)] float32
    elif rope_parameters.sliding_attention.rope_type == "proportional"
      . ~sliding_attention_inv_freq[ceil(2 * int((rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
      . ~sliding_attention_original_inv_freq[ceil(2 * int((rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0) * (head_dim or hidden_size // num_attention_heads) // 2) / 2)] float32
    else
      . ~sliding_attention_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
      . ~sliding_attention_original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.sliding_attention.partial_rotary_factor ?? 1.0)) / 2)] float32
class Gemma3nTextAltUp
  . correct_output_scale[hidden_size]
  . ~router_input_scale[]
  correction_coefs: Linear[altup_num_inputs, altup_num_inputs]
  prediction_coefs: Linear[altup_num_inputs ** 2, altup_num_inputs]
  modality_router: Linear[altup_num_inputs, hidden_size]
  router_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
class Gemma3nTextDecoderLayer
  self_attn: Gemma3nTextAttention
  mlp: Gemma3nTextMLP($layer_idx)
  input_layernorm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  post_attention_layernorm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  pre_feedforward_layernorm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  post_feedforward_layernorm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  act_fn: activation(hidden_activation)
  altup: Gemma3nTextAltUp
  laurel: Gemma3nTextLaurelBlock
  per_layer_input_gate: Linear[hidden_size_per_layer_input, hidden_size]
  per_layer_projection: Linear[hidden_size, hidden_size_per_layer_input]
  post_per_layer_input_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
class Gemma3nTextLaurelBlock
  linear_left: Linear[laurel_rank, hidden_size]
  linear_right: Linear[hidden_size, laurel_rank]
  post_laurel_norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
class Gemma3nTextMLP
  gate_proj: Linear[intermediate_size[$layer_idx], hidden_size]
  up_proj: Linear[intermediate_size[$layer_idx], hidden_size]
  down_proj: Linear[hidden_size, intermediate_size[$layer_idx]]
  act_fn: activation(hidden_activation)
model Gemma3nTextModel : Gemma3nTextConfig
  base model
  no_split Gemma3nTextDecoderLayer
  . ~per_layer_projection_scale[]
  . ~per_layer_input_scale[]
  embed_tokens: Gemma3nTextScaledWordEmbedding(num_embeddings = vocab_size, embedding_dim = hidden_size)
  layers: ModuleList
    each i < num_hidden_layers
      -: Gemma3nTextDecoderLayer(layer_idx = i)
  norm: Gemma3nRMSNorm(dim = hidden_size, with_scale = true)
  rotary_emb: Gemma3nRotaryEmbedding
  embed_tokens_per_layer: Gemma3nTextScaledWordEmbedding(num_embeddings = vocab_size_per_layer_input, embedding_dim = num_hidden_layers * hidden_size_per_layer_input)
  per_layer_model_projection: Linear[num_hidden_layers * hidden_size_per_layer_input, hidden_size]
  per_layer_projection_norm: Gemma3nRMSNorm(dim = hidden_size_per_layer_input, with_scale = true)
  altup_projections: ModuleList
    each i < altup_num_inputs - 1
      -: Linear[hidden_size, hidden_size]
  altup_unembed_projections: ModuleList
    each i < altup_num_inputs - 1
      -: Linear[hidden_size, hidden_size]
class Gemma3nTextScaledWordEmbedding = 25 Gemma3n
headers Gemma3nTextAttention # undecided ('o', '==', ('if', ('o', '<', ('v', 'i'), ('o', '-', ('f', '', 'num_hidden_layers'), ('f',
unit gemma4
config Gemma4AudioConfig : gemma4_audio
  hidden_size = 1024
  num_hidden_layers = 12
  num_attention_heads = 8
  hidden_act = "silu"
  subsampling_conv_channels = [128, 32]
  conv_kernel_size = 5
  use_clipped_linears = true
  output_proj_dims = 1536
config Gemma4Config : gemma4
  tie_word_embeddings = true
  sub text_config: gemma4.Gemma4TextConfig
  sub vision_config: gemma4.Gemma4VisionConfig optional
  sub audio_config: gemma4.Gemma4AudioConfig optional
config Gemma4TextConfig : gemma4_text
  rope_parameters = {"sliding_attention": {"rope_type": "default", "rope_theta": 10000.0}, "full_attention": {"rope_type": "proportional", "partial_rotary_factor": 0.25, "rope_theta": 1000000.0}}
  vocab_size = 262144
  hidden_size = 2304
  intermediate_size = 9216
  num_hidden_layers = 30
  num_attention_heads = 8
  num_key_value_heads = 4
  head_dim = 256
  hidden_activation = "gelu_pytorch_tanh"
  max_position_embeddings = 131072
  tie_word_embeddings = true
  attention_bias = false
  layer_types = none
  vocab_size_per_layer_input = 262144
  hidden_size_per_layer_input = 256
  enable_moe_block = false
  num_experts = none
  moe_intermediate_size = none
config Gemma4VisionConfig : gemma4_vision
  rope_parameters = {"rope_theta": 100.0, "rope_type": "axial"}
  hidden_size = 768
  intermediate_size = 3072
  num_hidden_layers = 16
  num_attention_heads = 12
  num_key_value_heads = 12
  head_dim = 64
  hidden_activation = "gelu_pytorch_tanh"
  max_position_embeddings = 131072
  attention_bias = false
  patch_size = 16
  position_embedding_size = 10240
  use_clipped_linears = false
  standardize = false
class Gemma4AudioAttention
  . per_dim_scale[hidden_size // num_attention_heads]
  . ~softcap[]
  q_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = num_attention_heads * (hidden_size // num_attention_heads))
  k_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = num_attention_heads * (hidden_size // num_attention_heads))
  v_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = num_attention_heads * (hidden_size // num_attention_heads))
  post: Gemma4ClippableLinear(in_features = hidden_size, out_features = hidden_size)
  relative_k_proj: Linear[num_attention_heads * (hidden_size // num_attention_heads), hidden_size]
class Gemma4AudioCausalConv1d
  . weight[$out_channels, $in_channels // $groups, $kernel_size]
  . bias[$out_channels] if $bias
class Gemma4AudioFeedForward
  ffw_layer_1: Gemma4ClippableLinear(in_features = hidden_size, out_features = hidden_size * 4)
  ffw_layer_2: Gemma4ClippableLinear(in_features = hidden_size * 4, out_features = hidden_size)
  pre_layer_norm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  post_layer_norm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  act_fn: activation(hidden_act)
class Gemma4AudioLayer
  feed_forward1: Gemma4AudioFeedForward
  feed_forward2: Gemma4AudioFeedForward
  self_attn: Gemma4AudioAttention
  lconv1d: Gemma4AudioLightConv1d
  norm_pre_attn: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  norm_post_attn: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  norm_out: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
class Gemma4AudioLightConv1d
  linear_start: Gemma4ClippableLinear(in_features = hidden_size, out_features = hidden_size * 2)
  linear_end: Gemma4ClippableLinear(in_features = hidden_size, out_features = hidden_size)
  depthwise_conv1d: Gemma4AudioCausalConv1d(in_channels = hidden_size, out_channels = hidden_size, kernel_size = conv_kernel_size, groups = hidden_size, bias = false)
  pre_layer_norm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  conv_norm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  act_fn: activation(hidden_act)
model Gemma4AudioModel : Gemma4AudioConfig
  base model.audio_tower
  no_split Gemma4AudioLayer Gemma4TextDecoderLayer Gemma4VisionEncoderLayer Gemma4VisionPatchEmbedder
  subsample_conv_projection: Gemma4AudioSubSampleConvProjection
  rel_pos_enc: Gemma4AudioRelPositionalEncoding
  layers: ModuleList
    each i < num_hidden_layers
      -: Gemma4AudioLayer
  output_proj: Linear[output_proj_dims, hidden_size] bias
class Gemma4AudioRelPositionalEncoding
  . ~inv_timescales[1, 1, hidden_size // 2]
class Gemma4AudioSubSampleConvProjection
  layer0: Gemma4AudioSubSampleConvProjectionLayer(in_channels = 1, out_channels = subsampling_conv_channels[0])
  layer1: Gemma4AudioSubSampleConvProjectionLayer(in_channels = subsampling_conv_channels[0], out_channels = subsampling_conv_channels[1])
  input_proj_linear: Linear[hidden_size, subsampling_conv_channels[0] // 4 * subsampling_conv_channels[1]]
class Gemma4AudioSubSampleConvProjectionLayer
  conv: Conv2d[$out_channels, $in_channels, 3, 3]
  norm: LayerNorm[$out_channels]
  act: ReLU
class Gemma4ClippableLinear
  if use_clipped_linears
    . +input_min[]
    . +input_max[]
    . +output_min[]
    . +output_max[]
  linear: Linear[$out_features, $in_features]
model Gemma4ForCausalLM : Gemma4TextConfig = 28 Gemma4
  base model
  no_split Gemma4AudioLayer Gemma4TextDecoderLayer Gemma4VisionEncoderLayer Gemma4VisionPatchEmbedder
  tie lm_head.weight = model.embed_tokens.weight
model Gemma4ForConditionalGeneration : Gemma4Config = 29 Gemma4
  base model
  no_split Gemma4AudioLayer Gemma4TextDecoderLayer Gemma4VisionEncoderLayer Gemma4VisionPatchEmbedder
  tie lm_head.weight = model.language_model.embed_tokens.weight
class Gemma4MultimodalEmbedder
  embedding_projection: Linear[$text_config.hidden_size, output_proj_dims ?? hidden_size]
  embedding_pre_projection_norm: Gemma4RMSNorm(dim = output_proj_dims ?? hidden_size, with_scale = false)
class Gemma4RMSNorm = 30 Gemma4
class Gemma4TextDecoderLayer
  require hidden_size_per_layer_input
  require not enable_moe_block
  . +layer_scalar[1]
  self_attn: Gemma4TextAttention
  mlp: Gemma4TextMLP
  input_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  post_attention_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  pre_feedforward_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  post_feedforward_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  act_fn: activation(hidden_activation)
  per_layer_input_gate: Linear[hidden_size_per_layer_input, hidden_size]
  per_layer_projection: Linear[hidden_size, hidden_size_per_layer_input]
  post_per_layer_input_norm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
class Gemma4TextScaledWordEmbedding = 25 Gemma4
class Gemma4VisionAttention
  q_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = num_attention_heads * head_dim)
  k_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = num_key_value_heads * head_dim)
  v_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = num_key_value_heads * head_dim)
  o_proj: Gemma4ClippableLinear(in_features = num_attention_heads * head_dim, out_features = hidden_size)
  q_norm: Gemma4RMSNorm(dim = head_dim, with_scale = true)
  k_norm: Gemma4RMSNorm(dim = head_dim, with_scale = true)
  v_norm: Gemma4RMSNorm(dim = head_dim, with_scale = false)
class Gemma4VisionEncoderLayer
  self_attn: Gemma4VisionAttention
  mlp: Gemma4VisionMLP
  input_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  post_attention_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  pre_feedforward_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
  post_feedforward_layernorm: Gemma4RMSNorm(dim = hidden_size, with_scale = true)
class Gemma4VisionMLP
  gate_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = intermediate_size)
  up_proj: Gemma4ClippableLinear(in_features = hidden_size, out_features = intermediate_size)
  down_proj: Gemma4ClippableLinear(in_features = intermediate_size, out_features = hidden_size)
  act_fn: activation(hidden_activation)
model Gemma4VisionModel : Gemma4VisionConfig
  base model
  no_split Gemma4AudioLayer Gemma4TextDecoderLayer Gemma4VisionEncoderLayer Gemma4VisionPatchEmbedder
  if standardize
    . +std_bias[hidden_size]
    . +std_scale[hidden_size]
  patch_embedder: Gemma4VisionPatchEmbedder
  encoder: Gemma4VisionEncoder
  pooler: Gemma4VisionPooler
class Gemma4VisionPatchEmbedder
  . position_embedding_table[2, position_embedding_size, hidden_size]
  input_proj: Linear[hidden_size, 3 * patch_size ** 2]
class Gemma4VisionPooler
class Gemma4VisionRotaryEmbedding
  . ~inv_freq[ceil((head_dim or hidden_size // num_attention_heads) // 2 / 2)] float32
  . ~original_inv_freq[ceil((head_dim or hidden_size // num_attention_heads) // 2 / 2)] float32
headers Gemma4Config field vision_config # value differs
headers Gemma4Model # decisions differ ('o', '==', ('f', '', 'vision_config'), ('k', None)) / ('o', '==', ('f', '', 'audio
headers Gemma4TextAttention # ('param', 'weight') differs: [('param', 'weight', (('o', '*', ('f', '', 'num_attention_heads'), ('ix
headers Gemma4TextConfig field head_dim_of_layer # value differs
headers Gemma4TextConfig field layer_types # value differs
headers Gemma4TextMLP # ('param', 'weight') differs: [('param', 'weight', (('f', '', 'intermediate_size'), ('f', '', 'hidden
headers Gemma4TextModel # different number of facts
headers Gemma4TextRotaryEmbedding # undecided ('o', 'in', ('k', 'full_attention'), ('f', '', 'layer_types'))
headers Gemma4VisionEncoder # different number of facts
unit gpt2
config GPT2Config : gpt2
  alias hidden_size = n_embd
  alias max_position_embeddings = n_positions
  alias num_attention_heads = n_head
  alias num_hidden_layers = n_layer
  vocab_size = 50257
  n_positions = 1024
  n_embd = 768
  n_layer = 12
  n_inner = none
  activation_function = "gelu_new"
  add_cross_attention = false
  tie_word_embeddings = true
class GPT2Attention
  if $is_cross_attention
    c_attn: lib.Conv1D(nf = 2 * n_embd, nx = n_embd)
    q_attn: lib.Conv1D(nf = n_embd, nx = n_embd)
  else
    c_attn: lib.Conv1D(nf = 3 * n_embd, nx = n_embd)
  c_proj: lib.Conv1D(nf = n_embd, nx = n_embd)
  attn_dropout: Dropout
  resid_dropout: Dropout
class GPT2Block
  ln_1: LayerNorm[n_embd] bias
  attn: GPT2Attention(is_cross_attention = false)
  ln_2: LayerNorm[n_embd] bias
  if add_cross_attention
    crossattention: GPT2Attention(is_cross_attention = true)
    ln_cross_attn: LayerNorm[n_embd] bias
  mlp: GPT2MLP(intermediate_size = n_inner ?? 4 * n_embd)
model GPT2ForQuestionAnswering : GPT2Config
  base transformer
  no_split GPT2Block
  transformer: GPT2Model
  qa_outputs: Linear[2, n_embd] bias
model GPT2ForSequenceClassification : GPT2Config
  base transformer
  no_split GPT2Block
  transformer: GPT2Model
  score: Linear[num_labels, n_embd]
model GPT2ForTokenClassification : GPT2Config
  base transformer
  no_split GPT2Block
  transformer: GPT2Model
  dropout: Dropout
  classifier: Linear[num_labels, n_embd] bias
model GPT2LMHeadModel : GPT2Config
  base transformer
  no_split GPT2Block
  tie lm_head.weight = transformer.wte.weight
  transformer: GPT2Model
  lm_head: Linear[vocab_size, n_embd]
class GPT2MLP
  c_fc: lib.Conv1D(nf = $intermediate_size, nx = n_embd)
  c_proj: lib.Conv1D(nf = n_embd, nx = $intermediate_size)
  act: activation(activation_function)
  dropout: Dropout
model GPT2Model : GPT2Config
  base transformer
  no_split GPT2Block
  wte: Embedding[vocab_size, n_embd]
  wpe: Embedding[n_positions, n_embd]
  drop: Dropout
  h: ModuleList
    each i < n_layer
      -: GPT2Block
  ln_f: LayerNorm[n_embd] bias
unit gpt_neox
config GPTNeoXConfig : gpt_neox
  rope_parameters = {"rope_theta": 10000.0, "partial_rotary_factor": 0.25, "rope_type": "default"}
  vocab_size = 50432
  hidden_size = 6144
  num_hidden_layers = 44
  num_attention_heads = 64
  intermediate_size = 24576
  hidden_act = "gelu"
  max_position_embeddings = 2048
  tie_word_embeddings = false
  attention_bias = true
class GPTNeoXAttention
  query_key_value: Linear[3 * hidden_size, hidden_size] bias if attention_bias
  dense: Linear[hidden_size, hidden_size] bias if attention_bias
model GPTNeoXForCausalLM : GPTNeoXConfig
  base gpt_neox
  no_split GPTNeoXLayer
  tie lm_head.weight = gpt_neox.embed_in.weight
  gpt_neox: GPTNeoXModel
  lm_head: Linear[vocab_size, hidden_size]
model GPTNeoXForQuestionAnswering : GPTNeoXConfig
  base gpt_neox
  no_split GPTNeoXLayer
  gpt_neox: GPTNeoXModel
  qa_outputs: Linear[2, hidden_size] bias
model GPTNeoXForSequenceClassification : GPTNeoXConfig
  base gpt_neox
  no_split GPTNeoXLayer
  gpt_neox: GPTNeoXModel
  score: Linear[num_labels, hidden_size]
model GPTNeoXForTokenClassification : GPTNeoXConfig
  base gpt_neox
  no_split GPTNeoXLayer
  gpt_neox: GPTNeoXModel
  dropout: Dropout
  classifier: Linear[num_labels, hidden_size] bias
class GPTNeoXLayer
  input_layernorm: LayerNorm[hidden_size] bias
  post_attention_layernorm: LayerNorm[hidden_size] bias
  post_attention_dropout: Dropout
  post_mlp_dropout: Dropout
  attention: GPTNeoXAttention
  mlp: GPTNeoXMLP
class GPTNeoXMLP
  dense_h_to_4h: Linear[intermediate_size, hidden_size] bias
  dense_4h_to_h: Linear[hidden_size, intermediate_size] bias
  act: activation(hidden_act)
model GPTNeoXModel : GPTNeoXConfig
  base gpt_neox
  no_split GPTNeoXLayer
  embed_in: Embedding[vocab_size, hidden_size]
  emb_dropout: Dropout
  layers: ModuleList
    each i < num_hidden_layers
      -: GPTNeoXLayer
  final_layer_norm: LayerNorm[hidden_size] bias
  rotary_emb: GPTNeoXRotaryEmbedding
class GPTNeoXRotaryEmbedding
  . ~inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.partial_rotary_factor ?? 1.0)) / 2)] float32
  . ~original_inv_freq[ceil(int((head_dim or hidden_size // num_attention_heads) * (rope_parameters.partial_rotary_factor ?? 1.0)) / 2)] float32
unit lib
config PreTrainedConfig
class Conv1D
  . weight[$nx, $nf]
  . bias[$nf]
unit llama
config LlamaConfig : llama
  vocab_size = 32000
  hidden_size = 4096
  intermediate_size = 11008
  num_hidden_layers = 32
  num_attention_heads = 32
  num_key_value_heads = none
  hidden_act = "silu"
  max_position_embeddings = 2048
  tie_word_embeddings = false
  rope_parameters = none
  attention_bias = false
  mlp_bias = false
  head_dim = none
  head_dim := head_dim ?? hidden_size // num_attention_heads
  num_key_value_heads := num_key_value_heads ?? num_attention_heads
class LlamaAttention = 22 Llama
class LlamaDecoderLayer = 31 Llama
model LlamaForCausalLM : LlamaConfig = 16 Llama
  base model
  no_split LlamaDecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model LlamaForQuestionAnswering : LlamaConfig = 32 Llama
  base transformer
  no_split LlamaDecoderLayer
model LlamaForSequenceClassification : LlamaConfig = 17 Llama
  base model
  no_split LlamaDecoderLayer
model LlamaForTokenClassification : LlamaConfig = 18 Llama
  base model
  no_split LlamaDecoderLayer
class LlamaMLP
  gate_proj: Linear[intermediate_size, hidden_size] bias if mlp_bias
  up_proj: Linear[intermediate_size, hidden_size] bias if mlp_bias
  down_proj: Linear[hidden_size, intermediate_size] bias if mlp_bias
  act_fn: activation(hidden_act)
model LlamaModel : LlamaConfig = 33 Llama
  base model
  no_split LlamaDecoderLayer
class LlamaRMSNorm
  . weight[$hidden_size]
class LlamaRotaryEmbedding = 21 Llama
unit mistral
config MistralConfig : mistral
  vocab_size = 32000
  hidden_size = 4096
  intermediate_size = 14336
  num_hidden_layers = 32
  num_attention_heads = 32
  num_key_value_heads = 8
  head_dim = none
  hidden_act = "silu"
  max_position_embeddings = 131072
  tie_word_embeddings = false
  rope_parameters = none
  head_dim := head_dim ?? hidden_size // num_attention_heads
  num_key_value_heads := num_key_value_heads ?? num_attention_heads
class MistralAttention = 34 Mistral
class MistralDecoderLayer = 31 Mistral
model MistralForCausalLM : MistralConfig = 16 Mistral
  base model
  no_split MistralDecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model MistralForQuestionAnswering : MistralConfig = 35 Mistral
  base model
  no_split MistralDecoderLayer
model MistralForSequenceClassification : MistralConfig = 17 Mistral
  base model
  no_split MistralDecoderLayer
model MistralForTokenClassification : MistralConfig = 18 Mistral
  base model
  no_split MistralDecoderLayer
class MistralMLP = 23 Mistral
model MistralModel : MistralConfig = 33 Mistral
  base model
  no_split MistralDecoderLayer
class MistralRMSNorm
  . weight[$hidden_size]
class MistralRotaryEmbedding = 21 Mistral
unit mixtral
config MixtralConfig : mixtral
  alias num_experts = num_local_experts
  vocab_size = 32000
  hidden_size = 4096
  intermediate_size = 14336
  num_hidden_layers = 32
  num_attention_heads = 32
  num_key_value_heads = 8
  head_dim = none
  hidden_act = "silu"
  max_position_embeddings = 131072
  tie_word_embeddings = false
  num_local_experts = 8
  rope_parameters = none
  num_key_value_heads := num_key_value_heads ?? num_attention_heads
class MixtralAttention = 34 Mixtral
class MixtralDecoderLayer
  self_attn: MixtralAttention
  mlp: MixtralSparseMoeBlock
  input_layernorm: MixtralRMSNorm(hidden_size = hidden_size)
  post_attention_layernorm: MixtralRMSNorm(hidden_size = hidden_size)
class MixtralExperts
  . gate_up_proj[num_local_experts, 2 * intermediate_size, hidden_size]
  . down_proj[num_local_experts, hidden_size, intermediate_size]
  act_fn: activation(hidden_act)
model MixtralForCausalLM : MixtralConfig = 16 Mixtral
  base model
  no_split MixtralDecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model MixtralForQuestionAnswering : MixtralConfig = 35 Mixtral
  base model
  no_split MixtralDecoderLayer
model MixtralForSequenceClassification : MixtralConfig = 17 Mixtral
  base model
  no_split MixtralDecoderLayer
model MixtralForTokenClassification : MixtralConfig = 18 Mixtral
  base model
  no_split MixtralDecoderLayer
model MixtralModel : MixtralConfig = 33 Mixtral
  base model
  no_split MixtralDecoderLayer
class MixtralRMSNorm
  . weight[$hidden_size]
class MixtralRotaryEmbedding = 21 Mixtral
class MixtralSparseMoeBlock
  gate: MixtralTopKRouter
  experts: MixtralExperts
class MixtralTopKRouter = 36 Mixtral
unit opt
config OPTConfig : opt
  vocab_size = 50272
  hidden_size = 768
  num_hidden_layers = 12
  ffn_dim = 3072
  max_position_embeddings = 2048
  do_layer_norm_before = true
  _remove_final_layer_norm = false
  word_embed_proj_dim = none
  num_attention_heads = 12
  activation_function = "relu"
  enable_bias = true
  layer_norm_elementwise_affine = true
  tie_word_embeddings = true
  word_embed_proj_dim := word_embed_proj_dim ?? hidden_size
class OPTAttention
  k_proj: Linear[hidden_size, hidden_size] bias if enable_bias
  v_proj: Linear[hidden_size, hidden_size] bias if enable_bias
  q_proj: Linear[hidden_size, hidden_size] bias if enable_bias
  out_proj: Linear[hidden_size, hidden_size] bias if enable_bias
model OPTDecoder : OPTConfig
  base model
  no_split OPTDecoderLayer
  embed_tokens: Embedding[vocab_size, word_embed_proj_dim]
  embed_positions: OPTLearnedPositionalEmbedding(num_embeddings = max_position_embeddings, embedding_dim = hidden_size)
  if word_embed_proj_dim != hidden_size
    project_out: Linear[word_embed_proj_dim, hidden_size]
    project_in: Linear[hidden_size, word_embed_proj_dim]
  if do_layer_norm_before and not _remove_final_layer_norm
    final_layer_norm: LayerNorm weight[hidden_size] if layer_norm_elementwise_affine, bias[hidden_size] if layer_norm_elementwise_affine
  layers: ModuleList
    each i < num_hidden_layers
      -: OPTDecoderLayer
class OPTDecoderLayer
  self_attn: OPTAttention
  activation_fn: activation(activation_function)
  self_attn_layer_norm: LayerNorm weight[hidden_size] if layer_norm_elementwise_affine, bias[hidden_size] if layer_norm_elementwise_affine
  fc1: Linear[ffn_dim, hidden_size] bias if enable_bias
  fc2: Linear[hidden_size, ffn_dim] bias if enable_bias
  final_layer_norm: LayerNorm weight[hidden_size] if layer_norm_elementwise_affine, bias[hidden_size] if layer_norm_elementwise_affine
model OPTForCausalLM : OPTConfig
  base model
  no_split OPTDecoderLayer
  tie lm_head.weight = model.decoder.embed_tokens.weight
  model: OPTModel
  lm_head: Linear[vocab_size, word_embed_proj_dim]
model OPTForQuestionAnswering : OPTConfig
  base model
  no_split OPTDecoderLayer
  model: OPTModel
  qa_outputs: Linear[2, word_embed_proj_dim] bias
model OPTForSequenceClassification : OPTConfig
  base model
  no_split OPTDecoderLayer
  model: OPTModel
  score: Linear[num_labels, word_embed_proj_dim]
class OPTLearnedPositionalEmbedding
  . weight[$num_embeddings + 2, $embedding_dim]
model OPTModel : OPTConfig
  base model
  no_split OPTDecoderLayer
  decoder: OPTDecoder
unit qwen2
config Qwen2Config : qwen2
  vocab_size = 151936
  hidden_size = 4096
  intermediate_size = 22016
  num_hidden_layers = 32
  num_attention_heads = 32
  num_key_value_heads = 32
  hidden_act = "silu"
  max_position_embeddings = 32768
  tie_word_embeddings = false
  rope_parameters = none
  use_sliding_window = false
  sliding_window = 4096
  max_window_layers = 28
  layer_types = none
  layer_types := layer_types ?? ["sliding_attention" if (sliding_window if use_sliding_window else none) != none and i >= max_window_layers else "full_attention" each i < num_hidden_layers]
  num_key_value_heads := num_key_value_heads ?? num_attention_heads
  sliding_window := sliding_window if use_sliding_window else none
class Qwen2Attention
  q_proj: Linear[num_attention_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias
  k_proj: Linear[num_key_value_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias
  v_proj: Linear[num_key_value_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias
  o_proj: Linear[hidden_size, num_attention_heads * (head_dim ?? hidden_size // num_attention_heads)]
class Qwen2DecoderLayer = 31 Qwen2
model Qwen2ForCausalLM : Qwen2Config = 16 Qwen2
  base model
  no_split Qwen2DecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model Qwen2ForQuestionAnswering : Qwen2Config = 32 Qwen2
  base transformer
  no_split Qwen2DecoderLayer
model Qwen2ForSequenceClassification : Qwen2Config = 17 Qwen2
  base model
  no_split Qwen2DecoderLayer
model Qwen2ForTokenClassification : Qwen2Config = 18 Qwen2
  base model
  no_split Qwen2DecoderLayer
class Qwen2MLP = 23 Qwen2
model Qwen2Model : Qwen2Config = 33 Qwen2
  base model
  no_split Qwen2DecoderLayer
class Qwen2RMSNorm
  . weight[$hidden_size]
class Qwen2RotaryEmbedding = 21 Qwen2
unit qwen2_moe
config Qwen2MoeConfig : qwen2_moe
  vocab_size = 151936
  hidden_size = 2048
  intermediate_size = 5632
  num_hidden_layers = 24
  num_attention_heads = 16
  num_key_value_heads = 16
  hidden_act = "silu"
  max_position_embeddings = 32768
  tie_word_embeddings = false
  rope_parameters = none
  use_sliding_window = false
  max_window_layers = 28
  decoder_sparse_step = 1
  moe_intermediate_size = 1408
  shared_expert_intermediate_size = 5632
  num_experts = 60
  mlp_only_layers = none
  qkv_bias = true
  layer_types = none
  layer_types := layer_types ?? ["sliding_attention" if bool((i + 1) % 2) and (i < max_window_layers and use_sliding_window) else "full_attention" each i < num_hidden_layers]
  mlp_only_layers := mlp_only_layers ?? []
class Qwen2MoeAttention
  q_proj: Linear[num_attention_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if qkv_bias
  k_proj: Linear[num_key_value_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if qkv_bias
  v_proj: Linear[num_key_value_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if qkv_bias
  o_proj: Linear[hidden_size, num_attention_heads * (head_dim ?? hidden_size // num_attention_heads)]
class Qwen2MoeDecoderLayer
  self_attn: Qwen2MoeAttention
  if $layer_idx not in mlp_only_layers and (num_experts > 0 and ($layer_idx + 1) % decoder_sparse_step == 0)
    mlp: Qwen2MoeSparseMoeBlock
  else
    mlp: Qwen2MoeMLP(intermediate_size = intermediate_size)
  input_layernorm: Qwen2MoeRMSNorm(hidden_size = hidden_size)
  post_attention_layernorm: Qwen2MoeRMSNorm(hidden_size = hidden_size)
class Qwen2MoeExperts
  . gate_up_proj[num_experts, 2 * moe_intermediate_size, hidden_size]
  . down_proj[num_experts, hidden_size, moe_intermediate_size]
  act_fn: activation(hidden_act)
model Qwen2MoeForCausalLM : Qwen2MoeConfig = 16 Qwen2Moe
  base model
  no_split Qwen2MoeDecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model Qwen2MoeForQuestionAnswering : Qwen2MoeConfig = 35 Qwen2Moe
  base model
  no_split Qwen2MoeDecoderLayer
model Qwen2MoeForSequenceClassification : Qwen2MoeConfig = 17 Qwen2Moe
  base model
  no_split Qwen2MoeDecoderLayer
model Qwen2MoeForTokenClassification : Qwen2MoeConfig = 18 Qwen2Moe
  base model
  no_split Qwen2MoeDecoderLayer
class Qwen2MoeMLP = 19 Qwen2Moe
model Qwen2MoeModel : Qwen2MoeConfig = 20 Qwen2Moe
  base model
  no_split Qwen2MoeDecoderLayer
class Qwen2MoeRMSNorm
  . weight[$hidden_size]
class Qwen2MoeRotaryEmbedding = 21 Qwen2Moe
class Qwen2MoeSparseMoeBlock
  gate: Qwen2MoeTopKRouter
  experts: Qwen2MoeExperts
  shared_expert: Qwen2MoeMLP(intermediate_size = shared_expert_intermediate_size)
  shared_expert_gate: Linear[1, hidden_size]
class Qwen2MoeTopKRouter
  . weight[num_experts, hidden_size]
unit qwen3
config Qwen3Config : qwen3
  vocab_size = 151936
  hidden_size = 4096
  intermediate_size = 22016
  num_hidden_layers = 32
  num_attention_heads = 32
  num_key_value_heads = 32
  head_dim = 128
  hidden_act = "silu"
  max_position_embeddings = 32768
  tie_word_embeddings = false
  rope_parameters = none
  attention_bias = false
  use_sliding_window = false
  sliding_window = 4096
  max_window_layers = 28
  layer_types = none
  layer_types := layer_types ?? ["sliding_attention" if (sliding_window if use_sliding_window else none) != none and i >= max_window_layers else "full_attention" each i < num_hidden_layers]
  num_key_value_heads := num_key_value_heads ?? num_attention_heads
  sliding_window := sliding_window if use_sliding_window else none
class Qwen3Attention
  q_proj: Linear[num_attention_heads * head_dim, hidden_size] bias if attention_bias
  k_proj: Linear[num_key_value_heads * head_dim, hidden_size] bias if attention_bias
  v_proj: Linear[num_key_value_heads * head_dim, hidden_size] bias if attention_bias
  o_proj: Linear[hidden_size, num_attention_heads * head_dim] bias if attention_bias
  q_norm: Qwen3RMSNorm(hidden_size = head_dim)
  k_norm: Qwen3RMSNorm(hidden_size = head_dim)
class Qwen3DecoderLayer = 31 Qwen3
model Qwen3ForCausalLM : Qwen3Config = 16 Qwen3
  base model
  no_split Qwen3DecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model Qwen3ForQuestionAnswering : Qwen3Config = 32 Qwen3
  base transformer
  no_split Qwen3DecoderLayer
model Qwen3ForSequenceClassification : Qwen3Config = 17 Qwen3
  base model
  no_split Qwen3DecoderLayer
model Qwen3ForTokenClassification : Qwen3Config = 18 Qwen3
  base model
  no_split Qwen3DecoderLayer
class Qwen3MLP = 23 Qwen3
model Qwen3Model : Qwen3Config = 33 Qwen3
  base model
  no_split Qwen3DecoderLayer
class Qwen3RMSNorm
  . weight[$hidden_size]
class Qwen3RotaryEmbedding = 21 Qwen3
unit qwen3_moe
config Qwen3MoeConfig : qwen3_moe
  alias num_experts = num_local_experts
  vocab_size = 151936
  hidden_size = 2048
  intermediate_size = 6144
  num_hidden_layers = 24
  num_attention_heads = 32
  num_key_value_heads = 4
  hidden_act = "silu"
  max_position_embeddings = 32768
  tie_word_embeddings = false
  rope_parameters = none
  attention_bias = false
  decoder_sparse_step = 1
  moe_intermediate_size = 768
  num_experts = 128
  mlp_only_layers = none
  mlp_only_layers := mlp_only_layers ?? []
class Qwen3MoeAttention
  q_proj: Linear[num_attention_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if attention_bias
  k_proj: Linear[num_key_value_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if attention_bias
  v_proj: Linear[num_key_value_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if attention_bias
  o_proj: Linear[hidden_size, num_attention_heads * (head_dim ?? hidden_size // num_attention_heads)] bias if attention_bias
  q_norm: Qwen3MoeRMSNorm(hidden_size = head_dim ?? hidden_size // num_attention_heads)
  k_norm: Qwen3MoeRMSNorm(hidden_size = head_dim ?? hidden_size // num_attention_heads)
class Qwen3MoeDecoderLayer
  self_attn: Qwen3MoeAttention
  if $layer_idx not in mlp_only_layers and (num_local_experts > 0 and ($layer_idx + 1) % decoder_sparse_step == 0)
    mlp: Qwen3MoeSparseMoeBlock
  else
    mlp: Qwen3MoeMLP(intermediate_size = intermediate_size)
  input_layernorm: Qwen3MoeRMSNorm(hidden_size = hidden_size)
  post_attention_layernorm: Qwen3MoeRMSNorm(hidden_size = hidden_size)
class Qwen3MoeExperts
  . gate_up_proj[num_local_experts, 2 * moe_intermediate_size, hidden_size]
  . down_proj[num_local_experts, hidden_size, moe_intermediate_size]
  act_fn: activation(hidden_act)
model Qwen3MoeForCausalLM : Qwen3MoeConfig = 16 Qwen3Moe
  base model
  no_split Qwen3MoeDecoderLayer
  tie lm_head.weight = model.embed_tokens.weight
model Qwen3MoeForQuestionAnswering : Qwen3MoeConfig = 32 Qwen3Moe
  base transformer
  no_split Qwen3MoeDecoderLayer
model Qwen3MoeForSequenceClassification : Qwen3MoeConfig = 17 Qwen3Moe
  base model
  no_split Qwen3MoeDecoderLayer
model Qwen3MoeForTokenClassification : Qwen3MoeConfig = 18 Qwen3Moe
  base model
  no_split Qwen3MoeDecoderLayer
class Qwen3MoeMLP = 19 Qwen3Moe
model Qwen3MoeModel : Qwen3MoeConfig = 20 Qwen3Moe
  base model
  no_split Qwen3MoeDecoderLayer
class Qwen3MoeRMSNorm
  . weight[$hidden_size]
class Qwen3MoeRotaryEmbedding = 21 Qwen3Moe
class Qwen3MoeSparseMoeBlock
  experts: Qwen3MoeExperts
  gate: Qwen3MoeTopKRouter
class Qwen3MoeTopKRouter = 36 Qwen3Moe
unit roberta
config RobertaConfig : roberta
  vocab_size = 50265
  hidden_size = 768
  num_hidden_layers = 12
  num_attention_heads = 12
  intermediate_size = 3072
  hidden_act = "gelu"
  max_position_embeddings = 512
  type_vocab_size = 2
  is_decoder = false
  add_cross_attention = false
  tie_word_embeddings = true
class RobertaAttention = 0 Roberta
class RobertaClassificationHead
  dense: Linear[hidden_size, hidden_size] bias
  dropout: Dropout
  out_proj: Linear[num_labels, hidden_size] bias
class RobertaCrossAttention = 1 Roberta
class RobertaEmbeddings
  . ~position_ids[1, max_position_embeddings] int64
  . ~token_type_ids[1, max_position_embeddings] int64
  word_embeddings: Embedding[vocab_size, hidden_size]
  token_type_embeddings: Embedding[type_vocab_size, hidden_size]
  LayerNorm: LayerNorm[hidden_size] bias
  dropout: Dropout
  position_embeddings: Embedding[max_position_embeddings, hidden_size]
class RobertaEncoder = 2 Roberta
model RobertaForCausalLM : RobertaConfig = 37 Roberta
  base roberta
  tie lm_head.decoder.weight = roberta.embeddings.word_embeddings.weight
  tie lm_head.decoder.bias = lm_head.bias
model RobertaForMaskedLM : RobertaConfig = 37 Roberta
  base roberta
  tie lm_head.decoder.weight = roberta.embeddings.word_embeddings.weight
  tie lm_head.decoder.bias = lm_head.bias
model RobertaForMultipleChoice : RobertaConfig
  base roberta
  roberta: RobertaModel(add_pooling_layer = true)
  dropout: Dropout
  classifier: Linear[1, hidden_size] bias
model RobertaForQuestionAnswering : RobertaConfig
  base roberta
  roberta: RobertaModel(add_pooling_layer = false)
  qa_outputs: Linear[num_labels, hidden_size] bias
model RobertaForSequenceClassification : RobertaConfig
  base roberta
  roberta: RobertaModel(add_pooling_layer = false)
  classifier: RobertaClassificationHead
model RobertaForTokenClassification : RobertaConfig
  base roberta
  roberta: RobertaModel(add_pooling_layer = false)
  dropout: Dropout
  classifier: Linear[num_labels, hidden_size] bias
class RobertaIntermediate = 4 Roberta
class RobertaLMHead
  . bias[vocab_size]
  dense: Linear[hidden_size, hidden_size] bias
  layer_norm: LayerNorm[hidden_size] bias
  decoder: Linear[vocab_size, hidden_size] bias
class RobertaLayer = 5 Roberta
model RobertaModel : RobertaConfig = 6 Roberta
  base roberta
  no_split RobertaEmbeddings RobertaLayer
  param add_pooling_layer = true
class RobertaOutput = 7 Roberta
class RobertaPooler = 8 Roberta
class RobertaSelfAttention = 1 Roberta
class RobertaSelfOutput = 9 Roberta
unit siglip
config SiglipConfig : siglip
  sub vision_config: siglip.SiglipVisionConfig
  sub text_config: siglip.SiglipTextConfig
config SiglipTextConfig : siglip_text_model
  vocab_size = 32000
  hidden_size = 768
  intermediate_size = 3072
  num_hidden_layers = 12
  num_attention_heads = 12
  max_position_embeddings = 64
  hidden_act = "gelu_pytorch_tanh"
  projection_size = none
  projection_size := projection_size ?? hidden_size
config SiglipVisionConfig : siglip_vision_model
  hidden_size = 768
  intermediate_size = 3072
  num_hidden_layers = 12
  num_attention_heads = 12
  num_channels = 3
  image_size = 224
  patch_size = 16
  hidden_act = "gelu_pytorch_tanh"
  vision_use_head = true
class SiglipAttention = 10 Siglip
class SiglipEncoder = 11 Siglip
class SiglipEncoderLayer
  layer_norm1: LayerNorm[hidden_size] bias
  self_attn: SiglipAttention
  layer_norm2: LayerNorm[hidden_size] bias
  mlp: SiglipMLP
model SiglipForImageClassification : SiglipConfig = 12 Siglip
  base siglip
  no_split SiglipEncoderLayer SiglipMultiheadAttentionPoolingHead SiglipTextEmbeddings SiglipVisionEmbeddings
class SiglipMLP = 13 Siglip
model SiglipModel : SiglipConfig
  base siglip
  no_split SiglipEncoderLayer SiglipMultiheadAttentionPoolingHead SiglipTextEmbeddings SiglipVisionEmbeddings
  . logit_scale[1]
  . logit_bias[1]
  text_model: SiglipTextModel using text_config
  vision_model: SiglipVisionModel using vision_config
class SiglipMultiheadAttentionPoolingHead
  . probe[1, 1, hidden_size]
  attention: MultiheadAttention in_proj_weight[3 * hidden_size, hidden_size], in_proj_bias[3 * hidden_size]
    out_proj: NonDynamicallyQuantizableLinear[hidden_size, hidden_size] bias
  layernorm: LayerNorm[hidden_size] bias
  mlp: SiglipMLP
class SiglipTextEmbeddings = 14 Siglip
model SiglipTextModel : SiglipTextConfig
  base text_model
  no_split SiglipEncoderLayer SiglipMultiheadAttentionPoolingHead SiglipTextEmbeddings SiglipVisionEmbeddings
  embeddings: SiglipTextEmbeddings
  encoder: SiglipEncoder
  final_layer_norm: LayerNorm[hidden_size] bias
  head: Linear[projection_size, hidden_size] bias
class SiglipVisionEmbeddings
  . ~position_ids[1, (image_size // patch_size) ** 2] int64
  patch_embedding: Conv2d[hidden_size, num_channels, patch_size, patch_size] bias
  position_embedding: Embedding[(image_size // patch_size) ** 2, hidden_size]
model SiglipVisionModel : SiglipVisionConfig
  base vision_model
  no_split SiglipEncoderLayer SiglipMultiheadAttentionPoolingHead SiglipTextEmbeddings SiglipVisionEmbeddings
  embeddings: SiglipVisionEmbeddings
  encoder: SiglipEncoder
  post_layernorm: LayerNorm[hidden_size] bias
  if vision_use_head
    head: SiglipMultiheadAttentionPoolingHead
unit t5
config T5Config : t5
  alias hidden_size = d_model
  alias num_attention_heads = num_heads
  alias num_hidden_layers = num_layers
  alias head_dim = d_kv
  vocab_size = 32128
  d_model = 512
  d_kv = 64
  d_ff = 2048
  num_layers = 6
  num_decoder_layers = none
  num_heads = 8
  relative_attention_num_buckets = 32
  feed_forward_proj = "relu"
  is_decoder = false
  dense_act_fn := "gelu_new" if feed_forward_proj == "gated-gelu" else split(feed_forward_proj, "-")[-1]
  is_gated_act := split(feed_forward_proj, "-")[0] == "gated"
  num_decoder_layers := num_decoder_layers ?? num_layers
  tie_word_embeddings := true
class T5Attention
  q: Linear[num_heads * d_kv, d_model]
  k: Linear[num_heads * d_kv, d_model]
  v: Linear[num_heads * d_kv, d_model]
  o: Linear[d_model, num_heads * d_kv]
  if $has_relative_attention_bias
    relative_attention_bias: Embedding[relative_attention_num_buckets, num_heads]
class T5Block
  layer: ModuleList
    -: T5LayerSelfAttention($has_relative_attention_bias)
    if is_decoder
      -: T5LayerCrossAttention
    -: T5LayerFF
class T5ClassificationHead
  dense: Linear[d_model, d_model] bias
  dropout: Dropout
  out_proj: Linear[num_labels, d_model] bias
class T5DenseActDense
  wi: Linear[d_ff, d_model]
  wo: Linear[d_model, d_ff]
  dropout: Dropout
  act: activation(dense_act_fn)
class T5DenseGatedActDense
  wi_0: Linear[d_ff, d_model]
  wi_1: Linear[d_ff, d_model]
  wo: Linear[d_model, d_ff]
  dropout: Dropout
  act: activation(dense_act_fn)
model T5EncoderModel : T5Config
  base transformer
  no_split T5Block
  tie encoder.embed_tokens.weight = shared.weight
  shared: Embedding[vocab_size, d_model]
  encoder: T5Stack
model T5ForConditionalGeneration : T5Config
  base transformer
  no_split T5Block
  tie encoder.embed_tokens.weight = shared.weight
  tie decoder.embed_tokens.weight = shared.weight
  tie lm_head.weight = shared.weight
  shared: Embedding[vocab_size, d_model]
  encoder: T5Stack with is_decoder = false
  decoder: T5Stack with num_layers = num_decoder_layers, is_decoder = true
  lm_head: Linear[vocab_size, d_model]
model T5ForQuestionAnswering : T5Config
  base transformer
  no_split T5Block
  tie encoder.embed_tokens.weight = shared.weight
  tie decoder.embed_tokens.weight = shared.weight
  shared: Embedding[vocab_size, d_model]
  encoder: T5Stack with is_decoder = false
  decoder: T5Stack with num_layers = num_decoder_layers, is_decoder = true
  qa_outputs: Linear[num_labels, d_model] bias
model T5ForSequenceClassification : T5Config
  base transformer
  no_split T5Block
  transformer: T5Model
  classification_head: T5ClassificationHead
model T5ForTokenClassification : T5Config
  base transformer
  no_split T5Block
  transformer: T5EncoderModel
  dropout: Dropout
  classifier: Linear[num_labels, d_model] bias
class T5LayerCrossAttention
  EncDecAttention: T5Attention(has_relative_attention_bias = false)
  layer_norm: T5LayerNorm(hidden_size = d_model)
  dropout: Dropout
class T5LayerFF
  if is_gated_act
    DenseReluDense: T5DenseGatedActDense
  else
    DenseReluDense: T5DenseActDense
  layer_norm: T5LayerNorm(hidden_size = d_model)
  dropout: Dropout
class T5LayerNorm
  . weight[$hidden_size]
class T5LayerSelfAttention
  SelfAttention: T5Attention($has_relative_attention_bias)
  layer_norm: T5LayerNorm(hidden_size = d_model)
  dropout: Dropout
model T5Model : T5Config
  base transformer
  no_split T5Block
  tie encoder.embed_tokens.weight = shared.weight
  tie decoder.embed_tokens.weight = shared.weight
  shared: Embedding[vocab_size, d_model]
  encoder: T5Stack with is_decoder = false
  decoder: T5Stack with num_layers = num_decoder_layers, is_decoder = true
model T5Stack : T5Config
  base transformer
  no_split T5Block
  embed_tokens: Embedding[vocab_size, d_model]
  block: ModuleList
    each i < num_layers
      -: T5Block(has_relative_attention_bias = i == 0)
  final_layer_norm: T5LayerNorm(hidden_size = d_model)
  dropout: Dropout
headers T5Config field scale_decoder_outputs # value differs
unit timm_wrapper
config TimmWrapperConfig : timm_wrapper
model TimmWrapperModel : TimmWrapperConfig
  base timm_model
  no_split TimmWrapperModel
unit vit
config ViTConfig : vit
  hidden_size = 768
  num_hidden_layers = 12
  num_attention_heads = 12
  intermediate_size = 3072
  hidden_act = "gelu"
  image_size = 224
  patch_size = 16
  num_channels = 3
  qkv_bias = true
  encoder_stride = 16
  pooler_output_size = none
  pooler_act = "tanh"
  pooler_output_size := pooler_output_size if pooler_output_size else hidden_size
class ViTAttention
  q_proj: Linear[num_attention_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if qkv_bias
  k_proj: Linear[num_attention_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if qkv_bias
  v_proj: Linear[num_attention_heads * (head_dim ?? hidden_size // num_attention_heads), hidden_size] bias if qkv_bias
  o_proj: Linear[hidden_size, num_attention_heads * (head_dim ?? hidden_size // num_attention_heads)] bias
class ViTEmbeddings
  . cls_token[1, 1, hidden_size]
  if $use_mask_token
    . mask_token[1, 1, hidden_size]
  . position_embeddings[1, image_size // patch_size * (image_size // patch_size) + 1, hidden_size]
  patch_embeddings: ViTPatchEmbeddings
  dropout: Dropout
model ViTForImageClassification : ViTConfig
  base vit
  no_split ViTEmbeddings ViTLayer
  require num_labels > 0
  vit: ViTModel(add_pooling_layer = false, use_mask_token = false)
  classifier: Linear[num_labels, hidden_size] bias
model ViTForMaskedImageModeling : ViTConfig
  base vit
  no_split ViTEmbeddings ViTLayer
  vit: ViTModel(add_pooling_layer = false, use_mask_token = true)
  decoder: Sequential
    -: Conv2d[encoder_stride ** 2 * num_channels, hidden_size, 1, 1] bias
    -: PixelShuffle
class ViTLayer
  attention: ViTAttention
  layernorm_before: LayerNorm[hidden_size] bias
  layernorm_after: LayerNorm[hidden_size] bias
  mlp: ViTMLP
  dropout: Dropout
class ViTMLP = 13 ViT
model ViTModel : ViTConfig
  base vit
  no_split ViTEmbeddings ViTLayer
  param add_pooling_layer = true
  param use_mask_token = false
  embeddings: ViTEmbeddings($use_mask_token)
  layers: ModuleList
    each i < num_hidden_layers
      -: ViTLayer
  layernorm: LayerNorm[hidden_size] bias
  if $add_pooling_layer
    pooler: ViTPooler
class ViTPatchEmbeddings
  projection: Conv2d[hidden_size, num_channels, patch_size, patch_size] bias
class ViTPooler
  dense: Linear[pooler_output_size, hidden_size] bias
  activation: activation(pooler_act)
"""#
