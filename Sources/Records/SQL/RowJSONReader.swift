/// Reads the JSON of a row's parts: a list of objects, whoever wrote it. One of Foundation's coders takes longer for it than deciding the call
/// does (RFC 8259).
struct RowJSONReader {
    /// A text that is no list of objects, or a member of another type.
    struct Misfit: Error {}

    /// An object's members that are texts or whole numbers. Others, which a later majord may write, are passed over.
    struct Members {
        fileprivate var members: [(key: String, value: RowJSON)] = []

        func text(_ key: String) throws(Misfit) -> String {
            guard let text = try optionalText(key) else { throw Misfit() }
            return text
        }

        /// Nil where it is null or missing.
        func optionalText(_ key: String) throws(Misfit) -> String? {
            switch value(key) {
            case nil: return nil
            case .text(let text): return text
            case .number: throw Misfit()
            }
        }

        func number(_ key: String) throws(Misfit) -> Int64 {
            guard let number = try optionalNumber(key) else { throw Misfit() }
            return number
        }

        /// Nil where it is null or missing.
        func optionalNumber(_ key: String) throws(Misfit) -> Int64? {
            switch value(key) {
            case nil: return nil
            case .number(let number): return number
            case .text: throw Misfit()
            }
        }

        private func value(_ key: String) -> RowJSON? { members.first { $0.key == key }?.value }
    }

    /// How deep what is passed over may be nested: deeper texts would end the program.
    private static let depth = 64

    private let bytes: [UInt8]
    private var place = 0

    static func list(_ text: String) throws(Misfit) -> [Members] {
        var reader = RowJSONReader(bytes: Array(text.utf8))
        var list: [Members] = []
        try reader.each(between: 0x5B, and: 0x5D) { (reader) throws(Misfit) in list.append(try reader.object()) }
        reader.skipSpace()
        guard reader.place == reader.bytes.count else { throw Misfit() }
        return list
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func object() throws(Misfit) -> Members {
        var members = Members()
        try each(between: 0x7B, and: 0x7D) { (reader) throws(Misfit) in
            let key = try reader.string()
            try reader.take(0x3A)
            if let value = try reader.value(within: Self.depth) { members.members.append((key, value)) }
        }
        return members
    }

    /// What stands between brackets, with commas between.
    private mutating func each(
        between open: UInt8, and close: UInt8, _ body: (inout RowJSONReader) throws(Misfit) -> Void
    ) throws(Misfit) {
        try take(open)
        if next == close {
            place += 1
            return
        }
        while true {
            try body(&self)
            guard next == 0x2C else { break }
            place += 1
        }
        try take(close)
    }

    /// Nil for a value of a kind that no member has, which is passed over.
    private mutating func value(within depth: Int) throws(Misfit) -> RowJSON? {
        guard depth > 0 else { throw Misfit() }
        switch next ?? 0 {
        case 0x22: return .text(try string())
        case 0x2D, 0x30...0x39: return try number()
        case 0x5B:
            try each(between: 0x5B, and: 0x5D) { (reader) throws(Misfit) in _ = try reader.value(within: depth - 1) }
        case 0x7B:
            try each(between: 0x7B, and: 0x7D) { (reader) throws(Misfit) in
                _ = try reader.string()
                try reader.take(0x3A)
                _ = try reader.value(within: depth - 1)
            }
        default:
            guard let word = ["null", "true", "false"].first(where: { bytes[place...].starts(with: $0.utf8) }) else {
                throw Misfit()
            }
            place += word.utf8.count
        }
        return nil
    }

    /// Nil for one that is not whole.
    private mutating func number() throws(Misfit) -> RowJSON? {
        let start = place
        while place < bytes.count, "+-.eE0123456789".utf8.contains(bytes[place]) { place += 1 }
        let text = String(decoding: bytes[start..<place], as: UTF8.self)
        guard Double(text) != nil else { throw Misfit() }
        return Int64(text).map { .number($0) }
    }

    private mutating func string() throws(Misfit) -> String {
        try take(0x22)
        let start = place
        while place < bytes.count, bytes[place] != 0x22, bytes[place] != 0x5C, bytes[place] >= 0x20 { place += 1 }
        guard place < bytes.count, bytes[place] >= 0x20 else { throw Misfit() }
        if bytes[place] == 0x22 {
            place += 1
            return String(decoding: bytes[start..<place - 1], as: UTF8.self)
        }
        var units = Array(String(decoding: bytes[start..<place], as: UTF8.self).utf16)
        while true {
            guard place < bytes.count, bytes[place] >= 0x20 else { throw Misfit() }
            switch bytes[place] {
            case 0x22:
                place += 1
                return String(decoding: units, as: UTF16.self)
            case 0x5C: units.append(try escaped())
            default:
                let plain = place
                while place < bytes.count, bytes[place] != 0x22, bytes[place] != 0x5C, bytes[place] >= 0x20 {
                    place += 1
                }
                units.append(contentsOf: String(decoding: bytes[plain..<place], as: UTF8.self).utf16)
            }
        }
    }

    private mutating func escaped() throws(Misfit) -> UInt16 {
        guard place + 1 < bytes.count else { throw Misfit() }
        let letter = bytes[place + 1]
        place += 2
        switch letter {
        case 0x22, 0x5C, 0x2F: return UInt16(letter)
        case 0x62: return 0x08
        case 0x66: return 0x0C
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        case 0x75:
            guard place + 4 <= bytes.count else { throw Misfit() }
            let digits = bytes[place..<place + 4]
            guard digits.allSatisfy({ Character(UnicodeScalar($0)).isHexDigit }),
                let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
            else { throw Misfit() }
            place += 4
            return unit
        default: throw Misfit()
        }
    }

    private mutating func take(_ byte: UInt8) throws(Misfit) {
        guard next == byte else { throw Misfit() }
        place += 1
    }

    /// The next byte that is no space; nil at the end.
    private var next: UInt8? {
        mutating get {
            skipSpace()
            return place < bytes.count ? bytes[place] : nil
        }
    }

    private mutating func skipSpace() {
        while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
    }
}
