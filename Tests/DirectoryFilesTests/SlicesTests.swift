import Routing
import Testing

@testable import DirectoryFiles

@Suite struct SlicesTests {
    @Test(arguments: [0, 1, 255, 256, 257, 5_000], [1, 2, 7])
    func resultsStandInTheOrderOfTheElementsHoweverManyThreadsThereAre(count: Int, threads: Int) {
        let results = Slices.run(Array(0..<count), threads: threads) { $0.map { $0 * 2 } }
        #expect(results.flatMap(\.self) == (0..<count).map { $0 * 2 })
        #expect(results.count == (count + Slices.length - 1) / Slices.length)
    }

    @Test func whatIsFoundAndReadIsTheSameOnSeveralThreads() throws {
        let folder = try TestFolder()
        for number in 0..<1_000 {
            try folder.write(
                "clients.d/\(number).yaml",
                """
                id: client-\(number)
                name: Client \(number)
                size: \(number % 7 == 0 ? "huge" : "small")
                schools: 20
                numbers: [+3161\(1_000_000 + number / 2)]
                """)
        }
        let one = DirectoryReader.readKeeping(at: folder.path, now: TestFolder.now)
        let several = DirectoryReader.readKeeping(at: folder.path, now: TestFolder.now, threads: 4)
        #expect(one.findings == several.findings)
        #expect(one.copy == several.copy)
        #expect(one.findings.count > 1_000)
    }

    @Test func findingsOfPartsAreKeptUpToTheLimitAndCountedBeyondIt() {
        let (whole, part) = (Findings(), Findings())
        for _ in 0..<Findings.limit - 1 { whole.error(at: Place(file: "a"), "wrong") }
        for line in 1...3 { part.error(at: Place(file: "b", line: line), "wrong") }
        part.warning(at: Place(file: "b"), "odd")
        whole.take(part.part)
        #expect(whole.all.suffix(2).map(\.place.line) == [1, 0])
        #expect(whole.inOrder(of: "x").count(of: .error) == Findings.limit + 2)
        #expect(whole.hasErrors)
    }
}
