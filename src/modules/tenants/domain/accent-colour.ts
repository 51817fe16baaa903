/** Contrast of a colour (`#rrggbb`) against white, 1 to 21. @see WCAG 2.2, relative luminance and contrast ratio */
export function contrastWithWhite(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  );
  const luminance =
    0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
  return 1.05 / (luminance + 0.05);
}

/** White text must be readable on it (WCAG 2.2 success criterion 1.4.3: 4.5:1). */
export function isReadableAccent(colour: string): boolean {
  return /^#[0-9a-f]{6}$/.test(colour) && contrastWithWhite(colour) >= 4.5;
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
