import MajorAPI
import Testing

@testable import majorctl

@Suite("Progress of reading the directory")
struct ReadingDisplayTests {
    private func step(_ phase: DirectoryAPI.Progress.Phase, _ read: Int, _ files: Int? = nil) -> DirectoryAPI.Progress {
        DirectoryAPI.Progress(phase: phase, filesRead: read, files: files)
    }

    @Test("is waited for as long as it goes on, and given up where it stands still for a minute")
    func standstill() {
        var display = ReadingDisplay(isShown: false)
        let start = ContinuousClock.now
        var told = (0..<1_000).map { display.note(step(.reading, $0, 1_000), at: start + .seconds($0)) }
        let last = start + .seconds(1_000)
        told += (0..<60).map { display.note(step(.checking, 1_000, 1_000), at: last + .seconds($0)) }
        #expect(told.allSatisfy { $0 })
        let goesOn = display.note(step(.checking, 1_000, 1_000), at: last + .seconds(60))
        #expect(!goesOn)
        #expect(display.standstill.contains("1000 files read, being checked"))
    }

    @Test("says in words how far it is")
    func words() {
        #expect(ReadingDisplay.text(step(.waiting, 0)) == "another reload comes first")
        #expect(ReadingDisplay.text(step(.reading, 1)) == "1 file read")
        #expect(ReadingDisplay.text(step(.reading, 120, 1_000)) == "120 of 1000 files read")
        #expect(ReadingDisplay.text(step(.keeping, 1_000, 1_000)) == "in force, being kept")
    }
}
