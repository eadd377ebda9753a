import Dispatch

/// Runs a test's body where it may block without taking a thread from the service under test.
func onOwnThread(_ body: () async throws -> Void) async throws {
    try await withTaskExecutorPreference(OwnThread()) {
        // A body that belongs to no actor stays on its thread until it is suspended for the first time.
        await Task.yield()
        try await body()
    }
}

/// A serial queue, which Dispatch gives a thread of its own.
private final class OwnThread: TaskExecutor {
    private let queue = DispatchQueue(label: "test")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
