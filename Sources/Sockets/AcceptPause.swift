import Glibc

/// When descriptors or memory run out, nobody is accepted for a while: those who wait stay in the backlog, and the listener does not spin.
package enum AcceptPause {
    package static let length: Duration = .seconds(1)

    /// Whether accept(2) failed for something that is to be waited for.
    ///
    /// - Parameter code: The errno value.
    package static func isNeeded(after code: CInt) -> Bool {
        [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(code)
    }
}
