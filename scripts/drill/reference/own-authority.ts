import { execFileSync } from "node:child_process";
import {
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type { SystemUser } from "../failover/database-node.ts";

/** Issues certificates that only those believe who are given the authority's own. */
export type OwnAuthority = {
  readonly certificateFile: string;
  readonly certificate: Buffer;
  /**
   * Makes a folder with `<name>.key`, `<name>.pem` (certificate, then key where `isWhole`) and `ca.pem`, readable for its owner only. Names as
   * OpenSSL writes them: `DNS:…`, `IP:…`.
   */
  issue(wanted: WantedCertificate): string;
};

export type WantedCertificate = {
  readonly folder: string;
  readonly name: string;
  readonly names: readonly string[];
  readonly owner?: SystemUser;
  /** HAProxy takes certificate and key from one file. */
  readonly holds?: "certificate" | "certificate-and-key";
};

/** A certificate authority for one run, made with OpenSSL. */
export function openAuthority(folder: string): OwnAuthority {
  mkdirSync(folder, { recursive: true });
  const certificateFile = path.join(folder, "ca.pem");
  const keyFile = path.join(folder, "ca.key");
  makeCertificate({
    configFile: path.join(folder, "ca.cnf"),
    extensions: ["basicConstraints=critical,CA:TRUE", "keyUsage=keyCertSign"],
    words: ["-keyout", keyFile, "-out", certificateFile],
    subject: "authority of the drill",
  });
  return {
    certificateFile,
    certificate: readFileSync(certificateFile),
    issue: (wanted) => {
      issue(wanted, { certificateFile, keyFile });
      return wanted.folder;
    },
  };
}

function issue(
  { folder, name, names, owner, holds }: WantedCertificate,
  issuer: { readonly certificateFile: string; readonly keyFile: string },
): void {
  mkdirSync(folder, { recursive: true });
  const at = (ending: string) => path.join(folder, `${name}.${ending}`);
  makeCertificate({
    configFile: at("cnf"),
    extensions: [
      "basicConstraints=critical,CA:FALSE",
      `subjectAltName=${names.join(",")}`,
    ],
    words: [
      ...["-CA", issuer.certificateFile, "-CAkey", issuer.keyFile],
      ...["-keyout", at("key"), "-out", at("pem")],
    ],
    subject: name,
  });
  if (holds === "certificate-and-key")
    writeFileSync(at("pem"), readFileSync(at("key")), { flag: "a" });
  const own = path.join(folder, "ca.pem");
  copyFileSync(issuer.certificateFile, own);
  if (owner)
    for (const file of [folder, at("key"), at("pem"), own])
      chownSync(file, owner.uid, owner.gid);
}

type Making = {
  readonly configFile: string;
  readonly extensions: readonly string[];
  readonly words: readonly string[];
  readonly subject: string;
};

function makeCertificate(making: Making): void {
  const { configFile, extensions, words, subject } = making;
  writeFileSync(
    configFile,
    `[req]
distinguished_name = subject
prompt = no
x509_extensions = extensions
[subject]
CN = ${subject}
[extensions]
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
${extensions.join("\n")}
`,
  );
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-days", "2", "-nodes", "-config", configFile],
      ...["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"],
      ...words,
    ],
    { stdio: "ignore" },
  );
}
