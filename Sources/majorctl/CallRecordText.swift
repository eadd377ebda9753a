import MajorAPI
import Routing
import Time
import Wording

/// Records of calls in words.
enum CallRecordText {
    /// `10:00:00  Scholengroep Noord, Karin Smit  Joke de Vries (primary), 7.2 s  answered`
    static func line(_ call: CallsAPI.Call, _ time: TimeWords) -> String {
        let words = CallRecordWords(time.language)
        let when = LocalDateTime(rfc3339: call.at).map(time.short) ?? call.at
        var parts = [when, whose(call, time.language)]
        if let agent = call.agentName ?? (call.outcome == "overflow" ? call.extension : nil) {
            let role = call.role.map { " (\(ReasonWords(time.language).role($0)))" } ?? ""
            parts.append(agent + role + (call.waited.map { ", \(words.seconds($0))" } ?? ""))
        }
        let reason = call.outcome == "elsewhere" ? call.reason.map { ": \(ReasonWords(time.language).text($0))" } : nil
        parts.append(words.outcome(call.outcome) + (reason ?? ""))
        if !call.call.isEmpty { parts.append(call.call) }
        return parts.joined(separator: "  ")
    }

    static func details(_ told: CallsAPI.CallDetails, _ time: TimeWords, _ style: Style) -> [String] {
        let (words, call) = (CallRecordWords(time.language), told.call)
        var lines = [style.bold("\(time.time(call.at))  \(words.outcome(call.outcome))")]
        func add(_ label: CallRecordWords.Label, _ texts: [String]) {
            let name = words.label(label).padding(to: CallRecordWords.labelWidth)
            for (index, text) in texts.enumerated() { lines.append("  \(index == 0 ? name : name.blanked)\(text)") }
        }
        // Whom an agent has dialled has not called.
        let isDialled = ["called", "not-reached"].contains(call.outcome)
        let number = call.clientName == nil ? nil : number(call)
        add(isDialled ? .to : .from, [whose(call, time.language) + (number.map { " (\($0))" } ?? "")])
        if let reason = call.reason, let action = told.action {
            let opens = told.opens.map { "; \(ReasonWords(time.language).opens(time.time($0)))" } ?? ""
            add(
                .decided,
                [
                    ReasonWords(time.language).sentence(action: action, reason: reason) + opens
                        + (call.decision.map { " (\($0))" } ?? "")
                ])
        }
        add(
            .considered,
            told.considered.map {
                words.considered(
                    $0.agentName, $0.role, $0.passedOver, until: $0.until.map { time.shortUntil($0) },
                    behind: $0.behind ?? [])
            })
        add(
            .toDial,
            told.targets.map { target in
                let who = target.agentName ?? ReasonWords(time.language).overflow
                return "\(target.extension)  \(who)" + (target.ring > 0 ? ", \(target.ring) s" : "")
            })
        if !told.rang.isEmpty { add(.rang, [told.rang.joined(separator: ", ")]) }
        if let phone = call.extension {
            let who = [phone, call.agentName, call.role.map { ReasonWords(time.language).role($0) }].compactMap(\.self)
            add(
                .answered,
                [who.joined(separator: "  ") + (call.waited.map { ", \(words.after(words.seconds($0)))" } ?? "")])
        }
        if !told.released.isEmpty { add(.released, [told.released.joined(separator: ", ")]) }
        add(
            .turns,
            (told.turns ?? []).map { turn in
                let (since, until) = (time.shortTime(turn.since), turn.until.map(time.shortTime))
                return [turn.extension, turn.agentName, words.turn(since, until)].compactMap(\.self).joined(
                    separator: "  ")
            })
        if let ended = call.ended, let at = call.endedAt { add(.ended, ["\(words.end(ended)), \(time.time(at))"]) }
        if !told.late.isEmpty { add(.late, told.late) }
        if let missed = call.missed { add(.missed, [missed]) }
        if let version = told.version, let since = told.versionSince {
            add(.directory, [words.version(version, since: time.time(since))])
        }
        return lines
    }

    private static func whose(_ call: CallsAPI.Call, _ language: Language) -> String {
        guard let client = call.clientName else {
            let party = call.caller.flatMap(Party.init(word:)).map(PartyWords(language).party)
            let words = CallRecordWords(language)
            return number(call) ?? party ?? (call.decision == nil ? words.neverTold : words.forgotten(call.caller))
        }
        return [client, call.contact].compactMap(\.self).joined(separator: ", ")
    }

    private static func number(_ call: CallsAPI.Call) -> String? {
        [call.dialled, call.caller].compactMap(\.self).first { $0.hasPrefix("+") }
    }
}

extension String {
    /// As many blanks.
    fileprivate var blanked: String { String(repeating: " ", count: count) }
}
