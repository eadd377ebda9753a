import Foundation
import Testing

extension EndToEnd {
    /// Clients that nobody here wrote.
    @Suite("Published clients", .serialized)
    struct PublishedClientsTests {
        @Test("redis-cli asks, and is told in the fixed order of fields")
        func redisCLI() throws {
            let office = try Office()
            try office.open()
            let lines = try office.redisCLI("ROUTE", "+31505550100", "+31880001234", "call-1").output
                .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let names = stride(from: 0, to: 26, by: 2).map { lines[$0] }
            #expect(
                names == [
                    "action", "extension", "agent", "role", "ring", "targets", "client", "client-name", "contact",
                    "case",
                    "reason", "decision", "generation",
                ])
            #expect(lines[1] == "dial")
            #expect(lines[3] == "2101")
            #expect(lines[11] == "2101:20,2102:20,2050:0")
            #expect(lines[15] == "Scholengroep Noord")
            #expect(try office.route("0612345678")["contact"] == "Karin Smit, ICT-coördinator")
            #expect(try office.redisCLI("EXTENSION", "anonymous", "+31880001234", "call-2").lines == ["2000"])
            #expect(try office.redisCLI("EXTENSION", "+31505550100", "2101", "call-3").output == "\n")
            #expect(try office.redisCLI("INFO").output.contains("clients:3"))
            #expect(try office.redisCLI("ROUTE", "x").output.contains("ERR wrong number of arguments for 'route'"))
            #expect(try office.redisCLI("FLUSHALL").output.contains("ERR unknown command"))
        }

        @Test("the same call asked twice gets the same decision; another caller under its id gets his own")
        func sameCall() throws {
            let office = try Office()
            try office.open()
            let first = try office.route("+31505550100", callID: "same")
            #expect(try office.route("+31505550100", callID: "same") == first)
            let other = try office.route("0535551234", callID: "same")
            #expect(other["client"] == "oost")
            #expect(other["decision"] != first["decision"])
        }

        @Test("redis-benchmark runs unchanged")
        func redisBenchmark() throws {
            let office = try Office()
            try office.open()
            let ended = try Running(
                "redis-benchmark",
                [
                    "-s", office.pbxSocket, "-n", "20000", "-c", "20", "-P", "16", "-r", "1000000", "-q", "--csv",
                    "ROUTE",
                    "+31505550100", "+31880001234", "call-__rand_int__",
                ], folder: office.folder
            ).ended()
            #expect(ended.status == 0)
            #expect(ended.output.contains("ROUTE"), "\(ended.output) \(ended.errors)")
            #expect(!ended.output.lowercased().contains("error"), "\(ended.output)")
        }

        @Test(
            "PyPI's redis connects as it is, pipelines, and raises majord's errors",
            arguments: [("8.", ""), ("8.", ", protocol=2"), ("7.", "")])
        func pythonRedis(version: String, option: String) throws {
            let office = try Office()
            try office.open()
            let ended = try office.python(
                """
                import sys
                if "\(version)" == "7.": sys.path.insert(0, sys.argv[2])
                import redis
                assert redis.__version__.startswith("\(version)"), redis.__version__
                r = redis.Redis(unix_socket_path=sys.argv[1], client_name="desk", decode_responses=True\(option))
                assert r.ping()
                answer = r.execute_command("ROUTE", "+31505550100", "+31880001234", "py-1")
                fields = dict(zip(answer[::2], answer[1::2]))
                assert fields["extension"] == "2101", fields
                pipe = r.pipeline(transaction=False)
                for n in range(100):
                    pipe.execute_command("EXTENSION", "+31505550100", "+31880001234", f"py-{n + 2}")
                assert pipe.execute() == ["2101"] * 100
                assert r.execute_command("EXTENSION", "+31505550100", "+31201234567", "py-x") is None
                try:
                    r.execute_command("ROUTE", "1" * 33, "+31880001234", "py-long")
                    raise SystemExit("a number of 33 bytes was taken")
                except redis.ResponseError as error:
                    assert "too long" in str(error), error
                assert r.info()["clients"] == 3, r.info()
                print("ok")
                """, office.pbxSocket, Programs.olderRedis)
            #expect(ended.output == "ok\n", "\(ended.errors)")
        }

        @Test("PyPI's coredis, which speaks RESP3 alone, connects as it is")
        func pythonCoredis() throws {
            let office = try Office()
            try office.open()
            let ended = try office.python(
                """
                import asyncio, sys
                from coredis import Redis
                from coredis.commands.request import CommandRequest

                async def main():
                    async with Redis(unix_socket_path=sys.argv[1], decode_responses=True) as client:
                        def ask(*words):
                            return client.execute_command(CommandRequest(
                                words[0].encode(), *words[1:], callback=lambda value, **_: value, execution_parameters={}))
                        assert await client.ping()
                        answer = await ask("ROUTE", "+31505550100", "+31880001234", "co-1")
                        fields = dict(zip(answer[::2], answer[1::2]))
                        assert fields["extension"] == "2101", fields
                        assert await ask("EXTENSION", "+31505550100", "+31201234567", "co-2") is None
                        assert await ask("ENDED", "co-1", "CANCEL") == "OK"

                asyncio.run(main())
                print("ok")
                """, office.pbxSocket)
            #expect(ended.output == "ok\n", "\(ended.errors)")
        }

        @Test("PyPI's varlink introspects, calls, streams and is refused")
        func pythonVarlink() throws {
            let office = try Office()
            try office.open()
            let ended = try office.python(
                """
                import varlink, sys
                client = varlink.Client("unix:" + sys.argv[1])
                names = client.get_interfaces() if hasattr(client, "get_interfaces") else client._interfaces
                with client.open("org.varlink.service") as service:
                    info = service.GetInfo()
                    assert info["product"] == "majord", info
                    for name in ["org.majord.Routing", "org.majord.Roster", "org.majord.Directory"]:
                        assert name in info["interfaces"], info
                        text = service.GetInterfaceDescription(name)["description"]
                        varlink.Interface(text)
                with client.open("org.majord.Routing") as routing:
                    answer = routing.Decide("0505550100")
                    assert answer["decision"]["targets"][0]["extension"] == "2101", answer
                with client.open("org.majord.Roster") as roster:
                    stream = roster.Status(_more=True)
                    assert next(stream)["generation"] == 1
                    with client.open("org.majord.Roster") as second:
                        second.ReportSick("joke")
                    changed = next(stream)
                    assert changed["generation"] == 2, changed
                    assert [a["state"] for a in changed["agents"] if a["id"] == "joke"] == ["sickness"]
                with client.open("org.majord.Roster") as roster:
                    try:
                        roster.ReportSick("nobody-here")
                        raise SystemExit("an unknown agent was taken")
                    except varlink.VarlinkError as error:
                        assert error.error() == "org.majord.Roster.UnknownAgent", error
                print("ok")
                """, office.controlSocket)
            #expect(ended.output == "ok\n", "\(ended.errors)")
        }
    }
}
