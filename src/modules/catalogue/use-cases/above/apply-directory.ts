import type { Db } from "../../../../platform/database/database.ts";
import { stableHash } from "../../../../platform/values/stable-hash.ts";
import { newId } from "../../../../platform/values/id.ts";
import { enqueueForTenant } from "../../../../platform/jobs/enqueue.ts";
import { followAboveJob } from "../../domain/follow-above-job.ts";
import { follow, overriddenBy } from "../../domain/content/layers.ts";
import type { LeistungContent } from "../../domain/content/leistung-content.ts";
import { slugOf } from "../../../../platform/values/slug.ts";
import { parseContent } from "../../store/content-schema.ts";
import {
  dropInherited,
  readHeirs,
  readOwnByLeikaKey,
  readSlugs,
  saveInherited,
  type Heir,
} from "../../store/inherited-store.ts";
import { publishLeistungen } from "../save-leistung.ts";

/** A Leistung that the source does not deliver any more; kept where the authority wrote parts of it or has a form for it. */
type GoneLeistung = {
  readonly id: string;
  readonly title: string;
  readonly isKept: boolean;
};

/** What came of it. */
export type Applied = {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  /** Leistungen that the source does not deliver any more, the first ones. */
  readonly gone: readonly GoneLeistung[];
};

const mostGone = 100;

type Delivery = {
  readonly source: string;
  readonly now: Date;
};

const batchSize = 500;

/**
 * Makes Leistungen of the tenant out of what a directory says under these keys: new ones are added, those of the same Leistungsschlüssel that
 * the tenant made itself become heirs, what the tenant replaced stays, and what the directory says nothing of any more goes. In the caller's
 * transaction. Throws on what is no content (see `wrongPart`).
 */
export async function applyDirectory(
  db: Db,
  tenantId: string,
  {
    keys,
    readContents,
    onBatch,
    ...delivery
  }: Delivery & {
    readonly keys: readonly string[];
    /** What the directory says under some of the keys; nothing of what it does not deliver any more. */
    readonly readContents: (
      keys: readonly string[],
    ) => Promise<ReadonlyMap<string, unknown>>;
    readonly onBatch: (done: number) => void;
  },
): Promise<Applied> {
  const slugs = await readSlugs(db, tenantId);
  const own = await readOwnByLeikaKey(db, tenantId);
  let total: Applied = { added: 0, changed: 0, removed: 0, gone: [] };
  for (let at = 0; at < keys.length; at += batchSize) {
    const batch = keys.slice(at, at + batchSize);
    const { source } = delivery;
    const contents = await readContents(batch);
    const heirs = await readHeirs(db, tenantId, { source, keys: batch });
    const changes = batch.flatMap((key) => {
      const content = contents.get(key);
      if (content === undefined) return [];
      const above = parseContent(content);
      const heir = heirs.get(key) ?? adopt(own, above.leikaKey);
      return changeOf(key, above, { heir, slugs });
    });
    const lost = [...heirs].filter(([key]) => !contents.has(key));
    await saveChanges(db, tenantId, { changes, delivery });
    const dropped = await dropInherited(
      db,
      tenantId,
      lost.map(([, heir]) => heir),
    );
    total = added(total, changes, dropped);
    onBatch(Math.min(at + batchSize, keys.length));
  }
  await enqueueForTenant(db, followAboveJob);
  return total;
}

/** What a Leistung is to become by what is above it now. */
export type Change = {
  readonly key: string;
  readonly above: LeistungContent;
  readonly heir: Heir | undefined;
  readonly id: string;
  readonly slug: string;
};

/** A Leistung of the tenant's own making with this key, once. */
function adopt(
  own: Map<string, Heir>,
  leikaKey: string | undefined,
): Heir | undefined {
  if (leikaKey === undefined) return undefined;
  const heir = own.get(leikaKey);
  own.delete(leikaKey);
  return heir;
}

/** None where nothing has changed above. */
export function changeOf(
  key: string,
  above: LeistungContent,
  { heir, slugs }: { heir: Heir | undefined; slugs: Set<string> },
): Change[] {
  if (
    heir?.inherited &&
    stableHash(heir.inherited.content) === stableHash(above)
  )
    return [];
  const slug = heir?.slug ?? slugOf(above.title.de, slugs, "leistung");
  slugs.add(slug);
  return [{ key, above, heir, id: heir?.id ?? newId(), slug }];
}

/** Publishes the sums of what is above and of what is replaced here. */
export async function saveChanges(
  db: Db,
  tenantId: string,
  { changes, delivery }: { changes: readonly Change[]; delivery: Delivery },
): Promise<void> {
  if (changes.length === 0) return;
  const layered = changes.map((change) => ({ ...change, ...layersOf(change) }));
  await publishLeistungen(
    db,
    tenantId,
    layered.map(({ id, slug, content, heir }) => ({
      id,
      slug,
      content,
      formKey: heir?.formKey ?? null,
      featuredPosition: heir?.featuredPosition ?? null,
      isHidden: heir?.isHidden ?? false,
      updatedAt: delivery.now,
    })),
  );
  const rows = layered.map(({ id, key, above, heir, overridden }) => ({
    leistungId: id,
    source: delivery.source,
    sourceKey: key,
    content: above,
    overridden,
    before: heir?.inherited,
  }));
  await saveInherited(db, tenantId, { rows, takenAt: delivery.now });
}

/** An own Leistung that meets content from above for the first time keeps everything it says; the rest is filled up. */
function layersOf({ above, heir }: Change) {
  if (!heir) return { content: above, overridden: {} };
  if (heir.inherited) {
    const { overridden } = heir.inherited;
    return {
      content: follow(heir.content, { content: above, overridden }),
      overridden,
    };
  }
  const content = { ...above, ...heir.content };
  const fresh = { content: above, overridden: {} };
  return { content, overridden: overriddenBy(content, content, fresh) };
}

const goneOf =
  (isKept: boolean) =>
  ({ id, content }: Heir): GoneLeistung => ({
    id,
    title: content.title.de,
    isKept,
  });

function added(
  total: Applied,
  changes: readonly Change[],
  { gone, kept }: Awaited<ReturnType<typeof dropInherited>>,
): Applied {
  const fresh = changes.filter(({ heir }) => !heir).length;
  return {
    added: total.added + fresh,
    changed: total.changed + changes.length - fresh,
    removed: total.removed + gone.length,
    gone: [
      ...total.gone,
      ...gone.map(goneOf(false)),
      ...kept.map(goneOf(true)),
    ].slice(0, mostGone),
  };
}
