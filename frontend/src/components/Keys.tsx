/** A key as it is printed on the keyboard. */
import { Kbd } from "@mantine/core";
import { keysOf } from "@/lib/keyNames";

export function Keys({ shortcut }: { shortcut: string }) {
  return <Kbd size="xs">{keysOf(shortcut)}</Kbd>;
}
