// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "cadre",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "cadre", targets: ["cadre"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The only code that calls GLPK. Debian's libglpk-dev has no pkg-config file: link by name.
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "MIP", dependencies: ["CGLPK"], swiftSettings: strict),
    .target(name: "Planning", swiftSettings: strict),
    .target(
      name: "Intake",
      dependencies: [
        "Planning", .product(name: "Crypto", package: "swift-crypto"), .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(name: "Solving", dependencies: ["Planning", "MIP"], swiftSettings: strict),
    .target(name: "Reporting", dependencies: ["Planning"], swiftSettings: strict),
    .target(name: "Benchmarking", dependencies: ["Solving"], swiftSettings: strict),
    .executableTarget(
      name: "cadre",
      dependencies: [
        "MIP", "Planning", "Intake", "Solving", "Reporting", "Benchmarking",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "MIPTests", dependencies: ["MIP", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "PlanningTests", dependencies: ["Planning"], swiftSettings: strict),
    .testTarget(
      name: "IntakeTests", dependencies: ["Intake", "TestSupport"], exclude: ["Snapshots"], swiftSettings: strict),
    .testTarget(name: "SolvingTests", dependencies: ["Solving"], swiftSettings: strict),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "TestSupport"], exclude: ["Snapshots"],
      swiftSettings: strict),
    .testTarget(
      name: "BenchmarkingTests", dependencies: ["Benchmarking", "Solving", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CadreTests", dependencies: ["cadre", "Intake", "Planning", "Solving"], swiftSettings: strict),
    // Runs the built command, so it depends on it; imports nothing of it.
    .testTarget(name: "EndToEndTests", dependencies: ["cadre", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "LayoutTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
