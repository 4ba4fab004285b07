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
        var bytes: [UInt8] = []
        do {
            let end = try await stream(at: path, arguments) { chunk in
                chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
                if bytes.count > limit {
                    throw LedgerError(.gitFailed, "git printed more than can be kept", location: path)
                }
            }
            return (bytes, end)
        } catch {
            throw error as? LedgerError ?? LedgerError(.gitFailed, "git could not be run", location: path)
        }
    }

    /// Runs git and hands on what it prints as it comes, also the last of it when git fails.
    ///
    /// What `each` throws ends git and is thrown on.
    func stream(
        at path: String, _ arguments: [String], input: [UInt8] = [],
        _ each: (SubprocessOutputSequence.Buffer) async throws -> Void
    ) async throws -> End {
        _ = brokenPipesIgnored
        do {
            let result = try await run(
                configuration(at: path, arguments), input: .inputWriter, output: .sequence, error: .sequence
            ) { git in
                // Written here and not with `.array`, which ends this process when git ends before it has read
                // everything (swift-subprocess #367).
                let (writer, errors) = (git.standardInputWriter, git.standardError)
                async let isWritten: Void = Self.write(input, to: writer)
                async let complaint = GitComplaint(reading: errors)
                for try await chunk in git.standardOutput { try await each(chunk) }
                await isWritten
                return await complaint
            }
            return End(complaint: result.closureResult, isSuccess: result.terminationStatus.isSuccess)
        } catch is SubprocessError {
            throw LedgerError(.gitFailed, "git could not be run", location: path)
        }
    }

    /// A git that has ended takes no more; what it said tells why.
    private static func write(_ input: [UInt8], to writer: StandardInputWriter) async {
        if !input.isEmpty { _ = try? await writer.write(input) }
        try? await writer.finish()
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
}
