package import Records

/// What was told and holds, by the marks of the events that told it; the ledger keeps the same.
package struct ToldConditions: Sendable, Equatable {
    package private(set) var marks: Set<String>

    package init(_ marks: Set<String>) {
        self.marks = marks
    }

    /// Takes what holds now.
    ///
    /// - Parameters:
    ///   - holding: An event with a mark for each.
    ///   - isOpen: Whether nobody can say at the moment if what this mark stands for is over.
    /// - Returns: What is to be told of it, and what is over.
    package mutating func look(_ holding: [NewEvent], isOpen: (String) -> Bool = { _ in false }) -> [EventStep] {
        let now = Set(holding.compactMap(\.mark))
        let over = marks.filter { !now.contains($0) && !isOpen($0) }.sorted()
        marks.subtract(over)
        return over.map(EventStep.over) + take(holding).map(EventStep.tell)
    }

    /// Takes what has come about, beside what holds already.
    ///
    /// - Returns: What is new of it.
    package mutating func take(_ events: [NewEvent]) -> [NewEvent] {
        events.filter { event in event.mark.map { marks.insert($0).inserted } ?? true }
    }
}
