import { html, type SafeHtml } from "../platform/html/html.ts";
import { accordion } from "./accordion.ts";
import { table } from "./table.ts";

export type LineChartProps = {
  /** Of this page, for the names of its parts. */
  readonly id: string;
  readonly title: string;
  /** In a sentence, with the figures that matter: read out in place of the picture. */
  readonly summary: string;
  /** One or two; the second one is dashed. */
  readonly series: readonly {
    readonly label: string;
    /** From left to right; undefined where nothing was measured: the line has a gap. */
    readonly values: readonly (number | undefined)[];
  }[];
  /** What the points stand for, such as times. */
  readonly labels: readonly string[];
  /** How a value is written. */
  readonly format: (value: number) => string;
  readonly words: {
    readonly highest: string;
    readonly tableTitle: string;
    readonly firstColumn: string;
    readonly notMeasured: string;
  };
  /** Stands in place of the picture and its table where nothing was measured, and below the picture where a line is still to come. */
  readonly note?: string | undefined;
  /** The upper end of the scale; otherwise the highest value. */
  readonly upTo?: number;
};

const height = 100;
const step = 10;

/** Lines over time drawn by the server, with a title, a description and the same figures as a table. */
export function lineChart(props: LineChartProps): SafeHtml {
  const { id, title, summary, series, labels, note } = props;
  if (!isMeasured(props)) return emptyChart(title, note ?? summary);
  const highest = highestOf(props);
  const width = Math.max(1, labels.length - 1) * step;
  return html`<figure class="portal-lines">
    <p class="portal-lines__scale" aria-hidden="true">
      ${props.words.highest} ${props.format(highest)}
    </p>
    <svg
      class="portal-lines__picture"
      role="img"
      aria-labelledby="${id}-title"
      aria-describedby="${id}-desc"
      viewBox="0 0 ${width} ${height}"
      preserveAspectRatio="none"
    >
      <title id="${id}-title">${title}</title>
      <desc id="${id}-desc">${summary}</desc>
      ${series.map(
        ({ values }, index) =>
          html`<path
            class="portal-lines__line portal-lines__line--${index + 1}"
            d="${pathOf(values, highest)}"
          ></path>`,
      )}
    </svg>
    ${captionOf(props)}
    ${note !== undefined && html`<p class="kern-body kern-body--small">${note}</p>`}
    ${figuresOf(props)}
  </figure>`;
}

const isMeasured = ({ series }: LineChartProps) =>
  series.some(({ values }) => values.some((value) => value !== undefined));

/** Words alone: a frame with nothing in it says to nobody whether something is broken. */
function emptyChart(title: string, note: string): SafeHtml {
  return html`<div class="portal-lines">
    <p class="kern-body"><strong>${title}</strong></p>
    <p class="kern-body">${note}</p>
  </div>`;
}

function highestOf({ series, upTo }: LineChartProps): number {
  const values = series.flatMap((each) => each.values);
  const highest = Math.max(
    ...values.filter((value) => value !== undefined),
    upTo ?? 0,
  );
  return highest > 0 ? highest : 1;
}

/** What was measured once only is a dot, which a line without length is with round ends. */
function pathOf(
  values: readonly (number | undefined)[],
  highest: number,
): string {
  const parts = values.map((value, index) => {
    if (value === undefined) return "";
    const point = `${String(index * step)} ${yOf(value, highest)}`;
    const begins = values[index - 1] === undefined;
    if (!begins) return `L${point}`;
    return values[index + 1] === undefined ? `M${point}h0` : `M${point}`;
  });
  return parts.join("");
}

/** Within the picture, so that a line at either end of the scale is seen whole. */
function yOf(value: number, highest: number): string {
  const share = Math.min(1, Math.max(0, value / highest));
  return (height - 2 - share * (height - 4)).toFixed(1);
}

function captionOf({ series, labels }: LineChartProps): SafeHtml {
  return html`<figcaption>
    <span class="portal-chart__ends" aria-hidden="true"
      ><span>${labels[0] ?? ""}</span><span>${labels.at(-1) ?? ""}</span></span
    >
    ${
      series.length > 1 &&
      html`<ul class="portal-list portal-chart__legend" role="list">
        ${series.map(
          ({ label }, index) =>
            html`<li>
              <svg
                viewBox="0 0 28 14"
                aria-hidden="true"
                class="portal-lines__sign"
              >
                <path
                  class="portal-lines__line portal-lines__line--${index + 1}"
                  d="M0 7h28"
                ></path></svg
              >${label}
            </li>`,
        )}
      </ul>`
    }
  </figcaption>`;
}

function figuresOf({
  series,
  labels,
  format,
  words,
}: LineChartProps): SafeHtml {
  return accordion({
    title: words.tableTitle,
    body: table({
      caption: words.tableTitle,
      isCaptionHidden: true,
      columns: [
        { label: words.firstColumn },
        ...series.map(({ label }) => ({ label, isNumeric: true })),
      ],
      rows: labels
        .map((label, index) => ({
          cells: [
            label,
            ...series.map(({ values }) => {
              const value = values[index];
              return value === undefined ? words.notMeasured : format(value);
            }),
          ],
        }))
        .toReversed(),
    }),
  });
}
