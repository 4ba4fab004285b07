import LedgerModel
import Testing
import TraceFormats

/// Files that are made to hurt are refused quickly and in words.
@Suite(.timeLimit(.minutes(1))) struct MyJobHostileTests {
    private func refusal(of text: String) -> LedgerError? {
        do throws(LedgerError) {
            _ = try MyJobYAML.read(text, fileName: "f")
            return nil
        } catch {
            return error
        }
    }

    @Test func aBillionLaughsAreNotLaughed() {
        var text = "a: &a0 [x, x]\n"
        let words = "anchors (&name) and aliases (*name) are not supported"
        for level in 1...40 { text += "b\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        #expect(refusal(of: text)?.message == words)
        #expect(refusal(of: text + "? *a40\n: x\n? *a40\n: y\n")?.message == words)
    }

    @Test func aFewAliasesAreRefusedByName() {
        #expect(refusal(of: "name: &n Dana\nskills: [*n]")?.location == "f:1")
        #expect(refusal(of: "name: *n")?.location == "f:1")
    }

    @Test func starsAndAmpersandsInsideTextAreNoAliases() throws {
        let myJob = try MyJobYAML.read(
            "name: Dana & Jo *\nskills: [\"a *b\", '*.swift', R &D, \"&c *d *e *f *g\"]", fileName: "f"
        ).myJob
        #expect(myJob.name == "Dana & Jo *")
        #expect(myJob.skills.map(\.label) == ["a *b", "*.swift", "R &D", "&c *d *e *f *g"])
    }

    @Test(arguments: ["[", "{", "- ", "? ", "{? ", "a: {", "[{", "\"", "'", "|\n", "!a", "&a ", "*a ", "\u{0}", "%"])
    func repetitionEndsSoon(piece: String) {
        for count in [100, 999, 20_000, 1_000_000 / piece.utf8.count] {
            #expect(refusal(of: String(repeating: piece, count: count)) != nil)
        }
    }

    @Test func aLargeFileIsRefusedUnparsed() {
        let error = refusal(of: "name: " + String(repeating: "x", count: 1_048_576))
        #expect(error?.code == .tooLarge)
    }

    @Test func manyMistakesStayBounded() {
        let text = "skills:\n" + (0..<20_000).map { "  - {labl: x\($0)}\n" }.joined()
        let error = refusal(of: text)
        #expect(error?.location == "f:2")
        #expect((error?.description.count ?? 0) < 400)
    }

    @Test func manyItemsAreReadInTime() throws {
        let text = "skills:\n" + (0..<30_000).map { "  - Skill of number \($0 % 7)\n" }.joined()
        #expect(try MyJobYAML.read(text, fileName: "f").myJob.skills.count == 30_000)
    }

    @Test func manyUnknownNamesAreToldInTime() {
        var text = "objectives:\n" + (0..<20_000).map { "- o\($0)\n" }.joined() + "rules:\n"
        text += (0..<10_000).map { "- {name: r\($0), when: {tag: x}, set: {objective: p\($0)}}\n" }.joined()
        #expect(refusal(of: text)?.location == "f:20003")
    }

    @Test func tagsAreNotObeyed() throws {
        let myJob = try MyJobYAML.read("name: !!python/object:os.system x\nskills: [!!int 9]", fileName: "f").myJob
        #expect(myJob.name == "x" && myJob.skills[0].label == "9")
    }

    @Test func truncatedAndMangledFilesNeverCrash() {
        let bytes = Array(myJobSample.utf8)
        var generator = SeededGenerator(seed: 17)
        for _ in 0..<1500 {
            var mangled = Array(bytes.prefix(Int(generator.next() % UInt64(bytes.count))))
            for _ in 0..<(generator.next() % 4) where !mangled.isEmpty {
                let at = Int(generator.next() % UInt64(mangled.count))
                mangled[at] = UInt8(truncatingIfNeeded: generator.next())
            }
            _ = refusal(of: String(decoding: mangled, as: UTF8.self))
        }
    }
}
