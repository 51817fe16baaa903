import { fail, type Variables } from "./settings-error.ts";

type UrlSetting = {
  readonly name: string;
  readonly protocols: readonly string[];
  readonly example: string;
};

/** `STATUS_CHECK_URL`: what the status page is measured by; undefined: nothing is. */
export type StatusCheck = {
  /** Where visitors come; undefined: only from within. */
  readonly url: string | undefined;
};

/** An address with one of these protocols; undefined when it is not set. */
export function readUrl(
  variables: Variables,
  { name, protocols, example }: UrlSetting,
): string | undefined {
  const text = variables[name];
  if (!text) return undefined;
  const protocol = URL.parse(text)?.protocol;
  if (protocol === undefined && protocols.some((one) => text.startsWith(one)))
    fail(
      name,
      "cannot be read as an address. In a login or password # is written %23, / %2F, ? %3F, @ %40, : %3A and % %25",
      `${name}=${example}`,
    );
  if (protocol === undefined || !protocols.includes(protocol))
    fail(
      name,
      `must begin with ${protocols.join(" or ")}`,
      `${name}=${example}`,
    );
  return text;
}

/** In a demo by its own address; in production an address must be said, for it may not be reachable from within. */
export function readStatusCheck(
  variables: Variables,
  {
    environment,
    baseDomain,
  }: { readonly environment: string; readonly baseDomain: string },
): StatusCheck | undefined {
  const name = "STATUS_CHECK_URL";
  if (variables[name] === "none") return undefined;
  const url = readUrl(variables, {
    name,
    protocols: ["https:", "http:"],
    example: "https://portal.example.org",
  });
  if (url !== undefined || environment === "production") return { url };
  return environment === "development"
    ? { url: `http://${baseDomain}` }
    : undefined;
}
