import DeviceMap

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Reads paths of files from stdin, one a line, and writes a line for each: the tensors of one that is accepted as `+`, a
/// tab and `NAME DTYPE [SHAPE] BEGIN END` (names in hexadecimal digits), or `-`, a tab and the reason for which it is
/// refused.
@main enum HeaderVerdicts {
  static func main() {
    while let path = readLine() {
      print(verdict(path))
      fflush(nil)
    }
  }

  private static func verdict(_ path: String) -> String {
    do throws(CheckpointError) {
      let header = try SafetensorsHeader(path: path)
      let tensors = header.entries.map { entry in
        let name = header.name(of: entry)
        let digits = name.indices.map { String(name[$0] >> 4, radix: 16) + String(name[$0] & 15, radix: 16) }.joined()
        let shape = entry.shapeRange.map { String(header.dimensions[$0]) }.joined(separator: ",")
        return "\(digits) \(entry.dtype.name) [\(shape)] \(entry.begin) \(entry.end)"
      }
      return (["+"] + tensors).joined(separator: "\t")
    } catch {
      guard case .safetensors(let error) = error else { return "-\t\(error)" }
      return "-\t\(Mirror(reflecting: error.reason).children.first?.label ?? "another reason")"
    }
  }
}
