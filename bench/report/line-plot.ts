import {
  coordinate,
  drawAxes,
  escapeXml,
  linearScale,
  logScale,
  margin,
  svgFile,
  type PlotFrame,
} from "./svg.ts";

export type LinePlot = PlotFrame & {
  readonly names: { readonly x: string; readonly y: string };
  /** At most four: each has a colour, a pattern and its name. */
  readonly lines: readonly {
    readonly name: string;
    readonly points: readonly (readonly [x: number, y: number])[];
  }[];
};

const kinds = ["a", "b", "c", "d"] as const;
const patterns = ["none", "8 3", "2 3", "8 3 2 3"] as const;

/** Several values over time; the values on a scale where the same multiple has the same distance. */
export function linePlot(plot: LinePlot): string {
  const { width, height, names, lines } = plot;
  const all = lines.flatMap(({ points }) => points);
  const tops = all.map(([, value]) => value).filter((each) => each > 0);
  const x = linearScale(
    { from: 0, to: Math.max(...all.map(([at]) => at), 1) },
    { from: margin.left, to: width - margin.right },
  );
  const y = logScale(
    { from: Math.min(...tops, 1), to: Math.max(...tops, 10) * 1.25 },
    { from: height - margin.bottom, to: margin.top + 20 },
  );
  return svgFile(plot, [
    ...drawAxes(plot, { x, y }, names),
    ...lines.map(({ points }, index) => {
      const path = points.map(
        ([at, value]) => `${coordinate(x.at(at))} ${coordinate(y.at(value))}`,
      );
      return `<polyline class="${kinds[index % 4] ?? "a"} line" stroke-dasharray="${patterns[index % 4] ?? "none"}" points="${path.join(",")}"/>`;
    }),
    ...lines.map(({ name }, index) => {
      const left = margin.left + 12 + index * 150;
      const kind = kinds[index % 4] ?? "a";
      const top = margin.top + 8;
      return `<line class="${kind} line" stroke-dasharray="${patterns[index % 4] ?? "none"}" x1="${String(left)}" x2="${String(left + 28)}" y1="${String(top)}" y2="${String(top)}"/><text class="${kind} name" x="${String(left + 34)}" y="${String(top + 4)}">${escapeXml(name)}</text>`;
    }),
  ]);
}
