package import LedgerModel
import Subprocess

/// Small programs of the system, run to their end.
package enum Program {
    package struct End: Sendable {
        package var isSuccess: Bool
        package var out: [UInt8]
        package var complaint: String
    }

    /// Nil when `PATH` holds no such program. Throws `.schedulerFailed` when it cannot be run or prints more
    /// than a megabyte.
    package static func run(_ name: String, _ arguments: [String]) async throws(LedgerError) -> End? {
        let executable = Executable.name(name)
        guard (try? await executable.resolveExecutablePath(in: .inherit)) != nil else { return nil }
        do {
            let result = try await Subprocess.run(
                executable, arguments: Arguments(arguments), environment: .inherit.updating(["LC_ALL": "C"]),
                input: .none, output: .bytes(limit: 1 << 20), error: .bytes(limit: 1 << 16))
            return End(
                isSuccess: result.terminationStatus.isSuccess, out: result.standardOutput,
                complaint: String(decoding: result.standardError, as: UTF8.self))
        } catch {
            throw LedgerError(
                .schedulerFailed, "\(name) could not be run", hint: "Try it by hand, then turn the routine on again.")
        }
    }
}
