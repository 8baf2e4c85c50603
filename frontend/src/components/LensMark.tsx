/** The mark of a lens: a diamond with T, a disc with H, or the two interlocked. Never colour alone: shape and letter say it too. */
import { letterOf, type Source } from "@/lib/lens";
import classes from "./LensMark.module.css";

interface LensMarkProps {
  source: Source | "both";
  size?: number;
  /** The word for it. Leave it out where the word stands next to the mark. */
  label?: string;
}

const DIAMOND = "M10 0.6 19.4 10 10 19.4 0.6 10Z";

export function LensMark({ source, size = 18, label }: LensMarkProps) {
  const width = source === "both" ? size * 1.5 : size;
  return (
    <svg
      className={classes.mark}
      width={width}
      height={size}
      viewBox={source === "both" ? "0 0 30 20" : "0 0 20 20"}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {source === "both" ? <Both /> : <One source={source} />}
    </svg>
  );
}

function One({ source }: { source: Source }) {
  return (
    <>
      {source === "adversarial" ? (
        <path d={DIAMOND} className={classes.threat} />
      ) : (
        <circle cx="10" cy="10" r="9" className={classes.hazard} />
      )}
      <Letter source={source} x={10} />
    </>
  );
}

function Both() {
  return (
    <>
      <circle cx="20" cy="10" r="9" className={classes.hazard} />
      <path d={DIAMOND} className={`${classes.threat} ${classes.over}`} />
      <Letter source="adversarial" x={10} />
      <Letter source="unintended" x={23} />
    </>
  );
}

function Letter({ source, x }: { source: Source; x: number }) {
  return (
    <text x={x} y="13.7" textAnchor="middle" className={classes.letter}>
      {letterOf(source)}
    </text>
  );
}
