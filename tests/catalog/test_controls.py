"""What every shipped control owes its readers: something it treats, and an honest word about each side."""

from collections import Counter
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from apps.catalog.knowledge import Control, Entry
from apps.catalog.parsing import BUILTIN, builtin_catalogue

CATALOGUE = builtin_catalogue()
SIDES = ("adversarial", "unintended")
LONGEST_TITLE = 9  # words
FEWEST_CONTROLS = 105
HURTING_A_SIDE = 20
TREATING_AN_ENTRY = 2
LONGEST_FILE = 400  # lines
FILES = sorted((BUILTIN / "controls").glob("*.yaml"))
# What a control does to the course of events says which factors of the score it can move.
FACTORS_OF = {
    "avoid": {"challenge", "impact"},
    "resist": {"withstand"},
    "detect": {"challenge", "withstand", "catch", "relief"},
    "limit": {"impact", "relief"},
    "recover": {"relief"},
}

each_control = pytest.mark.parametrize(
    "control", [pytest.param(control, id=slug) for slug, control in CATALOGUE.controls.items()]
)
each_entry = pytest.mark.parametrize(
    "entry", [pytest.param(entry, id=slug) for slug, entry in CATALOGUE.entries.items()]
)


def effects_of(control: Control) -> dict[str, str]:
    return {"adversarial": control.effect_on_adversarial, "unintended": control.effect_on_unintended}


def test_the_catalogue_ships_controls_for_both_sides() -> None:
    assert len(CATALOGUE.controls) >= FEWEST_CONTROLS
    helped = Counter(
        side
        for control in CATALOGUE.controls.values()
        for side, effect in effects_of(control).items()
        if effect == "helps"
    )
    assert helped["adversarial"] >= 70
    assert helped["unintended"] >= 60


def test_enough_controls_admit_that_they_hurt_a_side() -> None:
    hurting = [slug for slug, control in CATALOGUE.controls.items() if "hurts" in effects_of(control).values()]
    assert len(hurting) >= HURTING_A_SIDE


def test_either_side_is_hurt_by_some_control() -> None:
    hurt = {side for control in CATALOGUE.controls.values() for side in SIDES if effects_of(control)[side] == "hurts"}
    assert hurt == set(SIDES)


@pytest.mark.parametrize("name", ["slug", "title", "gist", "effect_reason", "verification"])
def test_no_two_controls_share_a(name: str) -> None:
    times = Counter(getattr(control, name).casefold() for control in CATALOGUE.controls.values())
    assert [text for text, count in times.items() if count > 1] == []


@each_entry
def test_every_entry_is_treated_by_more_than_one_control(entry: Entry) -> None:
    assert len(CATALOGUE.controls_of.get(entry.slug, ())) >= TREATING_AN_ENTRY


@pytest.mark.parametrize("file", [pytest.param(path, id=path.stem) for path in FILES])
def test_a_file_stays_short_and_says_factor_and_verification_of_each_control(file: Path) -> None:
    assert len(file.read_text().splitlines()) < LONGEST_FILE
    assert [row["slug"] for row in YAML(typ="safe").load(file) if not row.keys() >= {"factor", "verification"}] == []


def test_each_factor_of_the_score_is_moved_by_some_control() -> None:
    assert {control.factor for control in CATALOGUE.controls.values()} == set.union(*FACTORS_OF.values())


@each_control
def test_the_factor_fits_what_the_control_does(control: Control) -> None:
    assert control.factor in FACTORS_OF[control.function]


@each_control
def test_the_verification_is_one_sentence_that_says_what_to_try(control: Control) -> None:
    assert control.verification.endswith(".")
    assert ". " not in control.verification
    assert len(control.verification.split()) >= 12
    assert control.verification not in (control.gist, control.effect_reason)


@each_control
def test_a_control_treats_entries_that_ship_each_once(control: Control) -> None:
    assert control.treats
    assert len(set(control.treats)) == len(control.treats)
    assert set(control.treats) <= CATALOGUE.entries.keys()


@each_control
def test_a_control_treats_the_sides_that_it_helps_and_no_other(control: Control) -> None:
    treated = {CATALOGUE.entries[slug].source for slug in control.treats}
    assert treated == {side for side, effect in effects_of(control).items() if effect == "helps"}


@each_control
def test_an_effect_has_a_reason_of_its_own(control: Control) -> None:
    assert control.effect_reason.endswith(".")
    assert len(control.effect_reason.split()) >= 10
    assert control.effect_reason not in (control.title, control.gist)


@each_control
def test_a_title_is_short_and_a_gist_says_more_in_one_sentence(control: Control) -> None:
    assert 2 <= len(control.title.split()) <= LONGEST_TITLE
    assert not control.title.endswith((".", "?", ":"))
    assert control.gist.endswith(".")
    assert ". " not in control.gist
    assert len(control.gist.split()) > len(control.title.split())


@each_control
def test_a_control_can_be_looked_up_elsewhere(control: Control) -> None:
    assert control.references
    assert len(set(control.references)) == len(control.references)


@each_control
def test_the_voice_of_a_control_is_calm_and_its_text_is_clean(control: Control) -> None:
    for text in (control.title, control.gist, control.effect_reason, control.verification):
        assert "!" not in text
        assert text == " ".join(text.split())
