// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product's stays free of unsafe flags: `Fuzz/README.md` says how to run it.

/// What the readers declare is seen inside one package. The compiler knows a package by the name of its folder, which
/// SwiftPM makes an identifier of: the targets here say that they are part of the product's.
let product = String(
    (Context.packageDirectory.split(separator: "/").dropLast().last ?? "limelight").lowercased().enumerated().map {
        $1 == "_" || $1.isLetter || $1.isNumber && $0 > 0 ? $1 : "_"
    })

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
    .unsafeFlags(["-parse-as-library", "-package-name", product]),
]

/// A program that feeds bytes of libFuzzer to one reader.
func fuzzer(_ folder: String, _ more: [Target.Dependency] = []) -> Target {
    .executableTarget(
        name: "fuzz-\(folder.lowercased())", dependencies: [.product(name: "Readers", package: "limelight")] + more,
        path: folder, exclude: ["\(folder.lowercased()).dict"], packageAccess: false, swiftSettings: settings)
}

let package = Package(
    name: "limelight-fuzz",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "limelight", path: ".."),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        fuzzer("Calendar"), fuzzer("Inbox"), fuzzer("Git"), fuzzer("Job"), fuzzer("Notes"), fuzzer("Words"),
        fuzzer("Rule"), fuzzer("Spoken"),
        fuzzer(
            "Restore",
            [.product(name: "Store", package: "limelight"), .product(name: "GRDB", package: "GRDB.swift")]),
    ]
)
