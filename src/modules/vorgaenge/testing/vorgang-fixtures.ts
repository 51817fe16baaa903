import assert from "node:assert/strict";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { Context } from "../../../platform/context/context.ts";
import { directoryFileStore } from "../../../platform/files/directory-file-store.ts";
import {
  guest,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import type { Step } from "../domain/events.ts";
import type { VorgaengePorts } from "../ports.ts";
import { findVorgangOfSubmission } from "../store/vorgang-store.ts";
import { changeState } from "../use-cases/change-state.ts";
import { openVorgang } from "../use-cases/open-vorgang.ts";

/** A Wednesday morning. */
export const received = new Date("2027-03-03T08:00:00.000Z");

const statusKey = "k".repeat(43);
export const statusLinkPrefix = "http://schwerin.localhost:8080/status/";
export const fileId = "01900000-0000-7000-8000-00000000f11e";

/** A tenant of its own with a caseworker. */
export type Office = {
  readonly tenantId: string;
  readonly caseworker: Context;
  readonly visitor: Context;
  at(now: Date, permissions?: readonly string[]): Context;
};

export function newOffice(database: TestDatabase): Office {
  const tenantId = newId();
  const staffId = newId();
  const at = (
    now: Date,
    permissions: readonly string[] = ["vorgang.read", "vorgang.edit"],
  ) =>
    database.contextFor({
      tenantId,
      now,
      actor: staffWith(staffId, ...permissions),
    });
  return {
    tenantId,
    at,
    caseworker: at(received),
    visitor: database.contextFor({ tenantId, now: received, actor: guest }),
  };
}

/** A parking permit somebody applied for; returns the Vorgang's id. */
export async function parkingPermit(
  office: Office,
  {
    submissionId = newId(),
    submittedAt = received,
    searchTexts = ["Jördis Großmann", "SN-AB 123"] as readonly string[],
  } = {},
): Promise<string> {
  await office.visitor.transaction((db) =>
    openVorgang(office.visitor, db, {
      submissionId,
      reference: `TEST-${submissionId.slice(-12)}`,
      leistungSlug: "bewohnerparkausweis",
      leistungTitle: "Bewohnerparkausweis",
      submittedAt,
      searchTexts,
    }),
  );
  const vorgang = await office.visitor.transaction((db) =>
    findVorgangOfSubmission(db, office.tenantId, submissionId),
  );
  assert.ok(vorgang);
  return vorgang.id;
}

/** Does steps one after the other as the caseworker; returns the number of the last event. */
export async function doSteps(
  office: Office,
  vorgangId: string,
  steps: readonly Step[],
): Promise<number> {
  let position = 1;
  for (const step of steps) {
    const result = await changeState(
      office.caseworker,
      {
        vorgangId,
        step,
        note: "Text",
        expectedPosition: position,
        statusLinkPrefix,
      },
      noAddress,
    );
    assert.ok(result.ok, JSON.stringify(result));
    position += 1;
  }
  return position;
}

export const noAddress = () => Promise.resolve(undefined);

/** Stands in for submissions: one view, one file, and an address for notices. */
export function fakePorts(
  overrides: Partial<VorgaengePorts> = {},
): VorgaengePorts {
  return {
    submissions: {
      read: () =>
        Promise.resolve({
          sections: [
            {
              heading: "Angaben zur Person",
              entries: [
                { label: "Familienname", values: ["Großmann-<b>Özil</b>"] },
                { label: "Titel", values: [] },
              ],
            },
          ],
          uploads: [
            {
              fileId,
              filename: "Führerschein & Ausweis.pdf",
              sizeBytes: 123_456,
              mediaType: "application/pdf",
              scan: "clean" as const,
            },
          ],
        }),
      openFile: (_context, _submissionId, id) =>
        Promise.resolve(
          id === fileId
            ? {
                filename: "Führerschein & Ausweis.pdf",
                mediaType: "application/pdf",
                body: Readable.from(["%PDF-1.7"]),
              }
            : undefined,
        ),
      renderPdf: () => Promise.resolve(Buffer.from("%PDF-1.7")),
      renderAnswers: (_context, _submissionId, format) =>
        Promise.resolve(Buffer.from(`answers as ${format}`)),
      searchTexts: () => Promise.resolve(["Jördis Großmann", "SN-AB 123"]),
    },
    listLeistungen: () =>
      Promise.resolve([
        { slug: "bewohnerparkausweis", title: "Bewohnerparkausweis" },
      ]),
    findNotificationAddress: async (context) => {
      // The real one decrypts the address, which loads the tenant's key before any transaction needs it.
      await context.cipher.encrypt(Buffer.from(statusKey), "address");
      return { email: "anna@example.org", statusKey };
    },
    authorities: {
      search: () => Promise.resolve([]),
      suggest: () => Promise.resolve([]),
      find: (tenantId) =>
        Promise.resolve({
          tenantId,
          name: "Schwerin",
          ars: "130040000000",
          baseUrl: "http://schwerin.localhost:8080",
          email: "post@schwerin.example",
          phone: "0385 545-0",
          place: "19053 Schwerin",
        }),
      contextIn: (context) => context,
    },
    findSubmissionByStatusLink: () => Promise.resolve(undefined),
    findOwnSubmission: () => Promise.resolve(undefined),
    expertFiles: {
      files: directoryFileStore(join(tmpdir(), `experts-${newId()}`)),
      scanner: undefined,
    },
    handOver: {
      prepareTransfer: async (_context, there, submissionId) => {
        // The real one encrypts for the other authority.
        await there.cipher.encrypt(Buffer.from(submissionId), "submission");
        return {
          event: {
            submissionId,
            reference: `TEST-${submissionId.slice(-12)}`,
            leistungSlug: "bewohnerparkausweis",
            leistungTitle: "Bewohnerparkausweis",
            submittedAt: received,
            searchTexts: ["Jördis Großmann"],
          },
          write: () => Promise.resolve(),
        };
      },
      stopDeliveries: () => Promise.resolve(true),
      mayStopDeliveries: () => Promise.resolve(true),
    },
    corrections: {
      listAskable: () => Promise.resolve([]),
      beginCorrection: () => Promise.resolve(undefined),
    },
    ...overrides,
  };
}

/** What the audit log says about one Vorgang, in order. */
export async function auditOf(
  context: Context,
  subjectId: string,
): Promise<string[]> {
  const rows = await context.transaction((db) =>
    db
      .$extendTables<{
        "audit.entry": { action: string; subject_id: string; seq: string };
      }>()
      .selectFrom("audit.entry")
      .select("action")
      .where("subject_id", "=", subjectId)
      .orderBy("seq")
      .execute(),
  );
  return rows.map(({ action }) => action);
}
