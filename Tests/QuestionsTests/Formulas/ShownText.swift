@testable import Questions

/// What a section shows, as plain text.
extension Document {
    /// The cells of the first table of a section; empty without one.
    func rows(_ id: SectionID) -> [[String]] {
        for block in blocks(id) {
            if case .table(let table) = block { return table.rows.map { $0.map(\.plain) } }
        }
        return []
    }

    /// The paragraphs, list items and drafts of a section, a line each.
    func lines(_ id: SectionID) -> [String] {
        blocks(id).flatMap { block -> [String] in
            switch block {
            case .paragraph(let spans): [spans.plain]
            case .draft(let said): [said.spans.plain]
            case .list(let items): items.map(\.plain)
            default: []
            }
        }
    }

    func blocks(_ id: SectionID) -> [Block] { sections.first { $0.id == id }?.blocks ?? [] }
}
