/** Three ways to begin: a blank page, a template, a file. */
import { FileButton, UnstyledButton } from "@mantine/core";
import { IconCopy, IconFile, IconFileImport } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { messages } from "@/lib/messages";
import { BlankForm } from "./StartForms";
import { TemplateGallery } from "./TemplateGallery";
import classes from "./StartFrom.module.css";

const words = messages.home;

export function StartFrom({ onFile }: { onFile: (file: File) => void }) {
  const [open, setOpen] = useState<"blank" | "template" | null>(null);
  const toggle = (way: "blank" | "template") => setOpen(open === way ? null : way);
  return (
    <>
      <div className={classes.ways}>
        <Way
          icon={<IconFile size={20} stroke={1.5} />}
          title={words.blank}
          about={words.blankAbout}
          isOpen={open === "blank"}
          onClick={() => toggle("blank")}
        />
        <Way
          icon={<IconCopy size={20} stroke={1.5} />}
          title={words.template}
          about={words.templateAbout}
          isOpen={open === "template"}
          onClick={() => toggle("template")}
        />
        <FileButton
          accept=".json,application/json"
          onChange={(file) => file && onFile(file)}
          inputProps={{ "aria-label": words.file }}
        >
          {(props) => (
            <Way
              {...props}
              icon={<IconFileImport size={20} stroke={1.5} />}
              title={words.file}
              about={words.fileAbout}
            />
          )}
        </FileButton>
      </div>
      {open === "blank" ? (
        <div className={classes.form}>
          <BlankForm />
        </div>
      ) : null}
      {open === "template" ? <TemplateGallery /> : null}
    </>
  );
}

interface WayProps {
  icon: ReactNode;
  title: string;
  about: string;
  isOpen?: boolean;
  onClick: () => void;
}

function Way({ icon, title, about, isOpen, onClick }: WayProps) {
  return (
    <UnstyledButton className={classes.way} aria-expanded={isOpen} onClick={onClick}>
      {icon}
      <span>
        <strong>{title}</strong>
        <small>{about}</small>
      </span>
    </UnstyledButton>
  );
}
