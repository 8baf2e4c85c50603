"""`manage.py suggest FILE`: what it prints, and with which code it ends."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from apps.catalog.taxonomy import VOCABULARY
from apps.interchange.suggesting import FINE, FOUND, UNUSABLE, run

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "apps" / "interchange" / "samples" / "customer-service-assistant.json"
FIELDS = {"entry", "family", "source", "target", "also", "score", "because", "references", "counterparts", "controls"}


def ran(file: Path, output: str = "json", fail_on: str | None = None) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return run(str(file), output, fail_on, out, err), out.getvalue(), err.getvalue()


def written(tmp_path: Path, **parts: Any) -> Path:
    file = tmp_path / "model.json"
    file.write_text(json.dumps({"format": "bifocal-model", "version": 1, "system": {"name": "S"}, **parts}))
    return file


def test_json_holds_every_suggestion_with_what_belongs_to_it() -> None:
    code, out, err = ran(SAMPLE)
    assert (code, err) == (FINE, "")
    document = json.loads(out)
    assert len(document["suggestions"]) > 20
    for row in document["suggestions"]:
        assert row.keys() >= FIELDS
        assert row["because"][0]["text"]
        assert all(reference.keys() >= {"framework", "edition", "identifier"} for reference in row["references"])
    assert any(row["counterparts"] for row in document["suggestions"])
    assert any(row["controls"] for row in document["suggestions"])
    assert document["questions"][0]["ask"]


def test_a_counterpart_that_was_suggested_too_says_where() -> None:
    rows = json.loads(ran(SAMPLE)[1])["suggestions"]
    found = {(row["entry"], row["target"]) for row in rows}
    met = [(one["entry"], one["target"]) for row in rows for one in row["counterparts"] if one["target"]]
    assert met
    assert set(met) <= found


def test_text_says_what_why_and_what_it_depends_on() -> None:
    _, out, _ = ran(SAMPLE, "text")
    assert out.startswith("Marlow, customer service assistant: ")
    assert "◆ T " in out
    assert "● H " in out
    assert "because " in out
    assert "questions would settle " in out


def test_every_suggestion_says_what_has_to_be_withstood_and_what_it_harms() -> None:
    rows = json.loads(ran(SAMPLE)[1])["suggestions"]
    assert {row["disturbance"] for row in rows} <= set(VOCABULARY.disturbances)
    assert len({row["disturbance"] for row in rows}) > 4
    first = rows[0]
    lens = {"adversarial": "security lens", "unintended": "safety lens"}[first["source"]]
    harmed = ", ".join(VOCABULARY.properties[name].label.lower() for name in first["harms"])
    withstood = VOCABULARY.disturbances[first["disturbance"]].label.lower()
    assert f"   {lens}; harms {harmed}; has to withstand {withstood}\n" in ran(SAMPLE, "text")[1]


def test_an_empty_system_has_nothing_to_say(tmp_path: Path) -> None:
    assert ran(written(tmp_path), "text") == (FINE, "S: 0 threats and 0 hazards suggested\n", "")


def test_the_threshold_decides_about_the_exit_code(tmp_path: Path) -> None:
    assert ran(SAMPLE, fail_on="critical")[0] == FOUND
    quiet = written(tmp_path, elements=[{"id": "m", "name": "M", "kind": "datastore"}])
    assert ran(quiet, fail_on="high")[0] == FINE
    assert ran(quiet, fail_on="low")[0] == FOUND


def test_a_bad_file_is_refused_with_every_problem_by_path(tmp_path: Path) -> None:
    bad = written(tmp_path, elements=[{"id": "a", "kind": "robot", "name": "A"}], flows=[{"id": "f", "source": "a"}])
    code, out, err = ran(bad)
    assert (code, out) == (UNUSABLE, "")
    assert "elements[0].kind: " in err
    assert "flows[0].target: is missing" in err


def test_a_file_that_is_not_there_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    code, _, err = ran(tmp_path / "none.json")
    assert code == UNUSABLE
    assert "No such file" in err


def test_the_command_needs_no_database() -> None:
    environment = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none", "REDIS_URL": ""}
    command = [sys.executable, "manage.py", "suggest", "--format", "json", "--fail-on", "critical", str(SAMPLE)]
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert shown.returncode == FOUND, shown.stderr
    assert json.loads(shown.stdout)["suggestions"]


@pytest.mark.parametrize("case", sorted((ROOT.parent / "shared" / "bench" / "plain").glob("*.json")) or [None])
def test_a_measured_system_without_ai_gets_no_ai_suggestion(case: Path | None) -> None:
    if case is None:
        pytest.skip("The measured cases lie beside the repository, and are not at hand here.")
    rows = json.loads(ran(case)[1])["suggestions"]
    assert {row["family"] for row in rows} == {"classic"}
