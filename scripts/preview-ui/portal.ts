import type { LayoutProps } from "../../src/shell/web/layout-props.ts";

/** A town that does not exist. */
export const samplePortal: LayoutProps["portal"] = {
  tenantId: "00000000-0000-7000-8000-000000000001",
  slug: "musterstadt",
  name: "Landeshauptstadt Musterstadt",
  shortName: "Musterstadt",
  kind: "stadt",
  ars: "000000000000",
  parentTenantId: null,
  host: "musterstadt",
  accentColour: "#0b5a8f",
  crestSvg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 56"><path d="M2 2h44v26c0 14-10 22-22 26C12 50 2 42 2 28z" fill="#0b5a8f" stroke="#f2c230" stroke-width="3"/><path d="M14 38V20l5 4 5-8 5 8 5-4v18z" fill="#f2c230"/></svg>`,
  contact: {
    office: "Bürgerbüro",
    street: "Am Markt 1",
    postcode: "19000",
    town: "Musterstadt",
    phone: "+49 385 000-0",
    email: "buergerbuero@musterstadt.example",
    openingHours: [
      { days: "Mo, Di", hours: "08:00–16:00" },
      { days: "Do", hours: "08:00–18:00" },
      { days: "Fr", hours: "08:00–12:00" },
    ],
  },
};
