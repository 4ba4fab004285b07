import LedgerModel
import Programs
import TraceFormats

/// From the bytes of `git log` to batches: while one chunk is saved, the changes of the next are being read, and
/// the one after that is parsed. At most a few chunks are in memory.
struct LogPipeline {
    private static let depth = 6

    private let pool: ChangesPool
    private let root: Task<String?, Never>
    private let edges: Set<String>
    private var parser = GitLogParser()
    private var mapper: CommitMapper
    private var chunk = CommitChunk()
    private var full: [CommitChunk] = []
    private var underWay: [Task<(CommitChunk, GitBatch), Never>] = []
    private(set) var read = 0
    private(set) var diagnostics = Diagnostics()
    private(set) var lacks: Set<CommitChunk.Lack> = []
    /// Commits parsed so far, including those still in the pipeline.
    private(set) var parsed = 0
    /// False if commits are missing at the end.
    private(set) var isSound = true
    private var isGone = false
    /// The last commit that is complete.
    private(set) var lastSha: String?

    init(pool: ChangesPool, root: Task<String?, Never>, edges: Set<String>, mapper: CommitMapper) {
        self.pool = pool
        self.root = root
        self.edges = edges
        self.mapper = mapper
    }

    /// Diagnostics of the messages and dates read so far.
    var mapped: Diagnostics { mapper.diagnostics }
    var ownNames: Set<GitAuthor> { mapper.ownNames }
    var mailmap: MailmapEffect { mapper.mailmap }

    mutating func take(
        _ buffer: Program.Chunk, sink: (GitBatch) async throws -> Void
    ) async throws {
        let isLog = buffer.withUnsafeBytes { bytes in
            parser.feed(bytes) { record in
                let sha = record.sha
                chunk.append(
                    mapper.map(record), isMerge: record.parentCount > 1,
                    isEdge: !edges.isEmpty && edges.contains(sha))
                lastSha = sha
                parsed += 1
                if chunk.isFull {
                    full.append(chunk)
                    chunk = CommitChunk()
                }
            }
        }
        if !isLog { throw LedgerError(.gitFailed, "git printed something that is not a log") }
        try await send(sink)
    }

    /// Marks that the log was incomplete.
    mutating func breakOff() { isSound = false }

    /// Sends the last commits and waits for all of them.
    mutating func finish(sink: (GitBatch) async throws -> Void) async throws {
        full.append(chunk)
        chunk = CommitChunk()
        try await send(sink)
        while !underWay.isEmpty { try await deliver(sink) }
    }

    private mutating func send(_ sink: (GitBatch) async throws -> Void) async throws {
        for chunk in full where chunk.count > 0 {
            let (pool, root) = (pool, root)
            underWay.append(
                Task {
                    var chunk = chunk
                    let batch = await chunk.complete(pool, root: root.value)
                    return (chunk, batch)
                })
            if underWay.count > Self.depth { try await deliver(sink) }
        }
        full.removeAll(keepingCapacity: true)
    }

    private mutating func deliver(_ sink: (GitBatch) async throws -> Void) async throws {
        let (chunk, batch) = await underWay.removeFirst().value
        // After a repository disappears, the next import reads incomplete commits again.
        if let silence = chunk.silence { throw silence }
        if chunk.isGone {
            isGone = true
            isSound = false
        }
        guard !isGone else { return }
        diagnostics.append(chunk.diagnostics)
        lacks.formUnion(chunk.lacks)
        read += batch.read
        try await sink(batch)
    }
}
