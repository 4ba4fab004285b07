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
        let before = QuarterAnswer.before(quarter, today: try today())
        return QuarterAnswer(quarter: quarter, now: try side(quarter), before: try side(before))
    }

    private func side(_ period: Period) throws(LedgerError) -> QuarterAnswer.Side {
        QuarterAnswer.Side(
            scope: try asking.scope(period), mine: try asking.guardAnswer(period), picture: try asking.picture(period),
            backstage: try asking.backstage(period), value: try asking.value(period))
    }
}
