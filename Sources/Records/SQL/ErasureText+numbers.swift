import Routing

/// Numbers, as people write them.
extension ErasureText {
    /// A group of digits, with what belongs before it.
    private struct Group {
        let range: Range<String.Index>
        let digits: String
        /// Whether a plus stands before it: a number begins there.
        let isBeginning: Bool
    }

    /// What people put between the digits of a number, and how it is read; digits of other scripts are read as they count.
    private static let between: [Unicode.Scalar: Unicode.Scalar] = {
        let plain = " +()-./\u{A0}\u{202F}\u{2007}\u{2009}\u{2010}\u{2011}\u{2013}"
        var read = Dictionary(plain.unicodeScalars.map { ($0, $0) }) { first, _ in first }
        let others =
            [
                "_": " ", "\u{3000}": " ", "\u{FF0B}": "+", "\u{FF08}": "(", "\u{FF09}": ")", "\u{2012}": "-",
                "\u{2014}": "-", "\u{2212}": "-", "\u{FF0D}": "-",
            ] as [Unicode.Scalar: Unicode.Scalar]
        read.merge(others) { first, _ in first }
        // What is not seen counts for nothing in a number (Unicode, general category Cf).
        let unseen =
            "\u{AD}\u{200B}\u{200C}\u{200D}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}"
            + "\u{2060}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}"
        for scalar in unseen.unicodeScalars { read[scalar] = " " }
        return read
    }()
    private static let dashes = "-\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2212}\u{FF0D}"
    private static let openings: Set<Unicode.Scalar> = ["+", "\u{FF0B}", "(", "\u{FF08}"]
    /// A number comes in so many groups of digits at the most: each digit for itself, behind 00 and with the 0 of (0).
    private static let mostGroups = PhoneNumber.maximumDigitCount + 3
    /// Whatever comes before them, every form of a number has the same last digits.
    private static let tailLength = 6

    /// The digits with which every form of a number ends.
    static func tail(of number: PhoneNumber) -> String { String("\(number.digits)".suffix(tailLength)) }

    func numbers(_ number: PhoneNumber, in text: String, isFile: Bool) -> [Range<String.Index>] {
        guard Self.mayHave(number, text) else { return [] }
        let scalars = text.unicodeScalars
        var found: [Range<String.Index>] = []
        var start = scalars.startIndex
        while let first = scalars[start...].firstIndex(where: { Self.digit($0) != nil || Self.openings.contains($0) }) {
            var end = first
            while end < scalars.endIndex, Self.isOfNumber(end, scalars) { end = scalars.index(after: end) }
            found += numbers(number, in: text, Self.groups(text, first..<end), isFile: isFile)
            start = end
        }
        return found
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt64? {
        if scalar.isASCII { return ("0"..."9").contains(scalar) ? UInt64(scalar.value - 0x30) : nil }
        guard scalar.properties.numericType == .decimal else { return nil }
        return scalar.properties.numericValue.map { UInt64($0) }
    }

    /// A comma stands between digits, or ends something.
    private static func isOfNumber(_ place: String.Index, _ scalars: String.UnicodeScalarView) -> Bool {
        let scalar = scalars[place]
        if between[scalar] != nil || digit(scalar) != nil { return true }
        guard scalar == ",", place > scalars.startIndex else { return false }
        let (before, after) = (scalars.index(before: place), scalars.index(after: place))
        return digit(scalars[before]) != nil && after < scalars.endIndex && digit(scalars[after]) != nil
    }

    /// Whether the number's last digits follow each other in a text, whatever is between them: most texts have to be looked at no closer.
    static func mayHave(_ number: PhoneNumber, _ text: String) -> Bool {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            has(number, text.utf8.lazy.compactMap { $0 >= 0x30 && $0 <= 0x39 ? UInt64($0 - 0x30) : nil })
        } else {
            has(number, text.unicodeScalars.lazy.compactMap(digit))
        }
    }

    private static func has(_ number: PhoneNumber, _ digits: some Sequence<UInt64>) -> Bool {
        let tail = tail(of: number)
        let modulus = repeatElement(UInt64(10), count: tail.count).reduce(1, *)
        let wanted = number.digits % modulus
        var (last, count): (UInt64, Int) = (0, 0)
        for digit in digits {
            last = (last * 10 + digit) % modulus
            count += 1
            if last == wanted, count >= tail.count { return true }
        }
        return false
    }

