package import Time

/// What is not as it should be with the service, a sentence each. The journal asks for English.
package struct TroubleWords: Sendable {
    let language: Language

    package init(_ language: Language = .en) {
        self.language = language
    }

    /// The files had errors at the start, so that a directory of before is in force.
    ///
    /// - Parameter moment: When it was read.
    package func lastGood(read moment: String, errors: Int) -> String {
        language.said(
            en:
                "degraded: the directory read at \(moment) is in force, since its files had \(counted(errors, .error)) at the start",
            nl:
                "beperkt: de bestanden zoals gelezen op \(moment) gelden, want ze hadden \(counted(errors, .error, in: .nl)) bij de start"
        )
    }

    package func reloadRefused(at moment: String, errors: Int) -> String {
        language.said(
            en: "the reload at \(moment) was refused for \(counted(errors, .error))",
            nl: "opnieuw lezen op \(moment) is geweigerd om \(counted(errors, .error, in: .nl))")
    }

    /// - Parameter waiting: How many records of calls would be lost.
    package func ledgerUnavailable(waiting: Int) -> String {
        language.said(
            en: "degraded: the ledger is unavailable: \(refused(waiting))",
            nl: "beperkt: het register is niet beschikbaar: \(refused(waiting))")
    }

    /// The same, since there is no room on the disk of its folder.
    package func ledgerFull(_ folder: String, waiting: Int) -> String {
        language.said(
            en:
                "degraded: the ledger is unavailable, no space is left on \(folder): \(refused(waiting)); make room there",
            nl:
                "beperkt: het register is niet beschikbaar, er is geen ruimte meer op \(folder): \(refused(waiting)); maak daar ruimte"
        )
    }

    /// What this machine has of the records in a database, for a start without it, could not be brought up to date.
    package func lastKnownIsOld(_ cause: String) -> String {
        language.said(
            en: "degraded: should majord start without its database, it would not know what was changed last: \(cause)",
            nl: "beperkt: zou majord zonder zijn database starten, dan kende het de laatste wijzigingen niet: \(cause)")
    }

    /// The database is away, and what is taken all the same waits on this machine's disk.
    ///
    /// - Parameter wishes: How often somebody has said to be sick, to take a pause or to be back, and waits, too.
    package func databaseAway(since moment: String, records: Int, wishes: Int) -> String {
        let isOne = records + wishes == 1
        let en = wishes == 0 ? "" : " and \(wishes) of these"
        let nl = wishes == 0 ? "" : " en \(wishes) daarvan"
        return language.said(
            en:
                "degraded: the database has been away since \(moment): changes are refused but sickness, pauses and returns; \(counted(records, .record)) of calls\(en) \(isOne ? "waits" : "wait") on this machine",
            nl:
                "beperkt: de database is weg sinds \(moment): wijzigingen worden geweigerd behalve ziekmeldingen, pauzes en terugmeldingen; \(counted(records, .record, in: .nl)) van gesprekken\(nl) \(isOne ? "wacht" : "wachten") op deze machine"
        )
    }

    func refused(_ waiting: Int) -> String {
        let en = waiting > 0 ? ", and a restart now would lose \(counted(waiting, .record)) of calls" : ""
        let nl =
            waiting > 0
            ? ", en bij een herstart nu gaan \(counted(waiting, .record, in: .nl)) van gesprekken verloren" : ""
        return language.said(en: "changes are refused\(en)", nl: "wijzigingen worden geweigerd\(nl)")
    }

    /// A ledger was damaged, and nobody has looked at it yet.
    ///
    /// - Parameter name: Of the file; that of a log where it was only its head.
    package func ledgerSetAside(_ name: String) -> String {
        guard !name.hasSuffix("-wal") else {
            return language.said(
                en:
                    "degraded: the head of the ledger's log was damaged; the log is set aside as \(name), and the ledger used without what was in it; see majorctl seen",
                nl:
                    "beperkt: het begin van het logboek van het register was beschadigd; dat is weggezet als \(name), en het register in gebruik zonder wat erin stond; zie majorctl seen"
            )
        }
        return language.said(
            en:
                "degraded: the ledger was damaged and is set aside as \(name), and an empty one was begun; see majorctl seen",
            nl:
                "beperkt: het register was beschadigd en is weggezet als \(name), met een leeg begonnen; zie majorctl seen"
        )
    }

    /// The ledger's file, or its log, is gone from its place while majord has it open.
    package func ledgerRemoved(_ path: String, waiting: Int) -> String {
        language.said(
            en: "degraded: \(path) was removed: \(refused(waiting)); put it back, or restore a backup",
            nl: "beperkt: \(path) is verwijderd: \(refused(waiting)); zet het terug, of een reservekopie")
    }

    package func ledgerReplaced(_ path: String, waiting: Int) -> String {
        language.said(
            en:
                "degraded: another file is in the place of \(path): \(refused(waiting)); put back what was there, or restore a backup",
            nl:
                "beperkt: op de plaats van \(path) staat een ander bestand: \(refused(waiting)); zet terug wat er stond, of een reservekopie"
        )
    }

    package func ledgerLinked(_ path: String, waiting: Int) -> String {
        language.said(
            en:
                "degraded: a link is in the place of \(path), with which majord would not start: \(refused(waiting)); put back what was there",
            nl:
                "beperkt: op de plaats van \(path) staat een link, waarmee majord niet zou starten: \(refused(waiting)); zet terug wat er stond"
        )
    }

    /// The ledger's log is gone, and cannot be written anew.
    ///
    /// - Parameters:
    ///   - moment: Until when the ledger has what was changed.
    ///   - cause: Why it cannot be written anew; nil: majord is about to.
    package func ledgerLogGone(_ path: String, since moment: String, cause: String?, waiting: Int) -> String {
        language.said(
            en:
                "degraded: \(path) was removed or replaced\(cause.map { " and cannot be written anew (\($0))" } ?? ""): \(refused(waiting)); a restart loses what was changed since \(moment); mend that, and majord writes it anew by itself",
            nl:
                "beperkt: \(path) is verwijderd of vervangen\(cause.map { " en kan niet opnieuw geschreven worden (\($0))" } ?? ""): \(refused(waiting)); bij een herstart gaat verloren wat gewijzigd is sinds \(moment); verhelp dat, en majord schrijft het vanzelf opnieuw"
        )
    }

    /// The ledger's log has not all that was written into it.
    ///
    /// - Parameter moment: Until when the ledger has what was changed.
    package func ledgerLogCut(_ path: String, since moment: String, waiting: Int) -> String {
        language.said(
            en:
                "degraded: \(path) was cut short or written into: \(refused(waiting)); what was changed since \(moment) may be lost; restart majord, which goes on with what is left, or restore a backup",
            nl:
                "beperkt: \(path) is afgekapt of overschreven: \(refused(waiting)); wat gewijzigd is sinds \(moment) kan verloren zijn; herstart majord, dat doorgaat met wat er nog is, of zet een reservekopie terug"
        )
    }

    /// The ledger's lock is gone, and another process has what is in its place.
    package func ledgerUnlocked(_ path: String) -> String {
        language.said(
            en: "degraded: \(path) was removed, and cannot be locked again: end who else has it (fuser -v \(path))",
            nl:
                "beperkt: \(path) is verwijderd en kan niet opnieuw vergrendeld worden: beëindig wie het heeft (fuser -v \(path))"
        )
    }

    package func ledgerCut(_ path: String, waiting: Int) -> String {
        language.said(
            en: "degraded: \(path) was cut short: \(refused(waiting)); restore a backup",
            nl: "beperkt: \(path) is afgekapt: \(refused(waiting)); zet een reservekopie terug")
    }

    /// The ledger is written, and could not be opened anew.
    package func ledgerClosed(_ path: String, _ cause: String) -> String {
        language.said(
            en:
                "degraded: majord goes on, but could not start again: it may not write \(path) (\(cause)); mend its owner, its mode or how it is mounted",
            nl:
                "beperkt: majord gaat door, maar zou niet opnieuw starten: het mag \(path) niet schrijven (\(cause)); herstel eigenaar, rechten of mount"
        )
    }

    package func ledgerDamaged(_ cause: String) -> String {
        language.said(
            en: "degraded: the ledger is damaged (\(cause)); restore it from a backup",
            nl: "beperkt: het register is beschadigd (\(cause)); zet een reservekopie terug")
    }

    /// What was forgotten is in the log for as long as somebody reads what the ledger had before.
    ///
    /// - Parameter moment: Since when majord tries to empty it.
    package func notOverwritten(since moment: String) -> String {
        language.said(
            en: "somebody has been reading the ledger since \(moment), so that its log may have what was forgotten yet",
            nl: "iemand leest het register sinds \(moment), zodat het logboek ervan nog kan hebben wat vergeten is")
    }

    /// - Parameters:
    ///   - moment: When it was read last; nil: never.
    ///   - failure: What has gone wrong since.
    ///   - unit: The unit that reads it.
    package func staleCalendar(_ source: String, of agent: String, read moment: String?, failure: String?, unit: String)
        -> String
    {
        let why = failure.map { ": \($0)" } ?? ""
        let en = moment.map { "was read last at \($0)" } ?? "has never been read"
        let nl = moment.map { "is voor het laatst gelezen op \($0)" } ?? "is nog nooit gelezen"
        return language.said(
            en: "the calendar \(source) of \(agent) \(en)\(why); see \(unit)",
            nl: "de agenda \(source) van \(agent) \(nl)\(why); zie \(unit)")
    }

    package func journalIsStuck(waiting: Int, leftOut: Int) -> String {
        let en = leftOut > 0 ? ", \(leftOut) were left out" : ""
        let nl = leftOut > 0 ? ", \(leftOut) zijn weggelaten" : ""
        return language.said(
            en: "nobody takes messages for the journal: \(waiting) wait\(en)",
            nl: "niemand neemt berichten voor het journaal aan: \(waiting) wachten\(nl)")
    }

    package var noNames: String {
        language.said(
            en: "the name service does not answer: users who are not known yet have only their numbers",
            nl: "de naamdienst antwoordt niet: gebruikers die nog niet bekend zijn, hebben alleen hun nummer")
    }

    // What waits for a manager.

    /// Absences that cannot take effect.
    package func orphans(_ numbers: [Int64]) -> String {
        let which = AbsenceWords(language).numbered(numbers)
        return language.said(
            en:
                "\(which) \(numbers.count > 1 ? "are" : "is") not in force, because the directory does not have the agent; "
                + "majorctl give or cancel settles it",
            nl:
                "\(which) \(numbers.count > 1 ? "gelden" : "geldt") niet, want de medewerker staat niet in de bestanden; "
                + "majorctl give of cancel lost dat op")
    }

    /// Deputyships that cannot take effect.
    package func orphanedDeputyships(_ numbers: [Int64]) -> String {
        let all = numbers.map(String.init).joined(separator: ", ")
        let which = "\(Noun.deputyship.word(numbers.count, in: language)) \(all)"
        return language.said(
            en:
                "\(which) \(numbers.count > 1 ? "are" : "is") not in force, because the directory does not have who is named; "
                + "majorctl deputy list shows them, majorctl deputy cancel ends one",
            nl:
                "\(which) \(numbers.count > 1 ? "gelden" : "geldt") niet, want wie erin staat, staat niet in de bestanden; "
                + "majorctl deputy list toont ze, majorctl deputy cancel beëindigt er een")
    }

    package func requests(_ numbers: [Int64]) -> String {
        let many = numbers.count > 1
        let all = numbers.map(String.init).joined(separator: ", ")
        let noun = Noun.request.word(numbers.count, in: language)
        return language.said(
            en: "\(noun) \(all) \(many ? "wait" : "waits") to be decided; see majorctl requests",
            nl: "\(noun) \(all) \(many ? "wachten" : "wacht") op een besluit; zie majorctl requests")
    }

    /// Open cases whose holders have gone.
    ///
    /// - Parameter names: References, or else numbers.
    package func orphanedCases(_ names: [String]) -> String {
        let many = names.count > 1
        let all = CaseWords(language).list(names)
        return language.said(
            en: "\(all) \(many ? "are" : "is") still with somebody who has gone; majorctl case give settles it",
            nl: "\(all) \(many ? "staan" : "staat") nog op naam van iemand die weg is; majorctl case give lost dat op")
    }

    /// Calls that wait to be called back.
    package func missed(_ count: Int, overdue: Int) -> String {
        let late =
            overdue > 0 ? language.said(en: ", \(overdue) of them overdue", nl: ", waarvan \(overdue) te laat") : ""
        return language.said(
            en:
                "\(counted(count, .missedCall)) \(count == 1 ? "waits" : "wait") to be called back\(late); see majorctl missed",
            nl:
                "\(counted(count, .missedCall, in: .nl)) \(count == 1 ? "wacht" : "wachten") op terugbellen\(late); zie majorctl missed"
        )
    }

    /// Somebody who is sick for longer than is usual.
    package func longSickness(_ agent: String, since day: CalendarDay, _ absence: Int64) -> String {
        let start = day.spelled(in: language)
        return language.said(
            en: "\(agent) has been sick since \(start) (absence \(absence)): ask whether that is so still",
            nl: "\(agent) is ziek sinds \(start) (afwezigheid \(absence)): vraag of dat nog zo is")
    }
}

/// A sentence that is made before it is known who reads it.
package struct SentenceInEachLanguage: Sendable, Equatable {
    private let texts: [Language: String]

    package init(_ make: (Language) -> String) {
        texts = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, make($0)) })
    }

    package subscript(language: Language) -> String { texts[language] ?? "" }
}
