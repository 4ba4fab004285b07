package import LedgerModel

/// An answer in words, figures and ids, without markup: the terminal, a page and a report are
/// made from the same value.
package struct Document: Sendable, Hashable {
    package var title: String
    /// `1 October to 21 November 2026`; empty if no period applies.
    package var period: String
    /// One to three sentences that answer the question.
    package var headline: [Span]
    /// The base of the figures, in small print below the sentences; may be empty.
    package var base: [Span]
    package var sections: [Section]

    package init(
        title: String, period: String = "", headline: [Span], base: [Span] = [], sections: [Section] = []
    ) {
        self.title = title
        self.period = period
        self.headline = headline
        self.base = base
        self.sections = sections
    }

    /// The same with an aside behind the dates of its period.
    package func headed(_ aside: String) -> Document {
        var document = self
        if !period.isEmpty { document.period += aside }
        return document
    }

    /// Whether all of it is only for the person, which is then said once, at the top.
    package var isOnlyForYou: Bool { !sections.isEmpty && sections.allSatisfy(\.onlyForYou) }

    /// The line at the top of a page that is only for the person.
    package static let onlyForYou = "This page is only for you."

    /// Whether a section itself says that it is only for the person.
    package func marks(_ section: Section) -> Bool { section.onlyForYou && !isOnlyForYou }

    /// A run of text, or a figure that links to its evidence.
    package enum Span: Sendable, Hashable, ExpressibleByStringInterpolation {
        case text(String)
        case figure(String, EvidenceRef)
        /// Emphasised: a name, a key word.
        case strong(String)
        /// Less prominent: an aside, a base.
        case soft(String)
        /// Time that was taken.
        case taken(String)
        /// To be typed exactly.
        case code(String)
        /// What can be done next, named by the sentence: a command or a link.
        case offer(Offer)

        package init(stringLiteral value: String) { self = .text(value) }

        /// The same, but a figure of nothing is text: there is nothing to open.
        package var opening: Span {
            guard case .figure(let text, let ref) = self, ref.count == 0,
                !text.utf8.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) })
            else { return self }
            return .text(text)
        }

        /// The text only; an offer has none.
        package var plain: String {
            switch self {
            case .text(let text), .strong(let text), .soft(let text), .taken(let text), .code(let text): text
            case .figure(let text, _): text
            case .offer: ""
            }
        }
    }

    package struct Section: Sendable, Hashable {
        package var title: String
        /// By which a surface finds the section; `nil` if none looks for it.
        package var id: SectionID?
        package var blocks: [Block]
        /// Whether it is left out of reports and releases.
        package var onlyForYou: Bool
        /// Whether it takes the whole width even with little content.
        package var isWide = false

        package init(_ title: String, id: SectionID? = nil, onlyForYou: Bool = false, _ blocks: [Block]) {
            self.title = title
            self.id = id
            self.onlyForYou = onlyForYou
            self.blocks = blocks
        }
    }

    package enum Block: Sendable, Hashable {
        case paragraph([Span])
        case list([[Span]])
        case table(Table)
        case chart(Chart)
        /// Words to say or send, which only what is sayable can make up.
        case draft([Sentence])
        /// What will appear here, and the one offer that fills it.
        case empty(String, Offer?)
        /// What can be done with the blocks above; a report leaves it out.
        case offers(Offers)
    }

    /// Offers of one kind: a terminal prints the first, or all, and a page has a button for each.
    package struct Offers: Sendable, Hashable {
        /// The words before the command in a terminal: `Once you have told them`. Empty if the sentences above say it.
        package var lead: String
        package var list: [Offer]
        /// Whether the first offer is the main action of the page.
        package var leads: Bool
        /// Whether each is something else, so that a terminal prints them all.
        package var isEach = false
        /// Whether a page answers with the keys 1, 2, 3 and so on.
        package var hasKeys: Bool

        package init(_ list: [Offer], lead: String = "", leads: Bool = false, hasKeys: Bool = false) {
            self.lead = lead
            self.list = list
            self.leads = leads
            self.hasKeys = hasKeys
        }
    }

    package struct Table: Sendable, Hashable {
        package var columns: [Column]
        package var rows: [[[Span]]]

        package init(columns: [Column], rows: [[[Span]]]) {
            self.columns = columns
            self.rows = rows
        }

        package struct Column: Sendable, Hashable, ExpressibleByStringLiteral {
            package var title: String
            package var isNumber: Bool
            /// Whether it holds a date, which is never split over two lines.
            package var isDay = false

            package init(_ title: String, number: Bool = false) {
                self.title = title
                isNumber = number
            }

            package init(stringLiteral value: String) { self.init(value) }
            package static func number(_ title: String) -> Column { Column(title, number: true) }
            package static let day = Column.day("Day")

            /// A column of dates under another title.
            package static func day(_ title: String) -> Column {
                var column = Column(title)
                column.isDay = true
                return column
            }
        }
    }
}

/// The evidence behind a figure: how many pieces, the first ids, and a query that finds all.
package struct EvidenceRef: Sendable, Hashable {
    package var count: Int
    /// At most 20.
    package var ids: [PublicID]
    private var written: String?
    /// Up to 1,000 ids, if no filter selects exactly these pieces.
    private var named: [PublicID] = []

    /// A query for `limelight search`.
    package var query: String {
        written ?? SearchQuery(filters: named.map { .init(.id, $0.description) }).text
    }

    package init(count: Int, ids: [PublicID] = [], query: String) {
        self.count = count
        self.ids = Array(ids.prefix(20))
        written = query
    }

    /// Pieces by id; a query names at most 1,000.
    package init(pieces ids: [PublicID]) {
        let unique = ids.unique()
        count = unique.count
        self.ids = Array(unique.prefix(20))
        named = Array(unique.prefix(1_000))
    }
}

extension [Document.Span] {
    package var plain: String { map(\.plain).joined() }

    /// With a capital first letter if they begin with text.
    package var sentence: [Document.Span] {
        guard case .text(let text)? = first else { return self }
        return [.text(text.sentence)] + dropFirst()
    }
}

/// Identifies a section whatever its heading says, so that a surface can find it and put something else in its place.
package enum SectionID: Sendable, Hashable {
    /// In several documents.
    case toCome, next, people

    // Where my time goes
    case lineOfSight, instead, notMyJob, agreement, openFronts, little
    // Time for me
    case blocks, displaced, survival, days, askedOfBlocks
    // Where this leads
    case task, wanted, skills, projects
    // A task from the career angle
    case threeQuestions, toSay, workLikeIt
    // Behind the scenes
    case threeLedgers, pairs
    // My 1:1s and the page of a person
    case meeting, openBetween
    // Who might be one person
    case askedOfPeople
    // What is held about someone
    case held, told, past, ahead, texts
    // What I changed, and the report of it
    case notTold, results, candidates, plan, contributions, stopped, became, baseline, outsider, besideThePlan, howKnown
    // The weekly review
    case investing, strengthening, sideProjects, behindResults, said, open, oneThing, taskAhead
    // The quarter
    case opening, agreed, asks, comparison
    // Totals and rules
    case totals, rules, unmatched
}
