/// Names one connection, by its descriptor and a serial number: descriptors are used again, so that a late event or answer could meet
/// the wrong connection by them alone.
struct ConnectionID: Hashable, Sendable {
    /// Counted from 1 on; 0 for what is no connection.
    let serial: UInt32
    let descriptor: Int32

    init(serial: UInt32, descriptor: Int32) {
        self.serial = serial
        self.descriptor = descriptor
    }

    /// As it travels through the kernel.
    init(bits: UInt64) {
        serial = UInt32(truncatingIfNeeded: bits >> 32)
        descriptor = Int32(truncatingIfNeeded: bits)
    }

    var bits: UInt64 { UInt64(serial) << 32 | UInt64(UInt32(bitPattern: descriptor)) }
}

/// The connections of one port. They are found without hashing, because that would be the dearest step on the way of a request.
struct ConnectionTable<Session: PBXSession> {
    /// By their descriptors, which are small numbers.
    private var connections: [PBXConnection<Session>?] = []
    private(set) var count = 0

    subscript(id: ConnectionID) -> PBXConnection<Session>? {
        let index = Int(id.descriptor)
        guard index >= 0, index < connections.count, let connection = connections[index], connection.id == id else {
            return nil
        }
        return connection
    }

    var all: [PBXConnection<Session>] { connections.compactMap { $0 } }

    mutating func insert(_ connection: PBXConnection<Session>) {
        let index = Int(connection.id.descriptor)
        while connections.count <= index { connections.append(nil) }
        connections[index] = connection
        count += 1
    }

    mutating func remove(_ connection: PBXConnection<Session>) {
        guard self[connection.id] != nil else { return }
        connections[Int(connection.id.descriptor)] = nil
        count -= 1
    }
}
