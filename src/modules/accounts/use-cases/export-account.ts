import { atMostAtOnce } from "../../../platform/values/at-most-at-once.ts";
import type { Context } from "../../../platform/context/context.ts";
import type { Locale } from "../../../platform/i18n/texts.ts";
import { formatDateTime } from "../../../platform/i18n/dates.ts";
import { recordAudit } from "../../audit/index.ts";
import { purposes } from "../domain/identity.ts";
import { counterProvider } from "../domain/passkey.ts";
import { accountsTexts } from "../i18n/texts.ts";
import type { AccountKeeper, ExportedPart, PortalKeeper } from "../ports.ts";
import { findAccount } from "../store/account-store.ts";
import { openConsents, usePart } from "./exported-use.ts";
import {
  openProfile,
  ownSource,
  shownValue,
  type ProfileValue,
} from "./open-profile.ts";
import { listForExport } from "../store/export-store.ts";
import {
  listIdentities,
  listProfileValues,
  type StoredIdentity,
} from "../store/identity-store.ts";

export type ExportPorts = {
  readonly keepers: readonly AccountKeeper[];
  readonly portalKeepers: readonly PortalKeeper[];
  /** The caller's context in each portal, with its name. */
  readonly portalsOf: (
    context: Context,
  ) => Promise<readonly { readonly name: string; readonly context: Context }[]>;
  /** Names of identity providers by key, as people know them, also of those that are offered no more. */
  readonly providerNames: (
    context: Context,
  ) => Promise<ReadonlyMap<string, Readonly<Record<Locale, string>>>>;
};

/** Everything that is stored of an account, part by part; empty when it is gone. The export is audited. @see DSGVO Art. 15, 20 */
export async function exportAccount(
  context: Context,
  accountId: string,
  { keepers, portalKeepers, portalsOf, providerNames }: ExportPorts,
): Promise<readonly ExportedPart[]> {
  const names = await providerNames(context);
  const t = accountsTexts(context.locale);
  const own = await ownParts(context, accountId, (source) =>
    source === ownSource || source === counterProvider
      ? t(`profile.source.${source}`)
      : (names.get(source)?.[context.locale] ?? source),
  );
  if (own.length === 0) return [];
  const others: ExportedPart[] = [];
  for (const keeper of keepers)
    others.push(await keeper.exportOf(context, accountId));
  const portals = await portalsOf(context);
  const kept = await atMostAtOnce(portalsAtOnce, portals, (portal) =>
    partsOfPortal(portal, { accountId, portalKeepers }),
  );
  others.push(...kept.flat());
  await context.transaction((db) =>
    recordAudit(context, db, {
      action: "account.exported",
      subject: { kind: "account", id: accountId },
    }),
  );
  return [...own, ...others];
}

/** An installation may have a thousand of them; one person takes a part of the connections only. */
const portalsAtOnce = 4;

type AskedPortal = { readonly name: string; readonly context: Context };

/** What one portal keeps, each part named after it. */
async function partsOfPortal(
  { name, context }: AskedPortal,
  {
    accountId,
    portalKeepers,
  }: Pick<ExportPorts, "portalKeepers"> & { readonly accountId: string },
): Promise<readonly ExportedPart[]> {
  const parts: ExportedPart[] = [];
  for (const keeper of portalKeepers) {
    const part = await keeper.exportOf(context, accountId);
    if (part.entries.length > 0)
      parts.push({
        ...part,
        title: `${part.title} – ${name}`,
        ...(part.files && {
          files: part.files.map((file) => ({
            ...file,
            folder: `${name} ${file.folder}`,
          })),
        }),
      });
  }
  return parts;
}

/** Who says something, as people know them. */
type NameOf = (source: string) => string;

