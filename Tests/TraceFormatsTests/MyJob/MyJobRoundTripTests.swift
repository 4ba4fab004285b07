import LedgerModel
import TestSupport
import Testing
import TraceFormats

/// Writing and reading My job gives My job.
@Suite struct MyJobRoundTripTests {
    @Test func theSampleSurvives() throws {
        let myJob = try MyJobYAML.read(myJobSample, fileName: "my-job.yaml").myJob
        let text = MyJobYAML.write(myJob)
        #expect(try MyJobYAML.read(text, fileName: "again.yaml").myJob == myJob)
        #expect(MyJobYAML.write(try MyJobYAML.read(text, fileName: "again.yaml").myJob) == text)
    }

    @Test func anEmptyJobSurvives() throws {
        #expect(try MyJobYAML.read(MyJobYAML.write(MyJob()), fileName: "f").myJob == MyJob())
    }

    @Test func itReadsAsAPersonWouldWriteIt() throws {
        let text = MyJobYAML.write(try MyJobYAML.read(myJobSample, fileName: "f").myJob)
        for line in [
            "name: Dana Ortiz", "  - from: 2025-01-01\n    monday: 9:00-17:00\n    tuesday: [9:00-12:00, 13:00-17:00]",
            "    share: 40%", "    share: 25%", "    agreed: {with: Maria Keller, on: 2025-10-06}",
            "          - {on: 2025-09-17, value: 480, source: drill log}", "  session_gap: 1h30m",
            "    set: {responsibility: \"not mine:printer-fleet\"}",
        ] {
            #expect(text.contains(line), "\(line)\n\(text)")
        }
    }

    @Test(arguments: 1...300) func anyJobSurvives(seed: Int) throws {
        var maker = MyJobMaker(generator: SeededGenerator(seed: UInt64(seed)))
        let myJob = maker.myJob()
        let text = MyJobYAML.write(myJob)
        let read = try MyJobYAML.read(text, fileName: "seed-\(seed).yaml").myJob
        let same = [
            read.name == myJob.name, read.settings == myJob.settings, read.objectives == myJob.objectives,
            read.responsibilities == myJob.responsibilities, read.notMine == myJob.notMine,
            read.people == myJob.people, read.skills == myJob.skills, read.areas == myJob.areas,
            read.blocks == myJob.blocks, read.rules == myJob.rules,
        ]
        #expect(!same.contains(false), "seed \(seed)\n\(text)")
    }
}
