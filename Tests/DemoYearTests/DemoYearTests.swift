import LedgerModel
import TestSupport
import Testing

@testable import DemoYear

@Suite struct DemoYearTests {
    @Test func equalSeedsGiveEqualBytes() {
        let again = DemoYear(seed: 17, now: FixedWorld.now, zone: FixedWorld.berlin)
        #expect(again.repositories == DemoWorld.year.repositories)
        #expect(again.calendars == DemoWorld.year.calendars)
        #expect(again.myJob == DemoWorld.year.myJob)
        #expect(again.notes == DemoWorld.year.notes)
        #expect(again.claims == DemoWorld.year.claims)
    }

    @Test func anotherSeedGivesAnotherYear() {
        let other = DemoYear(seed: 18, now: FixedWorld.now, zone: FixedWorld.berlin)
        #expect(other.repositories != DemoWorld.year.repositories)
        #expect(other.calendars != DemoWorld.year.calendars)
        #expect(other.notes != DemoWorld.year.notes)
    }

    /// What the seed gave when this was written: equal on every machine and in every run.
    @Test func theBytesStayWhatTheyAre() {
        let hash = DemoWorld.year.repositories.map(\.stream).joined().reduce(UInt64(14_695_981_039_346_656_037)) {
            ($0 ^ UInt64($1)) &* 1_099_511_628_211
        }
        #expect(hash == expectedHash)
    }

    @Test(arguments: DemoWorld.moments) func nothingLiesInTheFuture(now: Instant) {
        let year = DemoYear(seed: 5, now: now, zone: FixedWorld.berlin)
        for repository in year.repositories {
            #expect(repository.log.allSatisfy { $0.at < now })
            #expect(repository.log.count == repository.commits)
        }
        #expect(year.notes.allSatisfy { $0.at < now })
        #expect(year.claims.allSatisfy { claim in claim.at < now && claim.told.allSatisfy { $0.at < now } })
        let readings = year.myJob.objectives.flatMap(\.keyResults).flatMap(\.readings)
        #expect(readings.allSatisfy { $0.on <= FixedWorld.berlin.civil(now).day })
    }

    @Test(arguments: DemoWorld.moments) func itIsAFullYear(now: Instant) {
        let year = DemoYear(seed: 5, now: now, zone: FixedWorld.berlin)
        let mine = year.repositories.flatMap(\.log).filter { year.identities.contains($0.author) }
        #expect((650...1_200).contains(mine.count), "\(mine.count)")
        #expect((110...260).contains(year.notes.count), "\(year.notes.count)")
        #expect(year.claims.count == 6)
        #expect(year.myJob.objectives[0].keyResults[0].readings.count == 4)
        let since = mine.map(\.at).min().map { now - $0 } ?? 0
        #expect(since > 340 * 86_400)
    }

    @Test(arguments: 1...8) func anyMomentWillDo(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let now = Instant(1_700_000_000 + Int64(generator.next() % 200_000_000))
        let year = DemoYear(seed: generator.next(), now: now, zone: FixedWorld.newYork)
        #expect(year.claims.count == 6, "seed \(seed)")
        #expect(year.repositories.flatMap(\.log).allSatisfy { $0.at < now }, "seed \(seed)")
    }

    @Test func anotherZoneWorksAsWell() {
        for zone in [Zone.utc, FixedWorld.newYork, Zone.fixed(19_800)] {
            let year = DemoYear(seed: 3, now: FixedWorld.now, zone: zone)
            #expect(year.repositories.allSatisfy { $0.commits > 60 })
            #expect(year.calendars[0].text.contains("BEGIN:VTIMEZONE") == (zone != .utc))
        }
    }

    @Test func nobodyOfAnotherDomainIsInIt() {
        let texts = DemoWorld.year.repositories.map(\.text) + DemoWorld.year.calendars.map(\.unfolded)
        for word in texts.flatMap({ $0.split { $0.isWhitespace || "<>:;".contains($0) } }) where word.contains("@") {
            #expect(word.hasSuffix("example.com") || word.hasSuffix("example.org"), "\(word)")
        }
    }
}

private let expectedHash: UInt64 = 6_259_318_045_135_935_649
