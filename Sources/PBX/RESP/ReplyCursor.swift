import Routing
import ShownText

/// Writes replies into memory, never beyond its end: what does not fit is left out, and `isCut` says so.
struct ReplyCursor {
    private let bytes: UnsafeMutableRawBufferPointer
    private(set) var position: Int
    private(set) var isCut = false

    init(_ bytes: UnsafeMutableRawBufferPointer, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    mutating func byte(_ byte: UInt8) {
        guard makeRoom(1) else { return }
        bytes[position] = byte
        position &+= 1
    }

    /// Several bytes at once, the lowest first.
    mutating func word<Word: FixedWidthInteger & BitwiseCopyable>(_ word: Word) {
        guard makeRoom(MemoryLayout<Word>.size) else { return }
        bytes.storeBytes(of: word.littleEndian, toByteOffset: position, as: Word.self)
        position &+= MemoryLayout<Word>.size
    }

    /// Bytes as they are.
    mutating func raw(_ source: UnsafeRawBufferPointer) {
        let count = source.count
        guard makeRoom(count) else { return }
        let target = UnsafeMutableRawBufferPointer(rebasing: bytes[position..<position &+ count])
        position &+= count
        // Nearly every piece is short: two overlapping words are faster than a call.
        switch count {
        case 8...16:
            let end = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
            target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
            target.storeBytes(of: end, toByteOffset: count &- 8, as: UInt64.self)
        case 4...7:
            let end = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
            target.storeBytes(of: source.loadUnaligned(as: UInt32.self), as: UInt32.self)
            target.storeBytes(of: end, toByteOffset: count &- 4, as: UInt32.self)
        case 0...3:
            for index in 0..<count { target[index] = source[index] }
        default:
            target.copyMemory(from: source)
        }
    }

    mutating func literal(_ text: StaticString) {
        text.withUTF8Buffer { raw(UnsafeRawBufferPointer($0)) }
    }

    mutating func text(_ text: String) {
        if text.utf8.withContiguousStorageIfAvailable({ raw(UnsafeRawBufferPointer($0)) }) == nil {
            for unit in text.utf8 { byte(unit) }
        }
    }

    mutating func number(_ value: UInt64) {
        if value < 10 { return byte(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value)) }
        let digits = Self.digitCount(value)
        guard makeRoom(digits) else { return }
        var rest = value
        var place = position &+ digits
        position = place
        while rest > 0 {
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            place &-= 1
            bytes[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
    }

    /// Writes a decision's name over what was written there.
    func name(_ id: DecisionID, at place: Int) {
        guard !isCut else { return }
        for letter in 0..<DecisionID.length { bytes[place &+ letter] = id[letter] }
    }

    static func digitCount(_ value: UInt64) -> Int {
        var digits = 1
        var rest = value
        while rest >= 10 {
            rest /= 10
            digits &+= 1
        }
        return digits
    }

    private mutating func makeRoom(_ count: Int) -> Bool {
        if !isCut, count <= bytes.count &- position { return true }
        isCut = true
        return false
    }
}

/// Which protocol a client has asked for by `HELLO`. majord's replies are the same in both but for null, which clients of RESP3 wait for in
/// its own form, and `HELLO`'s own map.
enum RESPDialect: Int {
    case resp2 = 2
    case resp3 = 3
}

/// The kinds of replies (RESP2, and where a dialect is given RESP3).
extension ReplyCursor {
    mutating func lineEnd() {
        word(0x0A0D as UInt16)
    }

    /// The line before a bulk string of so many bytes.
    mutating func bulkLength(_ count: Int) {
        guard count >= 10 else { return word(0x0A0D_3024 as UInt32 + UInt32(count) << 8) }
        byte(UInt8(ascii: "$"))
        number(UInt64(count))
        lineEnd()
    }

    mutating func bulk(_ value: String) {
        let count = value.utf8.count
        guard count > 0 else { return literal("$0\r\n\r\n") }
        bulkLength(count)
        text(value)
        lineEnd()
    }

    mutating func bulk(number value: UInt64) {
        bulkLength(Self.digitCount(value))
        number(value)
        lineEnd()
    }

    mutating func null(_ dialect: RESPDialect) {
        switch dialect {
        case .resp2: literal("$-1\r\n")
        case .resp3: literal("_\r\n")
        }
    }

    /// The line before so many pairs of a key and a value.
    mutating func map(_ count: UInt64, _ dialect: RESPDialect) {
        switch dialect {
        case .resp2: array(count &* 2)
        case .resp3:
            byte(UInt8(ascii: "%"))
            number(count)
            lineEnd()
        }
    }

    mutating func integer(_ value: UInt64) {
        byte(UInt8(ascii: ":"))
        number(value)
        lineEnd()
    }

    mutating func array(_ count: UInt64) {
        byte(UInt8(ascii: "*"))
        number(count)
        lineEnd()
    }

    /// An error; line ends and whatever else steers a screen become blanks.
    mutating func error(_ message: String) {
        byte(UInt8(ascii: "-"))
        for scalar in message.unicodeScalars {
            if scalar.isSteering {
                byte(UInt8(ascii: " "))
            } else {
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { byte(unit) }
            }
        }
        lineEnd()
    }
}
