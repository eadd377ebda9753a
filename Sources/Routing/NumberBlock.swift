/// The numbers of a client: one, a DDI range, or all that begin alike.
package enum NumberBlock: Hashable, Sendable {
    /// One number.
    case single(PhoneNumber)
    /// From the first to the last number, both included. Matches only numbers with as many digits.
    case range(DDIRange)
    /// Every number that begins with these digits, however long.
    case prefix(PhoneNumber)

    /// A range of direct dialling in: two numbers of equal length, the first before the last.
    package struct DDIRange: Hashable, Sendable {
        package let first: PhoneNumber
        package let last: PhoneNumber

        /// Nil when the lengths differ or the last does not come after the first.
        package init?(first: PhoneNumber, last: PhoneNumber) {
            guard first.count == last.count, first < last else { return nil }
            self.first = first
            self.last = last
        }
    }

    package func contains(_ number: PhoneNumber) -> Bool {
        switch self {
        case .single(let single): single == number
        case .range(let range): range.first <= number && number <= range.last && number.count == range.first.count
        case .prefix(let prefix):
            number.count >= prefix.count && number.digits / PowersOfTen[number.count - prefix.count] == prefix.digits
        }
    }

    /// The block as a half-open range of padded numbers.
    var paddedRange: Range<UInt64> {
        let first: PhoneNumber
        let last: UInt64
        switch self {
        case .single(let number), .prefix(let number):
            first = number
            last = number.digits
        case .range(let range):
            first = range.first
            last = range.last.digits
        }
        let unit = PowersOfTen[PhoneNumber.maximumDigitCount - first.count]
        return first.digits * unit..<(last + 1) * unit
    }

    /// How many digits a number in the block may have.
    var digitCounts: ClosedRange<Int> {
        switch self {
        case .single(let number): number.count...number.count
        case .range(let range): range.first.count...range.first.count
        case .prefix(let prefix): prefix.count...PhoneNumber.maximumDigitCount
        }
    }

    /// How many digits a number must have to be in the block; nil when any count will do.
    var requiredCount: Int? {
        switch self {
        case .single(let number): number.count
        case .range(let range): range.first.count
        case .prefix: nil
        }
    }
}

extension NumberBlock: CustomStringConvertible {
    /// `+31505550100`, `+31505550200 - +31505550299`, `+31505551*`
    package var description: String {
        switch self {
        case .single(let number): number.description
        case .range(let range): "\(range.first) - \(range.last)"
        case .prefix(let prefix): "\(prefix)*"
        }
    }
}

/// A block as it stands in the directory.
package struct WrittenBlock: Sendable {
    package let block: NumberBlock
    /// The text in the file, such as `050 555 1*`.
    package let text: String
    /// Where it stands.
    package let place: Place

    package init(_ block: NumberBlock, text: String, place: Place) {
        self.block = block
        self.text = text
        self.place = place
    }
}

extension WrittenBlock: Equatable {
    /// Where and how a block is written does not change what it is.
    package static func == (one: WrittenBlock, other: WrittenBlock) -> Bool {
        one.block == other.block
    }
}

/// A place in the directory's files.
package struct Place: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The file's path, as the reader was given it.
    package let file: String
    /// From 1; 0 for the file as a whole.
    package let line: Int
    /// From 1; 0 for the line as a whole.
    package let column: Int

    package init(file: String, line: Int = 0, column: Int = 0) {
        self.file = file
        self.line = line
        self.column = column
    }

    /// `clients.d/noord.yaml:22:5`
    package var description: String {
        line == 0 ? file : column == 0 ? "\(file):\(line)" : "\(file):\(line):\(column)"
    }

    package static func < (one: Place, other: Place) -> Bool {
        (one.file, one.line, one.column) < (other.file, other.line, other.column)
    }
}
