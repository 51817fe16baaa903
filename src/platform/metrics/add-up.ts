import {
  labelKey,
  type Distribution,
  type Family,
  type Sample,
} from "./metrics.ts";

/** The figures of several processes as those of one: what is counted is added up, what is measured (gauges) stands side by side. */
export function addUp(
  snapshots: readonly (readonly Family[])[],
): readonly Family[] {
  const sums = new Map<string, Family>();
  for (const family of snapshots.flat()) {
    const before = sums.get(family.name);
    sums.set(family.name, before ? addFamily(before, family) : family);
  }
  return [...sums.values()];
}

/** What still counts of a process that has ended: a gauge of it means nothing any more. */
export function countedOnly(snapshot: readonly Family[]): readonly Family[] {
  return snapshot.filter(({ kind }) => kind !== "gauge");
}

/** Says of each gauge which process it is of. */
export function ofProcess(
  snapshot: readonly Family[],
  process: string,
): readonly Family[] {
  return snapshot.map((family) =>
    family.kind === "gauge"
      ? {
          ...family,
          samples: family.samples.map(({ labels, value }) => ({
            labels: { ...labels, process },
            value,
          })),
        }
      : family,
  );
}

function addFamily(one: Family, other: Family): Family {
  if (one.kind === "histogram" && other.kind === "histogram")
    return {
      ...one,
      samples: addSamples([...one.samples, ...other.samples], addDistributions),
    };
  if (one.kind === "histogram" || other.kind === "histogram") return one;
  return {
    ...one,
    samples: addSamples([...one.samples, ...other.samples], (a, b) => a + b),
  };
}

function addSamples<Value>(
  samples: readonly Sample<Value>[],
  add: (one: Value, other: Value) => Value,
): readonly Sample<Value>[] {
  const sums = new Map<string, Sample<Value>>();
  for (const { labels, value } of samples) {
    const key = labelKey(labels);
    const before = sums.get(key);
    sums.set(key, {
      labels,
      value: before ? add(before.value, value) : value,
    });
  }
  return [...sums.values()];
}

function addDistributions(one: Distribution, other: Distribution) {
  return {
    counts: one.counts.map(
      (count, index) => count + (other.counts[index] ?? 0),
    ),
    sum: one.sum + other.sum,
  };
}
