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
  targets: [
    // The only code that calls GLPK. Debian's libglpk-dev has no pkg-config file: link by name.
    .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
    .target(name: "MIP", dependencies: ["CGLPK"], swiftSettings: strict),
    .target(name: "Planning", swiftSettings: strict),
    .target(name: "Solving", dependencies: ["Planning", "MIP"], swiftSettings: strict),
    .target(name: "Benchmarking", dependencies: ["Solving"], swiftSettings: strict),
    .testTarget(name: "MIPTests", dependencies: ["MIP"], swiftSettings: strict),
    .testTarget(name: "PlanningTests", dependencies: ["Planning"], swiftSettings: strict),
    .testTarget(name: "SolvingTests", dependencies: ["Solving"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
