/// What a PBX may use of the daemon.
package struct PBXLimits: Sendable {
    /// Connections at the same time; the newest is closed at once.
    package var connections = 512
    /// How long a connection may be silent, in milliseconds. A PBX's workers keep theirs between calls.
    package var idle: Int64 = 3_600_000
    /// How long a request may take from its first byte to its last, in milliseconds.
    package var request: Int64 = 10_000
    /// How long a peer may leave its replies where they are, in milliseconds.
    package var send: Int64 = 10_000
    /// How long the ledger may take to accept what is reported, in milliseconds; the peer is told that it did not.
    package var ledger: Int64 = 3_000
    /// How long a connection may last altogether, in milliseconds; nil for ever.
    package var lifetime: Int64?
    /// How long replies may take on their way when the daemon stops, in milliseconds.
    package var shutdown: Int64 = 2_000

    package init() {}

    /// Those of FastAGI, where each question has a connection of its own, and Asterisk waits for ever.
    package static var fastAGI: PBXLimits {
        var limits = PBXLimits()
        limits.connections = 4_096
        limits.lifetime = 5_000
        return limits
    }
}
