package import LedgerModel

/// All commits of the year.
struct CommitPlan {
    private let commits: [DemoCommit]
    private let days: DemoDays

    init(days: DemoDays, story: DemoStory, growth: GrowthPlan, work: WorkPlan, seed: UInt64) {
        var dana = DanaCommits(days: days, story: story, work: work, seed: seed)
        dana.make(growth)
        var team = TeamCommits(days: days, story: story, seed: seed)
        team.make()
        self.days = days
        commits = dana.commits + team.commits + Self.milestones(days, story)
    }

    var repositories: [DemoRepository] {
        DemoProject.allCases.map { project in
            var writer = FastImportWriter(days: days)
            writer.write(commits.filter { $0.project == project })
            return DemoRepository(
                name: project.rawValue, arena: project == .tideTable ? .side : .job, stream: writer.bytes,
                commits: writer.count)
        }
    }

    /// The commits that results cite.
    private static func milestones(_ days: DemoDays, _ story: DemoStory) -> [DemoCommit] {
        var result = story.drills.map { drill in
            DemoCommit(
                project: .restoreDrill, at: days.at(drill.day, 16 * 60 + 25), author: DemoPeople.dana,
                subject: "drill: order system restored in \(drill.minutes) minutes",
                body: "\(drill.systemsProven) of 12 systems now have a tested restore.",
                trailers: ["Co-authored-by: \(DemoPeople.priya.name) <\(DemoPeople.priya.mail)>"],
                paths: ["log/drills.md"])
        }
        result.append(
            DemoCommit(
                project: .fleetConfig, at: days.at(story.storageMoved, 15 * 60 + 40), author: DemoPeople.dana,
                subject: "feat: hosting: nightly copies live on the slower storage",
                body: "600 euro a month less, by the storage bill of the month before.",
                trailers: ["Reviewed-by: \(DemoPeople.jonas.name) <\(DemoPeople.jonas.mail)>"],
                paths: ["storage/tiers.yml"]))
        result.append(
            DemoCommit(
                project: .runbooks, at: days.at(story.handbookAdopted, 15 * 60 + 10), author: DemoPeople.dana,
                subject: "feat: handbook: chapter for customer service",
                body: "Two teams use it now: ours, and Ruth's.",
                trailers: ["Co-authored-by: \(DemoPeople.amira.name) <\(DemoPeople.amira.mail)>"],
                paths: ["handbook/customer-service.md"]))
        result.append(
            DemoCommit(
                project: .runbooks, at: days.at(story.boardAgrees, 11 * 60 + 20), author: DemoPeople.dana,
                subject: "docs: decision: small changes are decided within two days",
                body: "Agreed with the change board; before, it took nine days on average.",
                paths: ["decisions/small-changes.md"]))
        result.append(
            DemoCommit(
                project: .fleetConfig, at: days.at(days.workday(at: 91), 14 * 60 + 5), author: DemoPeople.dana,
                subject: "feat: monitoring: say a week ahead when a disk will be full",
                body: "With the smoothing that I wrote for tide-table.", paths: ["roles/monitoring/forecast.yml"]))
        result.append(
            DemoCommit(
                project: .fleetConfig, at: days.at(story.certificatesRenew, 10 * 60 + 50), author: DemoPeople.dana,
                subject: "feat: certificates renew themselves two weeks before they expire",
                body: "On all machines. The nightly job says which ones it renewed.",
                trailers: ["Reviewed-by: \(DemoPeople.jonas.name) <\(DemoPeople.jonas.mail)>"],
                paths: ["roles/certificates/renew.yml"]))
        return result.filter { $0.at < days.now }
    }
}

/// A commit before it is written.
struct DemoCommit: Sendable {
    var project: DemoProject
    var at: Instant
    var author: DemoPerson
    var subject: String
    var body: String = ""
    var trailers: [String] = []
    var paths: [String]
    /// The time at which Dana merges its branch; `nil` if it is on `main`.
    var mergedAt: Instant?

    var message: String {
        ([subject, body, trailers.joined(separator: "\n")].filter { !$0.isEmpty }).joined(separator: "\n\n") + "\n"
    }
}

/// A repository with the branch `main`, as input of `git fast-import`.
package struct DemoRepository: Sendable, Hashable {
    package let name: String
    /// What its commits are for.
    package let arena: Arena
    package let stream: [UInt8]
    /// The number of commits in the stream, by all authors.
    package let commits: Int
}
