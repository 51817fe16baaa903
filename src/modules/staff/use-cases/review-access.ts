import type { Context } from "../../../platform/context/context.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { listMembers as readMembers } from "../store/member-access-store.ts";
import { listTeamRows } from "../store/team-store.ts";
import { concernsOf, type AccessConcern } from "../domain/access-concern.ts";
import { permissionsOf, type Role } from "../domain/roles.ts";
import type { Team } from "../domain/team.ts";
import type { NotPermitted } from "./list-members.ts";

/** Somebody with an access, as who reviews accesses sees them. */
export type AccessEntry = {
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly teams: readonly string[];
  /** Slugs of Leistungen that only their teams see. */
  readonly restrictedLeistungen: readonly string[];
  readonly hasSecondFactor: boolean;
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
    state: stateOf(member),
    lastSignedInAt: member.lastSignedInAt ?? undefined,
  };
  return { ...access, concerns: concernsOf(access, now) };
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
    await recordAudit(context, db, {
      action: "staff.access-reviewed",
      subject: { kind: "staff", id: reviewer.id },
      details: { count: members.length },
    });
    return ok(undefined);
  });
}

const mayReview = ({ actor }: Context) =>
  actor.may("staff.manage") || actor.may("audit.read");

const isReviewer = (roles: readonly Role[]) =>
  permissionsOf(roles).some(
    (permission) =>
      permission === "staff.manage" || permission === "audit.read",
  );

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
