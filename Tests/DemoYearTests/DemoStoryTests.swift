import LedgerModel
import TestSupport
import Testing

@testable import DemoYear

/// Each of the five questions finds something true in the year.
@Suite struct DemoStoryTests {
    private let year = DemoWorld.year
    private let days = DemoDays(now: FixedWorld.now, zone: FixedWorld.berlin)

    @Test func scopeTwoOfFourMeasuresWereNeverAgreed() {
        let measured = year.myJob.responsibilities.filter(\.isMeasured)
        #expect(measured.count == 4)
        #expect(measured.filter(\.isAgreed).map(\.key) == ["restores", "handbook"])
        #expect(measured.filter { $0.objective == nil }.map(\.key) == ["patching"])
        let reached = Set(year.myJob.responsibilities.compactMap(\.objective))
        #expect(year.myJob.objectives.filter { !reached.contains($0.key) }.map(\.key) == ["booking"])
        #expect(year.myJob.responsibilities.compactMap(\.share).reduce(0, +) <= 1)
    }

    @Test(arguments: [1, 7, 17, 99] as [UInt64]) func scopeFiresGrowFromQuarterToQuarter(seed: UInt64) {
        let year = DemoYear(seed: seed, now: FixedWorld.now, zone: FixedWorld.berlin)
        var fires = [0, 0, 0, 0]
        var all = [0, 0, 0, 0]
        for repository in year.repositories where repository.arena == .job {
            for commit in repository.log where year.identities.contains(commit.author) {
                let part = days.part(of: FixedWorld.berlin.civil(commit.at).day)
                all[part] += 1
                let words = commit.subject
                if words.contains("incident") || words.contains("hotfix") || words.contains("workaround") {
                    fires[part] += 1
                }
            }
        }
        #expect(fires[0] * all[3] * 3 < fires[3] * all[0] * 2, "seed \(seed): \(fires) of \(all)")
        #expect(fires[1] < fires[3], "seed \(seed): \(fires) of \(all)")
    }

    @Test(arguments: [1, 7, 17, 99] as [UInt64]) func guardFridaysHoldAndEveningsDoNot(seed: UInt64) {
        let story = DemoStory(days: days, seed: seed)
        let blocks = GrowthPlan(days: days, story: story, seed: seed).blocks.filter { $0.day < days.today }
        func share(_ minutes: Range<Int>) -> Double {
            let those = blocks.filter { $0.minutes == minutes }
            let held = those.filter { block in
                switch block.fate {
                case .kept, .side: true
                default: false
                }
            }
            return Double(held.count) / Double(max(1, those.count))
        }
        #expect(share(GrowthPlan.morning) > 0.55, "seed \(seed)")
        #expect(share(GrowthPlan.evening) < 0.3, "seed \(seed)")
        #expect(share(GrowthPlan.evening) > 0.05, "seed \(seed)")
    }

    @Test func pictureSkillsAndPeopleAreNamed() {
        #expect(year.myJob.people.contains { $0.role == .mentor })
        #expect(year.myJob.people.contains { $0.role == .mentee })
        let outside = year.myJob.areas.filter(\.outsideRole)
        #expect(Set(outside.map(\.field)) == [.technical, .leadership])
    }

    @Test func backstageTheMentorWentQuietAndTheSideProjectLives() throws {
        let growth = year.calendars[1].text
        let last = try #require(growth.components(of: "Mentor call").last)
        #expect(last < days.today - 150)
        let tides = try #require(year.repositories.first { $0.arena == .side })
        #expect(tides.commits > 50)
        #expect(tides.log.allSatisfy { $0.author == "dana@example.org" })
    }

    @Test func valueMariaHasHeardOfTwoOfSix() {
        let told = year.claims.filter { claim in claim.told.contains { $0.person == "Maria Keller" && $0.heard != nil }
        }
        #expect(year.claims.count == 6)
        #expect(told.count == 2)
        let objectives = Set(year.myJob.objectives.map(\.key))
        #expect(year.claims.allSatisfy { objectives.contains($0.objective) })
        let people = Set(year.myJob.people.map(\.label))
        #expect(year.claims.flatMap(\.told).allSatisfy { people.contains($0.person) })
    }

    /// Every word of a citation stands together in one commit, event or note.
    @Test func valueWhatAClaimCitesIsThere() {
        var pieces = year.repositories.flatMap { $0.text.components(between: "\ncommit ") }
        pieces += year.calendars.flatMap { $0.text.components(between: "BEGIN:VEVENT") }
        pieces += year.notes.map(\.text)
        for query in year.claims.flatMap(\.cites) {
            let words = SearchQuery(query).words.map { $0.lowercased() }
            #expect(!words.isEmpty)
            let hits = pieces.filter { piece in words.allSatisfy { piece.lowercased().contains($0) } }
            #expect(!hits.isEmpty, "\(query)")
        }
    }

    @Test func theReferencesOfMyJobHold() {
        let myJob = year.myJob
        let keys = Set(myJob.responsibilities.map(\.key)).union(["mine"])
        for rule in myJob.rules {
            if let name = rule.set.responsibility, !name.hasPrefix("not mine") { #expect(keys.contains(name)) }
            #expect(rule.set.skills.allSatisfy { skill in myJob.skills.contains { $0.key == skill } })
        }
        #expect(myJob.rules.contains { $0.set.responsibility == "not mine:printers" })
        #expect(myJob.blocks.allSatisfy { block in myJob.areas.contains { $0.key == block.area } })
        #expect(year.notes.contains { $0.tags.contains("ask") && $0.with == ["Bernd Kraus"] })
    }
}

extension String {
    fileprivate func components(between separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }

    /// The days on which events of this title begin.
    fileprivate func components(of title: String) -> [CivilDay] {
        components(between: "BEGIN:VEVENT").filter { $0.contains("SUMMARY:" + title) }.compactMap { event in
            guard let line = event.split(separator: "\r\n").first(where: { $0.hasPrefix("DTSTART") }),
                let value = line.split(separator: ":").last?.prefix(8), value.count == 8
            else { return nil }
            let text = String(value)
            return CivilDay(iso: "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
        }
    }
}
