package import LedgerModel

/// Days as rows, hours from left to right.
package struct WeekChart: Sendable, Hashable {
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
