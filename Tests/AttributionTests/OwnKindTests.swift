import LedgerModel
import TestSupport
import Testing

@testable import Attribution

@Suite("Kinds of work: the person’s own answers")
struct OwnKindTests {
    private func lesson(_ subject: String, _ worth: Worth, _ paths: [String] = []) -> KindLesson {
        KindLesson(id: PublicID(.note, subject), subject: subject, paths: paths, worth: worth)
    }

    /// The words of this work mean nothing to the model. The last one is another each time.
    private var own: [KindLesson] {
        (1...20).flatMap {
            [lesson("Umzug Schule \(word($0))", .contribution), lesson("Kasse gezählt \(word($0))", .baseline)]
        }
    }

    private func word(_ length: Int) -> String { String(repeating: "q", count: length) }

    @Test("What the model cannot say is said after a few answers, for the words that were in them")
    func learns() throws {
        let (alone, taught) = (try #require(KindReader()), try #require(KindReader(own)))
        #expect(alone.read(subject: "Umzug Schule", paths: []) == nil)
        let read = try #require(taught.read(subject: "Umzug Schule", paths: []))
        #expect(read.worth == .contribution && read.chance >= KindReader.threshold)
        #expect(read.reasons.first.map { ["“umzug”", "“schule”"].contains($0) } == true)
        #expect(taught.read(subject: "Kasse gezählt", paths: [])?.worth == .baseline)
        #expect(taught.read(subject: "Zwischenstand", paths: []) == nil)
    }

    @Test("What has nothing in common with the answers is read as before")
    func leavesTheRest() throws {
        let (alone, taught) = (try #require(KindReader()), try #require(KindReader(own)))
        for subject in ["update dependency yaml to v2", "add a page for each restore", "speed up parsing"] {
            let (before, after) = (alone.read(subject: subject, paths: []), taught.read(subject: subject, paths: []))
            #expect(before?.worth == after?.worth, "\(subject)")
            #expect(abs((before?.chance ?? 0) - (after?.chance ?? 0)) < 1e-9, "\(subject)")
        }
    }

    @Test("A kind that the model does not know can be learned")
    func newKinds() throws {
        let talks = (1...40).map { lesson("Vorschlag besprochen \(word($0))", .idea) }
        let taught = try #require(KindReader(own + talks))
        func likeliest(_ title: String) -> Worth? {
            taught.guess(EvidenceFacts(kind: .note, at: FixedWorld.now, title: title))?.worth
        }
        #expect(likeliest("Vorschlag besprochen") == .idea)
        #expect(likeliest("Umzug Schule") == .contribution)
        #expect(likeliest("update dependency yaml to v2") == .baseline)
    }

    @Test("At most three answers of that kind are named, the ones with most words in common first")
    func like() throws {
        let lessons = [
            lesson("cache the list of names", .improvement), lesson("cache the list", .improvement),
            lesson("cache the list of restores", .baseline), lesson("sort rows", .improvement),
            lesson("cache the rows", .improvement), lesson("the list", .improvement),
        ]
        let taught = try #require(KindReader(lessons))
        let facts = EvidenceFacts(kind: .note, at: FixedWorld.now, title: "cache the list of rows")
        #expect(
            taught.like(facts, .improvement).map(\.subject)
                == ["cache the list of names", "cache the list", "cache the rows"])
        #expect(taught.like(facts, .baseline).map(\.subject) == ["cache the list of restores"])
        #expect(taught.like(facts, .contribution).isEmpty)
    }

    @Test("The logarithm and the power are each other’s opposite")
    func numbers() {
        for number in [1.0, 0.5, 0.3333, 0.01, 1e-6, 1e-12] {
            #expect(abs(exponential(logarithm(number)) - number) < number * 1e-11)
        }
        #expect(abs(logarithm(0.5) + 0.693_147_180_56) < 1e-11)
        #expect(logarithm(0) == -30)
    }

    @Test("The same answers give the same readings")
    func repeats() throws {
        let (one, two) = (try #require(KindReader(own)), try #require(KindReader(own)))
        #expect(one.read(subject: "Umzug Schule", paths: []) == two.read(subject: "Umzug Schule", paths: []))
    }
}
