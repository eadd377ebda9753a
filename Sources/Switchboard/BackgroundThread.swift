import Foundation
import Glibc

/// Work that takes long or waits for the disk, on a thread of its own that gives way to the one that answers PBXs.
package enum BackgroundThread {
    /// How much less urgent it is than answering (nice(2)).
    private static let niceness: Int32 = 10

    /// How many threads such work may have: one core is left to the loop that answers PBXs.
    static let cores = max(1, ProcessInfo.processInfo.activeProcessorCount - 1)

    package static func run<Value: Sendable>(_ name: String, _ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            let thread = Thread {
                // Linux keeps a niceness for each thread; 0 is the calling one.
                setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
                continuation.resume(returning: body())
            }
            thread.name = name
            thread.start()
        }
    }
}

/// Waits for work that may take long, but no longer than the limit; the work goes on afterwards.
package func wait(atMost limit: Duration, for work: @escaping @Sendable () async -> Void) async {
    let (ended, continuation) = AsyncStream<Void>.makeStream()
    let alarm = Task {
        try? await Task.sleep(for: limit)
        continuation.finish()
    }
    Task {
        await work()
        continuation.finish()
    }
    for await _ in ended {}
    alarm.cancel()
}
