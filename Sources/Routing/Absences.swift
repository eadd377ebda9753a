/// The absences of a roster, gathered by agent: a change of one agent's copies his alone, and a copy of the whole shares all.
///
/// They come agent by agent, in the order of the agents' identifiers, and of one agent in the order in which they were entered.
package struct Absences: Sendable {
    private struct Own: Hashable, Sendable {
        let agent: AgentID
        var list: [Absence]
    }

    /// Only agents who have any, by identifier, in pages, so that a change copies one page and not all.
    private var pages: [[Own]] = []
    package private(set) var count = 0

    /// How many agents a new page has; with twice as many it becomes two.
    private static let pageSize = 32

    package init(_ absences: some Sequence<Absence>) {
        let groups = Dictionary(grouping: absences, by: \.agent)
        let agents = groups.map { Own(agent: $0, list: $1) }.sorted { $0.agent < $1.agent }
        pages = stride(from: 0, to: agents.count, by: Self.pageSize).map { Array(agents[$0...].prefix(Self.pageSize)) }
        count = agents.reduce(0) { $0 + $1.list.count }
    }

    /// An agent's.
    package func of(_ agent: AgentID) -> [Absence] {
        let place = place(of: agent)
        return holds(agent, at: place) ? pages[place.page][place.own].list : []
    }

    package mutating func append(_ absence: Absence) {
        let place = place(of: absence.agent)
        count += 1
        if holds(absence.agent, at: place) {
            pages[place.page][place.own].list.append(absence)
        } else {
            insert(Own(agent: absence.agent, list: [absence]), at: place)
        }
    }

    package mutating func append(contentsOf absences: some Sequence<Absence>) {
        for absence in absences { append(absence) }
    }

    package mutating func removeAll(where isLeftOut: (Absence) -> Bool) {
        for page in pages.indices {
            for own in pages[page].indices { pages[page][own].list.removeAll(where: isLeftOut) }
            pages[page].removeAll { $0.list.isEmpty }
        }
        pages.removeAll { $0.isEmpty }
        count = pages.reduce(0) { $1.reduce($0) { $0 + $1.list.count } }
    }

    /// How many there are of a kind; none is copied for it.
    package func count(where isCounted: (Absence) -> Bool) -> Int {
        pages.reduce(0) { $1.reduce($0) { $0 + $1.list.count(where: isCounted) } }
    }

    /// The one with a number.
    package func numbered(_ id: Int64) -> Absence? {
        index(of: id).map { self[$0] }
    }

    /// Changes the one with a number, where there is one; it may be another agent's since.
    package mutating func change(_ id: Int64, _ changed: (Absence) -> Absence) {
        guard let index = index(of: id) else { return }
        let (page, own, offset) = (index.page, index.own, index.offset)
        let (old, agent) = (self[index], pages[page][own].agent)
        let absence = changed(old)
        if absence.agent == agent {
            pages[page][own].list[offset] = absence
        } else {
            pages[page][own].list.remove(at: offset)
            if pages[page][own].list.isEmpty { pages[page].remove(at: own) }
            if pages[page].isEmpty { pages.remove(at: page) }
            count -= 1
            append(absence)
        }
    }

    /// Looks at numbers alone: copying each absence would cost more than finding it.
    private func index(of id: Int64) -> Index? {
        for page in pages.indices {
            for own in pages[page].indices {
                if let offset = pages[page][own].list.indices.first(where: { pages[page][own].list[$0].id == id }) {
                    return Index(page: page, own: own, offset: offset)
                }
            }
        }
        return nil
    }

    /// The place of an agent, or the one at which he would stand.
    private func place(of agent: AgentID) -> (page: Int, own: Int) {
        // The last page that begins no later than with him.
        let next = Self.first(in: pages.count) { agent < pages[$0][0].agent }
        guard next > 0 else { return (0, 0) }
        let page = next - 1
        return (page, Self.first(in: pages[page].count) { !(pages[page][$0].agent < agent) })
    }

    /// The first place for which something holds that holds for all behind it, too; the end where it holds for none.
    private static func first(in count: Int, where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    private func holds(_ agent: AgentID, at place: (page: Int, own: Int)) -> Bool {
        place.page < pages.count && place.own < pages[place.page].count
            && pages[place.page][place.own].agent == agent
    }

    private mutating func insert(_ own: Own, at place: (page: Int, own: Int)) {
        guard place.page < pages.count else { return pages.append([own]) }
        pages[place.page].insert(own, at: place.own)
        guard pages[place.page].count >= 2 * Self.pageSize else { return }
        let later = Array(pages[place.page].dropFirst(Self.pageSize))
        pages[place.page].removeLast(later.count)
        pages.insert(later, at: place.page + 1)
    }
}

extension Absences: BidirectionalCollection {
    package struct Index: Comparable, Sendable {
        fileprivate let page: Int
        fileprivate let own: Int
        fileprivate let offset: Int

        package static func < (one: Index, other: Index) -> Bool {
            (one.page, one.own, one.offset) < (other.page, other.own, other.offset)
        }
    }

    package var startIndex: Index { Index(page: 0, own: 0, offset: 0) }
    package var endIndex: Index { Index(page: pages.count, own: 0, offset: 0) }

    package subscript(index: Index) -> Absence { pages[index.page][index.own].list[index.offset] }

    package func index(after index: Index) -> Index {
        if index.offset + 1 < pages[index.page][index.own].list.count {
            return Index(page: index.page, own: index.own, offset: index.offset + 1)
        }
        return index.own + 1 < pages[index.page].count
            ? Index(page: index.page, own: index.own + 1, offset: 0) : Index(page: index.page + 1, own: 0, offset: 0)
    }

    package func index(before index: Index) -> Index {
        if index.offset > 0 { return Index(page: index.page, own: index.own, offset: index.offset - 1) }
        let (page, own) =
            index.own > 0 ? (index.page, index.own - 1) : (index.page - 1, pages[index.page - 1].count - 1)
        return Index(page: page, own: own, offset: pages[page][own].list.count - 1)
    }
}

/// The same absences are the same, in whatever pages they stand.
extension Absences: Hashable {
    package static func == (one: Absences, other: Absences) -> Bool {
        one.count == other.count && one.elementsEqual(other)
    }

    package func hash(into hasher: inout Hasher) {
        for absence in self { hasher.combine(absence) }
    }
}

extension Absences: ExpressibleByArrayLiteral {
    package init(arrayLiteral absences: Absence...) {
        self.init(absences)
    }
}
