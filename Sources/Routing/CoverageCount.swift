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

    /// `38 of 40 clients covered`, `3 of 4 clients covered, 1 closed`
    package var sentence: String {
        guard clients > 0 else { return "no clients yet" }
        let served = inService == 0 ? "no client in service now" : "\(covered) of \(clients) clients covered"
        let others = [
            closed > 0 ? "\(closed) closed" : nil,
            withoutAgreement > 0 ? "\(withoutAgreement) without an agreement now" : nil,
        ]
        return ([served] + others.compactMap(\.self)).joined(separator: ", ")
    }
}
