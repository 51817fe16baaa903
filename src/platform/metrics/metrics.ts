export type Labels = Readonly<Record<string, string>>;

/** Of a histogram: how many fell into each bucket, the last one without a bound. */
export type Distribution = {
  readonly counts: readonly number[];
  readonly sum: number;
};

export type Sample<Value = number> = {
  readonly labels: Labels;
  readonly value: Value;
};

type Named = { readonly name: string; readonly help: string };

/** All samples of one name, as plain data: it can be sent to another process. */
export type Family = Named &
  (
    | {
        readonly kind: "counter" | "gauge";
        readonly samples: readonly Sample[];
      }
    | {
        readonly kind: "histogram";
        readonly bounds: readonly number[];
        readonly samples: readonly Sample<Distribution>[];
      }
  );

/** Figures of one process since its start. Labels must have few values: each combination is kept for ever. */
export type Metrics = {
  /** Gives a function that adds one. */
  counter(about: Named): (labels: Labels) => void;
  /** Gives a function that takes a value. `bounds` grow; a value at a bound is below it. */
  histogram(
    about: Named & { readonly bounds: readonly number[] },
  ): (labels: Labels, value: number) => void;
  /** A figure that is kept elsewhere and read whenever somebody asks. */
  read(
    about: Named & { readonly kind: "counter" | "gauge" },
    samples: () => readonly Sample[],
  ): void;
  snapshot(): readonly Family[];
};

export function createMetrics(): Metrics {
  const families: (() => Family)[] = [];
  return {
    counter: (about) => {
      const kept = new Map<string, { labels: Labels; value: number }>();
      families.push(() => ({
        ...about,
        kind: "counter",
        samples: [...kept.values()].map((sample) => ({ ...sample })),
      }));
      return (labels) => {
        const key = labelKey(labels);
        const sample = kept.get(key);
        if (sample) sample.value += 1;
        else kept.set(key, { labels, value: 1 });
      };
    },
    histogram: (about) => {
      const { record, samples } = keepDistributions(about.bounds);
      families.push(() => ({
        ...about,
        kind: "histogram",
        samples: samples(),
      }));
      return record;
    },
    read: (about, samples) => {
      families.push(() => ({ ...about, samples: samples() }));
    },
    snapshot: () => families.map((family) => family()),
  };
}

function keepDistributions(bounds: readonly number[]) {
  const kept = new Map<
    string,
    { labels: Labels; counts: number[]; sum: number }
  >();
  const record = (labels: Labels, value: number): void => {
    const key = labelKey(labels);
    let own = kept.get(key);
    if (!own) {
      own = { labels, counts: [...bounds, 0].map(() => 0), sum: 0 };
      kept.set(key, own);
    }
    const index = bounds.findIndex((bound) => value <= bound);
    const bucket = index === -1 ? bounds.length : index;
    own.counts[bucket] = (own.counts[bucket] ?? 0) + 1;
    own.sum += value;
  };
  const samples = (): readonly Sample<Distribution>[] =>
    [...kept.values()].map(({ labels, counts, sum }) => ({
      labels,
      value: { counts: [...counts], sum },
    }));
  return { record, samples };
}

/** The same for the same labels, whatever their order. */
export function labelKey(labels: Labels): string {
  return Object.keys(labels)
    .toSorted()
    .map((name) => `${name}\0${labels[name] ?? ""}`)
    .join("\0");
}
