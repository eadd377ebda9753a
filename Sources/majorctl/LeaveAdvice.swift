import MajorAPI
import Wording

/// What whoever asked for leave that opens gaps can type next.
enum LeaveAdvice {
    static func lines(_ deputy: String?, _ words: GapWords, _ told: RosterAPI.OpensGaps, of asked: Asked) -> [String] {
        advice(deputy, words, isManager: told.manager == true, of: asked)
    }

    /// What whoever asks can do where leave opens gaps: what is there already, and what was asked for, is not asked for once more, and a manager
    /// asks nobody.
    private static func advice(
        _ deputy: String?, _ words: GapWords, isManager: Bool, of asked: Asked
    ) -> [String] {
        func withDeputy(_ name: String) -> [String] {
            deputy.map { [words.withDeputy(changing: asked.command(name, deputy: $0), isManager: isManager)] } ?? []
        }
        // What is given has nobody to stand in: that is entered by itself.
        if asked.method == RosterAPI.Give.method { return [words.overrideOwn] }
        if isManager {
            let name = asked.method.flatMap(commands) ?? "leave"
            return withDeputy(name) + [name == "approve" ? words.overrideApproval : words.overrideOwn]
        }
        switch asked.method {
        case RosterAPI.ChangeAbsence.method: return withDeputy("change") + [words.overrideChange]
        case RosterAPI.Approve.method: return withDeputy("approve") + [words.overrideApproval]
        default:
            return [words.asRequest(asked.command("leave", with: ["--request"]))]
                + (deputy.map { [words.withDeputy(asked.command("leave", with: ["--request"], deputy: $0))] } ?? [])
                + [words.override]
        }
    }

    /// The command of a method that leave is changed with.
    private static func commands(_ method: String) -> String? {
        [RosterAPI.ChangeAbsence.method: "change", RosterAPI.Approve.method: "approve"][method]
    }
}
