import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { DemoProviderKey } from "./demo-answers.ts";

export type DemoProvidersPlan = {
  /** Address and port to listen on. */
  readonly host: string;
  readonly port: number;
  /** As browsers reach them. */
  readonly origin: string;
  /** Where the portal's metadata lies, by provider. */
  readonly portalMetadata: Readonly<Record<DemoProviderKey, string>>;
  /** Host that all portals hang under, with its port. */
  readonly portalDomain: string;
};

export type RunningDemoProviders = {
  readonly origin: string;
  stop(): Promise<void>;
};

/**
 * Starts the identity providers of the demo in a process of their own; undefined where that does not work out: another program has the
 * port, or the package they are made of is not there, since production does without it.
 */
export async function startDemoProviders(
  plan: DemoProvidersPlan,
): Promise<RunningDemoProviders | undefined> {
  const script = new URL("./saml-identity-provider.ts", import.meta.url);
  const child = spawn(
    process.execPath,
    [fileURLToPath(script), JSON.stringify(plan)],
    // Its end of our pipe tells it when we are gone, however we went.
    { stdio: ["pipe", "pipe", "ignore"] },
  );
  const ended = once(child, "exit");
  const isReady = await Promise.race([
    once(child.stdout, "data").then(() => true),
    ended.then(() => false),
  ]);
  return isReady ? { origin: plan.origin, stop: () => end(child) } : undefined;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill();
  await ended;
}
