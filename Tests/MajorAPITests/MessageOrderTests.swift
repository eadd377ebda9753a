import MajorAPI
import Testing
import Varlink

@Suite("Order of members")
struct MessageOrderTests {
    @Test(
        "an answer is written in the order of the definition, in lists and types, too; what it does not know comes last"
    )
    func answer() {
        let absence: JSONObject = [
            "until": "2027-01-01T00:00:00+01:00", "agent": "jdevries", "id": "7", "from": "x", "zeal": 1,
            "kind": "leave",
            "agent_name": "Joke \"de\" Vries", "alarm": ["b": 1, "a": 2],
        ]
        #expect(
            MessageOrder.answer(["absences": [.object(absence)]], to: RosterAPI.ListAbsences.method)
                == #"{"absences":[{"id":"7","agent":"jdevries","agent_name":"Joke \"de\" Vries","kind":"leave","from":"x","#
                + #""until":"2027-01-01T00:00:00+01:00","alarm":{"a":2,"b":1},"zeal":1}]}"#)
    }

    @Test("maps are in the order of their keys, and their values in the definition's")
    func maps() {
        let answer: JSONObject = [
            "answers": ["pbx": ["sum_seconds": 1.5, "counts": [1], "bounds": []], "fastagi": [:]]
        ]
        #expect(
            MessageOrder.answer(answer, to: ReportsAPI.Figures.method)
                == #"{"answers":{"fastagi":{},"pbx":{"bounds":[],"counts":[1],"sum_seconds":1.5}}}"#)
    }

    @Test("an error is its name and what it tells, in the order of its definition")
    func error() {
        let failure = RosterAPI.Failure.unknownAgent(RosterAPI.UnknownAgent(agent: "x", known: ["y"]))
        #expect(
            MessageOrder.error(failure.error)
                == #"{"error":"org.majord.Roster.UnknownAgent","parameters":{"agent":"x","known":["y"]}}"#)
        #expect(
            MessageOrder.error(VarlinkError(name: "a.B", parameters: ["b": nil, "a": true]))
                == #"{"error":"a.B","parameters":{"a":true,"b":null}}"#)
    }

    @Test("a method that no definition has is written in the order of names")
    func unknown() {
        #expect(MessageOrder.answer(["b": 1, "a": 2], to: "a.B") == #"{"a":2,"b":1}"#)
    }
}
