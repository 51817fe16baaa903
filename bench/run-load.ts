import type { ChildProcess } from "node:child_process";
import {
  cpuSeconds,
  firstMessage,
  loadCore,
  startChild,
} from "./child-process.ts";
import type { LoadRequest, LoadResult } from "./load-request.ts";

export type Measured = {
  readonly perSecond: number;
  /** Requests for each second of processor time of the server: what one core carries. */
  readonly perCpuSecond: number | undefined;
};

/** Sends load to a server and tells how much it answered. Throws when an answer was not the expected one: a fast error is no result. */
export async function measureLoad(
  server: ChildProcess,
  request: LoadRequest,
  expectedStatus: number,
): Promise<Measured> {
  const before = cpuOf(server);
  const result = await runLoad(request);
  const after = cpuOf(server);
  const good = result.statuses[String(expectedStatus)] ?? 0;
  if (result.failures > 0 || good < result.requests)
    throw new Error(
      `bench: ${request.method} ${request.path} answered ${JSON.stringify(result.statuses)}, ${String(result.failures)} failed`,
    );
  return {
    perSecond: result.requests / result.seconds,
    perCpuSecond:
      before === undefined || after === undefined
        ? undefined
        : result.requests / (after - before),
  };
}

async function runLoad(request: LoadRequest): Promise<LoadResult> {
  const child = startChild("load.ts", {
    arguments: [JSON.stringify(request)],
    core: loadCore,
  });
  // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- our own process, see load.ts
  return (await firstMessage(child)) as LoadResult;
}

function cpuOf({ pid }: ChildProcess): number | undefined {
  return pid === undefined ? undefined : cpuSeconds(pid);
}
