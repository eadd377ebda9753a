/// Who or what is meant by a name where an id is asked for: a first name, a part of a client's name.
package enum NearestName {
    /// Somebody or something with an id and a name.
    package typealias Named = (id: String, name: String)

    /// More than these nobody is asked to choose from.
    private static let most = 3
    /// A beginning of a word that is shorter, or a mistyped word, may be anything.
    private static let shortestStart = 3
    private static let shortestMistyped = 4

    /// Those who are most likely meant; none where an id is near, or nothing is.
    package static func meant(by text: String, among known: [Named]) -> [Named] {
        let wanted = text.lowercased()
        let parts = known.map { (named: $0, words: words($0.name)) }
        func few(_ fits: (_ name: String, _ words: [String]) -> Bool) -> [Named]? {
            let found = parts.filter { fits($0.named.name.lowercased(), $0.words) }
            return found.isEmpty ? nil : found.count > most ? [] : found.map(\.named)
        }
        guard !wanted.isEmpty else { return [] }
        if let found = few({ name, words in name == wanted || words.contains(wanted) }) { return found }
        guard NearestWord.nearest(to: text, among: known.map(\.id)) == nil else { return [] }
        guard wanted.count >= shortestStart else { return [] }
        if let found = few({ name, words in
            name.hasPrefix(wanted) || words.contains { $0.hasPrefix(wanted) }
                || wanted.contains(" ") && name.contains(wanted)
        }) {
            return found
        }
        guard wanted.count >= shortestMistyped,
            let nearest = NearestWord.nearest(
                to: wanted, among: parts.flatMap(\.words).filter { $0.count >= shortestMistyped })
        else { return [] }
        return few { _, words in words.contains(nearest) } ?? []
    }

    private static func words(_ name: String) -> [String] {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
