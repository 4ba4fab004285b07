import LedgerModel
import Programs
import Synchronization
import TraceFormats

/// Asks long-running `git diff-tree` processes, one after another, what commits changed.
///
/// A commit at which git exits (a blob that a partial clone lacks) is asked for again alone. If git exits again,
/// the commit is unreadable. The others are read either way.
final class ChangesReader: Sendable {
    enum Answer: Sendable {
        case changes(GitChanges)
        /// Its trees or files are missing or damaged.
        case unreadable
        /// The repository itself is gone, or git cannot be run.
        case gone
        /// Git hung and is not asked again.
        case silent(LedgerError)
    }

    /// After this many unreadable commits, missing objects are looked up before each batch; in a partial clone, where
    /// each such commit costs seconds, no further ones are tried.
    private static let fetchTimeout = 3

    private struct Batch: Sendable {
        var shas: [String]
        var answer: CheckedContinuation<[Answer], Never>
    }

    let repository: GitRepository
    let style: GitChangesParser.Style
    private let batches: AsyncStream<Batch>
    private let queue: AsyncStream<Batch>.Continuation
    private let local: LocalObjects?
    private let unreadable = Mutex(0)

    /// `local` has the objects of a partial clone.
    init(_ repository: GitRepository, _ style: GitChangesParser.Style, local: LocalObjects?) {
        self.local = local
        self.repository = repository
        self.style = style
        (batches, queue) = AsyncStream.makeStream(of: Batch.self)
    }

    /// The answers in the order of `shas`: a few hundred, without merges.
    func changes(of shas: some Sequence<String>) async -> [Answer] {
        let shas = Array(shas)
        guard let skipped = await skipped(among: shas) else { return await answers(to: shas) }
        var answers = await answers(to: shas.filter { !skipped.contains($0) })[...]
        return shas.map { skipped.contains($0) ? .unreadable : answers.popFirst() ?? .gone }
    }

    /// The commits at which git would exit, as far as that is known in advance.
    private func skipped(among shas: [String]) async -> Set<String>? {
        let isImpatient = unreadable.withLock { $0 > Self.fetchTimeout }
        let counted = style == .lineCounts
        guard let local else {
            return isImpatient ? try? await repository.incomplete(among: shas, counted: counted) : nil
        }
        if isImpatient { return Set(shas) }
        guard counted || local.lacksTrees else { return nil }
        return try? await repository.incomplete(among: shas, counted: counted, local: local)
    }

    private func answers(to shas: [String]) async -> [Answer] {
        if shas.isEmpty { return [] }
        return await withCheckedContinuation { continuation in
            if case .enqueued = queue.yield(Batch(shas: shas, answer: continuation)) { return }
            continuation.resume(returning: shas.map { _ in .gone })
        }
    }

    /// Takes no more questions: `run` ends after the waiting ones.
    func finish() { queue.finish() }

    /// Answers until `finish`. Git is started with the first question.
    func run() async {
        var waiting = batches.makeAsyncIterator()
        var batch = await waiting.next()
        var answers: [Answer] = []
        var silence: LedgerError?
        while batch != nil {
            do {
                if let silence { throw silence }
                try await repository.tool.converse(at: repository.path, arguments) { git in
                    while let asked = batch {
                        answers += await ask(asked.shas[answers.count...], &git)
                        guard answers.count == asked.shas.count else { return }
                        asked.answer.resume(returning: answers)
                        answers = []
                        batch = await waiting.next()
                    }
                }
            } catch let error as LedgerError where error.code == .gitSilent {
                silence = error
            } catch {
                // Asking again alone shows why git exited.
            }
            guard let asked = batch else { return }
            let answer = if let silence { Answer.silent(silence) } else { await alone(asked.shas[answers.count]) }
            answers.append(answer)
            switch answer {
            case .changes: break
            case .unreadable: unreadable.withLock { $0 += 1 }
            case .silent(let error):
                silence = error
                fallthrough
            case .gone: answers += asked.shas[answers.count...].map { _ in answer }
            }
            if answers.count == asked.shas.count {
                asked.answer.resume(returning: answers)
                answers = []
                batch = await waiting.next()
            }
        }
    }

    private var arguments: [String] { ["diff-tree"] + GitChangesParser.arguments + style.arguments }

    /// The answers that git gave before it exited; all of them if it did not.
    private func ask(_ shas: ArraySlice<String>, _ git: inout Conversation) async -> [Answer] {
        let input = git.input
        async let isWritten: Void = input.write(Self.lines(shas))
        var parser = GitChangesParser(style)
        var answers: [Answer] = []
        while let chunk = try? await git.next() {
            let isSound = chunk.withUnsafeBytes { parser.feed($0) }
            let isAtMark = parser.isAtMark
            for changes in parser.takeFinished() {
                guard answers.count < shas.count, changes.sha == shas[shas.startIndex + answers.count] else {
                    return answers
                }
                answers.append(.changes(changes))
            }
            if isAtMark || !isSound { break }
        }
        await isWritten
        return answers
    }

    private func alone(_ sha: String) async -> Answer {
        var parser = GitChangesParser(style)
        do {
            let end = try await repository.tool.stream(
                at: repository.path, arguments, input: Self.lines([sha])
            ) { chunk in
                _ = chunk.withUnsafeBytes { parser.feed($0) }
            }
            if let changes = parser.finished.first, end.isSuccess, changes.sha == sha { return .changes(changes) }
            return repository.isStillThere && !end.complaint.isNoRepository ? .unreadable : .gone
        } catch let error as LedgerError where error.code == .gitSilent {
            return .silent(error)
        } catch {
            return .gone
        }
    }

    private static func lines(_ shas: some Sequence<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        for sha in shas {
            bytes += sha.utf8
            bytes.append(10)
        }
        return bytes + GitChangesParser.mark
    }
}

/// Two readers for line counts and two for names, so that git uses two cores.
struct ChangesPool: Sendable {
    /// Whether the clone was made without some objects.
    let isPartial: Bool
    private let counts: [ChangesReader]
    private let names: [ChangesReader]
    private let running: [Task<Void, Never>]

    init(_ repository: GitRepository, local: LocalObjects?) {
        isPartial = local != nil
        counts = (0..<2).map { _ in ChangesReader(repository, .lineCounts, local: local) }
        names = (0..<2).map { _ in ChangesReader(repository, .names, local: local) }
        running = (counts + names).map { reader in Task { await reader.run() } }
    }

    /// In the order of the arguments.
    func changes(
        counted: [String], named: [String]
    ) async -> (counted: [ChangesReader.Answer], named: [ChangesReader.Answer]) {
        async let first = Self.changes(counted, counts)
        async let second = Self.changes(named, names)
        return await (first, second)
    }

    /// Neighbours stay together: the parent of a commit is usually the next one, and git still has its tree in memory.
    private static func changes(_ shas: [String], _ readers: [ChangesReader]) async -> [ChangesReader.Answer] {
        let middle = shas.count / 2
        async let first = readers[0].changes(of: shas[..<middle])
        async let second = readers[1].changes(of: shas[middle...])
        return await first + second
    }

    func finish() async {
        for reader in counts + names { reader.finish() }
        for task in running { await task.value }
    }
}
