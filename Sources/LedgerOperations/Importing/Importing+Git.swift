import LedgerModel
import LedgerStore
import Questions
import TraceSources

extension Importing {
    /// Reads what is new in a repository. Own commits become evidence, others' become packed rows.
    ///
    /// Throws `.noRepository`, `.emptyRepository`, `.dubiousOwnership`, `.gitMissing`, `.gitSilent`, `.gitFailed`; a
    /// bad commit is a warning.
    func importGit(
        _ path: String, arena: Arena?, othersBetween: ClosedRange<Instant>? = nil, progress: @escaping ImportProgress
    ) async throws(LedgerError) -> ImportOutcome {
        let repository = try await GitRepository.open(path, silence: world.gitTimeout)
        do {
            var remarks: [Advice] = []
            if let known = try store.read({ try $0.source(.git, at: repository.path) }) {
                do {
                    return try await read(repository, arena, othersBetween, progress)
                } catch let another as AnotherRepository {
                    remarks = another.remarks + [try setAside(known)]
                }
            }
            if try await repository.tips().isEmpty { throw Self.nothingToRead(repository, isKnown: false) }
            remarks += try await recognise(repository)
            var outcome = try await read(repository, arena, othersBetween, progress)
            outcome.remarks = remarks + outcome.remarks
            return outcome
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(
                .gitFailed, "git stopped while the repository was read", location: repository.path,
                hint: "What was read is saved. Run the import again.")
        }
    }

    private func read(
        _ repository: GitRepository, _ arena: Arena?, _ othersBetween: ClosedRange<Instant>?,
        _ progress: @escaping ImportProgress
    ) async throws -> ImportOutcome {
        let began = world.now()
        let myJob = try myJob()
        let remarks = try await adoptIdentities(of: repository)
        let source = try source(
            .git, at: repository.path, name: repository.name, folder: repository.folder, arena: arena)
        let isKnown = source.lastImport != nil
        if isKnown, source.state.isEmpty, try await isAnother(repository, than: source) {
            throw AnotherRepository(remarks: remarks)
        }
        let writer = try ImportWriter(store, source: source, context: context(myJob, of: source))
        let zones = try ownZones(myJob)
        let me = Set(try store.read { try $0.me() })
        var outcome = ImportOutcome(source)
        outcome.remarks = remarks
        let before = try writer.unreachableCount()
        let old = GitTips(text: source.state)
        let reading = try await repository.read(
            since: old, root: old?.root == nil ? try await root(of: repository) : nil, me: me,
            notMe: try notMine(myJob),
            othersBetween: othersBetween, now: now,
            whenTipsAreGone: {
                if try await isAnother(repository, than: source) { throw AnotherRepository(remarks: remarks) }
            },
            onProgress: { progress(source.name, $0, nil) }
        ) { batch in
            if source.isPrivate {
                try writer.write(batch.own.compactMap(Self.timeOnly))
            } else {
                try writer.write(batch.own.map { Self.asKept($0, zones) }, others: batch.others)
            }
        }
        if reading.isEmpty { throw Self.nothingToRead(repository, isKnown: true, source) }
        switch reading.vanished {
        case .none: break
        case .commits(let shas): try writer.lose(commits: shas)
        case .unknown: try await loseUnreachable(repository, reading, writer)
        }
        // Where nothing moved, nothing is to be settled.
        if reading.read > 0 || reading.vanished != .none {
            outcome.remarks += try await settleWorks(repository, writer, before: before)
        }
        if !source.isPrivate { outcome.remarks += try heed(reading) }
        if reading.isComplete, reading.state?.text != source.state, !source.isPrivate {
            try await noteReleases(repository, reading, writer)
        }
        outcome.read = reading.read
        outcome.diagnostics = reading.diagnostics
        let told = try store.read { try $0.warnings(of: source) }
        let earlier = reading.standing(of: told)
        let fresh = reading.diagnostics.list.filter { !earlier.contains($0) }
        let state = reading.state?.text ?? source.state
        outcome.isToBeNoted =
            isKnown && state == source.state && fresh.isEmpty && writer.count == WriteCount() && earlier == told
        if !outcome.isToBeNoted {
            try write { try $0.finishImport(of: source, state: state, warnings: earlier + fresh) }
        }
        outcome.count = writer.count
        outcome.seconds = world.now() - began
        return outcome
    }

