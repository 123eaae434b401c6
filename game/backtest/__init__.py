"""The model held against the record: votes of 2016 and 2017, and the world of 2006 to 2018.

`votes` puts recorded texts to the vote. `replay` is what a replay is given, `record` what happened;
`worlds` runs a thousand at once, `scores` compares, `calibration` fits on the early years,
`policies` takes parts of history away, and `doctrines` deals another plan before the same text.
"""

from game.backtest import votes
from game.backtest.calibration import Trial, calibrated, written
from game.backtest.doctrines import by_doctrine
from game.backtest.policies import POLICIES, compare
from game.backtest.record import events, flights, nuclear_tests
from game.backtest.replay import Replay, read_replay
from game.backtest.report import doctrine_page, policy_page, replay_page
from game.backtest.scores import FIT_YEARS, OWN_TEST, Scored, scored
from game.backtest.worlds import History, replayed

__all__ = [
    "FIT_YEARS",
    "OWN_TEST",
    "POLICIES",
    "History",
    "Replay",
    "Scored",
    "Trial",
    "by_doctrine",
    "calibrated",
    "compare",
    "doctrine_page",
    "events",
    "flights",
    "nuclear_tests",
    "policy_page",
    "read_replay",
    "replay_page",
    "replayed",
    "scored",
    "votes",
    "written",
]
