import LedgerModel
import TestSupport
import Testing

@testable import Questions

@Suite("Candidates: what the person put together or took apart")
struct SaidClusterTests {
    private let anvil = Made.commit("feat: anvil, refs #1", on: "2026-02-01")
    private let more = Made.commit("feat: heavier anvil, refs #1", on: "2026-02-02")
    private let barley = Made.commit("feat: barley, refs #2", on: "2026-02-20")

    private func lists(_ said: [SaidOfCandidate], _ pieces: [CandidatePiece]? = nil) -> [[String]] {
        let pieces = pieces ?? [anvil, more, barley]
        let titles = Dictionary(uniqueKeysWithValues: pieces.map { ($0.id, $0.title) })
        return Candidates(pieces, in: Made.quarter, said: said).list.map { $0.pieces.compactMap { titles[$0] } }
            .sorted { $0.joined() < $1.joined() }
    }

    private func said(
        _ answer: SaidOfCandidate.Answer, _ pieces: [CandidatePiece], leaving: [CandidatePiece] = []
    ) -> SaidOfCandidate { SaidOfCandidate(id: "", answer, pieces.map(\.id), leaving: leaving.map(\.id)) }

    @Test("Merged, two candidates are one, which an import lets grow")
    func one() {
        #expect(lists([]) == [[anvil.title, more.title], [barley.title]])
        #expect(lists([said(.one, [anvil, more, barley])]) == [[anvil.title, more.title, barley.title]])
        // One piece of each is enough to know them by.
        #expect(lists([said(.one, [more, barley])]) == [[anvil.title, more.title, barley.title]])
        let new = Made.commit("feat: ripe barley, refs #2", on: "2026-02-22")
        #expect(
            lists([said(.one, [more, barley])], [anvil, more, barley, new])
                == [[anvil.title, more.title, barley.title, new.title]])
    }

    @Test("What was merged stays in the list, also where neither part alone says enough")
    func least() {
        let notes = [
            Made.note("Talked to suppliers", on: "2026-02-03"), Made.note("Wrote the brief", on: "2026-03-01"),
        ]
        #expect(lists([], notes).isEmpty)
        #expect(lists([said(.one, notes)], notes).count == 1)
    }

    @Test("Split, what leaves is a candidate of its own, and stays apart")
    func apart() {
        #expect(
            lists([said(.apart, [anvil], leaving: [more])]) == [[anvil.title], [barley.title], [more.title]])
        let new = Made.commit("feat: lighter anvil, refs #1", on: "2026-02-04")
        #expect(
            lists([said(.apart, [anvil], leaving: [more])], [anvil, more, barley, new])
                == [[anvil.title, new.title], [barley.title], [more.title]])
    }

    @Test("What was said last holds")
    func order() {
        let (together, away) = (said(.one, [anvil, barley]), said(.apart, [anvil, more], leaving: [barley]))
        #expect(lists([together, away]) == [[anvil.title, more.title], [barley.title]])
        #expect(lists([away, together]) == [[anvil.title, more.title, barley.title]])
    }

    @Test("Pieces that are gone, strikes and what was put off move nothing")
    func nothing() {
        let gone = Made.commit("feat: gone", on: "2026-02-09")
        let all = [
            said(.one, [gone, anvil]), said(.apart, [gone], leaving: [anvil]), said(.struck, [anvil, barley]),
            said(.later, [anvil, barley]),
        ]
        #expect(lists(all) == lists([]))
    }
}
