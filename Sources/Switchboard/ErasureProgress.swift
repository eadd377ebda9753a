import Synchronization

/// How far something is forgotten, for whoever waits.
package final class ErasureProgress: Sendable {
    package struct Standing: Sendable {
        /// Values that have been changed.
        package var done = 0
        /// How many are to be; nil while it is looked for them.
        package var total: Int?
    }

    private let state = Mutex(Standing())

    package init() {}

    package var standing: Standing { state.withLock(\.self) }

    func begin(_ count: Int) { state.withLock { $0 = Standing(done: 0, total: count) } }

    func note(_ count: Int) { state.withLock { $0.done += count } }
}
