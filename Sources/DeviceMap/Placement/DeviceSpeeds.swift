/// How fast devices read their memory and hand data to each other; for the latency objective.
public struct DeviceSpeeds: Sendable, Hashable {
  /// Bytes per second that a device reads of its own memory, by device.
  public var bandwidth: [Device: Int]
  /// Bytes per second between two devices, either way.
  public var links: [Link: Int]
  /// Bytes per second between devices whose link is not given: 25 GB/s, about what PCIe 4.0 x16 sustains.
  public var defaultLink: Int
  /// Bytes per second from disk where it is not given: 3 GB/s.
  public var defaultDisk: Int
  /// What a hand-over takes besides its bytes, in nanoseconds: 20 000.
  public var hopNanoseconds: Int

  /// Speeds in bytes a second.
  public init(
    bandwidth: [Device: Int] = [:], links: [Link: Int] = [:], defaultLink: Int = 25_000_000_000,
    defaultDisk: Int = 3_000_000_000, hopNanoseconds: Int = 20_000
  ) {
    self.bandwidth = bandwidth
    self.links = links
    self.defaultLink = defaultLink
    self.defaultDisk = defaultDisk
    self.hopNanoseconds = hopNanoseconds
  }

  /// Two devices, in no order.
  public struct Link: Sendable, Hashable {
    /// The device with the lower place.
    public let first: Device
    /// The other device.
    public let second: Device

    /// The link between two devices, in either order.
    public init(_ one: Device, _ other: Device) {
      first = min(one, other)
      second = max(one, other)
    }
  }

  /// Bytes per second between two devices.
  public func link(_ one: Device, _ other: Device) -> Int { links[Link(one, other)] ?? defaultLink }

  /// Picoseconds that an accelerator takes to read so many bits; nil when its speed is not known.
  func time(of bits: Int, on device: Device) -> Int? {
    bandwidth[device].map { Self.picoseconds(bits, bytesPerSecond: $0) }
  }

  /// Picoseconds to bring so many bits from a host to an accelerator.
  func streamTime(of bits: Int, from host: Device, to device: Device) -> Int {
    var rate = link(host, device)
    if let own = bandwidth[host] { rate = min(rate, own) } else if host == .disk { rate = min(rate, defaultDisk) }
    return Self.picoseconds(bits, bytesPerSecond: rate)
  }

  static func picoseconds(_ bits: Int, bytesPerSecond rate: Int) -> Int {
    Int(clamping: Int128(bits) * 125_000_000_000 / Int128(max(1, rate)))
  }
}
