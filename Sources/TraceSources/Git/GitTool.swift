import LedgerModel
import Subprocess
import Synchronization
import SystemPackage

/// The git program, and the conditions it is run under: no network, no prompt, nothing that a repository or
/// the surrounding shell configures to be started.
struct GitTool: Sendable {
    private let executable: FilePath
    private let environment: Environment

    private static let found = Mutex<GitTool?>(nil)

    /// Searches `PATH` once a process. Throws `.gitMissing`.
    static func find(searchPath: String? = nil) async throws(LedgerError) -> GitTool {
        if searchPath == nil, let tool = found.withLock({ $0 }) { return tool }
        let tool = try await GitTool(path: searchPath)
        if searchPath == nil { found.withLock { $0 = tool } }
        return tool
    }

    private init(path: String?) async throws(LedgerError) {
        let base = path.map { Environment.inherit.updating(["PATH": $0]) } ?? .inherit
        do {
            executable = try await Executable.name("git").resolveExecutablePath(in: base)
        } catch {
            throw LedgerError(
                .gitMissing, "git was not found", hint: "Install git, or put its folder on PATH.")
        }
        environment = base.updating(Self.conditions)
    }

    /// What the surrounding shell may say about some other repository must not reach this one.
    private static let conditions: [Environment.Key: String?] = {
        var all: [Environment.Key: String?] = [
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
            all[Environment.Key(stringLiteral: name)] = .some(nil)
        }
        return all
    }()

    private static let flags = [
        "--no-pager", "--no-replace-objects", "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null",
        "-c", "log.showSignature=false", "-c", "core.quotePath=false",
    ]

    /// `path` is canonical; git does not look above it, so that a damaged repository is not taken for the one
    /// that contains it.
    func configuration(at path: String, _ arguments: [String]) -> Configuration {
        let parent = FilePath(path).removingLastComponent().string
        return Configuration(
            executable: .path(executable),
            arguments: Arguments(Self.flags + ["-C", path] + arguments),
            environment: environment.updating(["GIT_CEILING_DIRECTORIES": parent]))
    }
}
