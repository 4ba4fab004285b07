/// A commit's subject and the file that it changes. `{system}` and `{slug}` are replaced by a system, `{n}` by a small
/// number.
struct DemoSubject: Sendable {
    var text: String
    var path: String
    /// The project, if it is not the theme's.
    var project: DemoProject?

    init(_ text: String, _ path: String, in project: DemoProject? = nil) {
        self.text = text
        self.path = path
        self.project = project
    }

    func filled(system: String, number: Int) -> (text: String, path: String) {
        func fill(_ template: String) -> String {
            template.replacing("{system}", with: system).replacing("{slug}", with: DemoSystems.slug(system))
                .replacing("{n}", with: String(number))
        }
        return (fill(text), fill(path))
    }
}

// Subjects by theme. Most follow the team's convention, some do not.
extension DemoSubject {
    static func table(_ theme: DemoTheme) -> [DemoSubject] {
        switch theme {
        case .restore: restore
        case .handbook: handbook
        case .fleet: fleet
        case .patch: patch
        case .fire: fire
        case .costs: costs
        case .printers: printers
        case .tides: tides
        }
    }

    private static let restore = [
        DemoSubject("feat: restore {system} from the copy of last night", "drills/{slug}.sh"),
        DemoSubject("feat: time each step of the {system} restore", "drills/{slug}.sh"),
        DemoSubject("perf: restore the tables of {system} {n} at a time", "drills/{slug}.sh"),
        DemoSubject("perf: build the indexes of {system} after its data is restored", "drills/{slug}.sh"),
        DemoSubject("test: compare the row counts of {system} after a restore", "checks/{slug}.sh"),
        DemoSubject("test: a restored {system} must show one known record", "checks/{slug}.sh"),
        DemoSubject("fix: wait until {system} answers before the drill's clock stops", "drills/{slug}.sh"),
        DemoSubject("fix: name the copy that {system} was restored from", "drills/common.sh"),
        DemoSubject("docs: what to check by hand after a {system} restore", "notes/{slug}.md"),
        DemoSubject("refactor: one drill script for {system} and its copies", "drills/common.sh"),
        DemoSubject("feat: warn when no drill proved {system} for a quarter", "checks/age.sh"),
        DemoSubject("drill notes for {system}", "notes/{slug}.md"),
        DemoSubject("restore {system}: second try", "drills/{slug}.sh"),
        DemoSubject("ci: run the checks of {system} against the drill machine", "ci.yml"),
    ]

    private static let handbook = [
        DemoSubject("docs: handbook: your first day", "handbook/first-day.md"),
        DemoSubject("docs: handbook: your first own change to {system}", "handbook/first-change.md"),
        DemoSubject("docs: handbook: who to ask about {system}", "handbook/people.md"),
        DemoSubject("docs: handbook: how {system} is handed over", "handbook/handover.md"),
        DemoSubject("docs: handbook: words we use", "handbook/words.md"),
        DemoSubject("feat: handbook: checklist for week {n}", "handbook/checklist.md"),
        DemoSubject("docs: handbook: answers to this week's questions", "handbook/questions.md"),
        DemoSubject("fix: handbook: dead links after the move", "handbook/README.md"),
        DemoSubject("docs: handbook: how a customer's call reaches {system}", "handbook/picture.md"),
        DemoSubject("Handbook: shorter words on the access page", "handbook/access.md"),
        DemoSubject("refactor: handbook: one page for each question", "handbook/README.md"),
    ]

