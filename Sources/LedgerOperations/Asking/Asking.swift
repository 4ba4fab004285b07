package import LedgerModel
import LedgerStore
package import Questions

/// Every question, search, and single pieces. What is asked in one go is asked of one state: `inquire`.
package struct Asking: LedgerArea {
    let store: LedgerStore
    let world: World

    /// Asks one state of the ledger, brought up to date first. It never waits for whoever writes.
    ///
    /// `work` asks nothing but the inquiry: a second one inside it would be another state.
    package func inquire<Value>(
        _ reach: RequiredShards = .nothing, _ work: (Inquiry) throws -> Value
    ) throws(LedgerError) -> Value {
        // Nearly always nothing is to be derived, and one read does all.
        let first: First<Value> = try store.read { snapshot in
            let inquiry = try Inquiry(snapshot, self)
            guard let shards = try reach.shards(inquiry), try inquiry.isStale(in: shards.range) else {
                return .answered(try work(inquiry))
            }
            return .stale(try inquiry.derivation().compiledJob, shards.range)
        }
        switch first {
        case .answered(let value): return value
        case .stale(let compiledJob, let shards):
            try settle(compiledJob, shards, waiting: false)
            return try store.read { snapshot in try work(Inquiry(snapshot, self)) }
        }
    }
}

/// What the first look came to: an answer, or what is to be derived before there can be one.
private enum First<Value> {
    case answered(Value)
    case stale(CompiledJob, ClosedRange<Int64>?)
}

/// What is to be up to date before something is asked.
package struct RequiredShards: Sendable {
    /// A range of shards; all of them when `nil`.
    struct Shards {
        var range: ClosedRange<Int64>?
    }

    /// `nil` where nothing is asked that is derived.
    let shards: @Sendable (Inquiry) throws -> Shards?

    /// What is asked is derived nowhere.
    package static let nothing = RequiredShards { _ in nil }
    package static let everything = RequiredShards { _ in Shards(range: nil) }

    /// The days of periods and of those before them.
    package static func periods(_ periods: @escaping @Sendable (Inquiry) throws -> [Period]) -> RequiredShards {
        RequiredShards { inquiry in
            let spans = try periods(inquiry).map { $0.clipped(to: inquiry.today) }.compactMap { period in
                let (before, now) = (period.previous.interval(inquiry.zones), period.interval(inquiry.zones))
                return Shard.covering(Interval(before.start, max(before.start, now.end)))
            }
            guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
                return nil
            }
            return Shards(range: first...last)
        }
    }

    package static func period(_ period: Period) -> RequiredShards { periods { _ in [period] } }

    /// What a query asks of readings.
    static func query(_ query: SearchQuery) -> RequiredShards {
        RequiredShards { inquiry in
            guard query.needsReadings || !query.values(.isA).isEmpty || !query.values(.hours).isEmpty else {
                return nil
            }
            guard let range = try inquiry.range(of: query) else { return Shards(range: nil) }
            return Shard.covering(range).map { Shards(range: $0) }
        }
    }
}

extension Inquiry {
    /// Something of it is not stored as it should be.
    func isStale(in shards: ClosedRange<Int64>?) throws -> Bool {
        try !derivation().isSettled || snapshot.isMarked(in: shards)
    }
}

/// Single questions, each an inquiry of its own.
extension Asking {
    package func base(_ period: Period) throws(LedgerError) -> AnswerBase {
        try inquire(.period(period)) { try $0.base(period) }
    }

    package func totals(_ period: Period, by: TotalsAnswer.By) throws(LedgerError) -> Answered<TotalsAnswer> {
        try inquire(.period(period)) { try $0.totals(period, by: by) }
    }

    package func scope(_ period: Period) throws(LedgerError) -> Answered<ScopeAnswer> {
        try inquire(.period(period)) { try $0.scope(period) }
    }

    package func guardAnswer(_ period: Period) throws(LedgerError) -> Answered<GuardAnswer> {
        try inquire(.guarding(period)) { try $0.guardAnswer(period) }
    }

    package func picture(_ period: Period) throws(LedgerError) -> Answered<PictureAnswer> {
        try inquire(.period(period)) { try $0.picture(period) }
    }

    package func backstage(_ period: Period) throws(LedgerError) -> Answered<BackstageAnswer> {
        try inquire(.period(period)) { try $0.backstage(period) }
    }

    package func value(_ period: Period) throws(LedgerError) -> Answered<ValueAnswer> {
        try inquire(.period(period)) { try $0.value(period) }
    }

    /// Recurring meetings of two, with what to bring to the next of each.
    package func oneOnOnes(_ period: Period) throws(LedgerError) -> Answered<OneOnOnes> {
        try inquire(.period(period)) { try $0.oneOnOnes(period) }
    }

    /// One task from the career angle: an id of evidence, or words.
    package func taskPicture(_ text: String, for name: String?) throws(LedgerError) -> TaskPicture {
        try inquire { try $0.taskPicture(text, for: name) }
    }

