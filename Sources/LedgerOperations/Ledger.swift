package import LedgerModel
import LedgerStore

/// The only door for surfaces: opens or begins a ledger, and hands out its areas.
package final class Ledger: Sendable {
    package let path: String
    let store: LedgerStore
    package let world: World
    /// False for one that nobody has begun yet: it stands for what would be at the path, and takes nothing.
    package var isBegun: Bool { store.isBegun }

    /// Opens the ledger at `path`, or starts one there.
    ///
    /// Throws what `LedgerStore` throws: newer, damaged, locked, not a ledger, unreadable.
    package init(path: String, world: World) throws(LedgerError) {
        self.path = path
        self.world = world
        store = try LedgerStore(path: path, remark: world.remark)
    }

    /// The ledger that would begin at `path`, to look at; nothing is made there.
    package init(notBegunAt path: String, world: World) throws(LedgerError) {
        self.path = path
        self.world = world
        store = try LedgerStore(path: path, access: .blank)
    }

    /// The same ledger through a connection of its own: what is imported by that does not change how a note is
    /// written by this one.
    package func beside() throws(LedgerError) -> Ledger {
        store.remarkOnce()
        var world = world
        world.remark = { _ in }
        return try Ledger(path: path, world: world)
    }

    /// Opens the made-up year at `path`, and makes it when it is not there. One that was made more than a week
    /// ago is looked at as of that day, so that its week is never empty.
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

    /// Notes and timers by hand, corrections, undo.
    package var capture: Capture { area() }
    /// Sources: found, dropped, read, read again, made private, removed.
    package var importing: Importing { area() }
    /// Every question, search, and single pieces.
    package var asking: Asking { area() }
    /// What the person is judged by: as text, in five questions, by sorting the hours.
    package var myJob: JobEditing { area() }
    /// What was changed, and who has heard of it.
    package var results: Results { area() }
    /// The week and the quarter looked back at, and the reviews that are kept as files.
    package var reviewing: Reviewing { area() }
    /// What is to leave no trace.
    package var forgetting: Forgetting { area() }
    /// The file itself: export, restore, checks, the demo.
    package var keeping: Keeping { area() }

    private func area<Area: LedgerArea>() -> Area { Area(store: store, world: world) }
}
