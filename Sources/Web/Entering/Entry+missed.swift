import MajorAPI
import Sheets
import Wording

/// Missed calls that somebody has dealt with.
extension Entry {
    func missed(_ what: String) throws(AskingError) -> Notice? { what == "done" ? try closeMissed() : nil }

    /// What is closed stays so, so that it is asked back first, with room for what came of it.
    private func closeMissed() throws(AskingError) -> Notice {
        let id = try needed("missed")
        if form["sure"] == nil, let open = try line.ask(CallsAPI.ListMissed()).missed.first(where: { $0.missed == id })
        {
            let called = time.brief(open.last)
            let sure = Notice.Offer(
                action: "/missed/done", fields: [("missed", id), ("sure", "1")], text: words.closeMissed,
                asked: [Notice.Asked(name: "note", label: .outcome, value: form["note"] ?? "", limit: 500)])
            return Notice(lines: [words.sureMissed(open.clientName, called)], isDone: false, next: [sure])
        }
        let closed = try line.ask(CallsAPI.CloseMissed(missed: id, note: form["note"])).missed
        return done([CallRecordWords(context.language).done(closed.missed, client: closed.clientName)])
    }
}
