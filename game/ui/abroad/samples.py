"""Values of no game for every picture of the world beyond the room: the most it has to hold."""

from __future__ import annotations

from game.ui.abroad.plain import (
    Bead,
    Carried,
    Class,
    Committee,
    Course,
    Found,
    Gate,
    Item,
    Leak,
    Likely,
    Load,
    Moment,
    Pressed,
    Proposal,
    Reported,
    Rung,
    Sign,
    Standstill,
    Stream,
    Strip,
    Winnable,
)

PRESSED = Pressed(
    paper=tuple(
        10 * n
        for n in (
            14,
            14,
            14,
            38,
            38,
            38,
            38,
            38,
            38,
            38,
            38,
            52,
            52,
            52,
            52,
            52,
            52,
            52,
            52,
            66,
            66,
            74,
        )
    ),
    enforced=tuple(
        10 * n
        for n in (
            5,
            5,
            6,
            9,
            14,
            16,
            17,
            16,
            16,
            15,
            15,
            17,
            21,
            30,
            33,
            34,
            35,
            35,
            36,
            40,
            46,
            51,
        )
    ),
    labels=((0, "Jan 2016"), (6, "Jul"), (12, "Jan 2017"), (18, "Jul")),
    moments=(
        Moment(0.2, "test 4", "shot"),
        Moment(2, "2270"),
        Moment(8.3, "test 5", "shot"),
        Moment(10.9, "2321"),
        Moment(13.5, "coal stops", "finding"),
        Moment(18.1, "first ICBM", "shot"),
        Moment(19.2, "2371"),
    ),
    leaks=(
        Leak("Coal to China", "is exempt, and grows", 92),
        Leak("Refined petroleum", "From ship to ship", 61),
        Leak("Workers abroad", "not felt yet", 40),
        Leak("Textiles", "nobody stops it", 22),
        Leak("Bank agents abroad", "Front companies", 12),
    ),
)
STREAMS = (
    Stream(
        "Coal to China", "export", 19600, "thousand tonnes", 1100, (1000, 1040, 1130, 1150), 620
    ),
    Stream(
        "Refined petroleum", "supply", 4500, "thousand barrels", 270, (1000, 700, 500, 420), 111
    ),
    Stream("Crude oil", "supply", 4000, "thousand barrels", 180, (1000, 1000, 1000, 1000), 1000),
    Stream("Workers abroad", "labour", 100000, "people", 400, (1000, 960, 900, 820), 0),
    Stream("Bank agents abroad", "means", 30, "agents", 100, (1000, 900, 760, 700), 400),
    Stream("Ships that carry the trade", "means", 180, "ships", 60, (1000, 900, 800, 640), 520),
)
GATES = (
    Gate("China", 640, 420, 950, 480, 880, "CHN", ("voted in favour", "reads it narrowly")),
    Gate("Russian Federation", 400, 480, 800, 240, 30, "RUS", ("abstained",)),
    Gate("Banks and others", 760, 700, 650, 440, 30),
)
LOADS = (
    Load("The drive for the weapon", 34),
    Load("The threat it feels", 15),
    Load("Momentum of late shots", 5),
    Load("An anniversary", 4),
    Load("What is offered", -22),
    Load("Exercises held off", -14),
    Load("Hardship", -9),
)
LIKELY = (
    Likely("Short-range firings", 310, 2, "no"),
    Likely("A nuclear test", 210, 4, "no", is_done=True),
    Likely("Silence", 180, 0, "abstain"),
    Likely("A pause in testing", 90, 0, "yes"),
)
SIGNS_SEEN = (
    Sign(0.05, "day 3", "A long open letter to a new government is read on the radio twice."),
    Sign(0.5, "day 31", "Fresh spoil lies at a tunnel mouth.", ("a nuclear test",)),
    Sign(0.86, "day 54", "Cables run from trailers to a tunnel.", ("a nuclear test",)),
)
NAMES = ("quiet", "words", "short-range firings", "longer-range missiles", "a nuclear test")
RUNGS = (
    *(
        Rung(name, (("now", "accent"),) if n == 3 else (), is_here=n == 3)
        for n, name in enumerate(NAMES)
    ),
    Rung("shots between armed forces"),
)
CLASSES = (
    Class("short", "Short-range firings", 500, (("KOR", "Republic of Korea"),), stock=3),
    Class(
        "medium", "Medium-range missiles", 1300, (("JPN", "Japan"),), (("JPN", "Japan"),), stock=10
    ),
    Class(
        "intercontinental",
        "A missile of intercontinental range",
        10000,
        (("USA", "United States"),),
        (("USA", "United States"), ("JPN", "Japan")),
        "On a steep path it stays up for most of an hour.",
        "Cities of North America are in reach for the first time.",
        80,
        out_of_reach="The programme stands at 45; this takes 72.",
    ),
)
COURSES = (
    Course(
        "enforce",
        "Carry out what exists",
        (
            Winnable(
                "a",
                "China's border provinces",
                "lorries are opened",
                5,
                11,
                "ports: will +9",
                3,
                message="a",
            ),
            Winnable(
                "b", "Philippines", "trade is suspended", 4, 4, "ports: will +12", 3, is_won=True
            ),
            Winnable(
                "c", "Uganda", "military training ends", 2, 4, "ports: will +12", 3, message="c"
            ),
            Winnable(
                "d",
                "Egypt",
                "military ties are cut",
                0,
                6,
                "ports: will +15",
                3,
                ("EGY",),
                message="d",
            ),
        ),
    ),
    Course(
        "ties",
        "Cut diplomatic ties",
        (
            Winnable(
                "e", "Mexico", "the ambassador has to leave", 3, 4, "trust -1", 3, message="e"
            ),
            Winnable(
                "f",
                "Kuwait",
                "visas for workers end",
                0,
                5,
                "ports: will +6, trust -1",
                3,
                message="f",
            ),
        ),
    ),
    Course(
        "finance",
        "Money, outside the Council",
        (
            Winnable(
                "g",
                "A trading house on the Yalu",
                "its accounts are frozen",
                0,
                4,
                "ports: will +12",
                3,
                ("CHN",),
                message="g",
            ),
            Winnable(
                "h",
                "Correspondent accounts",
                "banks lose their own accounts",
                0,
                6,
                "ports: will +18",
                3,
                ("CHN", "RUS"),
                disabled="Your capital resents it.",
            ),
        ),
    ),
)
STANDSTILL = Standstill(
    "Exercises held off",
    "Tests stopped",
    chance=380,
    ways=(("China", "CHN", "china", ""), ("Russia", "RUS", "russia", "")),
)
KEPT = Standstill("Exercises held off", "Tests stopped", "accepted", through="China")
FLAGS = (
    "USA",
    "CHN",
    "RUS",
    "GBR",
    "FRA",
    "JPN",
    "EGY",
    "SEN",
    "UKR",
    "URY",
    "ESP",
    "MYS",
    "NZL",
    "AGO",
    "VEN",
)
WRITTEN = (
    "full",
    "short",
    "none",
    "full",
    "full",
    "full",
    "due",
    "due",
    "short",
    "full",
    "full",
    "due",
    "full",
    "none",
    "due",
)
COMMITTEE = Committee(
    tuple(Reported(flag, flag, kind) for flag, kind in zip(FLAGS, WRITTEN, strict=True)),
    (
        Item(1, "list", "Four ships of one owner", "open", ("USA", "United States"), message=1),
        Item(
            2,
            "relief",
            "Pumps for a waterworks",
            "held",
            ("SEN", "Senegal"),
            ("USA", "United States"),
        ),
        Item(3, "publish", "Coal to China", "passed"),
        Item(
            4, "renew", "The experts' mandate", "open", disabled="A mandate falls only by a veto."
        ),
    ),
    (
        Found("Coal to China", "False papers", 260, "inspection of cargo", is_published=True),
        Found("Refined petroleum", "From ship to ship", 410, "transfers at sea"),
    ),
)
PROPOSALS = (
    Proposal("ships", "Four ships of one owner", "ports: will +2", ("CHN",), message="ships"),
    Proposal("bank", "A bank with one branch", "ports: will +3", disabled="It was sent already."),
)
STRIP = Strip(
    24,
    (
        Bead(2.1, "2270", "2 Mar 2016", "adopted", "15-0", "cargo, coal with exemption"),
        Bead(11, "2321", "30 Nov 2016", "adopted", "15-0", "coal capped"),
        Bead(17.4, "July 2017", "5 Jul 2017", "failed", "13-2"),
        Bead(20.4, "2375", "11 Sep 2017", "now", measures="textiles, petroleum"),
        Bead(23.7, "2397", "22 Dec 2017", "ahead"),
    ),
    (
        Moment(0.2, "test 4", "shot"),
        Moment(8.3, "test 5", "shot"),
        Moment(13.5, "pause in testing", "talks"),
        Moment(17.1, "first ICBM", "shot"),
        Moment(20.1, "test 6", "shot"),
    ),
    ((0, "2016"), (12, "2017")),
    (
        Carried("CHN", "you pledged a line on talks, and kept it", "yes"),
        Carried("RUS", "its workers were not spared, as had been said", "no"),
        Carried("EGY", "is owed a favour", "muted"),
        Carried("", "Coal to China goes round the measures: false papers", "muted", "finding"),
        Carried("", "Singapore: trade is suspended", "yes", "won"),
        Carried("", "On the road to talks: contact", "yes", "road"),
    ),
)
