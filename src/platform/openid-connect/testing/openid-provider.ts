import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { exportJWK, generateKeyPair } from "jose";
import type { ClientMetadata, JWK } from "oidc-provider";

export type ProviderPlan = {
  readonly port?: number;
  /** How it is reached, where something stands before it. */
  readonly issuer?: string;
  readonly clients: ClientMetadata[];
  /** What it signs with, where it is to be the same after a new start; undefined: new ones. */
  readonly keys?: readonly JWK[];
  /** Claims by the login that is typed into the provider's page. */
  readonly people: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly takesPushedRequests?: boolean;
};

export type RunningProvider = {
  readonly issuer: string;
  /** Where it itself listens. */
  readonly address: string;
  /** Hangs (accepts connections and answers nothing) until `resume`. */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
};

const script = fileURLToPath(
  new URL("openid-provider-process.ts", import.meta.url),
);

/** Private keys of all kinds that a provider signs with. */
export function makeProviderKeys(): Promise<readonly JWK[]> {
  return Promise.all(
    (["RS256", "PS256", "ES256"] as const).map(async (alg): Promise<JWK> => {
      const { privateKey } = await generateKeyPair(alg, { extractable: true });
      return { ...(await exportJWK(privateKey)), alg, kid: alg, use: "sig" };
    }),
  );
}

/** Starts a real OpenID provider (`oidc-provider`) in a process of its own, on loopback. */
export async function startOpenIdProvider(
  plan: ProviderPlan,
): Promise<RunningProvider> {
  const child = spawn(process.execPath, [script, JSON.stringify(plan)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let problems = "";
  child.stderr.on("data", (chunk: Buffer) => (problems += chunk.toString()));
  const ended = once(child, "exit");
  const address = new Promise<string>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(chunk.toString())?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  const listening = await Promise.race([address, ended.then(() => undefined)]);
  if (listening === undefined)
    throw new Error(`the OpenID provider did not start: ${problems}`);
  return {
    issuer: plan.issuer ?? listening,
    address: listening,
    pause: () => void child.kill("SIGSTOP"),
    resume: () => void child.kill("SIGCONT"),
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** A browser with no screen: follows the provider's pages until it is sent to `until`, and gives back that address. */
export async function walkThrough(
  start: string,
  {
    until,
    fields,
  }: { readonly until: string; readonly fields: Record<string, string> },
): Promise<URL> {
  const cookies = new Map<string, string>();
  let address = start;
  for (let step = 0; step < 12; step += 1) {
    if (address.startsWith(until)) return new URL(address);
    const answer = await send(address, { cookies });
    address = isPage(answer, address)
      ? nextOf(
          await send(address, { cookies, body: new URLSearchParams(fields) }),
          address,
        )
      : nextOf(answer, address);
  }
  throw new Error("the provider never came back");
}

const isPage = (answer: Response, address: string) =>
  answer.status === 200 &&
  new URL(address).pathname.startsWith("/interaction/");

function nextOf(answer: Response, from: string): string {
  const location = answer.headers.get("location");
  if (location === null)
    throw new Error(
      `the provider answered ${String(answer.status)} at ${from}`,
    );
  return new URL(location, from).href;
}

async function send(
  address: string,
  {
    cookies,
    body,
  }: { readonly cookies: Map<string, string>; readonly body?: URLSearchParams },
): Promise<Response> {
  const answer = await fetch(address, {
    method: body ? "POST" : "GET",
    redirect: "manual",
    headers: { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join("; ") },
    ...(body && { body }),
  });
  for (const line of answer.headers.getSetCookie()) {
    const [name = "", value = ""] = line.split(";", 1)[0]?.split("=", 2) ?? [];
    cookies.set(name, value);
  }
  return answer;
}
