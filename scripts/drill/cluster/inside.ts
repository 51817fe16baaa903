import { z } from "zod";
import type { Kubectl } from "./kubectl.ts";
import { namespace } from "./overlay.ts";

/** One thing that was looked at in the cluster. */
export type Seen = {
  readonly what: string;
  readonly seen: string;
  readonly isRight: boolean;
};

/** Runs in the pod, where there is no shell. */
const question = `
const { readFileSync, writeFileSync, existsSync } = require("node:fs");
const tries = (file) => { try { writeFileSync(file, "x"); return "written"; } catch (error) { return error.code; } };
const status = readFileSync("/proc/self/status", "utf8");
const line = (name) => new RegExp("^" + name + ":\\\\s*(.*)$", "m").exec(status)[1].split("\\t")[0];
console.log(JSON.stringify({
  user: process.getuid(), group: process.getgid(),
  app: tries("/app/x"), root: tries("/x"), data: tries("/data/drill-x"), tmp: tries("/tmp/drill-x"),
  capabilities: line("CapEff"), bounding: line("CapBnd"), noNewRights: line("NoNewPrivs"), seccomp: line("Seccomp"),
  token: existsSync("/var/run/secrets/kubernetes.io"), shell: existsSync("/bin/sh"),
  service: process.env.KUBERNETES_SERVICE_HOST ?? "", secretMode: existsSync("/etc/openrathaus/s3.json"),
}));`;

const answer = z.object({
  user: z.number(),
  group: z.number(),
  app: z.string(),
  root: z.string(),
  data: z.string(),
  tmp: z.string(),
  capabilities: z.string(),
  bounding: z.string(),
  noNewRights: z.string(),
  seccomp: z.string(),
  token: z.boolean(),
  shell: z.boolean(),
  service: z.string(),
  secretMode: z.boolean(),
});

/** What a process of the portal may do in its pod. */
export async function lookInside(
  kubectl: Kubectl,
  workload: string,
): Promise<readonly Seen[]> {
  const said = await kubectl.run([
    ...["exec", `--namespace=${namespace}`, workload, "--"],
    ...["/nodejs/bin/node", "-e", question],
  ]);
  const inside = answer.parse(JSON.parse(said));
  const row = (what: string, seen: string, right: string) => ({
    what: `${workload}: ${what}`,
    seen,
    isRight: seen === right,
  });
  const none = "0000000000000000";
  return [
    row("user and group", `${inside.user}:${inside.group}`, "65532:65532"),
    row(
      "writes to /app and /",
      `${inside.app}, ${inside.root}`,
      "EROFS, EROFS",
    ),
    row(
      "writes to /data and /tmp",
      `${inside.data}, ${inside.tmp}`,
      "written, written",
    ),
    row(
      "capabilities, and those it could get",
      `${inside.capabilities}, ${inside.bounding}`,
      `${none}, ${none}`,
    ),
    row("can get more rights (0: yes)", inside.noNewRights, "1"),
    row("seccomp (2: filter)", inside.seccomp, "2"),
    row("token of the cluster", String(inside.token), "false"),
    row("shell", String(inside.shell), "false"),
    row("file of the secret", String(inside.secretMode), "true"),
  ];
}
