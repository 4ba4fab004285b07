extension GitRepository {
    /// Whether the git program is on PATH.
    package static func isGitInstalled() async -> Bool {
        (try? await GitTool.find()) != nil
    }
}
