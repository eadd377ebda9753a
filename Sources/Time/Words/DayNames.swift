// The names of days and months: read where people type them, and said in sentences.

extension Weekday {
    /// `Monday`, `maandag`
    package func name(in language: Language) -> String {
        Self.names(language)[rawValue]
    }

    private static func names(_ language: Language) -> [String] {
        switch language {
        case .en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        case .nl: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
        }
    }

    /// How many letters its abbreviation has: `mon`, `ma`.
    static func shortLength(_ language: Language) -> Int {
        switch language {
        case .en: 3
        case .nl: 2
        }
    }
}

extension CalendarDay {
    /// The names of the months, January first.
    package static func monthNames(_ language: Language) -> [String] {
        switch language {
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        case .nl:
            [
                "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                "november", "december",
            ]
        }
    }
}
