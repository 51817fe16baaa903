import { readFileSync } from "node:fs";
import { z } from "zod";
import { findContacts } from "../modules/accounts/index.ts";
import type { PostfachPorts } from "../modules/postfach/module.ts";
import { findPostfachOfMember } from "../modules/representation/index.ts";
import { SettingsError } from "../platform/config/settings-error.ts";
import type { Context } from "../platform/context/context.ts";
import { createHttpClient } from "../platform/http-client/http-client.ts";
import {
  gatewaySchema,
  httpGateway,
} from "../platform/outside-postfach/gateway.ts";
import { mukPostfach } from "../platform/outside-postfach/muk-postfach.ts";
import type { OutsidePostfach } from "../platform/outside-postfach/outside-postfach.ts";
import { zbpPostfach } from "../platform/outside-postfach/zbp-postfach.ts";
import {
  installationTenantId,
  systemActor,
  type Services,
} from "./services.ts";

/** A Postfach elsewhere, and the identity provider whose people have one there. */
type Elsewhere = {
  readonly provider: string;
  readonly postfach: OutsidePostfach;
};

/** Where copies of messages go, as `ZBP_BRIDGE_FILE` and `MUK_BRIDGE_FILE` say. Stops the start where one cannot be used. */
export function mirroringOf(services: Services): PostfachPorts["mirroring"] {
  const { zbpBridgeFile, mukBridgeFile } = services.settings;
  const zbp = zbpBridgeFile === undefined ? undefined : openZbp(zbpBridgeFile);
  const muk = mukBridgeFile === undefined ? undefined : openMuk(mukBridgeFile);
  if (!zbp && !muk) return undefined;
  return {
    postfachAt: (wanted) =>
      [zbp, muk].find((it) => it?.provider === wanted)?.postfach,
    postfachOf: async (thread) => {
      const accounts = services.contextFor({
        tenantId: await installationTenantId(services),
        actor: systemActor,
      });
      return thread.ownerId === thread.actingAccountId
        ? zbp && ofPerson(accounts, thread.ownerId, zbp)
        : muk && ofOrganisation(accounts, thread, muk);
    },
  };
}

async function ofPerson(
  accounts: Context,
  accountId: string,
  { provider }: Elsewhere,
) {
  const handle = (await handlesOf(accounts, accountId, provider)).at(-1);
  return handle === undefined ? undefined : { provider, handle };
}

/** Only what lies in the Postfach they have for this very organisation, and only while their account is linked with it. */
async function ofOrganisation(
  accounts: Context,
  {
    ownerId,
    actingAccountId,
  }: { readonly ownerId: string; readonly actingAccountId: string },
  { provider }: Elsewhere,
) {
  const found = await findPostfachOfMember(accounts, {
    organisationId: ownerId,
    accountId: actingAccountId,
  });
  if (found?.provider !== provider) return undefined;
  const linked = await handlesOf(accounts, actingAccountId, provider);
  return linked.includes(found.handle) ? found : undefined;
}

async function handlesOf(
  accounts: Context,
  accountId: string,
  provider: string,
): Promise<readonly string[]> {
  const contacts = await accounts.transaction((db) =>
    findContacts(accounts, db, [accountId]),
  );
  return contacts.get(accountId)?.listPostfachHandles(provider) ?? [];
}

const zbpSchema = gatewaySchema.extend({
  keyFile: z.string().min(1),
  certificateFile: z.string().min(1),
});

function openZbp(file: string): Elsewhere {
  return open("ZBP_BRIDGE_FILE", file, (json) => {
    const { keyFile, certificateFile, provider, ...gateway } =
      zbpSchema.parse(json);
    const author = {
      key: readFileSync(keyFile, "utf8"),
      certificate: readFileSync(certificateFile, "utf8"),
    };
    const http = createHttpClient();
    return {
      provider,
      postfach: zbpPostfach(
        httpGateway({ ...gateway, http, code: "zbp" }),
        author,
      ),
    };
  });
}

function openMuk(file: string): Elsewhere {
  return open("MUK_BRIDGE_FILE", file, (json) => {
    const { provider, ...gateway } = gatewaySchema.parse(json);
    const http = createHttpClient();
    return {
      provider,
      postfach: mukPostfach(httpGateway({ ...gateway, http, code: "muk" })),
    };
  });
}

function open(
  setting: string,
  file: string,
  read: (json: unknown) => Elsewhere,
): Elsewhere {
  try {
    return read(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : "cannot be read";
    throw new SettingsError(`${setting} cannot be used: ${why}`, { cause });
  }
}
