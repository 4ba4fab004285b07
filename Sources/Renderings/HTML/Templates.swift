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
        case taken = "span-taken"
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
        case join
        case source, found, work, confirmation
        case addSource = "add-source"
        case calendarSteps = "calendar-steps"
        case foundRow = "found-row"
        case workPage = "work-page"
        case asked
        case fiveLines = "five-lines"
        case printing, notes
        case result, became
        case likelyEvidence = "likely-evidence"
        case citeEvidence = "cite-evidence"
        case noteLines = "note-lines"
        case kinds
        case learnKinds = "learn-kinds"
        case candidates
    }

    /// Values go in by name. Each string is escaped when it is printed; only the HTML of a `Fragment`
    /// may be printed with three braces.
    static func render(_ name: Name, _ values: [String: Any]) -> Fragment {
        Fragment(safe: library.render(values, withTemplate: name.rawValue) ?? "")
    }

    /// The templates that cannot be read. A test fails unless this is empty.
    static var unreadable: [String] { Name.allCases.map(\.rawValue).filter { library.getTemplate(named: $0) == nil } }

    private static let library: MustacheLibrary = {
        // The engine escapes by character, and so misses a quotation mark that carries a combining
        // mark. Each template names our escaping instead; partials do not inherit it.
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

/// A value for a template: missing or empty text becomes `false`, so that a section over it is skipped and
/// does not find the same name further out.
func filled(_ text: String?) -> Any {
    guard let text, !text.isEmpty else { return false }
    return text
}

extension Templates {
    static let sources: [(Name, [UInt8])] = [
        (.page, PackageResources.page_mustache),
        (.bare, PackageResources.bare_mustache),
        (.report, PackageResources.report_mustache),
        (.document, PackageResources.document_mustache),
        (.section, PackageResources.section_mustache),
        (.paragraph, PackageResources.block_paragraph_mustache),
        (.list, PackageResources.block_list_mustache),
        (.table, PackageResources.block_table_mustache),
        (.chart, PackageResources.block_chart_mustache),
        (.draft, PackageResources.block_draft_mustache),
        (.empty, PackageResources.block_empty_mustache),
        (.text, PackageResources.span_text_mustache),
        (.figure, PackageResources.span_figure_mustache),
        (.strong, PackageResources.span_strong_mustache),
        (.soft, PackageResources.span_soft_mustache),
        (.taken, PackageResources.span_taken_mustache),
        (.code, PackageResources.span_code_mustache),
        (.way, PackageResources.span_way_mustache),
        (.reference, PackageResources.span_reference_mustache),
        (.actions, PackageResources.actions_mustache),
        (.range, PackageResources.range_mustache),
        (.evidenceList, PackageResources.evidence_list_mustache),
        (.evidenceItem, PackageResources.evidence_item_mustache),
        (.evidence, PackageResources.evidence_mustache),
        (.correction, PackageResources.correction_mustache),
        (.choice, PackageResources.choice_mustache),
        (.timeline, PackageResources.timeline_mustache),
        (.sources, PackageResources.sources_mustache),
        (.people, PackageResources.people_mustache),
        (.search, PackageResources.search_mustache),
        (.notice, PackageResources.notice_mustache),
        (.ledger, PackageResources.ledger_mustache),
        (.days, PackageResources.days_mustache),
        (.taskForm, PackageResources.task_form_mustache),
        (.sort, PackageResources.sort_mustache),
        (.demoOffer, PackageResources.demo_offer_mustache),
        (.setup, PackageResources.setup_mustache),
        (.jobText, PackageResources.job_text_mustache),
        (.own, PackageResources.own_mustache),
        (.fiveLines, PackageResources.five_lines_mustache),
        (.notes, PackageResources.notes_mustache),
        (.printing, PackageResources.printing_mustache),
        (.box, PackageResources.box_mustache),
        (.review, PackageResources.review_mustache),
        (.forget, PackageResources.forget_mustache),
        (.handOver, PackageResources.hand_over_mustache),
        (.join, PackageResources.join_mustache),
        (.source, PackageResources.source_mustache),
        (.found, PackageResources.found_mustache),
        (.work, PackageResources.work_mustache),
        (.confirmation, PackageResources.confirmation_mustache),
        (.addSource, PackageResources.add_source_mustache),
        (.calendarSteps, PackageResources.calendar_steps_mustache),
        (.foundRow, PackageResources.found_row_mustache),
        (.workPage, PackageResources.work_page_mustache),
        (.asked, PackageResources.asked_mustache),
        (.result, PackageResources.result_mustache),
        (.became, PackageResources.became_mustache),
        (.likelyEvidence, PackageResources.likely_evidence_mustache),
        (.citeEvidence, PackageResources.cite_evidence_mustache),
        (.noteLines, PackageResources.note_lines_mustache),
        (.kinds, PackageResources.kinds_mustache),
        (.learnKinds, PackageResources.learn_kinds_mustache),
        (.candidates, PackageResources.candidates_mustache),
    ]
}
