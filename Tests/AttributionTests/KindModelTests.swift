import Attribution
import Foundation
@testable import LedgerModel
import Testing

/// The model of kinds of work: the program sees and says what the script that trained it did.
@Suite struct KindModelTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private struct Sample: Decodable {
        var subject: String
        var paths: [String]
        /// Name, hash and value.
        var features: [Feature]
        var chances: [String: Double]

        struct Feature: Decodable {
            var name: String
            var hash: UInt32
            var value: Double

            init(from decoder: any Decoder) throws {
                var parts = try decoder.unkeyedContainer()
                name = try parts.decode(String.self)
                hash = try parts.decode(UInt32.self)
                value = try parts.decode(Double.self)
            }
        }
    }

    private struct Recipe: Decodable {
        var weights: String
        var bytes: Int
        var sha256: String
        /// SHA-256 by name.
        var scripts: [String: String]
    }

    private static func read<Value: Decodable>(_ type: Value.Type, _ name: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(contentsOf: root.appending(path: "Models/\(name)")))
    }

    private static func digest(_ bytes: Data) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize().hexadecimal
    }

    @Test func seesWhatTheScriptSees() throws {
        let samples = try Self.read([Sample].self, "samples.json")
        #expect(samples.count > 15)
        for sample in samples {
            let made = KindFeatures(subject: sample.subject, paths: sample.paths).all
            let values = Dictionary(made.map { ($0.hash, $0.value) }, uniquingKeysWith: { first, _ in first })
            #expect(made.count == sample.features.count, "\(sample.subject)")
            for feature in sample.features {
                let value = try #require(values[feature.hash], "\(feature.name) of “\(sample.subject)”")
                #expect(abs(value - feature.value) < 1e-6, "\(feature.name) of “\(sample.subject)”")
            }
        }
    }

    @Test func saysWhatTheScriptSays() throws {
        let model = try #require(KindModel.builtIn)
        for sample in try Self.read([Sample].self, "samples.json") {
            let features = KindFeatures(subject: sample.subject, paths: sample.paths)
            let chances = model.chances(features, hasPaths: !sample.paths.isEmpty)
            #expect(chances.count == sample.chances.count)
            for (kind, chance) in sample.chances {
                let worth = try #require(Worth(rawValue: kind))
                #expect(abs((chances[worth] ?? 0) - chance) < 1e-6, "\(kind) of “\(sample.subject)”")
            }
        }
    }

    /// Weights that no recipe names are somebody else's.
    @Test func weightsAreThoseOfTheRecipe() throws {
        let recipe = try Self.read(Recipe.self, "recipe.json")
        let bytes = try Data(contentsOf: Self.root.appending(path: recipe.weights))
        #expect(bytes.count == recipe.bytes)
        #expect(bytes.count < 300_000)
        #expect(Self.digest(bytes) == recipe.sha256)
        #expect(recipe.scripts.count == 4)
        for (name, digest) in recipe.scripts {
            let script = try Data(contentsOf: Self.root.appending(path: "Models/\(name)"))
            #expect(Self.digest(script) == digest, "\(name) has changed since: Models/train_kind.py --write")
        }
    }

    @Test func sameWordsWithAnotherPrefixAreReadAlike() throws {
        let model = try #require(KindModel.builtIn)
        let plain = KindFeatures(subject: "cache the list of restores", paths: ["src/list.swift"])
        for prefix in ["feat: ", "fix(list)!:", "CHORE(a b): ", "perf:   "] {
            let other = KindFeatures(subject: prefix + "cache the list of restores", paths: ["src/list.swift"])
            #expect(model.chances(other, hasPaths: true) == model.chances(plain, hasPaths: true), "\(prefix)")
        }
    }

    @Test func saysNothingWhereItIsNotSure() throws {
        let reader = try #require(KindReader())
        #expect(reader.read(subject: "", paths: []) == nil)
        #expect(reader.read(subject: "Zwischenstand", paths: []) == nil)
        let sure = try #require(reader.read(subject: "update dependency yaml to v2", paths: ["package-lock.json"]))
        #expect(sure.worth == .baseline)
        #expect(sure.chance >= KindReader.threshold)
        #expect(!sure.reasons.isEmpty && sure.reasons.count <= 3)
    }

    @Test(arguments: [0, 1, 7, 8, 27, 28, 67, 68, 500, 80_000])
    func isNoModelOfACutFile(length: Int) throws {
        let whole = [UInt8](
            try Data(contentsOf: Self.root.appending(path: "Sources/Attribution/Weights/kinds.weights")))
        #expect(KindModel(bytes: Array(whole.prefix(length))) == nil)
        #expect(KindModel(bytes: whole + [0]) == nil)
        #expect(KindModel(bytes: [0] + whole.dropFirst()) == nil)
    }
}
