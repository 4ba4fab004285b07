import Foundation
import LedgerModel

/// The sentences of `Corpus`, whose README says how they are written.
struct FactCorpus {
    struct Result: Hashable {
        var id: String
        var text: String
        var day: CivilDay
        /// `figure`, `for`, `serves`, `known from`
        var said: [String: String] = [:]
        var pieces: [Piece] = []
    }

    struct Piece: Hashable {
        /// `note`, `commit`, `meeting` or `words`.
        var kind: String
        var day: CivilDay
        /// The part that the person had in it; of words, who said them.
        var role: String
        var title: String
        var people: [String]
    }

    struct Sentence: Hashable {
        var text: String
        var cited: [String]
        /// How it says more than is so; `nil` if it is true.
        var poison: String?
        var isHeldOut: Bool
    }

    struct Malformed: Error {
        var line: Int
    }

    private(set) var name = ""
    private(set) var me = ""
    private(set) var today = CivilDay.first
    /// People, teams, systems, customers and objectives, each as it is written.
    private(set) var known: [String: [String]] = [:]
    private(set) var results: [Result] = []
    private(set) var sentences: [Sentence] = []

    static func all() throws -> [FactCorpus] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Corpus")
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "facts" }.sorted { $0.path < $1.path }
            .map { try FactCorpus(String(contentsOf: $0, encoding: .utf8)) }
    }

    /// Throws `Malformed` with the number of the first line that is none of the format.
    init(_ text: String) throws {
        var isHeldOut = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let parts = line.split(separator: "|").map { $0.trimmed }
            if line.isEmpty { continue }
            if line == "held out" {
                isHeldOut = true
            } else if line.hasPrefix("+ ") || line.hasPrefix("- "), let sentence = Self.sentence(line, parts, isHeldOut)
            {
                sentences.append(sentence)
            } else if line.hasPrefix("result: "), let result = Self.result(parts) {
                results.append(result)
            } else if line.hasPrefix("  "), !results.isEmpty, let piece = Self.piece(parts) {
                results[results.count - 1].pieces.append(piece)
            } else if results.isEmpty, !line.hasPrefix("result"), let colon = line.firstIndex(of: ":") {
                take(String(line[..<colon]), line[line.index(after: colon)...].trimmed)
            } else {
                throw Malformed(line: index + 1)
            }
        }
    }

    private mutating func take(_ key: String, _ value: String) {
        switch key {
        case "world": name = value
        case "me": me = value
        case "today": today = CivilDay(iso: value) ?? today
        default: known[key, default: []].append(value)
        }
    }

    private static func result(_ parts: [String]) -> Result? {
        guard parts.count >= 3, let day = CivilDay(iso: parts[2].replacing("on ", with: "")) else { return nil }
        var result = Result(id: parts[0].replacing("result: ", with: ""), text: parts[1], day: day)
        for part in parts.dropFirst(3) {
            guard let colon = part.firstIndex(of: ":") else { return nil }
            result.said[String(part[..<colon])] = part[part.index(after: colon)...].trimmed
        }
        return result
    }

    private static func piece(_ parts: [String]) -> Piece? {
        guard (4...5).contains(parts.count), let day = CivilDay(iso: parts[1]) else { return nil }
        let people = parts.count < 5 ? "" : parts[4].replacing("with ", with: "")
        return Piece(
            kind: parts[0], day: day, role: parts[2], title: parts[3],
            people: people.split(separator: ",").map { $0.trimmed })
    }

    private static func sentence(_ line: Substring, _ parts: [String], _ isHeldOut: Bool) -> Sentence? {
        let isTrue = line.hasPrefix("+")
        guard parts.count == (isTrue ? 2 : 3) else { return nil }
        let cited = parts[parts.count - 2].replacing("+ ", with: "")
        return Sentence(
            text: parts[parts.count - 1], cited: cited == "-" ? [] : cited.split(separator: ",").map { $0.trimmed },
            poison: isTrue ? nil : String(parts[0].dropFirst(2)), isHeldOut: isHeldOut)
    }
}
