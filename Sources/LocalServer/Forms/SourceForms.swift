import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The actions on the pages of sources. Those that take long run in the background.
enum SourceForms {
    static let all: [Form] = [
        dropForm,
        Form(path: "/sources/address", act: address),
        Form(path: "/sources/look", act: look),
        wide(Form(path: "/sources/take", act: take)),
        wide(Form(path: "/sources/defaults", isUndoable: true, act: defaults)),
        Form(path: "/sources/again", act: again),
        Form(path: "/sources/remove", act: remove),
        Form(path: "/sources/private", act: makePrivate),
        Form(path: "/sources/public", act: endPrivate),
        Form(path: PagePath.openTo, isUndoable: true, act: openTo),
        Form(path: "/sources/file", act: deleteFile),
        Form(path: "/sources/retry", act: retry),
        Form(path: PagePath.own, act: own),
        Form(path: PagePath.answer, isUndoable: true, act: answer),
        Form(path: PagePath.notOwn, isUndoable: true, act: notOwn),
        Form(path: "/sources/clear", act: clear),
    ]

    private static var dropForm: Form {
        var form = Form(path: "/sources/drop", act: drop)
        form.takesFiles = true
        return form
    }

    /// Allows a few fields for each of many sources.
    private static func wide(_ form: Form) -> Form {
        var form = form
        form.fieldLimit = 4_096
        return form
    }

    private static func drop(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let received = visit.received, !received.files.isEmpty else { return "No file was chosen." }
        try begin(visit, .readDropped(received.files, arena(fields["arena"])))
        received.take()
        return ""
    }

    private static func address(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let text = fields["address"] else { return "No address was given." }
        try begin(visit, .fetch(address: try Importing.address(text), arena(fields["arena"])))
        return ""
    }

    private static func look(_ visit: Visit, _ fields: Fields) throws -> String {
        let folder = (fields["folder"] ?? "~").trimmed
        try begin(visit, .look(folder: String((folder.isEmpty ? "~" : folder).prefix(1_000))))
        return ""
    }

    /// Reads the chosen sources: `take-3=yes` and `for-3=job`, by place in the list.
    private static func take(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let found = visit.tasks.found(), fields["look"] == "\(found.id)" else {
            throw LedgerError(.notFound, "this list no longer exists", hint: "Look for sources again.")
        }
        var plan = found.plan
        plan.arenas = try visit.ledger.myJob.current().settings.arenas
        var answers: [Int: ImportPlan.Answer] = [:]
        for place in plan.found.indices where fields["take-\(place)"] == "yes" {
            let word = fields["for-\(place)"] ?? "unknown"
            guard let answer = plan.answer(word) else {
                throw LedgerError(
                    .usage, "“\(word.prefix(20))” is not something a source can be for here",
                    hint: "Nothing was read. Choose again.")
            }
            answers[place] = answer
        }
        let chosen = plan.chosen(answers)
        guard !chosen.isEmpty else { return "Nothing was chosen, so nothing was read." }
        try begin(visit, .readFound(chosen))
        visit.tasks.clear { $0.id == found.id }
        return ""
    }

    /// Reads what each source is for: `for-s3k9…=growth`. Only changes are saved.
    private static func defaults(_ visit: Visit, _ fields: Fields) throws -> String {
        var changed: [String] = []
        for source in try visit.ledger.asking.sources() {
            guard let wanted = fields["for-\(source.id)"] else { continue }
            let plans = fields["plans-\(source.id)"].map { $0 == "yes" }
            guard arena(wanted) != source.arena || plans ?? source.plansCount != source.plansCount else { continue }
            let kept = try visit.ledger.importing.setDefault(
                source.id.description, arena: arena(wanted), plansCount: plans, settles: false)
            changed.append("\(kept.name) is for \(kept.arena?.label ?? "unknown")")
        }
        guard !changed.isEmpty else { return "Nothing was changed." }
        try visit.tasks.add(.derive)
        return changed.count <= 3 ? "\(Words.list(changed)).".sentence : "Saved for \(changed.count) sources."
    }

    private static func again(_ visit: Visit, _ fields: Fields) throws -> String {
        let chosen = try fields["source"].map { [try SourcePage.source(visit, $0)] } ?? []
        try visit.tasks.add(.readAgain(chosen))
        return ""
    }

