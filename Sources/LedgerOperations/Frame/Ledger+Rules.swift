import Attribution
package import LedgerModel
import LedgerStore
package import Questions
import Timeline

extension Ledger {
    /// What each rule hits in a period, what none hits, and rules that never decide anything.
    package func testRules(_ period: Period) throws(LedgerError) -> Document {
        let frame = try store.frame()
        let zones = try self.zones(frame)
        let reader = try Reader(frame, zones: zones)
        let reckoning = try Reckoning(frame, zones: zones)
        let range = period.interval(zones)
        var hits: [String: Int] = [:]
        var decided: [String: Int] = [:]
        var missed = 0
        var seen = 0
        var window = range.start
        // A month at a time, so that memory does not grow with the period.
        while window < range.end {
            let next = min(range.end, window + 31 * 86_400)
            for item in try store.traces(in: Interval(window, next), needs: .init(bodies: true, paths: true))
            where item.trace.at >= window && item.trace.at < next && reckoning.sweep.rules.isWork(item.trace) {
                seen += 1
                let matching = reader.rules(matching: item.facts)
                if matching.isEmpty { missed += 1 }
                for rule in matching { hits[rule.key, default: 0] += 1 }
                let reading = reader.read(item.facts, correction: item.correction)
                for name in Self.deciders(reading) { decided[name, default: 0] += 1 }
            }
            window = next
        }
        let rows = frame.rules.map { rule -> [[Document.Span]] in
            let count = hits[rule.key] ?? 0
            let used = decided[rule.key] ?? 0
            let remark = count == 0 ? "never reached" : used == 0 ? "always behind another rule or a word by hand" : ""
            return [[.text(rule.key)], [.text(String(count))], [.text(String(used))], [.soft(remark)]]
        }
        guard !rows.isEmpty else {
            return Document(
                title: "Rules", headline: ["No rule is written yet."],
                sections: [
                    .init(
                        "What fills this page",
                        [.empty("A rule says once what a kind of work is for.", command: "limelight frame edit")])
                ])
        }
        return Document(
            title: "Rules", period: period.text,
            headline: [
                .text("\(Words.count(rows.count, "rule").sentence) over \(Words.digits(seen, "piece")) of work; "),
                .text("\(missed) match none."),
            ],
            sections: [
                .init(
                    "Rules in order",
                    [.table(.init(columns: ["Rule", .number("Matches"), .number("Decides"), "Remark"], rows: rows))])
            ])
    }

    private static func deciders(_ reading: Reading) -> Set<String> {
        var names: Set<String> = []
        if reading.arena.by == .rule { names.insert(reading.arena.because) }
        if reading.responsibility.by == .rule { names.insert(reading.responsibility.because) }
        if reading.objective.by == .rule { names.insert(reading.objective.because) }
        if reading.worth.by == .rule { names.insert(reading.worth.because) }
        for skill in reading.skills where skill.by == .rule { names.insert(skill.because) }
        return names
    }
}
