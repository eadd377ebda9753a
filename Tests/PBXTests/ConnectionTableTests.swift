import Testing

@testable import PBX

@Suite("Finding connections")
struct ConnectionTableTests {
    @Test(
        "a name travels through the kernel unchanged",
        arguments: [
            ConnectionID(serial: 0, descriptor: 0), ConnectionID(serial: 1, descriptor: 7),
            ConnectionID(serial: .max, descriptor: .max), ConnectionID(serial: 5, descriptor: -1),
        ])
    func bits(id: ConnectionID) {
        #expect(ConnectionID(bits: id.bits) == id)
    }

    @Test("a connection whose descriptor is used again is not found by its old name")
    func reuse() {
        var table = ConnectionTable<RESPSession>()
        let old = connection(serial: 1, descriptor: 5)
        table.insert(old)
        table.insert(connection(serial: 2, descriptor: 9))
        #expect(table[old.id] === old)
        table.remove(old)
        #expect(table[old.id] == nil)
        let new = connection(serial: 3, descriptor: 5)
        table.insert(new)
        #expect(table[old.id] == nil)
        table.remove(old)
        #expect(table[new.id] === new)
        #expect(table.count == 2)
        #expect(table.all.map(\.id.serial) == [3, 2])
        #expect(table[ConnectionID(serial: 9, descriptor: 100)] == nil)
        #expect(table[ConnectionID(serial: 9, descriptor: -1)] == nil)
    }

    private func connection(serial: UInt32, descriptor: Int32) -> PBXConnection<RESPSession> {
        PBXConnection(
            id: ConnectionID(serial: serial, descriptor: descriptor), user: nil, limits: PBXLimits(),
            now: LoopTime(nanoseconds: 0))
    }
}
