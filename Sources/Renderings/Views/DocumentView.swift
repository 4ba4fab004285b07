import LedgerModel
import Questions

/// An answer as the body of a page.
struct DocumentView {
    let document: Document
    let layout: PageLayout

    init(_ document: Document, in layout: PageLayout) {
        self.document = document
        self.layout = layout
    }

    var fragment: Fragment {
        Templates.render(
            .document,
            [
                "range": range.html,
                "headline": SpanValues.all(document.headline) { PagePath.evidence($0.query) },
                "rows": rows.map { ["pair": $0.count == 2, "sections": $0.map(values)] as [String: Any] },
                "hasBase": !document.base.isEmpty,
                "base": SpanValues.all(document.base) { PagePath.evidence($0.query) },
                "mark": document.isOnlyForYou ? Document.onlyForYou : "",
                "offer": lacks && !offers ? DemoOffer(layout).fragment.html : "",
            ])
    }

    private var blocks: [Document.Block] { document.sections.flatMap(\.blocks) }
    /// Whether a block of this page is still empty.
    private var lacks: Bool { blocks.contains { if case .empty = $0 { true } else { false } } }
    private var offers: Bool { blocks.contains { if case .empty(_, .lookAround) = $0 { true } else { false } } }

    private var range: Fragment { RangeView(period: document.period, links: layout.period).fragment }

    /// Sections one below another, except that two narrow ones in a row are side by side.
    private var rows: [[Document.Section]] {
        var rows: [[Document.Section]] = []
        for section in document.sections {
            if section.isNarrow, let last = rows.last, last.count == 1, last[0].isNarrow {
                rows[rows.count - 1].append(section)
            } else {
                rows.append([section])
            }
        }
        return rows
    }

    /// Sections without the headline.
    func sections(_ sections: [Document.Section]) -> Fragment {
        sections.map { Templates.render(.section, values($0)) }.joined("\n")
    }

    private func values(_ section: Document.Section) -> [String: Any] {
        [
            "title": filled(section.title), "private": document.marks(section),
            "blocks": BlockValues(demo: DemoOffer(layout)).values(section.blocks),
            "actions": section.blocks.map { block in
                guard case .offers(let offers) = block else { return "" }
                return OfferButton.form(offers, in: layout).html
            }.joined(),
        ]
    }
}

extension Document.Section {
    /// Whether it is readable in half the width.
    var isNarrow: Bool {
        !isWide
            && blocks.allSatisfy { block in
                switch block {
                case .paragraph, .list, .empty, .offers: true
                case .table(let table): table.columns.count <= 2
                case .chart(.bars): true
                case .chart(.slots(let slots)): slots.columns.count <= 6
                case .chart(.week), .chart(.lines), .draft: false
                }
            }
    }
}

/// The form that asks what career one task builds.
package struct TaskForm: Sendable {
    package var task: String
    package var name: String
    package var title = "A task seen from the career angle"
    package var hint = "Name a task of the coming week: what it builds, who will see it, what it makes possible next."

    package init(task: String = "", name: String = "") {
        self.task = task
        self.name = name
    }

    package var fragment: Fragment {
        Templates.render(
            .taskForm,
            [
                "title": title, "hint": hint, "action": PageEntry.picture.path, "task": task, "name": name,
            ])
    }
}
