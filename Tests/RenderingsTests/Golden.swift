import Foundation
import Testing

/// Texts that are known to be good, one file each; `UPDATE=1` records them, but never in CI.
enum Golden {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    /// Every golden file that a test checks; others are left over and fail.
    static let names =
        SamplePages.all.map { "page-\($0.0).html" } + [
            "report.html", "report-oneself.html", "terminal.txt", "terminal-50.txt", "terminal-wide.txt",
            "terminal-colour.txt",
            "terminal-ascii.txt", "markdown.md", "markdown-evidence.md", "markdown-hostile.md",
        ]

    static func files() throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    }

    /// `html` without what changes with every change of style: the sheet itself and its hash.
    static func withoutStyle(_ html: String) -> String {
        html.replacing(/<style>[^<]*<\/style>/, with: "<style></style>").replacing(/\?v=[0-9a-f]{10}/, with: "?v=…")
    }

    static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = folder.appending(path: name)
        let environment = ProcessInfo.processInfo.environment
        if environment["UPDATE"] == "1", environment["CI"] == nil {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        guard let data = try? Data(contentsOf: file) else {
            Issue.record("no golden file \(name): run with UPDATE=1", sourceLocation: sourceLocation)
            return
        }
        let known = String(decoding: data, as: UTF8.self)
        guard known != text else { return }
        let old = known.split(separator: "\n", omittingEmptySubsequences: false)
        let new = text.split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }
        let line = first?.offset ?? min(old.count, new.count)
        Issue.record(
            """
            \(name):\(line + 1) differs (\(old.count) lines known, \(new.count) new)
            - \(line < old.count ? old[line] : "")
            + \(line < new.count ? new[line] : "")
            """, sourceLocation: sourceLocation)
    }
}