    /// What is explained of a period and what is not, in groups.
    package func sortSheet(_ period: Period, split: Set<String> = []) throws(LedgerError) -> SortSheet {
        try inquire(.period(period)) { try $0.sortSheet(period, split: split) }
    }

    /// The segments of a range of days.
    package func timeline(_ period: Period) throws(LedgerError) -> Inquiry.TimelineView {
        try inquire(.period(period)) { try $0.timeline(period) }
    }

    /// `nil` while the ledger is empty.
    package func weekNow() throws(LedgerError) -> WeekNow? { try inquire(.weekNow) { try $0.weekNow() } }

    /// The pieces that a query finds.
    package func search(
        _ text: String, limit: Int = 50, offset: Int = 0, isCounted: Bool = true
    ) throws(LedgerError) -> SearchResult {
        let query = try SearchQuery(checked: text)
        return try inquire(.query(query)) {
            try $0.search(query, limit: limit, offset: offset, isCounted: isCounted)
        }
    }

    /// The first ids behind a figure.
    package func ids(_ ref: EvidenceRef) throws(LedgerError) -> [PublicID] {
        guard ref.ids.isEmpty else { return ref.ids }
        return try inquire(.query(SearchQuery(ref.query))) { try $0.ids(ref) }
    }

    /// The pieces that name somebody, at most so many of what has been and of what lies ahead.
    package func pieces(naming person: PublicID, past: Int, ahead: Int) throws(LedgerError) -> NamingPieces {
        try inquire { try $0.pieces(naming: person, past: past, ahead: ahead) }
    }

    /// One piece by its id or the start of it. Throws `.notFound`, `.ambiguousID`.
    package func show(_ text: String) throws(LedgerError) -> Inquiry.Piece { try inquire { try $0.show(text) } }

    /// What each piece was read as; those that are gone, and private ones, are left out.
    package func readings(of ids: [PublicID]) throws(LedgerError) -> [PublicID: Inquiry.PieceReading] {
        try inquire { try $0.readings(of: ids) }
    }

    /// One line each for pieces that stand beside another; those that are gone are left out.
    package func glimpses(_ ids: some Sequence<PublicID>) throws(LedgerError) -> [PublicID: SearchHit] {
        try inquire { try $0.glimpses(ids) }
    }

    package func people(only text: String? = nil) throws(LedgerError) -> [PersonSummary] {
        try inquire { try $0.people(only: text) }
    }

    /// Throws `.notFound` when nobody is called so.
    package func held(about name: String) throws(LedgerError) -> HeldAbout { try inquire { try $0.held(about: name) } }

    /// How much each source holds, or one of them.
    package func sourceSummaries(only id: PublicID? = nil) throws(LedgerError) -> [SourceSummary] {
        try store.read { try $0.sourceSummaries(only: id) }
    }
    package func sources() throws(LedgerError) -> [Source] { try store.read { try $0.sources() } }
    /// Throws `.notFound`, `.ambiguousID`.
    package func source(named text: String) throws(LedgerError) -> Source {
        try store.read { try $0.source(named: text) }
    }
    /// Calendars that grew old, the least old first.
    package func oldSources(_ sources: [Source]) throws(LedgerError) -> [OldSource] {
        try inquire { try $0.oldSources(sources) }
    }
    package func holdings() throws(LedgerError) -> Holdings { try store.read { try $0.holdings() } }
    package func claims() throws(LedgerError) -> [Claim] { try store.read { try $0.claims() } }
    package func openTimer() throws(LedgerError) -> OpenTimer? { try store.read { try $0.openTimer() } }

    /// Whether this time’s weekly review waits, and for which week.
    package func reviewState() throws(LedgerError) -> ReviewState { try inquire { try $0.reviewState() } }
    package func reviewState(of week: Period) throws(LedgerError) -> ReviewState {
        try inquire { try $0.reviewState(of: week) }
    }

    /// Whether there is anything to look back at before a day.
    package func holdsAnything(before day: CivilDay) throws(LedgerError) -> Bool {
        try inquire { try $0.holdsAnything(before: day) }
    }

    /// The twelve months that end today: what is sorted when nothing else is said.
    package func lastTwelveMonths() throws(LedgerError) -> Period {
        let today = try today()
        return Period(since: today.adding(months: -12) + 1, until: today + 1)
    }

    /// This quarter, the period that is asked about when none is named.
    package func currentQuarter() throws(LedgerError) -> Period { try Period("quarter", today: today()) }

    package var now: Instant { world.now() }
    package func today() throws(LedgerError) -> CivilDay { try inquire { $0.today } }
    /// The zones that days are told in.
    package func zones() throws(LedgerError) -> ZoneHistory { try inquire { $0.zones } }
    /// Raised with every change of the ledger.
    package func revision() throws(LedgerError) -> Int64 { try store.read { try $0.revision } }
}
