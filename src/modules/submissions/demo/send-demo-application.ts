import { Readable } from "node:stream";
import type { Context } from "../../../platform/context/context.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import { newId } from "../../../platform/values/id.ts";
import type { Answers, FileAnswer } from "../../forms/index.ts";
import { findLeistungHead } from "../../catalogue/index.ts";
import type { Intake } from "../domain/intake.ts";
import type { Sender } from "../domain/sender.ts";
import type { SubmittedListener } from "../ports.ts";
import { beginIntake } from "../use-cases/intakes.ts";
import { openDraft, openIntake } from "../use-cases/open-draft.ts";
import { saveDraft } from "../use-cases/save-draft.ts";
import { startDraft } from "../use-cases/start-draft.ts";
import { readBeforeSending } from "../use-cases/read-before-sending.ts";
import { submitDraft } from "../use-cases/submit-draft.ts";

export type DemoApplication = {
  readonly leistungSlug: string;
  readonly answers: Answers;
  /** One document for each of these fields of the form. */
  readonly files?: Readonly<Record<string, string>>;
  /** Undefined: a guest. */
  readonly sender?: Sender | undefined;
  /** Empty: wants no notices. */
  readonly email: string;
  /** Taken in by the caseworker of the context. */
  readonly intake?: Pick<Intake, "channel" | "name"> & {
    readonly staffName: string;
    /** Of a letter; empty otherwise. */
    readonly receivedOn: string;
  };
};

export type DemoSending = {
  readonly listeners: readonly SubmittedListener[];
  readonly files: FileStore;
  readonly portal: { readonly name: string; readonly baseUrl: string };
  /** What is in the documents. */
  readonly pdf: Buffer;
};

/** Fills in and sends an application as people do; gives the id of what was sent. Throws where the form does not take it. */
export async function sendDemoApplication(
  context: Context,
  application: DemoApplication,
  sending: DemoSending,
): Promise<string> {
  const { leistungSlug, email, sender, intake } = application;
  const open = await begin(context, application);
  const answers = await answersOf(context, application, sending);
  const saved = await saveDraft(context, await open(), { answers });
  if (!saved.ok) throw new Error(`demo draft: ${saved.refusal.kind}`);
  const draft = await open();
  const leistung = await findLeistungHead(context, leistungSlug);
  const { name: portalName, baseUrl } = sending.portal;
  const sent = await submitDraft(context, {
    draft,
    own: undefined,
    checkedOwnData: "",
    checkedRevision: draft.revision,
    leistungTitle: leistung?.title ?? draft.definition.title,
    leikaKey: leistung?.leikaKey,
    portalName,
    before: await readBeforeSending(context, draft, sending.listeners),
    isConfirmed: true,
    notificationEmail: email,
    statusLinkPrefix: `${baseUrl}/status/`,
    sender: sender && { ...sender, signedInAt: minutesBefore(context) },
    neededLevel: leistung?.assuranceLevel ?? "none",
    ...(intake
      ? { intakeProof: { isIdentitySeen: false, isSigned: true } }
      : {}),
  });
  if (sent.ok) return sent.value.submissionId;
  throw new Error(
    `demo application ${leistungSlug}: ${JSON.stringify(sent.refusal)}`,
  );
}

/** Who applies has just signed in, whenever the story plays. */
function minutesBefore({ now }: Context): Date {
  return new Date(now.getTime() - 12 * 60_000);
}

/** Gives what opens the draft. */
async function begin(
  context: Context,
  { leistungSlug, intake, email }: DemoApplication,
) {
  const opened = intake
    ? await beginAtCounter(context, { leistungSlug, intake, email })
    : await beginOnline(context, leistungSlug);
  return async () => {
    const draft = await opened();
    if (!draft) throw new Error(`demo draft of ${leistungSlug} is not there`);
    return draft;
  };
}

async function beginOnline(context: Context, leistungSlug: string) {
  const begun = await startDraft(context, leistungSlug);
  if (!begun.ok)
    throw new Error(`demo draft of ${leistungSlug}: ${begun.refusal.kind}`);
  return () => openDraft(context, begun.value.key);
}

async function beginAtCounter(
  context: Context,
  {
    leistungSlug,
    intake,
    email,
  }: Required<Pick<DemoApplication, "leistungSlug" | "intake" | "email">>,
) {
  const begun = await beginIntake(
    context,
    {
      leistungSlug,
      ...intake,
      email,
      phone: "",
      accountCode: "",
    },
    () => Promise.resolve(undefined),
  );
  if (!begun.ok)
    throw new Error(`demo intake: ${JSON.stringify(begun.refusal)}`);
  return () => openIntake(context, begun.value.draftId);
}

async function answersOf(
  context: Context,
  { answers, files = {} }: DemoApplication,
  sending: DemoSending,
): Promise<Answers> {
  const stored: Record<string, readonly FileAnswer[]> = {};
  for (const [field, filename] of Object.entries(files))
    stored[field] = [await storeFile(context, filename, sending)];
  return { ...answers, ...stored };
}

async function storeFile(
  { tenantId, cipher }: Context,
  filename: string,
  { files, pdf }: DemoSending,
): Promise<FileAnswer> {
  const fileId = newId();
  const source = Readable.from([pdf]);
  const { sizeBytes, sha256 } = await files.put(
    source,
    { tenantId, fileId },
    cipher,
  );
  return { fileId, filename, sizeBytes, sha256, mediaType: "application/pdf" };
}
