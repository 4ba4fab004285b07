import Attribution
package import LedgerModel
import LedgerStore
package import Questions
import Timeline

extension JobEditing {
    /// What each rule matches in the past part of a period, what none matches, and the rules that never decide.
    package func testRules(_ period: Period) throws(LedgerError) -> RulesAnswer {
        let myJob = try myJob()
        let zones = try self.zones(myJob)
        let engine = try RuleEngine(myJob, zones: zones)
        let compiledJob = try CompiledJob(myJob, zones: zones)
        let whole = period.interval(zones)
        let range = Interval(whole.start, max(whole.start, min(whole.end, now)))
        var hits: [String: Int] = [:]
        var decided: [String: Int] = [:]
        var unmatched: [String: RulesAnswer.Group] = [:]
        var namesakes: [String: Set<String>] = [:]
        var seen = 0
        var window = range.start
        // One month at a time, so that memory does not grow with the period.
        while window < range.end {
            let next = min(range.end, window + 31 * 86_400)
            for item in try store.read({
                try $0.traces(in: Interval(window, next), needs: .init(bodies: true, paths: true))
            })
            where item.trace.at >= window && item.trace.at < next && compiledJob.sweep.rules.isWork(item.trace) {
                seen += 1
                let matching = engine.rules(matching: item.facts)
                if matching.isEmpty {
                    let name = Self.group(item)
                    unmatched[name] = RulesAnswer.Group(
                        name: name, pieces: (unmatched[name]?.pieces ?? 0) + 1, example: item.trace.id,
                        title: Self.title(item))
                }
                for rule in matching {
                    hits[rule.key, default: 0] += 1
                    if Self.namesOneProject(rule) { namesakes[rule.key, default: []].insert(item.facts.project) }
                }
                let reading = engine.read(item.facts, correction: item.correction)
                for name in Self.deciders(reading) { decided[name, default: 0] += 1 }
            }
            window = next
        }
        let names = RuleNames(myJob, sources: try Asking(self).sourceNames())
        return RulesAnswer(
            period: period.clipped(to: zones.day(of: now)), seen: seen,
            missed: unmatched.values.reduce(0) { $0 + $1.pieces },
            rules: myJob.rules.map {
                .init(
                    rule: $0.key, name: names[$0.key], matches: hits[$0.key] ?? 0, decides: decided[$0.key] ?? 0,
                    namesakes: (namesakes[$0.key] ?? []).sorted())
            },
            unmatched: unmatched.values.sorted { ($1.pieces, $0.name) < ($0.pieces, $1.name) })
    }

    /// Whether a rule has the name of a project, and not a pattern for several.
    private static func namesOneProject(_ rule: Rule) -> Bool {
        rule.when.project.count == 1 && !rule.when.project[0].contains { "*?".contains($0) }
    }

    /// Groups a commit by its project, everything else by its title.
    private static func group(_ item: StoredTrace) -> String {
        item.trace.kind == .commit && !item.facts.project.isEmpty ? item.facts.project : title(item)
    }

    private static func title(_ item: StoredTrace) -> String {
        item.trace.flags.contains(.isPrivate) || item.facts.title.isEmpty ? "private" : item.facts.title
    }

    private static func deciders(_ reading: Reading) -> Set<String> {
        var names: Set<String> = []
        if reading.arena.by == .rule { names.insert(reading.arena.because) }
        if reading.responsibility.by == .rule { names.insert(reading.responsibility.because) }
        if reading.objective.by == .rule { names.insert(reading.objective.because) }
        if reading.worth.by == .rule { names.insert(reading.worth.because) }
        if let rule = reading.droppedBy { names.insert(rule) }
        for skill in reading.skills where skill.by == .rule { names.insert(skill.because) }
        return names
    }
}
