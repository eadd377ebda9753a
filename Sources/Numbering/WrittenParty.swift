/// A caller's or called number as it stands in SIP headers: in a `sip:`, `sips:` or `tel:` URI or an address without scheme, with or
/// without a display name.
enum WrittenParty {
    /// The number's own bytes: without display name, scheme, parameters, password and host, percent-decoded, without blanks around.
    ///
    /// A text that has no wrapper is returned as it is.
    static func subscriber(in text: [UInt8]) -> [UInt8] {
        let address = address(in: text[...].trimmed)
        let isSIP = address.hasPrefix(ignoringCase: "sip:") || address.hasPrefix(ignoringCase: "sips:")
        guard isSIP || address.hasPrefix(ignoringCase: "tel:") else {
            // Some PBXs leave the scheme out: +31505550100@trunk.example.
            guard let at = address.firstIndex(of: ASCII.at) else { return number(address) }
            return number(address[..<at].prefix { $0 != ASCII.colon })
        }
        let rest = address.dropFirst(address.firstIndex(of: ASCII.colon).map { $0 - address.startIndex + 1 } ?? 0)
        guard isSIP else { return number(rest) }
        // RFC 3261, section 25.1: userinfo = (user / telephone-subscriber) [":" password] "@". A URI without a user part is only
        // a host, which is read all the same: some write a number there.
        return number(rest.prefix { $0 != ASCII.at }.prefix { $0 != ASCII.colon })
    }

    /// The URI of a name-addr (RFC 3261, section 25.1): what stands between the angle brackets after an optional display name.
    private static func address(in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = text
        if rest.first == ASCII.quote {
            var index = rest.startIndex + 1
            while index < rest.endIndex, rest[index] != ASCII.quote {
                index += rest[index] == ASCII.backslash ? 2 : 1
            }
            guard index < rest.endIndex else { return text }
            rest = rest[(index + 1)...]
        }
        guard let open = rest.firstIndex(of: ASCII.less),
            let close = rest[open...].firstIndex(of: ASCII.greater)
        else { return text }
        return rest[(open + 1)..<close].trimmed
    }

    /// The number without its parameters. A local number with a global context gets the context's digits (RFC 3966, section 5.1.5).
    private static func number(_ subscriber: ArraySlice<UInt8>) -> [UInt8] {
        var parts = subscriber.split(separator: ASCII.semicolon, omittingEmptySubsequences: false)[...]
        let number = decoded(parts.popFirst() ?? [])
        let name = "phone-context="
        guard number.first != ASCII.plus, let first = number.first, ASCII.isDigit(first),
            let parameter = parts.first(where: { $0.hasPrefix(ignoringCase: name) })
        else { return number }
        let context = decoded(parameter.dropFirst(name.utf8.count))
        return context.first == ASCII.plus ? context + number : number
    }

    /// Percent-encoded bytes (RFC 3986, section 2.1) as they are meant; a percent sign without two digits stays.
    private static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(ASCII.percent) else { return Array(text.trimmed) }
        var result: [UInt8] = []
        var rest = text
        while let byte = rest.popFirst() {
            if byte == ASCII.percent, let high = rest.first.flatMap(ASCII.hexadecimal),
                let low = rest.dropFirst().first.flatMap(ASCII.hexadecimal)
            {
                result.append(high << 4 | low)
                rest = rest.dropFirst(2)
            } else {
                result.append(byte)
            }
        }
        return Array(Spelling.plain(result)[...].trimmed)
    }
}
