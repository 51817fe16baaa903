import type { Route } from "../../../../shell/web/route.ts";

/** Where notices are written: by an authority for its own portal, or by the operator for all portals. */
export type NoticeDesk = {
  readonly kind: "authority" | "installation";
  readonly path: string;
  readonly access: Pick<Route, "audience" | "permission" | "scope">;
};

export const authorityDesk: NoticeDesk = {
  kind: "authority",
  path: "/verwaltung/hinweise",
  access: { audience: "staff", permission: "catalogue.edit" },
};

export const installationDesk: NoticeDesk = {
  kind: "installation",
  path: "/betrieb/hinweise",
  access: {
    audience: "operator",
    permission: "operator",
    scope: "installation",
  },
};
