package import LedgerModel
import Timeline

/// Time for oneself: what was set aside, what was for me, and what ran into it.
package struct GuardAnswer: PeriodAnswer {
    package var blocks: [Block]
    package var promised: Int64
    package var forMe: Int64
    /// The pieces that were for me.
    package var forMeBy: [PublicID]
    /// What the person gave, rightly: in no rate.
    package var given: Int64
    package var taken: Int64
    package var noTrace: Int64
    /// What fell on days off or was personal: in no rate.
    package var void: Int64
    package var moved: Int64
    package var cancelled: Int64
    package var instead: [Instead]
    /// What each piece took of each block.
    package var takenParts: [TakenPart]
    /// The one series that ran into the blocks; `nil` if it is not one thing.
    package var series: RunningSeries?
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
    /// What could be time for the person, to be asked about, most likely first.
    package var candidates: [BlockCandidate] = []

    /// A plan as it was first seen, and what became of its minutes.
    package struct Block: Sendable, Hashable {
        package var id: PublicID
        package var title: String
        /// The time that was set aside: the first one, or the new one of a moved block.
        package var promise: Interval
        package var fate: Fate
        package var forMe: Int64
        package var given: Int64
        package var taken: Int64
        package var noTrace: Int64
        package var void: Int64
        /// What the person said became of it.
        package var word: BlockWord?
        package var area: String?

        /// Whether at least half of the minutes that count were for me. `nil` if nothing is known: it is in no rate.
        package var isKept: Bool? {
            forMe + taken == 0 ? nil : forMe * 2 >= promise.seconds - given - void
        }

        /// Whether to ask what became of it: at least half of the minutes that count are not known.
        package var isOpen: Bool { word == nil && noTrace > 0 && noTrace * 2 >= promise.seconds - void }
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

    /// What one piece took of one block.
    package struct TakenPart: Sendable, Hashable {
        package var block: PublicID
        package var piece: PublicID
        package var kind: EvidenceKind
        package var seconds: Int64
    }

    /// Working days that are known enough, and how many of them had something for the person.
    package struct Days: Sendable, Hashable {
        /// Days with at least half of their working hours on record and no block of which enough for a day is not known,
        /// and all that had something.
        package var base: Int
        package var with: Int
    }

    /// The minutes of which it is known what became of them and that count in a rate.
    package var known: Int64 { forMe + taken }
}

/// A plan that is time for oneself, with the timeline of that time.
package struct BlockInput: Sendable {
    package var id: PublicID
    package var title: String
    package var birth: Interval
    package var current: Interval
    package var isCancelled: Bool
    /// What the person said became of it.
    package var word: BlockWord?
    package var area: String?
    /// Segments of the time set aside and of the hours before it, in order.
    package var segments: ArraySlice<PlainSegment>

    package init(
        id: PublicID, title: String, birth: Interval, current: Interval, isCancelled: Bool, word: BlockWord?,
        area: String?,
        segments: ArraySlice<PlainSegment>
    ) {
        self.id = id
        self.title = title
        self.birth = birth
        self.current = current
        self.isCancelled = isCancelled
        self.word = word
        self.area = area
        self.segments = segments
    }

    /// The time in which its minutes are looked for.
    package var promise: Interval { current == birth ? birth : current }
}
