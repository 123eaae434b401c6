"""A game survives its file; a bad file says in one sentence what is wrong."""

import json
import os
import stat
from pathlib import Path

import pytest
from attrs import evolve

from game import codec, engine
from game.codec import DataError
from game.engine.actions import Convene, Request
from game.engine.terms import Phase
from game.session import Session, list_saves, migrations, replay, saves
from game.session.saves import _plain_state
from tests.build import QUICK, RANDOM, alarmed, idle, play, played, scenario
from tests.session.playing import plays, run_on, seated, whole


@pytest.fixture
def halfway():
    return plays(seated("CHN", seed=9, USA="quick"), until=lambda n: n.wall.round == 2)


@pytest.fixture
def file(halfway, tmp_path):
    path = tmp_path / "game.json"
    assert halfway.save(path) == path
    return path


def fault_of(call, *arguments):
    """Return the one sentence of a DataError."""
    with pytest.raises(DataError) as caught:
        call(*arguments)
    assert len(caught.value.faults) == 1
    text = str(caught.value)
    assert "\n" not in text
    return text


# -- round trips


def test_a_loaded_game_is_the_game_that_was_saved(halfway, file):
    loaded = Session.load(file)

    was, now = halfway.snapshot(), loaded.snapshot()
    assert now.actions == was.actions
    assert now.seats == was.seats
    assert now.seed == was.seed
    assert evolve(now.state, scenario=was.scenario) == was.state
    assert codec.encode(now.scenario) == codec.encode(was.scenario)


def test_a_loaded_game_goes_on_as_the_saved_one_would_have(halfway, file):
    loaded = Session.load(file, autosave=False)

    plays(halfway)
    plays(loaded)

    assert saves.state_digest(loaded.snapshot().state) == saves.state_digest(
        halfway.snapshot().state
    )


@pytest.mark.parametrize("who", [QUICK, RANDOM])
@pytest.mark.parametrize("id", ["resolution_2270", "first_sitting"])
def test_every_kind_of_state_survives_its_file(id, who, tmp_path):
    """Computers come to the last beats, chance to what nobody would do."""
    game, seed = played(id, 1, who), 1
    seats = dict.fromkeys(game.end.scenario.seats, who)
    for at in {*range(0, len(game.states), 150), len(game.states) - 1}:
        state = game.states[at]
        path = tmp_path / f"{at}.json"
        saves.write(path, saves.Save(seed, seats, state.scenario, game.actions[:at], state))
        found = saves.read(path)
        assert evolve(found.state, scenario=state.scenario) == state
        assert found.actions == game.actions[:at]


def test_a_save_keeps_the_order_of_what_has_an_order(halfway, file):
    """Who has voted first must not come back in alphabetical order."""
    plays(halfway, until=lambda n: len(n.wall.voted) > 5 or n.is_over)
    halfway.save(file)

    assert Session.load(file).wall.voted == halfway.wall.voted


def test_a_save_holds_what_the_architecture_says(file):
    plain = json.loads(file.read_text(encoding="utf-8"))

    assert set(plain) == {
        *("format", "rules", "game", "seed", "seats", "scenario"),
        *("standing", "actions", "state", "digest", "over", "checksum"),
    }
    assert "scenario" not in plain["state"]
    assert all("do" in action for action in plain["actions"])
    assert len(plain["digest"]) == 12


def test_editing_a_scenario_file_does_not_change_a_game_in_progress(halfway, file):
    assert Session.load(file).scenario is not scenario("first_sitting")
    assert Session.load(file).scenario.title == halfway.scenario.title


def test_digests_differ_where_states_do():
    game = played("first_sitting", 1, RANDOM)
    found = {saves.state_digest(state) for state in game.states}

    assert len(found) > 0.9 * len(game.states)


# -- proof


def test_a_replay_proves_a_save(file):
    proof = replay(file)

    assert proof.holds
    assert proof.digest == json.loads(file.read_text(encoding="utf-8"))["digest"]


def test_a_replay_proves_a_whole_game_with_undone_acts(tmp_path):
    session = plays(seated("USA", seed=3), until=lambda n: not n.tick() and n.wall.round == 1)
    for action in session.observation.legal[:3]:
        session.act(action)
        session.undo()
    plays(session)
    session.save(tmp_path / "g.json")

    assert replay(tmp_path / "g.json").holds


def rewritten(file, change):
    """Change a save as somebody would who knows how to mend its checksum."""
    plain = json.loads(file.read_text(encoding="utf-8"))
    change(plain)
    plain.pop("checksum")
    plain["checksum"] = saves._hash(plain)
    file.write_text(json.dumps(plain), encoding="utf-8")
    return file


def test_a_replay_finds_an_action_that_was_left_out(file):
    rewritten(file, lambda plain: plain["actions"].pop(20))

    assert not proved(file)


