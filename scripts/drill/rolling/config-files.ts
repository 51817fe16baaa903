import { changedFile, type Change } from "./deploy-file.ts";

export type ProxyInput = {
  readonly port: number;
  readonly webPorts: readonly number[];
  readonly statsSocket: string;
  /** The control: proxies neither try again elsewhere nor give a killed connection to somebody else. */
  readonly tries: "again" | "once";
};

/** The HAProxy configuration that operators get, with addresses of this machine and without TLS. */
export function haproxyConfig(input: ProxyInput): string {
  const servers = input.webPorts
    .map((port, index) => `  server web${index + 1} 127.0.0.1:${port} check\n`)
    .join("");
  return changedFile("reverse-proxy/haproxy.cfg", [
    [/^global\n/m, `global\n  stats socket ${input.statsSocket} mode 600\n`],
    [/^ {2}maxconn 20000\n/m, "  maxconn 2000\n"],
    [/^ {2}bind :443 .*\n/m, `  bind 127.0.0.1:${input.port}\n`],
    [/^ {2}bind :80\n/m, ""],
    [/^ {2}http-request (?:deny|redirect) .*ssl_fc .*\n/gm, ""],
    // All people of the drill come from here, each with an address of its own in this header.
    [/^ {2}http-request del-header x-forwarded-for\n/m, ""],
    [/^ {2}option forwardfor\n/m, "  option forwardfor if-none\n"],
    [/(?:^ {2}server web\d .*\n)+/gm, servers],
    ...(input.tries === "once" ? once : []),
  ]);
}

const once: readonly Change[] = [
  [/^ {2}retries 3\n/m, "  retries 0\n"],
  [/^ {2}option redispatch 1\n/m, ""],
  [/^ {2}retry-on .*\n/m, ""],
  [/^ {2}http-request disable-l7-retry .*\n/gm, ""],
];

/** The same for nginx, whole: operators put the file into `conf.d` of theirs. */
export function nginxConfig(
  { port, webPorts }: Pick<ProxyInput, "port" | "webPorts">,
  folder: string,
): string {
  const servers = webPorts
    .map((web) => `  server 127.0.0.1:${web} max_fails=1 fail_timeout=2s;\n`)
    .join("");
  const http = changedFile("reverse-proxy/nginx.conf", [
    [/^server \{\n {2}listen 80;[^]*?^\}\n/m, ""],
    [
      /^ {2}listen 443 .*\n {2}listen \[::\]:443 .*\n/m,
      `  listen 127.0.0.1:${port};\n`,
    ],
    [/^ {2}server_name .*\n/m, ""],
    [/(?:^ {2}(?:ssl_|# Of TLS).*\n)+/m, ""],
    [/\/var\/log\/nginx/, folder],
    [/(?:^ {2}server 10\..*\n)+/m, servers],
    [/X-Forwarded-For +\$remote_addr;/, ""],
    [/^ *proxy_set_header *\n/m, ""],
    [/proxy_set_header Host +\$host;/, "proxy_set_header Host $http_host;"],
  ]);
  return wholeNginx(folder, http);
}

/** What goes around a file for `conf.d`, so that nginx runs with it alone. */
export const wholeNginx = (folder: string, http: string) => `daemon off;
pid ${folder}/nginx.pid;
error_log ${folder}/nginx-error.log;
worker_processes 1;
events { worker_connections 512; }
http {
client_body_temp_path ${folder}/nginx-body;
proxy_temp_path ${folder}/nginx-proxy;
fastcgi_temp_path ${folder}/nginx-fastcgi;
uwsgi_temp_path ${folder}/nginx-uwsgi;
scgi_temp_path ${folder}/nginx-scgi;
${http}}
`;

export type PoolerInput = {
  readonly port: number;
  /** Where the server is, as PgBouncer writes it. */
  readonly server: string;
};

/** The PgBouncer configuration that operators get, with addresses of this machine, without TLS and passwords. */
export function pgbouncerConfig({ port, server }: PoolerInput): string {
  return changedFile("pgbouncer/pgbouncer.ini", [
    [/^openrathaus = .*$/m, `openrathaus = ${server}`],
    [/^listen_addr = .*$/m, "listen_addr = 127.0.0.1"],
    [/^listen_port = .*$/m, `listen_port = ${port}`],
    [/^auth_type = .*$/m, "auth_type = any"],
    [/^auth_file = .*\n/m, ""],
    [/(?:^client_tls_.*\n)+/m, ""],
    [/(?:^server_tls_.*\n)+/m, ""],
  ]);
}
