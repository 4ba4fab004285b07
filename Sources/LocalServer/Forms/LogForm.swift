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
