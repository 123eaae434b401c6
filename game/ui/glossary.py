"""Terms of the Council in plain words, for the help screen and behind every term."""

from attrs import frozen

from game.language import later


@frozen
class Term:
    """One entry.

    id: how screens link to it.
    name: as it is written.
    meaning: two sentences at most.
    """

    id: str
    name: str
    meaning: str


TERMS = (
    Term(
        "council",
        later("Security Council"),
        later("The fifteen members of the United Nations who answer for peace and security."),
    ),
    Term(
        "p5",
        later("Permanent members (P5)"),
        later("China, France, the Russian Federation, the United Kingdom and the United States."),
    ),
    Term(
        "p2",
        later("P2"),
        later(
            "On this file the United States and China, who settle the core before others see it."
        ),
    ),
    Term(
        "e10",
        later("Elected members (E10)"),
        later(
            "The other ten, elected for two years. They have no veto, but six of them are needed."
        ),
    ),
    Term(
        "capital",
        later("Capital"),
        later("Your ministry at home. It sends instructions and does not see the room."),
    ),
    Term(
        "instructions",
        later("Instructions"),
        later("What you may accept and what you should win. Nobody else sees which ones you got."),
    ),
    Term(
        "aims",
        later("Aims"),
        later("What your capital wants from the text. They decide how you did, not how you vote."),
    ),
    Term(
        "red_line",
        later("Red line"),
        later("A word your capital will not sign whatever it gets for it."),
    ),
    Term(
        "speakers",
        later("Order of speakers"),
        later(
            "The President calls members, by custom in alphabetical order from the chair. Another "
            "order is a ruling, which nine members can overrule."
        ),
    ),
    Term(
        "rival",
        later("Rival draft"),
        later(
            "A draft beside the pen's. Drafts come to the vote in the order in which they were "
            "submitted; a seconder can bring up one that its mover withdraws."
        ),
    ),
    Term(
        "letter",
        later("Letter from outside"),
        later(
            "A State that is no member can bring a matter before the Council, by Article 35. It "
            "needs a member, or the President, to act on it."
        ),
    ),
    Term(
        "annex",
        later("Annex"),
        later("A list that belongs to a text: who and what a measure is about, line by line."),
    ),
    Term(
        "presidency",
        later("Presidency"),
        later("The chair of the month. It goes round the members in English alphabetical order."),
    ),
    Term(
        "consultations",
        later("Consultations"),
        later("Closed meetings of the fifteen, without a record. Most of the work is done there."),
    ),
    Term(
        "soundings",
        later("Soundings"),
        later("The first round of the table: everybody says what should come of what happened."),
    ),
    Term(
        "press_statement",
        later("Press statement"),
        later("Words of the members to the press. They need all fifteen; one objection ends them."),
    ),
    Term(
        "resolution",
        later("Resolution"),
        later("A formal decision by vote: nine in favour, and no permanent member against."),
    ),
    Term(
        "pen",
        later("Pen, penholder"),
        later("The member that drafts the text and answers what others ask of it."),
    ),
    Term(
        "draft",
        later("Draft"),
        later("The text before it is adopted. Each time the pen shows it, it gets a number."),
    ),
    Term(
        "working_text",
        later("Working text"),
        later("The pen's own copy, which nobody else sees until it is circulated."),
    ),
    Term(
        "circle",
        later("Circle"),
        later("Who has been shown the text: the two, the five or all. It only widens."),
    ),
    Term(
        "circulate",
        later("Circulate"),
        later("Show the working text to a circle. Whoever sees it late resents that."),
    ),
    Term(
        "clause",
        later("Clause"),
        later("One paragraph of the text: a measure at a level, opened by a verb."),
    ),
    Term(
        "measure",
        later("Measure"),
        later("Something a text can do: a ban, a duty, an exemption, a word about talks."),
    ),
    Term(
        "level",
        later("Level"),
        later("How far a measure goes, from a polite word to a full ban."),
    ),
    Term(
        "operative",
        later("Operative paragraph"),
        later("A numbered paragraph that decides, demands or asks for something."),
    ),
    Term(
        "preamble",
        later("Preambular paragraph"),
        later("An unnumbered opening that recalls and explains. It binds nobody."),
    ),
    Term(
        "verb",
        later("Operative verb"),
        later("The word in italics that opens a clause. Decides binds; calls upon only asks."),
    ),
    Term(
        "chapter_vii",
        later("Chapter VII"),
        later("The part of the Charter under which the Council can bind every State."),
    ),
    Term(
        "article_39",
        later("Article 39 determination"),
        later(
            "The finding that there is a threat to peace. Measures under Chapter VII rest on it."
        ),
    ),
    Term(
        "article_41",
        later("Article 41"),
        later("Measures without armed force: trade, money, travel. In speech: sanctions."),
    ),
    Term(
        "agreed_language",
        later("Agreed language"),
        later("Words that stood in an earlier text. Cheap to keep, and dear to lose."),
    ),
    Term(
        "in_force",
        later("In force"),
        later("What earlier resolutions have decided. It stays unless a new text goes further."),
    ),
    Term(
        "livelihood",
        later("Livelihood exemption"),
        later(
            "Trade that may go on because ordinary people live from it. It wins votes, and leaks."
        ),
    ),
    Term(
        "exemption",
        later("Exemption"),
        later("What the Committee may allow in spite of a ban, such as goods for aid workers."),
    ),
    Term(
        "ask",
        later("Ask"),
        later(
            "A change a member wants from the pen: another level, or other words. It costs an act; "
            "the pen grants or refuses it."
        ),
    ),
    Term(
        "grant",
        later("Grant"),
        later("The pen promises the change. If the text in blue lacks it, the promise is broken."),
    ),
    Term(
        "counter",
        later("Counter-offer"),
        later(
            "A refusal with the nearest level the pen could write. Ask for that, and you have it."
        ),
    ),
    Term(
        "offer",
        later("Offer"),
        later("What one gives for what it gets, between two alone. Returned as it is, it stands."),
    ),
    Term(
        "favour",
        later("Favour"),
        later(
            "Something outside the text, given once: promised in a deal, done in the months after "
            "the vote. Left undone, it is a broken word."
        ),
    ),
    Term(
        "credibility",
        later("Credibility"),
        later("How far the others believe a word. It falls when one is not meant, or is broken."),
    ),
    Term(
        "informals",
        later("Informal informals"),
        later("The pen works on a text with those it is shown to. Who sees it late resents that."),
    ),
    Term(
        "stakeout",
        later("Stakeout"),
        later("The cameras outside the room. A phrase said there costs an act and binds."),
    ),
    Term(
        "cable",
        later("Cable"),
        later("New instructions during the sitting. Obey, ask for more room, or act and explain."),
    ),
    Term(
        "back_oppose",
        later("Back, oppose"),
        later("Say in public that a clause should stand, or should not. Three times in a sitting."),
    ),
    Term(
        "warn",
        later("Warn"),
        later(
            "Say in public what you would make of a clause at some level, in one of five phrases. "
            "Going along all the same, or saying otherwise without cause, unmasks it."
        ),
    ),
    Term(
        "demand_sight",
        later("Demand sight"),
        later("Ask in public to be shown the text. Being shown late after that counts double."),
    ),
    Term(
        "sponsor",
        later("Co-sponsor"),
        later(
            "Lend your name to the text: a public promise of a yes. Each name beside the author's "
            "makes all who carry it out a little readier."
        ),
    ),
    Term(
        "phrase",
        later("The five phrases"),
        later(
            "Supports, can go along, has concerns, has serious difficulty, will vote against. "
            "True when said, unless it is a bluff."
        ),
    ),
    Term(
        "sum",
        later("Sum of reasons"),
        later("Whole numbers, each with a cause, added up. The sum decides the vote; no dice."),
    ),
    Term(
        "tolerance",
        later("Tolerance"),
        later("How much pressure of the whole text a capital can bear. Each test raises it."),
    ),
    Term(
        "forecast",
        later("Forecast"),
        later("The chance of each vote over all instructions a capital could have sent."),
    ),
    Term(
        "yes_if",
        later("Yes if …"),
        later("The smallest change of the text that would probably win a member, found by search."),
    ),
    Term(
        "in_blue",
        later("In blue"),
        later(
            "The last print of a draft, once in blue ink. The vote comes next; what can still "
            "change is small, or nothing."
        ),
    ),
    Term(
        "veto",
        later("Veto"),
        later("A no by a permanent member to a text that has nine votes. An abstention is none."),
    ),
    Term(
        "abstain",
        later("Abstention"),
        later("Neither yes nor no. It counts for nothing, and is remembered."),
    ),
    Term(
        "explanation",
        later("Explanation of vote"),
        later("What you say after the vote. A narrow reading makes it weaker at your border."),
    ),
    Term(
        "strength",
        later("Pressure, of 100"),
        later("What is banned of all trade, weighed: 0 is open trade, 100 a closed border."),
    ),
    Term(
        "unity",
        later("Unity"),
        later("How many stand behind the text. The border and the target both look at it."),
    ),
    Term(
        "paper_enforced",
        later("On paper, as enforced"),
        later("What a text forbids, and what customs posts really stop. The gap is the echo."),
    ),
    Term(
        "panel",
        later("Panel of Experts"),
        later("Independent experts who report how measures are carried out, and where they leak."),
    ),
    Term(
        "committee",
        later("1718 Committee"),
        later("The fifteen again, as a committee that runs the lists and the exemptions."),
    ),
    Term(
        "designation",
        later("Listing"),
        later("Putting a person, firm or ship on the list: assets frozen, travel banned."),
    ),
    Term(
        "six_party_talks",
        later("Six-Party Talks"),
        later(
            "The talks of both Koreas, China, Japan, Russia and the United States, 2003 to 2009."
        ),
    ),
    Term(
        "token",
        later("Act"),
        later("What you can do in a round beyond speaking. Unused acts are lost."),
    ),
    Term(
        "digest",
        later("Digest"),
        later(
            "Five lines at most on what concerns you since your last turn. The log has the rest."
        ),
    ),
    Term(
        "seed",
        later("Seed"),
        later("A number that fixes all luck. The same seed, seats and acts are the same game."),
    ),
)
