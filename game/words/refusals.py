"""Why something cannot be done now, and what the Secretariat remarks on a text."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.actions import Refusal
from game.engine.lint import Remark
from game.engine.opinion import level_of
from game.engine.record import Draft
from game.engine.scenario import Scenario
from game.engine.terms import Circle, Phase
from game.words import names
from game.words.document import paragraph
from game.words.language import _, capital, later

REFUSALS: Mapping[str, str] = {
    "arranged": later("the order of speakers was set in this meeting already"),
    "customary": later("that is the order of custom; nothing has to be set"),
    "no_meeting": later("that is set as a meeting opens, before others have spoken"),
    "not_everybody": later("every member is called once"),
    "not_president": later("only the President can do that"),
    "scheduled": later("the day of the vote was set already"),
    "aided": later("you have paid for aid in this season"),
    "held_already": later("somebody has placed a hold on it already"),
    "in_contact": later("your line is open already"),
    "no_exercises": later("the exercises are not yours to hold off"),
    "no_channel": later("you could not carry such an offer"),
    "no_committee": later("no text has founded a Committee so far"),
    "no_report_due": later("no report is due now"),
    "no_suspension": later("no exercises of yours are held off"),
    "nothing_owed": later("you owe nobody such a favour"),
    "nothing_urged": later("nobody has brought up to hold your exercises off"),
    "nothing_open": later("nothing of this kind is before the Committee"),
    "time_given": later("more time was given for it already"),
    "renewal_has_a_day": later("the mandate ends on its day, and nobody can put that off"),
    "not_in_hand": later("what you moved is not in hand now"),
    "own_notice": later("you sent it yourself"),
    "renewal_by_nine": later("only a permanent member's vote against it ends the mandate"),
    "resented": later("your capital resents it"),
    "others_decide": later("only {seats} can do that"),
    "sent_already": later("the Committee has had that before it in this season"),
    "suspension_stands": later("such an offer stands already"),
    "turned_down": later("that was turned down just now"),
    "won_already": later("that has been won"),
    "done_this_month": later("that was done this month"),
    "answer_due": later("your capital has not answered your last request yet"),
    "approached": later("you have approached {actor} in this round"),
    "counter_or_line": later("name another offer, or a clause without wording; not both"),
    "favour_given": later("you have promised that already: {favour}"),
    "favour_unwanted": later("that is worth nothing to the other side"),
    "inquired": later("you have asked one delegation for its needs in this round"),
    "no_next_text": later("no text follows this one that the same member would draft"),
    "no_border": later("the border is not in those hands"),
    "no_credit": later("your capital has no more patience to spend on this"),
    "no_more_room": later("your capital has given all the room it has"),
    "no_offer": later("no offer waits for your answer"),
    "no_question": later("nobody has asked what you need"),
    "not_soon": later("the vote is on the next day, as is the custom"),
    "offer_waits": later("an offer waits for an answer first"),
    "promised": later("that was promised between the two of you already"),
    "question_waits": later("a question waits for an answer first"),
    "term_twice": later("the same thing stands twice on one side of the offer"),
    "terms_count": later("each side of an offer has one to {top} terms"),
    "date_past": later("the others need a round to answer in: a date lies further ahead"),
    "date_set": later("a date was set already, and is not taken back"),
    "too_late": later("an answer would come too late"),
    "asked_before": later("you have asked for just that on {measure}"),
    "automatic": later("the text authorizes force, and no paragraph says where"),
    "carried_out": later("there is nothing of this kind left to explain at home"),
    "clause_edited": later("{measure} was edited at the door for another delegation"),
    "closed_already": later("{measure} is closed with all who have seen the text"),
    "closed_to_you": later("you agreed to {measure}; to open it again takes two acts"),
    "counter_is_ask": later("that is what was asked for; grant it instead"),
    "delayed": later("the vote was put back by an hour already"),
    "demanded": later("you have asked to see the text; the pen knows"),
    "edited": later("you have proposed an edit; one is heard from each delegation"),
    "edits_spent": later("two edits were taken at the door; a third would be another text"),
    "excludes": later("{measure} cannot stand beside {other}; take one of them out"),
    "extended": later("the deadline was moved by a day already"),
    "fixed_verb": later("the verb of {measure} cannot be changed at this level"),
    "fixed_words": later("the words of {measure} cannot be softened or hardened at this level"),
    "force": later("{measure} goes beyond Article 41 and needs {other} at “{level}”"),
    "heard_all": later("nobody is left to be heard before you"),
    "in_force": later("{measure} is in force; a text can go beyond it, not below"),
    "insisted": later("a delegation has insisted on the 24 hours"),
    "legal_gate": later("{measure} decides for all States and needs {other} at “{level}” or above"),
    "marked": later("you have spoken for or against {measure} already"),
    "marks_spent": later("you have backed or opposed three clauses; more would not be heard"),
    "names_no_clause": later("only a narrow reading names a clause"),
    "narrower": later("the last text was shown to {circle}; a circle does not become smaller"),
    "no_asks": later("nobody waits for an answer"),
    "no_edits": later("no edit of theirs waits at the door"),
    "no_silence": later("no text is under silence"),
    "no_statement": later("there is no statement on the table"),
    "no_text": later("there is no text yet; write a clause first"),
    "no_time": later("the vote is on this very day; somebody would have to insist on the 24 hours"),
    "no_tokens": later("you have no acts left in this round"),
    "not_asked": later("that request does not wait for an answer"),
    "not_to_be_read": later("that can not be said of this vote"),
    "not_counted": later("the votes have not been counted yet"),
    "not_due": later("the time for it has not come, or is past"),
    "not_in_play": later("that part of the practice is not in play in this sitting"),
    "not_in_text": later("there is nothing to speak about: {measure} is not in the text you saw"),
    "not_in_this_beat": later("that is not done now; this is {beat}"),
    "not_seen": later("you have not been shown the text"),
    "not_small": later("at the door one softener, one hardener or one value changes, and no more"),
    "not_shown": later("show the text to somebody first"),
    "not_the_pen": later("only the penholder can do that"),
    "not_with_all": later("only a text that all fifteen have, as it is, goes under silence"),
    "not_your_turn": later("it is not your turn; the Council waits for {actor}"),
    "not_yours": later("there is nothing of this kind for you to do now"),
    "nothing_new": later("they have seen just this text; change it, or show it to more"),
    "not_ready": later("a large step has to be made ready first, and takes months"),
    "step_first": later("first comes what becomes of the large step that is made ready"),
    "out_of_reach": later("the programme is not so far yet, or the road does not lead there"),
    "own_draft": later("it is your own draft; change the text instead"),
    "own_verb": later("that is the verb it has"),
    "own_words": later("what a level says by itself is not written down again"),
    "requires": later("{measure} needs {other} at “{level}” or above"),
    "said": later("you have stated your position in this round"),
    "seen": later("you have seen the text"),
    "shown_otherwise": later("{measure} stood otherwise in the text they saw; show it first"),
    "silence_runs": later("a text is under silence; keep it, or break it"),
    "silenced_before": later("this text was under silence; change it first"),
    "silences_spent": later("two texts were under silence; a third would not be"),
    "spoken": later("you have spoken in the soundings"),
    "sponsor": later("you are among the sponsors"),
    "unchanged": later("{measure} stands like that already"),
    "unknown": later("nothing here is called {name}"),
    "unknown_level": later("{measure} has levels 0 to {top}"),
    "unknown_measure": later("no measure is called {measure}"),
    "unknown_words": later("{measure} leaves nothing open that is called {words}"),
    "vote_taken": later("the vote has begun"),
    "voted": later("your ballot is in the box"),
    "warned": later("you have said just that on {measure}"),
    # Meetings, statements and the floor.
    "answer_first": later("you are asked for an answer"),
    "barred": later("that member has to abstain already"),
    "chapter_seven": later("the draft acts under Chapter VII; nobody has to abstain on it"),
    "explained": later("you have explained your vote in this meeting already"),
    "fallen": later("it has just fallen over an objection"),
    "issued": later("that has gone out already"),
    "moved": later("that was moved before"),
    "must_abstain": later("as a party to the dispute you have to abstain"),
    "no_draft": later("there is no such draft of yours on the table"),
    "no_floor": later("you do not have the floor"),
    "no_matter": later("there is nothing before you to object to"),
    "no_point": later("nobody has raised a point of order"),
    "not_called": later("nothing is put to the vote now"),
    "not_in_statement": later("the statement does not speak of {measure}, or nobody minds it"),
    "not_moved": later("that has not been moved"),
    "not_presidential": later("one dissociates oneself only from a presidential statement"),
    "not_requested": later("nobody has asked for such a meeting"),
    "not_shown_to_all": later("not all fifteen have seen the text yet"),
    "not_softer": later("that is the word they could not bear, or none at all"),
    "requested": later("you have asked for a meeting"),
    "requested_before": later("that was asked for; sign the letter"),
    "seconded": later("that draft has a seconder"),
    "tabled": later("you have a draft of your own on the table"),
    "unfit_line": later("a line of your own has at most {most} characters, all of them printable"),
}
"""Key of a rule -> why it forbids something."""

REMARKS: Mapping[str, str] = {
    "automatic": later(
        "The preamble authorizes all measures in the paragraphs so indicated, but no paragraph "
        "indicates them."
    ),
    "chapter": later("{here} decides measures, but no paragraph acts under Chapter VII."),
    "diplomatic": later("The text has {other} at “{now}”; words on talks are expected, “{level}”."),
    "empty": later("The text adds nothing to the measures in force."),
    "excludes": later("{here} cannot stand beside {there} ({other})."),
    "force": later("{here} authorizes measures beyond Article 41; {there} does not."),
    "humanitarian": later(
        "The measures weigh on whole sectors; {other} is expected at “{level}” or above."
    ),
    "legal_gate": later(
        "{here} decides on measures for all Member States; {other} at “{level}” is missing."
    ),
    "replaces": later("{here} covers what is limited already. Which paragraph does it replace?"),
    "requires": later("{here} rests on {other} at “{level}” or above; the text has “{now}”."),
    "threat": later(
        "{here} decides on measures for all Member States, but no paragraph determines a threat "
        "to the peace."
    ),
}
"""Key of a remark -> what the Secretariat says."""


def why(refusal: Refusal, scenario: Scenario) -> str:
    """Return why something cannot be done, as a sentence without a full stop."""
    return capital(_(REFUSALS[refusal.key]).format_map(_Fields(_named(refusal.fields, scenario))))


class _Fields(dict[str, str]):
    """Says what it is where a rule does not name it."""

    def __missing__(self, key: str) -> str:
        return _(_UNNAMED.get(key, key))


_UNNAMED = {"measure": later("it"), "actor": later("another delegation"), "top": later("its top")}


def _named(fields: Mapping[str, str], s: Scenario) -> dict[str, str]:
    out = dict(fields)
    for key in ("measure", "other"):
        if fields.get(key):
            out[key] = names.measure(s, fields[key])
    if "actor" in fields:
        out["actor"] = names.the(s, fields["actor"]) if fields["actor"] else _("nobody any more")
    if "seats" in fields:
        out["seats"] = names.seats(s, fields["seats"].split()) or _("others, outside this Council")
    if "beat" in fields:
        out["beat"] = names.beat(Phase(fields["beat"]))
    if "circle" in fields:
        out["circle"] = names.circle(s, Circle(fields["circle"]))
    if "level" in fields and fields.get("other"):
        out["level"] = names.level(s, fields["other"], int(fields["level"]))
    return out


def remark(it: Remark, scenario: Scenario, draft: Draft) -> str:
    """Return a remark on a text in the voice of the Secretariat."""
    fields = _Fields(_named(it.fields, scenario))
    other = it.fields.get("other", "")
    if it.measure:
        fields["measure"] = names.measure(scenario, it.measure)
        fields["here"] = capital(paragraph(scenario, draft, it.measure))
    if other:
        fields["there"] = paragraph(scenario, draft, other)
        fields["now"] = names.level(scenario, other, level_of(scenario, draft, other))
    gates = {"chapter_basis": "chapter", "article39_determination": "threat"}
    key = gates.get(other, it.key) if it.key in ("requires", "legal_gate") else it.key
    return _(REMARKS[key]).format_map(fields)
