package import Routing
package import Time

/// What agents do.
package struct AvailabilityWords: Sendable {
    /// What an agent does, as far as a reader may know.
    package enum State: Sendable, Equatable {
        case available, busy, outsideHours, notEmployed
        /// He is there, and his phone cannot be reached.
        case unreachable
        /// He is there, and nobody knows who is on the phone.
        case callsUnknown
        /// Why he is away, where the reader may know.
        case absent(Absence.Kind?)

        /// Reads the words of the control interface: `off_hours`, `not_employed`, an absence's kind, or `away` for those who may not know it.
        ///
        /// - Parameters:
        ///   - isUnreachable: Whether a PBX has told that of his phone: then he is never available.
        ///   - isPBXSilent: Whether no PBX asks, so that nobody knows who is on the phone: then nobody is available.
        package init?(word: String, isUnreachable: Bool? = nil, isPBXSilent: Bool = false) {
            switch word {
            case "available": self = isUnreachable == true ? .unreachable : isPBXSilent ? .callsUnknown : .available
            case "busy": self = .busy
            case "off_hours": self = .outsideHours
            case "not_employed": self = .notEmployed
            case "away": self = .absent(nil)
            default:
                guard let kind = Absence.Kind(rawValue: word) else { return nil }
                self = .absent(kind)
            }
        }

        package init(_ availability: Availability, showsWhy: Bool) {
            switch availability {
            case .available: self = .available
            case .busy: self = .busy
            case .outsideHours: self = .outsideHours
            case .notEmployed: self = .notEmployed
            case .absent(let absence, _): self = .absent(showsWhy ? absence.kind : nil)
            }
        }
    }

    package let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// What somebody is: `available`, `on the phone or being called`, `outside working hours`, `on leave`.
    package func state(_ state: State) -> String {
        switch state {
        case .available: language.said(en: "available", nl: "bereikbaar")
        // Whoever knows the call says which of the two.
        case .busy: language.said(en: "on the phone or being called", nl: "in gesprek of wordt gebeld")
        case .outsideHours: language.said(en: "outside working hours", nl: "buiten werktijd")
        case .notEmployed: language.said(en: "not employed", nl: "niet in dienst")
        case .unreachable: language.said(en: "there, phone unreachable", nl: "aanwezig, toestel onbereikbaar")
        case .callsUnknown: language.said(en: "there, calls unknown", nl: "aanwezig, bellen onbekend")
        case .absent(let kind): AbsenceWords(language).state(kind)
        }
    }

    /// What hinders a candidate: the same words, without why he is away.
    package func state(_ hindrance: Candidate.Hindrance) -> String {
        switch hindrance {
        case .busy: state(State.busy)
        case .outsideHours: state(State.outsideHours)
        case .notEmployed: state(State.notEmployed)
        case .absent: state(State.absent(nil))
        }
    }

    /// The same, with until when: `on leave until 09:00`.
    ///
    /// - Parameter until: Puts an end into words, with its `until`.
    package func state(
        _ availability: Availability, showsWhy: Bool, until: (Instant) -> String
    ) -> String {
        let end: Instant? =
            switch availability {
            case .available, .busy: nil
            case .outsideHours(let next): next
            case .notEmployed(let from): from
            case .absent(_, let end): end
            }
        return state(State(availability, showsWhy: showsWhy)) + (end.map { " \(until($0))" } ?? "")
    }

    /// The same of the words of the control interface; one of a newer majord is said as it is.
    package func state(word: String, isUnreachable: Bool?, isPBXSilent: Bool = false) -> String {
        State(word: word, isUnreachable: isUnreachable, isPBXSilent: isPBXSilent).map(state) ?? word
    }

    /// A call of somebody's: `on the phone since 14:03`, `being called since 14:03`.
    package func call(isAnswered: Bool, since: String) -> String {
        isAnswered
            ? language.said(en: "on the phone since \(since)", nl: "in gesprek sinds \(since)")
            : language.said(en: "being called since \(since)", nl: "wordt gebeld sinds \(since)")
    }
}
