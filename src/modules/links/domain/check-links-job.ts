/** Name of the job that collects the links of a tenant's shown contents and looks at those that are due. */
export const checkLinksJob = "links.check";
