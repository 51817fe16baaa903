import path from "node:path";
import { freePort } from "../../../src/main/testing/free-port.ts";
import {
  startProgram,
  until,
  type RunningProgram,
} from "../rolling/running-program.ts";
import {
  bridgeName,
  gateway,
  nodeName,
  podRange,
  type ClusterFiles,
} from "./cluster-files.ts";
import { startContainerd, type Containerd } from "./containerd.ts";
import type { Kubectl } from "./kubectl.ts";
import { clearRules, rememberKernel, takeLogs } from "./leave-as-found.ts";
import { tryProgram } from "./run-program.ts";

export type NodeInput = {
  readonly folder: string;
  readonly programs: string;
  readonly files: ClusterFiles;
  readonly kubectl: Kubectl;
  /** Images that no registry is asked for. */
  readonly archives: readonly string[];
};

export type ClusterNode = {
  readonly running: readonly RunningProgram[];
  /** Ends what containers are left, and takes away what the node put into the machine. */
  tidy(): Promise<void>;
};

/** The machine as the one node of the cluster: containerd with runc, a bridge, kubelet, kube-proxy. */
export async function startNode(input: NodeInput): Promise<ClusterNode> {
  const { folder, programs, files, kubectl, archives } = input;
  const start = (name: string, args: readonly string[]) =>
    startProgram({
      command: path.join(programs, name),
      args,
      logFile: path.join(folder, `${name}.log`),
    });
  const restoreKernel = rememberKernel();
  const containerd = await startContainerd(folder, files, archives);
  const kubelet = start("kubelet", [
    `--kubeconfig=${files.access("kubelet")}`,
    `--config=${files.write("kubelet.yaml", kubeletSettings(await freePort()))}`,
    "--container-runtime=remote",
    `--container-runtime-endpoint=unix://${containerd.socket}`,
    `--hostname-override=${nodeName}`,
    `--node-ip=${gateway}`,
    `--root-dir=${path.join(folder, "kubelet")}`,
    `--cert-dir=${files.certificates}`,
  ]);
  const proxySettings = files.write(
    "kube-proxy.yaml",
    await kubeProxySettings(files),
  );
  const proxy = start("kube-proxy", [`--config=${proxySettings}`]);
  await until(
    async () =>
      (
        await kubectl.tried([
          "wait",
          "--for=condition=Ready",
          `node/${nodeName}`,
          "--timeout=1s",
        ])
      ).isDone,
    { within: 180_000, what: "the node is not ready" },
  );
  return {
    running: [containerd.program, kubelet, proxy],
    tidy: async () => {
      await tidy({ folder, programs, proxySettings, containerd });
      restoreKernel();
    },
  };
}

const kubeletSettings = (port: number) => ({
  apiVersion: "kubelet.config.k8s.io/v1beta1",
  kind: "KubeletConfiguration",
  address: gateway,
  port,
  healthzPort: 0,
  cgroupDriver: "cgroupfs",
  failSwapOn: false,
  // It listens on this machine only, in the network of these pods.
  authentication: { anonymous: { enabled: true }, webhook: { enabled: false } },
  authorization: { mode: "AlwaysAllow" },
  imageGCHighThresholdPercent: 100,
  evictionHard: { "memory.available": "100Mi", "nodefs.available": "1%" },
});

const kubeProxySettings = async (files: ClusterFiles) => ({
  apiVersion: "kubeproxy.config.k8s.io/v1alpha1",
  kind: "KubeProxyConfiguration",
  clientConnection: { kubeconfig: files.access("proxy") },
  mode: "iptables",
  hostnameOverride: nodeName,
  clusterCIDR: podRange,
  nodePortAddresses: ["127.0.0.0/8"],
  healthzBindAddress: `127.0.0.1:${String(await freePort())}`,
  metricsBindAddress: `127.0.0.1:${String(await freePort())}`,
  conntrack: { maxPerCore: 0 },
});

async function tidy({
  folder,
  programs,
  proxySettings,
  containerd,
}: {
  readonly folder: string;
  readonly programs: string;
  readonly proxySettings: string;
  readonly containerd: Containerd;
}): Promise<void> {
  const left = (await containerd.ctr("tasks", "list", "--quiet")).stdout.split(
    "\n",
  );
  for (const id of left.filter((line) => line !== ""))
    await containerd.ctr("tasks", "delete", "--force", id);
  await tryProgram({
    command: path.join(programs, "kube-proxy"),
    args: [`--config=${proxySettings}`, "--cleanup"],
  });
  await clearRules();
  await tryProgram({ command: "ip", args: ["link", "delete", bridgeName] });
  await takeLogs(folder);
  const mounts = await tryProgram({
    command: "findmnt",
    args: ["--list", "--noheadings", "--output", "TARGET"],
  });
  for (const target of mounts.stdout.split("\n").toReversed())
    if (target.startsWith(`${folder}/`))
      await tryProgram({ command: "umount", args: [target] });
}
