/** While this page follows somebody: says so, goes where they go, and stops as soon as this person does something. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useFollowed, usePresence } from "@/api/presence";
import { useWorkspace } from "@/api/scope";
import { Initials } from "@/components/Initials";
import person from "@/components/person.module.css";
import { isTyping } from "@/lib/shortcuts";
import { messages } from "@/lib/messages";
import { hueOf } from "@/lib/people";
import { pathTo } from "./pathTo";
import classes from "./People.module.css";

const words = messages.people;
/** Keys that move the canvas, and the one that stops everything. */
const STOPS = new Set(["Escape", "+", "-", "0", "9", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]);

export function FollowBanner() {
  const presence = usePresence();
  const followed = useFollowed();
  useGoAlong(followed?.system ?? null, followed?.place ?? null);
  useStopByOneself(followed !== undefined, () => presence.follow(null));
  return (
    <div role="status">
      {followed ? (
        <div
          className={`${person.person} ${classes.following}`}
          data-hue={hueOf(followed.person)}
          data-following={followed.person}
        >
          <Initials person={followed.person} name={followed.name} />
          {words.following(followed.name)}
          <Button size="compact-xs" onClick={() => presence.follow(null)} title={words.stopKey}>
            {words.stop}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function useGoAlong(system: string | null, place: string | null): void {
  const navigate = useNavigate();
  const workspace = useWorkspace().slug;
  useEffect(() => {
    if (place === null) return;
    const path = pathTo(workspace, system, place);
    if (window.location.pathname !== path) void navigate({ to: path });
  }, [navigate, workspace, system, place]);
}

function useStopByOneself(isFollowing: boolean, stop: () => void): void {
  const current = useRef(stop);
  useEffect(() => {
    current.current = stop;
  });
  useEffect(() => {
    if (!isFollowing) return;
    const onDeed = ({ target }: Event) => {
      if (!(target instanceof Element) || !target.closest("[data-follow]")) current.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (STOPS.has(event.key) && !isTyping(event.target)) onDeed(event);
    };
    const listeners = { pointerdown: onDeed, click: onDeed, wheel: onDeed } as const;
    for (const [name, listener] of Object.entries(listeners))
      window.addEventListener(name, listener, { capture: true, passive: true });
    window.addEventListener("keydown", onKey, { capture: true });
    return () => {
      for (const [name, listener] of Object.entries(listeners))
        window.removeEventListener(name, listener, { capture: true });
      window.removeEventListener("keydown", onKey, { capture: true });
    };
  }, [isFollowing]);
}
