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
        case .alone: reply.alone.count
        case .requests: reply.requests.count
        case .sicknesses: reply.sicknesses.count
        case .agreements: reply.agreements.count
        case .introductions: reply.introductions.count
        case .orphans: reply.orphans.count
        }
    }

    private func heading(_ topic: DigestWords.Topic) -> String {
        switch topic {
        case .gaps: words.heading(topic, through: day(reply.gapsUntil))
        case .alone: words.heading(topic, through: day(reply.aloneUntil))
        case .sicknesses: words.heading(topic, days: reply.reviewAfterDays)
        case .agreements: words.heading(topic, days: reply.agreementDays)
        case .requests, .introductions, .orphans: words.heading(topic)
        }
    }

    private func items(_ topic: DigestWords.Topic) -> [String] {
        switch topic {
        case .gaps:
            reply.gaps.map { words.gap($0.clientName, from: $0.from, until: $0.until) }
                + (reply.moreGaps > 0 ? [words.more(reply.moreGaps)] : [])
        case .alone:
            reply.alone.map {
                words.alone($0.clientName, $0.agentName, from: day($0.firstDay), through: day($0.lastDay))
            }
        case .requests:
            reply.requests.map {
                words.request(
                    $0.request, $0.agentName, from: $0.from, until: $0.until, deputy: $0.deputyName,
                    asked: $0.askedAt, lapsed: $0.lapsed)
            }
        case .sicknesses: reply.sicknesses.map { words.sickness($0.agentName, since: $0.since, $0.absence) }
        case .agreements:
            reply.agreements.map { words.agreement($0.clientName, $0.title, last: day($0.lastDay)) }
        case .introductions:
            reply.introductions.map { words.introduction($0.clientName, from: $0.from.map(day)) }
        case .orphans: reply.orphans.map { words.orphan($0.absence, of: $0.agent) }
        }
    }

    private func day(_ text: String) -> CalendarDay { CalendarDay(text: text) ?? CalendarDay(daysSince1970: 0) }
}
