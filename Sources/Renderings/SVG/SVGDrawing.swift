package import Questions

/// Pictures as SVG inside a little HTML. Positions are percentages, so that type keeps its size on a
/// phone; colours are classes, so that pages need no inline style.
package struct SVGDrawing: Sendable {
    /// Whether each span opens its evidence; not in a file that stands alone.
    package var linksEvidence: Bool
    /// Also writes colours as attributes, for programs that make PDF and do not style inline SVG.
    package var paintsItself: Bool

    package init(linksEvidence: Bool = true, paintsItself: Bool = false) {
        self.linksEvidence = linksEvidence
        self.paintsItself = paintsItself
    }

    package func draw(_ chart: Chart) -> Fragment {
        switch chart {
        case .week(let week): draw(week)
        case .bars(let bars): draw(bars)
        case .slots(let slots): draw(slots)
        case .lines(let course): draw(course)
        }
    }

    /// `fill` for programs that do not read the style sheet.
    func paint(_ tone: Tone) -> [(String, String)] {
        paintsItself ? [("fill", tone.paint)] : []
    }

    func paint(_ name: String, _ value: String) -> [(String, String)] {
        paintsItself ? [(name, value)] : []
    }

    /// `part` of `whole` as a percentage with two decimals, kept between 0 and 100.
    static func percent(_ part: Double, of whole: Double) -> String {
        guard whole > 0, part.isFinite, whole.isFinite else { return "0%" }
        let hundredths = Int((min(1, max(0, part / whole)) * 10_000).rounded())
        let rest = hundredths % 100
        return rest == 0 ? "\(hundredths / 100)%" : "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}

extension Tone {
    /// A letter that says without colour what a span is; the job is what has none.
    var sign: String {
        switch self {
        case .job: ""
        case .growth: "G"
        case .relationships: "R"
        case .side: "S"
        case .personal: "P"
        case .lost: "×"
        case .unknown: "?"
        }
    }

    /// As in the style sheet, in light.
    var paint: String {
        switch self {
        case .job: "#c9c6bb"
        case .growth: "#5c7a00"
        case .relationships: "#a85a26"
        case .side: "#3d6f8e"
        case .personal: "#7d5a86"
        case .lost: "#b3372f"
        case .unknown: "#e9e6dc"
        }
    }
}
