// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product's stays free of unsafe flags: `Fuzz/README.md` says how to run it.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "limelight-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .target(
            name: "LedgerModel", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .systemLibrary(name: "CLibical"),
        .target(name: "ICalendar", dependencies: ["CLibical"], swiftSettings: settings),
        .target(
            name: "TraceFormats", dependencies: ["LedgerModel", "ICalendar", "Yams"], swiftSettings: settings),
        .executableTarget(
            name: "fuzz-calendar", dependencies: ["TraceFormats", "LedgerModel"], path: "Calendar",
            exclude: ["calendar.dict"], swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])]),
    ]
)
