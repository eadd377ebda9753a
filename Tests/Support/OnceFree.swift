/// Opens a ledger that somebody else had: it is let go of a moment after its last use.
package func onceFree<Opened>(_ open: () throws -> Opened) async throws -> Opened {
    for _ in 0..<1_000 {
        if let opened = try? open() { return opened }
        try await Task.sleep(for: .milliseconds(2))
    }
    return try open()
}