    private static func nothingToRead(
        _ repository: GitRepository, isKnown: Bool, _ source: Source? = nil
    ) -> LedgerError {
        guard isKnown else {
            return LedgerError(
                .emptyRepository, "the repository has no commits yet", location: repository.path,
                hint: "Commit something, then import it again.")
        }
        return LedgerError(
            .emptyRepository, "this repository has no branches or tags any more; nothing was withdrawn",
            location: repository.path,
            hint:
                "Bring them back (git fetch) and sync again, or, if they are gone for good: \(offer: .removeSource(source?.id))"
        )
    }

    /// A commit of a private source, with only its time; `nil` for somebody else's, which has no time of the person.
    private static func timeOnly(_ draft: EvidenceDraft) -> EvidenceDraft? {
        guard !draft.flags.contains(.byOther) else { return nil }
        var draft = draft
        draft.keepTimeOnly()
        return draft
    }

    /// Counts the people on a commit, without its author, as direct contacts. Of somebody else's commit only the day and
    /// the subject are kept.
    private static func asKept(_ draft: EvidenceDraft, _ zones: ZoneHistory) -> EvidenceDraft {
        var draft = draft
        draft.headCount = Set(draft.people.map(\.identity)).count
        guard draft.flags.contains(.byOther) else { return draft }
        // Noon, so that it stays on its day if the person's zones are corrected later.
        let day = zones.day(of: draft.at)
        draft.at = zones.start(of: day) + 12 * 3_600
        draft.utcOffset = Int32(zones.zone(at: draft.at).offset(at: draft.at))
        draft.committedAt = nil
        // Made of the second too, which could be found out from it.
        draft.workKey = 0
        draft.body = ""
        return draft
    }

    /// Where own commits are gone: what stands again has what was judged of them, and what holds them is a point.
    private func settleWorks(
        _ repository: GitRepository, _ writer: ImportWriter, before: Int
    ) async throws -> [Advice] {
        let left = try writer.settleWorks()
        guard left > 0 else { return [] }
        let squashes = try writer.possibleSquashes()
        try writer.markSquashes(squashes, parents: try await repository.parentTimes(of: squashes))
        // Said once, when it is noticed.
        let fresh = left - before
        guard fresh > 0 else { return [] }
        return [
            "\(Words.count(fresh, "commit").sentence) of yours \(fresh == 1 ? "is" : "are") no longer in the repository. What was done stays on record."
        ]
    }

    /// Which release first held each own commit. An older one cannot come to hold a new commit, so nothing is asked
    /// while the tags are the same.
    private func noteReleases(
        _ repository: GitRepository, _ reading: GitReading, _ writer: ImportWriter
    ) async throws {
        let releases = Dictionary(try await repository.releases().map { ($0.name, $0.at) }) { first, _ in first }
        guard try reading.isWhole || releases != writer.knownReleases() else { return }
        let holding = releases.isEmpty ? [:] : try await repository.firstReleases(of: writer.ownCommits())
        if releases.isEmpty, try writer.knownReleases().isEmpty { return }
        try writer.write(releases: releases, holding: holding)
    }

    /// The old tips are gone: compares everything known with everything that is still reachable. The boundary of a
    /// shallow clone is no rewriting.
    private func loseUnreachable(
        _ repository: GitRepository, _ reading: GitReading, _ writer: ImportWriter
    ) async throws {
        guard reading.state?.shallow.isEmpty != false else { return }
        var gone = try writer.knownCommits()
        try await repository.reachableShas { shas in gone.subtract(shas) }
        try writer.lose(commits: gone.sorted())
    }
}
