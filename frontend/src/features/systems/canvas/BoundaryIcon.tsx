/** The icon of a boundary, of the same family as those of the kinds. */
export function BoundaryIcon({ size = 18 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeDasharray="3 3"
      aria-hidden
      style={{ flex: "none" }}
    >
      <rect x="3" y="4" width="18" height="16" rx="3" />
    </svg>
  );
}
