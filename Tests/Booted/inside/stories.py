"""Runs the stories in their order, prints each with its result, and leaves the verdict in /results/verdict."""

import importlib
import os
import pathlib
import sys
import time
import unittest

from system import Journal

# The installation comes first and the removal last; every other story starts from a fresh office.
STORIES = [
    "install", "units", "reload", "big_reload", "calls", "crash", "watchdog", "broken_start", "restarts",
    "kills", "fastagi", "limits", "pbx_access", "journal_catalog", "bad_input", "ledger_trouble", "postgresql", "name_service", "hang",
    "status", "lamps", "metrics", "notify", "varlink_tools", "web", "upgrade", "removal",
]


class InOrder(unittest.TestLoader):
    """Tests run in the order in which they are written."""

    def loadTestsFromModule(self, module):
        values = [value for value in vars(module).values() if isinstance(value, type)]
        return unittest.TestSuite(
            self.loadTestsFromTestCase(value) for value in values
            if issubclass(value, unittest.TestCase) and value.__module__ == module.__name__)

    def getTestCaseNames(self, case):
        return [name for name in vars(case) if name.startswith("test")]


class Result(unittest.TestResult):
    """Prints a line a test; of one that fails also the assertion, and what majord and systemd said meanwhile."""

    story = None

    def startTest(self, test):
        super().startTest(test)
        self.announce(test)
        self.journal = Journal()
        self.started = time.monotonic()

    def announce(self, test):
        """The story's name, before its first test."""
        module = sys.modules.get(type(test).__module__)
        if module is not self.story and isinstance(test, unittest.TestCase):
            self.story = module
            print(module.__doc__.splitlines()[0], flush=True)

    def tell(self, word, test, text=""):
        lasted = time.monotonic() - self.started
        name = getattr(test, "shortDescription", lambda: None)() or str(test)
        print(f"  {word:<7} {name} ({lasted:.1f} s)" + (f": {text}" if text else ""), flush=True)

    def explain(self, test, error):
        print("\n".join("      | " + line for line in self._exc_info_to_string(error, test).splitlines()))
        lines = []
        for line in self.journal.text().splitlines() if hasattr(self, "journal") else []:
            # The same again, but for the time, is not shown again.
            if not lines or line.split()[3:] != lines[-1].split()[3:]:
                lines.append(line)
        print("\n".join("      > " + line for line in lines[-40:]), flush=True)
        if not os.path.exists("/usr/bin/majord") and type(test).__module__ == "story_install":
            print("Without an installation there is nothing to test.")
            self.stop()

    def addSuccess(self, test):
        super().addSuccess(test)
        self.tell("ok", test, getattr(test, "figures", ""))

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.started = getattr(self, "started", time.monotonic())
        self.tell("skipped", test, reason)

    def addFailure(self, test, error):
        super().addFailure(test, error)
        self.tell("FAILED", test)
        self.explain(test, error)

    def addError(self, test, error):
        super().addError(test, error)
        self.started = getattr(self, "started", time.monotonic())
        self.tell("ERROR", test)
        self.explain(test, error)

    def addSubTest(self, test, subtest, error):
        super().addSubTest(test, subtest, error)
        if error is not None:
            self.tell("FAILED", subtest)
            self.explain(subtest, error)


def main():
    wanted = os.environ.get("STORIES", "").split()
    unknown = [name for name in wanted if name not in STORIES]
    if unknown:
        sys.exit(f"There is no story {unknown[0]}; there are {' '.join(STORIES)}.")
    wanted = [name for name in STORIES if name == "install" or not wanted or name in wanted]
    loader, result = InOrder(), Result()
    unittest.TestSuite(
        loader.loadTestsFromModule(importlib.import_module(f"story_{name}")) for name in wanted).run(result)
    failures = len(result.failures) + len(result.errors)
    print(f"{result.testsRun} tests, {failures} failed, {len(result.skipped)} skipped", flush=True)
    verdict = "passed" if failures == 0 and result.testsRun > 0 else "failed"
    pathlib.Path("/results/verdict").write_text(verdict)
    return 0 if verdict == "passed" else 1


if __name__ == "__main__":
    sys.exit(main())
