/** Page that shows what merging two accounts means, and asks. */
export const mergePath = "/konto/zusammenfuehren";
