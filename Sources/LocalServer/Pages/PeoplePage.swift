import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// The people in the ledger, and everything held about one of them.
enum PeoplePage {
    static func list(_ visit: Visit) throws -> String {
        let myJob = try visit.ledger.myJob.current()
        let who = try visit.ledger.asking.who()
        let times = TimeLabels(zones: try visit.ledger.asking.zones())
        let answer = try visit.ledger.asking.backstage(visit.ledger.asking.currentQuarter()).answer
        let ties = Dictionary(answer.people.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let everybody = try visit.ledger.asking.people().filter { !$0.isMe }
        let known = everybody.filter { !$0.isForgotten }
        func works(_ person: PersonSummary) -> Bool { !person.isOnlyAuthor || who.item(of: person.id) != nil }
        let people = known.filter { !$0.isNamedElsewhere && works($0) }
            .sorted { ($0.listed.folded, $0.id) < ($1.listed.folded, $1.id) }.map { person in
                PeopleView.Person(
                    id: person.id, name: person.listed, role: who.item(of: person.id)?.role?.rawValue ?? "",
                    last: (ties[person.id]?.last ?? past(person.last, visit.ledger)).map(times.date) ?? "",
                    identities: person.identities)
            }
        let page = visit.layout(PageEntry.people.label, .people)
        var view = PeopleView(people: people)
        view.elsewhere = known.filter(\.isNamedElsewhere).map { .init(id: $0.id, name: $0.listed) }
        view.authors = known.count { !$0.isNamedElsewhere && !works($0) }
        view.forgotten = everybody.count - known.count
        view.isLeftOut = myJob.settings.leavesOut.contains(.people)
        view.questions = try visit.ledger.people.questions(isAgain: visit.query["again"] != nil).sections
        return HTMLPage.render(view.fragment(in: page), in: page)
    }

    static func one(_ visit: Visit) throws -> String {
        let id = try id(visit)
        let held = try Refusal.finding { () throws(LedgerError) in try visit.ledger.asking.held(about: id.description) }
        let isWhole = visit.query["all"] != nil
        let pieces = try visit.ledger.asking.pieces(
            naming: held.person.id, past: isWhole ? longest : 50, ahead: isWhole ? longest : 10)
        let rest: Offer = isWhole ? .heldInTerminal(held.person.id) : .held(held.person.id)
        let isHeld = isWhole && !held.person.isMe && !held.person.isForgotten
        let texts = isHeld ? try visit.ledger.forgetting.heldTexts(about: held.person.id) : nil
        let document = held.document(
            visit.ledger.now, try visit.ledger.asking.zones(), pieces: pieces, texts: texts, rest: rest)
        let layout = visit.layout(document.title, .people)
        guard !held.person.isForgotten else { return HTMLPage.render(document, in: layout) }
        let join = JoinView(person: held.person, others: try visit.ledger.people.others())
        return HTMLPage.render(
            document, in: layout,
            below: join.fragment(in: layout) + HandOverView(person: held.person.id, name: held.person.name).fragment)
    }

    /// The page to print and hand to the person: only what may be said to them.
    static func handOver(_ visit: Visit) throws -> String {
        let id = try id(visit)
        let handout = try Refusal.finding(absent: [.notFound, .usage]) { () throws(LedgerError) in
            try visit.ledger.asking.handout(about: id.description)
        }
        return visit.page(handout.document, .people)
    }

    /// The most pieces on one page; a terminal prints more.
    private static let longest = 2_000

    /// Says what forgetting removes and what it leaves, before it is done.
    static func forget(_ visit: Visit) throws -> String {
        let plan = try plan(visit)
        guard case .person(let id, let name, _, _) = plan.target else { throw Refusal.noSuchPage }
        let view = ForgetView(
            person: id, name: name, goes: plan.goes.joined(separator: " "),
            stays: plan.stays.map { .init($0.text, search: $0.search) }, backups: plan.backups,
            files: plan.files.map(\.name), reviews: plan.renewed, csrf: visit.csrf)
        return visit.page(view.fragment, "Forget \(name)", .people)
    }

    static func plan(_ visit: Visit) throws -> ForgettingPlan {
        try visit.ledger.forgetting.plan(try target(visit))
    }

    /// The person whose id is in the path. Anything else is not found, nor is the person themselves.
    private static func target(_ visit: Visit) throws -> Forgetting.Forgettable {
        let id = try id(visit)
        // Forgetting oneself is reported as `.usage`.
        let target = try Refusal.finding(absent: [.notFound, .usage]) { () throws(LedgerError) in
            try visit.ledger.forgetting.forgettable(person: id.description)
        }
        guard !target.isForgotten else { throw Refusal.noSuchPage }
        return target
    }

    private static func id(_ visit: Visit) throws(Refusal) -> PublicID {
        guard let id = PublicID(visit.id.lowercased()), id.kind == .person else { throw Refusal.noSuchPage }
        return id
    }

    /// A meeting in the future is not a contact yet.
    private static func past(_ last: Instant?, _ ledger: Ledger) -> Instant? {
        last.flatMap { $0 <= ledger.now ? $0 : nil }
    }
}

/// Removes a person from everything, for good.
enum ForgetForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        let plan = try PeoplePage.plan(visit)
        guard case .person(_, let name, _, _) = plan.target else { throw Refusal.noSuchPage }
        let also = ForgettingPlan.Also(files: fields["files"] == "yes", backups: fields["backups"] == "yes")
        let sentences = try visit.ledger.forgetting.perform(plan, also, by: ReviewPaper.render)
        return (["\(name) is forgotten."] + sentences.map(\.words)).joined(separator: " ")
    }
}
