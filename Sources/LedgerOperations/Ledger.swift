package import LedgerModel
import LedgerStore

/// The only entry point for surfaces. It opens or creates a ledger and hands out its areas.
package final class Ledger: Sendable {
    package let path: String
    let store: LedgerStore
    package let world: World
    /// False if the ledger does not exist yet. It then is an empty one that cannot be written to.
    package var isBegun: Bool { store.isBegun }

    /// Opens the ledger at `path`, or creates one there.
    ///
    /// Throws what `LedgerStore` throws: newer, damaged, locked, not a ledger, unreadable.
    package init(path: String, world: World) throws(LedgerError) {
        self.path = path
        self.world = world
        store = try LedgerStore(path: path, remark: world.remark)
    }

    /// The empty ledger that would be created at `path`, to look at. No file is made.
    package init(notBegunAt path: String, world: World) throws(LedgerError) {
        self.path = path
        self.world = world
        store = try LedgerStore(path: path, access: .blank)
    }

    /// The same ledger through a separate connection. Importing through that does not change how notes are written
    /// through this one.
    package func beside() throws(LedgerError) -> Ledger {
        store.remarkOnce()
        var world = world
        world.remark = { _ in }
        return try Ledger(path: path, world: world)
    }

    /// Opens the invented year at `path`, and creates it if it is missing. If it was created more than a week ago, the
    /// clock stays at that day, so that its week is never empty.
    package static func openDemo(_ path: String, world: World) async throws -> Ledger {
        let ledger = try Ledger(path: path, world: world)
        _ = try await ledger.keeping.fillWithDemo(seed: 1) { _, _, _ in }
        guard let made = try ledger.asking.sources().compactMap(\.lastImport).max(), world.now() - made > 7 * 86_400
        else { return ledger }
        var then = world
        then.now = { made }
        return try Ledger(path: path, world: then)
    }

    package var now: Instant { world.now() }

    /// Notes, timers, corrections and undo.
    package var capture: Capture { area() }
    /// Finding, dropping, reading and removing sources, and making them private.
    package var importing: Importing { area() }
    /// All questions, search, and single pieces.
    package var asking: Asking { area() }
    /// Editing My job: as text, in five questions, and by sorting the hours.
    package var myJob: JobEditing { area() }
    /// Results, and who has heard of them.
    package var results: Results { area() }
    /// Reviews of the week and the quarter, and the files in which they are saved.
    package var reviewing: Reviewing { area() }
    /// Who is one person and who is two.
    package var people: PeopleEditing { area() }
    /// Erasing pieces and people for good.
    package var forgetting: Forgetting { area() }
    /// The file itself: export, restore, checks, the demo.
    package var keeping: Keeping { area() }

    private func area<Area: LedgerArea>() -> Area { Area(store: store, world: world) }
}
