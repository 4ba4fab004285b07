package import LedgerModel
import LocalFiles

extension GitRepository {
    /// Makes a bare repository from a `git fast-import` stream; for the demo. One that is there already stays.
    ///
    /// Throws `.gitMissing`, `.gitFailed`.
    package static func make(at path: String, from stream: [UInt8]) async throws(LedgerError) {
        guard !fileExists(path + "/HEAD") else { return }
        // Under another name until it is whole: what a killed run left would be taken for one.
        let making = path + ".making"
        Folders.make(making)
        let tool = try await GitTool.find()
        do {
            let made = try await tool.stream(at: making, ["init", "-q", "--bare", "."], input: []) { _ in }
            let filled = try await tool.stream(at: making, ["fast-import", "--quiet"], input: stream) { _ in }
            let pointed = try await tool.stream(
                at: making, ["symbolic-ref", "HEAD", "refs/heads/main"], input: []
            ) { _ in }
            guard made.isSuccess, filled.isSuccess, pointed.isSuccess, FileName.move(making, to: path) else {
                throw LedgerError(.gitFailed, "git could not make the repository", location: path)
            }
        } catch let error as LedgerError {
            throw error
        } catch {
            throw LedgerError(.gitFailed, "git could not make the repository", location: path)
        }
    }
}
