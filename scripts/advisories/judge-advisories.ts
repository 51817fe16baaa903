import { z } from "zod";

/** A weakness that somebody looked at: it may stay until that day, for that reason. */
export type Accepted = {
  readonly advisory: string;
  readonly until: string;
  readonly why: string;
};

const accepted = z.array(
  z.strictObject({
    advisory: z.string().regex(/^GHSA(?:-[0-9a-z]{4}){3}$/),
    until: z.iso.date(),
    why: z.string().min(20),
  }),
);

/** Throws on a list that says of one nothing more than that it may stay. */
export function readAccepted(text: string): readonly Accepted[] {
  return accepted.parse(JSON.parse(text));
}

const report = z.looseObject({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.looseObject({
      name: z.string(),
      via: z.array(
        z.union([
          // Another package that this one brings; it stands in the report itself.
          z.string(),
          z.looseObject({
            url: z.string(),
            title: z.string(),
            severity: z.string(),
            range: z.string(),
          }),
        ]),
      ),
    }),
  ),
});

export type Judged = {
  readonly outcome: "none" | "due" | "unknown";
  readonly lines: readonly string[];
};

/**
 * What npm reported, held against the terms: everything from moderate on must be dealt with, unless it was looked at and its day has not come.
 * What is no report (the registry offers none) is never taken for a good one.
 */
export function judgeAdvisories(
  text: string,
  known: { readonly accepted: readonly Accepted[]; readonly today: string },
): Judged {
  const parsed = report.safeParse(parseJson(text));
  if (!parsed.success)
    return {
      outcome: "unknown",
      lines: [
        "The registry that npm is set to gave no report: nothing is known of weaknesses. Ask one that offers advisories.",
      ],
    };
  const found = Object.values(parsed.data.vulnerabilities).flatMap(
    ({ name, via }) =>
      via.flatMap((one) => (typeof one === "string" ? [] : [{ name, ...one }])),
  );
  const judged = found.map((one) => ({
    line: `${one.severity.padEnd(8)} ${one.name} ${one.range}: ${one.title} (${one.url})`,
    ...standing(one, known),
  }));
  return {
    outcome: judged.some(({ isDue }) => isDue) ? "due" : "none",
    lines: [
      ...judged.map(({ line, says }) => `${line} – ${says}`),
      `${String(found.length)} known, ${String(judged.filter(({ isDue }) => isDue).length)} to be dealt with now.`,
    ],
  };
}

function standing(
  { url, severity }: { readonly url: string; readonly severity: string },
  {
    accepted: list,
    today,
  }: { readonly accepted: readonly Accepted[]; readonly today: string },
): { readonly isDue: boolean; readonly says: string } {
  const looked = list.find(({ advisory }) => url.endsWith(`/${advisory}`));
  if (looked && looked.until >= today)
    return {
      isDue: false,
      says: `may stay until ${looked.until}: ${looked.why}`,
    };
  if (looked) return { isDue: true, says: `was to be gone by ${looked.until}` };
  return severity === "low" || severity === "info"
    ? { isDue: false, says: "with the next release" }
    : { isDue: true, says: "to be dealt with" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Nothing, or words: no report.
    return undefined;
  }
}
