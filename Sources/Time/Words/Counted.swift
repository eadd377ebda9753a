/// A number of things in words: `1 error`, `2 errors`.
///
/// - Parameter many: The plural where it is not the singular with an s.
package func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
}
