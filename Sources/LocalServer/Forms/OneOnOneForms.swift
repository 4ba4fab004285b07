import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// What is written and ticked on the page of 1:1s.
enum OneOnOneForms {
    static let all: [Form] = [
        Form(path: PagePath.keepLines, isUndoable: true, act: keep),
        Form(path: PagePath.tick, isUndoable: true, act: tick),
    ]

    private static func keep(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let person = fields["person"], person.count <= 200 else {
            throw LedgerError(.usage, "the form does not say with whom it was")
        }
        let lines = [fields["line-1"], fields["line-2"]].compactMap { $0 }
        let kept = try visit.ledger.capture.keep(lines: lines, with: person)
        return "Kept: \(Words.count(kept.count, "line")) with \(kept.first?.with.first ?? "them")."
    }

    private static func tick(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let note = fields["note"] else {
            throw LedgerError(.usage, "the form does not say what is done")
        }
        let isDeclined = fields["declined"] == "yes"
        let line = try visit.ledger.capture.tick(
            note, line: fields["line"].flatMap { Int($0) }, isDeclined: isDeclined)
        return "\(isDeclined ? "Turned down" : "Done"): “\(line.words)”."
    }
}
