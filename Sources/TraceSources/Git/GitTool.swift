import LedgerModel
import LocalFiles
import Programs
import Synchronization

/// The git program and how it is run: no network, no prompt, and no program that a repository or the
/// surrounding shell configures.
struct GitTool: Sendable {
    private let program: Program
    /// No limit on time while git prints: a history may be long.
    private let limits: ProgramLimits

    private static let found = Mutex<Program?>(nil)

    /// Searches `PATH` once per process. Throws `.gitMissing`.
    ///
    /// - Parameter silence: How long git may print nothing.
    static func find(
        searchPath: String? = nil, silence: Duration = .seconds(60)
    ) async throws(LedgerError) -> GitTool {
        let limits = ProgramLimits(silence: silence)
        if searchPath == nil, let program = found.withLock({ $0 }) { return GitTool(program: program, limits: limits) }
        var conditions = conditions
        if let searchPath { conditions["PATH"] = searchPath }
        do {
            let program = try await Program(named: "git", environment: conditions)
            if searchPath == nil { found.withLock { $0 = program } }
            return GitTool(program: program, limits: limits)
        } catch {
            throw LedgerError(
                .gitMissing, "git was not found", hint: "Install git, or put its folder on PATH.")
        }
    }

    /// Variables of the surrounding shell that are about another repository must not affect this one.
    private static let conditions: [String: String?] = {
        var all: [String: String?] = [
            "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_OPTIONAL_LOCKS": "0",
            "GIT_TERMINAL_PROMPT": "0", "GIT_NO_REPLACE_OBJECTS": "1", "LC_ALL": "C", "LANGUAGE": nil,
        ]
        for name in [
            "GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
            "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE",
            "GIT_REPLACE_REF_BASE", "GIT_PREFIX", "GIT_IMPLICIT_WORK_TREE", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS",
            "GIT_CONFIG_COUNT", "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_EXEC_PATH", "GIT_SSH", "GIT_SSH_COMMAND",
            "GIT_PROXY_COMMAND", "GIT_ASKPASS", "SSH_ASKPASS", "GIT_PAGER", "GIT_EDITOR",
            "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_DEFAULT_HASH", "GIT_ATTR_SOURCE", "GIT_LITERAL_PATHSPECS",
            "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_QUARANTINE_PATH",
            "GIT_TRACE", "GIT_TRACE2", "GIT_TRACE2_EVENT", "GIT_TRACE2_PERF", "GIT_TRACE_SETUP",
            "GIT_TRACE_PACKET", "GIT_TRACE_PERFORMANCE", "GIT_TRACE_PACK_ACCESS", "GIT_TRACE_CURL",
        ] {
            all[name] = .some(nil)
        }
        return all
    }()

    private static let flags = [
        "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null",
        "-c", "log.showSignature=false", "-c", "core.quotePath=false",
    ]

    struct End: Sendable {
        var complaint: GitComplaint
        var isSuccess: Bool
    }

    /// Runs git to its end and returns its output. Throws `.gitFailed` beyond `limit` bytes.
    func collect(
        at path: String, _ arguments: [String], limit: Int = 32 << 20
    ) async throws(LedgerError) -> (bytes: [UInt8], end: End) {
        var bytes: [UInt8] = []
        do {
            let end = try await stream(at: path, arguments, limit: limit) { chunk in
                chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
            }
            return (bytes, end)
        } catch {
            throw error as? LedgerError ?? failure(.notStarted, at: path)
        }
    }

    /// Runs git and passes its output on as it comes, including the last of it if git fails.
    ///
    /// An error from `each` ends git and is rethrown. Throws `.gitSilent`, and `.gitFailed` beyond `limit` bytes.
    func stream(
        at path: String, _ arguments: [String], input: [UInt8] = [], limit: Int? = nil,
        _ each: (Program.Chunk) async throws -> Void
    ) async throws -> End {
        var limits = limits
        limits.output = limit
        do {
            let end = try await program.run(
                self.arguments(at: path, arguments), environment: environment(at: path), input: input, limits: limits,
                each)
            return End(complaint: GitComplaint(end.complaint), isSuccess: end.isSuccess)
        } catch let error as ProgramError {
            throw failure(error, at: path)
        }
    }

    /// Runs git and lets `body` talk to it. Each input must be short enough for git to buffer.
    ///
    /// Throws `.gitSilent`, `.gitFailed`, and what `body` throws.
    func converse<Result: Sendable>(
        at path: String, _ arguments: [String], _ body: (inout Conversation) async throws -> Result
    ) async throws -> Result {
        do {
            return try await program.converse(
                self.arguments(at: path, arguments), environment: environment(at: path), limits: limits, body
            ).result
        } catch let error as ProgramError {
            throw failure(error, at: path)
        }
    }

    private func arguments(at path: String, _ arguments: [String]) -> [String] {
        Self.flags + ["-C", path] + arguments
    }

    /// `path` is canonical. Git does not look above it, so that it never uses a repository that contains a damaged
    /// one.
    private func environment(at path: String) -> [String: String?] {
        ["GIT_CEILING_DIRECTORIES": PathName.folder(path)]
    }

    private func failure(_ error: ProgramError, at path: String) -> LedgerError {
        switch error {
        case .wasSilent:
            LedgerError(
                .gitSilent, "git was silent for \(seconds) and was ended", location: path,
                hint:
                    "Git is waiting for a file, such as a named pipe or a file on a disconnected disk. Check HEAD, "
                    + ".mailmap, and the files named in .git/config and ~/.gitconfig. What was read is saved.")
        case .printedTooMuch: LedgerError(.gitFailed, "git printed more than can be read", location: path)
        default: LedgerError(.gitFailed, "git could not be run", location: path)
        }
    }

    private var seconds: String {
        let seconds = limits.silence?.components.seconds ?? 0
        return seconds == 1 ? "a second" : "\(seconds) seconds"
    }
}

extension GitRepository {
    /// Whether the git program is on PATH.
    package static func isGitInstalled() async -> Bool {
        (try? await GitTool.find()) != nil
    }
}

/// The end of git's standard error: used to classify the error, never shown, since it may quote the repository.
struct GitComplaint: Sendable {
    private let text: String

    init(_ bytes: [UInt8]) { text = String(decoding: bytes, as: UTF8.self) }

    var isDubiousOwnership: Bool { text.contains("dubious ownership") }
    var isNoRepository: Bool { text.contains("not a git repository") }
    var isForbiddenBare: Bool { text.contains("cannot use bare repository") }

    func error(at path: String) -> LedgerError {
        if isDubiousOwnership {
            return LedgerError(
                .dubiousOwnership, "git does not read the repository because it belongs to another user",
                location: path,
                hint: "If you trust it: \(offer: .trustRepository(path))")
        }
        if isNoRepository {
            return LedgerError(
                .noRepository, "this is not a git repository", location: path,
                hint: "Name a folder that holds one, or a bare repository.")
        }
        if isForbiddenBare {
            return LedgerError(
                .gitFailed, "your git settings forbid bare repositories (safe.bareRepository)", location: path,
                hint: "Import a work tree of it, or change that setting.")
        }
        return LedgerError(
            .gitFailed, "git could not read the repository", location: path,
            hint: "Try: \(offer: .checkRepository(path))")
    }
}
