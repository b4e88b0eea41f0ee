enum Files { static func write(_ bytes: [UInt8], to path: String) throws(FileError) {} }
extension FileError: CustomStringConvertible { public var description: String { path } }
