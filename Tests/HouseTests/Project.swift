import Foundation
import Testing

/// The tree that this test stands in.
enum Project {
    static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The text of a file, by its path from the root.
    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// Paths, from the root, of the files below a folder whose names end so; in order.
    static func files(below folder: String, ending: String) throws -> [String] {
        let paths = try #require(FileManager.default.enumerator(atPath: root.appending(path: folder).path))
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
            .map { "\(folder)/\($0)" }.sorted()
    }
}

/// Records what one place has and the other has not.
///
/// - Parameters:
///   - things: What is compared, such as `settings`.
///   - expected: What the first place says, which is where the fact is at home.
///   - found: What is said again elsewhere.
///   - cure: What to do where they differ.
func expectSame(
    _ things: String, _ expected: some Sequence<String>, at home: String, _ found: some Sequence<String>,
    at place: String, cure: String, sourceLocation: SourceLocation = #_sourceLocation
) {
    let (expected, found) = (Set(expected), Set(found))
    #expect(!expected.isEmpty, "no \(things) found in \(home): mend this test", sourceLocation: sourceLocation)
    let (missing, unknown) = (expected.subtracting(found).sorted(), found.subtracting(expected).sorted())
    #expect(
        missing.isEmpty, "\(things) of \(home) that \(place) does not name: \(missing); \(cure)",
        sourceLocation: sourceLocation)
    #expect(
        unknown.isEmpty, "\(things) in \(place) that \(home) does not have: \(unknown); \(cure)",
        sourceLocation: sourceLocation)
}
