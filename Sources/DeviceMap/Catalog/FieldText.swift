// swift-format-ignore-file
// What config classes take: written by Fixtures/oracle/record_fields.py, not by hand, which says how it is read.

/// Types, bounds and conditions of the fields of config classes, a block for classes that share them.
package let fieldText: StaticString = #"""
transformers 5.24.0
config ASTConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size frequency_stride time_stride max_length num_mel_bins
  int|list<int> patch_size
  str hidden_act
config AXK1Config
  bool output_router_logits use_cache tie_word_embeddings attention_bias
  bool|null norm_topk_prob rope_interleave
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank q_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id pretraining_tp
  list<str>|null mlp_layer_types
  str hidden_act
config AXK2Config
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank q_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim num_experts_per_tok max_position_embeddings index_topk index_head_dim index_n_heads head_dim gated_norm_rank
  int|list<int>|null eos_token_id
  int|null n_group topk_group pad_token_id bos_token_id
  list<str>|null mlp_layer_types layer_types
  str hidden_act
  refuse q_lora_rank == none or q_lora_rank <= 0
  refuse (n_group == none) != (topk_group == none)
  refuse (n_group != none) and (n_routed_experts % n_group != 0)
  refuse (n_group != none) and (topk_group > n_group)
config AfmoeConfig
  bool use_cache tie_word_embeddings output_router_logits attention_bias
  bool|null mup_enabled
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  float|null route_scale
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_dense_layers num_key_value_heads head_dim num_experts num_experts_per_tok num_shared_experts global_attn_every_n_layers sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config Aimv2Config
  dict<any>|null text_config vision_config
  float initializer_factor logit_scale_init_value max_logit_scale
  int projection_dim
config Aimv2TextConfig
  bool qkv_bias mlp_bias
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  str hidden_act
config Aimv2VisionConfig
  bool qkv_bias mlp_bias use_head is_native
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> image_size patch_size
  str hidden_act
config AlbertConfig
  bool tie_word_embeddings
  float initializer_range layer_norm_eps
  int vocab_size embedding_size hidden_size num_hidden_layers num_hidden_groups num_attention_heads intermediate_size inner_group_num max_position_embeddings type_vocab_size
  int|float hidden_dropout_prob attention_probs_dropout_prob classifier_dropout_prob
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config AlignConfig
  dict<any>|null text_config vision_config
  float temperature_init_value initializer_range
  int projection_dim
config AlignTextConfig
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config AlignVisionConfig
  float width_coefficient depth_coefficient squeeze_expansion_ratio initializer_range batch_norm_eps batch_norm_momentum
  float|int drop_connect_rate
  int num_channels depth_divisor hidden_dim
  int|list<int> image_size
  list<any> depthwise_padding
  list<int> kernel_sizes in_channels out_channels strides num_block_repeats expand_ratios
  str hidden_act pooling_type
config AltCLIPConfig
  dict<any>|null text_config vision_config
  float|int|null logit_scale_init_value
  float|null initializer_factor
  int projection_dim
config AltCLIPTextConfig
  float initializer_range initializer_factor
  float|null layer_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings type_vocab_size project_dim
  int|float hidden_dropout_prob attention_probs_dropout_prob
  int|null pad_token_id bos_token_id eos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config AltCLIPVisionConfig CLIPVisionConfig ChineseCLIPVisionConfig MetaClip2VisionConfig
  float layer_norm_eps initializer_range initializer_factor
  int hidden_size intermediate_size projection_dim num_hidden_layers num_attention_heads num_channels
  int|float|null attention_dropout
  int|list<int>|null image_size patch_size
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config Apertus1p5Config
  bool tie_word_embeddings
  dict<any>|null text_config vision_config audio_config
  int image_token_id audio_token_id image_token_offset audio_token_offset
  refuse image_token_offset + vision_config.codebook_size != audio_token_offset
  refuse audio_token_offset + audio_config.codebook_size > text_config.vocab_size
config Apertus1p5TextConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id output_vocab_size
  str hidden_act
config Apertus1p5VisionTokenizerConfig
  float dropout
  int codebook_size embed_dim latent_channels in_channels base_channels num_res_blocks resolution
  list<int> channel_multiplier attn_resolutions
config ApertusConfig Olmo2Config
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config ArceeConfig IQuestCoderConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config AriaConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config projector_patch_to_query_dict
  float initializer_range
  int image_token_index
  int|list<int> vision_feature_layer
config AriaTextConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float rms_norm_eps
  float>=0<=1 initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings moe_num_experts moe_topk moe_num_shared_experts
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config AudioFlamingo3Config
  bool projector_bias
  dict<any>|null audio_config text_config
  int audio_token_id
  str projector_hidden_act
config AudioFlamingo3EncoderConfig
  bool scale_embedding
  float initializer_range
  float|int layerdrop dropout attention_dropout activation_dropout
  int num_mel_bins num_hidden_layers num_attention_heads intermediate_size hidden_size max_source_positions
  str activation_function
config AutoformerConfig
  bool use_cache
  bool|str scaling
  float init_std
  float|int dropout encoder_layerdrop decoder_layerdrop attention_dropout activation_dropout
  int input_size num_time_features num_dynamic_real_features num_static_categorical_features num_static_real_features d_model encoder_attention_heads decoder_attention_heads encoder_layers decoder_layers encoder_ffn_dim decoder_ffn_dim num_parallel_samples label_length moving_average autocorrelation_factor
  int|null prediction_length context_length
  list<int> lags_sequence
  list<int>|null cardinality embedding_dimension
  str distribution_output loss activation_function
config AyaVisionConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  float adapter_layer_norm_eps
  int downsample_factor image_token_index
  int|list<int> vision_feature_layer
  str vision_feature_select_strategy
  refuse vision_feature_select_strategy not in ["default", "full"]
config BailingHybridConfig
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias kda_safe_gate
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps attention_dropout kda_lower_bound
  float|int rope_theta mtp_loss_scaling_factor
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads n_shared_experts kv_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok first_k_dense_replace max_position_embeddings num_mtp_layers num_local_experts head_dim short_conv_kernel_size layer_group_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads q_lora_rank pad_token_id bos_token_id pretraining_tp
  list<str>|null layer_types mlp_layer_types
  str hidden_act
config BambaConfig
  bool tie_word_embeddings use_cache attention_bias mlp_bias
  bool|null mamba_conv_bias mamba_proj_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  float|null z_loss_coefficient
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads num_logits_to_keep pad_token_id bos_token_id mamba_n_heads mamba_n_groups mamba_d_state mamba_d_conv mamba_expand mamba_chunk_size
  list<float>|null time_step_limit
  list<int>|null attn_layer_indices
  str hidden_act
  str|int|null mamba_d_head
  refuse mamba_expand * hidden_size % mamba_n_heads != 0
config BarkCoarseConfig BarkSemanticConfig BarkSubModelConfig
  bool bias use_cache
  float initializer_range
  float|int dropout
  int block_size input_vocab_size output_vocab_size num_layers num_heads hidden_size
config BarkConfig
  dict<any>|null semantic_config coarse_acoustics_config fine_acoustics_config codec_config
  float initializer_range
config BarkFineConfig
  bool bias use_cache tie_word_embeddings
  float initializer_range
  float|int dropout
  int block_size input_vocab_size output_vocab_size num_layers num_heads hidden_size n_codes_total n_codes_given
config BartConfig
  bool use_cache tie_word_embeddings
  bool|null scale_embedding is_decoder
  float|int|null dropout attention_dropout activation_dropout classifier_dropout
  float|null encoder_layerdrop decoder_layerdrop init_std
  int vocab_size max_position_embeddings
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model pad_token_id bos_token_id decoder_start_token_id
  str|null activation_function
config BeamConfig
  bool use_cache tie_word_embeddings attention_bias norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok num_experts head_dim
  int|float routed_scaling_factor
  int|float|null final_logit_softcapping
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id n_group topk_group
  list<str>|null layer_types mlp_layer_types
  str hidden_act
  refuse num_attention_heads % num_key_value_heads
config BeitConfig
  bool use_mask_token use_absolute_position_embeddings use_relative_position_bias use_shared_relative_position_bias use_mean_pooling use_auxiliary_head auxiliary_concat_input add_fpn reshape_hidden_states
  float initializer_range layer_norm_eps layer_scale_init_value auxiliary_loss_weight
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels auxiliary_channels auxiliary_num_convs semantic_loss_ignore_index
  int|list<int> image_size patch_size
  list<int> pool_scales
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config BertConfig CamembertConfig Data2VecTextConfig RobertaConfig RobertaPreLayerNormConfig XLMRobertaConfig XLMRobertaXLConfig
  bool use_cache is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config BertGenerationConfig
  bool use_cache is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config BigBirdConfig
  bool use_cache use_bias rescale_embeddings is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size block_size num_random_blocks
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sep_token_id
  str hidden_act attention_type
config BigBirdPegasusConfig
  bool use_cache scale_embedding use_bias is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout classifier_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model decoder_start_token_id block_size num_random_blocks
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str activation_function attention_type
config BioGptConfig
  bool scale_embedding use_cache tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob layerdrop activation_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config BitConfig
  bool embedding_dynamic_padding
  float|int drop_path_rate
  int num_channels embedding_size num_groups output_stride width_factor
  list<int> hidden_sizes depths
  list<int>|null _out_indices
  list<str>|null _out_features
  str layer_type hidden_act
  str|null global_padding
config BitNetConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config BlenderbotConfig
  bool use_cache scale_embedding is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model decoder_start_token_id encoder_no_repeat_ngram_size
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null pad_token_id bos_token_id
  str activation_function
config BlenderbotSmallConfig
  bool use_cache scale_embedding is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null decoder_start_token_id pad_token_id bos_token_id
  str activation_function
config Blip2Config
  dict<any>|null vision_config qformer_config text_config
  float initializer_factor initializer_range
  int num_query_tokens image_text_hidden_size
  int|null image_token_index
config Blip2QFormerConfig
  bool use_qformer_text_input
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings cross_attention_frequency encoder_hidden_size
  int|null pad_token_id
  str hidden_act
config Blip2VisionConfig InstructBlipVideoVisionConfig InstructBlipVisionConfig
  bool qkv_bias
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads
  int|list<int> image_size patch_size
  str hidden_act
config BlipConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  float logit_scale_init_value label_smoothing initializer_factor initializer_range
  int projection_dim image_text_hidden_size
config BlipTextConfig
  bool is_decoder use_cache tie_word_embeddings
  float layer_norm_eps initializer_range label_smoothing
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size encoder_hidden_size intermediate_size projection_dim num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id sep_token_id
  str hidden_act
config BlipVisionConfig
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size projection_dim num_hidden_layers num_attention_heads
  int|list<int> image_size patch_size
  str hidden_act
config BloomConfig
  bool use_cache apply_residual_connection_post_layernorm slow_but_exact tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int hidden_dropout attention_dropout
  int vocab_size hidden_size n_layer n_head pretraining_tp
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
config BltConfig
  bool tie_word_embeddings use_cache
  bool|null patch_in_forward
  dict<any>|null patcher_config encoder_config decoder_config global_config rope_parameters
  float initializer_range
  float|null patching_threshold
  int vocab_size max_position_embeddings
  int|list<int>|null eos_token_id
  int|null patch_size patching_batch_size max_patch_length local_attention_window_len cross_attn_k encoder_hash_byte_group_vocab encoder_hash_byte_group_nb_functions pad_token_id bos_token_id
  list<int>|null encoder_hash_byte_group_size
  str|null patching_mode
config BltGlobalTransformerConfig
  bool tie_word_embeddings
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int|null dropout
  int hidden_size num_attention_heads num_hidden_layers max_position_embeddings intermediate_size
  int|null num_key_value_heads
  str hidden_act
config BltLocalDecoderConfig
  bool tie_word_embeddings
  bool|null cross_attn_all_layers
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int|null dropout
  int vocab_size hidden_size num_attention_heads num_hidden_layers max_position_embeddings intermediate_size
  int|list<int>|null eos_token_id
  int|null cross_attn_k hidden_size_global num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config BltLocalEncoderConfig
  bool|null cross_attn_all_layers
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int|null dropout
  int vocab_size hidden_size num_attention_heads num_hidden_layers max_position_embeddings
  int|null cross_attn_k hidden_size_global num_key_value_heads intermediate_size sliding_window
  str hidden_act
config BltPatcherConfig
  bool tie_word_embeddings
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int|null dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads max_position_embeddings intermediate_size
  int|null num_key_value_heads sliding_window
config BridgeTowerConfig
  bool share_cross_modal_transformer_layers share_link_tower_layers tie_word_embeddings init_layernorm_from_vision_encoder
  dict<any>|null text_config vision_config
  float layer_norm_eps
  float|int initializer_factor
  int hidden_size num_attention_heads num_hidden_layers
  str hidden_act link_tower_type
config BridgeTowerTextConfig
  bool use_cache is_decoder add_cross_attention
  float layer_norm_eps
  float|int initializer_factor hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config BridgeTowerVisionConfig
  bool stop_gradient share_layernorm remove_last_layer
  float layer_norm_eps
  float|int initializer_factor
  int hidden_size num_hidden_layers num_channels
  int|list<int> patch_size image_size
config BrosConfig
  bool is_decoder add_cross_attention
  float initializer_range layer_norm_eps bbox_scale
  float|int hidden_dropout_prob attention_probs_dropout_prob classifier_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size dim_bbox n_relations
  int|null pad_token_id
  str hidden_act
config CHMv2Config
  'linear'|'log'|'chmv2_mixlog' bins_strategy
  'linear'|'softmax'|'sigmoid'|'chmv2_mixlog' norm_strategy
  dict<any>|null backbone_config
  float initializer_range min_depth max_depth
  int patch_size fusion_hidden_size head_hidden_size number_output_channels
  list<float|int>|null reassemble_factors
  list<int>|null post_process_channels
  str readout_type
config CLIPConfig MetaClip2Config
  dict<any>|null text_config vision_config
  float|int|null logit_scale_init_value
  float|null initializer_factor
  int|null projection_dim
config CLIPSegConfig
  bool use_complex_transposed_convolution
  dict<any>|null text_config vision_config
  float|int decoder_attention_dropout
  float|int|null logit_scale_init_value
  float|null initializer_factor
  int reduce_dim decoder_num_attention_heads decoder_intermediate_size conditional_layer
  int|null projection_dim
  list<int> extract_layers
  str decoder_hidden_act
config CLIPSegTextConfig
  float initializer_range
  float|null layer_norm_eps initializer_factor
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config CLIPSegVisionConfig UnlimitedOcrVisionEncoderConfig
  float layer_norm_eps initializer_range initializer_factor
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|float|null attention_dropout
  int|list<int>|null image_size patch_size
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config CLIPTextConfig MetaClip2TextConfig
  float initializer_range
  float|null layer_norm_eps initializer_factor
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null projection_dim pad_token_id bos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config CTRLConfig
  bool use_cache tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop
  int vocab_size n_positions n_embd dff n_layer n_head
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
config CanaryConfig
  bool use_cache tie_word_embeddings
  dict<any>|null encoder_config decoder_config
  float initializer_range
  int vocab_size
  int|null pad_token_id bos_token_id eos_token_id decoder_start_token_id
  refuse decoder_config.vocab_size != vocab_size
config CanaryDecoderConfig
  bool use_cache attention_bias
  float>=0<=1 initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim
  int|float|null attention_dropout
  int|null pad_token_id bos_token_id eos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config CanineConfig
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size downsampling_rate upsampling_kernel_size num_hash_functions num_hash_buckets local_transformer_stride
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config ChameleonConfig
  bool use_cache tie_word_embeddings mlp_bias
  bool|null attention_bias swin_norm
  dict<any>|null rope_parameters vq_config vocabulary_map
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id model_parallel_size
  str hidden_act
config ChameleonVQVAEConfig
  bool double_latent
  float|int dropout
  int embed_dim num_embeddings latent_channels resolution in_channels base_channels num_res_blocks
  list<int> channel_multiplier
  list<int>|null attn_resolutions
  str attn_type
config ChineseCLIPConfig
  dict<any>|null text_config vision_config
  float initializer_range
  float|int|null logit_scale_init_value
  float|null initializer_factor
  int|null projection_dim
config ChineseCLIPTextConfig
  float layer_norm_eps initializer_range
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|null initializer_factor
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings type_vocab_size
  int|null pad_token_id bos_token_id eos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config ClapAudioConfig
  bool enable_fusion flatten_patch_embeds enable_patch_layer_norm qkv_bias
  float mlp_ratio layer_norm_eps initializer_factor
  float|int hidden_dropout_prob drop_path_rate attention_probs_dropout_prob
  int window_size num_mel_bins spec_size num_classes hidden_size projection_dim patch_embed_input_channels patch_embeds_hidden_size aff_block_r num_hidden_layers
  int|list<int> patch_size patch_stride
  list<int> depths num_attention_heads
  str hidden_act projection_hidden_act
  str|null fusion_type
config ClapConfig
  dict<any>|null text_config audio_config
  float logit_scale_init_value initializer_factor
  int projection_dim
  str projection_hidden_act
config ClapTextConfig
  float initializer_factor layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size projection_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act projection_hidden_act
config ClvpConfig
  dict<any>|null text_config speech_config decoder_config
  float logit_scale_init_value initializer_factor
  int projection_dim
config ClvpDecoderConfig
  bool summary_use_proj summary_proj_to_labels use_cache use_attention_bias add_cross_attention
  float layer_norm_epsilon initializer_range initializer_factor
  float|int resid_pdrop embd_pdrop attention_dropout summary_first_dropout
  int vocab_size max_position_embeddings max_text_tokens hidden_size num_hidden_layers num_attention_heads num_mel_attn_blocks feature_size
  int|list<int>|null eos_token_id
  int|null n_inner bos_token_id pad_token_id
  list<int> decoder_fixing_codes
  str activation_function summary_type
  str|null summary_activation
config ClvpEncoderConfig
  bool use_rotary_embedding use_attention_bias
  float layer_norm_eps initializer_factor
  float|int attention_dropout dropout
  int vocab_size hidden_size intermediate_size projection_dim num_hidden_layers num_attention_heads
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act summary_type
config CodeGenConfig
  bool use_cache tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop attn_pdrop
  int vocab_size n_positions n_ctx n_embd n_layer n_head rotary_dim
  int|list<int>|null eos_token_id
  int|null n_inner bos_token_id
  str activation_function
config Cohere2Config
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float logit_scale initializer_range layer_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_act
config Cohere2MoeConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_scaling
  float logit_scale initializer_range layer_norm_eps attention_dropout
  float|int rope_theta
  float|null rms_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads head_dim max_position_embeddings num_experts_per_tok num_experts num_shared_experts prefix_dense_sliding_window_pattern sliding_window_pattern
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id sliding_window prefix_dense_intermediate_size
  list<any>|null mlp_layer_types
  list<str>|null layer_types
  str hidden_act shared_expert_combination_strategy expert_selection_fn
config Cohere2VisionConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int downsample_factor image_token_id alignment_intermediate_size
config CohereAsrConfig
  bool use_cache attention_bias tie_word_embeddings
  dict<any>|null encoder_config
  float initializer_range
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings
  int|null num_key_value_heads pad_token_id eos_token_id bos_token_id decoder_start_token_id head_dim
  str hidden_act
config CohereCompassConfig Cosmos3OmniConfig PaddleOCRVLConfig Qwen2VLConfig Qwen2_5_VLConfig Qwen3VLConfig Qwen3VLMoeConfig Qwen3_5Config Qwen3_5MoeConfig Qwen4ExpConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int image_token_id video_token_id vision_start_token_id vision_end_token_id
config CohereCompassTextConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<dict<any>|float|str|int|null>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int attention_dropout
  float|null logit_scale
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_act
  str|null pooling
config CohereCompassVisionConfig Qwen3OmniMoeVisionEncoderConfig Qwen3VLMoeVisionConfig Qwen3VLVisionConfig
  dict<any>|null rope_parameters
  float initializer_range
  int depth hidden_size intermediate_size num_heads in_channels spatial_merge_size out_hidden_size num_position_embeddings
  int|list<int> patch_size temporal_patch_size
  list<int> deepstack_visual_indexes
  str hidden_act
config CohereConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null use_qk_norm
  dict<any>|null rope_parameters
  float initializer_range
  float|int|null attention_dropout
  float|null logit_scale layer_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config ColModernVBertConfig ColQwen2Config
  dict<any>|null vlm_config
  float initializer_range
  int embedding_dim
config ColPaliConfig
  dict<any>|null vlm_config
  int embedding_dim
config ConditionalDetrConfig
  bool auxiliary_loss dilation
  dict<any>|null backbone_config
  float init_std init_xavier_std focal_alpha
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int num_channels num_queries encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model class_cost bbox_cost giou_cost mask_loss_coefficient dice_loss_coefficient cls_loss_coefficient bbox_loss_coefficient giou_loss_coefficient
  str activation_function position_embedding_type
config ConvBertConfig
  bool is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size embedding_size head_ratio conv_kernel_size num_groups
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config ConvNextConfig
  float initializer_range layer_norm_eps layer_scale_init_value
  float|int drop_path_rate
  int num_channels num_stages
  int|list<int> patch_size image_size
  list<int>|null hidden_sizes depths _out_indices
  list<str>|null _out_features
  str hidden_act
config ConvNextV2Config
  float initializer_range layer_norm_eps
  float|int drop_path_rate
  int num_channels num_stages
  int|list<int> patch_size image_size
  list<int>|null hidden_sizes depths _out_indices
  list<str>|null _out_features
  str hidden_act
config Cosmos3EdgeConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int projector_hidden_size image_token_id video_token_id vision_start_token_id vision_end_token_id
config Cosmos3EdgeTextConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings head_dim
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
  refuse rope_parameters["rope_type"] != "default"
  refuse len(rope_parameters["mrope_section"]) != 3 or sum(rope_parameters["mrope_section"]) != head_dim // 2
config Cosmos3EdgeVisionConfig
  float layer_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels num_patches spatial_merge_size
  int|list<int> patch_size
  str hidden_act
config CpmAntConfig
  bool use_cache tie_word_embeddings
  float eps init_std
  float|int dropout_p
  int vocab_size hidden_size num_attention_heads dim_head dim_ff num_hidden_layers position_bias_num_buckets position_bias_max_distance prompt_types prompt_length segment_types
config CsmConfig
  bool use_cache attention_bias mlp_bias
  bool|null tie_codebooks_embeddings
  dict<any>|null rope_parameters depth_decoder_config codec_config
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size text_vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null codebook_eos_token_id eos_token_id audio_eos_token_id
  int|null num_codebooks num_key_value_heads pad_token_id codebook_pad_token_id bos_token_id audio_token_id head_dim
  str hidden_act
config CsmDepthDecoderConfig
  bool use_cache attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  int backbone_hidden_size vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_codebooks num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
config CvtConfig
  float initializer_range layer_norm_eps
  int num_channels
  list<bool> qkv_bias cls_token
  list<float> mlp_ratio attention_drop_rate drop_rate drop_path_rate
  list<int> patch_sizes patch_stride patch_padding embed_dim num_heads depth kernel_qkv padding_kv stride_kv padding_q stride_q
  list<str> qkv_projection_method
config CwmConfig
  bool use_cache tie_word_embeddings mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings bos_token_id pretraining_tp head_dim sliding_window
  int|list<int>|null eos_token_id
  int|null pad_token_id
  list<str>|null layer_types
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config DFineConfig
  bool freeze_backbone_batch_norms normalize_before learn_initial_query with_box_refine use_focal_loss auxiliary_loss tie_word_embeddings
  dict<any>|null backbone_config
  float initializer_range layer_norm_eps batch_norm_eps hidden_expansion label_noise_ratio box_noise_scale matcher_alpha matcher_gamma matcher_class_cost matcher_bbox_cost matcher_giou_cost focal_loss_alpha focal_loss_gamma weight_loss_vfl weight_loss_bbox weight_loss_giou weight_loss_fgl weight_loss_ddf eos_coefficient reg_scale depth_mult decoder_offset_scale up
  float|int dropout activation_dropout attention_dropout
  float|null initializer_bias_prior_prob
  int encoder_hidden_dim encoder_layers encoder_ffn_dim encoder_attention_heads positional_encoding_temperature d_model num_queries decoder_ffn_dim num_feature_levels decoder_layers decoder_attention_heads num_denoising eval_idx max_num_bins top_prob_values lqe_hidden_dim lqe_layers
  int|float layer_scale
  int|list<int> decoder_n_points
  int|list<int>|null anchor_image_size
  int|null eval_size
  list<int> encoder_in_channels feat_strides encode_proj_layers decoder_in_channels
  str encoder_activation_function activation_function decoder_activation_function decoder_method
config DINOv3ConvNextConfig
  float initializer_range layer_norm_eps layer_scale_init_value
  float|int drop_path_rate
  int num_channels
  int|list<int> image_size
  list<int>|null hidden_sizes depths _out_indices
  list<str>|null _out_features
  str hidden_act
config DINOv3ViTConfig
  bool query_bias key_bias value_bias proj_bias mlp_bias use_gated_mlp apply_layernorm reshape_hidden_states
  float initializer_range layer_norm_eps rope_theta layerscale_value
  float|int attention_dropout drop_path_rate
  float|null pos_embed_shift pos_embed_jitter pos_embed_rescale
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels num_register_tokens
  int|list<int> patch_size image_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config DPRConfig
  bool is_decoder add_cross_attention
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size projection_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config DPTConfig
  'ignore'|'add'|'project' readout_type
  bool is_hybrid add_projection
  bool|null qkv_bias use_batch_norm_in_fusion_residual use_bias_in_fusion_residual use_auxiliary_head
  dict<any>|null backbone_config
  float initializer_range auxiliary_loss_weight
  float|int semantic_classifier_dropout
  float|int|null hidden_dropout_prob attention_probs_dropout_prob
  float|null layer_norm_eps
  int hidden_size fusion_hidden_size head_in_index semantic_loss_ignore_index
  int|list<int>|null image_size patch_size
  int|null num_attention_heads intermediate_size num_channels pooler_output_size
  list<int> neck_hidden_sizes neck_ignore_stages
  list<int>|null backbone_out_indices backbone_featmap_shape
  list<int|float> reassemble_factors
  null|int num_hidden_layers
  str hidden_act pooler_act
config DabDetrConfig
  bool auxiliary_loss dilation random_refpoints_xy keep_query_pos normalize_before tie_word_embeddings
  dict<any>|null backbone_config
  float init_std init_xavier_std focal_alpha
  float|int dropout attention_dropout activation_dropout
  float|null sine_position_embedding_scale initializer_bias_prior_prob
  int num_queries encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads hidden_size class_cost bbox_cost giou_cost cls_loss_coefficient bbox_loss_coefficient giou_loss_coefficient temperature_height temperature_width query_dim num_patterns
  str activation_function
  refuse query_dim != 4
config DacConfig
  float commitment_loss_weight codebook_loss_weight
  float|int quantizer_dropout
  int encoder_hidden_size decoder_hidden_size n_codebooks codebook_size codebook_dim sampling_rate
  list<int> downsampling_ratios
config Data2VecAudioConfig
  bool conv_bias ctc_zero_infinity use_weighted_layer_sum add_adapter
  float initializer_range layer_norm_eps
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout final_dropout layerdrop mask_time_prob mask_feature_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size num_conv_pos_embedding_groups conv_pos_kernel_size num_conv_pos_embeddings mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks classifier_proj_size xvector_output_dim adapter_kernel_size adapter_stride num_adapter_layers
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id output_hidden_size
  list<int> conv_dim conv_stride conv_kernel tdnn_dim tdnn_kernel tdnn_dilation
  str hidden_act feat_extract_activation ctc_loss_reduction
config Data2VecVisionConfig
  bool use_mask_token use_absolute_position_embeddings use_relative_position_bias use_shared_relative_position_bias use_mean_pooling use_auxiliary_head auxiliary_concat_input
  float initializer_range layer_norm_eps layer_scale_init_value auxiliary_loss_weight
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels auxiliary_channels auxiliary_num_convs semantic_loss_ignore_index
  int|list<int> image_size patch_size
  list<int> out_indices pool_scales
  str hidden_act
config DbrxAttentionConfig
  float|int attn_pdrop
  int kv_n_heads
  int|float|null clip_qkv
