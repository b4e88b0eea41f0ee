/// What is wrong with the words on the command line.
package enum UsageError: Error, Hashable, Sendable {
  /// What an option would have accepted.
  package enum Expectation: Hashable, Sendable {
    case oneOf([String])
    /// One of some words, or of others where another option is given.
    case oneOfOr([String], others: [String], with: String)
    case integer(atLeast: Int)
    case form(String)
  }

  case missingCommand
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, command: String, suggestion: String?)
  case missingValue(option: String, value: String)
  case surplusValue(option: String, value: String)
  case repeatedOption(String)
  case missingPositional(String, command: String)
  case surplusPositional(String, command: String)
  case invalidValue(option: String, value: String, expected: Expectation)
  /// The pattern of an option matches no module and no tensor.
  case matchesNothing(option: String, String)
  case unknownArchitecture(String, suggestion: String?)
  case unknownModule(String, suggestion: String?)
  /// The pattern of an option matches no module.
  case matchesNoModule(option: String, String)
  /// The option does nothing without another one.
  case idleOption(String, without: String)
  case trainingWithoutContext
  /// The option says nothing of a model that GPUs share as an engine shares it.
  case notOfRanks(String)
  /// An objective of time asks for the speed of a GPU that nobody said.
  case speedUnknown(gpu: Int)
  /// So many GPUs are not planned for.
  case numberOfGPUs(option: String, String)
  case notAPrice(String)
  case tooManyPrices
  /// More kinds of GPUs than these are not compared.
  case tooManyKinds(Int)
  /// A limit that would be so few bytes that another unit is meant.
  case limitWithoutUnit(device: String, number: String)
  /// A number where a size or a name is expected.
  case numberWithoutUnit(option: String, String)
  /// A limit of no device, as `24GiB` alone.
  case limitWithoutDevice(String)
  /// A size with a small b at its end, which would be so many bytes if it counted bits.
  case sizeInBits(option: String, String, bytes: Int)
  /// A limit that is neither a number nor a text.
  case limitOfNoSize(device: String)
  /// The option is about a model on a hub, and a path was given.
  case optionOfHub(String)
  /// No file has this path, and it is no model on a hub either.
  case noSuchPath(String, asModel: String)
  /// Two options that cannot both be meant.
  case contradiction(String, String)
  /// `-` stands for more than one file.
  case streamTwice(String)
  /// A text for an engine names the model, and CHECKPOINT is stdin.
  case unnamedModel
  /// `--compare` of a pipeline, whose components diffusers places in one way.
  case onePolicy
  /// The option does nothing with this policy.
  case optionOfOtherPolicy(String, policy: String)
}
