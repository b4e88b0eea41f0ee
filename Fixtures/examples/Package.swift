// swift-tools-version: 6.2
import PackageDescription

// A package that uses DeviceMap, as yours would with `.package(url: "...", branch: "main")`.
let package = Package(
  name: "Examples",
  platforms: [.macOS(.v15), .iOS(.v18)],
  dependencies: [.package(name: "DeviceMap", path: "../..")],
  targets: [
    .target(name: "FitExample", dependencies: [.product(name: "DeviceMap", package: "DeviceMap")]),
    .executableTarget(name: "does-it-fit", dependencies: ["FitExample"]),
    .testTarget(name: "FitExampleTests", dependencies: ["FitExample"]),
  ]
)
