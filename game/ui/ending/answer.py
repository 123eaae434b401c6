"""What the target weighed and did, and what it changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from game import words
from game.engine import pressure
from game.engine.abroad import indicators
from game.engine.events import Enforced, Weighed
from game.engine.observation import Observation
from game.engine.record import Draft
from game.engine.scenario import Response
from game.engine.terms import Ballot
from game.ui.abroad import weighing
from game.ui.abroad.missiles import meaning
from game.ui.abroad.plain import Likely
from game.ui.abroad.reading import classes
from game.ui.parts.estimate import answers, once
from game.ui.parts.signs import signed
from game.ui.widgets import (
    Panel,
    Row,
    Run,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital, plural
from game.words.weighing import drawn_by

SHOWN = 6
REASONS = 3
"""Terms that are named as what drew the target to its answer."""


def final_text(o: Observation) -> Draft:
    """Return the adopted text; without one, the regime before."""
    if o.tally is None or not o.tally.adopted:
        return {}
    return next((v.clauses for v in o.versions if v.number == o.blue), {})


def last_text(o: Observation) -> Draft:
    """Return the text that was voted on, or the last one this seat knows."""
    for version in reversed(o.versions):
        if version.number == o.blue or not o.blue:
            return version.clauses
    return {}


def year(o: Observation) -> Enforced | None:
    """Return what a year at the border made of the text, once it is known."""
    return next((e for e in reversed(o.log) if isinstance(e, Enforced)), None)


def odds(o: Observation) -> tuple[tuple[Response, int], ...]:
    """Return what it was likely to do after the vote, from the signs seen, per mille."""
    return once(o, "answer odds", lambda: _odds(o))


def _odds(o: Observation) -> tuple[tuple[Response, int], ...]:
    weights = answers(o, _outlook(o))
    ranked = sorted(o.scenario.target.responses, key=lambda r: -weights[r.id])
    return tuple((r, weights[r.id]) for r in ranked)


def leaned(o: Observation) -> Mapping[str, int]:
    """Return what the target could lean on when it answered, 0 to 100 each."""
    return _outlook(o).felt(o.scenario.target)


def _outlook(o: Observation) -> pressure.Outlook:
    """Return what the target could go by, as it can be reckoned from outside after the vote."""
    yes = o.tally.count(Ballot.YES) if o.tally else 0
    text = final_text(o) if o.tally and o.tally.adopted else None
    s, r = o.scenario, o.record
    return pressure.outlook(s, o.abroad, text, yes, r.day, r.stock, o.before)


def answer(o: Observation) -> Response | None:
    """Return what the target did."""
    return next((r for r in o.scenario.target.responses if r.id == o.response), None)


def why(o: Observation) -> tuple[tuple[str, int], ...]:
    """Return what drew the target most to what it did: name and points, heaviest first.

    Once the cards are open these are the points that were used; before, what can be reckoned.
    """
    done = answer(o)
    if done is None:
        return ()
    used = (e.points for e in reversed(o.log) if isinstance(e, Weighed) and e.response == done.id)
    points = next(used, None) or _reckoned(o, done)
    named = {key: n for key, n in points.items() if key != "base" and n > 0}
    return tuple(
        (drawn_by(o.scenario, key), named[key]) for key in sorted(named, key=lambda k: -named[k])
    )[:REASONS]


def _reckoned(o: Observation, done: Response) -> Mapping[str, int]:
    felt = leaned(o)
    return {key: lean * felt.get(key, 0) // 100 for key, lean in done.leans.items()}


def tone_of(response: Response) -> Tone:
    """Return the colour of a response."""
    tones: Mapping[str, Tone] = {"good": "yes", "bad": "no"}
    return tones.get(response.tone, "abstain")


def done_panel(o: Observation) -> Widget:
    """Return what the target did, why, and what it shows and changes."""
    done, capital_ = answer(o), o.scenario.target.capital
    title = _("What {capital} did").format(capital=capital_)
    if done is None:
        quiet = _("Nothing is recorded: no launch, no test, no word.")
        return Panel(title, (Text(quiet, font="serif", size="lead"),), name="done")
    lines = (
        Text(done.title, size="title", font="serif", tone=tone_of(done)),
        _when(o, done),
        Text(done.text, font="serif"),
        Text((Run(_("In the end") + "  ", bold=True), Run(stands(o))), font="serif"),
        *_explained(o, done),
        *_by_month(o),
    )
    return Panel(title, lines, name="done", gap=7)


def _when(o: Observation, done: Response) -> Widget | None:
    """Return in which month the gravest act was, where there was more than one."""
    acts = o.record.followup.acts
    at = next((month for month, id in acts if id == done.id), 0)
    if len(acts) < 2 or not at:
        return None
    line = _("the gravest of {n} acts, in month {month}").format(n=len(acts), month=at)
    return Text(line, size="small", tone="muted")


def stands(o: Observation) -> str:
    """Return in a sentence where things stand at the end of the months."""
    now, step = o.record.followup, o.abroad.stance
    if step:
        return _("On the road to talks: {step}.").format(step=o.scenario.target.steps[step].title)
    if now.suspended or (now.suspension is not None and now.suspension.status == "kept"):
        return _("Exercises are held off against tests.")
    shots = {r.id for r in o.scenario.target.responses if r.shot}
    last = max((month for month, id in now.acts if id in shots), default=0)
    if last == now.month:
        return _("No pause: it tested in the last month too.")
    return plural("One month without a shot.", "{count} months without a shot.", now.month - last)


def _by_month(o: Observation) -> tuple[Widget, ...]:
    """Return everything that it did in the months since, where there was more than one act."""
    acts, titles = o.record.followup.acts, {r.id: r.title for r in o.scenario.target.responses}
    if len(acts) < 2:
        return ()
    months: dict[int, list[str]] = {}
    for month, id in acts:
        months.setdefault(month, []).append(titles.get(id, id))
    told = (
        (Run(_("month {n}").format(n=n) + "  ", bold=True), Run(", ".join(_counted(what))))
        for n, what in months.items()
    )
    head = Text(_("Month by month"), size="label", tone="muted")
    return (head, *(Text(runs, size="small") for runs in told))


def _counted(titles: Sequence[str]) -> Iterator[str]:
    """Yield each title once, with how often it came where that is more than once."""
    for title, often in Counter(titles).items():
        yield _("{title} ({n} times)").format(title=title, n=often) if often > 1 else title


def expected(o: Observation) -> Widget:
    """Return what the signs let one expect of the target after this vote, with what it did."""
    ranked = odds(o)
    shown = list(ranked[:SHOWN])
    done = next((pair for pair in ranked if pair[0].id == o.response), None)
    if done is not None and done not in shown:
        shown[-1] = done
    acts = [
        Likely(r.title, weight, r.rung, tone_of(r), r.text, is_done=r.id == o.response)
        for r, weight in shown
    ]
    title = _("What {capital} weighed").format(capital=o.scenario.target.capital)
    return weighing.likely(
        acts, title=title, says=_("What the signs let one expect, after this vote:")
    )


def _explained(o: Observation, response: Response) -> tuple[Widget, ...]:
    """Return why it was done, and, of a shot, what it shows and changes and who asks to meet."""
    drew = ", ".join(f"{name} +{points}" for name, points in why(o))
    lines: list[Widget] = []
    if drew:
        lines.append(Text(_("Why: {terms}").format(terms=drew), size="small", tone="muted"))
    if response.shot is not None:
        of_kind = next(c for c in classes(o) if c.kind == response.shot.kind)
        lines += meaning(of_kind)
    return tuple(lines)


def changes(o: Observation) -> Widget:
    """Return what moved: hardship, trust, threat and the programme, before and after."""
    start = indicators(o.begun)
    lines: list[Widget] = []
    for key in ("hardship", "trust", "threat", "programme"):
        was, now = start.get(key, 0), o.indicators.get(key, 0)
        better = (now > was) == (key == "trust")
        tone: Tone = "muted" if was == now else "yes" if better else "no"
        runs: tuple[Run, ...] = (Run(f"{was} → ", tone="muted"), Run(str(now), bold=True))
        if was == now:
            runs = (Run(str(now)),)
        lines.append(
            Row(
                (
                    Text(capital(words.indicator(key)), size="small", flex=1),
                    Text(runs, size="small"),
                    Text(
                        signed(now - was), size="small", tone=tone, bold=True, width=34, align="end"
                    ),
                ),
                gap=8,
            )
        )
    lost, before = o.indicators.get("revenue", 0), start.get("revenue", 0)
    line = _("Export earnings lost in fact: {n} % of the year before the measures; {was} % then")
    line = line.format(n=f"{lost / 10:.1f}", was=f"{before / 10:.1f}")
    lines.append(Text(line, size="small"))
    return Panel(_("What moved since the sitting began"), tuple(lines), name="changes", gap=5)
