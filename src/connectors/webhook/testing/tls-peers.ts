import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export type Identity = { readonly certificate: string; readonly key: string };

export type TlsPeers = {
  /** Certificate of the authority that both sides trust. */
  readonly authority: string;
  /** Of 127.0.0.1. */
  readonly receiver: Identity;
  readonly portal: Identity;
  /** Of an authority that nobody knows. */
  readonly stranger: Identity;
};

/** An authority, a receiver and a portal with certificates of it, made by OpenSSL. */
export async function makeTlsPeers(): Promise<TlsPeers> {
  const directory = await mkdtemp(join(tmpdir(), "orh-tls-"));
  const at = (name: string) => join(directory, name);
  const read = (name: string) => readFile(at(name), "utf8");
  const selfSigned = async (name: string): Promise<Identity> => {
    await run("openssl", [
      ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30"],
      ...["-keyout", at(`${name}.key`), "-out", at(`${name}.pem`)],
      ...["-subj", `/CN=${name}`],
    ]);
    return {
      certificate: await read(`${name}.pem`),
      key: await read(`${name}.key`),
    };
  };
  const signed = async (
    name: string,
    extensions: string,
  ): Promise<Identity> => {
    await writeFile(at(`${name}.ext`), extensions);
    await run("openssl", [
      ...["req", "-newkey", "rsa:2048", "-nodes", "-subj", `/CN=${name}`],
      ...["-keyout", at(`${name}.key`), "-out", at(`${name}.csr`)],
    ]);
    await run("openssl", [
      ...["x509", "-req", "-in", at(`${name}.csr`), "-days", "30"],
      ...["-CA", at("authority.pem"), "-CAkey", at("authority.key")],
      ...["-CAcreateserial", "-extfile", at(`${name}.ext`)],
      ...["-out", at(`${name}.pem`)],
    ]);
    return {
      certificate: await read(`${name}.pem`),
      key: await read(`${name}.key`),
    };
  };
  try {
    const { certificate: authority } = await selfSigned("authority");
    return {
      authority,
      receiver: await signed(
        "receiver",
        "subjectAltName=IP:127.0.0.1\nextendedKeyUsage=serverAuth\n",
      ),
      portal: await signed("portal", "extendedKeyUsage=clientAuth\n"),
      stranger: await selfSigned("stranger"),
    };
  } finally {
    await rm(directory, { recursive: true });
  }
}
