import LedgerModel

extension EvidenceDraft {
    /// 64 bits over everything the source said that makes a version.
    ///
    /// The project of a commit is not part of it: it is that of the place where it was seen.
    var contentHash: Int64 {
        let isCommit = kind == .commit
        var bytes = ContentBytes()
        bytes.add(at.seconds)
        bytes.add(until.map { String($0.seconds) } ?? "")
        bytes.add(flags.subtracting([.withdrawn, .sourceRemoved, .removedByHand]).rawValue)
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
