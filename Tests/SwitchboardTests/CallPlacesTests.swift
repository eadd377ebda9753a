import TestSupport
import Testing

@testable import Switchboard

@Suite("Places of calls")
struct CallPlacesTests {
    /// Hashes that differ little, so that many have the same home, and all wrap around the end.
    @Test("finds what a dictionary finds, whatever comes and goes", arguments: 1...20)
    func likeADictionary(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var places = CallPlaces(capacity: 12)
        var known: [Int: Int] = [:]
        for step in 0..<2_000 {
            let hash = Int.random(in: 0..<40, using: &random) &* 0x1_0000_0001 &- 20
            func find(_ hash: Int) -> Int? { places.place(of: hash) { known[hash] == $0 } }
            #expect(find(hash) == known[hash])
            switch known[hash] {
            case let place? where step % 3 == 0:
                places.move(hash, from: place, to: step)
                known[hash] = step
            case let place?:
                places.remove(hash, at: place)
                known[hash] = nil
            case nil where known.count < 12:
                places.insert(hash, at: step)
                known[hash] = step
            case nil:
                places.remove(hash, at: step)
            }
            #expect(places.count == known.count)
            for (hash, place) in known { #expect(find(hash) == place) }
        }
    }
}
