package import LedgerModel
import LedgerStore
import LocalFiles
import Questions

/// What `limelight` without a command says: the week in three lines and one thing to do, or how to begin.
package struct Overview: Sendable {
    package enum Entry: Sendable, Hashable {
        case sentence(Advice)
        /// Ways to begin, and what each is for.
        case offers([Beginning])

        package struct Beginning: Sendable, Hashable {
            package var offer: Offer
            package var why: String
        }
    }

    package var lines: [Entry]
    /// `nil` while the ledger is empty.
    package var week: WeekNow?
    package var isDemo: Bool
}

extension Inquiry {
    /// - Parameters:
    ///   - named: What names the ledger if it is not the usual one, such as `LIMELIGHT_LEDGER`.
    ///   - isExact: Whether a program asks, for which this week is always this week.
    package func overview(named: String? = nil, isExact: Bool = false) throws -> Overview {
        let isDemo = try snapshot.holdings().demoSeed != nil
        guard let week = try weekNow(isExact: isExact) else {
            let place = Folders.absolute(path)
            let begin: Advice
            if isBegun, try snapshot.holdings().sources > 0, try snapshot.me().isEmpty {
                begin = "Sources are read, and nobody is known as you yet: \(offer: .addAddress)."
            } else if isBegun {
                begin = Advice("This ledger is empty. It is at \(path), and only you can read it.")
            } else if let named {
                begin = Advice("\(named) names \(place), but there is no ledger yet. Your first step creates it.")
            } else {
                begin = Advice("There is no ledger yet. It will be at \(place), and only you can read it.")
            }
            return Overview(
                lines: [
                    .sentence(begin), .sentence("Begin where you like:"),
                    .offers(FirstSteps.all.map { .init(offer: $0.offer, why: $0.why) }),
                    .sentence("Or look around in a made-up year first: \(offer: .lookAround)"),
                ], week: nil, isDemo: isDemo)
        }
        return Overview(lines: Self.lines(week, isDemo: isDemo).map { .sentence($0) }, week: week, isDemo: isDemo)
    }

    private static func lines(_ week: WeekNow, isDemo: Bool) -> [Advice] {
        let (answer, base) = (week.scope.answer, week.scope.base)
        var lines: [Advice] = []
        let others = answer.otherArenas.map { "\(answer.hours($0.arena, $0.spent)) \($0.arena.label)" }
        let beside = others.isEmpty || answer.base.high == 0 ? "" : " Besides that, \(Words.list(others))."
        lines.append(Advice("\(week.name): \(answer.opening(base).plain)\(beside)"))
        lines.append(Advice(base.onRecordInShort))
        if let asking = base.asking { lines.append(asking.advice) }
        if let next = week.ahead.first { lines.append(Advice(next.spans(base).plain + ".")) }
        if let timer = week.timer {
            lines.append("Running: \(timer.text), since \(base.zones.civil(timer.at).clock).")
        } else if let latest = week.lastRead {
            lines.append("Sources last read \(Period.date(base.zones.day(of: latest))).")
        }
        if let ended = week.ended { lines.append("\(ended.words): \(offer: .quarter(ended.name))") }
        lines.append("→ \(week.step.advice(base.zones))")
        if let leave = week.step.leave { lines.append("Or leave it so: \(offer: leave)") }
        if isDemo { lines.append("(demo: this year was made up)") }
        return lines
    }
}
