"""Why a computer acted, in one sentence each."""

from __future__ import annotations

from collections.abc import Mapping

from game.engine.opinion import Reason
from game.engine.scenario import Scenario
from game.engine.terms import Seat
from game.words import names
from game.words.language import _, later, signed

MOTIVES: Mapping[str, str] = {
    "a_step_too_far": later(
        "a word is one step more than it can bear, which is not worth stopping the statement for"
    ),
    "above_yes": later("its sum reaches a yes ({points})"),
    "adds_to_it": later("what it adds to the text that was adopted serves it ({points})"),
    "adopted_serves": later(
        "another text was adopted, beside which this one adds nothing that serves it ({points})"
    ),
    "agenda_stands": later("it minds nothing of the agenda or of who is invited enough to object"),
    "ally_to_speak": later(
        "it is just short of a yes ({points}), and one that can move it is yet to speak"
    ),
    "answers_home": later("its capital had asked for what did not come about"),
    "as_asked": later("most of those who asked want such a room"),
    "asks_for_time": later(
        "it will not vote yes ({points}), and has it on record that it asked for time"
    ),
    "bears_it": later("it can bear every word of the statement"),
    "bears_softer": later("it is the nearest word that whoever objected could bear"),
    "below_yes": later("its sum falls short of a yes ({points})"),
    "binds": later("before the cameras it binds itself, so that others have to come ({points})"),
    "bluff": later("it would like {measure} lowered ({points}), and says more than it means"),
    "breaks_for": later(
        "its sum falls short of a yes ({points}), and {measure} can be asked for so"
    ),
    "breaks_lift": later(
        "it had promised to ask for no such change, but {measure} is worth more to it "
        "than its word ({points})"
    ),
    "breaks_report": later(
        "it had said that it would report in full, but its capital has more to lose by that"
    ),
    "breaks_word": later(
        "it had promised to keep silence, but its sum falls short of a yes ({points})"
    ),
    "by_article": later("by the Charter a party to the dispute abstains, and it wants the text"),
    "no_such_rule": later("no rule bears the point out"),
    "by_practice": later("it rules as practice has it, which has let that rest for decades"),
    "calls_it_a_duty": later(
        "it has voted for the text, and its capital can and will carry it out"
    ),
    "can_and_will": later("its capital has the means to carry the text out, and little to hide"),
    "cannot_give": later("it is not in its hands to give what was wanted"),
    "clause_to_spare": later("the clause is sure to stand, or it can do without it"),
    "clear_of_the_line": later(
        "its sum is well clear of the line ({points}): it need not read the text narrowly, "
        "but calls it no duty"
    ),
    "concession": later(
        "it gives way on {measure} ({points}) for the votes or the goodwill that it wins by it"
    ),
    "content_to_vote": later(
        "it will vote yes, and nothing that it could move would better the text for it"
    ),
    "day_to_read": later("a day to read wins the text what it lacks"),
    "deal": later("the deal is worth something to it ({points})"),
    "deal_even": later("the deal costs it no more than it brings ({points})"),
    "deal_short": later("the deal is not worth enough to it ({points})"),
    "dear_early": later(
        "{measure} is dear to it ({points}), and it has yet to learn who needs the change"
    ),
    "doomed": later("the text has next to no chance, and to withdraw it costs less than a defeat"),
    "draft_stands": later("its draft is still worth a vote to it"),
    "edit_pays": later("the edit of {measure} costs no more than it buys ({points})"),
    "exercises_due": later("its exercises fall due, and it would rather hold them ({points})"),
    "for_others": later("a change of {measure} costs it nothing, and serves others"),
    "found": later("the experts have shown what passes for want of {measure} ({points})"),
    "friend_named": later("who is to be named is close to it"),
    "gains_time": later("a vote today would lose a text that it wants ({points})"),
    "gives_way": later("it gives way on {measure} ({points}), so that the text may pass"),
    "hand_in_doubt": later("of all hands that one is most in doubt"),
    "has_to_abstain": later("a party to the dispute abstains, and its vote is feared"),
    "has_shown": later("its text is before the others, whose word it waits for"),
    "has_spoken": later("it has said what it had to say"),
    "held_already": later("another holds what it would have held"),
    "holds_text": later(
        "it holds to what it has in mind on {measure}, whatever a change would bring ({points})"
    ),
    "in_the_middle": later(
        "its capital stands in the middle: it condemns, and leaves the rest to others"
    ),
    "instructed": later("its instructions name {measure} ({points})"),
    "is_named": later("its instructions name {measure}"),
    "keen_capital": later("its capital minds the spread of such arms ({count} of 5)"),
    "keeps_acts": later("nothing more that it could say or ask for was worth an act to it"),
    "keeps_it_close": later(
        "{measure} weighs most with it ({points}), and it is not one to say all"
    ),
    "keeps_its_words": later("it is too firm to come back with a softer word"),
    "keeps_word": later("it keeps its word on {measure}"),
    "last_round": later("the consultations are over, and the text must go to the vote"),
    "keeps_its_word": later("it has promised it, and its word is worth more to it"),
    "leaves_asking": later(
        "to ask for a meeting is for capitals that mind the spread of such arms more"
    ),
    "leaves_it": later("what is before it may stand as it is"),
    "lets_pass": later("nothing before the Committee touches its own"),
    "little_means": later("its capital has the means for a short report and no more"),
    "loses_its_say": later("the ruling would cost it its vote"),
    "loses_seat": later("by its reckoning it would lose {seat} by it"),
    "moved_stands": later("what it has moved is still worth a vote to it"),
    "no_full_report": later(
        "it has voted for the text, but would not report in full, and calls it no duty"
    ),
    "no_softer_word": later("there is no other word that whoever objected could bear"),
    "nobody_asked": later("nobody has asked for a meeting"),
    "not_taken_over": later("to bring the draft itself would win it nothing"),
    "not_worth_a_hold": later("what touches its own there is not worth a hold to it"),
    "others_explained": later(
        "others have explained themselves before the vote, and it has nothing to move that helps it"
    ),
    "own_words": later("words of its own stand in the text"),
    "part_way": later(
        "it goes part of the way on {measure}; the rest costs it more than it wins ({points})"
    ),
    "part_way_for_others": later(
        "it goes part of the way on {measure}; the rest would lose it others"
    ),
    "promised_otherwise": later("it has promised {seat} otherwise"),
    "promised_report": later(
        "it has promised to carry the text out in full, and would break its word by saying less"
    ),
    "promised_so": later("it has promised the same on {measure} to another ({points})"),
    "ruling_stands": later("the ruling takes nothing from it that a vote could win back"),
    "settles": later(
        "it wants {measure} settled as it stands, though it would rather have less ({points})"
    ),
    "short_of_a_yes": later(
        "its sum falls short of a yes ({points}), and it takes little upon itself"
    ),
    "softer_words": later(
        "it gives way in the words on {measure} ({points}), so that the text may pass"
    ),
    "stands_there": later(
        "what is asked of {measure} stands in the text that it is writing ({points})"
    ),
    "wants_it_said": later("its capital wants it said, whoever may object"),
    "nothing_to_say": later("no product was left that it could bear and that might go out"),
    "may_go_out": later("strength was weighed against who may object, and this came out best"),
    "means_to_keep": later("it means to keep {measure} ({points}), and wants it settled"),
    "more_readers": later("it is time for more of the Council to see the text"),
    "most_content": later("{count} votes are expected: under silence the rest may come"),
    "much_to_lose": later("its capital has more to lose by a full report than by a short one"),
    "name_under_it": later("its name is under the text"),
    "names": later("a name on the list presses where the text does not ({points})"),
    "near_the_line": later("its sum is near the line ({points}), and it takes little upon itself"),
    "needs_the_day": later("it is patient, and has words to read or to mend"),
    "new_words": later("its text has changed, and others are to answer the new words"),
    "no_means": later("its capital has not the means for a report"),
    "no_mending": later(
        "its sum falls short of a yes ({points}), and nothing it could ask for is worth the breach"
    ),
    "no_road": later("an offer would bring it too little now ({points})"),
    "no_talks": later("its capital would rather see no road to talks ({points})"),
    "not_needed": later("nobody's vote seems to need a change of {measure} ({points})"),
    "not_shown": later("it is to vote on a text that it has not been shown ({points})"),
    "nothing_more": later("it has no act left in this round"),
    "not_borne": later("its own capital does not bear the text any more"),
    "nothing_gained": later("its amendment would change nothing for it any more"),
    "said_most": later("it has raised what mattered most to it"),
    "has_it_on_record": later("it was refused {measure} and more, and wants that on record"),
    "home_to_answer": later("its capital has yet to say how much room there is ({points})"),
    "nothing_to_gain": later("there was nothing for it to gain by more"),
    "nothing_weighs": later("no clause weighs against the text with it"),
    "on_record": later("the text has failed, and it wants its vote understood"),
    "only_objection": later("but for {measure} it would vote yes, and wants that on record"),
    "opens_with": later("it is how its capital opens the bargain"),
    "order_helps": later("as President it calls first those whom others follow its way"),
    "other_words": later("other words on {measure} serve it no less ({points})"),
    "others_mind_it": later("others mind it as well, and it sees first whether they hold it"),
    "others_wait": later("{count} wait with their hands, and a date has them speak in time"),
    "overtaken": later("another text was adopted, and a vote on this one would win it nothing"),
    "own_interest": later("a change of {measure} serves it ({points})"),
    "own_ports": later("what was seen passes through its own ports"),
    "people": later("people there are in need, and its capital minds ({points})"),
    "pressure_enforce": later("its capital wants the text felt there ({points})"),
    "pressure_finance": later(
        "its capital wants more pressure than the text has, through money ({points})"
    ),
    "pressure_ties": later(
        "its capital wants more pressure than the text has, by what is withheld ({points})"
    ),
    "promised_reading": later("it has promised to explain its vote so"),
    "promised_silence": later(
        "its sum falls short of a yes ({points}), but it has promised to keep silence"
    ),
    "question_helps": later("the question serves it ({points})"),
    "question_hurts": later("the question does not serve it ({points})"),
    "rather": later("it likes this draft better than the one that waits ({points})"),
    "rather_not": later("it likes the draft that waits at least as well ({points})"),
    "rival": later("nine would rather have a draft of its own, which serves it ({points})"),
    "road_to_talks": later("its capital wants a road to talks ({points})"),
    "room_for_a_yes": later(
        "it is just short of a yes ({points}), and {measure} weighs most against it"
    ),
    "said_so": later("it has called the text a duty, and would break its word by saying less"),
    "saw_nothing": later("it has been shown no text that it could object to"),
    "seconds": later("it would vote for this draft ({points}), whoever takes it back"),
    "shared_wish": later("what is asked of {measure} costs it nothing ({points})"),
    "short_alone": later("{measure} at that level alone keeps it from a yes ({points})"),
    "shot_at": later("it is fired at sea while its own exercises are held off ({points})"),
    "shuts_doors": later(
        "its capital minds interference ({count} of 5), and some asked for closed doors"
    ),
    "sure_enough": later("it gives the text {count} chances in 100"),
    "takes_the_tone": later(
        "its capital stands in the middle, and takes the tone of those who spoke before"
    ),
    "tells_before": later("it will not vote yes ({points}), and says so before it is seen"),
    "time_helps": later(
        "it is short of a yes ({points}) for want of time to read, which a day would mend"
    ),
    "too_dear": later("a change of {measure} would cost it too much ({points})"),
    "unbearable": later("it cannot bear the word on {measure}"),
    "unbearable_word": later("it cannot bear a word of the statement"),
    "unbinds": later("it takes back before the cameras what bound it ({points})"),
    "wary_of_duties": later(
        "it has voted for the text, but its capital minds interference ({count} of 5), "
        "and calls it no duty"
    ),
    "would_lose": later("what it has moved would be lost, and to withdraw it costs nothing"),
    "wants_more_said": later(
        "on {measure} the statement says far less than it wants; the rest it lets pass"
    ),
    "wants_to_meet": later(
        "what weighs most with its capital is the spread of such arms ({count} of 5), "
        "and it wants the Council to meet"
    ),
    "wary_capital": later("its capital minds interference ({count} of 5)"),
    "wary_of_relief": later("it does not trust what the exemption would be used for"),
    "weighs_most": later("{measure} weighs most against the text with it ({points})"),
    "whole_or_nothing": later("the clause could fall alone, and it wants the text as a whole"),
    "word_given": later("what was agreed has lost its worth to it ({points})"),
    "worth_most": later("of all that it could do now this was worth most to it"),
    "worth_nothing": later("no act in these months is worth its price to it"),
}
"""Key of a motive -> its sentence."""


def motive(scenario: Scenario, found: Reason) -> str:
    """Return why a computer acted, as a sentence without a capital and a full stop."""
    return _(MOTIVES[found.key]).format(
        points=signed(found.points),
        count=found.points,
        measure=names.measure(scenario, found.cause) if scenario.has(found.cause) else "",
        seat=names.the(scenario, found.cause),
    )


def motive_of(scenario: Scenario, seat: Seat, found: Reason) -> str:
    """Return why a delegation acted, as a whole sentence that begins with its name."""
    return _("{seat}: {motive}.").format(
        seat=names.begin(scenario, seat), motive=motive(scenario, found)
    )


UNCHOSEN: Mapping[str, str] = {
    "chance": later("Nobody's choice: chance dealt it, by the odds that the scenario sets."),
    "person": later("A person's act: why it was done is for that person to say."),
    "rules": later("Nobody's choice: it follows by the rules from what was done before it."),
    "weights": later(
        "Chance drew it, by what weighed in the capital; its points are not on record."
    ),
}
"""Who or what decided, where it was no computer -> why there is no reason to tell."""


def unchosen(by: str) -> str:
    """Return why an event has no reason: a person, chance or the rules decided it."""
    return _(UNCHOSEN[by])
