import LedgerModel
import LedgerOperations
import Questions
import Renderings

extension Inquiry {
    /// The JSON of an answer, with the first ids behind each figure. Throws an error from reading the ids.
    func json<Answer>(_ asked: Answered<Answer>, _ make: (AnswerJSON) -> (Answer) -> JSON) throws -> JSON {
        var problem: (any Error)?
        let writer = AnswerJSON(asked.base) { ref in
            do { return try self.ids(ref) } catch {
                problem = problem ?? error
                return []
            }
        }
        let json = make(writer)(asked.answer)
        if let problem { throw problem }
        return json
    }
}

extension Asking {
    /// The start of every machine-readable answer that is not about a period.
    func envelope(_ schema: String) throws(LedgerError) -> JSON {
        try inquire { AnswerJSON.envelope(schema, now: $0.now, zones: $0.zones, revision: try $0.revision) }
    }
}
