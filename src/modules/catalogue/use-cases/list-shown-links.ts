import type { Context } from "../../../platform/context/context.ts";
import { addressesIn } from "../../../platform/html/web-addresses.ts";
import { linksOfContent } from "../domain/content/links-of-content.ts";
import { listCurrentNotices } from "../store/notice-store.ts";
import { listShownContents, listWebsites } from "../store/shown-links-store.ts";

/** An address as it was written, and where it stands. */
export type ShownLink = {
  readonly url: string;
  readonly place: {
    readonly kind: "leistung" | "provider" | "notice";
    /** Id of a Leistung or a notice, last part of the address of a provider. */
    readonly id: string;
    readonly title: string;
  };
};

const batchSize = 200;
const beforeAllIds = "00000000-0000-0000-0000-000000000000";

/**
 * Links in all that everybody may see of this portal's own Leistungen, providers and notices, also planned ones, in parts. One statement for
 * each 200 Leistungen, two more.
 */
export async function* listShownLinks(
  context: Context,
): AsyncIterable<readonly ShownLink[]> {
  const { tenantId, now } = context;
  const websites = await context.read((db) => listWebsites(db, tenantId));
  yield websites.map(({ slug, name, website }) => ({
    url: website,
    place: { kind: "provider", id: slug, title: name },
  }));
  const notices = await context.read((db) =>
    listCurrentNotices(db, tenantId, now),
  );
  yield notices.flatMap(({ id, de, en }) =>
    addressesIn(`${de.body}\n${en?.body ?? ""}`).map((url) => ({
      url,
      place: { kind: "notice" as const, id, title: de.title },
    })),
  );
  let after = beforeAllIds;
  for (;;) {
    const asked = { after, limit: batchSize };
    const found = await context.read((db) =>
      listShownContents(db, tenantId, asked),
    );
    yield found.flatMap(({ id, title, content }) =>
      linksOfContent(content).map((url) => ({
        url,
        place: { kind: "leistung" as const, id, title },
      })),
    );
    const last = found.at(-1);
    if (!last || found.length < batchSize) return;
    after = last.id;
  }
}
