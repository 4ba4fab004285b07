import LocalFiles
import Subprocess

/// A running program, as long as somebody talks to it.
package struct Conversation {
    /// What the program reads.
    package let input: ProgramInput
    /// The program has closed its output.
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

    /// What the program printed next; nil when it has closed its output. Throws `.printedTooMuch`.
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

/// What a running program reads. One that has ended takes no more; how it ended tells why.
package struct ProgramInput: Sendable {
    let writer: StandardInputWriter

    /// Waits until the program has taken all but what a pipe holds: with more than that, read meanwhile.
    package func write(_ bytes: [UInt8]) async {
        // Never with the library's `.array`, which ends this process when the program ends before it has read
        // everything (swift-subprocess #367).
        if !bytes.isEmpty { _ = try? await writer.write(bytes) }
    }

    /// Nothing more comes.
    package func finish() async { try? await writer.finish() }

    func writeAll(_ bytes: [UInt8]) async {
        await write(bytes)
        await finish()
    }
}

/// What a program says on standard error: read to the end, so that it never waits for a full pipe.
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
            // What was read so far is what there is.
        }
        return tail.suffix(kept)
    }
}
