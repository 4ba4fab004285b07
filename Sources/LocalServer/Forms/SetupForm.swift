import LedgerModel
import LedgerOperations
import Renderings

/// Keeps the answers to the five questions, or gives them back as they were typed.
enum SetupForm {
    static let path = PageEntry.setup.path

    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        var typed = try visit.ledger.setup()
        // A box that was not sent is not answered.
        for box in JobBox.allCases where fields.has(box.rawValue) {
            typed.answers[box] = JobAnswers.lines(of: fields[box.rawValue] ?? "").joined(separator: "\n")
        }
        let isEmployers = fields["machine"] == "yes"
        if fields["machine"] != nil {
            typed.leavesOut = isEmployers ? Set(LeftOut.allCases.filter { fields["leave-\($0.rawValue)"] != nil }) : []
        }
        do {
            let change = try visit.ledger.setupChange(
                typed.answers, leavesOut: typed.leavesOut, madeFrom: fields["stamp"] ?? "")
            guard !change.isEmpty else { return .said(said("Nothing changed.", change), at: nil) }
            try visit.ledger.keep(change)
            return .said(said("Kept: \(change.summary).", change), at: nil)
        } catch let error as LedgerError
            where [.changedMeanwhile, .tooLarge, .badTime, .usage].contains(error.code)
        {
            let isStale = error.code == .changedMeanwhile
            let now = try visit.ledger.setup()
            // Sent again, it is made from what stands now; a box that is only too long is not.
            let stamp = isStale ? now.stamp : fields["stamp"] ?? ""
            let html = try SetupPage.again(
                typed, isEmployers: isEmployers, error, now: isStale ? now : nil, visit, stamp: stamp)
            return .again(html, error.status)
        }
    }

    private static func said(_ words: String, _ change: Ledger.SetupChange) -> String {
        ([words] + change.remarks.prefix(5)).joined(separator: " ")
    }
}
