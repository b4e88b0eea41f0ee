import DeviceMap

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

#if FORMATS
  private typealias Target = FormatFuzzTarget
#else
  private typealias Target = FuzzTarget
#endif

/// The target that libFuzzer feeds, by the environment variable FUZZ_TARGET.
private let target: Target = {
  guard let name = unsafe getenv("FUZZ_TARGET").map({ unsafe String(cString: $0) }),
    let target = Target(rawValue: name)
  else { fatalError("FUZZ_TARGET has to be one of \(Target.allCases.map(\.rawValue))") }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  unsafe target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
