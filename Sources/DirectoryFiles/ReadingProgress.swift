import Synchronization

/// How far the reading of a directory has come: written by whoever reads it, read by whoever waits for it.
package final class ReadingProgress: Sendable {
    package enum Phase: String, Sendable {
        /// Another reload comes first.
        case waiting
        case reading
        /// What was read is compared and compiled.
        case checking
        /// It is in force, and is being kept for a start with broken files.
        case keeping
    }

    package struct Standing: Sendable, Equatable {
        package var phase = Phase.waiting
        /// Files that have been read.
        package var filesRead = 0
        /// Files that are there, as soon as that is known.
        package var files: Int?
    }

    private let state = Mutex(Standing())
    /// Is told how many files have been read.
    private let hasReadFile: @Sendable (Int) -> Void

    package convenience init() {
        self.init { _ in }
    }

    /// - Parameter hasReadFile: Called behind each file, with how many have been read.
    init(hasReadFile: @escaping @Sendable (Int) -> Void) {
        self.hasReadFile = hasReadFile
    }

    package var standing: Standing { state.withLock { $0 } }

    package func begin(_ phase: Phase) {
        state.withLock { $0.phase = phase }
    }

    func noteFile() {
        let count = state.withLock { standing in
            standing.filesRead += 1
            return standing.filesRead
        }
        hasReadFile(count)
    }

    /// - Parameter files: How many are to be read yet.
    func noteFiles(left files: Int) {
        state.withLock { $0.files = $0.filesRead + files }
    }
}
