/// Why a checkpoint cannot be read.
public enum CheckpointError: Error, Hashable, Sendable {
  /// The system did not give a file.
  case file(FileError)
  /// A file is not acceptable safetensors.
  case safetensors(SafetensorsError)
  /// A file is not JSON.
  case json(file: String, JSONError)

  /// Runs `body`, turning its error into a `CheckpointError`.
  static func wrap<Result: ~Copyable>(_ body: () throws(FileError) -> Result) throws(CheckpointError) -> Result {
    do throws(FileError) {
      return try body()
    } catch {
      throw .file(error)
    }
  }
}
