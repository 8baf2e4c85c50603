"""`suggest FILE`: the engine on a model file, for terminals and pipelines. Pure: no Django, no database.

Exit codes: 0 fine, 1 something at or above `--fail-on` was found, 2 the file or the catalogue cannot be used.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, TextIO

from apps.analysis.engines import suggest
from apps.analysis.pairing import paired
from apps.analysis.suggestions import LEVELS, Result, Suggestion
from apps.catalog.knowledge import Catalogue
from apps.catalog.parsing import CatalogueError, builtin_catalogue
from apps.catalog.taxonomy import MARKS, VOCABULARY
from apps.core.sentences import Sentence
from apps.interchange.formats.bifocal_model import LARGEST, FormatError, Problem, read
from apps.systems.graph import SystemGraph

FINE, FOUND, UNUSABLE = 0, 1, 2
FEW = 5  # Questions that the text names.


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a Bifocal model file (JSON); - reads standard input")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--fail-on", choices=LEVELS, help="exit with 1 when something of this level or above is found")


def run(file: str, output: str, fail_on: str | None, out: TextIO, err: TextIO) -> int:
    """Do what the arguments say; returns the exit code."""
    try:
        graph, catalogue = read(_content(file)), builtin_catalogue()
    except FormatError as error:
        err.write(f"{file} is refused: {len(error.problems)} problem{'s' * (len(error.problems) != 1)}\n")
        err.writelines(f"{problem.path or 'document'}: {problem.message}\n" for problem in error.problems)
        return UNUSABLE
    except CatalogueError as error:
        err.writelines(f"{problem}\n" for problem in error.problems)
        return UNUSABLE
    result = suggest(graph, catalogue)
    if output == "json":
        json.dump(document(result, graph, catalogue), out, indent=1)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for line in lines(result, graph, catalogue))
    threshold = LEVELS.index(fail_on) if fail_on else len(LEVELS)
    return FOUND if any(LEVELS.index(one.level) >= threshold for one in result.suggestions) else FINE


def _content(file: str) -> bytes:
    """At most one byte more than is allowed, so that a huge file is refused and not read."""
    try:
        if file == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        with Path(file).open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise FormatError([Problem("", Sentence("cannot be read: %(reason)s", reason=error.strerror))]) from error


def document(result: Result, graph: SystemGraph, catalogue: Catalogue) -> dict[str, Any]:
    """What `--format json` prints."""
    met = _met(result, graph, catalogue)
    return {
        "system": graph.name,
        "catalogue": catalogue.version,
        "suggestions": [_row(one, graph, catalogue, met) for one in result.suggestions],
        "questions": [asdict(question) for question in result.questions],
    }


def _met(result: Result, graph: SystemGraph, catalogue: Catalogue) -> dict[tuple[str, str], dict[str, str]]:
    """Per suggestion (entry, target): the counterparts that were suggested too, entry → target."""
    met: dict[tuple[str, str], dict[str, str]] = {}
    for pair in paired(result.suggestions, catalogue, graph):
        for one, other in ((pair.threat, pair.hazard), (pair.hazard, pair.threat)):
            met.setdefault((one.entry, one.target), {}).setdefault(other.entry, other.target)
    return met


def _row(
    one: Suggestion, graph: SystemGraph, catalogue: Catalogue, met: dict[tuple[str, str], dict[str, str]]
) -> dict[str, Any]:
    entry = catalogue.entries[one.entry]
    return {
        "entry": one.entry,
        "title": entry.title,
        "family": one.family,
        "source": one.source,
        "origin": entry.origin,
        "target": one.target,
        "target_type": one.target_type,
        "target_name": graph.name_of(one.target),
        "also": list(one.also),
        "score": one.score,
        "certainty": one.certainty,
        "level": one.level,
        "because": [asdict(fact) for fact in one.because],
        "unknown": [asdict(unknown) for unknown in one.unknown],
        "path": list(one.path),
        "harms": list(one.properties),
        "disturbance": one.disturbance,
        "references": [
            {
                "framework": reference.framework.title,
                "edition": reference.framework.edition,
                "identifier": reference.identifier,
                "title": reference.title,
            }
            for reference in entry.references
        ],
        "counterparts": list(_counterparts(one, catalogue, met.get((one.entry, one.target), {}))),
        "controls": [
            {
                "slug": control.slug,
                "title": control.title,
                "kind": control.kind,
                "function": control.function,
                "effect_on_adversarial": control.effect_on_adversarial,
                "effect_on_unintended": control.effect_on_unintended,
                "effect_reason": control.effect_reason,
                "factor": control.factor,
                "verification": control.verification,
            }
            for control in catalogue.controls_of.get(one.entry, ())
        ],
        "fingerprint": one.fingerprint,
    }


def _counterparts(one: Suggestion, catalogue: Catalogue, met: dict[str, str]) -> Iterator[dict[str, Any]]:
    for link in catalogue.links_of.get(one.entry, ()):
        other = catalogue.entries[link.other_end(one.entry)]
        yield {
            "entry": other.slug,
            "title": other.title,
            "source": other.source,
            "relation": link.relation,
            "shared_property": link.shared_property,
            "reason": link.reason,
            "target": met.get(other.slug),  # Where it was suggested too, at the same place or next to it.
        }


def lines(result: Result, graph: SystemGraph, catalogue: Catalogue) -> Iterator[str]:
    """What `--format text` prints."""
    threats = sum(one.source == "adversarial" for one in result.suggestions)
    hazards = len(result.suggestions) - threats
    yield f"{graph.name}: {_counted(threats, 'threat')} and {_counted(hazards, 'hazard')} suggested"
    for number, one in enumerate(result.suggestions, start=1):
        yield ""
        title = catalogue.entries[one.entry].title
        yield f"{number}. {MARKS[one.source]} {title} – {graph.name_of(one.target)}"
        yield f"   {one.level}, {one.certainty}, {one.score:.0f} of 100 ({one.entry})"
        yield f"   because {'; '.join(fact.text for fact in one.because)}"
        yield f"   {_lens(one)}"
        if one.unknown:
            names = "; ".join(dict.fromkeys(unknown.ask for unknown in one.unknown))
            yield f"   it depends: {names}"
    if result.questions:
        yield ""
        few = result.questions[:FEW]
        would = f"would settle {_counted(few[-1].settles, 'suggestion')}"
        yield f"{_counted(len(few), 'question')} {would}:"
        yield from (f"   {question.name}: {question.ask}" for question in few)


def _lens(one: Suggestion) -> str:
    """Which lens sees it, what it harms, and what has to be withstood."""
    lens = "security" if one.source == "adversarial" else "safety"
    harms = ", ".join(VOCABULARY.properties[name].label.lower() for name in one.properties)
    withstand = VOCABULARY.disturbances[one.disturbance].label.lower() if one.disturbance else ""
    parts = (f"{lens} lens", f"harms {harms}" if harms else "", f"has to withstand {withstand}" if withstand else "")
    return "; ".join(part for part in parts if part)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def main(arguments: list[str]) -> int:
    """The command without Django: it starts in a fraction of the time."""
    parser = argparse.ArgumentParser(prog="manage.py suggest", description=__doc__)
    add_arguments(parser)
    options = parser.parse_args(arguments)
    return run(options.file, options.format, options.fail_on, sys.stdout, sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
