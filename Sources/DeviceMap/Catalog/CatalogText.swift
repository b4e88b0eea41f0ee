/// The catalog's text, written by the recording scripts under Fixtures/oracle.
enum CatalogText {
  static let text: StaticString = "transformers 5.23.0\n"
}
