import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import TraceSources

/// How far the hours of each responsibility are from the truth, over simulated people.
///
/// Three ways to say them: the common rule, by which each day is split equally over the tickets touched; rules for
/// tickets and meetings with nothing inherited; and the same rules with what open work inherits. A fourth way also
/// takes each answer that Sort suggests. The error of a person is the mean over responsibilities of the difference in
/// hours a quarter.
enum InheritedMeasure {
    private enum Way: String, CaseIterable {
        case common = "each day split equally over the tickets touched"
        case ruled = "rules for tickets and meetings, nothing inherited"
        case inherited = "the same, open work inherits"
        case suggested = "the same, and Sort's suggestions taken"
    }

    private static let quarter = Period(since: CivilDay(number: 20_454), until: CivilDay(number: 20_544))

    /// - Parameter arguments: A folder for the ledgers, the number of people, and the first seed.
    static func run(_ folder: String, people: Int, seed: UInt64, zone: Zone) throws(LedgerError) {
        var errors: [Way: [Double]] = [:]
        var open: [Way: [Double]] = [:]
        for number in 0..<people {
            let days = quarter.since.through(quarter.until - 1).filter { $0.weekday.rawValue <= 5 }
                .map { zone.instant($0, seconds: 9 * 3_600) }
            let person = SimulatedPerson(seed: seed + UInt64(number), days: days)
            let truth = hours(person) { $0.truth }
            let ledger = try Self.ledger(person, "\(folder)/\(number).sqlite", zone)
            var found: [Way: [Double]] = [.common: common(person)]
            found[.ruled] = try read(ledger, person, inheriting: false)
            found[.inherited] = try read(ledger, person, inheriting: true)
            try takeSuggestions(ledger)
            found[.suggested] = try read(ledger, person, inheriting: true)
            let all = truth.reduce(0, +)
            for (way, hours) in found {
                let differences = zip(hours, truth).map { abs($0 - $1) }
                errors[way, default: []].append(differences.reduce(0, +) / Double(truth.count))
                open[way, default: []].append((all - hours.reduce(0, +)) / all)
            }
        }
        print("\(people) people, seed \(seed), \(quarter.text)")
        for way in Way.allCases {
            let (mean, half) = interval(errors[way] ?? [])
            let (left, _) = interval(open[way] ?? [])
            print(
                "\(way.rawValue): \(text(mean)) h (\(text(mean - half))–\(text(mean + half))), open \(text(left * 100)) %"
            )
        }
    }

    private static func hours(_ person: SimulatedPerson, _ key: (SimulatedPerson.Piece) -> Int?) -> [Double] {
        var hours = [Double](repeating: 0, count: person.responsibilities)
        for piece in person.pieces { if let key = key(piece) { hours[key] += Double(piece.minutes) / 60 } }
        return hours
    }

    private static func common(_ person: SimulatedPerson) -> [Double] {
        var hours = [Double](repeating: 0, count: person.responsibilities)
        for day in Dictionary(grouping: person.pieces, by: { $0.at.seconds / 86_400 }).values {
            let tickets = Dictionary(day.filter(\.hasTicket).map { ($0.title, $0.truth) }) { first, _ in first }
            let all = Double(day.reduce(0) { $0 + $1.minutes }) / 60
            for truth in tickets.values { hours[truth] += all / Double(tickets.count) }
        }
        return hours
    }

    private static func ledger(
        _ person: SimulatedPerson, _ path: String, _ zone: Zone
    ) throws(LedgerError) -> Ledger {
        let now = zone.instant(quarter.until + 7)
        let world = World(now: { now }, machineZone: zone, zoneNamed: { ZoneDatabase.zone(named: $0) })
        let ledger = try Ledger(path: path, world: world)
        var myJob = MyJob()
        for index in 0..<person.responsibilities {
            myJob.responsibilities.append(Responsibility(key: "r\(index)", label: "R\(index)"))
            var when = Condition()
            when.title = "^R\(index)-[0-9]+ "
            myJob.rules.append(Rule(key: "tickets-\(index)", when: when, set: .init(responsibility: "r\(index)")))
        }
        for (index, meeting) in person.meetings.enumerated() {
            var when = Condition()
            when.title = "^\(meeting.title)$"
            myJob.rules.append(
                Rule(key: "series-\(index)", when: when, set: .init(responsibility: "r\(meeting.responsibility)")))
        }
        try ledger.myJob.load(myJob)
        let store = try LedgerStore(path: path)
        let source = try store.write(at: now) {
            try $0.source(kind: .inbox, locator: "/work", name: "work", arena: .job)
        }
        let writer = try ImportWriter(
            store, source: source, context: WriteContext(now: now, reach: MyJobSettings().reach))
        let drafts = person.pieces.enumerated().map { index, piece in
            var draft = EvidenceDraft(kind: .timer, externalID: "\(index)", at: piece.at, title: piece.title)
            draft.until = piece.at + Int64(piece.minutes * 60)
            draft.project = piece.project
            return draft
        }
        try writer.write(drafts)
        try store.write(at: now) { try $0.finishImport(of: source, state: "", warnings: []) }
        return ledger
    }

    /// The hours of each responsibility as the ledger totals them, with or without what is inherited.
    private static func read(
        _ ledger: Ledger, _ person: SimulatedPerson, inheriting: Bool
    ) throws(LedgerError) -> [Double] {
        let rows = try ledger.asking.totals(quarter, by: .responsibility).answer.rows
        var hours = [Double](repeating: 0, count: person.responsibilities)
        for row in rows {
            guard let index = Int(row.key.dropFirst()), hours.indices.contains(index) else { continue }
            hours[index] = Double(row.spent.seconds) / 3_600
        }
        guard !inheriting else { return hours }
        for item in try ledger.asking.timeline(quarter).stretches where item.meaning.isInherited {
            guard let index = Int(item.meaning.responsibility.dropFirst()) else { continue }
            hours[index] -= Double(item.interval.seconds) / 3_600
        }
        return hours
    }

    private static func takeSuggestions(_ ledger: Ledger) throws(LedgerError) {
        var sheet = try ledger.asking.sortSheet(quarter)
        while let group = sheet.groups.first(where: { $0.suggestion != nil }), let suggestion = group.suggestion {
            let asked = JobEditing.SortAsked(id: group.id, pieces: group.pieces.count, period: quarter)
            guard case .kept = try ledger.myJob.answer(asked, suggestion.answer) else { return }
            sheet = try ledger.asking.sortSheet(quarter)
        }
    }

    /// The mean, and half of its 95 % interval.
    private static func interval(_ values: [Double]) -> (mean: Double, half: Double) {
        let count = Double(max(1, values.count))
        let mean = values.reduce(0, +) / count
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / max(1, count - 1)
        return (mean, 1.96 * (variance / count).squareRoot())
    }

    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
