/** The people offered below the field; how many there are is also said. */
import { messages } from "@/lib/messages";
import classes from "./Comments.module.css";
import type { Naming } from "./useNaming";

const words = messages.comments;

export function People({ naming }: { naming: Naming }) {
  return (
    <>
      <span role="status" className="visually-hidden">
        {naming.isOpen ? words.peopleFound(naming.offered.length) : ""}
      </span>
      {naming.isOpen ? (
        <ul className={classes.people} role="listbox" id={naming.listId} aria-label={words.people}>
          {naming.offered.map((member, index) => (
            <li
              key={member.id}
              id={naming.idOf(member)}
              role="option"
              tabIndex={-1}
              aria-selected={index === naming.active}
              // Before the field loses the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                naming.pick(member);
              }}
            >
              <span>{member.name}</span>
              <small>{member.email}</small>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