config DbrxConfig
  bool use_cache tie_word_embeddings
  bool|null output_router_logits
  dict<any>|null attn_config ffn_config rope_parameters
  float initializer_range
  float|null resid_pdrop emb_pdrop
  int vocab_size
  int|list<int>|null eos_token_id
  int|null d_model n_heads n_layers max_seq_len pad_token_id bos_token_id
  refuse tie_word_embeddings
config DbrxFFNConfig
  dict<any>|null ffn_act_fn
  float moe_loss_weight
  float|int|null moe_jitter_eps
  float|null moe_normalize_expert_weights
  int hidden_size ffn_hidden_size moe_num_experts moe_top_k
config DebertaConfig DebertaV2Config
  bool relative_attention position_biased_input legacy tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob pooler_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size max_relative_positions
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act pooler_hidden_act
  str|list<str>|null pos_att_type
config DecisionTransformerConfig
  bool action_tanh scale_attn_weights use_cache scale_attn_by_inverse_layer_idx reorder_and_upcast_attn add_cross_attention
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop attn_pdrop
  int state_dim act_dim hidden_size max_ep_len vocab_size n_positions n_layer n_head
  int|list<int>|null eos_token_id
  int|null n_inner bos_token_id
  str activation_function
config DeepseekOcr2Config UnlimitedOcrConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_id
config DeepseekOcr2SamVisionConfig
  bool qkv_bias use_abs_pos use_rel_pos
  float layer_norm_eps initializer_range mlp_ratio
  float|int attention_dropout
  int hidden_size output_channels num_hidden_layers num_attention_heads num_channels window_size
  int|list<int> image_size patch_size
  int|null mlp_dim
  list<int> global_attn_indexes
  list<int>|null downsample_channels
  str hidden_act
config DeepseekOcr2TextConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings n_routed_experts n_shared_experts moe_intermediate_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp head_dim n_group topk_group num_experts_per_tok
  list<str>|null mlp_layer_types
  str hidden_act
  str|null topk_method
  refuse hidden_size % num_attention_heads != 0
config DeepseekOcr2VisionConfig UnlimitedOcrVisionConfig
  dict<any>|null sam_config encoder_config
config DeepseekOcr2VisionEncoderConfig Qwen2Config
  bool use_cache tie_word_embeddings use_sliding_window
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings max_window_layers
  int|list<int>|null eos_token_id
  int|null num_key_value_heads sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config DeepseekV2Config
  bool use_cache tie_word_embeddings attention_bias mlp_bias output_router_logits
  bool|null norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings first_k_dense_replace kv_lora_rank n_routed_experts n_shared_experts qk_nope_head_dim qk_rope_head_dim v_head_dim moe_intermediate_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp head_dim q_lora_rank n_group topk_group num_experts_per_tok
  str hidden_act
  str|null topk_method
  refuse hidden_size % num_attention_heads != 0
config DeepseekV32Config
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank q_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok max_position_embeddings index_topk index_head_dim index_n_heads head_dim first_k_dense_replace
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null mlp_layer_types layer_types
  str hidden_act
config DeepseekV3Config SarvamMLAConfig
  bool output_router_logits use_cache tie_word_embeddings attention_bias
  bool|null norm_topk_prob rope_interleave
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads n_shared_experts n_routed_experts kv_lora_rank qk_rope_head_dim qk_nope_head_dim max_position_embeddings num_mtp_layers
  int|list<int>|null eos_token_id
  int|null num_key_value_heads q_lora_rank v_head_dim n_group topk_group num_experts_per_tok first_k_dense_replace pad_token_id bos_token_id pretraining_tp
  str hidden_act
config DeepseekV4Config
  bool norm_topk_prob output_router_logits use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null compress_rates rope_parameters
  float routed_scaling_factor hc_eps swiglu_limit router_aux_loss_coef router_jitter_noise initializer_range rms_norm_eps attention_dropout
  float|int rope_theta compress_rope_theta
  float|null partial_rotary_factor
  int vocab_size hidden_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim q_lora_rank num_experts_per_tok n_routed_experts n_shared_experts max_position_embeddings hc_mult hc_sinkhorn_iters sliding_window o_groups o_lora_rank index_n_heads index_head_dim index_topk num_nextn_predict_layers
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types mlp_layer_types
  str scoring_func hidden_act
  own layer_types
config DeepseekVLConfig Florence2Config
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int image_token_id
config DeepseekVLHybridConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config high_res_vision_config
  int image_token_id
config DeformableDetrConfig
  bool return_intermediate auxiliary_loss two_stage with_box_refine disable_custom_kernels tie_word_embeddings
  bool|null dilation
  dict<any>|null backbone_config
  float init_std init_xavier_std eos_coefficient focal_alpha
  float|int encoder_layerdrop dropout attention_dropout activation_dropout
  int num_channels num_queries max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model num_feature_levels encoder_n_points decoder_n_points two_stage_num_proposals class_cost bbox_cost giou_cost mask_loss_coefficient dice_loss_coefficient bbox_loss_coefficient giou_loss_coefficient
  str activation_function position_embedding_type
  refuse two_stage == true and with_box_refine == false
config DeiTConfig ViTConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels encoder_stride
  int|list<int> image_size patch_size
  int|null pooler_output_size
  str hidden_act pooler_act
config Deimv2Config
  bool freeze_backbone_batch_norms normalize_before learn_initial_query with_box_refine use_focal_loss auxiliary_loss tie_word_embeddings use_dense_one_to_one use_gateway share_bbox_head encoder_has_trailing_conv
  dict<any>|null backbone_config
  float initializer_range layer_norm_eps batch_norm_eps hidden_expansion label_noise_ratio box_noise_scale matcher_alpha matcher_gamma matcher_class_cost matcher_bbox_cost matcher_giou_cost focal_loss_alpha focal_loss_gamma weight_loss_vfl weight_loss_bbox weight_loss_giou weight_loss_fgl weight_loss_ddf eos_coefficient reg_scale depth_mult decoder_offset_scale up weight_loss_mal
  float|int dropout activation_dropout attention_dropout
  float|null initializer_bias_prior_prob mal_alpha
  int encoder_hidden_dim encoder_layers encoder_ffn_dim encoder_attention_heads positional_encoding_temperature d_model num_queries decoder_ffn_dim num_feature_levels decoder_layers decoder_attention_heads num_denoising eval_idx max_num_bins top_prob_values lqe_hidden_dim lqe_layers spatial_tuning_adapter_inplanes
  int|float layer_scale
  int|list<int> decoder_n_points
  int|list<int>|null anchor_image_size
  list<int> encoder_in_channels feat_strides encode_proj_layers decoder_in_channels
  list<int>|null eval_size
  str encoder_activation_function activation_function decoder_activation_function decoder_method encoder_fuse_op encoder_type
config DepthAnythingConfig PromptDepthAnythingConfig
  dict<any>|null backbone_config
  float initializer_range
  int reassemble_hidden_size fusion_hidden_size head_in_index head_hidden_size
  int|list<int> patch_size
  int|null max_depth
  list<int> neck_hidden_sizes
  list<int|float> reassemble_factors
  str depth_estimation_type
  refuse depth_estimation_type not in ["relative", "metric"]
config DepthProConfig
  bool use_batch_norm_in_fusion_residual use_bias_in_fusion_residual use_fov_model
  dict<any>|null image_model_config patch_model_config fov_model_config
  float initializer_range
  int fusion_hidden_size merge_padding_value num_fov_head_layers
  int|list<int> patch_size
  list<float> scaled_images_overlap_ratios
  list<int> intermediate_hook_ids intermediate_feature_dims scaled_images_feature_dims
  list<int|float> scaled_images_ratios
  refuse not (len(scaled_images_ratios) == len(scaled_images_overlap_ratios) and len(scaled_images_overlap_ratios) == len(scaled_images_feature_dims))
  refuse not len(intermediate_hook_ids) == len(intermediate_feature_dims)
  refuse fusion_hidden_size // 2 ** num_fov_head_layers == 0
config DetrConfig MaskFormerDetrConfig TableTransformerConfig
  bool auxiliary_loss
  bool|null dilation
  dict<any>|null backbone_config
  float init_std init_xavier_std eos_coefficient
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int num_channels num_queries encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model class_cost bbox_cost giou_cost mask_loss_coefficient dice_loss_coefficient bbox_loss_coefficient giou_loss_coefficient
  str activation_function position_embedding_type
config DiaConfig
  bool use_cache
  dict<any>|null encoder_config decoder_config
  float norm_eps initializer_range
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int>|null delay_pattern
  refuse decoder_config.num_channels != len(delay_pattern)
config DiaDecoderConfig
  bool use_cache
  dict<any>|null rope_parameters
  float norm_eps initializer_range
  int max_position_embeddings num_hidden_layers hidden_size intermediate_size num_attention_heads num_key_value_heads head_dim cross_num_attention_heads cross_head_dim cross_num_key_value_heads cross_hidden_size vocab_size num_channels
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config DiaEncoderConfig
  dict<any>|null rope_parameters
  float norm_eps initializer_range
  int max_position_embeddings num_hidden_layers hidden_size num_attention_heads num_key_value_heads head_dim intermediate_size vocab_size
  str hidden_act
config DiffLlamaConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  float|null lambda_std_dev
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
config DiffusionGemmaConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  float|null initializer_range
  int|null boi_token_id eoi_token_id image_token_id canvas_length
config DiffusionGemmaTextConfig
  'all'|'vision'|null use_bidirectional_attention
  bool tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings sliding_window
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id num_experts top_k_experts moe_intermediate_size
  list<str>|null layer_types
  str hidden_activation
config DinatConfig
  bool qkv_bias
  float mlp_ratio initializer_range layer_norm_eps layer_scale_init_value
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels embed_dim kernel_size
  int|list<int> patch_size
  list<any>|null dilations
  list<int> depths num_heads
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config Dinov2Config
  bool qkv_bias use_swiglu_ffn apply_layernorm reshape_hidden_states use_mask_token
  float initializer_range layer_norm_eps layerscale_value
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads mlp_ratio num_channels
  int|list<int> image_size patch_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config Dinov2WithRegistersConfig
  bool qkv_bias use_swiglu_ffn apply_layernorm reshape_hidden_states
  float initializer_range layer_norm_eps layerscale_value
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads mlp_ratio num_channels num_register_tokens
  int|list<int> image_size patch_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config DistilBertConfig
  bool sinusoidal_pos_embds tie_word_embeddings
  float initializer_range
  float|int dropout attention_dropout qa_dropout seq_classif_dropout
  int vocab_size max_position_embeddings n_layers n_heads dim hidden_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str activation
config DogeConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias is_moe norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int hidden_dropout
  float|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers max_position_embeddings num_attention_heads keep_window_size num_experts num_experts_per_tok
  int|list<int>|null eos_token_id
  int|null num_key_value_heads sliding_window pad_token_id bos_token_id
  str hidden_act
config DonutSwinConfig
  bool qkv_bias use_absolute_embeddings
  float mlp_ratio initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels embed_dim window_size
  int|list<int> image_size patch_size
  list<int> depths num_heads
  str hidden_act
config DoryConfig
  'per_loop'|'last_loop' recurrent_kv_cache_mode
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range attention_dropout ngpt_alpha_init
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings sliding_window n_input_layers n_output_layers n_recurrent_loops
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id n_recurrent_layers
  list<str>|null layer_types
  str hidden_act
  refuse n_recurrent_loops < 1
config Dots1Config
  bool output_router_logits use_cache tie_word_embeddings attention_bias
  bool|null norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads n_shared_experts n_routed_experts n_group topk_group num_experts_per_tok first_k_dense_replace sliding_window max_window_layers pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config Dots3NoteAudioConfig
  bool attention_bias
  dict<any>|null rope_parameters
  float initializer_range dropout
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings sampling_rate feature_size hop_length downsample_hidden_size adapter_input_size adapter_out_dim
  int|null num_key_value_heads head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads
  refuse min(sampling_rate, feature_size, hop_length) <= 0
config Dots3NoteConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config audio_config
  int image_token_id video_token_id audio_token_id
  refuse vision_config.adapter_out_dim != text_config.hidden_size
  refuse audio_config.adapter_out_dim != text_config.hidden_size
config Dots3NoteTextConfig
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok max_position_embeddings index_topk index_head_dim index_n_heads head_dim shared_experts_intermediate_size
  int|list<int>|null eos_token_id
  int|null q_lora_rank pad_token_id bos_token_id sliding_window
  list<str>|null mlp_layer_types layer_types
  str hidden_act
  refuse n_shared_experts == none or n_shared_experts < 1
  refuse n_group < 1 or n_routed_experts % n_group != 0
  refuse n_routed_experts // n_group < 2
  refuse not (1 <= topk_group and topk_group <= n_group)
config Dots3NoteVisionConfig
  bool attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  float|null router_scaling_factor
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels patch_size moe_intermediate_size spatial_merge_size num_local_experts adapter_in_dim adapter_out_dim adapter_merge_size
  int|null num_experts_per_tok
  list<str>|null mlp_layer_types
  str hidden_act
  refuse adapter_merge_size != spatial_merge_size
config EdgeTamConfig Sam2Config Sam3TrackerConfig
  dict<any>|null vision_config prompt_encoder_config mask_decoder_config
  float initializer_range
config EdgeTamMaskDecoderConfig EdgeTamVideoMaskDecoderConfig Sam2MaskDecoderConfig Sam2VideoMaskDecoderConfig Sam3TrackerMaskDecoderConfig Sam3TrackerVideoMaskDecoderConfig
  bool dynamic_multimask_via_stability
  float dynamic_multimask_stability_delta dynamic_multimask_stability_thresh
  int hidden_size mlp_dim num_hidden_layers num_attention_heads attention_downsample_rate num_multimask_outputs iou_head_depth iou_head_hidden_dim
  str hidden_act
config EdgeTamPromptEncoderConfig EdgeTamVideoPromptEncoderConfig Sam2PromptEncoderConfig Sam2VideoPromptEncoderConfig Sam3TrackerPromptEncoderConfig Sam3TrackerVideoPromptEncoderConfig
  float layer_norm_eps
  int hidden_size mask_input_channels num_point_embeddings scale
  int|list<int> image_size patch_size
  str hidden_act
config EdgeTamVideoConfig
  bool enable_occlusion_spatial_embedding multimask_output_in_sam multimask_output_for_tracking enable_temporal_pos_encoding_for_object_pointers
  dict<any>|null vision_config prompt_encoder_config mask_decoder_config rope_parameters
  float initializer_range sigmoid_scale_for_mem_enc sigmoid_bias_for_mem_enc memory_fuser_layer_scale_init_value
  float|int memory_attention_dropout memory_attention_rope_dropout perceiver_resampler_hidden_dropout perceiver_resampler_attention_dropout
  int num_maskmem multimask_min_pt_num multimask_max_pt_num max_object_pointers_in_encoder max_cond_frame_num memory_attention_hidden_size memory_attention_num_layers memory_attention_num_attention_heads memory_attention_downsample_rate memory_attention_mlp_hidden_size perceiver_resampler_num_latents perceiver_resampler_num_latents_2d perceiver_resampler_hidden_size perceiver_resampler_mlp_intermediate_size perceiver_resampler_num_attention_heads perceiver_resampler_attention_head_dim perceiver_resampler_num_layers memory_encoder_hidden_size memory_encoder_output_channels mask_downsampler_embed_dim memory_fuser_intermediate_dim mask_downsampler_kernel_size mask_downsampler_stride mask_downsampler_padding mask_downsampler_total_stride memory_fuser_num_layers memory_fuser_embed_dim memory_fuser_kernel_size memory_fuser_padding
  int|list<int> image_size
  list<any>|null memory_attention_rope_feat_sizes memory_attention_rope_k_sizes
  str memory_attention_mlp_hidden_act mask_downsampler_hidden_act memory_fuser_hidden_act
config EdgeTamVisionConfig Sam2VisionConfig
  dict<any>|null backbone_config
  float layer_norm_eps initializer_range
  int fpn_hidden_size fpn_kernel_size fpn_stride fpn_padding num_feature_levels
  list<any>|null backbone_feature_sizes
  list<int>|null backbone_channel_list fpn_top_down_levels
  str hidden_act
config EfficientLoFTRConfig
  bool attention_bias coarse_matching_skip_softmax
  dict<any>|null rope_parameters
  float coarse_matching_threshold coarse_matching_temperature batch_norm_eps fine_matching_regress_temperature initializer_range
  float|int attention_dropout
  int hidden_size q_aggregation_kernel_size kv_aggregation_kernel_size q_aggregation_stride kv_aggregation_stride num_attention_layers num_attention_heads coarse_matching_border_removal fine_kernel_size fine_matching_slice_dim
  list<int>|null stage_num_blocks out_features stage_stride
  str activation_function mlp_activation_function
  refuse hidden_size != out_features[-1]
config EfficientNetConfig
  float width_coefficient depth_coefficient squeeze_expansion_ratio initializer_range batch_norm_eps batch_norm_momentum
  float|int dropout_rate drop_connect_rate
  int num_channels depth_divisor hidden_dim
  int|list<int> image_size
  list<int> kernel_sizes in_channels out_channels depthwise_padding strides num_block_repeats expand_ratios
  str hidden_act pooling_type
config ElectraConfig
  bool summary_use_proj use_cache is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob summary_last_dropout
  float|int|null classifier_dropout
  int vocab_size embedding_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act summary_type summary_activation
config EmbeddingGemma2Config
  dict<any>|null text_config vision_config audio_config
  float|null initializer_range
  int|null boi_token_id eoi_token_id image_token_id video_token_id boa_token_id eoa_token_index audio_token_id
config EmbeddingGemma2TextConfig
  bool attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings sliding_window hidden_size_per_layer_input embedding_dim
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_activation
config Emu3Config
  bool tie_word_embeddings
  dict<any>|null vq_config text_config
  dict<int>|null vocabulary_map
config Emu3TextConfig
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pad_token_id bos_token_id
  int|list<int>|null eos_token_id
  int|null num_key_value_heads
  str hidden_act
config Emu3VQVAEConfig
  bool double_latent
  float|int attention_dropout
  int codebook_size embed_dim latent_channels in_channels out_channels temporal_downsample_factor base_channels num_res_blocks hidden_size num_attention_heads
  list<int> channel_multiplier attn_resolutions
config EncodecConfig
  bool normalize use_causal_conv use_conv_shortcut
  float trim_right_ratio
  float|null overlap
  int sampling_rate audio_channels hidden_size num_filters num_residual_layers kernel_size last_kernel_size residual_kernel_size dilation_growth_rate compress num_lstm_layers codebook_size
  int|float|null chunk_length_s
  int|null codebook_dim
  list<float> target_bandwidths
  list<int> upsampling_ratios
  str norm_type pad_mode
  refuse norm_type not in ["weight_norm", "time_group_norm"]
config EncoderDecoderConfig
  dict<any>|null encoder decoder
  int|null pad_token_id decoder_start_token_id
config EomtConfig VideomtConfig
  bool use_swiglu_ffn
  float initializer_range layer_norm_eps layerscale_value no_object_weight class_weight mask_weight dice_weight oversample_ratio importance_sample_ratio
  float|int hidden_dropout_prob drop_path_rate attention_dropout
  int hidden_size num_hidden_layers num_attention_heads num_channels mlp_ratio num_upscale_blocks num_blocks train_num_points num_queries num_register_tokens
  int|list<int> image_size patch_size
  str hidden_act
config EomtDinov3Config
  bool query_bias key_bias value_bias proj_bias mlp_bias use_gated_mlp
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps layerscale_value no_object_weight class_weight mask_weight dice_weight oversample_ratio importance_sample_ratio
  float|int hidden_dropout_prob drop_path_rate attention_dropout
  float|null pos_embed_shift pos_embed_jitter pos_embed_rescale
  int hidden_size num_hidden_layers num_attention_heads num_channels num_upscale_blocks num_blocks train_num_points num_queries num_register_tokens intermediate_size
  int|list<int> image_size patch_size
  str hidden_act
config Ernie4_5Config PaddleOCRTextConfig
  bool tie_word_embeddings
  bool|null use_cache use_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
config Ernie4_5_MoeConfig
  bool use_cache tie_word_embeddings
  bool|null use_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|null moe_norm_min router_aux_loss_coef
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings moe_intermediate_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id num_key_value_heads moe_k moe_num_experts moe_num_shared_experts moe_layer_start_index moe_layer_end_index moe_layer_interval
  str hidden_act
config Ernie4_5_VLMoeConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int image_start_token_id image_end_token_id image_token_id video_start_token_id video_end_token_id video_token_id
config Ernie4_5_VLMoeTextConfig
  bool use_cache tie_word_embeddings
  bool|null use_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|null moe_norm_min router_aux_loss_coef
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id num_key_value_heads moe_k moe_num_experts moe_num_shared_experts
  list<int>|null moe_intermediate_size
  list<str>|null mlp_layer_types
  str hidden_act
config Ernie4_5_VLMoeVisionConfig
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  int depth hidden_size num_heads in_channels spatial_merge_size intermediate_size temporal_merge_size
  int|list<int> patch_size
  str hidden_act
config ErnieConfig
  bool use_task_id use_cache is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size task_type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config EsmConfig
  bool use_cache tie_word_embeddings
  bool|null emb_layer_norm_before token_dropout is_folding_model is_decoder add_cross_attention
  dict<any>|null esmfold_config
  float rope_theta initializer_range
  float|null hidden_dropout_prob attention_probs_dropout_prob layer_norm_eps
  int hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings
  int|list<int>|null eos_token_id
  int|null vocab_size mask_token_id pad_token_id bos_token_id
  list<str>|null vocab_list
  str|null position_embedding_type
config EsmFold2AtomEncoderConfig
  float|null spatial_rope_base_frequency uid_rope_base_frequency
  int|null hidden_size output_dim num_hidden_layers num_attention_heads head_dim intermediate_size num_spatial_rope_pairs_per_axis num_uid_rope_pairs
  refuse 3 * num_spatial_rope_pairs_per_axis + num_uid_rope_pairs > head_dim // 2
config EsmFold2ConfidenceHeadConfig
  float|null min_dist max_dist eps
  int|null num_hidden_layers num_plddt_bins num_pde_bins num_pae_bins distogram_bins
config EsmFold2Config
  dict<any>|null atom_encoder structure_head confidence_head msa_encoder lm_encoder esmc_config
  int|null hidden_size pairwise_hidden_size single_inputs_size pair_transition_intermediate_size sliding_window chunk_size num_relative_residx_bins num_relative_chain_bins num_loops num_res_types max_atomic_number char_vocab_size max_chars max_atoms_per_token atom_feature_dim folding_trunk_num_hidden_layers parcae_num_coda_layers
  refuse atom_encoder.output_dim != single_inputs_size - (2 * num_res_types + 1)
config EsmFold2DiffusionModuleConfig
  dict<any>|null atom_encoder
  float|null sigma_data
  int|null hidden_size fourier_dim num_hidden_layers num_attention_heads head_dim intermediate_size pair_intermediate_size
  refuse atom_encoder.output_dim != hidden_size
config EsmFold2LmEncoderConfig
  bool|null per_loop_lm_dropout
  float|null lm_dropout
  int|null num_hidden_layers
config EsmFold2MsaEncoderConfig
  bool|null enabled
  int|null hidden_size outer_hidden_size num_hidden_layers num_attention_heads head_dim intermediate_size outer_product_chunk_size
config EsmFold2StructureHeadConfig
  dict<any>|null diffusion_module
  float|null gamma_0 gamma_min noise_scale step_scale inference_sigma_max_ratio inference_sigma_min_ratio inference_exponent inference_sigma_cap
  int|null num_distogram_bins num_diffusion_samples inference_num_steps
config EsmFoldConfig
  any trunk
  bool|null fp16_esm use_esm_attn_map esm_ablate_pairwise esm_ablate_sequence embed_aa bypass_lm
  float|int|null esm_input_dropout
  int|null lddt_head_hid_dim
  str|null esm_type
config EsmcConfig
  bool tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float>=0<=1 initializer_range
  float|null classifier_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim mask_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
  refuse num_key_value_heads != num_attention_heads
config EuroBertConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pretraining_tp mask_token_id
  int|float attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act classifier_pooling
  refuse hidden_size % num_attention_heads != 0
config EvollaConfig
  bool attention_bias mlp_bias use_cache tie_word_embeddings
  bool|null aligner_enable_bias is_decoder add_cross_attention
  dict<any>|null protein_encoder_config rope_parameters
  float rms_norm_eps initializer_range
  float|int|null attention_dropout
  float|null aligner_attention_probs_dropout_prob
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads aligner_ffn_mult aligner_num_add_layers resampler_depth resampler_dim_head resampler_heads resampler_num_latents resampler_ff_mult pad_token_id bos_token_id
  str hidden_act
config Exaone4Config
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id sliding_window
  list<str>|null layer_types
  str hidden_act
  str|int|null sliding_window_pattern
config Exaone4_5_Config HYV4VLConfig HyperCLOVAXVisionV2Config VideoLlama3Config
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int image_token_id video_token_id
config Exaone4_5_VisionConfig
  dict<any>|null rope_parameters
  float initializer_range
  int depth hidden_size intermediate_size num_heads in_channels spatial_merge_size window_size out_hidden_size num_key_value_heads
  int|list<int> patch_size temporal_patch_size
  list<int> fullatt_block_indexes
  str hidden_act
config ExaoneConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float rms_norm_eps
  float>=0<=1 initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config ExaoneMoeConfig
  bool use_cache tie_word_embeddings output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings sliding_window first_k_dense_replace moe_intermediate_size num_experts num_experts_per_tok num_shared_experts n_group topk_group
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  list<str>|null layer_types mlp_layer_types
  str hidden_act
  str|int|null sliding_window_pattern
config FNetConfig
  bool use_tpu_fourier_optimizations tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob
  int vocab_size hidden_size num_hidden_layers intermediate_size max_position_embeddings type_vocab_size tpu_short_seq_length
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config FSMTConfig
  bool scale_embedding tie_word_embeddings early_stopping use_cache
  float init_std length_penalty
  float|int encoder_layerdrop decoder_layerdrop attention_dropout dropout activation_dropout
  int src_vocab_size tgt_vocab_size d_model max_length max_position_embeddings encoder_ffn_dim encoder_layers encoder_attention_heads decoder_ffn_dim decoder_layers decoder_attention_heads num_beams
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null decoder_start_token_id pad_token_id bos_token_id
  list<str> langs
  str activation_function
config FalconConfig
  bool use_cache tie_word_embeddings
  bool|null alibi new_decoder_architecture multi_query parallel_attn bias
  dict<any>|null rope_parameters
  float initializer_range
  float|int|null hidden_dropout attention_dropout
  float|null layer_norm_epsilon
  int vocab_size hidden_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_ln_in_parallel_attn num_kv_heads bos_token_id pad_token_id ffn_hidden_size
  str|null activation
config FalconH1Config
  bool tie_word_embeddings attention_bias mlp_bias
  bool|null use_cache mamba_conv_bias mamba_proj_bias mamba_norm_before_gate mamba_rms_norm projectors_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  float|null lm_head_multiplier embedding_multiplier key_multiplier attention_out_multiplier attention_in_multiplier ssm_in_multiplier ssm_out_multiplier
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads num_logits_to_keep pad_token_id bos_token_id mamba_d_ssm mamba_n_heads mamba_n_groups mamba_d_state mamba_d_conv mamba_expand mamba_chunk_size
  list<float>|null time_step_limit mlp_multipliers ssm_multipliers
  str hidden_act
  str|int|null mamba_d_head
  refuse (mamba_expand * hidden_size if mamba_d_ssm == none else mamba_d_ssm) % mamba_n_heads != 0
config FalconMambaConfig
  bool use_bias use_conv_bias residual_in_fp32 rescale_prenorm_residual use_cache use_mambapy use_associative_scan tie_word_embeddings
  float layer_norm_epsilon initializer_range time_step_scale time_step_min time_step_max time_step_floor mixer_rms_eps
  int vocab_size hidden_size state_size num_hidden_layers expand conv_kernel
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act time_step_init_scheme
  str|int time_step_rank
