"""A question that is not the draft in blue: what it would change, and one's own sum on it."""

from __future__ import annotations

from collections.abc import Mapping

from game import words
from game.engine import council, opinion, procedural
from game.engine.consensus import ballot_for
from game.engine.events import Tally
from game.engine.observation import Observation
from game.engine.record import Draft, Question
from game.engine.terms import Ballot
from game.engine.wording import put
from game.ui.drafting.paper import changed, runs_of
from game.ui.messages import Picks
from game.ui.parts.estimate import estimate
from game.ui.parts.frame import frame
from game.ui.parts.reasons import Why, reason_lines, reasons, reasons_on
from game.ui.parts.seats import seat_name
from game.ui.parts.signs import percent, signed
from game.ui.voting.ballot import ballots, own_sum
from game.ui.widgets import (
    SIGNS,
    Column,
    Flag,
    Panel,
    Paragraph,
    Row,
    Run,
    Text,
    Tone,
    Widget,
)
from game.words import _, capital, procedure
from game.words.language import later
from game.words.procedure import question as about
from game.words.readings import beside
from game.words.rules import needs, rule

EFFECTS: Mapping[str, str] = {
    "agenda": later("Without nine there is no meeting on it; members can still meet behind doors."),
    "invitation": later("Without nine the guest is not heard."),
    "ruling": later("With nine the President is overruled, and the meeting goes on so."),
    "suspend": later("With nine the meeting pauses, and goes on the same day."),
    "adjourn": later("With nine the meeting ends for today; the draft waits."),
    "adjourn_to": later("With nine the meeting ends, and goes on some days later."),
    "refer": later("With nine the draft is in blue no more and goes back to the consultations."),
    "postpone": later("With nine there is no vote on the draft at all."),
}
"""Kind of question -> what its result does, in one sentence."""


STAYS = later("The meeting goes on as before.")
RESULTS: Mapping[str, tuple[str, str]] = {
    "agenda": (
        later("The agenda is adopted, and the meeting begins."),
        later("There is no agenda; the members meet behind closed doors instead."),
    ),
    "invitation": (later("The guest is heard."), later("The guest is not heard.")),
    "ruling": (later("The President is overruled."), later("The ruling stands.")),
}
"""Kind of question -> what follows if it is carried, and if not."""


def headed(o: Observation, question: Question | None, title: str, tone: Tone = "text") -> Widget:
    """Return what the meeting is at, with what is voted on above it."""
    what = capital(about(o.scenario, question))
    return Column(
        (
            Text(what, size="lead", font="serif", tone="muted", align="center"),
            Text(title, size="title", font="serif", align="center", tone=tone),
        ),
        gap=4,
    )


def question_page(o: Observation, picks: Picks, question: Question) -> Widget:
    """Return a ballot on a question: what it changes, the three votes, one's own sum."""
    line = _("One sealed ballot. Nobody sees it before the hands go up.")
    if o.actor != o.seat:
        line = _("Others are voting; your turn comes.")
    parts = own_reasons(o, question)
    ask = Column(
        (
            Text(line, tone="muted", align="center"),
            ballots(o, picks, prices(o, question), due(o, question, parts)),
        ),
        gap=14,
        flex=5,
        min_width=320,
    )
    what = Column((what_it_does(o, question),), flex=5, min_width=320)
    weigh = Column((_own_sum(o, question, parts),), flex=3, min_width=250)
    columns = (ask, what, weigh) if picks.house.is_narrow else (what, ask, weigh)
    body = (
        Column(
            (
                Text(_("Put to the vote"), size="label", tone="muted", align="center"),
                Text(
                    capital(about(o.scenario, question)), size="title", font="serif", align="center"
                ),
                Text(
                    f"{rule(o.scenario, question)} · {needs(question)}",
                    tone="muted",
                    align="center",
                ),
            ),
            gap=6,
        ),
        Row(columns, gap=18, align="start"),
    )
    return frame(o, picks, Column(body, gap=16, flex=1))


# -- one's own sum


def own_reasons(o: Observation, question: Question) -> Why | None:
    """Return one's own reasons on a question; the sum shown is the sum a computer would use."""
    if question.kind == "draft":
        return reasons_on(o, question.version)
    vote = procedural.Vote(o.scenario, o.seat, question)
    text = _text(o, question)
    if text is not None and (now := reasons(o, o.seat, text)) is not None:
        brief = o.scenario.briefs[o.seat]
        after = reasons(o, o.seat, after_it(o, question, text))
        change = after.total - now.total if after else 0
        vote = procedural.Vote(
            o.scenario,
            o.seat,
            question,
            now.total - brief.yes_at,
            -change if question.kind == "part" else change,
            fails=question.kind in council.MOTIONS and _fails(o, text),
        )
    found = sorted(procedural.reasons(vote), key=lambda r: -abs(r.points))
    return Why(tuple(found), True)


def _fails(o: Observation, text: Draft) -> bool:
    """Tell whether a text is expected to fail today."""
    found = estimate(o, text)
    return found is not None and round(1000 * found.passes) < procedural.CARRIES


def _text(o: Observation, question: Question) -> Draft | None:
    number = question.version or o.blue
    known = (*o.versions, *o.rivals)
    return next((v.clauses for v in known if v.number == number), None)


def after_it(o: Observation, question: Question, text: Draft) -> Draft:
    """Return the draft as it is if an amendment is carried, or a part is voted out."""
    if question.kind not in ("amendment", "part"):
        return text
    return put(o.scenario, text, question.clause)


