import Questions

extension Document.Span {
    /// Whether it is to be typed as it stands.
    fileprivate var isExact: Bool {
        switch self {
        case .code, .offer: true
        default: false
        }
    }
}

extension TerminalPage {
    func runs(_ spans: [Document.Span]) -> [Run] {
        spans.map { span in
            let text = inert(span.isExact ? span.words : Arrows.printed(span.words))
            return switch span.opening {
            case .text: Run(text)
            case .figure: Run(held(text), .figure)
            case .strong: Run(text, .strong)
            case .soft: Run(text, .soft)
            case .taken: Run(held(text), .taken)
            case .code, .offer: Run(colour ? text : "`\(text)`", .code)
            }
        }
    }

    /// A short figure is not broken over two lines: `1 h 10 min`.
    func held(_ text: String) -> String {
        guard CellWidth.of(text) <= 16 else { return text }
        return String(text.map { $0 == " " ? "\u{A0}" : $0 })
    }

    /// The line as it is written, with escape sequences only when colour is wanted.
    func paint(_ line: [Run]) -> String {
        let line = line.trimmed
        guard colour else { return line.plain }
        return line.map { run in
            guard let code = Self.code(run.style), run.text.contains(where: { $0 != " " }) else { return run.text }
            return "\u{1B}[\(code)m\(run.text)\u{1B}[0m"
        }.joined()
    }

    private static func code(_ style: Run.Style) -> String? {
        switch style {
        case .plain: nil
        case .heading, .figure, .strong: "1"
        case .soft: "2"
        case .taken: "31"
        case .code: "36"
        case .tone(let tone): code(tone)
        }
    }

    private static func code(_ tone: Tone) -> String {
        switch tone {
        case .job: "90"
        case .growth: "32"
        case .relationships: "33"
        case .side: "34"
        case .personal: "35"
        case .taken: "31"
        case .unknown: "2"
        }
    }
}
