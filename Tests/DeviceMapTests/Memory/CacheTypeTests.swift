import DeviceMap
import Testing

@Suite("Cache types")
struct CacheTypeTests {
  /// Llama-3-8B keeps 32 layers x 8 heads x (128 + 128) elements a token; quantised kinds store scales beside them.
  @Test(
    "bytes of a token, scales included",
    arguments: [
      (.float32, 262_144), (.float16, 131_072), (.bfloat16, 131_072), (.fp8, 65_536), (.int8, 65_536),
      (.mxfp8, 67_584), (.q8, 69_632), (.q4, 36_864),
    ] as [(CacheType, Int)])
  func bytes(type: CacheType, bytes: Int) throws {
    let states = try #require(try ModelMemory(KnownMemoryTests.tree(KnownMemoryTests.llama8B)).states)
    #expect(states.heldBytes(Workload(context: 32, cacheType: type)) == 32 * bytes)
  }

  @Test(
    "a model's own dtype is that of most of its elements",
    arguments: [(100, 99, .bf16), (99, 100, .f32)] as [(Int, Int, DType)])
  func dtype(halves: Int, singles: Int, dtype: DType) {
    let tree = ModuleTree {
      Module("a", class: "Linear", tensors: [.init("weight", .bf16, count: halves)])
      Module("b", class: "Linear", tensors: [.init("weight", .f32, count: singles)])
    }
    #expect(ModelMemory(tree).dtype == dtype)
  }

  @Test func everyTypeIsCompared() { #expect(CacheType.allCases.count == 8) }
}
