package import LedgerModel

/// What calendars say of a day to come, or of the rest of today.
package struct DayAhead: Sendable, Hashable {
    package var day: CivilDay
    /// In the order of their beginnings; those of today that are not over.
    package var plans: [Plan]

    package struct Plan: Sendable, Hashable {
        package var id: PublicID
        package var at: Instant
        /// Empty if it is private.
        package var title: String

        package init(id: PublicID, at: Instant, title: String) {
            self.id = id
            self.at = at
            self.title = title
        }
    }

    package init(day: CivilDay, plans: [Plan]) {
        self.day = day
        self.plans = plans
    }

    /// The most plans of a day that are named.
    private static let most = 5

    /// `Tomorrow: 09:00 Standup, 14:00 Vendor call and two more`
    package func spans(_ base: AnswerBase) -> [Document.Span] {
        let shown = plans.count == Self.most + 1 ? plans[...] : plans.prefix(Self.most)
        var spans: [Document.Span] = [.strong(name(base.zones.day(of: base.now))), .text(": ")]
        for (index, plan) in shown.enumerated() {
            if index > 0 { spans.append(.text(index == plans.count - 1 ? " and " : ", ")) }
            spans.append(.text("\(base.zones.civil(plan.at).clock) "))
            spans.append(plan.title.isEmpty ? .text("private") : .figure(plan.title, EvidenceRef(pieces: [plan.id])))
        }
        if shown.count < plans.count { spans.append(.text(" and \(Words.count(plans.count - shown.count)) more")) }
        return spans
    }

    private func name(_ today: CivilDay) -> String {
        switch day - today {
        case 0: "Today"
        case 1: "Tomorrow"
        default: "\(day.weekday.name) \(Period.date(day))"
        }
    }
}
