import { resolve } from "node:path";
import { fail, type Variables } from "./settings-error.ts";

export type DkimKey = { readonly selector: string; readonly keyFile: string };

/** Files (PEM) with a key and its certificates, or one (JSON) that says how a seal service is reached. */
export type SealFiles =
  | {
      readonly kind: "key";
      readonly keyFile: string;
      readonly certificateFile: string;
    }
  | { readonly kind: "service"; readonly serviceFile: string }
  /** On purpose: Bescheide go out without a seal, and say so. */
  | { readonly kind: "none" };

/** `SMTP_DKIM`. */
export function readDkim(variables: Variables): DkimKey | undefined {
  const name = "SMTP_DKIM";
  const text = variables[name];
  if (!text) return undefined;
  const [, selector, keyFile] =
    /^([a-z0-9]+(?:[.-][a-z0-9]+)*):(.+)$/i.exec(text) ?? [];
  return selector !== undefined && keyFile !== undefined
    ? { selector, keyFile: resolve(keyFile) }
    : fail(
        name,
        "must be a selector and a file with the private key",
        `${name}=portal2027:/etc/openrathaus/dkim.pem`,
      );
}

/** `BREACHED_PASSWORDS_FILE`: a list of leaked passwords. */
export function readBreachedPasswordsFile(
  variables: Variables,
): string | undefined {
  const file = variables["BREACHED_PASSWORDS_FILE"];
  return file ? resolve(file) : undefined;
}

/** `ZBP_BRIDGE_FILE`: a file (JSON) that says where copies for a federal account's Postfach go. */
export function readZbpBridgeFile(variables: Variables): string | undefined {
  const file = variables["ZBP_BRIDGE_FILE"];
  return file ? resolve(file) : undefined;
}

/** `MUK_BRIDGE_FILE`: the same for the Postfach of an Organisationskonto. */
export function readMukBridgeFile(variables: Variables): string | undefined {
  const file = variables["MUK_BRIDGE_FILE"];
  return file ? resolve(file) : undefined;
}

/** `SMS_GATEWAY_FILE`: a file (JSON) that says how short messages are sent. */
export function readSmsGatewayFile(variables: Variables): string | undefined {
  const file = variables["SMS_GATEWAY_FILE"];
  return file ? resolve(file) : undefined;
}

/** `S3_FILE`: a file (JSON) that says how the bucket for uploads is reached. */
export function readS3File(variables: Variables): string | undefined {
  const file = variables["S3_FILE"];
  return file ? resolve(file) : undefined;
}

/** `SEAL_KEY_FILE` with `SEAL_CERTIFICATE_FILE`, or `SEAL_SERVICE_FILE`, or `SEAL=none`; one of them. */
export function readSeal(variables: Variables): SealFiles | undefined {
  const serviceFile = variables["SEAL_SERVICE_FILE"] || undefined;
  const files = readSealKey(variables);
  if (variables["SEAL"])
    return readNoSeal(variables["SEAL"], { files, serviceFile });
  if (serviceFile === undefined) return files;
  if (files)
    fail(
      "SEAL_SERVICE_FILE",
      "and SEAL_KEY_FILE exclude each other: there is one seal",
      "SEAL_SERVICE_FILE=/etc/openrathaus/seal-service.json",
    );
  return { kind: "service", serviceFile: resolve(serviceFile) };
}

function readNoSeal(
  text: string,
  given: {
    readonly files: SealFiles | undefined;
    readonly serviceFile: string | undefined;
  },
): SealFiles {
  if (text !== "none" || given.files || given.serviceFile !== undefined)
    fail(
      "SEAL",
      "may only be none, and only where no other SEAL_… is set",
      "SEAL=none",
    );
  return { kind: "none" };
}

function readSealKey(variables: Variables): SealFiles | undefined {
  const names = ["SEAL_KEY_FILE", "SEAL_CERTIFICATE_FILE"] as const;
  const [keyFile, certificateFile] = names.map((name) => variables[name] ?? "");
  if (!keyFile && !certificateFile) return undefined;
  if (keyFile && certificateFile)
    return {
      kind: "key",
      keyFile: resolve(keyFile),
      certificateFile: resolve(certificateFile),
    };
  return fail(
    keyFile ? names[1] : names[0],
    "is missing: a seal needs its key and its certificate",
    "SEAL_KEY_FILE=/etc/openrathaus/seal.key SEAL_CERTIFICATE_FILE=/etc/openrathaus/seal.pem",
  );
}
