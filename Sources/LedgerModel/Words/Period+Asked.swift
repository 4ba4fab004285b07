/// A period as every surface is asked for one: by name, or from a day, up to a day, or both.
extension Period {
    /// This quarter if nothing is said. A beginning alone reaches up to today; an end alone reaches back to the
    /// beginning of its quarter, or of this one.
    ///
    /// Throws `.badPeriod` for what cannot be read, ends before it begins, lies beyond the year 9998 or is
    /// longer than a hundred years.
    package init(
        in name: String?, since: String?, until: String?, today: CivilDay, fallback: String = "quarter"
    ) throws(LedgerError) {
        guard since != nil || until != nil else {
            self = try Period(name ?? fallback, today: today)
            return
        }
        let start = try since.map { (text: String) throws(LedgerError) in try Self.day(text, today: today) }
        let end = try until.map { (text: String) throws(LedgerError) in try Self.day(text, today: today) } ?? today + 1
        let from = start ?? min(today, end - 1).firstOfQuarter
        guard from <= end else {
            throw LedgerError(.badPeriod, "the period would end before it begins", hint: "Swap since and until.")
        }
        self = try Period(since: from, until: end).bounded()
    }

    /// The same. Throws `.badPeriod` for one that is longer than a hundred years: every day of it would be reckoned.
    package func bounded() throws(LedgerError) -> Period {
        guard days <= Self.longest else {
            throw LedgerError(.badPeriod, "that is longer than a hundred years", hint: "Ask for a year or less.")
        }
        return self
    }

    /// One day as it is typed. Throws `.badPeriod`.
    package init(day text: String, today: CivilDay) throws(LedgerError) {
        let day = try Self.day(text, today: today)
        guard day < Self.end else { throw Self.beyond(text) }
        self.init(since: day, until: day + 1)
    }
}