config FastSpeech2ConformerConfig
  bool encoder_normalize_before decoder_normalize_before encoder_concat_after decoder_concat_after use_macaron_style_in_conformer use_cnn_in_conformer stop_gradient_from_energy_predictor stop_gradient_from_pitch_predictor use_masking use_weighted_masking convolution_bias
  float speaking_speed
  float|int energy_predictor_dropout energy_embed_dropout pitch_predictor_dropout pitch_embed_dropout encoder_dropout_rate encoder_positional_dropout_rate encoder_attention_dropout_rate decoder_dropout_rate decoder_positional_dropout_rate decoder_attention_dropout_rate duration_predictor_dropout_rate speech_decoder_postnet_dropout
  int hidden_size vocab_size num_mel_bins encoder_num_attention_heads encoder_layers encoder_linear_units decoder_layers decoder_num_attention_heads decoder_linear_units speech_decoder_postnet_layers speech_decoder_postnet_units speech_decoder_postnet_kernel positionwise_conv_kernel_size reduction_factor encoder_kernel_size decoder_kernel_size duration_predictor_layers duration_predictor_channels duration_predictor_kernel_size energy_predictor_layers energy_predictor_channels energy_predictor_kernel_size energy_embed_kernel_size pitch_predictor_layers pitch_predictor_channels pitch_predictor_kernel_size pitch_embed_kernel_size max_source_positions
  int|null num_speakers num_languages speaker_embed_dim
  refuse positionwise_conv_kernel_size % 2 == 0
  refuse encoder_kernel_size % 2 == 0
  refuse decoder_kernel_size % 2 == 0
  refuse duration_predictor_kernel_size % 2 == 0
  refuse energy_predictor_kernel_size % 2 == 0
  refuse energy_embed_kernel_size % 2 == 0
  refuse pitch_predictor_kernel_size % 2 == 0
  refuse pitch_embed_kernel_size % 2 == 0
  refuse hidden_size % encoder_num_attention_heads != 0
  refuse hidden_size % decoder_num_attention_heads != 0
  refuse use_masking and use_weighted_masking
config FastSpeech2ConformerHifiGanConfig
  bool normalize_before
  float initializer_range leaky_relu_slope
  int model_in_dim upsample_initial_channel
  list<any>|null resblock_dilation_sizes
  list<int> upsample_rates upsample_kernel_sizes resblock_kernel_sizes
config FastSpeech2ConformerWithHifiGanConfig
  dict<any>|null model_config vocoder_config
config FastVlmConfig
  bool multimodal_projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index image_seq_length
  int|list<int> vision_feature_layer
  str projector_hidden_act vision_feature_select_strategy
  refuse vision_feature_select_strategy != "full"
  refuse vision_feature_layer != -1
config FlaubertConfig
  bool pre_norm gelu_activation sinusoidal_embeddings causal asm use_lang_emb is_encoder summary_use_proj summary_proj_to_labels tie_word_embeddings
  float embed_init_std layer_norm_eps init_std
  float|int layerdrop dropout attention_dropout summary_first_dropout
  int vocab_size emb_dim n_layers n_heads n_langs max_position_embeddings bos_index eos_index pad_index unk_index mask_index start_n_top end_n_top mask_token_id lang_id
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str summary_type
  str|null summary_activation
config FlavaConfig
  bool init_codebook global_backprop_contrastive skip_unmasked_multimodal_encoder return_loss tie_word_embeddings
  dict<any>|null image_config text_config multimodal_config image_codebook_config
  float layer_norm_eps logit_scale_init_value initializer_range mim_weight mlm_weight global_contrastive_weight itm_weight mmm_image_weight mmm_text_weight initializer_factor
  int hidden_size projection_dim ce_ignore_index
config FlavaImageCodebookConfig
  bool freeze
  float initializer_range
  int num_groups input_channels num_blocks_per_group hidden_size vocab_size
config FlavaImageConfig
  bool qkv_bias mask_token
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels vocab_size
  int|list<int> image_size patch_size
  str hidden_act
config FlavaMultimodalConfig
  bool qkv_bias use_cls_token
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size
  str hidden_act
config FlavaTextConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size type_vocab_size max_position_embeddings hidden_size num_hidden_layers num_attention_heads intermediate_size
  int|null pad_token_id
  str hidden_act
config FlexOlmoConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config FlintConfig
  bool use_cache tie_word_embeddings norm_topk_prob output_router_logits attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings sliding_window decoder_sparse_step moe_intermediate_size shared_expert_intermediate_size num_experts_per_tok num_experts head_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int>|null mlp_only_layers
  list<str>|null layer_types
  str hidden_act
config Florence2VisionConfig
  bool qkv_bias
  float mlp_ratio initializer_range
  float|int drop_path_rate
  int in_channels window_size projection_dim max_temporal_embeddings max_position_embeddings
  list<bool> patch_prenorm
  list<int> depths patch_size patch_stride patch_padding embed_dim num_heads num_groups
  str activation_function
config FocalNetConfig
  bool use_conv_embed use_layerscale use_post_layernorm use_post_layernorm_in_modulation normalize_modulator
  float mlp_ratio layerscale_value initializer_range layer_norm_eps
  float|int hidden_dropout_prob drop_path_rate
  int num_channels embed_dim encoder_stride
  int|list<int> image_size patch_size
  list<int> hidden_sizes depths focal_levels focal_windows
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config FunAsrNanoAdaptorConfig
  float hidden_dropout attention_dropout layer_norm_eps
  int hidden_size num_attention_heads intermediate_size num_hidden_layers projector_hidden_size
  str hidden_act projector_hidden_act
config FunAsrNanoConfig
  bool tie_word_embeddings
  dict<any>|null adaptor_config audio_config text_config
  float initializer_range
  int audio_token_id
  refuse adaptor_config.hidden_size != text_config.hidden_size
  refuse adaptor_config.intermediate_size != text_config.hidden_size // 4
config FunAsrNanoEncoderConfig
  float hidden_dropout attention_dropout layer_norm_eps
  int num_mel_bins hidden_size num_attention_heads intermediate_size num_hidden_layers max_position_embeddings num_stacked_frames num_timestamp_prediction_layers fsmn_kernel_size
  str hidden_act
config FunnelConfig
  bool separate_cls truncate_seq pool_q_only tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout attention_dropout activation_dropout
  float|null initializer_std
  int vocab_size num_decoder_layers d_model n_head d_head d_inner
  int|null pad_token_id
  list<int> block_sizes
  list<int>|null block_repeats
  str hidden_act pooling_type attention_type
  refuse len(block_sizes) != len(block_repeats)
  refuse pooling_type not in ["mean", "max"]
  refuse attention_type not in ["relative_shift", "factorized"]
config FuyuConfig
  bool tie_word_embeddings
  dict<any>|null text_config
  float initializer_range
  int|null image_size patch_size num_channels image_token_id
config GLPNConfig
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels num_encoder_blocks decoder_hidden_size max_depth head_in_index
  list<int> depths sr_ratios hidden_sizes patch_sizes strides num_attention_heads mlp_ratios
  str hidden_act
config GPT2Config
  bool summary_use_proj summary_proj_to_labels scale_attn_weights use_cache scale_attn_by_inverse_layer_idx reorder_and_upcast_attn add_cross_attention tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop attn_pdrop summary_first_dropout
  int vocab_size n_positions n_embd n_layer n_head
  int|list<int>|null eos_token_id
  int|null n_inner bos_token_id pad_token_id
  str activation_function summary_type
  str|null summary_activation
config GPTBigCodeConfig
  bool scale_attn_weights use_cache attention_softmax_in_fp32 scale_attention_softmax_in_fp32 multi_query add_cross_attention tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop attn_pdrop
  int vocab_size n_positions n_embd n_layer n_head
  int|list<int>|null eos_token_id
  int|null n_inner bos_token_id pad_token_id
  str activation_function
config GPTJConfig
  bool use_cache tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop attn_pdrop
  int vocab_size n_positions n_embd n_layer n_head rotary_dim
  int|list<int>|null eos_token_id
  int|null n_inner bos_token_id pad_token_id
  str activation_function
config GPTNeoConfig
  bool use_cache tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int resid_dropout embed_dropout attention_dropout classifier_dropout
  int vocab_size max_position_embeddings hidden_size num_layers num_heads window_size
  int|list<int>|null eos_token_id
  int|null intermediate_size bos_token_id pad_token_id
  list<any>|null attention_types
  str activation_function
config GPTNeoXConfig
  bool use_cache tie_word_embeddings use_parallel_residual attention_bias is_decoder
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int attention_dropout hidden_dropout classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config GPTNeoXJapaneseConfig
  bool use_cache is_decoder tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int attention_dropout hidden_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_multiple_size max_position_embeddings
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act
config Gemma2Config Gemma3TextConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null use_bidirectional_attention
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|null final_logit_softcapping attn_logit_softcapping
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings query_pre_attn_scalar
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_activation
  refuse hidden_size % num_attention_heads != 0
config Gemma3Config T5Gemma2EncoderConfig
  bool|null tie_word_embeddings
  dict<any>|null text_config vision_config
  float|null initializer_range
  int|null mm_tokens_per_image boi_token_index eoi_token_index image_token_index
config Gemma3nAudioConfig
  float rms_norm_eps gradient_clipping conf_attention_logit_cap conf_residual_weight sscp_conv_group_norm_eps
  int vocab_size vocab_offset input_feat_size hidden_size conf_attention_chunk_size conf_attention_context_left conf_attention_context_right conf_num_attention_heads conf_num_hidden_layers conf_conv_kernel_size conf_reduction_factor
  list<any> sscp_conv_kernel_size sscp_conv_stride_size
  list<int> sscp_conv_channel_size
config Gemma3nConfig
  bool use_cache
  bool|null tie_word_embeddings
  dict<any>|null text_config vision_config audio_config
  float|null initializer_range
  int|null audio_soft_tokens_per_image vision_soft_tokens_per_image boi_token_id eoi_token_id image_token_id boa_token_id eoa_token_id audio_token_id
config Gemma3nTextConfig
  bool use_cache tie_word_embeddings attention_bias altup_correct_scale
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps final_logit_softcapping altup_coef_clip
  float|list<float>|null activation_sparsity_pattern
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings sliding_window vocab_size_per_layer_input hidden_size_per_layer_input altup_active_idx altup_num_inputs num_kv_shared_layers laurel_rank
  int|float|null attention_dropout
  int|list<int> intermediate_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_activation
  refuse hidden_size % num_attention_heads != 0
config Gemma3nVisionConfig
  bool do_pooling
  dict<any>|null model_args
  float initializer_range rms_norm_eps
  int hidden_size vocab_size vocab_offset
  str architecture
config Gemma4AssistantConfig Gemma4UnifiedAssistantConfig
  bool use_ordered_embeddings tie_word_embeddings
  dict<any>|null text_config
  int backbone_hidden_size num_centroids centroid_intermediate_top_k
config Gemma4AudioConfig
  bool use_clipped_linears
  float residual_weight attention_logit_cap attention_invalid_logits_value rms_norm_eps gradient_clipping
  float>=0<=1 initializer_range
  int hidden_size num_hidden_layers num_attention_heads conv_kernel_size attention_chunk_size attention_context_left attention_context_right output_proj_dims
  list<int> subsampling_conv_channels
  str hidden_act
config Gemma4Config Gemma4UnifiedConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config audio_config
  float|null initializer_range
  int|null boi_token_id eoi_token_id image_token_id video_token_id boa_token_id eoa_token_index audio_token_id
config Gemma4TextConfig
  'all'|'vision'|null use_bidirectional_attention
  bool use_cache tie_word_embeddings attention_bias attention_k_eq_v enable_moe_block use_double_wide_mlp
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|null final_logit_softcapping
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings sliding_window vocab_size_per_layer_input hidden_size_per_layer_input num_kv_shared_layers
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id num_experts top_k_experts moe_intermediate_size
  list<str>|null layer_types
  str hidden_activation
config Gemma4UnifiedAudioConfig
  float rms_norm_eps initializer_range
  int audio_embed_dim
config Gemma4UnifiedTextConfig
  'all'|'vision'|null use_bidirectional_attention
  bool use_cache tie_word_embeddings attention_bias attention_k_eq_v use_double_wide_mlp
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|null final_logit_softcapping
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings sliding_window num_kv_shared_layers
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_activation
config Gemma4UnifiedVisionConfig
  float rms_norm_eps initializer_range
  int patch_size pooling_kernel_size mm_embed_dim mm_posemb_size output_proj_dims
config Gemma4VisionConfig
  bool use_clipped_linears standardize
  bool|null attention_bias
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|null attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings pooling_kernel_size patch_size position_embedding_size
  str hidden_activation
config GemmaConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null use_bidirectional_attention
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config GitConfig
  bool use_cache tie_word_embeddings
  dict<any>|null vision_config
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id num_image_with_embedding
  str hidden_act
config GitVisionConfig Idefics2VisionConfig Idefics3VisionConfig SmolVLMVisionConfig
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> image_size patch_size
  str hidden_act
config Glm46VConfig Glm4vConfig Glm4vMoeConfig Glm5NextConfig GlmOcrConfig GlmgaConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int image_token_id video_token_id image_start_token_id image_end_token_id video_start_token_id video_end_token_id
config Glm4Config
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config Glm4MoeConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob use_qk_norm
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok n_shared_experts n_routed_experts n_group topk_group first_k_dense_replace num_mtp_layers
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act
config Glm4MoeLiteConfig
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings rope_interleave attention_bias
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok max_position_embeddings pretraining_tp
  int|list<int>|null eos_token_id
  int|null q_lora_rank pad_token_id bos_token_id
  list<str>|null mlp_layer_types
  str hidden_act
config Glm4vMoeTextConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok n_shared_experts n_routed_experts n_group topk_group first_k_dense_replace
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act
config Glm4vMoeVisionConfig Glm4vVisionConfig GlmOcrVisionConfig
  bool attention_bias
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int depth hidden_size num_heads in_channels spatial_merge_size out_hidden_size intermediate_size
  int|list<int> image_size patch_size temporal_patch_size
  str hidden_act
config Glm4vTextConfig
  bool use_cache
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|null num_key_value_heads pad_token_id
  str hidden_act
config Glm5NextTextConfig
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias index_kpool_always_select_tail
  float routed_scaling_factor initializer_range rms_norm_eps swiglu_limit hc_eps router_aux_loss_coef
  float|int attention_dropout
  float|null linear_lower_bound
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank q_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok max_position_embeddings index_topk index_head_dim index_n_heads head_dim linear_head_dim linear_num_heads linear_conv_kernel_dim hc_mult hc_sinkhorn_iters index_kpool
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null mlp_layer_types layer_types indexer_types
  str hidden_act
  refuse num_attention_heads != num_key_value_heads
  refuse index_kpool < 1
  refuse index_topk % index_kpool != 0
  refuse q_lora_rank == none
  refuse qk_rope_head_dim > 0
config Glm5NextVisionConfig
  bool attention_bias
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range swiglu_limit
  float|int attention_dropout
  int depth hidden_size num_heads in_channels spatial_merge_size out_hidden_size intermediate_size projection_intermediate_size
  int|list<int> image_size patch_size temporal_patch_size
  str hidden_act
config GlmAsrConfig
  bool tie_word_embeddings
  dict<any>|null audio_config text_config
  int audio_token_id
  str projector_hidden_act
config GlmAsrEncoderConfig
  dict<any>|null rope_parameters
  float initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings num_mel_bins
  int|null num_key_value_heads
  str hidden_act
config GlmConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads head_dim pad_token_id bos_token_id
  str hidden_act
config GlmImageConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config vq_config
  int image_token_id image_start_token_id image_end_token_id
config GlmImageTextConfig
  bool use_cache attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pad_token_id vision_vocab_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads
  str hidden_act
config GlmImageVQVAEConfig
  float initializer_range
  int embed_dim num_embeddings latent_channels in_channels
config GlmImageVisionConfig
  bool attention_bias
  float initializer_range layer_norm_eps
  float|int attention_dropout
  int depth hidden_size num_heads in_channels spatial_merge_size intermediate_size
  int|list<int> image_size patch_size
  str hidden_act
config GlmMoeDsaConfig
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank q_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok max_position_embeddings index_topk index_head_dim index_n_heads head_dim first_k_dense_replace
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null mlp_layer_types layer_types indexer_types
  str hidden_act
config GlmOcrTextConfig
  bool use_cache
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings
  int|null pad_token_id
  str hidden_act
config GotOcr2Config PPChart2TableConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index image_seq_length
config GotOcr2VisionConfig PPChart2TableVisionConfig
  bool qkv_bias use_abs_pos use_rel_pos
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size output_channels num_hidden_layers num_attention_heads num_channels window_size mlp_dim
  int|list<int> image_size patch_size
  list<int> global_attn_indexes
  str hidden_act
config GptOssConfig
  bool tie_word_embeddings output_router_logits use_cache attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps swiglu_alpha swiglu_limit router_aux_loss_coef
  float|int attention_dropout
  int num_hidden_layers num_local_experts vocab_size hidden_size intermediate_size head_dim num_attention_heads num_key_value_heads max_position_embeddings num_experts_per_tok
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config GradiumPhononTTSConfig
  bool attention_bias use_cache
  dict<any>|null flow_head_config rope_parameters
  float lsd_time_logit_mean duration_delta duration_delta_scale duration_delta_max_period
  float>=0 layer_norm_eps frame_rate eos_loss_weight lsd_time_logit_std
  float>=0<=1 attention_dropout initializer_range lsd_distill_probability lsd_diagonal_weight latent_stats_ema_decay
  int pad_token_id audio_prompt_token_id audio_latent_token_id audio_bos_token_id num_speakers
  int>0 vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings latent_dim flow_loss_num_samples audio_prompt_dim num_speakers_vocab_size num_speakers_embedding_dim duration_delta_embedding_dim
  int>=0 latent_stats_ema_steps
  int|null num_key_value_heads head_dim bos_token_id eos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
  refuse flow_head_config.condition_dim != hidden_size
  refuse flow_head_config.latent_dim != latent_dim
config GradiumPhononTTSFlowHeadConfig PocketTTSFlowHeadConfig
  'lsd'|'drifting' flow_type
  float>=0 layer_norm_eps rms_norm_eps max_period
  int>0 hidden_size num_hidden_layers latent_dim condition_dim frequency_embedding_size loss_weighting_hidden_size loss_weighting_num_layers
  str hidden_act
config Granite4VisionConfig
  'default'|'full' vision_feature_select_strategy
  bool tie_word_embeddings
  dict<any>|null vision_config text_config qformer_config
  float projector_dropout
  int image_token_index image_seq_length spatial_vision_layer
  int|list<int> vision_feature_layer
  list<any>|null image_grid_pinpoints deepstack_layer_map spatial_target_layers
  str|null downsample_rate
config Granite4VisionTextConfig GraniteConfig GraniteDoclingTextConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout embedding_multiplier logits_scaling residual_multiplier attention_multiplier
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config GraniteDoclingConfig
  bool tie_word_embeddings use_cache
  dict<any>|null text_config vision_config
  float density_router_threshold density_router_loss_weight
  int image_token_id
  int|null pad_token_id density_router_hidden_size
  refuse vision_config.out_hidden_size != text_config.hidden_size
  refuse density_router_hidden_size != none and (not vision_config.use_fine_route)
config GraniteDoclingVisionConfig
  bool use_fine_route
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels out_hidden_size scale_factor
  int|list<int> image_size patch_size
  list<int>|null deepstack_visual_indexes
  str hidden_act
config GraniteMoeConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout embedding_multiplier logits_scaling residual_multiplier attention_multiplier
  float|null router_aux_loss_coef
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id num_local_experts num_experts_per_tok
  str hidden_act
config GraniteMoeHybridConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null output_router_logits mamba_conv_bias mamba_proj_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  float|null router_aux_loss_coef
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings shared_intermediate_size
  int|float|null embedding_multiplier logits_scaling residual_multiplier attention_multiplier
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id num_local_experts num_experts_per_tok mamba_n_heads mamba_n_groups mamba_d_state mamba_d_conv mamba_expand mamba_chunk_size
  int|str|null mamba_d_head
  list<float>|null time_step_limit
  list<str>|null layer_types
  str hidden_act
  str|null position_embedding_type
  refuse mamba_expand * hidden_size % mamba_n_heads != 0
config GraniteMoeSWAConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout embedding_multiplier logits_scaling residual_multiplier attention_multiplier
  float|null router_aux_loss_coef
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings shared_intermediate_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id num_local_experts num_experts_per_tok sliding_window
  list<float|int>|null layer_rope_theta
  list<str>|null layer_types
  str hidden_act
config GraniteMoeSharedConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout embedding_multiplier logits_scaling residual_multiplier attention_multiplier
  float|null router_aux_loss_coef
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings shared_intermediate_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id num_local_experts num_experts_per_tok
  str hidden_act
config GraniteSWAConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout embedding_multiplier logits_scaling residual_multiplier attention_multiplier
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id sliding_window
  list<float|int>|null layer_rope_theta
  list<str>|null layer_types
  str hidden_act
config GraniteSpeech5CTCConfig
  bool ctc_zero_infinity tie_word_embeddings
  dict<any>|null encoder_config
  int vocab_size
  int|null pad_token_id
  str ctc_loss_reduction
  refuse encoder_config.vocab_size != vocab_size
config GraniteSpeech5EncoderConfig
  bool attention_bias
  float initializer_range
  float|int attention_dropout activation_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_mel_bins max_position_embeddings context_size conv_kernel_size conv_expansion_factor
  int|null num_key_value_heads head_dim
  list<int>|null subsample_layers
  str hidden_act
config GraniteSpeechConfig GraniteSpeechPlusConfig
  bool has_lora_adapter tie_word_embeddings
  dict<any>|null text_config encoder_config projector_config
  float initializer_range
  int audio_token_index downsample_rate window_size
config GraniteSpeechEncoderConfig
  float|int dropout
  int input_dim num_layers hidden_dim feedforward_mult num_heads output_dim context_size max_pos_emb conv_kernel_size conv_expansion_factor
  int|null dim_head
config GraniteSpeechPlusEncoderConfig
  float|int dropout
  int input_dim num_layers hidden_dim feedforward_mult num_heads output_dim context_size max_pos_emb conv_kernel_size conv_expansion_factor
  int|null dim_head
  list<int>|null cat_hidden_layers
config GroundingDinoConfig
  bool auxiliary_loss two_stage disable_custom_kernels embedding_init_target decoder_bbox_embed_share two_stage_bbox_embed_share tie_word_embeddings
  dict<any>|null backbone_config text_config
  float class_cost bbox_cost giou_cost bbox_loss_coefficient giou_loss_coefficient focal_alpha init_std layer_norm_eps
  float|int dropout attention_dropout activation_dropout text_enhancer_dropout fusion_droppath fusion_dropout
  int num_queries encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model num_feature_levels encoder_n_points decoder_n_points max_text_len query_dim positional_embedding_temperature
  str activation_function position_embedding_type
  refuse two_stage_bbox_embed_share and (not decoder_bbox_embed_share)
config GroupViTConfig
  bool output_segmentation
  dict<any>|null text_config vision_config
  float logit_scale_init_value initializer_range initializer_factor
  int projection_dim projection_intermediate_dim
config GroupViTTextConfig
  float layer_norm_eps initializer_range initializer_factor
  float|int dropout attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config GroupViTVisionConfig
  float layer_norm_eps initializer_range initializer_factor assign_eps
  float|int dropout attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> image_size patch_size
  list<float|int> assign_mlp_ratio
  list<int> depths num_group_tokens num_output_groups
  str hidden_act
config GteConfig
  bool tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config HGNetV2Config
  bool use_learnable_affine_block
  float initializer_range
  int num_channels embedding_size
  list<bool> stage_downsample stage_light_block
  list<int> depths hidden_sizes stem_channels stage_in_channels stage_mid_channels stage_out_channels stage_num_blocks stage_kernel_size stage_numb_of_layers
  list<int>|null _out_indices
  list<int|list<int>> stem_strides stage_downsample_strides
  list<str>|null _out_features
  str hidden_act
  refuse not (len(stage_in_channels) == len(stage_mid_channels) and len(stage_mid_channels) == len(stage_out_channels) and (len(stage_out_channels) == len(stage_num_blocks)) and (len(stage_num_blocks) == len(stage_downsample)) and (len(stage_downsample) == len(stage_light_block)) and (len(stage_light_block) == len(stage_kernel_size)) and (len(stage_kernel_size) == len(stage_numb_of_layers)))
config HYV3Config
  bool use_cache tie_word_embeddings attention_bias mlp_bias enable_moe_fp32_combine output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps attention_dropout router_scaling_factor
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings moe_intermediate_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id num_experts num_experts_per_tok num_shared_experts
  list<str>|null mlp_layer_types
  str hidden_act
config HYV4Config
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps attention_dropout routed_scaling_factor hc_magnitude hc_eps learnable_sink_init swiglu_limit
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings n_routed_experts n_shared_experts num_experts_per_tok n_group topk_group q_lora_rank kv_lora_rank qk_nope_head_dim qk_rope_head_dim v_head_dim index_topk index_head_dim index_n_heads hc_mult
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null mlp_layer_types layer_types indexer_types
  str hidden_act
config HYV4VLTextConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps attention_dropout routed_scaling_factor hc_magnitude hc_eps learnable_sink_init swiglu_limit
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings n_routed_experts n_shared_experts num_experts_per_tok n_group topk_group q_lora_rank kv_lora_rank qk_nope_head_dim qk_rope_head_dim v_head_dim index_topk index_head_dim index_n_heads hc_mult
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null mlp_layer_types layer_types indexer_types
  str hidden_act
  refuse len(rope_parameters["mrope_section"]) != 3 or sum(rope_parameters["mrope_section"]) != qk_rope_head_dim // 2
config HYV4VLVisionConfig
  float rms_norm_eps attention_dropout
  int hidden_size intermediate_size num_attention_heads num_channels num_hidden_layers out_hidden_size patch_size spatial_merge_size max_image_size
  int|null num_key_value_heads
  str hidden_act interpolate_mode
config HeliumConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config HieraConfig
  bool|null normalize_pixel_loss
  float mlp_ratio initializer_range layer_norm_init layer_norm_eps mask_ratio
  float|int embed_dim_multiplier drop_path_rate
  int embed_dim num_query_pool num_channels
  int|null decoder_hidden_size decoder_depth decoder_num_heads
  list<bool> masked_unit_attention
  list<int> image_size patch_size patch_stride patch_padding depths num_heads query_stride masked_unit_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
  refuse masked_unit_size[0] % query_stride[0] ** (len(depths) - 1) != 0
  refuse num_query_pool >= len(depths)
config HiggsAudioV2Config
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float rms_norm_eps
  float>=0<=1 initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings num_codebooks codebook_size audio_token_id audio_bos_token_id audio_delay_token_id audio_stream_bos_id audio_stream_eos_id
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id pretraining_tp head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config HiggsAudioV2TokenizerConfig
  dict<any>|null acoustic_model_config semantic_model_config
  float initializer_range
  int sample_rate kernel_size unit_kernel_size codebook_size codebook_dim semantic_sample_rate downsample_factor
  list<int> channel_ratios strides block_dilations
  list<int|float> target_bandwidths
config HrmTextConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias prefix_lm
  dict<any>|null rope_parameters
  float rms_norm_eps
  float>=0<=1 initializer_range
  float|null embedding_scale
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings head_dim H_cycles L_cycles
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id num_layers_per_stack
  list<int>|null L_bp_cycles
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config HubertConfig
  bool feat_proj_layer_norm conv_bias conv_pos_batch_norm do_stable_layer_norm apply_spec_augment ctc_zero_infinity use_weighted_layer_sum
  float initializer_range layer_norm_eps
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout final_dropout layerdrop mask_time_prob mask_feature_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks classifier_proj_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int> conv_dim conv_stride conv_kernel
  str hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
config HunYuanDenseV1Config
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pretraining_tp
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id eod_token_id head_dim
  str hidden_act
config HunYuanMoEV1Config
  bool use_cache tie_word_embeddings attention_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pretraining_tp num_experts
  int|list<int> moe_topk
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id eod_token_id sep_token_id head_dim
  str hidden_act
config HunYuanVLConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int image_token_id im_start_id im_end_id im_newline_id
config HunYuanVLTextConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pretraining_tp
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id eod_token_id head_dim sep_token_id
  str hidden_act
