import Foundation

/// The texts in JSON as rows have it (`RowJSON`): keys stay what they are.
enum JSONTexts {
    private struct Text {
        let key: String
        /// With its quotes.
        let range: Range<String.Index>
        let value: String
    }

    /// The JSON with other values; nil where they all stay, or where it is none.
    ///
    /// - Parameter change: What the value of a key becomes; nil where it stays.
    static func changed(_ json: String, _ change: (_ key: String, _ value: String) -> String?) -> String? {
        var changed = json
        var isChanged = false
        for text in texts(json).reversed() {
            guard let value = change(text.key, text.value) else { continue }
            changed.replaceSubrange(text.range, with: RowJSON.quoted(value))
            isChanged = true
        }
        return isChanged ? changed : nil
    }

    /// The text that a key has; nil where it has none.
    static func value(of key: String, in json: String) -> String? { texts(json).first { $0.key == key }?.value }

    private static func texts(_ json: String) -> [Text] {
        var texts: [Text] = []
        var key = ""
        var place = json.startIndex
        while let open = json[place...].firstIndex(of: "\""), let end = end(of: open, in: json) {
            place = end
            guard let value = try? JSONDecoder().decode(String.self, from: Data(json[open..<end].utf8)) else {
                return []
            }
            if json[end...].first(where: { !$0.isWhitespace }) == ":" {
                key = value
            } else {
                texts.append(Text(key: key, range: open..<end, value: value))
            }
        }
        return texts
    }

    /// Behind the closing quotes.
    private static func end(of open: String.Index, in json: String) -> String.Index? {
        let bytes = json.utf8
        var place = bytes.index(after: open)
        while place < bytes.endIndex, bytes[place] != UInt8(ascii: "\"") {
            if bytes[place] == UInt8(ascii: "\\") {
                place = bytes.index(after: place)
                guard place < bytes.endIndex else { return nil }
            }
            place = bytes.index(after: place)
        }
        return place < bytes.endIndex ? bytes.index(after: place) : nil
    }
}
