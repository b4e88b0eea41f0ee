// swift-format-ignore-file
// Written by Fixtures/oracle/engines/pipeline_ends.py, not by hand.

/// What vLLM's models make on every stage (see ``PipelineEnds``).
let pipelineEndsText = #"""
# vLLM 0.33.0, written by pipeline_ends.py: what is made on every stage, and by which architectures
embedding: Lfm2ForCausalLM Lfm2MoeForCausalLM Qwen3_5ForCausalLM Qwen3_5MoeForCausalLM
embedding head: DoryForCausalLM HrmTextForCausalLM Qwen3NextForCausalLM
embedding head norm: AliceAIForCausalLM BloomForCausalLM DbrxForCausalLM FalconForCausalLM FalconMambaForCausalLM GPT2LMHeadModel GPTJForCausalLM Gemma3ForCausalLM Gemma4ForCausalLM GemmaForCausalLM GptOssForCausalLM GraniteMoeForCausalLM GraniteMoeHybridForCausalLM GraniteMoeSWAForCausalLM GraniteMoeSharedForCausalLM HYV3ForCausalLM IQuestLoopCoderForCausalLM JambaForCausalLM K2HorizonForCausalLM Mamba2ForCausalLM MambaForCausalLM MiniCPM3ForCausalLM MiniCPMForCausalLM MixtralForCausalLM MuseGlimmerForCausalLM NemotronHForCausalLM NemotronHPuzzleForCausalLM OPTForCausalLM OlmoHybridForCausalLM OlmoeForCausalLM OrionForCausalLM PhiMoEForCausalLM Plamo3ForCausalLM Qwen2MoeForCausalLM Qwen3MoeForCausalLM Rnj1ForCausalLM StableLmForCausalLM Zamba2ForCausalLM
embedding norm: Cohere2ForCausalLM Cohere2MoeForCausalLM CohereForCausalLM Gemma2ForCausalLM
head: InternLM2ForCausalLM
norm: Gemma3nForCausalLM
"""#
