package import LedgerModel

/// A quarter by the five questions, beside as many days of the quarter before.
package struct QuarterAnswer: Sendable {
    /// The whole quarter, what lies ahead of it included.
    package var quarter: Period
    package var now: Side
    package var before: Side

    /// The five answers to one period, each with what it was made from.
    package struct Side: Sendable {
        package var scope: Answered<ScopeAnswer>
        package var mine: Answered<GuardAnswer>
        package var picture: Answered<PictureAnswer>
        package var backstage: Answered<BackstageAnswer>
        package var value: Answered<ValueAnswer>

        package init(
            scope: Answered<ScopeAnswer>, mine: Answered<GuardAnswer>, picture: Answered<PictureAnswer>,
            backstage: Answered<BackstageAnswer>, value: Answered<ValueAnswer>
        ) {
            self.scope = scope
            self.mine = mine
            self.picture = picture
            self.backstage = backstage
            self.value = value
        }

        package var isEmpty: Bool {
            scope.base.total.high == 0 && mine.answer.blocks.isEmpty && value.answer.claims.isEmpty
        }
    }

    package init(quarter: Period, now: Side, before: Side) {
        self.quarter = quarter
        self.now = now
        self.before = before
    }

    /// In its first three weeks the quarter that has ended, then the one that runs.
    package static func due(on today: CivilDay) -> Period {
        around(today - today.firstOfQuarter < 21 ? today.firstOfQuarter - 1 : today)
    }

    package static func around(_ day: CivilDay) -> Period {
        Period(since: day.firstOfQuarter, until: day.firstOfQuarter.adding(months: 3))
    }

    /// `2026-Q1`
    package static func name(_ quarter: Period) -> String {
        let (year, month, _) = quarter.since.components
        return "\(padded(year, 4))-Q\((month + 2) / 3)"
    }

    /// As many days of the quarter before as have passed of this one.
    package static func before(_ quarter: Period, today: CivilDay) -> Period {
        let last = around(quarter.since - 1)
        let passed = quarter.clipped(to: today)
        guard passed.until < quarter.until else { return last }
        return Period(since: last.since, until: min(last.until, last.since + passed.days))
    }
}
