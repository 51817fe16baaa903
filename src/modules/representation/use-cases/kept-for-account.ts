import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { formatDate, formatDay } from "../../../platform/i18n/dates.ts";
import { stopActingFor, type AccountKeeper } from "../../accounts/index.ts";
import { purposes } from "../domain/purposes.ts";
import { representationTexts } from "../i18n/texts.ts";
import { listMandatesOf } from "../store/mandate-store.ts";
import {
  deleteActionsFor,
  moveMandates,
  moveMemberships,
  moveTraces,
} from "../store/moved-account-store.ts";
import { listMembers } from "../store/membership-store.ts";
import {
  deleteOrganisation,
  listOrganisationsOf,
  lockOrganisation,
} from "../store/organisation-store.ts";
import { listOwnMandates, type MandateView } from "./read-mandates.ts";
import { listOwnOrganisations } from "./read-organisation.ts";
import { openOrganisation } from "./sealed.ts";
import { tell } from "./tell.ts";

type Part = Awaited<ReturnType<AccountKeeper["exportOf"]>>;

/** What organisations and mandates mean for an account that is exported, merged or deleted. */
export const keptForAccount: AccountKeeper = {
  exportOf,
  findObstacle,
  moveTo: async (context, db, moved) => {
    const { tenantId } = context;
    await moveMemberships(db, tenantId, moved);
    await moveMandates(db, tenantId, moved);
    await moveTraces(db, tenantId, moved);
    // Whoever acted for the account that is no more chooses again.
    await stopActingFor(context, db, { partyId: moved.from });
  },
  remove,
};

async function exportOf(context: Context, accountId: string): Promise<Part> {
  const own = inNameOf(context, accountId);
  const organisations = await listOwnOrganisations(own);
  const mandates = await listOwnMandates(own);
  const t = representationTexts(context.locale);
  return {
    name: "representation",
    data: { organisations, mandates },
    title: `${t("organisations.title")}, ${t("mandates.title")}`,
    entries: [
      ...organisations.map(({ name, role }) => ({
        title: name,
        facts: [
          { term: t("organisations.own-role"), value: t(`role.${role}`) },
        ],
      })),
      ...mandates.map((mandate) => mandateEntry(context, mandate)),
    ],
  };
}

function mandateEntry(
  { locale }: Context,
  mandate: MandateView,
): Part["entries"][number] {
  const t = representationTexts(locale);
  const side = mandate.isGiven ? "given" : "received";
  const { otherName: name } = mandate;
  return {
    title:
      name === undefined
        ? t("mandate.waiting.title")
        : t(`mandate.${side}.title`, { name }),
    facts: [
      { term: t("mandates.basis"), value: t(`basis.${mandate.basis}`) },
      {
        term: t("mandates.scope"),
        value: mandate.scopeLabel === "" ? t("scope.all") : mandate.scopeLabel,
      },
      {
        term: t("mandates.until"),
        value: formatDay(mandate.validUntil, locale),
      },
      {
        term: t("mandate.created"),
        value: formatDate(mandate.createdAt, locale),
      },
      { term: t("mandates.state"), value: t(`state.${mandate.state}`) },
    ],
  };
}

/** Other members would be left without an owner. */
async function findObstacle(
  context: Context,
  db: Db,
  accountId: string,
): Promise<string | undefined> {
  const { tenantId } = context;
  // The other owner may be leaving at this very moment.
  for (const { id } of await listOrganisationsOf(db, tenantId, accountId))
    await lockOrganisation(db, tenantId, id);
  const orphaned = await listOrganisationsLeft(context, db, {
    accountId,
    hasOthers: true,
  });
  const names = await Promise.all(
    orphaned.map(async ({ id, details }) => {
      const opened = await openOrganisation(
        context,
        purposes.organisation(id),
        details,
      );
      return opened.name;
    }),
  );
  return names.length === 0
    ? undefined
    : representationTexts(context.locale)("obstacle.last-owner", {
        names: names.join(", "),
      });
}

/** Organisations that nobody else belongs to go with the account, and so do its mandates; the other sides are told. */
async function remove(
  context: Context,
  db: Db,
  accountId: string,
): Promise<void> {
  const { tenantId } = context;
  const left = await listOrganisationsLeft(context, db, {
    accountId,
    hasOthers: false,
  });
  for (const { id } of left) {
    await deleteOrganisation(db, tenantId, id);
    await deleteActionsFor(db, tenantId, id);
  }
  await stopActingFor(context, db, { partyId: accountId });
  await deleteActionsFor(db, tenantId, accountId);
  const mandates = await listMandatesOf(db, tenantId, accountId);
  const others = mandates
    .filter(({ revokedAt }) => !revokedAt)
    .flatMap(({ grantorId, granteeId }) => [grantorId, granteeId])
    .filter((id) => id !== null && id !== accountId);
  await tell(context, db, {
    accountIds: [...new Set(others)].filter((id) => id !== null),
    news: "mandate-changed",
  });
}

/** Organisations without an owner once the account is gone: with other members, or without anybody. */
async function listOrganisationsLeft(
  { tenantId }: Context,
  db: Db,
  {
    accountId,
    hasOthers,
  }: { readonly accountId: string; readonly hasOthers: boolean },
) {
  const organisations = await listOrganisationsOf(db, tenantId, accountId);
  const found = [];
  for (const organisation of organisations) {
    const members = await listMembers(db, tenantId, organisation.id);
    const others = members.filter((it) => it.account_id !== accountId);
    const hasOwner = others.some(({ role }) => role === "owner");
    if (!hasOwner && others.length > 0 === hasOthers) found.push(organisation);
  }
  return found;
}

function inNameOf(context: Context, accountId: string): Context {
  const actor = {
    kind: "citizen",
    id: accountId,
    ownerId: accountId,
    may: () => false,
  } as const;
  return { ...context, actor };
}
