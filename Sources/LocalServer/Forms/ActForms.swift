import LedgerModel
import LedgerOperations
import Renderings

/// A note from the capture box.
enum LogForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let captured = try visit.ledger.capture.log(line: fields["text"] ?? "")
        let isToday = captured.civil.day == (try visit.ledger.asking.today())
        var said = "Noted\(isToday ? "" : " on \(Period.date(captured.civil.day))") at \(captured.civil.clock)"
        if captured.seconds > 0 { said += ", \(SpokenDuration.text(captured.seconds))" }
        if !captured.with.isEmpty { said += ", with \(captured.with.joined(separator: ", "))" }
        return "\(said).\(captured.remark.map { " " + $0.words } ?? "")"
    }
}

/// Undoes the last action by hand.
enum UndoForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let undone = try visit.ledger.keeping.undo()
        if undone.changedMe { try visit.tasks.add(.readAgain([])) }
        let times = TimeLabels(zones: try visit.ledger.asking.zones())
        let time = "\(times.date(undone.at)), \(times.zones.civil(undone.at).clock)"
        return "Undone: \(undone.sentence), of \(time)."
    }
}

/// Marks that someone has heard of a result.
enum TellForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let claim = fields["result"], let person = fields["person"], person.count <= 200 else {
            throw LedgerError(.usage, "the form does not say which result, or who was told")
        }
        try visit.ledger.results.tell(claim, to: person)
        return "Recorded: \(person.trimmed) has heard of it."
    }
}

/// Records that a measure was agreed with someone who decides.
enum AgreeForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let responsibility = fields["responsibility"], let person = fields["with"] else {
            throw LedgerError(.usage, "the form does not say what was agreed, or with whom")
        }
        let agreed = try visit.ledger.myJob.agree(responsibility, with: person)
        return "Recorded: “\(agreed.responsibility)” is agreed with \(agreed.person)."
    }
}
