package import LedgerModel
package import Questions

/// *My job* as a document: what the person is judged on and aims at, on a given day.
package enum MyJobDocument {
    /// - Parameter sources: The names of sources by their ids, which rules may have.
    package static func make(_ myJob: MyJob, on day: CivilDay, sources: [String: String] = [:]) -> Document {
        Document(
            title: "My job", period: "As of \(written(day))", headline: headline(myJob, on: day),
            sections: [
                responsibilities(myJob, on: day), objectives(myJob, on: day), people(myJob, on: day),
                notMine(myJob, on: day), growth(myJob, on: day), blocks(myJob, on: day, sources),
                hours(myJob, on: day), sorted(myJob, on: day, sources), rules(myJob, on: day, sources),
            ].compactMap { $0 })
    }

    private static func headline(_ myJob: MyJob, on day: CivilDay) -> [Document.Span] {
        let mine = myJob.responsibilities.filter { $0.holds(on: day) }
        guard !mine.isEmpty else { return ["What you are judged on is not written down yet."] }
        let measured = mine.filter(\.isMeasured)
        let agreed = measured.filter(\.isAgreed).count
        let things = mine.count == 1 ? "one thing" : "\(Words.count(mine.count)) things"
        guard !measured.isEmpty else { return [.text("You answer for \(things). None has a measure yet.")] }
        return [
            .text(
                "You answer for \(things). \(having(measured.count, of: mine.count)); \(agreement(agreed, of: measured.count))."
            )
        ]
    }

    private static func having(_ count: Int, of all: Int) -> String {
        if count == all { return all == 1 ? "It has a measure" : "\(all == 2 ? "Both" : "All") have a measure" }
        return "\(Words.count(count).sentence) \(count == 1 ? "has" : "have") a measure"
    }

    private static func agreement(_ agreed: Int, of measured: Int) -> String {
        let whom = "agreed with the person who decides"
        if agreed == 0 {
            return measured == 1 ? "it is not yet \(whom)" : "\(measured == 2 ? "neither" : "none") is \(whom) yet"
        }
        if agreed == measured {
            return measured == 1 ? "it is \(whom)" : "\(measured == 2 ? "both" : "all") are \(whom)"
        }
        return "\(Words.count(agreed)) \(agreed == 1 ? "is" : "are") \(whom)"
    }

    private static func responsibilities(_ myJob: MyJob, on day: CivilDay) -> Document.Section {
        let rows = myJob.responsibilities.filter { $0.holds(on: day) }.map { item -> [[Document.Span]] in
            let objective = myJob.objectives.first { $0.key == item.objective }?.label
            let target = [item.target, item.unit].compactMap { $0 }.joined(separator: "\u{A0}")
            let measure = item.measure.map { $0 + (target.isEmpty ? "" : ", target \(target)") }
            let agreed = item.agreedWith.map { who in
                "\(who)\(item.agreedOn.map { ", \(written($0))" } ?? "")"
            }
            return [
                [.strong(item.label)], cell(measure, none: "no measure"), cell(objective),
                cell(agreed, none: "not agreed"), cell(item.share.map(percent)),
            ]
        }
        guard !rows.isEmpty else {
            return .init(
                "What I am judged on",
                [
                    .empty(
                        "Your responsibilities will appear here, with what is measured about each.",
                        .setUp)
                ])
        }
        return .init(
            "What I am judged on",
            [
                .table(
                    .init(
                        columns: [
                            "Responsibility", "Measured by", "Serves", "Agreed with",
                            .number("Intended share"),
                        ], rows: rows))
            ])
    }

    private static func objectives(_ myJob: MyJob, on day: CivilDay) -> Document.Section? {
        let rows = myJob.objectives.filter { $0.holds(on: day) }.map { item -> [[Document.Span]] in
            let results = item.keyResults.map { result -> String in
                let last = result.readings.max { $0.on < $1.on }
                let unit = result.unit.map { "\u{A0}\($0)" } ?? ""
                let now = last.map { "\(number($0.value))\(unit) on \(written($0.on))" } ?? "no reading"
                return "\(result.label): \(now)\(result.target.map { ", target \(number($0))\(unit)" } ?? "")"
            }
            return [[.strong(item.label)], cell(item.owner), cell(results.joined(separator: "; ")), cell(term(item))]
        }
        return section("Objectives", ["Objective", "Owner", "Key results", "Holds"], rows)
    }

    private static func people(_ myJob: MyJob, on day: CivilDay) -> Document.Section? {
        section(
            "People", ["Name", "To me"],
            myJob.people.filter { $0.holds(on: day) }.map { person in
                [[.text(person.label)], cell(person.role.map { $0 == .decider ? "decides about me" : $0.rawValue })]
            })
    }

    private static func notMine(_ myJob: MyJob, on day: CivilDay) -> Document.Section? {
        section(
            "Someone else’s, on my desk", ["What lands on me", "Whose it is"],
            myJob.notMine.filter { $0.holds(on: day) }.map { [[.text($0.label)], cell($0.owner)] })
    }

    private static func growth(_ myJob: MyJob, on day: CivilDay) -> Document.Section? {
        let areas = myJob.areas.filter { $0.holds(on: day) }.map { area -> [[Document.Span]] in
            [
                [.text(area.label)],
                [
                    .text(
                        area.field == .other && !area.outsideRole
                            ? "" : "\(area.field.rawValue), \(area.outsideRole ? "outside" : "inside") my role")
                ],
            ]
        }
        let skills = myJob.skills.filter { $0.holds(on: day) }.map {
            [[.text($0.label)], ["skill"]] as [[Document.Span]]
        }
        return section("What I want to learn", ["What", "Kind"], areas + skills)
    }

    private static func blocks(
        _ myJob: MyJob, on day: CivilDay, _ sources: [String: String]
    ) -> Document.Section? {
        section(
            "Time that is mine", ["Block", "Found by"],
            myJob.blocks.filter { $0.holds(on: day) }.map { [[.text($0.label)], [.text(words($0.when, sources))]] })
    }

    private static func rules(
        _ myJob: MyJob, on day: CivilDay, _ sources: [String: String]
    ) -> Document.Section? {
        section(
            "Rules", ["Rule", "When", "Read as"],
            myJob.rules.filter { $0.holds(on: day) && $0.sortedName(sources) == nil }.map {
                [[.text($0.label)], [.text(words($0.when, sources))], [.text(words($0.set, in: myJob))]]
            })
    }

    /// What was answered in Sort.
    private static func sorted(
        _ myJob: MyJob, on day: CivilDay, _ sources: [String: String]
    ) -> Document.Section? {
        section(
            "What I sorted", ["What", "For"],
            myJob.rules.filter { $0.holds(on: day) }.compactMap { rule in
                rule.sortedName(sources).map { [[.text($0)], [.text(outcome(rule.set, in: myJob))]] }
            })
    }

    /// What an answer said: the responsibility alone, if there is one.
    private static func outcome(_ set: Rule.Outcome, in myJob: MyJob) -> String {
        if set.drop == true { return "off the timeline" }
        let place = set.responsibility.map(MyJobLabels(myJob).responsibility) ?? set.arena?.label
        return [place, set.worth?.label].compactMap { $0 }.joined(separator: ", ")
    }

    static func section(
        _ title: String, _ columns: [Document.Table.Column], _ rows: [[[Document.Span]]]
    ) -> Document.Section? {
        rows.isEmpty ? nil : .init(title, [.table(.init(columns: columns, rows: rows))])
    }

    static func cell(_ text: String?, none: String = "–") -> [Document.Span] {
        guard let text, !text.isEmpty else { return [.soft(none)] }
        return [.text(text)]
    }
}

