import Foundation
import Records
import Testing
import Time
import Wording

@testable import Switchboard

@Suite("What is not as it should be")
struct ServiceHealthTests {
    private let clock: ServiceClock
    private let noon = Instant(clamping: 1_790_000_000_000)
    private static let well = CallRecorder.Backlog(isAvailable: true, waiting: 0, oldest: nil)

    init() throws {
        clock = ServiceClock(try #require(TimeZone(identifier: "Europe/Amsterdam")))
    }

    @Test("a directory of before is a trouble until a reload is taken, and a refused reload until the next one")
    func reloads() {
        let health = ServiceHealth(lastGood: .init(read: noon, errors: 2))
        #expect(
            health.troubles(Self.well, clock).map(\.text) == [
                "degraded: the directory read at 2026-09-21 16:13 Europe/Amsterdam is in force, since its files had 2 errors at the start"
            ])
        health.noteRefused(errors: 1, at: noon.advanced(by: .minutes(1)))
        #expect(
            health.troubles(Self.well, clock).last?.text
                == "the reload at 2026-09-21 16:14 Europe/Amsterdam was refused for 1 error")
        health.noteReloaded(at: noon.advanced(by: .minutes(2)))
        #expect(health.troubles(Self.well, clock).map(\.text) == [])
        #expect(health.lastGood == nil)
        #expect(health.reloads.done == 1 && health.reloads.refused == 1)
    }

    @Test("a ledger that is away says what a restart would lose")
    func ledger() {
        let health = ServiceHealth(lastGood: nil)
        let away = CallRecorder.Backlog(isAvailable: false, waiting: 0, oldest: nil)
        #expect(
            health.failures(away, clock).map(\.text) == ["degraded: the ledger is unavailable: changes are refused"])
        let waiting = CallRecorder.Backlog(isAvailable: false, waiting: 1, oldest: noon)
        #expect(
            health.failures(waiting, clock).map(\.text)
                == [
                    "degraded: the ledger is unavailable: changes are refused, and a restart now would lose 1 record of calls"
                ])
        let full = CallRecorder.Backlog(
            isAvailable: false, waiting: 2, oldest: noon, cause: .full(folder: "/var/lib/majord"))
        #expect(
            health.failures(full, clock).map(\.text) == [
                "degraded: the ledger is unavailable, no space is left on /var/lib/majord: changes are refused, and a restart now would lose 2 records of calls; make room there"
            ])
        #expect(
            health.failures(full, clock, in: .nl).map(\.text) == [
                "beperkt: het register is niet beschikbaar, er is geen ruimte meer op /var/lib/majord: wijzigingen worden geweigerd, en bij een herstart nu gaan 2 vastleggingen van gesprekken verloren; maak daar ruimte"
            ])
    }

    @Test("who has the ledger locked is named, with the cure")
    func locked() {
        let health = ServiceHealth(lastGood: nil)
        let holder = LockHolder(process: 4_711, name: "sqlite3")
        let away = CallRecorder.Backlog(isAvailable: false, waiting: 1, oldest: noon, cause: .locked(holder))
        #expect(
            health.failures(away, clock).map(\.text) == [
                "degraded: process 4711 (sqlite3) has the ledger locked: changes are refused, and a restart now would lose 1 record of calls; have it end its transaction, or end it: kill 4711"
            ])
        #expect(
            health.failures(away, clock, in: .nl).map(\.text) == [
                "beperkt: proces 4711 (sqlite3) houdt het register vergrendeld: wijzigingen worden geweigerd, en bij een herstart nu gaan 1 vastlegging van gesprekken verloren; laat het zijn transactie beëindigen, of beëindig het: kill 4711"
            ])
    }

    @Test("what somebody did to the ledger's files is one trouble, which says what helps")
    func hindrances() {
        let health = ServiceHealth(lastGood: nil)
        let away = CallRecorder.Backlog(isAvailable: false, waiting: 2, oldest: noon)
        health.note(.replaced(path: "/l"))
        #expect(
            health.failures(away, clock) == [
                Trouble(
                    .damaged,
                    "degraded: another file is in the place of /l: changes are refused, and a restart now would lose 2 records of calls; put back what was there, or restore a backup"
                )
            ])
        health.note(.cut(path: "/l"))
        #expect(health.failures(Self.well, clock).map(\.kind) == [.damaged])
        health.note(.logCut(path: "/l-wal", since: noon))
        #expect(
            health.failures(away, clock).map(\.text) == [
                "degraded: /l-wal was cut short or written into: changes are refused, and a restart now would lose 2 records of calls; what was changed since 2026-09-21 16:13 Europe/Amsterdam may be lost; restart majord, which goes on with what is left, or restore a backup"
            ])
        health.note(.logGone(path: "/l-wal", since: noon, cause: "No space left on device"))
        #expect(
            health.failures(Self.well, clock).map(\.text) == [
                "degraded: /l-wal was removed or replaced and cannot be written anew (No space left on device): changes are refused; a restart loses what was changed since 2026-09-21 16:13 Europe/Amsterdam; mend that, and majord writes it anew by itself"
            ])
        health.note(.linked(path: "/l"))
        #expect(health.failures(Self.well, clock).map(\.kind) == [.damaged])
        health.note(.unlocked(path: "/l.lock"))
        #expect(health.failures(Self.well, clock).map(\.kind) == [.ledger])
        health.note(.closed(path: "/l-wal", cause: "Read-only file system"))
        #expect(
            health.failures(Self.well, clock) == [
                Trouble(
                    .ledger,
                    "degraded: majord goes on, but could not start again: it may not write /l-wal (Read-only file system); mend its owner, its mode or how it is mounted"
                )
            ])
        #expect(health.failures(away, clock).map(\.kind) == [.ledger, .ledger])
        health.note(LedgerHindrance?.none)
        #expect(health.failures(Self.well, clock) == [])
    }

    @Test("sockets and what others know are troubles, and degrade nothing")
    func others() {
        let health = ServiceHealth(lastGood: nil)
        health.note(sockets: [SentenceInEachLanguage { _ in "/run/majord/pbx.sock is gone" }])
        health.also { _ in [Trouble(.names, "the name service does not answer")] }
        #expect(
            health.troubles(Self.well, clock).map(\.text) == [
                "/run/majord/pbx.sock is gone", "the name service does not answer",
            ])
        #expect(health.failures(Self.well, clock) == [])
        health.note(sockets: [])
        #expect(health.troubles(Self.well, clock).map(\.text) == ["the name service does not answer"])
    }
}
