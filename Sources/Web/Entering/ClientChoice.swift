import Foundation
import MajorAPI
import Wording

/// The client whom somebody names in a field: by name, or by what clients are looked for by, where that finds one alone.
struct ClientChoice {
    let text: String

    /// How many are named where several are meant.
    private static let mostNamed = 6

    /// - Returns: The client's id, which is taken as it is, too.
    func id(among clients: [DirectoryAPI.Client]) throws(AskingError) -> String {
        if let client = clients.first(where: { $0.id == text }) { return client.id }
        let name = ClientSearch.folded(text)
        let named = clients.filter { ClientSearch.folded($0.name) == name }
        let found = named.isEmpty ? clients.filter(ClientSearch(text).finds) : named
        guard let first = found.first else { throw .mistyped(.unknownClient(text)) }
        guard found.count == 1 else {
            // Of the same name each is told by its id.
            let names = found.prefix(Self.mostNamed).map { named.isEmpty ? $0.name : "\($0.name) (\($0.id))" }
            throw .mistyped(.severalClients(text, names, more: max(found.count - Self.mostNamed, 0)))
        }
        return first.id
    }
}
