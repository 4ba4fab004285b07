import Foundation
import TestSupport
import Testing

/// Pages, terminal texts, reports and answers, made from the known ledger by the code that makes them for people.
@Suite("Golden texts of real answers")
struct GoldenTests {
    static let golden = GoldenFolder(
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden"))

    private static func texts(_ known: KnownLedger) throws -> [(name: String, text: String)] {
        try KnownTexts.html(known) + KnownTexts.emptyPages() + KnownTexts.terminal(known)
            + KnownTexts.reports(known)
    }

    @Test("Each reads as it did, and none is left over")
    func same() async throws {
        let texts = try await Self.texts(.shared())
        #expect(Set(texts.map(\.name)).count == texts.count)
        for (name, text) in texts {
            if let difference = try Self.golden.difference(text, name) { Issue.record("\(difference)") }
        }
        #expect(try Self.golden.files().subtracting(texts.map(\.name)) == [])
    }

    @Test("From a ledger that is made once more, each is the same")
    func steady() async throws {
        let (first, second) = (try await Self.texts(.shared()), try await Self.texts(KnownLedger()))
        #expect(first.map(\.name) == second.map(\.name))
        for (one, other) in zip(first, second) {
            let difference = GoldenFolder.firstDifference(one.text, other.text)
            #expect(difference == nil, "\(one.name)")
        }
    }
}
