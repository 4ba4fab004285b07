import LedgerModel
import LedgerOperations
import Renderings

/// What a piece of evidence really was.
enum CorrectForm {
    static func act(_ visit: Visit, _ fields: Fields) throws -> String {
        var request = Capture.CorrectionRequest()
        request.arena = fields["arena"]
        request.responsibility = fields["responsibility"]
        request.objective = fields["objective"]
        request.worth = fields["worth"]
        request.drop = fields["drop"] == "yes"
        switch fields["happened"] {
        case "yes": request.happened = true
        case "no": request.happened = false
        default: break
        }
        let names = ["arena", "responsibility", "objective", "worth", "happened", "drop"]
        guard names.contains(where: { fields[$0] != nil }) else { return "Nothing was chosen; it stays as it is." }
        let said = try visit.ledger.asking.show(visit.id).correction
        guard fields["stamp"].map({ $0 == CorrectionForm.stamp(said) }) ?? true else {
            throw LedgerError(
                .changedMeanwhile, "you have said something else of this piece since this page was loaded",
                hint: "Nothing was changed. Load the page again, and say it once more where it still holds.")
        }
        _ = try visit.ledger.capture.correct(visit.id, request)
        return "Corrected."
    }
}
