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
    /// How long replies may take on their way when the daemon stops, in milliseconds.
    package var shutdown: Int64 = 2_000

    package init() {}
}
