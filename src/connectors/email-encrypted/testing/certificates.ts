import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type OfficeKey = { readonly certificate: string; readonly key: string };

export type Asked = {
  readonly email?: string;
  /** Extensions as OpenSSL writes them. */
  readonly extensions?: readonly string[];
  /** Arguments of `-newkey` and after. */
  readonly key?: readonly string[];
  readonly days?: number;
};

const usual = [
  "keyUsage=critical,digitalSignature,keyEncipherment",
  "extendedKeyUsage=emailProtection",
  "basicConstraints=critical,CA:FALSE",
];

/** A certificate as an office has one, made by OpenSSL. */
export function makeOfficeKey({
  email = "parken@schwerin.example",
  extensions = usual,
  key = ["rsa:2048"],
  days = 365,
}: Asked = {}): Promise<OfficeKey> {
  return inDirectory(async (at) => {
    const named = email === "" ? [] : [`subjectAltName=email:${email}`];
    await run("openssl", [
      ...["req", "-x509", "-newkey", ...key, "-nodes"],
      ...["-keyout", at("key.pem"), "-out", at("certificate.pem")],
      ...["-subj", "/O=Landeshauptstadt Schwerin/CN=Bürgerbüro Parken"],
      ...["-utf8", "-days", String(days)],
      ...[...extensions, ...named].flatMap((one) => ["-addext", one]),
    ]);
    return {
      certificate: await readFile(at("certificate.pem"), "utf8"),
      key: await readFile(at("key.pem"), "utf8"),
    };
  });
}

/** What OpenSSL reads of an encrypted mail with the office's key, byte for byte. */
export function decryptMail(mail: Buffer, { certificate, key }: OfficeKey) {
  return inDirectory(async (at) => {
    await writeFile(at("mail.eml"), mail);
    await writeFile(at("certificate.pem"), certificate);
    await writeFile(at("key.pem"), key);
    await run("openssl", [
      ...["cms", "-decrypt", "-in", at("mail.eml"), "-inform", "SMIME"],
      ...["-recip", at("certificate.pem"), "-inkey", at("key.pem")],
      ...["-out", at("inside.eml")],
    ]);
    return readFile(at("inside.eml"));
  });
}

/** What OpenSSL says of its structure. */
export function describeEnvelope(mail: Buffer): Promise<string> {
  return inDirectory(async (at) => {
    await writeFile(at("mail.eml"), mail);
    const { stdout } = await run("openssl", [
      ...["cms", "-cmsout", "-print", "-in", at("mail.eml")],
      ...["-inform", "SMIME", "-noout"],
    ]);
    return stdout;
  });
}

async function inDirectory<Made>(
  work: (at: (name: string) => string) => Promise<Made>,
): Promise<Made> {
  const directory = await mkdtemp(join(tmpdir(), "orh-smime-"));
  try {
    return await work((name) => join(directory, name));
  } finally {
    await rm(directory, { recursive: true });
  }
}
