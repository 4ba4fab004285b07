import Mustache

/// The one gateway to the template engine. Templates are embedded in the binary.
enum Templates {
    enum Name: String, CaseIterable {
        case page, bare, report
        case document, section
        case paragraph = "block-paragraph"
        case list = "block-list"
        case table = "block-table"
        case chart = "block-chart"
        case draft = "block-draft"
        case empty = "block-empty"
        case text = "span-text"
        case figure = "span-figure"
        case strong = "span-strong"
        case soft = "span-soft"
        case lost = "span-lost"
        case code = "span-code"
        case way = "span-way"
        case reference = "span-reference"
        case actions, range
        case evidenceList = "evidence-list"
        case evidenceItem = "evidence-item"
        case evidence
        case correction
        case choice
        case timeline, sources, people, search, notice, ledger, days
        case taskForm = "task-form"
        case sort
        case demoOffer = "demo-offer"
        case setup, box
        case jobText = "job-text"
        case own
        case review
        case forget
        case handOver = "hand-over"
        case source, found, work, confirmation
        case addSource = "add-source"
        case calendarSteps = "calendar-steps"
        case foundRow = "found-row"
        case workPage = "work-page"
        case fiveLines = "five-lines"
        case printing, notes
    }

    /// Values go in by name; each string is escaped where it is printed, and only a `Fragment`'s
    /// HTML may be printed with three braces.
    static func render(_ name: Name, _ values: [String: Any]) -> Fragment {
        Fragment(safe: library.render(values, withTemplate: name.rawValue) ?? "")
    }

    /// What no template could be made of; empty, or a test fails.
    static var unreadable: [String] { Name.allCases.map(\.rawValue).filter { library.getTemplate(named: $0) == nil } }

    private static let library: MustacheLibrary = {
        // The engine's own escaping goes by character, and so lets through a quotation mark that
        // carries a combining mark. Each template names ours instead; partials do not inherit it.
        MustacheContentTypes.register(EscapedText(), named: contentType)
        var library = MustacheLibrary()
        for (name, bytes) in sources {
            var text = String(decoding: bytes, as: UTF8.self)
            if text.hasSuffix("\n") { text.removeLast() }
            try? library.register("{{% CONTENT_TYPE:\(contentType)}}" + text, named: name.rawValue)
        }
        return library
    }()

    private static let contentType = "ESCAPED"

    private struct EscapedText: MustacheContentType {
        func escapeText(_ text: String) -> String { Markup.escape(text) }
    }
}

/// A value for a template: absent and empty text is `false`, so that a section over it is skipped and
/// does not find the same name further out.
func filled(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return false }
    return text
}
