import LedgerModel
import TestSupport
import Testing

@testable import Questions

@Suite("Candidates: the list")
struct CandidateListTests {
    private static let names = [
        "anvil", "barley", "copper", "dune", "ember", "fjord", "garnet", "heron", "inkwell", "juniper", "kestrel",
        "larch",
        "marble", "nettle", "orchid", "pebble", "quarry", "raven", "saffron", "thistle", "umber", "violet", "willow",
        "yarrow",
        "zephyr", "basalt", "cinder", "drift",
    ]

    private func features(_ count: Int, _ folder: (Int) -> String = { _ in "src" }) -> [CandidatePiece] {
        Self.names.prefix(count).enumerated().map { place, name in
            Made.commit(
                "feat: \(name)", on: "2026-02-\(place < 9 ? "0" : "")\(place + 1)", ["\(folder(place))/\(name).c"])
        }
    }

    @Test("Fewer where there is less to say, ten at most, and many more are summed up by folder")
    func count() throws {
        #expect(Candidates([]).list.isEmpty)
        #expect(Candidates(features(3)).list.count == 3)
        // Sixteen too many, but in folders of their own.
        #expect(Candidates(features(26) { "src\($0)" }).list.count == 10)
        let list = Candidates(features(28)).list
        #expect(list.count == 10)
        let sum = try #require(list.last)
        #expect(sum.because == "18 more changes in press: src")
        #expect(sum.figures.map(\.text) == ["18 commits"])
        #expect(sum.wording.hasPrefix("src: "))
        #expect(Set(list.flatMap(\.pieces)).count == list.flatMap(\.pieces).count)
    }

    @Test("What a kept result cites, or what was struck, is not offered again")
    func settled() {
        let pieces = features(3)
        func list(_ settled: [CandidatePiece]) -> [String] {
            Candidates(pieces, in: Made.quarter, settled: Set(settled.map(\.id))).wordings.sorted()
        }
        #expect(list([pieces[1]]) == ["Anvil", "Copper"])
        let four = (1...4).map { Made.commit("Sort column \($0), refs #9", on: "2026-02-1\($0)") }
        func isOffered(_ count: Int) -> Bool {
            !Candidates(four, in: Made.quarter, settled: Set(four.prefix(count).map(\.id))).list.isEmpty
        }
        // With half of it settled it is known; with a quarter it is mostly new.
        #expect(isOffered(1))
        #expect(!isOffered(2))
    }

    @Test("Only what has a piece in the period is in its list, with what it had before")
    func period() throws {
        let pieces = [
            Made.commit("feat: sort, refs #4", on: "2025-12-20"),
            Made.commit("feat: sort rows, refs #4", on: "2026-01-05"),
            Made.commit("feat: labels, refs #5", on: "2025-12-20"),
            Made.commit("feat: pages, refs #6", on: "2026-04-01"),
        ]
        let list = Candidates(pieces).list
        #expect(list.map(\.pieces.count) == [2])
    }

    @Test("Released counts where the project releases, and nothing is held against what came before its first")
    func released() {
        func isOffered(_ first: String?, _ release: String?) -> Bool {
            var piece = Made.commit("Sort rows by two columns", ["src/sort.c", "tests/sort.c"])
            piece.release = release.map { Release(name: "1.0", day: Made.day($0)) }
            let releasing = first.map { ["press": Made.day($0)] } ?? [:]
            return !Candidates([piece], in: Made.quarter, releasing: releasing).list.isEmpty
        }
        #expect(isOffered(nil, nil))
        #expect(isOffered("2026-03-01", "2026-03-01"))
        #expect(isOffered("2025-03-01", "2026-03-01"))
        #expect(!isOffered("2025-03-01", nil))
        #expect(!isOffered("2025-03-01", "2026-12-01"))
    }

