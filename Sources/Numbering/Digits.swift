/// A number's digits and plus, without the separators between them.
struct Digits {
    /// ASCII: an optional plus, then digits.
    let text: [UInt8]

    var hasPlus: Bool { text.first == ASCII.plus }
    /// The digits with a plus before them.
    var international: [UInt8] { hasPlus ? text : [ASCII.plus] + text }
    /// The digits alone.
    var digits: ArraySlice<UInt8> { hasPlus ? text.dropFirst() : text[...] }

    /// Nil for a text with anything but digits, one plus before them and the separators that people use: space, tab, `- . / ( )` and
    /// the en dash. Other blanks and dashes, and what is invisible, `Spelling` has made plain.
    init?(_ number: some RandomAccessCollection<UInt8>) {
        var text: [UInt8] = []
        text.reserveCapacity(number.count)
        var rest = number[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                text.append(byte)
            case ASCII.plus:
                guard text.isEmpty else { return nil }
                text.append(byte)
            case ASCII.space, UInt8(ascii: "\t"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
                UInt8(ascii: "("), UInt8(ascii: ")"):
                break
            case Spelling.enDash[0]:
                guard rest.popFirst() == Spelling.enDash[1], rest.popFirst() == Spelling.enDash[2] else { return nil }
            default:
                return nil
            }
        }
        self.text = text
    }
}
