import LedgerModel
import LedgerOperations

/// A note from the capture box.
enum LogForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let captured = try visit.ledger.log(Ledger.NoteRequest(text: fields["text"] ?? ""))
        return "Noted at \(captured.civil.clock).\(captured.remark.map { " " + $0 } ?? "")"
    }
}
