package import LedgerModel
package import Questions

/// One day, piece by piece.
package struct TimelineView: Sendable {
    /// `Tuesday 17 March 2026`
    package var day: String
    package var headline: [Document.Span]
    /// In small print below it.
    package var base: [Document.Span]
    package var chart: WeekChart?
    package var segments: [Segment]
    /// Events that were planned alone and are not counted.
    package var plans: [Segment]
    /// Evidence without time of its own, such as a note in a meeting.
    package var besides: [EvidenceItem]

    package init(
        day: String, headline: [Document.Span], base: [Document.Span] = [], chart: WeekChart? = nil,
        segments: [Segment],
        plans: [Segment] = [], besides: [EvidenceItem] = []
    ) {
        self.day = day
        self.headline = headline
        self.base = base
        self.chart = chart
        self.segments = segments
        self.plans = plans
        self.besides = besides
    }

    package struct Inherited: Sendable {
        /// `inherited from “Close the books”, same day`
        package var text: String
        package var evidence: PublicID

        package init(text: String, evidence: PublicID) {
            self.text = text
            self.evidence = evidence
        }
    }

    package struct Segment: Sendable {
        package var evidence: PublicID
        /// `13:00–15:00`
        package var time: String
        package var title: String
        package var tone: Tone
        /// The responsibility, or the words for none.
        package var reading: String
        /// From which piece it inherits that.
        package var inherited: Inherited?
        /// `2 h`
        package var length: String
        package var grade: Grade
        /// Pieces at the same time that it takes precedence over.
        package var covered: [EvidenceItem]

        package init(
            evidence: PublicID, time: String, title: String, tone: Tone, reading: String = "",
            inherited: Inherited? = nil, length: String, grade: Grade, covered: [EvidenceItem] = []
        ) {
            self.evidence = evidence
            self.time = time
            self.title = title
            self.tone = tone
            self.reading = reading
            self.inherited = inherited
            self.length = length
            self.grade = grade
            self.covered = covered
        }

        var values: [String: Any] {
            [
                "href": PagePath.show(evidence), "time": time, "title": title.isEmpty ? "(private)" : title,
                "tone": tone.rawValue, "for": tone.label, "reading": filled(reading), "length": length,
                "inherited": inherited.map { ["text": $0.text, "from": PagePath.show($0.evidence)] as Any } ?? false,
                "grade": grade == .sure ? false : "\(grade)" as Any, "covered": covered.map(\.values),
                "covers": !covered.isEmpty,
            ]
        }
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        Templates.render(
            .timeline,
            [
                "range": RangeView(period: day, links: layout.period).fragment.html,
                "headline": SpanValues.all(headline) { PagePath.evidence($0.query) },
                "base": SpanValues.all(base) { PagePath.evidence($0.query) }, "hasBase": !base.isEmpty,
                "chart": chart.map { SVGDrawing().draw($0).html } ?? "",
                "segments": segments.map(\.values), "hasSegments": !segments.isEmpty,
                "plans": plans.map(\.values), "hasPlans": !plans.isEmpty,
                "besides": besides.map(\.values), "hasBesides": !besides.isEmpty,
                "demo": DemoOffer(layout).fragment.html, "sources": PageEntry.sources.path,
            ])
    }
}

/// Several days: a chart, and a row for each that links to the day.
package struct DaysView: Sendable {
    /// `16 to 22 March 2026`
    package var period: String
    package var headline: [Document.Span]
    /// In small print below it.
    package var base: [Document.Span]
    /// `nil` if there are too many days to draw.
    package var chart: WeekChart?
    package var days: [Day]

    package init(
        period: String, headline: [Document.Span], base: [Document.Span] = [], chart: WeekChart? = nil, days: [Day]
    ) {
        self.period = period
        self.headline = headline
        self.base = base
        self.chart = chart
        self.days = days
    }

    package struct Day: Sendable {
        package var day: CivilDay
        /// `Tue 17 March 2026`
        package var label: String
        package var traced: Document.Span
        /// What the time was for, in words.
        package var use: String

        package init(day: CivilDay, label: String, traced: Document.Span, use: String) {
            self.day = day
            self.label = label
            self.traced = traced
            self.use = use
        }

        var values: [String: Any] {
            [
                "href": PagePath.timeline(day), "label": label, "for": use,
                "traced": SpanValues.all([traced]) { PagePath.evidence($0.query) },
            ]
        }
    }

    package func fragment(in layout: PageLayout) -> Fragment {
        Templates.render(
            .days,
            [
                "range": RangeView(period: period, links: layout.period).fragment.html,
                "headline": SpanValues.all(headline) { PagePath.evidence($0.query) },
                "base": SpanValues.all(base) { PagePath.evidence($0.query) }, "hasBase": !base.isEmpty,
                "drawn": chart != nil, "chart": chart.map { SVGDrawing().draw($0).html } ?? "",
                "days": days.map(\.values), "some": !days.isEmpty, "demo": DemoOffer(layout).fragment.html,
                "sources": PageEntry.sources.path,
            ])
    }
}
