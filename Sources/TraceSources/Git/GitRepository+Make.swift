package import LedgerModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension GitRepository {
    /// Makes a bare repository from a `git fast-import` stream; for the demo. One that is there already stays.
    ///
    /// Throws `.gitMissing`, `.gitFailed`.
    package static func make(at path: String, from stream: [UInt8]) async throws(LedgerError) {
        guard access(path + "/HEAD", F_OK) != 0 else { return }
        // Under another name until it is whole: what a killed run left would be taken for one.
        let making = path + ".making"
        mkdir(making, 0o700)
        let tool = try await GitTool.find()
        do {
            let made = try await tool.stream(at: making, ["init", "-q", "--bare", "."], input: []) { _ in }
            let filled = try await tool.stream(at: making, ["fast-import", "--quiet"], input: stream) { _ in }
            let pointed = try await tool.stream(
                at: making, ["symbolic-ref", "HEAD", "refs/heads/main"], input: []
            ) { _ in }
            guard made.isSuccess, filled.isSuccess, pointed.isSuccess, rename(making, path) == 0 else {
                throw LedgerError(.gitFailed, "git could not make the repository", location: path)
            }
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(.gitFailed, "git could not make the repository", location: path)
        }
    }
}
