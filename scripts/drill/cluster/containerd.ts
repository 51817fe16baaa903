import { mkdirSync } from "node:fs";
import path from "node:path";
import {
  startProgram,
  until,
  type RunningProgram,
} from "../rolling/running-program.ts";
import {
  bridgeName,
  gateway,
  podRange,
  type ClusterFiles,
} from "./cluster-files.ts";
import { pauseImage } from "./image.ts";
import { networkPrograms } from "./programs.ts";
import { runProgram, tryProgram, type Ran } from "./run-program.ts";

export type Containerd = {
  readonly program: RunningProgram;
  readonly socket: string;
  /** Its own tool, in the part of containerd that Kubernetes uses. */
  ctr(...args: readonly string[]): Promise<Ran>;
};

/** Runs containers of these images by runc, each pod with an address on a bridge of this machine. */
export async function startContainerd(
  folder: string,
  files: ClusterFiles,
  archives: readonly string[],
): Promise<Containerd> {
  const socket = path.join(folder, "containerd.sock");
  await addBridge();
  writeNetwork(folder, files);
  const program = startProgram({
    command: "containerd",
    args: [
      "--config",
      files.write("containerd.toml", containerdSettings(folder, socket)),
    ],
    logFile: path.join(folder, "containerd.log"),
  });
  const ctr = (...args: readonly string[]) =>
    tryProgram({
      command: "ctr",
      args: ["--address", socket, "--namespace", "k8s.io", ...args],
    });
  await until(async () => (await ctr("version")).exitCode === 0, {
    within: 30_000,
    what: "containerd does not answer",
  });
  for (const archive of archives)
    await runProgram({
      command: "ctr",
      args: [
        ...["--address", socket, "--namespace", "k8s.io"],
        ...["images", "import", archive],
      ],
    });
  return { program, socket, ctr };
}

/** There before the first pod: what pods talk to outside of the cluster listens on its address. */
async function addBridge(): Promise<void> {
  const ip = (...args: readonly string[]) =>
    tryProgram({ command: "ip", args });
  await ip("link", "add", bridgeName, "type", "bridge");
  await ip("addr", "add", `${gateway}/24`, "dev", bridgeName);
  await runProgram({ command: "ip", args: ["link", "set", bridgeName, "up"] });
}

function writeNetwork(folder: string, files: ClusterFiles): void {
  mkdirSync(path.join(folder, "network"), { recursive: true });
  // JSON is what the programs of the network read.
  const network = {
    cniVersion: "0.4.0",
    name: "drill",
    plugins: [
      {
        type: "bridge",
        bridge: bridgeName,
        isGateway: true,
        hairpinMode: true,
        ipam: {
          type: "host-local",
          ranges: [[{ subnet: podRange }]],
          routes: [{ dst: "0.0.0.0/0" }],
          dataDir: path.join(folder, "addresses"),
        },
      },
    ],
  };
  files.write("network/10-drill.conflist", JSON.stringify(network));
}

const containerdSettings = (folder: string, socket: string) => `version = 2
root = "${folder}/containerd"
state = "${folder}/containerd-state"
disabled_plugins = ["io.containerd.snapshotter.v1.btrfs", "io.containerd.snapshotter.v1.zfs", "io.containerd.snapshotter.v1.aufs"]
[grpc]
  address = "${socket}"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${pauseImage}"
  disable_apparmor = true
  # Where root may not be preferred over others when memory runs out, as in many containers.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "${networkPrograms}"
    conf_dir = "${folder}/network"
[plugins."io.containerd.internal.v1.opt"]
  path = "${folder}/opt"
`;
