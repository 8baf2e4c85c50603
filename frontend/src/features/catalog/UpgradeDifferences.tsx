/** What the last upgrade of the built-in catalogue changed, for this workspace. */
import { Link } from "@tanstack/react-router";
import type { Upgrade } from "@/api/packs";
import { useWorkspace } from "@/api/scope";
import form from "@/components/form.module.css";
import { messages } from "@/lib/messages";
import { Differences, TouchedFindings } from "./Differences";

const words = messages.ownCatalogue;

export function UpgradeDifferences({ upgrade }: { upgrade: Upgrade }) {
  const unusable = Object.entries(upgrade.unusable);
  return (
    <>
      {upgrade.previous ? (
        <>
          {upgrade.differences.length === 0 ? <p className={form.note}>{words.noUpgradeChange}</p> : null}
          <Differences differences={upgrade.differences} areHere />
          <TouchedFindings touched={upgrade.findings} />
        </>
      ) : (
        <p className={form.note}>{words.noUpgrade}</p>
      )}
      {upgrade.copies.length > 0 ? <h3>{words.copies}</h3> : null}
      <Differences differences={upgrade.copies} areHere />
      {unusable.length > 0 ? <h3>{words.unusable}</h3> : null}
      <ul>
        {unusable.map(([key, why]) => (
          <li key={key}>
            <UnusableRow kindAndKey={key} /> {why}
          </li>
        ))}
      </ul>
    </>
  );
}

/** An entry or a control leads to its page, where it can be mended. */
function UnusableRow({ kindAndKey }: { kindAndKey: string }) {
  const workspace = useWorkspace().slug;
  const [kind, slug = ""] = kindAndKey.split(" ");
  if (kind !== "entry" && kind !== "control") return <code>{kindAndKey}</code>;
  return (
    <Link to={`/w/$workspace/${kind === "entry" ? "catalogue" : "controls"}/$slug`} params={{ workspace, slug }}>
      <code>{kindAndKey}</code>
    </Link>
  );
}
