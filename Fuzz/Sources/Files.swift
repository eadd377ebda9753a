import DirectoryFiles
import Routing

/// What stands in `/etc/majord`.
enum Files {
    static func directory(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        // One file with all keys, and the same as a client's.
        read("/d.yaml", ["/d.yaml": text])
        read("/d", FuzzDesk.files.merging(["/d/clients.d/noord.yaml": text]) { $1 })
    }

    static func calendar(_ bytes: [UInt8]) {
        read("/d", FuzzDesk.files.merging(["/d/holidays.ics": String(decoding: bytes, as: UTF8.self)]) { $1 })
    }

    private static func read(_ path: String, _ files: [String: String]) {
        let reading = DirectoryReader.read(DirectoryCopy(path: path, files: files), now: FuzzDesk.now)
        precondition(reading.directory != nil || !reading.findings.isEmpty, "a directory is refused without a word")
        guard let directory = reading.directory else { return }
        _ = try? RoutingTable(directory: directory, roster: Roster(), generation: 1)
    }
}
