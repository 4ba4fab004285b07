import LedgerModel
import LedgerOperations
import Questions
import TestSupport
import Testing

/// Documentation/Picture.md, "Work like it".
@Suite("Work like a task: the most alike first")
struct WorkLikeItTests {
    /// The task is for Ida, who is on each of the notes: her name is too short to be a word that is sought.
    private func titles(_ task: String, _ notes: [String], ahead: [String] = []) throws -> [String] {
        let world = try OperationsWorld()
        // One a day, the first the oldest.
        for (index, text) in notes.enumerated() {
            try world.note(text, at: world.at("9:00") - Int64(notes.count - index) * 86_400, with: ["Ida"])
        }
        for text in ahead { try world.note(text, at: world.at("9:00") + 86_400, with: ["Ida"]) }
        return try world.ledger.asking.taskPicture("\(task) with Ida", for: nil).related.map(\.title.text)
    }

    @Test(
        "Restore is in four, drill in two, archive in one: 1¼ before ¾; of equals the newest; one common word is none")
    func sum() throws {
        let found = try titles(
            "Restore archive drill",
            ["Restore an archive", "Restore drill one", "Restore drill two", "Lunch", "Restore three"])
        #expect(found == ["Restore an archive", "Restore drill two", "Restore drill one"])
    }

    @Test("One word is enough if under two in a hundred titles hold it")
    func rare() throws {
        let others = (1...97).map { "Lunch \($0)" }
        #expect(try titles("Archive", others + ["Archive old", "Restore a", "Restore b"]) == ["Archive old"])
        #expect(try titles("Restore", others + ["Archive old", "Restore a", "Restore b"]).isEmpty)
        #expect(try titles("Archive", others.dropLast(51) + ["Archive old", "Restore a", "Restore b"]).isEmpty)
    }

    @Test("Words alone are chance: a person, the very same title, or a result of one’s own connects")
    func connection() throws {
        let world = try OperationsWorld()
        try world.note("Restore drill of March", at: world.at("9:00"), with: ["Ida"])
        let cited = try world.note("Restore drill of April", at: world.at("10:00"))
        func related(_ task: String) throws -> [String] {
            try world.ledger.asking.taskPicture(task, for: nil).related.map(\.title.text)
        }
        #expect(try related("restore drill").isEmpty)
        #expect(try related("restore drill with Ida") == ["Restore drill of March"])
        #expect(try related("restore drill, a strong idea").isEmpty)
        #expect(try related("restore drill of april") == ["Restore drill of April"])
        var claim = Results.ClaimRequest(text: "Nights are calm")
        claim.cite = [cited.description]
        _ = try world.ledger.results.addClaim(claim)
        #expect(try related("restore drill") == ["Restore drill of April"])
    }

    @Test("A result with two of its words is what it goes on from; one with a single word is not")
    func result() throws {
        let world = try OperationsWorld()
        _ = try world.ledger.results.addClaim(.init(text: "Restores of payroll take 50 minutes"))
        func first(_ task: String) throws -> String? {
            try world.ledger.asking.taskPicture(task, for: nil).sentences.first?.text.text
        }
        #expect(
            try first("Restore the payroll archive")
                == "It goes on from your result “Restores of payroll take 50 minutes”.")
        #expect(try first("Restore the archive") == nil)
    }

    @Test("Where nothing speaks it says so in a sentence, names nobody, and says what to name")
    func silent() throws {
        let world = try OperationsWorld()
        var myJob = MyJob()
        myJob.people = [MyJobPerson(key: "maria", label: "Maria", role: .decider)]
        myJob.areas = [LearningArea(key: "net", label: "Networks")]
        try world.ledger.myJob.load(myJob)
        try world.note("Restore drill", at: world.at("9:00"), with: ["Ida"])
        let picture = try world.ledger.asking.taskPicture("Order the new chairs", for: nil)
        #expect(!picture.speaks && picture.sentences.isEmpty)
        let document = picture.document()
        #expect(document.headline.plain == "Nothing here speaks for “Order the new chairs” yet.")
        #expect(
            document.sections.map(\.blocks) == [
                [
                    .empty(
                        "No rule and no skill of My job is about it, and no words of what you want next are all in it. Name one of them in My job:",
                        .editJob)
                ]
            ])
        let wanted = try world.ledger.asking.taskPicture("Course on networks", for: nil)
        #expect(wanted.sentences.map(\.text.text) == ["You want “Networks” next, and it leads there."])
    }

    @Test("Words of three letters, what lies ahead, and a ninth piece are left out")
    func leftOut() throws {
        let notes = (1...9).map { "Restore drill \($0)" } + ["Fix the job"]
        let found = try titles("Fix the restore drill job", notes, ahead: ["Restore drill tomorrow"])
        #expect(found == (2...9).reversed().map { "Restore drill \($0)" })
        #expect(try titles("Fix the job", notes).isEmpty)
    }

    @Test("Of thirteen words the first twelve by the alphabet count")
    func twelve() throws {
        let words = (0..<12).map { "\(Character(UnicodeScalar(97 + UInt8($0))))word" }
        let task = (["zebra"] + words).joined(separator: " ")
        #expect(try titles(task, ["kword zebra", "kword lword"]) == ["kword lword"])
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
        #expect(picture.sentences.first?.text.text == "It builds PostgreSQL and iOS design.")
        #expect(picture.sentences.last?.text.text == "Done well, you can be asked for PostgreSQL by name.")
        let headline = picture.document().headline.map(\.plain).joined()
        #expect(headline == "“Restore drill”: it builds PostgreSQL and iOS design.")
    }
}
