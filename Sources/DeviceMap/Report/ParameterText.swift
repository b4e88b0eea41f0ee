/// The parameters of a model for people.
enum ParameterText {
  /// `8.03 billion parameters`, and how many of them a token passes through where that is not all.
  static func text(_ count: Int, active: Int) -> String {
    let all = ByteText.count(count) + (count == 1 ? " parameter" : " parameters")
    return active < count ? "\(all), \(ByteText.count(active)) of them active for a token" : all
  }
}
