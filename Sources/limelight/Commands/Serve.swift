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
            On Linux each ledger has an address of its own, such as 127.82.5.9, so that
            no other program gets what your browser sends here.

            EXAMPLES
              limelight serve
              limelight serve --port 0
              limelight serve --address 127.0.0.1
            """)
    @OptionGroup var globals: Globals
    @Option(help: ArgumentHelp("The port to listen on; 0 takes any free port.", valueName: "number"))
    var port: Int = LocalServer.usualPort
    @Option(help: ArgumentHelp("Where to listen, on this machine only.", valueName: "address")) var address: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("A port is a number from 0 to 65535.") }
    }

    func run() async throws {
        let address = try address.map { (text: String) throws(LedgerError) in try LoopbackAddress(given: text) }
        // One thread is enough for one person's browser.
        ThisProgram.setVariable("NIO_SINGLETON_GROUP_LOOP_COUNT", ifMissing: "1")
        let ledger = try globals.open(mayBegin: true)
        let isOverSSH = Console.environment("SSH_CONNECTION") != nil
        try await LocalServer.run(ledger, address: address, port: port, demo: try? LedgerPlace.demo()) { place in
            if let unusable = place.unusable { Console.note(Self.shared(unusable)) }
            Console.print("Limelight is open. Follow this link:")
            Console.print("")
            Console.print("  \(place.link)")
            Console.print("")
            Console.print("It works once, within an hour; `limelight open` prints a new one.")
            if isOverSSH {
                Console.print("From your own machine, first run")
                Console.print("  ssh -L \(place.address):\(place.port):\(place.address):\(place.port) HOST")
                if place.address != .shared {
                    Console.print("A Mac has no such address: there, run")
                    Console.print("  ssh -L \(place.port):\(place.address):\(place.port) HOST")
                    Console.print("and put localhost into the link instead of \(place.address).")
                }
            }
            Console.print("Stop with Ctrl-C.")
        }
    }

    private static func shared(_ unusable: LoopbackAddress) -> String {
        "This machine does not let it listen on \(unusable), so it listens on 127.0.0.1. "
            + "Other programs that listen there get the cookie of your browser too."
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
