// swift-tools-version: 6.2
import PackageDescription

/// What every target of the house is built with: Swift 6 mode, no warning left standing, and every
/// unsafe construct marked where it stands.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // Generic code of the lower rooms is specialised where the upper ones use it.
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// A room of the house: the modules that it may import are listed here and nowhere else; `beside` are
/// files in it that are not compiled.
func room(
  _ name: String, imports: [Target.Dependency] = [], path: String? = nil, beside: [String] = []
) -> Target {
  .target(
    name: name, dependencies: imports, path: path ?? "Sources/\(name)",
    exclude: ["README.md"] + beside, swiftSettings: strict)
}

/// The tests of a room; `imports` are the rooms beside it that its tests read with, `fixtures` the
/// folders of what they compare with.
func tests(
  of name: String, imports: [Target.Dependency] = [], fixtures: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.target(name: name)] + imports,
    path: "Tests/\(name)Tests", exclude: fixtures, swiftSettings: strict)
}

let package = Package(
  name: "planledger",
  products: [
    .executable(name: "planledger", targets: ["planledger"]),
    .executable(name: "gqlcheck", targets: ["gqlcheck"]),
    .library(name: "GraphQL", targets: ["GraphQL", "Coding"]),
    .library(name: "Events", targets: ["Events"]),
  ],
  targets: [
    .target(
      name: "CRapidJSON",
      cxxSettings: [.unsafeFlags(["-fno-exceptions", "-fno-rtti", "-fwrapv"])]),
    // Header only: nothing is linked.
    .target(name: "CXXHash"),
    .systemLibrary(name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    room("Coding", imports: ["CRapidJSON", "CXXHash"]),
    room("LMDB", imports: ["CLMDB"]),
    room("Events", imports: ["Coding"], path: "Events"),
    room("MerkleLog", imports: ["CCrypto", "Coding"]),
    room("EventStore", imports: ["LMDB", "Events", "MerkleLog", "Coding"]),
    room(
      "Projections", imports: ["EventStore", "Events", "LMDB", "MerkleLog", "Coding"],
      path: "Projections"),
    room("Lifecycle", imports: ["Projections", "EventStore", "Events", "LMDB"]),
    room("GraphQL", imports: ["Coding"]),
    room(
      "PlanAPI",
      imports: [
        "GraphQL", "Projections", "EventStore", "Events", "LMDB", "MerkleLog", "Coding",
      ],
      beside: ["plan.graphql"]),
    room(
      "Reports",
      imports: ["Projections", "EventStore", "Events", "LMDB", "MerkleLog", "Coding"]),
    room("Arguments"),
    .executableTarget(
      name: "planledger",
      dependencies: [
        "Arguments", "PlanAPI", "Reports", "GraphQL", "Lifecycle", "Projections", "EventStore",
        "MerkleLog", "Events", "LMDB", "Coding",
      ],
      path: "Sources/planledger", exclude: ["README.md"], swiftSettings: strict),
    .executableTarget(
      name: "gqlcheck", dependencies: ["Arguments", "GraphQL", "Coding"],
      path: "Sources/gqlcheck", exclude: ["README.md"], swiftSettings: strict),

    tests(of: "Coding"),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB", "lmdb-probe"], path: "Tests/LMDBTests",
      exclude: ["Probe"], swiftSettings: strict),
    .executableTarget(
      name: "lmdb-probe", dependencies: ["LMDB"], path: "Tests/LMDBTests/Probe",
      swiftSettings: strict),
    tests(of: "Events", imports: ["Coding"], fixtures: ["Fixtures"]),
    tests(of: "MerkleLog", imports: ["Coding"]),
    .testTarget(
      name: "EventStoreTests",
      dependencies: ["EventStore", "LMDB", "Events", "MerkleLog", "Coding", "ledger-probe"],
      path: "Tests/EventStoreTests", exclude: ["Probe", "Fixtures"], swiftSettings: strict),
    .executableTarget(
      name: "ledger-probe", dependencies: ["EventStore", "Events", "LMDB", "MerkleLog"],
      path: "Tests/EventStoreTests/Probe", swiftSettings: strict),
    tests(of: "Projections", imports: ["EventStore", "Events", "LMDB", "Coding"]),
    tests(of: "Lifecycle", imports: ["Projections", "EventStore", "Events", "LMDB", "Coding"]),
    tests(of: "GraphQL", imports: ["gqlcheck", "Coding"]),
    tests(of: "gqlcheck"),
    tests(
      of: "PlanAPI",
      imports: ["GraphQL", "Lifecycle", "Projections", "EventStore", "Events", "Coding"]),
    tests(
      of: "Reports", imports: ["Lifecycle", "Projections", "EventStore", "Events", "Coding"],
      fixtures: ["Fixtures"]),
    tests(of: "Arguments", fixtures: ["Fixtures"]),
    .target(
      name: "FuzzTargets", dependencies: ["GraphQL", "Events", "Arguments", "Coding"],
      path: "Tests/Fuzz/Targets", swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzTargets"], path: "Tests/Fuzz/Replay",
      swiftSettings: strict),
    .testTarget(
      name: "planledgerTests",
      dependencies: ["planledger", "Arguments", "Coding", "EventStore", "LMDB", "Projections"],
      path: "Tests/planledgerTests", swiftSettings: strict),

    .systemLibrary(
      name: "CSQLite", path: "Benchmarks/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    .target(
      name: "CPeers", dependencies: ["CLMDB", "CCrypto", "CSQLite"], path: "Benchmarks/Peers",
      exclude: ["graphql"]),
    .executableTarget(
      name: "planledger-bench",
      dependencies: [
        "CPeers", "GraphQL", "Lifecycle", "Projections", "EventStore", "LMDB", "Events", "Coding",
      ],
      path: "Benchmarks/Suite", swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)

// libFuzzer is only there where everything is compiled for it: `make fuzz`.
if Context.environment["PLANLEDGER_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "planledger-fuzz", dependencies: ["FuzzTargets", "CFuzzer"], path: "Tests/Fuzz/Driver",
      swiftSettings: strict),
  ]
}
