import LedgerModel
import LedgerOperations
import LedgerStore
import Questions
import TraceSources

/// How far answers of Sort reach: whoever sorts answers the first group that is offered, again and again.
///
/// The measures are the answers needed for 70 % of the hours on record, the largest share that one of these questions
/// had, and how pure folders are: of the commits of a folder with a conventional scope, the part with the most frequent
/// one, weighted by the hours of the folders that are asked about at first.
enum SortingMeasure {
    private static let silent: ImportProgress = { _, _, _ in }

    /// - Parameter arguments: The path of a new ledger, and the seed of a demo, or a repository, an author and the day
    ///   that ends the year.
    static func run(_ arguments: [String], now: Instant, zone: Zone) async throws(LedgerError) {
        let until = arguments.count > 3 ? CivilDay(iso: arguments[3]) : nil
        let moment = until.map { zone.instant($0) } ?? now
        let world = World(now: { moment }, machineZone: zone, zoneNamed: { ZoneDatabase.zone(named: $0) })
        let ledger = try Ledger(path: arguments[0], world: world)
        if let seed = UInt64(arguments[1]) {
            _ = try await ledger.keeping.fillWithDemo(seed: seed, progress: silent)
            try dropRules(arguments[0], world)
        } else {
            _ = try ledger.importing.addMe(arguments[2])
            _ = try await ledger.importing.importAll(.git, [arguments[1]], arena: .job, progress: silent)
        }
        try measure(ledger)
    }

    /// As if there had never been a rule: leaving one out of My job only ends it.
    private static func dropRules(_ path: String, _ world: World) throws(LedgerError) {
        let store = try LedgerStore(path: path)
        var myJob = try store.read { try $0.myJob() }
        myJob.rules = []
        let changed = myJob
        let action = world.ulid(world.now())
        try store.write(at: world.now()) { try $0.save(changed, action: action, verb: "job") }
    }

    private static func measure(_ ledger: Ledger) throws(LedgerError) {
        let period = try ledger.asking.lastTwelveMonths()
        var sheet = try ledger.asking.sortSheet(period)
        guard sheet.traced > 0 else {
            print("nothing on record")
            return
        }
        let purity = try purity(sheet, ledger)
        var largest: Int64 = 0
        var answers = 0
        var shares: [Int: Double] = [:]
        while let group = sheet.next(), sheet.share < 0.7 {
            largest = max(largest, group.seconds)
            let before = sheet.explained
            let asked = JobEditing.SortAsked(id: group.id, pieces: group.pieces.count, period: period)
            guard case .kept = try ledger.myJob.answer(asked, .mine) else { break }
            sheet = try ledger.asking.sortSheet(period)
            answers += 1
            shares[answers] = sheet.share
            let isExact = sheet.explained == before + group.seconds ? "" : " NOT EXACT"
            print("  \(answers). \(Hours.text(group.seconds)) of \(group.title): \(percent(sheet.share))\(isExact)")
        }
        let twelve = shares[12] ?? sheet.share
        print(
            "\(Hours.text(sheet.traced)) on record; \(percent(sheet.share)) after \(answers) answers, "
                + "\(percent(twelve)) after \(min(12, answers)); largest "
                + "\(percent(Double(largest) / Double(sheet.traced))); \(purity)")
    }

    /// Of the folders that are asked about at first: over all scopes, and over those that are the name of a folder, since
    /// others (`types`, `hmr`) name no place that a folder could agree with.
    private static func purity(_ sheet: SortSheet, _ ledger: Ledger) throws(LedgerError) -> String {
        var all = Weighted()
        var places = Weighted()
        let folders = sheet.groups.filter { $0.kind == .folder }
        let names = Set(folders.flatMap { $0.name.lowercased().split(separator: "/").map(String.init) })
        for group in folders where !group.isWaiting {
            let titles = try ledger.asking.glimpses(group.pieces).values.map(\.title)
            let scopes = titles.compactMap { TitlePattern.scope($0)?.name.lowercased() }
            all.add(scopes, group.seconds)
            places.add(scopes.filter(names.contains), group.seconds)
        }
        return "purity \(all.text) with a scope, \(places.text) with a scope that names a folder"
    }

    private struct Weighted {
        private var pure = 0.0
        private var weight = 0.0
        private var count = 0

        mutating func add(_ scopes: [String], _ seconds: Int64) {
            let most = Dictionary(grouping: scopes, by: { $0 }).values.map(\.count).max() ?? 0
            guard most > 0 else { return }
            count += scopes.count
            pure += Double(seconds) * Double(most) / Double(scopes.count)
            weight += Double(seconds)
        }

        var text: String { "\(weight > 0 ? percent(pure / weight) : "unknown") over \(count) commits" }
    }

    private static func percent(_ share: Double) -> String {
        let thousandths = Int((share * 1_000).rounded())
        return "\(thousandths / 10).\(thousandths % 10) %"
    }
}