    /// Adds an address of the person's. The sources are then read again, and the list of found sources is made
    /// again, since both depend on it.
    private static func own(_ visit: Visit, _ fields: Fields) throws -> String {
        let typed = fields["own"]?.trimmed ?? ""
        guard let identity = typed.isEmpty ? fields["identity"] : typed, identity.count <= 320 else {
            throw LedgerError(
                .usage, "no address was given", hint: "Choose one, or write the address your commits carry.")
        }
        let isNew = try visit.ledger.importing.addMe(identity)
        if isNew, try visit.ledger.asking.holdings().sources > 0 { try visit.tasks.add(.readAgain([])) }
        if let found = visit.tasks.found(), found.plan.whose != nil {
            visit.tasks.clear { $0.id == found.id }
            try visit.tasks.add(.look(folder: found.folder))
        }
        guard isNew else { return "\(identity) was already known as yours." }
        let again = try visit.ledger.asking.holdings().sources > 0 ? " The sources are being read again." : ""
        return "\(identity) is yours.\(again)"
    }

    /// Answers what a calendar asks.
    private static func answer(_ visit: Visit, _ fields: Fields) throws -> String {
        let source = try SourcePage.source(visit, fields["source"])
        try visit.ledger.importing.answer(
            source.id.description, fields["question"] ?? "", fields["answer"] ?? "", settles: false)
        try visit.tasks.add(fields["question"] == "owner" && fields["answer"] == "yes" ? .readAgain([]) : .derive)
        return visit.ledger.importing.saved(source, fields["question"] ?? "", fields["answer"] ?? "").words
    }

    /// Remembers that an address is not the person's.
    private static func notOwn(_ visit: Visit, _ fields: Fields) throws -> String {
        guard let identity = fields["identity"], identity.count <= 320 else {
            throw LedgerError(.usage, "no address was given", hint: "Choose one.")
        }
        try visit.ledger.importing.removeMe(identity)
        return "\(identity) does not count as yours."
    }

    private static func remove(_ visit: Visit, _ fields: Fields) throws -> String {
        try visit.tasks.add(.remove(try SourcePage.source(visit, fields["source"])))
        return ""
    }

    private static func makePrivate(_ visit: Visit, _ fields: Fields) throws -> String {
        try visit.tasks.add(.makePrivate(try SourcePage.source(visit, fields["source"])))
        return ""
    }

    private static func endPrivate(_ visit: Visit, _ fields: Fields) throws -> String {
        try visit.tasks.add(.endPrivate(try SourcePage.source(visit, fields["source"])))
        return ""
    }

    /// Opens a repository to the person who was typed, or closes it to the one whose button was pressed.
    private static func openTo(_ visit: Visit, _ fields: Fields) throws -> String {
        let source = try SourcePage.source(visit, fields["source"])
        let closed = fields["close"]
        guard let name = closed ?? fields["person"], name.count <= 320 else {
            throw LedgerError(.usage, "the form does not say who it is")
        }
        let (kept, person) = try visit.ledger.importing.setOpen(source.id.description, to: name, closed == nil)
        return "\(kept.name) is \(closed == nil ? "" : "no longer ")open to \(person)."
    }

    private static func deleteFile(_ visit: Visit, _ fields: Fields) throws -> String {
        let source = try SourcePage.source(visit, fields["source"])
        let gone = visit.ledger.importing.deleteKeptFiles(of: [source])
        return gone == 0
            ? "There was no file left to delete."
            : "Deleted \(Words.count(gone, "file")). What was read from \(source.name) stays."
    }

    private static func retry(_ visit: Visit, _ fields: Fields) throws -> String {
        try visit.tasks.again(fields["job"].flatMap { Int($0) } ?? 0)
        return ""
    }

    private static func clear(_ visit: Visit, _ fields: Fields) throws -> String {
        visit.tasks.clear()
        return ""
    }

    /// The person's own sources are not read into the made-up year.
    private static func begin(_ visit: Visit, _ work: BackgroundTask.Work) throws {
        guard visit.takesSources else { throw LedgerError.notIntoDemo }
        try visit.tasks.add(work)
    }

    /// `nil` for `unknown`, and if there is none.
    private static func arena(_ text: String?) -> Arena? { text.flatMap { Arena(rawValue: $0) } }
}

extension LedgerError {
    static let notIntoDemo = LedgerError(
        .usage, "this is the made-up year; your own sources do not belong in it",
        hint: "Nothing was read. Go back to your own ledger first.")
}
