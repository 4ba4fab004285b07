import LedgerModel
import LedgerStore
import TestSupport
import Testing

@Suite("Names in texts: whole words, in any script")
struct WholeWordsTests {
    let here: StoreWorld

    init() throws { here = try StoreWorld() }

    private func forget(_ name: String) throws {
        let id = try here.note("with somebody", with: [name])
        let draft = try here.store.read({ try $0.show(id) }).draft
        let person = PublicID(.person, draft.people[0].identity)
        try here.write({ try $0.forget(person: person) })
    }

    @Test(
        "Only whole words go, whatever their case",
        arguments: [
            ("Al", "signal from al-Razi, AL’s and Al", "signal from [forgotten]-Razi, [forgotten]’s and [forgotten]"),
            ("Maria Keller", "Maria  Keller, maria keller; Mariana Keller", "[forgotten], [forgotten]; Mariana Keller"),
            ("Maria Keller", "Keller, Maria on maria.keller-notes", "[forgotten] on [forgotten]-notes"),
            ("Ünal Çelik", "mit ÜNAL çelik und Günal Çelik", "mit [forgotten] und Günal Çelik"),
            ("Анна", "Анна и Жанна", "[forgotten] и Жанна"),
            ("al@example.com", "cal@example.com, al@example.com.", "cal@example.com, [forgotten]."),
        ])
    func words(name: String, text: String, kept: String) throws {
        let before = try here.note(text)
        try forget(name)
        #expect(try here.store.read({ try $0.show(before) }).draft.title == kept)
        let after = try here.note(text)
        #expect(try here.store.read({ try $0.show(after) }).draft.title == kept)
    }

    @Test("A name at the start of a line is found in kept versions and in what undo would write")
    func lines() throws {
        let id = try here.note("talk")
        try here.edit(id) { $0.body = "talk\nMaria Keller said so" }
        try here.edit(id) { $0.body = "" }
        try forget("Maria Keller")
        #expect(try !here.dump().contains("Maria"))
        try here.undo()
        try here.undo()
        #expect(try here.store.read({ try $0.show(id) }).draft.body == "talk\n[forgotten] said so")
    }
}
