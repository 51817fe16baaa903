import { fail, type Variables } from "./settings-error.ts";

export type ListenAddress = { readonly host: string; readonly port: number };

/** `MAIL_RETURN_LISTEN`: where the worker takes mails that come back. */
export function readMailReturns(
  variables: Variables,
): ListenAddress | undefined {
  const name = "MAIL_RETURN_LISTEN";
  const text = variables[name];
  if (!text) return undefined;
  const [, host = "", digits] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const port = Number(digits);
  if (!(port <= 65_535))
    return fail(name, "must be an address and a port", `${name}=0.0.0.0:2525`);
  // IPv6 addresses stand in brackets.
  return { host: host.replace(/^\[(.*)\]$/, "$1"), port };
}
