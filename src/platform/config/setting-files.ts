import { accessSync, constants } from "node:fs";
import { SettingsError } from "./settings-error.ts";
import type { Settings } from "./settings.ts";
import { unusable } from "./usable-file.ts";

/** Files that settings name and that this user cannot read, each as a sentence that begins with the setting. Whether they hold what they should shows when they are used. */
export function unreadableFiles(settings: Settings): readonly string[] {
  return filesOf(settings).flatMap(([name, file]) => {
    try {
      accessSync(file, constants.R_OK);
      return [];
    } catch (error) {
      return [unusable(name, error).message];
    }
  });
}

/** Throws a `SettingsError` that tells all files that cannot be read. */
export function refuseUnreadableFiles(settings: Settings): void {
  const problems = unreadableFiles(settings);
  if (problems.length > 0) throw new SettingsError(problems.join("\n"));
}

function filesOf(
  settings: Settings,
): readonly (readonly [name: string, file: string])[] {
  const named: readonly (readonly [string, string | undefined])[] = [
    ["BREACHED_PASSWORDS_FILE", settings.breachedPasswordsFile],
    ["MUK_BRIDGE_FILE", settings.mukBridgeFile],
    ["S3_FILE", settings.s3File],
    ...sealFilesOf(settings),
    ["SMS_GATEWAY_FILE", settings.smsGatewayFile],
    ["SMTP_CA_FILE", settings.smtpCaFile],
    ["SMTP_DKIM", settings.dkim?.keyFile],
    ["ZBP_BRIDGE_FILE", settings.zbpBridgeFile],
  ];
  return named.flatMap(([name, file]) =>
    file === undefined ? [] : [[name, file] as const],
  );
}

function sealFilesOf({
  seal,
}: Settings): readonly (readonly [string, string])[] {
  if (seal?.kind === "service")
    return [["SEAL_SERVICE_FILE", seal.serviceFile]];
  if (seal?.kind !== "key") return [];
  return [
    ["SEAL_KEY_FILE", seal.keyFile],
    ["SEAL_CERTIFICATE_FILE", seal.certificateFile],
  ];
}
