package import LedgerModel

/// An answer in words, figures and ids, without markup: the terminal, a page and a report are
/// made from the same value.
package struct Document: Sendable, Hashable {
    package var title: String
    /// `1 October to 21 November 2026`; empty where no period applies.
    package var period: String
    /// One to three sentences that say what is so.
    package var headline: [Span]
    /// What the figures rest on, said small below the sentences; empty where that needs no words.
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

    /// All of it is for oneself alone, which is said once, at the top.
    package var isOnlyForYou: Bool { !sections.isEmpty && sections.allSatisfy(\.onlyForYou) }

    /// The line at the top of a page that is for oneself alone.
    package static let onlyForYou = "This page is only for you."

    /// Whether a section says of itself that it is for oneself alone.
    package func marks(_ section: Section) -> Bool { section.onlyForYou && !isOnlyForYou }

    /// A run of text, or a figure that opens its evidence.
    package enum Span: Sendable, Hashable, ExpressibleByStringInterpolation {
        case text(String)
        case figure(String, EvidenceRef)
        /// Set apart: a name, a key word.
        case strong(String)
        /// Said more quietly: an aside, a base.
        case soft(String)
        /// Time that was taken.
        case taken(String)
        /// What is typed as it stands.
        case code(String)
        /// What can be done next, where the sentence names it: a command or a link.
        case offer(Offer)

        package init(stringLiteral value: String) { self = .text(value) }

        /// The words alone; an offer has none of its own.
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
        /// By which a surface finds it; nil where none looks for it.
        package var id: SectionID?
        package var blocks: [Block]
        /// Never in a report or a release.
        package var onlyForYou: Bool
        /// It takes the whole width, however little stands in it.
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
        /// Words to say or send.
        case draft([Span])
        /// What would stand here, and the one thing that fills it.
        case empty(String, Offer?)
        /// What can be done with what stands above; a report leaves it out.
        case offers(Offers)
    }

    /// Offers of one kind: a terminal prints the first, a page has a button for each.
    package struct Offers: Sendable, Hashable {
        /// What a terminal says before the command: `Once it is told`. Empty where the sentences above say it.
        package var lead: String
        package var list: [Offer]
        /// The first is what the page is for.
        package var leads: Bool

        package init(_ list: [Offer], lead: String = "", leads: Bool = false) {
            self.lead = lead
            self.list = list
            self.leads = leads
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
            /// Holds a date, which is not broken over lines.
            package var isDay = false

            package init(_ title: String, number: Bool = false) {
                self.title = title
                isNumber = number
            }

            package init(stringLiteral value: String) { self.init(value) }
            package static func number(_ title: String) -> Column { Column(title, number: true) }
            package static let day: Column = {
                var column = Column("Day")
                column.isDay = true
                return column
            }()
        }
    }
}

/// The evidence behind a figure: how many pieces, the first ids, and a query that finds all.
package struct EvidenceRef: Sendable, Hashable {
    package var count: Int
    /// At most 20.
    package var ids: [PublicID]
    private var written: String?
    /// Up to 200 ids, where no filter tells the pieces from others.
    private var named: [PublicID] = []

    /// What `limelight search` takes.
    package var query: String {
        written ?? SearchQuery(filters: named.map { .init(.id, $0.description) }).text
    }

    package init(count: Int, ids: [PublicID] = [], query: String) {
        self.count = count
        self.ids = Array(ids.prefix(20))
        written = query
    }

    /// Pieces by name; a query names at most 200.
    package init(pieces ids: [PublicID]) {
        let unique = ids.unique()
        count = unique.count
        self.ids = Array(unique.prefix(20))
        named = Array(unique.prefix(200))
    }
}

extension [Document.Span] {
    package var plain: String { map(\.plain).joined() }
}

/// Which section it is, whatever its heading says: a surface that puts something of its own in its place finds it so.
package enum SectionID: Sendable, Hashable {
    /// In each of several documents.
    case toCome, next, people

    // Where my time goes
    case lineOfSight, instead, notMyJob, agreement, openFronts
    // Time for me
    case blocks, displaced, survival, days
    // Where this leads
    case task, wanted, skills, projects
    // A task from the career angle
    case threeQuestions, workLikeIt
    // Behind the scenes
    case threeLedgers, pairs
    // My 1:1s
    case meeting
    // What somebody has in the ledger
    case held, told, past, ahead
    // What I changed, and the report of it
    case notTold, results, plan, contributions, baseline, besideThePlan, howKnown
    // The weekly review
    case investing, strengthening, sideProjects, behindResults, said, open, oneThing, taskAhead
    // The quarter
    case opening, agreed, asks, comparison
    // Totals and rules
    case totals, rules, unmatched
}