async function ownParts(
  context: Context,
  accountId: string,
  nameOf: NameOf,
): Promise<readonly ExportedPart[]> {
  const { tenantId } = context;
  const [account, identities, values, rest] = await context.read((db) =>
    Promise.all([
      findAccount(db, tenantId, accountId),
      listIdentities(db, tenantId, accountId),
      listProfileValues(db, tenantId, accountId),
      listForExport(db, tenantId, accountId),
    ]),
  );
  if (!account) return [];
  const open = async (sealed: Buffer, purpose: string) =>
    (await context.cipher.decrypt(sealed, purpose)).toString();
  const profile = await openProfile(context, accountId, values);
  const person = {
    displayName: await open(
      account.display_name,
      purposes.displayName(accountId),
    ),
    email: account.email
      ? await open(account.email, purposes.email(accountId))
      : null,
    isEmailConfirmed: account.email_confirmed_at !== null,
    hasPassword: account.password_hash !== null,
    hasSecondFactor: account.totp_secret !== null,
    createdAt: account.created_at,
    lastSignedInAt: account.last_signed_in_at,
  };
  return [
    personPart(context, person),
    profilePart(context, profile, nameOf),
    identityPart(context, await openIdentities(context, identities), nameOf),
    usePart(context, {
      ...rest,
      consents: await openConsents(context, rest.consents),
    }),
  ];
}

async function openIdentities(
  { cipher }: Context,
  identities: readonly StoredIdentity[],
): Promise<readonly OpenedIdentity[]> {
  return Promise.all(
    identities.map(async ({ postfach_handle: handle, ...identity }) => ({
      ...identity,
      postfachHandle: handle
        ? (
            await cipher.decrypt(handle, purposes.postfachHandle(identity.id))
          ).toString()
        : null,
    })),
  );
}

type Person = {
  readonly displayName: string;
  readonly email: string | null;
  readonly createdAt: Date;
  readonly lastSignedInAt: Date;
};

function personPart({ locale }: Context, person: Person): ExportedPart {
  const t = accountsTexts(locale);
  return {
    name: "account",
    data: person,
    title: t("account.title"),
    entries: [
      {
        title: person.displayName,
        facts: [
          {
            term: t("account.email"),
            value: person.email ?? t("account.email.none"),
          },
          {
            term: t("account.since"),
            value: formatDateTime(person.createdAt, locale),
          },
          {
            term: t("export.last-sign-in"),
            value: formatDateTime(person.lastSignedInAt, locale),
          },
        ],
      },
    ],
  };
}

function profilePart(
  { locale }: Context,
  profile: readonly ProfileValue[],
  nameOf: NameOf,
): ExportedPart {
  const t = accountsTexts(locale);
  return {
    name: "profile",
    data: profile,
    title: t("export.profile"),
    entries: profile.map((value) => ({
      title: t(`export.attribute.${value.attribute}`),
      facts: [
        { term: t("export.value"), value: shownValue(value, locale) },
        { term: t("export.source"), value: nameOf(value.source) },
        { term: t("export.level"), value: t(`level.${value.assuranceLevel}`) },
        {
          term: t("export.at"),
          value: formatDateTime(value.obtainedAt, locale),
        },
      ],
    })),
  };
}

type OpenedIdentity = Omit<StoredIdentity, "postfach_handle"> & {
  readonly postfachHandle: string | null;
};

function identityPart(
  { locale }: Context,
  identities: readonly OpenedIdentity[],
  nameOf: NameOf,
): ExportedPart {
  const t = accountsTexts(locale);
  return {
    name: "identities",
    data: identities.map((identity) => ({
      provider: identity.provider,
      assuranceLevel: identity.assurance_level,
      linkedAt: identity.linked_at,
      lastUsedAt: identity.last_used_at,
      postfachHandle: identity.postfachHandle,
    })),
    title: t("identities.title"),
    entries: identities.map((identity) => ({
      title: nameOf(identity.provider),
      facts: [
        {
          term: t("export.level"),
          value: t(`level.${identity.assurance_level}`),
        },
        {
          term: t("identities.linked"),
          value: formatDateTime(identity.linked_at, locale),
        },
        {
          term: t("identities.used"),
          value: formatDateTime(identity.last_used_at, locale),
        },
        ...(identity.postfachHandle === null
          ? []
          : [{ term: t("export.postfach"), value: identity.postfachHandle }]),
      ],
    })),
  };
}
