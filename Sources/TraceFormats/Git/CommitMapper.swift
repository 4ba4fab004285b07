package import LedgerModel

/// Decides what a commit is: the person's own, someone else's that names the person, or someone else's.
package struct CommitMapper {
    package enum Mapped: Sendable {
        /// The person's own. Unless it is a merge, its changes are added later.
        case own(EvidenceDraft)
        /// Someone else's that names the person in a trailer.
        case naming(EvidenceDraft)
        case other(OthersCommit)
        /// Someone else's, outside the days that were asked for.
        case outside
    }

    private let project: String
    private let me: Set<String>
    private let notMe: Set<String>
    private let othersBetween: ClosedRange<Instant>?
    private let now: Instant
    private var authors: [ArraySlice<UInt8>: Author] = [:]
    package var diagnostics = Diagnostics()
    /// The names under which the person's addresses wrote, with the number of commits; at most 50.
    private var ownCommits: [GitAuthor: Int] = [:]
    /// What `.mailmap` says of the person that they have not.
    package private(set) var mailmap = MailmapEffect()

    private struct Author {
        let author: GitAuthor
        let isMe: Bool
        /// The address that only `.mailmap` makes the person's.
        var taken: String?
        /// Whether `.mailmap` says that an address of the person's is somebody else's.
        var isGiven = false
        /// The person, by what is written and by what `.mailmap` gives.
        var own: Set<GitAuthor> = []
    }

    /// - Parameters:
    ///   - me: Addresses in lower case, and names as they are written.
    ///   - notMe: Addresses that are not the person's whatever `.mailmap` says.
    ///   - othersBetween: Others' commits outside this range are left out; `nil` leaves none out.
    package init(
        project: String, me: Set<String>, notMe: Set<String> = [], othersBetween: ClosedRange<Instant>?, now: Instant
    ) {
        self.project = project
        self.me = me
        self.notMe = notMe
        self.othersBetween = othersBetween
        self.now = now
    }

    package mutating func map(_ record: GitLogRecord) -> Mapped {
        let author = author(of: record)
        if let address = author.taken { mailmap.take(address) }
        if author.isGiven { mailmap.given += 1 }
        for own in author.own where ownCommits[own] != nil || ownCommits.count < 50 { ownCommits[own, default: 0] += 1 }
        if author.isMe { return .own(draft(record, by: nil, people: GitTrailers.people(in: record[.message]))) }
        let people = GitTrailers.people(in: record[.message])
        if people.contains(where: { isMe(mail: $0.identity, name: $0.name) }) {
            return .naming(draft(record, by: author.author, people: people))
        }
        let date = record.authorDate
        let at = date?.at ?? record.committedAt ?? Instant(0)
        if let othersBetween, !othersBetween.contains(at) { return .outside }
        return .other(
            OthersCommit(
                sha: record.sha, author: author.author.identity.isEmpty ? OthersCommit.nobody : author.author.identity,
                authorName: author.author.name,
                quarter: quarter(at + Int64(date?.offset ?? 0)), paths: []))
    }

    /// The names under which the person's addresses wrote, a few of each.
    ///
    /// A name on fewer than one in fifty commits of its address is somebody else's: a suggestion of theirs that they
    /// committed in the browser, or a program that was set up wrongly.
    package var ownNames: Set<GitAuthor> {
        let all = ownCommits.reduce(into: [:]) { $0[$1.key.mail, default: 0] += $1.value }
        return Set(ownCommits.filter { $0.value * 50 >= all[$0.key.mail, default: 0] }.keys)
    }

    private func isMe(mail: String, name: String) -> Bool {
        (!mail.isEmpty && me.contains(mail)) || (!name.isEmpty && me.contains(name))
    }

    /// Compares the person with both the author as written and the author that `.mailmap` gives.
    ///
    /// The address as written decides: a `.mailmap` cannot take from the person what their addresses wrote, nor give
    /// them what an address wrote that is known as somebody else's. What it adds otherwise is theirs, and is said.
    private mutating func author(of record: GitLogRecord) -> Author {
        if let known = authors[record.authorKey] { return known }
        if record.hasNoAuthor {
            // Not cached, so that each such commit gets a warning.
            diagnostics.warn(record.sha, "the author line cannot be read or is empty: kept without a person")
            return Author(author: GitAuthor(name: "", mail: ""), isMe: false)
        }
        var isRepaired = false
        func text(_ field: GitLogFormat.Field) -> String {
            let (text, wasRepaired) = repaired(record[field])
            isRepaired = isRepaired || wasRepaired
            return text
        }
        let written = GitAuthor(name: text(.authorName), mail: text(.authorMail))
        let mapped = GitAuthor(name: text(.mappedName), mail: text(.mappedMail))
        if isRepaired {
            diagnostics.warn(
                record.sha,
                "the author’s name is not UTF-8, here and perhaps in more commits: unreadable characters "
                    + "were replaced")
        }
        let (wrote, maps) = (
            isMe(mail: written.mail, name: written.name), isMe(mail: mapped.mail, name: mapped.name)
        )
        let isMine = wrote || maps && !notMe.contains(written.mail)
        var author = Author(author: isMine || !maps ? mapped : written, isMe: isMine)
        if isMine, !wrote { author.taken = written.identity }
        author.isGiven = wrote && !maps
        author.own = Set([written, mapped].filter { me.contains($0.mail) && !$0.name.isEmpty })
        // A history with a million authors must not fill memory.
        if authors.count >= 20_000 { authors.removeAll() }
        authors[ArraySlice(Array(record.authorKey))] = author
        return author
    }

    private mutating func draft(
        _ record: GitLogRecord, by other: GitAuthor?, people: [PersonMention]
    ) -> EvidenceDraft {
        let sha = record.sha
        let (subject, body, isRepaired) = GitMessage.split(record[.message], isCut: record.isCut)
        if isRepaired { diagnostics.warn(sha, "the message is not UTF-8: unreadable characters were replaced") }
        if record.isCut { diagnostics.warn(sha, "the message is longer than 64 KiB: the rest was left out") }
        let date = record.authorDate
        var draft = EvidenceDraft(
            kind: .commit, externalID: sha, at: date?.at ?? record.committedAt ?? Instant(0), title: subject)
        draft.utcOffset = date?.offset ?? 0
        draft.body = body
        draft.project = project
        draft.committedAt = record.committedAt
        if let other {
            draft.flags.insert(.byOther)
            if !other.identity.isEmpty {
                draft.people = [PersonMention(identity: other.identity, name: other.name, role: .author)]
            }
        }
        draft.people += people.filter { !isMe(mail: $0.identity, name: $0.name) }
        if record.parentCount > 1 { draft.flags.insert(.merge) }
        judgeDate(date?.at, of: &draft)
        return draft
    }

    private mutating func judgeDate(_ date: Instant?, of draft: inout EvidenceDraft) {
        if date == nil {
            draft.flags.insert(.oddDate)
            diagnostics.warn(draft.externalID, "the author date cannot be read: kept, off the timeline")
        } else if draft.at < firstCredible {
            draft.flags.insert(.oddDate)
            diagnostics.warn(draft.externalID, "dated before 1990: kept, off the timeline")
        } else if draft.at > now + 86_400 {
            diagnostics.warn(draft.externalID, "dated more than a day after this import")
        }
    }
}

/// 1990-01-01T00:00:00Z.
private let firstCredible = Instant(631_152_000)

/// Year × 4 + quarter − 1 of a time that includes its offset.
private func quarter(_ local: Instant) -> Int {
    let (year, month, _) = CivilDay(number: floorDivision(local.seconds, 86_400)).components
    return year * 4 + (month - 1) / 3
}

/// Equal for all commits of one piece of work (rebased, cherry-picked): the same author, author time and subject in
/// repositories that share their first commit.
package enum WorkKey {
    /// `author` is empty for the person, so that all their identities are equal. Never 0.
    ///
    /// FNV-1a, 64 bits (Fowler, Noll and Vo; IETF draft-eastlake-fnv).
    package static func key(author: String, at: Instant, subject: String, root: String) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in [author, String(at.seconds), subject, root] {
            for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
            hash = hash &* 0x0000_0100_0000_01b3
        }
        return hash == 0 ? 1 : Int64(bitPattern: hash)
    }
}
