/** Three ways to begin: a blank page, a template, a file. */
import { FileButton, UnstyledButton } from "@mantine/core";
import { IconCopy, IconFile, IconFileImport } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { messages } from "@/lib/messages";
import { BlankDialog, TemplateDialog } from "./StartDialogs";
import classes from "./StartFrom.module.css";

const words = messages.home;

export function StartFrom({ onFile }: { onFile: (file: File) => void }) {
  const [open, setOpen] = useState<"blank" | "template" | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={classes.ways}>
      <Way icon={<IconFile size={20} stroke={1.5} />} title={words.blank} about={words.blankAbout} onClick={() => setOpen("blank")} />
      <Way icon={<IconCopy size={20} stroke={1.5} />} title={words.template} about={words.templateAbout} onClick={() => setOpen("template")} />
      <FileButton accept=".json,application/json" onChange={(file) => file && onFile(file)} inputProps={{ "aria-label": words.file }}>
        {(props) => <Way {...props} icon={<IconFileImport size={20} stroke={1.5} />} title={words.file} about={words.fileAbout} />}
      </FileButton>
      {open === "blank" ? <BlankDialog onClose={close} /> : null}
      {open === "template" ? <TemplateDialog onClose={close} /> : null}
    </div>
  );
}

interface WayProps {
  icon: ReactNode;
  title: string;
  about: string;
  onClick: () => void;
}

function Way({ icon, title, about, onClick }: WayProps) {
  return (
    <UnstyledButton className={classes.way} onClick={onClick}>
      {icon}
      <span>
        <strong>{title}</strong>
        <small>{about}</small>
      </span>
    </UnstyledButton>
  );
}
