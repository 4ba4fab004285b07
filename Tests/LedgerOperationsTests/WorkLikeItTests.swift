import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Picture.md, "Work like it".
@Suite("Work like a task: the most alike first")
struct WorkLikeItTests {
    private func titles(_ task: String, _ notes: [String], ahead: [String] = []) throws -> [String] {
        let world = try OperationsWorld()
        // One a day, the first the oldest.
        for (index, text) in notes.enumerated() {
            try world.note(text, at: world.at("9:00") - Int64(notes.count - index) * 86_400)
        }
        for text in ahead { try world.note(text, at: world.at("9:00") + 86_400) }
        return try world.ledger.asking.taskPicture(task, for: nil).related.map(\.title.text)
    }

    @Test("Restore is in four and archive in one: both weigh 1¼, restore alone ¼; of equals the newest comes first")
    func rare() throws {
        let found = try titles(
            "Restore the archive", ["Restore an archive", "Restore one", "Restore two", "Lunch", "Restore three"])
        #expect(found == ["Restore an archive", "Restore three", "Restore two", "Restore one"])
    }

    @Test("One rare word outweighs two common ones: ½ against ¼ + ⅕")
    func sum() throws {
        let found = try titles(
            "Payroll restore drill",
            [
                "Payroll one", "Payroll two", "Restore drill", "Restore one", "Restore two", "Restore three",
                "Drill one",
                "Drill two", "Drill three", "Drill four",
            ])
        // Payroll is in two, restore in four, drill in five.
        #expect(
            found == [
                "Payroll two", "Payroll one", "Restore drill", "Restore three", "Restore two", "Restore one",
                "Drill four", "Drill three",
            ])
    }

    @Test("Words of three letters, what lies ahead, and a ninth piece are left out")
    func leftOut() throws {
        let notes = (1...9).map { "Restore \($0)" } + ["Fix the job"]
        let found = try titles("Fix the restore job", notes, ahead: ["Restore tomorrow"])
        #expect(found == (2...9).reversed().map { "Restore \($0)" })
        #expect(try titles("Fix the job", notes).isEmpty)
    }

    @Test("Of thirteen words the first twelve by the alphabet count")
    func twelve() throws {
        let words = (0..<12).map { "\(Character(UnicodeScalar(97 + UInt8($0))))word" }
        let task = (["zebra"] + words).joined(separator: " ")
        #expect(try titles(task, ["zebra", "lword"]) == ["lword"])
    }

    @Test("A skill keeps the letters that My job has for it")
    func names() throws {
        let world = try OperationsWorld()
        var myJob = MyJob()
        myJob.skills = [Skill(key: "sql", label: "PostgreSQL"), Skill(key: "vision", label: "iOS design")]
        var when = Condition()
        when.title = "restore"
        myJob.rules = [Rule(key: "restores", when: when, set: .init(skills: ["sql", "vision"]))]
        try world.ledger.myJob.load(myJob)
        let picture = try world.ledger.asking.taskPicture("Restore drill", for: nil)
        #expect(picture.sentences.first?.text.text.hasPrefix("It builds PostgreSQL and iOS design: ") == true)
        #expect(picture.sentences.last?.text.text == "Done well, you can be asked for PostgreSQL by name.")
        let headline = picture.document().headline.map(\.plain).joined()
        #expect(headline.hasPrefix("“Restore drill”: it builds PostgreSQL and iOS design: "))
    }
}
