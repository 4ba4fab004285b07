import Subprocess
import Synchronization
import TraceFormats

/// Asks one long-running `git diff-tree` after another what commits changed.
///
/// A commit that ends git (a blob that a partial clone lacks) is asked for once more alone, answered as
/// unreadable when git ends again, and the rest goes on.
final class ChangesReader: Sendable {
    enum Answer: Sendable {
        case changes(GitChanges)
        /// Its trees or files are missing or damaged.
        case unreadable
        /// The repository itself is gone, or git cannot be run.
        case gone
    }

    /// After so many unreadable commits, what is missing is asked for ahead of each job; in a partial clone, where
    /// each costs seconds, no more is tried.
    private static let patience = 3

    private struct Job: Sendable {
        var shas: [String]
        var answer: CheckedContinuation<[Answer], Never>
    }

    let repository: GitRepository
    let style: GitChangesParser.Style
    private let jobs: AsyncStream<Job>
    private let queue: AsyncStream<Job>.Continuation
    private let local: LocalObjects?
    private let unreadable = Mutex(0)

    /// `local` says what a partial clone has.
    init(_ repository: GitRepository, _ style: GitChangesParser.Style, local: LocalObjects?) {
        self.local = local
        self.repository = repository
        self.style = style
        (jobs, queue) = AsyncStream.makeStream(of: Job.self)
    }

    /// The answers in the order of `shas`: a few hundred, no merges among them.
    func changes(of shas: some Sequence<String>) async -> [Answer] {
        let shas = Array(shas)
        guard let skipped = await skipped(among: shas) else { return await answers(to: shas) }
        var answers = await answers(to: shas.filter { !skipped.contains($0) })[...]
        return shas.map { skipped.contains($0) ? .unreadable : answers.popFirst() ?? .gone }
    }

    /// What git would end at, as far as it can be told ahead.
    private func skipped(among shas: [String]) async -> Set<String>? {
        let isImpatient = unreadable.withLock { $0 > Self.patience }
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
            if case .enqueued = queue.yield(Job(shas: shas, answer: continuation)) { return }
            continuation.resume(returning: shas.map { _ in .gone })
        }
    }

    /// No more questions: `run` ends after those that wait.
    func finish() { queue.finish() }

    /// Answers until `finish`. Git is started with the first question.
    func run() async {
        var waiting = jobs.makeAsyncIterator()
        var job = await waiting.next()
        var answers: [Answer] = []
        while job != nil {
            _ = try? await repository.tool.converse(at: repository.path, arguments) { git in
                var output = git.standardOutput.makeAsyncIterator()
                while let asked = job {
                    answers += await ask(asked.shas[answers.count...], git.standardInputWriter, &output)
                    guard answers.count == asked.shas.count else { return }
                    asked.answer.resume(returning: answers)
                    answers = []
                    job = await waiting.next()
                }
            }
            guard let asked = job else { return }
            let answer = await alone(asked.shas[answers.count])
            answers.append(answer)
            if case .unreadable = answer { unreadable.withLock { $0 += 1 } }
            if case .gone = answer { answers += asked.shas[answers.count...].map { _ in .gone } }
            if answers.count == asked.shas.count {
                asked.answer.resume(returning: answers)
                answers = []
                job = await waiting.next()
            }
        }
    }

    private var arguments: [String] { ["diff-tree"] + GitChangesParser.arguments + style.arguments }

    /// The answers that git gave before it ended; all of them when it did not.
    private func ask(
        _ shas: ArraySlice<String>, _ input: StandardInputWriter, _ output: inout SubprocessOutputSequence.Iterator
    ) async -> [Answer] {
        async let isWritten = try? input.write(Self.lines(shas))
        var parser = GitChangesParser(style)
        var answers: [Answer] = []
        while let chunk = try? await output.next() {
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
        _ = await isWritten
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