    private static let fleet = [
        DemoSubject("chore: {system}: rotate certificates", "roles/{slug}/certificates.yml"),
        DemoSubject("refactor: {system}: one role in place of {n}", "roles/{slug}/main.yml"),
        DemoSubject("feat: {system}: log to the central place", "roles/{slug}/logging.yml"),
        DemoSubject("feat: {system}: a health check that gives its reason", "roles/{slug}/health.yml"),
        DemoSubject("chore: {system}: bump the agent", "roles/{slug}/main.yml"),
        DemoSubject("fix: {system}: time zone of the nightly job", "roles/{slug}/jobs.yml"),
        DemoSubject("ci: check the role of {system} before merging", "ci.yml"),
        DemoSubject("test: {system}: the role runs twice without a change", "roles/{slug}/tests.yml"),
        DemoSubject("{system}: tidy", "roles/{slug}/main.yml"),
        DemoSubject("{system}: other disk layout", "roles/{slug}/disks.yml"),
        DemoSubject("more room for the logs of {system}", "roles/{slug}/logging.yml"),
        DemoSubject("revert: {system}: bump the agent", "roles/{slug}/main.yml"),
    ]

    private static let patch = [
        DemoSubject("chore: patch {system} inside its window", "patching/{slug}.yml"),
        DemoSubject("chore: patch level report", "patching/report.md"),
        DemoSubject("fix: patch order of {system}: database first", "patching/{slug}.yml"),
        DemoSubject("feat: announce the patch window of {system} a day ahead", "patching/announce.yml"),
        DemoSubject("chore: kernel patch on {system}", "patching/{slug}.yml"),
    ]

    static let slow = DemoSubject(
        "fix: incident: {system} slow, {n} more connections for now", "roles/{slug}/main.yml")
    private static let expiredCertificate = "certificate"
    var isExpiredCertificate: Bool { text.hasPrefix("fix: incident: \(Self.expiredCertificate)") }

    private static let fire = [
        DemoSubject("fix: incident: {system} stopped, disk full", "roles/{slug}/disks.yml"),
        slow,
        DemoSubject("hotfix: {system}: restart when the queue stands still", "roles/{slug}/jobs.yml"),
        DemoSubject("fix: incident: \(expiredCertificate) of {system} had expired", "roles/{slug}/certificates.yml"),
        DemoSubject("docs: incident: what happened to {system}", "incidents/{slug}.md", in: .runbooks),
        DemoSubject("hotfix: {system}: drop {n} jobs that hang", "roles/{slug}/jobs.yml"),
        DemoSubject("fix: incident: {system} lost its mounts after the reboot", "roles/{slug}/disks.yml"),
        DemoSubject("workaround for {system} until support answers", "roles/{slug}/main.yml"),
        DemoSubject("docs: incident: first steps when {system} stands still", "incidents/{slug}.md", in: .runbooks),
    ]

    private static let costs = [
        DemoSubject("perf: storage: colder tier for the copies of {system}", "storage/tiers.yml"),
        DemoSubject("chore: hosting cost report", "storage/costs.md"),
        DemoSubject("feat: {system} sleeps outside opening hours, to save hosting", "storage/hours.yml"),
        DemoSubject("chore: hosting cost: label the machines of {system}", "storage/labels.yml"),
    ]

    private static let printers = [
        DemoSubject("fix: printer driver on floor {n}", "printers/drivers.md"),
        DemoSubject("docs: printer queue of the front desk", "printers/queues.md"),
        DemoSubject("chore: printer list after the move", "printers/list.md"),
        DemoSubject("fix: printer certificates, again", "printers/certificates.md"),
    ]

    private static let tides = [
        DemoSubject("feat: read the gauge file of station {n}", "Sources/Gauge.swift"),
        DemoSubject("feat: smooth the last {n} days", "Sources/Smoothing.swift"),
        DemoSubject("feat: forecast high water for tomorrow", "Sources/Forecast.swift"),
        DemoSubject("test: the forecast against last month", "Tests/ForecastTests.swift"),
        DemoSubject("fix: a gauge that reports twice", "Sources/Gauge.swift"),
        DemoSubject("docs: where the data comes from and how good it is", "README.md"),
        DemoSubject("refactor: one type for a tide", "Sources/Tide.swift"),
        DemoSubject("perf: read a year in one go", "Sources/Gauge.swift"),
        DemoSubject("feat: a table that prints on one page", "Sources/Table.swift"),
        DemoSubject("try a seasonal model", "Sources/Seasons.swift"),
    ]
}
