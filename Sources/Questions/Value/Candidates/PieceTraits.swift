import LedgerModel

/// What a piece says about itself, read once. A class, because a year of them is handed around much.
final class PieceTraits: Sendable {
    let piece: CandidatePiece
    let subject: CommitSubject
    /// The words of its title, in order.
    let words: [String]
    /// The words that say what it is about.
    let telling: Set<String>
    let numbers: TitleNumbers
    let files: TouchedFiles
    let isHeroic: Bool
    /// Whether it is what is expected, done alone outside working hours.
    let isLateBaseline: Bool
    /// Whether a commit only makes a release.
    let isRelease: Bool
    /// Whether it is no result by itself: dependencies, typing errors, formatting.
    let isChore: Bool
    /// Whether only those who work on it notice: a refactoring, tests.
    let isInternal: Bool
    let isDecision: Bool
    /// Whether a note says by a figure what changed: `3 h instead of a day`, `8 of 10`, `93 %`.
    let hasFigure: Bool

    /// - Parameter isRoutine: Whether the same was done again and again.
    init(_ piece: CandidatePiece, isRoutine: Bool = false) {
        self.piece = piece
        let isCommit = piece.kind == .commit
        subject = isCommit ? CommitSubject(piece.title) : CommitSubject("")
        words = Phrases.words(of: isCommit ? subject.text : piece.title)
        telling = Phrases.telling(words)
        numbers = TitleNumbers(title: piece.title, body: piece.body, project: piece.project)
        files = TouchedFiles(piece.paths)
        isLateBaseline = Heroics.isLateBaseline(piece)
        isHeroic = Heroics.isOne(piece, isCommit ? Phrases.words(of: piece.title) : words, subject)
        isRelease = isCommit && Self.isRelease(piece.title, subject, words)
        isInternal =
            isCommit
            && (subject.isSupport || Self.keepingUp.begins(words)
                || words.contains { word in
                    Self.inward.contains { word.hasPrefix($0) } || Self.inwardWords.contains(word)
                })
        let hasNothing = files.all > 0 && files.code == 0 && files.prose == 0
        isChore =
            isRoutine
            || isCommit
                && (isRelease || subject.isChore || hasNothing || Self.opening.begins(words)
                    || Self.anywhere.isIn(words)
                    || piece.worth == .baseline && piece.worthBy == .hand)
        hasFigure = piece.kind.isByHand && Self.changes(piece.title)
        isDecision = Decision.isOne(
            piece.kind, isSeries: !piece.series.isEmpty, tags: piece.tags, words: words)
    }

    private static func changes(_ title: String) -> Bool {
        guard title.contains(where: \.isNumber) else { return false }
        let tokens = title.caseFolded.split { $0 == " " || $0 == "\u{A0}" || $0 == "," || $0 == ":" || $0 == ";" }
        if tokens.contains(where: { ["statt", "->", "→", "%"].contains($0) || $0.hasSuffix("%") }) { return true }
        func isNumber(_ place: Int) -> Bool { tokens.indices.contains(place) && tokens[place].first?.isNumber == true }
        return tokens.indices.contains { place in
            switch tokens[place] {
            case "instead": tokens.dropFirst(place + 1).first == "of"
            case "of", "von": isNumber(place - 1) && isNumber(place + 1)
            default: false
            }
        }
    }

    /// The title with any number in place of each, by which the same work again and again is known.
    var pattern: String {
        piece.project + "\u{1}" + words.map { $0.utf8.allSatisfy { $0 < 0x3A } ? "0" : $0 }.joined(separator: " ")
    }

    /// What a revert takes back: the sha in its text, or else the title that it repeats; `nil` if it is none.
    var reverted: (sha: String?, title: String)? {
        guard piece.kind == .commit, piece.title.caseFolded.hasPrefix("revert") else { return nil }
        let rest = piece.title.dropFirst("revert".count).drop { $0 == ":" || $0 == " " }
        let title = rest.filter { !"\"“”".contains($0) }
        let tokens = piece.body.prefix(400).split { $0 == " " || $0 == "\n" || $0 == "." }
        let sha = tokens.firstIndex(of: "commit").flatMap { place in
            tokens.dropFirst(place + 1).first { (7...40).contains($0.utf8.count) && $0.allSatisfy(\.isHexDigit) }
        }
        return (sha.map(String.init), title)
    }

    private static func isRelease(_ title: String, _ subject: CommitSubject, _ words: [String]) -> Bool {
        subject.type == "release" || releasing.begins(words) || releaseNotes.isIn(words) || isVersion(title)
    }

    /// `1.4.0`, `v3.0.2-beta`.
    private static func isVersion(_ title: String) -> Bool {
        let first = title.prefix { $0 != " " }
        let digits = first.first == "v" ? first.dropFirst() : first
        return digits.first?.isNumber == true && digits.contains(".")
            && digits.prefix { $0 != "." }.allSatisfy(\.isNumber)
    }

    private static let releasing = Phrases(
        "release, releasing, releases, version, preparing, prepare release, prepare for release, prepare version, news, "
            + "notes for, draft release")
    private static let releaseNotes = Phrases("release notes, changelog, change log")
    private static let inward = [
        "refactor", "clean", "renam", "simplif", "tweak", "reorgani", "comment", "internal", "superfluous",
    ]
    private static let inwardWords: Set<String> = [
        "move", "moved", "moves", "moving", "test", "tests", "testing", "flaky", "warning", "warnings", "coverage",
        "fixture", "fixtures", "typing", "type", "types", "todo", "todos", "workaround",
    ]
    private static let keepingUp = Phrases("update, updates, updated, adapt, adapts, adapted, re enable, small")
    private static let opening = Phrases(
        "merge, add test, add tests, start version, begin version, back to development, apply formatting, "
            + "bump, bumps, bumped, pin, unpin, upgrade, upgraded, upgrades, downgrade, deploying, oops, whoops, lint, "
            + "formatting, fmt, tidy, unit tests, cleanup, clean up, code cleanup, copyright, wip, revert, run latest, "
            + "update deps, update dependencies, updated dependencies, update dependency, update copyright, "
            + "update license, update licence, update authors, update version, updated version, update lockfile, "
            + "update the lockfile, ran black, run black, applied black, apply black, applied latest black, "
            + "reformatted with black, ran cog, run cog, applied cog, ran prettier, run prettier, ran blacken docs, "
            + "run blacken docs, rustfmt, cargo fmt, cargo update, ran ruff, applied ruff, black")
    private static let anywhere = Phrases(
        "dependabot, renovate, pyupgrade, cleanup, clean up, reformat, code style, license header, license headers, "
            + " typo, typos, whitespace, spelling, badge, badges, travis, appveyor, linter, linters, "
            + "linting, github action, github actions, fix test, fix tests, fixed test, fixed tests, fix the tests, "
            + "fix ci, fix build, fix the build, fixed build, fix lint, failing test, failing tests, test failure, "
            + "test failures, rust fmt, clippy, flake8, mypy fixes")
}
