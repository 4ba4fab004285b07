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
