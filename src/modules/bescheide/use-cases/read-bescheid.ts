import type { Context } from "../../../platform/context/context.ts";
import { findWorkScope, listStaffNames } from "../../staff/index.ts";
import type { Vorgang } from "../../vorgaenge/index.ts";
import {
  mayRelease,
  purposes,
  type Bescheid,
  type Draft,
  type LeistungRules,
} from "../domain/bescheid.ts";
import type { BescheidePorts } from "../ports.ts";
import * as store from "../store/bescheid-store.ts";
import { decryptDraft, releaserOf, soughtBy } from "./find-bescheid.ts";
import { findRules } from "./leistung-rules.ts";
import { loadDocument, makePdf } from "./make-document.ts";

export type OpenedBescheid = {
  readonly bescheid: Bescheid;
  readonly draft: Draft;
  /** Why it came back from the second person. */
  readonly returnReason: string | undefined;
  readonly rules: LeistungRules;
  readonly vorgang: Vorgang;
  /** The caller may release it as it is. */
  readonly mayRelease: boolean;
  /** Names of colleagues by id. */
  readonly names: ReadonlyMap<string, string>;
};

/** Opens a Bescheid with everything in it; the access to its Vorgang is in the audit log before. Undefined where the caller may not. */
export async function readBescheid(
  context: Context,
  id: string,
  ports: BescheidePorts,
): Promise<OpenedBescheid | undefined> {
  const sought = await soughtBy(context, id);
  const stored = sought && (await find(context, sought));
  const opened = stored && (await ports.openVorgang(context, stored.vorgangId));
  if (!opened) return undefined;
  const rules = await findRules(context, stored.leistungSlug);
  const involved = [stored.fixed?.by, stored.approval?.by].filter(
    (staffId) => staffId !== undefined,
  );
  const reason =
    stored.encryptedReason &&
    (await context.cipher.decrypt(stored.encryptedReason, purposes.reason(id)));
  return {
    bescheid: stored,
    draft: await decryptDraft(context, stored),
    returnReason: reason?.toString("utf8"),
    rules,
    vorgang: opened.vorgang,
    mayRelease: mayRelease(stored, rules, releaserOf(context)),
    names: await listStaffNames(context, [...stored.writerIds, ...involved]),
  };
}

function find(context: Context, sought: store.SoughtBescheid) {
  return context.transaction((db) =>
    store.findBescheid(db, context.tenantId, sought),
  );
}

export type BescheidFile = { readonly filename: string; readonly pdf: Buffer };

/** The PDF of a Bescheid as it is now: what was released, what waits, or a preview of the draft. */
export async function openPdf(
  context: Context,
  id: string,
  ports: BescheidePorts,
): Promise<BescheidFile | undefined> {
  const opened = await readBescheid(context, id, ports);
  if (!opened) return undefined;
  const { bescheid, draft } = opened;
  const filename = `Bescheid ${bescheid.reference}.pdf`;
  const { document, fixed } = bescheid;
  const file = document ?? (fixed && { ...fixed, fileId: fixed.pdfId });
  const pdf = file
    ? await loadDocument(context, file, ports)
    : await makePdf(context, { bescheid, draft, isPreview: true }, ports);
  return { filename, pdf };
}

export type WaitingBescheid = {
  readonly bescheid: Bescheid;
  readonly mayRelease: boolean;
};

/** What waits for its release or its seal, longest waiting first, with who wrote it. */
export async function listWaiting(context: Context): Promise<
  | {
      readonly waiting: readonly WaitingBescheid[];
      readonly names: ReadonlyMap<string, string>;
    }
  | undefined
> {
  if (!context.actor.may("vorgang.read")) return undefined;
  const { hiddenSlugs } = await findWorkScope(context);
  const bescheide = await context.transaction((db) =>
    store.listWaiting(db, context.tenantId, hiddenSlugs),
  );
  const slugs = [...new Set(bescheide.map((it) => it.leistungSlug))];
  const rules = new Map(
    await Promise.all(
      slugs.map(
        async (slug) => [slug, await findRules(context, slug)] as const,
      ),
    ),
  );
  const who = releaserOf(context);
  return {
    waiting: bescheide.map((bescheid) => {
      const rule = rules.get(bescheid.leistungSlug);
      return {
        bescheid,
        mayRelease: rule !== undefined && mayRelease(bescheid, rule, who),
      };
    }),
    names: await listStaffNames(
      context,
      bescheide.flatMap(({ writerIds }) => writerIds),
    ),
  };
}

/** The Bescheide of a Vorgang, oldest first; the caller has checked who sees it. */
export function listOfVorgang(
  context: Context,
  vorgangId: string,
): Promise<readonly Bescheid[]> {
  return context.transaction((db) =>
    store.listOfVorgang(db, context.tenantId, vorgangId),
  );
}

/** Which of these files of the context's tenant are documents of Bescheide: nobody may take them for forgotten. */
export function listFilesOfBescheide(
  context: Context,
  fileIds: readonly string[],
): Promise<readonly string[]> {
  return context.transaction((db) =>
    store.listKnownFiles(db, context.tenantId, fileIds),
  );
}
