extension CatalogSession {
  /// The config class that a name stands for in a unit; nil when there is none.
  func configKind(_ name: String, from unit: CatalogUnit) throws(CatalogError) -> ConfigKind? {
    guard let (owner, local) = try resolve(name, in: unit) else { return nil }
    return try owner.config(local)
  }
}
