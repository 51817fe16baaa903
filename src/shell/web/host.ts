/**
 * Label of the portal a request is for: `schwerin` for `schwerin.localhost:8080`, empty for the bare host,
 * undefined for a host that is not ours. Ports are ignored: a proxy may listen on another one.
 */
export function hostLabel(
  host: string | undefined,
  baseDomain: string,
): string | undefined {
  const name = withoutPort(host ?? "").toLowerCase();
  const base = withoutPort(baseDomain);
  if (name === base) return "";
  const suffix = `.${base}`;
  if (!name.endsWith(suffix)) return undefined;
  const label = name.slice(0, -suffix.length);
  return /^[a-z0-9-]+$/.test(label) ? label : undefined;
}

/** Address of a portal, made from settings only: a request's Host header never gets into a link. */
export function portalBaseUrl(
  label: string,
  {
    publicScheme,
    publicBaseDomain,
  }: { readonly publicScheme: string; readonly publicBaseDomain: string },
): string {
  return `${publicScheme}://${label === "" ? "" : `${label}.`}${publicBaseDomain}`;
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}
