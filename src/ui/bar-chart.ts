import { html, type SafeHtml } from "../platform/html/html.ts";
import { accordion } from "./accordion.ts";
import { table } from "./table.ts";

/** What a part of a bar stands for; each has a pattern of its own, so that it can be told apart without colour. */
export type BarKind = "done" | "open" | "failed";

export type BarChartProps = {
  /** What is shown, in one sentence with the figures that matter: read out in place of the picture. */
  readonly summary: string;
  readonly series: readonly {
    readonly kind: BarKind;
    readonly label: string;
  }[];
  /** From left to right; one value for each of the series. */
  readonly bars: readonly {
    readonly label: string;
    readonly values: readonly number[];
  }[];
  /** Left out where the same figures stand in a table of the page. */
  readonly table?: { readonly title: string; readonly firstColumn: string };
};

const height = 100;
const step = 20;
const barWidth = 14;

/** Stacked bars drawn by the server, with a legend and the same figures as a table. */
export function barChart(props: BarChartProps): SafeHtml {
  const { summary, series, bars } = props;
  const highest = Math.max(1, ...bars.map(({ values }) => sumOf(values)));
  const width = bars.length * step;
  return html`<figure class="portal-chart">
    <svg
      class="portal-chart__bars"
      role="img"
      aria-label="${summary}"
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
    >
      ${bars.map(({ values }, index) =>
        partsOf(values, highest).map(
          ({ y, size, part }) =>
            html`<rect
              class="portal-chart__${series[part]?.kind ?? "open"}"
              x="${index * step + (step - barWidth) / 2}"
              y="${y}"
              width="${barWidth}"
              height="${size}"
            ></rect>`,
        ),
      )}
    </svg>
    ${captionOf(props)} ${props.table && figuresOf(props, props.table)}
  </figure>`;
}

/** Below it, the outline would hide the colour. */
const smallest = 5;

/** Stacked from the bottom; what is there can be seen, however little it is beside the rest. */
function partsOf(values: readonly number[], highest: number) {
  let top = height;
  // All but the largest part may be raised to the smallest.
  const room = height - smallest * (values.length - 1);
  return values.flatMap((value, part) => {
    if (value === 0) return [];
    const size = Math.max(smallest, Math.round((value / highest) * room));
    top -= size;
    return [{ y: Math.max(0, top), size, part }];
  });
}

function captionOf({ series, bars }: BarChartProps): SafeHtml {
  return html`<figcaption>
    <span class="portal-chart__ends" aria-hidden="true"
      ><span>${bars[0]?.label ?? ""}</span
      ><span>${bars.at(-1)?.label ?? ""}</span></span
    >
    <ul class="portal-list portal-chart__legend" role="list">
      ${series.map(
        ({ kind, label }) =>
          html`<li>
            <svg
              viewBox="0 0 14 14"
              aria-hidden="true"
              class="portal-chart__sign"
            >
              <rect
                class="portal-chart__${kind}"
                width="14"
                height="14"
              ></rect></svg
            >${label}
          </li>`,
      )}
    </ul>
  </figcaption>`;
}

function figuresOf(
  { series, bars }: BarChartProps,
  given: NonNullable<BarChartProps["table"]>,
): SafeHtml {
  return accordion({
    title: given.title,
    body: table({
      caption: given.title,
      isCaptionHidden: true,
      columns: [
        { label: given.firstColumn },
        ...series.map(({ label }) => ({ label, isNumeric: true })),
      ],
      rows: bars.map(({ label, values }) => ({ cells: [label, ...values] })),
    }),
  });
}

const sumOf = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0);
