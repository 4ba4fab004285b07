package import LedgerModel
import Timeline

/// Time for oneself: what was set aside, what was for me, and what ran into it.
package struct GuardAnswer: PeriodAnswer {
    package var blocks: [Block]
    package var promised: Int64
    package var forMe: Int64
    /// The pieces that were for me.
    package var forMeBy: [PublicID]
    package var taken: Int64
    package var noTrace: Int64
    package var moved: Int64
    package var cancelled: Int64
    package var instead: [Instead]
    package var afterHours: Int64
    package var afterHoursPieces: [PublicID]
    package var afterHoursRef: EvidenceRef
    package var days: Days
    /// The pieces that took time from blocks.
    package var takenBy: [PublicID] { instead.flatMap(\.evidence).unique() }
    /// Blocks in the future, in seconds.
    package var ahead: Int64
    /// How often a half hour stays free; `nil` if no possible hours were named.
    package var survival: Survival?
    /// The last week of the period beside its blocks.
    package var week: WeekChart?

    /// A plan as it was first seen, and what became of its minutes.
    package struct Block: Sendable, Hashable {
        package var id: PublicID
        package var title: String
        /// The time that was set aside: the first one, or the new one of a moved block.
        package var promise: Interval
        package var fate: Fate
        package var forMe: Int64
        package var taken: Int64
        package var noTrace: Int64
        package var area: String?

        /// Whether at least half of its minutes were for me. `nil` if nothing is known: it is in no rate.
        package var isKept: Bool? {
            forMe + taken == 0 ? nil : forMe * 2 >= promise.seconds
        }
    }

    package enum Fate: Sendable, Hashable { case held, moved, cancelled }

    /// What came instead, by kind of cause, each with a remedy.
    package struct Instead: Sendable, Hashable {
        package var cause: Cause
        package var seconds: Int64
        package var evidence: [PublicID]
        package var ref: EvidenceRef
    }

    package enum Cause: String, Sendable, CaseIterable {
        case overran = "a meeting reached into it"
        case onTop = "a meeting was put on top"
        case work = "work went on"
        case arrived = "something arrived inside"

        /// Its name for the filter `is:`.
        package var key: String {
            switch self {
            case .overran: "reached-in"
            case .onTop: "put-on-top"
            case .work: "went-on"
            case .arrived: "arrived"
            }
        }

        package var remedy: String {
            switch self {
            case .overran: "end it when the block begins"
            case .onTop: "decline it or offer another time"
            case .work: "set a bell ten minutes before"
            case .arrived: "answer it after the block"
            }
        }
    }

    /// Days with working hours and anything on record, and how many of them had something for the person.
    package struct Days: Sendable, Hashable {
        package var base: Int
        package var with: Int
    }
}

/// A plan that is time for oneself, with the timeline of that time.
package struct BlockInput: Sendable {
    package var id: PublicID
    package var title: String
    package var birth: Interval
    package var current: Interval
    package var isCancelled: Bool
    package var happened: Bool?
    package var area: String?
    /// Segments of the time set aside and of the hours before it, in order.
    package var segments: ArraySlice<PlainSegment>

    package init(
        id: PublicID, title: String, birth: Interval, current: Interval, isCancelled: Bool, happened: Bool?,
        area: String?, segments: ArraySlice<PlainSegment>
    ) {
        self.id = id
        self.title = title
        self.birth = birth
        self.current = current
        self.isCancelled = isCancelled
        self.happened = happened
        self.area = area
        self.segments = segments
    }

    /// The time in which its minutes are looked for.
    package var promise: Interval { current == birth ? birth : current }
}

extension GuardAnswer {
    package static let grain: CellGrain = [.day, .arena]

