/// Labelled bars on one scale, each with an optional mark where it was meant to be.
package struct BarChart: Sendable, Hashable {
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
