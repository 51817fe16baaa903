import { freePort } from "../../../src/main/testing/free-port.ts";
import type { RunningProgram } from "../rolling/running-program.ts";
import { writeClusterFiles } from "./cluster-files.ts";
import { startControlPlane } from "./control-plane.ts";
import { kubectlWith, type Kubectl } from "./kubectl.ts";
import { startNode } from "./node.ts";
import { namespace } from "./overlay.ts";

export type MachineCluster = {
  readonly kubectl: Kubectl;
  /** File that lets operators in. */
  readonly access: string;
  stop(): Promise<void>;
};

type ClusterInput = {
  readonly folder: string;
  /** Where the programs of Kubernetes are. */
  readonly programs: string;
  readonly archives: readonly string[];
};

/** A whole cluster on this machine. At the end nothing of it is left. */
export async function startMachineCluster({
  folder,
  programs,
  archives,
}: ClusterInput): Promise<MachineCluster> {
  const port = await freePort();
  const files = writeClusterFiles(folder, port);
  const access = files.access("admin");
  const kubectl = kubectlWith(access);
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.toReversed()) await each();
  };
  const endBy = (running: readonly RunningProgram[]) => {
    for (const program of running) stops.push(() => program.stop());
  };
  try {
    endBy(await startControlPlane({ folder, programs, port, files, kubectl }));
    const node = await startNode({
      folder,
      programs,
      files,
      kubectl,
      archives,
    });
    const [containerd, ...others] = node.running;
    if (containerd) endBy([containerd]);
    stops.push(() => node.tidy());
    endBy(others);
    stops.push(() =>
      kubectl.tried(["delete", "namespace", namespace, "--timeout=3m"]),
    );
  } catch (error) {
    await stop();
    throw error;
  }
  return { kubectl, access, stop };
}
