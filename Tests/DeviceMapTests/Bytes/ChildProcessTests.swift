import DeviceMap
import Testing

@Suite struct ChildProcessTests {
  @Test func outputAndStatusAreKept() {
    #expect(
      ChildProcess.run("sh", ["-c", "echo one; echo two >&2; exit 3"], seconds: 5)
        == .ended(code: 3, text: "one\ntwo\n"))
    #expect(ChildProcess.run("sh", ["-c", "cat"], seconds: 5) == .ended(code: 0, text: ""), "there is no input")
  }

  @Test func aProgramThatIsMissingIsSaidToBe() {
    #expect(ChildProcess.run("no-such-program-anywhere", [], seconds: 5) == .notFound)
  }

  @Test func whatHangsIsStoppedWithItsChildren() {
    let clock = ContinuousClock()
    let time = clock.measure {
      #expect(ChildProcess.run("sh", ["-c", "echo begin; sleep 60 & sleep 60"], seconds: 1) == .timedOut)
    }
    #expect(time < .seconds(10))
  }

  @Test func whatWritesForEverIsStopped() {
    #expect(ChildProcess.run("yes", [], seconds: 5) == .timedOut)
  }

  @Test func aKilledProgramHasAStatusAbove128() {
    #expect(ChildProcess.run("sh", ["-c", "kill -9 $$"], seconds: 5) == .ended(code: 137, text: ""))
  }
}