config HunYuanVLVisionConfig
  float rms_norm_eps attention_dropout
  int hidden_size intermediate_size num_attention_heads num_channels num_hidden_layers out_hidden_size patch_size spatial_merge_size temporal_patch_size img_max_token_num max_image_size min_image_size max_vit_seq_len text_hidden_size
  int|null num_key_value_heads
  str hidden_act interpolate_mode
config HyperCLOVAXConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias use_post_norm
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout embedding_multiplier logits_scaling residual_multiplier
  float|null attention_multiplier
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config IBertConfig
  bool quant_mode tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act force_dequant
config IJepaConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels
  int|list<int> image_size patch_size
  int|null pooler_output_size
  str hidden_act pooler_act
config Idefics2Config
  bool use_cache tie_word_embeddings
  dict<any>|null vision_config perceiver_config text_config
  int image_token_id
config Idefics2PerceiverConfig
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size resampler_n_latents resampler_depth resampler_n_heads resampler_head_dim num_key_value_heads
  str hidden_act
  refuse num_key_value_heads > resampler_n_heads
config Idefics3Config SmolVLMConfig
  bool use_cache tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_id scale_factor
config IdeficsConfig
  bool use_cache tie_word_embeddings qk_layer_norms freeze_text_layers freeze_lm_head freeze_vision_layers use_resampler
  dict<any>|null vision_config perceiver_config rope_parameters
  float initializer_range alphas_initializer_range rms_norm_eps
  float|int dropout
  int vocab_size additional_vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads cross_layer_interval max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<any> freeze_text_module_exceptions freeze_vision_module_exceptions
  str hidden_act alpha_initializer alpha_type
config IdeficsPerceiverConfig
  bool use_resampler qk_layer_norms_perceiver
  int resampler_n_latents resampler_depth resampler_n_heads resampler_head_dim
config IdeficsVisionConfig
  float layer_norm_eps initializer_range initializer_factor
  float|int attention_dropout
  int embed_dim intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> image_size patch_size
  str hidden_act
config ImageGPTConfig
  bool scale_attn_weights use_cache tie_word_embeddings scale_attn_by_inverse_layer_idx reorder_and_upcast_attn add_cross_attention
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop attn_pdrop
  int vocab_size n_positions n_embd n_layer n_head
  int|list<int>|null eos_token_id
  int|null n_inner pad_token_id bos_token_id
  str activation_function
config InformerConfig
  bool use_cache distil
  float init_std
  float|int dropout encoder_layerdrop decoder_layerdrop attention_dropout activation_dropout
  int input_size num_dynamic_real_features num_static_real_features num_static_categorical_features num_time_features d_model encoder_ffn_dim decoder_ffn_dim encoder_attention_heads decoder_attention_heads encoder_layers decoder_layers num_parallel_samples sampling_factor
  int|null prediction_length context_length
  list<int>|null lags_sequence cardinality embedding_dimension
  str distribution_output loss activation_function attention_type
  str|bool|null scaling
config Inkling2Config Inkling2LoopConfig
  dict<any>|null text_config vision_config
  int image_token_id
  refuse vision_config.text_hidden_size != text_config.hidden_size
config Inkling2LoopTextConfig
  bool use_cache
  float log_scaling_alpha rms_norm_eps route_scale attention_dropout initializer_range qk_l2_clip_threshold rel_l2_clip_threshold mlp_gate_softcap mlp_up_softcap final_logit_softcapping
  int vocab_size unpadded_vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads head_dim swa_num_attention_heads swa_num_key_value_heads swa_head_dim sliding_window_size d_rel rel_extent log_scaling_n_floor max_position_embeddings conv_kernel_size moe_intermediate_size n_routed_experts num_experts_per_tok n_layers_per_attn_res_block loop_layer_index_start loop_layer_index_end loop_num_passes loop_gate_rank
  int|null pad_token_id bos_token_id eos_token_id
  list<str>|null layer_types
  str hidden_act scoring_func
config Inkling2TextConfig
  bool use_cache
  float log_scaling_alpha rms_norm_eps route_scale attention_dropout initializer_range qk_l2_clip_threshold rel_l2_clip_threshold mlp_gate_softcap mlp_up_softcap final_logit_softcapping
  int vocab_size unpadded_vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads head_dim swa_num_attention_heads swa_num_key_value_heads swa_head_dim sliding_window_size d_rel rel_extent log_scaling_n_floor max_position_embeddings conv_kernel_size moe_intermediate_size n_routed_experts num_experts_per_tok n_layers_per_attn_res_block
  int|null pad_token_id bos_token_id eos_token_id
  list<str>|null layer_types
  str hidden_act scoring_func
config Inkling2VisionConfig
  bool projector_bias
  dict<any>|null rope_parameters
  float layer_norm_eps mlp_ratio layer_scale_init_value initializer_range
  float|int attention_dropout
  int hidden_size num_hidden_layers num_attention_heads num_channels patch_size spatial_merge_size posemb_grid_size projection_hidden_dim text_hidden_size
  int|null intermediate_size
  str hidden_act
config InklingAudioConfig
  float rms_norm_eps initializer_range
  int n_mel_bins mel_vocab_size text_hidden_size
config InklingConfig
  dict<any>|null text_config audio_config vision_config
  int image_token_id audio_token_id image_bos_token_id audio_bos_token_id
config InklingTextConfig
  bool shared_expert_sink chain_hidden_post_norm mtp_hidden_states_first
  float log_scaling_alpha rms_norm_eps route_scale logits_mup_width_multiplier rms_norm_eps_moe_gate attention_dropout initializer_range
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads head_dim swa_num_attention_heads swa_num_key_value_heads swa_head_dim sliding_window_size d_rel rel_extent max_position_embeddings conv_kernel_size intermediate_size moe_intermediate_size n_routed_experts num_experts_per_tok n_shared_experts
  int|null unpadded_vocab_size log_scaling_n_floor pad_token_id bos_token_id eos_token_id num_mtp_layers
  list<int>|null local_layer_ids mtp_local_layer_ids
  list<str>|null layer_types mlp_layer_types
  str hidden_act
config InklingVisionConfig
  float rms_norm_eps initializer_range
  int text_hidden_size patch_size temporal_patch_size num_channels hidden_size num_hidden_layers num_attention_heads
config InstructBlipConfig
  dict<any>|null vision_config qformer_config text_config
  float initializer_factor initializer_range
  int num_query_tokens
  int|null image_token_index
config InstructBlipQFormerConfig InstructBlipVideoQFormerConfig
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings cross_attention_frequency encoder_hidden_size
  int|null pad_token_id
  str hidden_act
config InstructBlipVideoConfig
  dict<any>|null vision_config qformer_config text_config
  float initializer_factor initializer_range
  int num_query_tokens
  int|null video_token_index
config InternLM3Config
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
  refuse attention_bias != mlp_bias
config InternVLConfig QianfanOCRConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  float downsample_ratio
  int image_token_id image_seq_length
  int|list<int> vision_feature_layer
  str projector_hidden_act vision_feature_select_strategy
config InternVLVisionConfig
  bool attention_bias use_qk_norm use_mask_token use_absolute_position_embeddings use_mean_pooling
  float initializer_range layer_norm_eps layer_scale_init_value
  float|int hidden_dropout_prob attention_dropout projection_dropout
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels
  int|list<int> image_size patch_size
  str hidden_act norm_type
config Jais2Config
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float layer_norm_eps
  float>=0<=1 initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config JambaConfig
  bool tie_word_embeddings use_cache output_router_logits use_mamba_kernels mamba_conv_bias mamba_proj_bias use_mambapy use_associative_scan
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings num_experts_per_tok num_experts expert_layer_period expert_layer_offset attn_layer_period attn_layer_offset mamba_d_state mamba_d_conv mamba_expand
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  int|str mamba_dt_rank
  str hidden_act
  refuse attn_layer_offset >= attn_layer_period
  refuse expert_layer_offset >= expert_layer_period
config JanusConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config vq_config
  int image_token_id
config JanusVQVAEConfig
  bool double_latent
  float initializer_range
  float|int dropout
  int embed_dim num_embeddings latent_channels in_channels base_channels num_res_blocks num_patches out_channels projection_dim num_hidden_layers image_token_embed_dim
  list<int> channel_multiplier
  str hidden_act
config JanusVisionConfig
  bool attention_bias use_qk_norm
  float layer_norm_eps initializer_range
  float|int attention_dropout mlp_ratio hidden_dropout_rate projection_dropout
  int hidden_size num_hidden_layers num_attention_heads num_channels projection_dim depth num_image_tokens
  int|list<int> image_size patch_size
  str hidden_act
config JetMoeConfig
  bool output_router_logits use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float aux_loss_coef rms_norm_eps initializer_range
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_key_value_heads kv_channels intermediate_size max_position_embeddings num_local_experts num_experts_per_tok
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str activation_function
  refuse num_experts_per_tok > num_local_experts
config JevConfig
  dict<any>|null text_config
  dict<int>|null offsets
  float initializer_range
  float|null softcap
  int hidden_size num_verbalizers
config JinaEmbeddingsV3Config
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config KimiLinearConfig
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads n_shared_experts kv_lora_rank qk_rope_head_dim qk_nope_head_dim n_group max_position_embeddings num_local_experts linear_head_dim linear_num_heads linear_conv_kernel_dim
  int|list<int>|null eos_token_id
  int|null num_key_value_heads q_lora_rank v_head_dim topk_group num_experts_per_tok pad_token_id bos_token_id pretraining_tp
  list<str>|null mlp_layer_types layer_types
  str hidden_act
config Kimi_K25Config
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  float projection_layer_norm_eps
  int image_token_id video_token_id vision_start_token_id vision_end_token_id
  int|null projection_hidden_size
config Kimi_K25VisionConfig
  dict<any>|null rope_parameters
  int patch_size pos_emb_height pos_emb_width pos_emb_time num_attention_heads num_hidden_layers hidden_size intermediate_size
  list<int> merge_kernel_size
  str hidden_act
config Kolibri1Config
  bool use_cache tie_word_embeddings norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok num_experts head_dim shared_expert_intermediate_size
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
  refuse "sliding_attention" in layer_types and (sliding_window == none or sliding_window <= 0)
config Kosmos2Config Kosmos2_5Config
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int latent_query_num
config Kosmos2TextConfig
  bool scale_embedding use_cache tie_word_embeddings add_cross_attention
  float layer_norm_eps init_std
  float|int dropout attention_dropout activation_dropout layerdrop
  int vocab_size max_position_embeddings embed_dim layers ffn_dim attention_heads
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str activation_function
config Kosmos2VisionConfig OwlViTVisionConfig Owlv2VisionConfig
  float layer_norm_eps initializer_range initializer_factor
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> image_size patch_size
  str hidden_act
config Kosmos2_5TextConfig
  bool scale_embedding use_cache tie_word_embeddings
  float layer_norm_eps init_std
  float|int dropout attention_dropout activation_dropout layerdrop
  int vocab_size max_position_embeddings embed_dim layers ffn_dim attention_heads
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str activation_function
config Kosmos2_5VisionConfig
  float layer_norm_eps initializer_factor initializer_range
  float|int dropout_rate attention_dropout
  int hidden_size patch_embed_hidden_size intermediate_size head_dim num_hidden_layers num_attention_heads max_num_patches
  str dense_act_fn
config KyutaiSpeechToTextConfig
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters codec_config
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int codebook_vocab_size vocab_size hidden_size num_hidden_layers num_attention_heads max_position_embeddings sliding_window ffn_dim num_codebooks
  int|list<int>|null eos_token_id
  int|null num_key_value_heads head_dim audio_bos_token_id audio_pad_token_id pad_token_id bos_token_id
  str hidden_act
  refuse ffn_dim % 2 == 1
config LEDConfig
  bool use_cache tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout classifier_dropout
  int vocab_size max_encoder_position_embeddings max_decoder_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model decoder_start_token_id
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int>|int attention_window
  str activation_function
config LagunaConfig
  bool use_cache tie_word_embeddings output_router_logits attention_bias moe_apply_router_weight_on_input
  bool|str gating
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef moe_routed_scaling_factor moe_router_logit_softcapping
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings sliding_window moe_intermediate_size shared_expert_intermediate_size num_experts_per_tok num_experts head_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int>|null num_attention_heads_per_layer
  list<str>|null layer_types mlp_layer_types
  str hidden_act
  refuse moe_apply_router_weight_on_input
  refuse num_attention_heads_per_layer != none and len(num_attention_heads_per_layer) != num_hidden_layers
  refuse len(layer_types) != num_hidden_layers
  refuse len(mlp_layer_types) != num_hidden_layers
config LaraMiniConfig
  bool use_cache tie_word_embeddings attention_bias norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim linear_conv_kernel_dim linear_key_head_dim linear_value_head_dim linear_num_key_heads linear_num_value_heads moe_intermediate_size shared_expert_intermediate_size num_experts_per_tok num_experts sliding_window
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
  refuse num_attention_heads % num_key_value_heads != 0
  refuse linear_num_value_heads % linear_num_key_heads != 0
config LasrCTCConfig
  bool ctc_zero_infinity
  dict<any>|null encoder_config
  int vocab_size pad_token_id
  str ctc_loss_reduction
config LasrEncoderConfig
  bool attention_bias convolution_bias
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps batch_norm_momentum
  float|int dropout dropout_positions layerdrop activation_dropout attention_dropout
  int hidden_size num_hidden_layers num_attention_heads intermediate_size conv_kernel_size subsampling_conv_channels num_mel_bins subsampling_conv_kernel_size subsampling_conv_stride max_position_embeddings
  list<float> feed_forward_residual_weights conv_residual_weights
  str hidden_act
config LayoutLMConfig
  bool use_cache tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size max_2d_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config LayoutLMv2Config LayoutXLMConfig
  bool fast_qkv convert_sync_batchnorm has_relative_attention_bias has_spatial_attention_bias has_visual_segment_embedding
  dict<any>|null detectron2_config_args
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size max_2d_position_embeddings max_rel_pos rel_pos_bins max_rel_2d_pos rel_2d_pos_bins coordinate_size shape_size
  int|null pad_token_id
  list<int> image_feature_pool_shape
  str hidden_act
config LayoutLMv3Config
  bool has_relative_attention_bias has_spatial_attention_bias text_embed visual_embed
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size max_2d_position_embeddings coordinate_size shape_size rel_pos_bins max_rel_pos rel_2d_pos_bins max_rel_2d_pos input_size num_channels
  int|list<int> patch_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config LevitConfig
  float initializer_range
  int num_channels kernel_size stride padding drop_path_rate
  int|list<int> image_size patch_size
  list<int> hidden_sizes num_attention_heads depths key_dim mlp_ratio attention_ratio
config Lfm2Config
  bool use_cache tie_word_embeddings conv_bias block_auto_adjust_ff_dim
  dict<any>|null rope_parameters
  float initializer_range norm_eps
  float|int block_ffn_dim_multiplier
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings conv_L_cache block_multiple_of
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int>|null full_attn_idxs
  list<str>|null layer_types
config Lfm2MoeConfig
  bool tie_word_embeddings use_cache conv_bias output_router_logits use_expert_bias norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range norm_eps routed_scaling_factor
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers max_position_embeddings num_attention_heads num_key_value_heads conv_L_cache num_dense_layers num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types
config Lfm2VlConfig
  bool projector_bias projector_use_layernorm tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_id projector_hidden_size downsample_factor
  str projector_hidden_act
config Lfm3Config
  bool use_cache tie_word_embeddings conv_bias use_sandwich_norm use_attention_gate attention_bias
  dict<any>|null rope_parameters
  float initializer_range norm_eps attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings conv_L_cache head_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
config Lfm3VlConfig
  bool projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_id video_token_id vision_start_token_id vision_end_token_id projector_hidden_size
  str projector_hidden_act
config Lfm3VlVisionConfig
  dict<any>|null rope_parameters
  float initializer_range norm_eps
  int hidden_size intermediate_size in_channels spatial_merge_size num_hidden_layers num_attention_heads num_key_value_heads conv_kernel_size
  int|list<int> patch_size temporal_patch_size
  list<str>|null layer_types
config LightGlueConfig
  bool attention_bias
  dict<any>|null keypoint_detector_config
  float depth_confidence width_confidence filter_threshold initializer_range
  float|int attention_dropout
  int descriptor_dim num_hidden_layers num_attention_heads
  int|null num_key_value_heads
  str hidden_act
  refuse descriptor_dim % num_attention_heads != 0
config LightOnOcrConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int spatial_merge_size image_token_id
config LiltConfig
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size channel_shrink_ratio max_2d_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config Llama4Config
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int boi_token_index eoi_token_index image_token_index
config Llama4TextConfig
  bool use_cache tie_word_embeddings use_qk_norm output_router_logits attn_temperature_tuning attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef router_jitter_noise attn_scale
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size intermediate_size_mlp num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings num_experts_per_tok num_local_experts interleave_moe_layer_step no_rope_layer_interval floor_scale
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id attention_chunk_size
  list<int>|null moe_layers no_rope_layers
  list<str>|null layer_types
  str hidden_act
config Llama4VisionConfig
  bool multi_modal_projector_bias
  dict<any>|null rope_parameters
  float norm_eps initializer_range pixel_shuffle_ratio
  float|int projector_dropout attention_dropout
  int hidden_size num_hidden_layers num_attention_heads num_channels intermediate_size vision_output_dim projector_input_dim projector_output_dim
  int|list<int> image_size patch_size
  str hidden_act vision_feature_select_strategy
config LlamaConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float rms_norm_eps
  float>=0<=1 initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp head_dim
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config LlavaConfig
  'default'|'full' vision_feature_select_strategy
  bool multimodal_projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index image_seq_length
  int|list<int> vision_feature_layer
  str projector_hidden_act
config LlavaNextConfig
  'default'|'full' vision_feature_select_strategy
  bool multimodal_projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index image_seq_length
  int|list<int> vision_feature_layer
  list<any>|null image_grid_pinpoints
  str projector_hidden_act
config LlavaNextVideoConfig
  'default'|'full' vision_feature_select_strategy
  bool multimodal_projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index video_token_index spatial_pool_stride image_seq_length video_seq_length
  int|list<int> vision_feature_layer
  list<any>|null image_grid_pinpoints
  str projector_hidden_act spatial_pool_mode
config LlavaOnevisionConfig
  'default'|'full' vision_feature_select_strategy
  bool multimodal_projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index video_token_index
  int|list<int> vision_feature_layer
  list<any>|null image_grid_pinpoints
  str projector_hidden_act vision_aspect_ratio
config LongT5Config
  bool use_cache is_decoder tie_word_embeddings
  float layer_norm_epsilon initializer_factor
  float|int dropout_rate
  int vocab_size d_model d_kv d_ff num_layers num_heads local_radius global_block_size relative_attention_num_buckets relative_attention_max_distance
  int|list<int>|null eos_token_id
  int|null num_decoder_layers pad_token_id bos_token_id
  str feed_forward_proj encoder_attention_type
config LongcatFlashConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|int attention_dropout
  int vocab_size hidden_size num_layers num_attention_heads max_position_embeddings ffn_hidden_size q_lora_rank kv_lora_rank qk_nope_head_dim qk_rope_head_dim head_dim v_head_dim moe_topk n_routed_experts zero_expert_num expert_ffn_hidden_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id qk_head_dim
  str hidden_act
config LongformerConfig
  bool onnx_export tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null sep_token_id pad_token_id bos_token_id
  list<int>|int attention_window
  str hidden_act
config LukeConfig
  bool use_entity_aware_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size entity_vocab_size hidden_size entity_emb_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config LwDetrConfig
  bool attention_bias disable_custom_kernels auxiliary_loss
  dict<any>|null backbone_config
  float hidden_expansion batch_norm_eps init_std eos_coefficient focal_alpha
  float|int dropout attention_dropout activation_dropout
  int c2f_num_blocks decoder_ffn_dim decoder_n_points decoder_layers decoder_self_attention_heads decoder_cross_attention_heads num_queries group_detr d_model
  int|float class_cost bbox_cost giou_cost class_loss_coefficient dice_loss_coefficient bbox_loss_coefficient giou_loss_coefficient
  list<float> projector_scale_factors
  str activation_function decoder_activation_function
config LwDetrViTConfig
  bool qkv_bias use_absolute_position_embeddings
  float initializer_range layer_norm_eps cae_init_values
  float|int dropout_prob
  int hidden_size num_hidden_layers num_attention_heads mlp_ratio num_channels num_windows
  int|list<int> image_size pretrain_image_size patch_size
  list<int> window_block_indices
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config LxmertConfig
  bool task_matched task_mask_lm task_obj_predict task_qa visual_obj_loss visual_attr_loss visual_feat_loss tie_word_embeddings
  float initializer_range visual_loss_normalizer
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_attention_heads num_qa_labels num_object_labels num_attr_labels intermediate_size max_position_embeddings type_vocab_size l_layers x_layers r_layers visual_feat_dim visual_pos_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config M2M100Config
  bool use_cache scale_embedding tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model
  int|list<int>|null eos_token_id
  int|null decoder_start_token_id pad_token_id bos_token_id
  str activation_function
config MBartConfig
  bool use_cache scale_embedding is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout classifier_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null pad_token_id bos_token_id decoder_start_token_id
  str activation_function
config MLCDVisionConfig
  dict<any>|null rope_parameters
  float layer_norm_eps initializer_range initializer_factor
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_groups num_channels
  int|list<int> image_size patch_size
  str hidden_act
config MMGroundingDinoConfig
  bool auxiliary_loss two_stage disable_custom_kernels embedding_init_target decoder_bbox_embed_share decoder_cls_embed_share tie_word_embeddings
  dict<any>|null backbone_config text_config
  float class_cost bbox_cost giou_cost bbox_loss_coefficient giou_loss_coefficient focal_alpha init_std layer_norm_eps
  float|int dropout attention_dropout activation_dropout text_enhancer_dropout fusion_droppath fusion_dropout
  int num_queries encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model num_feature_levels encoder_n_points decoder_n_points max_text_len query_dim positional_embedding_temperature
  str activation_function position_embedding_type
config MPNetConfig
  bool tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings relative_attention_num_buckets
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config MT5Config
  bool use_cache tie_word_embeddings is_decoder
  float layer_norm_epsilon initializer_factor
  float|int dropout_rate classifier_dropout
  int vocab_size d_model d_kv d_ff num_layers num_heads relative_attention_num_buckets relative_attention_max_distance
  int|list<int>|null eos_token_id
  int|null num_decoder_layers bos_token_id pad_token_id decoder_start_token_id
  str feed_forward_proj
config Mamba2Config
  bool use_bias use_conv_bias residual_in_fp32 rescale_prenorm_residual use_cache tie_word_embeddings
  float layer_norm_epsilon initializer_range time_step_min time_step_max time_step_floor
  int num_heads head_dim vocab_size hidden_size state_size num_hidden_layers expand conv_kernel n_groups chunk_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<float> time_step_limit
  str hidden_act
  str|int time_step_rank
  refuse hidden_size * expand != num_heads * head_dim
config MambaConfig
  bool use_bias use_conv_bias residual_in_fp32 rescale_prenorm_residual use_cache use_mambapy use_associative_scan tie_word_embeddings
  float layer_norm_epsilon initializer_range time_step_scale time_step_min time_step_max time_step_floor
  int vocab_size hidden_size state_size num_hidden_layers expand conv_kernel
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act time_step_init_scheme
  str|int time_step_rank
config MarianConfig
  bool use_cache scale_embedding share_encoder_decoder_embeddings is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model decoder_start_token_id
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null decoder_vocab_size pad_token_id bos_token_id
  str activation_function
config MarkupLMConfig
  bool use_cache
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size max_xpath_tag_unit_embeddings max_xpath_subs_unit_embeddings tag_pad_id subs_pad_id xpath_unit_hidden_size max_depth
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config Mask2FormerConfig
  bool pre_norm enforce_input_projection use_auxiliary_loss
  bool|null output_auxiliary_logits
  dict<any>|null backbone_config
  float no_object_weight class_weight mask_weight dice_weight oversample_ratio importance_sample_ratio init_std init_xavier_std
  float|int dropout
  int feature_size mask_feature_size hidden_dim encoder_feedforward_dim encoder_layers decoder_layers num_attention_heads dim_feedforward common_stride ignore_value num_queries train_num_points
  list<int> feature_strides
  str activation_function
config MaskFormerConfig
  bool use_auxiliary_loss
  bool|null output_auxiliary_logits
  dict<any>|null backbone_config decoder_config
  float no_object_weight init_std init_xavier_std dice_weight cross_entropy_weight mask_weight
  int fpn_feature_size mask_feature_size
config MaskFormerSwinConfig
  bool qkv_bias use_absolute_embeddings
  float mlp_ratio initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels embed_dim window_size
  int|list<int> image_size patch_size
  list<int> depths num_heads
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config MegatronBertConfig
  bool use_cache is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config MellumConfig
  bool use_cache tie_word_embeddings attention_bias norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok num_experts head_dim
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id num_mtp_layers
  list<str>|null layer_types mlp_layer_types mtp_layer_types mtp_mlp_layer_types
  str hidden_act
  refuse num_mtp_layers != none and num_mtp_layers > 1
config MgpstrConfig
  bool qkv_bias distilled output_a3_attentions
  float layer_norm_eps initializer_range
  float|int mlp_ratio drop_rate attn_drop_rate drop_path_rate
  int num_channels max_token_length num_character_labels num_bpe_labels num_wordpiece_labels hidden_size num_hidden_layers num_attention_heads
  int|list<int> patch_size
  list<int> image_size
config MiMoV2FlashConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  float|null routed_scaling_factor attention_value_scale
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok n_routed_experts n_group topk_group head_dim v_head_dim sliding_window
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  list<str>|null layer_types mlp_layer_types
  str hidden_act
config MimiConfig MimiDecoderConfig MimiEncoderConfig
  bool use_causal_conv use_conv_shortcut use_cache use_streaming attention_bias tie_word_embeddings
  dict<any>|null rope_parameters
  float trim_right_ratio initializer_range norm_eps layer_scale_initial_scale
  float|int attention_dropout
  int sampling_rate audio_channels hidden_size num_filters num_residual_layers kernel_size last_kernel_size residual_kernel_size dilation_growth_rate compress codebook_size codebook_dim num_quantizers vector_quantization_hidden_dimension num_semantic_quantizers upsample_groups num_hidden_layers intermediate_size num_attention_heads num_key_value_heads max_position_embeddings sliding_window
  int|null head_dim
  list<int>|null upsampling_ratios
  str pad_mode hidden_act
  refuse num_semantic_quantizers >= num_quantizers
config MiniCPM3Config
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings kv_lora_rank qk_nope_head_dim qk_rope_head_dim
  int|float scale_emb
  int|float|null attention_dropout scale_depth
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp head_dim q_lora_rank v_head_dim dim_model_base
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config MiniCPMOcrConfig
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int insert_layer_id merger_times
  int|null image_token_id video_token_id
  list<int> merge_kernel_size
  str downsample_mode
config MiniCPMOcrVisionConfig MiniCPMV4_6VisionConfig MiniCPMV4_7VisionConfig
  float layer_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels insert_layer_id
  int|list<int> image_size patch_size
  list<int> window_kernel_size
  str hidden_act
config MiniCPMV4_6Config
  bool drop_vision_last_layer tie_word_embeddings
  dict<any>|null text_config vision_config
  int insert_layer_id image_size merger_times
  int|null image_token_id video_token_id
  list<int> merge_kernel_size
  str downsample_mode
config MiniCPMV4_7Config
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  int insert_layer_id image_size merger_times
  int|null image_token_id video_token_id image_start_id image_end_id slice_start_id slice_end_id newline_id
  list<int> merge_kernel_size
  str downsample_mode
config MiniMaxConfig
  bool use_cache tie_word_embeddings output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef router_jitter_noise
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings num_experts_per_tok num_local_experts block_size
  int|float full_attn_alpha_factor full_attn_beta_factor linear_attn_alpha_factor linear_attn_beta_factor mlp_alpha_factor mlp_beta_factor
  int|list<int>|null eos_token_id
  int|null head_dim pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_act
config MiniMaxM2Config
  bool use_cache tie_word_embeddings output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef router_jitter_noise
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings num_experts_per_tok num_local_experts
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config MiniMaxM3VLConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index video_token_index projector_hidden_size
config MiniMaxM3VLTextConfig
  bool use_cache tie_word_embeddings output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef router_jitter_noise routed_scaling_factor swiglu_alpha swiglu_limit
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings num_experts_per_tok num_local_experts dense_intermediate_size shared_intermediate_size rotary_dim index_n_heads index_head_dim index_block_size index_topk_blocks index_local_blocks
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null mlp_layer_types layer_types
  str hidden_act
