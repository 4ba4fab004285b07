package import LedgerModel
import LedgerStore
package import Questions

/// All questions, search, and single pieces. Questions that belong together are asked of a single state (`inquire`).
package struct Asking: LedgerArea {
    let store: LedgerStore
    let world: World

    /// Asks a single state of the ledger, brought up to date first. Never waits for another program that writes.
    ///
    /// The problem: everything on a page must agree (figures, lists, revision), so it has to be read in one snapshot.
    /// But a snapshot cannot be written to, and what is stale has to be derived and stored first. Deriving before each
    /// question would cost every page a write lock.
    ///
    /// So there are two steps. First one read: it checks whether any of the required shards is stale, and if none is,
    /// which is nearly always so, it answers at once. Only if one is stale it leaves that snapshot, derives and stores
    /// what is missing without waiting for the lock, and answers from a second snapshot.
    ///
    /// The invariant: the answer is right even if the second step stored nothing, because another program holds the
    /// lock or has written again meanwhile. The inquiry then derives what is missing from its own snapshot
    /// (`Derivation.overlay`). So `reach` only decides what is stored, never what is answered. Example: during a long
    /// import each page derives the marked days anew; the first page after it stores them.
    ///
    /// `work` must ask only its inquiry. A nested `inquire` would see another state.
    package func inquire<Value>(
        _ reach: RequiredShards = .nothing, _ work: (Inquiry) throws -> Value
    ) throws(LedgerError) -> Value {
        // Nearly always nothing is stale, so that a single read is enough.
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

/// The outcome of the first read: an answer, or what has to be derived before there can be one.
private enum First<Value> {
    case answered(Value)
    case stale(CompiledJob, ClosedRange<Int64>?)
}

/// The shards that should be up to date before a question.
package struct RequiredShards: Sendable {
    /// A range of shards; `nil` means all.
    struct Shards {
        var range: ClosedRange<Int64>?
    }

    /// `nil` if the question needs nothing derived.
    let shards: @Sendable (Inquiry) throws -> Shards?

    /// For questions that need nothing derived.
    package static let nothing = RequiredShards { _ in nil }
    package static let everything = RequiredShards { _ in Shards(range: nil) }

    /// The days of some periods and of the periods before them.
    package static func periods(_ periods: @escaping @Sendable (Inquiry) throws -> [Period]) -> RequiredShards {
        RequiredShards { inquiry in
            let spans = try periods(inquiry).map { $0.clipped(to: inquiry.today) }.compactMap { period in
                let (before, now) = (period.previous.interval(inquiry.zones), period.interval(inquiry.zones))
                return Shard.covering(Interval(before.start, max(before.start, now.end)))
            }
            guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
                return nil
            }
            return Shards(range: try inquiry.widened(first...last))
        }
    }

    package static func period(_ period: Period) -> RequiredShards { periods { _ in [period] } }

    /// The days whose readings a query needs.
    static func query(_ query: SearchQuery) -> RequiredShards {
        RequiredShards { inquiry in
            guard query.needsReadings || ![.isA, .hours, .group].allSatisfy({ query.values($0).isEmpty }) else {
                return nil
            }
            guard let range = try inquiry.range(of: query) else { return Shards(range: nil) }
            guard let shards = Shard.covering(range) else { return nil }
            return Shards(range: try query.values(.responsibility).isEmpty ? shards : inquiry.widened(shards))
        }
    }
}

extension Inquiry {
    /// The shards with those that decide what open work of theirs inherits.
    func widened(_ shards: ClosedRange<Int64>) throws -> ClosedRange<Int64> {
        let span = Interval(Shard(shards.lowerBound).interval.start, Shard(shards.upperBound).interval.end)
        guard let days = try inheritanceDays(span),
            let wide = Shard.covering(
                Interval(ownZones.start(of: days.lowerBound), ownZones.start(of: days.upperBound + 1)))
        else { return shards }
        return min(wide.lowerBound, shards.lowerBound)...max(wide.upperBound, shards.upperBound)
    }

    /// Whether any of the shards is not stored in its present state.
    func isStale(in shards: ClosedRange<Int64>?) throws -> Bool {
        try !derivation().isSettled || snapshot.isMarked(in: shards)
    }
}

/// Single questions, each in its own inquiry.
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
        try inquire(.value(period)) { try $0.value(period) }
    }

    /// Recurring meetings of two people, with what to bring to the next one.
    package func oneOnOnes(_ period: Period) throws(LedgerError) -> Answered<OneOnOnes> {
        try inquire(.period(period)) { try $0.oneOnOnes(period) }
    }

    /// What stands open between the person and others, oldest first.
    package func openLines() throws(LedgerError) -> [OpenAsk] { try inquire { try $0.openAsks() } }

    /// What a task does for the career. The task is an id of evidence, or words.
    package func taskPicture(_ text: String, for name: String?) throws(LedgerError) -> TaskPicture {
        try inquire { try $0.taskPicture(text, for: name) }
    }

    /// The explained and the unexplained time of a period, in groups.
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

    /// The pieces that name a person, at most `past` earlier and `ahead` future ones.
    package func pieces(naming person: PublicID, past: Int, ahead: Int) throws(LedgerError) -> NamingPieces {
        try inquire { try $0.pieces(naming: person, past: past, ahead: ahead) }
    }

    /// A piece by its id or the beginning of its id. Throws `.notFound`, `.ambiguousID`.
    package func show(_ text: String) throws(LedgerError) -> Inquiry.Piece { try inquire { try $0.show(text) } }

    /// The reading of each piece. Missing and private pieces are left out.
    package func readings(of ids: [PublicID]) throws(LedgerError) -> [PublicID: Inquiry.PieceReading] {
        try inquire { try $0.readings(of: ids) }
    }

    /// One line for each of these pieces, to show beside others. Missing pieces are left out.
    package func glimpses(_ ids: some Sequence<PublicID>) throws(LedgerError) -> [PublicID: SearchHit] {
        try inquire { try $0.glimpses(ids) }
    }

    package func people(only text: String? = nil) throws(LedgerError) -> [PersonSummary] {
        try inquire { try $0.people(only: text) }
    }

    /// Whom names and addresses mean.
    package func who() throws(LedgerError) -> WhoIsWho { try inquire { try $0.who() } }

    /// Everything held about a person. Throws `.notFound` if nobody has this name.
    package func held(about name: String) throws(LedgerError) -> HeldAbout { try inquire { try $0.held(about: name) } }

    /// The page to hand to a person. Throws `.notFound`, `.ambiguousID`, `.usage`.
    package func handout(about name: String) throws(LedgerError) -> Handout {
        try inquire { try $0.handout(about: name) }
    }

    /// The amount that each source holds, or only one of them.
    package func sourceSummaries(only id: PublicID? = nil) throws(LedgerError) -> [SourceSummary] {
        try store.read { try $0.sourceSummaries(only: id) }
    }
    package func sources() throws(LedgerError) -> [Source] { try store.read { try $0.sources() } }
    /// Throws `.notFound`, `.ambiguousID`.
    package func source(named text: String) throws(LedgerError) -> Source {
        try store.read { try $0.source(named: text) }
    }

    /// The names of sources by their ids.
    package func sourceNames() throws(LedgerError) -> [String: String] {
        Dictionary(uniqueKeysWithValues: try store.read { try $0.sources() }.map { ($0.id.description, $0.name) })
    }
    /// Calendars that are out of date, the least old first.
    package func outdatedSources(_ sources: [Source]) throws(LedgerError) -> [OutdatedSource] {
        try inquire { try $0.outdatedSources(sources) }
    }
    package func holdings() throws(LedgerError) -> Holdings { try store.read { try $0.holdings() } }
    package func claims() throws(LedgerError) -> [Claim] { try store.read { try $0.claims() } }
    package func openTimer() throws(LedgerError) -> OpenTimer? { try store.read { try $0.openTimer() } }

    /// Whether a weekly review is due now, and for which week.
    package func reviewState() throws(LedgerError) -> ReviewState { try inquire { try $0.reviewState() } }
    package func reviewState(of week: Period) throws(LedgerError) -> ReviewState {
        try inquire { try $0.reviewState(of: week) }
    }

    /// Whether there is anything to review before a day.
    package func holdsAnything(before day: CivilDay) throws(LedgerError) -> Bool {
        try inquire { try $0.holdsAnything(before: day) }
    }

    /// The twelve months up to today, which are sorted by default.
    package func lastTwelveMonths() throws(LedgerError) -> Period {
        let today = try today()
        return Period(since: today.adding(months: -12) + 1, until: today + 1)
    }

    /// This quarter, which is the default period.
    package func currentQuarter() throws(LedgerError) -> Period { try Period("quarter", today: today()) }

    package var now: Instant { world.now() }
    package func today() throws(LedgerError) -> CivilDay { try inquire { $0.today } }
    /// The zones in which days are shown.
    package func zones() throws(LedgerError) -> ZoneHistory { try inquire { $0.zones } }
    /// Raised with every change of the ledger.
    package func revision() throws(LedgerError) -> Int64 { try store.read { try $0.revision } }
}
