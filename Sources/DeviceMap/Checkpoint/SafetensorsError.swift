/// Why a file is not accepted as safetensors. The rules are those of safetensors 0.8.0; the cases that are stricter
/// on purpose say so.
public struct SafetensorsError: Error, Hashable, Sendable {
  /// The file.
  public var file: String
  /// The name of the tensor concerned, if it is about one.
  public var tensor: String?
  /// Bytes from the start of the file to the place of the fault.
  public var offset: Int
  /// The rule that was broken.
  public var reason: Reason

  package init(file: String, tensor: String?, offset: Int, reason: Reason) {
    self.file = file
    self.tensor = tensor
    self.offset = offset
    self.reason = reason
  }

  /// The rule that was broken.
  public enum Reason: Hashable, Sendable {
    /// The file has fewer than the eight bytes of the header's length.
    case fileTooShort(length: Int)
    /// The header's length is beyond 100 000 000 bytes.
    case headerTooLong(UInt64)
    /// The header reaches beyond the end of the file.
    case headerBeyondFile(headerLength: Int, fileLength: Int)
    /// These are the bytes of another format.
    case foreign(ForeignFormat)
    /// The header is not JSON.
    case json(JSONError.Reason)
    /// The header is JSON, but not an object.
    case headerNotObject
    /// `__metadata__` occurs twice.
    case duplicateMetadata
    /// `__metadata__` is neither null nor an object, or one of its values is not a string.
    case metadataNotStrings
    /// The tensor is described by neither an object nor an array of its three fields.
    case tensorNotObject
    /// The field is missing.
    case missingField(Field)
    /// The field occurs twice.
    case duplicateField(Field)
    /// The array form of a description has more than three elements.
    case tooManyFields
    /// The value of the field is of another kind than it has to be.
    case wrongType(Field)
    /// `data_offsets` has not exactly two elements.
    case offsetsNotPair
    /// A dimension or an offset is written with a sign, a fraction or an exponent.
    case notUnsignedInteger(Field)
    /// A dimension or an offset is beyond 2^64 - 1, or (stricter than the reference, which accepts it beside a
    /// dimension 0) beyond 2^63 - 1.
    case integerTooLarge(Field)
    /// No such dtype.
    case unknownDType(String)
    /// The product of the dimensions and the bits of an element is beyond 2^64 - 1.
    case sizeOverflow
    /// The elements of a dtype of less than a byte do not fill whole bytes.
    case notWholeBytes(bits: UInt64)
    /// The end is before the begin.
    case offsetsReversed(begin: Int, end: Int)
    /// Shape and dtype need another number of bytes than the offsets give.
    case sizeMismatch(needed: UInt64, given: Int)
    /// Bytes of the data that belong to no tensor, before this one.
    case hole(from: Int, to: Int)
    /// The tensor begins before the end of another one.
    case overlap(begin: Int, with: String, end: Int)
    /// A name that has occurred before. Stricter than the reference, which silently keeps the last one.
    case duplicateTensor(firstOffset: Int)
    /// The file ends before the data does.
    case dataMissing(expectedLength: Int, fileLength: Int)
    /// The file goes on behind the data.
    case trailingData(expectedLength: Int, fileLength: Int)
    /// The data would end beyond 2^63 - 1.
    case dataTooLong
    /// The length of this file cannot be known (a pipe or a device), so it cannot be checked.
    case lengthUnknown
  }

  /// A part of the description of a tensor.
  public enum Field: String, Hashable, Sendable {
    /// The fields of a tensor in a header.
    case dtype, shape
    /// Where its data begin and end.
    case dataOffsets = "data_offsets"
  }

  /// What a file that is not safetensors often is.
  public enum ForeignFormat: Hashable, Sendable {
    /// What the first bytes tell.
    case gitLFSPointer, zip, pickle, gguf, html, hdf5, gzip
  }
}

/// A `SafetensorsError` before file and tensor are known.
struct HeaderFault: Error {
  var reason: SafetensorsError.Reason
  /// From the start of the header.
  var offset: Int

  @inline(never)
  init(_ reason: SafetensorsError.Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  @inline(never)
  init(_ fault: JSONFault) {
    reason = .json(fault.reason)
    offset = fault.offset
  }
}
