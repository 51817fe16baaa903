import type { ClamdAddress } from "../malware/clamd-scanner.ts";
import { fail, type Variables } from "./settings-error.ts";

/** `CLAMD_URL`: `tcp://host:port` or `unix:/path`. */
export function readClamd(variables: Variables): ClamdAddress | undefined {
  const text = variables["CLAMD_URL"];
  if (!text) return undefined;
  const path = /^unix:(\/[^?#]+)$/.exec(text)?.[1];
  if (path !== undefined) return { path };
  const [, host, port] = /^tcp:\/\/([^/?#@]+):(\d{1,5})\/?$/.exec(text) ?? [];
  if (host === undefined || Number(port) === 0 || Number(port) > 65_535)
    return fail(
      "CLAMD_URL",
      "must be tcp://host:port or unix:/path of clamd's socket",
      "CLAMD_URL=tcp://127.0.0.1:3310",
    );
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port: Number(port) };
}
