package import Numbering
package import Routing
import Synchronization

/// What calls are decided with: a routing table and the reader of numbers that belongs to its directory.
package final class Published: Sendable {
    package let table: RoutingTable
    package let numbers: NumberReader

    package init(table: RoutingTable, numbers: NumberReader) {
        self.table = table
        self.numbers = numbers
    }
}

/// The one reference to what is published. A reader takes it once and decides with it to the end.
package final class CurrentTable: Sendable {
    /// The lock is held only while the reference is copied.
    private let reference: Mutex<Published>

    package init(_ published: Published) {
        reference = Mutex(published)
    }

    package var value: Published {
        reference.withLock { $0 }
    }

    package func publish(_ published: Published) {
        reference.withLock { $0 = published }
    }
}
