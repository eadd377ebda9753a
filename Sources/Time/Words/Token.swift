/// A word, or several that belong together, of what people type for a time.
struct Token: Equatable {
    enum Kind: Equatable {
        case exact(Instant)
        /// So many minutes from now.
        case ahead(minutes: Int)
        case day(Moment.Day)
        case time(LocalTime)
        /// With seconds, of which there are some.
        case precise(LocalTime, seconds: Int)
        /// Where morning ends and afternoon begins.
        case noon
        case part(Moment.Part)
        /// A number that is an hour where one can stand.
        case hour(LocalTime)
        case length(TimeSpan)
        case link(MomentWords.Link)
        /// Comes back every so many weeks.
        case every(weeks: Int)
        /// The day or part that follows comes back: `fridays`.
        case plural
        /// Days of the week that have one name: `weekdays`.
        case days([Weekday])
        /// Without an end.
        case open
        case wholeDay
        /// Says nothing more: `the`.
        case filler
    }

    let kind: Kind
    let text: String
}
