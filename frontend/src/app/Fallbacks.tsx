/** What stands where no page is, and where a page crashed. */
import { ButtonLink } from "@/components/links";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { PageHead } from "@/components/PageHead";
import { useTitle } from "@/components/useTitle";
import { messages } from "@/lib/messages";
import classes from "@/app/pages/narrow.module.css";

export function NotFound() {
  useTitle(messages.errors.notFoundTitle);
  return (
    <>
      <PageHead title={messages.errors.notFoundTitle} />
      <EmptyState picture="page" text={messages.errors.notFound}>
        <ButtonLink to="/">{messages.errors.goHome}</ButtonLink>
      </EmptyState>
    </>
  );
}

/** The same for an address outside every frame. */
export function NowhereAtAll() {
  return (
    <main className={classes.page}>
      <NotFound />
    </main>
  );
}

/** A part that could not be loaded stays so until the page is: browsers remember that its file was not there. */
const NOT_LOADED = /dynamically imported module|preload|importing a module/i;

export function Crash({ error, reset }: { error: unknown; reset: () => void }) {
  const again = NOT_LOADED.test(String(error)) ? () => window.location.reload() : reset;
  return <ErrorPanel error={new Error(messages.errors.panel)} title={messages.errors.panelTitle} onRetry={again} />;
}
