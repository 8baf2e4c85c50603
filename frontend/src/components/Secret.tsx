/** Something that is shown only once, with a button that copies it. */
import { Button, CopyButton } from "@mantine/core";
import { messages } from "@/lib/messages";
import classes from "./Secret.module.css";

export function Secret({ text, about }: { text: string; about: string }) {
  return (
    <div className={classes.box} role="status">
      <div>{about}</div>
      <div className={classes.line}>
        <code>{text}</code>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button onClick={copy}>{copied ? messages.common.copied : messages.common.copy}</Button>
          )}
        </CopyButton>
      </div>
    </div>
  );
}
