import ArgumentParser
import LedgerModel
import LedgerOperations
import LocalFiles
import LocalServer

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Open the ledger as local web pages.",
        discussion: """
            It listens on this machine only and prints a link that lets one browser in.

            EXAMPLES
              limelight serve
              limelight serve --port 0
            """)
    @OptionGroup var globals: Globals
    @Option(help: ArgumentHelp("The port to listen on; 0 takes any free port.", valueName: "number"))
    var port: Int = LocalServer.usualPort

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    func run() async throws {
        // One thread is enough for one person's browser.
        ThisProgram.setVariable("NIO_SINGLETON_GROUP_LOOP_COUNT", ifMissing: "1")
        let ledger = try globals.open(mayBegin: true)
        let isOverSSH = Console.environment("SSH_CONNECTION") != nil
        try await LocalServer.run(ledger, port: port, demo: try? LedgerPlace.demo()) { place in
            Console.print("Limelight is open. Follow this link:")
            Console.print("")
            Console.print("  \(place.link)")
            Console.print("")
            Console.print("It works once, within an hour; `limelight open` prints a new one.")
            if isOverSSH {
                Console.print("From your own machine, first run")
                Console.print("  ssh -L \(place.port):127.0.0.1:\(place.port) HOST")
            }
            Console.print("Stop with Ctrl-C.")
        }
    }
}

struct Open: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Print a new link to a ledger that `serve` has open.",
        discussion: "EXAMPLES\n  limelight open")
    @OptionGroup var globals: Globals

    func run() throws {
        Console.print(try LocalServer.newLink(ledger: globals.path).link)
    }
}
