package import LedgerModel

/// The one thing that a review proposes for the coming week.
package enum ReviewProposal: Sendable, Hashable {
    /// A result, and the meeting at which it can be told.
    case tell(ValueAnswer.Untold)
    /// A free hour among the hours that the person named as possible.
    case block(Interval)
    /// The person with the longest silence.
    case meet(BackstageAnswer.Tie)
    /// A measure that was never agreed.
    case agree(Responsibility)
}

extension ReviewProposal {
    /// What can be done that week comes first; `nil` if nothing is open.
    init?(_ base: AnswerBase, _ input: ReviewInput, _ coming: ReviewInput.Coming) {
        let untold = input.value.notTold.filter { !base.rests($0.person) }
        if let item = untold.first(where: { $0.nextOccasion.map { coming.interval.contains($0.at) } == true }) {
            self = .tell(item)
        } else if !coming.hasBlock, let slot = Self.freeHour(base, coming) {
            self = .block(slot)
        } else if let tie = BackstageAnswer.longestSilent(input.ties, base) {
            self = .meet(tie)
        } else if let item = base.myJob.responsibilities.first(where: {
            $0.isMeasured && !$0.isAgreed && $0.holds(on: base.zones.day(of: base.now))
                && !base.fine.contains(.agreement($0.key))
        }) {
            self = .agree(item)
        } else if let item = untold.first {
            self = .tell(item)
        } else {
            return nil
        }
    }

    /// The first possible hour in which the calendar is free.
    private static func freeHour(_ base: AnswerBase, _ coming: ReviewInput.Coming) -> Interval? {
        for day in base.zones.days(meeting: coming.interval) {
            let zone = base.zones.zone(on: day)
            let hours = base.myJob.settings.possibleHours.cutAtMidnight.filter { $0.weekday == day.weekday.rawValue }
            for span in hours.flatMap(\.spans).sorted(by: { $0.start < $1.start }) {
                var minute = span.start
                while minute + 60 <= span.end {
                    let slot = Interval(zone.instant(day, seconds: Int64(minute) * 60), seconds: 3600)
                    let lies = slot.start >= coming.interval.start && slot.end <= coming.interval.end
                    if lies, !coming.busy.contains(where: { $0.overlaps(slot) }) { return slot }
                    minute += 30
                }
            }
        }
        return nil
    }

    package func spans(_ zones: ZoneHistory) -> [Document.Span] {
        switch self {
        case .tell(let item):
            let what: [Document.Span] = [
                .text(": “"), .figure(item.claim.text, ValueAnswer.ref(item.claim)), .text("”"),
            ]
            guard let occasion = item.nextOccasion else { return [.text("Tell \(item.person)")] + what + [.text(".")] }
            return [
                .text("Tell \(item.person), "),
                .figure(Moments.moment(occasion.at, zones), EvidenceRef(pieces: [occasion.evidence])),
            ] + what + [.text(".")]
        case .block(let slot):
            return [
                .text(
                    "\(Moments.moment(slot.start, zones)) to \(zones.civil(slot.end).clock) is free, and among the hours that could be yours."
                )
            ]
        case .meet(let tie):
            return [
                .text("Write to \(tie.name): your last direct contact was on "),
                .figure(Period.date(zones.day(of: tie.last)), tie.ref), .text("."),
            ]
        case .agree(let item):
            let whom = item.agreedWith.map { " with \($0)" } ?? " with the person who decides"
            return [
                .text("Agree “\(item.label)”\(whom): its measure was never agreed. Afterwards: "),
                .offer(.agree(.init(item))),
            ]
        }
    }
}
