import { z } from "zod";
import type { Context } from "../../../platform/context/context.ts";
import type { Db } from "../../../platform/database/database.ts";
import {
  internalNotePurpose,
  type InternalNote,
} from "../domain/internal-note.ts";
import {
  arrivalPurpose,
  type Arrival,
  type HandOver,
} from "../domain/hand-over.ts";
import type { Label } from "../domain/label.ts";
import type { VorgangLink } from "../domain/link.ts";
import type { OpinionFile } from "../domain/opinion-file.ts";
import { opinionPurpose, type Opinion } from "../domain/opinion.ts";
import { listLabelsWith } from "../store/label-store.ts";
import {
  listArrivals,
  listHandOvers,
  type StoredArrival,
} from "../store/hand-over-store.ts";
import { listLinks } from "../store/link-store.ts";
import { listNotes, type StoredNote } from "../store/note-store.ts";
import {
  listOpinionFiles,
  type StoredOpinionFile,
} from "../store/opinion-file-store.ts";
import { listOpinions, type StoredOpinion } from "../store/opinion-store.ts";
import { decryptOpinionFile } from "./answer-files.ts";
import { decryptText } from "./decrypt-text.ts";

/** What colleagues put on a Vorgang for each other. */
export type Collaboration = {
  /** All that the authority has. */
  readonly labels: readonly Label[];
  readonly labelIds: readonly string[];
  readonly notes: readonly InternalNote[];
  readonly links: readonly VorgangLink[];
  readonly opinions: readonly Opinion[];
  /** Of all answers, in order. */
  readonly opinionFiles: readonly OpinionFile[];
  /** How it came here otherwise than by the own portal, and to whom it was given; the last of each is the one that counts. */
  readonly arrivals: readonly Arrival[];
  readonly handOvers: readonly HandOver[];
};

/** The same with its texts still encrypted. */
export type StoredCollaboration = Omit<
  Collaboration,
  "notes" | "opinions" | "opinionFiles" | "arrivals"
> & {
  readonly opinionFiles: readonly StoredOpinionFile[];
  readonly arrivals: readonly StoredArrival[];
  readonly notes: readonly StoredNote[];
  readonly opinions: readonly StoredOpinion[];
};

/** In the transaction that opens the Vorgang, which records that it was opened. */
export async function findCollaboration(
  { tenantId }: Context,
  db: Db,
  vorgang: { readonly id: string; readonly hiddenSlugs: readonly string[] },
): Promise<StoredCollaboration> {
  const [labels, ...others] = await Promise.all([
    listLabelsWith(db, tenantId, vorgang.id),
    listNotes(db, tenantId, vorgang.id),
    listLinks(db, tenantId, vorgang),
    listOpinions(db, tenantId, vorgang.id),
    listOpinionFiles(db, tenantId, vorgang.id),
    listArrivals(db, tenantId, vorgang.id),
    listHandOvers(db, tenantId, vorgang.id),
  ]);
  const [notes, links, opinions, opinionFiles, arrivals, handOvers] = others;
  return {
    labels: labels.map(({ label }) => label),
    labelIds: labels.flatMap(({ label, isPut }) => (isPut ? label.id : [])),
    notes,
    links,
    opinions,
    opinionFiles,
    arrivals,
    handOvers,
  };
}

/** In clear text. Call it after the transaction: the first use of a tenant's key reads the database. */
export async function decryptCollaboration(
  context: Context,
  stored: StoredCollaboration,
): Promise<Collaboration> {
  return {
    ...stored,
    notes: await Promise.all(
      stored.notes.map(async ({ encryptedText, ...note }) => ({
        ...note,
        text: await decryptText(context, encryptedText, {
          purpose: internalNotePurpose(note.id),
        }),
      })),
    ),
    opinions: await Promise.all(
      stored.opinions.map((opinion) => decryptOpinion(context, opinion)),
    ),
    opinionFiles: await Promise.all(
      stored.opinionFiles.map((file) => decryptOpinionFile(context, file)),
    ),
    arrivals: await Promise.all(
      stored.arrivals.map((arrival) => decryptArrival(context, arrival)),
    ),
  };
}

const arrivalNoteSchema = z.object({
  reason: z.string(),
  text: z.string(),
  notes: z.array(
    z.object({ by: z.string(), at: z.string(), text: z.string() }),
  ),
});

async function decryptArrival(
  context: Context,
  { encryptedNote, ...arrival }: StoredArrival,
): Promise<Arrival> {
  const note =
    encryptedNote &&
    (await decryptText(context, encryptedNote, {
      purpose: arrivalPurpose(arrival.id),
    }));
  return {
    ...arrival,
    note:
      note === undefined
        ? undefined
        : arrivalNoteSchema.parse(JSON.parse(note)),
  };
}

const answerSchema = z.object({ text: z.string(), by: z.string() });

async function decryptOpinion(
  context: Context,
  { encryptedQuestion, encryptedAnswer, ...opinion }: StoredOpinion,
): Promise<Opinion> {
  const question = await decryptText(context, encryptedQuestion, {
    purpose: opinionPurpose(opinion.id, "question"),
  });
  const answer =
    encryptedAnswer &&
    (await decryptText(context, encryptedAnswer, {
      purpose: opinionPurpose(opinion.id, "answer"),
    }));
  return {
    ...opinion,
    question,
    answer:
      answer === undefined ? undefined : answerSchema.parse(JSON.parse(answer)),
  };
}