def proved(file):
    """Tell whether a save is proved; an action that cannot be played again is one sentence."""
    try:
        return replay(file).holds
    except DataError as fault:
        return "actions[" not in str(fault) or "\n" in str(fault)


def test_a_replay_finds_an_action_that_is_not_legal(file):
    rewritten(file, lambda plain: plain["actions"].insert(5, plain["actions"][0]))

    assert "actions[5]" in fault_of(replay, file)


def test_a_replay_finds_an_action_about_something_that_does_not_exist(file):
    def change(plain):
        at = next(i for i, a in enumerate(plain["actions"]) if a["do"] == "Speak")
        plain["actions"][at]["priority"] = "nothing_of_the_kind"

    rewritten(file, change)

    assert not proved(file)


def test_a_replay_under_other_rules_says_that_it_loads_all_the_same(file):
    rewritten(file, lambda plain: plain.update(rules=999))

    assert "rules 999" in fault_of(replay, file)
    assert Session.load(file).ply


# -- bad files


def test_a_truncated_save_is_one_sentence(file):
    text = file.read_text(encoding="utf-8")
    for length in (0, 1, 100, len(text) // 2, len(text) - 1):
        file.write_text(text[:length], encoding="utf-8")
        assert str(file) in fault_of(Session.load, file)


def test_an_edited_save_is_one_sentence(file):
    text = file.read_text(encoding="utf-8")
    for old, new in (
        ('"seed":9', '"seed":8'),
        ('"threat":', '"threat":1'),
        ('"CHN":"human"', '"CHN":"quick"'),
        ('"variant":"', '"variant":"x'),
        (f'"format":{migrations.FORMAT}', f'"format": {migrations.FORMAT}.0'),
    ):
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        assert str(file) in fault_of(Session.load, file)


def test_a_newer_save_says_which_format_it_has_and_what_to_do(file):
    plain = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps({**plain, "format": migrations.FORMAT + 1}), encoding="utf-8")

    numbers = f"format {migrations.FORMAT + 1}; this one reads up to {migrations.FORMAT}"
    assert numbers in fault_of(Session.load, file)
    assert "update the game" in fault_of(Session.load, file)


@pytest.mark.parametrize(
    "text", ["[]", "{}", "3", '"x"', '{"format": "1"}', '{"format": 0}', "null"]
)
def test_what_is_no_save_is_said_to_be_none(text, tmp_path):
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")

    assert "no saved game" in fault_of(Session.load, path)


def test_a_missing_file_is_one_sentence(tmp_path):
    assert "nowhere.json" in fault_of(Session.load, tmp_path / "nowhere.json")


def test_a_state_of_another_scenario_is_one_sentence(file):
    """Somebody pastes a scenario into a save, checksum and all."""
    other = codec.encode(scenario("resolution_2270"))
    other["measures"] = other["measures"][:3]
    other["delegations"] = [d for d in other["delegations"] if d["id"] != "ESP"]
    rewritten(file, lambda plain: plain.update(scenario=other))

    assert str(file) in fault_of(Session.load, file)


def test_people_who_do_not_fit_the_state_are_one_sentence(file):
    rewritten(file, lambda plain: plain["seats"].update(USA="human"))

    assert "the seats held by persons differ" in fault_of(Session.load, file)


def test_an_unknown_computer_in_a_save_is_one_sentence(file):
    rewritten(file, lambda plain: plain["seats"].update(USA="unicorn"))

    assert "unknown computer 'unicorn'" in fault_of(Session.load, file)


def test_a_changed_state_with_a_mended_checksum_is_one_sentence(file):
    rewritten(file, lambda plain: plain["state"]["abroad"]["gauges"].update(threat=99))

    assert "digest" in fault_of(Session.load, file)


def test_nonsense_in_a_state_is_one_sentence(file):
    for change in (
        lambda plain: plain["state"].update(phase="later"),
        lambda plain: plain["state"].update(round="one"),
        lambda plain: plain.update(state=None),
        lambda plain: plain["actions"].append({"do": "Fly"}),
    ):
        text = file.read_text(encoding="utf-8")
        rewritten(file, change)
        assert str(file) in fault_of(Session.load, file)
        file.write_text(text, encoding="utf-8")


# -- writing


