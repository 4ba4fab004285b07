import HTTPTypes
import LedgerModel
import LedgerOperations
import Renderings

/// Keeps the answers to the five questions, or gives them back as they were typed.
enum SetupForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        var typed = try visit.ledger.myJob.setup()
        // A box that was not sent is not answered.
        for box in JobBox.allCases where fields.has(box.rawValue) {
            typed.answers[box] = JobAnswers.lines(of: fields[box.rawValue] ?? "").joined(separator: "\n")
        }
        let isEmployers = fields["machine"] == "yes"
        if fields["machine"] != nil {
            typed.leavesOut = isEmployers ? Set(LeftOut.allCases.filter { fields["leave-\($0.rawValue)"] != nil }) : []
        }
        let stamp = fields["stamp"] ?? ""
        do throws(LedgerError) {
            let change = try visit.ledger.myJob.setupChange(typed.answers, leavesOut: typed.leavesOut, madeFrom: stamp)
            guard change.takes.isEmpty || fields["sure"] == "yes" else {
                let html = SetupPage.ask(change.takes, typed, isEmployers: isEmployers, visit, stamp: stamp)
                return .again(html, .ok)
            }
            return .said(try keep(change, visit.ledger), at: nil)
        } catch {
            guard [.changedMeanwhile, .tooLarge, .badTime].contains(error.code) else { throw error }
            let now = error.code == .changedMeanwhile ? try visit.ledger.myJob.setup() : nil
            // Sent again, it is made from what stands now; what is only too long is not.
            let html = try SetupPage.again(
                typed, isEmployers: isEmployers, error, now: now, visit, stamp: now?.stamp ?? stamp)
            return .again(html, error.status)
        }
    }

    private static func keep(_ change: JobEditing.SetupChange, _ ledger: Ledger) throws(LedgerError) -> String {
        if !change.isEmpty { try ledger.myJob.keep(change) }
        let words = change.isEmpty ? "Nothing changed." : "Kept: \(change.summary)."
        return ([words] + change.remarks.prefix(5)).joined(separator: " ")
    }
}
