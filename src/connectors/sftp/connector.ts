import { describeOptions } from "../../modules/delivery/index.ts";
import type {
  CheckReport,
  CheckStep,
  Connector,
  Delivery,
  DeliveryOutcome,
} from "../../modules/delivery/index.ts";
import type { Reach } from "../../platform/http-client/reach.ts";
import { SftpFault, withRemote, type Server } from "./client.ts";
import { de } from "./i18n/de.ts";
import { en } from "./i18n/en.ts";
import { sftpOptions, type SftpOptions } from "./options.ts";
import { putPackageOnce } from "./put-package.ts";

export type SftpSettings = {
  /** Where the servers that authorities name may be. */
  readonly reach: Reach;
};

/** Puts each submission as a package onto a server, over SFTP. */
export function createSftpConnector(
  settings: SftpSettings,
): Connector<SftpOptions> {
  return {
    key: "sftp",
    describe: describeOptions({ schema: sftpOptions, de, en }),
    parseOptions: (input) => sftpOptions.parse(input),
    deliver: (delivery, options, signal) =>
      deliver(delivery, { ...settings, options }, signal),
    check: (options, signal) => check({ ...settings, options }, signal),
  };
}

async function deliver(
  delivery: Delivery,
  server: Server,
  signal: AbortSignal,
): Promise<DeliveryOutcome> {
  try {
    const receipt = await withRemote(server, signal, (remote) =>
      putPackageOnce(remote, delivery, server.options),
    );
    return { kind: "delivered", receipt };
  } catch (error) {
    if (!(error instanceof SftpFault)) throw error;
    const { code, isFinal } = error;
    return isFinal
      ? { kind: "rejected", reason: code }
      : { kind: "unavailable", cause: code };
  }
}

/** Signs in and looks whether the directory is there. Whether it can be written to is seen when something is. */
async function check(
  server: Server,
  signal: AbortSignal,
): Promise<CheckReport> {
  const passed: CheckStep[] = [
    { check: "reachability", passed: true, finding: "host-key-as-pinned" },
    { check: "credentials", passed: true, finding: "signed-in" },
  ];
  try {
    const isThere = await withRemote(server, signal, (remote) =>
      remote.exists(server.options.directory),
    );
    const finding = isThere ? "directory-there" : "directory-missing";
    return [...passed, { check: "settings", passed: isThere, finding }];
  } catch (error) {
    if (!(error instanceof SftpFault)) throw error;
    const step = error.code === "credentials-refused" ? 1 : 0;
    const failed = { passed: false, finding: error.code };
    return step === 1
      ? [...passed.slice(0, 1), { check: "credentials", ...failed }]
      : [{ check: "reachability", ...failed }];
  }
}
