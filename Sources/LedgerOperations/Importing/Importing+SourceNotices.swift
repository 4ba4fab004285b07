package import LedgerModel
import LedgerStore
import Questions

/// Says what will happen to a source.
extension Importing {
    /// What removing a source removes and leaves, one sentence each.
    package func beforeRemoving(_ text: String) throws(LedgerError) -> (source: Source, sentences: [String]) {
        let removal = try store.read { try $0.removal(of: $0.source(named: text)) }
        let files = keptFiles(of: removal.source).count
        var sentences = [Self.sentence(removal.goes, "that only it has", "is removed", "are removed")]
        if removal.stays > 0 {
            sentences.append(
                Self.sentence(
                    removal.stays, "that you cited or corrected", "stays readable, off the timeline",
                    "stay readable, off the timeline"))
        }
        if removal.elsewhere > 0 {
            sentences.append(
                Self.sentence(
                    removal.elsewhere, "that another source has too", "stays as it is", "stay as they are"))
        }
        sentences.append(
            files == 0
                ? "The original is not touched."
                : files == 1
                    ? "The file that was dropped for it and saved beside the ledger is deleted."
                    : "The files that were dropped for it and saved beside the ledger are deleted.")
        sentences.append("This cannot be undone. To get it back, read it again.")
        return (removal.source, sentences)
    }

    /// What marking a source private removes and leaves, one sentence each.
    package func beforeMakingPrivate(_ text: String) throws(LedgerError) -> (source: Source, sentences: [String]) {
        let source = try store.read { try $0.source(named: text) }
        var sentences = [
            "This erases its titles and people for good; the times stay.",
            "From then on only its times are read.",
        ]
        if !keptFiles(of: source).isEmpty {
            sentences.append(
                "What was dropped for it and saved beside the ledger has more than times, so it is deleted.")
        }
        return (source, sentences)
    }

    /// The effect of removing a source, in one line.
    package static func removed(_ result: RemovedSource) -> String {
        let kept =
            result.kept == 0
            ? ""
            : " "
                + sentence(
                    result.kept, "that you cited or corrected", "stays, off the timeline", "stay, off the timeline")
        let megabytes = (result.freed + (1 << 19)) >> 20
        let freed = megabytes > 0 ? " The ledger’s file is \(megabytes) MB smaller." : ""
        return "Removed \(result.source.name) with \(Words.digits(result.removed, "piece")).\(kept)\(freed)"
    }

    private static func sentence(_ count: Int, _ which: String, _ one: String, _ many: String) -> String {
        "\(Words.count(count, "piece").sentence) \(which) \(count == 1 ? one : many)."
    }
}

/// Checks what is left out of a ledger.
extension Importing {
    /// Throws `.leftOut` if this ledger leaves out sources of this arena.
    func admit(_ arena: Arena?) throws(LedgerError) {
        guard let arena, !(try myJob().settings.arenas.contains(arena)) else { return }
        throw LedgerError(
            .leftOut, "side projects and personal sources are left out of this ledger",
            hint: "Read it into a separate ledger with --ledger, or change this with \(offer: .setUp).")
    }

    /// The sources that were read before they were left out. They are not read again.
    package func leftOutSources() throws(LedgerError) -> [Source] {
        let arenas = try myJob().settings.arenas
        return try store.read { try $0.sources() }.filter { $0.arena.map { !arenas.contains($0) } ?? false }
    }
}
