extension MaxMemoryError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAPair(let text): "\"\(text)\" is not device=size; write for example 0=24GiB,cpu=64GiB"
    case .unknownDevice(let text):
      "unknown device \"\(text)\"; use the number of a GPU (0 or cuda:0), mps, cpu or disk"
    case .duplicate(let device): "device \(device) has two limits; give it one"
    case .tooManyGPUs(let count):
      "\(count) GPUs are more than are planned for at once; give at most \(MaxMemory.mostGPUs)"
    case .idTooLarge(let id): "GPU \(id): the numbers of GPUs begin at 0 and end before \(MaxMemory.mostGPUs)"
    case .size(let device, let error): "limit of device \(device): \(error)"
    }
  }
}
