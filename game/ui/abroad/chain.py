"""What fills the campaign strip: sittings played, the one at hand, those ahead, what is carried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from game import words
from game.engine.actions import Occur
from game.engine.course import voted_on
from game.engine.observation import Observation
from game.engine.past import Left
from game.engine.scenario import Response
from game.engine.terms import Ballot, Phase
from game.ui.abroad import strip as strips
from game.ui.abroad.plain import Bead, Carried, Moment, Strip
from game.ui.messages import Picks
from game.ui.widgets import Tone, Widget
from game.words import _
from game.words.carried import carried

DAYS = 30.44
"""Days of a month on the line."""
ANSWERED = 12
"""Days after a sitting at which what the target did stands, where its date was not kept."""
TONES: Mapping[str, Tone] = {"good": "yes", "bad": "no", "open": "muted"}


def strip(o: Observation, past: Sequence[Left]) -> Strip | None:
    """Return the campaign that a sitting belongs to; nothing where it stands alone."""
    s = o.scenario
    if s.campaign is None:
        return None
    known = (*(left.day for left in past), s.start)
    begin = min(known).replace(month=1, day=1)
    ahead = s.campaign.sequels[len(past) :]
    end = max(*known, *(q.scenario.start for q in ahead), s.date(o.record.day))

    def at(day: date) -> float:
        return (day - begin).days / DAYS

    beads = (
        *(_played(left, at(left.day)) for left in past),
        _now(o, at(_today(o))),
        *(
            Bead(at(q.scenario.start), q.scenario.title, words.date(q.scenario.start), "ahead")
            for q in ahead
        ),
    )
    years = range(begin.year, end.year + 1)
    return Strip(
        at(end) + 0.5,
        tuple(beads),
        tuple(
            Moment(at(day), label, kind)
            for day, label, kind in sorted(_between(o, past), key=lambda m: m[0])
        ),
        tuple((max(0.0, at(date(year, 1, 1))), str(year)) for year in years),
        tuple(_carried(o)),
    )


def _today(o: Observation) -> date:
    """Return the day by which the sitting at hand is known: today, or later that of its vote."""
    voted = voted_on(o.log)
    return o.scenario.date(o.record.day if voted is None else voted)


def _played(left: Left, at: float) -> Bead:
    status = "passed" if left.passed else "adopted" if left.adopted else "failed"
    votes = _("with {yes}").format(yes=left.yes) if left.adopted and not left.passed else ""
    title = left.title or words.capital(left.sitting.replace("_", " "))
    return Bead(at, title, words.date(left.day), status, votes)


def _now(o: Observation, at: float) -> Bead:
    s = o.scenario
    day = words.date(_today(o))
    if o.tally is None or o.phase is Phase.VOTE:
        return Bead(at, s.title, day, "now")
    votes = _("with {yes}").format(yes=o.tally.count(Ballot.YES)) if o.tally.adopted else ""
    return Bead(at, s.title, day, "adopted" if o.tally.adopted else "failed", votes)


def _between(o: Observation, past: Sequence[Left]) -> Iterator[tuple[date, str, str]]:
    """Yield what the target did after each sitting, and what opened those that can be told."""
    acts = {r.id: r for r in o.scenario.target.responses}
    for left in past:
        for id in left.acts:
            if id in acts:
                day = left.acted or left.ended + timedelta(days=ANSWERED)
                yield day, acts[id].title, kind_of(acts[id])
    sequels = o.scenario.campaign.sequels if o.scenario.campaign else ()
    for sequel, left in zip(sequels, past[1:], strict=False):
        if not left.passed:
            first = sequel.scenario.incidents[0]
            yield sequel.scenario.start, first.title, "shot"
    happened = {e.incident for e in o.log if isinstance(e, Occur)}
    for incident in o.scenario.incidents:
        if incident.id in happened:
            kind = "shot" if incident.stock else "finding"
            yield o.scenario.date(incident.day), incident.title, kind


def kind_of(response: Response) -> str:
    """Return what stands on a line of time for an act of the target."""
    return "shot" if response.shot else "talks" if response.tone == "good" else "finding"


def _carried(o: Observation) -> Iterator[Carried]:
    """Yield what goes on from sitting to sitting, with the flag of whom it is about."""
    for line in carried(o):
        yield Carried(line.seat, line.text, TONES[line.tone], line.kind)


def follows(o: Observation) -> bool:
    """Tell whether another sitting of a campaign follows this one."""
    linked = o.scenario.campaign
    return linked is not None and not linked.ends_with(o.scenario.id)


def campaign(o: Observation, picks: Picks) -> Widget | None:
    """Return the strip of the campaign that a sitting belongs to, if it does."""
    found, whole = strip(o, picks.house.past), o.scenario.campaign
    if found is None or whole is None:
        return None
    return strips.strip(found, title=whole.title, narrow=picks.house.is_narrow)
