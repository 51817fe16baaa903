/** What a wrapped data key is bound to: it opens for no other tenant and version. */
export function wrapContext(tenantId: string, version: number): string {
  return `data-key/${tenantId}/${String(version)}`;
}
