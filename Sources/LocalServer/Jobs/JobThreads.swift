import Dispatch

/// Threads of their own for what takes long, so that a page never waits for one of them.
final class JobThreads: TaskExecutor {
    private let queue = DispatchQueue(label: "limelight.jobs", qos: .utility, attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
