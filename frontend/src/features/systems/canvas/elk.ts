/** The layout engine in a worker of its own: loaded when it is first asked for, and out of the way of the page. */
import ELK, { type ElkNode } from "elkjs/lib/elk-api";
import workerUrl from "elkjs/lib/elk-worker.min.js?url";

/** Fails where the engine cannot do it. The worker lives no longer than its work. */
export async function laidOut(graph: ElkNode): Promise<ElkNode> {
  const engine = new ELK({ workerUrl });
  try {
    return await engine.layout(graph);
  } finally {
    engine.terminateWorker();
  }
}
