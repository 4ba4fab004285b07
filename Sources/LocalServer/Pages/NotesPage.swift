import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// *Notes I already have*.
enum NotesPage {
    static let path = PageEntry.notes.path
    static let filePath = path + "/file"

    /// Entries that are asked about one by one.
    static let mostAsked = 200

    static func show(_ visit: Visit) throws -> String {
        visit.page(try view(visit, text: "", arena: nil).fragment, PageEntry.notes.label, .notes)
    }

    /// What was typed once more: what is wrong with it, or which entries need a day.
    static func again(
        _ visit: Visit, _ fields: Fields, text: String, _ sheet: Importing.NotesSheet?, _ error: LedgerError?
    ) throws -> String {
        var view = try view(visit, text: text, arena: fields["arena"])
        view.problem = error.map { ($0.notice.title, $0.notice.message) }
        if let sheet, !sheet.undated.isEmpty {
            view.undated = .init(
                question: sheet.question, explanation: "\(sheet.others) \(Importing.NotesSheet.usual)",
                entries: sheet.undated.prefix(mostAsked).map { entry in
                    .init(
                        id: entry.id, place: entry.place.replacing("line:", with: "line "), text: entry.text,
                        day: fields["day-\(entry.id)"] ?? "")
                }, total: sheet.undated.count, others: fields["others"] ?? "")
            view.warnings = sheet.warnings.prefix(5).map {
                "\($0.location.replacing("line:", with: "line ")): \($0.message)"
            }
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
