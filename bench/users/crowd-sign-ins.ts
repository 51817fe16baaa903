import { visitorOf } from "../../src/main/testing/visitor.ts";
import { quantile } from "../compare.ts";
import type { Site } from "../site.ts";
import type { Row } from "../table.ts";

export type SignIns = {
  readonly ms: readonly number[];
  readonly failed: number;
};

/** A caseworker signs in, so that the portal knows the browser, and from then on anew every two seconds. */
export async function signInAgainAndAgain(
  site: Site,
): Promise<{ stop(): Promise<SignIns> }> {
  const stopping = new AbortController();
  const visitor = visitorOf(
    { port: site.port, baseUrl: () => `http://${site.host}` },
    "",
  );
  const signIn = async () => {
    const { status } = await visitor.visit("/arbeitsplatz/anmelden", {
      fields: {
        login: "kevin@schwerin.example",
        password: "Demo Leuchtturm 27",
      },
    });
    return status === 303;
  };
  await signIn();
  const work = async () => {
    const ms: number[] = [];
    let failed = 0;
    while (!stopping.signal.aborted) {
      const begun = performance.now();
      if (await signIn()) ms.push(performance.now() - begun);
      else failed += 1;
      await new Promise((resolve) => setTimeout(resolve, 2_000));
    }
    return { ms, failed };
  };
  const done = work();
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

export function signInRow({ ms, failed }: SignIns): Row {
  return {
    name: "overload: signing in from a known browser",
    reached: `${String(ms.length)} of ${String(ms.length + failed)}`,
    goal: "all",
    isReached: failed === 0,
    detail: `p95 ${quantile(ms, 0.95).toFixed(0)} ms, the password's hash included`,
  };
}
