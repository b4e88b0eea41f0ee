extension NameTemplates {
  /// The same names with one prefix in the place of another; nil where none begins with it. O(bytes of the templates).
  package func replacingPrefix(_ prefix: String, with other: String) -> NameTemplates? {
    let (prefix, other) = (Array(prefix.utf8), Array(other.utf8))
    var result = self
    var isFound = false
    for index in templates.indices where templates[index].bytes.starts(with: prefix) {
      result.templates[index].bytes.replaceSubrange(..<prefix.count, with: other)
      isFound = true
    }
    return isFound ? result : nil
  }

  /// How many tensors have names that begin with a prefix. O(tensors).
  package func count(beginningWith prefix: String) -> Int {
    let bytes = Array(prefix.utf8)
    let begins = templates.map { $0.bytes.starts(with: bytes) }
    return tensors.count { begins[Int($0.template)] }
  }
}
