import DeviceMap
import Testing

@Suite("What a model is called")
struct ModelNameTests {
  @Test(
    "the name in a path, an id or a cache",
    arguments: [
      ("Qwen/Qwen2.5-7B-Instruct", "Qwen2.5-7B-Instruct"), ("Qwen/Qwen2.5-7B@refs/pr/1", "Qwen2.5-7B"),
      ("org/name@main", "name"), ("modelscope:org/name", "name"), ("https://huggingface.co/org/name/tree/main", "name"),
      ("/models/Yi-34B/", "Yi-34B"), ("/models/Yi-34B/config.json", "Yi-34B"),
      ("Yi-34B/model-00001-of-00002.safetensors", "Yi-34B"), ("Yi-34B/model.safetensors.index.json", "Yi-34B"),
      ("configs/llama.config.json", "llama"), ("llama.json", "llama"),
      ("/home/u/.cache/huggingface/hub/models--Qwen--Qwen2.5-7B/snapshots/0123", "Qwen2.5-7B"),
      ("models--gpt2", "gpt2"),
    ])
  func name(word: String, name: String) {
    #expect(ModelName.of(word) == name)
  }

  @Test("a word that says nothing", arguments: ["", ".", "..", "/", "config.json", "models--"])
  func none(word: String) {
    #expect(ModelName.of(word) == nil)
  }
}
