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
  {
    name,
    isProduction,
  }: { readonly name: string; readonly isProduction: boolean },
): readonly string[] {
  const entries = readNamedHosts(variables, name);
  return entries.length === 0 && !isProduction ? ownMachine : entries;
}

/** Host names; `*.` in front of one stands for every name below. None when none are named. */
export function readNamedHosts(
  variables: Variables,
  name: string,
): readonly string[] {
  const entries = entriesOf(variables[name]);
  const wrong = entries.find((entry) => !hostName.test(entry));
  if (wrong !== undefined)
    fail(
      name,
      `must be host names in small letters with commas between, not "${wrong}"`,
      `${name}=www.example.org,*.example.net`,
    );
  return entries;
}

/** What calls may reach although it is not public: IP addresses, ranges, and host names, with which `*.` stands for every name below. */
export function readInnerAddresses(variables: Variables): readonly string[] {
  const name = "INNER_ADDRESSES";
  const entries = entriesOf(variables[name]);
  // Digits and dots that are no address would pass for a name, and release nothing.
  const isEntry = (entry: string) =>
    isAddressOrRange(entry) ||
    (hostName.test(entry) && !/^[\d.]+$/.test(entry));
  const wrong = entries.find((entry) => !isEntry(entry));
  if (wrong !== undefined)
    fail(
      name,
      `must be IP addresses, ranges or host names in small letters with commas between, not "${wrong}"`,
      `${name}=10.20.0.0/16,dms.stadt.example`,
    );
  return entries;
}

const hostName = /^(?:\*\.)?(?:[a-z0-9-]+\.)*[a-z0-9-]+$/;
const ownMachine = ["localhost", "*.localhost", "127.0.0.1"];

const entriesOf = (text = ""): readonly string[] =>
  text
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
