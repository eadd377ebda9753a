import ArgumentParser
import Testing
import Time

@testable import majorctl

@Suite("The forms of leave")
struct LeaveFormTests {
    @Test(
        "the first word says which form it is, and what does not fit it is named",
        arguments: [
            (["tomorrow", "--note", "x"], nil), (["24-12", "4-1", "--request", "--deputy", "mark"], nil),
            (["import", "a.ics", "--source", "hr", "--all", "--dry-run", "--agent", "joke"], nil),
            (["import", "-", "--source", "hr"], nil), (["address", "--agent", "joke"], nil), (["address"], nil),
            (["tomorrow", "--source", "hr"], "leave takes no --source"),
            (["tomorrow", "--dry-run"], nil),
            (["import", "a.ics", "--source", "hr", "--note", "x"], "leave import takes no --note"),
            (["address", "--yes"], "leave address takes no --yes"),
            (["import", "a.ics"], "leave import takes one file"),
            (["import", "--source", "hr"], "leave import takes one file"),
            (["import", "a.ics", "b.ics", "--source", "hr"], "leave import takes one file"),
            (["address", "joke"], "leave address takes no more words"),
            (["tomorrow", "--request", "--override", "training"], "--request leaves it to a manager"),
        ] as [([String], String?)])
    func forms(words: [String], wrong: String?) throws {
        let leave = try #require(try MajorctlCommand.parseAsRoot(["leave"] + words) as? Leave)
        guard let wrong else { return try leave.check(.en) }
        let error = try #require(throws: ValidationError.self) { try leave.check(.en) }
        #expect(error.message.hasPrefix(wrong), "\(error.message)")
    }

    @Test("help and usage of leave are of planning first, with all of its options, and of the other forms")
    func help() {
        let help = MajorctlCommand.helpMessage(for: Leave.self, columns: 200)
        for option in LeaveForm.allCases.flatMap(\.options) {
            #expect(help.contains("  \(option)"), "\(option): \(help)")
        }
        for form in LeaveForm.allCases { #expect(help.contains(form.usage), "\(help)") }
        #expect(help.contains("USAGE: \(LeaveForm.plan.usage)"), "\(help)")
    }
}
