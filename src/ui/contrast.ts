/** Red, green, blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/** Smallest contrast of text on its ground (WCAG 2.2, 1.4.3 level AA). */
export const minimumContrast = 4.5;

/** Grounds an accent stands on, the least favourable first: KERN's page and card colours in each theme. */
const grounds = {
  light: ["#eeeff4", "#ffffff"],
  dark: ["#1d2034", "#131525"],
} as const;

export type AccentColours = {
  /** Accent as text, line or button on the page. */
  readonly accent: string;
  /** Text on a ground of the accent: black or white, whichever is easier to read. */
  readonly onAccent: string;
};

/**
 * Ratio of luminance between two colours `#rrggbb`, from 1 to 21. Throws a TypeError on anything else than such a colour.
 *
 * @see WCAG 2.2, definition of contrast ratio
 */
export function contrastRatio(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort(
    (a, b) => b - a,
  );
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The accent a theme can use: the colour as it is when it is readable on the theme's grounds, otherwise made darker (light theme) or
 * lighter (dark theme) in small steps until it is.
 */
export function readableAccent(
  colour: string,
  theme: "light" | "dark",
): AccentColours {
  const accent = adjust(colour, theme);
  const onAccent =
    contrastRatio(accent, "#ffffff") >= contrastRatio(accent, "#000000")
      ? "#ffffff"
      : "#000000";
  return { accent, onAccent };
}

function adjust(colour: string, theme: "light" | "dark"): string {
  const target: Rgb = theme === "light" ? [0, 0, 0] : [255, 255, 255];
  const start = parseColour(colour);
  const shares = Array.from({ length: 51 }, (_, index) => index / 50);
  const candidates = shares.map((share) => mix(start, target, share));
  const readable = candidates.find((candidate) =>
    grounds[theme].every(
      (ground) => contrastRatio(candidate, ground) >= minimumContrast,
    ),
  );
  return readable ?? printColour(target);
}

function mix(from: Rgb, to: Rgb, share: number): string {
  const part = (index: 0 | 1 | 2) =>
    Math.round(from[index] + (to[index] - from[index]) * share);
  return printColour([part(0), part(1), part(2)]);
}

function luminance(colour: string): number {
  const [red, green, blue] = parseColour(colour).map(linear);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

function parseColour(colour: string): Rgb {
  const found = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour);
  if (!found) throw new TypeError("colour: write it as #rrggbb, e.g. #2044aa");
  const channel = (index: number) => Number.parseInt(found[index] ?? "", 16);
  return [channel(1), channel(2), channel(3)];
}

function printColour(colour: Rgb): string {
  const hex = colour.map((channel) => channel.toString(16).padStart(2, "0"));
  return `#${hex.join("")}`;
}
