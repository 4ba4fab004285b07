import LedgerModel
import LedgerStore
import Questions
import Timeline

/// Filters of figures that need more than the tables of the store.
extension Inquiry {
    /// The pieces that `contact:`, `hours:`, `group:` and the values of `is:` that the store does not know allow; `nil` if
    /// a query has none of these.
    func pieces(of query: SearchQuery) throws -> [PublicID]? {
        var allowed: Set<PublicID>?
        func narrow(_ ids: some Sequence<PublicID>) { allowed = allowed.map { $0.intersection(ids) } ?? Set(ids) }
        for person in query.values(.contact) {
            let known = try acquaintances().first { $0.person.description == person || $0.name == person }
            narrow(known?.contacts.filter { $0.at <= now }.map(\.evidence) ?? [])
        }
        for hours in query.values(.hours) {
            narrow(try pieces(inHours: hours, period(of: query, "hours:\"Fri 8:00-8:30\"")))
        }
        for group in query.values(.group) {
            narrow(try pieces(ofGroup: group, period(of: query, "group:\(group)")))
        }
        for kind in query.values(.isA) where kind != "work" && WorkSign(key: kind) == nil {
            let period = try period(of: query, "is:\(kind)")
            if kind == "inherited" {
                narrow(try inheriting(period))
                continue
            }
            if kind == "explained" || kind == "unexplained" {
                narrow(try pieces(explained: kind == "explained", period))
                continue
            }
            let answer = try guardFigures(period)
            switch kind {
            case "after-hours": narrow(answer.afterHoursPieces)
            case "block": narrow(answer.blocks.map(\.id))
            case "for-me": narrow(answer.forMeBy)
            case "taken": narrow(answer.takenBy)
            default: narrow(answer.instead.first { $0.cause.key == kind }?.evidence ?? [])
            }
        }
        return allowed.map { $0.sorted() }
    }

    private func period(of query: SearchQuery, _ filter: String) throws -> Period {
        guard let since = query.values(.since).last, let until = query.values(.until).last else {
            throw LedgerError(
                .badPeriod, "\(filter.prefix { $0 != "\"" }) needs since: and until:",
                hint: "Write for example \(filter) since:2026-03-01 until:2026-04-01.")
        }
        return try Period(since: try day(since), until: try day(until)).bounded()
    }

    /// The direct contacts of the last two years up to now.
    func acquaintances() throws -> [Acquaintance] {
        try snapshot.acquaintances(in: Interval(now - 730 * 86_400, now + 1))
    }

    /// The job's pieces in a period with a sure or likely part outside working hours.
    func afterHours(_ inputs: AnswerInputs) throws -> [PublicID] {
        let working = inputs.base.working.intervals(in: inputs.base.range)
        var next = working.startIndex
        var found: [PublicID] = []
        for segment in try inputs.cells.plainSegments(inputs.base.range)
        where segment.arena == .job && segment.grade != .possible {
            guard let part = segment.interval.clipped(to: inputs.base.range) else { continue }
            while next < working.endIndex, working[next].end <= part.start { next += 1 }
            let inside = working[next...].prefix { $0.start < part.end }.reduce(0) {
                $0 + (part.clipped(to: $1)?.seconds ?? 0)
            }
            if inside < part.seconds { found.append(segment.id) }
        }
        return found.unique()
    }

    /// The value of `since:` or `until:`, as `--since` and `--until` take it. Throws `.badPeriod`.
    func day(_ text: String) throws -> CivilDay { try CivilDay(iso: text) ?? Period.day(text, today: today) }
}
