import HTTPTypes
import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *Notes I already have*.
enum NotesPage {
    static let path = PageEntry.notes.path
    static let filePath = path + "/file"

    /// The most entries that are asked about one by one.
    static let mostAsked = 200

    static func show(_ visit: Visit) throws -> String {
        visit.page(try view(visit, text: "", arena: nil).fragment, PageEntry.notes.label, .notes)
    }

    /// The text again, with what is wrong with it or the entries that need a day.
    static func again(
        _ visit: Visit, _ fields: Fields, text: String, _ sheet: Importing.NotesSheet?, _ error: LedgerError?
    ) throws -> String {
        var view = try view(visit, text: text, arena: fields["arena"])
        view.problem = error.map { ($0.notice.title, $0.notice.message) }
        if let sheet {
            view.dated = sheet.entries.prefix(mostAsked).map {
                .init(
                    id: "", place: $0.place.replacing("line:", with: "line "), text: $0.text,
                    day: $0.date + ($0.lacksYear ? " (no year: the latest)" : ""))
            }
            view.datedTotal = sheet.dated
            view.warnings = sheet.warnings.prefix(5).map {
                "\($0.location.replacing("line:", with: "line ")): \($0.message)"
            }
        }
        if let sheet, !sheet.undated.isEmpty {
            view.undated = .init(
                question: sheet.question, explanation: "\(sheet.others) \(Importing.NotesSheet.usual)",
                entries: sheet.undated.prefix(mostAsked).map { entry in
                    .init(
                        id: entry.id, place: entry.place.replacing("line:", with: "line "), text: entry.text,
                        day: fields["day-\(entry.id)"] ?? "")
                }, total: sheet.undated.count, others: fields["others"] ?? "")
        }
        return visit.page(view.fragment, PageEntry.notes.label, .notes)
    }

    private static func view(_ visit: Visit, text: String, arena: String?) throws -> NotesView {
        NotesView(
            csrf: visit.csrf, action: path, file: filePath, text: text,
            arenas: try visit.ledger.myJob.current().settings.arenas.map {
                .init($0.rawValue, $0.label, isSelected: $0.rawValue == arena)
            })
    }
}

/// Saves pasted notes, after showing their dates and asking about those without one.
enum NotesForm {
    /// Longest text, in bytes: it goes back and forth with the form.
    private static let longest = 1 << 20

    static let all: [Form] = {
        var paste = Form(path: NotesPage.path, longest: 3 * longest + 65_536, reply: act)
        paste.fieldLimit = NotesPage.mostAsked + 32
        var file = Form(path: NotesPage.filePath, reply: take)
        file.takesFiles = true
        return [paste, file]
    }()

    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        try take(fields["text"] ?? "", visit, fields)
    }

    /// Reads a file as if it had been pasted; the file itself is not kept.
    static func take(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        guard let file = visit.received?.files.first else {
            return try again(visit, fields, "", nil, LedgerError(.usage, "no file was chosen"))
        }
        do throws(LedgerError) {
            return try take(visit.ledger.importing.text(of: file, upTo: longest), visit, fields)
        } catch {
            return try again(visit, fields, "", nil, error)
        }
    }

    private static func take(_ text: String, _ visit: Visit, _ fields: Fields) throws(LedgerError) -> FormReply {
        var sheet: Importing.NotesSheet?
        do throws(LedgerError) {
            guard !text.trimmed.isEmpty else {
                throw LedgerError(.usage, "no notes were pasted", hint: "Paste them, or choose a file.")
            }
            guard text.utf8.count <= longest else {
                throw LedgerError(
                    .tooLarge, "the notes are larger than 1 MB", hint: "Read them in a terminal: \(offer: .notesFile)")
            }
            let read = try visit.ledger.importing.notesSheet(text: text)
            sheet = read
            let days = try read.days(each: { fields["day-\($0.id)"] }, others: fields["others"] ?? "")
            guard read.dated > 0 || !read.undated.isEmpty else {
                throw LedgerError(
                    .usage, "there is no new note in this text", hint: "Write one a line, each with its date.")
            }
            // The dates are shown before anything is taken in.
            if fields["asked"] == nil { return try again(visit, fields, text, read, nil) }
            let outcome = try visit.ledger.importing.importNotes(
                text: text, arena: fields["arena"].flatMap(Arena.init(rawValue:)), days: days)
            let query = NoteLinesPage.query(outcome.source)
            let waiting = try visit.ledger.results.noteLines(query)
            return .said(said(outcome), at: waiting.isEmpty ? NotesPage.path : PagePath.noteLines(query))
        } catch {
            return try again(visit, fields, text, sheet, error)
        }
    }

    private static func again(
        _ visit: Visit, _ fields: Fields, _ text: String, _ sheet: Importing.NotesSheet?, _ error: LedgerError?
    ) throws(LedgerError) -> FormReply {
        do {
            return .again(
                try NotesPage.again(visit, fields, text: text, sheet, error), error?.status ?? .ok)
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(.storeFailed, "the page could not be made")
        }
    }

    private static func said(_ outcome: ImportOutcome) -> String {
        var parts = ["\(Words.count(outcome.count.added, "new note").sentence)"]
        if outcome.count.unchanged > 0 { parts.append("\(outcome.count.unchanged) already here") }
        if outcome.skipped > 0 { parts.append("\(outcome.skipped) left out") }
        return parts.joined(separator: ", ") + ". You find them in the Ledger and in Search, each on its day."
    }
}
