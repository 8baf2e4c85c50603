"""Agent → what only some may know → a way out of the system. Pure: no Django here."""

from collections.abc import Iterator

from apps.analysis.patterns.routes import AGENTS, Route, Walk, gap, is_sensitive
from apps.systems.graph import Element, Flow

OUTSIDE_KINDS = frozenset({"external_entity", "external_source", "model_provider"})
OUTSIDE_TRUST = ("untrusted", "partner")
OPEN_TOOLS = ("broad", "dynamic")


def routes(walk: Walk) -> Iterator[Route]:
    """At the agent that can read sensitive data and also reach somebody outside, by itself or through a tool."""
    graph = walk.graph
    for agent in walk.of_kinds(AGENTS):
        holders = [other for other in graph.neighbours[agent.id] if is_sensitive(walk, other)]
        if not holders:
            continue
        out = _way_out(walk, agent, holders[0])
        holder, scope = walk.name(holders[0]), walk.said(agent.id, "tool_scope")
        if out:
            text = f"{agent.name} can read {holder} and send to {walk.name(out[-1])}"
            yield Route(agent.id, (holders[0], *out), text)
        elif scope in OPEN_TOOLS:
            text = f"{agent.name} can read {holder} and choose freely among tools that send"
            yield Route(agent.id, (holders[0], agent.id), text)
        elif scope is None:
            text = f"{agent.name} can read {holder}"
            yield Route(agent.id, (holders[0], agent.id), text, (gap(agent.id, "tool_scope"),))


def _way_out(walk: Walk, agent: Element, holder: str) -> tuple[str, ...]:
    """The agent, the tool where there is one between, and who is outside; empty where no way is drawn."""
    for first in walk.graph.successors[agent.id]:
        end = _far_end(first, agent.id)
        if end == holder:
            continue
        if _is_outside(walk, end):
            return (agent.id, end)
        if walk.graph.element_by_id[end].kind == "tool":
            for second in walk.graph.successors[end]:
                further = _far_end(second, end)
                if further not in (agent.id, holder) and _is_outside(walk, further):
                    return (agent.id, end, further)
    return ()


def _far_end(flow: Flow, identity: str) -> str:
    return flow.target if flow.source == identity else flow.source


def _is_outside(walk: Walk, identity: str) -> bool:
    element = walk.graph.element_by_id[identity]
    trust = walk.graph.trust_of[element.boundary] if element.boundary else None
    return element.kind in OUTSIDE_KINDS or trust in OUTSIDE_TRUST
