/// Messages that wait to be written, in their order. Bounded: where there are too many the least important are left out, of those the
/// oldest, and counted.
struct LogBacklog: Sendable {
    /// Messages of one priority, each with its place among all.
    private struct Lane: Sendable {
        var messages: [(place: UInt64, message: LogMessage)] = []
        var head = 0

        var first: (place: UInt64, message: LogMessage)? { head < messages.count ? messages[head] : nil }

        mutating func removeFirst() {
            head += 1
            guard head * 2 >= messages.count else { return }
            messages.removeFirst(head)
            head = 0
        }
    }

    private let capacity: Int
    private let sizeLimit: Int
    /// The most important first.
    private var lanes = [Lane](repeating: Lane(), count: LogPriority.allCases.count)
    private var lastPlace: UInt64 = 0
    private var size = 0
    private(set) var count = 0
    private(set) var leftOut = 0

    /// - Parameters:
    ///   - capacity: Messages at the most.
    ///   - sizeLimit: Bytes of their texts at the most.
    init(capacity: Int, sizeLimit: Int) {
        self.capacity = capacity
        self.sizeLimit = sizeLimit
    }

    mutating func append(_ message: LogMessage) {
        lastPlace &+= 1
        lanes[message.record.priority.rawValue - LogPriority.alert.rawValue].messages.append((lastPlace, message))
        count += 1
        size += message.size
        while count > capacity || size > sizeLimit, let lane = lanes.lastIndex(where: { $0.first != nil }) {
            _ = take(from: lane)
            leftOut += 1
        }
    }

    /// Takes the message that has waited longest.
    mutating func takeFirst() -> LogMessage? {
        var next: (lane: Int, place: UInt64)?
        for (lane, messages) in lanes.enumerated() {
            guard let place = messages.first?.place, place < next?.place ?? .max else { continue }
            next = (lane, place)
        }
        return next.flatMap { take(from: $0.lane) }
    }

    /// How many were left out since this was asked last.
    mutating func takeLeftOut() -> Int {
        defer { leftOut = 0 }
        return leftOut
    }

    private mutating func take(from lane: Int) -> LogMessage? {
        guard let message = lanes[lane].first?.message else { return nil }
        lanes[lane].removeFirst()
        count -= 1
        size -= message.size
        return message
    }
}
