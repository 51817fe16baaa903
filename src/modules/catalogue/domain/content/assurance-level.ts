/** How sure the authority must be who applies. @see Regulation (EU) 910/2014 (eIDAS), article 8; § 3 OZG */
export type AssuranceLevel = "none" | "low" | "substantial" | "high";
