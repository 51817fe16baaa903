import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

const listening = z.object({ port: z.number() });
const received = z.object({ to: z.string(), raw: z.string() });

export type ReceivedMail = z.infer<typeof received>;

export type MailServer = {
  readonly url: string;
  readonly mails: readonly ReceivedMail[];
  /** The first mail to this address whose text fits; waits for it. */
  waitFor(to: string, pattern: RegExp): Promise<ReceivedMail>;
  stop(): Promise<void>;
};

/** A real SMTP server in a process of its own. */
export async function startMailServer(): Promise<MailServer> {
  const program = new URL("./mail-server-process.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, [decodeURIComponent(program)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await once(lines, "line")) as [string];
  const { port } = listening.parse(JSON.parse(first));
  const mails: ReceivedMail[] = [];
  lines.on("line", (line) => mails.push(received.parse(JSON.parse(line))));
  return {
    url: `smtp://localhost:${String(port)}`,
    mails,
    waitFor: (to, pattern) => waitForMail(mails, to, pattern),
    stop: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}

async function waitForMail(
  mails: readonly ReceivedMail[],
  to: string,
  pattern: RegExp,
): Promise<ReceivedMail> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const found = mails.find(
      (mail) => mail.to === to && pattern.test(mail.raw),
    );
    if (found) return found;
    await sleep(100);
  }
  throw new Error(`no mail to ${to} within 20 s`);
}
