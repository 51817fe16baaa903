import { readFileSync } from "node:fs";
import { findContacts } from "../modules/accounts/index.ts";
import type { PostfachPorts } from "../modules/postfach/module.ts";
import { SettingsError } from "../platform/config/settings-error.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import { httpZbpBridge, zbpServiceSchema } from "../platform/zbp/zbp-bridge.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** Where copies of messages go, as `ZBP_BRIDGE_FILE` says. Stops the start where that cannot be used. */
export function mirroringOf(services: Services): PostfachPorts["mirroring"] {
  const { zbpBridgeFile } = services.settings;
  if (zbpBridgeFile === undefined) return undefined;
  const { service, author } = load(zbpBridgeFile);
  const { provider } = service;
  return {
    bridge: httpZbpBridge(service, createHttpClient()),
    author,
    postfachOf: async (accountId) => {
      const accounts = services.contextFor({
        tenantId: await installationTenantId(services),
        actor: systemActor,
      });
      const contacts = await accounts.transaction((db) =>
        findContacts(accounts, db, [accountId]),
      );
      const handle = await contacts
        .get(accountId)
        ?.findPostfachHandle(provider);
      return handle === undefined ? undefined : { provider, handle };
    },
  };
}

function load(file: string) {
  try {
    const service = zbpServiceSchema.parse(
      JSON.parse(readFileSync(file, "utf8")),
    );
    return {
      service,
      author: {
        key: readFileSync(service.keyFile, "utf8"),
        certificate: readFileSync(service.certificateFile, "utf8"),
      },
    };
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "cannot be read";
    throw new SettingsError(`ZBP_BRIDGE_FILE cannot be used: ${why}`, {
      cause,
    });
  }
}
