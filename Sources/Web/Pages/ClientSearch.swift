import Foundation
import MajorAPI

/// A text by which clients are looked for: in their names, places and contacts, and as a number in those of theirs.
struct ClientSearch {
    private let text: String
    /// The number that it may be, without the zero of the national form.
    private let digits: [UInt8]

    /// So few digits are in nearly every number.
    private static let fewestDigits = 4

    init(_ text: String) {
        self.text = Self.folded(text)
        let isNumber = text.allSatisfy { $0.isWholeNumber || " +-/().".contains($0) }
        var digits = isNumber ? text.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } : []
        if !text.hasPrefix("+") { digits = Array(digits.drop { $0 == UInt8(ascii: "0") }) }
        self.digits = digits
    }

    func finds(_ client: DirectoryAPI.Client) -> Bool {
        let contacts = client.contacts ?? []
        let people = contacts.flatMap { [$0.name, $0.email ?? "", $0.function ?? ""] }
        let texts = [client.id, client.name] + (client.address ?? []) + people
        if texts.contains(where: { Self.folded($0).contains(text) }) { return true }
        guard digits.count >= Self.fewestDigits else { return false }
        return ((client.numbers ?? []) + (client.learned ?? []) + contacts.compactMap(\.mobile)).contains(where: isIn)
    }

    /// Whether some number of a block, such as `+31505550200 - +31505550299` or `+31505551*`, has the digits.
    private func isIn(_ block: String) -> Bool {
        let ends = block.split(separator: "-").map { end in
            end.utf8.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        }
        guard let first = ends.first, let last = ends.last else { return false }
        if block.hasSuffix("*") { return Self.has(first, digits) || Self.goesOn(first, digits) }
        guard first.count == last.count, digits.count <= first.count else { return false }
        return (0...first.count - digits.count).contains { place in
            // The digits before the place can be those of the first number, of the last one, or of any between them.
            let (low, high) = (first.prefix(place), last.prefix(place))
            let rest = first.count - place - digits.count
            func reaches(_ before: ArraySlice<UInt8>) -> Bool {
                let least = before + digits + Array(repeating: UInt8(ascii: "0"), count: rest)
                let most = before + digits + Array(repeating: UInt8(ascii: "9"), count: rest)
                return !most.lexicographicallyPrecedes(first) && !last.lexicographicallyPrecedes(least)
            }
            return reaches(low) || reaches(high) || Self.isBetween(low, high)
        }
    }

    /// Whether there is a number between two of the same length.
    private static func isBetween(_ low: ArraySlice<UInt8>, _ high: ArraySlice<UInt8>) -> Bool {
        guard let one = Int(String(decoding: low, as: UTF8.self)),
            let other = Int(String(decoding: high, as: UTF8.self))
        else { return false }
        return other - one > 1
    }

    private static func has(_ number: [UInt8], _ digits: [UInt8]) -> Bool {
        number.count >= digits.count
            && (0...number.count - digits.count).contains { number[$0...].starts(with: digits) }
    }

    /// Whether a number that begins with the prefix goes on so that it has the digits: they begin with an end of the prefix.
    private static func goesOn(_ prefix: [UInt8], _ digits: [UInt8]) -> Bool {
        (fewestDigits..<max(digits.count, fewestDigits)).contains { count in
            prefix.suffix(count).elementsEqual(digits.prefix(count))
        }
    }

    /// As it is compared: neither case, accents nor how many blanks there are count.
    static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
