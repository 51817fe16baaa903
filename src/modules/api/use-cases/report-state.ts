import type { Db } from "../../../platform/database/database.ts";
import { sendMailLater } from "../../../platform/mail/mail.ts";
import { mailOf } from "../../../platform/mail/mail-text.ts";
import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import { newId } from "../../../platform/values/id.ts";
import { recordAudit } from "../../audit/index.ts";
import { nameOfDestination } from "../../delivery/index.ts";
import type {
  ChangeStateRefusal,
  Standing,
  Step,
} from "../../vorgaenge/index.ts";
import { isMeaning, stepTo, type Meaning } from "../domain/meaning.ts";
import { isVersionSeen, versionOf } from "../domain/version.ts";
import { unknownStateMail } from "../i18n/mail-texts.ts";
import type { ApiPorts } from "../ports.ts";
import { insertReported, listMeanings } from "../store/state-store.ts";
import type { Keep, KeptAnswer } from "./answer-once.ts";
import type { Caller } from "./authenticate-client.ts";
import { findIn, type Found } from "./read-submissions.ts";

export type ReportStateInput = {
  readonly submissionId: string;
  /** As the back office calls it. */
  readonly word: string;
  /** For the applicant; empty for none. */
  readonly note: string;
  /** The version the back office saw, or `*`. */
  readonly ifMatch: string;
  readonly keep: Keep;
};

export type ReportStateRefusal =
  | { readonly kind: "not-found" }
  | { readonly kind: "version-changed" }
  | Exclude<
      ChangeStateRefusal,
      { readonly kind: "not-permitted" | "not-found" | "changed-meanwhile" }
    >;

type Report = ReportStateInput & {
  readonly found: Found;
  readonly meaning: Meaning | undefined;
};

/**
 * A back office says where an application stands. A word with a meaning is a step of the Vorgang by the rules for everybody; one without is
 * kept as text for the office, and the administrator is told of it once. Nothing is overwritten that the caller has not seen.
 */
export async function reportState(
  caller: Caller,
  input: ReportStateInput,
  ports: ApiPorts,
): Promise<Result<KeptAnswer, ReportStateRefusal>> {
  const { client, context } = caller;
  const { submissionId, word, ifMatch } = input;
  const known = await context.transaction(async (db) => ({
    found: await findIn(caller, db, submissionId),
    meanings: await listMeanings(db, context.tenantId, client.destinationId),
  }));
  const { found } = known;
  if (!found) return refuse({ kind: "not-found" });
  if (!isVersionSeen(ifMatch, found))
    return refuse({ kind: "version-changed" });
  const own = isMeaning(word) ? word : undefined;
  const meaning = known.meanings.find((one) => one.word === word)?.meaning;
  const report = { ...input, found, meaning: meaning ?? own };
  const { standing } = found;
  const step = standing && stepOf(report, standing);
  return standing && step
    ? change(caller, { ...report, standing, step }, ports)
    : ok(await noteOnly(caller, report, ports));
}

/** What was said to the applicant is said, even where nothing else changes. */
function stepOf(
  { meaning, note }: Report,
  standing: Standing,
): Step | undefined {
  if (meaning === undefined) return undefined;
  const step = stepTo(meaning, standing);
  return step ?? (note === "" ? undefined : { kind: "note-to-applicant" });
}

async function change(
  caller: Caller,
  report: Report & { readonly standing: Standing; readonly step: Step },
  ports: ApiPorts,
): Promise<Result<KeptAnswer, ReportStateRefusal>> {
  const { context } = caller;
  const { found, standing, step, note, keep } = report;
  const answerAt = (lastPosition: number) =>
    answerOf(report, { ...found, standing: { ...standing, lastPosition } });
  const done = await ports.changeState(context, {
    vorgangId: standing.vorgangId,
    step,
    note,
    expectedPosition: standing.lastPosition,
    writeAlong: async (db, position) => {
      await insertReported(db, context.tenantId, reportedOf(caller, report));
      await keep(db, answerAt(position));
    },
  });
  if (done.ok) return ok(answerAt(standing.lastPosition + 1));
  switch (done.refusal.kind) {
    case "not-permitted":
    case "not-found":
      return refuse({ kind: "not-found" });
    case "changed-meanwhile":
      return refuse({ kind: "version-changed" });
    case "step-not-allowed":
    case "bescheid-needed":
    case "note-missing":
    case "note-too-long":
      return refuse(done.refusal);
  }
}

async function noteOnly(
  caller: Caller,
  report: Report,
  ports: ApiPorts,
): Promise<KeptAnswer> {
  const { client, context } = caller;
  const { tenantId } = context;
  const destination = await nameOfDestination(context, client.destinationId);
  const base = await ports.baseUrlOf(tenantId);
  const answer = answerOf(report, report.found);
  await context.transaction(async (db) => {
    const isNew = await insertReported(
      db,
      tenantId,
      reportedOf(caller, report),
    );
    await report.keep(db, answer);
    if (isNew)
      await tellAdministrators(caller, db, {
        addresses: await ports.listAdministratorEmails(context, db),
        values: {
          word: report.word,
          destination: destination ?? "",
          url: `${base}/verwaltung/ziele/${client.destinationId}/zugaenge`,
        },
      });
    await recordAudit(context, db, {
      action: "api.state-noted",
      subject: { kind: "delivery", id: report.found.handed.deliveryId },
      details: { understood: report.meaning !== undefined },
    });
  });
  return answer;
}

/** Authorities work in German. A word and a destination are no content. */
async function tellAdministrators(
  { context }: Caller,
  db: Db,
  {
    addresses,
    values,
  }: {
    readonly addresses: readonly string[];
    readonly values: Readonly<Record<string, string>>;
  },
): Promise<void> {
  for (const to of addresses)
    await sendMailLater(
      context,
      db,
      mailOf(unknownStateMail, { to, locales: ["de"], values }),
    );
}

const reportedOf = (
  { client, context }: Caller,
  { found, word, meaning }: Report,
) => ({
  id: newId(),
  destinationId: client.destinationId,
  deliveryId: found.handed.deliveryId,
  submissionId: found.handed.submissionId,
  word,
  meaning,
  reportedAt: context.now,
});

/** 202: kept for a person to read, and nothing has changed. */
const answerOf = (
  { submissionId, word, meaning }: Report,
  after: Found,
): KeptAnswer => ({
  status: meaning === undefined ? 202 : 200,
  etag: versionOf(after),
  body: JSON.stringify({
    submissionId,
    state: word,
    meaning: meaning ?? null,
  }),
});
