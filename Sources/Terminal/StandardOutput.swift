import CStandardStreams
import Glibc

/// The process's stdout.
package enum StandardOutput {
    /// Writes what `print` still holds, and closes it: the last thing that a program does with it. A full disk is no success.
    ///
    /// - Returns: What could not be written and why, where something could not: `the answer could not be written: No space left on device`.
    package static func finish(_ what: String) -> String? {
        let code = standard_output_finish()
        guard code != 0 else { return nil }
        // The cause of a write that failed long before is not known any more.
        return "\(what) could not be written" + (code > 0 ? ": \(String(cString: strerror(code)))" : "")
    }
}
