/** Cursors and selections of the others on the diagram: a layer of its own, so that no box is drawn anew for them. */
import { useStore, ViewportPortal } from "@xyflow/react";
import { type CSSProperties, useEffect, useState } from "react";
import { type Other, type Seen, useLooks, useOthers } from "@/api/presence";
import person from "@/components/person.module.css";
import { hueOf } from "@/lib/people";
import type { Scene } from "./scene";
import { useBenchState } from "./useBench";
import classes from "./others.module.css";

const IDLE_AFTER = 6_000;

export function Others({ scene }: { scene: Scene }) {
  const isOn = useBenchState((state) => state.isOthersShown);
  const looks = useLooks();
  const others = useOthers();
  const shown = others.flatMap((other) => {
    const look = looks.get(other.person);
    return look && look.diagram === scene.diagram ? { other, look } : [];
  });
  if (!isOn || shown.length === 0) return null;
  return <Layer scene={scene} shown={shown} />;
}

function Layer({ scene, shown }: { scene: Scene; shown: readonly { other: Other; look: Seen }[] }) {
  const zoom = useStore((state) => state.transform[2]);
  const now = useNow();
  return (
    <ViewportPortal>
      <div className={classes.others} style={{ "--near": 1 / zoom } as CSSProperties} aria-hidden>
        {shown.map(({ other, look }, index) => (
          <div key={other.person} className={person.person} data-hue={hueOf(other.person)} data-person={other.name}>
            {look.selected.map((id) => (
              <Selected key={id} scene={scene} id={id} name={other.name} index={index} />
            ))}
            {look.pointer ? (
              <div
                className={classes.cursor}
                data-idle={now - look.at > IDLE_AFTER || undefined}
                style={{ transform: `translate(${look.pointer[0]}px, ${look.pointer[1]}px)` }}
              >
                <svg className={classes.arrow} viewBox="0 0 16 20">
                  <path d="M1 1v14l4-3.5L8 18l2.6-1.1L8 10.5h5.5z" />
                </svg>
                <span className={classes.name}>{other.name}</span>
              </div>
            ) : null}
          </div>
        ))}
      </div>
    </ViewportPortal>
  );
}

/** A box gets an outline and a flow a broad line, each with the name of who has chosen it. */
function Selected({ scene, id, name, index }: { scene: Scene; id: string; name: string; index: number }) {
  const box = scene.boxes.get(id);
  if (box) {
    const { x, y, width, height } = box;
    const offset = { "--offset": 3 + 3 * index } as CSSProperties;
    return (
      <div
        className={classes.selected}
        data-selected-by={name}
        style={{ transform: `translate(${x}px, ${y}px)`, width, height, ...offset }}
      >
        <span className={classes.tag}>{name}</span>
      </div>
    );
  }
  const path = scene.flows.find(({ flow }) => flow.id === id)?.path;
  if (!path) return null;
  return (
    <svg className={classes.flow} data-selected-by={name}>
      <path d={path} />
    </svg>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 2_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
