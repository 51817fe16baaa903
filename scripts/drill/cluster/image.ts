import {
  cpSync,
  existsSync,
  mkdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { runProgram } from "./run-program.ts";

const root = path.join(import.meta.dirname, "../../..");

/** What the base for running holds besides Node, as the one that the container file names. */
const packagesToRun = [
  "libc6",
  "libgcc-s1",
  "gcc-12-base",
  "libstdc++6",
  "libatomic1",
  "ca-certificates",
  "tzdata",
  "netbase",
  "base-files",
];

/** An hour: on a machine that does much else, making a base was seen to take longer than ten minutes. */
const within = 3_600_000;

export const portalImage = "localhost/openrathaus";
export const pauseImage = "localhost/pause:1";

/**
 * The image by the container file of operators, under one name for each tag, and the one that holds a pod together, as archives; those that are there are taken. No registry is asked: the
 * bases are made of Debian's packages and the Node that runs this.
 */
export async function buildImages(
  folder: string,
  tags: readonly string[],
): Promise<readonly string[]> {
  const names = [...tags.map((tag) => `${portalImage}:${tag}`), pauseImage];
  const archives = names.map((_, index) =>
    path.join(folder, `image-${String(index)}.tar`),
  );
  if (archives.every((file) => existsSync(file))) return archives;
  mkdirSync(folder, { recursive: true });
  const buildah = (...args: readonly string[]) =>
    runProgram({
      command: "buildah",
      args: [
        "--root",
        path.join(folder, "storage"),
        "--runroot",
        path.join(folder, "run"),
        ...args,
      ],
      cwd: root,
      within,
    });
  const importFolder = async (source: string, name: string) => {
    const container = (await buildah("from", "scratch")).trim();
    await buildah("copy", "-q", container, source, "/");
    if (name === pauseImage)
      await buildah("config", "--entrypoint", '["/catatonit","-P"]', container);
    await buildah("commit", "-q", container, name);
    await buildah("rm", container);
  };
  await importFolder(await baseToBuild(folder), "localhost/base-to-build");
  await importFolder(await baseToRun(folder), "localhost/base-to-run");
  await importFolder(pauseFolder(folder), pauseImage);
  await buildah(
    "bud",
    ...["--isolation", "chroot", "--network", "host", "--pull-never"],
    ...["--build-arg", "BUILD_BASE=localhost/base-to-build"],
    ...["--build-arg", "RUN_BASE=localhost/base-to-run"],
    ...["--format", "docker", "-f", "deploy/container/Containerfile"],
    ...tags.flatMap((tag) => ["-t", `${portalImage}:${tag}`]),
    ".",
  );
  for (const [index, name] of names.entries())
    await buildah(
      ...["push", "-q", name],
      `docker-archive:${archives[index] ?? ""}:${name}`,
    );
  return archives;
}

/** Debian with this Node and npm, which is told what npm is told here. */
async function baseToBuild(folder: string): Promise<string> {
  const base = path.join(folder, "base-to-build");
  await runProgram({
    command: "debootstrap",
    args: ["--variant=minbase", "--include=ca-certificates", "bookworm", base],
    within,
  });
  const npm = (await npmSays("root", "-g")).trim();
  cpSync(path.join(npm, "npm"), path.join(base, "usr/local/lib/npm"), {
    recursive: true,
  });
  symlinkSync(
    "../lib/npm/bin/npm-cli.js",
    path.join(base, "usr/local/bin/npm"),
  );
  cpSync(process.execPath, path.join(base, "usr/local/bin/node"));
  const authorities = (await npmSays("config", "get", "cafile")).trim();
  const registry = (await npmSays("config", "get", "registry")).trim();
  mkdirSync(path.join(base, "usr/local/etc"), { recursive: true });
  const hasOwn = authorities !== "" && authorities !== "null";
  if (hasOwn) cpSync(authorities, path.join(base, "usr/local/etc/npm-ca.pem"));
  writeFileSync(
    path.join(base, "usr/local/etc/npmrc"),
    `registry=${registry}\n${hasOwn ? "cafile=/usr/local/etc/npm-ca.pem\n" : ""}`,
  );
  return base;
}

const npmSays = (...args: readonly string[]) =>
  runProgram({ command: "npm", args });

/** No shell, no package manager: libraries, certificates, Node. */
async function baseToRun(folder: string): Promise<string> {
  const base = path.join(folder, "base-to-run");
  const packages = path.join(folder, "packages");
  mkdirSync(packages, { recursive: true });
  await runProgram({
    command: "apt-get",
    args: ["download", "-q", ...packagesToRun],
    cwd: packages,
  });
  for (const name of await readdir(packages))
    await runProgram({
      command: "dpkg-deb",
      args: ["-x", path.join(packages, name), base],
    });
  for (const name of ["bin", "sbin", "usr/bin", "usr/sbin", "usr/share/doc"])
    rmSync(path.join(base, name), { recursive: true, force: true });
  const authorities = path.join(base, "usr/share/ca-certificates/mozilla");
  const certificates = await Promise.all(
    (await readdir(authorities)).map((name) =>
      readFile(path.join(authorities, name), "utf8"),
    ),
  );
  writeFileSync(
    path.join(base, "etc/ssl/certs/ca-certificates.crt"),
    certificates.join(""),
  );
  writeFileSync(
    path.join(base, "etc/passwd"),
    "root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/:/sbin/nologin\n",
  );
  writeFileSync(path.join(base, "etc/group"), "root:x:0:\nnonroot:x:65532:\n");
  mkdirSync(path.join(base, "nodejs/bin"), { recursive: true });
  cpSync(process.execPath, path.join(base, "nodejs/bin/node"));
  return base;
}

function pauseFolder(folder: string): string {
  const source = path.join(folder, "pause");
  mkdirSync(source, { recursive: true });
  cpSync("/usr/bin/catatonit", path.join(source, "catatonit"));
  return source;
}
