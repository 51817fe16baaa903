import { accessSync, constants } from "node:fs";
import path from "node:path";

/** Programs that a cluster of one machine is made of, and what each comes from. */
const needed = [
  ["kube-apiserver", "built"],
  ["kube-controller-manager", "built"],
  ["kube-scheduler", "built"],
  ["kube-proxy", "built"],
  ["kubelet", "built"],
  ["kubectl", "1.22 or newer"],
  ["etcd", "etcd-server"],
  ["containerd", "containerd"],
  ["ctr", "containerd"],
  ["runc", "runc"],
  ["iptables", "iptables"],
  ["conntrack", "conntrack"],
  ["ip", "iproute2"],
  ["buildah", "buildah"],
  ["debootstrap", "debootstrap"],
  ["catatonit", "catatonit"],
  ["pgbouncer", "pgbouncer"],
  ["openssl", "openssl"],
] as const;

/** Programs of the network that containerd starts. */
export const networkPrograms = "/usr/lib/cni";

/** What is not to be found in these folders, each with where it comes from. */
export function missingPrograms(
  folders: readonly string[],
  network = networkPrograms,
): readonly string[] {
  const missing = needed
    .filter(([name]) => !folders.some((folder) => isProgram(folder, name)))
    .map(([name, origin]) => `${name} (${origin})`);
  return ["bridge", "host-local"].every((name) => isProgram(network, name))
    ? missing
    : [...missing, `${network}/bridge (containernetworking-plugins)`];
}

function isProgram(folder: string, name: string): boolean {
  try {
    accessSync(path.join(folder, name), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
