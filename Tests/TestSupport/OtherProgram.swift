import Dispatch
import Foundation
import GRDB

/// Another connection to a ledger's file, which can hold its write lock.
package struct OtherProgram: Sendable {
    private let queue: DatabaseQueue

    package init(_ path: String) throws { queue = try DatabaseQueue(path: path) }

    /// Does `work` while the lock is held.
    package func writing<Value>(_ work: () throws -> Value) throws -> Value {
        try queue.writeWithoutTransaction { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            defer { try? db.execute(sql: "ROLLBACK") }
            return try work()
        }
    }

    /// Holds the lock from now on, on a thread of its own, until what is returned is called.
    package func write() -> @Sendable () -> Void {
        let (begun, ended, left) = (
            DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
        )
        Thread.detachNewThread {
            try? writing {
                begun.signal()
                ended.wait()
            }
            left.signal()
        }
        begun.wait()
        return {
            ended.signal()
            left.wait()
        }
    }
}