extension MyJobDocument {
    static func hours(_ myJob: MyJob, on day: CivilDay) -> Document.Section? {
        let week = myJob.settings.workingHours.filter { $0.from <= day }.max { $0.from < $1.from }
        let possible = myJob.settings.possibleHours
        var rows = rows((week ?? .assumed).days, for: week == nil ? "work, assumed" : "work")
        rows += self.rows(possible, for: "could be mine")
        return section("Hours", [.day, "Hours", "For"], rows)
    }

    /// Consecutive days with the same hours share a row.
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

    static func words(_ when: Condition, _ sources: [String: String] = [:]) -> String {
        var parts: [String] = []
        func add(_ key: String, _ values: [String]) {
            if !values.isEmpty { parts.append("\(key) \(values.joined(separator: " or "))") }
        }
        add("source", when.source.map { sources[$0] ?? $0 })
        add("project", when.project)
        add("path", when.path)
        add("folder", when.folder)
        add("file", when.file)
        if let title = when.title {
            if case .whole(let text) = TitlePattern.Reading(title), TitlePattern.exact(text) == title {
                add("called", ["“\(text)”"])
            } else {
                add("title matches", [title])
            }
        }
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
            set.arena.map { "for \($0.label)" }, set.worth.map(\.label), skills.isEmpty ? nil : "skills \(skills)",
        ]
        return parts.compactMap { $0 }.joined(separator: ", ")
    }
}
