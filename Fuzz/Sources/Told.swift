import Synchronization

/// What the desk was asked and told, in order.
final class Told: Sendable {
    private let texts = Mutex<[String]>([])

    var all: [String] { texts.withLock { $0 } }

    func note(_ text: String) {
        texts.withLock { $0.append(text) }
    }
}
