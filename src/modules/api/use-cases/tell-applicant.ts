import { ok, refuse, type Result } from "../../../platform/result/result.ts";
import type { ChangeStateRefusal } from "../../vorgaenge/index.ts";
import { versionOf } from "../domain/version.ts";
import type { ApiPorts, StoredDocument } from "../ports.ts";
import type { Keep, KeptAnswer } from "./answer-once.ts";
import type { Caller } from "./authenticate-client.ts";
import { findIn } from "./read-submissions.ts";

export type TellInput = {
  readonly submissionId: string;
  readonly text: string;
  readonly document?: {
    readonly filename: string;
    readonly content: Buffer;
  };
  readonly keep: Keep;
};

export type TellRefusal =
  | { readonly kind: "not-found" }
  /** A test, or what is deleted here: nobody is there to be told. */
  | { readonly kind: "nobody-to-tell" }
  | { readonly kind: "document-not-allowed" }
  | { readonly kind: "step-not-allowed" }
  | { readonly kind: "note-missing" | "note-too-long" }
  | { readonly kind: "version-changed" };

/**
 * Writes to the applicant: into the Postfach and the history, as a caseworker would. The document is stored before and goes again when the
 * message does not come to be.
 */
export async function tellApplicant(
  caller: Caller,
  input: TellInput,
  ports: ApiPorts,
): Promise<Result<KeptAnswer, TellRefusal>> {
  const { context } = caller;
  const { document } = input;
  if (!document) return tell(caller, { ...input, documents: [] }, ports);
  const stored = await ports.storeDocument(context, document);
  if (!stored.ok) return stored;
  const { fileId } = stored.value;
  try {
    const documents = [stored.value];
    const result = await tell(caller, { ...input, documents }, ports);
    if (!result.ok) await ports.removeDocument(context, fileId);
    return result;
  } catch (error) {
    await ports.removeDocument(context, fileId);
    throw error;
  }
}

/** A message overwrites nothing: what happens at the same moment only moves it behind. */
const mostTries = 5;

async function tell(
  caller: Caller,
  input: TellInput & { readonly documents: readonly StoredDocument[] },
  ports: ApiPorts,
): Promise<Result<KeptAnswer, TellRefusal>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const result = await tellOnce(caller, input, ports);
    if (result.ok || result.refusal.kind !== "version-changed") return result;
  }
  return refuse({ kind: "version-changed" });
}

async function tellOnce(
  caller: Caller,
  input: TellInput & { readonly documents: readonly StoredDocument[] },
  ports: ApiPorts,
): Promise<Result<KeptAnswer, TellRefusal>> {
  const { context } = caller;
  const { submissionId, text, documents, keep } = input;
  const found = await context.transaction((db) =>
    findIn(caller, db, submissionId),
  );
  if (!found) return refuse({ kind: "not-found" });
  const { standing } = found;
  if (!standing) return refuse({ kind: "nobody-to-tell" });
  const answerAt = (lastPosition: number): KeptAnswer => ({
    status: 201,
    etag: versionOf({ ...found, standing: { lastPosition } }),
    body: bodyOf(submissionId, documents),
  });
  const told = await ports.changeState(context, {
    vorgangId: standing.vorgangId,
    step: { kind: "note-to-applicant" },
    note: text,
    documents,
    expectedPosition: standing.lastPosition,
    writeAlong: (db, position) => keep(db, answerAt(position)),
  });
  return told.ok
    ? ok(answerAt(standing.lastPosition + 1))
    : refuse(refusalOf(told.refusal));
}

const bodyOf = (submissionId: string, documents: readonly StoredDocument[]) =>
  JSON.stringify({
    submissionId,
    documents: documents.map(({ filename, sizeBytes, sha256 }) => ({
      filename,
      sizeBytes,
      sha256,
    })),
  });

function refusalOf({ kind }: ChangeStateRefusal): TellRefusal {
  switch (kind) {
    case "not-permitted":
    case "not-found":
      return { kind: "nobody-to-tell" };
    case "changed-meanwhile":
      return { kind: "version-changed" };
    case "bescheid-needed":
    case "step-not-allowed":
      return { kind: "step-not-allowed" };
    case "note-missing":
    case "note-too-long":
      return { kind };
  }
}
