import { setTimeout as sleep } from "node:timers/promises";
import {
  visitorOf,
  type Answer,
  type Reachable,
  type Visitor,
} from "../../../../src/main/testing/visitor.ts";
import { walkThrough } from "../../../../src/platform/openid-connect/testing/openid-provider.ts";
import { drilledPortal } from "../../write-applications.ts";

/** What became of one person's way to the provider and back. */
export type SignIn = {
  readonly atMs: number;
  /** `told`: a page of the portal says that it does not go. `elsewhere`: the browser got no further at the provider itself. */
  readonly outcome: "let-in" | "told" | "elsewhere" | "broken";
  /** The slowest answer that the portal itself gave on the way. */
  readonly slowestMs: number;
  readonly detail: string;
};

export type SignIns = {
  readonly all: readonly SignIn[];
  stop(): Promise<void>;
};

const pauseMs = 700;

/** One person after the other signs in by the provider `land`, until it is stopped. */
export function keepSigningIn(portal: Reachable): SignIns {
  const all: SignIn[] = [];
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      all.push(await signIn(portal));
      await sleep(pauseMs);
    }
  })();
  return {
    all,
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
}

async function signIn(portal: Reachable): Promise<SignIn> {
  const way = { atMs: performance.now(), slowestMs: 0 };
  const timed: Ask = async (who, path) => {
    const begun = performance.now();
    const answer = await who.visit(path);
    way.slowestMs = Math.max(way.slowestMs, performance.now() - begun);
    return answer;
  };
  const outcome = await walk(portal, timed).catch((error: unknown) => ({
    outcome: "broken" as const,
    detail: String(error),
  }));
  return { ...way, ...outcome };
}

type Ask = (who: Visitor, path: string) => Promise<Answer>;

type Outcome = Pick<SignIn, "outcome" | "detail">;

/** From the button to the provider, back to the installation's host, and into the portal. */
async function walk(portal: Reachable, ask: Ask): Promise<Outcome> {
  const visitor = visitorOf(portal, drilledPortal);
  const begun = await ask(visitor, "/anmelden/mit/land");
  if (begun.status !== 303) return without("begin", begun);
  const back = await walkThrough(begun.headers.location ?? "", {
    until: portal.baseUrl(""),
    fields: { login: "erika", acr: "loa-2", answer: "yes" },
  }).catch(String);
  if (typeof back === "string") return { outcome: "elsewhere", detail: back };
  const received = await ask(
    visitorOf(portal, ""),
    back.pathname + back.search,
  );
  if (received.status !== 303) return without("back", received);
  const into = new URL(received.headers.location ?? "", back);
  const done = await ask(visitor, into.pathname + into.search);
  return done.status === 303
    ? { outcome: "let-in", detail: "" }
    : without("into", done);
}

const without = (where: string, answer: Answer): Outcome => ({
  outcome: isTold(answer) ? "told" : "broken",
  detail: `${where} ${String(answer.status)}`,
});

/** A whole page of the portal, with what to do, and no fault of its own. */
const isTold = ({ status, text }: Answer) =>
  status !== 500 && /<h1[^>]*>[^<]+/.test(text) && text.includes("</html>");
