/** Which assets an element or a flow holds, or carries; more can be added here, and taken away. */
import { CloseButton, Select } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useChangePart, useParts } from "@/api/parts";
import { useMay, useSystemScope } from "@/api/scope";
import type { Asset } from "@/api/types";
import { messages } from "@/lib/messages";
import classes from "./stake.module.css";

const words = messages.stake;

export function HeldAssets({ holder }: { holder: string }) {
  const mayEdit = useMay("edit_system");
  const params = useSystemScope();
  const change = useChangePart("assets");
  const assets = useParts("assets").data;
  if (!assets) return null;
  const isHeld = ({ held_by: holders }: Asset) => holders.includes(holder);
  const held = assets.filter(isHeld);
  const others = assets.filter((asset) => !isHeld(asset));
  const hold = (asset: Asset | undefined, isHolding: boolean) => {
    if (!asset) return;
    const rest = asset.held_by.filter((id) => id !== holder);
    change.mutate({ id: asset.id, changes: { held_by: isHolding ? [...rest, holder] : rest } });
  };
  return (
    <section className={classes.held} aria-label={words.holds}>
      <h3>{words.holds}</h3>
      {held.length === 0 ? <p>{assets.length === 0 ? words.noAssetsYet : words.holdsNone}</p> : null}
      <ul>
        {held.map((asset) => (
          <li key={asset.id}>
            <Link to="/w/$workspace/systems/$system/stake" params={params} search={{ show: asset.id }}>
              {asset.name}
            </Link>
            {mayEdit ? (
              <CloseButton
                size="xs"
                aria-label={words.letGo(asset.name)}
                title={words.letGo(asset.name)}
                onClick={() => hold(asset, false)}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {mayEdit && others.length > 0 ? (
        <Select
          size="xs"
          searchable
          aria-label={words.addHeld}
          placeholder={words.addHeld}
          data={others.map(({ id, name }) => ({ value: id, label: name }))}
          value={null}
          onChange={(id) =>
            hold(
              others.find((asset) => asset.id === id),
              true,
            )
          }
        />
      ) : null}
    </section>
  );
}
