import LocalFiles
import Subprocess

/// A program of this machine, and the environment in which it runs.
///
/// It is started in a separate session, so that nothing it starts can ask at the terminal and all of it can be ended.
package struct Program: Sendable {
    let executable: Executable
    let environment: Environment

    /// Searches the absolute folders of `PATH`. Throws `.notFound`.
    ///
    /// - Parameter changes: Changes to our environment; `nil` removes a variable.
    package init(named name: String, environment changes: [String: String?] = [:]) async throws(ProgramError) {
        environment = Environment.inherit.updating(changes.keyed)
        do {
            executable = .path(try await Executable.name(name).resolveExecutablePath(in: environment))
        } catch {
            throw .notFound
        }
    }

    /// How a program ended, unless we ended it.
    package struct End: Sendable {
        /// `nil` if a signal ended it.
        package let exitCode: Int32?
        /// The last 4 KB of its standard error.
        package let complaint: [UInt8]

        package var isSuccess: Bool { exitCode == 0 }
    }

    /// A piece of output, as it arrived.
    package struct Chunk: Sendable {
        let buffer: SubprocessOutputSequence.Buffer

        package var count: Int { buffer.count }

        package func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
            try buffer.withUnsafeBytes(body)
        }
    }

    /// Runs the program to its end and hands over its output as it arrives, even if it fails later.
    ///
    /// Throws `ProgramError`, and any error of `each`, which also ends the program.
    ///
    /// - Parameters:
    ///   - changes: Changes to the environment for this run.
    ///   - input: Its standard input. A program that ends earlier does not get all of it.
    ///   - hear: Called with its standard error. Returning false ends the program.
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

    /// Runs the program to its end and returns its output. Throws `ProgramError`.
    package func collect(
        _ arguments: [String], environment changes: [String: String?] = [:], limits: ProgramLimits
    ) async throws -> (bytes: [UInt8], end: End) {
        var bytes: [UInt8] = []
        let end = try await run(arguments, environment: changes, limits: limits) { chunk in
            chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
        }
        return (bytes, end)
    }

    /// Runs the program and lets `body` talk to it. Ends the program if `body` returns before its output ends.
    ///
    /// Throws `ProgramError`, and any error of `body`.
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
                    // A program may close its output and go on running.
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

/// Why a program gave no result. The caller puts it into words, since it knows what the program was for.
package enum ProgramError: Error, Hashable, Sendable {
    /// It is in no folder on `PATH`.
    case notFound
    /// The system could not start it, or lost contact with it.
    case notStarted
    /// It ran too long and was ended.
    case tookTooLong
    /// It printed nothing for too long and was ended.
    case wasSilent
    /// It printed more than the limit and was ended.
    case printedTooMuch
}

/// How long a program may run and be silent, and how much it may print; `nil` means no limit.
package struct ProgramLimits: Hashable, Sendable {
    /// From its start to its end.
    package var time: Duration?
    /// How long it may print nothing while we wait for output. A program that is visibly at work (on Linux, one that
    /// uses the processor) may be silent ten times as long, because a huge history on a slow disk does not mean that it
    /// hangs.
    package var silence: Duration?
    /// Bytes on standard output.
    package var output: Int?

    /// Bytes on standard error. Only the last part of it is kept, so this limit is just for programs that never stop
    /// printing.
    static let complaint = 64 << 20

    package init(time: Duration? = nil, silence: Duration? = nil, output: Int? = nil) {
        self.time = time
        self.silence = silence
        self.output = output
    }

    /// How often the limits are checked; `nil` if there are none.
    var slice: Duration? {
        guard let shortest = [time, silence].compactMap({ $0 }).min() else { return nil }
        return min(max(shortest / 10, .milliseconds(1)), .seconds(1))
    }
}
