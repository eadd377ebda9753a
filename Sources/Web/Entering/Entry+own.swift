import MajorAPI
import Sheets
import Time
import Wording

/// What an agent enters of himself.
extension Entry {
    func own(_ what: String) throws(AskingError) -> Notice? {
        switch what {
        case "sick":
            let until = try day("until").map { day throws(AskingError) in try moment(day) }
            return told(
                try line.ask(RosterAPI.ReportSick(until: until, note: form["note"])), isOwn: true, cancel: "/me/cancel")
        case "pause":
            guard let minutes = form["minutes"].flatMap({ Int($0) }), (1...1_440).contains(minutes) else {
                throw .mistyped(form["minutes"].map { .cannotRead($0) } ?? .badInput)
            }
            return told(try line.ask(RosterAPI.Pause(seconds: minutes * 60)), isOwn: true, cancel: "/me/cancel")
        case "back":
            let returned = try line.ask(RosterAPI.Return())
            return done(
                [AbsenceText.welcome(returned, isOwn: true, time)], undo: restoring(returned.ended, on: "/me"))
        case "cancel": return try cancel(isOwn: true, on: "/me")
        case "restore": return try restore(isOwn: true, on: "/me")
        case "withdraw":
            let request = try line.ask(RosterAPI.Withdraw(request: try needed("request"))).request
            return done([PlanningText.line(request, time)], undo: [askingAgain(request)])
        case "ask-again": return try askAgain()
        case "leave": return try leave()
        case "feed", "feed-end": return try feed(isDesk: false, ends: what == "feed-end")
        default: return nil
        }
    }
}
