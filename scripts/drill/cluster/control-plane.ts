import path from "node:path";
import { freePort } from "../../../src/main/testing/free-port.ts";
import {
  answers,
  startProgram,
  until,
  type RunningProgram,
} from "../rolling/running-program.ts";
import { gateway, serviceRange, type ClusterFiles } from "./cluster-files.ts";
import type { Kubectl } from "./kubectl.ts";

export type ControlPlaneInput = {
  /** Where logs and the store are. */
  readonly folder: string;
  /** Where the programs of Kubernetes are. */
  readonly programs: string;
  readonly port: number;
  readonly files: ClusterFiles;
  readonly kubectl: Kubectl;
};

/** The server of the cluster with its store, the controllers, and who gives pods a node. In the order in which they began. */
export async function startControlPlane(
  input: ControlPlaneInput,
): Promise<readonly RunningProgram[]> {
  const { folder, programs, port, files, kubectl } = input;
  const start = (command: string, args: readonly string[]) =>
    startProgram({
      command,
      args,
      logFile: path.join(folder, `${path.basename(command)}.log`),
    });
  const storePort = await freePort();
  const store = start("etcd", etcdOptions(folder, storePort));
  await until(() => answers(storePort), {
    within: 30_000,
    what: "etcd does not answer",
  });
  const server = start(
    path.join(programs, "kube-apiserver"),
    serverOptions(files, { port, storePort }),
  );
  await until(
    async () => (await kubectl.tried(["get", "--raw", "/readyz"])).isDone,
    { within: 120_000, what: "kube-apiserver is not ready" },
  );
  const controllers = start(path.join(programs, "kube-controller-manager"), [
    `--kubeconfig=${files.access("controllers")}`,
    `--service-account-private-key-file=${files.signingKey}`,
    "--use-service-account-credentials",
    "--leader-elect=false",
    `--cert-dir=${files.certificates}`,
    `--secure-port=${String(await freePort())}`,
    "--bind-address=127.0.0.1",
    "--port=0",
  ]);
  const scheduler = start(path.join(programs, "kube-scheduler"), [
    `--kubeconfig=${files.access("scheduler")}`,
    "--leader-elect=false",
    `--cert-dir=${files.certificates}`,
    `--secure-port=${String(await freePort())}`,
    "--bind-address=127.0.0.1",
    "--port=0",
  ]);
  return [store, server, controllers, scheduler];
}

const etcdOptions = (folder: string, port: number) => [
  `--data-dir=${path.join(folder, "etcd")}`,
  `--listen-client-urls=http://127.0.0.1:${String(port)}`,
  `--advertise-client-urls=http://127.0.0.1:${String(port)}`,
  "--listen-peer-urls=http://127.0.0.1:0",
];

const serverOptions = (
  files: ClusterFiles,
  { port, storePort }: { readonly port: number; readonly storePort: number },
) => [
  `--etcd-servers=http://127.0.0.1:${String(storePort)}`,
  "--bind-address=127.0.0.1",
  `--secure-port=${String(port)}`,
  `--advertise-address=${gateway}`,
  "--kubelet-preferred-address-types=InternalIP",
  `--cert-dir=${files.certificates}`,
  `--token-auth-file=${files.tokens}`,
  "--authorization-mode=Node,RBAC",
  `--service-cluster-ip-range=${serviceRange}`,
  "--service-account-issuer=https://kubernetes.default.svc",
  `--service-account-signing-key-file=${files.signingKey}`,
  `--service-account-key-file=${files.verifyingKey}`,
  "--enable-admission-plugins=NodeRestriction,PodSecurityPolicy",
  "--allow-privileged=false",
];
