import Foundation
import Synchronization

/// Work on the parts of a long list, on several threads at once.
enum Slices {
    /// How many elements a slice has: enough that handing them out costs nothing, few enough that no thread is left waiting.
    static let length = 32

    /// The results of all slices in their order.
    ///
    /// - Parameters:
    ///   - threads: How many work at the same time, the caller's among them. The others are as urgent as that: Linux gives a new thread the
    ///     niceness of the one that starts it.
    static func run<Element: Sendable, Result: Sendable>(
        _ elements: [Element], threads: Int, _ body: @escaping @Sendable (ArraySlice<Element>) -> Result
    ) -> [Result] {
        let count = (elements.count + length - 1) / length
        let work = Work<Result>(count: count)
        let next: @Sendable () -> Void = {
            while let index = work.next() {
                work.note(body(elements[index * length..<min((index + 1) * length, elements.count)]), of: index)
            }
        }
        let others = max(0, min(threads, count) - 1)
        let ended = DispatchSemaphore(value: 0)
        for _ in 0..<others {
            let thread = Thread {
                next()
                ended.signal()
            }
            thread.name = "majord-reader"
            thread.start()
        }
        next()
        for _ in 0..<others { ended.wait() }
        return work.results
    }

    private final class Work<Result: Sendable>: Sendable {
        private let count: Int
        private let taken = Atomic(0)
        private let done: Mutex<[Result?]>

        init(count: Int) {
            self.count = count
            done = Mutex(Array(repeating: nil, count: count))
        }

        func next() -> Int? {
            let index = taken.add(1, ordering: .relaxed).oldValue
            return index < count ? index : nil
        }

        func note(_ result: Result, of index: Int) {
            done.withLock { $0[index] = result }
        }

        var results: [Result] { done.withLock { $0.compactMap(\.self) } }
    }
}
