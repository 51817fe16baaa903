import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A real time-stamp authority: OpenSSL's, behind a small HTTP server. */
export type OpensslAuthority = {
  readonly url: string;
  /** What `openssl ts -verify` says to an answer. Throws when it does not hold. */
  verify(hash: Buffer, response: Buffer): Promise<string>;
  close(): Promise<void>;
};

const config = `
[ tsa ]
default_tsa = tsa_config
[ tsa_config ]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.3.6.1.4.1.55555.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ req ]
distinguished_name = dn
prompt = no
x509_extensions = ext
[ dn ]
CN = Time stamps for tests
[ ext ]
extendedKeyUsage = critical,timeStamping
keyUsage = critical,digitalSignature
`;

/** True when OpenSSL is on the PATH. */
export async function hasOpenssl(): Promise<boolean> {
  return run("openssl", ["version"]).then(
    () => true,
    () => false,
  );
}

/** Starts an authority with a key of its own on a free port of this machine. */
export async function startOpensslAuthority(): Promise<OpensslAuthority> {
  const folder = await mkdtemp(join(tmpdir(), "time-stamps-"));
  const openssl = (...args: string[]) =>
    run("openssl", args, { cwd: folder }).then(({ stdout }) => stdout);
  await writeFile(join(folder, "tsa.cnf"), config);
  await writeFile(join(folder, "serial"), "01\n");
  await openssl(
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"],
    ...["-config", "tsa.cnf", "-keyout", "key.pem", "-out", "cert.pem"],
  );
  const answer = async (request: Buffer): Promise<Buffer> => {
    await writeFile(join(folder, "request.tsq"), request);
    await openssl(
      ...["ts", "-reply", "-config", "tsa.cnf", "-queryfile", "request.tsq"],
      ...["-signer", "cert.pem", "-inkey", "key.pem", "-out", "reply.tsr"],
    );
    return readFile(join(folder, "reply.tsr"));
  };
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>)
        chunks.push(chunk);
      response
        .setHeader("content-type", "application/timestamp-reply")
        .end(await answer(Buffer.concat(chunks)));
    })();
  });
  await new Promise<void>((listening) =>
    server.listen(0, "127.0.0.1", listening),
  );
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${String(port)}/`,
    verify: async (hash, response) => {
      await writeFile(join(folder, "check.tsr"), response);
      return openssl(
        ...["ts", "-verify", "-digest", hash.toString("hex")],
        ...["-in", "check.tsr", "-CAfile", "cert.pem"],
      );
    },
    close: async () => {
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true });
    },
  };
}
