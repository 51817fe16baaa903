import { chmod, mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { printBroken } from "../compare.ts";
import { keepReport } from "../keep-report.ts";
import { endWhenInterrupted } from "../rolling/running-program.ts";
import { startBacking } from "./backing.ts";
import { exercise, type Exercised } from "./exercise.ts";
import { buildImages } from "./image.ts";
import { startMachineCluster } from "./machine-cluster.ts";
import { missingPrograms } from "./programs.ts";
import { figuresOf, isKept, reportOf } from "./report.ts";

const help = `Runs the manifests of deploy/kubernetes on a real Kubernetes 1.20 of this machine: builds the image by the container file, installs,
upgrades, evicts and breaks pods while people read and send, and compares at the end what was confirmed with what is there.
The exit code is 1 when a request failed, a promise was broken or something in the cluster is not as it should be.

Needs root, Linux with control groups of version 1, and on Debian 12:
  apt-get install etcd-server containerd runc containernetworking-plugins iptables conntrack buildah debootstrap catatonit pgbouncer openssl
  scripts/drill/cluster/build-kubernetes.sh <folder>   (from Debian's source package, which has more than Debian ships; a quarter of an hour)
and a kubectl of 1.22 or newer (Debian 13: kubectl; Debian 12 has 1.20, which does not know the field "labels" of a kustomization).

  npm run drill -- cluster --kubernetes <folder>/bin [options]

  --kubernetes <folder>  where kube-apiserver, kubelet and the others are
  --images <folder>      builds the images there, or takes those that it holds from the last time
  --writers <number>     people who fill in and send, without a pause (default 2)
  --rate <number>        pages read in a second (default 20)
  --report <file>        writes the result as Markdown, and beside it as JSON
  --keep                 keeps the folder with logs and settings
`;

const tags = ["0.1.0", "0.1.1"] as const;

/** `npm run drill -- cluster` */
export async function clusterDrill(words: readonly string[]): Promise<void> {
  const options = readOptions(words);
  if (options.help) {
    console.log(help);
    return;
  }
  const programs = path.resolve(options.kubernetes);
  requireParts(programs);
  const folder = await mkdtemp(path.join(os.tmpdir(), "orh-cluster-"));
  await chmod(folder, 0o755);
  const said = (what: string) => {
    console.log(`${new Date().toISOString().slice(11, 19)} ${what}`);
  };
  const stops: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | undefined;
  // Whoever interrupts, and the drill that fails because of it, wait for the same end.
  const stopAll = () =>
    (stopping ??= (async () => {
      for (const stop of stops.toReversed()) await stop();
    })());
  endWhenInterrupted(stopAll);
  try {
    const images = path.resolve(options.images ?? path.join(folder, "images"));
    const archives = await buildImages(images, tags);
    said("images built");
    const cluster = await startMachineCluster({ folder, programs, archives });
    stops.push(() => cluster.stop());
    said("cluster is up");
    const backing = await startBacking(folder);
    stops.push(() => backing.stop());
    const load = {
      writers: Number(options.writers),
      rate: Number(options.rate),
    };
    const done = await exercise({
      ...{ cluster, backing, folder, tags, load },
      onDone: said,
    });
    await tell(done, words, options.report);
  } finally {
    await stopAll();
    if (options.keep) console.log(`Kept: ${folder}`);
    else await rm(folder, { recursive: true, force: true });
  }
}

function readOptions(words: readonly string[]) {
  return parseArgs({
    args: [...words],
    options: {
      help: { type: "boolean", short: "h", default: false },
      kubernetes: { type: "string", default: "/usr/local/bin" },
      images: { type: "string" },
      writers: { type: "string", default: "2" },
      rate: { type: "string", default: "20" },
      report: { type: "string" },
      keep: { type: "boolean", default: false },
    },
  }).values;
}

/** Throws, with what to install. */
function requireParts(programs: string): void {
  const missing = missingPrograms([
    programs,
    ...(process.env["PATH"] ?? "").split(path.delimiter),
  ]);
  if (missing.length > 0)
    throw new Error(`not here: ${missing.join(", ")}; see --help`);
  if (process.getuid?.() !== 0) throw new Error("run as root; see --help");
}

async function tell(
  done: Exercised,
  words: readonly string[],
  file: string | undefined,
): Promise<void> {
  const report = reportOf(
    done,
    ["npm run drill -- cluster", ...words].join(" "),
  );
  console.log(`\n${report}`);
  await keepReport(file, report, figuresOf(done));
  printBroken(done.findings);
  process.exitCode = isKept(done) ? 0 : 1;
}
