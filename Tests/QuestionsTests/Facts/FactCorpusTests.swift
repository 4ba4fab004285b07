import Testing

@Suite("Sentences for the check of facts")
struct FactCorpusTests {
    private static let kinds: Set<String> = ["note", "commit", "meeting", "words"]

    @Test("At least 300 are true and 300 poisoned, at least six in each way, and each stands once of a person")
    func enough() throws {
        let all = try FactCorpus.all()
        let sentences = all.flatMap(\.sentences)
        let ways = Dictionary(grouping: sentences.compactMap(\.poison)) { $0 }
        #expect(sentences.count { $0.poison == nil } >= 300)
        #expect(sentences.count { $0.poison != nil } >= 300)
        #expect(ways.count >= 20)
        for (way, found) in ways { #expect(found.count >= 6, "\(way)") }
        for person in all {
            #expect(Set(person.sentences.map(\.text)).count == person.sentences.count, "\(person.name)")
        }
        #expect(!sentences.filter(\.isHeldOut).isEmpty)
    }

    @Test("What a sentence cites is there, and what a result cites has a kind and somebody’s part in it")
    func whole() throws {
        for person in try FactCorpus.all() {
            let ids = Set(person.results.map(\.id))
            #expect(!person.me.isEmpty && ids.count == person.results.count, "\(person.name)")
            for sentence in person.sentences {
                #expect(ids.isSuperset(of: sentence.cited), "\(person.name): \(sentence.text)")
            }
            for piece in person.results.flatMap(\.pieces) {
                #expect(Self.kinds.contains(piece.kind) && !piece.role.isEmpty, "\(person.name): \(piece.title)")
                #expect(piece.day <= person.today, "\(person.name): \(piece.title)")
            }
        }
    }

    @Test("A line that is none of the format is named by its number")
    func malformed() {
        #expect(throws: FactCorpus.Malformed.self) { try FactCorpus("world: x\nresult: r1 | Done\n") }
        #expect(throws: FactCorpus.Malformed.self) {
            try FactCorpus("me: Mina\nresult: r1 | Done | on 2026-03-17\n- Done\n")
        }
    }
}
