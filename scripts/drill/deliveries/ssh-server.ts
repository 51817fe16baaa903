import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

const program = "/usr/sbin/sshd";

/** What is missing on this machine for a server of its own, in words; undefined: nothing. */
export function missingForSsh(): string | undefined {
  if (!existsSync(program))
    return "no OpenSSH server (Debian: apt-get install openssh-server)";
  // As root it separates privileges, and wants this folder for it.
  return process.getuid?.() === 0 && !existsSync("/run/sshd")
    ? "no /run/sshd (Debian: service ssh start makes it, or mkdir -p /run/sshd)"
    : undefined;
}

/** It tells it as an error. */
export const sshServerVersion = (): string =>
  spawnSync("ssh", ["-V"], { encoding: "utf8" }).stderr.trim();

export type SshServer = {
  readonly command: string;
  readonly args: readonly string[];
  /** What is entered for the destination. */
  readonly options: Readonly<Record<string, string>>;
  /** Where packages appear. */
  readonly directory: string;
};

/** OpenSSH's own server on a port of its own, for whoever runs the drill and nothing but SFTP, by a key made for it. */
export async function prepareSshServer(
  folder: string,
  port: number,
): Promise<SshServer> {
  const at = (name: string) => path.join(folder, name);
  for (const name of ["host", "user"])
    execFileSync("ssh-keygen", [
      "-q",
      "-t",
      "ed25519",
      "-N",
      "",
      "-f",
      at(name),
    ]);
  await writeFile(at("authorized"), await readFile(at("user.pub")));
  await chmod(at("authorized"), 0o600);
  const arrivals = at("arrivals");
  await mkdir(path.join(arrivals, "parken"), { recursive: true });
  await writeFile(at("sshd_config"), configOf(at, port, arrivals));
  const [, hostKey = ""] = execFileSync("ssh-keygen", ["-lf", at("host.pub")], {
    encoding: "utf8",
  }).split(" ");
  return {
    command: program,
    args: ["-D", "-e", "-f", at("sshd_config")],
    directory: path.join(arrivals, "parken"),
    options: {
      host: "127.0.0.1",
      port: String(port),
      hostKey,
      user: os.userInfo().username,
      privateKey: `@${at("user")}`,
      directory: "parken",
    },
  };
}

function configOf(
  at: (name: string) => string,
  port: number,
  arrivals: string,
): string {
  return [
    `Port ${port}`,
    "ListenAddress 127.0.0.1",
    `HostKey ${at("host")}`,
    `AuthorizedKeysFile ${at("authorized")}`,
    `PidFile ${at("sshd.pid")}`,
    "StrictModes no",
    "UsePAM no",
    "PasswordAuthentication no",
    "PermitRootLogin prohibit-password",
    "MaxStartups 100",
    "Subsystem sftp internal-sftp",
    `ForceCommand internal-sftp -d ${arrivals}`,
    "",
  ].join("\n");
}
