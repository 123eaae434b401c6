"""What the terminal shows a person in the target's seat: its plan, its voices, its months."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game import words
from game.commands.terminal import pages
from game.commands.terminal.heard import replies
from game.commands.terminal.pages import SIGNS, log
from game.engine import Observation, ambition
from game.engine.actions import Occur, Sight
from game.engine.events import MonthPassed, Tally, Weighed
from game.engine.followup import PLAN, STEP
from game.engine.terms import TARGET, Phase
from game.session import Note
from game.ui.abroad.plain import Load
from game.ui.target.acts import options
from game.ui.target.ending import so_far
from game.ui.target.plain import Option, Wanted
from game.ui.target.reading import voices, wanted
from game.words import _
from game.words.language import later

HELP: Mapping[str, str] = {
    "voices": later("in the target's seat: who is heard, and what draws to each act"),
}
"""Word -> what it shows."""
ROOM = (
    *("reasons", "suggest", "deals", "weigh", "cables", "leave", "if"),
    *("seen", "standing", "agreed", "compare"),
)
"""Words for those who sit in the room."""
PULLS = 4
"""Terms of an act that are named."""


def is_closed(o: Observation, word: str) -> bool:
    """Tell whether a word is of no use in this seat."""
    return o.seat == TARGET and word in ROOM


def brief(o: Observation) -> Iterator[str]:
    """Yield what this seat was dealt: the target its plan, a delegation its instructions."""
    yield from plan(o) if o.seat == TARGET else pages.brief(o)


def plan(o: Observation) -> Iterator[str]:
    """Yield the plan that was dealt and what it wants; at the end, what came."""
    found = next((d for d in o.scenario.target.doctrines if d.id == o.doctrine), None)
    if found is None:
        yield _("No plan has been made yet.")
        return
    yield _("Your plan: {title}").format(title=found.title)
    yield found.text
    yield ""
    yield _("What it wants of the months after the vote (points)")
    yield from (_want(it) for it in wanted(o))


def _want(it: Wanted) -> str:
    mark = " " if it.met is None else "x" if it.met else "-"
    came = f"  ({it.came})" if it.came else ""
    if it.met is not None:
        came = "  " + _("({came}; wanted: {bound})").format(came=it.came, bound=it.bound)
    return f" [{mark}] {it.points:3}  {it.text}{came}"


def inner(o: Observation) -> Iterator[str]:
    """Yield who is heard in the capital, and what draws it to each act that is open."""
    if o.seat != TARGET:
        yield _("Nobody outside hears them.")
        return
    yield _("Who is heard, 0 to 100")
    for voice in voices(o):
        yield f"  {voice.strength:3}  {voice.title}: {voice.text}"
    found = [it for it in options(o) if it.pulls and it.action is not None]
    if found:
        yield _("What draws there, in points; ten double the weight of an act")
    yield from (_drawn(it) for it in found)


def _drawn(it: Option) -> str:
    shown = ", ".join(_load(pull) for pull in it.pulls[:PULLS])
    return f"  {it.share / 10:4.0f} %  {it.points:4}  {it.title}: {shown}"


def _load(it: Load) -> str:
    return f"{it.name.lower()} {words.signed(it.points)}"


def told(o: Observation, notes: Sequence[Note]) -> Iterator[str]:
    """Yield what has become known since the last look, and in a month how things stand."""
    if o.phase is Phase.ECHO:
        yield from _large(o) if o.stage in (PLAN, STEP) else _month(o)
        return
    if o.phase is Phase.ALARM:
        yield from log(o, [e for e in o.log if isinstance(e, Occur | Sight)])
    for note in notes:
        yield f" {SIGNS[note.kind]} {note.text}"
    if not notes and o.phase is not Phase.ALARM:
        yield _("Nothing new has become known.")
    if o.phase is Phase.ALARM:
        yield _("'brief' shows your plan, 'voices' who is heard.")


def _large(o: Observation) -> Iterator[str]:
    """Yield what is asked of large steps: to begin one, or what becomes of the one begun."""
    plan = o.inside.plan if o.inside is not None else ""
    titles = {r.id: r.title for r in o.scenario.target.responses}
    if o.inside is None or plan not in titles:
        yield _("Is a large step to be made ready? Nobody is told of it.")
        yield from acts(o)
        return
    ready = _("In secret: {act}; {n} signs of it could be seen.")
    yield ready.format(act=titles[plan].lower(), n=o.inside.signs)


def _month(o: Observation) -> Iterator[str]:
    month = o.record.followup.month
    if month == 1:
        yield from log(o, [e for e in o.log if isinstance(e, Tally)])
    passed = [at for at, e in enumerate(o.log) if isinstance(e, MonthPassed)]
    start = passed[-2] + 1 if len(passed) > 1 else passed[-1] if passed else len(o.log)
    # What one did, and what drew there, was told at once.
    yield from log(o, [e for e in replies(o, o.log[start:]) if not isinstance(e, Weighed)])
    if month == 1:
        yield _("What can be done: the word, its rung, how strongly it draws")
        yield from acts(o)


def acts(o: Observation) -> Iterator[str]:
    """Yield every act that is open, with its word, its rung, and how strongly it draws."""
    rungs = {r.id: r.rung for r in o.scenario.target.responses}
    for it in options(o):
        id = getattr(it.action, "response", "")
        if id in rungs:
            rung = _("rung {number}").format(number=rungs[id])
            yield f"     {id:<18} {rung}  {it.share / 10:4.0f} %  {it.title}"


def judged(o: Observation) -> Iterator[str]:
    """Yield at the end what the plan wanted against what came."""
    yield ""
    yield from plan(o)
    yield _("{score} of 100 points of what was wanted came about.").format(score=ambition.score(o))
    if campaign := so_far(o):
        yield campaign
