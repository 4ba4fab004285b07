import Testing

@testable import Programs

@Suite("When a limit is reached")
struct WatchTests {
    private let slice = Duration.seconds(1)

    /// After so many slices a limit was reached; nil if none was after a thousand.
    private func slices(_ watch: Watch, _ each: (Int) -> UInt64? = { _ in nil }) -> (Int, ProgramError)? {
        for count in 1...1_000 {
            if let reached = watch.pass(slice, each(count)) { return (count, reached) }
        }
        return nil
    }

    @Test("silence counts from the last word, whichever side it was said on")
    func silence() throws {
        let watch = Watch(ProgramLimits(silence: .seconds(60)))
        watch.isAwaited(true)
        for _ in 1...59 { #expect(watch.pass(slice, nil) == nil) }
        watch.heard()
        #expect(try #require(slices(watch)) == (60, .wasSilent))
    }

    @Test("who is not listened to is not silent")
    func busyReader() {
        let watch = Watch(ProgramLimits(silence: .seconds(60)))
        #expect(slices(watch) == nil)
        watch.isAwaited(true)
        for _ in 1...59 { #expect(watch.pass(slice, nil) == nil) }
        watch.isAwaited(false)
        #expect(slices(watch) == nil)
    }

    @Test("who is seen at work may be silent ten times as long")
    func atWork() throws {
        let watch = Watch(ProgramLimits(silence: .seconds(60)))
        watch.isAwaited(true)
        #expect(try #require(slices(watch) { UInt64($0) }) == (600, .wasSilent))
        let idle = Watch(ProgramLimits(silence: .seconds(60)))
        idle.isAwaited(true)
        // The first look has nothing to compare with.
        #expect(try #require(slices(idle) { _ in 17 }) == (61, .wasSilent))
    }

    @Test("time counts whatever is said")
    func time() throws {
        let watch = Watch(ProgramLimits(time: .seconds(90), silence: .seconds(60)))
        watch.isAwaited(true)
        let reached = slices(watch) { _ in
            watch.heard()
            return nil
        }
        #expect(try #require(reached) == (90, .tookTooLong))
    }

    @Test("limits are looked at ten times, and each second")
    func looks() {
        #expect(ProgramLimits().slice == nil)
        #expect(ProgramLimits(time: .seconds(60), silence: .seconds(2)).slice == .milliseconds(200))
        #expect(ProgramLimits(silence: .seconds(60)).slice == .seconds(1))
    }
}
