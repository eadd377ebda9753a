/// What a call's id is known by where nothing else of the call is to be kept: 64 bits that tell nothing of the id (FNV-1a), and are the same after a
/// restart.
package struct CallMark: Hashable, Sendable {
    package let number: Int64

    package init(number: Int64) {
        self.number = number
    }

    package init(_ callID: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in callID.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        number = Int64(bitPattern: hash)
    }
}
