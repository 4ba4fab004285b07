import LedgerModel

/// Writes commits as the input of `git fast-import`, in the order of their times.
struct FastImportWriter {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0
    private var files: DemoFiles
    private var mark = 0
    /// The mark of the tip of `main`; 0 if there is none.
    private var tip = 0

    init(days: DemoDays) { files = DemoFiles(days: days) }

    private struct Step {
        var at: Instant
        var order: Int
        var commit: DemoCommit
        /// The branch that this commit merges.
        var merges: String?
    }

    mutating func write(_ commits: [DemoCommit]) {
        var steps: [Step] = []
        for (index, commit) in commits.enumerated() {
            steps.append(Step(at: commit.at, order: index, commit: commit))
            guard let merged = commit.mergedAt else { continue }
            steps.append(Step(at: merged, order: index, commit: commit, merges: Self.branch(commit)))
        }
        steps.sort { ($0.at, $0.order) < ($1.at, $1.order) }
        var open: [String: Int] = [:]
        for step in steps {
            if let branch = step.merges {
                guard let other = open.removeValue(forKey: branch) else { continue }
                merge(step.commit, branch, other, at: step.at)
            } else if step.commit.mergedAt != nil, tip != 0, open[Self.branch(step.commit)] == nil {
                let branch = Self.branch(step.commit)
                write(step.commit, to: "refs/heads/" + branch, at: step.at)
                open[branch] = mark
            } else {
                write(step.commit, to: "refs/heads/main", at: step.at)
                tip = mark
            }
        }
        line("done")
    }

    private static func branch(_ commit: DemoCommit) -> String {
        let letters = commit.subject.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
        return commit.author.key + "/" + String(letters).split(separator: " ").prefix(4).joined(separator: "-")
    }

    private mutating func write(_ commit: DemoCommit, to ref: String, at: Instant) {
        head(ref, author: commit.author, committer: commit.author, at: at, message: commit.message)
        if tip != 0 { line("from :\(tip)") }
        for path in commit.paths {
            files.change(path, by: commit)
            file(path)
        }
        line("")
    }

    private mutating func merge(_ commit: DemoCommit, _ branch: String, _ other: Int, at: Instant) {
        head(
            "refs/heads/main", author: DemoPeople.dana, committer: DemoPeople.dana, at: at,
            message: "Merge branch '\(branch)'\n")
        line("from :\(tip)")
        line("merge :\(other)")
        for path in commit.paths { file(path) }
        line("")
        tip = mark
        // Delete the branch; its commit stays reachable through the merge.
        line("reset refs/heads/\(branch)")
        line("from \(String(repeating: "0", count: 40))")
        line("")
    }

    private mutating func head(
        _ ref: String, author: DemoPerson, committer: DemoPerson, at: Instant, message: String
    ) {
        mark += 1
        count += 1
        line("commit \(ref)")
        line("mark :\(mark)")
        let time = "\(at.seconds) \(files.zone(at))"
        line("author \(author.name) <\(author.mail)> \(time)")
        line("committer \(committer.name) <\(committer.mail)> \(time)")
        data(message)
    }

    private mutating func file(_ path: String) {
        line("M 100644 inline \(path)")
        data(files.text(path))
    }

    private mutating func data(_ text: String) {
        line("data \(text.utf8.count)")
        line(text)
    }

    private mutating func line(_ text: String) {
        bytes.append(contentsOf: text.utf8)
        bytes.append(10)
    }
}
