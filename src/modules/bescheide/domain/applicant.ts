/** An answer as people read it. */
export type Answer = {
  readonly label: string;
  readonly values: readonly string[];
};

/** Labels that forms of the FIM and of ours use, in the order they are tried. */
const labels = {
  organisation: [/^name der (organisation|firma|einrichtung)/i, /^firma$/i],
  givenNames: [/^vornamen?(\(n\)|n)?$/i, /^vorname/i],
  familyName: [/^familienname$/i, /^nachname$/i, /^name$/i, /^familienname/i],
  street: [/^stra(ß|ss)e$/i, /^stra(ß|ss)e/i],
  number: [/^hausnummer/i],
  postcode: [/^(postleitzahl|plz)/i],
  town: [/^(ort|wohnort|stadt)$/i, /^ort/i],
} as const;

/** Who applied, as far as the answers say it; both are empty where they do not. */
export function applicantIn(answers: readonly Answer[]): {
  readonly name: string;
  /** Name and address, one line each. */
  readonly addressee: string;
} {
  const find = (part: keyof typeof labels): string =>
    labels[part]
      .flatMap((label) => answers.find((it) => label.test(it.label)) ?? [])
      .map(({ values }) => values[0] ?? "")
      .find((value) => value !== "") ?? "";
  const person = joined(find("givenNames"), find("familyName"));
  const organisation = find("organisation");
  const lines = [
    organisation,
    person,
    joined(find("street"), find("number")),
    joined(find("postcode"), find("town")),
  ];
  return {
    name: person || organisation,
    addressee: lines.filter(Boolean).join("\n"),
  };
}

function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(" ");
}
