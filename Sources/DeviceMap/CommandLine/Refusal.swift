/// The answer of a command is no, and there is no result: exit status 1. Every other error is bad input or usage: 2.
struct Refusal: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
