import MajorAPI

/// A finding as compilers print theirs.
enum FindingText {
    static func line(_ finding: DirectoryAPI.Finding, _ style: Style) -> String {
        var place = finding.file
        if finding.line > 0 { place += ":\(finding.line)" }
        if finding.line > 0, finding.column > 0 { place += ":\(finding.column)" }
        let severity = finding.severity == .error ? style.red("error") : style.yellow("warning")
        return "\(place): \(severity): \(finding.text)"
    }
}
