package import LedgerModel
package import Questions

extension Reviewing {
    /// The quarter around a day, or the one that is looked at now. Throws `.badPeriod` for one that lies ahead.
    package func quarter(of day: CivilDay? = nil) throws(LedgerError) -> Period {
        let today = try today()
        let quarter = day.map(QuarterAnswer.around) ?? QuarterAnswer.due(on: today)
        guard quarter.since <= today else {
            throw LedgerError(
                .badPeriod, "that quarter lies ahead", hint: "Ask for one that has begun, as 2026-Q1.")
        }
        return quarter
    }

    package func quarterAnswer(_ quarter: Period) throws(LedgerError) -> QuarterAnswer {
        try Asking(self).inquire(
            .periods { [quarter, QuarterAnswer.before(quarter, today: $0.today)] }
        ) { try $0.quarter(quarter) }
    }
}

extension Inquiry {
    /// A quarter beside the one before it.
    package func quarter(_ quarter: Period) throws -> QuarterAnswer {
        let before = QuarterAnswer.before(quarter, today: today)
        return QuarterAnswer(quarter: quarter, now: try side(quarter), before: try side(before))
    }

    private func side(_ period: Period) throws -> QuarterAnswer.Side {
        QuarterAnswer.Side(
            scope: try scope(period), mine: try guardAnswer(period), picture: try picture(period),
            backstage: try backstage(period), value: try value(period))
    }
}
