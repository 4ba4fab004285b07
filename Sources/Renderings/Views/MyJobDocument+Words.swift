import LedgerModel
import Questions

extension MyJobDocument {
    static func hours(_ myJob: MyJob, on day: CivilDay) -> Document.Section? {
        let week = myJob.settings.workingHours.filter { $0.from <= day }.max { $0.from < $1.from }
        let possible = myJob.settings.possibleHours
        var rows = rows((week ?? .assumed).days, for: week == nil ? "work, assumed" : "work")
        rows += self.rows(possible, for: "could be mine")
        return section("Hours", [.day, "Hours", "For"], rows)
    }

    /// Days with the same hours that follow each other stand in one row.
    private static func rows(_ days: [DayHours], for use: String) -> [[[Document.Span]]] {
        var runs: [(first: Weekday, last: Weekday, hours: String)] = []
        for day in days.sorted(by: { $0.weekday < $1.weekday }) {
            guard let weekday = Weekday(rawValue: day.weekday), !day.spans.isEmpty else { continue }
            let hours = day.spans.map(clock).joined(separator: ", ")
            if let run = runs.last, run.hours == hours, run.last.rawValue + 1 == weekday.rawValue {
                runs[runs.count - 1].last = weekday
            } else {
                runs.append((weekday, weekday, hours))
            }
        }
        return runs.map { run in
            let days = run.first == run.last ? run.first.name : "\(run.first.name) to \(run.last.name)"
            return [[.text(days)], [.text(run.hours)], [.soft(use)]]
        }
    }

    private static func clock(_ range: ClockRange) -> String {
        "\(ClockRange.clock(range.start))–\(ClockRange.clock(range.end))"
    }

    /// `17 March 2026`
    static func written(_ day: CivilDay) -> String {
        let (year, month, number) = day.components
        return "\(number) \(monthNames[month - 1]) \(year)"
    }

    static func term(_ item: some MyJobItem) -> String? {
        switch (item.from, item.until) {
        case (let from?, let until?): "\(written(from)) to \(written(until))"
        case (let from?, nil): "from \(written(from))"
        case (nil, let until?): "until \(written(until))"
        case (nil, nil): nil
        }
    }

    /// A whole number without a fraction, others with at most two digits after the point.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "unknown" }
        let hundredths = Int64((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, Int(abs(hundredths) % 100))
        let sign = hundredths < 0 ? "−" : ""
        guard rest != 0 else { return "\(sign)\(whole)" }
        return "\(sign)\(whole).\(rest % 10 == 0 ? "\(rest / 10)" : padded(rest, 2))"
    }

    static func percent(_ share: Double) -> String { number((share * 100).rounded()) + "\u{A0}%" }

    static func words(_ when: Condition) -> String {
        var parts: [String] = []
        func add(_ key: String, _ values: [String]) {
            if !values.isEmpty { parts.append("\(key) \(values.joined(separator: " or "))") }
        }
        add("source", when.source)
        add("project", when.project)
        add("path", when.path)
        add("title matches", [when.title].compactMap { $0 })
        add("body matches", [when.body].compactMap { $0 })
        add("person", when.person)
        add("calendar", when.calendar)
        add("tag", when.tag)
        add("kind", when.kind)
        add("on", when.weekday.compactMap { Weekday(rawValue: $0)?.name })
        add("at", [when.hours?.text].compactMap { $0 })
        return parts.isEmpty ? "always" : parts.joined(separator: ", ")
    }

    static func words(_ set: Rule.Outcome, in myJob: MyJob) -> String {
        let labels = MyJobLabels(myJob)
        let skills = set.skills.map(labels.skill).joined(separator: ", ")
        let parts = [
            set.responsibility.map(labels.responsibility), set.objective.map { "serves \(labels.objective($0))" },
            set.arena.map { "for \($0.label)" }, set.worth.map(\.rawValue), skills.isEmpty ? nil : "skills \(skills)",
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
