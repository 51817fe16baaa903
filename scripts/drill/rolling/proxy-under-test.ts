import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import os from "node:os";
import path from "node:path";
import { connect, type TLSSocket } from "node:tls";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { publishedProxy, type ProxyName } from "./published-files.ts";
import { answers, startProgram, until } from "./running-program.ts";

export type Seen = {
  readonly request: string;
  readonly headers: IncomingHttpHeaders;
};

export type ProxyUnderTest = {
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Past the proxy. */
  readonly webPort: number;
  /** What arrived behind the proxy, but for its own questions. */
  readonly seen: Seen[];
  /** Sends bytes over TLS and gives all that comes back within that time or until the end. */
  sendRaw(bytes: string, withinMs?: number): Promise<string>;
  log(): Promise<string>;
  close(): Promise<void>;
};

/** The proxy with the file that operators get, TLS and all; behind it servers of Node that tell what they were asked. */
export async function startProxyUnderTest(
  name: ProxyName,
  webs = 1,
): Promise<ProxyUnderTest> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `orh-${name}-`));
  const seen: Seen[] = [];
  const servers = await Promise.all(
    Array.from({ length: webs }, () => startTellingServer(seen)),
  );
  const webPorts = servers.map((server) => portOf(server.address()));
  const ports = { http: await freePort(), https: await freePort() };
  makeCertificate(folder);
  const file = path.join(folder, `${name}.cfg`);
  await writeFile(file, publishedProxy(name, { folder, ports, webPorts }));
  const logFile = path.join(folder, `${name}.log`);
  const program = startProgram({
    command: name,
    args: [name === "nginx" ? "-c" : "-f", file],
    logFile,
  });
  await until(() => answers(ports.https), {
    within: 10_000,
    what: `${name} does not answer`,
  });
  return {
    httpPort: ports.http,
    httpsPort: ports.https,
    webPort: webPorts[0] ?? assert.fail(),
    seen,
    sendRaw: (bytes, withinMs = 600) =>
      sendOver(openTls(ports.https), bytes, withinMs),
    log: async () => {
      const own = path.join(folder, "openrathaus.log");
      return (
        (await readFile(logFile, "utf8")) +
        (name === "nginx" ? await readFile(own, "utf8") : "")
      );
    },
    close: async () => {
      await program.stop();
      for (const server of servers) server.closeAllConnections();
      for (const server of servers) server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Asked for this, a server is one whose database is away: it says so, and has other pages in memory. */
export const pageOfDatabase = "/from-the-database";

/** Answers with what it was asked, and keeps it, but for the proxy's own questions. */
async function startTellingServer(seen: Seen[]) {
  const server = createServer((request, response) => {
    const asked = `${request.method ?? ""} ${request.url ?? ""}`;
    request.resume().once("end", () => {
      if (!request.url?.endsWith("z"))
        seen.push({ request: asked, headers: request.headers });
      if (request.url === pageOfDatabase) response.statusCode = 503;
      response.end(`you asked ${asked}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

function portOf(
  address: ReturnType<ReturnType<typeof createServer>["address"]>,
) {
  if (address === null || typeof address === "string")
    throw new TypeError("the server listens at no port");
  return address.port;
}

function makeCertificate(folder: string): void {
  const at = (name: string) => path.join(folder, name);
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "rsa:3072", "-nodes", "-days", "2"],
      ...["-keyout", at("portal.key"), "-out", at("portal.crt")],
      ...["-subj", "/CN=portal.example.org"],
    ],
    { stdio: "ignore" },
  );
  const parts = ["portal.crt", "portal.key"].map((name) =>
    readFileSync(at(name)),
  );
  // Both in one, as HAProxy wants it; nginx takes its certificate from there, too.
  writeFileSync(at("portal.pem"), Buffer.concat(parts));
}

const openTls = (port: number) =>
  connect({
    port,
    host: "127.0.0.1",
    servername: "portal.example.org",
    rejectUnauthorized: false,
    ALPNProtocols: ["http/1.1"],
  });

function sendOver(
  socket: TLSSocket,
  bytes: string,
  withinMs: number,
): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const chunks: Buffer[] = [];
  const finish = () => {
    socket.destroy();
    resolve(Buffer.concat(chunks).toString("latin1"));
  };
  socket.once("secureConnect", () => {
    socket.write(bytes, "latin1");
    setTimeout(finish, withinMs).unref();
  });
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  socket.once("error", finish);
  socket.once("close", finish);
  return promise;
}
