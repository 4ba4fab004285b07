import Foundation
import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport

@testable import LocalServer

/// Every text that the known ledger is recorded in, by the name of its golden file.
enum KnownTexts {
    private static let days = "since=2026-03-02&until=2026-03-18"
    private static let daysOption = ["--since", "2026-03-02", "--until", "2026-03-18"]
    private static let quarter = ["--in", "2026-Q1"]
    /// What the figure *restores* of the scope opens.
    static let figure = "arena:job arena:unknown responsibility:restores since:2026-03-02 until:2026-03-18 is:work"

    // MARK: Pages

    /// Name, path of the page, path of the request; `:person`, `:drill` and `:source` are filled in.
    private static let pages: [(name: String, page: String, query: String)] = [
        ("today", "/", ""), ("scope", "/scope", days), ("guard", "/guard", days), ("picture", "/picture", days),
        ("picture-task", "/picture", "task=restore%20drill%20for%20the%20archive&for=Omar"),
        ("backstage", "/backstage", days), ("value", "/value", days), ("quarter", "/quarter", "in=2026-Q1"),
        ("candidates", "/results/suggest", days),
        ("review", "/review", ""), ("one-on-ones", "/one-on-ones", days),
        ("timeline", "/timeline", "day=2026-03-13"),
        ("timeline-week", "/timeline", "since=2026-03-09&until=2026-03-16"),
        ("sort", "/sort", ""), ("people", "/people", ""), ("person", "/people/:id", ""), ("ledger", "/ledger", ""),
        ("sources", "/sources", ""), ("source", "/sources/:id", ""), ("job", "/job", ""),
        ("search", "/search", "q=restore"),
        ("evidence", "/evidence", "q=" + figure.percentEncoded()), ("piece", "/show/:id", ""),
        ("forget", "/people/:id/forget", ""), ("sort-done", "/sort", "in=2026-03-10"), ("job-text", "/job/text", ""),
        ("report", "/report", days + "&for=Maria%20Keller"),
    ]

    /// Of a ledger that holds nothing yet.
    private static let empty = ["/", "/scope", "/guard", "/sources", "/people", "/job", "/sort", "/one-on-ones"]

    static func html(_ known: KnownLedger) throws -> [(name: String, text: String)] {
        let ids = try ids(of: known)
        return try pages.map { name, path, query in
            let html = known.steady(try show(path, query, id: ids[name] ?? "", known.ledger))
            return ("page-\(name).html", name == "today" ? html : main(html))
        }
    }

    static func emptyPages() throws -> [(name: String, text: String)] {
        let folder = TemporaryFolder()
        let ledger = try Ledger(path: folder.file("ledger.sqlite"), world: KnownLedger.world())
        return try empty.map { path in
            let name = path == "/" ? "today" : String(path.dropFirst())
            let html = try show(path, "", id: "", ledger, demo: .offered).replacing(folder.path, with: "/home/mina")
            return ("empty-\(name).html", main(html))
        }
    }

    private static func show(
        _ path: String, _ query: String, id: String, _ ledger: Ledger, demo: DemoView = .none
    ) throws -> String {
        guard let page = Page.all.first(where: { $0.path == path }) else {
            throw KnownLedgerError(text: "no page \(path)")
        }
        let here = path.replacing(":id", with: id) + (query.isEmpty ? "" : "?" + query)
        let visit = Visit(
            ledger: ledger, here: here, query: Fields(query), id: id, csrf: "t0ken", demo: demo,
            tasks: BackgroundTasks(ledger), takeNotice: { nil })
        return GoldenFolder.withoutStyle(try page.show(visit))
    }

    /// The menu and the head are the same on each page; those of *Today* are recorded.
    private static func main(_ html: String) -> String {
        guard let start = html.firstRange(of: "<main"), let end = html.firstRange(of: "</main>") else { return html }
        return html[start.lowerBound..<end.upperBound] + "\n"
    }

    private static func ids(of known: KnownLedger) throws -> [String: String] {
        let asking = known.ledger.asking
        let person = try asking.people().first { $0.name == "Omar Haddad" }?.id
        let source = try asking.sources().first { $0.name == "restore" }?.id
        let piece = try asking.search("\"Restore drill\"").hits.first?.id
        guard let person, let source, let piece else { throw KnownLedgerError(text: "not all is there") }
        return [
            "person": person.description, "forget": person.description, "source": source.description,
            "piece": piece.description,
        ]
    }

    // MARK: The terminal

    private static let commands: [(name: String, line: [String])] = [
        ("today", []), ("scope", ["scope"] + daysOption), ("guard", ["guard"] + daysOption),
        ("picture", ["picture"] + daysOption),
        ("picture-task", ["picture", "task", "restore drill for the archive", "--for", "Omar"]),
        ("backstage", ["backstage"] + daysOption), ("value", ["value"] + daysOption),
        ("candidates", ["result", "suggest"] + daysOption),
        ("quarter", ["review", "--quarter"] + quarter), ("review", ["review"]),
        ("one-on-ones", ["backstage", "one-on-ones"] + daysOption), ("timeline", ["timeline", "--day", "2026-03-13"]),
        ("sort", ["sort"]), ("people", ["people"]), ("person", ["people", "show", "Omar Haddad"]),
        ("sources", ["sources"]), ("job", ["job", "show"]), ("search", ["search", "restore"]),
        ("evidence", ["search"] + figure.split(separator: " ").map(String.init)), ("piece", ["show"]),
        ("totals", ["totals", "--by", "responsibility"] + daysOption),
    ]

    /// Those that have a machine-readable answer too.
    private static let answers: Set<String> = [
        "today", "scope", "guard", "picture", "picture-task", "backstage", "value", "candidates", "review",
        "one-on-ones", "timeline",
        "sort", "people", "person", "sources", "job", "search", "piece", "totals",
    ]

    static func terminal(_ known: KnownLedger) throws -> [(name: String, text: String)] {
        let ids = try ids(of: known)
        return try commands.flatMap { name, line in
            let line = name == "piece" ? line + [ids["piece"] ?? ""] : line
            var texts = [(name: "terminal-\(name).txt", text: try known.run(line))]
            if answers.contains(name) { texts.append(("answer-\(name).json", try known.run(line + ["--json"]))) }
            return texts
        }
    }

    /// Reports as files, for others and for oneself.
    static func reports(_ known: KnownLedger) throws -> [(name: String, text: String)] {
        let lines: [(String, [String])] = [
            ("report-value.html", ["report", "value", "--for", "Maria Keller"] + daysOption),
            ("report-value.md", ["report", "value", "--for", "Maria Keller"] + daysOption),
            ("report-value.json", ["report", "value", "--for", "Maria Keller"] + daysOption),
            ("report-review.html", ["review"]), ("report-quarter.html", ["review", "--quarter"] + quarter),
        ]
        let written = try lines.map { name, line in
            let file = known.folder.file(name)
            _ = try known.run(line + ["-o", file])
            let text = known.steady(try String(contentsOfFile: file, encoding: .utf8))
            return (name: name, text: GoldenFolder.withoutStyle(text))
        }
        // What is only for oneself, and the same answer without it.
        let guarded = try known.ledger.asking.guardAnswer(KnownLedger.period).document
        return written + [
            ("report-guard-oneself.md", known.steady(MarkdownText.render(guarded, for: .oneself, evidence: true))),
            ("report-guard-others.md", known.steady(MarkdownText.render(guarded, for: .others))),
        ]
    }
}
