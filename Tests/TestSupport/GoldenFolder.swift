package import Foundation

/// Texts that are known to be good, one file each; `UPDATE=1` records them, but never in CI.
package struct GoldenFolder: Sendable {
    package let url: URL

    package init(_ url: URL) { self.url = url }

    /// What is recorded there.
    package func files() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: url.path))
    }

    package func text(_ name: String) -> String? {
        (try? Data(contentsOf: url.appending(path: name))).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The first line in which `text` differs from what is known; nil where it does not.
    package func difference(_ text: String, _ name: String) throws -> String? {
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE"] == "1", environment["CI"] == nil {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url.appending(path: name))
        }
        guard let known = self.text(name) else { return "no golden file \(name): run with UPDATE=1" }
        return Self.firstDifference(known, text).map { "\(name):\($0)" }
    }

    /// `12 differs (40 lines known, 41 new)` and both lines.
    package static func firstDifference(_ known: String, _ text: String) -> String? {
        guard known != text else { return nil }
        let old = known.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
        let line = first?.offset ?? min(old.count, new.count)
        return """
            \(line + 1) differs (\(old.count) lines known, \(new.count) new)
            - \(line < old.count ? old[line] : "")
            + \(line < new.count ? new[line] : "")
            """
    }

    /// `html` without what changes with every change of style: the sheet itself and its hash.
    package static func withoutStyle(_ html: String) -> String {
        html.replacing(/<style>[^<]*<\/style>/, with: "<style></style>").replacing(/\?v=[0-9a-f]{10}/, with: "?v=…")
    }
}
