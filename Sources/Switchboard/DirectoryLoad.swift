package import DirectoryFiles
package import Logging
import Numbering
import Records
import Routing
import Time
import Wording

/// A directory that was read and compiled, and what it takes to read and compile the next one.
struct DirectoryLoad: Sendable {
    let table: RoutingTable
    let numbers: NumberReader
    /// What people should look at; no errors among them.
    let warnings: [Finding]
    /// The Unix users that agents are said to be.
    let users: [NamedUser]
    /// The files' texts; nil when it was read from such texts.
    let copy: DirectoryCopy?

    enum Failure: Error {
        case findings([Finding])
        /// A directory without findings that cannot be compiled: a mistake in majord.
        case mistake(String)
    }

    /// Reads files and compiles them.
    ///
    /// - Parameter threads: How many may read at the same time.
    init(
        path: String, roster: Roster, generation: UInt64, at instant: Instant, threads: Int,
        progress: ReadingProgress? = nil
    ) throws(Failure) {
        let reading = DirectoryReader.readKeeping(at: path, now: instant, threads: threads, progress: progress)
        try self.init(reading, isKept: false, roster: roster, generation: generation)
    }

    /// Reads what was kept of a directory's files, and compiles it.
    init(
        _ kept: KeptDirectory, roster: Roster, generation: UInt64, at instant: Instant
    ) throws(Failure) {
        let reading = DirectoryReader.read(DirectoryCopy(path: kept.path, files: kept.files), now: instant)
        try self.init(reading, isKept: true, roster: roster, generation: generation)
    }

    /// Reads texts that somebody sends, and compiles them. What is wrong in them is refused.
    init(sent copy: DirectoryCopy, at instant: Instant) throws(Failure) {
        let reading = DirectoryReader.read(copy, now: instant)
        guard reading.findings.count(of: .error) == 0 else { throw .findings(reading.findings) }
        try self.init(reading, isKept: true, roster: Roster(), generation: 0)
    }

    /// - Parameter isKept: Whether its texts are kept, or nobody's files: then they are not to be kept again.
    init(
        _ reading: DirectoryReader.Reading, isKept: Bool, roster: Roster, generation: UInt64
    ) throws(Failure) {
        guard let directory = reading.directory else { throw .findings(reading.findings) }
        do {
            table = try RoutingTable(directory: directory, roster: roster, generation: generation)
            numbers = try NumberReader(region: directory.settings.region)
        } catch {
            throw .mistake("\(error)")
        }
        warnings = reading.findings.filter { $0.severity == .warning }
        users = reading.users
        copy = isKept ? nil : reading.copy
    }

    /// The files as they are kept; nil when they were read from there.
    ///
    /// - Parameters:
    ///   - instant: When they were read.
    ///   - since: From when on they decide.
    func kept(at instant: Instant, since: Instant) -> KeptDirectory? {
        copy.map { KeptDirectory(path: $0.path, files: $0.files, instant: instant, since: since) }
    }
}

extension Logger {
    /// Reports what was found in the directory's files, one message a finding: errors, then warnings, at most 50, and how many there are.
    ///
    /// - Parameter path: The directory.
    package func report(_ findings: [Finding], in path: String) {
        let shown = 50
        for finding in findings.sorted().prefix(shown) {
            var place: Logger.Metadata = ["file": "\(finding.place.file)"]
            if finding.place.line > 0 { place["line"] = "\(finding.place.line)" }
            report(.finding, "\(finding.journalLine)", level: finding.severity == .error ? .error : .warning, place)
        }
        guard findings.count > shown else { return }
        let errors = findings.count(of: .error)
        let counts = [(errors, Noun.error), (findings.count(of: .warning), .warning)].filter { $0.0 > 0 }.map {
            counted($0, $1)
        }
        log(
            level: errors > 0 ? .error : .warning,
            """
            \(counts.joined(separator: " and ")) in all, of which the first \(shown) are above; majord --check \(path) shows \
            every one
            """)
    }
}
