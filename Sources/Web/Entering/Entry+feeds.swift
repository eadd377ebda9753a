import MajorAPI
import Wording

/// The address at which programs outside fetch a calendar.
extension Entry {
    /// - Parameter isDesk: Everybody's.
    func feed(isDesk: Bool, ends: Bool) throws(AskingError) -> Notice {
        _ = try line.ask(
            CalendarAPI.FeedAddress(
                desk: isDesk ? true : nil, renew: ends ? nil : true, end: ends ? true : nil))
        return done([ends ? words.feedEnded : words.feedRenewed])
    }
}
