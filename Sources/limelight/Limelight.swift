import ArgumentParser
import LocalServer
@main struct Limelight: AsyncParsableCommand {
    func run() async throws { print("limelight") }
}
