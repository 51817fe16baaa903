/** Fields that hold what says something of a person, or lets somebody in. */
const personal =
  /name|mail|iban|geburt|telefon|mobil|stra(?:ss|ß)e|passwor|kennwort|code|token|geheim|nachricht|begruendung|freitext|text/i;

/** Ids, numbers, dates of no person, and words that choose: they may stand in a log. */
const harmless =
  /^(?:[0-9a-f]{8}-[0-9a-f-]{27}|[a-z0-9_.:/-]*|[\d.,: ]*|.{0,5})$/;

/** Bounded, so that a long text without an address costs no more than its length. */
const mailAddress = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g;

const typed = new Set<string>();

/** Remembers what a test types into a form, so that the log can be searched for it. */
export function noteTyped(
  fields: Readonly<Record<string, string>> | URLSearchParams,
): void {
  for (const [name, value] of new URLSearchParams(fields)) {
    for (const [address] of value.matchAll(mailAddress)) typed.add(address);
    if (personal.test(name) && !harmless.test(value.trim()))
      typed.add(value.trim().slice(0, 60));
  }
}

/** Remembers what a browser was given to come in with again. */
export function noteGiven(cookie: string): void {
  if (cookie.length >= 20) typed.add(cookie);
}

/** Persons and secrets that are there before anything is typed. */
const alwaysThere = [
  "Demo Leuchtturm 27",
  "jana@konto.example",
  "kofi@konto.example",
  "Quittkowski",
  "BEGIN PRIVATE KEY",
];

/** No line of a program's own has one; where a message quotes what came in, it would. */
const shapes = [
  { what: "an IBAN", shape: /\bDE\d{2} ?(?:\d{4} ?){4}\d{2}\b/ },
  { what: "a mail address", shape: mailAddress },
  { what: "a password or token", shape: /\b(?:Bearer|Basic) [\w+/=-]{12,}/ },
  { what: "a JWT", shape: /\beyJ[\w-]{8,}\.[\w-]{8,}/ },
];

/**
 * Messages of the lines with something that must be in no log: typed in some test of this process, known of the demo, or of a
 * shape that tells. The value itself is not repeated, for this goes into the log of a pipeline.
 */
export function personalIn(lines: readonly string[]): readonly string[] {
  const values = [...alwaysThere, ...typed].map(
    (value) => [value, JSON.stringify(value).slice(1, -1)] as const,
  );
  // One search of all lines per value; only where it is found is its line looked for.
  const text = lines.join("");
  const told = values
    .filter(([, written]) => text.includes(written))
    .map(([value, written]) => ({
      what: `"${value.slice(0, 3)}…"`,
      line: lines.find((line) => line.includes(written)),
    }));
  const shaped = shapes.map(({ what, shape }) => ({
    what,
    line: lines.find((line) => line.search(shape) !== -1),
  }));
  return [...told, ...shaped]
    .filter(({ line }) => line !== undefined)
    .map(({ what, line }) => `${what} in "${messageOf(line)}"`);
}

function messageOf(line = "{}"): string {
  const entry: unknown = JSON.parse(line);
  return typeof entry === "object" && entry && "msg" in entry
    ? String(entry.msg)
    : "a line without a message";
}
