import type { DemoTenant } from "./demo-tenants.ts";

const shield = "M3 3h42v26c0 13-9 20-21 24C12 49 3 42 3 29Z";

function crest(field: string, figures: string): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56" aria-hidden="true" focusable="false">` +
    `<path d="${shield}" fill="${field}"/>${figures}` +
    `<path d="${shield}" fill="none" stroke="#1b1b1b" stroke-width="2" stroke-linejoin="round"/></svg>`
  );
}

/** Drawn for this demo; the authorities' real coats of arms look different and are protected. */
export const crests: Readonly<Record<DemoTenant, string>> = {
  // a hall with columns
  installation: crest(
    "#334155",
    `<path d="M24 10 40 20v3H8v-3Z" fill="#ffffff"/>` +
      `<path d="M10 25h4v13h-4Zm8 0h4v13h-4Zm8 0h4v13h-4Zm8 0h4v13h-4Z" fill="#ffffff"/>` +
      `<path d="M8 40h32v3H8Z" fill="#f2b632"/>`,
  ),
  // a castle with golden roofs above the lake
  schwerin: crest(
    "#0b5394",
    `<path d="M10 22h7v14h-7Zm21 0h7v14h-7Z" fill="#ffffff"/><path d="M17 25h14v11H17Z" fill="#ffffff"/>` +
      `<path d="M20 16h8v10h-8Z" fill="#ffffff"/><path d="m8.5 22 5-8 5 8Zm21 0 5-8 5 8Z" fill="#f2b632"/>` +
      `<path d="M19 16c0-4 3-5 5-9 2 4 5 5 5 9Z" fill="#f2b632"/>` +
      `<path d="M22 36v-5a2 2 0 0 1 4 0v5Z" fill="#0b5394"/>` +
      `<path d="M6 39.5q3-3 6 0t6 0 6 0 6 0 6 0 6 0M9 45q2.5-2.5 5 0t5 0 5 0 5 0 5 0 5 0" fill="none" stroke="#9fd0f5" stroke-width="2" stroke-linecap="round"/>`,
  ),
  // a bull's head with a crown
  lup: crest(
    "#f2b632",
    `<path d="M16 20C9 20 7 15 8 10c2 4 5 5 9 5Zm16 0c7 0 9-5 8-10-2 4-5 5-9 5Z" fill="#fff7e0" stroke="#1b1b1b"/>` +
      `<path d="M14 15c6-3 14-3 20 0l2 6-5 4v9c0 5-4 8-7 8s-7-3-7-8v-9l-5-4Z" fill="#1b1b1b"/>` +
      `<path d="m16 13-1-7 5 3 4-5 4 5 5-3-1 7Z" fill="#9b1c31" stroke="#1b1b1b" stroke-linejoin="round"/>` +
      `<circle cx="19.5" cy="23" r="1.7" fill="#ffffff"/><circle cx="28.5" cy="23" r="1.7" fill="#ffffff"/>` +
      `<ellipse cx="24" cy="36" rx="5" ry="3.5" fill="#9b1c31"/><path d="M22 36h.1m3.9 0h.1" stroke="#ffffff" stroke-width="1.8" stroke-linecap="round"/>`,
  ),
  // a palace with its avenue
  ludwigslust: crest(
    "#5b3a8c",
    `<path d="M8 20h32v12H8Z" fill="#ffffff"/><path d="M18 16h12v16H18Z" fill="#f6edd8"/>` +
      `<path d="m16.5 16 7.5-6 7.5 6Z" fill="#f2b632"/><path d="M8 18.5h9v2H8Zm23 0h9v2h-9Z" fill="#f2b632"/>` +
      `<path d="M11 23h2v5h-2Zm4 0h2v5h-2Zm16 0h2v5h-2Zm4 0h2v5h-2ZM20 20h2v4h-2Zm6 0h2v4h-2ZM22.5 26h3v6h-3Z" fill="#5b3a8c"/>` +
      `<path d="m21 34-5 13q4 3 8 5 4-2 8-5l-5-13Z" fill="#e9dcc0"/>` +
      `<circle cx="13" cy="38" r="3.2" fill="#4f9d5b"/><circle cx="35" cy="38" r="3.2" fill="#4f9d5b"/>`,
  ),
  // a keep with its gate
  neustadtGlewe: crest(
    "#2f5d3a",
    `<path d="M13 13h5v4h3.5v-4h5v4H30v-4h5v8H13Z" fill="#d9653b"/><path d="M15 21h18v17H15Z" fill="#c4552d"/>` +
      `<path d="M8 29h7v9H8Zm25 0h7v9h-7Z" fill="#d9653b"/><path d="M20 38v-6a4 4 0 0 1 8 0v6Z" fill="#1b1b1b"/>` +
      `<path d="M22.5 23h3v4h-3Z" fill="#f6edd8"/><path d="M8 38h32v3H8Z" fill="#f2b632"/>` +
      `<path d="m19 8 5-3 5 3-5 2Z" fill="#f2b632"/><path d="M23.2 5h1.6v8h-1.6Z" fill="#f6edd8"/>`,
  ),
  // a timber-framed house by the river
  grabow: crest(
    "#f6edd8",
    `<path d="m7 22 17-14 17 14Z" fill="#a63d2a"/><path d="M11 22h26v15H11Z" fill="#ffffff"/>` +
      `<path d="M11 22h26v15H11Zm0 7.5h26M19.5 22v15m9-15v15M11 29.5l8.5 7.5m9 0 8.5-7.5M20.5 18.5h7M24 12v6.5" fill="none" stroke="#6b3f14" stroke-width="2"/>` +
      `<path d="M9 41q2.5-3 5 0t5 0 5 0 5 0 5 0 5 0M13 46.5q2.75-3 5.5 0t5.5 0 5.5 0 5.5 0" fill="none" stroke="#1e6fa8" stroke-width="2" stroke-linecap="round"/>`,
  ),
  // an oak leaf above ploughed fields
  parchimerUmland: crest(
    "#1f6f5c",
    `<path d="M24 7c3 2 3 4 2.5 6 3-1.5 6 0 6 3s-2 3.5-3 4c3 0 4.5 2 3.5 4.5S29 28 27 27c1 3-1 5-3 5s-4-2-3-5c-2 1-5 0-6-2.5S15.5 20 18.5 20c-1-.5-3-1-3-4s3-4.5 6-3C21 11 21 9 24 7Z" fill="#d9e36b"/>` +
      `<path d="M24 13v22" stroke="#1f6f5c" stroke-width="1.6" stroke-linecap="round"/>` +
      `<path d="M4.5 36q19.5-6 39 0c-2 6-6 10-19.5 16C10.5 46 6.5 42 4.5 36Z" fill="#f2b632"/>` +
      `<path d="M24 34.5V51m-8-15.5 4 13.5m12-13.5L28 49M9.5 36.5 16 47m22.5-10.5L32 47" stroke="#8a5a12" stroke-width="1.6"/>`,
  ),
};