    @Test("The same work on another branch is in it once")
    func branches() {
        var one = Made.commit("feat: sort rows, refs #4", on: "2026-02-02")
        var other = Made.commit("feat: sort rows, refs  #4", on: "2026-02-02")
        (one.workKey, other.workKey) = (9, 9)
        #expect(Candidates([one, other]).list.map(\.pieces.count) == [1])
    }

    // MARK: bad input

    @Test("One commit is a list of one, or of none")
    func oneCommit() {
        #expect(Candidates([Made.commit("feat: sort rows")]).list.count == 1)
        #expect(Candidates([Made.commit("Initial commit", [])]).list.isEmpty)
        #expect(Candidates([Made.commit("", [])]).list.isEmpty)
    }

    @Test("Ten thousand commits by a machine are routine, and hide nothing")
    func machine() {
        let machine = (0..<10_000).map { place in
            Made.commit(
                "Update data \(place)", on: (Made.quarter.since + Int64(place % 90)).iso, ["data/\(place % 50).json"])
        }
        let own = Made.commit("feat: sort rows by two columns")
        #expect(Candidates(machine + [own]).wordings == ["Sort rows by two columns"])
    }

    @Test("A note of three thousand lines is read as far as its first page")
    func longNote() {
        var long = Made.note("Onboarding handbook: what newcomers asked", on: "2026-02-02")
        long.body = (0..<3_000).map { "Line \($0): see OPS-\($0)" }.joined(separator: "\n")
        let second = Made.note("Onboarding handbook: what newcomers said", on: "2026-02-09")
        #expect(Candidates([long, second]).list.map(\.pieces.count) == [2])
        #expect(PieceTraits(long).numbers.all.count < 400)
    }

    /// Whatever pieces there are: at most ten, none of heroics, each piece in one of them, in the words of a title, and
    /// the same in whatever order they come.
    @Test("Holds for any pieces", arguments: Seeds.or(1...40))
    func anything(seed: UInt64) {
        var random = SeededGenerator(seed: seed, stream: "candidates")
        let starts = ["feat: ", "fix: ", "", "hotfix: ", "Revert ", "docs: decision: ", "chore: ", "OPS-3 "]
        let pieces = (0..<random.number(0, 120)).map { place -> CandidatePiece in
            let words = (0..<random.number(0, 5)).map { _ in Self.names[random.number(0, 9)] }.joined(separator: " ")
            let title =
                starts[random.number(0, starts.count - 1)] + words + (place % 3 == 0 ? " #\(random.number(1, 9))" : "")
            let day = (Made.quarter.since + Int64(random.number(-60, 120))).iso
            switch random.number(0, 3) {
            case 0: return Made.note(title + " \(place)", on: day, tags: place % 5 == 0 ? ["decision"] : [])
            case 1: return Made.meeting(title, on: day, series: place % 2 == 0 ? "s\(random.number(1, 3))" : "")
            default:
                return Made.commit(
                    title, on: day, in: ["press", "site"][place % 2], body: "\(place)", ["src\(place % 4)/\(place).c"])
            }
        }
        let unique = Dictionary(pieces.map { ($0.id, $0) }) { first, _ in first }
        let made = Candidates(Array(unique.values).sorted { $0.id < $1.id })
        #expect(made == Candidates(Array(unique.values).sorted { $0.id > $1.id }))
        #expect(made.list.count <= Candidates.most)
        let cited = made.list.flatMap(\.pieces)
        #expect(Set(cited).count == cited.count)
        for candidate in made.list {
            let own = candidate.pieces.compactMap { unique[$0] }
            #expect(own.allSatisfy { !PieceTraits($0).isHeroic })
            #expect(own.contains { Made.quarter.since <= $0.day && $0.day < Made.quarter.until })
            let said = Set(
                own.flatMap { Phrases.words(of: $0.title) } + own.flatMap { Phrases.words(of: $0.paths.joined()) })
            #expect(said.isSuperset(of: Phrases.words(of: candidate.wording)), "\(candidate.wording)")
            #expect(candidate.figures.reduce(0) { $0 + $1.ref.count } == candidate.pieces.count)
        }
    }
}
