import Testing

@testable import Routing

@Suite("A shared list")
struct SharedListTests {
    @Test("has what it was made of, in order", arguments: [0, 1, 31, 32, 33, 64, 1000])
    func elements(count: Int) {
        let list = SharedList(0..<count)
        #expect(Array(list) == Array(0..<count) && list.count == count)
        #expect(list.indices.allSatisfy { list[$0] == $0 })
    }

    @Test("changes in a copy alone, at each place", arguments: [1, 32, 65])
    func copies(count: Int) {
        let list = SharedList(0..<count)
        for place in list.indices {
            var copy = list
            copy[place] = -1
            #expect(copy[place] == -1 && list[place] == place)
            #expect(list.indices.allSatisfy { $0 == place || copy[$0] == list[$0] })
        }
    }

    @Test("grows at its end, also from a copy")
    func appending() {
        var list = SharedList(0..<31)
        let before = list
        for element in 31..<70 { list.append(element) }
        #expect(Array(list) == Array(0..<70) && Array(before) == Array(0..<31))
    }
}
