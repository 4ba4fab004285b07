import GRDB
import LedgerModel
import LocalFiles

/// Turns the database's errors into sentences. Rows and bound values never pass this border.
func guarded<Value>(
    _ path: String, isReading: Bool = false, _ work: () throws -> Value
) throws(LedgerError) -> Value {
    do {
        return try work()
    } catch let error as LedgerError {
        throw error
    } catch let error as DatabaseError {
        throw .database(error, path: path, isReading: isReading)
    } catch let error as FileError {
        throw LedgerError(error)
    } catch {
        throw LedgerError(
            .storeFailed, "the ledger could not be read", location: path,
            hint: "Run \(offer: .doctor) to see what can be saved.")
    }
}

extension LedgerError {
    /// An error about a file beside the ledger.
    init(_ error: FileError) {
        self.init(file: error.kind.rawValue, error.message, path: error.path, hint: error.hint)
    }

    static func database(_ error: DatabaseError, path: String, isReading: Bool = false) -> LedgerError {
        // The disk has no room for the shared-memory file, without which SQLite cannot even read.
        if error.extendedResultCode == .SQLITE_IOERR_SHMSIZE { return .diskFull(path) }
        return switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            LedgerError(
                .ledgerLocked, "another program is writing to the ledger", location: path,
                hint: "Nothing was written. Try again in a moment.")
        case .SQLITE_FULL: .diskFull(path)
        case .SQLITE_READONLY, .SQLITE_PERM:
            LedgerError(
                .ledgerReadOnly, "the ledger cannot be written to", location: path,
                hint: "Check the permissions of the file and its folder.")
        case .SQLITE_CANTOPEN:
            LedgerError(
                .unreadable, "the ledger cannot be opened", location: path,
                hint: "Check that the folder exists and that you may write to it. Reading needs that too.")
        case .SQLITE_NOTADB:
            LedgerError(
                .notALedger, "this file is not a Limelight ledger", location: path,
                hint: "Name another file with --ledger.")
        case .SQLITE_CORRUPT:
            LedgerError(
                .ledgerDamaged, "the ledger is damaged", location: path,
                hint: "Run \(offer: .doctor) to see what can be saved.")
        default:
            LedgerError(
                .storeFailed,
                "the ledger \(isReading ? "cannot answer this" : "refused a write") (SQLite \(error.extendedResultCode.rawValue))",
                location: path, hint: "Run \(offer: .doctor).")
        }
    }

    private static func diskFull(_ path: String) -> LedgerError {
        LedgerError(
            .diskFull, "the disk is full", location: path,
            hint: "Free some space and run the same command again. What was saved before stays.")
    }
}
