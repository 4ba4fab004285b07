import LocalFiles
import Subprocess

extension Program {
    /// Runs it at the terminal as a shell would, for a person to use as long as they like: no limit holds.
    ///
    /// Ctrl-C is meanwhile the program's alone. Throws `.notStarted`. True if it ended well.
    package func runAtTerminal(_ arguments: [String]) async throws(ProgramError) -> Bool {
        let interrupts = LentInterrupts()
        defer { interrupts.end() }
        do {
            return try await Subprocess.run(
                Configuration(executable: executable, arguments: Arguments(arguments), environment: environment),
                input: .currentStandardInput, output: .currentStandardOutput, error: .currentStandardError
            ).terminationStatus.isSuccess
        } catch {
            throw .notStarted
        }
    }
}
