import MajorAPI
import Time
import Wording

/// The address at which programs outside fetch a calendar.
struct FeedView {
    let context: PageContext

    /// - Parameters:
    ///   - action: Where another address is asked for.
    func values(_ reply: CalendarAPI.FeedAddress.Reply, _ time: TimeWords, action: String) -> Templates.Values {
        let words = context.words
        var values: Templates.Values = [
            "say": context.say, "token": context.token, "action": action, "mayChange": true,
            "feed": "", "button": words.label(reply.key == nil ? .makeAddress : .renewAddress),
        ]
        if let key = reply.key {
            let path = "/feeds/\(key).ics"
            values["feed"] =
                [
                    "path": path, "address": context.host.isEmpty ? path : "https://\(context.host)\(path)",
                    "made": reply.made.map { time.brief($0) } ?? "",
                ] as Templates.Values
        }
        return values
    }
}
