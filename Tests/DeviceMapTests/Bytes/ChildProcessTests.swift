import DeviceMap
import Foundation
import Testing

#if os(macOS) || os(Linux)
  @Suite("Child processes") struct ChildProcessTests {
    private func shell(
      _ script: String, input: [UInt8] = [], seconds: Int = 20, mostOutput: Int = 1 << 20
    ) -> ChildProcess.Outcome {
      ChildProcess.run("sh", ["-c", script], input: input, seconds: seconds, mostOutput: mostOutput)
    }

    @Test("Output, errors and status are kept apart") func output() {
      #expect(
        shell("echo one; echo two >&2; exit 3")
          == .ended(code: 3, output: Array("one\n".utf8), errors: Array("two\n".utf8)))
    }

    @Test("There is no input but what is given") func input() {
      #expect(shell("cat") == .ended(code: 0, text: ""))
      let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
      #expect(shell("cat", input: bytes) == .ended(code: 0, output: bytes, errors: []))
      #expect(shell("exit 4", input: bytes) == .ended(code: 4, text: ""), "a program that reads nothing")
    }

    @Test("Who watches is told of every error and can stop") func watching() {
      var seen: [UInt8] = []
      let outcome = ChildProcess.run("sh", ["-c", "echo one >&2; sleep 0.2; echo two >&2"], seconds: 20) {
        seen += $0
        return true
      }
      #expect(outcome == .ended(code: 0, output: [], errors: Array("one\ntwo\n".utf8)))
      #expect(seen == Array("one\ntwo\n".utf8))
      #expect(
        ChildProcess.run("sh", ["-c", "echo one >&2; sleep 60"], seconds: 20) { $0.isEmpty } == .wroteTooMuch)
    }

    @Test("A program is waited for without the threads of tasks") func waiting() {
      let words = Workers.map(16, threads: 16) { number in
        Workers.wait { await Workers.apart { _ in "\(number)" } }
      }
      #expect(words == ContiguousArray((0..<16).map { "\($0)" }))
    }

    @Test("A program that is missing is said to be") func missing() {
      #expect(ChildProcess.run("no-such-program-anywhere", [], seconds: 5) == .notFound)
      #expect(ChildProcess.run("/etc/hosts/x", [], seconds: 5) == .notFound)
    }

    @Test(
      "What hangs is stopped with its children",
      arguments: ["echo begin; sleep 60 & sleep 60", "exec >&- 2>&-; sleep 60", "trap '' TERM INT; sleep 60"])
    func hangs(_ script: String) {
      let time = ContinuousClock().measure { #expect(shell(script, seconds: 1) == .timedOut) }
      #expect(time < .seconds(15))
    }

    @Test("What a program leaves behind is neither waited for nor left alone") func orphans() throws {
      let directory = try TemporaryDirectory()
      let file = directory.path + "/late"
      let time = ContinuousClock().measure {
        #expect(shell("(sleep 2; echo > \(file)) & echo done") == .ended(code: 0, text: "done\n"))
      }
      #expect(time < .seconds(15))
      Thread.sleep(forTimeInterval: 3)
      #expect(!FileManager.default.fileExists(atPath: file))
    }

    @Test("What writes for ever is stopped") func endless() {
      #expect(ChildProcess.run("yes", [], seconds: 30) == .wroteTooMuch)
      #expect(shell("yes >&2", seconds: 30) == .wroteTooMuch)
      #expect(shell("echo 12345", mostOutput: 6) == .ended(code: 0, text: "12345\n"))
      #expect(shell("echo 12345", mostOutput: 5) == .wroteTooMuch)
    }

    @Test("A killed program has a status above 128") func killed() {
      #expect(shell("kill -9 $$") == .ended(code: 137, text: ""))
    }

    @Test("Many at once do not hold each other's pipes") func concurrent() {
      let outcomes = Workers.map(24, threads: 8) { index in
        ChildProcess.run("sh", ["-c", "cat; echo \(index)"], input: [65, 10], seconds: 60)
      }
      for (index, outcome) in outcomes.enumerated() { #expect(outcome == .ended(code: 0, text: "A\n\(index)\n")) }
    }

    @Test("Arguments keep their bytes") func arguments() {
      let word = PathText.text(ContiguousArray([0xFF, 0x61, 0xC3]).span)
      #expect(
        ChildProcess.run("printf", ["%s", word], seconds: 20)
          == .ended(code: 0, output: [0xFF, 0x61, 0xC3], errors: []))
    }

    @Test("A program is read also where the standard descriptors are closed") func closedDescriptors() async {
      await #expect(processExitsWith: .success) {
        let input = Array("word".utf8)
        for descriptor in Int32(0)...2 { close(descriptor) }
        guard
          ChildProcess.run("sh", ["-c", "cat; echo x >&2"], input: input, seconds: 20)
            == .ended(code: 0, output: input, errors: Array("x\n".utf8))
        else { exit(3) }
        exit(0)
      }
    }
  }
#endif
