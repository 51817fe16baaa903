import { fail, type Variables } from "./settings-error.ts";

type UrlSetting = {
  readonly name: string;
  readonly protocols: readonly string[];
  readonly example: string;
};

/** An address with one of these protocols; undefined when it is not set. */
export function readUrl(
  variables: Variables,
  { name, protocols, example }: UrlSetting,
): string | undefined {
  const text = variables[name];
  if (!text) return undefined;
  const protocol = URL.parse(text)?.protocol;
  if (!protocol || !protocols.includes(protocol))
    fail(
      name,
      `must begin with ${protocols.join(" or ")}`,
      `${name}=${example}`,
    );
  return text;
}
