import LocalFiles
import Subprocess

/// A program of this machine, and the environment it is run in.
///
/// It is started in a session of its own: nothing it starts can ask at the terminal, and all of it can be ended.
package struct Program: Sendable {
    let executable: Executable
    let environment: Environment

    /// Searches the absolute folders of `PATH`. Throws `.notFound`.
    ///
    /// - Parameter changes: What its environment has other than ours; nil takes a variable away.
    package init(named name: String, environment changes: [String: String?] = [:]) async throws(ProgramError) {
        environment = Environment.inherit.updating(changes.keyed)
        do {
            executable = .path(try await Executable.name(name).resolveExecutablePath(in: environment))
        } catch {
            throw .notFound
        }
    }

    /// How a program ended that was not ended by us.
    package struct End: Sendable {
        /// Nil when a signal ended it.
        package let exitCode: Int32?
        /// The last 4 KB of what it said on standard error.
        package let complaint: [UInt8]

        package var isSuccess: Bool { exitCode == 0 }
    }

    /// What it printed, as it came.
    package struct Chunk: Sendable {
        let buffer: SubprocessOutputSequence.Buffer

        package var count: Int { buffer.count }

        package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
            try buffer.withUnsafeBytes(body)
        }
    }

    /// Runs it to its end and hands on what it prints as it comes, also the last of it when it fails.
    ///
    /// Throws `ProgramError`, and what `each` throws, which ends the program.
    ///
    /// - Parameters:
    ///   - changes: What the environment has other than the program's own, for this run.
    ///   - input: For its standard input. A program that ends earlier takes no more of it.
    ///   - hear: Called with what it says on standard error; false ends it.
    package func run(
        _ arguments: [String], environment changes: [String: String?] = [:], input: [UInt8] = [],
        limits: ProgramLimits, hear: @escaping @Sendable (Chunk) -> Bool = { _ in true },
        _ each: (Chunk) async throws -> Void
    ) async throws -> End {
        try await converse(arguments, environment: changes, limits: limits, hear: hear) { conversation in
            let writer = conversation.input
            async let isWritten: Void = writer.writeAll(input)
            while let chunk = try await conversation.next() { try await each(chunk) }
            await isWritten
        }.end
    }

    /// Runs it to its end and keeps what it prints. Throws `ProgramError`.
    package func collect(
        _ arguments: [String], environment changes: [String: String?] = [:], limits: ProgramLimits
    ) async throws -> (bytes: [UInt8], end: End) {
        var bytes: [UInt8] = []
        let end = try await run(arguments, environment: changes, limits: limits) { chunk in
            chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return (bytes, end)
    }

    /// Runs it and lets `body` talk to it; it is ended when `body` returns before its output does.
    ///
    /// Throws `ProgramError`, and what `body` throws.
    package func converse<Result: Sendable>(
        _ arguments: [String], environment changes: [String: String?] = [:], limits: ProgramLimits,
        hear: @escaping @Sendable (Chunk) -> Bool = { _ in true },
        _ body: (inout Conversation) async throws -> Result
    ) async throws -> (result: Result, end: End) {
        var configuration = Configuration(
            executable: executable, arguments: Arguments(arguments), environment: environment.updating(changes.keyed))
        configuration.platformOptions.createSession = true
        configuration.platformOptions.teardownSequence = [
            .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(2))
        ]
        let watch = Watch(limits)
        do {
            let outcome = try await Subprocess.run(
                configuration, input: .inputWriter, output: .sequence, error: .sequence
            ) { execution in
                let group = ProcessGroup(leader: execution.processIdentifier.value)
                RunningPrograms.add(group)
                defer { RunningPrograms.remove(group) }
                let errors = execution.standardError
                async let _ = watch.keep(group)
                async let complaint = Complaint.read(errors, of: group, watch, hear)
                do {
                    var conversation = Conversation(
                        execution.standardInputWriter, execution.standardOutput, watch, limits.output)
                    let result = try await body(&conversation)
                    await conversation.input.finish()
                    if !conversation.isAtEnd { await group.end() }
                    watch.isAwaited(true)
                    let said = await complaint
                    // A program may close its output and stay.
                    await group.untilEnded()
                    try Task.checkCancellation()
                    return (result, said)
                } catch {
                    await group.end()
                    throw error
                }
            }
            if let reached = watch.reached { throw reached }
            let code: Int32? = if case .exited(let code) = outcome.terminationStatus { code } else { nil }
            return (outcome.closureResult.0, End(exitCode: code, complaint: outcome.closureResult.1))
        } catch let error as SubprocessError {
            throw watch.reached ?? (error.code == .executableNotFound ? .notFound : .notStarted)
        } catch {
            throw watch.reached ?? error
        }
    }
}

extension [String: String?] {
    fileprivate var keyed: [Environment.Key: String?] {
        Dictionary<Environment.Key, String?>(uniqueKeysWithValues: map { (.init(stringLiteral: $0.key), $0.value) })
    }
}

/// Why a program gave no result, for the caller to say in the words of what it was asked for.
package enum ProgramError: Error, Hashable, Sendable {
    /// No folder on `PATH` holds it.
    case notFound
    /// The system did not start it, or lost touch with it.
    case notStarted
    /// Its time was up; it was ended.
    case tookTooLong
    /// It printed nothing for too long; it was ended.
    case wasSilent
    /// It printed more than is taken; it was ended.
    case printedTooMuch
}

/// How long a program may run and be silent, and how much it may print; nil where there is no limit.
package struct ProgramLimits: Hashable, Sendable {
    /// From its start to its end.
    package var time: Duration?
    /// Without a byte of output while somebody waits for it. A program that is seen at work (on Linux: that uses the
    /// processor) may be silent ten times as long: a huge history on a slow disk is no program that hangs.
    package var silence: Duration?
    /// Bytes on standard output.
    package var output: Int?

    /// Bytes on standard error. What is said there is kept only in part, so this limit is for what never ends.
    static let complaint = 64 << 20

    package init(time: Duration? = nil, silence: Duration? = nil, output: Int? = nil) {
        self.time = time
        self.silence = silence
        self.output = output
    }

    /// How often the limits are looked at: nil if there is nothing to look at.
    var slice: Duration? {
        guard let shortest = [time, silence].compactMap({ $0 }).min() else { return nil }
        return min(max(shortest / 10, .milliseconds(1)), .seconds(1))
    }
}
