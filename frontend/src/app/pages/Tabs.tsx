/** The parts of a system as tabs; each is an address. */
import { Link, useParams } from "@tanstack/react-router";
import { messages } from "@/lib/messages";
import classes from "./system.module.css";

const TABS = ["picture", "stake", "suggestions", "findings", "reports", "history"] as const;

export function Tabs() {
  const params = useParams({ from: "/w/$workspace/systems/$system" });
  return (
    <nav className={classes.tabs} aria-label={messages.tabs.label}>
      {TABS.map((tab) => (
        <Link
          key={tab}
          to={`/w/$workspace/systems/$system/${tab}`}
          params={params}
          className={classes.tab}
          activeOptions={{ includeSearch: false }}
        >
          {messages.tabs[tab]}
        </Link>
      ))}
    </nav>
  );
}
