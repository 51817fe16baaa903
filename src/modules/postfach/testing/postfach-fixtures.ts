import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import type { Actor, Context } from "../../../platform/context/context.ts";
import { directoryFileStore } from "../../../platform/files/directory-file-store.ts";
import type { FileStore } from "../../../platform/files/file-store.ts";
import type { ReceivedFile } from "../../../platform/multipart/received-file.ts";
import {
  guest,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { SignedInAccount } from "../../../shell/web/route.ts";
import type { ThreadSubject } from "../domain/thread.ts";
import type { PostfachPorts } from "../ports.ts";
import {
  provideMessage,
  type NewMessage,
} from "../use-cases/provide-message.ts";

/** A Thursday. */
export const today = new Date("2027-03-04T09:00:00Z");

/** Xaveria at home, or whoever acts for somebody. */
export type Person = { readonly accountId: string; readonly ownerId: string };

export const newPerson = (): Person => {
  const accountId = newId();
  return { accountId, ownerId: accountId };
};

/** The same person for an organisation or, with what they did themselves only, for another person. */
export const actingFor = (person: Person, ownerId: string): Person => ({
  ...person,
  ownerId,
});

export type Surroundings = {
  readonly ports: PostfachPorts;
  readonly files: FileStore;
  /** Private links by submission. */
  readonly links: Map<string, string>;
  contextOf(
    tenantId: string,
    who?: Person & { readonly seesOwnActsOnly?: true },
    now?: Date,
  ): Context;
  office(tenantId: string, now?: Date): Context;
};

/** Two portals and more share one database and one file store. */
export async function postfachSurroundings(
  database: Pick<TestDatabase, "contextFor">,
): Promise<Surroundings> {
  const files = directoryFileStore(
    await mkdtemp(path.join(tmpdir(), "postfach-")),
  );
  const links = new Map<string, string>();
  return {
    files,
    links,
    contextOf: (tenantId, who, now = today) =>
      database.contextFor({ tenantId, now, actor: who ? citizen(who) : guest }),
    office: (tenantId, now = today) =>
      database.contextFor({
        tenantId,
        now,
        actor: staffWith(newId(), "vorgang.read", "vorgang.edit"),
      }),
    ports: {
      files,
      scanner: undefined,
      contextIn: ({ actor, now }, tenantId) =>
        database.contextFor({ tenantId, actor, now }),
      portalOf: () =>
        Promise.resolve({
          name: "Landeshauptstadt Schwerin",
          baseUrl: "http://schwerin.localhost:8080",
        }),
      findByStatusLink: (_context, link) => {
        const submissionId = links.get(link);
        return Promise.resolve(
          submissionId === undefined ? undefined : { submissionId },
        );
      },
      recipientOf: (_context, { actingAccountId, id }) =>
        Promise.resolve(
          actingAccountId === undefined
            ? undefined
            : {
                email: "xaveria@example.org",
                url: `http://schwerin.localhost:8080/postfach/${id}`,
                locale: "de" as const,
              },
        ),
      successorOf: () => Promise.resolve(undefined),
      choiceOf: () => Promise.resolve("at-once"),
      tellBySms: () => Promise.resolve(),
      mirroring: undefined,
      answerListeners: [],
    },
  };
}

function citizen({
  accountId,
  ownerId,
  seesOwnActsOnly,
}: Person & { readonly seesOwnActsOnly?: true }): Actor {
  return {
    kind: "citizen",
    id: accountId,
    ownerId,
    ...(seesOwnActsOnly ? { seesOwnActsOnly } : {}),
    may: () => false,
  };
}

export function signedInAs(
  { accountId }: Person,
  acting?: SignedInAccount["actingFor"],
): SignedInAccount {
  return {
    accountId,
    displayName: "Xaveria Beispiel",
    sessionId: "1",
    assuranceLevel: "low",
    provider: "local",
    signedInAt: today,
    endsAt: today,
    endsAtLatest: today,
    actingFor: acting,
  };
}

/** What somebody applied for. */
export function subjectOf(
  owner: Person | undefined,
  title = "Bewohnerparkausweis",
): ThreadSubject {
  return {
    submissionId: newId(),
    reference: "7K4M-29CF-X3T",
    title,
    owner: owner && {
      ownerId: owner.ownerId,
      actingAccountId: owner.accountId,
    },
  };
}

/** The authority writes; gives the message's id. */
export async function provide(
  office: Context,
  message: Partial<NewMessage> & Pick<NewMessage, "subject">,
): Promise<string> {
  const messageId = newId();
  // As in use: something of the tenant was encrypted before the transaction.
  await office.cipher.encrypt(Buffer.from("x"), "warm");
  await office.transaction((db) =>
    provideMessage(office, db, {
      messageId,
      kind: "message",
      text: "Guten Tag",
      ...message,
    }),
  );
  return message.messageId ?? messageId;
}

/** A file in the store, as it comes with a form. */
export async function received(
  { files }: Surroundings,
  { tenantId, cipher }: Context,
  content = "%PDF-1.7 sample",
): Promise<ReceivedFile & { readonly fileId: string }> {
  const fileId = newId();
  const stored = await files.put(
    Readable.from([Buffer.from(content)]),
    { tenantId, fileId },
    cipher,
  );
  return {
    field: "dateien",
    filename: "Führerschein.pdf",
    fileId,
    outcome: {
      kind: "stored",
      fileId,
      ...stored,
      mediaType: "application/pdf",
    },
  };
}
