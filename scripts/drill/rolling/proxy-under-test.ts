import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { once } from "node:events";
import os from "node:os";
import path from "node:path";
import { connect, type TLSSocket } from "node:tls";
import { freePort } from "../../../src/main/testing/free-port.ts";
import { changedFile } from "./deploy-file.ts";
import { answers, startProgram, until } from "./running-program.ts";

export const proxyNames = ["haproxy", "nginx"] as const;
export type ProxyName = (typeof proxyNames)[number];

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

/** The proxy with the file that operators get, TLS and all; behind it a server of Node that tells what it was asked. */
export async function startProxyUnderTest(
  name: ProxyName,
): Promise<ProxyUnderTest> {
  const folder = await mkdtemp(path.join(os.tmpdir(), `orh-${name}-`));
  const { server, seen } = await startTellingServer();
  const ports = {
    web: portOf(server.address()),
    http: await freePort(),
    https: await freePort(),
  };
  makeCertificate(folder);
  const file = path.join(folder, `${name}.cfg`);
  await writeFile(file, configs[name](folder, ports));
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
    webPort: ports.web,
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
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** Answers with what it was asked, and keeps it, but for the proxy's own questions. */
async function startTellingServer() {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const asked = `${request.method ?? ""} ${request.url ?? ""}`;
    request.resume().once("end", () => {
      if (!request.url?.endsWith("z"))
        seen.push({ request: asked, headers: request.headers });
      response.end(`you asked ${asked}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, seen };
}

function portOf(
  address: ReturnType<ReturnType<typeof createServer>["address"]>,
) {
  if (address === null || typeof address === "string")
    throw new TypeError("the server listens at no port");
  return address.port;
}

type Ports = Readonly<Record<"web" | "http" | "https", number>>;

const configs: Readonly<
  Record<ProxyName, (folder: string, ports: Ports) => string>
> = {
  haproxy: (folder, { web, http, https }) =>
    changedFile("reverse-proxy/haproxy.cfg", [
      [/^ {2}maxconn 20000\n/m, "  maxconn 200\n"],
      [
        /bind :443 ssl crt \S+/,
        `bind 127.0.0.1:${https} ssl crt ${folder}/portal.pem`,
      ],
      [/bind :80\n/, `bind 127.0.0.1:${http}\n`],
      [/(?:^ {2}server web\d .*\n)+/gm, `  server web1 127.0.0.1:${web}\n`],
    ]),
  nginx: (folder, { web, http, https }) => {
    const text = changedFile("reverse-proxy/nginx.conf", [
      [
        / {2}listen 80;\n {2}listen \[::\]:80;\n/,
        `  listen 127.0.0.1:${http};\n`,
      ],
      [
        / {2}listen 443 (.*)\n {2}listen \[::\]:443 .*\n/,
        `  listen 127.0.0.1:${https} $1\n`,
      ],
      [/(?:^ {2}server 10\..*\n)+/m, `  server 127.0.0.1:${web};\n`],
      [/\/etc\/nginx\//g, `${folder}/`],
      [/\/var\/log\/nginx\//g, `${folder}/`],
    ]);
    return `daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
worker_processes 1;
events { worker_connections 128; }
http {
${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((one) => `${one}_temp_path ${folder}/${one};`).join("\n")}
${text}}
`;
  },
};

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
