package import LedgerModel
package import Questions

/// Several days: drawn, and one row each that leads to the day.
package struct DaysView: Sendable {
    /// `16 to 22 March 2026`
    package var period: String
    package var headline: [Document.Span]
    /// Nil for more days than can be drawn.
    package var picture: WeekPicture?
    package var days: [Day]

    package init(period: String, headline: [Document.Span], picture: WeekPicture? = nil, days: [Day]) {
        self.period = period
        self.headline = headline
        self.picture = picture
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

    package func fragment(in frame: PageFrame) -> Fragment {
        Templates.render(
            .days,
            [
                "range": RangeView(period: period, links: frame.period).fragment.html,
                "headline": SpanValues.all(headline) { PagePath.evidence($0.query) },
                "drawn": picture != nil, "picture": picture.map { SVGDrawing().draw($0).html } ?? "",
                "days": days.map(\.values), "some": !days.isEmpty, "demo": DemoOffer(frame).fragment.html,
                "sources": PageEntry.sources.path,
            ])
    }
}
