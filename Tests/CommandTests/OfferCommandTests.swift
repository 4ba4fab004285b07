import ArgumentParser
import LedgerModel
import Renderings
import TestSupport
import Testing

@testable import limelight

@Suite("Commands of offers")
struct OfferCommandTests {
    @Test("What a terminal prints for an offer is a command line that is understood", arguments: Offer.samples)
    func understood(_ offer: Offer) throws {
        let words = try split(offer.command)
        #expect(words.first == "limelight")
        let arguments = GlobalsFirst.rearrange(Array(words.dropFirst()))
        #expect(throws: Never.self, "\(offer.command)") { try Limelight.parseAsRoot(arguments) }
    }

    @Test("A name in it stays one word and starts nothing")
    func quoted() throws {
        let telling = Offer.tell(.init(result: PublicID(.claim, "x"), text: "", to: Offer.hostile))
        #expect(try split(telling.command).last == Offer.hostile)
        #expect(try split(Offer.search(Offer.hostile).command).last == Offer.hostile)
    }

    @Test("A command line that is not understood would be noticed")
    func canFail() throws {
        #expect(throws: (any Error).self) { try Limelight.parseAsRoot(split("tell --whom Maria")) }
    }

    /// As a shell splits it.
    private func split(_ line: String) throws -> [String] {
        let world = try BinaryWorld()
        let end = try world.run("printf '%s\\0' \(line) > words")
        #expect(end == .init(code: 0, complaint: ""))
        #expect(world.names() == ["words"], "the line started something")
        return try #require(world.text("words")).split(separator: "\0", omittingEmptySubsequences: false).dropLast()
            .map(String.init)
    }
}
