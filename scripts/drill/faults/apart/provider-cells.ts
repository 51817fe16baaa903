import { setTimeout as sleep } from "node:timers/promises";
import { until } from "../../rolling/running-program.ts";
import type { ProviderMood } from "../peers/provider-peer.ts";
import type { ApartCell } from "./cells.ts";
import type { ProviderStage } from "./provider-stage.ts";

const awayMs = 25_000;
const backWithinMs = 90_000;

/** The service that people sign in by is gone, says nothing, or answers wrongly. */
export const providerCells = {
  "oidc-killed": {
    about: "OpenID provider killed with -9, 25 s",
    strike: (stage) =>
      whileSigningIn(stage, async () => {
        await stage.provider.kill();
        await sleep(awayMs);
        await stage.provider.start();
      }),
  },
  "oidc-silent": inMood("takes calls and never answers", { kind: "silent" }),
  "oidc-slow": inMood("answers each call 3 s later", {
    kind: "slow",
    ms: 3_000,
  }),
  "oidc-500": inMood("answers 500 to everything", {
    kind: "failing",
    path: /./,
  }),
  "oidc-token-500": inMood(
    "lets people prove who they are, and answers 500 to the portal then",
    { kind: "failing", path: /^\/(?:token|me|jwks)/ },
  ),
} satisfies Record<string, ApartCell<ProviderStage>>;

function inMood(what: string, mood: ProviderMood): ApartCell<ProviderStage> {
  return {
    about: `OpenID provider ${what}, 25 s`,
    strike: (stage) =>
      whileSigningIn(stage, async () => {
        stage.provider.set(mood);
        await sleep(awayMs);
        stage.provider.set({ kind: "well" });
      }),
  };
}

/** Tells what those saw who wanted to sign in meanwhile, and when the next one was let in. */
async function whileSigningIn(
  { signIns }: ProviderStage,
  strike: () => Promise<void>,
): Promise<string> {
  const from = performance.now();
  await strike();
  const over = performance.now();
  await until(
    () =>
      Promise.resolve(
        signIns.all.some(
          ({ atMs, outcome }) => atMs > over && outcome === "let-in",
        ),
      ),
    { within: backWithinMs, what: "nobody is let in by the provider again" },
  ).catch((error: unknown) => {
    console.error(signIns.all.slice(-20));
    throw error;
  });
  const first = signIns.all.find(
    ({ atMs, outcome }) => atMs > over && outcome === "let-in",
  );
  const meanwhile = signIns.all.filter(
    ({ atMs }) => atMs >= from && atMs <= over,
  );
  const count = (wanted: string) =>
    meanwhile.filter(({ outcome }) => outcome === wanted).length;
  const slowest = Math.max(0, ...meanwhile.map(({ slowestMs }) => slowestMs));
  return [
    `${String(meanwhile.length)} came to sign in, ${String(count("let-in"))} let in, ${String(count("told"))} told by a page`,
    `${String(count("elsewhere"))} got no further at the provider, ${String(count("broken"))} without a proper answer`,
    `slowest answer of the portal ${(slowest / 1000).toFixed(1)} s`,
    `the next one let in began ${(((first?.atMs ?? 0) - over) / 1000).toFixed(1)} s after its end`,
  ].join(", ");
}
