import { execFileSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { freePort } from "../../../../src/main/testing/free-port.ts";
import { send, treeOf } from "../../failover/process-tree.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "../../rolling/running-program.ts";
import type { EnteredOptions } from "../apart/office.ts";
import { startToxicProxy } from "../toxic-proxy.ts";

/** Who signs in: somebody whom rights on folders bind. */
const user = "nobody";

export type SftpPeer = {
  /** How often it was called, also when it did not hear it. */
  calls(): number;
  /** Of a destination that leads here. */
  readonly options: EnteredOptions;
  /** Where packages arrive. */
  readonly inbox: string;
  start(): Promise<void>;
  signal(name: NodeJS.Signals): void;
  /** Whether anybody may write into the inbox. */
  setWritable(isWritable: boolean): void;
  stop(): Promise<void>;
};

/** OpenSSH beside the portal, as Debian packages it, with keys of its own. */
export async function startSftpPeer(folder: string): Promise<SftpPeer> {
  mkdirSync(folder);
  const inbox = path.join(folder, "eingang");
  const owner = idsOf(user);
  mkdirSync(inbox);
  chownSync(inbox, owner.uid, owner.gid);
  const userKey = newKey(path.join(folder, "user-key"));
  writeFileSync(path.join(folder, "authorized"), userKey.publicKey);
  const port = await freePort();
  const sshd = prepareSshd(folder, port);
  const line = await startToxicProxy({ port });
  await sshd.start();
  return {
    calls: line.connections,
    inbox,
    options: {
      host: "127.0.0.1",
      port: String(line.port),
      hostKey: sshd.fingerprint,
      user,
      privateKey: userKey.privateKey,
      directory: inbox.slice(1),
      formats: ["xml-1", "json-1", "pdf-1"],
    },
    start: sshd.start,
    signal: sshd.signal,
    setWritable: (isWritable) => {
      chmodSync(inbox, isWritable ? 0o755 : 0o555);
    },
    stop: async () => {
      sshd.signal("SIGKILL");
      await line.stop();
    },
  };
}

/** Not started yet. */
function prepareSshd(folder: string, port: number) {
  const hostKey = newKey(path.join(folder, "host-key"));
  const file = path.join(folder, "sshd_config");
  writeFileSync(file, sshdConfig({ folder, port, hostKey: hostKey.file }));
  // Where sshd goes before anybody has signed in; on Debian systemd makes it.
  mkdirSync("/run/sshd", { recursive: true });
  const state: { program?: RunningProgram } = {};
  return {
    fingerprint: hostKey.fingerprint,
    start: async () => {
      state.program = startProgram({
        command: "/usr/sbin/sshd",
        args: ["-D", "-e", "-f", file],
        logFile: path.join(folder, "log"),
      });
      await until(() => answers(port), {
        within: 10_000,
        what: "sshd does not answer",
      });
    },
    /** To it and to whom it serves. */
    signal: (name: NodeJS.Signals) => {
      const { program } = state;
      if (program && !program.hasEnded())
        for (const pid of treeOf(program.pid)) send(pid, name);
    },
  };
}

type Key = {
  readonly file: string;
  readonly publicKey: string;
  readonly privateKey: string;
  readonly fingerprint: string;
};

function newKey(file: string): Key {
  const run = (words: readonly string[]) =>
    execFileSync("ssh-keygen", words, { encoding: "utf8" });
  run(["-q", "-t", "ed25519", "-N", "", "-f", file]);
  const [, fingerprint = ""] = run(["-lf", `${file}.pub`]).split(" ");
  return {
    file,
    fingerprint,
    publicKey: readFileSync(`${file}.pub`, "utf8"),
    privateKey: readFileSync(file, "utf8"),
  };
}

function idsOf(name: string): { readonly uid: number; readonly gid: number } {
  const id = (option: string) =>
    Number(execFileSync("id", [option, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

const sshdConfig = ({
  folder,
  port,
  hostKey,
}: {
  readonly folder: string;
  readonly port: number;
  readonly hostKey: string;
}) => `Port ${port}
ListenAddress 127.0.0.1
HostKey ${hostKey}
PidFile ${folder}/pid
AuthorizedKeysFile ${folder}/authorized
StrictModes no
UsePAM no
PasswordAuthentication no
AllowUsers ${user}
MaxStartups 100
Subsystem sftp internal-sftp
ForceCommand internal-sftp -d /
`;
