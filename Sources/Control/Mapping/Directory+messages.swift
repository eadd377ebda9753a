package import DirectoryFiles
package import MajorAPI
import Routing

// Domain types to messages of `org.majord.Directory`.

extension DirectoryAPI.Finding {
    package init(_ finding: Finding) {
        self.init(
            file: finding.place.file, line: finding.place.line, column: finding.place.column,
            severity: finding.severity == .error ? .error : .warning, text: finding.text)
    }
}

extension DirectoryAPI.Progress {
    init(_ standing: ReadingProgress.Standing) {
        self.init(phase: Phase(word: standing.phase.rawValue), filesRead: standing.filesRead, files: standing.files)
    }
}

extension DirectoryAPI.Changes {
    init(_ changes: DirectoryDifference.Changes) {
        self.init(added: changes.added, changed: changes.changed, removed: changes.removed)
    }
}

extension DirectoryAPI.Reload.Reply {
    init(
        _ difference: DirectoryDifference, summary: String, generation: UInt64, warnings: [DirectoryAPI.Finding]
    ) {
        self.init(
            generation: Int(clamping: generation), summary: summary, clients: DirectoryAPI.Changes(difference.clients),
            agents: DirectoryAPI.Changes(difference.agents), numbers: DirectoryAPI.Changes(difference.numbers),
            pairs: DirectoryAPI.Changes(difference.pairs), settings: difference.settings, warnings: warnings)
    }

    /// One that others follow.
    init(progress: DirectoryAPI.Progress) {
        let none = DirectoryAPI.Changes(added: [], changed: [], removed: [])
        self.init(
            generation: 0, summary: "", clients: none, agents: none, numbers: none, pairs: none, settings: [],
            warnings: [], progress: progress)
    }
}

extension DirectoryAPI.Check.Reply {
    /// One that others follow.
    init(progress: DirectoryAPI.Progress) {
        self.init(findings: [], progress: progress)
    }
}