config MiniMaxM3VLVisionConfig
  dict<any>|null rope_parameters
  float layer_norm_eps attention_dropout initializer_range
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels image_size patch_size temporal_patch_size spatial_merge_size
  str hidden_act
config Ministral3Config
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  str hidden_act
config MinistralConfig
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null head_dim pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_act
config Mistral3Config MistralLarge4Config
  bool multimodal_projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index spatial_merge_size
  int|list<int> vision_feature_layer
  str projector_hidden_act
config Mistral4Config
  bool output_router_logits use_cache tie_word_embeddings attention_bias
  bool|null norm_topk_prob rope_interleave
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads n_shared_experts n_routed_experts kv_lora_rank qk_rope_head_dim qk_nope_head_dim max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads q_lora_rank v_head_dim n_group topk_group num_experts_per_tok first_k_dense_replace pad_token_id bos_token_id pretraining_tp
  str hidden_act
config MistralConfig
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null head_dim pad_token_id bos_token_id sliding_window
  str hidden_act
config MistralLarge4TextConfig
  bool output_router_logits use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps final_logit_softcapping
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_shared_experts n_routed_experts kv_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok max_position_embeddings index_topk index_head_dim index_n_heads head_dim first_k_dense_replace
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int>|null no_rope_layers kv_source_layers
  list<str>|null mlp_layer_types layer_types indexer_types
  str hidden_act
  refuse len(kv_source_layers) != num_hidden_layers
config MixtralConfig
  bool use_cache tie_word_embeddings output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef router_jitter_noise
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings num_experts_per_tok num_local_experts
  int|list<int>|null eos_token_id
  int|null head_dim pad_token_id bos_token_id sliding_window
  str hidden_act
config MllamaConfig
  dict<any>|null vision_config text_config
  int image_token_index
config MllamaTextConfig
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads intermediate_size max_position_embeddings bos_token_id
  int|list<int>|null eos_token_id
  int|null pad_token_id
  list<int>|null cross_attention_layers
  str hidden_act
config MllamaVisionConfig
  float norm_eps initializer_range
  int hidden_size num_hidden_layers num_global_layers attention_heads num_channels intermediate_size vision_output_dim max_num_tiles
  int|list<int> image_size patch_size
  list<int>|null intermediate_layers_indices
  list<list<int>>|null supported_aspect_ratios
  str hidden_act
  refuse supported_aspect_ratios == [[1, 1], [1, 2], [1, 3], [1, 4], [2, 1], [2, 2], [3, 1], [4, 1]] and max_num_tiles != 4
config MobileBertConfig
  bool trigram_input use_bottleneck use_bottleneck_attention key_query_shared_bottleneck classifier_activation tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size embedding_size intra_bottleneck_size num_feedforward_networks
  int|null pad_token_id
  str hidden_act normalization_type
config MobileNetV1Config
  bool tf_padding
  float initializer_range layer_norm_eps
  float|int depth_multiplier classifier_dropout_prob
  int num_channels min_depth
  int|list<int> image_size
  str hidden_act
  refuse depth_multiplier <= 0
config MobileNetV2Config
  bool first_layer_is_expansion finegrained_output tf_padding
  float initializer_range layer_norm_eps
  float|int depth_multiplier expand_ratio classifier_dropout_prob
  int num_channels depth_divisible_by min_depth output_stride semantic_loss_ignore_index
  int|list<int> image_size
  str hidden_act
  refuse depth_multiplier <= 0
config MobileViTConfig
  bool qkv_bias
  float mlp_ratio expand_ratio initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob classifier_dropout_prob aspp_dropout_prob
  int num_channels num_attention_heads conv_kernel_size output_stride aspp_out_channels semantic_loss_ignore_index
  int|list<int> image_size patch_size
  list<int> hidden_sizes neck_hidden_sizes atrous_rates
  str hidden_act
config MobileViTV2Config
  float expand_ratio initializer_range layer_norm_eps
  float|int classifier_dropout_prob aspp_dropout_prob width_multiplier attn_dropout ffn_dropout
  int num_channels conv_kernel_size output_stride aspp_out_channels semantic_loss_ignore_index ffn_multiplier
  int|list<int> image_size patch_size
  list<int> atrous_rates n_attn_blocks base_attn_unit_dims
  str hidden_act
config ModernBertConfig
  'cls'|'mean' classifier_pooling
  bool norm_bias attention_bias mlp_bias decoder_bias classifier_bias deterministic_flash_attn sparse_prediction tie_word_embeddings
  dict<dict<any>>|null rope_parameters
  float initializer_range initializer_cutoff_factor norm_eps
  float|int attention_dropout embedding_dropout mlp_dropout classifier_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings local_attention sparse_pred_ignore_index
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id cls_token_id sep_token_id
  list<str>|null layer_types
  str hidden_activation classifier_activation
config ModernBertDecoderConfig
  bool norm_bias attention_bias mlp_bias decoder_bias classifier_bias use_cache tie_word_embeddings
  dict<dict<any>>|null rope_parameters
  float initializer_range initializer_cutoff_factor norm_eps
  float|int attention_dropout embedding_dropout mlp_dropout classifier_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pad_token_id bos_token_id cls_token_id sep_token_id
  int|list<int>|null eos_token_id
  int|null local_attention
  list<str>|null layer_types
  str hidden_activation classifier_activation
config ModernVBertConfig
  'cls'|'mean' classifier_pooling
  bool classifier_bias tie_word_embeddings
  dict<any>|null text_config vision_config
  float initializer_range initializer_cutoff_factor
  float|int classifier_dropout
  int image_token_id pixel_shuffle_factor
config Molmo2AdapterConfig
  bool attention_bias mlp_bias
  float attention_dropout initializer_range
  int hidden_size num_attention_heads num_key_value_heads head_dim intermediate_size text_hidden_size
  list<int>|null vision_feature_layer
  str hidden_act
config Molmo2Config
  bool tie_word_embeddings
  dict<any>|null vision_config adapter_config text_config
  float initializer_range
  int image_start_token_id low_res_image_start_token_id image_end_token_id image_patch_id frame_start_token_id frame_end_token_id
config Molmo2TextConfig
  bool attention_bias norm_after use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float attention_dropout rms_norm_eps initializer_range
  int hidden_size num_attention_heads num_key_value_heads head_dim vocab_size additional_vocab_size num_hidden_layers intermediate_size max_position_embeddings
  list<int>|null rope_scaling_layers
  str qk_norm_type hidden_act
  refuse qk_norm_type not in ["qwen3", "olmo"]
  refuse additional_vocab_size < 0
config Molmo2VisionConfig
  bool attention_bias
  float layer_norm_eps attention_dropout initializer_range
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim patch_size num_channels
  int|null num_position_embeddings
  list<int>|null image_size
  str hidden_act
config MoonshineConfig
  bool use_cache attention_bias tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size encoder_num_hidden_layers decoder_num_hidden_layers encoder_num_attention_heads decoder_num_attention_heads max_position_embeddings decoder_start_token_id
  int|list<int>|null eos_token_id
  int|null encoder_num_key_value_heads decoder_num_key_value_heads pad_head_dim_to_multiple_of bos_token_id pad_token_id
  str encoder_hidden_act decoder_hidden_act
config MoonshineStreamingConfig
  bool use_cache attention_bias tie_word_embeddings
  dict<any>|null encoder_config rope_parameters
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id decoder_start_token_id head_dim pad_head_dim_to_multiple_of
  str hidden_act
config MoonshineStreamingEncoderConfig
  bool attention_bias
  float frame_ms
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings sample_rate
  int|null head_dim
  list<list<int>> sliding_windows
  str hidden_act
config MoshiConfig
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters audio_encoder_config depth_decoder_config
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads max_position_embeddings sliding_window ffn_dim num_codebooks
  int|list<int>|null eos_token_id
  int|null num_key_value_heads audio_vocab_size head_dim pad_token_id bos_token_id
  str hidden_act
  refuse ffn_dim % 2 == 1
  refuse num_codebooks > audio_encoder_config.num_codebooks
config MoshiDepthConfig
  bool use_cache tie_word_embeddings
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size input_size num_hidden_layers num_attention_heads audio_vocab_size max_position_embeddings sliding_window ffn_dim num_codebooks
  int|list<int>|null eos_token_id
  int|null num_key_value_heads head_dim pad_token_id bos_token_id
  str hidden_act
  refuse ffn_dim % 2 == 1
config MossTranscribeDiarizeAudioConfig
  float initializer_range
  float|int dropout attention_dropout activation_dropout
  int num_mel_bins num_hidden_layers num_attention_heads intermediate_size hidden_size max_source_positions
  str activation_function
config MossTranscribeDiarizeConfig
  bool projector_bias tie_word_embeddings
  dict<any>|null audio_config text_config
  int audio_token_id audio_merge_size audio_chunk_size
  str projector_hidden_act
config MptAttentionConfig
  'multihead_attention'|'multiquery_attention' attn_type
  bool prefix_lm qk_ln attn_uses_sequence_id alibi
  float|null clip_qkv softmax_scale
  int attn_pdrop alibi_bias_max
  str attn_impl
config MptConfig
  bool learned_pos_emb no_bias use_cache tie_word_embeddings
  dict<any>|null attn_config
  float layer_norm_epsilon embedding_fraction initializer_range
  float|int resid_pdrop emb_pdrop
  float|str|null logit_scale
  int d_model n_heads n_layers expansion_ratio max_seq_len vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str init_device norm_type
config MraConfig
  bool add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size block_per_row initial_prior_first_n_blocks initial_prior_diagonal_n_blocks
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act approx_mode
config MuseGlimmerAssistantConfig
  dict<any>|null rope_parameters
  float rms_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings sliding_window block_size mask_token_id
  int|null bos_token_id eos_token_id pad_token_id
  list<int>|null target_layer_ids
  list<str>|null layer_types
  str hidden_act
config MuseGlimmerConfig
  dict<any>|null text_config vision_config
  int image_token_id video_token_id out_hidden_size projector_hidden_size
  str projector_hidden_act
config MuseGlimmerTextConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps final_logit_softcapping qk_scale_factor output_multiplier post_norm_eps
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  list<float|int>|null layer_rope_theta
  list<str>|null layer_types
  str hidden_activation
  refuse hidden_size % num_attention_heads != 0
config MuseGlimmerVisionConfig MuseSparkVisionConfig
  dict<any>|null rope_parameters
  float layer_norm_eps
  int patch_size pos_emb_height pos_emb_width num_attention_heads num_hidden_layers hidden_size intermediate_size patch_temporal merge_size max_position_embeddings
  list<str>|null layer_types
  str hidden_act
config MuseSparkAudioConfig
  float mlp_ratio rms_norm_eps initializer_range
  int num_hidden_layers conv_kernel_size out_hidden_size
  list<int> patch_sizes hidden_sizes depths
  str hidden_act
  refuse not (len(patch_sizes) == len(hidden_sizes) and len(hidden_sizes) == len(depths) and (len(depths) == num_hidden_layers))
config MuseSparkConfig
  dict<any>|null text_config vision_config audio_config
  int image_token_id video_token_id out_hidden_size projector_hidden_size audio_token_id
  str projector_hidden_act
  refuse audio_config.out_hidden_size != text_config.hidden_size
config MuseSparkTextConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps final_logit_softcapping qk_scale_factor output_multiplier post_norm_eps routed_scaling_factor residual_gate_temperature
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings moe_intermediate_size num_local_experts num_experts_per_tok moe_hidden_size
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  list<float|int>|null layer_rope_theta
  list<str>|null layer_types mlp_layer_types
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config MusicFlamingoConfig
  bool projector_bias
  dict<any>|null audio_config text_config rope_parameters
  float audio_frame_step
  int audio_token_id audio_bos_token_id audio_eos_token_id
  str projector_hidden_act
config MusicgenConfig
  dict<any>|null text_encoder audio_encoder decoder
  float initializer_factor
config MusicgenDecoderConfig
  bool use_cache scale_embedding tie_word_embeddings is_decoder add_cross_attention
  float initializer_factor
  float|int layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings num_hidden_layers ffn_dim num_attention_heads hidden_size num_codebooks audio_channels
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id cross_attention_hidden_size
  str activation_function
  refuse audio_channels not in [1, 2]
config MusicgenMelodyConfig
  dict<any>|null text_encoder audio_encoder decoder
  float initializer_factor
  int num_chroma chroma_length
config MusicgenMelodyDecoderConfig
  bool use_cache scale_embedding tie_word_embeddings is_decoder add_cross_attention
  float initializer_factor
  float|int layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings num_hidden_layers ffn_dim num_attention_heads hidden_size num_codebooks audio_channels
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str activation_function
  refuse audio_channels not in [1, 2]
config MvpConfig
  bool scale_embedding use_cache use_prompt is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout classifier_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model prompt_length prompt_mid_dim
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id decoder_start_token_id
  str activation_function
config NanoChatConfig
  bool use_cache attention_bias tie_word_embeddings
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int attention_dropout
  float|null final_logit_softcapping
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads bos_token_id pad_token_id
  str hidden_act
config Nemotron3DiarizationAudioConfig Nemotron3_5TranscribeAsrAudioConfig
  dict<any>|null rope_parameters
  float initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings num_mel_bins subsampling_factor
  int|null num_key_value_heads
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config Nemotron3DiarizationConfig
  dict<any>|null audio_config head_config streaming_config
  float initializer_range
  int chunk_length chunk_right_context fifo_length speaker_cache_update_period
  int>=0 chunk_left_context
  refuse chunk_right_context >= chunk_length
  refuse head_config.audio_hidden_size != audio_config.hidden_size
  refuse head_config.subsampling_factor != audio_config.subsampling_factor
  refuse streaming_config.num_speakers != head_config.num_speakers
  refuse streaming_config.subsampling_factor != audio_config.subsampling_factor
  refuse streaming_config.speaker_cache_length < (1 + streaming_config.speaker_cache_silence_frames_per_speaker) * streaming_config.num_speakers
config Nemotron3DiarizationHeadConfig
  int>0 hidden_size num_speakers audio_hidden_size subsampling_factor
config Nemotron3DiarizationStreamingConfig
  float prediction_score_threshold latest_frames_score_boost strong_boost_rate weak_boost_rate min_positive_scores_rate
  int>0 fifo_length speaker_cache_update_period speaker_cache_length num_speakers subsampling_factor
  int>=0 speaker_cache_silence_frames_per_speaker
config Nemotron3_5AsrConfig
  dict<any>|null encoder_config
  int vocab_size decoder_hidden_size num_decoder_layers max_symbols_per_step pad_token_id blank_token_id num_prompts prompt_intermediate_size default_prompt_id
  str hidden_act
config Nemotron3_5TranscribeAudioConfig
  dict<any>|null asr_config diarization_config
  float>=0<=1 speaker_activity_threshold
  refuse asr_config.subsampling_factor != diarization_config.audio_config.subsampling_factor
config Nemotron3_5TranscribeConfig
  dict<any>|null audio_config text_config word_timestamp_config
  int audio_token_id
config Nemotron3_5TranscribeWordTimestampConfig
  dict<any>|null rope_parameters
  float initializer_range
  float>=0 residual_scale
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings vocab_size blank_token_id
  int>=1 upsampling_factor
  int|null num_key_value_heads
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
  refuse not (0 <= blank_token_id and blank_token_id < vocab_size)
config NemotronAsrStreamingConfig ParakeetRNNTConfig
  dict<any>|null encoder_config
  int vocab_size decoder_hidden_size num_decoder_layers max_symbols_per_step pad_token_id blank_token_id
  str hidden_act
config NemotronAsrStreamingEncoderConfig
  bool attention_bias convolution_bias scale_input
  float initializer_range
  float|int dropout dropout_positions layerdrop activation_dropout attention_dropout
  int hidden_size num_hidden_layers num_attention_heads intermediate_size conv_kernel_size subsampling_factor subsampling_conv_channels num_mel_bins subsampling_conv_kernel_size subsampling_conv_stride max_position_embeddings sliding_window default_num_lookahead_tokens
  str hidden_act
config NemotronConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null head_dim num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config NemotronHConfig
  bool tie_word_embeddings use_cache attention_bias mlp_bias use_mamba_kernels use_conv_bias mamba_proj_bias output_router_logits moe_shared_expert_overlap norm_topk_prob use_bias residual_in_fp32 rescale_prenorm_residual
  float time_step_min time_step_max time_step_floor initializer_range layer_norm_epsilon
  float|int attention_dropout routed_scaling_factor hidden_dropout
  int vocab_size hidden_size num_logits_to_keep num_attention_heads num_key_value_heads head_dim max_position_embeddings intermediate_size ssm_state_size mamba_num_heads mamba_head_dim n_groups conv_kernel expand chunk_size n_routed_experts n_shared_experts moe_intermediate_size moe_shared_expert_intermediate_size num_experts_per_tok n_group topk_group num_nextn_predict_layers
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window moe_latent_size
  list<float> time_step_limit
  list<str>|null layers_block_type mtp_layers_block_type
  str mlp_hidden_act mamba_hidden_act mamba_ssm_cache_dtype
  own layer_types
config NemotronH_Omni_Reasoning_V3_Config
  dict<any>|null vision_config text_config audio_config
  float downsample_ratio video_pruning_rate
  int projector_hidden_size vision_hidden_size video_temporal_patch_size
  int|null force_image_size image_token_id video_token_id audio_token_id
  refuse vision_config.video_temporal_patch_size != video_temporal_patch_size
config NeoMMEConfig
  'relu2' hidden_act
  bool mlp_bias attention_bias tie_word_embeddings
  dict<dict<any>>|null rope_parameters
  float norm_eps initializer_range
  float|int attention_dropout
  float|null residual_multiplier
  int>0 vocab_size embedding_rank hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings patch_size embedding_dim
  int|null sliding_window pad_token_id document_token_id image_token_id
  list<str>|null layer_types
  own layer_types
  refuse num_attention_heads % num_key_value_heads
  refuse len(layer_types) != num_hidden_layers
  refuse "full_attention" not in layer_types
config NeuCodecConfig
  bool tie_word_embeddings attention_bias
  dict<any>|null rope_parameters semantic_model_config
  float rms_norm_eps activation_dropout
  float>=0<=1 initializer_range
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim encoder_hidden_size quantization_dim input_sampling_rate output_sampling_rate
  int|float|null attention_dropout
  int|null pad_token_id
  list<int> downsampling_ratios quantization_levels
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config NllbMoeConfig
  'float32'|'float16'|'bfloat16' router_dtype
  bool use_cache scale_embedding router_bias router_ignore_padding_tokens normalize_router_prob_before_dropping batch_prioritized_routing tie_word_embeddings output_router_logits
  float init_std router_z_loss_coef router_aux_loss_coef moe_eval_capacity_token_fraction
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout moe_token_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model num_experts expert_capacity encoder_sparse_step decoder_sparse_step
  int|list<int>|null eos_token_id
  int|null decoder_start_token_id pad_token_id bos_token_id
  str activation_function second_expert_policy
config NomicBertConfig
  dict<any>|null rope_parameters
  float hidden_dropout_prob attention_probs_dropout_prob initializer_range layer_norm_eps
  float|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size pad_token_id
  int|null bos_token_id eos_token_id head_dim
  str hidden_act
config NougatConfig SpeechEncoderDecoderConfig VisionEncoderDecoderConfig
  dict<any>|null encoder decoder
config NystromformerConfig
  bool inv_coeff_init_option add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size segment_means_seq_len num_landmarks conv_kernel_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config OPTConfig
  bool do_layer_norm_before _remove_final_layer_norm use_cache enable_bias layer_norm_elementwise_affine tie_word_embeddings
  float init_std
  float|int dropout attention_dropout layerdrop
  int vocab_size hidden_size num_hidden_layers ffn_dim max_position_embeddings num_attention_heads
  int|list<int>|null eos_token_id
  int|null word_embed_proj_dim pad_token_id bos_token_id
  str activation_function
config Olmo3Config
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_act
config OlmoConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range
  float|int attention_dropout
  float|null clip_qkv
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config OlmoHybridConfig
  bool use_cache tie_word_embeddings attention_bias linear_allow_neg_eigval
  dict<any>|null rope_parameters
  float rms_norm_eps linear_a_log_min linear_a_log_max linear_dt_min linear_dt_max linear_dt_init_floor
  float>=0<=1 initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings linear_conv_kernel_dim
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id linear_num_key_heads linear_num_value_heads linear_key_head_dim linear_value_head_dim
  list<str>|null layer_types
  str hidden_act
  refuse "linear_attention" not in layer_types
config OlmoeConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  float|null clip_qkv
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id
  str hidden_act
config OmDetTurboConfig
  'cosine'|'dot' class_distance_type
  bool apply_layernorm_after_vision_backbone disable_custom_kernels learn_initial_query
  dict<any>|null text_config backbone_config
  float layer_norm_eps batch_norm_eps init_std
  float|int encoder_feedforward_dropout encoder_dropout decoder_dropout
  int text_projection_in_dim text_projection_out_dim task_encoder_hidden_dim class_embed_dim num_queries hidden_expansion encoder_hidden_dim encoder_attention_heads encoder_dim_feedforward encoder_layers positional_encoding_temperature num_feature_levels decoder_hidden_dim decoder_num_heads decoder_num_layers decoder_dim_feedforward decoder_num_points cache_size
  int|list<int> image_size
  int|null eval_size
  list<int> vision_features_channels encoder_in_channels encoder_projection_indices
  str csp_activation conv_norm_activation encoder_feedforward_activation decoder_activation
config OmniASRAudioConfig
  bool conv_bias
  float initializer_range layer_norm_eps
  float|int attention_dropout hidden_dropout layerdrop activation_dropout
  int hidden_size num_attention_heads num_hidden_layers num_conv_pos_embeddings num_conv_pos_embedding_groups intermediate_size
  list<int> conv_dim conv_kernel conv_stride
  str hidden_act
  refuse len(conv_stride) != len(conv_dim) or len(conv_kernel) != len(conv_dim)
config OmniASRCTCConfig
  bool ctc_zero_infinity
  dict<any>|null audio_config
  float initializer_range
  int vocab_size blank_token_id
  int|null pad_token_id
  str ctc_loss_reduction
  refuse initializer_range != audio_config.initializer_range
config OmniASRConfig
  dict<any>|null audio_config text_config
  float initializer_range
  int audio_token_id
  int|null bos_token_id pad_token_id eos_token_id
  refuse initializer_range != audio_config.initializer_range
config OneFormerConfig
  bool is_training use_auxiliary_loss output_auxiliary_logits use_task_norm pre_norm enforce_input_proj
  dict<any>|null backbone_config
  float no_object_weight class_weight mask_weight dice_weight contrastive_weight contrastive_temperature oversample_ratio importance_sample_ratio init_std init_xavier_std layer_norm_eps
  float|int dropout
  int ignore_value num_queries train_num_points task_seq_len text_encoder_width text_encoder_context_length text_encoder_num_layers text_encoder_vocab_size text_encoder_proj_layers text_encoder_n_ctx conv_dim mask_dim hidden_dim encoder_feedforward_dim encoder_layers decoder_layers num_attention_heads dim_feedforward query_dec_layers common_stride
  list<int> strides
  str norm
config OpenAIGPTConfig
  bool summary_use_proj summary_proj_to_labels tie_word_embeddings
  float layer_norm_epsilon initializer_range
  float|int resid_pdrop embd_pdrop attn_pdrop summary_first_dropout
  int vocab_size n_positions n_embd n_layer n_head
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str afn summary_type
  str|null summary_activation
config OpenAIPrivacyFilterConfig
  bool tie_word_embeddings output_router_logits use_cache attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps swiglu_alpha swiglu_limit router_aux_loss_coef classifier_dropout
  float|int attention_dropout
  int num_hidden_layers num_local_experts vocab_size hidden_size intermediate_size head_dim num_attention_heads num_key_value_heads sliding_window max_position_embeddings num_experts_per_tok
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
config Ovis2Config
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_id vocab_size hidden_size
  list<int> visual_indicator_token_ids
config Ovis2VisionConfig
  bool qkv_bias mlp_bias
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels vocab_size hidden_stride num_visual_indicator_tokens
  int|list<int> image_size patch_size
  str hidden_act tokenize_function
config OwlViTConfig Owlv2Config
  dict<any>|null text_config vision_config
  float logit_scale_init_value initializer_factor
  int projection_dim
config OwlViTTextConfig Owlv2TextConfig XCLIPTextConfig
  float layer_norm_eps initializer_range initializer_factor
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config PI0Config
  dict<any>|null vlm_config dit_config
  float time_sampling_beta_alpha time_sampling_beta_beta time_sampling_scale time_sampling_offset min_period max_period
  int chunk_size max_state_dim max_action_dim num_inference_steps
  str loss_reduction
  refuse dit_config.hidden_size % 2 != 0
config PLBartConfig
  bool use_cache scale_embedding is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout classifier_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null pad_token_id bos_token_id
  str activation_function
config PPDocLayoutV2Config
  bool freeze_backbone_batch_norms normalize_before learn_initial_query disable_custom_kernels
  dict<any>|null backbone_config reading_order_config
  float initializer_range layer_norm_eps batch_norm_eps hidden_expansion label_noise_ratio box_noise_scale
  float|int dropout activation_dropout attention_dropout
  float|null initializer_bias_prior_prob
  int encoder_hidden_dim encoder_layers encoder_ffn_dim encoder_attention_heads positional_encoding_temperature d_model num_queries decoder_ffn_dim num_feature_levels decoder_n_points decoder_layers decoder_attention_heads num_denoising
  list<float>|null class_thresholds
  list<int>|null encoder_in_channels feat_strides encode_proj_layers eval_size decoder_in_channels anchor_image_size class_order
  str encoder_activation_function activation_function decoder_activation_function
config PPDocLayoutV2ReadingOrderConfig
  bool has_relative_attention_bias has_spatial_attention_bias
  float layer_norm_eps initializer_range
  float|int attention_probs_dropout_prob hidden_dropout_prob gp_dropout_value
  int hidden_size num_attention_heads intermediate_size num_hidden_layers rel_pos_bins max_rel_pos rel_2d_pos_bins max_rel_2d_pos max_position_embeddings max_2d_position_embeddings type_vocab_size vocab_size start_token_id end_token_id pred_token_id coordinate_size shape_size num_classes relation_bias_embed_dim relation_bias_theta relation_bias_scale global_pointer_head_size
  int|null pad_token_id
  str hidden_act
config PPDocLayoutV3Config
  bool tie_word_embeddings freeze_backbone_batch_norms normalize_before mask_enhanced learn_initial_query disable_custom_kernels
  dict<any>|null backbone_config
  float initializer_range layer_norm_eps batch_norm_eps hidden_expansion label_noise_ratio box_noise_scale
  float|int dropout activation_dropout attention_dropout gp_dropout_value
  float|null initializer_bias_prior_prob
  int encoder_hidden_dim encoder_layers encoder_ffn_dim encoder_attention_heads positional_encoding_temperature x4_feat_dim d_model num_prototypes num_queries decoder_ffn_dim num_feature_levels decoder_n_points decoder_layers decoder_attention_heads num_denoising global_pointer_head_size
  int|null eval_size anchor_image_size
  list<int> encoder_in_channels feat_strides encode_proj_layers mask_feature_channels decoder_in_channels
  str encoder_activation_function activation_function decoder_activation_function
config PPDocLayoutV4Config
  bool tie_word_embeddings freeze_backbone_batch_norms normalize_before disable_custom_kernels
  dict<any>|null backbone_config
  float initializer_range layer_norm_eps batch_norm_eps hidden_expansion s2r_damping s2r_closure_weight_init
  float|int dropout activation_dropout attention_dropout gp_dropout_value
  float|null initializer_bias_prior_prob
  int encoder_hidden_dim encoder_layers encoder_ffn_dim encoder_attention_heads positional_encoding_temperature num_queries decoder_ffn_dim num_feature_levels decoder_n_points decoder_layers decoder_attention_heads num_denoising global_pointer_head_size hidden_size num_coords s2r_steps
  list<int> encoder_in_channels feat_strides encode_proj_layers decoder_in_channels
  list<int>|null eval_size anchor_image_size
  str encoder_activation_function activation_function decoder_activation_function
  refuse num_coords != 10
