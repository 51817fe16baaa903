import type { Context } from "../../../platform/context/context.ts";
import { asTenant } from "../../../platform/database/as-tenant.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { ReceivedFile } from "../../../platform/multipart/received-file.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { recordAudit } from "../../audit/index.ts";
import { listStaffNames } from "../../staff/index.ts";
import { longestNote, normaliseNote } from "../domain/note.ts";
import { opinionPurpose, type OpinionRequest } from "../domain/opinion.ts";
import type { Vorgang } from "../domain/vorgang.ts";
import type { Authority } from "../domain/authority.ts";
import type { Authorities } from "../exchange-ports.ts";
import type {
  SubmissionFile,
  SubmissionReader,
  SubmissionView,
  VorgaengePorts,
} from "../ports.ts";
import { insertOpinionFiles } from "../store/opinion-file-store.ts";
import { insertNotices } from "../store/notice-store.ts";
import {
  endRequest,
  listOpenRequests,
  saveAnswer,
  type StoredOpinion,
} from "../store/opinion-store.ts";
import {
  discardReceived,
  siftAnswerFiles,
  takeAnswerFiles,
  type AnswerFaults,
  type TakenFile,
} from "./answer-files.ts";
import type { AnswerFile } from "./kept-answer-files.ts";
import { amongAuthorities } from "./among-authorities.ts";
import { decryptText } from "./decrypt-text.ts";
import { notifyStaff } from "./notify-staff.ts";
import { findAsked, scopeOf, vorgangAsked } from "./find-asked.ts";
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

/** Whether the caller is asked for this at all: looked at before files of an answer are received. */
export async function mayGiveOpinion(
  context: Context,
  authorities: Authorities,
  id: string,
): Promise<boolean> {
  return (await findAsked(context, authorities, { id })).ok;
}

/** Nothing was sent. What could be taken of the files lies ready for the next try. */
export type AnswerProblem = {
  readonly kind:
    | "opinion-answer-missing"
    | "opinion-text-too-long"
    | "opinion-files-refused";
  readonly faults: AnswerFaults;
  readonly kept: readonly AnswerFile[];
};

export type GiveOpinionRefusal = VorgangRefusal | AnswerProblem;

/**
 * Answers. Written together in both authorities; who asked sees it as new and gets an e-mail without content. The first answer counts: what is
 * answered or was taken back meanwhile is not found any more. Files are brought to the authority that asked; nothing of them stays here.
 */
export async function giveOpinion(
  context: Context,
  ports: Pick<VorgaengePorts, "authorities" | "expertFiles">,
  input: {
    readonly id: string;
    readonly text: string;
    /** Just received, under the tenant of the expert. */
    readonly received?: readonly ReceivedFile[];
    /** From an answer that was refused. */
    readonly kept?: readonly AnswerFile[];
  },
): Promise<Result<void, GiveOpinionRefusal>> {
  const { received = [], kept = [] } = input;
  const all = { ...input, received, kept };
  const result = await giveWithFiles(context, ports, all);
  // What was kept may belong to the same answer, sent twice: it is left to be forgotten.
  if (!result.ok && !("kept" in result.refusal))
    await discardReceived(context, ports.expertFiles, received);
  return result;
}

async function giveWithFiles(
  context: Context,
  {
    authorities,
    expertFiles,
  }: Pick<VorgaengePorts, "authorities" | "expertFiles">,
  input: {
    readonly id: string;
    readonly text: string;
    readonly received: readonly ReceivedFile[];
    readonly kept: readonly AnswerFile[];
  },
): Promise<Result<void, GiveOpinionRefusal>> {
  const { id } = input;
  const found = await findAsked(context, authorities, { id });
  if (!found.ok) return found;
  const { there, request, opinion } = found.value;
  const sifted = await siftAnswerFiles(context, expertFiles, input);
  const { good, waiting, faults } = sifted;
  const text = normaliseNote(input.text) ?? "";
  const kind = problemOf(text, faults);
  if (kind) return refuse({ kind, faults, kept: [...good, ...waiting] });
  const files = await takeAnswerFiles(context, expertFiles, {
    there,
    opinionId: id,
    good,
  });
  const names = await listStaffNames(context, [context.actor.id]);
  const answer = { text, by: names.get(context.actor.id) ?? "" };
  const encrypted = await there.cipher.encrypt(
    Buffer.from(JSON.stringify(answer), "utf8"),
    opinionPurpose(id, "answer"),
  );
  return writeAnswer(context, {
    there,
    opinion,
    encrypted,
    files,
    from: await authorities.find(request.fromTenantId),
  });
}

function problemOf(
  text: string,
  faults: AnswerFaults,
): AnswerProblem["kind"] | undefined {
  if (text === "") return "opinion-answer-missing";
  if (Array.from(text).length > longestNote) return "opinion-text-too-long";
  return faults.length > 0 ? "opinion-files-refused" : undefined;
}

async function writeAnswer(
  context: Context,
  answer: {
    readonly there: Context;
    readonly opinion: StoredOpinion;
    readonly encrypted: Buffer;
    readonly files: readonly TakenFile[];
    readonly from: Authority | undefined;
  },
): Promise<Result<void, GiveOpinionRefusal>> {
  const { tenantId, now: at } = context;
  const { there, opinion, encrypted, files, from } = answer;
  const { tenantId: other } = there;
  const { id } = opinion;
  const both = await amongAuthorities(context, undefined, [other]);
  return both.transaction<Result<void, GiveOpinionRefusal>>(async (db) => {
    const isFirst = await asTenant(db, { own: tenantId, other }, async () => {
      if (!(await saveAnswer(db, other, { id, encrypted, at }))) return false;
      await insertOpinionFiles(db, other, files);
      const vorgang = await vorgangAsked(db, other, opinion);
      if (!vorgang) return false;
      const told = { opinion, vorgang, from, byTenantId: tenantId };
      await tellAsker(there, db, told);
      return true;
    });
    if (!isFirst) return refuse({ kind: "not-found" });
    await endRequest(db, tenantId, { id, at });
    await recordAudit(context, db, {
      action: "opinion.given",
      subject: { kind: "opinion", id },
      details: { files: files.length },
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
