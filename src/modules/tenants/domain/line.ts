/** An authority in the line of another: above it what it inherits from, below it what inherits from it. */
export type LineMember = {
  readonly tenantId: string;
  /** Short name in addresses and documents: `grabow`. */
  readonly slug: string;
  readonly name: string;
  readonly parentTenantId: string | null;
  readonly hasPortal: boolean;
  /** Steps in the tree; 0 is the authority itself. */
  readonly distance: number;
};
