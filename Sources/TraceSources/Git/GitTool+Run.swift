import LedgerModel
import Subprocess

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#endif

/// A git that ends early must not end this process with it: writing to it then fails as any other write.
private let brokenPipesIgnored: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

extension GitTool {
    struct End: Sendable {
        var complaint: GitComplaint
        var isSuccess: Bool
    }

    /// Runs git to its end and keeps what it prints. Throws `.gitFailed` beyond `limit` bytes.
    func collect(
        at path: String, _ arguments: [String], limit: Int = 32 << 20
    ) async throws(LedgerError) -> (bytes: [UInt8], end: End) {
        do {
            let result = try await run(
                configuration(at: path, arguments), output: .bytes(limit: limit), error: .bytes(limit: 1 << 20))
            let complaint = GitComplaint(result.standardError)
            return (result.standardOutput, End(complaint: complaint, isSuccess: result.terminationStatus.isSuccess))
        } catch {
            throw Self.failure(error, path)
        }
    }

    /// Runs git and hands on what it prints as it comes, also the last of it when git fails.
    ///
    /// What `each` throws ends git and is thrown on.
    func stream(
        at path: String, _ arguments: [String], input: [UInt8],
        _ each: (SubprocessOutputSequence.Buffer) async throws -> Void
    ) async throws -> End {
        _ = brokenPipesIgnored
        do {
            let result = try await run(
                configuration(at: path, arguments), input: .array(input), output: .sequence, error: .sequence
            ) { execution in
                let errors = execution.standardError
                async let complaint = GitComplaint(reading: errors)
                for try await chunk in execution.standardOutput { try await each(chunk) }
                return await complaint
            }
            return End(complaint: result.closureResult, isSuccess: result.terminationStatus.isSuccess)
        } catch let error as SubprocessError {
            throw Self.failure(error, path)
        }
    }

    /// Runs git and lets `body` talk to it: what it writes must be shorter than what git can take in between.
    func converse<Result: Sendable>(
        at path: String, _ arguments: [String],
        _ body: (Execution<CustomWriteInput, SequenceOutput, DiscardedOutput>) async throws -> Result
    ) async throws -> Result {
        _ = brokenPipesIgnored
        return try await run(
            configuration(at: path, arguments), input: .inputWriter, output: .sequence, error: .discarded, body: body
        ).closureResult
    }

    private static func failure(_ error: any Error, _ path: String) -> LedgerError {
        guard let error = error as? SubprocessError, error.code == .outputLimitExceeded else {
            return LedgerError(.gitFailed, "git could not be run", location: path)
        }
        return LedgerError(.gitFailed, "git printed more than can be kept", location: path)
    }
}
