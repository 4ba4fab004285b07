import LedgerModel

/// An invented person's quarter, with what each hour of it was really for.
///
/// They have three to six responsibilities of unequal weight and two to four projects, each of which serves two or more
/// of them. They stay with a thing: the next block of work serves the same responsibility in the same project with
/// probability 0.7. Of the blocks 31 % carry no ticket. About an eighth of the hours are weekly meetings, without a
/// project, each for one responsibility. The numbers were chosen before anything was measured.
struct SimulatedPerson {
    struct Piece {
        var at: Instant
        var minutes: Int
        /// The number of the responsibility that it was for.
        var truth: Int
        /// The name of its project; `nil` for a meeting.
        var project: String?
        /// Its title, with a ticket if it has one.
        var title: String
        var hasTicket: Bool
    }

    static let withoutTicket = 31
    static let staying = 70

    let responsibilities: Int
    let pieces: [Piece]
    /// The titles of meetings with what they are for.
    let meetings: [(title: String, responsibility: Int)]

    /// - Parameter days: The working days of the quarter, by their beginning.
    init(seed: UInt64, days: [Instant]) {
        var random = SeededGenerator(seed: seed, stream: "person")
        let count = random.number(3, 6)
        let weights = (0..<count).map { _ in random.number(1, 6) }
        let projects = random.number(2, 4)
        // The weight that each responsibility has in each project; 0 for those that it does not serve.
        let served = (0..<projects).map { project in
            weights.enumerated().map { index, weight in
                index % projects == project || random.number(1, 100) <= 40 ? weight : 0
            }
        }
        let series = (0..<random.number(2, 5)).map { ("Series \($0)", random.number(0, count - 1)) }
        var pieces: [Piece] = []
        var (project, truth) = (0, 0)
        func turn() {
            project = random.number(0, projects - 1)
            truth = Self.draw(served[project], &random)
        }
        turn()
        for (index, day) in days.enumerated() {
            var minute = 0
            for (place, meeting) in series.enumerated() where (index + place) % 5 < 2 {
                let length = random.number(2, 4) * 15
                pieces.append(
                    Piece(
                        at: day + Int64(minute * 60), minutes: length, truth: meeting.1, project: nil,
                        title: meeting.0, hasTicket: false))
                minute += length
            }
            while minute < 8 * 60 {
                if random.number(1, 100) > Self.staying { turn() }
                let length = min(random.number(2, 8) * 15, 8 * 60 - minute)
                let hasTicket = random.number(1, 100) > Self.withoutTicket
                pieces.append(
                    Piece(
                        at: day + Int64(minute * 60), minutes: length, truth: truth, project: "project-\(project)",
                        title: hasTicket ? "R\(truth)-\(random.number(1, 400)) work" : "work", hasTicket: hasTicket))
                minute += length
            }
        }
        responsibilities = count
        self.pieces = pieces
        meetings = series.map { (title: $0.0, responsibility: $0.1) }
    }

    private static func draw(_ weights: [Int], _ random: inout SeededGenerator) -> Int {
        var left = random.number(1, max(1, weights.reduce(0, +)))
        for (index, weight) in weights.enumerated() {
            left -= weight
            if left <= 0 { return index }
        }
        return 0
    }
}
