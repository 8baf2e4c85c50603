"""Agent → what only some may know → a way out of the system. Pure: no Django here."""

from collections.abc import Iterator, Mapping
from itertools import islice

from apps.analysis.patterns.routes import AGENTS, Route, Walk, gap, is_sensitive

OUTSIDE_KINDS = frozenset({"external_entity", "external_source", "model_provider"})
OUTSIDE_TRUST = ("untrusted", "partner")
OPEN_TOOLS = ("broad", "dynamic")


def routes(walk: Walk) -> Iterator[Route]:
    """At the agent that can read sensitive data and also reach somebody outside, by itself or through a tool."""
    graph = walk.graph
    through_tools = {tool.id: _ends_outside(walk, tool.id) for tool in walk.of_kinds({"tool"})}
    for agent in walk.of_kinds(AGENTS):
        holders = [other for other in graph.neighbours[agent.id] if is_sensitive(walk, other) is not False]
        # One that is known to hold such data, if there is one.
        holder = min(holders, key=lambda other: is_sensitive(walk, other) is None, default=None)
        if holder is None:
            continue
        gaps = () if is_sensitive(walk, holder) else (gap(holder, "data_classes"),)
        out = _way_out(walk, agent.id, holder, through_tools)
        reads, scope = f"{agent.name} can read {walk.name(holder)}", walk.said(agent.id, "tool_scope")
        if out:
            yield Route(agent.id, (holder, *out), f"{reads} and send to {walk.name(out[-1])}", gaps)
        elif scope in OPEN_TOOLS:
            yield Route(agent.id, (holder, agent.id), f"{reads} and choose freely among tools that send", gaps)
        elif scope is None:
            yield Route(agent.id, (holder, agent.id), reads, (*gaps, gap(agent.id, "tool_scope")))


def _way_out(walk: Walk, agent: str, holder: str, through_tools: Mapping[str, list[str]]) -> tuple[str, ...]:
    """The agent, the tool where there is one between, and who is outside; empty where no way is drawn."""
    for end in walk.after(agent):
        if end != holder and _is_outside(walk, end):
            return (agent, end)
        further = next((one for one in through_tools.get(end, ()) if one not in (agent, holder)), None)
        if further and end != holder:
            return (agent, end, further)
    return ()


def _ends_outside(walk: Walk, tool: str) -> list[str]:
    """Three of those outside to whom a tool sends: one of them is neither the agent nor what it reads."""
    return list(islice((end for end in dict.fromkeys(walk.after(tool)) if _is_outside(walk, end)), 3))


def _is_outside(walk: Walk, identity: str) -> bool:
    element = walk.graph.element_by_id[identity]
    trust = walk.graph.trust_of[element.boundary] if element.boundary else None
    return element.kind in OUTSIDE_KINDS or trust in OUTSIDE_TRUST
