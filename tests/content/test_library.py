"""A crisis over its library: what it takes, what it leaves, what is its own."""

import shutil

import attrs

from game.codec import encode
from game.content import Crisis, catalogue, load_scenario, scenario_ids
from game.engine.scenario import Scenario
from game.paths import scenarios
from tests.content.places import changed, without_brief


def test_a_file_may_lie_anywhere_and_uses_the_shared_lists(tmp_path):
    path = tmp_path / "mine.yaml"
    shutil.copy(scenarios() / "first_sitting.yaml", path)

    scenario = load_scenario(path)

    assert scenario.id == "mine"
    assert scenario.measures == load_scenario("first_sitting").measures


def test_a_common_folder_beside_the_file_comes_first(tmp_path):
    path = changed(
        tmp_path,
        "name: Venezuela (Bolivarian Republic of)",
        "name: Venezuela",
        "common/delegations.yaml",
    )

    assert load_scenario(path).delegation("VEN").name == "Venezuela"


def test_a_changed_list_is_read_again(tmp_path):
    path = changed(tmp_path, "plain: Venezuela\n", "plain: V.\n", "common/delegations.yaml")
    assert load_scenario(path).delegation("VEN").short == "V."

    members = tmp_path / "common/delegations.yaml"
    members.write_text(
        members.read_text(encoding="utf-8").replace("plain: V.\n", "plain: Ve.\n"), encoding="utf-8"
    )

    assert load_scenario(path).delegation("VEN").short == "Ve."


def test_measures_in_play_leave_out_what_speaks_of_others():
    """Coal excludes an exempt project, which the first sitting does not have."""
    full, first = load_scenario("resolution_2270"), load_scenario("first_sitting")

    assert full.measure("coal_iron_exports").excludes
    assert not first.measure("coal_iron_exports").excludes


def test_positions_are_kept_for_those_who_sit_here():
    for measure in load_scenario("resolution_2270").measures:
        assert "KOR" not in measure.positions
        assert {"CHN", "african", "wary"} <= set(measure.positions)


def test_a_crisis_may_bring_its_own_measure(tmp_path):
    own = """own_measures:
  - id: luxury_goods
    name: Luxury goods
    category: sectoral_import
    positions:
      USA: {ideal: 1}
    levels:
      - label: a call
        verb: calls_upon
        clause: '*Calls upon* all Member States to sell no luxury goods to the {dprk_short};'

measures:
  - luxury_goods
"""
    path = changed(tmp_path, "measures:\n", own)

    assert load_scenario(path).measure("luxury_goods").top == 1


def test_a_crisis_may_bring_its_own_enforcers(tmp_path):
    own = """own_enforcers:
  - id: china
    name: Everybody
    share: 1000
    will: 500
    capacity: 500

in_force:
"""
    path = changed(tmp_path, "in_force:\n", own)

    assert [enforcer.name for enforcer in load_scenario(path).enforcers] == ["Everybody"]


def test_a_member_without_a_brief_of_this_crisis_gets_the_shared_one(tmp_path):
    path = without_brief(tmp_path, "VEN")

    brief = load_scenario(path).briefs["VEN"]

    assert brief.story.startswith("The act deserves its answer")
    assert brief.yes_at == -16


def test_a_shared_brief_leaves_out_what_is_not_in_play(tmp_path):
    """The shared Angolan brief speaks of statues and reports, which that text does not have."""
    path = without_brief(tmp_path, "AGO")

    brief = load_scenario(path).briefs["AGO"]

    assert {aim.measure for aim in brief.aims} == {"six_party_talks", "arms_embargo", ""}


def test_a_crisis_may_change_an_aim_and_a_story_alone(tmp_path):
    own = """aims:
  VEN: [{measure: peaceful_solution, at_least: 4, weight: 2}]
stories:
  VEN: Say it in one sentence.

own_parameters:
"""
    path = changed(tmp_path, "own_parameters:\n", own)

    before, after = (load_scenario(s).briefs["VEN"] for s in ("resolution_2270", path))

    assert [aim.measure for aim in after.aims if aim.measure] == ["peaceful_solution"]
    assert after.story == "Say it in one sentence."
    assert after.variants == before.variants


def test_words_of_the_crisis_come_before_the_shared_ones(tmp_path):
    path = changed(tmp_path, "words:\n", "words:\n  port: the port\n")

    assert load_scenario(path).words["port"] == "the port"


def test_a_broken_file_is_listed_with_its_first_fault(tmp_path):
    changed(tmp_path, "rounds: 6", "rounds: many")

    listed = {listing.id: listing for listing in catalogue(tmp_path)}

    assert set(listed) == set(scenario_ids())
    assert listed["first_sitting"].fault == ""
    assert "expected a whole number, found 'many'" in listed["resolution_2270"].fault
    assert listed["resolution_2270"].title == "resolution_2270.yaml"


def test_a_crisis_and_its_scenario_agree_on_defaults():
    """The same field of both means the same and is left out alike; briefs may be shared."""
    scenario = {f.name: f for f in attrs.fields(Scenario) if f.name != "briefs"}
    required = {"delegations", "measures", "presidency"}  # A pool may have them instead.
    for field in attrs.fields(Crisis):
        if field.name in scenario.keys() - required and field.default is not attrs.NOTHING:
            assert field.default == scenario[field.name].default, field.name


def test_every_field_of_a_scenario_comes_from_somewhere():
    lists = {"measures", "tempers", "verbs", "modifiers", "parameters", "enforcers", "words"}
    resolved = {"id", "delegations", "briefs", "target", "campaign", "season", *lists}
    carried = {"promised"}  # From one sitting of a campaign to the next.
    own = {f.name for f in attrs.fields(Crisis)}

    assert {f.name for f in attrs.fields(Scenario)} <= resolved | carried | own


def test_a_loaded_scenario_is_plain_data():
    assert encode(load_scenario("first_sitting"))["title"] == "Before the gavel"


def test_a_crisis_can_begin_with_a_target_in_another_state():
    """Two years without talks leave less trust than the texts of 2013."""
    early, later = load_scenario("withdrawal_2003"), load_scenario("resolution_2270")

    assert early.target.indicators["trust"] < later.target.indicators["trust"]
    assert early.target.responses == later.target.responses
    assert set(early.target.indicators) == set(later.target.indicators)
