import DirectoryFiles
import Foundation
import Synchronization
package import Time

/// The directory's files at a start, read on a thread of their own: callers wait until they are read and the ledger is open, and neither needs
/// the other.
package final class DirectoryAhead: Sendable {
    private let path: String
    private let instant: Instant
    private let kept = Mutex<DirectoryReader.Reading?>(nil)
    private let ended = DispatchSemaphore(value: 0)

    /// Begins to read.
    ///
    /// - Parameters:
    ///   - path: The directory's path, as `DirectoryReader` takes it.
    ///   - instant: When majord starts.
    package init(_ path: String, at instant: Instant) {
        (self.path, self.instant) = (path, instant)
        let thread = Thread { [self] in
            let reading = read()
            kept.withLock { $0 = reading }
            ended.signal()
        }
        thread.name = "majord-reader"
        thread.start()
    }

    /// What was read, as soon as it is.
    var reading: DirectoryReader.Reading {
        ended.wait()
        defer { ended.signal() }
        return kept.withLock(\.self) ?? read()
    }

    /// Nothing else is there yet that a core could be left to.
    private func read() -> DirectoryReader.Reading {
        DirectoryReader.readKeeping(at: path, now: instant, threads: ProcessInfo.processInfo.activeProcessorCount)
    }
}
