package import LedgerModel
import LocalFiles
import TraceFormats

/// A git repository on this machine: a work tree, a bare repository, a linked work tree, a shallow or partial clone.
package struct GitRepository: Sendable {
    let tool: GitTool
    let place: GitPlace

    /// The repository that holds `path`.
    ///
    /// Only looks at files; the other calls run git and can throw `.dubiousOwnership`.
    /// Throws `.unreadable`, `.noRepository` and `.gitMissing`.
    ///
    /// - Parameter silence: How long git may be silent before it is ended and the call throws `.gitSilent`.
    package static func open(
        _ path: String, silence: Duration = .seconds(60)
    ) async throws(LedgerError) -> GitRepository {
        try await open(path, silence: silence, searchPath: nil)
    }

    /// With another `PATH` on which to find git.
    static func open(
        _ path: String, silence: Duration = .seconds(60), searchPath: String?
    ) async throws(LedgerError) -> GitRepository {
        let place = try GitPlace(containing: path)
        return GitRepository(tool: try await GitTool.find(searchPath: searchPath, silence: silence), place: place)
    }

    /// Canonical: the top of the work tree, or the bare repository.
    package var path: String { place.path }
    /// The last part of the path; for a linked work tree, that of the main one.
    package var name: String { place.name }
    /// The folder that the name is from.
    package var folder: String { place.named }
    /// Whether a part of the history is missing, as after `clone --depth`.
    package var isShallow: Bool { !shallowCommits.isEmpty }

    /// The commits whose parents are missing; they look like first commits but are not.
    var shallowCommits: [String] {
        guard let bytes = try? FileReader.read(place.common + "/shallow", limit: 16 << 20) else { return [] }
        return bytes.split(separator: 10).filter { $0.count >= 40 && $0.allSatisfy(isHexadecimal) }
            .map { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether files of old commits may be missing, as after `clone --filter`.
    package func isPartial() async throws(LedgerError) -> Bool {
        let (bytes, _) = try await tool.collect(
            at: path, ["config", "--null", "--get-regexp", #"^(extensions\.partialclone|remote\..*\.promisor)$"#])
        return !bytes.isEmpty
    }

    /// The names and addresses that git would use for the person's commits here, from the repository and from the
    /// person's own configuration; each address once.
    package func configuredIdentities() async throws(LedgerError) -> [(name: String, email: String)] {
        let (bytes, _) = try await tool.collect(
            at: path, ["config", "--null", "--get-regexp", #"^(user|author|committer)\.(name|email)$"#], limit: 1 << 20)
        var name = ""
        var emails: [String] = []
        for entry in bytes.split(separator: 0) {
            let parts = entry.split(separator: 10, maxSplits: 1).map { String(decoding: $0, as: UTF8.self) }
            guard parts.count == 2 else { continue }
            if parts[0].hasSuffix("name") {
                name = parts[1]
            } else if !emails.contains(parts[1]) {
                emails.append(parts[1])
            }
        }
        if emails.isEmpty { return name.isEmpty ? [] : [(name, "")] }
        return emails.map { (name, $0) }
    }

    /// The current HEAD, branches, remotes and tags, in one run of git. An empty repository has none.
    package func tips() async throws(LedgerError) -> GitTips {
        let (bytes, end) = try await tool.collect(
            at: path, ["rev-parse", "--revs-only", "--branches", "--remotes", "--tags", "HEAD"], limit: 64 << 20)
        guard end.isSuccess else { throw end.complaint.error(at: path) }
        let shas = bytes.split(separator: 10).filter { $0.count >= 40 && $0.allSatisfy(isHexadecimal) }
        return GitTips(shas: shas.map { String(decoding: $0, as: UTF8.self) }, shallow: shallowCommits)
    }

    /// The first commit of the main line, following first parents from HEAD. Clones and forks of one project share it,
    /// whatever was merged into them later. `nil` for an empty repository, and for a shallow one, which does not
    /// have it.
    package func rootCommit() async throws(LedgerError) -> String? {
        if isShallow { return nil }
        for start in [["HEAD"], ["--branches", "--remotes", "--tags"]] {
            let (bytes, end) = try await tool.collect(
                at: path, ["rev-list", "--first-parent", "--max-parents=0"] + start)
            let roots = bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) }
            if end.isSuccess, let least = roots.min() { return least }
        }
        return nil
    }
}

extension GitRepository {
    /// Makes a bare repository from a `git fast-import` stream, for the demo. An existing one stays as it is.
    ///
    /// Throws `.gitMissing`, `.gitFailed`.
    package static func make(at path: String, from stream: [UInt8]) async throws(LedgerError) {
        guard !fileExists(path + "/HEAD") else { return }
        // Under another name until it is complete: the remains of a killed run would look like a repository.
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
