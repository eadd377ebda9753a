import Dispatch

/// Short work that waits for the disk while somebody waits for its answer: one after the other, on a thread that is there already and as urgent as
/// any. What takes long has a `BackgroundThread`.
struct WorkQueue: Sendable {
    private let queue: DispatchQueue

    init(_ name: String) {
        queue = DispatchQueue(label: name)
    }

    func run<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: body()) }
        }
    }
}
