/** What became of an import: being read, or refused with every problem by its path. */
import { Button } from "@mantine/core";
import { ErrorPanel } from "@/components/ErrorPanel";
import { Loading } from "@/components/Loading";
import { messages } from "@/lib/messages";
import type { Import } from "./useImport";

export function ImportOutcome({ reading }: { reading: Import }) {
  if (reading.isReading) return <Loading what={messages.home.importing(reading.fileName)} />;
  if (!reading.error) return null;
  return (
    <div>
      <ErrorPanel error={reading.error} title={messages.home.importFailed(reading.fileName)} />
      <Button variant="subtle" onClick={reading.forget}>
        {messages.common.close}
      </Button>
    </div>
  );
}
