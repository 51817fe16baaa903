import {
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { freePort } from "../../../../src/main/testing/free-port.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "../../rolling/running-program.ts";
import { startToxicProxy } from "../toxic-proxy.ts";

export type MailPeer = {
  /** As the portal reaches it. */
  readonly url: string;
  /** How often it was called, also when it did not hear it. */
  calls(): number;
  start(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Answers with a code until told otherwise: 451 or 550 to each address, 554 to each mail. */
  refuseWith(code: 451 | 550 | 554 | undefined): void;
  /** Message-IDs of what it took, each as often as it came. */
  taken(): readonly string[];
  stop(): Promise<void>;
};

/** A mail server beside the portal, with the package smtp-server; with a certificate and its key it offers STARTTLS. */
export async function startMailPeer(
  folder: string,
  tls: readonly string[] = [],
): Promise<MailPeer> {
  mkdirSync(folder);
  const port = await freePort();
  const line = await startToxicProxy({ port });
  const mood = path.join(folder, "mood");
  const state: { program?: RunningProgram } = {};
  const start = async () => {
    state.program = startProgram({
      command: process.execPath,
      args: [
        path.join(import.meta.dirname, "mail-server-process.ts"),
        String(port),
        folder,
        ...tls,
      ],
      logFile: path.join(folder, "log"),
    });
    await until(() => answers(port), {
      within: 30_000,
      what: "the mail server does not answer",
    });
  };
  await start();
  return {
    url: `smtp://127.0.0.1:${line.port}`,
    calls: line.connections,
    start,
    signal: (name) => state.program?.signal(name),
    refuseWith: (code) => {
      if (code === undefined) rmSync(mood, { force: true });
      else writeFileSync(mood, String(code));
    },
    taken: () =>
      readdirSync(folder)
        .filter((name) => name.endsWith(".eml"))
        .map((name) =>
          messageIdIn(readFileSync(path.join(folder, name), "utf8")),
        ),
    stop: async () => {
      await state.program?.stop("SIGKILL");
      await line.stop();
    },
  };
}

function messageIdIn(source: string): string {
  const [, id = ""] = /^Message-ID: <([^@>]*)/im.exec(source) ?? [];
  return id;
}
