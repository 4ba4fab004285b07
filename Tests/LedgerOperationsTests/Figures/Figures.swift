import LedgerModel
import LedgerOperations
import Questions
import Renderings
import TestSupport

/// Everything that a ledger says of a period, by name: the five answers and totals by each dimension, as JSON.
struct Figures {
    private(set) var texts: [String: String] = [:]

    init(_ ledger: Ledger, _ period: Period) throws {
        for by in TotalsAnswer.By.allCases {
            let (answer, base) = try ledger.asking.totals(period, by: by).parts
            texts["totals by \(by.rawValue)"] = Self.text(Self.json(base, ledger).totals(answer))
        }
        let (scope, base) = try ledger.asking.scope(period).parts
        let json = Self.json(base, ledger)
        texts["scope"] = Self.text(json.scope(scope))
        texts["guard"] = Self.text(json.guardAnswer(try ledger.asking.guardAnswer(period).answer))
        texts["picture"] = Self.text(json.picture(try ledger.asking.picture(period).answer))
        texts["backstage"] = Self.text(json.backstage(try ledger.asking.backstage(period).answer))
        texts["value"] = Self.text(json.value(try ledger.asking.value(period).answer))
        texts["timeline"] = try ledger.asking.timeline(period).stretches.map { "\($0)" }.joined(separator: "\n")
    }

    private static func json(_ base: AnswerBase, _ ledger: Ledger) -> AnswerJSON {
        AnswerJSON(base) { (try? ledger.asking.ids($0)) ?? [] }
    }

    /// How often a ledger was written to is no figure.
    private static func text(_ json: JSON) -> String {
        json.text().split(separator: "\n").filter { !$0.contains("\"revision\"") }.joined(separator: "\n")
    }

    /// A line for each name whose text is another, with the first lines that differ.
    func differences(from other: Figures) -> [String] {
        texts.keys.sorted().compactMap { name in
            let (mine, theirs) = (texts[name] ?? "", other.texts[name] ?? "")
            guard mine != theirs else { return nil }
            let (a, b) = (mine.split(separator: "\n"), theirs.split(separator: "\n"))
            let place = zip(a, b).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(a.count, b.count)
            func shown(_ lines: [Substring]) -> String {
                lines.dropFirst(max(0, place - 2)).prefix(4).map(String.init).joined(separator: " ")
            }
            return "\(name), line \(place + 1): \(shown(a)) | \(shown(b))"
        }
    }
}

extension OperationsWorld {
    /// The same ledger by way of its export.
    func restored(_ number: Int) throws -> Ledger {
        var text = ""
        try ledger.keeping.export { text += $0 }
        let file = folder.write("export-\(number).jsonl", text)
        let other = try Ledger(path: folder.file("restored-\(number).sqlite"), world: world)
        try other.keeping.restore(file: file)
        return other
    }
}
