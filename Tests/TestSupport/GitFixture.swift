package import Foundation

/// A real repository in a folder of its own, for tests; removed with the last reference.
package final class GitFixture: Sendable {
    /// Canonical; holds everything the fixture makes.
    package let folder: String
    /// The work tree.
    package let path: String

    /// Made with `git init`. A repository with `isBare` has no work tree.
    package init(name: String = "Hedgehog", isBare: Bool = false) throws {
        let base = FileManager.default.temporaryDirectory
            .appendingPathComponent("git-fixture-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
        guard let resolved = realpath(base.path, nil) else { throw GitFixtureError(message: "no folder") }
        defer { free(resolved) }
        folder = String(cString: resolved)
        path = folder + "/" + name
        try git(["init", "-q", "-b", "main"] + (isBare ? ["--bare"] : []) + [path], at: folder)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// What git printed. Throws when it fails.
    @discardableResult
    package func git(
        _ arguments: [String], at place: String? = nil, environment: [String: String] = [:], input: Data? = nil
    ) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.currentDirectoryURL = URL(fileURLWithPath: place ?? path)
        var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        variables["GIT_CONFIG_GLOBAL"] = "/dev/null"
        variables["GIT_CONFIG_NOSYSTEM"] = "1"
        variables["GIT_AUTHOR_NAME"] = "Mina Weber"
        variables["GIT_AUTHOR_EMAIL"] = "mina@example.org"
        variables["GIT_COMMITTER_NAME"] = "Mina Weber"
        variables["GIT_COMMITTER_EMAIL"] = "mina@example.org"
        variables.merge(environment) { $1 }
        process.environment = variables
        let (output, errors, stdin) = (Pipe(), Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = stdin
        try process.run()
        if let input { stdin.fileHandleForWriting.write(input) }
        try stdin.fileHandleForWriting.close()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        let complaint = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw GitFixtureError(
                message: arguments.joined(separator: " ") + ": " + String(decoding: complaint, as: UTF8.self))
        }
        return String(decoding: printed, as: UTF8.self).trimmingCharacters(in: .newlines)
    }

    package func write(_ text: String, to file: String) throws {
        try write(Data(text.utf8), to: file)
    }

    package func write(_ data: Data, to file: String) throws {
        let url = URL(fileURLWithPath: path + "/" + file)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    /// Commits everything and returns the sha. Dates as git reads them.
    @discardableResult
    package func commit(
        _ message: String, by author: String = "Mina Weber <mina@example.org>",
        at date: String = "2026-03-17T09:00:00+0100", committed: String? = nil, amend: Bool = false
    ) throws -> String {
        let parts = author.dropLast().components(separatedBy: " <")
        try git(["add", "-A"])
        try git(
            ["commit", "-q", "--allow-empty", "--allow-empty-message", "-F", "-"] + (amend ? ["--amend"] : []),
            environment: [
                "GIT_AUTHOR_NAME": parts[0], "GIT_AUTHOR_EMAIL": parts[1], "GIT_AUTHOR_DATE": date,
                "GIT_COMMITTER_DATE": committed ?? date,
            ], input: Data(message.utf8))
        return try git(["rev-parse", "HEAD"])
    }

    /// A commit object of these very bytes, made the head of `branch`.
    @discardableResult
    package func commit(raw: Data, branch: String) throws -> String {
        let sha = try git(["hash-object", "-t", "commit", "-w", "--stdin", "--literally"], input: raw)
        try write(Data((sha + "\n").utf8), to: ".git/refs/heads/" + branch)
        return sha
    }

    /// What the whole product counts as the commits of a repository.
    package func count(at place: String? = nil) throws -> Int {
        let printed = try git(
            ["rev-list", "--count", "HEAD", "--branches", "--remotes", "--tags"], at: place)
        return Int(printed) ?? -1
    }
}

package struct GitFixtureError: Error, CustomStringConvertible {
    package var message: String
    package var description: String { message }
}
