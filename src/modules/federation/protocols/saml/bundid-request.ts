import { escapeXml } from "../../../../platform/xml/write-xml.ts";
import type { AssuranceLevel } from "../../../accounts/index.ts";
import type { SignInBeginning } from "../../domain/sign-in-protocol.ts";
import { bundidNames, bundidProfile } from "./bundid-attributes.ts";

export const bundidMethods = [
  "eID",
  "eIDAS",
  "Elster",
  "Benutzername",
  "FINK",
  "Diia",
  "Authega",
] as const;

export type BundidMethod = (typeof bundidMethods)[number];

const akdb = "https://www.akdb.de/request/2018/09";
const classicUi = `${akdb}/classic-ui/v1`;

/** The most that BundID shows of a name. */
const longestName = 50;

/**
 * The extension that BundID demands in each request, version 2. Only bPK2 is required: whoever lacks any other value may sign in all the same.
 * @see BundID interface description 10.2, section 9
 */
export function writeBundidExtension(
  request: SignInBeginning,
  settings: {
    readonly onlineServiceId: string;
    readonly methods: readonly BundidMethod[];
  },
): string {
  const methods = settings.methods
    .filter((method) => canReach(method, request.neededLevel))
    .map(
      (method) =>
        `<akdb:${method}><akdb:Enabled>true</akdb:Enabled></akdb:${method}>`,
    );
  return [
    `<akdb:AuthenticationRequest xmlns:akdb="${akdb}" Version="2" EnableStatusDetail="true">`,
    `<akdb:AuthnMethods>${methods.join("")}</akdb:AuthnMethods>`,
    `<akdb:RequestedAttributes>${requestedAttributes}</akdb:RequestedAttributes>`,
    `<akdb:DisplayInformation><classic-ui:Version xmlns:classic-ui="${classicUi}">`,
    writeShown("OrganizationDisplayName", shortened(request.authorityName)),
    writeShown("Lang", request.locale),
    writeShown("BackURL", request.backAddress),
    writeShown("OnlineServiceId", settings.onlineServiceId),
    "</classic-ui:Version></akdb:DisplayInformation></akdb:AuthenticationRequest>",
  ].join("");
}

/** A user name proves nothing about a person; who needs more is not offered it. */
const canReach = (method: BundidMethod, needed: AssuranceLevel): boolean =>
  method !== "Benutzername" || needed === "none" || needed === "low";

const requestedAttributes = [
  ...new Set([...Object.values(bundidNames), ...Object.values(bundidProfile)]),
]
  .map(
    (name) =>
      `<akdb:RequestedAttribute Name="${name}" RequiredAttribute="${String(name === bundidNames.bpk2)}"/>`,
  )
  .join("");

const writeShown = (name: string, value: string): string =>
  `<classic-ui:${name}>${escapeXml(value)}</classic-ui:${name}>`;

function shortened(name: string): string {
  const characters = Array.from(name);
  return characters.length <= longestName
    ? name
    : `${characters
        .slice(0, longestName - 1)
        .join("")
        .trimEnd()}…`;
}
