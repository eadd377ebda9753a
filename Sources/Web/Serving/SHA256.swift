/// SHA-256 (FIPS 180-4) and HMAC (RFC 2104) over it.
enum SHA256 {
    private static let constants: [UInt32] = primes(64).map { fraction(cubeRoot: $0) }
    private static let start: [UInt32] = primes(8).map { fraction(squareRoot: $0) }

    static func digest(_ message: [UInt8]) -> [UInt8] {
        var state = start
        var padded = message + [0x80]
        padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
        padded += bytes(UInt64(message.count) * 8)
        for block in stride(from: 0, to: padded.count, by: 64) { take(padded[block..<block + 64], into: &state) }
        return state.flatMap { bytes(UInt64($0)).suffix(4) }
    }

    static func authenticate(_ message: [UInt8], key: [UInt8]) -> [UInt8] {
        let short = key.count > 64 ? digest(key) : key
        let whole = short + [UInt8](repeating: 0, count: 64 - short.count)
        return digest(whole.map { $0 ^ 0x5c } + digest(whole.map { $0 ^ 0x36 } + message))
    }

    private static func take(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
            block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let (old, late) = (words[index - 15], words[index - 2])
            let first = turned(old, 7) ^ turned(old, 18) ^ old >> 3
            let second = turned(late, 17) ^ turned(late, 19) ^ late >> 10
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var row = state
        for index in 0..<64 {
            let (a, e) = (row[0], row[4])
            let choice = e & row[5] ^ ~e & row[6]
            let first =
                row[7] &+ (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) &+ choice &+ constants[index] &+ words[index]
            let majority = a & row[1] ^ a & row[2] ^ row[1] & row[2]
            let second = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) &+ majority
            row = [first &+ second, a, row[1], row[2], row[3] &+ first, e, row[5], row[6]]
        }
        state = zip(state, row).map { $0 &+ $1 }
    }

    private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    private static func bytes(_ number: UInt64) -> [UInt8] {
        (0..<8).reversed().map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
    }

    private static func primes(_ count: Int) -> [Int] {
        var found: [Int] = []
        var number = 2
        while found.count < count {
            if found.allSatisfy({ number % $0 != 0 }) { found.append(number) }
            number += 1
        }
        return found
    }

    /// The first 32 bits behind the point of a root.
    private static func fraction(squareRoot number: Int) -> UInt32 {
        root(number) { $0.multipliedFullWidth(by: $0) <= (high: UInt64(number), low: 0) }
    }

    private static func fraction(cubeRoot number: Int) -> UInt32 {
        // Of a root r times 2 to the 32nd, the cube is compared with the number times 2 to the 96th.
        root(number) { candidate in
            let square = candidate.multipliedFullWidth(by: candidate)
            let (low, high) = (square.low.multipliedFullWidth(by: candidate), square.high * candidate)
            let middle = low.high.addingReportingOverflow(high)
            return !middle.overflow && (middle.partialValue, low.low) <= (UInt64(number) << 32, 0)
        }
    }

    /// The largest number of 36 bits for which that holds, without what stands before the point.
    private static func root(_ number: Int, _ isSmallEnough: (UInt64) -> Bool) -> UInt32 {
        var found: UInt64 = 0
        for bit in (0..<37).reversed() where isSmallEnough(found | 1 << UInt64(bit)) { found |= 1 << UInt64(bit) }
        return UInt32(truncatingIfNeeded: found)
    }
}
