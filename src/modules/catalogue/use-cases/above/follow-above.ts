import type { Context } from "../../../../platform/context/context.ts";
import { asTakenOver, sourceOfPortal } from "../../domain/of-above.ts";
import { listShownByIds, saveOnlineAbove } from "../../store/above-store.ts";
import {
  hideWithAbove,
  listSourceKeys,
  readHeirs,
  showWithAbove,
} from "../../store/inherited-store.ts";
import { changeOf, saveChanges } from "./apply-directory.ts";

/**
 * Brings what an authority (`there`) publishes to the Leistungen that the portal of `here` worded its own way: replaced parts stay, the others
 * follow, and so does whether it goes online. What that authority does not show any more is hidden here too, and shown again with it, unless an editor here hid it. Idempotent.
 */
export async function followAbove(
  here: Context,
  there: Context,
): Promise<void> {
  const { tenantId, now } = here;
  const source = sourceOfPortal(there.tenantId);
  const keys = await here.read((db) => listSourceKeys(db, tenantId, source));
  if (keys.length === 0) return;
  const shown = await there.read((db) =>
    listShownByIds(db, there.tenantId, keys),
  );
  await here.transaction(async (db) => {
    const heirs = await readHeirs(db, tenantId, { source, keys });
    const slugs = new Set<string>();
    const changes = [...heirs].flatMap(([key, heir]) => {
      const above = shown.get(key);
      return above
        ? changeOf(key, asTakenOver(above.content), { heir, slugs })
        : [];
    });
    await saveChanges(db, tenantId, { changes, delivery: { source, now } });
    const away = keys.filter((key) => !shown.has(key));
    await hideWithAbove(db, tenantId, { source, keys: away });
    const back = keys.filter((key) => shown.has(key));
    await showWithAbove(db, tenantId, { source, keys: back });
    const online = keys.filter((key) => shown.get(key)?.isOnline);
    await saveOnlineAbove(db, tenantId, { source, keys: online });
  });
}
