package import LedgerModel
import Timeline

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
        var parts: [TakenPart] = []
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
            let minutes = Minutes(item, input)
            list.append(minutes.block(item))
            forMeBy += minutes.forMe.map(\.id)
            // What was given rightly has no cause and no remedy.
            guard item.word != .gave else { continue }
            for segment in minutes.taken {
                let cause = Self.cause(segment, item)
                instead[cause, default: (0, [])].seconds += segment.interval.seconds
                instead[cause, default: (0, [])].ids.append(segment.id)
                parts.append(
                    TakenPart(
                        block: item.id, piece: segment.id, kind: segment.kind, seconds: segment.interval.seconds))
            }
        }
        blocks = list
        self.forMeBy = forMeBy.unique()
        promised = list.reduce(0) { $0 + $1.promise.seconds }
        forMe = list.reduce(0) { $0 + $1.forMe }
        given = list.reduce(0) { $0 + $1.given }
        taken = list.reduce(0) { $0 + $1.taken }
        noTrace = list.reduce(0) { $0 + $1.noTrace }
        void = list.reduce(0) { $0 + $1.void }
        self.moved = moved
        self.cancelled = cancelled
        self.ahead = ahead
        takenParts = parts
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

    /// Whether a segment counts as the block itself: its own event, growth or a side project.
    package static func isOwn(_ segment: PlainSegment, _ block: PublicID) -> Bool {
        segment.id == block || segment.arena == .growth || segment.arena == .side
    }

    /// Whether a segment took time from a block. Personal time and care take nothing: they make that part void.
    package static func takes(_ segment: PlainSegment, _ block: PublicID) -> Bool {
        segment.grade != .possible && segment.arena != .personal && !isOwn(segment, block)
    }

    private static func cause(_ segment: PlainSegment, _ item: BlockInput) -> Cause {
        var beganBefore: Bool {
            item.segments.contains { $0.id == segment.id && $0.interval.start < item.promise.start }
        }
        return switch segment.kind {
        case .event: beganBefore ? .overran : .onTop
        case .commit, .timer: .work
        case .note: beganBefore ? .work : .arrived
        }
    }

    /// The least time for oneself, in seconds, that makes a day one that had something.
    private static let enough: Int64 = 900

    private static func days(_ input: AnswerBase, _ blocks: [Block]) -> Days {
        func days(_ holds: (Block) -> Bool) -> Set<CivilDay> {
            Set(blocks.filter(holds).map { input.zones.day(of: $0.promise.start) })
        }
        let keptDays = days { $0.isKept == true }
        let unknownDays = days { $0.noTrace >= Self.enough }
        var base = 0
        var with = 0
        for (day, cells) in Dictionary(grouping: input.cells, by: \.day) where input.working.isWorkday(day) {
            guard cells.spent.seconds > 0 || cells.pieces > 0 else { continue }
            let own = cells.filter { $0.meaning.arena == .growth || $0.meaning.arena == .side }.seconds
            let hadSomething = keptDays.contains(day) || own >= Self.enough
            if hadSomething { with += 1 }
            if hadSomething || (!unknownDays.contains(day) && isKnownEnough(day, cells, input)) { base += 1 }
        }
        return Days(base: base, with: with)
    }

    /// Whether at least half of the working hours of a day, as far as they have passed, are on record.
    private static func isKnownEnough(_ day: CivilDay, _ cells: [DayCell], _ input: AnswerBase) -> Bool {
        let working = input.working.intervals(on: day).reduce(0) { $0 + ($1.clipped(to: input.range)?.seconds ?? 0) }
        let seen = cells.reduce(0) { $0 + $1.spent.seconds - $1.outside }
        return seen > 0 && seen * 2 >= working
    }
}

/// The minutes of one block by what the timeline has of them.
private struct Minutes {
    /// Parts of segments inside the block.
    private(set) var forMe: [PlainSegment] = []
    private(set) var taken: [PlainSegment] = []
    private var void: Int64 = 0

    init(_ item: BlockInput, _ input: AnswerBase) {
        for day in input.zones.days(meeting: item.promise) {
            guard let part = input.zones.interval(of: day).clipped(to: item.promise) else { continue }
            guard !input.working.isDayOff(part.start) else {
                void += part.seconds
                continue
            }
            for segment in item.segments {
                guard let interval = segment.interval.clipped(to: part) else { continue }
                var inside = segment
                inside.interval = interval
                if segment.grade != .possible, GuardAnswer.isOwn(segment, item.id) {
                    forMe.append(inside)
                } else if GuardAnswer.takes(segment, item.id) {
                    taken.append(inside)
                } else if segment.arena == .personal, segment.id != item.id {
                    void += interval.seconds
                }
            }
        }
    }

    func block(_ item: BlockInput) -> GuardAnswer.Block {
        let promise = item.promise
        var block = GuardAnswer.Block(
            id: item.id, title: item.title, promise: promise, fate: item.current == item.birth ? .held : .moved,
            forMe: forMe.reduce(0) { $0 + $1.interval.seconds }, given: 0,
            taken: taken.reduce(0) { $0 + $1.interval.seconds }, noTrace: 0, void: void, word: item.word,
            area: item.area)
        let rest = promise.seconds - block.forMe - block.taken - void
        switch item.word {
        case .forMe: block.forMe += rest
        case .taken: block.taken += rest
        case .gave: (block.given, block.taken) = (block.taken + rest, 0)
        case .unknown, nil: block.noTrace = rest
        }
        return block
    }
}