def test_a_crash_while_writing_leaves_the_old_save_whole(halfway, file, monkeypatch):
    before = file.read_bytes()

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    plays(halfway)

    assert halfway.save(file) is None
    assert "no space left" in halfway.save_fault
    assert file.read_bytes() == before
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_kill_between_writing_and_moving_leaves_the_old_save_whole(halfway, file, monkeypatch):
    before = file.read_bytes()

    def killed(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(type(file), "replace", killed)
    with pytest.raises(KeyboardInterrupt):
        halfway.save(file)

    assert file.read_bytes() == before
    assert [p.name for p in file.parent.iterdir()] == [file.name]


def test_a_folder_that_cannot_be_written_is_said_and_the_game_goes_on(halfway, tmp_path):
    assert halfway.save(tmp_path / "missing" / "game.json") is None
    assert "cannot be saved" in halfway.save_fault
    assert "\n" not in halfway.save_fault
    assert halfway.saved_at is None

    plays(halfway)
    assert halfway.is_over


def test_autosave_survives_an_unwritable_folder(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("IN_BLUE_SAVES", str(blocked))

    session = plays(seated("CHN", seed=9, autosave=True))

    assert session.is_over
    assert session.saved_at is None
    assert "cannot be saved" in session.save_fault
    assert list_saves() == ()


def test_a_save_that_works_clears_the_fault_of_one_that_did_not(halfway, tmp_path):
    halfway.save(tmp_path / "missing" / "game.json")
    halfway.save(tmp_path / "game.json")

    assert halfway.save_fault == ""
    assert halfway.saved_at is not None


def test_saves_are_readable_by_their_owner(file):
    assert stat.S_IMODE(file.stat().st_mode) & stat.S_IRUSR


# -- autosave and slots


def test_each_beat_is_saved(tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    session = run_on(seated("CHN", seed=9, autosave=True, USA="quick"))
    auto = tmp_path / saves.AUTOSAVE

    assert saves.read(auto).state.phase is Phase.SOUNDINGS
    plays(session, until=lambda n: n.wall.round == 2)
    assert saves.read(auto).state.round == 2
    plays(session)
    assert saves.read(auto).state.phase is Phase.OVER


def test_a_game_of_computers_does_not_overwrite_a_person_s_autosave(tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    whole(seed=9, autosave=True)

    assert list(tmp_path.iterdir()) == []


def test_slots_are_listed_newest_first_and_broken_ones_with_their_fault(
    halfway, tmp_path, monkeypatch
):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    path = halfway.save()
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    strange = tmp_path / "strange.json"
    strange.write_text('{"format": 1, "seats": 3}', encoding="utf-8")
    for age, one in enumerate((path, broken, strange)):
        os.utime(one, (2_000_000_000 - age, 2_000_000_000 - age))

    first, second, third = list_saves()

    assert first.path == path
    assert (first.title, first.seats, first.round) == (halfway.scenario.title, ("CHN",), 2)
    assert (first.beat, first.seed, first.fault) == ("squeeze", 9, "")
    assert second.path == broken
    assert second.fault
    assert third.fault


def test_a_campaign_whose_last_sittings_are_spared_has_ended(halfway, tmp_path, monkeypatch):
    """What comes after is found out by the rules, not by counting."""
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))
    first = scenario("broken_talks_2001_2006")
    over = evolve(engine.new_game(first), phase=Phase.OVER)
    save = evolve(halfway.snapshot(), scenario=first, state=over)
    for comes in (over, None):
        monkeypatch.setattr(saves.chain, "following", lambda _state, comes=comes: comes)
        saves.write(tmp_path / "arc.json", save)
        (slot,) = list_saves()

        assert slot.ended is (comes is None)


def test_a_save_has_a_name_of_its_own_for_each_game(halfway, tmp_path, monkeypatch):
    monkeypatch.setenv("IN_BLUE_SAVES", str(tmp_path))

    assert halfway.save().name == "first_sitting-chn-9.json"
    assert seated("CHN", "USA", seed=4).save().name == "first_sitting-chn-usa-4.json"


# -- migrations


OLD = Path(__file__).parent / "saves"


def test_a_game_saved_in_the_first_format_goes_on():
    """Its promises are the pen's; what is new has its default."""
    save = saves.read(OLD / "format_1.json")
    pledges = save.state.record.pledges

    assert [(p.to, p.by, p.kind) for p in pledges] == [
        ("FRA", "USA", "clause"),
        ("SEN", "USA", "clause"),
    ]
    assert not any(p.secret for p in pledges)
    assert run_on(Session.load(OLD / "format_1.json")).is_over


def test_a_rival_of_the_third_format_changes_whole_clauses():
    table = {"do": "Table", "seat": "FRA", "changes": [["flights", 2]]}
    other = {"do": "EndRound", "seat": "FRA"}
    plain = {"format": 3, "actions": [other, table], "state": {"log": [table]}, "scenario": {}}

    now = migrations.migrate(plain)
    whole = {**table, "changes": [{"measure": "flights", "level": 2}]}
    assert now["actions"] == [other, whole]
    assert now["state"]["log"] == [whole]


def test_a_title_of_the_fourth_format_is_given_for_pressure_on_paper():
    title = {"title": "The narrow text", "strength": [60, 99], "unity": [15, 15]}
    given = {"do": "TradeNamed", "line": 0, "strength": 82, "votes": 15}
    scenario = {"trades": [title], "campaign": {"sequels": [{"scenario": {"trades": [title]}}]}}

    def migrated(*log):
        plain = {"format": 4, "scenario": scenario, "state": {"log": list(log)}}
        return migrations.migrate(plain)

    over, amid = (
        migrated({"do": "Enforced", "paper": [9, 12], "enforced": [3, 4]}, given),
        migrated(),
    )
    assert over["state"]["log"][-1] == {"do": "TradeNamed", "line": 0, "paper": 120, "votes": 15}
    assert over["scenario"]["trades"] == [{"title": "The narrow text", "unity": [15, 15]}]
    assert amid["scenario"]["trades"] == []
    assert amid["scenario"]["campaign"]["sequels"][0]["scenario"]["trades"] == []


def test_pressure_of_the_fifth_format_was_told_in_whole_points():
    month = {"do": "MonthPassed", "month": 1, "paper": 20, "enforced": 7, "money": 3}
    end = {"do": "Enforced", "paper": [20, 21], "enforced": [7, 8]}
    title = {"do": "TradeNamed", "line": 0, "paper": 21, "votes": 15}
    plain = {"format": 5, "state": {"log": [month, end, title]}}

    assert migrations.migrate(plain)["state"]["log"] == [
        {**month, "paper": 200, "enforced": 70, "day": 0},
        {**end, "paper": [200, 210], "enforced": [70, 80]},
        {**title, "paper": 210},
    ]


def test_months_of_the_sixth_format_had_one_day_together():
    """They lie thirty days apart, and the last of them is today."""
    log = [{"do": "MonthPassed", "month": n} for n in (1, 2, 3)]
    plain = {"format": 6, "state": {"log": [{"do": "Rest"}, *log], "record": {"day": 150}}}

    now = migrations.migrate(plain)["state"]["log"]

    assert [event.get("day") for event in now] == [None, 90, 120, 150]


def test_a_title_that_was_given_in_a_later_sitting_stays_in_that_sitting():
    title = {"title": "The narrow text", "strength": [60, 99], "unity": [15, 15]}
    sequels = [{"scenario": {"trades": [title]}}, {"scenario": {"trades": [title]}}]
    scenario = {"trades": [title], "campaign": {"sequels": sequels}}
    given = {"do": "TradeNamed", "line": 0, "strength": 82, "votes": 15}
    plain = {"format": 4, "scenario": scenario, "state": {"past": [{}], "log": [given]}}

    now = migrations.migrate(plain)["scenario"]
    kept = [now["trades"], *(q["scenario"]["trades"] for q in now["campaign"]["sequels"])]
    assert kept == [[], [{"title": "The narrow text", "unity": [15, 15]}], []]


def test_guests_of_a_save_from_the_soundings_are_heard_in_the_eighth_format():
    """They were heard when the soundings ended; now it is when the last member has spoken."""
    state = alarmed(scenario())
    state = play(state, Request(engine.actor(state), "open"))
    state = idle(state, lambda now: now.matter is not None)
    state = play(state, Convene(engine.actor(state), "open", 0))
    spoken = len(state.scenario.seats)
    state = idle(state, lambda now: len(now.record.stances) == spoken)
    plain = {"format": 7, "scenario": codec.encode(state.scenario), "state": _plain_state(state)}
    log, gauges = plain["state"]["log"], plain["state"]["abroad"]["gauges"]
    after = [g for g in state.scenario.guests if not g.first and g.id in state.record.guests]
    late = [e for e in log if e["do"] == "GuestHeard" and e["guest"] in {g.id for g in after}]
    threat = gauges["threat"] - 10 * sum(g.basis == "rule_37" for g in after)
    abroad = {**plain["state"]["abroad"], "gauges": {**gauges, "threat": threat}}
    unheard = [e for e in log if e not in late]
    old = {**plain, "state": {**plain["state"], "abroad": abroad, "log": unheard}}

    assert late
    assert log[-len(late) :] == late
    assert migrations.migrate(old)["state"] == plain["state"]
    assert migrations.migrate(plain)["state"] == plain["state"]


def test_steps_of_the_format_are_applied_in_order(monkeypatch):
    def second(plain):
        return {**plain, "format": 2, "told": "once"}

    def third(plain):
        return {**plain, "format": 3, "told": plain["told"] + " and again"}

    monkeypatch.setattr(migrations, "STEPS", (second, third))

    assert migrations.migrate({"format": 1})["told"] == "once and again"
    assert migrations.migrate({"format": 2, "told": "x"})["told"] == "x and again"
    assert migrations.migrate({"format": 3}) == {"format": 3}
