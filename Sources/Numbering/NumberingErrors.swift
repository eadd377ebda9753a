/// A text is longer than any number: it was refused before it was parsed.
///
/// libphonenumber takes milliseconds on long input, which a peer must not be able to spend.
package struct NumberTooLong: Error, Equatable {
    package init() {}
}

/// A region that libphonenumber has no numbering plan of.
package struct UnknownRegion: Error, Equatable {
    package let region: String

    package init(region: String) {
        self.region = region
    }
}

/// Why a text in the directory is no number or block.
package enum NumberError: Error, Equatable {
    /// More than 32 bytes a number.
    case tooLong
    /// Neither a number in national form nor one with its country code.
    case notANumber
    /// A number with fewer or more digits than those of its region have.
    case wrongLength
    /// A range's end is no number, or not one as long as its start.
    case badRangeEnd
    /// A range ends where it starts or before.
    case rangeEndsBeforeStart
    /// A prefix is no beginning of numbers.
    case badPrefix
    /// A prefix has fewer than two digits after the country code: it would own a good part of a country.
    case prefixTooShort

    /// What is wrong and what would be right, for people.
    ///
    /// - Parameter isBlock: Whether a block of numbers could be written as well.
    package func text(isBlock: Bool) -> String {
        switch self {
        case .tooLong: "is longer than the 32 bytes that a number may take"
        case .notANumber: "is no telephone number; write it as +31 50 555 01 00 or in the region's national form"
        case .wrongLength:
            "has fewer or more digits than a telephone number of its region; write it in full"
                + (isBlock ? ", or its beginning with a *" : "")
        case .badRangeEnd: "ends with no number as long as its start; write the end in full or its last digits"
        case .rangeEndsBeforeStart: "does not end after its start"
        case .badPrefix: "is no beginning of telephone numbers; write it as +31 50 555* or 050 555*"
        case .prefixTooShort: "is too short; a prefix has at least two digits after the country code"
        }
    }
}
