// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableExperimentalFeature("Lifetimes"),
]

let package = Package(
  name: "DeviceMap",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "DeviceMap", targets: ["DeviceMap"]),
    .executable(name: "device-map", targets: ["device-map"]),
  ],
  targets: [
    .target(name: "DeviceMap", exclude: ["Catalog/Families"], swiftSettings: settings),
    .executableTarget(name: "device-map", dependencies: ["DeviceMap"], swiftSettings: settings),
    .testTarget(name: "DeviceMapTests", dependencies: ["DeviceMap"], swiftSettings: settings),
    // What a package of somebody else would write, compiled as that: it sees what is public.
    .target(
      name: "FitExample", dependencies: ["DeviceMap"], path: "Fixtures/examples/Sources/FitExample",
      packageAccess: false),
    .testTarget(
      name: "FitExampleTests", dependencies: ["DeviceMap", "FitExample"],
      path: "Fixtures/examples/Tests/FitExampleTests", packageAccess: false),
  ]
)
