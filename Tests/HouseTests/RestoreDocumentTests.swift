import Testing

/// How a backup is put back, wherever that is said: a socket that is left starts majord again, and its ledger is not replaced.
@Suite("Restoring in the documents")
struct RestoreDocumentTests {
    @Test(
        "whoever is told to restore a backup is told to stop the sockets, too",
        arguments: ["systemd/majord.catalog", "docs/operations.md"])
    func sockets(path: String) throws {
        let words = try Project.text(path).split { $0.isWhitespace || $0 == "\"" || $0 == "`" || $0 == "," }
        var found = 0
        for (place, word) in words.enumerated() where word == "--restore" && words[place - 1] == "majord" {
            // Where it is told what the exit statuses are nobody is told to restore.
            guard let stop = words[..<place].suffix(8).lastIndex(of: "stop") else { continue }
            found += 1
            let stopped = Set(words[(stop + 1)..<(place - 1)])
            #expect(
                stopped.isSuperset(of: ["majord-pbx.socket", "majord-control.socket"])
                    && !stopped.isDisjoint(with: ["majord", "majord.service"])
                    && words[stop..<(place + 30)].contains { $0.hasPrefix("majord-fastagi.socket") },
                "\(path): \(words[stop..<place].joined(separator: " "))")
        }
        #expect(found > 0, "\(path) tells of no restoring: mend this test")
    }
}
