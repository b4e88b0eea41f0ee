import DeviceMap
import FitExample
import Foundation
import Testing

@Suite struct FitExampleTests {
  private static let checkpoints = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkpoints")

  private func machine(_ bytes: Int) -> DeviceInventory {
    DeviceInventory(devices: [
      InstalledDevice(.gpu(0), name: "A card", totalBytes: bytes, freeBytes: bytes, budgetBytes: bytes)
    ])
  }

  @Test("a person gets a sentence, whatever the answer is")
  func question() {
    let path = Self.checkpoints.appending(path: "tiny-llama").path
    #expect(
      FitQuestion(path: path, tokens: 16, machine: machine(1 << 30)).answer
        == "It fits; 523 MiB of 0 stay free.")
    #expect(
      FitQuestion(path: path, tokens: 16, machine: machine(1 << 16)).answer.hasPrefix("It does not fit: "))
    #expect(
      FitQuestion(path: path + "/nowhere", tokens: 16, machine: machine(0)).answer.hasPrefix("It cannot be told: "))
  }

  @Test("experts go to the cpu, all else to the GPU")
  func policy() throws {
    let tree = ModuleTree {
      Module("embed", class: "Embedding", bytes: 64)
      Module("layers") {
        for i in 0..<2 {
          Module("\(i)", class: "Block") {
            Module("attn", bytes: 36)
            Module("experts", class: "TinyExperts", bytes: 720)
          }
        }
      }
      Module("head", class: "Linear", bytes: 64)
    }
    let plan = try tree.plan(ExpertsToCPU(), maxMemory: [.gpu(0): "1KiB", .cpu: "1GiB"])
    #expect(plan.device(of: "layers.1.experts") == .cpu)
    #expect(plan.device(of: "layers.1.attn") == .gpu(0))
    #expect(plan.usage[.gpu(0)]?.weights == 64 + 2 * 36 + 64)
    #expect(plan.ledger.errors.isEmpty)
  }

  @Test(
    "a plan of bytes that a client of one's own fetched is that of the files", arguments: ["tiny-llama", "tiny-gemma2"])
  func fetched(name: String) async throws {
    let folder = Self.checkpoints.appending(path: name)
    let limits: MaxMemory = [.gpu(0): "60KiB", .gpu(1): "60KiB", .cpu: "1GiB"]
    let model = try await FetchedModel { file, count in
      guard let bytes = try? Data(contentsOf: folder.appending(path: file)) else { return nil }
      return [UInt8](bytes.prefix(count ?? bytes.count))
    }
    let ofFiles = try ModuleTree(Checkpoint(at: folder.path)).plan(.auto, maxMemory: limits)
    #expect(try model.plan(limits).deviceMapJSON() == ofFiles.deviceMapJSON())
  }
}
