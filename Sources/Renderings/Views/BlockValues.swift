import Questions

/// Blocks as values for the templates `block-…`.
struct BlockValues {
    var demo = DemoOffer()
    /// Whether ways on lead to pages; else they are commands.
    var linksPages = true
    var drawing = SVGDrawing()
    var spans: ([Document.Span]) -> [[String: Any]] = { SpanValues.all($0) { PagePath.evidence($0.query) } }

    func values(_ block: Document.Block) -> [String: Any] {
        switch block {
        case .paragraph(let runs): ["kind": Templates.Name.paragraph.rawValue, "spans": spans(runs)]
        case .draft(let runs): ["kind": Templates.Name.draft.rawValue, "spans": spans(runs)]
        case .list(let items):
            ["kind": Templates.Name.list.rawValue, "items": items.map { ["spans": spans($0)] }]
        case .table(let table): self.table(table)
        case .picture(let picture):
            ["kind": Templates.Name.picture.rawValue, "picture": drawing.draw(picture).html]
        case .empty(let text, let way): empty(text, way)
        }
    }

    private func empty(_ text: String, _ way: Way) -> [String: Any] {
        let path = linksPages ? PagePath.way(way) : nil
        let offer = way == .lookAround ? demo.fragment.html : ""
        return [
            "kind": Templates.Name.empty.rawValue, "text": text, "way": path.map { $0 as Any } ?? false,
            "label": way.label, "command": filled(offer.isEmpty ? way.command : ""), "demo": offer,
        ]
    }

    private func table(_ table: Document.Table) -> [String: Any] {
        let columns = table.columns.map { ["title": $0.title, "n": $0.isNumber] as [String: Any] }
        let rows = table.rows.map { row in
            [
                "cells": table.columns.indices.map { index in
                    [
                        "n": table.columns[index].isNumber, "day": table.columns[index].title == "Day",
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

    /// Whether a phone shows each row as a small list: not where a name and a few numbers fit.
    private func stacks(_ table: Document.Table) -> Bool {
        let texts = table.columns.count { !$0.isNumber }
        return table.columns.count > 4 || (texts > 1 && table.columns.count > 2)
    }
}
