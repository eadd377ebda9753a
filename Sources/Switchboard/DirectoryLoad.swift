package import DirectoryFiles
import Ledger
package import Logging
import Numbering
import Routing

/// A directory that was read and compiled, and what it takes to read and compile the next one.
struct DirectoryLoad: Sendable {
    let table: RoutingTable
    let numbers: NumberReader
    /// What people should look at; no errors among them.
    let warnings: [Finding]
    /// The files' texts; nil when it was read from such texts.
    let copy: DirectoryCopy?

    enum Failure: Error {
        case findings([Finding])
        /// A directory without findings that cannot be compiled: a mistake in majord.
        case mistake(String)
    }

    /// Reads files and compiles them.
    init(
        path: String, roster: Roster, generation: UInt64, at instant: Instant, progress: ReadingProgress? = nil
    ) throws(Failure) {
        let reading = DirectoryReader.readKeeping(at: path, now: instant, progress: progress)
        try self.init(
            reading.directory, reading.findings, copy: reading.copy, roster: roster, generation: generation)
    }

    /// Reads what was kept of a directory's files, and compiles it.
    init(
        _ kept: Ledger.KeptDirectory, roster: Roster, generation: UInt64, at instant: Instant
    ) throws(Failure) {
        let (directory, findings) = DirectoryReader.read(
            DirectoryCopy(path: kept.path, files: kept.files), now: instant)
        try self.init(directory, findings, copy: nil, roster: roster, generation: generation)
    }

    private init(
        _ directory: Directory?, _ findings: [Finding], copy: DirectoryCopy?, roster: Roster, generation: UInt64
    ) throws(Failure) {
        guard let directory else { throw .findings(findings) }
        do {
            table = try RoutingTable(directory: directory, roster: roster, generation: generation)
            numbers = try NumberReader(region: directory.region)
        } catch {
            throw .mistake("\(error)")
        }
        warnings = findings
        self.copy = copy
    }

    /// Keeps the files for a start at which they are broken.
    func keep(in ledger: Ledger, at instant: Instant) throws(LedgerError) {
        guard let copy else { return }
        try ledger.keep(Ledger.KeptDirectory(path: copy.path, files: copy.files, instant: instant))
    }
}

extension Logger {
    /// Reports what was found in the directory's files, one message a finding; at most the first 50.
    package func report(_ findings: [Finding]) {
        for finding in findings.prefix(50) {
            var place: Logger.Metadata = ["file": "\(finding.place.file)"]
            if finding.place.line > 0 { place["line"] = "\(finding.place.line)" }
            report(.finding, "\(finding)", level: finding.severity == .error ? .error : .warning, place)
        }
        if findings.count > 50 { warning("\(findings.count - 50) more findings; see majorctl check") }
    }
}
