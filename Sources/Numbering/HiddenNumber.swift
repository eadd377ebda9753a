/// What stands in a number's place when the caller hides it, or nobody on the way knew it.
enum HiddenNumber {
    /// The words of trunks, gateways and PBXs, small and without blanks, hyphens, dots and underscores between them.
    private static let words: Set<String> = [
        // SIP (RFC 3323, RFC 3325, 3GPP TS 24.229), Asterisk, FreeSWITCH, Cisco.
        "anonymous", "anonymouscaller", "unknown", "unknownnumber", "unknowncaller", "restricted", "restrictednumber",
        "unavailable", "idunavailable", "notavailable", "private", "privatenumber", "privatecaller", "asterisk",
        // British and American carriers.
        "withheld", "numberwithheld", "withheldnumber", "blocked", "blockednumber", "callerblocked", "hidden",
        "hiddennumber", "suppressed", "outofarea", "nocallerid", "nonumber", "unidentified",
        // Analogue gateways, from the letters of Bellcore's caller identification: out of area and private.
        "o", "p",
        // Dutch and German networks.
        "anoniem", "onbekend", "anonym", "unbekannt",
        // What programs write for a value that they do not have: Kamailio `<null>`, others `(null)`, `None`, `undefined`.
        "null", "none", "nil", "undefined",
    ]

    /// Whether a text without wrapper is such a word, or a number of nothing but zeros.
    static func isHidden(_ text: [UInt8]) -> Bool {
        if let written = Digits(text) {
            return !written.digits.isEmpty && written.digits.allSatisfy { $0 == ASCII.zero }
        }
        var word = ""
        for byte in text {
            switch ASCII.lowercased(byte) {
            case let letter where ASCII.isSmallLetter(letter): word.unicodeScalars.append(Unicode.Scalar(letter))
            case ASCII.space, UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "("),
                UInt8(ascii: ")"),
                ASCII.quote:
                break
            default: return false
            }
        }
        return words.contains(word)
    }
}
