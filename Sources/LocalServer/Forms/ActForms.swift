import HTTPTypes
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// A note from the capture box.
enum LogForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let captured = try visit.ledger.capture.log(line: fields["text"] ?? "")
        let isToday = captured.civil.day == (try visit.ledger.asking.today())
        var said = "Noted\(isToday && !captured.isDay ? "" : " on \(Period.date(captured.civil.day))")"
        if !captured.isDay { said += " at \(captured.civil.clock)" }
        if captured.seconds > 0 { said += ", \(SpokenDuration.text(captured.seconds))" }
        if !captured.with.isEmpty { said += ", with \(captured.with.joined(separator: ", "))" }
        return "\(said).\(captured.remark.map { " " + $0.words } ?? "")"
    }
}

/// Undoes the last action by hand, after asking if it is from before today.
enum UndoForm {
    static let form: Form = {
        var form = Form(path: PagePath.undo, reply: act)
        form.isRedoable = true
        return form
    }()

    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        let plan = try visit.ledger.keeping.undoPlan()
        guard !plan.isOld || fields["sure"] == "yes" else {
            let title = "Undo what you did before today?"
            let here = LocalPath.safe(fields["here"])
            let view = ConfirmationView(
                title: title, points: ["\(plan.sentence.sentence)."], button: "Undo it", path: PagePath.undo,
                fields: [("sure", "yes")], back: PageLink("Leave it", here))
            let layout = visit.elsewhere(here).layout(title, .ledger)
            return .again(HTMLPage.render(view.fragment(in: layout), in: layout), .ok)
        }
        let undone = try visit.ledger.keeping.undo(plan)
        if undone.changedMe { try visit.tasks.add(.readAgain([])) }
        let age = undone.age(visit.ledger.now, try visit.ledger.asking.zones())
        return .said("Undone: \(undone.sentence), \(age).", at: nil)
    }
}

/// Brings back what was undone last.
enum RedoForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let undone = try visit.ledger.keeping.redo()
        if undone.changedMe { try visit.tasks.add(.readAgain([])) }
        let age = undone.age(visit.ledger.now, try visit.ledger.asking.zones())
        return "Brought back: \(undone.sentence), \(age)."
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

/// Says that something is fine as it is, or ends that.
enum FineForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        "No advice where \(try visit.ledger.myJob.fine(what(fields)))."
    }

    static func end(_ visit: Visit, _ fields: Fields) throws -> String {
        "There is advice again where \(try visit.ledger.myJob.advise(what(fields)))."
    }

    private static func what(_ fields: Fields) throws(LedgerError) -> String {
        guard let what = fields["what"], what.count <= 400 else {
            throw LedgerError(.usage, "the form does not say what is fine")
        }
        return what
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
