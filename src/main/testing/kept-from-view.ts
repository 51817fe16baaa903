import { typedLeistung } from "../../modules/catalogue/domain/typed/leistung-form.ts";
import type { LeistungContent } from "../../modules/catalogue/domain/content/leistung-content.ts";
import { saveApproval } from "../../modules/catalogue/store/approval-store.ts";
import { saveDraft } from "../../modules/catalogue/store/draft-store.ts";
import { savePlan } from "../../modules/catalogue/store/plan-store.ts";
import {
  saveProvided,
  saveProviders,
} from "../../modules/catalogue/store/provider-store.ts";
import { saveLeistung } from "../../modules/catalogue/use-cases/save-leistung.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/values/id.ts";
import { systemActor } from "../services.ts";
import type { TestPortal } from "./test-portal.ts";

/** A town, its county, and a city that has nothing to do with either. */
export const keepers = ["grabow", "lup", "schwerin"] as const;
export type Keeper = (typeof keepers)[number];

/** What a Leistung must be like so that nobody sees it today. */
const secrets = {
  hidden: {},
  ended: { validUntil: "2020-12-31" },
  future: { validFrom: "2999-01-01" },
} satisfies Record<string, Partial<LeistungContent>>;

type Why = "shown" | keyof typeof secrets;
const reasons: readonly Why[] = ["shown", "hidden", "ended", "future"];

/** A word that all of them are found by. */
export const askedWord = "Quastenflosser";
const company = "quastenwerke";
const offices: Readonly<Record<Keeper, string>> = {
  grabow: "buergerbuero",
  lup: "buergerservice",
  schwerin: "buergerbuero",
};

const wordOf = (why: string, keeper: Keeper) =>
  why === "shown" ? `Offenes-${keeper}` : `Geheimes-${why}-${keeper}`;

/** Stands in the name of what everybody may see. */
export const shownWord = (keeper: Keeper): string => wordOf("shown", keeper);

/** Stand in names and texts of what nobody may see, and in drafts, plans and what waits for approval. */
export const secretWords = (keeper: Keeper): readonly string[] =>
  [...Object.keys(secrets), "draft", "plan", "approval", "note"].map((why) =>
    wordOf(why, keeper),
  );

/** Pages that show a list of Leistungen have these names. */
export const listNames = (keeper: Keeper): readonly string[] => [
  company,
  offices[keeper],
];

export type Kept = {
  readonly keeper: Keeper;
  readonly id: string;
  readonly slug: string;
  readonly isShown: boolean;
};

/**
 * Gives each of the three Leistungen of an office and of a company that everybody sees, with a draft, a plan and a request for approval that
 * nobody does, and ones that are hidden, ended and to come.
 */
export async function keepFromView(
  portal: TestPortal,
): Promise<readonly Kept[]> {
  const kept: Kept[] = [];
  for (const keeper of keepers) {
    const { tenantId } = await portal.portal(keeper);
    const context = portal.services.contextFor({
      tenantId,
      actor: systemActor,
    });
    kept.push(
      ...(await context.transaction((db) => saveAll(db, tenantId, keeper))),
    );
  }
  return kept;
}

async function saveAll(
  db: Db,
  tenantId: string,
  keeper: Keeper,
): Promise<readonly Kept[]> {
  const none = { website: null, phone: null, email: null };
  await saveProviders(db, tenantId, [
    { slug: company, kind: "company", name: company, tasks: "", ...none },
  ]);
  const kept: Kept[] = [];
  for (const why of reasons)
    for (const by of ["amt", "werk"]) {
      const id = newId();
      const slug = `quastenflosser-${why}-${by}-${keeper}`;
      await saveOne(db, tenantId, { id, slug, why, keeper });
      if (by === "werk")
        await saveProvided(db, tenantId, [
          { leistungId: id, providerSlug: company },
        ]);
      const isShown = why === "shown";
      if (isShown) await prepare(db, tenantId, { id, keeper });
      kept.push({ keeper, id, slug, isShown });
    }
  return kept;
}

type One = {
  readonly id: string;
  readonly slug: string;
  readonly why: Why;
  readonly keeper: Keeper;
};

function saveOne(
  db: Db,
  tenantId: string,
  { id, slug, why, keeper }: One,
): Promise<void> {
  const more = why === "shown" ? {} : secrets[why];
  return saveLeistung(db, tenantId, {
    id,
    slug,
    content: { ...contentOf(wordOf(why, keeper), keeper), ...more },
    formKey: null,
    // In front of all others.
    featuredPosition: 0,
    isHidden: why === "hidden",
    updatedAt: new Date(),
  });
}

/** What editors typed and planned and want to have approved, and did not publish. */
async function prepare(
  db: Db,
  tenantId: string,
  { id: leistungId, keeper }: { readonly id: string; readonly keeper: Keeper },
): Promise<void> {
  const before = typedLeistung(contentOf(shownWord(keeper), keeper));
  await saveDraft(db, tenantId, {
    leistungId,
    base: 1,
    revision: 1,
    before,
    typed: typedLeistung(contentOf(wordOf("draft", keeper), keeper)),
    savedAt: new Date(),
    savedBy: newId(),
    authors: [],
  });
  await savePlan(db, tenantId, {
    id: newId(),
    leistungId,
    content: contentOf(wordOf("plan", keeper), keeper),
    base: 1,
    publishAt: new Date("2999-01-01T00:00:00Z"),
    plannedAt: new Date(),
    plannedBy: newId(),
    authors: [],
    approvedBy: null,
  });
  const author = newId();
  await saveApproval(db, tenantId, {
    id: newId(),
    leistungId,
    content: contentOf(wordOf("approval", keeper), keeper),
    base: 1,
    draftRevision: null,
    authors: [author],
    publishAt: null,
    note: wordOf("note", keeper),
    requestedAt: new Date(),
    requestedBy: author,
  });
}

function contentOf(word: string, keeper: Keeper): LeistungContent {
  return {
    title: { de: `${askedWord} halten ${word}` },
    teaser: { de: `Was Sie dafür brauchen: ${word}` },
    description: { de: `<p>${word}</p>` },
    keywords: [askedWord, word],
    situations: ["papers.identity"],
    assuranceLevel: "none",
    onlineMaturity: 0,
    officeSlug: offices[keeper],
  };
}
