extension SafetensorsError: CustomStringConvertible {
  /// File, byte offset, tensor, reason, and what to do.
  public var description: String {
    let place = tensor.map { "tensor '\($0)', byte \(offset)" } ?? "byte \(offset)"
    return "'\(file)': \(place): \(reason); \(reason.advice)"
  }
}

extension SafetensorsError.Reason: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fileTooShort(let length): "the file has \(length) bytes, and a safetensors file begins with eight"
    case .headerTooLong(let length): "the header would have \(length) bytes, and 100000000 are the limit"
    case .headerBeyondFile(let header, let file): "the header would have \(header) bytes, and the file has \(file)"
    case .foreign(let format): "this is \(format), not safetensors"
    case .json(let reason): "the header is not JSON: \(reason)"
    case .headerNotObject: "the header is JSON, but not an object"
    case .duplicateMetadata: "__metadata__ occurs twice"
    case .metadataNotStrings: "__metadata__ is not an object of strings"
    case .tensorNotObject: "a tensor has to be described by an object"
    case .missingField(let field): "'\(field.rawValue)' is missing"
    case .duplicateField(let field): "'\(field.rawValue)' occurs twice"
    case .tooManyFields: "a tensor has three fields: dtype, shape, data_offsets"
    case .wrongType(let field): "'\(field.rawValue)' has to be \(field.expected)"
    case .offsetsNotPair: "'data_offsets' has to have two elements"
    case .notUnsignedInteger(let field):
      "'\(field.rawValue)' has to hold whole numbers from 0 on, without fraction or exponent"
    case .integerTooLarge(let field): "a number in '\(field.rawValue)' is beyond \(Int.max)"
    case .unknownDType(let name): "there is no dtype '\(name)'"
    case .sizeOverflow: "the size that shape and dtype give is beyond 64 bits"
    case .notWholeBytes(let bits): "the elements take \(bits) bits, which do not fill whole bytes"
    case .offsetsReversed(let begin, let end): "the data would end at \(end), before it begins at \(begin)"
    case .sizeMismatch(let needed, let given): "shape and dtype need \(needed) bytes, and 'data_offsets' gives \(given)"
    case .hole(let from, let to): "bytes \(from) to \(to) of the data belong to no tensor"
    case .overlap(let begin, let with, let end): "the data begins at \(begin), before that of '\(with)' ends at \(end)"
    case .duplicateTensor(let first): "the name has occurred before, at byte \(first)"
    case .dataMissing(let expected, let file): "the file has \(file) bytes, and the header says \(expected)"
    case .trailingData(let expected, let file): "the file has \(file) bytes, and the header says \(expected)"
    case .dataTooLong: "the data would end beyond \(Int.max)"
    case .lengthUnknown: "this is no regular file, so its length cannot be checked"
    }
  }

  /// What to do about it.
  var advice: String {
    switch self {
    case .foreign(let format): format.advice
    case .fileTooShort, .headerBeyondFile: "the file is cut short or of another kind: download it again"
    case .dataMissing: "the file is cut short: download it again, or plan from the header with --headers-only"
    case .lengthUnknown: "give a file, or plan from the header with --headers-only"
    case .headerTooLong: "the file is damaged or of another kind"
    case .unknownDType: "the dtypes are " + DType.allCases.map(\.name).joined(separator: ", ")
    case .duplicateTensor: "write the file again with each name once"
    default: "the file is damaged or was written by faulty software: write or download it again"
    }
  }
}

extension SafetensorsError.Field {
  fileprivate var expected: String {
    switch self {
    case .dtype: "a string"
    case .shape: "an array of whole numbers"
    case .dataOffsets: "an array of two whole numbers"
    }
  }
}

extension SafetensorsError.ForeignFormat: CustomStringConvertible {
  public var description: String {
    switch self {
    case .gitLFSPointer: "a pointer of git-lfs"
    case .zip: "a zip archive, most likely a checkpoint of torch.save"
    case .pickle: "a Python pickle"
    case .gguf: "a GGUF file"
    case .html: "a web page"
    case .hdf5: "an HDF5 file"
    case .gzip: "a gzip archive"
    }
  }

  fileprivate var advice: String {
    switch self {
    case .gitLFSPointer: "run 'git lfs pull' in its directory"
    case .zip, .pickle, .hdf5: "convert it to safetensors, or plan from config.json alone"
    case .gguf: "plan from the config.json of the original model"
    case .html: "the download failed: download it again"
    case .gzip: "unpack it"
    }
  }
}
