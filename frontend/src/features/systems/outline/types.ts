/** What every list of the outline is given. */
import type { Picture } from "@/api/picture";

export interface OutlineProps {
  picture: Picture;
  mayEdit: boolean;
  /** What is open at the side. */
  selected: string | undefined;
  onOpen: (id: string) => void;
}
