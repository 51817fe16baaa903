import type { DeliveriesResult } from "./run-deliveries.ts";

const width = 960;
const height = 360;
const margin = { left: 60, right: 140, top: 16, bottom: 48 };
const colours = ["#0a5ad4", "#b8420f", "#20744a", "#7a3fb0"];

const mostPoints = 200;

type Line = {
  readonly name: string;
  readonly colour: string;
  readonly times: readonly number[];
};

/** How many versions were confirmed and how many each back office had, over time; below, each kill. */
export function arrivalsChart(result: DeliveriesResult): string {
  const { startedAtMs, settledAtMs, calmAtMs, ledger, kills } = result;
  const most = ledger.versions.length;
  const x = (ms: number) =>
    margin.left +
    ((ms - startedAtMs) / (settledAtMs - startedAtMs)) *
      (width - margin.left - margin.right);
  const y = (count: number) =>
    height -
    margin.bottom -
    (count / most) * (height - margin.top - margin.bottom);
  const lines = linesOf(result);
  const base = height - margin.bottom;
  const minutes = Math.ceil((settledAtMs - startedAtMs) / 60_000);
  const step = Math.max(1, Math.round(minutes / 8));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13">`,
    `<title>Versions confirmed and arrived over time, with each kill</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...[0, 0.25, 0.5, 0.75, 1].map((share) => {
      const count = Math.round(share * most);
      return `<path d="M${margin.left} ${y(count).toFixed(1)}H${width - margin.right}" stroke="#ddd"/><text x="${margin.left - 8}" y="${(y(count) + 4).toFixed(1)}" text-anchor="end">${count}</text>`;
    }),
    ...Array.from({ length: Math.floor(minutes / step) + 1 }, (_, index) => {
      const minute = index * step;
      return `<text x="${x(startedAtMs + minute * 60_000).toFixed(1)}" y="${height - 8}" text-anchor="middle">${minute} min</text>`;
    }),
    `<path d="M${x(calmAtMs).toFixed(1)} ${margin.top}V${base}" stroke="#666" stroke-dasharray="4 4"/>`,
    ...kills.map(
      ({ atMs }) =>
        `<path d="M${x(atMs).toFixed(1)} ${base + 4}v10" stroke="#c00"/>`,
    ),
    ...lines.map(({ colour, times }) => {
      const every = Math.ceil(times.length / mostPoints);
      const points = times
        .map((ms, index) => `${x(ms).toFixed(1)},${y(index + 1).toFixed(1)}`)
        .filter(
          (_, index) => index % every === 0 || index === times.length - 1,
        );
      return `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="${points.join(" ")}"/>`;
    }),
    ...lines.map(
      ({ name, colour }, index) =>
        `<text x="${width - margin.right + 8}" y="${margin.top + 16 + index * 20}" fill="${colour}">${name}</text>`,
    ),
    `<text x="${width - margin.right + 8}" y="${base + 14}" fill="#c00">kills</text>`,
    "</svg>",
    "",
  ].join("\n");
}

/** When each was confirmed, and when it arrived where. */
function linesOf({ ledger, arrived }: DeliveriesResult): readonly Line[] {
  const sorted = (records: readonly { readonly atMs: number }[]) =>
    records.map(({ atMs }) => atMs).toSorted((a, b) => a - b);
  return [
    { name: "confirmed", colour: "#222", times: sorted(ledger.versions) },
    ...arrived.map(({ destination, records }, index) => ({
      name: destination,
      colour: colours[index] ?? "#222",
      times: sorted(records),
    })),
  ];
}
