import LocalFiles
import Subprocess

extension Program {
    /// Runs the program at the terminal as a shell would, without limits, since a person uses it.
    ///
    /// Ctrl-C only reaches the program meanwhile. Returns true if it succeeded. Throws `.notStarted`.
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
