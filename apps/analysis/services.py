"""Asking for suggestions, cancelling, and doing it: a run reads one frozen graph and writes suggested findings."""

import time
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from apps.accounts.access import Action, Actor, Role
from apps.activity.services import record
from apps.analysis.credits import RecordedTreatment
from apps.analysis.engines import suggest
from apps.analysis.models import Run
from apps.analysis.pairing import Pair, paired
from apps.analysis.suggestions import Suggestion
from apps.assets.reading import read_graph
from apps.catalog.knowledge import Catalogue
from apps.catalog.loader import load_builtin
from apps.catalog.reading import catalogue_in
from apps.core import live
from apps.core.errors import Conflict
from apps.core.jobs import UNFINISHED, State, finish, renew
from apps.core.sentences import Sentence
from apps.systems.graph import SystemGraph
from apps.systems.models import System
from apps.threats.models import Treatment
from apps.threats.suggesting import Proposal, ProposedLink, take_over

KEEP_SECONDS = 5.0
PROGRESS_SECONDS = 0.1  # How often progress is told; people do not see more.


@transaction.atomic
def start_run(actor: Actor, system: System) -> tuple[Run, bool]:
    """A queued run, and whether it is new: while one is unfinished, asking again gives that one."""
    actor.check(Action.RUN)
    # The lock makes two who ask at once get the same run.
    system = System.objects.select_for_update().get(pk=system.pk)
    unfinished = Run.objects.filter(system=system, state__in=UNFINISHED).first()
    if unfinished:
        return unfinished, False
    run = Run.objects.create(
        workspace=actor.workspace,
        system=system,
        revision=system.revision,
        asked_by=actor.user,
        asked_by_label=actor.label,
    )
    record(actor, "run.started", run, system=system.pk, changes={"revision": run.revision})
    return run, True


@transaction.atomic
def cancel_run(actor: Actor, run: Run) -> Run:
    """Raises Conflict for a run that has ended."""
    actor.check(Action.RUN)
    cancelled = Run.objects.filter(pk=run.pk, state__in=UNFINISHED).update(
        state=State.CANCELLED, finished_at=timezone.now(), leased_until=None
    )
    run.refresh_from_db()
    if not cancelled:
        raise Conflict(
            Sentence("The run is %(state)s already, so there is nothing to cancel.", state=Sentence(run.state))
        )
    record(actor, "run.cancelled", run, system=run.system_id)
    return run


def do_run(run: Run) -> None:
    """Look at the system and write what was found, all or nothing. Raises Cancelled when another has the run."""
    load_builtin()
    # It may have waited while people went on: what counts is what is read now.
    revision = System.objects.values_list("revision", flat=True).get(pk=run.system_id)
    graph, catalogue = read_graph(run.system), catalogue_in(run.workspace)
    progress = _Progress(run)
    result = suggest(graph, catalogue, progress, treatments_in(run.system))
    proposals = []
    for suggestion in result.suggestions:  # Only now are they worded, which takes its time in a large system.
        proposals.append(_proposal(suggestion, graph, catalogue))
        progress.keep()
    with transaction.atomic():
        links = [_proposed_link(pair) for pair in paired(result.suggestions, catalogue, graph)]
        actor = Actor(workspace=run.workspace, user=run.asked_by, role=Role.REVIEWER)
        counts = take_over(actor, run.system, proposals, links)
        questions = [asdict(question) for question in result.questions]
        finish(run, revision=revision, counts=counts, questions=questions, catalogue_version=catalogue.version)
        record(actor, "run.finished", run, system=run.system_id, changes=counts)


def treatments_in(system: System) -> list[RecordedTreatment]:
    """What is in place or verified today against findings of this system. What has run out counts for nothing."""
    rows = Treatment.objects.filter(finding__system=system).in_force(timezone.localdate())
    return [
        RecordedTreatment(
            control=row.control,
            state=row.state,
            finding=row.finding.mark,
            places=(str(row.finding.target), *row.finding.also),
        )
        for row in rows.select_related("finding").order_by("finding__number", "control")
    ]


class _Progress:
    """Tells by element how far a run is: on its row, which also keeps its lease, and live to the browsers."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.told_at = 0.0

    def keep(self) -> None:
        """Keep the lease while nothing new can be told."""
        if time.monotonic() - self.told_at > KEEP_SECONDS:
            self.told_at = time.monotonic()
            renew(self.run)

    def __call__(self, done: int, total: int, element: str) -> None:
        now = time.monotonic()
        if now - self.told_at < PROGRESS_SECONDS and done < total:
            return
        self.told_at = now
        progress = {"done": done, "total": total, "element": element}
        renew(self.run, progress=progress)
        where = {"workspace": str(self.run.workspace_id), "system": str(self.run.system_id), "run": str(self.run.pk)}
        live.publish_now({"type": "progress", "state": State.RUNNING, **where, **progress})


def _proposal(suggestion: Suggestion, graph: SystemGraph, catalogue: Catalogue) -> Proposal:
    entry = catalogue.entries[suggestion.entry]
    return Proposal(
        fingerprint=suggestion.fingerprint,
        entry=suggestion.entry,
        source=entry.source,
        origin=entry.origin,
        title=entry.title,
        description=entry.gist,
        target_type=suggestion.target_type,
        target=UUID(suggestion.target),
        target_name=name_of(suggestion.target, graph),
        also=list(suggestion.also),
        harms=list(entry.harms),
        score=suggestion.score,
        trace=trace_of(suggestion),
    )


def name_of(identifier: str, graph: SystemGraph) -> str:
    """How people call a target: an element by its name, a flow by its name or its ends, and else the system."""
    if identifier in graph.element_by_id:
        return graph.element_by_id[identifier].name
    if identifier in graph.flow_by_id:
        flow = graph.flow_by_id[identifier]
        ends = graph.ends_of(identifier)
        return (f"{flow.name} ({ends})" if flow.name else ends)[:200]
    return graph.name


def trace_of(suggestion: Suggestion) -> dict[str, Any]:
    """Why it was suggested, as findings keep it."""
    return {
        "certainty": suggestion.certainty,
        "score": suggestion.score,
        "because": [asdict(fact) for fact in suggestion.because],
        "unknown": [asdict(unknown) for unknown in suggestion.unknown],
        "treated": [asdict(treated) for treated in suggestion.treated],
        "path": list(suggestion.path),
        "properties": list(suggestion.properties),
        "disturbance": suggestion.disturbance,
    }


def _proposed_link(pair: Pair) -> ProposedLink:
    return ProposedLink(pair.threat.fingerprint, pair.hazard.fingerprint, pair.link.relation, pair.link.reason)
