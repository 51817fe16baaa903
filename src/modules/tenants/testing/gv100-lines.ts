/** What a line of GV100AD for tests says; the rest is blank. */
export type Gv100Line = {
  readonly record: "10" | "20" | "40" | "50" | "60";
  readonly day?: string;
  /** 12 digits, fewer above a commune. */
  readonly ars: string;
  readonly name: string;
  readonly kind?: number;
  readonly postcode?: string;
  readonly population?: number;
};

/** One line of 220 characters, as the Statistische Bundesamt writes it. */
export function gv100Line(given: Gv100Line): string {
  const { record, day = "20231130", ars, name, kind, postcode } = given;
  const figures = given.population !== undefined;
  const number = (value: number) => String(value).padStart(11, "0");
  return [
    record,
    day,
    ars.slice(0, 5).padEnd(5),
    ars.slice(9, 12).padEnd(3),
    ars.slice(5, 9).padEnd(4),
    name.padEnd(50),
    "".padEnd(50),
    String(kind ?? "").padEnd(6),
    (figures ? number(1234) : "").padEnd(11),
    (figures ? number(given.population) : "").padEnd(11),
    "".padEnd(15),
    (postcode ?? "").padEnd(5),
  ]
    .join("")
    .padEnd(220);
}

const area = (day: string): readonly string[] =>
  (
    [
      { record: "10", ars: "13", name: "Mecklenburg-Vorpommern" },
      {
        record: "40",
        ars: "13004",
        name: "Schwerin, Landeshauptstadt",
        kind: 41,
      },
      {
        record: "50",
        ars: "130040000",
        name: "Schwerin, Landeshauptstadt",
        kind: 50,
      },
      {
        record: "60",
        ars: "130040000000",
        name: "Schwerin, Landeshauptstadt",
        kind: 61,
        postcode: "19053",
        population: 98_596,
      },
      { record: "40", ars: "13076", name: "Ludwigslust-Parchim", kind: 44 },
      { record: "50", ars: "130760090", name: "Ludwigslust, Stadt", kind: 50 },
      {
        record: "60",
        ars: "130760090090",
        name: "Ludwigslust, Stadt",
        kind: 63,
        postcode: "19288",
        population: 12_270,
      },
      { record: "50", ars: "130765657", name: "Grabow", kind: 51 },
      {
        record: "60",
        ars: "130765657050",
        name: "Grabow, Stadt",
        kind: 63,
        postcode: "19300",
        population: 5615,
      },
      {
        record: "60",
        ars: "130765657003",
        name: "Balow",
        kind: 64,
        postcode: "19300",
        population: 308,
      },
      { record: "50", ars: "130765660", name: "Neustadt-Glewe", kind: 51 },
      {
        record: "60",
        ars: "130765660105",
        name: "Neustadt-Glewe, Stadt",
        kind: 63,
        postcode: "19306",
        population: 6931,
      },
      {
        record: "60",
        ars: "130765660012",
        name: "Blievenstorf",
        kind: 64,
        postcode: "19306",
        population: 439,
      },
    ] as const
  ).map((line) => gv100Line({ ...line, day }));

/** A small register: two Kreise, two Ämter, six communes. */
export function sampleRegister(day = "20231130"): string[] {
  return [...area(day)];
}
