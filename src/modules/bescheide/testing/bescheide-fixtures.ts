import assert from "node:assert/strict";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Context } from "../../../platform/context/context.ts";
import { directoryFileStore } from "../../../platform/files/directory-file-store.ts";
import type { PdfCompiler } from "../../../platform/pdf/pdf-compiler.ts";
import { ok } from "../../../platform/result/result.ts";
import type { Sealer, SealRequest } from "../../../platform/seal/sealer.ts";
import {
  guest,
  staffWith,
  type TestDatabase,
} from "../../../platform/testing/test-database.ts";
import { newId } from "../../../platform/values/id.ts";
import { schwerin } from "../../../shell/testing/visit.ts";
import { prepareToOpen, readVorgang } from "../../vorgaenge/index.ts";
import type { BescheidePorts } from "../ports.ts";

/** A Thursday. */
export const today = new Date("2027-03-04T09:00:00Z");

export const slug = "bewohnerparkausweis";

/** What Xaveria answered; her street is missing on purpose. */
const answers = [
  { label: "Vorname", values: ["Xaveria"] },
  { label: "Familienname", values: ["Quittkowski"] },
  { label: "Postleitzahl", values: ["19053"] },
  { label: "Ort", values: ["Schwerin"] },
  { label: "Kennzeichen", values: ["SN-XQ 4711"] },
  { label: "Bemerkung", values: [] },
];

export type BescheideWorld = {
  readonly ports: BescheidePorts;
  /** From the next seal on; undefined: the seal is there. */
  setSealFault(fault: "unavailable" | "refused" | undefined): void;
  readonly sealed: readonly SealRequest[];
  /** Where files are kept. */
  readonly folder: string;
};

/** Bescheide with everything real but seal and submission. */
export async function bescheideWorld(
  database: Pick<TestDatabase, "contextFor">,
  pdf: PdfCompiler,
  kept?: string,
): Promise<BescheideWorld> {
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), "bescheide-")));
  const baseTenant = newId();
  const sealed: SealRequest[] = [];
  let fault: "unavailable" | "refused" | undefined;
  const sealer: Sealer = {
    seal: (request) => {
      if (fault)
        return Promise.resolve({
          ok: false,
          refusal: { kind: fault, reason: "test" },
        });
      sealed.push(request);
      const pdfWithSeal = Buffer.concat([request.pdf, Buffer.from("%seal\n")]);
      return Promise.resolve(
        ok({ pdf: pdfWithSeal, level: "B-B" as const, sealedBy: "Stadt" }),
      );
    },
  };
  const submission = {
    sections: [{ heading: "Angaben", entries: answers }],
    uploads: [],
  };
  const none = () => Promise.resolve(undefined);
  return {
    sealed,
    folder,
    setSealFault: (next) => {
      fault = next;
    },
    ports: {
      files: directoryFileStore(folder),
      pdf,
      sealer,
      portalOf: (tenantId) => Promise.resolve(schwerin(tenantId)),
      baseContext: ({ now }) =>
        Promise.resolve(
          database.contextFor({
            tenantId: baseTenant,
            now,
            actor: staffWith(newId(), "bescheid.texts"),
          }),
        ),
      openVorgang: async (context, vorgangId) => {
        const opened = await readVorgang(context, vorgangId, {
          read: () => Promise.resolve(submission),
          openFile: none,
          renderPdf: none,
          renderAnswers: none,
          searchTexts: () => Promise.resolve([]),
        });
        return opened.ok ? opened.value : undefined;
      },
      ownerOf: none,
      listLeistungen: () =>
        Promise.resolve([{ slug, title: "Bewohnerparkausweis" }]),
      listAnswerLabels: () =>
        Promise.resolve(answers.map(({ label }) => label)),
    },
  };
}

/** The same, with a moment before and after each thing that a release does outside of the database, and within its transaction. */
export function portsWithMoments(
  ports: BescheidePorts,
  step: () => void,
): BescheidePorts {
  const { sealer, files } = ports;
  return {
    ...ports,
    sealer: sealer && {
      seal: async (request: SealRequest) => {
        step();
        const sealed = await sealer.seal(request);
        step();
        return sealed;
      },
    },
    files: {
      ...files,
      put: async (...given: Parameters<typeof files.put>) => {
        const kept = await files.put(...given);
        step();
        return kept;
      },
    },
    // Between the decision and the message.
    ownerOf: () => {
      step();
      return Promise.resolve(undefined);
    },
  };
}

/** Somebody who works in this tenant. */
export function worker(
  database: TestDatabase,
  tenantId: string,
  ...more: readonly string[]
): Context {
  return database.contextFor({
    tenantId,
    now: today,
    actor: staffWith(newId(), "vorgang.read", "vorgang.edit", ...more),
  });
}

/** A parking permit that somebody applied for; gives the id of its Vorgang. */
export async function parkingPermit(
  database: TestDatabase,
  context: Context,
): Promise<string> {
  const visitor = database.contextFor({
    tenantId: context.tenantId,
    now: today,
    actor: guest,
  });
  const submissionId = newId();
  const prepare = await prepareToOpen(visitor, slug);
  const open = await prepare({
    submissionId,
    reference: `TEST-${submissionId.slice(-12)}`,
    leistungSlug: slug,
    leistungTitle: "Bewohnerparkausweis",
    submittedAt: today,
    searchTexts: [],
  });
  await visitor.write(open);
  const [row] = await context.transaction((db) =>
    db
      .$extendTables<{
        "vorgaenge.vorgang": { id: string; submission_id: string };
      }>()
      .selectFrom("vorgaenge.vorgang")
      .select("id")
      .where("submission_id", "=", submissionId)
      .execute(),
  );
  return row?.id ?? assert.fail();
}
