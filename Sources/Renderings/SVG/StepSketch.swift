/// A small drawing of what to look for in another program: not a picture of it, only where the thing is.
enum StepSketch: String, CaseIterable {
    case settings, menu, publish, address, download, drop, paste

    /// Every drawing once, to be used by name; this itself is invisible.
    static var definitions: Fragment {
        Markup.element(
            "svg", [("class", "unseen"), ("width", "0"), ("height", "0"), ("aria-hidden", "true")],
            allCases.map { sketch in
                Markup.element(
                    "symbol", [("id", "sketch-\(sketch.rawValue)"), ("viewBox", "0 0 120 72")],
                    (window + sketch.shapes).joined())
            }.joined())
    }

    /// Decoration: the words beside it say the same.
    var fragment: Fragment {
        Markup.element(
            "svg",
            [
                ("class", "sketch"), ("viewBox", "0 0 120 72"), ("width", "120"), ("height", "72"),
                ("aria-hidden", "true"),
            ],
            Markup.element("use", [("href", "#sketch-\(rawValue)")]))
    }

    private static let window = [
        box(1, 1, 118, 70, 6), line(1, 13, 119, 13), dot(9, 7), dot(16, 7), dot(23, 7),
    ]

    private var shapes: [Fragment] {
        switch self {
        case .settings:
            [
                Self.line(38, 13, 38, 71), Self.bar(8, 22, 20), Self.bar(8, 33, 24), Self.mark(5, 40, 29, 10),
                Self.bar(8, 44, 18), Self.bar(8, 57, 22), Self.bar(48, 24, 40), Self.bar(48, 36, 58),
                Self.bar(48, 48, 50),
            ]
        case .menu:
            [
                Self.bar(8, 24, 34), Self.bar(8, 38, 28), Self.ring(52, 26, 7), Self.dot(48.5, 26), Self.dot(52, 26),
                Self.dot(55.5, 26), Self.box(64, 20, 48, 44, 3), Self.bar(70, 29, 30), Self.mark(66, 35, 44, 11),
                Self.bar(70, 40, 34), Self.bar(70, 54, 24),
            ]
        case .publish:
            [
                Self.bar(10, 23, 40), Self.box(10, 30, 60, 12, 3), Self.bar(15, 36, 30), Self.line(62, 34, 65, 38),
                Self.line(65, 38, 68, 34), Self.mark(78, 29, 32, 14), Self.bar(85, 36, 18), Self.bar(10, 54, 70),
            ]
        case .address:
            [
                Self.bar(10, 24, 46), Self.box(10, 34, 76, 14, 3), Self.bar(16, 41, 56), Self.mark(90, 33, 20, 16),
                Self.box(95, 37, 7, 8, 1), Self.box(98, 35, 7, 8, 1), Self.bar(10, 60, 52),
            ]
        case .download:
            [
                Self.box(46, 20, 28, 36, 2), Self.bar(52, 28, 16), Self.bar(52, 34, 16),
                Self.accent(60, 38, 60, 52), Self.accent(54, 46, 60, 52), Self.accent(66, 46, 60, 52),
                Self.line(40, 62, 80, 62),
            ]
        case .drop:
            [
                Self.dashed(30, 22, 60, 40), Self.box(52, 28, 16, 20, 2), Self.accent(60, 38, 60, 56),
                Self.accent(55, 51, 60, 56), Self.accent(65, 51, 60, 56),
            ]
        case .paste:
            [
                Self.bar(14, 24, 40), Self.line(14, 46, 106, 46), Self.accent(18, 34, 18, 44), Self.bar(23, 39, 62),
                Self.mark(14, 53, 26, 12), Self.bar(19, 59, 16),
            ]
        }
    }

    private static func element(_ name: String, _ style: String, _ values: [(String, Double)]) -> Fragment {
        Markup.element(
            name, [("class", style)] + values.map { ($0.0, $0.1 == $0.1.rounded() ? "\(Int($0.1))" : "\($0.1)") })
    }

    private static func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ radius: Double) -> Fragment {
        element("rect", "edge", [("x", x), ("y", y), ("width", width), ("height", height), ("rx", radius)])
    }

    private static func dashed(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Fragment {
        element("rect", "edge dashed", [("x", x), ("y", y), ("width", width), ("height", height), ("rx", 4)])
    }

    /// The thing to look for.
    private static func mark(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> Fragment {
        element("rect", "here", [("x", x), ("y", y), ("width", width), ("height", height), ("rx", 3)])
    }

    /// Words.
    private static func bar(_ x: Double, _ y: Double, _ width: Double) -> Fragment {
        element("rect", "words", [("x", x), ("y", y - 1.5), ("width", width), ("height", 3), ("rx", 1.5)])
    }

    private static func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Fragment {
        element("line", "edge", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
    }

    private static func accent(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> Fragment {
        element("line", "way", [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
    }

    private static func dot(_ x: Double, _ y: Double) -> Fragment {
        element("circle", "point", [("cx", x), ("cy", y), ("r", 1.5)])
    }

    private static func ring(_ x: Double, _ y: Double, _ radius: Double) -> Fragment {
        element("circle", "edge", [("cx", x), ("cy", y), ("r", radius)])
    }
}
