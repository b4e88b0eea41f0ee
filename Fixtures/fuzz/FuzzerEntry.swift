import DeviceMap

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The target that libFuzzer feeds, by the environment variable FUZZ_TARGET.
private let target: FuzzTarget = {
  guard let name = unsafe getenv("FUZZ_TARGET").map({ unsafe String(cString: $0) }),
    let target = FuzzTarget(rawValue: name)
  else { fatalError("FUZZ_TARGET has to be one of \(FuzzTarget.allCases.map(\.rawValue))") }
  return target
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  unsafe target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
