// swift-tools-version: 6.2
import PackageDescription

// `package` access does not cross packages, so what is measured is compiled here once more, from the same files.
let package = Package(
    name: "Benchmarks",
    targets: [
        .target(name: "Time"),
        .target(name: "Routing", dependencies: ["Time"]),
        .executableTarget(name: "NumberTableBenchmark", dependencies: ["Routing"]),
        .executableTarget(name: "CoverageBenchmark", dependencies: ["Routing", "Time"]),
    ]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .enableUpcomingFeature("InferIsolatedConformances"),
        .treatAllWarnings(as: .error),
    ]
}
