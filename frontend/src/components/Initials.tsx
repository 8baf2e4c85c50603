/** A person as a small disc with initials; grey while they are away. */
import { hueOf, initialsOf } from "@/lib/people";
import classes from "./person.module.css";

interface InitialsProps {
  person: string;
  name: string;
  isAway?: boolean;
}

export function Initials({ person, name, isAway = false }: InitialsProps) {
  return (
    <span
      className={`${classes.person} ${classes.initials}`}
      data-hue={hueOf(person)}
      data-away={isAway || undefined}
      aria-hidden
    >
      {initialsOf(name)}
    </span>
  );
}
