extension UsageError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missingCommand: "no command given; see 'device-map --help'"
    case .unknownCommand(let name, let suggestion):
      "unknown command '\(name)'" + Self.hint(suggestion) + "; see 'device-map --help'"
    case .unknownOption(let name, let command, let suggestion):
      "unknown option '\(name)' of '\(command)'" + Self.hint(suggestion) + "; see 'device-map help \(command)'"
    case .missingValue(let option, let value): "option '\(option)' needs a value: \(option) \(value)"
    case .surplusValue(let option, let value):
      "option '\(option)' takes no value, but '\(value)' was given"
    case .repeatedOption(let option): "option '\(option)' was given twice"
    case .missingPositional(let name, let command):
      "'\(command)' needs \(name); see 'device-map help \(command)'"
    case .surplusPositional(let word, let command):
      "'\(command)' does not know what to do with '\(word)'; see 'device-map help \(command)'"
    case .invalidValue(let option, let value, let expected):
      "'\(value)' is not a value of \(option): \(expected)"
        + (expected.suggestion(for: value.lowercased()).map { "; did you mean '\($0)'?" } ?? "")
    case .matchesNothing(let option, let pattern):
      "the pattern '\(pattern)' of \(option) matches no module and no tensor"
    case .unknownArchitecture(let name, let suggestion):
      "the catalog has no class or model type '\(name)'" + Self.hint(suggestion)
    case .unknownModule(let path, let suggestion):
      "the model has no module '\(path)'" + Self.hint(suggestion)
    case .matchesNoModule(let option, let pattern): "\(option) \(pattern): matches no module"
    case .idleOption(let option, let other): "\(option) says nothing without \(other)"
    case .notOfRanks(let option):
      "\(option) says nothing of ranks and stages as an engine counts them (--tp, --pp, --ep, --nodes, --layers, "
        + "--utilization, an engine of fit, --objective max-tokens or stage-time); leave one of them out"
    case .trainingWithoutContext: "--train needs --context TOKENS, and may have --batch N"
    case .speedUnknown(let gpu):
      "the speed of GPU \(gpu) is not known: name its kind (--gpu 4090), or --bandwidth \(gpu)=1008GB/s"
    case .numberOfGPUs(let option, let text):
      "\(option) \(text): between 1 and \(MaxMemory.mostGPUs) GPUs, please"
    case .notAPrice(let text):
      "--price '\(text)' is not NAME=PRICE, as L4=0.7"
    case .tooManyPrices: "--price: at most six kinds of GPUs can be compared"
    case .tooManyKinds(let most):
      "--gpu: at most \(most) kinds of GPUs can be compared, and \(MaxMemory.mostGPUs) GPUs be planned for"
    case .limitWithoutUnit, .limitWithoutDevice, .numberWithoutUnit, .sizeInBits, .limitOfNoSize: sizeText
    case .optionOfHub(let option):
      "option '\(option)' is for a model on a hub or in a cache (org/name), and CHECKPOINT is a path"
    case .noSuchPath(let path, let error): "there is no '\(path)' here; as a model on a hub: \(error)"
    case .contradiction(let one, let other): "'\(one)' and '\(other)' cannot both be meant"
    case .streamTwice(let stream): "'-' is \(stream), and can stand for one file alone"
    case .unnamedModel: "CHECKPOINT is stdin; say with --as NAME which model the engine is to load"
    case .onePolicy: "a diffusers pipeline is placed by one policy (balanced); there is nothing to --compare"
    case .optionOfOtherPolicy(let option, let policy):
      "option '\(option)' needs --policy optimal; policy '\(policy)' does not heed it"
    }
  }

  /// What is wrong with a size or a limit.
  private var sizeText: String {
    switch self {
    case .limitWithoutUnit(let device, let number):
      "--max-memory: \(number) for device \(device) would be \(number) bytes; "
        + "did you mean \(number)\(Self.unit(of: number))? Write a unit (\(number)B for bytes)"
    case .numberWithoutUnit(let option, let number):
      "\(option) \(number): did you mean \(number)GiB? Write a unit, or the name of a GPU"
    case .limitWithoutDevice(let size):
      "--max-memory \(size) names no device; write 0=\(size), or --gpu \(size) for one GPU, --gpu \(size)x2 for two"
    case .sizeInBits(let option, let text, let bytes):
      "\(option): does \(text) count bytes or bits? For accelerate a small b counts bits, which is \(ByteText.size(bytes)); "
        + "write \(text.uppercased()) for bytes"
    case .limitOfNoSize(let device):
      "--max-memory: '\(device)' is neither a number of bytes nor a size such as \"24GiB\""
    default: ""
    }
  }

  /// The unit in which somebody may have thought: GiB as cards are sold, MiB as drivers count them.
  private static func unit(of number: String) -> String { Double(number) ?? 0 < 1024 ? "GiB" : "MiB" }

  private static func hint(_ suggestion: String?) -> String {
    suggestion.map { ", did you mean '\($0)'?" } ?? ""
  }
}

extension UsageError.Expectation: CustomStringConvertible {
  /// The words that would have been accepted, where these are told.
  fileprivate var words: [String] {
    switch self {
    case .oneOf(let names): names
    case .oneOfOr(let names, let others, _): names + others
    case .integer, .form: []
    }
  }

  /// The word that may have been meant; nil of one that is among them already, and needs something else.
  fileprivate func suggestion(for word: String) -> String? {
    Suggestion.nearest(to: word, among: words).flatMap { $0 == word ? nil : $0 }
  }

  package var description: String {
    switch self {
    case .oneOf(let names): "expected one of " + names.joined(separator: ", ")
    case .oneOfOr(let names, let others, let option):
      "expected one of " + names.joined(separator: ", ") + "; with \(option) one of " + others.joined(separator: ", ")
    case .integer(let minimum): "expected a whole number, at least \(minimum)"
    case .form(let text): "expected \(text)"
    }
  }
}
