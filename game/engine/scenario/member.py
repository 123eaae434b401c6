"""Who sits in the Council: delegations, their briefs and tempers."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen
from attrs.validators import ge, in_, le

from game.engine.terms import Seat


@frozen
class Weights:
    """How much a delegation cares, 0 to 5.

    nonproliferation: the norm against nuclear weapons.
    sovereignty: reluctance about interference and precedents.
    humanitarian: effects on civilians.
    us_pull: readiness to follow the United States.
    cn_pull: readiness to follow China.
    ru_pull: readiness to follow the Russian Federation.
    exposure: own ties that a measure could touch.
    capacity: means to carry measures out.
    activism: readiness to table words of its own.
    """

    nonproliferation: int = 3
    sovereignty: int = 2
    humanitarian: int = 3
    us_pull: int = 0
    cn_pull: int = 0
    ru_pull: int = 0
    exposure: int = 0
    capacity: int = 3
    activism: int = 3


@frozen
class Shift:
    """How one variant of a brief moves a position.

    ceiling: added to the ceiling.
    ideal: added to the ideal.
    salience: added to the weight.
    """

    ceiling: int = 0
    ideal: int = 0
    salience: int = 0


AFTERWARDS = ("quiet", "talks", "apart", "relief")
"""Outcomes of the months after the vote."""
OUTCOMES = ("", "adopted", "unanimous", "granted", *AFTERWARDS)
"""What an aim can be about that no clause says."""


@frozen
class Aim:
    """Something the capital wants from the text; it scores, it does not vote.

    measure: id of the measure; empty for an aim about the outcome.
    at_least: least level.
    at_most: highest level.
    outcome: adopted, unanimous or granted (an ask of one's own stands in the adopted text); of the
        months after the vote quiet (nothing large is tested), talks (a step towards them), apart
        (nothing is left of them) or relief (people are no worse off).
    weight: share of the score.
    """

    measure: str = ""
    at_least: int | None = None
    at_most: int | None = None
    outcome: str = field(default="", validator=in_(OUTCOMES))
    weight: int = field(default=1, validator=ge(1))


@frozen
class Variant:
    """One set of secret instructions that a capital could send.

    id: name within the brief.
    why: one sentence, shown to the seat that was dealt it.
    weight: how often it is dealt, against its siblings.
    tolerance: added to the tolerated pressure.
    mood: added to the sum.
    hands: what more votes, and a vote without dissent, are worth to it as penholder, per cent of
        what they are worth to others.
    shifts: measure -> how the position moves.
    aims: what it wants beside the aims of the brief, or instead of those about the same.
    """

    id: str
    why: str
    weight: int = field(default=1, validator=ge(1))
    tolerance: int = 0
    mood: int = 0
    hands: int = field(default=100, validator=ge(0))
    shifts: Mapping[str, Shift] = {}
    aims: tuple[Aim, ...] = ()


@frozen
class Brief:
    """Interests and thresholds of one delegation on this crisis.

    story: what the capital tells its mission, at most 150 words.
    tolerance: pressure it can bear at a provocation stock of 46, points.
    yes_at: least sum for a yes.
    no_at: sum below which it votes no.
    variants: the instructions it could be sent.
    aims: what it wants; scores only.
    red_lines: in words; the binding ones are in the measures.
    weights: how much it cares.
    grows: tolerance rises by one point for so much provocation above 46; 0 is never.
    unity: pull of a Council that stands together.
    veto_price: standing that a lone veto costs (permanent members).
    reluctant: wants one level less than its ceiling and never gains from a measure.
    """

    story: str
    tolerance: int
    yes_at: int
    no_at: int
    variants: tuple[Variant, ...]
    aims: tuple[Aim, ...] = ()
    red_lines: tuple[str, ...] = ()
    weights: Weights = Weights()
    grows: int = 3
    unity: int = 4
    veto_price: int = 0
    reluctant: bool = False


@frozen
class Delegation:
    """A member of the Council.

    id: ISO 3166 alpha-3.
    name: short name used by the United Nations.
    bloc: whose positions it shares where the measures do not name it.
    permanent: one of the five.
    plain: everyday short name for tight places on screen.
    """

    id: Seat
    name: str
    bloc: str
    permanent: bool = False
    plain: str = ""

    @property
    def short(self) -> str:
        """Return the name for tight places."""
        return self.plain or self.name


@frozen
class Temper:
    """How a delegation bargains this time; dealt by seed, never by nationality.

    id: name.
    habit: one sentence that lets others recognize it.
    patience: rounds it waits before it gives way, per cent of the sitting.
    firmness: share of its wishes it holds to, per cent.
    candour: how readily it says what it thinks, per cent.
    risk: how close it goes to failure, per cent.
    weight: how often it is dealt.
    """

    id: str
    habit: str
    patience: int = field(default=50, validator=[ge(0), le(100)])
    firmness: int = field(default=50, validator=[ge(0), le(100)])
    candour: int = field(default=50, validator=[ge(0), le(100)])
    risk: int = field(default=50, validator=[ge(0), le(100)])
    weight: int = field(default=1, validator=ge(1))
