import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cp, readdir, rm } from "node:fs/promises";
import path from "node:path";
import { namespace } from "./overlay.ts";
import { tryProgram } from "./run-program.ts";

/** What kubelet, kube-proxy and the programs of the network set for the whole machine, and leave so. */
const kernelSettings = [
  "vm/overcommit_memory",
  "vm/panic_on_oom",
  "kernel/panic",
  "kernel/panic_on_oops",
  "kernel/keys/root_maxkeys",
  "kernel/keys/root_maxbytes",
  "net/ipv4/ip_forward",
  "net/ipv4/conf/all/route_localnet",
  "net/bridge/bridge-nf-call-iptables",
  "net/netfilter/nf_conntrack_tcp_timeout_established",
  "net/netfilter/nf_conntrack_tcp_timeout_close_wait",
];

/** Notes the settings of the kernel that the cluster changes; what this gives sets them again. */
export function rememberKernel(
  root = "/proc/sys",
  names: readonly string[] = kernelSettings,
): () => void {
  const found = names
    .map((name) => path.join(root, name))
    .filter((file) => existsSync(file))
    .map((file) => [file, readFileSync(file, "utf8")] as const);
  return () => {
    for (const [file, value] of found)
      if (readFileSync(file, "utf8") !== value) writeFileSync(file, value);
  };
}

const tables = ["filter", "nat", "mangle"] as const;

/** Takes away the rules of kubelet, which kube-proxy's own `--cleanup` does not know. */
export async function clearRules(): Promise<void> {
  for (const command of ["iptables", "ip6tables"])
    for (const table of tables) {
      const listed = await tryProgram({ command, args: ["-t", table, "-S"] });
      for (const args of clearing(listed.stdout))
        await tryProgram({ command, args: ["-t", table, ...args] });
    }
}

/** What takes the chains of Kubernetes, and all that leads to them, out of a table as `iptables -S` shows it. */
export function clearing(listed: string): readonly (readonly string[])[] {
  const lines = listed.split("\n");
  const chains = lines.flatMap(
    (line) => /^-N (KUBE-\S+)$/.exec(line)?.[1] ?? [],
  );
  const jumps = lines.flatMap((line) => {
    const [, chain, jump] =
      /^-A (?!KUBE-)(\S+) -j (KUBE-\S+)$/.exec(line) ?? [];
    return chain && jump ? [["-D", chain, "-j", jump]] : [];
  });
  return [
    ...jumps,
    ...chains.map((chain) => ["-F", chain]),
    ...chains.map((chain) => ["-X", chain]),
  ];
}

/** Kubelet keeps what pods said in a folder of the machine, with links to it in another one: brings it to the drill's own. */
export async function takeLogs(
  folder: string,
  { logs = "/var/log/pods", links = "/var/log/containers" } = {},
): Promise<void> {
  for (const name of await namesIn(logs))
    if (name.startsWith(`${namespace}_`)) {
      const from = path.join(logs, name);
      await cp(from, path.join(folder, "pods", name), { recursive: true });
      await rm(from, { recursive: true });
    }
  for (const name of await namesIn(links))
    if (name.includes(`_${namespace}_`)) await rm(path.join(links, name));
}

const namesIn = (folder: string) =>
  readdir(folder).catch((): readonly string[] => []);
