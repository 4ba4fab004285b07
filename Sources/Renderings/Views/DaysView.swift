package import LedgerModel
package import Questions

/// Several days: drawn, and one row each that leads to the day.
package struct DaysView: Sendable {
    /// `16 to 22 March 2026`
    package var period: String
    package var headline: [Document.Span]
    /// Nil for more days than can be drawn.
    package var chart: WeekChart?
    package var days: [Day]

    package init(period: String, headline: [Document.Span], chart: WeekChart? = nil, days: [Day]) {
        self.period = period
        self.headline = headline
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
                "drawn": chart != nil, "chart": chart.map { SVGDrawing().draw($0).html } ?? "",
                "days": days.map(\.values), "some": !days.isEmpty, "demo": DemoOffer(layout).fragment.html,
                "sources": PageEntry.sources.path,
            ])
    }
}
