/// A client's number or block, as it stands in the files.
package struct NearestBlock: Sendable, Equatable {
    package let client: Client
    package let block: WrittenBlock

    package static func == (one: NearestBlock, other: NearestBlock) -> Bool {
        one.client.id == other.client.id && one.block == other.block
    }
}

/// Finds the client's number or block that begins most like a number.
package struct NearestBlocks {
    /// Numbers of one place differ in their last digits alone; what is less alike, such as all mobiles of a country, tells nothing.
    private static let lastDigits = 3
    /// What is as short as this, country code included, is no number of a place.
    private static let leastCommon = 7

    /// The digits with which blocks begin and end, in order, so that those most alike stand next to each other.
    private let edges: [(digits: [UInt8], client: Int, block: WrittenBlock)]
    private let clients: [Client]

    package init(_ directory: Directory) {
        clients = directory.clients
        edges = directory.clients.enumerated().flatMap { position, client in
            (client.numbers + client.contacts.compactMap(\.mobile)).flatMap { block in
                Self.ends(of: block.block).map { (Array("\($0.digits)".utf8), position, block) }
            }
        }.sorted { $0.digits.lexicographicallyPrecedes($1.digits) }
    }

    /// Nil where none has all of its digits but the last ones.
    package subscript(number: PhoneNumber) -> NearestBlock? {
        let digits = Array("\(number.digits)".utf8)
        var (low, high) = (0, edges.count)
        while low < high {
            let middle = (low + high) / 2
            if edges[middle].digits.lexicographicallyPrecedes(digits) { low = middle + 1 } else { high = middle }
        }
        let near = [low - 1, low].filter(edges.indices.contains)
        let best = near.map { ($0, Self.common(edges[$0].digits, digits)) }.max { $0.1 < $1.1 }
        guard let (index, count) = best, count >= max(digits.count - Self.lastDigits, Self.leastCommon) else {
            return nil
        }
        return NearestBlock(client: clients[edges[index].client], block: edges[index].block)
    }

    private static func ends(of block: NumberBlock) -> [PhoneNumber] {
        switch block {
        case .single(let number), .prefix(let number): [number]
        case .range(let range): [range.first, range.last]
        }
    }

    private static func common(_ one: [UInt8], _ other: [UInt8]) -> Int {
        zip(one, other).prefix { $0 == $1 }.count
    }
}

extension RoutingTable {
    /// Whether somebody owns a number, or it is refused.
    package func isKnown(_ number: PhoneNumber) -> Bool {
        match(.number(number)) != nil || refusal(of: .number(number)) != nil
    }
}
