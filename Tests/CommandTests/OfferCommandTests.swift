import ArgumentParser
import LedgerModel
import Renderings
import TestSupport
import Testing

@testable import limelight

@Suite("Commands of offers")
struct OfferCommandTests {
    private static let ours = Offer.samples.filter { $0.command.hasPrefix("limelight ") }

    @Test("What a terminal prints for an offer is a command line that is understood", arguments: ours)
    func understood(_ offer: Offer) throws {
        let words = try split(offer.command)
        let arguments = GlobalsFirst.rearrange(Array(words.dropFirst()))
        #expect(throws: Never.self, "\(offer.command)") { try Limelight.parseAsRoot(arguments) }
    }

    @Test("A name in it stays one word and starts nothing")
    func quoted() throws {
        let telling = Offer.tell(.init(result: PublicID(.claim, "x"), text: "", to: Offer.hostile))
        #expect(try split(telling.command).dropLast().last == Offer.hostile)
        #expect(try split(Offer.search(Offer.hostile).command).last == Offer.hostile)
        let path = Offer.hostilePath
        #expect(try split(Offer.saveDamaged(path).command).last == path)
        #expect(try split(Offer.eraseLedger(path).command) == ["rm", "-r", path + "*"])
        #expect(try split(Offer.trustRepository(path).command).last == path)
        #expect(try split(Offer.checkRepository(path).command).contains(path))
        // The others start programs that are not ours: rm, sqlite3 and git twice.
        #expect(Offer.samples.count == Self.ours.count + 4)
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
