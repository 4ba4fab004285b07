import LedgerModel
import Questions

/// Blocks as values for the templates `block-…`.
struct BlockValues {
    var demo = DemoOffer()
    /// Whether offers link to pages; otherwise they are commands.
    var linksPages = true
    var drawing = SVGDrawing()
    var spans: ([Document.Span]) -> [[String: Any]] = { SpanValues.all($0) { PagePath.evidence($0.query) } }

    /// Leaves offers out: a page has buttons for them, and a report is for someone else.
    func values(_ blocks: [Document.Block]) -> [[String: Any]] { blocks.compactMap(values) }

    private func values(_ block: Document.Block) -> [String: Any]? {
        switch block {
        case .paragraph(let runs): ["kind": Templates.Name.paragraph.rawValue, "spans": spans(runs)]
        case .draft(let said): ["kind": Templates.Name.draft.rawValue, "spans": spans(said.spans)]
        case .list(let items):
            ["kind": Templates.Name.list.rawValue, "items": items.map { ["spans": spans($0)] }]
        case .table(let table): self.table(table)
        case .chart(let chart):
            ["kind": Templates.Name.chart.rawValue, "chart": drawing.draw(chart).html]
        case .empty(let text, let offer): empty(text, offer)
        case .offers: nil
        }
    }

    private func empty(_ text: String, _ offer: Offer?) -> [String: Any] {
        let demo = offer == .lookAround ? demo.fragment.html : ""
        return [
            "kind": Templates.Name.empty.rawValue, "text": text, "way": filled(linksPages ? offer?.link?.path : nil),
            "label": offer?.link?.label ?? "", "command": filled(demo.isEmpty ? offer?.command : nil), "demo": demo,
        ]
    }

    private func table(_ table: Document.Table) -> [String: Any] {
        let columns = table.columns.map { ["title": $0.title, "n": $0.isNumber] as [String: Any] }
        let rows = table.rows.map { row in
            [
                "cells": table.columns.indices.map { index in
                    [
                        "n": table.columns[index].isNumber, "day": table.columns[index].isDay,
                        "label": table.columns[index].title,
                        "spans": index < row.count ? spans(row[index]) : [],
                    ] as [String: Any]
                }
            ]
        }
        return [
            "kind": Templates.Name.table.rawValue, "columns": columns, "rows": rows,
            "head": table.columns.contains { !$0.title.isEmpty }, "stack": stacks(table),
        ]
    }

    /// Whether a phone shows each row as a small list: not if a name and a few numbers fit.
    private func stacks(_ table: Document.Table) -> Bool {
        let texts = table.columns.count { !$0.isNumber }
        // Headings of numbers do not break: beside a name, a phone has room for about 28 characters with their gaps.
        let headings = table.columns.filter(\.isNumber).reduce(0) { $0 + $1.title.count + 3 }
        return table.columns.count > 4 || (texts > 1 && table.columns.count > 2) || headings > 28
    }
}
