@testable import ICalendar

/// Lines of a calendar: how they are folded and end changes nothing.
enum Folding {
    static func lines(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        let lines = unfolded(text)
        precondition(lines == expected(Array(text.utf8)), "lines are unfolded otherwise than RFC 5545 says")
        // The first byte says where they are folded: not within a character, and not where a line begins with a blank.
        if lines.allSatisfy({ $0.allSatisfy { $0 < 0x80 } && $0.first != 0x20 && $0.first != 0x09 }) {
            let length = Int(bytes.first ?? 0) % 74 + 1
            let anew = lines.flatMap { folded($0, at: length) }
            precondition(unfolded(String(decoding: anew, as: UTF8.self)) == lines, "a folded line is another one")
        }
        for line in lines {
            guard let content = ContentLine(line[...], line: 1) else { continue }
            precondition(!content.name.isEmpty, "a line has no name")
            precondition(content.text.count <= 200, "a text is longer than is said")
        }
    }

    private static func unfolded(_ text: String) -> [[UInt8]] {
        var reader = ContentLines(text)
        var lines: [[UInt8]] = []
        var last = 0
        while let next = reader.next() {
            precondition(next.line > last, "lines are not counted in their order")
            last = next.line
            lines.append(Array(next.bytes))
        }
        return lines
    }

    /// The same by other means: every end of a line becomes one, then those before a blank go.
    private static func expected(_ bytes: [UInt8]) -> [[UInt8]] {
        var ends: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let start = index
            while index < bytes.count, bytes[index] == 0x0D { index += 1 }
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
            if index > start {
                ends.append(0x0A)
            } else {
                ends.append(bytes[index])
                index += 1
            }
        }
        var joined: [UInt8] = []
        var isAtStart = false
        for byte in ends {
            if isAtStart, byte == 0x20 || byte == 0x09 { joined.removeLast() } else { joined.append(byte) }
            isAtStart = byte == 0x0A
        }
        return joined.split(separator: 0x0A).map { Array($0) }
    }

    private static func folded(_ line: [UInt8], at length: Int) -> [UInt8] {
        var folded: [UInt8] = []
        for (index, byte) in line.enumerated() {
            if index > 0, index % length == 0 { folded += [0x0D, 0x0A, 0x20] }
            folded.append(byte)
        }
        return folded + [0x0D, 0x0A]
    }
}
