// swift-tools-version: 6.2
import PackageDescription

// Layers are targets: a target imports only what this file lists for it, and the
// compiler holds the arrows (`--explicit-target-dependency-import-check error`).
// Each foreign library has one gateway target; see Documentation/Architecture.md.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func layer(
    _ name: String,
    _ ours: [Target.Dependency] = [],
    foreign: [Target.Dependency] = [],
    resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: ours + foreign, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: strict)
}

let package = Package(
    name: "limelight",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "limelight", targets: ["limelight"]),
        // For `Fuzz/` alone.
        .library(name: "Readers", targets: ["LedgerModel", "TraceFormats", "Attribution"]),
        .library(name: "Store", targets: ["LedgerStore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        // Foundations
        .systemLibrary(
            name: "CSodium",
            providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]
        ),
        layer("LedgerModel", foreign: ["CSodium"]),
        layer("ICalendar"),

        // The operating system, in one place
        layer("LocalFiles", foreign: [.product(name: "SystemPackage", package: "swift-system")]),
        layer("Programs", ["LocalFiles"], foreign: [.product(name: "Subprocess", package: "swift-subprocess")]),

        // The pure middle: no clock, no file, no process, no environment
        layer(
            "TraceFormats", ["LedgerModel", "ICalendar"],
            foreign: [.product(name: "Yams", package: "Yams")]),
        layer("Timeline", ["LedgerModel"]),
        layer("Attribution", ["LedgerModel"], resources: [.embedInCode("Weights")]),
        layer(
            "Questions", ["LedgerModel", "Timeline", "Attribution"]),

        // Effects
        layer(
            "LedgerStore", ["LedgerModel", "LocalFiles"],
            foreign: [
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        layer("TraceSources", ["TraceFormats", "Programs", "LocalFiles", "LedgerModel"]),

        layer("Routine", ["Programs", "LocalFiles", "LedgerModel"]),

        // Documents
        layer(
            "Renderings", ["Questions", "LedgerModel"],
            foreign: [.product(name: "Mustache", package: "swift-mustache")],
            resources: [
                .embedInCode("Templates"),
                .embedInCode("Assets"),
            ]),

        // Use cases and surfaces
        layer("DemoYear", ["LedgerModel"]),
        layer(
            "LedgerOperations",
            [
                "LedgerModel", "TraceFormats", "Timeline", "Attribution", "Questions",
                "LedgerStore", "TraceSources", "DemoYear", "LocalFiles",
            ]),
        layer(
            "LocalServer", ["LedgerOperations", "Renderings", "Questions", "LedgerModel", "LocalFiles"],
            foreign: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .executableTarget(
            name: "limelight",
            dependencies: [
                "LedgerModel", "Attribution", "Questions", "Renderings", "TraceSources", "LedgerOperations",
                "LocalServer", "LocalFiles", "Programs", "Routine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // Fills ledgers for `make bench`; never installed.
        .executableTarget(
            name: "benchmark-ledger",
            dependencies: [
                "LedgerModel", "TraceFormats", "Questions", "LedgerStore", "LedgerOperations", "TraceSources",
                "LocalFiles",
            ],
            swiftSettings: strict),

        // Tests
        .target(
            name: "TestSupport",
            dependencies: ["LedgerModel", "Programs", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/TestSupport", exclude: ["secure-server.py"], swiftSettings: strict),
        tests("LocalFilesTests", ["LocalFiles", "LedgerModel"]),
        tests("ProgramsTests", ["Programs"]),
        tests("LedgerModelTests", ["LedgerModel"]),
        tests("ICalendarTests", ["ICalendar", "LedgerModel"]),
        tests("TraceFormatsTests", ["TraceFormats", "LedgerModel"]),
        tests("TimelineTests", ["Timeline", "LedgerModel"]),
        tests("AttributionTests", ["Attribution", "LedgerModel"]),
        tests(
            "QuestionsTests", ["Questions", "Timeline", "Attribution", "LedgerModel"], exclude: ["Facts/Corpus"]),
        tests(
            "LedgerStoreTests",
            [
                "LedgerStore", "LedgerModel", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        tests("DemoYearTests", ["DemoYear", "LedgerModel"]),
        tests("TraceSourcesTests", ["TraceSources", "LedgerModel"]),
        tests("RoutineTests", ["Routine", "LocalFiles", "LedgerModel"]),
        tests("RenderingsTests", ["Renderings", "Questions", "LedgerModel"], exclude: ["Golden"]),
        tests(
            "LedgerOperationsTests",
            [
                "LedgerOperations", "LedgerStore", "Timeline", "Attribution", "Questions", "Renderings", "LedgerModel",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests(
            "LocalServerTests",
            [
                "LocalServer", "LedgerOperations", "LedgerStore", "Renderings", "Questions", "LedgerModel",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]),
        tests(
            "GoldenTests", ["LocalServer", "LedgerOperations", "Renderings", "Questions", "LedgerModel"],
            exclude: ["Golden", "Figures.txt"]),
        tests(
            "CommandTests",
            [
                "LedgerModel", "Programs", "Renderings", "limelight",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Transcripts"]),
    ]
)
