package import Time

extension Language {
    /// The language that a browser prefers of those that there are (RFC 9110, section 12.5.4); English where it names none of them.
    package init(accepting header: String?) {
        let wished = (header ?? "").prefix(500).split(separator: ",").prefix(20).enumerated().compactMap {
            place, part in
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = pieces.first?.lowercased(),
                let language = Language(rawValue: String(tag.prefix { $0 != "-" }))
            else { return nil as (Language, Double, Int)? }
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return quality > 0 ? (language, quality, place) : nil
        }
        self = wished.max { ($0.1, -$0.2) < ($1.1, -$1.2) }?.0 ?? .en
    }
}
