import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

@Suite("The demo year through the whole way")
struct DemoTests {
    let here: OperationsWorld

    init() async throws {
        here = try OperationsWorld()
        _ = try await here.ledger.keeping.fillWithDemo(seed: 17, progress: OperationsWorld.silent)
    }

    func documents(_ period: Period) throws -> [Document] {
        let ledger = here.ledger
        let (scope, scopeBase) = try ledger.asking.scope(period).parts
        let (own, ownBase) = try ledger.asking.guardAnswer(period).parts
        let (picture, pictureBase) = try ledger.asking.picture(period).parts
        let (backstage, backstageBase) = try ledger.asking.backstage(period).parts
        let (value, valueBase) = try ledger.asking.value(period).parts
        var result = [
            scope.document(scopeBase), own.document(ownBase), picture.document(pictureBase),
            backstage.document(backstageBase), value.document(valueBase),
        ]
        for by in TotalsAnswer.By.allCases where by != .person {
            let (totals, base) = try ledger.asking.totals(period, by: by).parts
            result.append(totals.document(base))
        }
        return result
    }

    @Test("Every figure’s query finds exactly the pieces that it counts, and every question has something to say")
    func figures() throws {
        let year = Period(since: FixedWorld.day - 364, until: FixedWorld.day + 1)
        for document in try documents(year) {
            #expect(!document.headline.plain.contains("Nothing was seen"), "\(document.title)")
            var seen = 0
            for (text, ref) in document.figures where ref.count > 0 {
                seen += 1
                let found = try here.ledger.asking.search(ref.query, limit: 1).total
                #expect(found == ref.count, "\(document.title): \(text): \(ref.query)")
            }
            #expect(seen > 0, "\(document.title)")
        }
    }

    @Test("The demo is marked, filled once, and kept out of a ledger that holds anything else")
    func once() async throws {
        #expect(try here.ledger.asking.holdings().demoSeed == "17")
        let before = try here.ledger.asking.holdings().evidence
        #expect(try await here.ledger.keeping.fillWithDemo(seed: 17, progress: OperationsWorld.silent) == before)
        let own = try OperationsWorld()
        try own.note("mine", at: own.at("10:00"))
        await #expect(throws: LedgerError.self) {
            try await own.ledger.keeping.fillWithDemo(seed: 17, progress: OperationsWorld.silent)
        }
    }

    @Test("Reading everything again adds nothing, and a day has one length in every view")
    func again() async throws {
        let quarter = try here.ledger.asking.currentQuarter()
        let before = try here.ledger.asking.base(quarter).total
        let report = try await here.ledger.importing.sync(progress: OperationsWorld.silent)
        #expect(report.outcomes.reduce(0) { $0 + $1.count.added + $1.count.updated + $1.count.withdrawn } == 0)
        #expect(try here.ledger.asking.base(quarter).total == before)
        let days = try here.ledger.asking.totals(quarter, by: .day).answer
        for row in days.rows.suffix(14) {
            let day = try #require(CivilDay(iso: row.key))
            #expect(try here.ledger.asking.base(Period(since: day, until: day + 1)).total == row.spent)
            let view = try here.ledger.asking.timeline(Period(since: day, until: day + 1))
            #expect(view.stretches.reduce(Spent.zero) { $0 + $1.spent } == row.spent)
        }
    }

    @Test("Another zone cuts other days from the same time")
    func otherZone() throws {
        var world = here.world
        world.zoneOverride = FixedWorld.newYork
        let abroad = try Ledger(path: here.ledger.path, world: world)
        let month = Period(since: FixedWorld.day - 30, until: FixedWorld.day - 2)
        let (rows, base) = try abroad.asking.totals(month, by: .day).parts
        #expect(rows.rows.reduce(Spent.zero) { $0 + $1.spent } == base.total)
        #expect(try here.ledger.asking.base(month).total != .zero)
    }

    @Test("An open timer counts up to now and is nowhere stored")
    func openTimer() throws {
        let today = Period(since: FixedWorld.day, until: FixedWorld.day + 1)
        _ = try here.ledger.capture.start("deep work", at: here.at("4:00"))
        let with = try here.ledger.asking.base(today).total
        #expect(with.sure >= 9 * 3600)
        _ = try here.ledger.keeping.undo()
        #expect(try here.ledger.asking.base(today).total.sure < with.sure)
    }
}

extension Document {
    /// Every figure with its evidence.
    fileprivate var figures: [(String, EvidenceRef)] {
        var spans = headline
        for section in sections {
            for block in section.blocks {
                switch block {
                case .paragraph(let list): spans += list
                case .draft(let said): spans += said.spans
                case .list(let items): spans += items.flatMap { $0 }
                case .table(let table): spans += table.rows.flatMap { $0.flatMap { $0 } }
                case .chart, .empty, .offers: break
                }
            }
        }
        return spans.compactMap { if case .figure(let text, let ref) = $0 { (text, ref) } else { nil } }
    }
}
