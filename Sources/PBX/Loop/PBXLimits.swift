package import Sockets

/// What a PBX may use of the daemon.
package struct PBXLimits: Sendable {
    /// Connections at the same time. One user, or over TCP one address, has nearly all of them, but never so many that nobody else gets in:
    /// who asks how the daemon is must get in while a PBX's user holds all that he may.
    package var admission = AdmissionLimits(connections: 512, connectionsPerPeer: 384, root: .withoutShare)
    /// How long a connection may be silent, in milliseconds. A PBX's workers keep theirs between calls.
    package var idle: Int64 = 3_600_000
    /// How long a request may take from its first byte to its last, in milliseconds.
    package var request: Int64 = 10_000
    /// How long a peer may leave its replies where they are, in milliseconds.
    package var send: Int64 = 10_000
    /// How long the ledger may take to accept what is reported, in milliseconds; the peer is told that it did not.
    package var ledger: Int64 = 3_000
    /// How old a question may become before it is decided, in milliseconds: one that is older is dropped with its connection, because no
    /// PBX waits longer than 300 ms. Counted from the read that completed it: so long it lay in the daemon, behind a report that waited
    /// for the ledger or behind replies that the peer did not take. What lay in the kernel's buffers has no known age; it counts as
    /// new, and is answered unless the peer has gone.
    package var answer: Int64 = 1_000
    /// How long a connection may last altogether, in milliseconds; nil for ever.
    package var lifetime: Int64?
    /// How long replies may take on their way when the daemon stops, in milliseconds.
    package var shutdown: Int64 = 2_000

    package init() {}

    /// Those of FastAGI, where each question has a connection of its own, and Asterisk waits for ever.
    package static var fastAGI: PBXLimits {
        var limits = PBXLimits()
        limits.admission.connections = 4_096
        limits.admission.connectionsPerPeer = 3_072
        limits.lifetime = 5_000
        return limits
    }
}
