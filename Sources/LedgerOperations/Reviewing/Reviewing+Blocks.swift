package import LedgerModel
import LedgerStore
package import Questions

/// What the person says became of time that they set aside.
extension Reviewing {
    /// The weeks that are open and what could be time for the person, as the page *Time for me* asks.
    package func blockQuestions() throws(LedgerError) -> (weeks: [BlockWeek], plans: [BlockCandidate]) {
        try Asking(self).inquire(.blockQuestions) { inquiry in
            let blocks = try inquiry.guardFigures(.recent(inquiry.today)).blocks
            return (
                BlockWeek.remembered(blocks, zones: inquiry.zones, now: inquiry.now), try inquiry.blockCandidates()
            )
        }
    }

    /// The open blocks of the week of a day; `nil` if nothing is open.
    package func openBlocks(of day: CivilDay) throws(LedgerError) -> BlockWeek? {
        let week = ReviewWeek.around(day)
        return try Asking(self).inquire(.period(week)) { inquiry in
            BlockWeek.all(try inquiry.guardFigures(week).blocks, zones: inquiry.zones).first
        }
    }

    /// Says what became of all open blocks of a week, as one action. Returns how many there were.
    package func answerBlocks(ofWeek day: CivilDay, _ word: BlockWord) throws(LedgerError) -> Int {
        guard let open = try openBlocks(of: day) else { return 0 }
        try write { try $0.say(word, of: open.blocks.map(\.id), action: ulid()) }
        return open.blocks.count
    }

    /// Says what became of one block, whatever was said before. Returns its title.
    ///
    /// Throws `.notFound` for an unknown id, `.usage` for a piece that is not a block that has ended.
    package func answerBlock(_ text: String, _ word: BlockWord) throws(LedgerError) -> String {
        let id = try store.read { try $0.resolveStanding(text) }
        guard let at = try store.read({ try $0.birth(of: id) }) else { throw Self.noBlock }
        let zones = try self.zones(myJob())
        let day = zones.day(of: at.start)
        let found: GuardAnswer.Block? = try Asking(self).inquire(.period(Period(since: day, until: day + 1))) {
            try $0.guardFigures(Period(since: day, until: day + 1)).blocks.first { $0.id == id }
        }
        guard let block = found else { throw Self.noBlock }
        try write { try $0.say(word, of: [id], action: ulid()) }
        return block.title
    }

    private static var noBlock: LedgerError {
        LedgerError(
            .usage, "this is not a block that has ended",
            hint: "Blocks are planned events that My job calls time for you; \(offer: .showJob) shows which.")
    }
}

extension RequiredShards {
    /// The weeks that can still be asked about.
    static let blockQuestions = RequiredShards.periods { [.recent($0.today)] }
}

extension Period {
    /// The weeks that somebody remembers.
    static func recent(_ today: CivilDay) -> Period {
        Period(since: today.monday - BlockWeek.longest, until: today + 1)
    }
}

extension Transaction {
    /// Sets the word on blocks as one action. A word replaces what was said of whether the event took place.
    func say(_ word: BlockWord, of blocks: [PublicID], action: ULID) throws {
        try act(action, "blocks", on: blocks.count == 1 ? blocks[0].description : "") {
            for id in blocks {
                try correct(id, action: action) { correction in
                    correction.block = word
                    correction.happened = nil
                }
            }
        }
    }
}
