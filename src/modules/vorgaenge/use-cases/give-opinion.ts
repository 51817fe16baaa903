import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { isId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { findWorkScope, listStaffNames } from "../../staff/index.ts";
import { longestNote, normaliseNote } from "../domain/note.ts";
import { opinionPurpose, type OpinionRequest } from "../domain/opinion.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { Authority } from "../domain/authority.ts";
import type {
  Authorities,
  SubmissionFile,
  SubmissionReader,
  SubmissionView,
} from "../ports.ts";
import { insertNotices } from "../store/notice-store.ts";
import {
  endRequest,
  findOpenRequest,
  findOpinionAskedOf,
  listOpenRequests,
  saveAnswer,
  type RequestScope,
  type StoredOpinion,
} from "../store/opinion-store.ts";
import { findVorgang } from "../store/vorgang-store.ts";
import { decryptText } from "./decrypt-text.ts";
import { notifyStaff } from "./notify-staff.ts";
import type { VorgangRefusal } from "./with-vorgang.ts";

/** What the caller is asked for, the most urgent first. Holds no personal data. */
export async function listOpinionRequests(
  context: Context,
): Promise<Result<readonly OpinionRequest[], VorgangRefusal>> {
  if (!context.actor.may("vorgang.edit"))
    return refuse({ kind: "not-permitted" });
  const scope = await scopeOf(context);
  return ok(
    await context.read((db) => listOpenRequests(db, context.tenantId, scope)),
  );
}

async function scopeOf(context: Context): Promise<RequestScope> {
  const { substitutedIds, teamIds } = await findWorkScope(context);
  return { staffIds: [context.actor.id, ...substitutedIds], teamIds };
}

/** What is shown to whoever is asked, and nothing else. */
export type OpenedOpinion = {
  readonly request: OpinionRequest;
  readonly fromName: string;
  readonly question: string;
  readonly view: SubmissionView;
};

type OpinionPorts = {
  readonly authorities: Authorities;
  readonly submissions: SubmissionReader;
};

/** Opens what the caller is asked for: the question and the part of what was sent that was chosen. Recorded in the logs of both authorities. */
export async function openOpinion(
  context: Context,
  ports: OpinionPorts,
  id: string,
): Promise<Result<OpenedOpinion, VorgangRefusal>> {
  const found = await findAsked(context, ports.authorities, {
    id,
    action: "opened-for-opinion",
  });
  if (!found.ok) return found;
  const { request, opinion, there, submissionId } = found.value;
  const view = await ports.submissions.read(there, submissionId);
  if (!view) return refuse({ kind: "not-found" });
  const from = await ports.authorities.find(request.fromTenantId);
  return ok({
    request,
    fromName: from?.name ?? "",
    question: await decryptText(there, opinion.encryptedQuestion, {
      purpose: opinionPurpose(id, "question"),
    }),
    view: {
      sections: view.sections.filter((_, index) =>
        opinion.sections.includes(index),
      ),
      uploads: view.uploads.filter(({ fileId }) =>
        opinion.fileIds.includes(fileId),
      ),
    },
  });
}

/** One of the files that were chosen. Recorded before the first byte goes out. */
export async function openOpinionFile(
  context: Context,
  ports: OpinionPorts,
  { id, fileId }: { readonly id: string; readonly fileId: string },
): Promise<Result<SubmissionFile, VorgangRefusal>> {
  const found = await findAsked(context, ports.authorities, {
    id,
    action: "file-opened-for-opinion",
    fileId,
  });
  if (!found.ok) return found;
  const { there, submissionId } = found.value;
  const file = await ports.submissions.openFile(there, submissionId, fileId);
  return file ? ok(file) : refuse({ kind: "not-found" });
}

const notFound = refuse({ kind: "not-found" } as const);

/** The only way from the asked authority to the asking one: by a request in its own list that is open and meant for the caller. */
async function findAsked(
  context: Context,
  authorities: Authorities,
  wanted: {
    readonly id: string;
    /** As the logs name it; absent where nothing is shown. */
    readonly action?: string;
    readonly fileId?: string;
  },
) {
  const { actor, tenantId } = context;
  if (!actor.may("vorgang.edit") || !isId(wanted.id)) return notFound;
  const scope = await scopeOf(context);
  const own = await authorities.find(tenantId);
  return context.transaction(async (db) => {
    const request = await findOpenRequest(db, tenantId, {
      id: wanted.id,
      scope,
    });
    if (!request) return notFound;
    const other = request.fromTenantId;
    const there = authorities.contextIn(context, other);
    const found = await asTenant(db, { own: tenantId, other }, async () => {
      const opinion = await findOpinionAskedOf(db, other, {
        id: wanted.id,
        askedTenantId: tenantId,
      });
      const isShown =
        wanted.fileId === undefined ||
        opinion?.fileIds.includes(wanted.fileId) === true;
      if (!opinion || !isShown) return undefined;
      const vorgang = await vorgangAsked(db, other, opinion);
      if (!vorgang) return undefined;
      if (wanted.action !== undefined)
        await recordAudit(there, db, {
          action: `vorgang.${wanted.action}`,
          subject: { kind: "vorgang", id: vorgang.id },
          details: { opinionId: wanted.id, authority: own?.name ?? "" },
        });
      return { opinion, submissionId: vorgang.submissionId };
    });
    if (!found) return notFound;
    if (wanted.action !== undefined)
      await recordAudit(context, db, {
        action: `opinion.${wanted.action}`,
        subject: { kind: "opinion", id: wanted.id },
      });
    return ok({ request, there, ...found });
  });
}

function vorgangAsked(db: Db, tenantId: string, { vorgangId }: StoredOpinion) {
  return findVorgang(db, tenantId, { id: vorgangId, hiddenSlugs: [] });
}

export type GiveOpinionRefusal =
  | VorgangRefusal
  | { readonly kind: "opinion-answer-missing" }
  | { readonly kind: "opinion-text-too-long" };

/**
 * Answers. Written together in both authorities; who asked sees it as new and gets an e-mail without content. The first answer counts: what is
 * answered or was taken back meanwhile is not found any more.
 */
export async function giveOpinion(
  context: Context,
  authorities: Authorities,
  input: { readonly id: string; readonly text: string },
): Promise<Result<void, GiveOpinionRefusal>> {
  const { id } = input;
  const { tenantId, now } = context;
  const text = normaliseNote(input.text);
  if (text === undefined) return refuse({ kind: "opinion-answer-missing" });
  if (Array.from(text).length > longestNote)
    return refuse({ kind: "opinion-text-too-long" });
  const found = await findAsked(context, authorities, { id });
  if (!found.ok) return found;
  const { there, request, opinion } = found.value;
  const other = request.fromTenantId;
  const from = await authorities.find(other);
  const names = await listStaffNames(context, [context.actor.id]);
  const answer = { text, by: names.get(context.actor.id) ?? "" };
  const encrypted = await there.cipher.encrypt(
    Buffer.from(JSON.stringify(answer), "utf8"),
    opinionPurpose(id, "answer"),
  );
  return context.transaction<Result<void, GiveOpinionRefusal>>(async (db) => {
    const isFirst = await asTenant(db, { own: tenantId, other }, async () => {
      if (!(await saveAnswer(db, other, { id, encrypted, at: now })))
        return false;
      const vorgang = await vorgangAsked(db, other, opinion);
      if (!vorgang) return false;
      await tellAsker(there, db, {
        opinion,
        vorgang,
        from,
        byTenantId: tenantId,
      });
      return true;
    });
    if (!isFirst) return refuse({ kind: "not-found" });
    await endRequest(db, tenantId, { id, at: now });
    await recordAudit(context, db, {
      action: "opinion.given",
      subject: { kind: "opinion", id },
    });
    return ok(undefined);
  });
}

/** In the asking authority: new for who asked, an e-mail without content, and its log. */
async function tellAsker(
  there: Context,
  db: Db,
  told: {
    readonly opinion: StoredOpinion;
    readonly vorgang: Vorgang;
    readonly from: Authority | undefined;
    readonly byTenantId: string;
  },
): Promise<void> {
  const { opinion, vorgang, from, byTenantId } = told;
  const staffIds = [opinion.askedBy];
  await insertNotices(db, there.tenantId, {
    staffIds,
    subjectId: opinion.id,
    vorgangId: vorgang.id,
    kind: "opinion-given",
    at: there.now,
  });
  const baseUrl = from?.baseUrl ?? "";
  await notifyStaff(there, db, { vorgang, staffIds, baseUrl });
  await recordAudit(there, db, {
    action: "vorgang.opinion-given",
    subject: { kind: "vorgang", id: vorgang.id },
    details: { opinionId: opinion.id, byTenantId },
  });
}
