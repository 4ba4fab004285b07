import GRDB
package import LedgerModel

/// One writing transaction of a person or an import.
///
/// It owns what no write may forget. The revision is raised once, for whatever was changed. The days that a change can
/// reach are marked under that revision, so that the next question derives them again. And rows are touched before an
/// act by hand changes them, so that `undo` can put them back. All of it is kept with the change, or nothing is: a
/// write that ends half-way leaves no trace in either.
package final class Transaction {
    let db: Database
    package let now: Instant
    private var given: WriteContext?
    private var known: MyJob?
    private var raised: Int64?
    private let changesBefore: Int
    private var journal: HandJournal?
    /// Something was erased of which no free page, index or log may keep a copy: the file is written anew.
    var isToBeCompacted = false

    init(_ db: Database, at now: Instant, _ context: WriteContext?) {
        self.db = db
        self.now = now
        given = context
        changesBefore = db.totalChangesCount
    }

    /// What is there, this transaction’s own changes among it.
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

    /// My job as this transaction has it, read once.
    package func myJob() throws -> MyJob {
        if let known { return known }
        let myJob = try snapshot.myJob()
        known = myJob
        return myJob
    }

    /// To be called when My job is written.
    func forgetMyJob() { known = nil }

    /// By what My job said when it was first asked, unless it was given.
    var context: WriteContext {
        get throws {
            if let given { return given }
            let settings = try myJob().settings
            let context = WriteContext(
                now: now, reach: settings.reach, leavesPeopleOut: settings.leavesOut.contains(.people))
            given = context
            return context
        }
    }

    /// Does `work` as one act by hand, which `undo` takes back as a whole; inside another act it is a part of that. An
    /// act that changed nothing is none.
    ///
    /// - Parameter subject: the id of what it was about; empty where it was about no one thing.
    package func act<Value>(
        _ id: ULID, _ verb: String, on subject: String = "", _ work: () throws -> Value
    ) throws -> Value {
        guard journal == nil else { return try work() }
        journal = HandJournal()
        defer { journal = nil }
        let value = try work()
        if let journal, !journal.isEmpty { try journal.save(db, id: id, verb: verb, subject: subject, at: now) }
        return value
    }

    /// To be called before an act inserts, changes or deletes the row.
    func touch(_ table: HandJournal.Table, _ key: some DatabaseValueConvertible) throws {
        try journal?.touch(db, table, key)
    }

    /// The same where only the flags of a piece change.
    func touchFlags(evidence row: Int64) throws { try journal?.touchFlags(db, evidence: row) }

    /// A row that an act has just made.
    func touchNew(_ table: HandJournal.Table, _ key: Int64) { journal?.recordNew(table, key) }

    /// Writes evidence: see `EvidenceWriter`.
    func evidence<Value>(
        names: Names = Names(), _ work: (inout EvidenceWriter) throws -> Value
    ) throws -> Value {
        try EvidenceWriter.run(self, names: names, work)
    }

    /// Marks these days.
    func mark(days: Set<Int64>) throws {
        if !days.isEmpty { try Dirty.mark(db, days: days, revision: revision) }
    }

    /// Marks what the stored row can change.
    func mark(evidence row: Int64) throws {
        try Dirty.mark(db, evidence: row, reach: context.reach, revision: revision)
    }

    /// Marks what a word about a piece can change.
    func markSaid(of row: Int64) throws {
        try Dirty.markSaid(db, of: row, reach: context.reach, revision: revision)
    }

    /// Marks where the person moved a piece to.
    func markCorrected(evidence row: Int64) throws {
        try Dirty.markCorrected(db, evidence: row, revision: revision)
    }

    /// Marks every day, as after a change of My job.
    func markAll() throws { try Dirty.markAll(db, revision: revision) }

    /// Raises the revision for whatever was changed and marked no day.
    func finish() throws {
        if db.totalChangesCount > changesBefore { _ = try revision }
    }
}
