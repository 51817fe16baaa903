import { execFile } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

type Ceph = {
  readonly folder: string;
  readonly port: number;
  readonly monitorPort: number;
};

const callWithinMs = 60_000;

/** The files of a cluster of one monitor and one disk. `startMonitor` is called when its files are there: the disk is made known to it. */
export async function layOutCeph(
  ceph: Ceph,
  startMonitor: () => void,
): Promise<void> {
  const { folder, monitorPort } = ceph;
  for (const name of ["mon", "osd", "run"]) mkdirSync(path.join(folder, name));
  const cluster = randomUUID();
  writeFileSync(path.join(folder, "ceph.conf"), cephConfig(ceph, cluster));
  const run = runnerIn(folder);
  await makeKeys(run, path.join(folder, "keyring"));
  const map = path.join(folder, "monmap");
  const address = `[v2:127.0.0.1:${String(monitorPort)}]`;
  await run("monmaptool", [
    ...["--create", "--addv", "a", address],
    ...["--fsid", cluster, map],
  ]);
  await run("ceph-mon", ["--id", "a", "--mkfs", "--monmap", map]);
  startMonitor();
  const disk = randomUUID();
  await run("ceph", ["osd", "new", disk, "0"]);
  await run("ceph-osd", ["--id", "0", "--mkfs", "--osd-uuid", disk]);
}

/** Somebody who may use S3. */
export async function newCephUser(folder: string) {
  const user = {
    accessKeyId: "portal",
    secretAccessKey: randomBytes(16).toString("hex"),
  };
  await runnerIn(folder)("radosgw-admin", [
    ...["--name", "client.admin", "user", "create"],
    ...["--uid", "portal", "--display-name", "portal"],
    ...["--access-key", user.accessKeyId],
    ...["--secret", user.secretAccessKey],
  ]);
  return user;
}

type Run = (command: string, words: readonly string[]) => Promise<unknown>;

/** Not waited for by standing still: what the programs talk through may be in this process. */
function runnerIn(folder: string): Run {
  const call = promisify(execFile);
  return (command, words) =>
    call(command, [...words, "--conf", path.join(folder, "ceph.conf")], {
      timeout: callWithinMs,
    });
}

async function makeKeys(run: Run, keyring: string): Promise<void> {
  const everywhere = ["mon", "osd", "mgr"].flatMap((part) => [
    "--cap",
    part,
    "allow *",
  ]);
  const keys: readonly (readonly [string, readonly string[]])[] = [
    ["mon.", ["--cap", "mon", "allow *"]],
    ["client.admin", everywhere],
    ["osd.0", ["--cap", "mon", "allow profile osd", "--cap", "osd", "allow *"]],
  ];
  for (const [index, [name, caps]] of keys.entries())
    await run("ceph-authtool", [
      ...(index === 0 ? ["--create-keyring"] : []),
      ...[keyring, "--gen-key", "--name", name, ...caps],
    ]);
}

const cephConfig = (
  { folder, port, monitorPort }: Ceph,
  cluster: string,
) => `[global]
fsid = ${cluster}
mon host = v2:127.0.0.1:${String(monitorPort)}
mon initial members = a
mon data = ${folder}/mon
mon data avail crit = 1
mon allow pool size one = true
osd data = ${folder}/osd
osd objectstore = bluestore
bluestore block size = 2147483648
bluestore cache size = 67108864
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 4
osd pool default pgp num = 4
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
public addr = 127.0.0.1
cluster addr = 127.0.0.1
keyring = ${folder}/keyring
run dir = ${folder}/run
admin socket =
log file = ${folder}/$name.log
rgw frontends = beast endpoint=127.0.0.1:${String(port)}
rgw thread pool size = 64
`;
