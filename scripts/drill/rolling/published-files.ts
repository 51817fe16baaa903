import { changedFile } from "./deploy-file.ts";
import { wholeNginx } from "./config-files.ts";

export const proxyNames = ["haproxy", "nginx"] as const;
export type ProxyName = (typeof proxyNames)[number];

export type PublishedProxy = {
  /** Where `portal.pem` and `portal.key` lie. */
  readonly folder: string;
  readonly ports: { readonly http: number; readonly https: number };
  readonly webPorts: readonly number[];
  /** Where HAProxy tells its figures. */
  readonly statsSocket?: string;
};

/** The proxy's file that operators get, TLS and all: nothing but addresses and folders is changed. */
export const publishedProxy = (name: ProxyName, input: PublishedProxy) =>
  name === "nginx" ? publishedNginx(input) : publishedHaproxy(input);

function publishedHaproxy({
  folder,
  ports,
  webPorts,
  statsSocket,
}: PublishedProxy): string {
  const servers = webPorts
    .map((port, index) => `  server web${index + 1} 127.0.0.1:${port}\n`)
    .join("");
  const stats = statsSocket ? `  stats socket ${statsSocket} mode 600\n` : "";
  return changedFile("reverse-proxy/haproxy.cfg", [
    [/^global\n {2}maxconn 20000\n/m, `global\n${stats}  maxconn 2000\n`],
    [
      /bind :443 ssl crt \S+/,
      `bind 127.0.0.1:${ports.https} ssl crt ${folder}/portal.pem`,
    ],
    [/bind :80\n/, `bind 127.0.0.1:${ports.http}\n`],
    [/(?:^ {2}server web\d .*\n)+/gm, servers],
  ]);
}

function publishedNginx({ folder, ports, webPorts }: PublishedProxy): string {
  const servers = webPorts
    .map((port) => `  server 127.0.0.1:${port} max_fails=1 fail_timeout=2s;\n`)
    .join("");
  const text = changedFile("reverse-proxy/nginx.conf", [
    [
      / {2}listen 80;\n {2}listen \[::\]:80;\n/,
      `  listen 127.0.0.1:${ports.http};\n`,
    ],
    [
      / {2}listen 443 (.*)\n {2}listen \[::\]:443 .*\n/,
      `  listen 127.0.0.1:${ports.https} $1\n`,
    ],
    [/(?:^ {2}server 10\..*\n)+/m, servers],
    [/\/etc\/nginx\//g, `${folder}/`],
    [/\/var\/log\/nginx\//g, `${folder}/`],
  ]);
  return wholeNginx(folder, text);
}

export type PublishedPooler = {
  /** Where `server.pem`, `server.key`, `ca.pem` and `userlist.txt` lie. */
  readonly folder: string;
  readonly port: number;
  /** Of what leads to the primary. */
  readonly databasePort: number;
};

/** The PgBouncer file that operators get, with TLS and passwords. */
export function publishedPooler(input: PublishedPooler): string {
  return changedFile("pgbouncer/pgbouncer.ini", [
    [/ host=\S+ port=\d+ /, ` host=127.0.0.1 port=${input.databasePort} `],
    [/^listen_addr = .*$/m, "listen_addr = 127.0.0.1"],
    [/^listen_port = .*$/m, `listen_port = ${input.port}`],
    [/\/etc\/pgbouncer\//g, `${input.folder}/`],
  ]);
}
