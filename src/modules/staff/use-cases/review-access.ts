import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { findLastEntry, recordAudit } from "../../audit/index.ts";
import { listMembers as readMembers } from "../store/member-access-store.ts";
import { listTeamRows } from "../store/team-store.ts";
import { concernsOf, type AccessConcern } from "../domain/access-concern.ts";
import { permissionsOf, type Role } from "../domain/roles.ts";
import type { Team } from "../domain/team.ts";
import type { NotPermitted } from "./list-members.ts";

/** Somebody with an access, as who reviews accesses sees them. */
export type AccessEntry = {
  readonly staffId: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
  /** Slugs of Leistungen that only their teams see. */
  readonly restrictedLeistungen: readonly string[];
  readonly hasSecondFactor: boolean;
  readonly isOfDirectory: boolean;
  readonly state: "open" | "locked" | "invited";
  readonly lastSignedInAt: Date | undefined;
  /** Empty: nothing strikes the eye. */
  readonly concerns: readonly AccessConcern[];
};

/** Everybody with an access to the workplace of this tenant, locked ones too: first what needs a look, then by name. For who manages accesses, and for auditors. */
export async function listAccess(
  context: Context,
): Promise<Result<readonly AccessEntry[], NotPermitted>> {
  if (!mayReview(context)) return refuse({ kind: "not-permitted" });
  const { tenantId, now } = context;
  const [members, teams] = await context.read((db) =>
    Promise.all([readMembers(db, tenantId), listTeamRows(db, tenantId)]),
  );
  return ok(
    members
      .map((member) => entryOf(member, teams, now))
      .toSorted(
        (one, other) =>
          Number(one.concerns.length === 0) -
          Number(other.concerns.length === 0),
      ),
  );
}

function entryOf(
  member: Awaited<ReturnType<typeof readMembers>>[number],
  teams: readonly Team[],
  now: Date,
): AccessEntry {
  const own = teams.filter(({ memberIds }) => memberIds.includes(member.id));
  const access = {
    staffId: member.id,
    login: member.login,
    displayName: member.displayName,
    roles: member.roles,
    teams: own.map(({ name }) => name),
    restrictedLeistungen: own.flatMap(({ leistungen }) =>
      leistungen
        .filter(({ isRestricted }) => isRestricted)
        .map(({ slug }) => slug),
    ),
    hasSecondFactor: member.totpSecret !== null,
    isOfDirectory: member.isOfDirectory,
    state: stateOf(member),
    lastSignedInAt: member.lastSignedInAt ?? undefined,
  };
  return { ...access, concerns: concernsOf(access, now) };
}

/** When all accesses were last looked through, and by whom; undefined: never, or the caller may not know. */
export async function findLastReview(
  context: Context,
): Promise<{ readonly at: Date; readonly staffId: string } | undefined> {
  if (!mayReview(context)) return undefined;
  const entry = await findLastEntry(context, reviewed);
  return entry && { at: entry.at, staffId: entry.subjectId };
}

/** The caller has looked through all accesses of the own authority. Audited. */
export async function noteOwnReview(
  context: Context,
): Promise<Result<void, NotPermitted>> {
  if (!mayReview(context) || context.actor.kind !== "staff")
    return refuse({ kind: "not-permitted" });
  const reviewerId = context.actor.id;
  await context.transaction(async (db) => {
    const { length: count } = await readMembers(db, context.tenantId);
    await note(context, db, { reviewerId, count });
  });
  return ok(undefined);
}

/**
 * Writes into the audit log that all accesses were looked through, and by whom. Refuses somebody who may not: the reviewer is a
 * member of this tenant who manages accesses or audits, and is not locked out.
 */
export async function confirmAccessReview(
  context: Context,
  { reviewerLogin }: { readonly reviewerLogin: string },
): Promise<Result<void, NotPermitted | { readonly kind: "no-reviewer" }>> {
  if (!mayReview(context)) return refuse({ kind: "not-permitted" });
  return context.transaction(async (db) => {
    const members = await readMembers(db, context.tenantId);
    const login = reviewerLogin.trim().toLowerCase();
    const reviewer = members.find((member) => member.login === login);
    if (!reviewer || reviewer.isDisabled || !isReviewer(reviewer.roles))
      return refuse({ kind: "no-reviewer" });
    const { length: count } = members;
    await note(context, db, { reviewerId: reviewer.id, count });
    return ok(undefined);
  });
}

const reviewed = "staff.access-reviewed";

function note(
  context: Context,
  db: Db,
  { reviewerId, count }: { reviewerId: string; count: number },
): Promise<void> {
  return recordAudit(context, db, {
    action: reviewed,
    subject: { kind: "staff", id: reviewerId },
    details: { count },
  });
}

const mayReview = ({ actor }: Context) => actor.may("access.review");

const isReviewer = (roles: readonly Role[]) =>
  permissionsOf(roles).includes("access.review");

function stateOf({
  isDisabled,
  passwordIsOneTime,
}: {
  readonly isDisabled: boolean;
  readonly passwordIsOneTime: boolean;
}): AccessEntry["state"] {
  if (isDisabled) return "locked";
  return passwordIsOneTime ? "invited" : "open";
}
