// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product's stays free of unsafe flags: `Fuzz/README.md` says how to run it.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A program that feeds bytes of libFuzzer to one reader.
func fuzzer(_ folder: String, _ more: [Target.Dependency] = []) -> Target {
    .executableTarget(
        name: "fuzz-\(folder.lowercased())", dependencies: ["TraceFormats", "LedgerModel"] + more, path: folder,
        exclude: ["\(folder.lowercased()).dict"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
    name: "limelight-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .target(
            name: "LedgerModel", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .systemLibrary(name: "CLibical"),
        .target(name: "ICalendar", dependencies: ["CLibical"], swiftSettings: settings),
        .target(
            name: "TraceFormats", dependencies: ["LedgerModel", "ICalendar", "Yams"], swiftSettings: settings),
        .target(
            name: "LedgerStore", dependencies: ["LedgerModel", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        fuzzer("Calendar"), fuzzer("Inbox"), fuzzer("Git"), fuzzer("Frame"), fuzzer("Notes"),
        fuzzer("Restore", ["LedgerStore", .product(name: "GRDB", package: "GRDB.swift")]),
    ]
)
