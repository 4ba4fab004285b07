package import LedgerModel

/// A picture as values; how it is drawn is the renderer's.
package enum Picture: Sendable, Hashable {
    case week(WeekPicture)
    case bars(BarPicture)
    case slots(SlotPicture)
    case course(CoursePicture)
}

/// What a colour means, everywhere.
package enum Tone: String, Sendable, CaseIterable {
    case job, growth, relationships, side, personal, lost, unknown

    package init(_ arena: Arena?) {
        self = arena.flatMap { Tone(rawValue: $0.rawValue) } ?? .unknown
    }

    package var label: String {
        switch self {
        case .job: "job"
        case .growth: "growth"
        case .relationships: "relationships"
        case .side: "side projects"
        case .personal: "personal"
        case .lost: "lost"
        case .unknown: "unknown"
        }
    }
}

/// Days as rows, hours from left to right.
package struct WeekPicture: Sendable, Hashable {
    package var days: [Day]
    /// The first and last minute after midnight that is drawn.
    package var startMinute: Int
    package var endMinute: Int

    package init(days: [Day], startMinute: Int, endMinute: Int) {
        self.days = days
        self.startMinute = startMinute
        self.endMinute = endMinute
    }

    package struct Day: Sendable, Hashable {
        package var label: String
        package var day: CivilDay
        package var spans: [Span]
        /// Working hours and plans, drawn behind or as outlines.
        package var working: [Range<Int>]
        package var planned: [Range<Int>]

        package init(
            label: String, day: CivilDay, spans: [Span], working: [Range<Int>] = [], planned: [Range<Int>] = []
        ) {
            self.label = label
            self.day = day
            self.spans = spans
            self.working = working
            self.planned = planned
        }
    }

    package struct Span: Sendable, Hashable {
        /// Minutes after midnight.
        package var minutes: Range<Int>
        package var tone: Tone
        package var grade: Grade
        package var title: String
        package var evidence: PublicID

        package init(minutes: Range<Int>, tone: Tone, grade: Grade, title: String, evidence: PublicID) {
            self.minutes = minutes
            self.tone = tone
            self.grade = grade
            self.title = title
            self.evidence = evidence
        }
    }
}

/// Labelled bars on one scale, each with an optional mark where it was meant to be.
package struct BarPicture: Sendable, Hashable {
    package var bars: [Bar]
    /// What the longest possible bar stands for.
    package var whole: Double

    package init(bars: [Bar], whole: Double) {
        self.bars = bars
        self.whole = whole
    }

    package struct Bar: Sendable, Hashable {
        package var label: String
        package var value: Double
        package var mark: Double?
        package var text: String
        package var tone: Tone

        package init(label: String, value: Double, mark: Double? = nil, text: String, tone: Tone) {
            self.label = label
            self.value = value
            self.mark = mark
            self.text = text
            self.tone = tone
        }
    }
}
