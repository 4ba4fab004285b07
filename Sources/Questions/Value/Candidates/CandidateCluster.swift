import LedgerModel

/// Pieces that belong to one thing.
struct CandidateCluster: Sendable {
    enum Kind: Sendable, Hashable {
        /// An issue or ticket that they name.
        case number(String)
        /// Words that they share, or a single commit.
        case words
        /// A decision, and what led to it.
        case decision
        case notes
    }

    var kind: Kind
    /// Places in the list of pieces, in order of time.
    var members: [Int]
    /// How many of them have a word.
    private var counts: [String: Int]
    /// The words of the first, which say what it is about.
    let seed: Set<String>
    var first: CivilDay
    var last: CivilDay
    /// Whether the person put it together.
    var isSaid = false

    init(_ kind: Kind, _ place: Int, _ traits: PieceTraits) {
        self.kind = kind
        members = [place]
        seed = traits.telling
        counts = Dictionary(uniqueKeysWithValues: seed.map { ($0, 1) })
        (first, last) = (traits.piece.day, traits.piece.day)
    }

    /// Whether it is an issue of a repository, which is a thing of its own, whatever other issues are called.
    var isIssue: Bool { if case .number(let number) = kind { number.hasPrefix("#") } else { false } }

    mutating func add(_ place: Int, _ traits: PieceTraits) {
        members.append(place)
        for word in traits.telling { counts[word, default: 0] += 1 }
        first = min(first, traits.piece.day)
        last = max(last, traits.piece.day)
    }

    /// - Parameter members: At least one, in order of time.
    init(_ kind: Kind, members: [Int], _ traits: [PieceTraits]) {
        self.init(kind, members[0], traits[members[0]])
        for place in members.dropFirst() { add(place, traits[place]) }
    }

    mutating func join(_ other: CandidateCluster, _ traits: [PieceTraits]) {
        for place in other.members { add(place, traits[place]) }
        members.sort()
    }

    /// How many of these words it is about: those of the first piece, and those that a third of its pieces have. A word
    /// that one of many has would let it grow without end.
    func common(_ words: Set<String>) -> Int {
        words.count { seed.contains($0) || (counts[$0] ?? 0) >= max(2, members.count / 3) }
    }

    /// Whether a day lies within so many days of it.
    func isNear(_ day: CivilDay, within days: Int64) -> Bool { day - last <= days && first - day <= days }
}

/// Puts the pieces together: by number, by folder and words, and what notes and meetings say of the same.
struct CandidateClusters {
    private(set) var list: [CandidateCluster] = []
    private let traits: [PieceTraits]
    /// The words that are in few titles, so that two of them in common mean something.
    private let rare: Set<String>
    /// The words of people’s names, which say who was there and not what it was about.
    private let names: Set<String>

    /// How long an issue may rest and still be one thing.
    private static let restOfNumber: Int64 = 42
    /// Commits of one folder with two words in common.
    private static let nearInFolder: Int64 = 7
    /// Pieces anywhere with three.
    private static let nearAnywhere: Int64 = 21
    /// A note or a meeting before or after what it speaks of.
    private static let nearOfTalk: Int64 = 14

    /// - Parameters:
    ///   - traits: All pieces in order of time.
    ///   - places: Those that can be part of a result.
    init(_ traits: [PieceTraits], _ places: [Int]) {
        self.traits = traits
        let names = Set(traits.flatMap { $0.piece.people }.flatMap { Phrases.words(of: $0) })
        self.names = names
        rare = Self.rare(places.map { traits[$0].telling.subtracting(names) })
        let commits = places.filter { traits[$0].piece.kind == .commit }
        addNumbered(commits)
        addByWords(commits.filter { traits[$0].numbers.main == nil && !traits[$0].isChore })
        joinAlike()
        addTalk(places.filter { traits[$0].piece.kind != .commit })
    }

    private static func rare(_ titles: [Set<String>]) -> Set<String> {
        var counts: [String: Int] = [:]
        for words in Set(titles) { for word in words { counts[word, default: 0] += 1 } }
        let most = max(6, titles.count / 25)
        return Set(counts.filter { $0.value <= most }.keys)
    }

    // MARK: commits

    private mutating func addNumbered(_ commits: [Int]) {
        var open: [String: Int] = [:]
        for place in commits where !traits[place].isRelease {
            guard let number = traits[place].numbers.main else { continue }
            // A ticket is one thing in every repository, an issue in one.
            let key = number.hasPrefix("#") ? traits[place].piece.project + number : number
            if let known = open[key], list[known].isNear(traits[place].piece.day, within: Self.restOfNumber) {
                list[known].add(place, traits[place])
            } else {
                open[key] = list.count
                list.append(CandidateCluster(.number(number), place, traits[place]))
            }
        }
    }

    private mutating func addByWords(_ commits: [Int]) {
        /// The clusters that hold a word, newest last.
        var holding: [String: [Int]] = [:]
        for place in commits {
            let piece = traits[place].piece
            var near: Set<Int> = []
            for word in traits[place].telling {
                holding[word]?.removeAll { piece.day - list[$0].last > Self.nearAnywhere }
                near.formUnion(holding[word] ?? [])
            }
            let common = near.filter { piece.day - list[$0].first <= Self.restOfNumber }.map { cluster in
                (cluster: cluster, words: list[cluster].common(traits[place].telling))
            }
            let found = common.filter { cluster, words in
                let last = traits[list[cluster].members[list[cluster].members.count - 1]]
                let isBeside =
                    last.piece.project == piece.project && last.files.folder == traits[place].files.folder
                    && piece.day - list[cluster].last <= Self.nearInFolder
                return words >= (isBeside ? 2 : 3)
            }.max { ($0.words, $0.cluster) < ($1.words, $1.cluster) }?.cluster
            let cluster = found ?? list.count
            if found == nil {
                list.append(CandidateCluster(.words, place, traits[place]))
            } else {
                list[cluster].add(place, traits[place])
            }
            for word in traits[place].telling where holding[word]?.contains(cluster) != true {
                holding[word, default: []].append(cluster)
            }
        }
    }

