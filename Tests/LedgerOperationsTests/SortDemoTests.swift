import Attribution
import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// The demo year before anything is sorted: My job without its rules.
@Suite("Sorting the demo year")
struct SortDemoTests {
    let here: OperationsWorld

    init() async throws {
        here = try OperationsWorld()
        try await here.fillWithUnsortedDemo()
    }

    @Test("Twelve honest answers explain at least 70 % of the traced hours")
    func twelveAnswers() async throws {
        let ledger = here.ledger
        let period = try ledger.asking.lastTwelveMonths()
        var split: Set<String> = []
        var later: Set<String> = []
        var curve: [String] = []
        var sheet = try ledger.asking.sortSheet(period)
        #expect(sheet.share < 0.01)
        for number in 1...12 {
            let before = sheet.share
            let group = try #require(sheet.next(after: later))
            switch Dana.says(of: group) {
            case .answer(let answer):
                let asked = JobEditing.SortAsked(id: group.id, pieces: group.pieces.count, period: period, split: split)
                guard case .kept = try ledger.myJob.answer(asked, answer) else {
                    Issue.record("\(group.title) was not kept")
                    return
                }
            // Each counts as an answer, too.
            case .inParts: split.insert(group.id)
            case .later: later.insert(group.id)
            }
            sheet = try ledger.asking.sortSheet(period, split: split)
            #expect(sheet.share >= before)
            curve.append("\(number). \(group.title): \(Int((sheet.share * 1000).rounded())) ‰")
        }
        #expect(sheet.share >= 0.7, "\(curve.joined(separator: "\n"))")
    }
}

/// What Dana would say, by what she knows of her year and not by how groups are made.
private enum Dana {
    enum Word {
        case answer(SortAnswer)
        case inParts, later
    }

    static func says(of group: SortGroup) -> Word {
        switch (group.kind, group.name) {
        // The drills are what she is measured on; the tide table is her own.
        case (.project, "restore-drill"): .answer(.responsibility("restores"))
        case (.project, "tide-table"): .answer(.arena(.side))
        // Upkeep, fires, patches and storage lie in one repository; handbook, incidents and printers in another.
        case (.project, "fleet-config"), (.project, "runbooks"): group.canSplit ? .inParts : .later
        case (.folder, "roles"), (.folder, "incidents"): .answer(.mine)
        case (.folder, "patching"): .answer(.responsibility("patching"))
        case (.folder, "storage"): .answer(.responsibility("costs"))
        case (.folder, "handbook"): .answer(.responsibility("handbook"))
        case (.folder, "printers"): .answer(.notMine("printers"))
        case (.folder, "decisions"): .answer(.responsibility("restores"))
        case (.title, "Stand-up"), (.title, "Operations review"): .answer(.responsibility("team"))
        case (.title, "Change board"), (.title, "Storage support call"): .answer(.mine)
        // Meetings of the applications team, to which she is invited.
        case (.title, "Portfolio sync"), (.title, "Release: go or no go"), (.title, "All hands"):
            .answer(.notMine(nil))
        case (.title, "Restore drill: order system"): .answer(.responsibility("restores"))
        case (.title, let title) where title.hasPrefix("1:1"): .answer(.responsibility("team"))
        case (.tag, "growth"): .answer(.arena(.growth))
        case (.tag, "call"), (.tag, "question"): .answer(.mine)
        case (.tag, "ask"), (.title, "Printers on floor 3"): .answer(.notMine("printers"))
        default: .later
        }
    }
}
