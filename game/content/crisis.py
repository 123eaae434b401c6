"""What the files hold: the shared lists, and a crisis that takes from them what it needs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen
from attrs.validators import deep_iterable, ge, in_, le

from game.engine.scenario import (
    PRACTICE,
    Aim,
    Brief,
    Cable,
    Call,
    Ceiling,
    Delegation,
    Enforcer,
    Favour,
    Flow,
    Guest,
    Incident,
    Letter,
    Measure,
    Modifier,
    Parameter,
    Schedule,
    Season,
    Statement,
    Target,
    Temper,
    Trade,
    Verb,
    Voice,
)
from game.engine.terms import Seat, Stance


@frozen
class Crisis:
    """One scenario file: what it takes from `common/`, and what is its own.

    The file's name is the crisis's id. Levels are those of the measures, from 1; 0 is silence.

    title: on the title screen.
    summary: one sentence on the title screen.
    start: date of the first day.
    event: the act in words, as printed in clauses.
    target: id of the State the text is about, a file of `common/targets/`.
    penholder: who drafts.
    incidents: what happens; the first opens the sitting.
    delegations: ids of the members.
    measures: ids of what the text can contain, in the order of the drafting desk.
    presidency: month as 2016-01 -> the member that presides in it.
    briefs: seat -> its brief, instead of that of `common/briefs.yaml`.
    aims: seat -> what it wants from this text, instead of the aims of its brief.
    stories: seat -> what the capital tells its mission, instead of the story of its brief.
    inner: the two or three who settle the core of the text before anyone else sees it.
    lively: seats recommended to a newcomer.
    rounds: rounds of consultations.
    stride_days: days between rounds.
    stock: provocation stock at the start, points.
    severity: weight of the act, points.
    majority: votes needed.
    people_tokens: acts a round for a person.
    pen_tokens: acts a round for a computer that drafts.
    permanent_tokens: acts a round for another permanent member.
    elected_tokens: acts a round for an elected member.
    in_force: measure -> level of the regime before.
    last_text: measure -> level of words in the last adopted text.
    opening: measure -> level of the pen's opening text.
    required: measure -> least level without which the pen asks for no vote.
    record_name: symbol of the historical text.
    record: measure -> level of the historical text, for comparison.
    later: measure -> level of the regime that followed, for tests of the model.
    ceilings: measure -> dated ceilings.
    ideals: measure -> seat -> dated ideal.
    words: placeholder -> text printed into clauses, before those of `common/words.yaml`; a word for
        a parameter fixes it.
    preamble: what every text says before its own clauses; printed only, nobody bargains over it.
    annexes: measure -> what its annex lists here, instead of that of `common/annexes.yaml`.
    statements: press statements that can be proposed.
    favours: what can be traded beside the text.
    cables: what capitals may send during the sitting.
    voices: lines of the aftermath.
    trades: titles for the bargain.
    stances: what is called for in the soundings, where the usual words (a price for the act, a
        condemnation, talks) do not fit: measures what asks most of the target, condemn what lies
        in the middle, talks what asks least of it.
    topic: of the agenda item: proliferation, or rights, which some want kept off the agenda.
    parties: members that are party to the dispute, and abstain on a text under Chapter VI.
    guests: who can be invited to speak.
    letters: requests for a meeting from outside the Council.
    practice: parts of Council practice in play; what is left out goes the short way.
    indicators: indicator -> starting value, instead of the target's.
    wills: enforcer -> readiness before this text, per mille, instead of that of `common/`.
    takes: ids of files of `common/pools/`, whose entries follow its own; what speaks of measures or
        members that are not in play is left out.
    lesson: hints of a first sitting: a beat (alarm, soundings, text, blue, vote, echo, over) or
        round_1 and so on -> text.
    own_delegations: members that `common/` lacks or describes otherwise.
    own_measures: measures that `common/` lacks or describes otherwise.
    own_parameters: parameters that `common/` lacks or describes otherwise.
    own_enforcers: enforcers instead of those of `common/`.
    own_target: the target, instead of a file of `common/targets/`.
    own_flows: what crosses the border in these years, instead of the target's flows.
    own_season: what can be done after the vote, instead of a file of `common/seasons/`.
    years: id of a file of `common/seasons/` for these years, instead of the target's own.
    experts: measure that gives the experts their mandate, instead of the target's; empty before
        there were any.
    months: how long the echo lasts.
    """

    title: str
    summary: str
    start: date
    event: str
    target: str
    penholder: Seat
    incidents: tuple[Incident, ...]
    delegations: tuple[Seat, ...] = ()
    measures: tuple[str, ...] = ()
    presidency: Mapping[str, Seat] = {}
    briefs: Mapping[Seat, Brief] = {}
    aims: Mapping[Seat, tuple[Aim, ...]] = {}
    stories: Mapping[Seat, str] = {}
    inner: tuple[Seat, ...] = ()
    lively: tuple[Seat, ...] = ()
    rounds: int = field(default=6, validator=[ge(1), le(30)])
    stride_days: int = field(default=7, validator=[ge(1), le(366)])
    stock: int = field(default=0, validator=ge(0))
    severity: int = field(default=6, validator=ge(0))
    majority: int = field(default=9, validator=ge(1))
    people_tokens: int = field(default=3, validator=ge(1))
    pen_tokens: int = field(default=3, validator=ge(1))
    permanent_tokens: int = field(default=2, validator=ge(1))
    elected_tokens: int = field(default=1, validator=ge(1))
    in_force: Mapping[str, int] = {}
    last_text: Mapping[str, int] = {}
    opening: Mapping[str, int] = {}
    required: Mapping[str, int] = {}
    record_name: str = ""
    record: Mapping[str, int] = {}
    later: Mapping[str, int] = {}
    ceilings: Mapping[str, Ceiling] = {}
    ideals: Mapping[str, Mapping[Seat, int]] = {}
    words: Mapping[str, str] = {}
    preamble: tuple[str, ...] = ()
    annexes: Mapping[str, Schedule] = {}
    statements: tuple[Statement, ...] = ()
    favours: tuple[Favour, ...] = ()
    cables: tuple[Cable, ...] = ()
    voices: tuple[Voice, ...] = ()
    trades: tuple[Trade, ...] = ()
    stances: Mapping[Stance, Call] = {}
    topic: str = field(default="proliferation", validator=in_(("proliferation", "rights")))
    parties: tuple[Seat, ...] = ()
    guests: tuple[Guest, ...] = ()
    letters: tuple[Letter, ...] = ()
    practice: tuple[str, ...] = field(default=PRACTICE, validator=deep_iterable(in_(PRACTICE)))
    indicators: Mapping[str, int] = {}
    wills: Mapping[str, int] = {}
    takes: tuple[str, ...] = ()
    lesson: Mapping[str, str] = {}
    own_delegations: tuple[Delegation, ...] = ()
    own_measures: tuple[Measure, ...] = ()
    own_parameters: tuple[Parameter, ...] = ()
    own_enforcers: tuple[Enforcer, ...] = ()
    own_target: Target | None = None
    own_flows: tuple[Flow, ...] = ()
    own_season: Season | None = None
    years: str = ""
    experts: str | None = None
    months: int = field(default=6, validator=[ge(1), le(24)])


@frozen
class Pool:
    """`common/pools/<id>.yaml`: entries that several crises take, so that each is written once.

    Every field is one of the crisis's own, and means the same.

    delegations: ids of the members.
    presidency: month as 2016-01 -> the member that presides in it.
    measures: ids of what the text can contain, in the order of the drafting desk.
    required: measure -> least level without which the pen asks for no vote.
    words: placeholder -> text printed into clauses.
    preamble: what every text says before its own clauses; printed only.
    statements: press statements that can be proposed.
    favours: what can be traded beside the text.
    cables: what capitals may send during the sitting.
    voices: lines of the aftermath.
    trades: titles for the bargain.
    guests: who can be invited to speak.
    letters: requests for a meeting from outside the Council.
    own_delegations: members that `common/` lacks or describes otherwise.
    own_measures: measures that `common/` lacks or describes otherwise.
    own_enforcers: enforcers instead of those of `common/`.
    own_flows: what crosses the border in these years, instead of the target's flows.
    briefs: seat -> its brief, instead of that of `common/briefs.yaml`.
    """

    delegations: tuple[Seat, ...] = ()
    presidency: Mapping[str, Seat] = {}
    measures: tuple[str, ...] = ()
    required: Mapping[str, int] = {}
    words: Mapping[str, str] = {}
    preamble: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    favours: tuple[Favour, ...] = ()
    cables: tuple[Cable, ...] = ()
    voices: tuple[Voice, ...] = ()
    trades: tuple[Trade, ...] = ()
    guests: tuple[Guest, ...] = ()
    letters: tuple[Letter, ...] = ()
    own_delegations: tuple[Delegation, ...] = ()
    own_measures: tuple[Measure, ...] = ()
    own_enforcers: tuple[Enforcer, ...] = ()
    own_flows: tuple[Flow, ...] = ()
    briefs: Mapping[Seat, Brief] = {}


@frozen
class Sitting:
    """One sitting of a campaign.

    crisis: id of its file.
    weight: provocation of the act that opens it, points.
    between: provocation that the record has between the sitting before and this act, points.
    unless: responses of the target after which this act does not come; the sitting is passed over.
    source: where `between` is known from.
    tuned: why these numbers, where no source gives them.
    """

    crisis: str
    weight: int = field(default=0, validator=ge(0))
    between: int = field(default=0, validator=ge(0))
    unless: tuple[str, ...] = ()
    source: str = ""
    tuned: str = ""


@frozen
class CampaignFile:
    """`campaigns/<id>.yaml`: sittings that follow each other.

    What a sitting adopts, the next one finds in force; it is remembered who kept which word.

    title: on the title screen.
    summary: one sentence on the title screen.
    sittings: in their order.
    successors: seat that leaves the Council -> who takes it, and its person with it.
    points: response of the target -> provocation it adds, points.
    halves_days: days after which half of the provocation is forgotten.
    movers: seats whose dated ceilings move with the regime and with provocation.
    opens_at: measure -> provocation at which these seats can bear it at all.
    held_at: measure -> level, and the provocation without which no ceiling is above that level.
    step: provocation that moves a ceiling by one level.
    """

    title: str
    summary: str
    sittings: tuple[Sitting, ...]
    successors: Mapping[Seat, Seat] = {}
    points: Mapping[str, int] = {}
    halves_days: int = field(default=1095, validator=ge(1))
    movers: tuple[Seat, ...] = ()
    opens_at: Mapping[str, int] = {}
    held_at: Mapping[str, tuple[int, int]] = {}
    step: int = field(default=40, validator=ge(1))


@frozen
class Members:
    """`common/delegations.yaml`: who can sit in the Council.

    blocs: bloc -> who they are, in words.
    delegations: the members, in English alphabetical order.
    """

    blocs: Mapping[str, str]
    delegations: tuple[Delegation, ...]


@frozen
class Briefs:
    """`common/briefs.yaml`: interests and thresholds that hold from one crisis to the next.

    A crisis leaves out what speaks of measures that it does not have.

    briefs: seat -> its brief.
    """

    briefs: Mapping[Seat, Brief]


@frozen
class Measures:
    """`common/measures.yaml`: what texts can contain.

    measures: in the order of the drafting desk.
    """

    measures: tuple[Measure, ...]


@frozen
class Tempers:
    """`common/tempers.yaml`: how delegations can bargain.

    tempers: dealt by seed.
    """

    tempers: tuple[Temper, ...]


@frozen
class Verbs:
    """`common/verbs.yaml`: the ladder of operative verbs.

    verbs: weak to strong.
    """

    verbs: tuple[Verb, ...]


@frozen
class Modifiers:
    """`common/modifiers.yaml`: words that soften or harden a clause.

    modifiers: softeners first; each from weak to strong.
    """

    modifiers: tuple[Modifier, ...]


@frozen
class Parameters:
    """`common/parameters.yaml`: what clauses leave open.

    parameters: sorted by id.
    """

    parameters: tuple[Parameter, ...]


@frozen
class Annexes:
    """`common/annexes.yaml`: what the annexes of texts list.

    annexes: measure -> its list.
    """

    annexes: Mapping[str, Schedule]


@frozen
class Enforcers:
    """`common/enforcers.yaml`: whose customs posts decide.

    enforcers: their shares add up to 1000.
    """

    enforcers: tuple[Enforcer, ...]


@frozen
class Words:
    """`common/words.yaml`: what placeholders print.

    words: placeholder -> text.
    """

    words: Mapping[str, str]


FILES: Mapping[str, type] = {
    "delegations": Members,
    "briefs": Briefs,
    "measures": Measures,
    "targets/<id>": Target,
    "seasons/<id>": Season,
    "enforcers": Enforcers,
    "tempers": Tempers,
    "verbs": Verbs,
    "modifiers": Modifiers,
    "parameters": Parameters,
    "annexes": Annexes,
    "words": Words,
    "pools/<id>": Pool,
}
"""Name of a file of `common/` -> what it holds, in the order in which they are told."""
