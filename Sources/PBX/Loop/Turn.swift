/// What one connection may have of the loop before others have their turn.
///
/// Most requests cost less than a microsecond, a number that only libphonenumber can read twenty or forty, and nobody knows before. So a
/// turn is measured in time: a connection with cheap requests gets hundreds of them answered, one with dear requests ten.
struct Turn {
    /// How long a turn lasts, in nanoseconds: one that has begun a request then ends it.
    static let length: Int64 = 250_000
    /// The most requests of a turn.
    static let requests = 512
    /// The clock is read before every so many requests, and never before the first: a PBX that asks one question at a time costs nothing.
    private static let stride = 4

    /// For what is not shared with anybody.
    static var endless: Turn { Turn(end: .max, limit: .max) }

    private let end: Int64
    private let limit: Int
    private var count = 0
    /// Whether there was more to do than the turn allowed.
    private(set) var isOver = false

    init(from now: LoopTime) {
        self.init(end: now.nanoseconds + Self.length, limit: Self.requests)
    }

    /// - Parameter end: In nanoseconds of the loop's clock.
    init(end: Int64, limit: Int) {
        self.end = end
        self.limit = limit
    }

    /// Whether one more request may be dealt with, which then counts. The first one always may.
    mutating func allowsAnother() -> Bool {
        guard !isOver else { return false }
        if count > 0, count >= limit || count % Self.stride == 0 && end < .max && LoopTime.nanosecondsNow >= end {
            isOver = true
            return false
        }
        count &+= 1
        return true
    }
}
