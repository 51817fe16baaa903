import type { Ground } from "./client.ts";
import type { Notes } from "./note.ts";
import {
  isPlain,
  isReadableOnTheWay,
  isToThisMachine,
  type ServiceAccess,
} from "./options.ts";

/** What sending and reading back need. */
export type Sender = Ground & {
  readonly notes: Notes;
  /** `http:` is possible to this machine only, and in production not at all. */
  readonly plainHttp: "to-this-machine" | "never";
};

/** False when secrets would be readable on the way. */
export const isAllowed = (
  { plainHttp }: Pick<Sender, "plainHttp">,
  options: ServiceAccess,
): boolean =>
  !isPlain(options) ||
  (plainHttp === "to-this-machine" && !isReadableOnTheWay(options));

/** The same for addresses at which nobody says who they are: what they say decides where data go. */
export const isPlainAllowed = (
  { plainHttp }: Pick<Sender, "plainHttp">,
  urls: readonly string[],
): boolean =>
  urls.every(
    (url) =>
      url.startsWith("https:") ||
      (plainHttp === "to-this-machine" && isToThisMachine(url)),
  );
