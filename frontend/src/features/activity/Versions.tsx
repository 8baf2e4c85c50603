/** The named states of a model: keep one, compare it with now, go back to it. */
import { ActionIcon, Button, Modal, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMay, useSystemScope } from "@/api/scope";
import type { Version } from "@/api/types";
import { useDeleteVersion, useRestoreVersion, useSaveVersion, useVersions } from "@/api/versions";
import form from "@/components/form.module.css";
import { useShown } from "@/components/hidden";
import { Loaded } from "@/components/Loaded";
import { Moment } from "@/components/Moment";
import { More } from "@/components/More";
import { Section } from "@/components/Section";
import { showToast } from "@/components/toasts";
import { useLaterRemoval } from "@/components/useLaterRemoval";
import { textOf } from "@/lib/errors";
import { messages } from "@/lib/messages";
import { versionName } from "./versionName";
import classes from "./Versions.module.css";

const words = messages.history;

export function Versions() {
  const versions = useVersions();
  const mayEdit = useMay("edit_system");
  return (
    <Section title={words.versions} about={words.versionsAbout}>
      {mayEdit ? <Keep /> : null}
      <Loaded query={versions}>
        {({ pages }) => (
          <>
            <Rows versions={pages.flatMap((page) => page.results)} mayEdit={mayEdit} />
            <More query={versions} label={words.more} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

function Keep() {
  const save = useSaveVersion();
  const [name, setName] = useState("");
  const submit = () => save.mutate({ name: name.trim() }, { onSuccess: () => setName("") });
  return (
    <form className={`${form.inline} ${classes.keep}`} action={submit}>
      <TextInput
        label={words.versionName}
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.isError ? textOf(save.error) : null}
      />
      <Button type="submit" disabled={!name.trim()} loading={save.isPending}>
        {words.keep}
      </Button>
    </form>
  );
}

function Rows({ versions, mayEdit }: { versions: readonly Version[]; mayEdit: boolean }) {
  const shown = useShown(versions);
  const remove = useDeleteVersion();
  const later = useLaterRemoval((id) => remove.mutate(id));
  if (shown.length === 0) return <p className={form.note}>{words.noVersions}</p>;
  return (
    <ul className={classes.rows}>
      {shown.map((version) => (
        <li key={version.id}>
          <span>
            <Compare version={version.id}>{versionName(version)}</Compare>
            <small>
              {version.name
                ? `${words.revision(version.revision)}, ${words.keptBy(version.saved_by)}`
                : words.keptByItself}
              , <Moment at={version.created_at} />
            </small>
          </span>
          {mayEdit ? (
            <span className={form.actions}>
              <Restore version={version} />
              <ActionIcon
                aria-label={words.deleteVersion(versionName(version))}
                onClick={() => later.remove(version.id, versionName(version))}
              >
                <IconTrash size={16} stroke={1.5} />
              </ActionIcon>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Compare({ version, children }: { version: string; children: string }) {
  return (
    <Link to="/w/$workspace/systems/$system/history" params={useSystemScope()} search={{ version }}>
      {children}
    </Link>
  );
}

function Restore({ version }: { version: Version }) {
  const restore = useRestoreVersion();
  const [isAsked, setIsAsked] = useState(false);
  const confirm = () =>
    restore.mutate(version.id, {
      onSuccess: () => {
        setIsAsked(false);
        showToast(words.restored(versionName(version)));
      },
    });
  return (
    <>
      <Button size="compact-sm" onClick={() => setIsAsked(true)}>
        {words.restore}
      </Button>
      {isAsked ? (
        <Modal opened onClose={() => setIsAsked(false)} title={words.restoreTitle(versionName(version))}>
          <p>{words.restoreAbout}</p>
          {restore.isError ? <p role="alert">{textOf(restore.error)}</p> : null}
          <Button variant="filled" loading={restore.isPending} onClick={confirm}>
            {words.restore}
          </Button>
        </Modal>
      ) : null}
    </>
  );
}
