import DeviceMap

extension ChildProcess.Outcome {
  /// A program that ended after it had written `text` to stdout.
  static func ended(code: Int, text: String) -> Self { .ended(code: code, output: Array(text.utf8), errors: []) }
}
