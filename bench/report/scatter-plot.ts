import {
  coordinate,
  drawAxes,
  escapeXml,
  logScale,
  margin,
  svgFile,
  type PlotFrame,
} from "./svg.ts";

export type ScatterPlot = PlotFrame & {
  readonly names: { readonly x: string; readonly y: string };
  readonly points: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
  /** Points above this multiple of their x are crosses. */
  readonly goal: number;
};

/** One value against another, both on scales where the same multiple has the same distance; the goal is a line. */
export function scatterPlot(plot: ScatterPlot): string {
  const { width, height, names, points, goal } = plot;
  const all = points.flatMap(({ x, y }) => [x, y]).filter((each) => each > 0);
  const values = {
    from: Math.min(...all, 1) * 0.8,
    to: Math.max(...all, 10) * 1.25,
  };
  const x = logScale(values, { from: margin.left, to: width - margin.right });
  const y = logScale(values, { from: height - margin.bottom, to: margin.top });
  const line = (multiple: number, kind: string) =>
    `<line class="${kind}" x1="${coordinate(x.at(values.from))}" y1="${coordinate(y.at(values.from * multiple))}" x2="${coordinate(x.at(values.to / multiple))}" y2="${coordinate(y.at(values.to))}"/>`;
  return svgFile(plot, [
    ...drawAxes(plot, { x, y }, names),
    line(1, "axis"),
    line(goal, "goal"),
    ...points.map((point) => {
      const [left, top] = [x.at(point.x), y.at(point.y)];
      const name = `<title>${escapeXml(point.name)}: ${point.x.toFixed(1)} → ${point.y.toFixed(1)}</title>`;
      return point.y > point.x * goal
        ? `<path class="b cross" d="M${coordinate(left - 4)} ${coordinate(top - 4)}l8 8m0 -8l-8 8">${name}</path>`
        : `<circle class="a dot" cx="${coordinate(left)}" cy="${coordinate(top)}" r="3.5">${name}</circle>`;
    }),
  ]);
}
