import type { Portal } from "./portal.ts";

/**
 * Address of another portal of the installation, without a slash at the end.
 * `baseUrl` is the address of `current`; scheme, base domain and port stay.
 */
export function addressOfPortal(
  baseUrl: string,
  current: Pick<Portal, "host">,
  target: Pick<Portal, "host">,
): string {
  const url = new URL(baseUrl);
  const baseDomain =
    current.host === "" ? url.host : url.host.slice(current.host.length + 1);
  const host = target.host === "" ? baseDomain : `${target.host}.${baseDomain}`;
  return `${url.protocol}//${host}`;
}
