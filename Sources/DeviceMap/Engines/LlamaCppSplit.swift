/// llama.cpp's rule: the device of item i is the first whose share of the sum is above i / items.
enum LlamaCppSplit {
  /// Items of each device; with `output` the last item is the output, and not counted.
  static func layers(shares: [Float], items: Int, output: Bool = false) -> [Int] {
    var ends: [Float] = []
    var sum: Float = 0
    for share in shares {
      sum += share
      ends.append(sum)
    }
    var counts = Array(repeating: 0, count: shares.count)
    for item in 0..<items - (output ? 1 : 0) {
      let place = Float(item) / Float(items)
      let device = ends.firstIndex { $0 / sum > place } ?? shares.count - 1
      counts[device] += 1
    }
    return counts
  }
}
