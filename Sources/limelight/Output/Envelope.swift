import LedgerModel
import LedgerOperations
import Questions
import Renderings

extension Asking {
    /// The JSON of an answer; throws what kept the ids behind a figure from being read.
    func json(_ base: AnswerBase, _ make: (AnswerJSON) -> JSON) throws(LedgerError) -> JSON {
        var problem: LedgerError?
        let json = make(
            AnswerJSON(base) { ref in
                do throws(LedgerError) { return try ids(ref) } catch {
                    problem = problem ?? error
                    return []
                }
            })
        if let problem { throw problem }
        return json
    }

    /// What every machine-readable answer starts with that is about no period.
    func envelope(_ schema: String) throws(LedgerError) -> JSON {
        AnswerJSON.envelope(schema, now: now, zones: try zones(), revision: try revision())
    }
}
