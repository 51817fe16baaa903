/** Plots as SVG files: plain, with a title and a description, readable on light and dark pages. */

export type PlotFrame = {
  readonly title: string;
  /** What is to be seen, for those who do not see it. */
  readonly description: string;
  readonly width: number;
  readonly height: number;
};

export const margin = { left: 64, right: 24, top: 48, bottom: 56 } as const;

const style = `
  svg { font: 13px system-ui, sans-serif; }
  .ground { fill: #fff; } text { fill: #1c1c1c; } .grid { stroke: #d5d5d5; } .axis { stroke: #6b6b6b; }
  .a { --ink: #0b57a4; } .b { --ink: #a63a00; } .c { --ink: #1f6b2d; } .d { --ink: #6a2c91; }
  .line { fill: none; stroke: var(--ink); stroke-width: 2; } .dot { fill: var(--ink); fill-opacity: .55; } .cross { stroke: var(--ink); stroke-width: 2; }
  .name { fill: var(--ink); font-weight: 600; } .goal { stroke: #6b6b6b; stroke-dasharray: 6 4; }
  @media (prefers-color-scheme: dark) {
    .ground { fill: #16181c; } text { fill: #ececec; } .grid { stroke: #3a3d44; } .axis, .goal { stroke: #a8a8a8; }
    .a { --ink: #7ab8ff; } .b { --ink: #ff9a66; } .c { --ink: #7fd192; } .d { --ink: #d0a2f0; }
  }`;

/** A whole file around what is drawn. */
export function svgFile(
  { title, description, width, height }: PlotFrame,
  drawn: readonly string[],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(width)} ${String(height)}" width="${String(width)}" height="${String(height)}" role="img" aria-labelledby="title description">
<title id="title">${escapeXml(title)}</title>
<desc id="description">${escapeXml(description)}</desc>
<style>${style}
</style>
<rect class="ground" width="${String(width)}" height="${String(height)}"/>
<text x="${String(margin.left)}" y="24" font-size="16" font-weight="600">${escapeXml(title)}</text>
${drawn.join("\n")}
</svg>
`;
}

export type Scale = {
  at(value: number): number;
  readonly ticks: readonly number[];
};

type Range = { readonly from: number; readonly to: number };

/** Where values lie between two points; ticks are round numbers. */
export function linearScale(values: Range, pixels: Range): Scale {
  const span = Math.max(values.to - values.from, Number.EPSILON);
  const step = roundStep(span / 6);
  const count = Math.floor(span / step + 1e-9);
  return {
    at: (value) =>
      pixels.from + ((value - values.from) / span) * (pixels.to - pixels.from),
    ticks: Array.from(
      { length: count + 1 },
      (_, index) => Math.round((values.from + index * step) * 1e6) / 1e6,
    ),
  };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
}

/** Each step is a multiple of the one before: small and large values have the same room. */
export function logScale(values: Range, pixels: Range): Scale {
  const linear = linearScale(
    { from: Math.log10(values.from), to: Math.log10(values.to) },
    pixels,
  );
  const decades = Array.from({ length: 9 }, (_, index) => 10 ** (index - 3));
  return {
    at: (value) => linear.at(Math.log10(Math.max(value, values.from))),
    ticks: decades
      .flatMap((decade) => [1, 2, 5].map((each) => each * decade))
      .filter((tick) => tick >= values.from && tick <= values.to),
  };
}

/** Grid, ticks and names of both axes. */
export function drawAxes(
  { width, height }: PlotFrame,
  { x, y }: { readonly x: Scale; readonly y: Scale },
  names: { readonly x: string; readonly y: string },
): readonly string[] {
  const bottom = height - margin.bottom;
  const right = width - margin.right;
  return [
    ...x.ticks.map((tick) => {
      const at = coordinate(x.at(tick));
      return `<line class="grid" x1="${at}" x2="${at}" y1="${String(margin.top)}" y2="${String(bottom)}"/><text x="${at}" y="${String(bottom + 18)}" text-anchor="middle">${String(tick)}</text>`;
    }),
    ...y.ticks.map((tick) => {
      const at = coordinate(y.at(tick));
      return `<line class="grid" x1="${String(margin.left)}" x2="${String(right)}" y1="${at}" y2="${at}"/><text x="${String(margin.left - 8)}" y="${coordinate(y.at(tick) + 4)}" text-anchor="end">${String(tick)}</text>`;
    }),
    `<path class="axis" fill="none" d="M${String(margin.left)} ${String(margin.top)}V${String(bottom)}H${String(right)}"/>`,
    `<text x="${String(right)}" y="${String(height - 14)}" text-anchor="end">${escapeXml(names.x)}</text>`,
    `<text x="${String(margin.left)}" y="${String(margin.top - 8)}">${escapeXml(names.y)}</text>`,
  ];
}

export function coordinate(value: number): string {
  return String(Math.round(value * 10) / 10);
}

export function escapeXml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
