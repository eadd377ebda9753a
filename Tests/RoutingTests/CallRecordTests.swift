import Routing
import Testing
import Time

@Suite("CallRecord")
struct CallRecordTests {
    let start = Instant(clamping: 1_800_000_000_000)
    let joke = AgentID("joke")
    let mark = AgentID("mark")

    private func after(_ seconds: Int) -> Instant { start.advanced(by: .seconds(seconds)) }

    private func course(_ reports: (Int, CallRecord.Report)...) -> CallRecord.Course {
        var course = CallRecord.Course()
        for (seconds, report) in reports {
            course.take(CallRecord.Change(callID: "a", instant: after(seconds), what: .reported(report)))
        }
        return course
    }

    private func rings(_ digits: String, _ agent: AgentID?) -> CallRecord.Report {
        CallRecord.Report(.ringing(phone(digits)), .rings(phone(digits)), agent: agent)
    }

    private func answers(_ digits: String, _ agent: AgentID?, _ role: Role, hasCredit: Bool = true)
        -> CallRecord.Report
    {
        CallRecord.Report(
            .answered(phone(digits)), .answers(phone(digits), hasCredit: hasCredit), agent: agent, part: .role(role))
    }

    @Test("who rang, who answered in which role after how long, and the end")
    func whole() {
        var course = course(
            (1, rings("2101", joke)), (2, CallRecord.Report(.ringing(phone("2101")), .nothing, agent: joke)),
            (21, rings("2102", mark)))
        #expect(course.rang == [phone("2101"), phone("2102")] && course.firstRang == after(1))
        #expect(
            course.holding
                == CallRecord.Course.Holding(phone: phone("2102"), agent: mark, since: after(21), isAnswered: false))
        course.take(
            CallRecord.Change(callID: "a", instant: after(25), what: .reported(answers("2102", mark, .backup))))
        #expect(
            course.answer
                == CallRecord.Course.Answer(phone: phone("2102"), agent: mark, part: .role(.backup), instant: after(25))
        )
        #expect(course.holding?.isAnswered == true)
        course.take(
            CallRecord.Change(
                callID: "a", instant: after(60), what: .reported(CallRecord.Report(.ended(.answered), .ends))))
        #expect(course.end == CallRecord.Course.End(status: .answered, instant: after(60)) && course.holding == nil)
    }

    @Test("the credit stays with the first where the call was given away, and the next one has it")
    func givenAway() {
        let course = course(
            (5, answers("2101", joke, .primary)), (60, CallRecord.Report(.released(phone("2101")), .letsGo)),
            (70, answers("2102", mark, .backup, hasCredit: false)))
        #expect(course.answer?.agent == joke && course.released == [phone("2101")])
        #expect(course.turns == [.init(phone: phone("2101"), agent: joke, since: after(5), until: after(60))])
        #expect(course.holding?.agent == mark && course.holding?.since == after(70))
    }

    @Test("what is told after the end was so before it, is listed as late and holds nobody")
    func late() {
        let course = course(
            (5, CallRecord.Report(.ended(.answered), .ends)),
            (
                9,
                CallRecord.Report(.answered(phone("2101")), .late(hasCredit: true), agent: joke, part: .role(.primary))
            ),
            (10, CallRecord.Report(.ringing(phone("2101")), .late(hasCredit: false), agent: joke)),
            (11, CallRecord.Report(.released(phone("2101")), .late(hasCredit: false), agent: joke)),
            (12, CallRecord.Report(.released(phone("2101")), .late(hasCredit: false), agent: joke)))
        #expect(course.answer?.instant == after(5) && course.firstRang == after(5) && course.holding == nil)
        #expect(course.late == ["ANSWERED 2101", "RINGING 2101", "RELEASED 2101"])
        #expect(course.released == [] && course.rang == [phone("2101")])
    }

    @Test("what waited for being told is in its order, though it says in whole seconds how long ago it was")
    func waited() {
        let answered = course(
            (3, rings("2101", joke)), (2, answers("2101", joke, .primary)),
            (1, CallRecord.Report(.ended(.answered), .ends)))
        #expect(answered.firstRang == after(2) && answered.answer?.instant == after(2))
        #expect(answered.end?.instant == after(2))
        let unanswered = course((3, rings("2101", joke)), (1, CallRecord.Report(.ended(.noAnswer), .ends)))
        #expect(unanswered.firstRang == after(3) && unanswered.end?.instant == after(3))
        let change = CallRecord.Change(callID: "a", instant: after(1), what: .freed)
        #expect(
            change.notBefore(after(2)).instant == after(2) && change.notBefore(after(0)) == change
                && change.notBefore(nil) == change)
    }

    @Test("a call that was told to be up says until when; one that a person freed is nobody's")
    func upAndFreed() {
        var course = course(
            (5, answers("2101", joke, .primary)), (300, CallRecord.Report(.up, .staysUp(phone("2101")))))
        #expect(course.lastUp == after(300) && course.holding?.agent == joke)
        course.take(CallRecord.Change(callID: "a", instant: after(301), what: .freed))
        #expect(course.holding == nil && course.answer?.agent == joke)
    }

    @Test("a record does not grow without end")
    func bounded() {
        var course = CallRecord.Course()
        for number in 1_000..<3_000 {
            let report = CallRecord.Report(.ringing(phone("\(number)")), .late(hasCredit: false))
            course.take(CallRecord.Change(callID: "a", instant: start, what: .reported(report)))
        }
        #expect(course.rang.count == 64 && course.heard.count == 64 && course.late.count == 64)
    }

    @Test(
        "a caller has a word in the record and comes back from it",
        arguments: [
            Party.number(number("31505550100")), .anonymous, .internal, .unknown,
        ])
    func caller(party: Party) {
        #expect(Party(word: party.word) == party)
        #expect(Party(word: "31505550100") == nil && Party(word: "+") == nil && Party(word: "") == nil)
    }
}
