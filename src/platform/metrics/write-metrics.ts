import type { Distribution, Family, Labels, Sample } from "./metrics.ts";

/** As `content-type` of what `writeMetrics` gives. */
export const metricsMediaType = "text/plain; version=0.0.4; charset=utf-8";

/** Figures in the text format of Prometheus, version 0.0.4. */
export function writeMetrics(families: readonly Family[]): string {
  return families
    .flatMap((family) => [
      `# HELP ${family.name} ${family.help.replace(/\\/g, "\\\\").replace(/\n/g, "\\n")}`,
      `# TYPE ${family.name} ${family.kind}`,
      ...(family.kind === "histogram"
        ? family.samples.flatMap((sample) => histogramLines(family, sample))
        : family.samples.map(({ labels, value }) =>
            line(family.name, labels, value),
          )),
    ])
    .map((text) => `${text}\n`)
    .join("");
}

function histogramLines(
  {
    name,
    bounds,
  }: { readonly name: string; readonly bounds: readonly number[] },
  { labels, value: { counts, sum } }: Sample<Distribution>,
): readonly string[] {
  let below = 0;
  const buckets = counts.map((count, index) => {
    below += count;
    const bound = bounds[index];
    const le = bound === undefined ? "+Inf" : String(bound);
    return line(`${name}_bucket`, { ...labels, le }, below);
  });
  return [
    ...buckets,
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, below),
  ];
}

function line(name: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(
    ([label, text]) => `${label}="${escape(text)}"`,
  );
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${String(value)}`;
}

function escape(text: string): string {
  return text.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n");
}
