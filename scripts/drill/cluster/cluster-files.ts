import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { stringify } from "yaml";

export const nodeName = "node1";
export const bridgeName = "orhdrill0";
/** Of the machine, as pods see it. */
export const gateway = "10.244.0.1";
export const podRange = "10.244.0.0/24";
export const serviceRange = "10.96.0.0/16";

/** Who speaks to the server of the cluster, and in which groups. */
const accounts = {
  admin: ["admin", "system:masters"],
  controllers: ["system:kube-controller-manager", ""],
  scheduler: ["system:kube-scheduler", ""],
  proxy: ["system:kube-proxy", ""],
  kubelet: [`system:node:${nodeName}`, "system:nodes"],
} as const;

export type Account = keyof typeof accounts;

export type ClusterFiles = {
  readonly tokens: string;
  readonly signingKey: string;
  readonly verifyingKey: string;
  readonly certificates: string;
  /** How this account reaches the server. */
  access(account: Account): string;
  /** Writes a file of settings. */
  write(name: string, content: unknown): string;
};

/** Accounts, keys and settings of a cluster of one machine, in a folder. */
export function writeClusterFiles(folder: string, port: number): ClusterFiles {
  const at = (name: string) => path.join(folder, name);
  const certificates = at("certificates");
  mkdirSync(certificates, { recursive: true, mode: 0o700 });
  const { publicKey, privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
  });
  const write = (name: string, content: unknown): string => {
    const text = typeof content === "string" ? content : stringify(content);
    writeFileSync(at(name), text, { mode: 0o600 });
    return at(name);
  };
  const tokens = Object.entries(accounts).map(
    ([account, [user, group]]) =>
      [account, randomBytes(24).toString("hex"), user, group] as const,
  );
  for (const [account, token] of tokens)
    write(`${account}.conf`, accessOf(port, token));
  return {
    certificates,
    tokens: write(
      "tokens.csv",
      tokens
        .map(
          ([account, token, user, group]) =>
            `${token},${user},${account}${group ? `,"${group}"` : ""}\n`,
        )
        .join(""),
    ),
    signingKey: write(
      "accounts.key",
      privateKey.export({ type: "pkcs1", format: "pem" }),
    ),
    verifyingKey: write(
      "accounts.pub",
      publicKey.export({ type: "spki", format: "pem" }),
    ),
    access: (account) => at(`${account}.conf`),
    write,
  };
}

const accessOf = (port: number, token: string) => ({
  apiVersion: "v1",
  kind: "Config",
  clusters: [
    {
      name: "drill",
      cluster: {
        server: `https://127.0.0.1:${String(port)}`,
        "insecure-skip-tls-verify": true,
      },
    },
  ],
  users: [{ name: "drill", user: { token } }],
  contexts: [{ name: "drill", context: { cluster: "drill", user: "drill" } }],
  "current-context": "drill",
});
