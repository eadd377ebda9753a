/// How many clients are covered, with counts that add up to all of them.
package struct CoverageCount: Sendable, Equatable {
    package let clients: Int
    /// Clients whose agreement and service hours hold.
    package let inService: Int
    /// Clients in service with somebody available.
    package let covered: Int
    /// Clients whose agreement holds, outside their service hours.
    package let closed: Int
    /// Clients whose agreement has not begun, or has ended.
    package let withoutAgreement: Int

    package init(clients: Int, inService: Int, covered: Int, closed: Int, withoutAgreement: Int) {
        self.clients = clients
        self.inService = inService
        self.covered = covered
        self.closed = closed
        self.withoutAgreement = withoutAgreement
    }
}
