/// Places of a ring by the hash of what stands there: open addressing with linear probing (Knuth, The Art of Computer Programming, 6.4,
/// algorithms L and R). A place is found with one look into memory, and nothing is allocated after the start.
///
/// Whoever keeps the ring tells whether a place holds what is looked for: only half of a hash is kept here.
struct CallPlaces: Sendable {
    private struct Slot: Sendable {
        /// The lower half of the hash.
        var mark: UInt32 = 0
        /// Below zero: empty.
        var place: Int32 = -1
    }

    private var slots: ContiguousArray<Slot>
    private(set) var count = 0
    private let mask: Int

    /// - Parameter capacity: How many there are at the most; a quarter to a half of the slots is used then.
    init(capacity: Int) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = ContiguousArray(repeating: Slot(), count: size)
        mask = size - 1
    }

    /// The place of a hash, of those that hold what is looked for.
    func place(of hash: Int, where holds: (_ place: Int) -> Bool) -> Int? {
        slot(of: hash, where: holds).map { Int(slots[$0].place) }
    }

    /// Puts a hash at a place, which it had nowhere else.
    mutating func insert(_ hash: Int, at place: Int) {
        var index = hash & mask
        while slots[index].place >= 0 { index = (index + 1) & mask }
        slots[index] = Slot(mark: UInt32(truncatingIfNeeded: hash), place: Int32(truncatingIfNeeded: place))
        count += 1
    }

    /// Gives a hash another place.
    mutating func move(_ hash: Int, from old: Int, to place: Int) {
        guard let index = slot(of: hash, where: { $0 == old }) else { return }
        slots[index].place = Int32(truncatingIfNeeded: place)
    }

    /// What follows without a gap moves up, so that it is found still.
    mutating func remove(_ hash: Int, at place: Int) {
        guard var hole = slot(of: hash, where: { $0 == place }) else { return }
        count -= 1
        var index = (hole + 1) & mask
        while slots[index].place >= 0 {
            let home = Int(slots[index].mark) & mask
            // It may stand anywhere between its home and here.
            if (index - home) & mask >= (index - hole) & mask {
                slots[hole] = slots[index]
                hole = index
            }
            index = (index + 1) & mask
        }
        slots[hole] = Slot()
    }

    private func slot(of hash: Int, where holds: (_ place: Int) -> Bool) -> Int? {
        let mark = UInt32(truncatingIfNeeded: hash)
        var index = hash & mask
        while slots[index].place >= 0 {
            if slots[index].mark == mark, holds(Int(slots[index].place)) { return index }
            index = (index + 1) & mask
        }
        return nil
    }
}
