extension ModuleQuantization {
  /// The devices among `used` that the format refuses.
  package func refused(of used: [Device]) -> [Device] {
    switch hostRule {
    case .anything: []
    case .noDisk: used.count > 1 ? used.filter { $0 == .disk } : []
    case .allOrNothing: used == [.cpu] ? [] : used.filter { !$0.isAccelerator }
    case .nothing: used.filter { !$0.isAccelerator }
    case .oneAccelerator: used.filter { !$0.isAccelerator || $0 != used.first(where: \.isAccelerator) }
    case .oneDevice: Array(used.dropFirst())
    }
  }
}
