/** The button that brings the next page of a list. */
import { Button } from "@mantine/core";
import { messages } from "@/lib/messages";

interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  label?: string;
}

export function More({ query, label = messages.common.more }: MoreProps) {
  if (!query.hasNextPage) return null;
  return (
    <Button variant="subtle" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {label}
    </Button>
  );
}
