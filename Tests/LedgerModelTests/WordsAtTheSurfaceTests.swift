import Foundation
import Testing

/// Below the surfaces nothing says what is typed: what can be done is an `Offer`. And no surface looks for a section or
/// an error by its words.
@Suite("Words at the surface")
struct WordsAtTheSurfaceTests {
    private static let sources = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    /// The program itself, what turns offers into commands, and what measures the program.
    private static let speaking: Set = ["limelight", "Renderings", "benchmark-ledger"]
    /// What is written into a unit and stays there.
    private static let installed: Set = ["Routine+Texts.swift"]

    @Test("No command line stands in a literal below the surfaces")
    func below() throws {
        let files = try Self.files { !Self.speaking.contains($0) }
        #expect(Set(files.map(\.target)).count >= 12)
        for file in files where !Self.installed.contains(file.name) {
            let found = Self.commandLines(in: file.text)
            #expect(found.isEmpty, "\(file.target)/\(file.name): \(found.joined(separator: "; "))")
        }
    }

    @Test("No surface compares a heading, a message or an advice")
    func compared() throws {
        for file in try Self.files({ ["limelight", "Renderings", "LocalServer"].contains($0) }) {
            let found = Self.comparisons(in: file.text)
            #expect(found.isEmpty, "\(file.target)/\(file.name): \(found.joined(separator: "; "))")
        }
    }

    @Test("What is planted is found, and what only looks like it is not")
    func canFail() {
        #expect(Self.commandLines(in: #"hint: "Stop it with `limelight stop`.""#).count == 1)
        #expect(Self.commandLines(in: "let text = \"\"\"\n    limelight undo\n    \"\"\"\n").count == 1)
        #expect(Self.commandLines(in: #"let command = "limelight \(verb) now""#).count == 1)
        #expect(Self.commandLines(in: "/// Hidden from `limelight status`.\n// limelight undo").isEmpty)
        #expect(Self.commandLines(in: #"let folder = home + "/limelight" // as limelight stop does"#).isEmpty)
        #expect(Self.comparisons(in: "guard $0.title == ScopeAnswer.agreementTitle").count == 1)
        #expect(Self.comparisons(in: "error.message.contains(\"notes\")").count == 1)
        #expect(Self.comparisons(in: "error.hint != other").count == 1)
        #expect(Self.comparisons(in: "// never title == x\nsection.id == .task").isEmpty)
    }

    /// Lines with `limelight` and a word or a value after it, outside of comments.
    private static func commandLines(in text: String) -> [String] {
        code(text).filter { $0.contains(/\blimelight (?:[a-z]|\\\()/.wordBoundaryKind(.simple)) }
    }

    private static func comparisons(in text: String) -> [String] {
        code(text).filter {
            $0.contains(
                /\b(?:title|message|hint|heading)(?: [!=]= |\.(?:hasPrefix|hasSuffix)\()/.wordBoundaryKind(.simple))
                || $0.contains(/\b(?:message|hint|heading)\.contains\(/.wordBoundaryKind(.simple))
        }
    }

    /// Lines without their comments.
    private static func code(_ text: String) -> [String] {
        text.split(separator: "\n").map { line in
            let end = line.firstMatch(of: /(?:^|\s)\/\/+(?:\s|$)/)?.range.lowerBound ?? line.endIndex
            return line[..<end].trimmingCharacters(in: .whitespaces)
        }
    }

    private struct File {
        var target: String
        var name: String
        var text: String
    }

    private static func files(_ isWanted: (String) -> Bool) throws -> [File] {
        let manager = FileManager.default
        return try manager.contentsOfDirectory(atPath: sources.path).filter(isWanted).sorted().flatMap { target in
            let names = manager.enumerator(atPath: sources.appending(path: target).path)?.allObjects as? [String] ?? []
            return try names.filter { $0.hasSuffix(".swift") }.map { name in
                let url = sources.appending(path: "\(target)/\(name)")
                return File(
                    target: target, name: url.lastPathComponent, text: try String(contentsOf: url, encoding: .utf8))
            }
        }
    }
}
