import { visitorOf, type Visitor } from "../../src/main/testing/visitor.ts";
import { quantile } from "../compare.ts";
import type { Site } from "../site.ts";
import type { Row } from "../table.ts";

export type SignIns = {
  readonly ms: readonly number[];
  readonly failed: number;
};

/** A caseworker signs in while there is room, so that the portal knows the browser. Throws when that fails. */
export async function openKnownBrowser(site: Site): Promise<Visitor> {
  const visitor = visitorOf(
    { port: site.port, baseUrl: () => `http://${site.host}` },
    "",
  );
  if (!(await signIn(visitor)))
    throw new Error("bench: nobody can sign in before the overload");
  return visitor;
}

async function signIn(visitor: Visitor): Promise<boolean> {
  const { status } = await visitor.visit("/arbeitsplatz/anmelden", {
    fields: {
      login: "kevin@schwerin.example",
      password: "Demo Leuchtturm 27",
    },
  });
  return status === 303;
}

/** Signs in anew every two seconds. */
export function signInAgainAndAgain(visitor: Visitor): {
  stop(): Promise<SignIns>;
} {
  const stopping = new AbortController();
  const work = async () => {
    const ms: number[] = [];
    let failed = 0;
    while (!stopping.signal.aborted) {
      const begun = performance.now();
      if (await signIn(visitor)) ms.push(performance.now() - begun);
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
