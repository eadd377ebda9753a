import Dispatch
import Foundation
import Glibc

/// Tells people at a terminal that something takes its time.
enum Progress {
    /// Does something, and after a second says what.
    static func during<Value>(_ what: String, _ body: () throws -> Value) rethrows -> Value {
        guard isatty(STDERR_FILENO) == 1 else { return try body() }
        let end = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            if end.wait(timeout: .now() + 1) == .timedOut { StandardError.print(what) }
        }
        defer { end.signal() }
        return try body()
    }
}
