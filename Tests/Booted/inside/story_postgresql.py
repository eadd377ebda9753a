"""Records in a PostgreSQL on the machine: moved over, by its socket, killed, and over TCP with the drop-in and a password"""

import pathlib
import sqlite3

import office
from office import CONFIGURATION, NOORD, majorctl
from system import LEDGER, STATE, Journal, drop_in, eventually, query, run, show, systemctl

SERVICE = "majord.service"
EXAMPLE = pathlib.Path("/usr/share/doc/majord/examples/majord.service.d/postgresql.conf")
PASSWORD = pathlib.Path("/etc/majord-records-password")


VERSION = next(pathlib.Path("/usr/lib/postgresql").iterdir()).name
SERVER = f"postgresql@{VERSION}-main.service"


def psql(statement, database="majord"):
    return run("psql", "-XqAt", "-d", database, "-c", statement, user="postgres").stdout.strip()


def settings(records):
    (CONFIGURATION / "majord.yaml").write_text(office.SETTINGS + f"records: {records}\nsite: zwolle\n")


class PostgreSQL(office.Story):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        run("pg_createcluster", VERSION, "main", "--locale", "C.UTF-8", "--start")
        for program in ("createuser majord", "createdb -O majord -E UTF8 -T template0 majord"):
            run(*program.split(), user="postgres")

    @classmethod
    def tearDownClass(cls):
        office.stop()
        run("pg_dropcluster", "--stop", VERSION, "main")
        PASSWORD.unlink(missing_ok=True)

    def await_copy(self):
        """The copy on the machine, which follows within a second, has nobody away either."""
        def is_so():
            try:
                return not query("SELECT agent FROM absence WHERE ended_at IS NULL", state=STATE / "last-known")
            except sqlite3.DatabaseError:
                # It was written meanwhile.
                return False

        eventually("the copy has nobody away", is_so, 20)

    def absent(self):
        return psql("SELECT string_agg(agent, ' ' ORDER BY id) FROM absence WHERE ended_at IS NULL")

    def test_moved(self):
        "moved over as docs/sites.md has it: who was away is away, and the ledger is set aside"
        majorctl("sick", "--agent", "jdevries")
        office.stop()
        said = run("majord", "--move-records", "host=/run/postgresql dbname=majord", user="majord")
        self.figures = said.stdout.strip().splitlines()[-1]
        self.assertFalse(LEDGER.exists())
        self.assertTrue(list(STATE.glob("ledger.sqlite.moved-*")))
        settings("host=/run/postgresql dbname=majord")
        office.start()
        self.answers("moved-1", NOORD, "2102")
        majorctl("back", "--agent", "jdevries")
        self.answers("moved-2")
        self.assertEqual(self.absent(), "")

    def test_by_socket(self):
        "by the server's socket, as the unit is: peer authentication, no password, no network"
        self.assertEqual(show(SERVICE, "PrivateNetwork"), "yes")
        majorctl("pause", "--agent", "jdevries", "20m")
        self.assertEqual(self.absent(), "jdevries")
        majorctl("back", "--agent", "jdevries")
        self.await_copy()
        self.assertEqual(psql("SELECT name FROM site"), "zwolle")

    def test_killed(self):
        "the server is killed: calls are decided, leave is refused with the cause; journal and status say so, also after a restart"
        journal = Journal()
        systemctl("kill", "--signal=KILL", SERVER)
        self.answers("killed-1")
        refused = majorctl("leave", "--agent", "mbakker", "tomorrow", check=False)
        self.assertEqual(refused.returncode, 1, refused.stderr)
        self.assertIn("PostgreSQL majord", refused.stderr)
        journal.await_subject("The ledger is unavailable", "PRIORITY=1")
        self.await_status("the database has been away since")
        self.assertEqual(majorctl("status", check=False).returncode, 1)
        systemctl("restart", SERVICE)
        self.answers("killed-2")
        self.await_status("the database has been away since")

    def test_back(self):
        "the server is started again: so says the journal, and what was asked meanwhile is there"
        journal = Journal()
        systemctl("reset-failed", SERVER, check=False)
        systemctl("start", SERVER)
        journal.await_subject("The ledger is available again", seconds=20)
        eventually("changes are taken", lambda: majorctl("sick", "--agent", "jdevries", check=False).returncode == 0)
        self.answers("back-1", NOORD, "2102")
        majorctl("back", "--agent", "jdevries")
        # The one before the restart was kept in memory when that majord ended.
        eventually("the call is there", lambda: psql("SELECT count(*) FROM call WHERE call_id = 'killed-2'") == "1")

    def test_tcp(self):
        "over TCP: not without the drop-in, and with it by the password of the credential"
        psql("ALTER ROLE majord PASSWORD 'correct horse'")
        settings("host=127.0.0.1 dbname=majord user=majord")
        systemctl("restart", SERVICE)
        self.answers("tcp-1")
        self.await_status("the database has been away since")
        PASSWORD.write_text("correct horse\n")
        PASSWORD.chmod(0o600)
        drop_in("postgresql", EXAMPLE.read_text())
        systemctl("restart", SERVICE)
        self.assertEqual(show(SERVICE, "PrivateNetwork"), "no")
        majorctl("sick", "--agent", "jdevries")
        self.assertEqual(self.absent(), "jdevries")
        majorctl("back", "--agent", "jdevries")
        self.assertEqual(psql("SELECT count(*) FROM pg_stat_activity WHERE usename = 'majord' AND client_addr IS NULL"), "0")

    def test_wrong_password(self):
        "a wrong password: the journal has what the server says, and no password; the right one helps without a restart"
        journal = Journal()
        psql("ALTER ROLE majord PASSWORD 'battery staple'")
        psql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'majord'")
        journal.await_message("password authentication failed")
        self.assertNotIn("correct horse", journal.text())
        psql("ALTER ROLE majord PASSWORD 'correct horse'")
        eventually("it is connected", lambda: majorctl("sick", "--agent", "jdevries", check=False).returncode == 0)
        majorctl("back", "--agent", "jdevries")
