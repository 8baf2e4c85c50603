/** What stands where no page is, and where a page crashed. */
import { ButtonLink } from "@/components/links";
import { EmptyState } from "@/components/EmptyState";
import { ErrorPanel } from "@/components/ErrorPanel";
import { useTitle } from "@/components/useTitle";
import { messages } from "@/lib/messages";

export function NotFound() {
  useTitle(messages.errors.notFoundTitle);
  return (
    <EmptyState picture="page" text={messages.errors.notFound}>
      <ButtonLink to="/">{messages.errors.goHome}</ButtonLink>
    </EmptyState>
  );
}

export function Crash({ reset }: { error: unknown; reset: () => void }) {
  return <ErrorPanel error={new Error(messages.errors.panel)} title={messages.errors.panelTitle} onRetry={reset} />;
}
