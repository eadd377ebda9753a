import Routing
import Time
import Wording

/// Collects what one reading of a directory finds.
final class Findings {
    /// More errors or warnings than this are only counted: nobody mends more at a time, and a broken generated file has them by the
    /// million.
    static let limit = 10_000

    /// Those that were kept, as they came.
    private(set) var all: [Finding] = []
    private var errors = 0
    private var warnings = 0
    /// How many words may still be compared with those that are known.
    private var comparisons = 1_000_000

    var hasErrors: Bool { errors > 0 }

    /// What was found in a part of a directory, to be taken over by whoever reads all of it.
    struct Part: Sendable {
        fileprivate let all: [Finding]
        fileprivate let errors: Int
        fileprivate let warnings: Int
    }

    var part: Part { Part(all: all, errors: errors, warnings: warnings) }

    /// Takes over what was found in a part, as if it had been found here.
    func take(_ part: Part) {
        var kept = (errors: 0, warnings: 0)
        for finding in part.all {
            switch finding.severity {
            case .error:
                kept.errors += 1
                if errors + kept.errors <= Self.limit { all.append(finding) }
            case .warning:
                kept.warnings += 1
                if warnings + kept.warnings <= Self.limit { all.append(finding) }
            }
        }
        errors += part.errors
        warnings += part.warnings
    }

    func error(at place: Place, _ text: @autoclosure () -> String) {
        errors += 1
        if errors <= Self.limit { all.append(Finding(.error, at: place, text())) }
    }

    func warning(at place: Place, _ text: @autoclosure () -> String) {
        warnings += 1
        if warnings <= Self.limit { all.append(Finding(.warning, at: place, text())) }
    }

    /// `; did you mean …?`, or nothing.
    func suggestion(for word: String, among known: some Collection<String>) -> String {
        guard known.count <= comparisons else { return "" }
        comparisons -= known.count
        return NearestWord.suggestion(for: word, among: known)
    }

    /// The findings in their order, and how many were left out.
    ///
    /// - Parameter path: What was read.
    func inOrder(of path: String) -> [Finding] {
        var all = all
        for (severity, count) in [(Finding.Severity.error, errors), (.warning, warnings)] where count > Self.limit {
            all.append(Finding(leftOut: count - Self.limit, severity, of: path))
        }
        return all.sorted()
    }
}
