import { stableHash } from "../../../../platform/values/stable-hash.ts";
import type { LeistungContent } from "./leistung-content.ts";

/** Keys of the content that the tenant replaced, each with the hash of what it replaced. */
export type Overridden = Readonly<Record<string, string>>;

/**
 * Content of above, and what of it the tenant replaced. Each key is taken over or replaced as a whole; the content of a Leistung is always the
 * sum. A replaced key keeps the hash of what it replaced, so that a change above is told.
 */
export type Inherited = {
  readonly content: LeistungContent;
  readonly overridden: Overridden;
  /** The content of above as it was when the tenant wrote its own parts, as far as that was kept; absent where nothing has changed since. */
  readonly seen?: LeistungContent | undefined;
};

/** What everybody reads when content of above is new: the tenant's own parts stay, the others follow. */
export function follow(
  own: LeistungContent,
  { content, overridden }: Inherited,
): LeistungContent {
  const kept: Partial<LeistungContent> = Object.fromEntries(
    Object.entries(own).filter(([key]) => key in overridden),
  );
  const removed = Object.keys(overridden).filter((key) => !(key in own));
  const rest: LeistungContent = { ...content };
  for (const key of removed) Reflect.deleteProperty(rest, key);
  return { ...rest, ...kept };
}

/**
 * What is replaced when the tenant publishes `next`: each part that differs from above. A part that was replaced before keeps the hash it was
 * made against, until its text changes; then whoever wrote it has seen what is above now.
 */
export function overriddenBy(
  next: LeistungContent,
  before: LeistungContent,
  { content, overridden }: Inherited,
): Overridden {
  const above = hashesOf(content);
  const here = hashesOf(next);
  const earlier = hashesOf(before);
  const replaced = [...new Set([...above.keys(), ...here.keys()])].filter(
    (key) => here.get(key) !== above.get(key),
  );
  return Object.fromEntries(
    replaced.map((key) => {
      const isUntouched = here.get(key) === earlier.get(key);
      const against = isUntouched ? overridden[key] : undefined;
      return [key, against ?? above.get(key) ?? nothing];
    }),
  );
}

/** Parts that the tenant replaced and that have changed above since: somebody should look. */
export function changedAbove({ content, overridden }: Inherited): string[] {
  const above = hashesOf(content);
  return Object.keys(overridden).filter(
    (key) => overridden[key] !== (above.get(key) ?? nothing),
  );
}

/**
 * Parts that have changed above, as they were when the tenant replaced them; null for one that was not there. Of those that one of the
 * earlier contents still knows.
 */
export function seenBefore(
  now: Inherited,
  earlier: readonly (LeistungContent | undefined)[],
): Readonly<Record<string, unknown>> {
  const known = earlier.flatMap((content) =>
    content
      ? [{ hashes: hashesOf(content), parts: Object.entries(content) }]
      : [],
  );
  return Object.fromEntries(
    changedAbove(now).flatMap((key) => {
      const then = known.find(
        ({ hashes }) => (hashes.get(key) ?? nothing) === now.overridden[key],
      );
      const part = then?.parts.find(([name]) => name === key);
      return then ? [[key, part?.[1] ?? null]] : [];
    }),
  );
}

/** The content of above with those parts as they were; undefined where there are none. */
export function withSeen(
  content: LeistungContent,
  seen: Readonly<Record<string, unknown>>,
): LeistungContent | undefined {
  if (Object.keys(seen).length === 0) return undefined;
  const then: LeistungContent = { ...content };
  for (const [key, part] of Object.entries(seen)) {
    if (part === null) Reflect.deleteProperty(then, key);
    else Reflect.set(then, key, part);
  }
  return then;
}

/** The content with one part as it is above. */
export function withPartOfAbove(
  own: LeistungContent,
  part: string,
  { content }: Inherited,
): LeistungContent {
  const next: LeistungContent = { ...own };
  const above = new Map<string, unknown>(Object.entries(content)).get(part);
  if (above === undefined) Reflect.deleteProperty(next, part);
  else Reflect.set(next, part, above);
  return next;
}

/** Somebody has seen what is above now and stays with the tenant's own part. */
export function keptAgainst(
  part: string,
  { content, overridden }: Inherited,
): Overridden {
  return part in overridden
    ? { ...overridden, [part]: hashesOf(content).get(part) ?? nothing }
    : overridden;
}

/** Stands for a part that is not there. */
const nothing = "";

const hashesOf = (content: LeistungContent): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(content)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, stableHash(part)]),
  );
