import Time

/// A date or time of a calendar with the zone in which it is meant.
enum Moment {
    /// A day of the calendar, in days since 1970-01-01.
    case day(Int)
    case time(Time)

    struct Time {
        /// Seconds since 1970, UTC.
        let instant: Int
        /// The clock on whose wall it was written.
        let zone: ServiceClock
        /// Whether no zone was named with it.
        let isFloating: Bool
        /// Seconds since 1970-01-01T00:00:00 on that wall.
        let wall: Int
    }

    /// Floating times are on the service's clock.
    init(_ value: DateValue, zone: ServiceClock?, service: ServiceClock) {
        switch value {
        case .day(let day): self = .day(day)
        case .local(let wall):
            let clock = zone ?? service
            self = .time(
                Time(
                    instant: clock.epochSeconds(wall: wall), zone: clock, isFloating: zone == nil, wall: wall))
        case .utc(let instant):
            self = .time(Time(instant: instant, zone: .utc, isFloating: false, wall: instant))
        }
    }

    /// On whose wall it is written; nil for a day.
    var zone: ServiceClock? { if case .time(let time) = self { time.zone } else { nil } }

    /// Where it stands in a series, as far as it says so itself.
    var place: CalendarEvent.Place {
        switch self {
        case .day(let day): .day(CalendarDay(daysSince1970: day))
        case .time(let time): .time(Instant(clamping: Int64(time.instant) * 1_000))
        }
    }

    /// The day on the service's calendar.
    func day(_ service: ServiceClock) -> Int {
        switch self {
        case .day(let day): day
        case .time(let time): service.day(epochSeconds: time.instant)
        }
    }

    /// The first day that begins no earlier, on the service's calendar: where an all-day event ends.
    func dayNotBefore(_ service: ServiceClock) -> Int {
        switch self {
        case .day(let day): day
        case .time(let time): -((-service.wallSeconds(epoch: time.instant)).flooredQuotient(by: 86_400))
        }
    }

    /// Whether it is a day, or the time at which one begins on the service's clock.
    func beginsDay(_ service: ServiceClock) -> Bool {
        switch self {
        case .day: true
        case .time(let time): time.instant == service.epochSeconds(wall: day(service) * 86_400)
        }
    }

    /// Seconds since 1970: of a day, when it begins on the service's clock.
    func instant(_ service: ServiceClock) -> Int {
        switch self {
        case .day(let day): service.epochSeconds(wall: day * 86_400)
        case .time(let time): time.instant
        }
    }
}

extension ServiceClock {
    static let utc = ServiceClock(zone: "UTC", offset: 0, changes: [])

    func day(epochSeconds: Int) -> Int {
        wallSeconds(epoch: epochSeconds).flooredQuotient(by: 86_400)
    }
}

extension Int {
    /// The quotient rounded towards minus infinity; the divisor is positive.
    func flooredQuotient(by divisor: Int) -> Int {
        let quotient = self / divisor
        return self % divisor < 0 ? quotient - 1 : quotient
    }

    /// The remainder that goes with it: never negative.
    func flooredRemainder(by divisor: Int) -> Int {
        self - flooredQuotient(by: divisor) * divisor
    }
}
