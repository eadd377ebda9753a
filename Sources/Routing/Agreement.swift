package import Time

/// The contract with a client.
package struct Agreement: Hashable, Sendable {
    package let title: String
    /// Numbers and marks under which the contract is filed.
    package let references: [String]
    /// The first day of service.
    package let start: CalendarDay
    /// The last day of service, itself included; nil: until further notice.
    package let end: CalendarDay?
    /// The name of the service level, such as `niveau-1`.
    package let level: String
    package let terms: Terms

    /// Where the conditions before, during and after the term are written down.
    package struct Terms: Hashable, Sendable {
        package let before: String?
        package let during: String?
        package let after: String?

        package init(before: String? = nil, during: String? = nil, after: String? = nil) {
            self.before = before
            self.during = during
            self.after = after
        }
    }

    package init(
        title: String, references: [String] = [], start: CalendarDay, end: CalendarDay?, level: String,
        terms: Terms = Terms()
    ) {
        self.title = title
        self.references = references
        self.start = start
        self.end = end
        self.level = level
        self.terms = terms
    }
}

/// What a level of service promises: the hours in which calls go to the pair, and how soon things are done.
package struct ServiceLevel: Equatable, Sendable {
    /// So many percent of the calls are answered within so many seconds.
    package struct AnswerTarget: Equatable, Sendable {
        package let share: Int
        package let seconds: Int

        package init(share: Int, seconds: Int) {
            self.share = share
            self.seconds = seconds
        }
    }

    package let name: String
    package let hours: WeeklyHours
    /// Days without service: the exceptions and the public holidays.
    package let closedDays: Set<CalendarDay>
    /// Parts of days without service.
    package let closures: Timeline
    /// What public holidays are called, as far as they have names.
    package let holidayNames: [CalendarDay: String]
    /// Nil: nothing is promised of it.
    package let answerWithin: AnswerTarget?
    /// Within how much service time cases of a kind are closed; nothing is promised of those that are missing.
    package let closeWithin: [Case.Kind: Milliseconds]

    package init(
        name: String, hours: WeeklyHours, closedDays: Set<CalendarDay> = [], closures: Timeline = .never,
        holidayNames: [CalendarDay: String] = [:],
        answerWithin: AnswerTarget? = nil, closeWithin: [Case.Kind: Milliseconds] = [:]
    ) {
        self.name = name
        self.hours = hours
        self.closedDays = closedDays
        self.closures = closures
        self.holidayNames = holidayNames
        self.answerWithin = answerWithin
        self.closeWithin = closeWithin
    }
}
