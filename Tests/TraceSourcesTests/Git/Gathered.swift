import LedgerModel
import TestSupport
import TraceSources

/// Everything that one reading gave.
struct Gathered {
    var own: [EvidenceDraft] = []
    var others: [OthersCommit] = []
    var counted = 0
    var reading = GitReading()

    static let now = Instant(1_773_748_800)
    static let me: Set<String> = ["mina@example.org"]

    init(
        _ path: String, since old: GitTips? = nil, me: Set<String> = Gathered.me,
        othersBetween: ClosedRange<Instant>? = nil
    ) async throws {
        let repository = try await GitRepository.open(path)
        reading = try await repository.read(
            since: old, me: me, othersBetween: othersBetween, now: Self.now
        ) { batch in
            own += batch.own
            others += batch.others
            counted += batch.read
        }
    }

    func draft(_ title: String) -> EvidenceDraft? { own.first { $0.title == title } }
    var warnings: [String] { reading.diagnostics.list.map(\.message) }
    var everySha: Set<String> { Set(own.map(\.externalID) + others.map(\.sha)) }
}

extension EvidenceDraft {
    func measure(_ name: String) -> Int64? { measures.first { $0.name == name }?.value }
}
