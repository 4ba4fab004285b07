import LedgerModel
import TestSupport
import Testing
import TraceFormats

/// Writing and reading a frame gives the frame.
@Suite struct FrameRoundTripTests {
    @Test func theSampleSurvives() throws {
        let frame = try FrameYAML.read(frameSample, fileName: "frame.yaml").frame
        let text = FrameYAML.write(frame)
        #expect(try FrameYAML.read(text, fileName: "again.yaml").frame == frame)
        #expect(FrameYAML.write(try FrameYAML.read(text, fileName: "again.yaml").frame) == text)
    }

    @Test func anEmptyFrameSurvives() throws {
        #expect(try FrameYAML.read(FrameYAML.write(Frame()), fileName: "f").frame == Frame())
    }

    @Test func itReadsAsAPersonWouldWriteIt() throws {
        let text = FrameYAML.write(try FrameYAML.read(frameSample, fileName: "f").frame)
        for line in [
            "name: Dana Ortiz", "  - from: 2025-01-01\n    monday: 9:00-17:00\n    tuesday: [9:00-12:00, 13:00-17:00]",
            "    share: 40%", "    share: 25%", "    agreed: {with: Maria Keller, on: 2025-10-06}",
            "          - {on: 2025-09-17, value: 480, source: drill log}", "  session_gap: 1h30m",
            "    set: {responsibility: \"not mine:printer-fleet\"}",
        ] {
            #expect(text.contains(line), "\(line)\n\(text)")
        }
    }

    @Test(arguments: 1...300) func anyFrameSurvives(seed: Int) throws {
        var maker = FrameMaker(generator: SeededGenerator(seed: UInt64(seed)))
        let frame = maker.frame()
        let text = FrameYAML.write(frame)
        let read = try FrameYAML.read(text, fileName: "seed-\(seed).yaml").frame
        let same = [
            read.name == frame.name, read.settings == frame.settings, read.objectives == frame.objectives,
            read.responsibilities == frame.responsibilities, read.notMine == frame.notMine,
            read.people == frame.people, read.skills == frame.skills, read.areas == frame.areas,
            read.blocks == frame.blocks, read.rules == frame.rules,
        ]
        #expect(!same.contains(false), "seed \(seed)\n\(text)")
    }
}
