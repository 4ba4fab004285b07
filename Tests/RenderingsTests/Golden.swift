import Foundation
import TestSupport
import Testing

/// Texts that are known to be good, one file each; `UPDATE=1` records them, but never in CI.
enum Golden {
    private static let known = GoldenFolder(
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden"))

    /// Every golden file that a test checks; others are left over and fail. What answers give is recorded from answers,
    /// in `GoldenTests`; here stands what no answer gives: every kind of block, hostile text, narrow windows, and pages
    /// without a ledger.
    static let names =
        SamplePages.recorded.map { "page-\($0.0).html" } + [
            "report-oneself.html", "terminal.txt", "terminal-50.txt", "terminal-colour.txt", "terminal-ascii.txt",
            "markdown-evidence.md", "markdown-hostile.md",
        ]

    static func files() throws -> Set<String> { try known.files() }

    static func check(_ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        if let difference = try known.difference(text, name) {
            Issue.record("\(difference)", sourceLocation: sourceLocation)
        }
    }
}
