import { endChild, startChild } from "../child-process.ts";
import type { Site } from "../site.ts";
import type { CrowdRate, CrowdRequest, CrowdSecond } from "./crowd-request.ts";

/** People who apply, in a process of their own. */
export type Crowd = {
  setRate(perSecond: number): void;
  /** What happens in the next seconds, one by one. */
  watch(seconds: number): Promise<readonly CrowdSecond[]>;
  end(): Promise<void>;
};

/** Nobody comes before a rate is set. */
export function openCrowd(site: Site, searches: readonly string[]): Crowd {
  const child = startChild("users/crowd.ts", {});
  const { port, host } = site;
  child.send({
    kind: "begin",
    port,
    host,
    searches,
  } satisfies CrowdRequest);
  return {
    setRate: (perSecond) => {
      child.send({ kind: "rate", perSecond } satisfies CrowdRate);
    },
    watch: (seconds) =>
      new Promise((resolve) => {
        const seen: CrowdSecond[] = [];
        const onSecond = (message: unknown) => {
          // eslint-disable-next-line @typescript-eslint/no-unsafe-type-assertion -- our own process, see crowd.ts
          seen.push(message as CrowdSecond);
          if (seen.length < seconds) return;
          child.off("message", onSecond);
          resolve(seen);
        };
        child.on("message", onSecond);
      }),
    end: () => endChild(child),
  };
}
