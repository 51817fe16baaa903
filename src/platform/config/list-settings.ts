import { isAddressOrRange, privateNetworks } from "./address-ranges.ts";
import { fail, type Variables } from "./settings-error.ts";

/** Addresses of reverse proxies; in production those of private networks when none are named. */
export function readProxies(
  variables: Variables,
  { isProduction }: { readonly isProduction: boolean },
): readonly string[] {
  const entries = entriesOf(variables["TRUSTED_PROXIES"]);
  const wrong = entries.find((entry) => !isAddressOrRange(entry));
  if (wrong !== undefined)
    fail(
      "TRUSTED_PROXIES",
      `must be IP addresses or ranges with commas between, not "${wrong}"`,
      "TRUSTED_PROXIES=10.0.0.5,fd00::/8",
    );
  return entries.length === 0 && isProduction ? privateNetworks : entries;
}

/** Host names; `*.` in front of one stands for every name below. Outside production this machine when none are named. */
export function readHosts(
  variables: Variables,
  { isProduction }: { readonly isProduction: boolean },
): readonly string[] {
  const name = "IDENTITY_PROVIDER_HOSTS";
  const entries = entriesOf(variables[name]);
  const wrong = entries.find(
    (entry) => !/^(?:\*\.)?(?:[a-z0-9-]+\.)*[a-z0-9-]+$/.test(entry),
  );
  if (wrong !== undefined)
    fail(
      name,
      `must be host names in small letters with commas between, not "${wrong}"`,
      `${name}=login.example.org,*.example.net`,
    );
  return entries.length === 0 && !isProduction ? ownMachine : entries;
}

const ownMachine = ["localhost", "*.localhost", "127.0.0.1"];

const entriesOf = (text = ""): readonly string[] =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
