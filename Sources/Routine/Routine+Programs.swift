import LedgerModel
import Programs

extension Routine {
    /// How a small program of the system ended.
    struct End: Sendable {
        var isSuccess: Bool
        var out: [UInt8]
        var complaint: String
    }

    private static let limits = ProgramLimits(time: .seconds(60), output: 1 << 20)

    /// Nil when `PATH` holds no such program. Throws `.schedulerFailed` when it cannot be run, does not end within a
    /// minute or prints more than a megabyte.
    func ask(_ name: String, _ arguments: [String]) async throws(LedgerError) -> End? {
        guard let program = try? await Program(named: name, environment: ["LC_ALL": "C"]) else { return nil }
        do {
            let (bytes, end) = try await program.collect(arguments, limits: Self.limits)
            return End(
                isSuccess: end.isSuccess, out: bytes, complaint: String(decoding: end.complaint, as: UTF8.self))
        } catch {
            let message =
                switch error as? ProgramError {
                case .tookTooLong: "\(name) gave no answer within a minute"
                default: "\(name) could not be run"
                }
            throw LedgerError(.schedulerFailed, message, hint: "Try it by hand, then turn the routine on again.")
        }
    }
}
