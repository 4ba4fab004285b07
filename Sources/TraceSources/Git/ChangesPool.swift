import LedgerModel
import TraceFormats

/// Two readers for line counts and two for names: git's own work on two cores.
struct ChangesPool: Sendable {
    private let counts: [ChangesReader]
    private let names: [ChangesReader]
    private let running: [Task<Void, Never>]

    init(_ repository: GitRepository, local: LocalObjects?) {
        counts = (0..<2).map { _ in ChangesReader(repository, .lineCounts, local: local) }
        names = (0..<2).map { _ in ChangesReader(repository, .names, local: local) }
        running = (counts + names).map { reader in Task { await reader.run() } }
    }

    /// In the order of the arguments.
    func changes(
        counted: [String], named: [String]
    ) async -> (counted: [ChangesReader.Answer], named: [ChangesReader.Answer]) {
        async let first = Self.changes(counted, counts)
        async let second = Self.changes(named, names)
        return await (first, second)
    }

    /// Neighbours stay together: a commit's parent is mostly the next one, and git has its tree at hand.
    private static func changes(_ shas: [String], _ readers: [ChangesReader]) async -> [ChangesReader.Answer] {
        let middle = shas.count / 2
        async let first = readers[0].changes(of: shas[..<middle])
        async let second = readers[1].changes(of: shas[middle...])
        return await first + second
    }

    func finish() async {
        for reader in counts + names { reader.finish() }
        for task in running { await task.value }
    }
}
