import HTTPTypes
import LedgerModel
import LedgerOperations
import Renderings

/// *Your job in five questions*.
enum SetupPage {
    static let path = PageEntry.setup.path

    static func show(_ visit: Visit) throws -> String {
        let sheet = try visit.ledger.myJob.setup()
        var view = view(sheet, visit, stamp: sheet.stamp, isEmployers: !sheet.leavesOut.isEmpty)
        view.isDone = visit.query["kept"] != nil
        view.leftOutSources = try visit.ledger.importing.leftOutSources().map { PageLink($0.name, "/sources/\($0.id)") }
        return visit.page(view.fragment, PageEntry.setup.label, .setup)
    }

    /// The answers as they were typed, with the reason why they were not saved.
    ///
    /// - Parameter now: the current answers, if they are not the ones that the form was made from.
    static func again(
        _ typed: JobEditing.SetupSheet, isEmployers: Bool, _ error: LedgerError, now: JobEditing.SetupSheet?,
        _ visit: Visit,
        stamp: String
    ) throws -> String {
        var view = view(typed, visit, stamp: stamp, isEmployers: isEmployers)
        let notice = error.notice
        view.problem = (notice.title, notice.message)
        if let now {
            view.boxes = view.boxes.map { box in
                var box = box
                if now.answers[box.box] != box.text { box.stands = now.answers[box.box] }
                return box
            }
        }
        return visit.page(view.fragment, PageEntry.setup.label, .setup)
    }

    /// The answers as they were typed, with what saving them removes for good.
    static func ask(
        _ takes: [String], _ typed: JobEditing.SetupSheet, isEmployers: Bool, _ visit: Visit, stamp: String
    ) -> String {
        var view = view(typed, visit, stamp: stamp, isEmployers: isEmployers)
        view.takes = takes
        return visit.page(view.fragment, PageEntry.setup.label, .setup)
    }

    private static func view(
        _ sheet: JobEditing.SetupSheet, _ visit: Visit, stamp: String, isEmployers: Bool
    ) -> SetupView {
        SetupView(
            csrf: visit.csrf, action: path, stamp: stamp,
            facts: visit.ledger.keeping.privacyFacts().lines.map { ($0.title, $0.text, $0.offer) },
            machine: PrivacyFacts.employersMachine, isEmployers: isEmployers, leavesOut: sheet.leavesOut,
            boxes: JobBox.allCases.map { .init($0, text: sheet.answers[$0]) })
    }
}

/// Saves the answers to the five questions, or returns them as they were typed.
enum SetupForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> FormReply {
        var typed = try visit.ledger.myJob.setup()
        // A box that was not sent leaves its answer as it is.
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
            // Sent again, the form overwrites the current answers. One that was only too long does not.
            let html = try SetupPage.again(
                typed, isEmployers: isEmployers, error, now: now, visit, stamp: now?.stamp ?? stamp)
            return .again(html, error.status)
        }
    }

    private static func keep(_ change: JobEditing.SetupChange, _ ledger: Ledger) throws(LedgerError) -> String {
        if !change.isEmpty { try ledger.myJob.keep(change) }
        let words = change.isEmpty ? "Nothing changed." : "Saved: \(change.summary)."
        return ([words] + change.remarks.prefix(5)).joined(separator: " ")
    }
}
