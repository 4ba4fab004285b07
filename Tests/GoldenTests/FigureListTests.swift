import Foundation
import TestSupport
import Testing

/// Words may change when golden texts are recorded, figures may not: those of each are listed in `Figures.txt`, which
/// `UPDATE=1` does not touch.
///
/// Where a formula has changed, work out what `KnownFiguresTests` says of it by hand first. Then either change the
/// list by hand, or read the figures of single texts anew: `FIGURES=terminal-scope.txt,page-scope.html swift test
/// --filter FigureListTests`.
@Suite("Figures of the golden texts")
struct FigureListTests {
    private static let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Figures.txt")

    /// Each golden text with its figures, a line a part, as `Figures.txt` has them.
    private static func listed() throws -> [String: [String]] {
        var lists: [String: [String]] = [:]
        var name = ""
        for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("# ") {
                name = String(line.dropFirst(2))
                lists[name] = []
            } else {
                lists[name, default: []].append(String(line))
            }
        }
        return lists
    }

    private static func read() throws -> [String: [String]] {
        var lists: [String: [String]] = [:]
        for name in try GoldenTests.golden.files() {
            let text = try #require(GoldenTests.golden.text(name))
            lists[name] = FigureReader.figures(in: text, of: name).map { $0.joined(separator: " · ") }
        }
        return lists
    }

    private static func record(_ names: String, _ found: [String: [String]]) throws {
        var lists = (try? listed()) ?? [:]
        for name in names.split(separator: ",").map(String.init) { lists[name] = found[name] }
        let text = lists.sorted { $0.key < $1.key }.map { name, lines in
            "# \(name)\n" + lines.map { $0 + "\n" }.joined()
        }
        try Data(text.joined(separator: "\n").utf8).write(to: url)
    }

    @Test("Each golden text has the figures that are listed for it, in their order")
    func same() throws {
        let found = try Self.read()
        let environment = ProcessInfo.processInfo.environment
        if let names = environment["FIGURES"], environment["CI"] == nil { try Self.record(names, found) }
        let listed = try Self.listed()
        #expect(listed.keys.sorted() == found.keys.sorted())
        for (name, lines) in found.sorted(by: { $0.key < $1.key }) {
            // A sentence may be wrapped or moved into a row of its own: what counts is the order.
            let (known, new) = (Self.flat(listed[name] ?? []), Self.flat(lines))
            guard known != new else { continue }
            let place =
                zip(known, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset
                ?? min(known.count, new.count)
            Issue.record(
                """
                \(name), figure \(place + 1): listed are … \(Self.around(place, known)), it has … \(Self.around(place, new))
                """)
        }
    }

    private static func flat(_ lines: [String]) -> [String] {
        lines.flatMap { $0.split(separator: " · ").map(String.init) }
    }

    private static func around(_ place: Int, _ figures: [String]) -> String {
        figures[max(0, min(figures.count, place - 3))..<min(figures.count, place + 3)].joined(separator: " · ")
    }

    @Test("A figure, its unit, a date, a clock and a count in words are read; ids, addresses and coordinates are not")
    func reader() {
        func read(_ text: String, _ name: String = "x.txt") -> [[String]] { FigureReader.figures(in: text, of: name) }
        #expect(read("One of two, 1 h 5 min\nof 18 %, −32 pts") == [["two", "1 h", "5 min", "18 %", "−32 pts"]])
        #expect(read("Mon 2026-03-16 8:00, n0whkbarjd39es2aw, 1:1s") == [["2026-03-16", "8:00"]])
        #expect(read("  When  Hours\n  ────\n  a  7.5  (5.0–10.5)\n  b  2") == [["7.5", "5.0", "10.5"], ["2"]])
        let page =
            "<p>Of <a href=\"/e?q=2026\" title=\"4 pieces\">7.5 h</a> <strong>two</strong></p><rect x=\"12\"/><p>9</p>"
        #expect(read(page, "x.html") == [["4", "7.5 h", "two"], ["9"]])
        #expect(read("{\n  \"seconds\": 3900,\n  \"share\": 0.385\n}", "x.json") == [["3900"], ["0.385"]])
    }
}
