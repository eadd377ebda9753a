import Glibc

/// A system call's errno value.
package struct SystemError: Error, Hashable {
    package var code: CInt

    package init(code: CInt) {
        self.code = code
    }

    /// That of the system call that has just failed.
    package static var current: SystemError { SystemError(code: errno) }
}

extension SystemError: CustomStringConvertible {
    package var description: String { String(cString: strerror(code)) }
}