config PPFormulaNetConfig VideoPrismConfig
  dict<any>|null text_config vision_config
config PPFormulaNetTextConfig
  bool use_cache scale_embedding tie_word_embeddings
  float init_std
  float|int decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null pad_token_id bos_token_id decoder_start_token_id
  str activation_function
config PPFormulaNetVisionConfig
  bool qkv_bias use_abs_pos use_rel_pos
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size output_channels num_hidden_layers num_attention_heads num_channels image_size window_size mlp_dim post_conv_in_channels post_conv_out_channels post_conv_mid_channels decoder_hidden_size
  int|list<int> patch_size
  list<int> global_attn_indexes
  str hidden_act
config PPLCNetConfig
  float|int scale hidden_dropout_prob
  int stem_channels stem_stride reduction class_expand divisor
  list<any>|null block_configs
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
  refuse len(block_configs) != 5
config PPLCNetV3Config
  float|int scale
  int stem_channels stem_stride reduction divisor conv_symmetric_num
  list<any>|null block_configs
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
  refuse len(block_configs) != 5
config PPLCNetV4Config
  bool use_learnable_affine_block
  float|int scale
  int reduction num_channels
  list<any>|null block_configs
  list<int> stem_channels
  list<int>|null _out_indices
  list<int|list<int>> stem_strides
  list<str>|null _out_features
  str hidden_act stem_type
  refuse len(block_configs) != 4
  refuse stem_type not in ["large", "small"]
config PPOCRV5MobileDetConfig
  dict<any>|null backbone_config
  int reduction neck_out_channels
  list<int> kernel_list layer_list_out_channels
  str interpolate_mode
config PPOCRV5MobileRecConfig PPOCRV5ServerRecConfig PPOCRV6SmallRecConfig
  bool qkv_bias
  dict<any>|null backbone_config
  float mlp_ratio layer_norm_eps
  float|int attention_dropout
  int hidden_size depth head_out_channels num_attention_heads
  list<any>|null conv_kernel_size
  str hidden_act
config PPOCRV5ServerDetConfig
  dict<any>|null backbone_config intraclass_block_config
  int neck_out_channels reduce_factor intraclass_block_number scale_factor
  list<any>|null scale_factor_list kernel_list
  str interpolate_mode hidden_act
config PPOCRV6MediumDetConfig
  dict<any>|null backbone_config intraclass_block_config
  int neck_out_channels reduce_factor intraclass_block_number scale_factor
  list<any>|null scale_factor_list kernel_list
  str interpolate_mode
config PPOCRV6SmallDetConfig
  dict<any>|null backbone_config
  int reduction neck_out_channels dilated_kernel_size
  list<int> kernel_list layer_list_out_channels
  str interpolate_mode
config PPOCRV6TinyRecConfig
  dict<any>|null backbone_config
  int hidden_size head_out_channels
config PaddleOCRVisionConfig
  dict<any>|null rope_parameters
  float layer_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels image_size patch_size spatial_merge_size
  str hidden_act
config PaliGemmaConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index vocab_size projection_dim hidden_size
config ParakeetCTCConfig
  bool ctc_zero_infinity
  dict<any>|null encoder_config
  int vocab_size
  int|null pad_token_id
  str ctc_loss_reduction
config ParakeetEncoderConfig
  bool attention_bias convolution_bias scale_input
  float initializer_range
  float|int dropout dropout_positions layerdrop activation_dropout attention_dropout
  int hidden_size num_hidden_layers num_attention_heads intermediate_size conv_kernel_size subsampling_factor subsampling_conv_channels num_mel_bins subsampling_conv_kernel_size subsampling_conv_stride max_position_embeddings
  str hidden_act
config ParakeetTDTConfig
  dict<any>|null encoder_config
  int vocab_size decoder_hidden_size num_decoder_layers max_symbols_per_step pad_token_id blank_token_id
  list<int> durations
  str hidden_act
config PatchTSMixerConfig
  bool gated_attn self_attn use_positional_encoding masked_loss channel_consistent_masking
  float init_std norm_eps random_mask_ratio
  float|int dropout head_dropout
  int context_length patch_length num_input_channels patch_stride num_parallel_samples d_model expansion_factor num_layers self_attn_heads mask_value prediction_length num_targets
  list<any>|null prediction_channel_indices output_range
  list<int>|int|null num_forecast_mask_patches
  list<int>|null unmasked_channel_indices
  str mode norm_mlp positional_encoding_type loss mask_type distribution_output
  str|bool|null scaling
  str|null head_aggregation
config PatchTSTConfig
  bool share_embedding channel_attention bias pre_norm use_cls_token share_projection
  bool|null do_mask_input channel_consistent_masking
  float norm_eps init_std random_mask_ratio
  float|int attention_dropout positional_dropout path_dropout ff_dropout head_dropout
  int num_input_channels context_length patch_length patch_stride num_hidden_layers d_model num_attention_heads ffn_dim mask_value prediction_length num_targets num_parallel_samples
  list<any>|null output_range
  list<int>|int|null num_forecast_mask_patches
  list<int>|null unmasked_channel_indices
  str distribution_output norm_type activation_function positional_encoding_type mask_type
  str|bool|null scaling
  str|null loss pooling_type
config PeAudioConfig
  dict<any>|null text_config audio_config
config PeAudioEncoderConfig
  bool attention_bias
  dict<any>|null dac_config rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads head_dim max_position_embeddings
  int|null num_key_value_heads
  str hidden_act
config PeAudioVideoConfig
  bool tie_word_embeddings
  dict<any>|null text_config audio_video_config
config PeAudioVideoEncoderConfig
  bool attention_bias
  dict<any>|null audio_config video_config rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads head_dim max_position_embeddings
  int|null num_key_value_heads
  str hidden_act
config PeVideoConfig
  dict<any>|null text_config video_config
config PeVideoEncoderConfig
  bool attention_bias
  dict<any>|null vision_config rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads head_dim max_position_embeddings
  int|null num_key_value_heads
  str hidden_act
config PegasusConfig
  bool use_cache scale_embedding is_decoder tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null decoder_start_token_id pad_token_id
  str activation_function
config PegasusXConfig
  bool use_cache scale_embedding stagger_local_blocks tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model num_global_tokens block_size
  int|list<int>|null eos_token_id forced_eos_token_id
  int|null decoder_start_token_id pad_token_id
  str activation_function
config PerceiverConfig
  bool use_query_residual
  float initializer_range layer_norm_eps
  float|int attention_probs_dropout_prob
  int num_latents d_latents d_model num_blocks num_self_attends_per_block num_self_attention_heads num_cross_attention_heads self_attention_widening_factor cross_attention_widening_factor vocab_size max_position_embeddings num_frames audio_samples_per_frame samples_per_patch output_num_channels _label_trainable_num_channels
  int|list<int> image_size
  int|null qk_channels v_channels
  list<int> train_size output_shape
  str cross_attention_shape_for_attention hidden_act
config PerceptionLMConfig
  bool vision_use_cls_token
  bool|null tie_word_embeddings
  dict<any>|null vision_config text_config
  int projector_pooling_ratio image_token_id video_token_id
config PersimmonConfig
  bool use_cache tie_word_embeddings qk_layernorm
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int hidden_dropout attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config Phi3Config
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int resid_pdrop embd_pdrop attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings original_max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads bos_token_id pad_token_id sliding_window
  str hidden_act
config Phi4MultimodalAudioConfig
  bool bias_symmetric
  float initializer_range
  float|int dropout_rate
  int hidden_size intermediate_size num_blocks num_attention_heads chunk_size left_chunk ext_pw_out_channel depthwise_separable_out_channel depthwise_multiplier kernel_size input_size time_reduction bias_max_distance nemo_conv_channels downsample_rate audio_token_id feature_layer
  str activation conv_activation conv_glu_type nemo_activation
  refuse time_reduction % 2 != 0
config Phi4MultimodalConfig
  bool use_cache tie_word_embeddings
  dict<any>|null rope_parameters vision_config audio_config
  float initializer_range rms_norm_eps
  float|int resid_pdrop embd_pdrop attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads original_max_position_embeddings bos_token_id pad_token_id sliding_window
  str hidden_act
config Phi4MultimodalVisionConfig
  float layer_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels crop_size image_token_id feature_layer
  int|list<int> image_size patch_size
  str hidden_act
config PhiConfig
  bool use_cache tie_word_embeddings qk_layernorm
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int resid_pdrop embd_pdrop
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads bos_token_id pad_token_id
  str hidden_act
config PhimoeConfig
  bool use_cache tie_word_embeddings output_router_logits attention_bias lm_head_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef router_jitter_noise input_jitter_noise
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings num_experts_per_tok num_local_experts
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  str hidden_act
config Pix2StructConfig
  bool is_vqa tie_word_embeddings
  dict<any>|null text_config vision_config
  float initializer_factor initializer_range
config Pix2StructTextConfig
  bool use_cache tie_word_embeddings is_decoder add_cross_attention
  float layer_norm_epsilon initializer_factor
  float|int dropout_rate
  int vocab_size hidden_size d_kv d_ff num_layers num_heads relative_attention_num_buckets relative_attention_max_distance decoder_start_token_id
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str dense_act_fn
config Pix2StructVisionConfig
  float layer_norm_eps initializer_range initializer_factor
  float|int dropout_rate attention_dropout
  int hidden_size patch_embed_hidden_size d_ff d_kv num_hidden_layers num_attention_heads seq_len relative_attention_num_buckets relative_attention_max_distance
  str dense_act_fn
config PixioConfig
  bool qkv_bias apply_layernorm reshape_hidden_states
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads mlp_ratio num_channels n_cls_tokens
  int|list<int> image_size patch_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config PixtralVisionConfig
  dict<any>|null rope_parameters
  float initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> image_size patch_size
  str hidden_act
config PocketTTSAudioTokenizerConfig PocketTTSAudioTokenizerDecoderConfig PocketTTSAudioTokenizerEncoderConfig
  bool use_causal_conv use_conv_shortcut use_cache use_streaming attention_bias
  dict<any>|null rope_parameters
  float trim_right_ratio initializer_range norm_eps layer_scale_initial_scale
  float|int attention_dropout
  int sampling_rate hidden_size num_filters num_residual_layers kernel_size last_kernel_size residual_kernel_size dilation_growth_rate compress upsample_groups intermediate_size num_attention_heads num_key_value_heads max_position_embeddings sliding_window
  int>0 num_hidden_layers latent_stride latent_dim
  int>=1<=1 audio_channels
  int|null head_dim
  list<int>|null upsampling_ratios
  str pad_mode hidden_act
config PocketTTSConfig
  bool attention_bias use_cache
  dict<any>|null flow_head_config rope_parameters
  float lsd_time_logit_mean
  float>=0 layer_norm_eps frame_rate eos_loss_weight lsd_time_logit_std
  float>=0<=1 attention_dropout initializer_range lsd_distill_probability lsd_diagonal_weight latent_stats_ema_decay
  int pad_token_id audio_prompt_token_id audio_latent_token_id audio_prompt_bos_token_id audio_bos_token_id
  int>0 vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings latent_dim flow_loss_num_samples
  int>=0 latent_stats_ema_steps
  int|null num_key_value_heads head_dim bos_token_id eos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
  refuse flow_head_config.condition_dim != hidden_size
  refuse flow_head_config.latent_dim != latent_dim
config PoolFormerConfig
  bool use_layer_scale
  float mlp_ratio layer_scale_init_value initializer_range
  float|int drop_path_rate
  int num_channels stride pool_size num_encoder_blocks
  int|list<int> patch_size
  list<int> depths hidden_sizes patch_sizes strides padding
  str hidden_act
config Pop2PianoConfig
  bool use_cache is_decoder tie_word_embeddings
  float layer_norm_epsilon initializer_factor
  float|int dropout_rate
  int vocab_size composer_vocab_size d_model d_kv d_ff num_layers num_heads relative_attention_num_buckets relative_attention_max_distance
  int|list<int>|null eos_token_id
  int|null num_decoder_layers pad_token_id
  str feed_forward_proj dense_act_fn
config ProphetNetConfig
  bool add_cross_attention disable_ngram_loss use_cache is_decoder tie_word_embeddings
  float init_std eps
  float|int activation_dropout attention_dropout dropout
  int vocab_size hidden_size encoder_ffn_dim num_encoder_layers num_encoder_attention_heads decoder_ffn_dim num_decoder_layers num_decoder_attention_heads max_position_embeddings ngram num_buckets relative_max_distance
  int|list<int>|null eos_token_id
  int|null decoder_start_token_id pad_token_id bos_token_id
  str activation_function
config PvtConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels num_encoder_blocks num_labels
  int|list<int> image_size
  list<int> depths sequence_reduction_ratios hidden_sizes patch_sizes strides num_attention_heads mlp_ratios
  str hidden_act
config PvtV2Config
  bool qkv_bias linear_attention
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels num_encoder_blocks
  int|list<int>|dict<any> image_size
  list<int> depths sr_ratios hidden_sizes patch_sizes strides num_attention_heads mlp_ratios
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config QianfanOCRVisionConfig
  bool attention_bias use_qk_norm use_mask_token use_absolute_position_embeddings use_mean_pooling
  float initializer_range layer_norm_eps layer_scale_init_value drop_path_rate
  float|int hidden_dropout_prob attention_dropout projection_dropout
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels
  int|list<int> image_size patch_size
  str hidden_act norm_type
config Qwen2AudioConfig
  dict<any>|null audio_config text_config
  int audio_token_index
config Qwen2AudioEncoderConfig
  bool scale_embedding
  float initializer_range
  float|int encoder_layerdrop dropout attention_dropout activation_dropout
  int num_mel_bins encoder_layers encoder_attention_heads encoder_ffn_dim d_model max_source_positions
  str activation_function
config Qwen2MoeConfig
  bool use_cache tie_word_embeddings use_sliding_window norm_topk_prob output_router_logits qkv_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings max_window_layers decoder_sparse_step moe_intermediate_size shared_expert_intermediate_size num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null num_key_value_heads sliding_window pad_token_id bos_token_id
  list<int>|null mlp_only_layers
  list<str>|null layer_types
  str hidden_act
config Qwen2VLTextConfig Qwen2_5_VLTextConfig
  bool use_cache
  bool|null use_sliding_window
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null num_key_value_heads sliding_window max_window_layers bos_token_id pad_token_id
  list<str>|null layer_types
  str hidden_act
config Qwen2VLVisionConfig
  dict<any>|null rope_parameters
  float initializer_range
  int depth embed_dim hidden_size mlp_ratio num_heads in_channels spatial_merge_size
  int|list<int> patch_size temporal_patch_size
  str hidden_act
config Qwen2_5OmniAudioEncoderConfig
  bool scale_embedding
  float initializer_range
  float|int dropout attention_dropout activation_dropout
  int num_mel_bins encoder_layers encoder_attention_heads encoder_ffn_dim d_model max_source_positions n_window output_dim
  str activation_function
config Qwen2_5OmniBigVGANConfig
  int mel_dim upsample_initial_channel
  list<any> resblock_dilation_sizes
  list<int> resblock_kernel_sizes upsample_rates upsample_kernel_sizes
config Qwen2_5OmniConfig
  bool enable_audio_output
  dict<any>|null thinker_config talker_config token2wav_config
config Qwen2_5OmniDiTConfig
  dict<any>|null rope_parameters
  float|int dropout
  int hidden_size num_hidden_layers num_attention_heads ff_mult emb_dim head_dim max_position_embeddings block_size repeats num_embeds mel_dim enc_emb_dim enc_dim enc_attention_channels enc_res2net_scale enc_se_channels
  list<int> look_ahead_layers look_backward_layers enc_channels enc_kernel_sizes enc_dilations
config Qwen2_5OmniTalkerConfig
  bool use_cache tie_word_embeddings use_sliding_window
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int audio_token_index image_token_index video_token_index vocab_size tts_text_start_token_id tts_text_end_token_id tts_text_pad_token_id tts_codec_start_token_id tts_codec_end_token_id tts_codec_pad_token_id tts_codec_mask_token_id vision_start_token_id vision_end_token_id embedding_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim max_window_layers position_id_per_seconds seconds_per_chunk audio_start_token_id audio_end_token_id spatial_merge_size
  int|null sliding_window pad_token_id
  list<str>|null layer_types
  str hidden_act
config Qwen2_5OmniTextConfig
  bool use_cache use_sliding_window tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings max_window_layers
  int|list<int>|null eos_token_id
  int|null num_key_value_heads sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config Qwen2_5OmniThinkerConfig
  bool tie_word_embeddings
  dict<any>|null audio_config vision_config text_config
  float initializer_range
  int audio_token_index image_token_index video_token_index position_id_per_seconds seconds_per_chunk audio_start_token_id audio_end_token_id user_token_id
config Qwen2_5OmniToken2WavConfig
  dict<any>|null dit_config bigvgan_config
config Qwen2_5OmniVisionEncoderConfig
  dict<any>|null rope_parameters
  float initializer_range
  int depth hidden_size intermediate_size num_heads in_channels spatial_merge_size window_size out_hidden_size
  int|list<int> patch_size temporal_patch_size
  list<int> fullatt_block_indexes
  str hidden_act
config Qwen2_5_VLVisionConfig
  dict<any>|null rope_parameters
  float initializer_range
  int depth hidden_size intermediate_size num_heads in_channels spatial_merge_size tokens_per_second window_size out_hidden_size
  int|list<int> patch_size temporal_patch_size
  list<int> fullatt_block_indexes
  str hidden_act
config Qwen3ASRConfig
  bool tie_word_embeddings token_classification_bias
  dict<any>|null audio_config text_config
  float initializer_range
  int audio_token_id timestamp_token_id pad_token_id
  list<int>|int eos_token_id
config Qwen3ASREncoderConfig
  bool scale_embedding
  float initializer_range
  float|int dropout attention_dropout activation_dropout
  int num_mel_bins encoder_layers encoder_attention_heads encoder_ffn_dim d_model n_window output_dim n_window_infer downsample_hidden_size max_position_embeddings
  str activation_function
config Qwen3Config
  bool use_cache tie_word_embeddings attention_bias use_sliding_window
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads head_dim max_position_embeddings max_window_layers
  int|list<int>|null eos_token_id
  int|null num_key_value_heads sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config Qwen3MoeConfig
  bool use_cache tie_word_embeddings attention_bias use_sliding_window norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings decoder_sparse_step moe_intermediate_size num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id
  list<int>|null mlp_only_layers
  str hidden_act
config Qwen3NextConfig
  bool use_cache tie_word_embeddings attention_bias norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim linear_conv_kernel_dim linear_key_head_dim linear_value_head_dim linear_num_key_heads linear_num_value_heads decoder_sparse_step moe_intermediate_size shared_expert_intermediate_size num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int>|null mlp_only_layers
  list<str>|null layer_types
  str hidden_act
config Qwen3OmniMoeAudioEncoderConfig
  bool scale_embedding
  float initializer_range
  float|int dropout attention_dropout activation_dropout
  int num_mel_bins encoder_layers encoder_attention_heads encoder_ffn_dim d_model max_source_positions n_window output_dim n_window_infer conv_chunksize downsample_hidden_size
  str activation_function
config Qwen3OmniMoeCode2WavConfig
  bool attention_bias
  dict<any>|null rope_parameters
  float layer_scale_initial_scale rms_norm_eps initializer_range
  float|int attention_dropout
  int codebook_size hidden_size max_position_embeddings num_attention_heads num_key_value_heads sliding_window intermediate_size num_hidden_layers num_quantizers decoder_dim
  list<int> upsample_rates upsampling_ratios
  str hidden_act
config Qwen3OmniMoeConfig
  bool enable_audio_output
  dict<any>|null thinker_config talker_config code2wav_config
  float|null initializer_range
  int im_start_token_id im_end_token_id tts_pad_token_id tts_bos_token_id tts_eos_token_id system_token_id user_token_id assistant_token_id
config Qwen3OmniMoeTalkerCodePredictorConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings max_window_layers num_code_groups
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config Qwen3OmniMoeTalkerConfig
  bool tie_word_embeddings
  dict<any>|null code_predictor_config text_config speaker_id
  float initializer_range
  int num_code_groups thinker_hidden_size codec_eos_token_id accept_hidden_layer codec_nothink_id codec_think_bos_id codec_think_eos_id codec_pad_id codec_bos_id audio_token_id image_token_id video_token_id vision_start_token_id position_id_per_seconds audio_start_token_id
config Qwen3OmniMoeTalkerTextConfig
  bool use_cache tie_word_embeddings attention_bias norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings decoder_sparse_step moe_intermediate_size num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id
  list<int>|null mlp_only_layers
  str hidden_act
config Qwen3OmniMoeTextConfig
  bool use_cache attention_bias norm_topk_prob output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings decoder_sparse_step moe_intermediate_size num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id
  list<int>|null mlp_only_layers
  str hidden_act
config Qwen3OmniMoeThinkerConfig
  bool tie_word_embeddings
  dict<any>|null audio_config vision_config text_config
  float initializer_range
  int position_id_per_seconds audio_start_token_id user_token_id audio_token_id image_token_id video_token_id
config Qwen3VLMoeTextConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings decoder_sparse_step moe_intermediate_size num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id head_dim
  list<int>|null mlp_only_layers
  str hidden_act
config Qwen3VLTextConfig
  bool use_cache attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads head_dim max_position_embeddings
  int|null num_key_value_heads pad_token_id
  str hidden_act
config Qwen3_5MoeTextConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim linear_conv_kernel_dim linear_key_head_dim linear_value_head_dim linear_num_key_heads linear_num_value_heads moe_intermediate_size shared_expert_intermediate_size num_experts_per_tok num_experts
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config Qwen3_5MoeVisionConfig Qwen3_5VisionConfig Qwen4ExpVisionConfig
  dict<any>|null rope_parameters
  float initializer_range
  int depth hidden_size intermediate_size num_heads in_channels spatial_merge_size out_hidden_size num_position_embeddings
  int|list<int> patch_size temporal_patch_size
  str hidden_act
config Qwen3_5TextConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim linear_conv_kernel_dim linear_key_head_dim linear_value_head_dim linear_num_key_heads linear_num_value_heads
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
config Qwen4ExpTextConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps router_aux_loss_coef
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim linear_conv_kernel_dim linear_key_head_dim linear_value_head_dim linear_num_key_heads linear_num_value_heads moe_intermediate_size shared_expert_intermediate_size num_experts_per_tok num_experts hc_count hc_lowrank ple_conv_kernel_size ngram_size heads_per_ngram ngram_vocab_size_base make_ngram_vocab_size_divisible_by seed split_ngram_parts
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id ple_embed_dim indexer_n_heads indexer_kv_heads indexer_head_dim indexer_budget indexer_compress_ratio
  list<int>|null ple_layer_ids
  list<str>|null layer_types
  str hidden_act
  str|null output_gate_type
  refuse hc_count <= 1
  refuse num_experts <= 0
  refuse not (0 < num_experts_per_tok and num_experts_per_tok <= num_experts)
  refuse moe_intermediate_size <= 0 or shared_expert_intermediate_size <= 0
config RTDetrConfig
  bool freeze_backbone_batch_norms normalize_before learn_initial_query disable_custom_kernels with_box_refine use_focal_loss auxiliary_loss
  dict<any>|null backbone_config
  float initializer_range layer_norm_eps batch_norm_eps hidden_expansion label_noise_ratio box_noise_scale matcher_alpha matcher_gamma matcher_class_cost matcher_bbox_cost matcher_giou_cost focal_loss_alpha focal_loss_gamma weight_loss_vfl weight_loss_bbox weight_loss_giou eos_coefficient
  float|int dropout activation_dropout attention_dropout
  float|null initializer_bias_prior_prob
  int encoder_hidden_dim encoder_layers encoder_ffn_dim encoder_attention_heads positional_encoding_temperature d_model num_queries decoder_ffn_dim num_feature_levels decoder_n_points decoder_layers decoder_attention_heads num_denoising
  int|list<int>|null anchor_image_size
  int|null eval_size
  list<int> encoder_in_channels feat_strides encode_proj_layers decoder_in_channels
  str encoder_activation_function activation_function decoder_activation_function
config RTDetrResNetConfig
  bool downsample_in_first_stage downsample_in_bottleneck
  int num_channels embedding_size
  list<int> hidden_sizes depths
  list<int>|null _out_indices
  list<str>|null _out_features
  str layer_type hidden_act
config RTDetrV2Config
  bool freeze_backbone_batch_norms normalize_before learn_initial_query with_box_refine use_focal_loss auxiliary_loss tie_word_embeddings
  dict<any>|null backbone_config
  float initializer_range layer_norm_eps batch_norm_eps hidden_expansion label_noise_ratio box_noise_scale matcher_alpha matcher_gamma matcher_class_cost matcher_bbox_cost matcher_giou_cost focal_loss_alpha focal_loss_gamma weight_loss_vfl weight_loss_bbox weight_loss_giou eos_coefficient decoder_offset_scale
  float|int dropout activation_dropout attention_dropout
  float|null initializer_bias_prior_prob
  int encoder_hidden_dim encoder_layers encoder_ffn_dim encoder_attention_heads positional_encoding_temperature d_model num_queries decoder_ffn_dim num_feature_levels decoder_n_points decoder_layers decoder_attention_heads num_denoising decoder_n_levels
  int|list<int>|null anchor_image_size
  int|null eval_size
  list<int> encoder_in_channels feat_strides encode_proj_layers decoder_in_channels
  str encoder_activation_function activation_function decoder_activation_function decoder_method
config RadioConfig
  bool use_swiglu_ffn qkv_bias
  float mlp_ratio layer_norm_eps attention_probs_dropout_prob hidden_dropout_prob drop_path_rate layerscale_value initializer_range
  int hidden_size num_hidden_layers num_attention_heads num_channels patch_size image_size max_img_size num_cls_tokens num_registers
  int|null video_temporal_patch_size patch_dim video_patch_dim
  list<float> norm_mean norm_std
  list<int>|null summary_idxs
  str hidden_act
  refuse video_temporal_patch_size != none and video_temporal_patch_size < 2
config RagConfig
  bool use_dummy_dataset reduce_loss do_deduplication exclude_bos_score do_marginalize output_retrieved use_cache
  dict<any>|null question_encoder generator
  float label_smoothing
  int n_docs max_combined_length retrieval_vector_size retrieval_batch_size
  int|list<int>|null eos_token_id
  int|null vocab_size bos_token_id pad_token_id decoder_start_token_id
  str title_sep doc_sep dataset dataset_split index_name
  str|null prefix index_path passages_path dataset_revision
config RecurrentGemmaConfig
  bool use_cache attention_bias tie_word_embeddings
  dict<any>|null rope_parameters
  float logits_soft_cap rms_norm_eps w_init_variance_scale
  float|int attention_dropout
  int num_hidden_layers vocab_size hidden_size intermediate_size num_attention_heads attention_window_size conv1d_width
  int|list<int>|null eos_token_id
  int|null lru_width pad_token_id bos_token_id num_key_value_heads
  list<str>|null block_types
  str hidden_activation
  refuse num_key_value_heads > num_attention_heads
config ReformerConfig
  bool axial_pos_embds is_decoder tie_word_embeddings use_cache
  float axial_norm_std initializer_range layer_norm_eps
  float|int hidden_dropout_prob local_attention_probs_dropout_prob
  float|int|null classifier_dropout
  float|null lsh_attention_probs_dropout_prob
  int attention_head_size chunk_size_lm_head feed_forward_size hidden_size local_num_chunks_before local_num_chunks_after local_attn_chunk_length max_position_embeddings num_attention_heads num_hashes vocab_size
  int|list<int>|null eos_token_id num_buckets
  int|null hash_seed lsh_attn_chunk_length lsh_num_chunks_before lsh_num_chunks_after bos_token_id pad_token_id
  list<int> axial_pos_shape axial_pos_embds_dim
  list<str> attn_layers
  str hidden_act
config RegNetConfig
  bool downsample_in_first_stage
  int num_channels embedding_size groups_width
  list<int> hidden_sizes depths
  str layer_type hidden_act
config RemBertConfig
  bool use_cache is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob classifier_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads input_embedding_size output_embedding_size intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config ResNetConfig
  bool downsample_in_first_stage downsample_in_bottleneck
  int num_channels embedding_size
  list<int>|null hidden_sizes depths
  str layer_type hidden_act
  own layer_types
