import MajorAPI
import Time
import Wording

/// The week in a text for a mail.
struct DigestText {
    private let reply: ReportsAPI.Digest.Reply
    private let words: DigestWords
    private let language: Language

    init(_ reply: ReportsAPI.Digest.Reply, _ time: TimeWords) {
        self.reply = reply
        words = DigestWords(time)
        language = time.language
    }

    var lines: [String] {
        let told = DigestWords.Topic.allCases.filter { count($0) > 0 }
        let clear = DigestWords.Topic.allCases.filter { count($0) == 0 }
        return [words.title]
            + told.flatMap { topic in
                ["", heading(topic)] + items(topic).map { "  \($0)" }
            }
            + (clear.isEmpty ? [] : ["", words.clear(clear, gapsThrough: day(reply.gapsUntil))])
    }

    var subject: String { words.subject(DigestWords.Topic.allCases.map { ($0, count($0)) }) }

    private func count(_ topic: DigestWords.Topic) -> Int {
        switch topic {
        case .gaps: reply.gaps.count + reply.moreGaps
        case .alone: alone.count
        case .requests: reply.requests.count
        case .sicknesses: reply.sicknesses.count
        case .departures: reply.departures?.count ?? 0
        case .deputyshipEnds: reply.deputyshipEnds?.count ?? 0
        case .calendars: reply.calendars?.count ?? 0
        case .agreements: reply.agreements.count
        case .introductions: reply.introductions.count
        case .orphans: reply.orphans.count
        case .missed: (reply.missed?.count ?? 0) + (reply.moreMissed ?? 0)
        case .cases: reply.cases?.count ?? 0
        }
    }

    private func heading(_ topic: DigestWords.Topic) -> String {
        switch topic {
        case .gaps, .departures, .deputyshipEnds: words.heading(topic, through: day(reply.gapsUntil))
        case .alone: words.heading(topic, through: day(reply.aloneUntil))
        case .sicknesses: words.heading(topic, days: reply.reviewAfterDays)
        case .agreements: words.heading(topic, days: reply.agreementDays)
        case .requests, .calendars, .introductions, .orphans, .missed, .cases: words.heading(topic)
        }
    }

    private func items(_ topic: DigestWords.Topic) -> [String] {
        switch topic {
        case .gaps:
            Self.grouped(reply.gaps, by: \.client).map { gaps in
                words.gaps(
                    gaps[0].clientName,
                    gaps.map { DigestWords.Gap(from: $0.from, until: $0.until, days: $0.days ?? 1) })
            } + (reply.moreGaps > 0 ? [words.more(reply.moreGaps)] : [])
        case .alone:
            alone.map { days in
                words.alone(
                    days[0].clientName, days[0].agentName, days.map { (day($0.firstDay), day($0.lastDay)) })
            }
        case .requests:
            reply.requests.map {
                words.request(
                    $0.request, $0.agentName, from: $0.from, until: $0.until, deputy: $0.deputyName,
                    asked: $0.askedAt, lapsed: $0.lapsed)
            }
        case .sicknesses: reply.sicknesses.map { words.sickness($0.agentName, since: $0.since, $0.absence) }
        case .departures:
            (reply.departures ?? []).map {
                words.departure($0.agentName, last: day($0.lastDay), clients: $0.clients.map(\.clientName))
            }
        case .deputyshipEnds: (reply.deputyshipEnds ?? []).map(line)
        case .calendars:
            (reply.calendars ?? []).map { words.calendar($0.agentName, $0.source, read: $0.read, why: $0.why) }
        case .agreements:
            reply.agreements.map { words.agreement($0.clientName, $0.title, last: day($0.lastDay)) }
        case .introductions:
            reply.introductions.map { words.introduction($0.clientName, from: $0.from.map(day)) }
        case .orphans: reply.orphans.map { words.orphan($0.absence, of: $0.agent) }
        case .missed:
            (reply.missed ?? []).map {
                words.missed($0.missed, $0.clientName, at: $0.at, due: $0.due, isOverdue: $0.overdue)
            } + (reply.moreMissed.map { [words.more($0)] } ?? [])
        case .cases:
            (reply.cases ?? []).map {
                words.orphanedCase($0.case, $0.reference, of: $0.clientName, holder: $0.holderName)
            }
        }
    }

    private func line(_ end: ReportsAPI.DigestDeputyshipEnd) -> String {
        let post: DeputyWords.Post =
            switch (end.agentName, end.clientName) {
            case (let agent?, let client?): .agentAt(agent, client: client)
            case (let agent?, nil): .agent(agent)
            case (nil, let client): .client(client ?? "?")
            }
        return words.deputyshipEnd(
            end.deputyship, end.deputyName, post, last: day(end.lastDay),
            handsOver: end.cause == .handover ? end.agentName : nil)
    }

    /// The days of each client with one agent alone.
    private var alone: [[ReportsAPI.DigestAlone]] { Self.grouped(reply.alone) { [$0.client, $0.agent] } }

    /// Those that belong together, in the order of the first of each.
    private static func grouped<Item, Key: Hashable>(_ items: [Item], by key: (Item) -> Key) -> [[Item]] {
        var places: [Key: Int] = [:]
        var groups: [[Item]] = []
        for item in items {
            if let place = places[key(item)] {
                groups[place].append(item)
            } else {
                places[key(item)] = groups.count
                groups.append([item])
            }
        }
        return groups
    }

    private func day(_ text: String) -> CalendarDay { CalendarDay(text: text) ?? CalendarDay(daysSince1970: 0) }
}
