/// A version of majord, such as 1.4.2: three numbers by which it is older or newer than another.
package struct ReleaseVersion: Sendable, Hashable {
    let major: Int
    let minor: Int
    let patch: Int

    package init(_ major: Int, _ minor: Int, _ patch: Int) {
        (self.major, self.minor, self.patch) = (major, minor, patch)
    }

    /// Nil for what is no such version. What follows a `-`, `+` or `~` counts for nothing: it names builds of the same version.
    package init?(_ text: String) {
        let numbers = text.prefix { !"-+~".contains($0) }.split(separator: ".", omittingEmptySubsequences: false)
        let values = numbers.compactMap { part in
            part.utf8.allSatisfy { (48...57).contains($0) } ? Int(part) : nil
        }
        guard numbers.count == 3, values.count == 3 else { return nil }
        self.init(values[0], values[1], values[2])
    }
}

extension ReleaseVersion: Comparable {
    package static func < (first: Self, second: Self) -> Bool {
        (first.major, first.minor, first.patch) < (second.major, second.minor, second.patch)
    }
}

extension ReleaseVersion: CustomStringConvertible {
    package var description: String { "\(major).\(minor).\(patch)" }
}
