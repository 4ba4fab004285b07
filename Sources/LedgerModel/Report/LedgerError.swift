/// An error that a person reads: what is wrong, where, and what to do next.
package struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A stable name with a row in Documentation/Errors.md.
    package let code: Code
    package var message: String
    /// `FILE:LINE` or the like; empty if there is no place to name.
    package var location: String
    /// What to do next.
    package var hint: Advice

    package init(_ code: Code, _ message: String, location: String = "", hint: Advice = "") {
        self.code = code
        self.message = message
        self.location = location
        self.hint = hint
    }

    /// For tests and logs; surfaces render the advice.
    package var description: String {
        (location.isEmpty ? "" : location + ": ") + message + (hint.isEmpty ? "" : "\n  " + hint.description)
    }

    package enum Code: String, Sendable, CaseIterable {
        case usage = "usage"
        case notFound = "not-found"
        case ambiguousID = "ambiguous-id"
        case badTime = "bad-time"
        case badPeriod = "bad-period"
        case badZone = "bad-zone"
        case noRepository = "no-repository"
        case emptyRepository = "empty-repository"
        case gitMissing = "git-missing"
        case gitFailed = "git-failed"
        case gitSilent = "git-silent"
        case dubiousOwnership = "dubious-ownership"
        case noIdentity = "no-identity"
        case noCalendar = "no-calendar"
        case calendarCut = "calendar-cut"
        case unreadable = "unreadable"
        case unwritable = "unwritable"
        case tooLarge = "too-large"
        case fetchFailed = "fetch-failed"
        case curlMissing = "curl-missing"
        case jobInvalid = "job-invalid"
        case changedMeanwhile = "changed-meanwhile"
        case leftOut = "left-out"
        case ledgerNewer = "ledger-newer"
        case ledgerLocked = "ledger-locked"
        case ledgerDamaged = "ledger-damaged"
        case ledgerReadOnly = "ledger-read-only"
        case ledgerServed = "ledger-served"
        case ledgerInUse = "ledger-in-use"
        case notALedger = "not-a-ledger"
        case diskFull = "disk-full"
        case ledgerNotEmpty = "ledger-not-empty"
        case nothingToUndo = "nothing-to-undo"
        case nothingToRedo = "nothing-to-redo"
        case notByHand = "not-by-hand"
        case timerRunning = "timer-running"
        case noTimer = "no-timer"
        case exportInvalid = "export-invalid"
        case outputFailed = "output-failed"
        case portInUse = "port-in-use"
        case storeFailed = "store-failed"
        case editorFailed = "editor-failed"
        case schedulerFailed = "scheduler-failed"
    }
}

extension LedgerError {
    /// An error about a file. `LocalFiles` cannot see `Code`, so it hands over the code's name.
    package init(file code: String, _ message: String, path: String, hint: String) {
        self.init(Code(rawValue: code) ?? .unreadable, message, location: path, hint: Advice(hint))
    }
}

/// Something wrong with one record of a source. It says where and what, and never holds the record's own text.
package struct Diagnostic: Hashable, Sendable, Codable {
    /// `FILE:LINE`, a sha, a column.
    package var location: String
    package var message: String

    package init(_ location: String, _ message: String) {
        self.location = location
        self.message = message
    }
}

/// Collects diagnostics up to a bound and counts the rest, so that a hostile source cannot fill memory.
package struct Diagnostics: Sendable, Hashable {
    package private(set) var list: [Diagnostic] = []
    package private(set) var total = 0
    private let limit: Int

    package init(limit: Int = 200) { self.limit = limit }

    package mutating func warn(_ location: String, _ message: String) {
        total += 1
        if list.count < limit { list.append(Diagnostic(location, message)) }
    }

    package mutating func append(_ other: Diagnostics) {
        for item in other.list { warn(item.location, item.message) }
        total += other.total - other.list.count
    }
}
