import { addWorkingDays } from "../../../platform/calendar/working-days.ts";
import { landOfAuthority } from "../../../platform/calendar/land.ts";
import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { germanDay } from "../../../platform/values/german-day.ts";
import { isId, newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { listOffice, type Office } from "../../staff/index.ts";
import { normaliseNote } from "../domain/note.ts";
import {
  faultOfQuestion,
  opinionPurpose,
  type Asked,
  type OpinionFault,
} from "../domain/opinion.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { Authority } from "../domain/authority.ts";
import type { Authorities } from "../exchange-ports.ts";
import {
  endRequest,
  insertOpinion,
  insertRequest,
  withdrawOpinion,
} from "../store/opinion-store.ts";
import { amongAuthorities } from "./among-authorities.ts";
import { notifyExperts } from "./notify-experts.ts";
import { withVorgang, type VorgangRefusal } from "./with-vorgang.ts";

export type AskOpinionInput = {
  readonly vorgangId: string;
  readonly asked: Asked | undefined;
  readonly question: string;
  /** Working days of the own Land to answer in. */
  readonly workingDays: number;
  /** What is shown: positions of sections of what was sent, and files. All else stays hidden. */
  readonly sections: readonly number[];
  readonly fileIds: readonly string[];
};

export type AskOpinionRefusal =
  | VorgangRefusal
  | { readonly kind: OpinionFault };

/**
 * Asks a colleague, a team or another authority for an opinion on a Vorgang, with a part of what was sent. Written together in both
 * authorities, and recorded in the logs of both. Whoever is asked gets an e-mail without content.
 */
export async function askOpinion(
  context: Context,
  authorities: Authorities,
  input: AskOpinionInput,
): Promise<Result<void, AskOpinionRefusal>> {
  const fault = faultOfQuestion(input);
  if (fault) return refuse({ kind: fault });
  const id = newId(context.now.getTime());
  const target = await targetOf(context, authorities, input.asked);
  const own = await authorities.find(context.tenantId);
  if (!target || !own) return refuse({ kind: "opinion-nobody" });
  const encryptedQuestion = await context.cipher.encrypt(
    Buffer.from(normaliseNote(input.question) ?? "", "utf8"),
    opinionPurpose(id, "question"),
  );
  const land = landOfAuthority(own.ars);
  const today = germanDay(context.now);
  const dueDay = addWorkingDays(today, input.workingDays, land);
  const both = await amongAuthorities(context, undefined, [
    target.authority.tenantId,
  ]);
  return withVorgang(both, input.vorgangId, async (db, vorgang) => {
    await insertOpinion(db, context.tenantId, {
      id,
      vorgangId: vorgang.id,
      askedTenantId: target.authority.tenantId,
      teamId: target.teamId,
      staffId: target.staffId,
      askedBy: context.actor.id,
      askedAt: context.now,
      dueDay,
      sections: input.sections.filter((it) => Number.isSafeInteger(it)),
      fileIds: input.fileIds.filter(isId),
      encryptedQuestion,
      encryptedAnswer: undefined,
      answeredAt: undefined,
      withdrawnAt: undefined,
    });
    await putOnList(context, db, { authorities, target, vorgang, id, dueDay });
    await recordAudit(context, db, {
      action: "vorgang.opinion-asked",
      subject: { kind: "vorgang", id: vorgang.id },
      details: { opinionId: id, askedTenantId: target.authority.tenantId },
    });
    return ok(undefined);
  });
}

type Target = {
  readonly authority: Authority;
  readonly teamId: string | undefined;
  readonly staffId: string | undefined;
  /** Who is told, in the asked authority. */
  readonly toldIds: readonly string[];
};

async function targetOf(
  context: Context,
  authorities: Authorities,
  asked: Asked | undefined,
): Promise<Target | undefined> {
  const isOther = asked?.kind === "authority";
  const tenantId = isOther ? asked.id : context.tenantId;
  if (!asked || (isOther && asked.id === context.tenantId)) return undefined;
  const authority = isId(tenantId)
    ? await authorities.find(tenantId)
    : undefined;
  if (!authority) return undefined;
  const nobody = { teamId: undefined, staffId: undefined, toldIds: [] };
  if (isOther) return { authority, ...nobody };
  const found = withinOffice(asked, await listOffice(context));
  return found && { authority, ...nobody, ...found };
}

function withinOffice(
  { kind, id }: Asked,
  { teams, colleagues }: Office,
): (Pick<Target, "toldIds"> & Partial<Target>) | undefined {
  if (kind === "team") {
    const team = teams.find((it) => it.id === id);
    return team && { teamId: id, toldIds: team.memberIds };
  }
  return colleagues.some(({ staffId }) => staffId === id)
    ? { staffId: id, toldIds: [id] }
    : undefined;
}

async function putOnList(
  context: Context,
  db: Db,
  {
    authorities,
    target,
    vorgang,
    id,
    dueDay,
  }: {
    readonly authorities: Authorities;
    readonly target: Target;
    readonly vorgang: Vorgang;
    readonly id: string;
    readonly dueDay: string;
  },
): Promise<void> {
  const { authority, teamId, staffId, toldIds } = target;
  const there = authorities.contextIn(context, authority.tenantId);
  const tenants = { own: context.tenantId, other: authority.tenantId };
  await asTenant(db, tenants, async () => {
    await insertRequest(db, authority.tenantId, {
      id,
      fromTenantId: context.tenantId,
      teamId,
      staffId,
      leistungTitle: vorgang.leistungTitle,
      askedAt: context.now,
      dueDay,
    });
    await notifyExperts(there, db, { authority, staffIds: toldIds, id });
    if (authority.tenantId !== context.tenantId)
      await recordAudit(there, db, {
        action: "opinion.asked",
        subject: { kind: "opinion", id },
        details: { fromTenantId: context.tenantId },
      });
  });
}

/** Takes an open question back; whoever was asked sees nothing of it any more. Idempotent; an answer that is there stays. */
export async function takeBackOpinion(
  context: Context,
  authorities: Authorities,
  { vorgangId, id }: { readonly vorgangId: string; readonly id: string },
): Promise<Result<void, VorgangRefusal>> {
  if (!isId(id)) return refuse({ kind: "not-found" });
  const { tenantId, now } = context;
  const both = await amongAuthorities(context, vorgangId);
  return withVorgang(both, vorgangId, async (db, vorgang) => {
    const wanted = { id, vorgangId: vorgang.id, at: now };
    const opinion = await withdrawOpinion(db, tenantId, wanted);
    if (!opinion) return ok(undefined);
    const { askedTenantId: other } = opinion;
    const there = authorities.contextIn(context, other);
    await asTenant(db, { own: tenantId, other }, async () => {
      await endRequest(db, other, { id, at: now });
      if (other !== tenantId)
        await recordAudit(there, db, {
          action: "opinion.taken-back",
          subject: { kind: "opinion", id },
        });
    });
    await recordAudit(context, db, {
      action: "vorgang.opinion-taken-back",
      subject: { kind: "vorgang", id: vorgang.id },
      details: { opinionId: id },
    });
    return ok(undefined);
  });
}
