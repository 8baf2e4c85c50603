/** The three states of everything that is fetched: waiting, failed, there. */
import type { ReactNode } from "react";
import { ErrorPanel } from "./ErrorPanel";
import { Loading } from "./Loading";

interface Fetched<Value> {
  data: Value | undefined;
  error: unknown;
  refetch: () => unknown;
}

interface LoadedProps<Value> {
  query: Fetched<Value>;
  children: (value: Value) => ReactNode;
}

export function Loaded<Value>({ query, children }: LoadedProps<Value>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading />;
}
