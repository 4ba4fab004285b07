// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product's stays free of unsafe flags: `Fuzz/README.md` says how to run it.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A program that feeds bytes of libFuzzer to one reader.
func fuzzer(_ folder: String, _ ours: [Target.Dependency] = ["TraceFormats"]) -> Target {
    .executableTarget(
        name: "fuzz-\(folder.lowercased())", dependencies: ["LedgerModel"] + ours, path: folder,
        exclude: ["\(folder.lowercased()).dict"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
    name: "limelight-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CSodium"),
        .target(name: "LedgerModel", dependencies: ["CSodium"], swiftSettings: settings),
        .target(name: "ICalendar", swiftSettings: settings),
        .target(
            name: "TraceFormats", dependencies: ["LedgerModel", "ICalendar", "Yams"], swiftSettings: settings),
        .target(
            name: "LocalFiles", dependencies: [.product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: settings),
        .target(name: "Attribution", dependencies: ["LedgerModel"], swiftSettings: settings),
        .target(
            name: "LedgerStore", dependencies: ["LedgerModel", "LocalFiles", grdb, sqlite], swiftSettings: settings),
        fuzzer("Calendar"), fuzzer("Inbox"), fuzzer("Git"), fuzzer("Frame"), fuzzer("Notes"), fuzzer("Words", []),
        fuzzer("Rule", ["Attribution"]), fuzzer("Restore", ["LedgerStore", grdb]),
    ]
)
