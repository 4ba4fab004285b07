import Dispatch
import LedgerModel
import LedgerOperations
import Synchronization

/// The tasks in the background: one at a time, in the order in which they were asked for.
///
/// They use a connection of their own, so that pages and notes never wait for an import. The next import
/// completes what a server leaves half done when it ends.
final class BackgroundTasks: Sendable {
    /// The most finished tasks that are kept to look at.
    private static let mostOver = 12
    private static let mostWaiting = 50

    private struct Held {
        var tasks: [BackgroundTask] = []
        var lastID = 0
        var isWorking = false
    }

    private let held = Mutex(Held())
    private let threads = BackgroundThreads()
    private let ledger: Ledger

    init(_ ledger: Ledger) { self.ledger = ledger }

    /// All tasks, newest first.
    var list: [BackgroundTask] { held.withLock { $0.tasks.reversed() } }
    var isActive: Bool { held.withLock { held in held.tasks.contains { !$0.isOver } } }

    /// Throws `.tooLarge` if too many tasks are waiting.
    func add(_ work: BackgroundTask.Work) throws(LedgerError) {
        let (isTaken, begins) = held.withLock { held -> (Bool, Bool) in
            let waiting = held.tasks.filter { if case .waiting = $0.state { true } else { false } }
            if waiting.contains(where: { $0.work.isSame(as: work) }) { return (true, false) }
            guard waiting.count < Self.mostWaiting else { return (false, false) }
            held.lastID += 1
            held.tasks.append(BackgroundTask(id: held.lastID, work: work))
            defer { held.isWorking = true }
            return (true, !held.isWorking)
        }
        guard isTaken else {
            throw LedgerError(
                .tooLarge, "too many sources are waiting to be read", hint: "Wait until some are done, then try again.")
        }
        if begins { Task(executorPreference: threads) { await self.work() } }
    }

    /// Repeats a task that failed.
    func again(_ id: Int) throws(LedgerError) {
        guard let task = held.withLock({ held in held.tasks.first { $0.id == id && $0.isOver } }) else { return }
        clear { $0.id == id }
        try add(task.work)
    }

    /// Removes finished tasks from the list.
    func clear(_ which: (BackgroundTask) -> Bool = { _ in true }) {
        held.withLock { held in held.tasks.removeAll { $0.isOver && which($0) } }
    }

    /// The sources found by the last look, unless they were used.
    func found() -> (id: Int, folder: String, plan: ImportPlan)? {
        for task in list {
            if case .look(let folder) = task.work, case .over(.found(let found)) = task.state {
                return (task.id, folder, found)
            }
        }
        return nil
    }

    private func work() async {
        while let task = next() {
            let result = await BackgroundRun(task.work, ledger).result { what, done, of in
                self.set(task.id, .running(what: what, done: done, of: of))
            }
            set(task.id, .over(result))
        }
    }

    private func next() -> BackgroundTask? {
        held.withLock { held in
            guard let index = held.tasks.firstIndex(where: { if case .waiting = $0.state { true } else { false } })
            else {
                held.isWorking = false
                return nil
            }
            held.tasks[index].state = .running(what: "", done: 0, of: nil)
            return held.tasks[index]
        }
    }

    private func set(_ id: Int, _ state: BackgroundTask.State) {
        held.withLock { held in
            guard let index = held.tasks.firstIndex(where: { $0.id == id }) else { return }
            held.tasks[index].state = state
            // A task with nothing to report disappears at once.
            if case .derive = held.tasks[index].work, case .over(.said) = state { held.tasks.remove(at: index) }
            while held.tasks.count(where: \.isOver) > Self.mostOver,
                let oldest = held.tasks.firstIndex(where: \.isOver)
            { held.tasks.remove(at: oldest) }
        }
    }
}

/// Threads for work that takes long, so that a page never waits for it.
final class BackgroundThreads: TaskExecutor {
    private let queue = DispatchQueue(label: "limelight.tasks", qos: .utility, attributes: .concurrent)

    func enqueue(_ task: consuming ExecutorJob) {
        let task = UnownedJob(task)
        queue.async { task.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
