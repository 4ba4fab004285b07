import LedgerModel

extension DemoJob {
    /// Four objectives of the organisation. Nobody works on the last one.
    var objectives: [Objective] {
        let drills = KeyResult(
            key: "drill-time", label: "Restore drill of the order system", unit: "min", target: 60,
            readings: readings(story.drills.map { ($0.day, Double($0.minutes)) }, "drill log"))
        let proven = KeyResult(
            key: "systems-proven", label: "Systems with a tested restore", unit: "systems", target: 12,
            readings: readings(story.drills.map { ($0.day, Double($0.systemsProven)) }, "drill log"))
        let firstChange = KeyResult(
            key: "first-change", label: "Days until a newcomer's first own change", unit: "days", target: 5,
            readings: readings([(days.workday(at: 8), 14), (story.tomasJoins + 8, 6)], "team calendar"))
        let hosting = KeyResult(
            key: "hosting", label: "Hosting costs a month", unit: "thousand euro", target: 36,
            readings: readings(
                [(days.workday(at: 6), 40), (days.workday(at: 40), 40), (days.workday(at: 70), 39.4)], "storage bill"))
        let online = KeyResult(
            key: "online", label: "Bookings made online", unit: "%", target: 80,
            readings: readings([(days.workday(at: 12), 61), (days.workday(at: 76), 63)], "booking system"))
        return [
            Objective(
                key: "recovery", label: "Back in service within an hour", from: days.start,
                owner: DemoPeople.maria.name,
                keyResults: [drills, proven]),
            Objective(
                key: "onboarding", label: "Newcomers at work in their first week", from: days.start,
                owner: DemoPeople.ruth.name, keyResults: [firstChange]),
            Objective(
                key: "costs", label: "Hosting costs down by a tenth", from: days.start, owner: DemoPeople.leon.name,
                keyResults: [hosting]),
            Objective(
                key: "booking", label: "Customers book without calling", from: days.start, owner: DemoPeople.sofia.name,
                keyResults: [online]),
        ]
    }

    /// Readings of a key result, without future ones.
    private func readings(_ points: [(CivilDay, Double)], _ source: String) -> [KeyReading] {
        points.filter { $0.0 < days.today }.map { KeyReading(on: $0.0, value: $0.1, source: source) }
    }

    /// Four responsibilities are measured, and two of those are agreed. Patching serves no objective; the team is not
    /// measured.
    var responsibilities: [Responsibility] {
        var restores = Responsibility(key: "restores", label: "Restores that work")
        restores.measure = "Minutes of the quarterly restore drill"
        restores.target = "under 60"
        restores.unit = "min"
        restores.source = "drill log"
        restores.share = 0.3
        restores.objective = "recovery"
        restores.agreedWith = DemoPeople.maria.name
        restores.agreedOn = days.workday(at: 7)

        var handbook = Responsibility(key: "handbook", label: "Handbook and onboarding")
        handbook.measure = "Days until a newcomer's first own change"
        handbook.target = "5"
        handbook.unit = "days"
        handbook.source = "team calendar"
        handbook.share = 0.25
        handbook.objective = "onboarding"
        handbook.agreedWith = DemoPeople.maria.name
        handbook.agreedOn = days.workday(at: 7)

        var costs = Responsibility(key: "costs", label: "Hosting costs")
        costs.measure = "Hosting costs a month"
        costs.target = "36"
        costs.unit = "thousand euro"
        costs.source = "storage bill"
        costs.share = 0.15
        costs.objective = "costs"

        var patching = Responsibility(key: "patching", label: "Patch level")
        patching.measure = "Share of machines patched within 14 days"
        patching.target = "95"
        patching.unit = "%"
        patching.source = "patch level report"
        patching.share = 0.1

        var team = Responsibility(key: "team", label: "Leading the team")
        team.share = 0.2
        team.objective = "onboarding"
        return [restores, handbook, costs, patching, team].map { item in
            var item = item
            item.from = days.start
            return item
        }
    }
}
