/** A link that opens the detail at the side and leaves the rest of the address as it is. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

export function Opens({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link
      from="/w/$workspace/systems/$system/picture"
      to="."
      search={(search) => ({ ...search, show: id, attribute: undefined })}
    >
      {children}
    </Link>
  );
}