config RfDetrConfig
  bool attention_bias disable_custom_kernels auxiliary_loss
  dict<any>|null backbone_config
  float hidden_expansion dropout init_std eos_coefficient focal_alpha layer_norm_eps
  float|int attention_dropout activation_dropout
  int c2f_num_blocks decoder_ffn_dim decoder_n_points decoder_layers decoder_self_attention_heads decoder_cross_attention_heads num_queries group_detr d_model num_feature_levels mask_point_sample_ratio mask_downsample_ratio intermediate_size
  int|float class_cost bbox_cost giou_cost class_loss_coefficient dice_loss_coefficient bbox_loss_coefficient giou_loss_coefficient mask_loss_coefficient mask_class_loss_coefficient mask_dice_loss_coefficient
  str activation_function decoder_activation_function segmentation_head_activation_function
config RfDetrDinov2Config
  bool qkv_bias use_swiglu_ffn apply_layernorm reshape_hidden_states use_mask_token
  float initializer_range layer_norm_eps layerscale_value
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads mlp_ratio num_channels num_windows
  int|list<int> image_size patch_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config RoCBertConfig
  bool use_cache enable_pronunciation enable_shape concat_input is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size pronunciation_embed_dim pronunciation_vocab_size shape_embed_dim shape_vocab_size
  int|null pad_token_id
  str hidden_act
config RoFormerConfig
  bool rotary_value use_cache is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null embedding_size pad_token_id bos_token_id
  str hidden_act
config RwkvConfig
  bool tie_word_embeddings use_cache
  float layer_norm_epsilon
  int vocab_size context_length hidden_size num_hidden_layers rescale_every
  int|list<int>|null eos_token_id
  int|null attention_hidden_size intermediate_size bos_token_id
config SEWConfig
  bool conv_bias apply_spec_augment ctc_zero_infinity use_weighted_layer_sum
  float initializer_range layer_norm_eps
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout final_dropout layerdrop mask_time_prob mask_feature_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size squeeze_factor num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks classifier_proj_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int> conv_dim conv_stride conv_kernel
  str hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
config SEWDConfig
  bool share_att_key relative_attention conv_bias apply_spec_augment ctc_zero_infinity use_weighted_layer_sum
  float initializer_range layer_norm_eps feature_layer_norm_eps
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout final_dropout mask_time_prob mask_feature_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size squeeze_factor max_position_embeddings position_buckets num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks classifier_proj_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int> conv_dim conv_stride conv_kernel
  list<str> pos_att_type
  str norm_rel_ebd hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
config SLANeXtConfig
  dict<any>|null vision_config
  int post_conv_in_channels post_conv_out_channels out_channels hidden_size max_text_length
config SLANeXtVisionConfig
  bool qkv_bias use_abs_pos use_rel_pos
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size output_channels num_hidden_layers num_attention_heads num_channels image_size window_size mlp_dim
  int|list<int> patch_size
  list<int> global_attn_indexes
  str hidden_act
config SLANetConfig
  dict<any>|null backbone_config
  int post_conv_out_channels out_channels hidden_size max_text_length csp_kernel_size csp_num_blocks
  str hidden_act
config SaProtConfig
  bool emb_layer_norm_before token_dropout is_decoder add_cross_attention
  float initializer_range layer_norm_eps rope_theta
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size mask_token_id pad_token_id hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings
  str position_embedding_type
config Sam2HieraDetConfig
  float mlp_ratio layer_norm_eps initializer_range
  int hidden_size num_attention_heads num_channels num_query_pool_stages
  int|list<int>|null image_size patch_kernel_size patch_stride patch_padding query_stride
  list<int>|null window_positional_embedding_background_size blocks_per_stage embed_dim_per_stage num_attention_heads_per_stage window_size_per_stage global_attention_blocks
  str hidden_act
config Sam2VideoConfig
  bool enable_occlusion_spatial_embedding multimask_output_in_sam multimask_output_for_tracking enable_temporal_pos_encoding_for_object_pointers
  dict<any>|null vision_config prompt_encoder_config mask_decoder_config rope_parameters
  float initializer_range sigmoid_scale_for_mem_enc sigmoid_bias_for_mem_enc memory_fuser_layer_scale_init_value
  float|int memory_attention_dropout memory_attention_rope_dropout
  int num_maskmem multimask_min_pt_num multimask_max_pt_num max_object_pointers_in_encoder max_cond_frame_num memory_attention_hidden_size memory_attention_num_layers memory_attention_num_attention_heads memory_attention_downsample_rate memory_attention_feed_forward_hidden_size memory_encoder_hidden_size memory_encoder_output_channels mask_downsampler_embed_dim mask_downsampler_kernel_size mask_downsampler_stride mask_downsampler_padding mask_downsampler_total_stride memory_fuser_num_layers memory_fuser_embed_dim memory_fuser_intermediate_dim memory_fuser_kernel_size memory_fuser_padding
  int|list<int> image_size
  list<int>|null memory_attention_rope_feat_sizes
  str memory_attention_feed_forward_hidden_act mask_downsampler_hidden_act memory_fuser_hidden_act
config Sam3Config Sam3LiteTextConfig
  dict<any>|null vision_config text_config geometry_encoder_config detr_encoder_config detr_decoder_config mask_decoder_config
  float initializer_range
config Sam3DETRDecoderConfig Sam3LiteTextDETRDecoderConfig
  float layer_norm_eps initializer_range
  float|int dropout hidden_dropout
  int hidden_size num_layers num_queries num_attention_heads intermediate_size
  str hidden_act
config Sam3DETREncoderConfig Sam3LiteTextDETREncoderConfig
  float layer_norm_eps initializer_range
  float|int dropout hidden_dropout
  int hidden_size num_layers num_attention_heads intermediate_size
  str hidden_act
config Sam3GeometryEncoderConfig Sam3LiteTextGeometryEncoderConfig
  float layer_norm_eps initializer_range
  float|int dropout hidden_dropout
  int hidden_size num_layers num_attention_heads intermediate_size roi_size
  str hidden_act
config Sam3LiteTextMaskDecoderConfig Sam3MaskDecoderConfig
  float layer_norm_eps initializer_range
  float|int dropout
  int hidden_size num_upsampling_stages num_attention_heads
config Sam3LiteTextTextConfig
  bool use_repmixer_blocks
  float layer_norm_eps attention_dropout layer_scale_init_value
  int vocab_size hidden_size intermediate_size projection_dim num_hidden_layers num_attention_heads max_position_embeddings repmixer_kernel_size
  str hidden_act
config Sam3TrackerVideoConfig
  bool enable_occlusion_spatial_embedding multimask_output_in_sam multimask_output_for_tracking enable_temporal_pos_encoding_for_object_pointers
  dict<any>|null vision_config prompt_encoder_config mask_decoder_config rope_parameters
  float initializer_range sigmoid_scale_for_mem_enc sigmoid_bias_for_mem_enc memory_fuser_layer_scale_init_value
  float|int memory_attention_dropout memory_attention_rope_dropout
  int num_maskmem multimask_min_pt_num multimask_max_pt_num max_object_pointers_in_encoder max_cond_frame_num memory_attention_hidden_size memory_attention_num_layers memory_attention_num_attention_heads memory_attention_downsample_rate memory_attention_feed_forward_hidden_size memory_encoder_hidden_size memory_encoder_output_channels mask_downsampler_embed_dim mask_downsampler_kernel_size mask_downsampler_stride mask_downsampler_padding mask_downsampler_total_stride memory_fuser_num_layers memory_fuser_embed_dim memory_fuser_intermediate_dim memory_fuser_kernel_size memory_fuser_padding
  list<any>|null memory_attention_rope_feat_sizes
  str memory_attention_feed_forward_hidden_act mask_downsampler_hidden_act memory_fuser_hidden_act
config Sam3ViTConfig
  dict<any>|null rope_parameters
  float layer_norm_eps initializer_range
  float|int attention_dropout hidden_dropout
  float|null layer_scale_init_value
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels window_size
  int|list<int> image_size patch_size pretrain_image_size
  list<int>|null global_attn_indexes
  str hidden_act
config Sam3VideoConfig
  bool recondition_on_trk_masks suppress_unmatched_only_within_hotstart decrease_trk_keep_alive_for_empty_masklets
  dict<any>|null detector_config tracker_config
  float initializer_range score_threshold_detection det_nms_thresh assoc_iou_thresh trk_assoc_iou_thresh new_det_thresh suppress_overlapping_based_on_recent_occlusion_threshold high_conf_thresh high_iou_thresh
  int low_res_mask_size hotstart_delay hotstart_unmatch_thresh hotstart_dup_thresh init_trk_keep_alive max_trk_keep_alive min_trk_keep_alive fill_hole_area max_num_objects recondition_every_nth_frame
  refuse (hotstart_delay > 0) and (hotstart_unmatch_thresh > hotstart_delay)
  refuse (hotstart_delay > 0) and (hotstart_dup_thresh > hotstart_delay)
config Sam3VisionConfig
  dict<any>|null backbone_config
  float layer_norm_eps initializer_range
  int fpn_hidden_size
  list<any>|null backbone_feature_sizes
  list<float>|null scale_factors
  str hidden_act
config SamConfig SamHQConfig
  bool tie_word_embeddings
  dict<any>|null vision_config prompt_encoder_config mask_decoder_config
  float initializer_range
config SamHQMaskDecoderConfig
  float layer_norm_eps
  int hidden_size mlp_dim num_hidden_layers num_attention_heads attention_downsample_rate num_multimask_outputs iou_head_depth iou_head_hidden_dim vit_dim
  str hidden_act
config SamHQPromptEncoderConfig SamPromptEncoderConfig
  float layer_norm_eps
  int hidden_size mask_input_channels num_point_embeddings
  int|list<int> image_size patch_size
  str hidden_act
config SamHQVisionConfig SamVisionConfig
  bool qkv_bias use_abs_pos use_rel_pos
  float layer_norm_eps initializer_range mlp_ratio
  float|int attention_dropout
  int hidden_size output_channels num_hidden_layers num_attention_heads num_channels window_size num_pos_feats
  int|list<int> image_size patch_size
  int|null mlp_dim
  list<int> global_attn_indexes
  str hidden_act
config SamMaskDecoderConfig
  float layer_norm_eps
  int hidden_size mlp_dim num_hidden_layers num_attention_heads attention_downsample_rate num_multimask_outputs iou_head_depth iou_head_hidden_dim
  str hidden_act
config Sapiens2Config
  bool query_bias key_bias value_bias proj_bias mlp_bias use_gated_mlp reshape_hidden_states use_mask_token normalize_backbone_outputs use_qk_norm
  dict<any>|null head_config
  float initializer_range rope_theta layerscale_value rms_norm_eps
  float|int attention_dropout drop_path_rate
  float|null pos_embed_shift pos_embed_jitter pos_embed_rescale
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels num_register_tokens num_key_value_attention_heads num_first_full_attention_layers num_last_full_attention_layers semantic_loss_ignore_index
  int|list<int> patch_size image_size
  list<int>|null _out_indices num_key_value_heads_per_layer
  list<list<int>>|null flip_pairs
  list<str>|null _out_features
  str hidden_act
config Sapiens2HeadConfig
  bool|null use_pixel_shuffle
  int upsample_kernel_size conv_kernel_size scale_conv_kernel_size
  int|null scale_final_input_size
  list<int>|null upsample_out_channels upsample_kernel_sizes conv_out_channels conv_kernel_sizes scale_conv_out_channels scale_conv_kernel_sizes scale_final_hidden_sizes
config SarvamMoEConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob use_qk_norm
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok n_shared_experts n_routed_experts n_group topk_group first_k_dense_replace num_mtp_layers head_dim
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act
config SeamlessM4TConfig
  bool use_cache scale_embedding add_adapter tie_word_embeddings
  float initializer_range layer_norm_eps leaky_relu_slope
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout speech_encoder_dropout speech_encoder_layerdrop adaptor_dropout var_pred_dropout
  int vocab_size t2u_vocab_size hidden_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads decoder_start_token_id speech_encoder_layers speech_encoder_attention_heads speech_encoder_intermediate_size feature_projection_input_dim num_conv_pos_embeddings num_conv_pos_embedding_groups adaptor_kernel_size adaptor_stride num_adapter_layers rotary_embedding_base max_source_positions conv_depthwise_kernel_size t2u_decoder_start_token_id t2u_max_new_tokens t2u_encoder_layers t2u_encoder_ffn_dim t2u_encoder_attention_heads t2u_decoder_layers t2u_decoder_ffn_dim t2u_decoder_attention_heads t2u_max_position_embeddings sampling_rate upsample_initial_channel unit_hifi_gan_vocab_size unit_embed_dim lang_embed_dim spkr_embed_dim vocoder_num_langs vocoder_num_spkrs variance_predictor_kernel_size vocoder_offset
  int|list<int>|null eos_token_id t2u_eos_token_id
  int|null max_new_tokens pad_token_id bos_token_id t2u_bos_token_id t2u_pad_token_id
  list<any> resblock_dilation_sizes
  list<int> upsample_rates upsample_kernel_sizes resblock_kernel_sizes
  str activation_function speech_encoder_hidden_act position_embeddings_type
config SeamlessM4Tv2Config
  bool use_cache scale_embedding add_adapter tie_word_embeddings
  float initializer_range layer_norm_eps leaky_relu_slope
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout speech_encoder_dropout speech_encoder_layerdrop adaptor_dropout t2u_variance_pred_dropout var_pred_dropout
  int vocab_size t2u_vocab_size char_vocab_size hidden_size max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads decoder_start_token_id speech_encoder_layers speech_encoder_attention_heads speech_encoder_intermediate_size feature_projection_input_dim adaptor_kernel_size adaptor_stride num_adapter_layers conv_depthwise_kernel_size left_max_position_embeddings right_max_position_embeddings speech_encoder_chunk_size speech_encoder_left_chunk_num t2u_encoder_layers t2u_encoder_ffn_dim t2u_encoder_attention_heads t2u_decoder_layers t2u_decoder_ffn_dim t2u_decoder_attention_heads t2u_max_position_embeddings t2u_variance_predictor_embed_dim t2u_variance_predictor_hidden_dim t2u_variance_predictor_kernel_size sampling_rate upsample_initial_channel unit_hifi_gan_vocab_size unit_embed_dim lang_embed_dim spkr_embed_dim vocoder_num_langs vocoder_num_spkrs variance_predictor_kernel_size vocoder_offset
  int|list<int>|null eos_token_id t2u_eos_token_id
  int|null max_new_tokens pad_token_id bos_token_id t2u_bos_token_id t2u_pad_token_id
  list<any> resblock_dilation_sizes
  list<int> upsample_rates upsample_kernel_sizes resblock_kernel_sizes
  str activation_function speech_encoder_hidden_act position_embeddings_type
config SeedOssConfig
  bool use_cache tie_word_embeddings attention_bias attention_out_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout residual_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings pretraining_tp
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  str hidden_act
config SegGptConfig
  bool qkv_bias use_relative_position_embeddings
  float initializer_range layer_norm_eps beta
  float|int hidden_dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads num_channels decoder_hidden_size merge_index
  int|list<int> image_size patch_size pretrain_image_size
  int|null mlp_dim
  list<int> intermediate_hidden_state_indices
  str hidden_act
  refuse merge_index > min(intermediate_hidden_state_indices)
config SegformerConfig
  bool reshape_last_stage
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob classifier_dropout_prob drop_path_rate
  int num_channels num_encoder_blocks decoder_hidden_size semantic_loss_ignore_index
  list<int> depths sr_ratios hidden_sizes patch_sizes strides num_attention_heads mlp_ratios
  str hidden_act
config ShieldGemma2Config
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  float initializer_range
  int mm_tokens_per_image boi_token_index eoi_token_index image_token_index
config Siglip2Config SiglipConfig
  dict<any>|null text_config vision_config
  float initializer_factor
config Siglip2TextConfig SiglipTextConfig
  float layer_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id projection_size
  str hidden_act
config Siglip2VisionConfig
  bool vision_use_head
  float layer_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels num_patches
  int|list<int> patch_size
  str hidden_act
config SiglipVisionConfig
  bool vision_use_head
  float layer_norm_eps
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> image_size patch_size
  str hidden_act
config SmolLM3Config
  bool use_cache use_sliding_window attention_bias mlp_bias tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings no_rope_layer_interval
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id sliding_window
  list<int>|null no_rope_layers
  list<str>|null layer_types
  str hidden_act
config SolarOpenConfig
  bool use_cache tie_word_embeddings attention_bias output_router_logits norm_topk_prob
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok n_shared_experts n_routed_experts n_group topk_group head_dim
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act
config Speech2TextConfig
  bool use_cache scale_embedding tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int vocab_size encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model decoder_start_token_id max_source_positions max_target_positions num_conv_layers conv_channels input_feat_per_channel input_channels
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int> conv_kernel_sizes
  str activation_function
  refuse len(conv_kernel_sizes) != num_conv_layers
config SpeechT5Config
  bool scale_embedding conv_bias apply_spec_augment use_guided_attention_loss use_cache tie_word_embeddings
  float initializer_range layer_norm_eps guided_attention_loss_sigma guided_attention_loss_scale
  float|int encoder_layerdrop decoder_layerdrop positional_dropout hidden_dropout attention_dropout activation_dropout feat_proj_dropout mask_time_prob mask_feature_prob speech_decoder_prenet_dropout speech_decoder_postnet_dropout
  int vocab_size hidden_size encoder_layers encoder_attention_heads encoder_ffn_dim decoder_layers decoder_ffn_dim decoder_attention_heads num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks num_mel_bins speech_decoder_prenet_layers speech_decoder_prenet_units speaker_embedding_dim speech_decoder_postnet_layers speech_decoder_postnet_units speech_decoder_postnet_kernel reduction_factor max_speech_positions max_text_positions encoder_max_relative_position guided_attention_loss_num_heads
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id decoder_start_token_id
  list<int> conv_dim conv_stride conv_kernel
  str hidden_act feat_extract_norm feat_extract_activation
config SpeechT5HifiGanConfig
  bool normalize_before
  float initializer_range leaky_relu_slope
  int model_in_dim sampling_rate upsample_initial_channel
  list<any> resblock_dilation_sizes
  list<int> upsample_rates upsample_kernel_sizes resblock_kernel_sizes
config SplinterConfig
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size question_token_id
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config SqueezeBertConfig
  bool tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size embedding_size q_groups k_groups v_groups post_attention_groups intermediate_groups output_groups
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config StableLmConfig
  bool use_cache tie_word_embeddings use_qkv_bias qk_layernorm use_parallel_residual
  dict<any>|null rope_parameters
  float initializer_range layer_norm_eps
  float|int hidden_dropout attention_dropout
  int vocab_size intermediate_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id
  str hidden_act
config Starcoder2Config
  bool use_cache use_bias tie_word_embeddings
  dict<any>|null rope_parameters
  float initializer_range norm_epsilon
  float|int attention_dropout residual_dropout embedding_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null bos_token_id pad_token_id sliding_window
  str hidden_act
config Step3p7Config
  bool projector_bias
  dict<any>|null vision_config text_config
  int image_token_id
config Step3p7TextConfig
  bool use_cache tie_word_embeddings output_router_logits attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps moe_router_scaling_factor
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings pad_token_id num_experts_per_tok num_local_experts moe_intermediate_size n_routed_experts share_expert_dim
  int|float|null query_pre_attn_scalar
  int|list<int>|null eos_token_id
  int|null bos_token_id sliding_window num_sliding_attention_heads
  list<float|int|null>|null swiglu_limits swiglu_limits_shared
  list<str>|null mlp_layer_types layer_types mtp_layer_types mtp_mlp_layer_types
  str hidden_act
config Step3p7VisionConfig
  dict<any>|null rope_parameters
  float layer_norm_eps mlp_ratio layer_scale_init_value
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels image_size patch_size max_position_embeddings
  str hidden_act
config StructureModuleConfig
  float|null dropout_rate epsilon inf
  int|null sequence_dim pairwise_dim ipa_dim resnet_dim num_heads_ipa num_qk_points num_v_points num_blocks num_transition_layers num_resnet_blocks num_angles trans_scale_factor
config SuperGlueConfig
  bool is_decoder
  dict<any>|null keypoint_detector_config
  float matching_threshold initializer_range
  int hidden_size num_attention_heads sinkhorn_iterations
  int|float attention_probs_dropout_prob
  list<int>|null keypoint_encoder_sizes
  list<str>|null gnn_layers_types
  refuse hidden_size % num_attention_heads != 0
config SuperPointConfig
  float keypoint_threshold initializer_range
  int decoder_hidden_size keypoint_decoder_dim descriptor_decoder_dim max_keypoints nms_radius border_removal_distance
  list<int> encoder_hidden_sizes
config SwiftFormerConfig
  bool use_layer_scale
  float layer_scale_init_value batch_norm_eps
  float|int drop_path_rate drop_mlp_rate drop_conv_encoder_rate
  int num_channels mlp_ratio down_stride down_pad
  int|list<int> image_size down_patch_size
  list<bool> downsamples
  list<int> depths embed_dims
  str hidden_act
config Swin2SRConfig
  bool qkv_bias use_absolute_embeddings
  float mlp_ratio initializer_range layer_norm_eps img_range
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels embed_dim window_size upscale
  int|list<int> image_size patch_size
  int|null num_channels_out
  list<int> depths num_heads
  str hidden_act resi_connection upsampler
config SwinConfig
  bool qkv_bias use_absolute_embeddings
  float initializer_range layer_norm_eps
  float|int mlp_ratio hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels embed_dim window_size encoder_stride
  int|list<int> image_size patch_size
  list<int> depths num_heads
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config Swinv2Config
  bool qkv_bias use_absolute_embeddings
  float mlp_ratio initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int num_channels embed_dim window_size encoder_stride
  int|list<int> image_size patch_size
  list<int> depths num_heads pretrained_window_sizes
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config SwitchTransformersConfig
  'float32'|'float16'|'bfloat16' router_dtype
  bool router_bias router_ignore_padding_tokens add_router_probs use_cache tie_word_embeddings is_decoder add_cross_attention
  float layer_norm_epsilon router_z_loss_coef router_aux_loss_coef initializer_factor
  float|int dropout_rate
  int vocab_size d_model d_kv d_ff expert_capacity num_layers num_sparse_encoder_layers num_sparse_decoder_layers num_heads num_experts relative_attention_num_buckets relative_attention_max_distance
  int|float router_jitter_noise
  int|list<int>|null eos_token_id
  int|null num_decoder_layers pad_token_id bos_token_id
  str dense_act_fn
config T5Config
  bool use_cache is_decoder
  float layer_norm_epsilon initializer_factor
  float|int dropout_rate classifier_dropout
  int vocab_size d_model d_kv d_ff num_layers num_heads relative_attention_num_buckets relative_attention_max_distance
  int|list<int>|null eos_token_id
  int|null num_decoder_layers pad_token_id
  str feed_forward_proj
config T5Gemma2Config
  bool tie_word_embeddings
  dict<any>|null encoder decoder
  float initializer_range
  float|int dropout_rate attention_dropout classifier_dropout_rate
  int image_token_index
  int|null eoi_token_index
  refuse encoder.text_config.hidden_size != decoder.hidden_size
  refuse not is_encoder_decoder
  refuse encoder.text_config.vocab_size != decoder.vocab_size
config T5Gemma2DecoderConfig T5Gemma2TextConfig VaultGemmaConfig
  bool use_cache tie_word_embeddings attention_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|null final_logit_softcapping attn_logit_softcapping
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings query_pre_attn_scalar
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_activation
  refuse hidden_size % num_attention_heads != 0
config T5GemmaConfig
  bool tie_word_embeddings
  dict<any>|null encoder decoder
  float|int attention_dropout
  int vocab_size
  int|float dropout_rate classifier_dropout_rate
config T5GemmaModuleConfig
  bool use_cache tie_word_embeddings attention_bias is_decoder
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|null final_logit_softcapping attn_logit_softcapping
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads head_dim max_position_embeddings query_pre_attn_scalar
  int|float|null attention_dropout
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id sliding_window
  list<str>|null layer_types
  str hidden_activation
  refuse hidden_size % num_attention_heads != 0
config TapasConfig
  bool use_normalized_answer_loss use_gumbel_for_cells use_gumbel_for_aggregation average_logits_per_cell select_one_column allow_empty_column_selection init_cell_selection_weights_to_zero reset_position_index_per_cell disable_per_token_loss is_decoder add_cross_attention tie_word_embeddings
  bool|null use_answer_as_supervision
  dict<any>|null aggregation_labels
  float initializer_range layer_norm_eps positive_label_weight aggregation_loss_weight answer_loss_importance temperature aggregation_temperature
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null answer_loss_cutoff
  float|null huber_loss_delta cell_selection_preference
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings num_aggregation_labels max_num_rows max_num_columns
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id no_aggregation_label_index
  list<int> type_vocab_sizes
  str hidden_act average_approximation_function
config TextNetConfig
  float batch_norm_eps initializer_range
  int stem_kernel_size stem_stride stem_num_channels stem_out_channels
  list<any>|null conv_layer_kernel_sizes conv_layer_strides
  list<int> hidden_sizes
  list<int>|int image_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str stem_act_func
config TimeSeriesTransformerConfig
  bool use_cache
  float init_std
  float|int dropout encoder_layerdrop decoder_layerdrop attention_dropout activation_dropout
  int input_size num_dynamic_real_features num_static_categorical_features num_static_real_features num_time_features encoder_ffn_dim decoder_ffn_dim encoder_attention_heads decoder_attention_heads encoder_layers decoder_layers d_model num_parallel_samples
  int|null prediction_length context_length
  list<int> lags_sequence
  list<int>|null cardinality embedding_dimension
  str distribution_output loss activation_function
  str|bool|null scaling
config TimesFm2_5Config
  bool attention_bias use_bias use_continuous_quantile_head force_flip_invariance infer_is_positive
  dict<any>|null rope_parameters
  float rms_norm_eps initializer_range
  float|int attention_dropout
  int patch_length context_length horizon_length num_hidden_layers hidden_size intermediate_size head_dim num_attention_heads num_key_value_heads output_quantile_len decode_index max_position_embeddings
  list<float> quantiles
  str activation
config TimesFmConfig
  bool use_positional_embedding
  float tolerance rms_norm_eps pad_val initializer_range
  float|int attention_dropout
  int patch_length context_length horizon_length freq_size num_hidden_layers hidden_size intermediate_size head_dim num_attention_heads min_timescale max_timescale
  list<float> quantiles
config TimesformerConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int num_channels num_frames hidden_size num_hidden_layers num_attention_heads intermediate_size drop_path_rate
  int|list<int> image_size patch_size
  str hidden_act attention_type
config TimmBackboneConfig
  bool features_only freeze_batch_norm_2d
  int num_channels
  int|null output_stride
  list<int>|null _out_indices
  str|null backbone
config TimmWrapperConfig
  bool do_pooling
  dict<any>|null model_args
  float initializer_range
  str architecture
config Tipsv2Config
  dict<any>|null text_config vision_config
  float temperature_init_value
  refuse temperature_init_value <= 0
config Tipsv2DptConfig
  dict<any>|null backbone_config
  float min_depth max_depth
  int fusion_hidden_size num_depth_bins semantic_loss_ignore_index
  list<int>|null neck_hidden_sizes
  list<int|float>|null reassemble_factors
  str readout_activation depth_decoder_activation
config Tipsv2TextConfig
  bool scale_sqrt_depth
  float layer_norm_eps initializer_range pooling_epsilon
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config Tipsv2VisionConfig
  bool qkv_bias use_swiglu_ffn apply_layernorm reshape_hidden_states
  float initializer_range layer_norm_eps layerscale_value
  float|int hidden_dropout_prob attention_probs_dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads num_channels num_register_tokens
  int|float mlp_ratio
  int|list<int> image_size patch_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config TrOCRConfig
  bool use_cache scale_embedding use_learned_position_embeddings layernorm_embedding is_decoder tie_word_embeddings
  float init_std
  float|int dropout attention_dropout activation_dropout decoder_layerdrop
  int vocab_size d_model decoder_layers decoder_attention_heads decoder_ffn_dim max_position_embeddings decoder_start_token_id
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id cross_attention_hidden_size
  str activation_function
