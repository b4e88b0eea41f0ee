import Testing

@testable import DeviceMap

/// This machine's GPUs with programs that are played.
@Suite struct MachineTests {
  private func inventory(_ programs: [String: ChildProcess.Outcome]) -> (gpus: [ReportedGPU], notes: [Note]) {
    var source = DeviceInventory.Source()
    var notes: [Note] = []
    DeviceInventory.addGPUs(&source, &notes) { program, _ in programs[program] ?? .notFound }
    return (source.gpus, notes)
  }

  @Test func gpusOfNvidia() throws {
    let text = try DeviceTexts.text("smi-2.csv")
    let found = inventory(["nvidia-smi": .ended(code: 0, text: text)])
    #expect(found.gpus.map(\.index) == [0, 1] && found.notes.isEmpty)
  }

  @Test func gpusOfAMDWhereNvidiaIsNotInstalled() throws {
    let text = try DeviceTexts.text("rocm-smi-2.csv")
    let found = inventory(["rocm-smi": .ended(code: 0, text: text)])
    #expect(found.gpus.count == 2 && found.notes.isEmpty)
  }

  @Test(
    "what goes wrong is said",
    arguments: [
      ([:], "nvidia-smi is not installed: no NVIDIA GPU is assumed"),
      (
        ["nvidia-smi": ChildProcess.Outcome.timedOut],
        "nvidia-smi did not answer within 10 seconds and was stopped; give the GPUs with --max-memory"
      ),
      (["nvidia-smi": .ended(code: 6, text: "No devices were found\n")], "nvidia-smi found no GPU"),
      (
        ["nvidia-smi": .ended(code: 0, text: "<html>\n")],
        "line 1 of nvidia-smi's output, \"<html>\", has 1 columns instead of index, name, uuid, total and free memory; give "
          + "the GPUs with --max-memory"
      ),
      (["nvidia-smi": .ended(code: 77, text: "")], "nvidia-smi ended with status 77"),
      (["rocm-smi": .timedOut], "rocm-smi did not answer within 10 seconds; no GPU is assumed"),
      (
        ["rocm-smi": .ended(code: 0, text: "none")],
        "rocm-smi printed no table of GPUs with their VRAM; give the GPUs with --max-memory"
      ),
    ] as [([String: ChildProcess.Outcome], String)])
  func problems(_ programs: [String: ChildProcess.Outcome], _ text: String) {
    let found = inventory(programs)
    #expect(found.gpus.isEmpty)
    #expect(found.notes.map(\.text) == [text])
  }
}