def due(o: Observation, question: Question, parts: Why | None) -> Ballot | None:
    """Return the vote that one's own sum leads to."""
    if parts is None:
        return None
    if question.kind == "draft":
        heard = opinion.heard_of(o, question.version)
        return ballot_for(o.scenario, heard, o.seat, parts.total)
    return procedural.ballot(parts.reasons)


def prices(o: Observation, question: Question) -> Mapping[Ballot, str]:
    """Return what a no does here, and what abstaining does."""
    five = o.seat in o.scenario.permanent
    if council.is_procedural(question):
        no = _("No veto here: a matter of procedure.") if five else ""
        return {Ballot.NO: no, Ballot.ABSTAIN: _("One of nine that are needed is missing then.")}
    no = _("A veto: your no alone defeats it.") if five else ""
    if five and question.kind == "draft":
        heard = opinion.heard_of(o, question.version)
        no += " " + procedure.veto_price(o.scenario, heard, o.seat)
    return {Ballot.NO: no, Ballot.ABSTAIN: "" if five else _("One of nine is missing then.")}


def _own_sum(o: Observation, question: Question, parts: Why | None) -> Widget:
    if question.kind == "draft" and question.version == o.blue:
        return own_sum(o)
    if parts is None:
        return Panel(_("Your sum"), (Text(_("There is nothing to weigh."), tone="muted"),))
    says = {Ballot.YES: _("for it"), Ballot.NO: _("against it")}
    ballot = due(o, question, parts) or Ballot.ABSTAIN
    tones: Mapping[Ballot, Tone] = {Ballot.YES: "yes", Ballot.NO: "no"}
    head = (
        Run(signed(parts.total), bold=True),
        Run("  " + says.get(ballot, _("neither for nor against"))),
    )
    return Panel(
        _("Your sum"),
        (
            Text(head, size="heading", font="serif", tone=tones.get(ballot, "abstain")),
            reason_lines(o, parts, limit=7, draft=_text(o, question)),
            Text(other, tone="muted") if (other := _beside(o, question)) else None,
        ),
        name="own sum",
        gap=10,
    )


def _beside(o: Observation, question: Question) -> str:
    return beside(o, question) if question.kind == "draft" else ""


# -- what it does


def what_it_does(o: Observation, question: Question) -> Widget:
    """Return what carrying a question would change: words of the draft, or the meeting."""
    who = Row(
        (
            Flag(question.by, height=16),
            Text(_("Moved by {seat}").format(seat=seat_name(o, question.by)), tone="muted"),
        ),
        gap=8,
    )
    text = _text(o, question)
    if question.kind in ("amendment", "part") and text is not None:
        return Column((who, _clause(o, question, text), _odds(o, question, text)), gap=10)
    if question.kind == "draft" and text is not None:
        return Column((who, _rival(o, text)), gap=10)
    says = _(EFFECTS.get(question.kind, "")) or rule(o.scenario, question)
    return Column((who, Text(says, font="serif", size="lead")), gap=10)


def _clause(o: Observation, question: Question, text: Draft) -> Widget:
    s, id = o.scenario, question.measure
    after = after_it(o, question, text)
    found = next((c for c in words.diff(s, text, after) if c.measure == id), None)
    number = words.capital(words.paragraph(s, text, id))
    if question.kind == "part":
        runs = runs_of(words.styled(words.printed(s, text[id]))) if id in text else ()
        head = _("{number}: kept with nine, taken out without").format(number=number)
    else:
        runs = changed(s, found, text, after) if found else ()
        head = found.text if found else number
    return Panel(
        "",
        (Text(head, size="small", bold=True), Paragraph(runs)),
        surface="paper",
        pad=20,
        name="the clause",
    )


def _odds(o: Observation, question: Question, text: Draft) -> Widget | None:
    was, now = estimate(o, text), estimate(o, after_it(o, question, text))
    if was is None or now is None:
        return None
    if question.kind == "part":
        says = _("The draft passes {was} with it, {now} without.")
    else:
        says = _("The draft passes {was} as it stands, {now} with the amendment.")
    line = says.format(was=percent(was.passes), now=percent(now.passes))
    return Text(line, tone="muted")


def _rival(o: Observation, text: Draft) -> Widget:
    """Return how a rival draft differs from the draft in blue."""
    main = next((v.clauses for v in o.versions if v.number == o.blue), {})
    found = words.diff(o.scenario, main, text)
    arrows = {"+": SIGNS["up"], "-": SIGNS["down"]}
    lines = tuple(
        Text((Run(f"{arrows.get(c.sign, '±')} ", tone="accent"), Run(capital(c.text))))
        for c in found
    )
    title = Text(_("Against the draft in blue"), size="label", tone="muted")
    return Panel("", (title, *lines), surface="paper", pad=20, gap=6, name="rival")


def change_made(tally: Tally) -> Widget | None:
    """Return what a result means for the meeting, in one sentence."""
    q = tally.question
    if q is None or q.kind == "draft":
        return None
    if q.kind == "amendment":
        says = _("The draft is changed; it is voted on as amended.")
        if not tally.adopted:
            says = _("The draft stays as it was.")
    elif q.kind == "part":
        says = _("The paragraph stays in the draft.")
        if not tally.adopted:
            says = _("The paragraph is taken out of the draft.")
    else:
        carried, lost = RESULTS.get(q.kind, (EFFECTS[q.kind], STAYS))
        says = _(carried if tally.adopted else lost)
    return Text(says, font="serif", size="lead", align="center", tone="muted")
