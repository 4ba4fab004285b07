import LedgerModel
import Questions
import Renderings

extension PageAction {
    /// Keeps that somebody has heard of a result.
    init(told item: ValueAnswer.Untold, label: String, section: String, isMain: Bool) {
        self.init(
            section: section, label: label, path: "/tell",
            fields: [("claim", item.claim.id.description), ("person", item.person)], isMain: isMain)
    }

    /// Keeps that a measure was agreed.
    init(agreed item: Responsibility, with person: String, label: String, section: String, isMain: Bool = false) {
        self.init(
            section: section, label: label, path: "/agree", fields: [("responsibility", item.key), ("with", person)],
            isMain: isMain)
    }
}

extension Document {
    /// Takes the commands out of a section for which the page has buttons.
    mutating func dropCommands(in title: String) {
        guard let place = sections.firstIndex(where: { $0.title == title }) else { return }
        sections[place].blocks.removeAll { block in
            guard case .paragraph(let spans) = block else { return false }
            return spans.contains { if case .code = $0 { true } else { false } }
        }
    }
}
