import Routing

/// Collects what one reading of a directory finds.
final class Findings {
    private(set) var all: [Finding] = []

    var hasErrors: Bool { all.contains { $0.severity == .error } }

    func error(at place: Place, _ text: String) {
        all.append(Finding(.error, at: place, text))
    }

    func warning(at place: Place, _ text: String) {
        all.append(Finding(.warning, at: place, text))
    }
}
