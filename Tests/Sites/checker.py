"""The check of all records after a run, in nothing but Python and what SQL returned: none of majord's code has a part in it."""

import check_calls
import check_changes
import check_sites

# Each yields what does not hold, in words; nothing where all holds.
CHECKS = {
    "each acknowledged change is there once, each refused one is not": check_changes.once,
    "nothing was entered or ended twice": check_changes.doubled,
    "change numbers are in the order of time": check_changes.in_order,
    "each site saw what the others had acknowledged": check_changes.causality,
    "the guard held": check_changes.guard,
    "each call got an agent in time": check_calls.answered,
    "each acknowledged report is there once": check_calls.reported,
    "ids of decisions and calls are unique": check_calls.unique,
    "missed calls were counted once": check_calls.missed,
    "each standby has the same records": check_sites.copies,
    "all sites see the same roster, and nobody on the phone": check_sites.views,
    "one site knew of another in time": check_sites.latency,
    "every fault was put right": check_sites.faults,
}


def findings(evidence):
    """What does not hold, by the check."""
    return {name: list(check(evidence)) for name, check in CHECKS.items()}
