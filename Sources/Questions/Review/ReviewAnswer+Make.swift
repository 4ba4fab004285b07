import LedgerModel

extension ReviewAnswer {
    /// The most questions of one kind, so that a review takes a minute.
    package static let mostAsked = 3

    /// `base` has the cells of the week by arena, project, objective and kind of work.
    package init(_ base: AnswerBase, _ input: ReviewInput) {
        week = input.week
        state = input.state
        mine = input.mine
        said = input.said
        let growing = base.cells.filter { $0.meaning.arena == .growth }
        growth = Growth(spent: growing.spent, ref: base.ref(growing, [.init(.arena, Arena.growth.rawValue)]))
        met = Self.met(input.acquaintances, base)
        let seen = Set(met.map(\.person))
        drifting = Array(
            BackstageAnswer.silences(input.ties, base)
                .filter {
                    $0.strength == .drifting && !seen.contains($0.person)
                }
                .sorted { ($0.last, $0.person) < ($1.last, $1.person) }.prefix(Self.mostAsked))
        sides = Self.sides(base)
        behind = Self.behind(base)
        beyond = base.ref(
            Self.beyond(base),
            Self.ofJob + ValueAnswer.beyond.map { .init(.worth, $0.rawValue) } + Self.objectives(Self.beyond(base)))
        let labels = MyJobLabels(base.myJob)
        served = Set(Self.beyond(base).map(\.meaning.objective)).filter { !$0.isEmpty }.sorted().map(labels.objective)
        let whole = input.week.interval(base.zones)
        claims = input.value.claims.filter { whole.contains($0.at) }
        blocks = input.state.isDone ? nil : BlockWeek.all(input.mine.blocks, zones: base.zones).first
        became = input.state.isDone ? nil : input.became
        candidate = input.state.isDone ? nil : input.candidate
        let most = Self.mostAsked - (became == nil ? 0 : 1)
        asked = input.state.isDone ? [] : Array(Self.asked(input, base).prefix(most))
        task = input.coming?.task
        looksAhead = input.coming != nil
        proposal = input.coming.flatMap { ReviewProposal(base, input, $0) }
    }

    private static func met(_ acquaintances: [Acquaintance], _ base: AnswerBase) -> [Met] {
        acquaintances.compactMap { other -> (Met, Instant)? in
            let contacts = other.contacts.filter { base.range.contains($0.at) }
            guard let last = contacts.map(\.at).max() else { return nil }
            return (
                Met(person: other.person, name: other.name, evidence: contacts.map(\.evidence)), last
            )
        }
        .sorted { a, b in
            a.0.ref.count != b.0.ref.count
                ? a.0.ref.count > b.0.ref.count : (b.1, a.0.person) < (a.1, b.0.person)
        }
        .map(\.0)
    }

    private static func sides(_ base: AnswerBase) -> [Side] {
        let touched = base.cells.filter { $0.meaning.arena == .side && ($0.pieces > 0 || $0.spent.high > 0) }
        return Dictionary(grouping: touched, by: \.project).map { name, cells in
            Side(
                name: name, spent: cells.spent,
                ref: base.ref(
                    cells,
                    [.init(.arena, Arena.side.rawValue), .init(.project, name.isEmpty ? "unknown" : name)]))
        }.sorted { $0.spent.seconds != $1.spent.seconds ? $0.spent.seconds > $1.spent.seconds : $0.name < $1.name }
    }

    private static let ofJob: [SearchQuery.Filter] = [.init(.arena, Arena.job.rawValue), .init(.arena, "unknown")]

    /// Work of a kind beyond what is expected that reaches an objective: a rule that calls every 1:1 an interaction is
    /// not enough.
    private static func beyond(_ base: AnswerBase) -> [DayCell] {
        base.cells.filter { cell in
            cell.pieces > 0 && cell.meaning.isJobOrUnknown && !cell.meaning.objective.isEmpty
                && cell.meaning.worth.map(ValueAnswer.beyond.contains) == true
        }
    }

    private static func behind(_ base: AnswerBase) -> [Behind] {
        let cells = beyond(base)
        return ValueAnswer.beyond.compactMap { worth in
            let part = cells.filter { $0.meaning.worth == worth }
            guard !part.isEmpty else { return nil }
            return Behind(
                worth: worth,
                ref: base.ref(part, ofJob + [.init(.worth, worth.rawValue)] + objectives(part)))
        }
    }

    private static func objectives(_ cells: [DayCell]) -> [SearchQuery.Filter] {
        Set(cells.map(\.meaning.objective)).sorted().map { .init(.objective, $0) }
    }

    /// Results that someone who decides has not heard of, though they met since; by the latest occasion.
    private static func asked(_ input: ReviewInput, _ base: AnswerBase) -> [Asked] {
        Array(
            input.value.notTold.compactMap { item in
                input.held.last {
                    base.who.isOne($0.person, item.person) && $0.at > item.claim.at && $0.at <= base.now
                }.map { Asked(claim: item.claim, person: item.person, occasion: $0) }
            }.prefix(mostAsked))
    }
}
