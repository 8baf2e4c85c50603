/** The line of a flow while it is being drawn. */
import { edge } from "./geometry";
import type { Scene } from "./scene";
import { useBenchState } from "./useBench";
import classes from "./canvas.module.css";

export function JoiningLine({ scene }: { scene: Scene }) {
  const joining = useBenchState((state) => state.joining);
  const box = joining ? scene.boxes.get(joining.from) : undefined;
  if (!joining || !box) return null;
  const [x, y] = edge(box, joining.at);
  return <path className={classes.joining} d={`M${x} ${y}L${joining.at[0]} ${joining.at[1]}`} />;
}
