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
    .target(name: "Planning", swiftSettings: strict),
    .testTarget(name: "PlanningTests", dependencies: ["Planning"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
