package import LedgerModel
import Programs

/// A tag that names a version, with its date.
package struct GitRelease: Hashable, Sendable {
    /// `v2.1`
    package var name: String
    /// When an annotated tag was made, or else when its commit was.
    package var at: Instant
}

extension GitRepository {
    /// The tags that name versions: those with a digit, a dot and a digit. Their texts are not read.
    ///
    /// Empty if there are none, and if git cannot read one of them.
    package func releases() async throws(LedgerError) -> [GitRelease] {
        let (bytes, end) = try await tool.collect(
            at: path, ["for-each-ref", "--format=%(creatordate:unix) %(refname:strip=2)", "refs/tags"])
        guard end.isSuccess else { return [] }
        return bytes.split(separator: 10).compactMap { line in
            let parts = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let seconds = Int64(parts[0]), Self.isVersion(parts[1]) else { return nil }
            return GitRelease(name: String(parts[1]), at: Instant(seconds))
        }
    }

    /// The name of the oldest release that holds each of `shas`. What no release holds is left out.
    package func firstReleases(of shas: [String]) async throws -> [String: String] {
        guard !shas.isEmpty else { return [:] }
        let input = shas.flatMap { $0.utf8 + [10] }
        // The second is how git before 2.36 calls it.
        for flag in ["--annotate-stdin", "--stdin"] {
            var bytes: [UInt8] = []
            let end = try await tool.stream(
                at: path, ["name-rev", "--tags", "--refs=refs/tags/*[0-9].[0-9]*", "--name-only", flag], input: input
            ) { chunk in
                chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
            }
            guard end.isSuccess else { continue }
            let lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
            var found: [String: String] = [:]
            for (sha, line) in zip(shas, lines) {
                // `v2.1~3^2`: three commits before it, then the second parent.
                let name = String(decoding: line.prefix { $0 != 126 && $0 != 94 }, as: UTF8.self)
                if name != sha, Self.isVersion(name[...]) { found[sha] = name }
            }
            return found
        }
        return [:]
    }

    private static func isVersion(_ name: Substring) -> Bool {
        let bytes = Array(name.utf8)
        func isDigit(_ place: Int) -> Bool { bytes.indices.contains(place) && (0x30...0x39).contains(bytes[place]) }
        return bytes.indices.contains { bytes[$0] == UInt8(ascii: ".") && isDigit($0 - 1) && isDigit($0 + 1) }
    }
}
