package import LedgerModel

/// A draft with its id and its hash, which take a part of what writing it takes: they are made outside of the
/// transaction that writes it, and another thread may make them.
package struct ReadyDraft: Sendable {
    package let draft: EvidenceDraft
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
    /// A draft as an import keeps it.
    package func ready(_ draft: EvidenceDraft) -> ReadyDraft {
        ReadyDraft(leavesPeopleOut ? draft.withoutPeople : draft.without(machines))
    }
}

extension EvidenceDraft {
    /// 64 bits over everything the source said that makes a version.
    ///
    /// The project of a commit is not part of it: it is that of the place where it was seen.
    var contentHash: Int64 {
        let isCommit = kind == .commit
        var bytes = ContentBytes()
        bytes.add(at.seconds)
        bytes.add(until.map { String($0.seconds) } ?? "")
        bytes.add(flags.subtracting([.withdrawn, .sourceRemoved, .removedByHand, .unreachable, .squash]).rawValue)
        bytes.add(standing.rawValue)
        bytes.add(headCount)
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

    /// What stays of an event that is private: its time, and how it stands.
    var keepingTimeOnly: EvidenceDraft {
        var draft = self
        draft.title = ""
        draft.body = ""
        draft.project = nil
        draft.people = []
        draft.tags = []
        draft.paths = []
        draft.measures = []
        draft.headCount = 0
        draft.flags.insert(.isPrivate)
        return draft
    }
}

/// What makes a version, as bytes with zeros between.
private struct ContentBytes {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func add(_ text: String) {
        if !bytes.isEmpty { bytes.append(0) }
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ number: some BinaryInteger) { add(String(number)) }
}

/// Which of two versions of one piece is current, whatever order they came in.
///
/// Of events the greater by SEQUENCE, LAST-MODIFIED and DTSTAMP; when these are equal a private one, then
/// the hash of the content. A commit has one content: of two readings the one that knows it as the
/// person's own, then the one that knows more of it, as when another clone lacked the files.
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
