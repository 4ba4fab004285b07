import Attribution
import LedgerModel
import TestSupport
import Testing

@Suite("Inheritance: open work takes the responsibility of the nearest decided day")
struct InheritanceTests {
    private static let quarter = CivilDay(iso: "2026-01-01")!

    private static func cell(
        _ day: CivilDay, _ responsibility: String, hours: Int64 = 1, project: String = "apollo", arena: Arena? = nil
    ) -> DayCell {
        DayCell(
            day: day, project: project, source: 1,
            meaning: Meaning(arena: arena, responsibility: responsibility), kind: .commit,
            spent: Spent(sure: hours * 3_600), pieces: 1)
    }

    /// March days with their responsibilities: `"3 uptime"`.
    private static func inherited(_ cells: [String], on day: Int, _ project: String = "apollo") -> Inherited.Entry? {
        let made = cells.map { text in
            let parts = text.split(separator: " ", maxSplits: 1)
            return cell(CivilDay(iso: "2026-03-" + padded(Int(parts[0]) ?? 1, 2))!, String(parts[1]))
        }
        return Inheritance(made).inherited(zones: ZoneHistory(FixedWorld.berlin))
            .entry(project, on: CivilDay(iso: "2026-03-" + padded(day, 2))!)
    }

    @Test("As Documentation/Ledger.md has it")
    func example() {
        // Tuesday 3: two for uptime; Wednesday 4: one for billing. Elsewhere in the quarter they share evenly.
        let week = ["3 uptime", "3 uptime", "4 billing", "20 billing"]
        #expect(Self.inherited(week, on: 3) == .init(responsibility: "uptime", distance: 0))
        #expect(Self.inherited(week, on: 5) == .init(responsibility: "billing", distance: 1))
        #expect(Self.inherited(week + ["6 uptime"], on: 5) == nil)
        #expect(Self.inherited(week, on: 7) == .init(responsibility: "billing", distance: 3))
        #expect(Self.inherited(week, on: 8) == nil)
        #expect(Self.inherited(week, on: 3, "other") == nil)
    }

    @Test("The same day decides before the days around it, and disagrees with itself")
    func sameDay() {
        let far = ["20 uptime", "20 billing"]
        #expect(Self.inherited(far + ["3 uptime", "2 billing", "4 billing"], on: 3)?.responsibility == "uptime")
        #expect(Self.inherited(far, on: 20) == nil)
        #expect(Self.inherited(far, on: 21) == nil)
        #expect(Self.inherited(far + ["2 uptime", "4 uptime", "5 billing", "6 billing"], on: 3)?.distance == 1)
    }

    @Test("What is someone else’s is the nearest, and is not inherited")
    func notMine() {
        let far = ["20 uptime", "20 billing"]
        #expect(Self.inherited(far + ["3 not mine:printers", "4 uptime"], on: 3) == nil)
        #expect(Self.inherited(far + ["3 not mine", "6 mine"], on: 5)?.responsibility == "mine")
    }

    @Test("What is beside the job decides nothing, and inherits nothing")
    func beside() {
        let day = Self.quarter + 40
        let cells = [
            Self.cell(day, "uptime", arena: .growth), Self.cell(day + 1, "uptime"), Self.cell(day + 30, "billing"),
        ]
        let inherited = Inheritance(cells).inherited(zones: ZoneHistory(.utc))
        #expect(inherited.entry("apollo", on: day)?.distance == 1)
        let at = ZoneHistory(.utc).start(of: day)
        for arena in Arena.allCases {
            let meaning = inherited.meaning(Meaning(arena: arena), of: "apollo", at: at)
            #expect(meaning.isInherited == (arena == .job), "\(arena)")
        }
        #expect(inherited.meaning(Meaning(responsibility: "billing"), of: "apollo", at: at).responsibility == "billing")
        #expect(inherited.meaning(Meaning(), of: "", at: at) == Meaning())
    }

    @Test("From 80 % of the decided hours of a quarter on, nothing is inherited in it", arguments: [79, 80, 81])
    func agreement(percent: Int64) {
        let cells = [
            Self.cell(Self.quarter, "uptime", hours: percent),
            Self.cell(Self.quarter + 50, "billing", hours: 100 - percent),
        ]
        let inherited = Inheritance(cells).inherited(zones: ZoneHistory(.utc))
        #expect((inherited.entry("apollo", on: Self.quarter) == nil) == (percent >= 80))
        // The quarter before has no decided hours of its own.
        #expect(inherited.entry("apollo", on: Self.quarter - 1)?.responsibility == "uptime")
        var hours = DecidedHours()
        for cell in cells { hours.add(cell.meaning.responsibility, cell.spent.seconds) }
        #expect(hours.agreement?.responsibility == (percent >= 80 ? "uptime" : nil))
    }

    @Test("Over random cells it is what looking at every pair of days says", arguments: Seeds.or(1...20))
    func naive(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let keys = ["uptime", "billing", "mine", "not mine", "not mine:printers", ""]
        let cells = (0..<Int.random(in: 1...60, using: &random)).map { _ in
            Self.cell(
                Self.quarter + Int64.random(in: 60...120, using: &random), keys.randomElement(using: &random) ?? "",
                hours: Int64.random(in: 1...9, using: &random),
                project: ["a", "b"].randomElement(using: &random) ?? "a",
                arena: [nil, nil, .job, .side].randomElement(using: &random) ?? nil)
        }
        let inherited = Inheritance(cells.sorted { $0.day < $1.day }).inherited(zones: ZoneHistory(.utc))
        for project in ["a", "b"] {
            for day in (50...130).map({ Self.quarter + $0 }) {
                #expect(
                    inherited.entry(project, on: day)?.responsibility == Self.naive(project, day, cells),
                    "seed \(seed): \(project) on \(day.iso)")
            }
        }
    }

    private static func naive(_ project: String, _ day: CivilDay, _ cells: [DayCell]) -> String? {
        let decided = cells.filter {
            $0.project == project && ($0.meaning.arena ?? .job) == .job && !$0.meaning.responsibility.isEmpty
        }
        let quarter = decided.filter { $0.day.firstOfQuarter == day.firstOfQuarter }
        let total = quarter.reduce(0) { $0 + $1.spent.seconds }
        for key in Set(quarter.map(\.meaning.responsibility)) {
            let part = quarter.filter { $0.meaning.responsibility == key }.reduce(0) { $0 + $1.spent.seconds }
            if Double(part) >= 0.8 * Double(total) { return nil }
        }
        guard let least = decided.map({ abs($0.day - day) }).min(), least <= 3 else { return nil }
        let near = Set(decided.filter { abs($0.day - day) == least }.map(\.meaning.responsibility))
        guard near.count == 1, let only = near.first, !only.hasPrefix("not mine") else { return nil }
        return only
    }
}
