import Time

/// What a reload changed.
package struct DirectoryDifference: Sendable, Equatable {
    /// Identifiers that came, went, and stayed with other contents.
    package struct Changes: Sendable, Equatable {
        package var added: [String] = []
        package var changed: [String] = []
        package var removed: [String] = []

        package var isEmpty: Bool { added.isEmpty && changed.isEmpty && removed.isEmpty }
    }

    package let clients: Changes
    package let agents: Changes
    /// Number blocks and contacts' mobile numbers; `changed` are those with another owner.
    package let numbers: Changes
    /// Clients whose pair is another, or is to be.
    package let pairs: Changes
    /// The settings of `majord.yaml` that are others, by their keys.
    package let settings: [String]

    package var isEmpty: Bool {
        clients.isEmpty && agents.isEmpty && numbers.isEmpty && pairs.isEmpty && settings.isEmpty
    }

    /// - Parameter settings: The keys of the settings in which the two differ: they are the files' own.
    package init(from old: Directory, to new: Directory, settings: [String]) {
        clients = Self.changes(
            Self.index(old.clients) { $0.id.description }, Self.index(new.clients) { $0.id.description })
        agents = Self.changes(
            Self.index(old.agents) { $0.id.description }, Self.index(new.agents) { $0.id.description })
        numbers = Self.changes(Self.owners(old), Self.owners(new))
        pairs = Self.changes(Self.pairs(old), Self.pairs(new))
        self.settings = settings
    }

    private static func index<Value>(_ values: [Value], by key: (Value) -> String) -> [String: Value] {
        Dictionary(values.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The pairs of each client, in order, with the days from which they are that.
    private static func pairs(_ directory: Directory) -> [String: [Handover]] {
        index(directory.clients) { $0.id.description }.mapValues { client in
            [Handover(from: CalendarDay(daysSince1970: 0), pair: client.pair)]
                + client.handovers.map { Handover(from: $0.from, pair: $0.pair) }
        }
    }

    private static func owners(_ directory: Directory) -> [String: ClientID] {
        var owners: [String: ClientID] = [:]
        for client in directory.clients {
            for written in client.numbers + client.contacts.compactMap(\.mobile) {
                owners[written.block.description] = client.id
            }
        }
        return owners
    }

    private static func changes<Value: Equatable>(_ old: [String: Value], _ new: [String: Value]) -> Changes {
        var changes = Changes()
        for (key, value) in new {
            if let before = old[key] {
                if before != value { changes.changed.append(key) }
            } else {
                changes.added.append(key)
            }
        }
        changes.removed = old.keys.filter { new[$0] == nil }
        changes.added.sort()
        changes.changed.sort()
        changes.removed.sort()
        return changes
    }
}
