package import MajorAPI
import Time
import Wording

/// What the page of this moment is made of, for one kind of reader.
package struct NowFacts: Sendable, Equatable {
    package var status: RosterAPI.Status.Reply
    /// Nil for those who are not told of single ones.
    package var missed: [CallsAPI.Missed]?
    package var openMissed = 0
    package var overdueMissed = 0
    /// How many agents there are, and how many of them are available, for those who are not told who.
    package var agents = 0
    package var available = 0

    package init(status: RosterAPI.Status.Reply) { self.status = status }
}

/// Who is there, which clients have nobody, calls as they come, and whom to call back.
struct NowPage {
    let context: PageContext
    let templates: Templates

    /// What is put on the page in places of their own, each under the id of its element.
    func parts(_ facts: NowFacts, at now: String) -> [String: String] {
        let time = TimeWords(context.language, at: now, in: facts.status.timeZone)
        return [
            "counters": counters(facts), "troubles": troubles(facts, time),
            "calls": calls(facts, time), "people": people(facts, time),
        ]
    }

    func body(_ facts: NowFacts) -> String {
        let parts: Templates.Values = parts(facts, at: facts.status.now)
        return templates.text(
            "now",
            parts.merging(
                [
                    "say": context.say, "title": context.words.name(.now),
                    "anonymous": context.visitor.reader == .nobody,
                    "hasPeople": !facts.status.agents.isEmpty, "wall": context.isWall,
                ] as Templates.Values
            ) { $1 })
    }

    private func counters(_ facts: NowFacts) -> String {
        let (status, words) = (facts.status, context.words)
        let uncovered = max(status.inService - status.covered, 0)
        let isSilent = status.isPBXSilent
        let (available, all) =
            status.agents.isEmpty
            ? (facts.available, facts.agents)
            : (status.agents.count { $0.state == .available && $0.unreachable != true }, status.agents.count)
        var counters: [Templates.Values] = [
            counter(
                uncovered > 0 ? .nobody : .available, uncovered, words.label(.nobody), isBad: uncovered > 0),
            counter(
                facts.overdueMissed > 0 ? .overdue : .missed, facts.openMissed,
                words.missed(facts.openMissed, overdue: facts.overdueMissed), isBad: facts.overdueMissed > 0),
        ]
        if all > 0 {
            counters.append(
                counter(
                    isSilent ? .unknown : .available, available,
                    isSilent
                        ? words.there(of: all) : words.available(of: all),
                    isBad: false))
        }
        return templates.text(
            "counters", ["counters": counters, "closed": status.inService == 0 && status.clients > 0])
    }

    private func counter(_ shape: Shape, _ count: Int, _ text: String, isBad: Bool) -> Templates.Values {
        ["shape": shape.markup, "count": "\(count)", "text": text, "kind": isBad ? shape.kind : "quiet"]
    }

    private func troubles(_ facts: NowFacts, _ time: TimeWords) -> String {
        let (status, words) = (facts.status, context.words)
        let uncovered = status.uncovered.map { client -> Templates.Values in
            let gap = status.gapsAhead?.first { $0.client == client.client }
            return row(client.client, client.clientName) { row in
                row["until"] = gap.map { time.outlook($0.until) } ?? ""
                if context.visitor.isManager, !context.isWall {
                    row["deputize"] = "/manage?whom=\(client.client.addressPart)#deputy"
                }
            }
        }
        let missed = (facts.missed ?? []).map { missed -> Templates.Values in
            let late = missed.overdue ? missed.due.flatMap { $0.minutes(until: time.now.rfc3339) } : nil
            return row(missed.client, missed.clientName) { row in
                row["shape"] = (missed.overdue ? Shape.overdue : .missed).markup
                row["kind"] = missed.overdue ? "overdue" : "missed"
                row["at"] = time.brief(missed.last)
                row["due"] =
                    late.map(words.overdue)
                    ?? missed.due.map { CallRecordWords(context.language).due(time.brief($0), isOverdue: false) } ?? ""
                if row["link"] != nil { row["close"] = "/clients/\(missed.client.addressPart)#client-missed" }
                row["owners"] = context.isWall ? "" : missed.ownerNames.joined(separator: "/")
            }
        }
        // What the rows above tell already, and what is for the machine's keeper.
        let told: Set<String> = ["missed", "socket", "journal", "names", "overwriting", "requests", "cases", "pbx"]
        let notes =
            zip(status.troubles, status.troubleKinds ?? status.troubles.map { _ in "" })
            .filter { !told.contains($0.1) }.map { $0.0.withoutCommands }
            + (status.pbxSilent.map { [words.pbxSilent(since: $0.since.map { time.compact($0) })] } ?? [])
        return templates.text(
            "troubles",
            [
                "say": context.say, "uncovered": uncovered, "missed": missed, "notes": context.isWall ? [] : notes,
                "degraded": status.degraded,
                "isCovered": uncovered.isEmpty && status.inService == status.covered,
                "nobodyShape": Shape.nobody.markup,
            ])
    }

    private func row(
        _ id: String, _ name: String, _ more: (inout Templates.Values) -> Void
    ) -> Templates.Values {
        var row: Templates.Values = ["name": name]
        if !context.isWall, context.visitor.isKnown { row["link"] = "/clients/\(id.addressPart)" }
        more(&row)
        return row
    }

    private func calls(_ facts: NowFacts, _ time: TimeWords) -> String {
        let words = context.words
        let rows = facts.status.agents.flatMap { agent in
            agent.calls.compactMap { call -> Templates.Values? in
                guard let client = call.client, let name = call.clientName else { return nil }
                return row(client, name) { row in
                    row["shape"] = Shape.busy.markup
                    row["agent"] = agent.name
                    row["since"] =
                        call.answered
                        ? call.since.minutes(until: time.now.rfc3339).map(words.minutes) ?? "" : words.label(.calling)
                }
            }
        }
        return templates.text("calls", ["say": context.say, "calls": rows, "any": !rows.isEmpty])
    }

    private func people(_ facts: NowFacts, _ time: TimeWords) -> String {
        let words = context.words
        let order = ["available": 0, "busy": 1]
        let agents = facts.status.agents.enumerated().sorted { one, other in
            (order[one.element.state.word] ?? 2, one.offset) < (order[other.element.state.word] ?? 2, other.offset)
        }.map(\.element)
        let people = agents.map { agent -> Templates.Values in
            let look = AgentLook(
                context.isWall ? agent.state.withoutWhy : agent.state.word, isUnreachable: agent.unreachable,
                isPBXSilent: facts.status.isPBXSilent,
                context.language)
            let (shape, call) = (look.shape, agent.calls.first)
            let state = call.map { words.label($0.answered ? .phone : .calling) } ?? look.text
            let detail: String =
                if let call {
                    call.since.minutes(until: time.now.rfc3339).map(words.minutes) ?? ""
                } else if let until = agent.until {
                    shape == .offHours ? words.from(time.compact(until)) : time.compactUntil(until)
                } else {
                    ""
                }
            return [
                "shape": (call == nil ? shape : .busy).markup, "kind": (call == nil ? shape : .busy).kind,
                "name": agent.name, "state": state, "detail": detail,
                "extension": context.isWall ? "" : agent.extension ?? "",
            ]
        }
        return templates.text("people", ["say": context.say, "people": people])
    }
}

extension String {
    /// As a part of an address's path (RFC 3986).
    var addressPart: String {
        utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            let isPlain = character.isASCII && (character.isLetter || character.isNumber || "-._~".contains(character))
            return isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
