package import LedgerModel

/// Twelve invented months of an IT operations manager, as bytes for the ordinary imports.
///
/// The same seed, time and zone give the same bytes. Nobody in it exists. Addresses are at example.com and example.org
/// (RFC 2606).
package struct DemoYear: Sendable {
    /// The person whose ledger it is.
    package let name: String
    /// Her addresses.
    package let identities: [String]
    package let repositories: [DemoRepository]
    package let calendars: [DemoCalendar]
    package let myJob: MyJob
    package let notes: [DemoNote]
    package let claims: [DemoClaim]

    package init(seed: UInt64, now: Instant, zone: Zone) {
        let days = DemoDays(now: now, zone: zone)
        let story = DemoStory(days: days, seed: seed)
        let growth = GrowthPlan(days: days, story: story, seed: seed)
        let work = WorkPlan(days: days, story: story, growth: growth, seed: seed)
        name = DemoPeople.dana.name
        identities = [DemoPeople.dana.mail, DemoPeople.danaAtHome.mail]
        repositories = CommitPlan(days: days, story: story, growth: growth, work: work, seed: seed).repositories
        calendars = [
            DemoCalendar(name: "Work", fileName: "work.ics", arena: .job, plan: work.calendar, days: days),
            DemoCalendar(name: "Growth", fileName: "growth.ics", arena: .growth, plan: growth.calendar, days: days),
            DemoCalendar(name: "Holidays", fileName: "holidays.ics", arena: nil, plan: .holidays(days), days: days),
            DemoCalendar(
                name: "Personal", fileName: "personal.ics", arena: .personal,
                plan: .personal(days, seed: seed), days: days),
        ]
        myJob = DemoJob(days: days, story: story).myJob
        notes = NotePlan(days: days, story: story, growth: growth, seed: seed).notes
        claims = DemoClaim.all(days: days, story: story)
    }
}
