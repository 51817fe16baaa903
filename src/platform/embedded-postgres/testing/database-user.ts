import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const script = fileURLToPath(new URL("use-database.ts", import.meta.url));

const spoken = z.object({
  kind: z.string(),
  code: z.string().optional(),
  message: z.string().optional(),
  processId: z.number().optional(),
  durationMs: z.number().optional(),
  tookOver: z.boolean().optional(),
  address: z
    .object({
      host: z.string(),
      port: z.number(),
      user: z.string(),
      database: z.string(),
    })
    .optional(),
});

export type Spoken = z.infer<typeof spoken>;

export type DatabaseUser = {
  readonly process: ChildProcess;
  /** Everything it said so far. */
  readonly said: readonly Spoken[];
  /** Waits until it says this, and forgets what it said before. */
  hear(kind: string): Promise<Spoken>;
  /** Asks it to stop and waits for its end. */
  stop(): Promise<void>;
  /** What a crash or a power switch does to it. */
  kill(): Promise<void>;
};

export type UserOptions = {
  readonly role: "portal" | "command";
  readonly dataDir: string;
  readonly programs?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly uid?: number;
};

/** A process that opens the embedded database like the portal or like a command. */
export function startUser(options: UserOptions): DatabaseUser {
  const { role, dataDir, programs, env, uid } = options;
  const args = [script, role, dataDir, ...(programs ? [programs] : [])];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "inherit"],
    env: env ?? process.env,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const lines = createInterface({ input: child.stdout })[
    Symbol.asyncIterator
  ]();
  const said: Spoken[] = [];
  const ended = once(child, "exit");
  after(async () => {
    child.kill("SIGTERM");
    await ended;
  });
  return {
    process: child,
    said,
    hear: async (kind) => {
      for (;;) {
        const line = await lines.next();
        if (line.done === true) {
          throw new Error(`ended before "${kind}": ${JSON.stringify(said)}`);
        }
        const spokenNow = spoken.parse(JSON.parse(line.value));
        said.push(spokenNow);
        if (spokenNow.kind === kind) return spokenNow;
      }
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
