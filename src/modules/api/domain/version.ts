/** What a version is made of: where the Vorgang stands and what became of the delivery. */
type Versioned = {
  readonly handed: { readonly state: string };
  readonly standing: { readonly lastPosition: number } | undefined;
};

/** Entity tag of a submission: another one after every change. @see RFC 9110 section 8.8.3 */
export function versionOf({ handed, standing }: Versioned): string {
  return `"${String(standing?.lastPosition ?? 0)}-${handed.state}"`;
}

/**
 * True when the caller has what is there now. Tags are compared weakly: a proxy that compresses marks them as weak.
 * @see RFC 9110 section 13.1.2
 */
export function isVersionKept(ifNoneMatch: string, found: Versioned): boolean {
  return isVersionSeen(ifNoneMatch.replaceAll("W/", ""), found);
}

/** True when the caller saw what is there now, or says that it does not matter. @see RFC 9110 section 13.1.1 */
export function isVersionSeen(ifMatch: string, found: Versioned): boolean {
  const given = ifMatch.split(",").map((tag) => tag.trim());
  return given.includes("*") || given.includes(versionOf(found));
}