    /// `afterHours` are the job's pieces with a part outside working hours.
    package init(_ input: AnswerBase, blocks inputs: [BlockInput], afterHours pieces: [PublicID] = []) {
        var moved: Int64 = 0
        var cancelled: Int64 = 0
        var ahead: Int64 = 0
        var list: [Block] = []
        var forMeBy: [PublicID] = []
        var instead: [Cause: (seconds: Int64, ids: [PublicID])] = [:]
        for item in inputs {
            if item.isCancelled {
                if item.birth.start < input.now { cancelled += item.birth.seconds }
                continue
            }
            let isMoved = item.current != item.birth
            if isMoved { moved += item.birth.seconds }
            guard item.promise.end <= input.now else {
                ahead += item.promise.seconds
                continue
            }
            let block = Self.block(item)
            list.append(block)
            forMeBy += item.segments.filter { segment in
                segment.grade != .possible && Self.isOwn(segment, item) && segment.interval.overlaps(item.promise)
            }.map(\.id)
            for part in Self.lostParts(item) {
                instead[part.cause, default: (0, [])].seconds += part.seconds
                instead[part.cause, default: (0, [])].ids.append(part.id)
            }
        }
        blocks = list
        self.forMeBy = forMeBy.unique()
        promised = list.reduce(0) { $0 + $1.promise.seconds }
        forMe = list.reduce(0) { $0 + $1.forMe }
        taken = list.reduce(0) { $0 + $1.taken }
        noTrace = list.reduce(0) { $0 + $1.noTrace }
        self.moved = moved
        self.cancelled = cancelled
        self.ahead = ahead
        self.instead = instead.map { cause, taken in
            let ids = taken.ids.unique()
            return Instead(
                cause: cause, seconds: taken.seconds, evidence: ids, ref: Self.ref(ids, cause.key, input))
        }
        .sorted { $0.seconds != $1.seconds ? $0.seconds > $1.seconds : $0.cause.rawValue < $1.cause.rawValue }
        let job = input.cells.filter { $0.meaning.arena == .job }
        afterHours = job.reduce(0) { $0 + $1.outside }
        afterHoursPieces = pieces
        afterHoursRef = Self.ref(pieces, "after-hours", input)
        days = Self.days(input, list)
    }

    /// Pieces that have their own `is:` filter.
    static func ref(_ ids: [PublicID], _ kind: String, _ input: AnswerBase) -> EvidenceRef {
        EvidenceRef(count: ids.count, ids: ids, query: input.query([.init(.isA, kind)]))
    }

    /// Each minute set aside is for me, taken, or not known.
    private static func block(_ item: BlockInput) -> Block {
        let promise = item.promise
        var forMe: Int64 = 0
        var taken: Int64 = 0
        for segment in item.segments where segment.grade != .possible {
            let seconds = segment.interval.clipped(to: promise)?.seconds ?? 0
            if isOwn(segment, item) { forMe += seconds } else { taken += seconds }
        }
        if item.happened == true { forMe = promise.seconds - taken }
        if item.happened == false { taken = promise.seconds - forMe }
        return Block(
            id: item.id, title: item.title, promise: promise, fate: item.current == item.birth ? .held : .moved,
            forMe: forMe, taken: taken, noTrace: promise.seconds - forMe - taken, area: item.area)
    }

    private static func isOwn(_ segment: PlainSegment, _ item: BlockInput) -> Bool { isOwn(segment, item.id) }

    /// Whether a segment counts as the block itself: its own event, growth or a side project.
    package static func isOwn(_ segment: PlainSegment, _ block: PublicID) -> Bool {
        segment.id == block || segment.arena == .growth || segment.arena == .side
    }

    private static func lostParts(_ item: BlockInput) -> [(cause: Cause, seconds: Int64, id: PublicID)] {
        item.segments.compactMap { segment in
            guard segment.grade != .possible, !isOwn(segment, item),
                let part = segment.interval.clipped(to: item.promise)
            else { return nil }
            var beganBefore: Bool {
                item.segments.contains { $0.id == segment.id && $0.interval.start < item.promise.start }
            }
            let cause: Cause =
                switch segment.kind {
                case .event: beganBefore ? .overran : .onTop
                case .commit, .timer: .work
                case .note: beganBefore ? .work : .arrived
                }
            return (cause, part.seconds, segment.id)
        }
    }

    private static func days(_ input: AnswerBase, _ blocks: [Block]) -> Days {
        let keptDays = Set(blocks.filter { $0.isKept == true }.map { input.zones.day(of: $0.promise.start) })
        let byDay = Dictionary(grouping: input.cells, by: \.day)
        let base = byDay.filter { day, cells in
            input.working.isWorkday(day) && (cells.spent.seconds > 0 || cells.pieces > 0)
        }
        let with = base.filter { day, cells in
            let own = cells.filter { $0.meaning.arena == .growth || $0.meaning.arena == .side }.seconds
            return keptDays.contains(day) || own >= 900
        }
        return Days(base: base.count, with: with.count)
    }
}
