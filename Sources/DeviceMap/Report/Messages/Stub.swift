extension TreeError: CustomStringConvertible { public var description: String { "\(self as Any)" } }
extension CatalogError: CustomStringConvertible { public var description: String { "\(self as Any)" } }
