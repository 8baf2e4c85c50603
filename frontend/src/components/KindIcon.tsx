/** The icon of an element's kind, from the one family that the drawings use too. */
import icons from "@icons";

const paths: Record<string, string> = icons;

export function KindIcon({ kind, size = 18 }: { kind: string; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      style={{ flex: "none" }}
    >
      <path d={paths[kind] ?? paths.unknown} />
    </svg>
  );
}