    private static func groups(_ text: String, _ stretch: Range<String.Index>) -> [Group] {
        let scalars = text.unicodeScalars
        var groups: [Group] = []
        var at = stretch.lowerBound
        while let first = scalars[at..<stretch.upperBound].firstIndex(where: { digit($0) != nil }) {
            let end = scalars[first..<stretch.upperBound].firstIndex { digit($0) == nil } ?? stretch.upperBound
            var begin = first
            while begin > at, openings.contains(scalars[scalars.index(before: begin)]) {
                begin = scalars.index(before: begin)
            }
            let isBeginning = scalars[begin..<first].contains { between[$0] == "+" }
            groups.append(
                Group(range: begin..<end, digits: plain(scalars[first..<end]), isBeginning: isBeginning))
            at = end
        }
        return groups
    }

    private func numbers(
        _ number: PhoneNumber, in text: String, _ groups: [Group], isFile: Bool
    ) -> [Range<String.Index>] {
        let tail = Self.tail(of: number)
        var found: [Range<String.Index>] = []
        var first = 0
        while first < groups.count {
            let most = min(groups.count, first + Self.mostGroups)
            let beyond = groups[..<most].dropFirst(first + 1).firstIndex(where: \.isBeginning) ?? most
            let match = (first..<beyond).lazy.reversed().compactMap { last -> (last: Int, Range<String.Index>)? in
                let digits = groups[first...last].map(\.digits).joined()
                guard digits.count <= PhoneNumber.maximumDigitCount + 3, digits.hasSuffix(tail) else { return nil }
                let range = Self.balanced(groups[first].range.lowerBound..<groups[last].range.upperBound, text)
                return isForm(of: number, digits, Self.plain(text.unicodeScalars[range])) ? (last, range) : nil
            }.first
            guard let (last, range) = match else {
                first += 1
                continue
            }
            if !isFile || !Self.isOfBlock(range, text) { found.append(range) }
            first = last + 1
        }
        return found
    }

    /// Whether what somebody wrote is the number: also as it is kept, behind 00, or without the 0 with which it is called at home.
    private func isForm(of number: PhoneNumber, _ digits: String, _ written: String) -> Bool {
        let full = String(number.digits)
        return digits == full || digits == "00" + full || reading.number(written) == number
            || !digits.hasPrefix("0") && !written.contains("+") && reading.number("0" + digits) == number
    }

    /// A bracket that is closed behind the number is not its own.
    private static func balanced(_ range: Range<String.Index>, _ text: String) -> Range<String.Index> {
        let scalars = text.unicodeScalars
        var start = range.lowerBound
        var open = scalars[range].reduce(0) { $0 + (between[$1] == "(" ? 1 : between[$1] == ")" ? -1 : 0) }
        while open > 0, start < range.upperBound, between[scalars[start]] == "(" {
            start = scalars.index(after: start)
            open -= 1
        }
        return start..<range.upperBound
    }

    /// In ASCII, as it is read.
    private static func plain(_ scalars: Substring.UnicodeScalarView) -> String {
        var text = ""
        for scalar in scalars {
            if let digit = digit(scalar) {
                text += String(digit)
            } else {
                text.unicodeScalars.append(between[scalar] ?? " ")
            }
        }
        return text
    }

    /// Whether a number in a file is an end of a range, or what the numbers of a block begin with.
    private static func isOfBlock(_ range: Range<String.Index>, _ text: String) -> Bool {
        let (before, after) = (text[..<range.lowerBound].reversed(), text[range.upperBound...])
        return after.first == "*" || isRange(after) || isRange(before)
    }

    /// Whether what follows, or comes before, is a dash and the other end.
    private static func isRange(_ rest: some Sequence<Character>) -> Bool {
        let near = rest.prefix(8).filter { $0 != " " }.prefix(2)
        guard near.count == 2, let dash = near.first, let end = near.last else { return false }
        return dashes.contains(dash) && (end.isNumber || end == "+")
    }
}