config TrunkConfig
  any structure_module
  bool|null cpu_grad_checkpoint
  float|int|null layer_drop
  float|int|null<=0.4 dropout
  int|null num_blocks sequence_state_dim sequence_head_width pairwise_head_width position_bins chunk_size
  int|null%2 pairwise_state_dim
  int|null>=0 max_recycles
  refuse sequence_state_dim % sequence_state_dim != 0
  refuse pairwise_state_dim % pairwise_state_dim != 0
  refuse sequence_state_dim != sequence_state_dim // sequence_head_width * sequence_head_width
  refuse pairwise_state_dim != pairwise_state_dim // pairwise_head_width * pairwise_head_width
config TvpConfig
  dict<any>|null backbone_config
  float distance_loss_weight duration_loss_weight layer_norm_eps initializer_range
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int visual_prompt_size max_img_size num_frames vocab_size type_vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings max_grid_col_position_embeddings max_grid_row_position_embeddings
  int|null pad_token_id
  str visual_prompter_type visual_prompter_apply hidden_act
config UMT5Config
  bool use_cache is_decoder
  float layer_norm_epsilon initializer_factor
  float|int dropout_rate classifier_dropout
  int vocab_size d_model d_kv d_ff num_layers num_heads relative_attention_num_buckets relative_attention_max_distance
  int|list<int>|null eos_token_id
  int|null num_decoder_layers pad_token_id decoder_start_token_id
  str feed_forward_proj
config UVDocBackboneConfig
  int kernel_size
  list<int>|null _out_indices
  list<list<int>> resnet_head
  list<list<list<int>>> stage_configs
  list<list<list<int|bool>>> resnet_configs
  list<str>|null _out_features
config UVDocConfig
  dict<any>|null backbone_config
  int kernel_size
  list<int> bridge_connector
  list<list<int>> out_point_positions2D
  str hidden_act padding_mode
config UdopConfig
  bool use_cache is_decoder add_cross_attention tie_word_embeddings
  float layer_norm_epsilon initializer_factor
  float|int dropout_rate
  int vocab_size d_model d_kv d_ff num_layers num_heads relative_attention_num_buckets relative_attention_max_distance max_2d_position_embeddings num_channels
  int|list<int> image_size patch_size
  int|list<int>|null eos_token_id
  int|null num_decoder_layers pad_token_id
  list<dict<any>>|null relative_bias_args
  str feed_forward_proj
config UltraVBertConfig
  'cls'|'mean' classifier_pooling
  bool tie_word_embeddings
  dict<any>|null text_config vision_config
  float initializer_range initializer_cutoff_factor
  float|int classifier_dropout
  int image_token_id pixel_shuffle_factor
config UltrabertConfig
  'cls'|'mean' classifier_pooling
  bool use_cache tie_word_embeddings attention_bias mlp_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps classifier_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings sliding_window prediction_head_size
  int|float attention_dropout
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id head_dim
  list<str>|null layer_types
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config UniSpeechConfig
  bool conv_bias do_stable_layer_norm apply_spec_augment ctc_zero_infinity use_weighted_layer_sum
  float initializer_range layer_norm_eps contrastive_logits_temperature diversity_loss_weight
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout feat_quantizer_dropout final_dropout layerdrop mask_time_prob mask_feature_prob replace_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks num_codevectors_per_group num_codevector_groups num_negatives codevector_dim proj_codevector_dim classifier_proj_size num_ctc_classes
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<int> conv_dim conv_stride conv_kernel
  str hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
config UniSpeechSatConfig
  bool conv_bias do_stable_layer_norm apply_spec_augment ctc_zero_infinity use_weighted_layer_sum
  float initializer_range layer_norm_eps contrastive_logits_temperature diversity_loss_weight
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout feat_quantizer_dropout final_dropout layerdrop mask_time_prob mask_feature_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks num_codevectors_per_group num_codevector_groups num_negatives codevector_dim proj_codevector_dim classifier_proj_size xvector_output_dim pad_token_id bos_token_id eos_token_id num_clusters
  list<int> conv_dim conv_stride conv_kernel tdnn_dim tdnn_kernel tdnn_dilation
  str hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
config UnivNetConfig
  float initializer_range leaky_relu_slope
  float|int kernel_predictor_dropout
  int model_in_channels model_hidden_channels num_mel_bins kernel_predictor_num_blocks kernel_predictor_hidden_channels kernel_predictor_conv_size
  list<any> resblock_dilation_sizes
  list<int> resblock_kernel_sizes resblock_stride_sizes
  refuse not (len(resblock_kernel_sizes) == len(resblock_stride_sizes) and len(resblock_stride_sizes) == len(resblock_dilation_sizes))
config UnlimitedOcrSamVisionConfig
  bool qkv_bias use_abs_pos use_rel_pos
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size output_channels num_hidden_layers num_attention_heads num_channels window_size mlp_dim
  int|list<int> image_size patch_size
  list<int> global_attn_indexes downsample_channels
  str hidden_act
config UnlimitedOcrTextConfig
  bool use_cache tie_word_embeddings attention_bias mlp_bias output_router_logits
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps routed_scaling_factor
  float|null attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings n_routed_experts n_shared_experts moe_intermediate_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp head_dim n_group topk_group num_experts_per_tok sliding_window
  list<str>|null mlp_layer_types layer_types
  str hidden_act
  str|null topk_method
  refuse hidden_size % num_attention_heads != 0
  refuse sliding_window == none
config UperNetConfig
  bool use_auxiliary_head auxiliary_concat_input
  dict<any>|null backbone_config
  float initializer_range auxiliary_loss_weight
  int hidden_size auxiliary_channels auxiliary_num_convs loss_ignore_index
  int|null auxiliary_in_channels
  list<int> pool_scales
config VJEPA2Config
  bool qkv_bias pred_zero_init_mask_tokens
  float layer_norm_eps initializer_range
  float|int drop_path_rate attention_probs_dropout_prob attention_dropout
  int crop_size frames_per_clip tubelet_size hidden_size in_chans num_attention_heads num_hidden_layers num_pooler_layers pred_hidden_size pred_num_attention_heads pred_num_hidden_layers pred_num_mask_tokens
  int|float mlp_ratio pred_mlp_ratio
  int|list<int> patch_size
  str hidden_act
config ViTMAEConfig
  bool qkv_bias norm_pix_loss
  float initializer_range layer_norm_eps mask_ratio
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels decoder_num_attention_heads decoder_hidden_size decoder_num_hidden_layers decoder_intermediate_size
  int|list<int> image_size patch_size
  str hidden_act
config ViTMSNConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels
  int|list<int> image_size patch_size
  str hidden_act
config VibeVoiceAcousticTokenizerConfig VibeVoiceAcousticTokenizerDecoderConfig VibeVoiceAcousticTokenizerEncoderConfig
  float rms_norm_eps layer_scale_init_value initializer_range vae_std
  int channels hidden_size kernel_size num_filters ffn_expansion
  list<int> downsampling_ratios depths
  str hidden_act
config VibeVoiceAsrConfig
  dict<any>|null acoustic_tokenizer_encoder_config semantic_tokenizer_encoder_config text_config
  int audio_token_id audio_bos_token_id audio_eos_token_id acoustic_tokenizer_chunk_size
  refuse acoustic_tokenizer_chunk_size % acoustic_tokenizer_encoder_config.hop_length != 0
config VibeVoiceConfig
  dict<any>|null audio_config semantic_model_config text_config diffusion_head_config
  float diffusion_loss_weight
  int pad_token_id eos_token_id audio_bos_token_id audio_eos_token_id audio_token_id
config VibeVoiceDiffusionHeadConfig
  bool mlp_bias
  float rms_norm_eps
  int hidden_size latent_size num_hidden_layers intermediate_size frequency_embedding_size diffusion_max_period
  str hidden_act
config VideoLlama3VisionConfig
  dict<any>|null rope_parameters
  float layer_norm_eps initializer_range
  float|int attention_dropout
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_channels
  int|list<int> patch_size
  str hidden_act
config VideoLlavaConfig
  'default'|'full' vision_feature_select_strategy
  bool multimodal_projector_bias tie_word_embeddings
  dict<any>|null vision_config text_config
  int image_token_index video_token_index image_seq_length video_seq_length
  int|list<int> vision_feature_layer
  str projector_hidden_act
config VideoMAEConfig
  bool qv_bias use_mean_pooling norm_pix_loss
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int num_channels num_frames tubelet_size hidden_size num_hidden_layers num_attention_heads intermediate_size decoder_num_attention_heads decoder_hidden_size decoder_num_hidden_layers decoder_intermediate_size
  int|list<int> image_size patch_size
  str hidden_act
config VideoPrismTextConfig
  bool apply_l2norm qkv_bias
  float layer_norm_eps hidden_dropout_prob initializer_range attn_logit_softcapping
  float|int attention_probs_dropout_prob
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config VideoPrismVisionConfig
  bool qkv_bias apply_l2norm
  float initializer_range layer_norm_eps attn_logit_softcapping
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int num_frames num_channels hidden_size num_attention_heads intermediate_size num_spatial_layers num_temporal_layers num_auxiliary_layers
  int|list<int> image_size
  list<int> tubelet_size
  str hidden_act
config ViltConfig
  bool qkv_bias tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size type_vocab_size modality_type_vocab_size max_position_embeddings hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels max_image_length num_images
  int|list<int> image_size patch_size
  int|null pad_token_id
  str hidden_act
config VipLlavaConfig
  bool tie_word_embeddings
  dict<any>|null vision_config text_config
  float projector_layernorm_eps
  int image_token_index image_seq_length
  int|list<int> vision_feature_layer
  str projector_hidden_act
config VisionTextDualEncoderConfig
  dict<any>|null text_config vision_config
  int projection_dim
  int|float logit_scale_init_value
config VisualBertConfig
  bool bypass_transformer special_visual_initialize tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size visual_embedding_dim num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str hidden_act
config VitDetConfig
  bool qkv_bias use_absolute_position_embeddings use_relative_position_embeddings
  float initializer_range layer_norm_eps
  float|int dropout_prob drop_path_rate
  int hidden_size num_hidden_layers num_attention_heads mlp_ratio num_channels window_size
  int|list<int> image_size pretrain_image_size patch_size
  list<int> window_block_indices residual_block_indices
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config VitMatteConfig
  dict<any>|null backbone_config
  float batch_norm_eps initializer_range
  int hidden_size
  list<int> convstream_hidden_sizes fusion_hidden_sizes
config VitPoseBackboneConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int num_channels hidden_size num_hidden_layers num_attention_heads mlp_ratio num_experts part_features
  int|list<int> image_size patch_size
  list<int>|null _out_indices
  list<str>|null _out_features
  str hidden_act
config VitPoseConfig
  bool use_simple_decoder
  dict<any>|null backbone_config
  float initializer_range
  int scale_factor
config VitsConfig
  bool use_bias use_stochastic_duration_prediction
  float initializer_range layer_norm_eps leaky_relu_slope duration_predictor_tail_bound noise_scale noise_scale_duration
  float|int layerdrop hidden_dropout attention_dropout activation_dropout duration_predictor_dropout wavenet_dropout speaking_rate
  int vocab_size hidden_size num_hidden_layers num_attention_heads window_size ffn_dim ffn_kernel_size flow_size spectrogram_bins num_speakers speaker_embedding_size upsample_initial_channel depth_separable_channels depth_separable_num_layers duration_predictor_flow_bins duration_predictor_kernel_size duration_predictor_num_flows duration_predictor_filter_channels prior_encoder_num_flows prior_encoder_num_wavenet_layers posterior_encoder_num_wavenet_layers wavenet_kernel_size wavenet_dilation_rate sampling_rate
  int|null pad_token_id
  list<any> resblock_dilation_sizes
  list<int> upsample_rates upsample_kernel_sizes resblock_kernel_sizes
  str hidden_act
  refuse len(upsample_kernel_sizes) != len(upsample_rates)
config VivitConfig
  bool qkv_bias
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int num_frames num_channels hidden_size num_hidden_layers num_attention_heads intermediate_size
  int|list<int> image_size
  int|null pooler_output_size
  list<int> tubelet_size
  str hidden_act pooler_act
config VoxtralConfig
  dict<any>|null audio_config text_config
  int|null audio_token_id
  str projector_hidden_act
config VoxtralEncoderConfig
  bool scale_embedding
  float initializer_range
  float|int attention_dropout dropout layerdrop activation_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_mel_bins max_source_positions
  str activation_function
config VoxtralRealtimeConfig
  bool tie_word_embeddings use_cache
  dict<any>|null audio_config text_config
  int audio_length_per_tok default_num_delay_tokens downsample_factor
  str projector_hidden_act
config VoxtralRealtimeEncoderConfig
  bool use_cache
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_mel_bins max_position_embeddings sliding_window head_dim
  str activation_function hidden_act
config VoxtralRealtimeTextConfig
  bool use_cache
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings
  int|list<int>|null eos_token_id
  int|null head_dim pad_token_id bos_token_id sliding_window
  str hidden_act
config Wav2Vec2BertConfig
  'rotary'|'relative'|'relative_key'|null position_embeddings_type
  bool apply_spec_augment ctc_zero_infinity use_weighted_layer_sum add_adapter use_intermediate_ffn_before_adapter
  float initializer_range layer_norm_eps
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout final_dropout layerdrop mask_time_prob mask_feature_prob conformer_conv_dropout
  int hidden_size num_hidden_layers num_attention_heads intermediate_size feature_projection_input_dim mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks classifier_proj_size xvector_output_dim adapter_kernel_size adapter_stride num_adapter_layers rotary_embedding_base max_source_positions left_max_position_embeddings right_max_position_embeddings conv_depthwise_kernel_size
  int|list<int>|null eos_token_id
  int|null vocab_size pad_token_id bos_token_id output_hidden_size
  list<int> tdnn_dim tdnn_kernel tdnn_dilation
  str hidden_act ctc_loss_reduction adapter_act
  refuse use_intermediate_ffn_before_adapter and (not add_adapter)
config Wav2Vec2Config
  bool conv_bias do_stable_layer_norm apply_spec_augment ctc_zero_infinity use_weighted_layer_sum add_adapter
  float initializer_range layer_norm_eps contrastive_logits_temperature diversity_loss_weight
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout feat_quantizer_dropout final_dropout layerdrop mask_time_prob mask_feature_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks num_codevectors_per_group num_codevector_groups num_negatives codevector_dim proj_codevector_dim classifier_proj_size xvector_output_dim adapter_kernel_size adapter_stride num_adapter_layers
  int|list<int>|null eos_token_id
  int|null vocab_size pad_token_id bos_token_id output_hidden_size adapter_attn_dim
  list<int> conv_dim conv_stride conv_kernel tdnn_dim tdnn_kernel tdnn_dilation
  str hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
config Wav2Vec2ConformerConfig
  bool conv_bias apply_spec_augment ctc_zero_infinity use_weighted_layer_sum add_adapter
  float initializer_range layer_norm_eps contrastive_logits_temperature diversity_loss_weight
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout feat_quantizer_dropout final_dropout layerdrop mask_time_prob mask_feature_prob conformer_conv_dropout
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_conv_pos_embeddings num_conv_pos_embedding_groups mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks num_codevectors_per_group num_codevector_groups num_negatives codevector_dim proj_codevector_dim classifier_proj_size xvector_output_dim adapter_kernel_size adapter_stride num_adapter_layers rotary_embedding_base max_source_positions conv_depthwise_kernel_size
  int|list<int>|null eos_token_id
  int|null vocab_size pad_token_id bos_token_id output_hidden_size
  list<int> conv_dim conv_stride conv_kernel tdnn_dim tdnn_kernel tdnn_dilation
  str hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
  str|null position_embeddings_type
config WavLMConfig
  bool conv_bias do_stable_layer_norm apply_spec_augment ctc_zero_infinity use_weighted_layer_sum add_adapter
  float initializer_range layer_norm_eps contrastive_logits_temperature diversity_loss_weight
  float|int hidden_dropout activation_dropout attention_dropout feat_proj_dropout final_dropout layerdrop mask_time_prob mask_feature_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size num_conv_pos_embeddings num_conv_pos_embedding_groups num_buckets max_bucket_distance mask_time_length mask_time_min_masks mask_feature_length num_codevectors_per_group num_codevector_groups num_negatives codevector_dim proj_codevector_dim classifier_proj_size xvector_output_dim num_ctc_classes adapter_kernel_size adapter_stride num_adapter_layers
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id output_hidden_size
  list<int> conv_dim conv_stride conv_kernel tdnn_dim tdnn_kernel tdnn_dilation
  str hidden_act feat_extract_norm feat_extract_activation ctc_loss_reduction
config WavTokenizerConfig WavTokenizerEncoderConfig
  bool use_conv_shortcut use_causal_conv
  float norm_eps
  int sampling_rate audio_channels num_filters num_residual_layers dilation_growth_rate compress kernel_size last_kernel_size residual_kernel_size num_lstm_layers hidden_size codebook_size codebook_dim decoder_hidden_size decoder_intermediate_size decoder_num_layers adanorm_num_embeddings decoder_attention_num_groups
  list<int> upsampling_ratios
  str pad_mode norm_type
  refuse norm_type not in ["weight_norm", "time_group_norm"]
  refuse codebook_dim != hidden_size
  refuse decoder_hidden_size % decoder_attention_num_groups != 0
config WhisperConfig
  bool use_cache scale_embedding use_weighted_layer_sum apply_spec_augment tie_word_embeddings
  float init_std
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout mask_time_prob mask_feature_prob
  int vocab_size num_mel_bins encoder_layers encoder_attention_heads decoder_layers decoder_attention_heads decoder_ffn_dim encoder_ffn_dim decoder_start_token_id d_model max_source_positions max_target_positions classifier_proj_size mask_time_length mask_time_min_masks mask_feature_length mask_feature_min_masks median_filter_width
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<any>|null suppress_tokens
  list<int>|null begin_suppress_tokens
  str activation_function
config XCLIPConfig
  dict<any>|null text_config vision_config
  float prompt_alpha logit_scale_init_value initializer_factor
  float|int prompt_attention_dropout prompt_projection_dropout
  int projection_dim prompt_layers prompt_num_attention_heads
  str prompt_hidden_act
config XCLIPVisionConfig
  float layer_norm_eps initializer_range initializer_factor
  float|int attention_dropout drop_path_rate
  int hidden_size intermediate_size num_hidden_layers num_attention_heads mit_hidden_size mit_intermediate_size mit_num_hidden_layers mit_num_attention_heads num_channels num_frames
  int|list<int> image_size patch_size
  str hidden_act
config XGLMConfig
  bool scale_embedding use_cache add_cross_attention tie_word_embeddings
  float init_std
  float|int dropout attention_dropout activation_dropout layerdrop
  int vocab_size max_position_embeddings d_model ffn_dim num_layers attention_heads decoder_start_token_id
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  str activation_function
config XLMConfig
  bool gelu_activation sinusoidal_embeddings causal asm use_lang_emb is_encoder summary_use_proj summary_proj_to_labels tie_word_embeddings
  float embed_init_std layer_norm_eps init_std
  float|int dropout attention_dropout summary_first_dropout
  int vocab_size emb_dim n_layers n_heads n_langs max_position_embeddings unk_index mask_index start_n_top end_n_top lang_id
  int|list<int>|null eos_token_id
  int|null mask_token_id pad_token_id bos_token_id
  str summary_type
  str|null summary_activation
config XLNetConfig
  bool use_mems_eval use_mems_train bi_data same_length summary_use_proj tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int dropout summary_last_dropout
  int vocab_size d_model n_layer n_head d_inner clamp_len start_n_top end_n_top
  int|list<int>|null eos_token_id
  int|null d_head mem_len reuse_len pad_token_id bos_token_id
  str ff_activation attn_type summary_type summary_activation
  refuse d_model % n_head != 0
  refuse d_head != d_model // n_head
config Xcodec2Config
  bool tie_word_embeddings attention_bias
  dict<any>|null rope_parameters semantic_model_config
  float rms_norm_eps activation_dropout
  float>=0<=1 initializer_range
  int hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings head_dim encoder_hidden_size sampling_rate quantization_dim
  int|float|null attention_dropout
  int|null pad_token_id
  list<int> downsampling_ratios quantization_levels
  str hidden_act
  refuse hidden_size % num_attention_heads != 0
config XcodecConfig
  dict<any>|null acoustic_model_config semantic_model_config
  float initializer_range
  int sample_rate kernel_size unit_kernel_size codebook_size
  int|null codebook_dim
  list<int> channel_ratios strides block_dilations
  list<int|float> target_bandwidths
config XmodConfig
  bool use_cache pre_norm adapter_layer_norm adapter_reuse_layer_norm ln_before_adapter is_decoder add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  float|int|null classifier_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size adapter_reduction_factor
  int|list<int>|null eos_token_id
  int|null pad_token_id bos_token_id
  list<str> languages
  str hidden_act
  str|null default_language
config YolosConfig
  bool qkv_bias use_mid_position_embeddings auxiliary_loss
  float initializer_range layer_norm_eps eos_coefficient
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int hidden_size num_hidden_layers num_attention_heads intermediate_size num_channels num_detection_tokens class_cost bbox_cost giou_cost bbox_loss_coefficient giou_loss_coefficient
  int|list<int> patch_size
  list<int> image_size
  str hidden_act
config YosoConfig
  bool use_expectation use_fast_hash lsh_backward add_cross_attention tie_word_embeddings
  float initializer_range layer_norm_eps
  float|int hidden_dropout_prob attention_probs_dropout_prob
  int vocab_size hidden_size num_hidden_layers num_attention_heads intermediate_size max_position_embeddings type_vocab_size hash_code_len num_hash
  int|list<int>|null eos_token_id
  int|null conv_window pad_token_id bos_token_id
  str hidden_act
config YoutuConfig
  bool use_cache tie_word_embeddings attention_bias
  bool|null rope_interleave
  dict<any>|null rope_parameters
  float rms_norm_eps
  float|int|null attention_dropout
  float|null initializer_range embedding_initializer_range
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads kv_lora_rank qk_rope_head_dim qk_nope_head_dim max_position_embeddings
  int|list<int>|null eos_token_id
  int|null q_lora_rank v_head_dim pad_token_id bos_token_id
  str hidden_act
config Zamba2Config
  bool use_mamba_kernels use_conv_bias use_mem_eff_path add_bias_linear use_shared_attention_adapter use_mem_rope use_cache use_long_context tie_word_embeddings
  dict<any>|null rope_parameters
  float time_step_min time_step_max time_step_floor initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size max_position_embeddings hidden_size num_hidden_layers mamba_d_state mamba_d_conv mamba_expand mamba_ngroups n_mamba_heads chunk_size num_attention_heads num_mem_blocks adapter_rank num_logits_to_keep
  int|list<int>|null eos_token_id
  int|null intermediate_size num_key_value_heads pad_token_id bos_token_id
  list<str>|null layers_block_type
  str hidden_act
config ZambaConfig
  bool tie_word_embeddings use_cache use_mamba_kernels use_associative_scan mamba_conv_bias mamba_proj_bias
  float initializer_range rms_norm_eps time_step_min time_step_max time_step_floor
  float|int attention_dropout
  int vocab_size hidden_size intermediate_size num_hidden_layers num_attention_heads num_key_value_heads n_mamba_heads num_logits_to_keep max_position_embeddings attn_layer_period attn_layer_offset mamba_d_state mamba_d_conv mamba_expand
  int|list<int>|null eos_token_id
  int|null attention_hidden_size attention_head_dim pad_token_id bos_token_id
  list<str>|null layers_block_type
  str hidden_act hidden_mamba_act
  str|int mamba_dt_rank
  refuse mamba_expand * hidden_size % n_mamba_heads != 0
config ZayaConfig
  bool use_cache tie_word_embeddings output_router_logits attention_bias lm_head_bias
  dict<any>|null rope_parameters
  float initializer_range rms_norm_eps
  float|int attention_dropout
  int vocab_size hidden_size num_hidden_layers num_attention_heads num_key_value_heads max_position_embeddings moe_intermediate_size num_experts_per_tok num_experts head_dim router_hidden_size cca_time0 cca_time1
  int|list<int>|null eos_token_id
  int|null sliding_window pad_token_id bos_token_id
  list<str>|null layer_types
  str hidden_act
  refuse num_experts_per_tok != 1
  refuse num_attention_heads % num_key_value_heads != 0
config ZoeDepthConfig
  'ignore'|'add'|'project' readout_type
  'mean'|'sum' attractor_kind
  bool use_batch_norm_in_fusion_residual add_projection
  bool|null use_bias_in_fusion_residual
  dict<any>|null backbone_config
  float initializer_range batch_norm_eps min_temp max_temp
  int fusion_hidden_size head_in_index num_relative_features bottleneck_features bin_embedding_dim attractor_alpha attractor_gamma
  int|null num_patch_transformer_layers patch_transformer_hidden_size patch_transformer_intermediate_size patch_transformer_num_attention_heads
  list<dict<any>>|null bin_configurations
  list<int> neck_hidden_sizes num_attractors
  list<int|float> reassemble_factors
  str hidden_act bin_centers_type
config xLSTMConfig
  'chunkwise--native_autograd'|'parallel--native_autograd' chunkwise_kernel
  'float32'|'bfloat16'|'float16' autocast_kernel_dtype inference_state_dtype
  'native' step_kernel
  'native_sequence__native' sequence_kernel
  'single'|'fused' weight_mode
  'train'|'train_with_padding'|'inference' mode
  bool use_bias norm_reduction_force_float32 tie_word_embeddings add_out_norm return_last_states use_cache
  float norm_eps qk_dim_factor v_dim_factor eps ffn_proj_factor gate_soft_cap output_logit_soft_cap
  int vocab_size hidden_size num_hidden_layers num_heads chunk_size ffn_round_up_to_multiple_of max_inference_chunksize
  int|list<int>|null eos_token_id
  int|null embedding_dim num_blocks pad_token_id bos_token_id
config *
  'full_attention'|'sliding_attention'|'chunked_attention'|'window_attention'|'indexed_attention'|'compressed_sparse_attention'|'heavily_compressed_attention'|'minimax_m3_sparse'|'conv'|'moe'|'hybrid'|'hybrid_sliding'|'reference_sliding_attention'|'linear_attention' layer_types
  'sparse'|'dense' mlp_layer_types
transformers 5.23.0
config BailingHybridConfig
  bool output_router_logits norm_topk_prob use_cache tie_word_embeddings attention_bias kda_safe_gate
  dict<any>|null rope_parameters
  float routed_scaling_factor initializer_range rms_norm_eps attention_dropout kda_lower_bound
  float|int rope_theta mtp_loss_scaling_factor
  int vocab_size hidden_size intermediate_size moe_intermediate_size num_hidden_layers num_attention_heads n_shared_experts kv_lora_rank qk_rope_head_dim v_head_dim qk_nope_head_dim n_group topk_group num_experts_per_tok first_k_dense_replace max_position_embeddings num_mtp_layers num_local_experts head_dim short_conv_kernel_size layer_group_size
  int|list<int>|null eos_token_id
  int|null num_key_value_heads pad_token_id bos_token_id pretraining_tp
  list<str>|null layer_types mlp_layer_types
  str hidden_act
config DeformableDetrConfig
  bool return_intermediate auxiliary_loss dilation two_stage with_box_refine disable_custom_kernels tie_word_embeddings
  dict<any>|null backbone_config
  float init_std init_xavier_std eos_coefficient focal_alpha
  float|int encoder_layerdrop dropout attention_dropout activation_dropout
  int num_channels num_queries max_position_embeddings encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model num_feature_levels encoder_n_points decoder_n_points two_stage_num_proposals class_cost bbox_cost giou_cost mask_loss_coefficient dice_loss_coefficient bbox_loss_coefficient giou_loss_coefficient
  str activation_function position_embedding_type
  refuse two_stage == true and with_box_refine == false
config DetrConfig MaskFormerDetrConfig TableTransformerConfig
  bool auxiliary_loss dilation
  dict<any>|null backbone_config
  float init_std init_xavier_std eos_coefficient
  float|int encoder_layerdrop decoder_layerdrop dropout attention_dropout activation_dropout
  int num_channels num_queries encoder_layers encoder_ffn_dim encoder_attention_heads decoder_layers decoder_ffn_dim decoder_attention_heads d_model class_cost bbox_cost giou_cost mask_loss_coefficient dice_loss_coefficient bbox_loss_coefficient giou_loss_coefficient
  str activation_function position_embedding_type
"""#
