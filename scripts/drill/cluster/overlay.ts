import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";
import { podRange } from "./cluster-files.ts";
import { portalImage } from "./image.ts";

const example = path.join(
  import.meta.dirname,
  "../../../deploy/kubernetes/overlays/example",
);

export const namespace = "openrathaus";
/** As in the example: nothing of it is ever looked up. */
export const baseDomain = "portal.landkreis.example";
export const webPort = 30_080;
const webReplicas = 3;
const workerReplicas = 2;

/** The demo's data are refused in production, and development believes no proxy and listens on the pod alone unless told. */
export const demoSettings = [
  "NODE_ENV=development",
  "DEMO_VORGAENGE=none",
  "HOST=::",
  `TRUSTED_PROXIES=${podRange}`,
  "STATUS_CHECK_URL=none",
];

export type OverlayInput = {
  readonly tag: string;
  /** Further settings of all pods, `NAME=value`. */
  readonly settings?: readonly string[];
};

/** An overlay over the example that operators copy: a size for this machine, an image that is here, a folder that the node keeps. */
export function writeOverlay(
  folder: string,
  { tag, settings = [] }: OverlayInput,
): string {
  const at = path.join(folder, "overlay");
  mkdirSync(at, { recursive: true });
  writeFileSync(
    path.join(at, "kustomization.yaml"),
    stringify({
      apiVersion: "kustomize.config.k8s.io/v1beta1",
      kind: "Kustomization",
      namespace,
      resources: [path.relative(at, example)],
      images: [
        {
          name: "registry.example.org/openrathaus",
          newName: portalImage,
          newTag: tag,
        },
      ],
      configMapGenerator: [
        {
          name: "openrathaus-settings",
          behavior: "merge",
          // Mail waits on a page, nothing is scanned: neither service is here.
          literals: ["CLAMD_URL=", ...settings],
        },
      ],
      patches: [
        { patch: stringify(sized("web", webReplicas)) },
        { patch: stringify(sized("worker", workerReplicas)) },
        { patch: stringify(reachable) },
      ],
    }),
  );
  return at;
}

const sized = (component: string, replicas: number) => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: `openrathaus-${component}` },
  spec: {
    replicas,
    template: {
      spec: {
        containers: [
          { name: component, resources: { requests: { cpu: "50m" } } },
        ],
        volumes: [
          {
            name: "data",
            emptyDir: null,
            persistentVolumeClaim: { claimName: "data" },
          },
        ],
      },
    },
  },
});

const reachable = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "openrathaus-web" },
  spec: {
    type: "NodePort",
    ports: [{ name: "http", port: 80, targetPort: "http", nodePort: webPort }],
  },
};

/** What the back office fetches is compared at the end: it lies in a folder of the machine, not in one that goes with its pod. */
export const keptFolder = (dataDir: string) => [
  {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: "openrathaus-data" },
    spec: {
      capacity: { storage: "10Gi" },
      accessModes: ["ReadWriteMany"],
      storageClassName: "drill",
      hostPath: { path: dataDir },
    },
  },
  {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: { name: "data", namespace },
    spec: {
      accessModes: ["ReadWriteMany"],
      storageClassName: "drill",
      resources: { requests: { storage: "10Gi" } },
    },
  },
];
