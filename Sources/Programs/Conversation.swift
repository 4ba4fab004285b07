import LocalFiles
import Subprocess

/// A running program and its input and output.
package struct Conversation {
    /// The input of the program.
    package let input: ProgramInput
    /// Whether the program has closed its output.
    private(set) var isAtEnd = false

    private var output: SubprocessOutputSequence.Iterator
    private let watch: Watch
    private let limit: Int?
    private var count = 0

    init(
        _ writer: StandardInputWriter, _ output: SubprocessOutputSequence, _ watch: Watch, _ limit: Int?
    ) {
        input = ProgramInput(writer: writer)
        self.output = output.makeAsyncIterator()
        self.watch = watch
        self.limit = limit
    }

    /// The next output; `nil` if the program has closed its output. Throws `.printedTooMuch`.
    package mutating func next() async throws -> Program.Chunk? {
        watch.isAwaited(true)
        defer { watch.isAwaited(false) }
        guard let buffer = try await output.next() else {
            isAtEnd = true
            return nil
        }
        count += buffer.count
        if let limit, count > limit { throw ProgramError.printedTooMuch }
        return Program.Chunk(buffer: buffer)
    }
}

/// The input of a running program. Writing to a program that has ended does nothing; its end says why.
package struct ProgramInput: Sendable {
    let writer: StandardInputWriter

    /// Waits until the program has read all but what fits into a pipe. To write more than that, read its output
    /// meanwhile.
    package func write(_ bytes: [UInt8]) async {
        // Not with the library's `.array`, which ends this process if the program ends before it has read everything
        // (swift-subprocess #367).
        if !bytes.isEmpty { _ = try? await writer.write(bytes) }
    }

    /// Closes the input.
    package func finish() async { try? await writer.finish() }

    func writeAll(_ bytes: [UInt8]) async {
        await write(bytes)
        await finish()
    }
}

/// Reads standard error to its end, so that the program never waits for a full pipe, and keeps the last part.
enum Complaint {
    private static let kept = 4096

    static func read(
        _ errors: SubprocessOutputSequence, of program: ProcessGroup, _ watch: Watch,
        _ hear: @Sendable (Program.Chunk) -> Bool
    ) async -> [UInt8] {
        var tail: [UInt8] = []
        var count = 0
        do {
            for try await buffer in errors {
                watch.heard()
                count += buffer.count
                buffer.withUnsafeBytes { tail.append(contentsOf: $0.suffix(kept)) }
                if tail.count > 4 * kept { tail.removeFirst(tail.count - kept) }
                if count > ProgramLimits.complaint { watch.reach(.printedTooMuch) }
                if watch.reached != nil || !hear(Program.Chunk(buffer: buffer)) { await program.end() }
            }
        } catch {
            // Use what was read so far.
        }
        return tail.suffix(kept)
    }
}
