/** Less than a year, as the standard recommends: a copy that somebody keeps gets old. */
const validDays = 180;

/** Whom to tell about a weakness, for programs and people. @see RFC 9116, TR-03172-3 A3.1.05 */
export function securityTxt({
  contact,
  baseUrl,
  now,
}: {
  /** `mailto:` or `https:` */
  readonly contact: string;
  readonly baseUrl: string;
  readonly now: Date;
}): string {
  const expires = new Date(now.getTime() + validDays * 86_400_000);
  return [
    `Contact: ${contact}`,
    `Expires: ${expires.toISOString()}`,
    "Preferred-Languages: de, en",
    `Canonical: ${baseUrl}/.well-known/security.txt`,
    "",
  ].join("\n");
}
