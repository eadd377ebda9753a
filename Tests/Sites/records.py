"""All that is kept, read from a server by SQL alone."""

import json


class Records:
    TABLES = ("roster_change", "absence", "deputyship", "client_case", "call", "missed_call", "event", "site")

    def __init__(self, tables):
        self.tables = tables

    def __getattr__(self, name):
        return self.tables[name]

    @classmethod
    def read(cls, server):
        """Each table as a list of dictionaries, in the order of its first column."""
        return cls({
            table: [json.loads(row[0]) for row in server.ask(f"SELECT row_to_json(row) FROM (SELECT * FROM {table} ORDER BY 1) row", "majord")]
            for table in cls.TABLES})
