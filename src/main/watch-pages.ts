import type { DatabaseAddress } from "../platform/database/database.ts";
import { listenOn, type Listening } from "../platform/database/listen.ts";
import { isId } from "../platform/values/id.ts";
import type { PageCache } from "../shell/web/page-cache.ts";

/** Longer than a change of a portal may stay unseen by the directory. @see createPortalDirectory */
const directoryMs = 2_500;

/** Takes pages out of memory as soon as another process, or this one, published what stands on them. */
export function watchPages(
  address: DatabaseAddress,
  pageCache: Pick<PageCache, "forget" | "setWatched">,
): Listening {
  return listenOn(address, {
    channel: "public_pages",
    tryEveryMs: 2_000,
    onHearing: (isHearing) => {
      pageCache.setWatched(isHearing);
    },
    onWord: (word) => {
      if (isId(word)) {
        pageCache.forget(word);
        return;
      }
      pageCache.forget();
      // Pages made until then may still show the portal as it was.
      setTimeout(() => {
        pageCache.forget();
      }, directoryMs).unref();
    },
  });
}
