package import LedgerModel
package import Timeline

/// The input of every question: a period up to now, its day cells, and My job.
package struct AnswerBase: Sendable {
    package var now: Instant
    package var zones: ZoneHistory
    /// Clipped to end with today.
    package var period: Period
    /// Clipped at now.
    package var range: Interval
    package var myJob: MyJob
    package var working: WorkingHours
    package var cells: [DayCell]
    /// The period of equal length before.
    package var previous: [DayCell]
    package var sourceNames: [Int64: String]
    package var sourceKinds: Set<SourceKind>
    /// The names of calendars.
    package var calendarNames: [Int64: String] = [:]
    package var revision: Int64
    /// Until when meetings are known: now, or earlier if every calendar is out of date. Silences count up to then.
    package var heardUntil: Instant
    /// A calendar that asks something on which hours hang.
    package var asking: AskingCalendar?
    /// Whom names mean: My job alone, unless the people of the ledger are known too.
    package var who: WhoIsWho
    /// Whom the person's own word or an open ask names, besides My job; and about whom no advice is wanted.
    package var named: Set<PublicID> = []
    package var resting: Set<PublicID> = []
    /// What is fine as it is, so that there is no advice about it.
    package var fine: Set<Fine> = []

    package init(
        now: Instant, zones: ZoneHistory, period: Period, myJob: MyJob, working: WorkingHours, cells: [DayCell],
        previous: [DayCell] = [], sourceNames: [Int64: String] = [:], sourceKinds: Set<SourceKind> = [],
        revision: Int64 = 0, heardUntil: Instant? = nil
    ) {
        self.now = now
        self.zones = zones
        self.period = period.clipped(to: zones.day(of: now))
        let whole = period.interval(zones)
        range = Interval(whole.start, min(whole.end, max(whole.start, now)))
        self.myJob = myJob
        self.working = working
        self.cells = cells
        self.previous = previous
        self.sourceNames = sourceNames
        self.sourceKinds = sourceKinds
        self.revision = revision
        who = WhoIsWho(myJob)
        self.heardUntil = min(now, heardUntil ?? now)
    }

    /// Working hours of the period that have passed, in seconds.
    package var workingSeconds: Int64 { working.intervals(in: range).seconds }

    package var total: Spent { cells.spent }

    /// Working hours with nothing on record, in seconds.
    package var untracedSeconds: Int64 { max(0, workingSeconds - seenSeconds) }

    /// Seconds on record inside working hours.
    package var seenSeconds: Int64 { cells.reduce(0) { $0 + $1.spent.seconds - $1.outside } }

    /// A query for the evidence of the period that also matches `filters`.
    package func query(_ filters: [SearchQuery.Filter] = []) -> String {
        SearchQuery(
            filters: filters + [
                .init(.since, period.since.iso), .init(.until, period.until.iso), .init(.isA, "work"),
            ]
        ).text
    }

    package func ref(_ cells: some Sequence<DayCell>, _ filters: [SearchQuery.Filter] = []) -> EvidenceRef {
        EvidenceRef(count: cells.reduce(0) { $0 + $1.pieces }, query: query(filters))
    }

    /// `From 11 of 40 working hours with a record.`, the first figure a link to the record, and what a calendar asks.
    package var onRecord: [Document.Span] {
        guard workingSeconds > 0 else { return [.soft(noHours)] + (asking?.spans ?? []) }
        let assumed = working.isAssumed ? " (working hours assumed)" : ""
        return [
            .soft("From "), .figure(Hours.rounded(seenSeconds), ref(cells)),
            .soft(" of \(Hours.rounded(workingSeconds)) working hours with a record\(assumed)."),
        ] + (asking?.spans ?? [])
    }
}

extension AnswerBase {
    /// What is said of a period without working hours.
    fileprivate var noHours: String {
        period.until <= zones.day(of: now) ? "No working hours in this period." : "No working hours so far."
    }

    /// The same as one line of plain text.
    package var onRecordInShort: String {
        workingSeconds == 0
            ? noHours : Array(onRecord.prefix(3)).plain
    }

    /// Whether less than a quarter of the working hours are on record.
    private var isLittleSeen: Bool { workingSeconds > 0 && seenSeconds * 4 < workingSeconds }

    /// What would add most, if little is on record and that is not fine; otherwise `nil`. It is said in one place only.
    package var whatWouldShowMore: Document.Section? {
        guard isLittleSeen, asking == nil, !fine.contains(.record) else { return nil }
        let more: [Document.Span] =
            sourceKinds.contains(.calendar)
            ? [.text("Notes with a length would show most of the rest: "), .offer(.note(minutes: 50))]
            : [.text("A calendar would show most of the rest: "), .offer(.calendar)]
        return Document.Section(
            "Little is on record", id: .little,
            [.paragraph(more + [.text(".")]), .offers(.init([.fine(.init(.record))], lead: "Or leave it so"))])
    }
}

extension Sequence<DayCell> {
    package var spent: Spent { reduce(.zero) { $0 + $1.spent } }
    package var seconds: Int64 { reduce(0) { $0 + $1.spent.seconds } }
    package var pieces: Int { reduce(0) { $0 + $1.pieces } }
}

/// An answer with the base it was made from, which has the period and the zones for its words and figures.
package struct Answered<Answer: PeriodAnswer>: Sendable {
    package let answer: Answer
    package let base: AnswerBase

    package init(_ answer: Answer, _ base: AnswerBase) {
        self.answer = answer
        self.base = base
    }

    package var document: Document { answer.document(base) }
}

/// The answer to a question about a period.
package protocol PeriodAnswer: Sendable {
    /// `base` is what the answer was made from.
    func document(_ base: AnswerBase) -> Document
}

/// The labels of keys of My job.
package struct MyJobLabels: Sendable {
    /// By kind and key: `objective/growth`.
    let labels: [String: String]

    package init(_ myJob: MyJob) {
        var labels: [String: String] = [:]
        for item in myJob.responsibilities { labels["responsibility/\(item.key)"] = item.label }
        for item in myJob.objectives { labels["objective/\(item.key)"] = item.label }
        for item in myJob.skills { labels["skill/\(item.key)"] = item.label }
        labels["responsibility/\(Meaning.mine)"] = "my other work"
        labels["responsibility/\(Meaning.notMine)"] = "someone else’s"
        for item in myJob.notMine {
            labels["responsibility/\(Meaning.notMine):\(item.key)"] = "someone else’s: \(item.label)"
        }
        self.labels = labels
    }

    package func responsibility(_ key: String) -> String { labels["responsibility/\(key)"] ?? key }
    /// Also the label of a responsibility: a result can count for one if it serves no objective.
    package func objective(_ key: String) -> String {
        labels["objective/\(key)"] ?? labels["responsibility/\(key)"] ?? key
    }
    package func skill(_ key: String) -> String { labels["skill/\(key)"] ?? key }
}