    /// Puts together what shares half of its title within weeks: the same done to one system after another, under a
    /// ticket each.
    private mutating func joinAlike() {
        var holding: [String: [Int]] = [:]
        var joined: Set<Int> = []
        for index in list.indices.sorted(by: { (list[$0].first, $0) < (list[$1].first, $1) })
        where !list[index].isIssue {
            let words = list[index].seed
            let project = traits[list[index].members[0]].piece.project
            var near: Set<Int> = []
            for word in words {
                holding[word]?.removeAll { list[index].first - list[$0].first > Self.restOfNumber }
                near.formUnion(holding[word] ?? [])
            }
            let alike = near.filter { other in
                let common = list[other].seed.intersection(words).count
                return common >= 3 && common * 2 >= min(words.count, list[other].seed.count)
                    && traits[list[other].members[0]].piece.project == project
            }.min()
            if let alike {
                list[alike].join(list[index], traits)
                list[alike].kind = .words
                joined.insert(index)
            } else {
                for word in words { holding[word, default: []].append(index) }
            }
        }
        list = list.indices.filter { !joined.contains($0) }.map { list[$0] }
    }

    // MARK: notes and meetings

    private mutating func addTalk(_ talk: [Int]) {
        let notes = talk.filter { traits[$0].piece.series.isEmpty }
        for place in notes { if !joins(place, atLeast: 2) { begin(place) } }
        // A series is no result by itself, however often it takes place: it is part of what it speaks of.
        let series = Dictionary(grouping: talk.filter { !traits[$0].piece.series.isEmpty }) { traits[$0].piece.series }
        for (_, places) in series.sorted(by: { $0.value[0] < $1.value[0] }) {
            for place in places { _ = joins(place, atLeast: 2) }
        }
        attachDeciding(series.values.flatMap { $0 }.sorted())
    }

    /// Adds a piece to what it names, or to what it has rare words in common with.
    private mutating func joins(_ place: Int, atLeast least: Int) -> Bool {
        let piece = traits[place].piece
        let numbers = traits[place].numbers.all
        let words = traits[place].telling.intersection(rare)
        guard !numbers.isEmpty || words.count >= least else { return false }
        var best: (cluster: Int, words: Int)?
        for (index, cluster) in list.enumerated() where cluster.isNear(piece.day, within: Self.nearOfTalk) {
            if case .number(let number) = cluster.kind, numbers.contains(number), isAlone(number, index) {
                best = (index, .max)
                break
            }
            let common = cluster.common(words)
            if let decided = decision(of: cluster) {
                // What was decided is over with that, and another decision is another thing.
                let isLater = !traits[place].piece.series.isEmpty && piece.day > traits[decided].piece.day
                if isLater || traits[place].isDecision && common < 3 { continue }
            }
            if common >= least, common > (best?.words ?? 0) { best = (index, common) }
        }
        guard let best else { return false }
        list[best.cluster].add(place, traits[place])
        return true
    }

    /// The last piece of it that says that something was decided.
    private func decision(of cluster: CandidateCluster) -> Int? { cluster.members.last { traits[$0].isDecision } }

    /// Whether no other repository has an issue of this number then, so that it is clear which is meant.
    private func isAlone(_ number: String, _ index: Int) -> Bool {
        guard number.hasPrefix("#") else { return true }
        let project = traits[list[index].members[0]].piece.project
        return !list.contains {
            $0.kind == .number(number) && traits[$0.members[0]].piece.project != project
                && $0.isNear(list[index].last, within: Self.restOfNumber)
        }
    }

    private mutating func begin(_ place: Int) {
        let item = traits[place]
        // A single event that nobody decided anything in is no more than an appointment.
        guard item.piece.kind != .event || item.isDecision else { return }
        list.append(CandidateCluster(item.isDecision ? .decision : .notes, place, item))
    }

    /// The meetings that ended in a decision: with some of its people, or words, in the weeks before it. Each led to the
    /// next one.
    private mutating func attachDeciding(_ meetings: [Int]) {
        let taken = Set(list.flatMap(\.members))
        let decided = list.indices.compactMap { index in
            decision(of: list[index]).map { (cluster: index, decision: traits[$0]) }
        }
        for place in meetings where !taken.contains(place) {
            let next = decided.filter { led(traits[place], to: $0.decision) }.min {
                ($0.decision.piece.day, $0.cluster) < ($1.decision.piece.day, $1.cluster)
            }
            if let next { list[next.cluster].add(place, traits[place]) }
        }
        for index in list.indices { list[index].members.sort() }
    }

    private func led(_ meeting: PieceTraits, to decision: PieceTraits) -> Bool {
        guard (0...Self.restOfNumber).contains(decision.piece.day - meeting.piece.day),
            !meeting.telling.subtracting(names).isDisjoint(with: decision.telling)
        else { return false }
        let people = Set(decision.piece.people.map(\.caseFolded))
        return people.isEmpty || !people.isDisjoint(with: meeting.piece.people.map(\.caseFolded))
    }
}
