package import Time

extension RoutingTable {
    /// Whether a client's gap goes on after its end, which is then only as far as was looked: there is nobody at the next instant of service either.
    ///
    /// - Parameter gap: The last one of what was looked at.
    package func goesOn(_ gap: Interval, of entry: ClientEntry) -> Bool {
        guard let next = entry.opens(after: gap.end),
            let instant = Interval(from: next, until: next.advanced(by: Milliseconds(1)))
        else { return false }
        return !coverage(of: entry, over: instant).gaps.isEmpty
    }
}
