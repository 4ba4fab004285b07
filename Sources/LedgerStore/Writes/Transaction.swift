import GRDB
package import LedgerModel

/// One writing transaction of a person or an import.
///
/// It owns what no write may forget:
/// - The revision is raised once for everything that was changed.
/// - The days that a change can reach are marked with that revision, so that the next question derives them again.
/// - Rows are touched before an action of the person changes them, so that `undo` can restore them.
///
/// All of this is committed together with the change. A write that fails half-way leaves nothing behind.
package final class Transaction {
    let db: Database
    package let now: Instant
    private var given: WriteContext?
    private var known: MyJob?
    private var raised: Int64?
    private let changesBefore: Int
    private var journal: ActionJournal?
    /// Whether something was erased, so that the file has to be rewritten: no free page, index or log may keep a copy.
    var isToBeCompacted = false

    init(_ db: Database, at now: Instant, _ context: WriteContext?) {
        self.db = db
        self.now = now
        given = context
        changesBefore = db.totalChangesCount
    }

    /// The state of the ledger, including the changes of this transaction.
    package var snapshot: Snapshot { Snapshot(db) }

    /// The revision of everything that this transaction changes.
    var revision: Int64 {
        get throws {
            if let raised { return raised }
            let next = try Meta.raiseRevision(db)
            raised = next
            return next
        }
    }

    /// My job in this transaction, read only once.
    package func myJob() throws -> MyJob {
        if let known { return known }
        let myJob = try snapshot.myJob()
        known = myJob
        return myJob
    }

    /// Call when My job is written.
    func forgetMyJob() { known = nil }

    /// The given context, else one made from My job when first needed.
    var context: WriteContext {
        get throws {
            if let given { return given }
            let settings = try myJob().settings
            let context = WriteContext(
                now: now, reach: settings.reach, leavesPeopleOut: settings.leavesOut.contains(.people),
                machines: Machines(settings.machines))
            given = context
            return context
        }
    }

    /// Does `work` as one action of the person, which `undo` takes back as a whole. Inside another action it is part of
    /// that. Nothing is recorded if nothing changes.
    ///
    /// - Parameter subject: The id of the thing that it is about; empty if there is no single one.
    package func act<Value>(
        _ id: ULID, _ verb: String, on subject: String = "", _ work: () throws -> Value
    ) throws -> Value {
        guard journal == nil else { return try work() }
        journal = ActionJournal()
        defer { journal = nil }
        let value = try work()
        if let journal, !journal.isEmpty { try journal.save(db, id: id, verb: verb, subject: subject, at: now) }
        return value
    }

    /// Call before an action inserts, changes or deletes the row.
    func touch(_ table: ActionJournal.Table, _ key: some DatabaseValueConvertible) throws {
        try journal?.touch(db, table, key)
    }

    /// The same if only the flags of a piece change.
    func touchFlags(evidence row: Int64) throws { try journal?.touchFlags(db, evidence: row) }

    /// Call after an action has inserted the row.
    func touchNew(_ table: ActionJournal.Table, _ key: Int64) { journal?.recordNew(table, key) }

    /// Writes evidence: see `EvidenceWriter`.
    func evidence<Value>(
        names: Names = Names(), _ work: (inout EvidenceWriter) throws -> Value
    ) throws -> Value {
        try EvidenceWriter.run(self, names: names, work)
    }

    /// Marks these days.
    func mark(days: Set<Int64>) throws {
        if !days.isEmpty { try ShardMarks.mark(db, days: days, revision: revision) }
    }

    /// Marks the days that the stored row can change.
    func mark(evidence row: Int64) throws {
        try ShardMarks.mark(db, evidence: row, reach: context.reach, revision: revision)
    }

    /// Marks the days that a correction of the piece can change.
    func markCorrection(of row: Int64) throws {
        try ShardMarks.markCorrection(db, of: row, reach: context.reach, revision: revision)
    }

    /// Marks the days to which the person moved a piece.
    func markCorrected(evidence row: Int64) throws {
        try ShardMarks.markCorrected(db, evidence: row, revision: revision)
    }

    /// Marks every day, as after a change of My job.
    func markAll() throws { try ShardMarks.markAll(db, revision: revision) }

    /// Raises the revision if something was changed that marks no day.
    func finish() throws {
        if db.totalChangesCount > changesBefore { _ = try revision }
    }
}

/// What a write needs to know from outside, such as the clock and how far a piece reaches on the timeline.
package struct WriteContext: Sendable {
    package var now: Instant
    /// `MyJobSettings.reach` of the timeline, in seconds.
    package var reach: Int64
    /// Whether imports store how many people there were but not who.
    package var leavesPeopleOut: Bool
    /// Who is no person.
    package var machines: Machines
    /// Whether a rule of My job keeps only the time of a draft; `nil` if there is no such rule.
    package var hides: (@Sendable (EvidenceDraft) -> Bool)?

    package init(now: Instant, reach: Int64, leavesPeopleOut: Bool = false, machines: Machines = Machines()) {
        self.machines = machines
        self.now = now
        self.reach = reach
        self.leavesPeopleOut = leavesPeopleOut
    }
}
