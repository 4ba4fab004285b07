package import LedgerModel

/// A draft with its id and its hash. These take a noticeable part of the time of a write, so they are computed before
/// the transaction, possibly in another thread.
package struct PreparedDraft: Sendable {
    package internal(set) var draft: EvidenceDraft
    let id: String
    let hash: Int64

    package init(_ said: EvidenceDraft) {
        let draft = said.composed
        self.draft = draft
        id = draft.id.description
        hash = draft.contentHash
    }
}

extension WriteContext {
    /// A draft as an import writes it.
    package func ready(_ draft: EvidenceDraft) -> PreparedDraft {
        if let hides, hides(draft) { return PreparedDraft(draft.keepingTimeOnly) }
        return PreparedDraft(leavesPeopleOut ? draft.withoutPeople : draft.without(machines))
    }
}

extension EvidenceDraft {
    /// 64 bits over everything that distinguishes two versions. Drafts with the same hash are the same version.
    ///
    /// The project of a commit is not part of it, because it depends on the repository in which the commit was found.
    var contentHash: Int64 {
        let isCommit = kind == .commit
        var bytes = ContentBytes()
        bytes.add(at.seconds)
        bytes.add(until.map { String($0.seconds) } ?? "")
        bytes.add(
            flags.subtracting([.withdrawn, .sourceRemoved, .removedByHand, .unreachable, .squash, .leave]).rawValue)
        // How an event stands follows from whom it names and who the person is.
        bytes.add(kind == .event ? 0 : standing.rawValue)
        bytes.add(kind == .event ? 0 : headCount)
        for text in [title, body, isCommit ? "" : project ?? "", series ?? "", zone ?? ""] { bytes.add(text) }
        bytes.add(utcOffset)
        if isCommit {
            bytes.add(paths.count)
            bytes.add(workKey)
        }
        var said = people.map { "\($0.identity)\u{1}\($0.role.rawValue)\u{1}\($0.participation)" }
        if said.count > 1 { said.sort() }
        for text in said { bytes.add(text) }
        for text in tags.sorted() { bytes.add(text) }
        for measure in measures { bytes.add("\(measure.name)=\(measure.value)") }
        return hash64(bytes.bytes)
    }

    /// The part of a private event that is stored: its time and its standing.
    var keepingTimeOnly: EvidenceDraft {
        var draft = self
        draft.title = ""
        draft.body = ""
        draft.project = nil
        draft.people = []
        draft.tags = []
        draft.paths = []
        draft.measures = []
        draft.workKey = 0
        draft.headCount = 0
        if kind == .event, !flags.contains(.isPrivate) {
            draft.flags.insert(.madePrivate)
            draft.flags.ownStanding = standing
        }
        draft.flags.insert(.isPrivate)
        return draft
    }
}

/// The fields of a version as bytes, separated by zeros.
private struct ContentBytes {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func add(_ text: String) {
        if !bytes.isEmpty { bytes.append(0) }
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ number: some BinaryInteger) { add(String(number)) }
}

/// Orders the versions of a piece. The greatest is current, in whatever order they were read.
///
/// The problem: `VersionOrder` alone does not decide. Many calendars have no SEQUENCE and the same DTSTAMP in every
/// export, and git has no versions at all. Without a total order, the version imported last would win, and two machines
/// with the same sources would disagree.
///
/// Events: first SEQUENCE, LAST-MODIFIED and DTSTAMP. Then a private version wins, so that nothing private becomes
/// visible because another calendar has it too. Then the hash of the content decides, which is arbitrary but the same
/// everywhere.
///
/// Commits: the content of a sha never changes, but readings of it differ. First the reading that knows the commit as
/// the person's own wins, then the one that knows more. For example, a partial clone lacks the paths that a full clone
/// has.
struct VersionRank: Comparable {
    private var order: VersionOrder
    private var precedence: Int
    private var knowledge: Int
    private var hash: Int64

    init(_ draft: EvidenceDraft) {
        order = draft.order
        hash = draft.contentHash
        if draft.kind == .commit {
            precedence = draft.flags.contains(.byOther) ? 0 : 1
            knowledge = draft.paths.count * 2 + draft.measures.count * 2 + (draft.workKey == 0 ? 0 : 1)
        } else {
            precedence = draft.flags.contains(.isPrivate) ? 1 : 0
            knowledge = 0
        }
    }

    static func < (a: VersionRank, b: VersionRank) -> Bool {
        if a.order != b.order { return a.order < b.order }
        return (a.precedence, a.knowledge, a.hash) < (b.precedence, b.knowledge, b.hash)
    }
}

extension EvidenceDraft {
    /// With its texts in Unicode NFC, so that what looks the same is the same; paths stay as their source has them.
    fileprivate var composed: EvidenceDraft {
        // Nearly all are: the dates of a series share their texts, and a copy of each would not.
        let isComposed =
            title.isSurelyComposed && body.isSurelyComposed && project?.isSurelyComposed != false
            && tags.allSatisfy(\.isSurelyComposed)
            && people.allSatisfy { $0.name.isSurelyComposed && $0.identity.isSurelyComposed }
        if isComposed { return self }
        var draft = self
        draft.title = title.composed
        draft.body = body.composed
        draft.project = project?.composed
        for index in tags.indices { draft.tags[index] = tags[index].composed }
        for index in people.indices {
            draft.people[index].name = people[index].name.composed
            draft.people[index].identity = people[index].identity.composed
        }
        return draft
    }
}
