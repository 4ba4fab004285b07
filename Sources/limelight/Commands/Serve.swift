import ArgumentParser
import LocalServer

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Open the ledger as a local web page.")
    @OptionGroup var globals: Globals
    func run() async throws {}
}

struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "A new link for a running server.")
    @OptionGroup var globals: Globals
    func run() throws {}
}
