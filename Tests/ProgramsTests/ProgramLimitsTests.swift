import Programs
import Testing

@Suite("Limits of programs")
struct ProgramLimitsTests {
    @Test("limits are what was given")
    func limits() { #expect(ProgramLimits(seconds: nil, silence: 60, output: 1).silence == 60) }
}
