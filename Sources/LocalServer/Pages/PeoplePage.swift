import LedgerModel
import LedgerOperations
import Questions
import Renderings

/// Who is in the ledger, and everything that is held about one of them.
enum PeoplePage {
    static func list(_ visit: Visit) throws -> String {
        let frame = try visit.ledger.frame()
        let moments = Moments(zones: try visit.ledger.zones(frame))
        let (answer, _) = try visit.ledger.backstage(visit.ledger.currentQuarter())
        let ties = Dictionary(answer.people.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        let people = try visit.ledger.people().filter { !$0.isMe }.map { person in
            PeopleView.Person(
                id: person.id, name: person.name, role: HeldAbout.known(person, in: frame)?.role?.rawValue ?? "",
                tie: ties[person.id]?.strength.rawValue ?? "",
                last: (ties[person.id]?.last ?? past(person.last, visit.ledger)).map(moments.date) ?? "",
                identities: person.identities)
        }
        let page = visit.frame(PageEntry.people.label, .people)
        return HTMLPage.render(PeopleView(people: people).fragment(in: page), in: page)
    }

    static func one(_ visit: Visit) throws -> String {
        guard let id = PublicID(visit.id.lowercased()), id.kind == .person,
            let held = try? visit.ledger.held(about: id.description)
        else { throw Refusal.noSuchPage }
        let document = held.document(try visit.ledger.zones(visit.ledger.frame()), pieces: nil)
        return HTMLPage.render(
            document, in: visit.frame(document.title, .people),
            below: HandOverView(person: id, name: held.person.name).fragment)
    }

    /// What forgetting takes and what it leaves, before it is done.
    static func forget(_ visit: Visit) throws -> String {
        let target = try target(visit)
        guard case .person(let id, let name, _, _) = target else { throw Refusal.noSuchPage }
        let view = ForgetView(
            person: id, name: name, goes: target.notice, stays: target.stays, backups: visit.ledger.backups().count,
            files: try visit.ledger.keptFiles(holding: target).map(\.name), csrf: visit.csrf)
        return visit.page(view.fragment, "Forget \(name)", .people)
    }

    /// The person whose id the path holds; not found for anything else, and for oneself.
    static func target(_ visit: Visit) throws -> Ledger.Forgettable {
        guard let id = PublicID(visit.id.lowercased()), id.kind == .person,
            let target = try? visit.ledger.forgettable(person: id.description)
        else { throw Refusal.noSuchPage }
        return target
    }

    /// What lies ahead is no contact yet.
    private static func past(_ last: Instant?, _ ledger: Ledger) -> Instant? {
        last.flatMap { $0 <= ledger.now ? $0 : nil }
    }
}
