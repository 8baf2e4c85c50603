/** What stands where no suggestion waits, and why that is so. */
import { useHasFinding } from "@/api/findings";
import { useSystemScope } from "@/api/scope";
import { useSystem } from "@/api/systems";
import { EmptyState } from "@/components/EmptyState";
import { ButtonLink } from "@/components/links";
import { SuggestButton } from "@/features/analysis/RunBar";
import { messages } from "@/lib/messages";

const words = messages.suggestions;

export function NoSuggestions({ hasRun, isRunning }: { hasRun: boolean; isRunning: boolean }) {
  const scope = useSystemScope();
  const hasElements = (useSystem(scope.system).data?.element_count ?? 0) > 0;
  const hasFindings = useHasFinding({}).data ?? false;
  if (isRunning) return null;
  if (!hasElements) {
    return (
      <EmptyState picture="canvas" text={words.noElements}>
        <ButtonLink to="/w/$workspace/systems/$system/picture" params={scope}>
          {words.goToPicture}
        </ButtonLink>
      </EmptyState>
    );
  }
  if (!hasRun) {
    return (
      <EmptyState picture="lanes" text={words.never}>
        <SuggestButton />
      </EmptyState>
    );
  }
  return (
    <EmptyState picture="lanes" text={hasFindings ? words.allDecided : words.noneFound}>
      <ButtonLink to="/w/$workspace/systems/$system/findings" params={scope}>
        {messages.picture.seeFindings}
      </ButtonLink>
    </EmptyState>
  );
}
