/// Where the arguments of one request lie, counted from the request's first byte.
struct RESPArguments {
    /// How many arguments a request may have.
    static let limit = 16

    private var bounds = InlineArray<16, Bounds>(repeating: Bounds(start: 0, count: 0))
    /// How many the request has: those beyond the limit are counted and forgotten.
    private(set) var count = 0

    private struct Bounds {
        let start: Int32
        let count: Int32
    }

    mutating func append(start: Int, count length: Int) {
        if count < Self.limit {
            bounds[count] = Bounds(start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: length))
        }
        count &+= 1
    }

    mutating func removeAll() {
        count = 0
    }

    /// The bytes of an argument; nothing where the request has none at this index.
    subscript(index: Int) -> Range<Int> {
        guard index >= 0, index < min(count, Self.limit) else { return 0..<0 }
        let start = Int(bounds[index].start)
        return start..<start &+ Int(bounds[index].count)
    }
}
